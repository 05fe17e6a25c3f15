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

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

## Results page

## Line page

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
