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
page-inspection = Prüfung
page-line = Linie
page-model = Modell
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
download = Herunterladen
edit = Bearbeiten
less = Weniger
more = Mehr
next = Weiter
previous = Zurück
remove = Entfernen
restore = Wiederherstellen
retry = Erneut versuchen
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

## Training page

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

## Results page

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
line-source-button = Taste
line-source-timer = Zeitgeber
line-source-http = HTTP-API
line-source-line = Kameraeingang
line-source-modbus = SPS über Modbus
line-source-opcua = SPS über OPC UA
line-source-plc = SPS
line-source-mqtt = MQTT
line-source-gpio = GPIO-Leitung

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
