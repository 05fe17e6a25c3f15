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

## Training page

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

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
results-challenge = Prüfteil: { $name }
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

## Line page

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
record-challenge = Prüfteil
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
