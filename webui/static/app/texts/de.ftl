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

## Settings page

## Cloud page

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

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

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
challenge-result-due = Fällig
challenge-result-passed = Bestanden
challenge-result-overridden = Übergangen
challenge-result-superseded = Nicht beendet
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

## Results page

## Line page

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
