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

shortcut-side = Bild { $id }: { $side }

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

## Results page

## Line page

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
