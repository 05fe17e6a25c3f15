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

## Training page

## Model page: metrics, threshold and promotion

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

## Inspection page

## Results page

## Line page

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
