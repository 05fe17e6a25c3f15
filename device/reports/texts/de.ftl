## Both reports

station = Station
made-at = Erstellt am
made-by = Erstellt von
model = Modell
models = Eingesetzte Modelle
none-yet = noch keines
summary = Zusammenfassung
unknown = Unbekannt.
unknown-short = unbekannt
not-named = (nicht benannt)
of = { $count } von { $of }
share = Anteil
ms = { $value } ms
figure = Kennzahl
number = Nr.
time = Zeit
parts = Teile
recipe = Rezept
half = die Hälfte innerhalb von
ninety-five = 95 von 100 innerhalb von
ninety-nine = 99 von 100 innerhalb von
verdict-time = Zeit vom Trigger bis zum Urteil
scene = Licht und Schärfe
picture-alt = Bild { $name }
picture-gone = Die Station hat dieses Bild nicht mehr.
score = Score { $score }
appendix = Anhang: die Bilder hinter den Kennzahlen
appendix-words = Unterstrichene Kennzahlen führen hierher. Unter jedem Bild stehen sein Name und die SHA-256-Prüfsumme seiner Datei.
group-shown = { $total ->
    [one] 1 Bild
   *[other] { $shown } von { $total } Bildern
 }
group-label = Als { $value } gelabelt
group-type = Fehlertyp: { $value }
group-batch = Charge: { $value }
group-day = Tag: { $value }
group-person = Hinzugefügt von { $value }
group-rejected = Gutbilder, die das Modell zurückweist { $value }
group-found = Anomalien, die das Modell findet { $value }
group-missed = Anomalien, die das Modell übersieht { $value }
group-type-tested = Geprüfte Anomalien dieses Typs: { $value }
group-smallest = Der kleinste Fehler { $value }
group-smallest-found = Der kleinste gefundene Fehler { $value }
group-largest-missed = Der größte übersehene Fehler { $value }
group-rejected-parts = Ausgeschleuste Teile { $value }
group-escaped = Durchschlupf: Teile, die OK waren und NG sind { $value }
label-normal = normal
label-anomaly = anomal
verify = Ist dieser Bericht echt?
verify-words = Die Station { $station } hat jedes Byte dieser Datei signiert. Der Schlüssel dafür hat diesen Fingerabdruck:
verify-how = Wer okng hat, prüft die Datei mit dem folgenden Befehl oder auf der Seite, von der sie stammt. Ein einziges verändertes Byte genügt, und die Prüfung schlägt fehl.
verify-stranger = Geben Sie auf einem anderen Rechner den öffentlichen Schlüssel der Station mit --key an. Lassen Sie sich den Fingerabdruck auf anderem Weg als durch diese Datei nennen und vergleichen Sie ihn.
verify-unsigned = Dieser Bericht ist nicht signiert, weil der Station das Paket dafür fehlt (pip install 'okng[exchange]'). Eine Veränderung ist nicht erkennbar.

## Fit report

fit-title = Eignungsbericht: { $dataset }
fit-lead = Funktioniert diese Prüfung, wie sicher ist das, und was fehlt noch?
dataset = Datensatz
dataset-version = Version { $version }
tile-pictures = Bilder
tile-pictures-words = { $normal } normal, { $anomaly } anomal
tile-rejected = Gutteile zurückgewiesen, von 1.000
tile-rejected-words = { $count } von { $of } Gutbildern zurückgewiesen
tile-found = Anomalien gefunden
tile-found-words = { $count } von { $of } anomalen Bildern gefunden
tile-time = Urteil innerhalb von
tile-time-words = 99 von 100 der letzten { $parts } Teile
no-model-short = Mit diesem Datensatz wurde kein Modell trainiert.
no-anomalies-short = Das Modell wurde an keinem anomalen Bild geprüft.
no-parts-short = Mit dem Modell wurden zu wenige Teile geprüft.
range = { $low } bis { $high }
range-percent = { $low } bis { $high }
per-thousand = { $low } bis { $high } von 1.000
summary-shortcut = Das Label ist ohne einen Blick auf das Teil zu erkennen. Bis das geklärt ist, beweist keine Kennzahl dieses Berichts, dass die Fehler erkannt werden.
see-shortcuts = Zu den Abkürzungen
summary-unusable = Die Testbilder zeigen, dass dieses Modell unbrauchbar ist.
see-model = Zu den Kennzahlen des Modells
summary-gaps = { $count ->
    [one] Eine Lücke
    [2] Zwei Lücken
   *[other] { $count } Lücken, die wichtigste zuerst
 }
no-gaps = Es wurden keine Lücken gefunden.
question = Die Frage
question-none = Wer diesen Bericht angefordert hat, hat keine Frage notiert.
question-words = Lassen sich die Teile des Datensatzes „{ $dataset }“ anhand ihrer Bilder automatisch beurteilen? Dieser Bericht handelt von seinen { $pictures } Bildern.
question-model = Die Kennzahlen sind die des Modells { $model } ({ $method }), des neuesten, das damit trainiert wurde.
question-recipes = Rezepte mit diesem Modell: { $recipes }.
pictures = Bilder
pictures-words = Hinzugefügt vom { $first } bis zum { $last }.
normal-count = { $count ->
    [one] 1 normales Bild
   *[other] { $count } normale Bilder
 }
anomaly-count = { $count ->
    [one] 1 anomales Bild
   *[other] { $count } anomale Bilder
 }
by-type = Anomale Bilder nach Fehlertyp
by-batch = Nach Charge
by-day = Nach Tag
by-person = Nach der Person, die sie hinzugefügt hat
name-label = Label
name-type = Fehlertyp
name-batch = Charge
name-day = Tag
name-person = Person
name-camera = Kamera
of-them-anomalous = Anomal
others = andere
model-does = Was das Modell leistet
model-none = Mit diesem Datensatz wurde kein Modell trainiert; über Rückweisungen und gefundene Anomalien ist daher nichts bekannt.
model-none-how = { $count ->
    [0] Es gibt genug normale Bilder: Trainieren Sie ein Modell auf der Seite „Training“.
    [one] Ein normales Bild fehlt noch, bevor ein Modell trainiert werden kann.
   *[other] { $count } normale Bilder fehlen noch, bevor ein Modell trainiert werden kann.
 }
model-words = Das Modell { $model } wurde am { $at } mit { $count } Bildern trainiert.
interval-words = Jedes Bild wurde von einem Modell beurteilt, das es nicht kannte. Die Intervalle enthalten den wahren Wert in 95 von 100 Fällen.
model-old = Der Datensatz hat sich seit dem Training geändert: { $added } Bilder hinzugefügt, { $removed } entfernt, { $relabelled } neu gelabelt, { $other } anders geändert. Die Kennzahlen gelten für die damaligen Bilder.
model-lost = { $count ->
    [one] Eines der Trainingsbilder hat die Station nicht mehr.
   *[other] { $count } der Trainingsbilder hat die Station nicht mehr.
 }
state-unusable = Die Testbilder zeigen, dass das Modell keine Fehler findet, die meisten übersieht oder nicht besser als der Zufall ist.
state-unknown = Die Testbilder sind zu wenige, um zu zeigen, dass das Modell Fehler besser findet als der Zufall.
counted = Gezählt
interval-95 = 95-%-Intervall
good-rejected = Gutteile zurückgewiesen (Intervall für die nächsten 1.000)
anomalies-found = Anomalien gefunden
rejected-words = Die Schwelle wurde so gewählt, dass etwa { $allowed } von 1.000 Gutteilen zurückgewiesen werden.
independent = Bilder einer Charge ähneln sich: Die { $count } Gutbilder zählen wie { $independent } unabhängige.
found-none = Das Modell wurde an keinem anomalen Bild geprüft; wie viele Fehler es findet, ist daher nicht bekannt.
found-none-how = Fügen Sie Bilder fehlerhafter Teile hinzu und trainieren Sie erneut.
missed = { $count ->
    [one] 1 anomales Bild wurde übersehen
   *[other] { $count } anomale Bilder wurden übersehen
 }
held-out = { $normal } normale und { $anomaly } anomale Bilder wurden zum Testen zurückgelegt und hatten keinen Einfluss auf das Modell.
not-known = Was nicht bekannt ist und wie viele Bilder es zeigen würden
unknown-question = Frage
unknown-now = Bekannt auf
unknown-have = Vorhanden
unknown-need = Nötig
unknown-good_rejected = Wie viele von 1.000 Gutteilen werden zurückgewiesen, auf { $within } genau? { $value }
unknown-found = Wie viele von 100 Anomalien werden gefunden, auf { $within } genau? { $value }
unknown-type_found = Wie viele von 100 Anomalien des Typs { $value } werden gefunden, auf { $within } genau?
unknown-untyped = Von welchem Typ sind die anomalen Bilder ohne Typ?
unknown-batches = Sehen andere Chargen oder Tage anders aus?
unknown-sizes = Wie groß sind die Fehler ohne Maske?
unknown-words = Die Zahlen gelten, wenn die Anteile so bleiben; wo noch nichts bekannt ist, wird der ungünstigste Fall angenommen.
unknown-nothing = Jede Frage dieses Berichts ist so genau beantwortet, wie er fragt.
plus-minus-thousand = ± { $value } von 1.000
plus-minus-percent = ± { $value } von 100
more-does-not-tell = mehr Bilder würden es nicht zeigen
name-the-type = Typen benennen
more-pictures = { $more ->
    [one] 1 weiteres Bild
   *[other] { $more } weitere Bilder
 }
more-batches = { $more ->
    [one] 1 weitere Charge
   *[other] { $more } weitere Chargen
 }
retrain-tells = genug: neu trainieren
smallest = Der kleinste gesehene Fehler
smallest-none = Kein anomales Bild hat eine Maske oder einen Rahmen; die Größe der Fehler ist daher nicht bekannt.
smallest-none-how = Zeichnen Sie auf der Seite „Training“ Masken auf die anomalen Bilder; dieser Bericht misst sie dann.
smallest-seen = Kleinster in den Bildern
smallest-found = Kleinster gefundener
largest-missed = Größter übersehener
smallest-unscored = Ob das Modell die gemessenen Fehler findet, ist nicht bekannt.
smallest-unscored-how = Trainieren Sie ein Modell mit den jetzigen Bildern.
diameter = Durchmesser
area = Fläche
of-picture = Vom Bild
px = { $value } px
px2 = { $value } px²
of-picture-words = { $side } der längeren Seite, { $area } der Fläche
no-such = keiner
measured-by-mask = Gemessen an den Masken von { $measured } anomalen Bildern; { $unmeasured } haben keine.
measured-by-box = Gemessen an den Rahmen von { $measured } anomalen Bildern; { $unmeasured } haben keinen. Ein Rahmen ist größer als sein Fehler.
measured-words = Bei einem Bild mit mehreren Fehlern zählt der größte. Der Durchmesser ist der eines Kreises gleicher Fläche. Wie groß das Teil im Bild ist, ist nicht bekannt.
measured-unreadable = { $count ->
    [one] Eine Maske ist nicht lesbar.
   *[other] { $count } Masken sind nicht lesbar.
 }
scene-none = Für Licht und Schärfe gibt es keine Referenz.
scene-none-how = Jedes Training auf der Station bildet eine aus seinen normalen Bildern.
scene-words = So weit weichen die { $count } normalen Trainingsbilder von ihrer Mitte ab. Teile jenseits davon werden als veränderte Szene gemeldet.
scene-measure = Messgröße
scene-spread = Streuung
measure-detail = Schärfe bei voller Auflösung
measure-texture = Schärfe
measure-level = Helligkeit
measure-saturated = Überbelichtete Fläche des Bildes
measure-black = Schwarze Fläche des Bildes
measure-horizontal = Licht, links gegen rechts
measure-vertical = Licht, oben gegen unten
measure-centre = Licht, Mitte gegen Rand
measure-right = Lage, waagerecht (von der längeren Seite)
measure-down = Lage, senkrecht (von der längeren Seite)
measure-turn = Drehung
degrees = { $value }°
position-none = Die Lage wird nicht gemessen.
scene-changed = { $count ->
    [0] Bei keinem der letzten { $parts } geprüften Teile war die Szene verändert.
    [one] Bei einem der letzten { $parts } geprüften Teile war die Szene verändert.
   *[other] Bei { $count } der letzten { $parts } geprüften Teile war die Szene verändert.
 }
cycle = Taktzeit
cycle-none = Mit diesem Modell wurden weniger als 20 Teile geprüft; ob die Urteile rechtzeitig kommen, ist daher nicht bekannt.
cycle-none-how = Setzen Sie das Modell in einem Rezept an der Linie ein; 1.000 Teile zeigen das langsamste von 100.
cycle-words = Die letzten { $parts } Teile, die das Rezept { $recipe } mit diesem Modell beurteilt hat, vom { $first } bis zum { $last }.
cycle-simulated = Ihre Bilder kamen von einer emulierten Kamera oder aus einem Ordner, nicht von der Linie.
trigger-period = Zeit zwischen zwei Triggern
at-least-ms = mindestens { $value } ms
cycle-load = Das langsamste von 100 Urteilen braucht { $share } der kürzesten von 100 Zeiten zwischen zwei Triggern.
cycle-late = { $count ->
    [0] Kein Urteil kam zu spät.
    [one] Eines von { $parts } Urteilen kam zu spät.
   *[other] { $count } von { $parts } Urteilen kamen zu spät.
 }
shortcuts = Abkürzungen
shortcuts-words = Eine Abkürzung ist alles, woran sich normale von anomalen Bildern ohne das Teil selbst unterscheiden lassen, etwa der Rand, die Beleuchtung oder die Datei. Ein Modell, das sie lernt, sieht hier hervorragend aus und versagt an der Linie.
review-none = Die Bilder wurden nie auf Abkürzungen geprüft.
review-none-how = Drücken Sie auf der Seite „Training“ auf „Datensatz prüfen“; bei { $count } Bildern dauert das Sekunden.
review-words = Die Prüfung vom { $at } untersuchte { $count } Bilder.
review-old = { $count ->
    [one] Ein Bild kam seither hinzu oder wurde geändert; für dieses gilt die Prüfung nicht. Prüfen Sie erneut.
   *[other] { $count } Bilder kamen seither hinzu oder wurden geändert; für diese gilt die Prüfung nicht. Prüfen Sie erneut.
 }
shortcut-figures = Kreuzvalidierte AUROC { $auroc } (0,5 ist Zufall, 1 ist sicher), p = { $p }.
shortcuts-found-none = Es wurde keine Abkürzung gefunden.
not-tested = Was nicht geprüft werden konnte:
other-findings = Weitere Befunde der Prüfung
finding-unreadable = Unlesbare Bilder: { $count }
finding-all_alike = Alle Bilder sind gleich: { $count }
finding-label_conflict = Gruppen fast gleicher Bilder mit beiden Labels: { $count }
finding-leakage = Beinahe-Duplikate in Training und Test: { $count }
finding-shortcut = Abkürzungen: { $count }
finding-outlier = Bilder, die keinem anderen ihres Labels gleichen: { $count }
finding-empty = Bilder ohne Teil: { $count }
finding-odd_format = Bilder in anderem Format als die meisten: { $count }
finding-near_copies = Gruppen von Beinahe-Duplikaten: { $count }
findings-kept = { $count ->
    [one] Einen Befund hat eine Person so belassen.
   *[other] { $count } Befunde hat eine Person so belassen.
 }
bias = Labels zwischen Chargen, Tagen, Kameras und Personen
bias-words = Jensen-Shannon-Divergenz in Bit: 0, wenn alle denselben Anteil anomaler Bilder haben.
gaps = Lücken und nächste Schritte
gaps-words = Was die Antwort am stärksten ändern würde, steht zuerst.
gap = Lücke
next-step = Nächster Schritt
gap-unusable = Das Modell ist unbrauchbar
step-unusable = Prüfen Sie die Labels und trainieren Sie dann mit höherer Auflösung. Übersehene Anomalien: { $count }.
gap-shortcut = { $count ->
    [one] Das Label ist ohne das Teil zu erkennen
   *[other] Das Label ist auf { $count } Arten ohne das Teil zu erkennen
 }
step-shortcut = Nehmen Sie normale und anomale Teile abwechselnd auf, am selben Ort und im selben Licht, oder schneiden Sie auf das Teil zu. Zu klärende Abkürzungen: { $count }.
gap-no_anomaly = Es gibt keine anomalen Bilder
step-no_anomaly = Sammeln Sie { $more } Bilder fehlerhafter Teile, um den gefundenen Anteil auf 10 von 100 genau zu kennen; schon die ersten zehn zeigen, ob es überhaupt geht.
gap-few_normal = Es gibt nur { $count } normale Bilder
step-few_normal = Sammeln Sie { $more } weitere normale Bilder; ein Training braucht 20.
gap-no_model = Es wurde kein Modell trainiert
step-no_model = Trainieren Sie ein Modell mit diesen { $count } Bildern.
gap-too_slow = Die Linie ist schneller als die Urteile
step-too_slow = Führen Sie „okng tune“ für dieses Modell aus oder verringern Sie die Auflösung. Verspätete Urteile: { $count }.
gap-label_conflict = { $count ->
    [one] Eine Gruppe fast gleicher Bilder trägt beide Labels
   *[other] { $count } Gruppen fast gleicher Bilder tragen beide Labels
 }
step-label_conflict = Entscheiden Sie sich auf der Seite „Training“ für je ein Label ({ $count }).
gap-leakage = { $count ->
    [one] Eine Gruppe von Beinahe-Duplikaten steht in Training und Test
   *[other] { $count } Gruppen von Beinahe-Duplikaten stehen in Training und Test
 }
step-leakage = Ordnen Sie jede der { $count } Gruppen einer Seite zu.
gap-model_is_old = { $count ->
    [one] Ein Bild wurde seit dem Training geändert
   *[other] { $count } Bilder wurden seit dem Training geändert
 }
step-model_is_old = Trainieren Sie erneut und erstellen Sie einen neuen Bericht. Bilder, die in den Kennzahlen fehlen: { $count }.
gap-no_review = Die Bilder wurden nie auf Abkürzungen geprüft
step-no_review = Prüfen Sie den Datensatz auf der Seite „Training“ ({ $count } Bilder).
gap-review_is_old = { $count ->
    [one] Ein Bild wurde nie auf Abkürzungen geprüft
   *[other] { $count } Bilder wurden nie auf Abkürzungen geprüft
 }
step-review_is_old = Prüfen Sie den Datensatz erneut; { $count } Bilder sind neu oder geändert.
gap-missed = { $count ->
    [one] Ein anomales Bild wird übersehen
   *[other] { $count } anomale Bilder werden übersehen
 }
step-missed = Sehen Sie sich die { $count } im Anhang an: Stimmen die Labels, und ist der Fehler bei dieser Auflösung für einen Menschen sichtbar?
gap-good_rejected = Wie viele Gutteile zurückgewiesen werden, ist nicht genau genug bekannt
step-good_rejected = { $more ->
    [0] Trainieren Sie erneut mit allen Bildern. Geprüfte Gutbilder: { $count }.
   *[other] Sammeln Sie { $more } weitere normale Bilder (jetzt { $count }).
 }
gap-found = Wie viele Fehler gefunden werden, ist nicht genau genug bekannt
step-found = { $more ->
    [0] Trainieren Sie erneut mit allen Bildern. Geprüfte anomale Bilder: { $count }.
   *[other] Sammeln Sie { $more } weitere anomale Bilder (jetzt { $count }).
 }
gap-type_found = Wie gut Fehler des Typs { $value } gefunden werden, ist nicht bekannt
step-type_found = { $more ->
    [0] Trainieren Sie erneut mit allen Bildern. Bilder dieses Typs: { $count }.
   *[other] Sammeln Sie { $more } weitere Bilder dieses Typs (jetzt { $count }).
 }
gap-batches = { $count ->
    [0] Es ist keine Charge benannt
    [one] Alle Bilder stammen aus einer Charge oder von einem Tag
   *[other] Die Bilder stammen nur aus { $count } Chargen oder von so vielen Tagen
 }
step-batches = Sammeln Sie Bilder von { $more } weiteren Chargen, Tagen oder Schichten und benennen Sie die Charge.
gap-one_person = Eine Person hat alle Bilder aufgenommen und gelabelt
step-one_person = Lassen Sie eine zweite Person die Labels prüfen (Personen bisher: { $count }).
gap-untyped = { $count ->
    [one] Ein anomales Bild hat keinen Fehlertyp
   *[other] { $count } anomale Bilder haben keinen Fehlertyp
 }
step-untyped = Benennen Sie den Typ der { $count } auf der Seite „Training“, damit jeder Typ gezählt werden kann.
gap-sizes = Die Größe der Fehler ist nur von { $count } anomalen Bildern bekannt
step-sizes = Zeichnen Sie Masken auf { $more } anomale Bilder.
gap-no_cycle = Ob die Urteile rechtzeitig kommen, ist nicht bekannt
step-no_cycle = Prüfen Sie { $more } Teile mit dem Modell an der Linie.
gap-scene = { $count ->
    [one] Bei einem geprüften Teil war die Szene verändert
   *[other] Bei { $count } geprüften Teilen war die Szene verändert
 }
step-scene = Finden Sie heraus, was sich an Licht, Schärfe oder Lage geändert hat, und stellen Sie es richtig. Teile: { $count }.
files = Anhang: alle Bilder nach SHA-256
files-words = { $shown } von { $total } Bildern. Mit diesen Prüfsummen lässt sich nachprüfen, von welchen Dateien der Bericht handelt.
snapshot = Prüfsumme aller Bilder und Labels:
file = Datei

## Shift report

shift-title = Schichtbericht: { $station }
shift-not-over = Die Schicht ist noch nicht zu Ende: Dies sind ihre bisherigen Teile.
clock-set-back = Die Uhr der Station wurde in dieser Schicht um { $seconds } s zurückgestellt. Jedes Teil steht bei der Zeit, die die Uhr zeigte.
parts-words = { $error } ERROR, { $missed } MISSED
yield = Ausbeute
yield-words = { $ok } von { $judged } beurteilten Teilen sind OK
yield-none = Kein Teil bekam ein Urteil.
rejects = Ausschuss (NG)
rejects-words = { $count ->
    [0] keines von einer Person für gut befunden
   *[other] { $count } davon von einer Person für gut befunden
 }
escapes = Durchschlupf
escapes-words = { $count ->
    [one] gefunden bei der Nachprüfung von 1 Teil
   *[other] gefunden bei der Nachprüfung von { $count } Teilen
 }
escapes-none = Niemand hat ein Teil dieser Schicht nachgeprüft.
by-recipe = Nach Rezept
late-parts = { $count ->
    [one] Ein Urteil kam zu spät.
   *[other] { $count } Urteile kamen zu spät.
 }
no-parts = Es gab keine Teile.
by-hour = Nach Stunde
hour = Stunde ab
reviews = Nachprüfungen
station-said = Urteil der Station
person-ok = Person: OK
person-ng = Person: NG
to-review = { $count ->
    [0] Kein Teil wartet auf eine Nachprüfung.
    [one] Ein Teil wartet auf eine Nachprüfung.
   *[other] { $count } Teile warten auf eine Nachprüfung.
 }
alarms = Alarme
alarm = Alarm
acknowledged = Quittiert
not-acknowledged = noch nicht
listed-newest = Nur die neuesten { $count } von { $of } sind aufgeführt.
no-alarms = Es gab keinen NG-Alarm.
challenges = Kontrollprüfungen
result = Ergebnis
checks = Bestanden
challenge-passed = bestanden
challenge-overridden = übergangen
challenge-superseded = durch ein anderes Rezept abgelöst
challenge-open = offen
no-challenges = Es war keine Kontrollprüfung fällig.
scene-parts = { $count ->
    [0] Bei keinem von { $parts } Teilen war die Szene verändert.
    [one] Bei einem von { $parts } Teilen war die Szene verändert.
   *[other] Bei { $count } von { $parts } Teilen war die Szene verändert.
 }
timed = { $count ->
    [one] Vom einzigen Teil mit einem Urteil.
   *[other] Von den letzten { $count } Teilen mit einem Urteil.
 }
period-words = Die mittlere Zeit zwischen zwei Triggern (Median) betrug { $value } ms.
times-none = Kein Teil bekam ein Urteil; daher gibt es keine Zeiten.
no-models = Kein Modell hat ein Teil beurteilt.
changes = Änderungen von Modell und Schwelle
threshold = Schwelle { $value }
mail-title = { $station }: Schichtbericht, { $parts } Teile
mail-body = Schicht vom { $start } bis { $end }: { $parts } Teile, { $ng } NG, { $error } ERROR, { $missed } MISSED. Der Bericht ist als HTML und PDF angehängt; beide sind signiert.
