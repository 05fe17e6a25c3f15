### Deutsch. The keys of en.ftl, in its order.

## Login, claim, and other pages without scripts

no-javascript = Diese Seiten brauchen JavaScript; die HTTP-API unter /api/v1 nicht.
login = Anmelden
login-title = Anmeldung bei { $station }
login-wrong = Name oder Passwort ist falsch.
door-station = Station <strong dir="auto">{ $station }</strong>
user-name = Benutzername
password = Passwort
claim = Diese Station in Besitz nehmen
claim-title = { $station } in Besitz nehmen
claim-words = <strong dir="auto">{ $station }</strong> gehört noch niemandem. Der Freischaltcode steht im Terminal oder Protokoll, in dem okng gestartet wurde.
claim-code = Freischaltcode
claim-password = Passwort wählen, mindestens 10 Zeichen
claim-button = Station in Besitz nehmen
claim-wrong-code = Das ist nicht der Freischaltcode. Er steht im Terminal oder Protokoll, in dem okng gestartet wurde.
not-found = Seite nicht gefunden
not-found-words = Die Station <strong dir="auto">{ $station }</strong> hat unter dieser Adresse keine Seite. Vielleicht ist die Adresse falsch geschrieben, oder die Seite wurde umbenannt.
not-found-start = Zur Startseite
store-fault = Der Speicher der Station ist nicht benutzbar
store-fault-title = { $station }: Speicherfehler
store-fault-reload = Laden Sie danach diese Seite neu.
docs = HTTP-API
docs-title = HTTP-API von { $station }
docs-back = Zurück zum Konto
docs-tokens = Programme senden <span class="mono">Authorization: Bearer okng_…</span>. Token werden auf der Kontoseite erstellt.

## Words that every page shares

page-account = Konto
page-cloud = Cloud
page-configuration = Konfiguration
page-dataset = Datensatz
page-inspection = Prüfung
page-line = Linie
page-model = Modell
page-quality = Qualität
page-results = Ergebnisse
page-settings = Einstellungen
page-training = Training
cancel = Abbrechen
close = Schließen
save = Speichern
add = Hinzufügen
apply = Anwenden
copy = Kopieren
delete = Löschen
details = Details
discard = Verwerfen
done = Fertig
less = Weniger
more = Mehr
next = Weiter
remove = Entfernen
restore = Wiederherstellen
show = Anzeigen
start = Starten
stop = Stoppen
trigger = Auslösen
undo = Rückgängig
use = Verwenden
label-normal = normal
label-anomaly = anomal
normal = Normal
anomaly = Anomal
no = nein
part = Teil { $number }
parts = Teile
reload = Neu laden
yes = ja
yield = Ausbeute

## Numbers and times

ago-less-than-a-minute = vor weniger als 1 min
ago-minutes = vor { $count } min
ago-hours = vor { $count } h
ago-days =
    { $count ->
        [one] vor { $count } Tag
       *[other] vor { $count } Tagen
    }

## Header, banners, notices and other parts of every page

header-camera-absent = Kamera nicht verbunden
header-camera-fault = Kamerafehler
header-camera-opening = Kamera wird verbunden
header-camera-streaming = Kamera bereit
header-connecting = Verbinden
header-mode-collect =
    { $label ->
        [normal] Sammelt: normal
        [anomaly] Sammelt: anomal
       *[other] Sammelt
    }
header-mode-inspect = Prüft
header-mode-live = Livebild
header-no-connection = Keine Verbindung
header-pages = Seiten
header-sub-pages = Seiten von „{ $page }“
header-station = Diese Station
notices-dismiss = Schließen
notices-page-not-loaded = Die Seite „{ $page }“ kann nicht geladen werden.
shortcuts-arrows = Anderen Reiter oder andere Option wählen
shortcuts-enter = Schaltfläche drücken, Zahl übernehmen
shortcuts-escape = Dialog schließen
shortcuts-list = Diese Liste anzeigen
shortcuts-tab = Zum nächsten Bedienelement
first-steps = Erste Schritte
first-steps-close = Erste Schritte schließen
first-steps-continue = Weiter
first-steps-progress =
    { $minutes ->
        [one] Schritt { $number } von { $steps }, etwa 1 Minute.
       *[other] Schritt { $number } von { $steps }, etwa { $minutes } Minuten.
    }
first-steps-connect = Verbinden Sie die Kamera, oder verwenden Sie Bilder aus Dateien.
first-steps-connect-here = Verbinden Sie die Kamera, oder fügen Sie Bilder von Gutteilen aus Dateien hinzu.
first-steps-collect = Sammeln Sie Bilder von Gutteilen ({ $normal } von { $needed }).
first-steps-collect-here = Wählen Sie „Normal“ und drücken Sie „Auslösen“, oder fügen Sie Bilder aus Dateien hinzu ({ $normal } von { $needed }).
first-steps-collect-files = Fügen Sie Bilder von Gutteilen aus Dateien hinzu ({ $normal } von { $needed }).
first-steps-train = Trainieren Sie ein Modell.
first-steps-train-here = Es sind genug Bilder da: Drücken Sie „Modell trainieren“ unten auf dieser Seite.
first-steps-training = Das Training läuft.
first-steps-inspect = Prüfen Sie Teile.
first-steps-inspect-here = Prüfen Sie das Modell, drücken Sie „Starten“ und dann für jedes Teil „Auslösen“.
first-steps-inspect-files = Die Kamera ist nicht verbunden. Wählen Sie Ihr Modell und drücken Sie „Bild ausprobieren“.
connection-lost = Keine Verbindung zur Station.
connection-no-events = Keine Live-Meldungen von der Station.
connection-no-events-words = Sie antwortet, aber ihre Ereignisse kommen nicht an.
connection-no-reason = Die Station hat mit Status { $status } und ohne Begründung geantwortet.
connection-not-responding = Die Station reagiert nicht.
connection-offline = Dieser Browser ist offline.
connection-silent = Die Station ist verstummt.
connection-timeout = Die Station hat nicht rechtzeitig geantwortet.
connection-unreachable = Die Station ist über das Netzwerk nicht erreichbar.
connection-upload-interrupted = Das Hochladen wurde unterbrochen. Versuchen Sie es erneut.

## What the station is doing, and its conditions

condition-since = seit { $at }
condition-more = { $count } weitere
condition-check-parts = Teile prüfen
condition-out-of-date = Was Sie sehen, ist vielleicht veraltet. Diese Seite verbindet sich von selbst wieder.

condition-camera_absent-advice = Prüfen Sie ihr Kabel und ihre Stromversorgung. Die Station verbindet sich von selbst wieder.
condition-camera_fault-advice = Die Station verbindet sich von selbst wieder. Bleibt der Fehler, trennen Sie die Kamera kurz.
condition-camera_settings_clipped-advice = Die angepassten Einstellungen stehen auf der Seite Konfiguration.
condition-data_dir_fault-advice = Rufen Sie den Linieningenieur: Auf den Datenträger mit den Daten der Station kann nicht zugegriffen werden. Die Prüfung geht weiter.
condition-disk_low-advice = Die ältesten Bilder von Gutteilen werden gelöscht. Ergebnisse bleiben erhalten.
condition-disk_full-advice = Die Prüfung geht weiter. Schaffen Sie Speicherplatz.
condition-files_quarantined-advice = Nichts wurde gelöscht. Bitten Sie den Linieningenieur, sie zu prüfen: okng doctor sagt, was zu tun ist.
condition-recipe_missing-advice = Aktivieren Sie ein Rezept auf der Seite Konfiguration.
condition-results_set_aside-advice = Nichts geht verloren. Ein Linieningenieur sieht den Grund auf der Seite Ergebnisse und kann sie erneut senden.
condition-wire_away-advice = Bis sie wieder da ist, kann die SPS keine Teile auslösen und keine Ergebnisse lesen. Rufen Sie den Linieningenieur.
condition-sink_away-advice = Ergebnisse werden hier gespeichert und gesendet, sobald er wieder da ist.
condition-export_trouble-advice = Die Prüfung läuft weiter. Der Export wird automatisch wiederholt. Rufen Sie den Linientechniker, wenn dies anhält.
condition-sync_trouble-advice = Die Prüfung geht weiter, und Dateien warten auf dieser Station. Die Seite Cloud nennt den Grund.
condition-sink_trouble-advice = Abgelehnte Ergebnisse sind hier gespeichert. Rufen Sie den Linieningenieur.
condition-engine_unfit-advice = Teile werden wie bisher geprüft, aber langsamer. Ein Linieningenieur kann das Modell neu kompilieren oder abstimmen: okng compile, okng tune.
condition-model_missing-advice = Wählen Sie auf der Seite Prüfung eine andere Version.
condition-challenge_due-advice = Legen Sie die Musterteile nacheinander unter die Kamera.
condition-ng_alarm-advice = Suchen Sie die Ursache, und quittieren Sie dann den Alarm.
condition-notification_trouble-advice = Meldungen werden hier gespeichert und gesendet, sobald der Empfänger wieder da ist.
condition-output_fault-advice = Prüfen Sie die Kamera und die Verdrahtung des Ausgangs.
condition-part_not_found-advice = Legen Sie jeweils ein Teil ein, ganz im Sichtfeld der Kamera.
condition-picture_format-advice = Stellen Sie Bildausschnitt und Pixelformat des Rezepts wie beim Training ein, oder trainieren Sie das Modell neu.
condition-scene_changed-advice = Stellen Sie Beleuchtung, Objektiv und Kameraposition wieder her. Das Feld Szene auf der Seite Konfiguration zeigt, wann sie passen.
condition-edges_unaccounted-advice = Prüfen Sie den Sensor und die Entprellung des Triggers. Vielleicht liefen Teile ungeprüft durch.
condition-trigger_fault-advice = Kein Teil kann ausgelöst werden. Prüfen Sie den GPIO-Baustein und den Trigger des Rezepts.
condition-trial_failed-advice = Teile werden wie bisher geprüft. Beenden Sie den Probelauf auf der Seite Modell.
condition-store_fault-advice = Prüfung und Ausgänge laufen weiter. Rufen Sie den Linieningenieur.

condition-camera_absent = Kamera nicht verbunden: { $problem }
condition-camera_fault = Kamerafehler: { $problem }
condition-camera_settings_clipped = Kameraeinstellungen angepasst: { $problem }
condition-disk_low =
    { $case ->
        [low] Noch { $free } MiB frei; die ältesten OK-Bilder werden entfernt
       *[other] Wenig Speicherplatz: { $problem }
    }
condition-disk_full =
    { $case ->
        [full] Der Datenträger ist voll, noch { $free } MiB frei; schaffen Sie Platz
        [pictures] Bilder können nicht gespeichert werden: { $problem }
       *[other] Datenträger voll: { $problem }
    }
condition-files_quarantined =
    { $case ->
        [files]
            { $count ->
                [one] { $count } Datei, die die Datenbank nicht kennt, liegt in { $folder }; `okng doctor` nennt sie
               *[other] { $count } Dateien, die die Datenbank nicht kennt, liegen in { $folder }; `okng doctor` nennt sie
            }
       *[other] Unbekannte Dateien: { $problem }
    }
condition-sink_away =
    { $case ->
        [away]
            { $count ->
                [one] { $name }: nicht verbunden, { $count } Ergebnis wartet
               *[other] { $name }: nicht verbunden, { $count } Ergebnisse warten
            }
        [fails]
            { $count ->
                [one] { $name }: { $problem }, { $count } Ergebnis wartet
               *[other] { $name }: { $problem }, { $count } Ergebnisse warten
            }
       *[other] Empfänger nicht erreichbar: { $problem }
    }
condition-sink_trouble = Störung bei einem Empfänger: { $problem }
condition-results_set_aside =
    { $case ->
        [refused]
            { $count ->
                [one] { $name }: { $count } Ergebnis wurde vom Empfänger abgelehnt und liegt beiseite
               *[other] { $name }: { $count } Ergebnisse wurden vom Empfänger abgelehnt und liegen beiseite
            }
       *[other] Ergebnisse abgelehnt: { $problem }
    }
condition-export_trouble =
    { $case ->
        [not_running] `okng export --scheduled` ist eingestellt und läuft nicht
       *[other] Export gestört: { $problem }
    }
condition-sync_trouble =
    { $case ->
        [not_running] `okng sync` ist konfiguriert und läuft nicht
        [waits]
            { $count ->
                [one] { $problem }; { $count } Datei wartet
               *[other] { $problem }; { $count } Dateien warten
            }
        [failed]
            { $count ->
                [one] { $count } Datei kann nicht mehr an den Bucket gesendet werden
               *[other] { $count } Dateien können nicht mehr an den Bucket gesendet werden
            }
       *[other] Störung beim Abgleich: { $problem }
    }
condition-wire_away =
    { $case ->
        [no_plc] { $name }: keine SPS ist verbunden
       *[other] SPS-Verbindung gestört: { $problem }
    }
condition-model_missing = Modell nicht benutzbar: { $problem }
condition-recipe_missing = Rezept nicht verfügbar: { $problem }
condition-engine_unfit = Kompiliertes Modell passt nicht: { $problem }
condition-output_fault = Ausgang gestört: { $problem }
condition-store_fault =
    { $case ->
        [hangs]
            { $count ->
                [one] Der Datenträger hat seit { $seconds } s nicht fertig geschrieben. Teile werden beurteilt; { $count } davon wartet auf das Speichern
               *[other] Der Datenträger hat seit { $seconds } s nicht fertig geschrieben. Teile werden beurteilt; { $count } davon warten auf das Speichern
            }
       *[other] Speicher gestört: { $problem }
    }
condition-data_dir_fault =
    { $case ->
        [fails] Das Datenverzeichnis { $folder } ist gestört: { $problem }
       *[other] Datenverzeichnis gestört: { $problem }
    }
condition-trial_failed =
    { $case ->
        [not_running] Der Probelauf läuft nicht: { $problem }
        [part] { $model } Version { $version } im Probelauf konnte Teil { $part } nicht beurteilen: { $problem }; die Urteile der Linie sind nicht betroffen
       *[other] Probelauf gestört: { $problem }
    }
condition-scene_changed = Szene verändert: { $problem }
condition-picture_format = Anderes Bildformat: { $problem }
condition-part_not_found =
    { $case ->
        [not_stored] Das letzte Bild wurde nicht gespeichert: { $problem }
       *[other] Teil nicht gefunden: { $problem }
    }
condition-ng_alarm =
    { $case ->
        [one] Ein Teil ist NG (Rezept { $recipe })
        [in_a_row] { $count } Teile in Folge sind NG (Rezept { $recipe })
        [of_last] { $count } der letzten { $parts } Teile sind NG (Rezept { $recipe })
        [one_stop] Ein Teil ist NG (Rezept { $recipe }); bis jemand den NG-Alarm quittiert, wird kein Teil angenommen
        [in_a_row_stop] { $count } Teile in Folge sind NG (Rezept { $recipe }); bis jemand den NG-Alarm quittiert, wird kein Teil angenommen
        [of_last_stop] { $count } der letzten { $parts } Teile sind NG (Rezept { $recipe }); bis jemand den NG-Alarm quittiert, wird kein Teil angenommen
       *[other] NG-Alarm: { $problem }
    }
condition-challenge_due =
    { $case ->
        [recipe_start_one_part] Kontrollprüfung für Rezept { $recipe } fällig (Rezeptstart): Kein Teil wird angenommen, bis das Musterteil richtig beurteilt wurde
        [recipe_start_parts] Kontrollprüfung für Rezept { $recipe } fällig (Rezeptstart): Kein Teil wird angenommen, bis die { $count } Musterteile richtig beurteilt wurden
        [shift_start_one_part] Kontrollprüfung für Rezept { $recipe } fällig (Schichtbeginn): Kein Teil wird angenommen, bis das Musterteil richtig beurteilt wurde
        [shift_start_parts] Kontrollprüfung für Rezept { $recipe } fällig (Schichtbeginn): Kein Teil wird angenommen, bis die { $count } Musterteile richtig beurteilt wurden
       *[other] Kontrollprüfung fällig: { $problem }
    }
condition-notification_trouble =
    { $case ->
        [waits] Meldungen an { $name } warten: { $problem }
       *[other] Meldungen gestört: { $problem }
    }
condition-trigger_fault = Trigger gestört: { $problem }
condition-edges_unaccounted =
    { $case ->
        [edges] Die Kamera zählte seit ihrem Start { $counted } Flanken an ihrem Eingang, und { $came } kamen als Teile an
       *[other] Flanken ohne Teil: { $problem }
    }

## Account page

language = Sprache
log-out = Abmelden
keyboard = Tastatur
keyboard-shortcuts = Tastenkürzel
keyboard-words = Drücken Sie auf einer beliebigen Seite <kbd>?</kbd>, um zu sehen, welche Tasten dort etwas bewirken.
password-current = Aktuelles Passwort
password-new = Neues Passwort, mindestens 10 Zeichen
password-change = Passwort ändern
password-changed = Passwort geändert. Andere Browser wurden abgemeldet.
token = Token
token-create = Erstellen
token-issued = Kopieren Sie dieses Token jetzt. Es wird nicht noch einmal angezeigt
token-issued-at = ausgestellt am { $at }
token-new-example = zum Beispiel plc-gateway
token-new-name = Name des neuen Tokens
token-revoke = Widerrufen
token-revoked = Token { $title } widerrufen.
tokens = API-Token
tokens-docs = Dokumentation der HTTP-API
tokens-words = Programme senden ein Token als <code>Authorization: Bearer …</code> an die HTTP-API. Ein Token hat dieselben Rechte wie Sie.

people = Personen
people-words = Alle hier aufgeführten Personen können sich anmelden und dürfen dasselbe wie Sie: Es gibt keine Rollen.
people-since = seit { $at }
people-you = Das sind Sie. Ihr Passwort ändern Sie oben; niemand kann sich selbst entfernen.
people-add = Person hinzufügen
people-name = Name der Person
people-name-example = zum Beispiel Bert
people-name-first = Geben Sie zuerst einen Namen ein.
people-issued = Kopieren Sie das Passwort von { $name } jetzt. Es wird nicht noch einmal angezeigt
people-issued-words = Geben Sie es nur dieser Person. Sie kann es nach der Anmeldung auf dieser Seite ändern.
people-new-password = Neues Passwort
people-new-password-of = Neues Passwort für { $name }
people-new-password-words = Die Station erzeugt ein neues Passwort. Das alte gilt nicht mehr, und die Person wird überall abgemeldet. Ihre API-Token gelten weiter.
people-remove-title = { $name } entfernen
people-remove-words = Die Person wird sofort abgemeldet, und ihre API-Token gelten nicht mehr. Zugriffsschlüssel gehören der Station und gelten weiter. Der Name bleibt in allen Aufzeichnungen, etwa bei Labels, Nachprüfungen und der Prüfung von Labels. Ein späteres Konto mit demselben Namen hat mit diesem nur den Namen gemeinsam; in den Aufzeichnungen sind die beiden deshalb nicht zu unterscheiden.
people-removed = { $name } kann sich nicht mehr anmelden.

access-keys = Zugriffsschlüssel
access-keys-title = Zugriffsschlüssel für die API von Lookout for Vision
access-keys-words = Programme, die für Amazon Lookout for Vision geschrieben wurden, signieren ihre Anfragen mit einem Zugriffsschlüssel dieser Station. Ein Schlüssel gibt keinen Zugang zu diesen Seiten.
access-keys-none = Noch keine Zugriffsschlüssel.
access-key-new = Neuer Zugriffsschlüssel
access-key-for = Wofür der Schlüssel ist
access-key-example = zum Beispiel Linie 3
access-key-rights = Rechte
access-key-right-read = Auflisten und beschreiben
access-key-right-detect = Bilder beurteilen (DetectAnomalies)
access-key-right-host = Modelle starten und stoppen
access-key-right-manage = Erstellen, trainieren, exportieren und löschen
access-key-all-rights = Alle Rechte
access-key-choose-right = Wählen Sie mindestens ein Recht.
access-key-only-project = Nur für ein Projekt (optional)
access-key-all-projects = alle Projekte
access-key-one-project = nur Projekt { $project }
access-key-last-used = zuletzt benutzt { $at }
access-key-never-used = nie benutzt
access-key-create = Zugriffsschlüssel erstellen
access-key-issued = Kopieren Sie das Geheimnis von { $title } jetzt. Es wird nicht noch einmal angezeigt
access-key-id = Zugriffsschlüssel-ID
access-key-secret = Geheimer Zugriffsschlüssel
access-key-code = Python-Code für boto3
access-key-code-words = Nur <code>endpoint_url</code> unterscheidet sich von Code für AWS. Jede Region ist recht. Installieren Sie <code>boto3==1.40.60</code> und <code>botocore==1.40.60</code>: Spätere Versionen haben diesen Client nicht mehr.
access-key-certificate = Wenn die Station ihr Zertifikat selbst ausgestellt hat, ergänzen Sie <code>verify="station.pem"</code> mit einer Kopie davon.
access-key-copied = Ich habe es kopiert
access-key-revoke = { $title } widerrufen
access-key-revoked = Zugriffsschlüssel { $title } widerrufen. Programme, die ihn benutzen, werden ab jetzt abgewiesen.

## Settings page

settings-changed-back = Die Adresse wurde zurückgestellt
settings-changed-back-words = { $reason }. Die Seiten sind unter der vorigen Adresse.
settings-unwritable = Die Einstellungsdatei kann von hier nicht geändert werden
settings-unwritable-words = <code>{ $file }</code>: { $reason }. Sie können Einstellungen hier prüfen und den Text in die Datei kopieren.
settings-file = Diese Einstellungen stehen in <code>{ $file }</code>, mit anderen, die dort geändert werden.
settings-last-change = Zuletzt hier geändert am { $at } von { $author }.
settings-error = Die Einstellungsdatei hat einen Fehler
settings-error-words = Die Station läuft mit den Einstellungen ihres letzten Starts. Berichtigen Sie die Datei, und laden Sie diese Seite neu.

settings-camera = Kamera
settings-camera-kind = Art der Kamera
settings-camera-kind-pylon = Basler-Kamera (USB3 oder GigE)
settings-camera-kind-emulator = Kamera-Emulator von pylon
settings-camera-kind-folder = Bilderordner oder Videodatei
settings-camera-kind-other = { $type } (aus der Einstellungsdatei)
settings-camera-emulate = Kamera-Emulator
settings-camera-serial = Seriennummer
settings-camera-serial-any = beliebig
settings-camera-serial-hint = Wie auf der Kamera aufgedruckt. Leer lassen, um die einzige angeschlossene Kamera zu verwenden.
settings-camera-serial-fixed = Die Seriennummer ist fest vorgegeben.
settings-camera-folder = Bilderordner
settings-camera-folder-none = Testbild von pylon
settings-camera-folder-hint = Ein Ordner auf der Station. Der Emulator spielt seine Bilder in der Reihenfolge ihrer Namen ab.
settings-camera-path = Bilderordner oder Videodatei
settings-camera-path-hint = Ein Pfad auf der Station.
settings-camera-rate = Bildrate
settings-camera-rate-hint = In Hz, für das Livebild. Leer lassen für die eigene Rate des Videos, bei Bildern 10 Hz.
settings-cameras = Angeschlossene Kameras
settings-cameras-search = Erneut suchen
settings-cameras-searching = Kameras werden gesucht …
settings-cameras-none = Keine Kamera gefunden. Prüfen Sie Kabel und Stromversorgung.
settings-cameras-found = { $connection }, Seriennummer { $serial }
settings-cameras-found-named = { $connection }, Seriennummer { $serial }, { $name }
settings-cameras-chosen = gewählt
settings-cameras-use = { $model } { $serial } verwenden
settings-fixed = Durch die Umgebungsvariable <code>{ $variable }</code> gesetzt und daher hier nicht änderbar.

settings-broker = MQTT-Broker
settings-broker-publish = Ergebnisse an einen MQTT-Broker senden
settings-broker-kind = Art des Empfängers
settings-broker-host = Hostname oder IP-Adresse
settings-broker-port = Port
settings-broker-port-hint = Meist 1883, mit TLS 8883.
settings-broker-no-login = keine Anmeldung
settings-broker-no-password = keines
settings-broker-password-hint = Das gespeicherte Passwort bleibt, solange Sie kein anderes eingeben. Es wird nie angezeigt.
settings-broker-prefix = Anfang jedes Topics
settings-broker-prefix-hint = Ergebnisse gehen an dies, den Namen der Station und „result“, zum Beispiel okng/station-1/result.
settings-broker-prefix-pattern = Verwenden Sie Buchstaben, Ziffern, _ und -, mit / zwischen Ebenen.
settings-broker-tls = TLS
settings-broker-encrypt = Verbindung verschlüsseln (TLS)
settings-broker-authority = Zertifizierungsstelle
settings-broker-authority-system = die, denen das System vertraut
settings-broker-authority-hint = Eine PEM-Datei auf der Station, wenn eine eigene Stelle das Zertifikat des Brokers signiert hat.
settings-broker-certificate = Zertifikat der Station
settings-broker-key = Privater Schlüssel der Station
settings-broker-no-file = keine
settings-broker-files = PEM-Dateien auf der Station, für Broker, die ein Zertifikat verlangen.
settings-broker-test = Verbindung testen
settings-broker-testing = Verbindet …
settings-broker-answers = Der Broker antwortet und nimmt die Anmeldung an ({ $protocol }).
settings-broker-others =
    { $count ->
        [one] Ein weiterer Empfänger von Ergebnissen steht in der Einstellungsdatei.
       *[other] { $count } weitere Empfänger von Ergebnissen stehen in der Einstellungsdatei.
    }

settings-network = Station und Netzwerk
settings-station = Name der Station
settings-station-hint = Teil jedes Ergebnisses und der MQTT-Topics. Programme, die sie empfangen, müssen einer Änderung folgen.
settings-web-host = Erreichbar unter
settings-web-port = Port der Seiten
settings-web-everywhere = Jedes Netzwerk der Station ({ $address })
settings-web-here = Nur diese Station ({ $address })
settings-web-locked-out = Von diesem Browser aus sind die Seiten dann nicht mehr erreichbar: Er läuft auf einem anderen Rechner.
settings-web-no-tls = Ohne TLS-Zertifikat gehen Passwörter unverschlüsselt durch das Netzwerk. Tragen Sie eines in der Einstellungsdatei ein: <code>tls_certificate</code> und <code>tls_key</code> von <code>[web]</code>.

settings-nothing-changed = Noch ist nichts geändert, also gibt es nichts zu speichern.
settings-check = Prüfen
settings-save = Speichern …
settings-preview-words = Sie sehen, was neu startet, bevor etwas gespeichert wird.
settings-refused = Nicht gespeichert. Siehe die markierten Felder.
settings-saved-notice = Einstellungen gespeichert.
settings-saved = Einstellungen gespeichert
settings-device-restarts = Die Prüfung startet mit den neuen Einstellungen neu.
settings-device-silent = Der Geräteprozess hat nicht geantwortet. Er verwendet die neuen Einstellungen ab seinem nächsten Start.
settings-pages-restart = Die Seiten starten neu, das dauert einige Sekunden. Danach sind sie unter <link>{ $address }</link>, und dieser Browser geht innerhalb einer halben Minute von selbst dorthin. Unter einem anderen Hostnamen oder einer anderen IP-Adresse müssen Sie sich neu anmelden.

settings-dialog = Einstellungen speichern
settings-dialog-copy = Einstellungen zum Kopieren
settings-dialog-save = Diese Einstellungen speichern?
settings-setting = Einstellung
settings-now = Jetzt
settings-after = Danach
settings-replaced = ersetzt
settings-restarts = Was neu startet
settings-restarts-device = <b>Die Prüfung.</b> Sie hält etwa zehn Sekunden an, und Teile, die inzwischen durchlaufen, werden nicht geprüft. Dann geht sie mit demselben Rezept und Modus weiter.
settings-restarts-inspecting = Die Station prüft gerade.
settings-restarts-web = <b>Die Seiten.</b> Sie sind einige Sekunden weg, in jedem Browser.
settings-restarts-web-only = <b>Die Seiten.</b> Sie sind einige Sekunden weg, in jedem Browser. Die Prüfung geht weiter.
settings-restarts-nothing = Nichts.
settings-copy-words = Setzen Sie diesen Text in <code>{ $file }</code> ein, behalten Sie die Passwörter der Datei, wo *** steht, und starten Sie okng neu.
settings-copy = Einstellungsdatei
settings-old-file = Die jetzige Datei bleibt als <code>{ $file }.old</code> erhalten. Ihr Name wird festgehalten.
settings-saving = Wird gespeichert …
settings-save-and-restart = Speichern und neu starten
settings-full-label = { $section }: { $label }
settings-quoted = „{ $label }“
settings-stored = gespeichert
settings-not-set = nicht gesetzt
settings-yes = ja
settings-no = nein

## Cloud page

sync = Abgleich mit S3
sync-not-configured = Nicht konfiguriert
sync-not-configured-words = Diese Station sendet nichts an einen Bucket.
sync-not-running = Läuft nicht
sync-not-running-words = Der Abgleich läuft nicht, also wird nichts gesendet. Nichts geht verloren: Dateien warten auf dieser Station. Starten Sie ihn mit okng sync, auf einer Appliance mit systemctl start okng-sync.
sync-retrying = Neuer Versuch
sync-retrying-words = Dateien kommen zurzeit nicht an. Nichts geht verloren: Sie warten auf dieser Station.
sync-retrying-at = Dateien kommen zurzeit nicht an. Nichts geht verloren: Sie warten auf dieser Station. Der nächste Versuch ist um { $at }.
sync-outside-windows = Außerhalb der Zeitfenster
sync-outside-windows-words = Dateien warten bis zum nächsten Zeitfenster der Einstellungen.
sync-connected = Verbunden
sync-sending = Dateien werden gesendet.
sync-about-to-send = Dateien werden gleich gesendet.
sync-all-sent = Alles ist gesendet.
sync-set-up = Bilder, Ergebnisse, Datensätze und Modelle können an einen S3-kompatiblen Speicher gesendet werden. Ergänzen Sie eine Tabelle in der Einstellungsdatei <code>okng.toml</code> der Station, und starten Sie okng neu. Für AWS lassen Sie <code>endpoint</code> weg.
sync-settings = Einstellungen des Abgleichs

sync-bucket = Bucket
sync-bucket-at = { $bucket } bei { $endpoint }
sync-waiting = Wartend
sync-amount =
    { $count ->
        [one] { $count } Datei, { $size }
       *[other] { $count } Dateien, { $size }
    }
sync-oldest = Älteste
sync-oldest-age = wartet seit { $age }
sync-rate = Rate
sync-rate-words = { $rate } MB/s in der letzten Minute
sync-arrived = Angekommen
sync-amount-last =
    { $count ->
        [one] { $count } Datei, { $size }, die letzte { $at }
       *[other] { $count } Dateien, { $size }, die letzte { $at }
    }
sync-not-sent = Nicht gesendet
sync-not-sent-files =
    { $count ->
        [one] { $count } Datei konnte nicht gesendet werden
       *[other] { $count } Dateien konnten nicht gesendet werden
    }

sync-files = Dateien
sync-files-uploaded = Angekommen
sync-files-waiting = Wartend
sync-files-failed = Nicht gesendet
sync-files-none = Keine Dateien.
sync-files-newest = Die neuesten { $shown } von { $count } Dateien.
sync-retry = Alle erneut senden
sync-retried =
    { $count ->
        [one] { $count } Datei wird erneut gesendet.
       *[other] { $count } Dateien werden erneut gesendet.
    }
sync-upload-ended = { $kind }, { $size }, beendet { $at }
sync-upload-since = { $kind }, { $size }, seit { $at }
sync-kind-picture = Bild einer Prüfung
sync-kind-results = Ergebnisse
sync-kind-dataset = Bild eines Datensatzes
sync-kind-model = Modell
sync-age-moment = weniger als einer Minute
sync-age-minutes =
    { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }
sync-age-hours =
    { $count ->
        [one] { $count } Stunde
       *[other] { $count } Stunden
    }
sync-age-days =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tagen
    }

fleet = Stationen dieses Buckets
fleet-stations = Stationen
fleet-station = Station
fleet-recipe = Rezept
fleet-model = Modell
fleet-yield = Ausbeute
fleet-conditions = Meldungen
fleet-version = Version
fleet-last-report = Letzter Bericht
fleet-state-silent = Geräteprozess antwortet nicht
fleet-state-inspect = Prüft
fleet-state-collect = Sammelt
fleet-state-live = Livebild
fleet-named = { $name } Version { $version }
fleet-parts =
    { $count ->
        [one] { $count } Teil in 24 h
       *[other] { $count } Teile in 24 h
    }
fleet-no-conditions = keine
fleet-age = vor { $age }
fleet-out-of-date = veraltet
fleet-none = Noch keine Station hat berichtet.
fleet-unreadable = Der Bericht { $key } ist nicht lesbar: { $reason }
fleet-read-at = Aus dem Bucket gelesen { $at }.

cloud-aws = AWS-Verbindung
cloud-aws-words = AWS dient nur als Speicher. Modelle werden auf dieser Station trainiert, und Bilder werden hier beurteilt.
cloud-not-connected = Diese Station ist nicht mit AWS verbunden.
cloud-create = AWS-Ressourcen erstellen
cloud-create-step = 1. AWS-Ressourcen erstellen
cloud-create-words = Laden Sie die Vorlage herunter. Öffnen Sie in der AWS-Konsole <b>CloudFormation</b>, wählen Sie <b>Create stack</b>, laden Sie die Vorlage hoch, und geben Sie der Station einen Namen. Sie erstellt einen Bucket und ein Zertifikat nur für diese Station.
cloud-connect = Mit AWS verbinden
cloud-connect-step = 2. Mit AWS verbinden
cloud-connect-words = Wenn der Stack fertig ist, öffnen Sie seine <b>Outputs</b>, und kopieren Sie den Wert von <code>DeviceCertUrl</code>. Er gilt eine Stunde. Halten Sie ihn geheim wie ein Passwort.
cloud-connecting = Verbindet …
cloud-state = Zustand
cloud-connected = <b>Mit AWS verbunden</b> seit { $at }
cloud-station = Station in AWS
cloud-bucket = Bucket
cloud-region = Region
cloud-check = Verbindung prüfen
cloud-checking = AWS wird gefragt …
cloud-checked = AWS antwortet. Seine Anmeldedaten gelten bis { $at }.
cloud-disconnect = Trennen
cloud-disconnect-words = Zertifikat und Schlüssel der Station werden von dieser Station entfernt. Was im Bucket liegt, bleibt.
cloud-disconnect-yes = Ja, trennen
cloud-disconnected = Von AWS getrennt. Löschen Sie den Stack in CloudFormation, um den Rest zu entfernen.

## Configuration page

configuration-tab-camera = Kamera
configuration-tab-region = Ausschnitt
configuration-tab-trigger = Trigger
configuration-tab-outputs = Ausgänge
configuration-tab-detection = Detektion
configuration-tab-recipe = Rezept
configuration-live-view = Livebild
configuration-settings = Einstellungen
configuration-choose-camera = Kamera, Broker und Adresse wählen
configuration-needs-camera = Verfügbar, sobald die Kamera verbunden ist.
configuration-inspecting = Die Prüfung läuft.
configuration-collecting = Es werden Bilder gesammelt.
configuration-draft =
    { $state ->
        [clean] Rezept <b>{ $name }</b> Version { $version }. Es gibt keine Änderungen anzuwenden.
        [overtaken] Rezept <b>{ $name }</b> Version { $version }, noch nicht angewendet. Jemand anders hat dieses Rezept geändert: „Anwenden“ ersetzt diese Änderungen.
       *[changed] Rezept <b>{ $name }</b> Version { $version }, noch nicht angewendet
    }
configuration-draft-new =
    { $state ->
        [clean] Rezept <b>{ $name }</b>. Es gibt keine Änderungen anzuwenden.
        [overtaken] Rezept <b>{ $name }</b>, noch nicht angewendet. Jemand anders hat dieses Rezept geändert: „Anwenden“ ersetzt diese Änderungen.
       *[changed] Rezept <b>{ $name }</b>, noch nicht angewendet
    }
configuration-applying = Wird angewendet…
configuration-applied = Angewendet.
configuration-adjusted = Angewendet. Die Kamera hat einige Einstellungen angepasst.
configuration-saved = Gespeichert. Die Einstellungen werden angewendet, sobald die Kamera verbunden ist.
configuration-refused = Nicht angewendet. Siehe die markierten Felder unter „{ $tab }“.

camera-settings-exposure_us = Belichtung
camera-settings-gain_db = Verstärkung
camera-settings-frame_rate_hz = Bildrate
camera-settings-pixel_format = Pixelformat
camera-settings-strobe-line = Blitzausgang
camera-settings-no-strobe = Keiner
camera-settings-offset_x = Bildausschnitt, links
camera-settings-offset_y = Bildausschnitt, oben
camera-settings-width = Bildausschnitt, Breite
camera-settings-height = Bildausschnitt, Höhe
camera-settings-debouncer_us = Entprellung
camera-settings-delay_us = Triggerverzögerung
camera-settings-corrections = Die Kamera hat Ihre Einstellungen angepasst
camera-settings-not-set = <b>{ $setting }</b>: Sie wollten { $asked }, aber diese Kamera hat diese Einstellung nicht.
camera-settings-adjusted = <b>{ $setting }</b>: Sie wollten { $asked }, die Kamera verwendet { $applied }.
camera-settings-meters = Messanzeigen
camera-settings-no-meters = Fokus und Helligkeit erscheinen mit dem Livebild.
camera-settings-focus = Fokus
camera-settings-reset-peak = Spitze zurücksetzen
camera-settings-reset-peak-words = Mit der aktuellen Schärfe neu beginnen
camera-settings-sharpness-peak = Schärfe { $value }, Spitze { $peak }
camera-settings-sharpness = <b>{ $value }</b> Schärfe
camera-settings-of-peak = { $share } der Spitze { $peak }
camera-settings-brightness = Helligkeit
camera-settings-brightness-fine = Helligkeit OK
camera-settings-overexposed = Überbelichtet: Belichtung verringern
camera-settings-too-dark = Zu dunkel: Belichtung oder Licht erhöhen
camera-settings-too-bright = Zu hell: Belichtung verringern
camera-settings-histogram = Histogramm der Grauwerte
camera-settings-mean = <b>{ $share }</b> Mittelwert
camera-settings-saturated = <b>{ $share }</b> gesättigt
camera-settings-scene = Szene im Vergleich zu den Trainingsbildern

region-words = Zeichnen Sie den Bildausschnitt mit der Maus oder dem Finger auf das Livebild. Ziehen Sie den Rahmen, um ihn zu verschieben, oder seine Ecken und Seiten, um die Größe zu ändern.
region-offset_x = Links
region-offset_y = Oben
region-width = Breite
region-height = Höhe
region-reset = Auf den ganzen Sensor zurücksetzen
region-is-whole = Der Bildausschnitt ist der ganze Sensor.
region-on-sensor = Bildausschnitt { $width } mal { $height } bei { $left }, { $top } des Sensors
region-sensor = Sensor { $sensor } px. Aktuell: { $width } × { $height } bei ({ $left }, { $top })

trigger-kind = Triggerquelle
trigger-kind-software = Schaltfläche oder HTTP-API
trigger-kind-timer = Timer
trigger-kind-line = Kameraeingang
trigger-kind-gpio = GPIO-Leitung
trigger-words = Die Schaltfläche auf der Seite „Prüfung“ und die HTTP-API wirken auch mit Timer und GPIO, aber nicht mit dem Kameraeingang.
trigger-period = Periode
trigger-period-hint = Von 5 ms bis 1 Stunde.
trigger-line = Leitung
trigger-chip = Chip
trigger-edge = Flanke
trigger-edge-rising = Steigende Flanke
trigger-edge-falling = Fallende Flanke
trigger-bias = Pull-Widerstand
trigger-bias-as_is = Unverändert
trigger-bias-disabled = Aus
trigger-bias-pull_up = Pull-up
trigger-bias-pull_down = Pull-down
trigger-debouncer = Entprellung
trigger-debouncer-hint = Kürzere Pegel werden ignoriert.
trigger-debouncer-camera-hint = Kürzere Impulse werden ignoriert. Jede Flanke wird um diese Zeit verzögert.
trigger-delay = Verzögerung
trigger-delay-hint = Von der Flanke bis zum Beginn der Belichtung.
trigger-every = Flanken je Teil
trigger-every-hint = Mehr als 1 bei einem Drehgeber.
trigger-every-camera-hint = Mehr als 1 bei einem Drehgeber; die Kamera braucht einen Triggerteiler.
trigger-interval = Kürzester Abstand
trigger-interval-hint = Eine Flanke, die früher auf eine andere folgt, ist ein Prellen und kein Teil.
trigger-simulate-edge = Flanke simulieren

output-settings-gpio = GPIO-Ausgang
output-settings-camera_output = Kameraausgang
output-settings-chip = Chip
output-settings-line = Leitung
output-settings-active-on = Aktiv bei
output-settings-on-ng = NG-Teilen
output-settings-on-ok = OK-Teilen
output-settings-ready = Bereitschaft der Station
output-settings-heartbeat = Lebenszeichen
output-settings-active-low = Low-aktiv
output-settings-pulse = Impuls
output-settings-pulse-hint = 0 hält den Pegel bis zum nächsten Urteil.
output-settings-delay = Verzögerung
output-settings-from = Verzögerung zählt ab
output-settings-from-verdict = Urteil
output-settings-from-trigger = Trigger
output-settings-from-distance = Trigger, plus Weg bis zur Weiche
output-settings-from-parts = Trigger eines späteren Teils
output-settings-distance = Weg bis zur Weiche
output-settings-speed = Geschwindigkeit
output-settings-parts = Teile zwischen Kamera und Weiche
output-settings-no-verdict-yet = Ein Teil, das bis dahin kein Urteil hat, bekommt das Signal für Teile ohne Urteil.
output-settings-remove = Diesen Ausgang entfernen
output-settings-add-camera = Kameraausgang hinzufügen
output-settings-add-gpio = GPIO-Ausgang hinzufügen
output-settings-none-free = Alle Ausgänge der Kamera sind belegt.
output-settings-none = Diese Kamera hat keine konfigurierbaren Ausgänge.
output-settings-safe = Signal für Teile ohne Urteil
output-settings-safe-ng = NG (aussortiert)
output-settings-safe-none = Kein Signal
output-settings-time-limit = Zeitlimit
output-settings-time-limit-hint = Vom Trigger bis zum Urteil, mindestens 10 ms. Ein späteres Urteil zählt als ERROR. 0: kein Limit.

detection-detector = Detektor
detection-no-detector = Keiner
detection-import = Ein Detektor findet und klassifiziert Objekte wie einen Kratzer, ein Etikett oder eine Schraube. Diese Station hat noch keinen. Importieren Sie einen mit <code>okng import-detector</code>.
detection-words = Die Regeln unter dem Livebild legen fest, wie viele Objekte jeder Klasse ein Gutteil hat. Ein Teil, das eine Regel verletzt, ist NG, gleich was das Anomaliemodell sagt. Klassen ohne Regel werden angezeigt, zählen aber nicht.
detection-locate = Zuerst das Teil suchen
detection-locate-no = Nein: das ganze Bild prüfen
detection-margin = Rand
detection-margin-hint = Wird an jeder Seite hinzugefügt, als Anteil der längeren Seite des Rahmens. Höchstens 50 %.
detection-aspect-ratio = Seitenverhältnis
detection-aspect-ratio-hint = Breite zu Höhe des Zuschnitts: 1 ist quadratisch, 2 doppelt so breit wie hoch.
detection-part-words = Genau ein Teil muss gefunden werden, sonst ist das Ergebnis ERROR. Das Anomaliemodell muss mit denselben Zuschnitten trainiert werden: zuerst dies anwenden, dann mit „Auslösen“ Bilder sammeln, dann trainieren.
detection-rules = Regeln
detection-class = Klasse
detection-at_least = Mindestens
detection-at_most = Höchstens
detection-minimum_score = Min. Score
detection-minimum_size_px = Min. Größe, px
detection-maximum_size_px = Max. Größe, px
detection-limit-of = { $limit }, { $name }
detection-where = Wo
detection-zone = Zone
detection-anywhere = Überall
detection-zone-of = Zone von { $name }
detection-zone-draw = Zeichnen Sie die Zone, in der <b>{ $name }</b> zählt. Die Mitte des Rahmens muss darin liegen.
detection-class-unknown = Der Detektor hat keine Klasse { $name }.
detection-rule-words = { $name }: { $count }
detection-count-none = keines erlaubt
detection-count-any = beliebig viele (nur angezeigt)
detection-count-exactly = genau { $most }
detection-count-or-more = { $least } oder mehr
detection-count-between = { $least } bis { $most }
detection-count-at-most = höchstens { $most }
detection-rule-add = Regel hinzufügen
detection-rule-remove = Regel für { $name } entfernen
detection-no-class-left = Jede Klasse des Detektors hat schon eine Regel.
detection-no-rules = Ohne Regeln werden Objekte angezeigt, machen ein Teil aber nie NG.

alarm-settings = NG-Alarm
alarm-settings-words = Viele NG-Teile bedeuten öfter ein verschmutztes Objektiv oder ein verschlissenes Werkzeug als viele Schlechtteile.
alarm-settings-consecutive = Nach NG-Teilen in Folge
alarm-settings-in-a-row = In Folge
alarm-settings-of-last = Nach NG-Teilen unter den letzten Teilen
alarm-settings-limit = NG-Teile
alarm-settings-parts = Unter den letzten
alarm-settings-stop = Der Alarm stoppt die Station
alarm-settings-stops = Die Station ist nicht bereit für Teile, bis jemand den Alarm quittiert.
alarm-settings-goes-on = Der Alarm wird angezeigt und gesendet; Teile werden weiter geprüft.

recipe-threshold = Schwelle
recipe-threshold-hint = Scores darüber sind NG. 0: trainierte Schwelle verwenden.
recipe-review-distance = Nachprüfabstand
recipe-review-distance-hint = Teile, deren Score so nah an der Schwelle liegt, werden zur Nachprüfung markiert. 0: keine. Die trainierte Breite stellen Sie auf der Seite „Modell“ wieder her.
recipe-number = Nummer für die SPS
recipe-number-hint = Eine SPS wählt das Rezept mit dieser Nummer, von 1 bis 65535. 0: keine.
recipe-latest = neueste: Version { $version }, { $at }, { $author }
recipe-active-version = Version { $version } aktiv
recipe-activate = Aktivieren
recipe-activate-it = { $name } Version { $version } aktivieren?
recipe-activated = { $name } Version { $version } ist jetzt aktiv.
recipe-new = Neues Rezept aus diesen Einstellungen
recipe-new-example = zum Beispiel Deckel links
recipe-new-no-name = Geben Sie einen Namen ein, um diese Einstellungen zu kopieren.
recipe-new-bad-name = Ändern Sie zuerst den Namen.
recipe-export = TOML exportieren
recipe-import = TOML importieren
recipe-import-it = { $file } importieren?
recipe-import-column = In der Datei
recipe-imported = { $name } wurde als Version { $version } importiert, die jetzt aktiv ist.
recipe-change-other = Ab dem nächsten Teil gilt Rezept <b>{ $name }</b> statt <b>{ $running }</b>. Es wird nichts geändert, bevor Sie „{ $action }“ drücken.
recipe-change-same = Ab dem nächsten Teil gilt Rezept <b>{ $name }</b> mit diesen Einstellungen. Es wird nichts geändert, bevor Sie „{ $action }“ drücken.
recipe-change-none = Seine Einstellungen sind die des aktiven Rezepts.
recipe-one-moment = Einen Moment…
recipe-not-known-yet = Die Station hat noch nicht gemeldet, welches Rezept läuft. Versuchen Sie es gleich noch einmal.
recipe-left = Nicht gespeicherte Änderungen von { $at }
recipe-left-words = Sie wurden in diesem Browser gemacht und nicht angewendet. Die Station prüft ohne sie.
recipe-left-overtaken =
    Das Rezept der Station hat sich seither geändert: Die Änderungen gingen aus von { $from ->
        [none] keinem Rezept
       *[other] { $from }
    }, und jetzt ist { $running ->
        [none] kein Rezept
       *[other] { $running }
    } aktiv. Prüfen Sie sie, bevor Sie sie anwenden.
recipe-left-column = Mit den Änderungen
recipe-left-continue = Fortsetzen
recipe-active-now = Jetzt aktiv
recipe-setting = Einstellung
recipe-same = Die Einstellungen sind gleich.
recipe-versions = Versionen von { $name }
recipe-versions-same = Diese Versionen haben dieselben Einstellungen.
recipe-version = Version { $version }
recipe-version-of = { $name } Version { $version }
recipe-version-missing = { $name } Version { $version } (fehlt)
recipe-version-active = { $version } (aktiv)
recipe-made = { $at }, { $author }
recipe-active = aktiv
recipe-compare = Vergleichen
recipe-compare-it = Version { $version } vergleichen
recipe-compare-version = Version vergleichen
recipe-with-version = mit Version
recipe-restore = Version { $version } wiederherstellen
recipe-restore-of = Version { $version } von { $name } wiederherstellen
recipe-restore-active = Diese Version ist aktiv. Wählen Sie eine andere, um sie wiederherzustellen.
recipe-restore-words = Ihre Einstellungen werden zu einer neuen Version des Rezepts, die ab jetzt gilt. Ihr Name und der Grund werden aufgezeichnet.
recipe-restore-rejected = Gutteile wurden aussortiert
recipe-restore-accepted = Schlechtteile wurden durchgelassen
recipe-restore-mistake = Versehentlich geändert
recipe-restored = { $name } Version { $version } ist als Version { $as } wiederhergestellt, die jetzt aktiv ist.

recipe-not-set = nicht gesetzt
recipe-yes = ja
recipe-no = nein
recipe-field-inside = { $outer }, { $inner }
recipe-item-outputs = Ausgang { $number }
recipe-item-rules = Regel { $number }
recipe-item-parts = Teil { $number }
recipe-item-at = Anlass { $number }
recipe-field-name = Name
recipe-field-number = Nummer für die SPS
recipe-field-acquisition = Kamera
recipe-field-exposure_us = Belichtung
recipe-field-gain_db = Verstärkung
recipe-field-frame_rate_hz = Bildrate
recipe-field-pixel_format = Pixelformat
recipe-field-strobe_line = Blitzausgang
recipe-field-roi = Bildausschnitt
recipe-field-offset_x = Versatz x
recipe-field-offset_y = Versatz y
recipe-field-width = Breite
recipe-field-height = Höhe
recipe-field-trigger = Trigger
recipe-field-type = Art
recipe-field-period_ms = Periode
recipe-field-min_interval_ms = kürzester Abstand
recipe-field-chip = Chip
recipe-field-line = Leitung
recipe-field-activation = Flanke
recipe-field-bias = Pull-Widerstand
recipe-field-debouncer_us = Entprellung
recipe-field-delay_us = Verzögerung
recipe-field-every = Flanken je Teil
recipe-field-model = Modell
recipe-field-threshold = Schwelle
recipe-field-review_distance = Nachprüfabstand
recipe-field-detection = Detektion
recipe-field-at_least = mindestens
recipe-field-at_most = höchstens
recipe-field-minimum_score = Mindestscore
recipe-field-minimum_size_px = Mindestgröße
recipe-field-maximum_size_px = Höchstgröße
recipe-field-zone = Zone
recipe-field-left = links
recipe-field-top = oben
recipe-field-right = rechts
recipe-field-bottom = unten
recipe-field-part = Teil
recipe-field-margin = Rand
recipe-field-aspect_ratio = Seitenverhältnis
recipe-field-role = Funktion
recipe-field-active_on = aktiv bei
recipe-field-active_low = Low-aktiv
recipe-field-pulse_ms = Impuls
recipe-field-delay_ms = Verzögerung
recipe-field-delay_from = Verzögerung ab
recipe-field-distance_mm = Weg
recipe-field-speed_mm_s = Geschwindigkeit
recipe-field-parts = Teile
recipe-field-user_output = Ausgangsleitung
recipe-field-safe_output = Signal ohne Urteil
recipe-field-time_limit_ms = Zeitlimit
recipe-field-alarms = Alarme
recipe-field-ng_of_last = NG unter den letzten Teilen
recipe-field-limit = Grenze
recipe-field-consecutive_ng = NG-Teile in Folge
recipe-field-stop = Stopp
recipe-field-challenge = Kontrollprüfung
recipe-field-expected = erwartet
recipe-field-failed_rule = verletzte Regel

challenge-wanted = Kontrollprüfung mit Musterteilen
challenge-wanted-words = Die Station nimmt kein Teil an, bis jedes Musterteil wie erwartet beurteilt wurde.
challenge-at-recipe_start = Bei jedem Start des Rezepts
challenge-at-shift_start = Einmal je Schicht
challenge-known-part = Musterteil
challenge-good-part = Gutteil
challenge-bad-part = Schlechtteil
challenge-part-name = Name
challenge-part-expected = Erwartet
challenge-part-rule = Muss NG sein wegen
challenge-any-reason = Beliebiger Grund
challenge-part-add = Musterteil hinzufügen
challenge-part-remove = Dieses Teil entfernen

## Training page

training-start = Modell trainieren
training-words =
    { $anomaly ->
        [0] Trainiert mit { $normal } normalen Bildern.
        [one] Trainiert mit { $normal } normalen Bildern und misst an { $anomaly } anomalen Bild.
       *[other] Trainiert mit { $normal } normalen Bildern und misst an { $anomaly } anomalen Bildern.
    }
training-no-dataset = Es gibt noch keinen Datensatz. Nehmen Sie auf der Seite „Training“ Bilder auf.
training-job-runs = { $job } läuft.
training-normal-missing =
    { $missing ->
        [one] Es fehlt noch { $missing } normales Bild ({ $normal } von { $needed }).
       *[other] Es fehlen noch { $missing } normale Bilder ({ $normal } von { $needed }).
    }
training-normal-collected = Aufgenommene normale Bilder
training-more-needed =
    { $missing ->
        [one] Zum Training fehlt noch { $missing } normales Bild (insgesamt { $needed })
       *[other] Zum Training fehlen noch { $missing } normale Bilder (insgesamt { $needed })
    }
training-enough = Genug zum Trainieren. Anomale Bilder sind nicht nötig, aber nur mit ihnen lässt sich die Erkennung messen.
training-open-model = { $model } Version { $version } öffnen
training-next-label = Was die nächsten Bilder zeigen
training-label-normal = gute Teile
training-label-anomaly = mit Fehler
training-trigger-effect = Auslösen: ein Bild zum Datensatz hinzufügen
training-each-trigger =
    { $split ->
        [train] Jeder Trigger fügt ein Bild der Klasse <b>{ $label }</b> zum Training hinzu. Die Leertaste löst auch aus.
        [test] Jeder Trigger fügt ein Bild der Klasse <b>{ $label }</b> zum Testen hinzu. Die Leertaste löst auch aus.
       *[none] Jeder Trigger fügt ein Bild der Klasse <b>{ $label }</b> hinzu. Die Leertaste löst auch aus.
    }
training-line-triggers = Der Kameraeingang ist der Trigger: Jedes Teil fügt ein Bild hinzu.
training-inspection-runs = Die Prüfung läuft. Stoppen Sie sie, um Bilder aufzunehmen.
training-inspection-first = Stoppen Sie die Prüfung, um Bilder aufzunehmen.
training-camera-awaited = Warten auf die Kamera.
training-label-first = Wählen Sie zuerst „Normal“ oder „Anomal“.
training-cropped = Bilder der Kamera werden auf das Teil (<b>{ $part }</b>) zugeschnitten, hochgeladene Dateien nicht. Laden Sie also zugeschnittene Bilder hoch.
training-stop-collecting = Aufnahme beenden

split-next = Die nächsten Bilder verwenden für
split-train = zum Training
split-test = zum Testen
split-choice-train = Zum Training
split-choice-test = Zum Testen
split-choice-later = Später aufteilen
split-filter = Aufteilung
split-aside = Bilder zum Testen zurücklegen
split-aside-words = Mit ihnen wird kein Modell trainiert. Bilder einer Charge und Beinahe-Duplikate bleiben zusammen; prüfen Sie daher zuerst den Datensatz.
split-done = Die Bilder wurden in Trainings- und Testdaten aufgeteilt.

pictures-title = Bilder des Datensatzes
pictures-show-all = Alle { $count }
pictures-show-normal = Normal { $count }
pictures-show-anomaly = Anomal { $count }
pictures-show-removed = Entfernt { $count }
pictures-show-older = Ältere Bilder anzeigen
pictures-none = Hier sind keine Bilder.
pictures-awaited = Einen Moment…
pictures-picture = Bild { $id }
pictures-picture-label = Bild { $id }, { $label }
pictures-last = Letztes Bild
pictures-last-words =
    { $split ->
        [train] Letztes Bild: { $id }, <b>{ $label }</b>, zum Training
        [test] Letztes Bild: { $id }, <b>{ $label }</b>, zum Testen
       *[none] Letztes Bild: { $id }, <b>{ $label }</b>
    }
pictures-make = Bild { $id } als { $label } kennzeichnen
pictures-make-it = Als { $label } kennzeichnen
pictures-made = Bild { $id } ist jetzt { $label }.
pictures-remove = Bild { $id } entfernen
pictures-removed = Bild { $id } entfernt.
pictures-restored = Bild { $id } wiederhergestellt.
pictures-batch = Charge
pictures-batch-label = Charge, Los oder Schicht
pictures-batch-example = zum Beispiel Los 7
pictures-defect-type = Fehlerart
pictures-defect-type-example = zum Beispiel Riss
pictures-filter-any = Alle
pictures-arrival-uploaded = Im Bucket angekommen
pictures-arrival-waiting = Wartet auf die Übertragung in den Bucket
pictures-arrival-failed = Konnte nicht in den Bucket übertragen werden
pictures-arrival-reason = { $arrival }: { $reason }
pictures-not-sent = nicht gesendet
pictures-near-copy = Beinahe-Duplikat
pictures-near-copy-of = Beinahe-Duplikat von Bild { $id }
pictures-near-copy-title = Der Datensatz enthält schon fast das gleiche Bild
pictures-near-copy-words = Aus Beinahe-Duplikaten lernt das Modell nichts Neues, und seine Kennzahlen sehen besser aus, als sie sind.
pictures-near-copy-old = Bild { $id }, schon im Datensatz
pictures-near-copy-new = Bild { $id }, neu
pictures-near-copy-remove = Das neue entfernen
pictures-near-copy-keep = Beide behalten
pictures-select = Auswählen
pictures-select-one = Bild { $id } auswählen
pictures-select-all = Alle angezeigten auswählen
pictures-selected = Ausgewählte Bilder
pictures-selected-count =
    { $count ->
        [0] Tippen Sie auf Bilder, um sie auszuwählen
        [one] { $count } Bild ausgewählt
       *[other] { $count } Bilder ausgewählt
    }
pictures-selected-batch = Charge der ausgewählten Bilder
pictures-selected-defect-type = Fehlerart der ausgewählten Bilder
pictures-set-batch = Charge…
pictures-set-defect-type = Fehlerart…
pictures-set-empty = Leer lassen, um sie zu entfernen.
pictures-now-normal =
    { $count ->
        [one] { $count } Bild ist jetzt normal.
       *[other] { $count } Bilder sind jetzt normal.
    }
pictures-now-anomaly =
    { $count ->
        [one] { $count } Bild ist jetzt anomal.
       *[other] { $count } Bilder sind jetzt anomal.
    }
pictures-now-train =
    { $count ->
        [one] { $count } Bild dient jetzt zum Training.
       *[other] { $count } Bilder dienen jetzt zum Training.
    }
pictures-now-test =
    { $count ->
        [one] { $count } Bild dient jetzt zum Testen.
       *[other] { $count } Bilder dienen jetzt zum Testen.
    }
pictures-now-removed =
    { $count ->
        [one] { $count } Bild ist entfernt.
       *[other] { $count } Bilder sind entfernt.
    }
pictures-now-restored =
    { $count ->
        [one] { $count } Bild ist wiederhergestellt.
       *[other] { $count } Bilder sind wiederhergestellt.
    }
pictures-now-batch =
    { $count ->
        [one] { $count } Bild: Charge auf { $value } gesetzt.
       *[other] { $count } Bilder: Charge auf { $value } gesetzt.
    }
pictures-now-no-batch =
    { $count ->
        [one] { $count } Bild: Charge entfernt.
       *[other] { $count } Bilder: Charge entfernt.
    }
pictures-now-defect-type =
    { $count ->
        [one] { $count } Bild: Fehlerart auf { $value } gesetzt.
       *[other] { $count } Bilder: Fehlerart auf { $value } gesetzt.
    }
pictures-now-no-defect-type =
    { $count ->
        [one] { $count } Bild: Fehlerart entfernt.
       *[other] { $count } Bilder: Fehlerart entfernt.
    }
pictures-class-new = Neue Klasse
pictures-class-name-first = Geben Sie den Namen einer neuen Klasse ein, um sie hinzuzufügen.
pictures-class-effect = Die Klasse wählen
pictures-save-and-next = Speichern und weiter
pictures-save-and-close = Speichern und schließen
pictures-unsaved = Ihre Änderungen sind nicht gespeichert.
pictures-continue = Weiter bearbeiten
pictures-leave = Verlassen ohne Speichern

dataset-job-runs = Ein Auftrag läuft.
dataset-nothing-changed = Nichts geändert.
dataset-check = Prüfen
dataset-shortcut-side = Bild { $id }: { $side }
dataset-check-title = Prüfung des Datensatzes
dataset-checked =
    { $count ->
        [one] { $count } Bild geprüft, { $at } von { $author }.
       *[other] { $count } Bilder geprüft, { $at } von { $author }.
    }
dataset-checked-and =
    { $count ->
        [one] { $count } Bild geprüft, { $at } von { $author }; { $more }.
       *[other] { $count } Bilder geprüft, { $at } von { $author }; { $more }.
    }
dataset-check-settled = { $count } erledigt
dataset-check-kept = { $count } so belassen
dataset-check-unseen = { $count } seitdem hinzugefügt oder geändert. Prüfen Sie noch einmal.
dataset-findings =
    { $count ->
        [0] Keine Probleme gefunden
        [one] { $count } mögliches Problem
       *[other] { $count } mögliche Probleme
    }
dataset-findings-all = Alle { $count } anzeigen
dataset-finding-more = und { $count } weitere
dataset-finding-keep = So belassen
dataset-finding-kept = So belassen. Das wird nicht mehr angezeigt.
dataset-finding-how = Wie das gefunden wurde
dataset-remedied = Erledigt: { $words }.
dataset-changes = Änderungsverlauf
dataset-changes-none = Noch keine Änderungen.
dataset-change-of-picture = Bild { $id }: { $change }
dataset-change-of-pictures = { $count } Bilder: { $change }
dataset-change-label = jetzt { $label }
dataset-change-batch = Charge { $value }
dataset-change-no-batch = keine Charge
dataset-change-defect-type = Fehlerart { $value }
dataset-change-no-defect-type = keine Fehlerart
dataset-change-no-split = nicht aufgeteilt
dataset-change-boxes =
    { $count ->
        [one] { $count } Rahmen gezeichnet
       *[other] { $count } Rahmen gezeichnet
    }
dataset-change-no-boxes = Rahmen entfernt
dataset-change-mask = Maske gezeichnet
dataset-change-no-mask = Maske entfernt
dataset-change-removed = entfernt
dataset-change-restored = wiederhergestellt
dataset-change-several = geändert
dataset-change-undone = rückgängig gemacht
dataset-change-undoing = { $change } (rückgängig gemacht)
dataset-change-undo = Änderung { $id } rückgängig machen

boxes-filter = Rahmen
boxes-filter-true = annotiert
boxes-filter-false = noch nicht annotiert
boxes-draw = Rahmen zeichnen
boxes-draw-in = Rahmen in Bild { $id } zeichnen
boxes-drawn = Bild { $id }: { $boxes }.
boxes-of-picture = Rahmen von Bild { $id }
boxes-of-class = { $count } { $class }
boxes-no-objects = keine Objekte
boxes-without-class = ohne Klasse
boxes-canvas = Das Bild: darauf ziehen, um einen Rahmen zu zeichnen
boxes-box = Rahmen { $number } von { $count }, { $class }
boxes-choose-class = Klasse wählen
boxes-changed = Zuletzt geändert { $at } von { $author }
boxes-not-annotated = Noch nicht annotiert.
boxes-class = Klasse dieses Rahmens
boxes-class-next = Klasse des nächsten Rahmens
boxes-class-missing = Wählen Sie für jeden Rahmen eine Klasse.
boxes-summary =
    <b>{ $count ->
        [one] { $count } Rahmen
       *[other] { $count } Rahmen
    }</b><quiet>: { $boxes }</quiet>
boxes-summary-none = <b>Kein Rahmen</b><quiet>: Ziehen Sie auf dem Bild, um einen zu zeichnen.</quiet>
boxes-delete = Rahmen löschen
boxes-delete-which = Wählen Sie auf dem Bild einen Rahmen aus, um ihn zu löschen.
boxes-undo-nothing = Noch nichts rückgängig zu machen.
boxes-add-middle = Rahmen mittig einfügen
boxes-keyboard = Drücken Sie <kbd>?</kbd>, um zu sehen, was die Tastatur hier kann.
boxes-effect-next = Den nächsten Rahmen auswählen
boxes-effect-move = Den Rahmen verschieben; mit Shift: seine Größe ändern; mit Ctrl: um 10 px
boxes-effect-delete = Den Rahmen löschen
boxes-saved-empty = Ohne Rahmen gespeichert gilt das Bild als Beispiel ohne Objekte.
boxes-save-empty = Keine Objekte, weiter
boxes-import = Rahmen aus COCO, Darknet oder Label Studio importieren
boxes-import-empty = Bilder ohne Rahmen in der Datei haben keine Objekte, auch wenn sie hier Rahmen haben
boxes-import-exif = Bilder mit EXIF-Drehung
boxes-import-exif-asked = Fragen, wenn es darauf ankommt
boxes-import-exif-applied = Gedreht annotiert
boxes-import-exif-ignored = Nicht gedreht annotiert
boxes-import-files = Annotationsdateien
boxes-import-choose = Annotationsdateien wählen
boxes-import-runs = Import läuft…
boxes-import-words = Wählen Sie eine JSON-Datei oder Textdateien mit ihrer Klassendatei. Darin müssen die Bilder wie auf der Station heißen. Für andere Namen verwenden Sie <code>okng dataset import-boxes</code>.
boxes-import-done = Rahmen importiert.
boxes-imported =
    { $boxes ->
        [one] { $boxes } Rahmen
       *[other] { $boxes } Rahmen
    } in { $pictures ->
        [one] { $pictures } Bild
       *[other] { $pictures } Bildern
    }; { $skipped } übersprungen.
boxes-import-incomplete =
    { $count ->
        [one] { $count } Bild hat weniger Rahmen als die Datei. Zeichnen Sie die fehlenden.
       *[other] { $count } Bilder haben weniger Rahmen als die Datei. Zeichnen Sie die fehlenden.
    }
boxes-import-more = Und { $count } weitere. Die Befehlszeile führt alle auf.

masks-filter = Masken
masks-filter-true = mit Maske
masks-filter-false = ohne Maske
masks-classes = Maske: { $classes }
masks-draw = Maske zeichnen
masks-draw-of = Maske von Bild { $id } zeichnen
masks-of-picture = Maske von Bild { $id }
masks-saved = Maske von Bild { $id } gespeichert.
masks-deleted = Maske von Bild { $id } gelöscht.
masks-canvas = Das Bild mit seiner Maske
masks-area = { $class } { $pixels } px
masks-class = Klasse des Fehlers
masks-class-unknown = unbekannt
masks-empty = Kein Fehler markiert.
masks-tool = Werkzeug
masks-tool-brush = Pinsel
masks-tool-eraser = Radierer
masks-tool-fill = Füllen
masks-tool-move = Bewegen
masks-hint-brush = Ziehen Sie über den Fehler, um ihn zu markieren. Zoomen Sie mit zwei Fingern.
masks-hint-eraser = Ziehen Sie über alles, was nicht zum Fehler gehört.
masks-hint-fill = Zeichnen Sie mit dem Pinsel einen geschlossenen Umriss und tippen Sie dann hinein.
masks-hint-move = Ziehen Sie, um das vergrößerte Bild zu verschieben.
masks-outline-open = Der Umriss ist hier offen. Schließen Sie ihn mit dem Pinsel und tippen Sie dann hinein.
masks-brush-size = Pinselgröße
masks-zoom-in = Vergrößern
masks-zoom-out = Verkleinern
masks-not-enlarged = Nicht vergrößert.
masks-show = Maske zeigen
masks-hide = Maske verbergen
masks-clear = Leeren
masks-clear-nothing = Nichts zu leeren.
masks-undo-nothing = Nichts rückgängig zu machen.
masks-save-nothing = Es gibt noch nichts zu speichern.
masks-saved-empty = So gespeichert hat das Bild keine Maske mehr.
masks-not-shown = Die Maske kann nicht angezeigt werden: { $reason }
masks-not-encoded = Der Browser kann die Maske nicht codieren.
masks-no-memory = Dem Browser fehlt der Speicher für ein Bild dieser Größe.

upload-title = Hochladen
upload-files = Hinzuzufügende Bilder
upload-choose = Ziehen Sie Bilder oder Ordner irgendwo auf diese Seite, oder <u>wählen Sie Dateien</u>
upload-choose-labelled = Ziehen Sie Bilder oder Ordner irgendwo auf diese Seite, oder <u>wählen Sie Dateien</u>. Sie werden als <b>{ $label }</b> hinzugefügt
upload-choose-folder = Ordner wählen
upload-zone-normal = Bilder guter Teile
upload-zone-anomaly = Bilder von Teilen mit Fehler
upload-zones = Ziel: <b>{ $dataset }</b>. In einem Ordner entscheiden Unterordner namens normal und anomaly über ihre eigenen Bilder.
upload-nothing = Darin sind keine Bilder.
upload-not-an-image = Kein Bild. Verwenden Sie PNG, JPEG, BMP oder TIFF.
upload-empty-file = Die Datei ist leer.
upload-running =
    { $refused ->
        [0] Bilder werden zu { $dataset } hinzugefügt: { $added } von { $total }
       *[other] Bilder werden zu { $dataset } hinzugefügt: { $added } von { $total }, { $refused } abgelehnt
    }
upload-cancelled =
    { $refused ->
        [0] Hochladen zu { $dataset } abgebrochen: { $added } von { $total }. Die schon hinzugefügten Bilder bleiben.
       *[other] Hochladen zu { $dataset } abgebrochen: { $added } von { $total }, { $refused } abgelehnt. Die schon hinzugefügten Bilder bleiben.
    }
upload-ended =
    { $refused ->
        [0] Zu { $dataset } hinzugefügte Bilder: { $added } von { $total }
       *[other] Zu { $dataset } hinzugefügte Bilder: { $added } von { $total }, { $refused } abgelehnt
    }
upload-done = { $count } Bilder zu { $dataset } hinzugefügt.
upload-progress = Hochgeladene Bilder
upload-refused = { $count } abgelehnt
upload-remarks = { $count } mit Anmerkung hinzugefügt
upload-retry = Abgelehnte erneut versuchen
label-dialog-title =
    { $count ->
        [one] Was zeigt dieses Bild?
       *[other] Was zeigen diese { $count } Bilder?
    }

import-button = Import
import-title = Bilder importieren
import-into = Import in { $dataset }
import-ended =
    { $state ->
        [succeeded] Import fertig.
        [failed] Import fehlgeschlagen.
       *[cancelled] Import abgebrochen.
    }
import-place = Wo die Bilder sind
import-place-file = Hochladen
import-place-folder = Auf der Station
import-place-s3 = S3
import-folder = Ordner, Zip oder Manifest auf der Station
import-folder-example = zum Beispiel /media/usb/parts
import-s3 = Adresse in S3
import-needs-file = Wählen Sie zuerst ein Zip oder ein Manifest.
import-needs-folder = Geben Sie zuerst einen Ordner, ein Zip oder ein Manifest an.
import-needs-s3 = Geben Sie zuerst eine Adresse in S3 an.
import-file = Zip oder Manifest
import-file-choose = Ziehen Sie ein Zip oder ein Manifest hierher oder <u>wählen Sie eine Datei</u>
import-file-other = Andere Datei wählen
import-pictures = Ordner auf der Station mit den Bildern des Manifests (optional)
import-pictures-hint = nur, wenn sie nicht dort sind, wo das Manifest angibt
import-unlabelled = Bilder ohne Label
import-unlabelled-left-out = Auslassen
import-unlabelled-normal = Als normal kennzeichnen
import-unlabelled-anomaly = Als anomal kennzeichnen
import-unsplit = Bilder ohne Aufteilung
import-what = Was importiert werden kann
import-what-folders = Ordner <code>normal</code> und <code>anomaly</code>, oder <code>good</code> und ein Ordner je Fehlerart
import-what-mvtec = MVTec-AD-Datensätze mit ihren Masken
import-what-manifests = Manifeste von Amazon Lookout for Vision mit ihren Masken
import-what-exports = Exporte einer anderen okng-Station, ohne Verlust
import-what-zips = Alles davon darf auch ein Zip sein. Hochladen lassen sich bis zu 256 MB. Kopieren Sie Größeres auf die Station oder nach S3.
import-uploading = Hochladen
import-goes-on = Sie können dieses Fenster schließen. Der Import läuft weiter.
import-goes-on-uploaded = Sie können dieses Fenster schließen. Der Import läuft weiter, sobald das Hochladen abgeschlossen ist.
import-added = Hinzugefügt
import-already-there = Schon vorhanden
import-left-out = Ausgelassen
import-left-out-why = Ausgelassen, und warum
import-masks =
    { $count ->
        [one] { $count } Bild hat eine Maske.
       *[other] { $count } Bilder haben eine Maske.
    }
import-completed =
    { $count ->
        [one] { $count } schon vorhandenes Bild hat jetzt die Maske, Aufteilung oder andere Angaben, die ihm fehlten.
       *[other] { $count } schon vorhandene Bilder haben jetzt die Maske, Aufteilung oder andere Angaben, die ihnen fehlten.
    }
import-added-stay = Die hinzugefügten Bilder bleiben im Datensatz.
import-save-csv = Als CSV speichern
import-save-text = Als Text speichern
import-more = Mehr importieren

export-button = Export
export-title = Bilder exportieren
export-dataset = { $dataset } exportieren
export-words =
    { $count ->
        [one] { $count } Bild
       *[other] { $count } Bilder
    }, { $masked } mit Maske, in einem Zip. Eine okng-Station importiert jede dieser Anordnungen ohne Verlust.
export-layout = Anordnung der Dateien
export-layout-manifest = Manifest
export-layout-folders = Ordner
export-layout-mvtec = MVTec AD
export-words-manifest = Manifeste von Lookout for Vision, mit Bildern und Masken
export-words-folders = normal und anomaly, mit Masken daneben
export-words-mvtec = train, test und ground_truth, wie anomalib sie liest
export-s3 = Adresse in S3, an der die Dateien liegen werden (optional)
export-download = Zip herunterladen
export-large = Datensätze über 4 GB: <code>okng dataset export</code> auf der Station.

## Dataset page: profile and map

dataset-none = Es gibt noch keine Datensätze. Sammeln oder importieren Sie Bilder auf der Seite „Training“.
dataset-profile = Profil
dataset-map = Karte
dataset-quick-model = Zuwachs
dataset-preparation = Aufbereitung
dataset-labelling = Labeln
dataset-empty = Der Datensatz { $dataset } hat derzeit keine Bilder. Sammeln, importieren oder stellen Sie welche auf der Seite „Training“ wieder her.
dataset-pictures =
    { $count ->
        [one] { $count } Bild: { $normal } normal, { $anomaly } anomal.
       *[other] { $count } Bilder: { $normal } normal, { $anomaly } anomal.
    }
dataset-version = Stand { $version } des Datensatzes
dataset-measuring = Vermessung der Bilder
job-kind-dataset_profile = Vermessung der Bilder
dataset-measure = Jetzt vermessen
dataset-measure-again = Erneut versuchen
dataset-measuring-waits = Sie werden vermessen, sobald dieser Auftrag beendet ist: { $job }. Bis dahin wird gezeigt, was bekannt ist.
dataset-unmeasured =
    { $count ->
        [one] { $count } Bild ist noch nicht vermessen.
       *[other] { $count } Bilder sind noch nicht vermessen.
    }
dataset-unreadable =
    { $count ->
        [one] { $count } Bild ist nicht lesbar.
       *[other] { $count } Bilder sind nicht lesbar.
    }
dataset-unreadable-one = Bild { $id }: { $problem }
dataset-show-pictures = Bilder zeigen
dataset-gaps = Was fehlt
dataset-gaps-none = Es wurde nichts Fehlendes gefunden.
dataset-gap-few_good =
    { $count ->
        [0] Es gibt noch keine guten Bilder; ein Training braucht { $of }. Nehmen Sie Bilder von Gutteilen auf.
        [one] Es gibt { $count } gutes Bild; ein Training braucht { $of }. Nehmen Sie weitere Gutteile auf.
       *[other] Es gibt { $count } gute Bilder; ein Training braucht { $of }. Nehmen Sie weitere Gutteile auf.
    }
dataset-gap-no_anomaly = Es gibt keine anomalen Bilder, daher ist nicht bekannt, wie viele Fehler ein Modell findet. Fügen Sie Bilder fehlerhafter Teile hinzu.
dataset-gap-no_test = Es sind keine Bilder zum Testen zurückgelegt. Teilen Sie den Datensatz auf, damit ein Modell an Bildern gemessen wird, die es nie gesehen hat.
dataset-gap-test_without_good = Der Testsatz hat keine normalen Bilder und kann daher keine Fehlalarme zeigen. Legen Sie einige zum Testen zurück.
dataset-gap-test_without_anomaly = Der Testsatz hat keine anomalen Bilder und kann daher keine übersehenen Fehler zeigen. Legen Sie einige zum Testen zurück.
dataset-gap-no_batch = Kein Bild hat eine Charge. Geben Sie die Charge an, damit ein Modell an Chargen geprüft wird, die es nicht gesehen hat.
dataset-gap-one_batch = Es gibt nur eine Charge: { $values }. Nehmen Sie Teile anderer Chargen auf.
dataset-gap-one_day = Alle Bilder wurden an einem Tag hinzugefügt ({ $values }). Nehmen Sie auch an anderen Tagen auf, denn Licht und Lage ändern sich.
dataset-gap-one_person = Alle Bilder wurden von einer Person hinzugefügt ({ $values }). Lassen Sie eine zweite Person einige hinzufügen oder prüfen.
dataset-gap-single_types =
    { $count ->
        [one] Eine Fehlerart hat nur ein Bild: { $values }. Fügen Sie weitere hinzu, oder berichtigen Sie ihren Namen.
       *[other] { $count } Fehlerarten haben jeweils nur ein Bild, zum Beispiel { $values }. Fügen Sie weitere hinzu, oder berichtigen Sie ihre Namen.
    }
dataset-gap-untyped = { $count } von { $of } anomalen Bildern haben keine Fehlerart. Geben Sie sie an, damit jede Art gemessen wird.
dataset-gap-unmasked = { $count } von { $of } anomalen Bildern haben keine Maske. Zeichnen Sie die fehlenden Masken, damit der Ort an allen gemessen werden kann.
dataset-gap-unboxed = { $count } von { $of } Bildern sind nicht mit Rahmen gelabelt. Labeln Sie sie, bevor ein Detektor trainiert wird.
dataset-gap-sizes = Die Bilder haben { $count } verschiedene Größen, zum Beispiel { $values }. Prüfen Sie die, die nicht von der Kamera der Station sind.
dataset-gap-not_checked = Die Bilder wurden nie auf Abkürzungen geprüft, etwa auf ein Tablett, das das Label verrät. Prüfen Sie den Datensatz.
dataset-gap-check_outdated =
    { $count ->
        [one] { $count } Bild kam seit der letzten Prüfung hinzu. Prüfen Sie den Datensatz erneut.
       *[other] { $count } Bilder kamen seit der letzten Prüfung hinzu. Prüfen Sie den Datensatz erneut.
    }
dataset-gap-shortcuts =
    { $count ->
        [one] Die letzte Prüfung fand { $count } Abkürzung, mit der ein Modell das Label erraten könnte. Sehen Sie sie an.
       *[other] Die letzte Prüfung fand { $count } Abkürzungen, mit denen ein Modell das Label erraten könnte. Sehen Sie sie an.
    }
dataset-counts = Wie sich die Bilder verteilen
dataset-counts-all = Alle { $count } zeigen
dataset-count-row = { $value }: { $count }, davon anomal: { $anomaly }
dataset-label = Label
dataset-by-batch = Charge
dataset-by-defect_type = Fehlerart
dataset-by-day = Tag der Aufnahme in den Datensatz
dataset-by-person = Hinzugefügt von
dataset-by-split = Aufteilung
dataset-undecided = Nicht zugeteilt
dataset-without = Ohne
dataset-histograms = Messwerte
dataset-facets = Ein Diagramm für jede(n)
dataset-facets-none = Messgröße
dataset-facets-more =
    { $count ->
        [one] { $count } Wert mit weniger Bildern ist nicht gezeigt.
       *[other] { $count } Werte mit weniger Bildern sind nicht gezeigt.
    }
dataset-measure-of = Gezeigte Messgröße
dataset-measure-brightness = Helligkeit (% des Wertebereichs)
dataset-measure-contrast = Kontrast (% des Wertebereichs)
dataset-measure-focus = Schärfe (dB, mehr ist schärfer)
dataset-measure-pixels = Bildgröße (Megapixel)
dataset-measure-bytes = Dateigröße (kB)
dataset-measure-score = Anomalie-Score
dataset-scored-by = Scores von { $model } Version { $version }, jeweils von einem ohne das Bild trainierten Modell.
dataset-not-scored = Mit diesem Datensatz wurde noch kein Modell trainiert, daher gibt es keine Scores.
dataset-threshold = Schwelle { $threshold }
dataset-bar = { $low } bis { $high }: { $count }, davon anomal: { $anomaly }
dataset-bin = { $title }: { $low } bis { $high }
dataset-listed =
    { $count ->
        [one] { $count } Bild
       *[other] { $count } Bilder
    }
dataset-listed-more = Mehr zeigen (noch { $count })
dataset-map-words = Ähnliche Bilder liegen nahe beieinander. Die beiden Achsen zeigen { $share } der Unterschiede ({ $first } und { $second } der Varianz); der Rest ist hier nicht zu sehen.
dataset-map-how = Ziehen Sie eine Linie um Bilder, um sie auszuwählen, oder tippen Sie oben auf eine Gruppe. Tippen Sie auf einen Punkt, um sein Bild zu sehen.
dataset-map-none = Die Karte braucht mindestens zwei verschiedene vermessene Bilder.
dataset-map-label =
    { $count ->
        [one] Karte mit { $count } Bild; es ist unten aufgeführt.
       *[other] Karte mit { $count } Bildern; sie sind unten aufgeführt.
    }
dataset-map-axis = Hauptkomponente { $number }
dataset-map-color = Farbe nach
dataset-map-groups = Gruppen auf der Karte
dataset-map-others = Übrige
dataset-map-no-score = Ohne Score
dataset-map-score =
    { $level ->
        [1] Niedrigstes Fünftel der Scores
        [5] Höchstes Fünftel der Scores
       *[other] { $level }. Fünftel der Scores
    }
dataset-map-scored = Score { $score }
dataset-map-selected = Auf der Karte ausgewählt

## Model page: metrics, threshold and promotion

metrics-assessment = Bewertung
metrics-too-few-defects = Dieses Modell findet zu wenige Fehler
metrics-check-dataset = Datensatz prüfen
metrics-labels-unchecked = Der Datensatz { $dataset } wurde noch nie auf widersprüchliche Labels geprüft.
metrics-labels-checked =
    { $groups ->
        [0] Die letzte Prüfung des Datensatzes { $dataset } fand keine widersprüchlichen Labels.
        [one] Die letzte Prüfung des Datensatzes { $dataset } fand eine Gruppe von Beinahe-Duplikaten, die sowohl als normal als auch als anomal gelabelt sind.
       *[other] Die letzte Prüfung des Datensatzes { $dataset } fand { $groups } Gruppen von Beinahe-Duplikaten, die sowohl als normal als auch als anomal gelabelt sind.
    }

metrics-false-rejects = Von { 1000 } Gutteilen werden etwa <b>{ $rejected }</b> aussortiert (mit 95 % Konfidenz zwischen { $low } und { $high }).
metrics-catches =
    { $pictures ->
        [one] Das erkennt <b>{ $recall }</b> der Fehler: { $caught } von { $pictures } Bild.
       *[other] Das erkennt <b>{ $recall }</b> der Fehler: { $caught } von { $pictures } Bildern.
    }
metrics-catches-between =
    { $pictures ->
        [one] Das erkennt <b>{ $recall }</b> der Fehler (zwischen { $low } und { $high }): { $caught } von { $pictures } Bild.
       *[other] Das erkennt <b>{ $recall }</b> der Fehler (zwischen { $low } und { $high }): { $caught } von { $pictures } Bildern.
    }
metrics-measured-picture =
    { $rejected ->
        [one] Gemessen an { $unseen } Gutbildern, jedes bewertet von einem Modell, das ohne dieses Bild trainiert wurde: { $rejected } wurde aussortiert.
       *[other] Gemessen an { $unseen } Gutbildern, jedes bewertet von einem Modell, das ohne dieses Bild trainiert wurde: { $rejected } wurden aussortiert.
    }
metrics-measured-batch =
    { $rejected ->
        [one] Gemessen an { $unseen } Gutbildern, jedes bewertet von einem Modell, das ohne dessen Charge oder Tag trainiert wurde: { $rejected } wurde aussortiert.
       *[other] Gemessen an { $unseen } Gutbildern, jedes bewertet von einem Modell, das ohne dessen Charge oder Tag trainiert wurde: { $rejected } wurden aussortiert.
    }
metrics-independent = Bilder einer Charge ähneln sich, daher zählen sie zusammen wie { $count }.
metrics-too-few-pictures = { $unseen } Gutbilder können nur weniger als { $share } Pseudofehler je { 1000 } Gutteile garantieren. Fügen Sie Gutbilder hinzu, bis zu { $pictures }, um { $asked } zu garantieren.

metrics-held-out = Auf den Testbildern
metrics-held-out-rejected = <b>{ $rejected }</b> von { $normal } Gutteilen aussortiert (mit 95 % Konfidenz zwischen { $low } und { $high }).
metrics-held-out-caught = <b>{ $caught }</b> von { $anomaly } Fehlern erkannt (mit 95 % Konfidenz zwischen { $low } und { $high }).
metrics-held-out-words = Sie wurden weder für das Training noch für die Schwelle verwendet, und alle anderen Kennzahlen schließen sie aus.

metrics-precision = Präzision
metrics-precision-meaning = der NG-Urteile sind richtig
metrics-recall = Trefferquote
metrics-recall-meaning = der Fehler werden gefunden
metrics-f1-meaning = Ausgleich beider
metrics-any-threshold = bei beliebiger Schwelle
metrics-average-precision = Mittlere Präzision
metrics-threshold = Schwelle
metrics-threshold-meaning = darüber ist NG
metrics-intervals = Unter jeder Kennzahl steht ihr 95-%-Konfidenzintervall. Mehr Bilder machen es schmaler.
metrics-unknown = Präzision, Trefferquote, F1 und AUROC sind unbekannt
metrics-unknown-words = Der Datensatz enthielt keine anomalen Bilder, daher ist nicht bekannt, wie viele Fehler dieses Modell findet. Die Schwelle ist so gesetzt, dass etwa { $rate } der Gutteile aussortiert werden. Um es zu messen, fügen Sie auf der Seite „Training“ Bilder von Fehlern hinzu und trainieren Sie erneut.
metrics-normal-scores = Normale Scores
metrics-normal-scores-meaning =
    { $count ->
        [one] von { $count } normalen Bild
       *[other] von { $count } normalen Bildern
    }

metrics-histogram = Histogramm der Scores; die Schwelle liegt bei { $threshold }
metrics-histogram-bar =
    { $label ->
        [normal] { $count } normal, Score { $low } bis { $high }
       *[anomaly] { $count } anomal, Score { $low } bis { $high }
    }
metrics-histogram-review = zur Nachprüfung: Scores { $low } bis { $high }
metrics-legend-anomaly = anomal (schraffiert)
metrics-legend-review = zur Nachprüfung
metrics-legend-scores = Anomalie-Score; jedes Bild wurde von einem Modell bewertet, das ohne dieses Bild trainiert wurde

metrics-defect-type = Fehlerart
metrics-caught = erkannt
metrics-confidence = mit 95 % Konfidenz
metrics-share = { $count } von { $all }
metrics-interval = { $low } bis { $high }
metrics-confusion = Konfusionsmatrix
metrics-predicted = als { $verdict } beurteilt
metrics-normal-pictures = normale Bilder
metrics-anomalous-pictures = anomale Bilder

metrics-method = Verfahren
metrics-pictures = Bilder
metrics-pictures-used = { $normal } normale, { $anomaly } anomale
metrics-trained = Trainiert
metrics-trained-by = { $at } von { $author }
metrics-input = Eingang
metrics-input-tiles = { $size }, in { $tiles } Kacheln von { $tile }
metrics-augmentation = Augmentierung
metrics-copies =
    { $copies ->
        [one] { $copies } augmentierte Kopie jedes Gutbilds, { $varied }
       *[other] { $copies } augmentierte Kopien jedes Gutbilds, { $varied }
    }
metrics-copies-quarters = um 90° gedreht
metrics-copies-tilt = um bis zu { $degrees }° geneigt
metrics-copies-mirror = gespiegelt
metrics-copies-light = heller und dunkler
metrics-hash = Modell-Hash

metrics-detection =
    { $count ->
        [one] Auf { $count } Bild, das nicht zum Training verwendet wurde
       *[other] Auf { $count } Bildern, die nicht zum Training verwendet wurden
    }
metrics-detection-half = Rahmen, die sich mit den eingezeichneten mindestens zur Hälfte überdecken, sind richtig
metrics-detection-strict = gemittelt über strengere Überdeckungen, bis { 0.95 }
metrics-detection-class = Klasse
metrics-detection-boxes = Rahmen
metrics-detection-unknown = unbekannt
metrics-detection-words =
    { $count ->
        [one] Trainiert mit { $count } Bild. Epoche { $best } von { $epochs } war die beste. 1 bedeutet, dass jedes Objekt gefunden wurde und sonst nichts.
       *[other] Trainiert mit { $count } Bildern. Epoche { $best } von { $epochs } war die beste. 1 bedeutet, dass jedes Objekt gefunden wurde und sonst nichts.
    }

threshold-value = { $threshold }: Scores darüber sind NG
threshold-fewer-missed = weniger übersehene Fehler
threshold-fewer-rejects = weniger Pseudofehler
threshold-allowed = Zulässige Pseudofehler
threshold-allowed-head = Zulässige Pseudofehler:
threshold-use = Diese Schwelle verwenden
threshold-in-use = In Gebrauch
threshold-used-already = Das Rezept verwendet diese Schwelle bereits.
threshold-reset = Zurück zur trainierten ({ $threshold })
threshold-changed =
    { $count ->
        [0] Kein gespeichertes Bild ändert sein Urteil
        [one] { $count } gespeichertes Bild würde { $verdict }
       *[other] { $count } gespeicherte Bilder würden { $verdict }
    }
threshold-closest = Die { $count }, die dieser Schwelle am nächsten liegen:
threshold-changed-parts = Jüngste Teile, die { $verdict } gewesen wären
threshold-part = Teil { $part }

review-band-off = Kein Teil wird zur Nachprüfung markiert.
review-band-distance = Das Rezept markiert Teile im Abstand von höchstens <b>{ $distance }</b> zur Schwelle zur Nachprüfung.
review-band-marked = Von { 1000 } Gutteilen werden etwa <b>{ $marked }</b> zur Nachprüfung markiert (mit 95 % Konfidenz zwischen { $low } und { $high }).
review-band-words = Teile mit Scores im blauen Band werden zur Nachprüfung markiert: { $marked } von { $unseen } Gutbildern. Das Band endet an der Schwelle, die dreimal so viele Pseudofehler zuließe.
review-band-verdict = Das Urteil ändert sich nicht. Das Teil wartet auf der Ergebnisseite, bis jemand es nachprüft.
review-band-mark = Teile zur Nachprüfung markieren
review-band-trained = Trainierte Breite verwenden
review-band-none = Keine markieren

worst-pictures = Diese zuerst prüfen
worst-false = falsches { $verdict }
worst-all-wrong = Alle falsch beurteilt, das am weitesten von der Schwelle entfernte zuerst. Ein falsches Label verfälscht die Kennzahlen.
worst-some-wrong = { $wrong } falsch beurteilt, das am weitesten von der Schwelle entfernte zuerst, danach die der Schwelle nächsten. Ein falsches Label verfälscht die Kennzahlen.
worst-none-wrong = Keines falsch beurteilt. Diese liegen der Schwelle am nächsten. Ein falsches Label verfälscht die Kennzahlen.

compare-versions = Vergleich von Versionen
compare-versions-head = Auf denselben Bildern verglichen
compare-versions-with = Vergleichen mit
compare-versions-choice = { $name } Version { $version }
compare-versions-choice-in-use = { $name } Version { $version } (in Gebrauch)
compare-versions-version = Version { $version }
compare-versions-nothing = Sie haben keine gemeinsamen Testbilder und lassen sich daher nicht vergleichen. Trainieren Sie beide mit demselben Datensatz, oder lassen Sie eine im Schattenmodus laufen.
compare-versions-worse = <b>{ $name } Version { $version } ist schlechter.</b>
compare-versions-figures = Kennzahlen beider Versionen auf denselben Bildern
compare-versions-found = Fehler gefunden
compare-versions-rejected = Gutteile aussortiert
compare-versions-scored = Beide haben dieselben { $normal } normalen und { $anomaly } anomalen Bilder bewertet, ohne sie im Training gesehen zu haben.
compare-versions-left-out =
    { $count ->
        [one] { $count } weiteres Bild wurde nur von { $model } getestet.
       *[other] { $count } weitere Bilder wurden nur von { $model } getestet.
    }
compare-versions-differ =
    { $count ->
        [one] Ein Bild unterschiedlich beurteilt
       *[other] { $count } Bilder unterschiedlich beurteilt
    }
compare-versions-right = { $model } hat recht
compare-versions-first = Die ersten { $count } werden angezeigt.
compare-versions-alike = Sie beurteilen alle diese Bilder gleich.

promotion-shadow = Im Schattenmodus ausführen
promotion-shadow-started = Version { $version } läuft jetzt im Schattenmodus neben der aktiven. Die Ausgänge sind nicht betroffen.
promotion-promote = Freigeben
promotion-promote-anyway = Trotzdem freigeben
promotion-title = { $name } Version { $version } freigeben
promotion-fails = Diese Version besteht die Regressionsprüfung nicht.
promotion-failed = Version { $version } irrt sich bei { $failures } von { $pictures } Bildern des Regressionssatzes. Nichts wurde geändert.
promotion-done = Das Rezept verwendet jetzt { $name } Version { $version }.
promotion-from-next-part = Ab dem nächsten Teil wird diese Version verwendet.
promotion-instead = Ab dem nächsten Teil wird diese Version verwendet, anstelle von { $name } Version { $version }.
promotion-recorded = Wenn Sie sie trotzdem freigeben, werden Ihr Name und diese Warnungen im Modellverlauf festgehalten.
promotion-why-fewer-rejects = Weniger Gutteile aussortiert
promotion-why-more-defects = Mehr Fehler gefunden
promotion-why-new-light = Neue Beleuchtung oder Kamera
promotion-why-new-part = Neue Teileart
promotion-roll-back = Zurückkehren
promotion-roll-back-to = Zurück zu Version { $version }
promotion-roll-back-title = Zurück zu { $name } Version { $version }
promotion-roll-back-words = Ab dem nächsten Teil wird Version { $version } mit ihrer früheren Schwelle ({ $threshold }) verwendet. Der Regressionssatz wird nicht geprüft.
promotion-roll-back-done = Das Rezept verwendet wieder Version { $version }.
promotion-why-back-good-rejected = Gutteile werden aussortiert
promotion-why-back-missed = Fehler werden übersehen
promotion-why-back-mistake = Versehentlich freigegeben
promotion-history = Modellverlauf ({ $count })
promotion-kind-promotion = freigegeben
promotion-kind-rollback = zurückgekehrt
promotion-kind-recipe = Rezeptänderung
promotion-model = { $name } { $version } <quiet>bei { $threshold }</quiet>
promotion-no-model = kein Modell
promotion-no-reason = kein Grund angegeben
promotion-in-spite = <b>Verwendet trotz:</b> { $objection }
promotion-record = { $at }, { $author }, Rezept { $recipe } Version { $version }
promotion-record-checked =
    { $state ->
        [passed] , Regressionssatz: bestanden
        [failed] , Regressionssatz: nicht bestanden ({ $failures } falsch)
       *[unchecked] , Regressionssatz: ungeprüft
    }
promotion-record-trial =
    { $compared ->
        [one] , nach einem Probelauf: { $compared } Teil verglichen, { $disagree } abweichend
       *[other] , nach einem Probelauf: { $compared } Teile verglichen, { $disagree } abweichend
    }

trial = Probelauf
trial-runs = { $name } Version { $version } ist im Probelauf
trial-ran = { $name } Version { $version } war im Probelauf
trial-end = Probelauf beenden
trial-running =
    { $compared ->
        [one] Wird mit Version { $beside } verglichen: <b>{ $compared }</b> Teil verglichen, <b>{ $skipped }</b> übersprungen, <b>{ $disagree }</b> abweichend.
       *[other] Wird mit Version { $beside } verglichen: <b>{ $compared }</b> Teile verglichen, <b>{ $skipped }</b> übersprungen, <b>{ $disagree }</b> abweichend.
    }
trial-stopped =
    { $compared ->
        [one] Wurde mit Version { $beside } verglichen: <b>{ $compared }</b> Teil verglichen, <b>{ $skipped }</b> übersprungen, <b>{ $disagree }</b> abweichend.
       *[other] Wurde mit Version { $beside } verglichen: <b>{ $compared }</b> Teile verglichen, <b>{ $skipped }</b> übersprungen, <b>{ $disagree }</b> abweichend.
    }
trial-verdicts = Urteile beider Versionen über dieselben Teile
trial-verdict = Version { $version }: { $verdict }
trial-time = Verglichen mit der aktiven Version braucht sie im Mittel { $mean } je Teil und bei 95 % der Teile höchstens { $p95 }.
trial-settled =
    { $settled ->
        [one] Von { $settled } nachgeprüften Teil lag Version { $version } bei <b>{ $trial }</b> richtig und Version { $beside } bei <b>{ $active }</b>.
       *[other] Von { $settled } nachgeprüften Teilen lag Version { $version } bei <b>{ $trial }</b> richtig und Version { $beside } bei <b>{ $active }</b>.
    }
trial-differing = Teile mit unterschiedlichen Urteilen
trial-newest = Die neuesten { $count } von { $all } werden angezeigt.
trial-part = Teil { $part }
trial-score = { $score } bei { $threshold }
trial-picture-deleted = Bild gelöscht
trial-is-correct = { $verdict } ist richtig
trial-is-correct-by = <b>{ $verdict }</b> ist richtig, laut { $person }.
trial-keep = ✓ Zum Regressionssatz hinzufügen
trial-keep-not = Nicht zum Regressionssatz hinzufügen
trial-kept = Teil { $part } ist als { $verdict } im Regressionssatz.
trial-recorded = Festgehalten: Teil { $part } ist { $verdict }.

regression-set = Regressionssatz
regression-set-of =
    { $count ->
        [one] Regressionssatz von { $name }: { $count } Bild
       *[other] Regressionssatz von { $name }: { $count } Bilder
    }
regression-standing =
    { $state ->
        [empty] Es gibt noch keinen Regressionssatz, daher wird diese Version vor der Freigabe nicht geprüft.
        [unchecked] { $checked } von { $pictures } Bildern des Regressionssatzes sind geprüft. Der Rest wird vor der Freigabe geprüft.
        [failed] Sie irrt sich bei { $failures } von { $pictures } Bildern des Regressionssatzes und kann daher nicht freigegeben werden.
       *[passed] Sie besteht die Prüfung auf allen { $pictures } Bildern des Regressionssatzes.
    }
regression-check = Diese Version prüfen
regression-checking = Wird geprüft …
regression-check-ended =
    { $state ->
        [cancelled] Die Prüfung wurde abgebrochen: { $message }
       *[failed] Die Prüfung ist fehlgeschlagen: { $message }
    }
regression-known = Bekannt { $verdict }
regression-score = Score { $score }
regression-no-score = kein Score
regression-add = Aus Datensatz hinzufügen
regression-dataset = Datensatz
regression-picture =
    { $label ->
        [normal] Bild { $picture }, normal
       *[anomaly] Bild { $picture }, anomal
    }
regression-add-as = Als { $verdict } hinzufügen
regression-upload = Bekannte { $verdict }-Bilder hochladen
regression-removed = Entfernt ({ $count })
regression-removed-picture = <b>Bekannt { $verdict }</b>, { $source }
regression-remove = Aus dem Regressionssatz entfernen
regression-remove-picture = Bild { $picture } aus dem Regressionssatz entfernen
regression-remove-words = Versionen werden an diesem Bild nicht mehr geprüft (bekannt { $verdict }, { $source }). Wer es warum entfernt hat, wird festgehalten.
regression-why-wrong-verdict = Sein Urteil ist falsch
regression-why-part-gone = Dieses Teil wird nicht mehr gefertigt
regression-why-poor-picture = Schlechtes Bild

consent = Dieses Modell trotzdem verwenden?
consent-recorded = Wenn Sie es trotzdem verwenden, werden Ihr Name und diese Warnungen im Modellverlauf festgehalten.
consent-decline = Nicht verwenden
consent-use = Trotzdem verwenden

## Dataset page: growth

growth-auroc = AUROC
growth-cell = { $value } ({ $interval })
growth-changed =
    { $count ->
        [0] Die Kennzahlen gelten für die Bilder, wie sie jetzt sind.
        [one] { $count } Bild wurde seitdem hinzugefügt, entfernt oder geändert. Nach fünf gibt es neue Kennzahlen.
       *[other] { $count } Bilder wurden seitdem hinzugefügt, entfernt oder geändert. Nach fünf gibt es neue Kennzahlen.
    }
growth-chart = { $figure } nach Anzahl der Bilder, mit dem 95-%-Konfidenzintervall als Band
growth-coming = Neue Kennzahlen werden berechnet.
growth-compute = Jetzt berechnen
growth-computed =
    { $pictures ->
        [one] Schnelle Schätzung vom { $at } aus { $pictures } Bild, in { $seconds } s berechnet.
       *[other] Schnelle Schätzung vom { $at } aus { $pictures } Bildern, in { $seconds } s berechnet.
    }
growth-covers-others = Ihm sind { $share } der Ausschnitte der übrigen normalen Bilder am ähnlichsten; im Mittel wären es { $fair }. Ohne dieses Bild sähen sie weniger normal aus.
growth-failed = Die letzte Berechnung ist fehlgeschlagen: { $reason }
growth-found = Erkannte anomale Bilder
growth-found-of = { $found } von { $count }
growth-hard-and-missed = Es zeigt einen Fehler, der nicht erkannt wurde: Der Score ist { $score }, die Schwelle { $threshold }.
growth-hard-but-found = Es zeigt einen Fehler, der nur knapp erkannt wurde: Der Score ist { $score }, die Schwelle { $threshold }.
growth-influential = Die wichtigsten Bilder
growth-interval = { $interval } mit 95 % Konfidenz
growth-line = Schnelle Schätzung aus { $pictures } Bildern: Von { 1000 } Gutteilen werden bis zu <b>{ $rejects }</b> aussortiert.
growth-line-auroc = Schnelle Schätzung aus { $pictures } Bildern: AUROC <b>{ $auroc }</b> ({ $low } bis { $high }), von { 1000 } Gutteilen werden bis zu <b>{ $rejects }</b> aussortiert.
growth-missing-anomalous =
    { $missing ->
        [0] Unbekannt: Zu wenige der anomalen Bilder sind lesbar.
        [one] Unbekannt. Fügen Sie noch { $missing } anomales Bild hinzu, um es zu messen.
       *[other] Unbekannt. Fügen Sie noch { $missing } anomale Bilder hinzu, um es zu messen.
    }
growth-missing-normal =
    { $missing ->
        [one] Für Kennzahlen fehlt noch { $missing } normales Bild zum Training.
       *[other] Für Kennzahlen fehlen noch { $missing } normale Bilder zum Training.
    }
growth-no-outlook = Ob mehr Bilder helfen, Fehler zu finden, ist noch nicht bekannt. Dafür sind mindestens zehn normale und drei anomale Bilder nötig.
growth-none-readable = Es gibt keine Kennzahlen, weil zu wenige normale Bilder lesbar sind.
growth-open = Wie es wuchs
growth-outlook-helps = Die letzten { $newest } normalen Bilder haben die AUROC um { $change } erhöht (mit 95 % Konfidenz zwischen { $low } und { $high }). Mehr davon hilft wahrscheinlich.
growth-outlook-saturated = Die letzten { $newest } normalen Bilder haben die AUROC um { $change } verändert (mit 95 % Konfidenz zwischen { $low } und { $high }). Mehr davon hilft kaum noch.
growth-outlook-unknown = Die letzten { $newest } normalen Bilder haben die AUROC um { $change } verändert (mit 95 % Konfidenz zwischen { $low } und { $high }). Ob mehr davon hilft, lässt sich an so wenigen Bildern nicht erkennen.
growth-picture = Bild { $id }
growth-pictures = Bilder
growth-raises-threshold = Es sieht für ein normales Bild ungewöhnlich aus: Ohne es läge die Schwelle bei { $without } statt { $threshold }. Prüfen Sie sein Label.
growth-rejects = Aussortierte von { 1000 } Gutteilen
growth-sampled = Von { $pictures } Bildern wurden { $used } verwendet: eine zufällige Auswahl, die gleich bleibt.
growth-table = Kennzahlen als Tabelle
growth-unknown = unbekannt
growth-unreadable =
    { $count ->
        [one] { $count } Bild wurde ausgelassen, weil es nicht lesbar ist.
       *[other] { $count } Bilder wurden ausgelassen, weil sie nicht lesbar sind.
    }
growth-unreadable-one = Bild { $id }: { $reason }
growth-unseen-batch = Ein kleines Modell hat jedes Bild bewertet, ohne eines aus dessen Charge gesehen zu haben.
growth-unseen-picture = Ein kleines Modell hat jedes Bild bewertet, ohne es gesehen zu haben.

## Model page: training, engines and exchange

model-dataset = Datensatz
model-dataset-counts = { $name } ({ $normal } normal, { $anomaly } anomal)
model-train = Trainieren
model-method-unavailable = Dieses Verfahren ist auf dieser Station nicht verfügbar.
model-job-in-progress = Es läuft ein Auftrag. Warten Sie, bis er beendet ist.
model-versions = Versionen
model-version = Version { $version }
model-none = Noch kein Modell
model-none-listed = Noch kein Modell.
model-none-words = Ein Modell lernt aus normalen Bildern, wie Gutteile aussehen. Das Training dauert Sekunden.
model-in-use = in Gebrauch
model-broken = beschädigt
model-finds-too-few = findet zu wenige Fehler
model-summary-anomaly = { $at }, { $method }, F1 { $f1 }
model-summary-unmeasured = { $at }, { $method }, nicht gemessen
model-summary-detector =
    { $at }, Detektor, { $classes ->
        [one] { $classes } Klasse
       *[other] { $classes } Klassen
    }
model-loading = { $name } Version { $version } wird geladen …
model-unusable = Diese Version kann nicht verwendet werden: { $why }
model-use = Diese Version im Rezept verwenden
model-used = Das Rezept verwendet jetzt { $name } Version { $version }.
model-threshold-trained = Das Rezept verwendet wieder die trainierte Schwelle.
model-threshold-used = Das Rezept verwendet jetzt die Schwelle { $threshold }.
model-review-off = Es werden keine Teile mehr zur Nachprüfung markiert.
model-review-on = Teile nahe der Schwelle werden zur Nachprüfung markiert.

training-options = Optionen
training-options-reset = Auf Standard zurücksetzen
training-options-unchanged = Das sind die Standardwerte.
training-options-method = Verfahren
training-options-method-usual = Standard
training-options-method-unavailable = { $method }, nicht verfügbar
training-options-unavailable = Auf dieser Station noch nicht verfügbar.
training-options-resolution = Bildauflösung
training-options-input-standard = Standard, 224 px
training-options-input-320 = 320 px
training-options-input-512 = 512 px
training-options-input-1024 = { 1024 } px
training-options-input-defect = Nach kleinstem Fehler
training-options-input-tiles = In Kacheln
training-options-hint-standard = Das ganze Bild mit 224 px. Geeignet für Fehler ab einem Zehntel des Bildes.
training-options-hint-320 = Für kleinere Fehler. Training und Prüfung dauern etwa dreimal so lange.
training-options-hint-512 = Für kleinere Fehler. Training und Prüfung dauern etwa zehnmal so lange.
training-options-hint-1024 = Für kleine Fehler. Training und Prüfung dauern etwa fünfundzwanzigmal so lange.
training-options-hint-defect = Wählt Größe und Kacheln so, dass ein Fehler dieser Größe im Kamerabild erkennbar ist.
training-options-hint-tiles = Für große Bilder. Jede Kachel wird mit 512 px bewertet; zusammen ergeben sie eine Heatmap und einen Score.
training-options-smallest-defect = Kleinster Fehler
training-options-rows = Kachelzeilen
training-options-columns = Kachelspalten
training-options-good-parts = Gutteile dürfen auch sein
training-options-rotated = um 90° gedreht
training-options-mirrored = gespiegelt
training-options-lighter = heller oder dunkler
training-options-tilted = geneigt um bis zu
training-options-good-parts-words = Fügt dem Training vier abgewandelte Kopien jedes Gutbilds hinzu. Wählen Sie nur, was auf der Linie wirklich vorkommt: Was hier gewählt ist, gilt nicht mehr als Fehler.
training-options-false-rejects = Zulässiger Pseudoausschuss
training-options-rate-usual = { $rate } (Standard)

growing-offer =
    { $count ->
        [one] <b>{ $count } neues Gutbild</b> seit { $name } Version { $version }.
       *[other] <b>{ $count } neue Gutbilder</b> seit { $name } Version { $version }.
    }
growing-known = Die { $count }, mit denen sie trainiert wurde, werden nicht noch einmal gelesen.
growing-start = Neue Bilder dazulernen
growing-report = Inkrementelles Training ab Version { $version }
growing-trained =
    { $added ->
        [one] Mit <b>{ $added } weiteren Gutbild</b> trainiert, zusätzlich zu den { $learnt } von Version { $version }, die nicht noch einmal gelesen wurden.
       *[other] Mit <b>{ $added } weiteren Gutbildern</b> trainiert, zusätzlich zu den { $learnt } von Version { $version }, die nicht noch einmal gelesen wurden.
    }
growing-changes = Was das inkrementelle Training verändert hat
growing-now = jetzt
growing-threshold = Schwelle
growing-rejects = Aussortierte Gutteile
growing-rejects-words = von { 1000 }, erwartet
growing-auroc-words = neue Gutbilder gegen Fehler
growing-bank = Merkmalsspeicher
growing-bank-words =
    { $count ->
        [one] { $count } Vektor ersetzt
       *[other] { $count } Vektoren ersetzt
    }
growing-good-scores =
    { $change ->
        [lower] Die Scores der früheren Gutteile sind { $by } niedriger.
        [higher] Die Scores der früheren Gutteile sind { $by } höher.
       *[same] Die Scores der früheren Gutteile sind unverändert.
    }
growing-defect-scores =
    { $change ->
        [lower] Die Scores der Fehler sind { $by } niedriger.
        [higher] Die Scores der Fehler sind { $by } höher.
       *[same] Die Scores der Fehler sind unverändert.
    }
growing-no-change = Bei keinem gespeicherten Bild hat sich das Urteil geändert.
growing-changed =
    { $count ->
        [one] { $count } gespeichertes Bild mit geändertem Urteil
       *[other] { $count } gespeicherte Bilder mit geändertem Urteil
    }
growing-changed-first = Die ersten { $count }:

engine-builds = Engines
engine-builds-title = Für diesen Rechner kompiliert
engine-name = Engine
engine-latency = Zeit pro Bild
engine-latency-most = 95 % innerhalb von { $ms }
engine-speed-up = Beschleunigung
engine-accuracy = Genauigkeitsprüfung
engine-active = aktiv
engine-measured =
    { $threads ->
        [one] { $at }, mit { $threads } Thread gemessen
       *[other] { $at }, mit { $threads } Threads gemessen
    }
engine-tuned =
    läuft mit { $threads ->
        [one] { $threads } Thread
       *[other] { $threads } Threads
    }, { $between ->
        [1] optimiert auf
       *[other] { $between } Operatoren parallel, optimiert auf
    } { $goal ->
        [latency] Latenz
       *[throughput] Durchsatz
    }
engine-same-answers = wie das ursprüngliche Modell
engine-refused = nicht verwendet: { $problems }
engine-none-used = Keine davon ist in Gebrauch. Das ursprüngliche Modell läuft in ONNX Runtime.
engine-builds-words = Beschleunigung: gegenüber ONNX Runtime in FP32, abwechselnd gemessen. sd: Standardabweichungen der Scores von Gutteilen.

detector-words = Dies ist ein Detektor: Er findet und klassifiziert Objekte. Um ihn in einem Rezept zu verwenden, wählen Sie ihn auf der Seite Konfiguration unter „Objekterkennung“ aus und fügen Sie Regeln hinzu. Um ihn an Bildern auszuprobieren, führen Sie <code>okng detect { $name }:{ $version } PICTURE</code> aus.
detector-letterboxed = Dieser Detektor wurde importiert, bevor okng das <code>letter_box</code> von Darknet beachtet hat: Er läuft noch mit Bildern, die mit Balken aufgefüllt sind. Darknet streckt Bilder, außer wenn in der .cfg <code>letter_box=1</code> steht. Importieren Sie ihn erneut, um eine Version zu erhalten, die der .cfg folgt.
detector-finds =
    { $count ->
        [one] Er findet eine Art von Objekten
       *[other] Er findet { $count } Arten von Objekten
    }
detector-input = Eingang
detector-pictures-are = Bilder werden
detector-resize-stretch = auf den Eingang gestreckt
detector-resize-letterbox = mit grauen Balken aufgefüllt: Seitenverhältnis bleibt erhalten
detector-minimum-score = Angezeigt ab Score
detector-overlap = Dasselbe Objekt ab Überlappung
detector-made-of = Erstellt aus
detector-made-of-darknet = Darknet (.cfg und .weights): { $files }
detector-made-of-onnx = ONNX, Aufbau von { $layout }: { $files }
detector-trained = Trainiert
detector-imported = Importiert
detector-made-by = { $at } von { $author }
detector-hash = Modell-Hash

fine-tuning = Mit Rahmen nachtrainieren
fine-tuning-pictures =
    { $count ->
        [one] <b>{ $dataset }</b> hat { $count } Bild mit Annotationen: { $boxes }.
       *[other] <b>{ $dataset }</b> hat { $count } Bilder mit Annotationen: { $boxes }.
    }
fine-tuning-no-boxes =
    { $count ->
        [one] <b>{ $dataset }</b> hat { $count } Bild mit Annotationen, aber keine Rahmen.
       *[other] <b>{ $dataset }</b> hat { $count } Bilder mit Annotationen, aber keine Rahmen.
    }
fine-tuning-words = Trainiert ausgehend von diesem Detektor einen für diese Objekte. Das dauert Minuten; die Prüfung läuft währenddessen weiter.
fine-tuning-start = Nachtrainieren
fine-tuning-name = Name des Detektors
fine-tuning-width = Eingangsbreite
fine-tuning-height = Eingangshöhe
fine-tuning-size-hint = Vielfache von 32. Kleine Objekte brauchen einen größeren Eingang. Die halbe Größe braucht ein Viertel der Zeit.
fine-tuning-epochs = Höchstzahl der Epochen
fine-tuning-parts = Teile dürfen auch sein

dataset-difference = Bilder seit diesem Training
dataset-difference-none = Mit den { $count } Bildern trainiert, die { $dataset } jetzt hat.
dataset-difference-some = Änderungen an { $dataset } seit diesem Training: { $changes }
dataset-difference-added = { $count } hinzugefügt
dataset-difference-removed = { $count } entfernt
dataset-difference-relabelled = { $count } neu gelabelt
dataset-difference-reworded = { $count } mit geänderter Charge, Fehlerart, Aufteilung oder Maske
dataset-difference-words =
    Das Modell wurde mit { $trained } Bildern trainiert. Der Datensatz hat jetzt { $pictures }. { $lost ->
        [0] Entfernte Bilder können wiederhergestellt werden.
        [one] Entfernte Bilder können wiederhergestellt werden, aber { $lost } ist nicht mehr auf dieser Station.
       *[other] Entfernte Bilder können wiederhergestellt werden, aber { $lost } sind nicht mehr auf dieser Station.
    }
dataset-difference-restore = Datensatz auf dieses Training zurücksetzen
dataset-difference-restored = { $dataset } ist wieder auf dem Stand dieses Trainings.
dataset-difference-lost = Keines seiner Bilder konnte wiederhergestellt werden.

model-export = Export
model-export-title = Export für andere Stationen
model-export-words = Eine signierte Datei mit dieser Version und bis zu zehn ihrer Bilder, an denen die andere Station nachweist, dass das Modell dort so antwortet wie hier.
model-export-start = Diese Version exportieren
model-export-running = Datei wird vorbereitet …
model-export-done = { $file } wurde vom Browser gespeichert.
model-import = Modelle von anderen Stationen
model-import-start = Von anderer Station importieren
model-import-words = Wählen Sie eine Datei, die auf .okng-model endet. Das Modell wird hier geprüft, bevor es unter den Versionen erscheint.
model-import-sending = { $file } wird gesendet …
model-import-why-not = Es läuft ein Auftrag. Warten Sie, bis er beendet ist, um ein Modell zu importieren.
model-import-unknown-key = Diese Station weiß nicht, wer { $file } erstellt hat
model-import-unknown-key-words = Die Datei wurde mit dem unten stehenden Schlüssel signiert. Vergleichen Sie ihn mit dem Schlüssel, den die andere Station unter <b>Vertraute Stationen</b> anzeigt. Vertrauen Sie ihm nur, wenn beide gleich sind.
model-import-trust = Vertrauen und importieren
model-import-trusted = Modellen von { $name } wird ab jetzt vertraut.
model-import-keys = Vertraute Stationen
model-import-keys-words = Diese Station importiert nur Modelle, die von ihr selbst oder von einer Station in dieser Liste signiert wurden.
model-import-keys-none = Noch wird keiner anderen Station vertraut.
model-import-keys-own = Öffentlicher Schlüssel dieser Station
model-import-keys-add = Dieser Station vertrauen
model-import-keys-remove = { $name } entfernen
model-import-name = Name der anderen Station
model-import-name-example = zum Beispiel line-1
model-import-key = Ihr öffentlicher Schlüssel

## Dataset page: preparation

preparation-steps = Schritte
preparation-intro = Jedes Bild durchläuft diese Schritte, bevor ein Modell es sieht, beim Training und an der Linie. Gespeicherte Bilder bleiben, wie sie sind.
preparation-keeps = Das nächste Training verwendet die gespeicherte Version. Früher trainierte Modelle behalten ihre eigene Aufbereitung. Detektoren sind nicht betroffen.
preparation-steps-none = Noch keine Schritte. Modelle sehen die Bilder so, wie die Kamera sie aufnimmt.
preparation-add = Schritt hinzufügen
preparation-step-crop = Zuschneiden
preparation-step-mask_out = Bereiche ausblenden
preparation-step-rotate = Drehen
preparation-step-grey = Graustufen
preparation-step-stretch = Kontrast
preparation-step-labels_from_file_names = Labels aus Dateinamen
preparation-says-crop = { $width } × { $height } px bei { $left }, { $top }
preparation-says-areas =
    { $count ->
        [one] { $count } Bereich
       *[other] { $count } Bereiche
    }
preparation-says-rotate = { $degrees }° im Uhrzeigersinn
preparation-says-stretch = Grauwerte { $low } bis { $high }
preparation-says-rules =
    { $count ->
        [one] { $count } Muster
       *[other] { $count } Muster
    }
preparation-says-grey = nach Luminanz
preparation-up = Nach oben
preparation-down = Nach unten
preparation-remove = Schritt entfernen
preparation-first = Dies ist der erste Schritt.
preparation-last = Dies ist der letzte Schritt.
preparation-left = Links
preparation-top = Oben
preparation-width = Breite
preparation-height = Höhe
preparation-draw-crop = Zeichnen Sie das Rechteck auf dem Bild vor dem Schritt, oder geben Sie seine Seiten ein.
preparation-draw-mask = Bereiche werden mit einem Grauwert gefüllt, damit nichts darin zählt. Zeichnen Sie das gewählte Rechteck auf dem Bild vor dem Schritt.
preparation-areas = Zu ändernder Bereich
preparation-area = Bereich { $number }
preparation-add-rectangle = Rechteck hinzufügen
preparation-add-polygon = Polygon zeichnen
preparation-remove-area = Bereich entfernen
preparation-area-only = Ein Schritt braucht mindestens einen Bereich. Entfernen Sie stattdessen den Schritt.
preparation-polygon-draw = Klicken Sie auf dem Bild vor dem Schritt nacheinander auf die Ecken des Bereichs.
preparation-polygon-close = Umriss schließen
preparation-polygon-short = Ein Umriss braucht mindestens drei Ecken.
preparation-fill = Grauwert der Bereiche
preparation-degrees = Im Uhrzeigersinn
preparation-turn = { $degrees }°
preparation-grey-hint = Farbbilder werden nach ihrer Luminanz grau. Graubilder bleiben, wie sie sind.
preparation-stretch-hint = Der erste Wert wird schwarz, der zweite weiß, und was dazwischen liegt, wird gleichmäßig gespreizt.
preparation-low = Schwarz bis
preparation-high = Weiß ab
preparation-bits = Bit je Wert
preparation-bits-of = { $bits } Bit
preparation-rules-hint = Bilder, die ohne Label importiert oder hochgeladen werden, erhalten es aus ihrem Namen. * ist beliebiger Text, ? ein Zeichen.
preparation-rule = Muster { $number }
preparation-pattern = Muster des Dateinamens
preparation-label = Label
preparation-defect-type = Fehlertyp
preparation-add-rule = Muster hinzufügen
preparation-remove-rule = Muster entfernen
preparation-rule-only = Ein Schritt braucht mindestens ein Muster. Entfernen Sie stattdessen den Schritt.
preparation-size = Die Schritte gelten für Bilder von { $width } × { $height } px. Bilder anderer Größe werden abgelehnt; an der Linie sind sie ERROR.
preparation-save = Als Version { $version } speichern
preparation-save-nothing = Es hat sich nichts geändert.
preparation-discard = Änderungen verwerfen
preparation-saved = Die Aufbereitung ist als Version { $version } gespeichert.
preparation-versions = Versionen
preparation-version =
    { $count ->
        [one] Version { $version } mit { $count } Schritt
       *[other] Version { $version } mit { $count } Schritten
    }
preparation-version-restored = Version { $version }, die Version { $restored } wiederherstellt
preparation-in-use = in Gebrauch
preparation-restore = Wiederherstellen
preparation-restore-version = Version { $version } wiederherstellen
preparation-export = Gespeicherte Version exportieren
preparation-python = Python-Skript
preparation-png = Dieses Bild als PNG
preparation-export-unsaved = Ihre Änderungen sind noch nicht in den Dateien. Speichern Sie sie zuerst.
preparation-export-none = Speichern Sie zuerst eine Version.
preparation-pictures = Vorher und nachher
preparation-picture-choice = Auswahl des Bildes
preparation-picture = Bild { $id }, { $label }
preparation-previous = Zurück
preparation-no-previous = Dies ist das erste Bild.
preparation-no-next = Dies ist das letzte Bild.
preparation-before = Vor Schritt { $number }
preparation-after = Nach Schritt { $number }
preparation-before-all = Wie gespeichert
preparation-after-all = Wie Modelle es sehen
preparation-no-pictures = Der Datensatz hat keine Bilder zum Anzeigen.

## Inspection page

inspection-waiting = Warten auf die Station.
inspection-no-model = Trainieren oder wählen Sie zuerst ein Modell.
inspection-model = Modell
inspection-model-choose = Modell wählen
inspection-rules-only = Keines (nur Detektionsregeln)
inspection-model-fixed = Stoppen Sie die Prüfung, um ein anderes Modell zu wählen.
inspection-boxes-hide = Rahmen ausblenden
inspection-boxes-show = Rahmen anzeigen
inspection-heat-hide = Heatmap ausblenden
inspection-heat-show = Heatmap anzeigen
inspection-heat-opacity = Deckkraft der Heatmap
inspection-shortcut-trigger = Auslösen: ein Teil prüfen
inspection-by-line = Ausgelöst durch den Kameraeingang.
inspection-part = Teil
inspection-part-id = Teile-ID
inspection-part-id-optional = Teile-ID (optional)
inspection-this-run = Dieser Lauf
inspection-last-run = Letzter Lauf
inspection-run-since = seit { $at }
inspection-panel = Urteil und Einstellungen
inspection-held = Angezeigt: Teil { $number }, { $at }
inspection-held-id = Angezeigt: Teil { $number }, { $id }, { $at }
inspection-back-to-live = Zurück zu live
inspection-review = Nachprüfung von Teil { $number }
inspection-review-picture = Sein Bild kommt in { $dataset }.
inspection-scene-later = Verfügbar nach dem ersten Teil.
inspection-played = { $name }.
inspection-played-of = { $name }, Bild { $number } von { $count }.
inspection-played-last = { $name }, Bild { $count } von { $count }. Dies ist das letzte.
inspection-played-last-of-loop = { $name }, Bild { $count } von { $count }. Dies ist das letzte: der nächste Trigger beginnt wieder mit dem ersten.

trigger-source-button = Schaltfläche
trigger-source-timer = Timer
trigger-source-http = HTTP-API
trigger-source-line = Kameraeingang
trigger-source-modbus = SPS über Modbus
trigger-source-opcua = SPS über OPC UA
trigger-source-plc = SPS
trigger-source-mqtt = MQTT
trigger-source-gpio = GPIO-Leitung

plate-none = Noch kein Teil
plate-loading = Wird geladen…
plate-part = Teil { $number }
plate-last-part = Letztes Teil, { $age }
plate-last-heard = Zuletzt gehört { $at }
plate-challenge-part = Musterteil
plate-newest = Neuestes: { $number }
plate-held = GEHALTEN: Teil { $number }

strip = Letzte Teile
strip-part = Teil { $number }, { $at }
strip-to-review = nachzuprüfen
strip-near-threshold = Nahe der Schwelle: zur Nachprüfung markiert
try-picture-dialog = Bild ausprobieren
try-picture-dialog-drop = Dieses Bild ausprobieren
try-picture-dialog-words = Es wird neben der Linie beurteilt und nicht gezählt.

challenge = Kontrollprüfung
challenge-cause-recipe_start = Rezeptstart
challenge-cause-shift_start = Schichtbeginn
challenge-due = { $cause }, { $at }
challenge-expected = erwartet: { $outcome }
challenge-expected-rule = { $outcome } wegen { $rule }
challenge-as-expected = wie erwartet
challenge-repeat = wiederholen
challenge-next = als Nächstes
challenge-not-checked = nicht geprüft
challenge-instruction = Legen Sie <b>{ $name }</b> unter die Kamera und drücken Sie „Prüfen“.
challenge-instruction-line = Drücken Sie „Prüfen“ und lassen Sie dann <b>{ $name }</b> am Sensor vorbeilaufen.
challenge-let-pass = Lassen Sie das Teil jetzt am Sensor vorbeilaufen.
challenge-no-part-came = Es kam kein Teil. Drücken Sie noch einmal „Prüfen“.
challenge-check = Prüfen
challenge-all-checked = Alle Musterteile wurden geprüft.
challenge-shortcut = Das nächste Musterteil prüfen
challenge-override-ask = Übergehen…
challenge-override = Übergehen
challenge-override-title = Kontrollprüfung übergehen
challenge-override-words = Teile werden angenommen, obwohl die Station nicht gezeigt hat, dass sie richtig urteilt. Ihr Name und der Grund werden aufgezeichnet.
challenge-override-missing = Musterteil fehlt
challenge-override-damaged = Musterteil ist beschädigt
challenge-override-by-hand = Teile werden von Hand geprüft
challenge-override-password = Ihr Passwort
challenge-override-no-password = Geben Sie zuerst Ihr Passwort ein.
challenge-override-done = Die Kontrollprüfung ist übergangen. Teile werden wieder angenommen.

## Dataset page: labelling

labelling-jobs = Labelaufträge
labelling-none = Es gibt noch keine Labelaufträge. Legen Sie einen an, um Bilder labeln oder die Labels von einer zweiten Person prüfen zu lassen.
labelling-new = Neuer Labelauftrag
labelling-csv = CSV herunterladen
labelling-name = Name des Auftrags
labelling-name-example = zum Beispiel Zweite Prüfung
labelling-kind = Was zu tun ist
labelling-kind-label = Bilder labeln
labelling-kind-audit = Labels prüfen
labelling-kind-adjustment = Labels bereinigen
labelling-kind-hint-label = Jede Antwort wird zum Label des Bildes.
labelling-kind-hint-audit = Eine zweite Person prüft die Labels. Erst eine Bereinigung ändert etwas.
labelling-blind = Die prüfende Person sieht das erste Label nicht
labelling-is-blind = erstes Label verborgen
labelling-is-seeing = erstes Label sichtbar
labelling-steps = Schritte
labelling-steps-hint = Nur als Anomalie gelabelte Bilder kommen zu Fehlerart und Maske oder Rahmen.
labelling-steps-first = Wählen Sie mindestens einen Schritt.
labelling-step-label = Fehler oder nicht
labelling-step-defect_type = Fehlerart
labelling-step-region = Maske oder Rahmen
labelling-rule = Welche Bilder
labelling-rule-all = Alle Bilder
labelling-rule-every_nth = Jedes n-te Bild
labelling-rule-near_threshold = Am nächsten an der Schwelle des neuesten Modells
labelling-rule-least_certain = Mit der geringsten Sicherheit gelabelt
labelling-every = Ein Bild von
labelling-at-most = Höchstens so viele Bilder (leer: unbegrenzt)
labelling-stated-all = alle Bilder
labelling-stated-every_nth = ein Bild von { $every }
labelling-stated-near_threshold = am nächsten an der Schwelle von { $model }
labelling-stated-least_certain = mit der geringsten Sicherheit gelabelt
labelling-stated-differing = bei der Prüfung falsch oder unsicher
labelling-stated-at-most =
    { $count ->
        [one] { $rule }, höchstens { $count } Bild
       *[other] { $rule }, höchstens { $count } Bilder
    }
labelling-create = Auftrag anlegen
labelling-made-by = Angelegt von { $author }, { $at }
labelling-closed-by = Geschlossen von { $author }, { $at }
labelling-progress = { $done } von { $all } erledigt
labelling-progress-unsure = { $count } unsicher
labelling-progress-removed = { $count } aus dem Datensatz entfernt
labelling-continue = Weiter
labelling-nothing-waits = Es wartet kein Bild.
labelling-results = Ergebnisse
labelling-close = Auftrag schließen
labelling-back-to-jobs = Alle Labelaufträge
labelling-answers = Antwort
labelling-question-label = Hat dieses Teil einen Fehler?
labelling-question-defect_type = Welche Fehlerart ist es?
labelling-question-region = Wo ist der Fehler?
labelling-question-audit = Ist dieses Label richtig?
labelling-first = Erstes Label: { $answer } ({ $author })
labelling-audit = Prüfung: { $answer } ({ $author })
labelling-answer-none = keines
labelling-unsure = Unsicher
labelling-correct = Richtig
labelling-wrong = Falsch
labelling-wrong-type = Falsch, es ist { $type }
labelling-type-other = Andere Art
labelling-type-first = Geben Sie zuerst die Fehlerart ein.
labelling-draw-boxes = Rahmen zeichnen
labelling-paint-mask = Maske malen
labelling-drawn = Fertig, nächstes Bild
labelling-drawn-first = Zeichnen Sie zuerst Rahmen oder eine Maske.
labelling-take-back = Zurück zum letzten Bild
labelling-take-back-nothing = Sie haben keine Antwort, die Sie zurücknehmen könnten.
labelling-keys-answer = Antworten
labelling-no-picture = In diesem Schritt gibt es kein Bild für Sie.
labelling-only-own = Es sind nur noch Ihre eigenen Labels übrig.
labelling-take-own = Meine eigenen Labels prüfen
labelling-attributes = Weitere Angaben (freiwillig)
labelling-attribute-certainty = Sicherheit
labelling-attribute-visibility = Sichtbar
labelling-attribute-sharpness = Schärfe
labelling-attribute-brightness = Licht
labelling-value-sure = sicher
labelling-value-fairly = ziemlich
labelling-value-unsure = unsicher
labelling-value-clearly = deutlich
labelling-value-barely = kaum
labelling-value-sharp = scharf
labelling-value-blurred = unscharf
labelling-value-dark = dunkel
labelling-value-bright = hell
labelling-agreement = Übereinstimmung
labelling-kappa = Cohens Kappa
labelling-kappa-unknown = unbekannt
labelling-interval = { $low } bis { $high }
labelling-labeller = Gelabelt von
labelling-all-labellers = Alle
labelling-not-blind = Die prüfende Person hat das erste Label gesehen und stimmt dann leichter zu. Nur eine Prüfung mit verborgenem ersten Label misst die Übereinstimmung.
labelling-without-first =
    { $count ->
        [one] { $count } Bild hatte zuvor keine Fehlerart und zählt nicht mit.
       *[other] { $count } Bilder hatten zuvor keine Fehlerart und zählen nicht mit.
    }
labelling-own =
    { $count ->
        [one] { $count } Bild wurde von der Person geprüft, die es gelabelt hat, und zählt nicht mit.
       *[other] { $count } Bilder wurden von der Person geprüft, die sie gelabelt hat, und zählen nicht mit.
    }
labelling-differences = Falsch oder unsicher
labelling-differences-none = Die Prüfung hat bisher nichts falsch oder unsicher gefunden.
labelling-differences-more = Die neuesten { $count } werden gezeigt. Die CSV-Datei enthält alle.
labelling-adjust = Bereinigung anlegen
labelling-adjust-name = { $name } bereinigt
labelling-adjust-made = Der Auftrag { $name } zur Bereinigung wurde angelegt.
labelling-adjust-nothing = Es gibt nichts zu bereinigen.
labelling-times = Arbeitszeit je Bild
labelling-times-hint = Zeit, in der länger als 30 s nichts gedrückt, berührt oder bewegt wurde, zählt nicht mit.
labelling-times-none = Noch hat niemand geantwortet.
labelling-person = Person
labelling-step = Schritt
labelling-pictures = Bilder
labelling-shortest = Minimum
labelling-mean = Mittelwert
labelling-longest = Maximum
labelling-seconds = { $seconds } s

## Results page

results-acknowledged = Quittiert
results-alarm = Alarm
results-alarm-pages = Alarme
results-alarm-stopped = Die Station hat angehalten.
results-alarms = NG-Alarme
results-alarms-none = Keine Alarme. Wie viele NG-Teile einen auslösen, steht im Rezept, auf der Seite „Konfiguration“ unter „Rezept“.
results-alarms-tab = Alarme
results-all = Alle
results-all-recipes = Alle Rezepte
results-challenge = Musterteil: { $name }
results-chart-column-day = { $at }: { $counts }
results-chart-column-hour = Ab { $at }: { $counts }
results-chart-day = Teile pro Tag
results-chart-hour = Teile pro Stunde
results-chart-ng = NG (Zahl darüber)
results-chart-none = Das Diagramm wird für Zeiträume bis 31 Tage gezeichnet.
results-counted-since = Gezählt seit
results-csv = CSV <wide>herunterladen</wide>
results-earlier-shifts = Frühere Schichten
results-find = Suchen
results-late = Verspätet
results-latency = Vom Trigger bis zum Urteil: Median <b>{ $median }</b>, 95 % unter <b>{ $p95 }</b>, 99 % unter <b>{ $p99 }</b>
results-latency-by-recipe = Urteilszeiten nach Rezept
results-latency-newest = Von den neuesten 1.000 Teilen dieser Zeit.
results-median = Median
results-model = Modell
results-newest-only = Nur die neuesten { $count } werden angezeigt.
results-ng-by-class = NG nach Klasse
results-no-parts = Keine Teile.
results-no-parts-between = Keine Teile von { $from } bis { $to }.
results-no-parts-found = Keine Teile gefunden.
results-no-parts-since = Seitdem keine Teile.
results-number-or-id = Nr. oder ID
results-paging = Blättern
results-part = Teil
results-part-id-or-reason = Teile-ID oder Grund
results-part-number-or-id = Nummer oder ID
results-period = Zeitraum
results-period-24h = Letzte 24 h
results-period-this_shift = Diese Schicht
results-period-last_shift = Letzte Schicht
results-period-today = Heute
results-period-yesterday = Gestern
results-period-7d = Letzte 7 Tage
results-period-30d = Letzte 30 Tage
results-period-custom = Von – bis …
results-period-from = Von
results-period-to = Bis
results-period-longest = Ein Zeitraum hat höchstens { $days } Tage.
results-period-no-begin = Wählen Sie, wann der Zeitraum beginnt.
results-period-no-length = Das Ende muss nach dem Anfang liegen.
results-present-shift = Aktuelle Schicht
results-raised = Ausgelöst
results-recipe = Rezept
results-recipe-unknown = Rezept unbekannt
results-reset = Zurücksetzen
results-reset-counters = Zähler zurücksetzen
results-reset-done = Die Zähler von { $recipe } beginnen neu.
results-reset-done-all = Die Zähler aller Rezepte beginnen neu.
results-reset-new-lot = Neues Los
results-reset-new-tool = Neues Werkzeug
results-reset-of = Zähler von
results-reset-record = <b>{ $recipe }</b>: { $why }
results-reset-trial = Nach einem Versuch
results-reset-words = Es wird kein Teil gelöscht. Ihr Name und der Grund werden festgehalten.
results-resets = Rücksetzungen
results-review = Nachprüfung
results-scene = Szene
results-scene-changed = Szene verändert
results-scene-changed-choice = Verändert
results-score = Score
results-search-clear = Suche aufheben
results-search-nothing = Kein Teil hat diese Nummer oder ID. Geben Sie sie ganz ein: Ein Stück davon findet nichts.
results-search-words = Teile mit der Nummer oder ID <b>{ $search }</b>, aus jedem Zeitraum.
results-set-aside = Abgelehnte Ergebnisse
results-set-aside-oldest = Nur die ältesten { $count } werden angezeigt.
results-set-aside-record = Eintrag { $seq } für { $sink }: { $reason }
results-set-aside-retried =
    { $count ->
        [one] 1 Ergebnis wird erneut gesendet. Ergebnisse, die wieder abgelehnt werden, erscheinen erneut hier.
       *[other] { $count } Ergebnisse werden erneut gesendet. Ergebnisse, die wieder abgelehnt werden, erscheinen erneut hier.
    }
results-set-aside-send = Erneut senden
results-set-aside-send-all = Alle erneut senden
results-set-aside-send-record = Eintrag { $seq } erneut senden
results-set-aside-size =
    { $bytes ->
        [one] { $at }, { $bytes } Byte
       *[other] { $at }, { $bytes } Byte
    }
results-set-aside-title = Vom Empfänger abgelehnt
results-set-aside-words =
    { $count ->
        [one] 1 Ergebnis wurde vom Empfänger abgelehnt, der andere angenommen hat. Es bleibt hier, bis es erneut gesendet wird. Die Teile unten sind nicht betroffen.
       *[other] { $count } Ergebnisse wurden vom Empfänger abgelehnt, der andere angenommen hat. Sie bleiben hier, bis sie erneut gesendet werden. Die Teile unten sind nicht betroffen.
    }
results-shift = Schicht
results-shift-words = Verspätete Urteile zählen als ERROR. Ein Teil, das die Regeln mehrerer Klassen verletzt, zählt bei jeder davon; eines, das nur wegen seines Anomalie-Scores NG ist, zählt bei keiner.
results-shifts = Schichten
results-shifts-words = Alle Teile jeder Schicht, gleich was zurückgesetzt wurde. Schichten ohne Teile fehlen.
results-since = Seit { $since } oder seit der letzten Rücksetzung.
results-threshold = Schwelle
results-tile-all = Alle Teile
results-tile-false-accepts = Fälschlich OK
results-tile-false-rejects = Fälschlich NG
results-tile-reviewed = Nachgeprüft
results-tile-to-review = Nachzuprüfen
results-tiles = Teile anzeigen
results-trend = Verlauf
results-triggered = Ausgelöst
results-under-95 = 95 % unter
results-under-99 = 99 % unter
results-verdict = Urteil

## Quality page

quality-agreement = Übereinstimmung
quality-agreement-words = Übereinstimmung: nachgeprüfte Teile, bei denen die Person dasselbe sagte wie die Station. Ohne Nachprüfung ist sie unbekannt.
quality-audit = Prüfung
quality-audit-checked = Geprüfte Labels
quality-audits = Prüfungen der Labels
quality-audits-cut = Nur die neuesten { $count } von { $all } Prüfungen dieses Zeitraums werden angezeigt.
quality-audits-none = Es gibt keine Prüfung von Labels, deren neueste Antwort in diesem Zeitraum liegt. Prüfungen legen Sie im Reiter Labeln eines Datensatzes an.
quality-audits-words = Prüfungen aller Datensätze, deren neueste Antwort in diesem Zeitraum liegt. Übereinstimmung und Cohens Kappa lassen unsichere Antworten weg; in Klammern: das 95-%-Intervall.
quality-challenges-none = In diesem Zeitraum wurden keine Musterteile verlangt. Ein Rezept kann sie bei seinem Start oder zu Beginn einer Schicht verlangen.
quality-challenges-overridden = Übergangen
quality-challenges-passed = Bestandene Kontrollprüfungen
quality-challenges-right = Richtig beurteilte Musterteile
quality-change = { $change } gegenüber der Zeit davor
quality-checks = Prüfungen der Station
quality-csv = CSV
quality-csv-of = Als CSV herunterladen: { $title }
quality-cusum = Die Summe für einen verdoppelten Anteil (CUSUM) steht bei { $value }, Alarm gibt sie bei { $limit }. Ein verdoppelter Anteil wird in 9 von 10 Fällen innerhalb von etwa { $parts } Teilen gefunden. Beide Karten zusammen lösen weniger als einen Fehlalarm in 500 Schichten aus.
quality-figures = Kennzahlen des Zeitraums
quality-ground-baseline =
    { $count ->
        [one] Erwartet: { $centre }. Das Modell gibt an, { $stated } der guten Teile auszuschleusen, und in den 30 Tagen davor wurden { $above } der Teile darüber hinaus ausgeschleust ({ $count } Teil).
       *[other] Erwartet: { $centre }. Das Modell gibt an, { $stated } der guten Teile auszuschleusen, und in den 30 Tagen davor wurden { $above } der Teile darüber hinaus ausgeschleust ({ $count } Teile).
    }
quality-ground-below =
    { $count ->
        [one] Erwartet: bis zu { $centre }, wie das Modell für gute Teile angibt. In den 30 Tagen davor wurden { $baseline } ausgeschleust ({ $count } Teil).
       *[other] Erwartet: bis zu { $centre }, wie das Modell für gute Teile angibt. In den 30 Tagen davor wurden { $baseline } ausgeschleust ({ $count } Teile).
    }
quality-ground-stated =
    { $count ->
        [one] Erwartet: { $centre }, wie das Modell für gute Teile angibt. In den 30 Tagen vor dem Zeitraum hat dieses Modell erst { $count } Teil beurteilt; ab 1000 Teilen zählt auch der eigene Anteil der Linie.
       *[other] Erwartet: { $centre }, wie das Modell für gute Teile angibt. In den 30 Tagen vor dem Zeitraum hat dieses Modell erst { $count } Teile beurteilt; ab 1000 Teilen zählt auch der eigene Anteil der Linie.
    }
quality-hall-fault = Störung
quality-hall-last = Letztes Urteil
quality-hall-leave = Verlassen
quality-hall-no-connection = Keine Verbindung seit { $at }
quality-hall-open = Hallenanzeige
quality-hall-since = Diese Schicht, seit { $at }
quality-hall-state = NG-Anteil
quality-hall-state-above = Zu hoch
quality-hall-state-below = Sehr niedrig
quality-hall-state-unknown = Unbekannt
quality-hall-state-within = Normal
quality-human-types = Von Personen angegebene Fehlerarten
quality-interval = { $share } ({ $low } – { $high })
quality-interval-words = In Klammern: das 95-%-Intervall. Anteile, deren Intervalle sich überlappen, können sich rein zufällig unterscheiden.
quality-kappa-unknown = Wo Kappa unbekannt ist: { $why }
quality-latency = Zeit bis zum Urteil
quality-latency-bar = { $from } bis { $to }: { $parts }
quality-latency-label = Histogramm der Zeit vom Trigger bis zum Urteil
quality-limits-since = Sie gelten seit { $at }, als { $name } Version { $version } zu urteilen begann.
quality-limits-words = Die Grenzen berücksichtigen einen erwarteten Anteil zwischen { $low } und { $high } und die Zahl der Teile in jedem Abschnitt.
quality-more-types =
    { $count ->
        [one] Eine weitere Fehlerart steht in der CSV-Datei.
       *[other] { $count } weitere Fehlerarten stehen in der CSV-Datei.
    }
quality-no-before = kein Vergleich
quality-no-rejects = Kein Ausschuss.
quality-objection = { $at }, { $author }, Rezept { $recipe }, Modell { $model }
quality-objections = Trotz Einwänden verwendete Modelle
quality-objections-none = Kein Modell wurde trotz eines Einwands verwendet.
quality-of = { $count } von { $all }
quality-only-clear = Alle zeigen
quality-only-human = Von einer Person angegebene Fehlerart: { $name }
quality-only-region = Ort: { $region }
quality-only-rule = Fehlerart: { $name }
quality-only-score = NG allein wegen des Anomalie-Scores
quality-open-parts = Teile zeigen: { $name }
quality-out-above = { $at }: { $rejected } von { $judged } ausgeschleust ({ $share }), mehr als die obere Grenze
quality-out-below = { $at }: { $rejected } von { $judged } ausgeschleust ({ $share }), weniger als die untere Grenze
quality-p-chart = p-Karte des NG-Anteils
quality-p-chart-label = NG-Anteil im Zeitverlauf mit Erwartungswert und Eingriffsgrenzen
quality-p-chart-of = p-Karte des NG-Anteils: { $recipe }
quality-points = { $points } Prozentpunkte
quality-recipes = Rezepte
quality-region-1 = oben links
quality-region-2 = oben Mitte
quality-region-3 = oben rechts
quality-region-4 = Mitte links
quality-region-5 = Mitte
quality-region-6 = Mitte rechts
quality-region-7 = unten links
quality-region-8 = unten Mitte
quality-region-9 = unten rechts
quality-region-count =
    { $count ->
        [one] { $name }: { $count } Teil
       *[other] { $name }: { $count } Teile
    }
quality-region-filter = Nur dieser Ort
quality-region-picture = Das neueste ausgeschleuste Teil
quality-regions = Wo die Fehler liegen
quality-regions-none = Bei diesen Teilen ist nicht bekannt, wo die Fehler liegen.
quality-rejects = Ausschuss
quality-score-alone = nur Anomalie-Score
quality-share = NG-Anteil
quality-shifts-left-out =
    { $count ->
        [one] Nur die neueste Schicht wird gezeigt.
       *[other] Nur die neuesten { $count } Schichten werden gezeigt.
    }
quality-state-above =
    { $count ->
        [one] In { $count } Abschnitt über den Grenzen.
       *[other] In { $count } Abschnitten über den Grenzen.
    }
quality-state-below = Unter den Grenzen: Prüfen Sie, ob Fehler noch gefunden werden.
quality-state-doubled = Am { $at } wurde ein verdoppelter Anteil festgestellt.
quality-state-within = Innerhalb der Grenzen
quality-types = Fehlerarten
quality-types-words = Nach der Klasse, deren Regel verletzt ist. Ein Teil, das die Regeln mehrerer Klassen verletzt, zählt bei jeder von ihnen.
quality-why-model_gone = Keine Grenzen: Die Station hat das Modell, das diese Teile beurteilt hat, nicht mehr. Welchen Anteil guter Teile es ausschleust, ist daher unbekannt.
quality-why-no_model = Keine Grenzen: Bei diesem Rezept urteilt kein Anomaliemodell, und nur ein solches gibt an, welchen Anteil guter Teile es ausschleust.
quality-why-not_stated = Keine Grenzen: Das Modell gibt nicht an, welchen Anteil guter Teile es ausschleust. Ein neues Training auf dieser Station ergibt eine Angabe.
quality-without-region =
    { $count ->
        [one] Bei { $shown } Teil ist der Ort unbekannt: Es hat weder einen Rahmen noch eine Heatmap oder wurde von einer früheren Version aufgezeichnet.
       *[other] Bei { $shown } Teilen ist der Ort unbekannt: Sie haben weder einen Rahmen noch eine Heatmap oder wurden von einer früheren Version aufgezeichnet.
    }

## Line page

line-no-wire = Keine SPS ist konfiguriert
line-wires = Verbindungen zu SPS
line-no-wire-words = Über eine Verbindung kann eine SPS Teile auslösen, deren Ergebnisse lesen und das Rezept wechseln. Ergänzen Sie eine Tabelle in der Einstellungsdatei <code>okng.toml</code> der Station, und starten Sie okng neu. Die Dokumentation beschreibt den Handshake in <code>docs/plc.md</code> und die Register von Modbus TCP in <code>docs/plc-modbus.md</code>.
line-wire-settings = Einstellungen einer Verbindung

wire-title = Verbindung { $name }
wire-plc-connected = SPS verbunden
wire-plc-not-connected = SPS nicht verbunden
wire-not-ready = Nicht bereit
wire-no-plc = Keine SPS
wire-no-plc-words = Keine SPS ist verbunden, oder sie schweigt.
wire-ready = Bereit
wire-ready-words = Die SPS kann das nächste Teil auslösen.
wire-waiting = Wartet auf die SPS
wire-waiting-words = Die Station ist bereit, aber trigger_enable ist low: Die SPS nimmt nicht teil.
wire-busy = Beschäftigt
wire-trigger-high = trigger ist high; es muss vor dem nächsten Teil abfallen.
wire-buffers-full = Alle Ergebnispuffer sind voll: Die SPS muss Ergebnisse mit results_ack quittieren.
wire-inspecting = Ein Teil wird geprüft.
wire-from-plc = Von der SPS
wire-from-station = Von der Station
wire-high = high
wire-low = low
wire-none = Keine
wire-none-yet = Noch keines
wire-part-id = Teile-ID
wire-newest-part = Neuestes Teil
wire-trigger-error = Trigger-Fehler
wire-trigger-errors =
    { $number ->
        [0] Keiner
        [1] 1, nicht online: Die Station konnte kein Teil prüfen
        [2] 2, beschäftigt: Das Teil davor war noch unterwegs
        [3] 3, kein Puffer: Zu viele Ergebnisse warten auf results_ack
        [4] 4, Trigger gehalten: trigger war schon high, als die SPS sich verband
        [5] 5, abgelehnt: Das Protokoll der Station nennt den Grund
       *[other] { $number }, unbekannt
    }
wire-result = Ergebnis
wire-result-words =
    { $late ->
        [yes] Teil { $part }, Score { $score }, { $verdict }, zu spät
       *[no] Teil { $part }, Score { $score }, { $verdict }
    }
wire-results-waiting = Wartende Ergebnisse
wire-results-buffered = { $waiting } von { $buffers }
wire-results-lost = { $waiting } von { $buffers }; { $lost } verloren, seit trigger_enable anstieg
wire-recipe = Laufendes Rezept
wire-recipe-words =
    { $number ->
        [none] keine Nummer: { $name } Version { $version }
       *[other] { $number }: { $name } Version { $version }
    }
wire-no-recipe = Keines
wire-recipe-change = Rezeptwechsel
wire-recipe-loading = Ein Rezept wird geladen
wire-recipe-failed = Fehlgeschlagen: { $reason }
wire-recipe-failed-silently = Fehlgeschlagen: kein Grund angegeben.
wire-recipe-held = Fertig; load_recipe ist noch high
wire-recipe-unchanged = Keiner im Gange

wire-timing = Zeitdiagramm
wire-timing-of = Zeitdiagramm von { $count } Signalen
wire-timing-loading = Wird geladen …
wire-timing-span = Gezeigte Zeit
wire-timing-pause = Anhalten
wire-timing-continue = Fortsetzen
wire-timing-moment = Gezeigter Zeitpunkt
wire-timing-before-pause = { $seconds } s vor dem Anhalten
wire-timing-csv = CSV exportieren
wire-timing-vcd = VCD exportieren

line-receivers = Empfänger von Ergebnissen
line-receiver-connected = verbunden
line-receiver-not-connected = nicht verbunden
line-receiver-waiting = Wartend
line-receiver-none = Keine
line-receiver-backlog =
    { $count ->
        [one] { $count } Ergebnis
       *[other] { $count } Ergebnisse
    }
line-receiver-backlog-age =
    { $count ->
        [one] { $count } Ergebnis, das älteste seit { $age }
       *[other] { $count } Ergebnisse, das älteste seit { $age }
    }
line-receiver-rejected = Abgelehnt
line-receiver-rejected-count = { $count }, siehe die Seite Ergebnisse
line-receiver-trouble = Störung
line-receiver-note = Hinweis

line-challenges = Kontrollprüfungen
line-challenges-csv = CSV exportieren
line-challenge-due = Fällig
line-challenge-passed = Bestanden
line-challenge-overridden = Übergangen
line-challenge-superseded = Nicht beendet
line-challenge-end = <result>{ $result }</result> { $at }
line-challenge-end-why = <result>{ $result }</result> { $at }, von { $author }: { $why }
line-challenge-cause =
    { $cause ->
        [recipe_start] Rezept { $recipe } Version { $version }, Rezeptstart { $at }
       *[shift_start] Rezept { $recipe } Version { $version }, Schichtbeginn { $at }
    }
line-challenge-no-checks = Kein Teil wurde geprüft.
line-challenge-expected = erwartet: { $expected }
line-challenge-expected-rule = erwartet: { $expected } wegen { $rule }
line-challenge-right = wie erwartet
line-challenge-wrong = falsch
line-challenge-part = Teil { $part }, { $author }

line-triggers = Letzte Trigger
line-triggers-words = Teile der letzten { $hours } Stunden. Jeder Trigger endet als OK, NG, ERROR oder MISSED.
line-triggers-none = Noch keine Trigger.
line-conditions = Meldungen
line-part = Teil
line-outcome = Ergebnis
line-triggered = Ausgelöst
line-source = Quelle
line-verdict-after = Urteil nach
line-id-or-reason = Teile-ID oder Grund
line-late = zu spät
line-challenge-name = Musterteil: { $name }

## Reports

job-kind-report = Bericht
report-all = { $count ->
    [one] Bericht anzeigen
   *[other] Alle { $count } Berichte anzeigen
 }
report-check-changed = Diese Datei wurde nach dem Signieren verändert. Verlassen Sie sich nicht auf sie.
report-check-unchanged = Unverändert, signiert von { $signer }.
report-check-unknown_key = Seit dem Signieren unverändert, aber mit einem Schlüssel, den diese Station nicht kennt. Vergleichen Sie den Fingerabdruck mit dem, den Ihnen der Betreiber der Station nennt.
report-check-unsigned = Diese Datei hat keine Signatur; eine Veränderung ist nicht erkennbar.
report-download = { $format } herunterladen, { $name }
report-earlier = Berichte
report-fit = Eignungsbericht
report-fit-again = Weiteren Bericht erstellen
report-fit-make = Eignungsbericht erstellen
report-fit-words = Was die Bilder zeigen, wie sicher das ist und was noch fehlt, als HTML und PDF. Beide lassen sich ohne die Station öffnen und sind signiert, sodass jede Veränderung auffällt.
report-made = { $at }, { $author }
report-no-pdf = Ohne PDF:
report-none = Es wurde noch kein Bericht erstellt.
report-question = Was möchten Sie herausfinden? (freiwillig, steht im nächsten Bericht)
report-remove = Bericht zu { $name } entfernen
report-remove-short = Entfernen
report-shift = Schichtbericht
report-shift-make = Schichtbericht erstellen
report-shift-of = Bericht der Schicht { $period }
report-shift-present = Bericht der laufenden Schicht
report-shift-words = Teile, Ausbeute, Ausschuss, Nachprüfungen, Alarme und Zeiten einer Schicht, als HTML und PDF. Beide lassen sich ohne die Station öffnen und sind signiert.
report-too-few = { $count ->
    [one] Für einen Eignungsbericht fehlt noch ein Bild.
   *[other] Für einen Eignungsbericht fehlen noch { $count } Bilder.
 }
report-unsigned = Nicht signiert: Das Paket für Signaturen ist auf dieser Station nicht installiert.
report-verify = Einen Bericht prüfen
report-verify-file = Datei wählen
report-verify-key = Öffentlicher Schlüssel einer anderen Station (freiwillig)
report-verify-words = Wählen Sie die HTML- oder PDF-Datei eines Berichts. Ein einziges verändertes Byte fällt auf.

## Review of parts

review-add-to = Hinzufügen zu
review-add-picture-to = Sein Bild hinzufügen zu
review-all-done = Sie haben alle Teile nachgeprüft, die hier waren.
review-choice = { $queue } ({ $count })
review-details = Details zu Teil { $number }
review-further = Weitere Teile anzeigen
review-hint-keys = <kbd>O</kbd> OK, <kbd>N</kbd> NG, <kbd>U</kbd> rückgängig, Pfeile bewegen, <kbd>Enter</kbd> Details
review-hint-swipe = Nach rechts wischen für OK, nach links für NG.
review-is-really = Teil { $number } ist wirklich { $verdict }
review-key-move = Zu einem anderen Teil
review-key-open = Details des Teils öffnen
review-key-undo = Letzte Nachprüfung rückgängig machen
review-left = noch <count>{ $count }</count>
review-line-unchanged = Das an die Linie gesendete Urteil ändert sich nicht.
review-marked = Teil { $number } als { $verdict } markiert.
review-marked-and-added = Teil { $number } als { $verdict } markiert, sein Bild ist in { $dataset }.
review-marked-by = Als { $verdict } markiert von { $author }, { $at }. Zum Ändern erneut tippen.
review-near = Nahe der Schwelle
review-all-ng = Alle NG
review-all-ok = Alle OK
review-none-waits = Hier wartet kein Teil auf eine Nachprüfung.
review-picture-hint = OK fügt es { $dataset } als normal hinzu, NG als anomal.
review-picture-is-in = Es ist in { $dataset }, und sein Label folgt dem Urteil.
review-picture-moves = OK oder NG verschiebt es von { $from } nach { $dataset }.
review-picture-none = Von diesem Teil ist kein Bild mehr da.
review-picture-split = Bild verwenden für
review-question = Was ist dieses Teil wirklich?
review-question-near = Nahe der Schwelle: Was ist dieses Teil wirklich?
review-really = Wirklich { $verdict }
review-reviewed = nachgeprüft: { $verdict }
review-score = { $score } von { $threshold }
review-to-review = nachzuprüfen
review-undo = Teil { $number } rückgängig: { $verdict }

## Model page: the archive re-inspected

archive = Das Archiv neu beurteilt
archive-lead = Wie wären die letzten Wochen mit dieser Version gewesen? Sie beurteilt die gespeicherten Bilder neu, mit niedrigster Priorität neben der Linie, und vergleicht ihre Urteile mit denen der Linie.
archive-period = Zeitraum
archive-days =
    { $count ->
        [one] Letzter Tag
       *[other] Letzte { $count } Tage
    }
archive-scope = <b>{ $count }</b> von { $parts } Teilen des Rezepts { $recipe } können neu beurteilt werden.
archive-takes = Das dauert etwa { $duration }.
archive-takes-at-least = Das dauert mindestens { $duration }.
archive-takes-unknown = Wie lange das dauert, ist noch nicht bekannt.
archive-duration-minutes =
    { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }
archive-duration-hours =
    { $count ->
        [one] { $count } Stunde
       *[other] { $count } Stunden
    }
archive-left-out =
    { $count ->
        [one] { $count } Teil kann nicht neu beurteilt werden
       *[other] { $count } Teile können nicht neu beurteilt werden
    }
archive-left-without_picture = Bild aus Platzmangel gelöscht oder nie gespeichert: { $count }
archive-left-other_region = Anderer Kameraausschnitt als heute: { $count }
archive-left-without_model = Ohne Anomaliemodell beurteilt: { $count }
archive-left-errors = ERROR, ohne Urteil: { $count }
archive-left-missed = MISSED, ohne Bild: { $count }
archive-left-challenges = Musterteile, keine Produktion: { $count }
archive-one-at-a-time = Es läuft immer nur eine Neubeurteilung.
archive-no-recipe = Es wurde noch kein Rezept angewendet, daher gibt es keine Teile, die neu beurteilt werden können.
archive-nothing-there = In diesem Zeitraum hat kein Teil ein Bild, das neu beurteilt werden kann.
archive-start = Archiv beurteilen
archive-start-again = Archiv erneut beurteilen
archive-go-on = Fortsetzen
archive-begins = Das Modell wird geladen
archive-remaining =
    { $count ->
        [one] { $count } Teil ist noch zu beurteilen.
       *[other] { $count } Teile sind noch zu beurteilen.
    }
archive-cancel = Anhalten und Ergebnisse behalten
archive-nothing-judged = Es wurde noch kein Teil beurteilt.
archive-headline = Mit Version { $version } wären von 1000 Teilen <b>{ $after }</b> statt <b>{ $before }</b> aussortiert worden.
archive-interval = Unterschied { $difference } (95 % Konfidenz: { $low } bis { $high }).
archive-as-of =
    { $count ->
        [one] { $count } Teil des Rezepts { $recipe } seit { $since }, beurteilt am { $at } mit der Schwelle { $threshold }.
       *[other] { $count } Teile des Rezepts { $recipe } seit { $since }, beurteilt am { $at } mit der Schwelle { $threshold }.
    }
archive-counts = Urteile der Linie und dieser Version über dieselben Teile
archive-would-be = Version { $version }: { $verdict }
archive-was = Linie: { $verdict }
archive-nobody-reviewed = Niemand hat diese Teile nachgeprüft, daher ist nicht bekannt, welche Urteile richtig sind.
archive-reviewed =
    { $count ->
        [one] Bei { $count } nachgeprüften Teil lag die Linie bei <b>{ $before }</b> richtig und diese Version bei <b>{ $after }</b>.
       *[other] Von { $count } nachgeprüften Teilen lag die Linie bei <b>{ $before }</b> richtig und diese Version bei <b>{ $after }</b>.
    }
archive-escapes = Durchgelassene Fehler: <b>{ $found }</b> wären gefunden worden, <b>{ $added }</b> wären neu.
archive-false-rejects = Falsch aussortiert: <b>{ $gone }</b> wären vermieden worden, <b>{ $added }</b> wären neu.
archive-chart = Aussortierte von 1000 Teilen je Tag
archive-chart-day =
    { $count ->
        [one] { $day }: bisher { $before }, mit dieser Version { $after } ({ $count } Teil)
       *[other] { $day }: bisher { $before }, mit dieser Version { $after } ({ $count } Teile)
    }
archive-chart-before = Linie
archive-chart-after = Diese Version
archive-threshold = Schwelle
archive-threshold-hint = Eine andere Schwelle wird sofort beantwortet, ohne neu zu beurteilen.
archive-parts = Teile
archive-part-by-part = Teil für Teil
archive-kind-different = Anderes Urteil
archive-kind-would_be_ng = War OK, wäre NG
archive-kind-would_be_ok = War NG, wäre OK
archive-kind-now_right = Anders und laut Nachprüfung richtig
archive-kind-now_wrong = Anders und laut Nachprüfung falsch
archive-kind-problem = Nicht beurteilbar
archive-csv = Als CSV herunterladen
archive-parts-none = Es gibt kein solches Teil.
archive-parts-pages = Seiten der Teile
archive-by-line = Linie
archive-by-person = Person
archive-problem-picture_missing = Die Bilddatei fehlt
archive-problem-picture_changed = Die Bilddatei wurde verändert
archive-problem-recipe_unusable = Das Rezept ist nicht mehr verwendbar
archive-problem-not_judged = Es wäre ein ERROR
archive-heat = Heatmap
archive-heat-failed = Es gibt keine Heatmap: okng host muss laufen, und das Bild muss noch gespeichert sein.
archive-in-results = In den Ergebnissen zeigen
archive-advice-none = Diese Version hat das Archiv noch nicht beurteilt. Das würde zeigen, wie die letzten Wochen mit ihr gewesen wären.

## Parts of several pages: pictures, verdicts, dialogs and fields

acknowledge = Quittieren
acknowledge-title = NG-Alarm quittieren
acknowledge-words = Ab jetzt werden wieder Teile angenommen. Ihr Name und der Grund werden festgehalten.
acknowledge-done = Der NG-Alarm ist quittiert. NG-Teile werden neu gezählt.
acknowledge-found = Was gefunden wurde
acknowledge-found-cleaned = Kamera oder Licht gereinigt
acknowledge-found-corrected = Werkzeug oder Prozess korrigiert
acknowledge-found-really-ng = Teile waren wirklich NG
field-changed = Geändert, noch nicht angewendet
field-copied = Kopiert
field-copy = { $label } kopieren
field-copy-by-key = Strg+C drücken
field-dataset = Datensatz
field-dataset-example = zum Beispiel Deckel links
field-dataset-name = Name des neuen Datensatzes
field-dataset-new = Neuer Datensatz …
field-dataset-none = keinem
field-not-available = Bei dieser Kamera nicht verfügbar.
field-one-moment = Einen Moment …
field-own-words = oder in eigenen Worten
field-reason = Grund
field-reason-first = Wählen oder schreiben Sie zuerst einen Grund.
field-region = Bildausschnitt
field-region-draw = { $what }: zum Zeichnen auf dem Bild ziehen
field-slider = { $label }, Schieberegler
field-split-later = Später aufteilen
field-split-test = Test
field-split-test-words = Mit ihnen wird kein Modell trainiert.
field-split-train = Training
heat-map = Heatmap
heat-map-off = Heatmap aus
heat-map-on = Heatmap an
job-cancelled = { $job } abgebrochen
job-cancelling = Wird abgebrochen …
job-failed = { $job } fehlgeschlagen
job-kind-dataset_import = Import
job-kind-dataset_review = Datensatzprüfung
job-kind-grow = Inkrementelles Training
job-kind-model_import = Import eines Modells
job-kind-regression = Regressionsprüfung
job-kind-train = Training
job-kind-train-detector = Detektortraining
job-log = Protokoll
job-progress = Fortschritt
job-queued = { $job } in der Warteschlange
job-running = { $job } läuft
job-succeeded = { $job } abgeschlossen
live-view-absent = Kamera nicht verbunden
live-view-absent-words = Prüfen Sie Kabel und Stromversorgung. Die Station verbindet sich von selbst wieder.
live-view-fault = Kamerafehler
live-view-fault-words = Die Station verbindet sich von selbst wieder. Bleibt der Fehler, ziehen Sie das Kabel der Kamera kurz ab.
live-view-opening = Kamera wird verbunden
live-view-opening-words = Das dauert einige Sekunden.
live-view-collecting = Neuestes Teil
live-view-collecting-waiting = Der Kameraeingang ist der Trigger. Mit dem nächsten Teil erscheint hier ein Bild.
live-view-image = Livebild der Kamera
live-view-inspecting = Prüfung läuft: neuestes Teil
live-view-inspecting-waiting = Die Prüfung läuft. Mit dem nächsten Teil erscheint hier ein Bild.
live-view-none = Kein Livebild
names-dot = Ein Name darf nicht mit einem Punkt enden.
names-empty = Ein Name darf nicht leer sein.
names-enter-first = Geben Sie zuerst einen Namen ein.
names-change-first = Ändern Sie zuerst den Namen.
names-first = Ein Name beginnt mit einem Buchstaben oder einer Ziffer.
names-invisible = Ein Name darf keine unsichtbaren Zeichen enthalten.
names-long = Dieser Name ist zu lang.
names-many-characters = Ein Name hat höchstens { $most } Zeichen; dieser hat { $count }.
names-reserved = Ein Name darf keines dieser Zeichen enthalten: { $characters }
pager-newer = Neuere
pager-newest = Das sind die neuesten.
pager-older = Ältere
pager-oldest = Es gibt keine älteren.
picture-boxes-off = Rahmen aus
picture-boxes-on = Rahmen an
picture-compare = Mit einem Gutteil vergleichen
picture-compare-close = Vergleich schließen
picture-compare-looking = Wird gesucht …
picture-compare-good = Ähnlichstes Gutteil, gleiche Stelle
picture-compare-none = Nicht verfügbar: { $reason }.
picture-compare-region = Ähnlichstes Gutteil
picture-compare-this = Dieses Teil
picture-compare-whole = Ganzes Gutteil
picture-damaged = Das Bild ist angekommen, aber der Browser kann es nicht anzeigen: Die Datei ist vielleicht beschädigt.
picture-download = Bild herunterladen
picture-download-whole = Ganzes Bild herunterladen
picture-inspected = geprüft
picture-no-part = Kein Bild dieses Teils
picture-none = Kein Bild zum Anzeigen: { $reason }
picture-objects = Erkannte Objekte
picture-objects-more = und { $count } weitere
picture-objects-none = Keine Objekte erkannt
picture-objects-uncounted = nicht gezählt
picture-stored =
    { $label ->
        [normal] Bild { $id }, normal
       *[anomaly] Bild { $id }, anomal
    }
picture-try = Bild ausprobieren
picture-try-by = Beurteilt durch
picture-try-by-model = { $name } Version { $version }, mit eigener Schwelle
picture-try-by-recipe = Rezept { $name } Version { $version }, wie an der Linie
picture-try-choose = Bild hier ablegen oder <u>eines wählen</u>
picture-try-file = Bild zum Ausprobieren
picture-try-judged = Beurteilt in { $time }. Nicht gezählt und nicht gespeichert.
picture-try-judging = { $file } wird beurteilt …
picture-try-no-verdict = Kein Urteil
picture-try-not-shown = Der Browser kann diese Art von Bild nicht anzeigen.
picture-try-words = Das Bild wird neben der Linie beurteilt. Es wird nicht gezählt, nicht gespeichert und setzt keinen Ausgang.
picture-waiting = Hier erscheint das Bild jedes Teils.
record-challenge = Musterteil
record-challenge-words = { $name }, erwartet { $expected }, von { $author }
record-detector = Detektor
record-detector-engine = Detektor-Engine
record-detector-engine-hash = Hash der Detektor-Engine
record-detector-hash = Hash des Detektors
record-inspection-id = Prüfungs-ID
record-late = Verspätet
record-late-yes = ja, daher wurde der sichere Ausgang gesetzt
record-model = Modell
record-model-engine = Modell-Engine
record-model-engine-hash = Hash der Modell-Engine
record-model-hash = Hash des Modells
record-none = keines
record-number = Eintragsnummer
record-original-model = Originalmodell in ONNX Runtime
record-part-id = Teile-ID
record-part-id-none = nicht angegeben
record-picture = Bild
record-picture-deleted = gelöscht, um Speicherplatz freizugeben; der Hash bleibt erhalten
record-picture-hash = Hash des Bilds
record-recipe = Rezept
record-simulated = Simulierte Kamera
record-station = Station
record-trigger-number = Triggernummer
record-trigger-uncertainty = Unsicherheit der Triggerzeit
record-triggered = Ausgelöst
record-triggered-by =
    { $source ->
        [button] { $at } durch die Schaltfläche
        [timer] { $at } durch den Timer
        [http] { $at } durch die HTTP-API
        [line] { $at } durch den Kameraeingang
        [modbus] { $at } durch die SPS über Modbus
        [opcua] { $at } durch die SPS über OPC UA
        [plc] { $at } durch die SPS
        [mqtt] { $at } durch MQTT
        [gpio] { $at } durch die GPIO-Leitung
       *[other] { $at }
    }
record-version = { $name } Version { $version }
scene = Szene
scene-exposure = Belichtung
scene-focus = Schärfe
scene-light = Licht
scene-position = Lage
scene-in-range = im Bereich
scene-out-of-range = außerhalb
scene-not-measured = nicht gemessen
scene-of-limit = { $name }: das { $limits }-Fache der Grenze
scene-unknown = { $name } wird nicht gemessen
scene-was-changed = Geprüft, während die Szene verändert war.
verdict-above = Score { $score }, über der Schwelle { $threshold }
verdict-below = Score { $score }, unter der Schwelle { $threshold }
verdict-known = Zum Regressionssatz von { $model } hinzufügen
verdict-known-added = Jede neue Version von { $model } muss dieses Teil nun als { $verdict } beurteilen.
verdict-known-as = Als { $verdict }
verdict-late = Das Urteil kam nach Ablauf der Zeit.
verdict-near = Nahe der Schwelle: zur Nachprüfung markiert.
verdict-no-score = Kein Score
verdict-none = Noch kein Teil
verdict-output-time = Ausgang <b>{ $time }</b>
verdict-score = Score <value>{ $score }</value>
verdict-stage-exposure_ms = Kamera
verdict-stage-queue_ms = Warteschlange
verdict-stage-preprocess_ms = Vorverarbeitung
verdict-stage-inference_ms = Modell
verdict-stage-decide_ms = Entscheidung
verdict-threshold = Schwelle <value>{ $threshold }</value>
verdict-time = Urteil <value>{ $time }</value>
