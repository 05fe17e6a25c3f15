## Both reports

station = Station
made-at = Créé le
made-by = Créé par
model = Modèle
models = Modèles en service
none-yet = aucun pour l’instant
summary = Résumé
unknown = Inconnu.
unknown-short = inconnu
not-named = (sans nom)
of = { $count } sur { $of }
share = Part
ms = { $value } ms
figure = Grandeur
number = N°
time = Heure
parts = Pièces
recipe = Recette
half = la moitié en moins de
ninety-five = 95 sur 100 en moins de
ninety-nine = 99 sur 100 en moins de
verdict-time = Temps du déclenchement au verdict
scene = Lumière et netteté
picture-alt = Image { $name }
picture-gone = La station n’a plus cette image.
score = Score { $score }
appendix = Annexe : les images derrière les chiffres
appendix-words = Les chiffres soulignés mènent ici. Sous chaque image figurent son nom et le SHA-256 de son fichier.
group-shown = { $total ->
    [one] 1 image
   *[other] { $shown } images sur { $total }
 }
group-label = Étiquette : { $value }
group-type = Type de défaut : { $value }
group-batch = Lot : { $value }
group-day = Jour : { $value }
group-person = Ajoutées par { $value }
group-rejected = Bonnes images que le modèle rejette { $value }
group-found = Anomalies que le modèle trouve { $value }
group-missed = Anomalies que le modèle manque { $value }
group-type-tested = Anomalies de ce type testées : { $value }
group-smallest = Le plus petit défaut { $value }
group-smallest-found = Le plus petit défaut trouvé { $value }
group-largest-missed = Le plus grand défaut manqué { $value }
group-rejected-parts = Pièces rejetées { $value }
group-escaped = Pièces passées à tort : elles sont NG { $value }
label-normal = normale
label-anomaly = anormale
verify = Ce rapport est-il authentique ?
verify-words = La station { $station } a signé chaque octet de ce fichier. La clé utilisée a cette empreinte :
verify-how = Quiconque dispose d’okng vérifie le fichier avec la commande ci-dessous, ou sur la page d’où il vient. Un seul octet modifié suffit pour que la vérification échoue.
verify-stranger = Sur un autre ordinateur, indiquez la clé publique de la station avec --key. Demandez l’empreinte au propriétaire de la station par une autre voie que ce fichier, et comparez.
verify-unsigned = Ce rapport n’est pas signé, car il manque à la station le paquet nécessaire (pip install 'okng[exchange]'). Une modification ne peut pas être détectée.

## Fit report

fit-title = Rapport d’aptitude : { $dataset }
fit-lead = Ce contrôle fonctionne-t-il, avec quelle certitude, et que manque-t-il encore ?
dataset = Jeu de données
dataset-version = version { $version }
tile-pictures = Images
tile-pictures-words = { $normal } normales, { $anomaly } anormales
tile-rejected = Bonnes pièces rejetées, sur 1 000
tile-rejected-words = { $count } bonnes images rejetées sur { $of }
tile-found = Anomalies trouvées
tile-found-words = { $count } images anormales trouvées sur { $of }
tile-time = Verdict en moins de
tile-time-words = 99 sur 100 des { $parts } dernières pièces
no-model-short = Aucun modèle n’a été entraîné sur ce jeu de données.
no-anomalies-short = Le modèle n’a été testé sur aucune image anormale.
no-parts-short = Trop peu de pièces ont été contrôlées avec le modèle.
range = { $low } à { $high }
range-percent = { $low } à { $high }
per-thousand = { $low } à { $high } sur 1 000
summary-shortcut = L’étiquette se devine sans regarder la pièce. Tant que ce n’est pas réglé, aucun chiffre de ce rapport ne prouve que les défauts sont vus.
see-shortcuts = Voir les raccourcis
summary-unusable = Les images de test montrent que ce modèle est inutilisable.
see-model = Voir les chiffres du modèle
summary-gaps = { $count ->
    [one] Une lacune
    [2] Deux lacunes
   *[other] { $count } lacunes, la plus importante d’abord
 }
no-gaps = Aucune lacune n’a été trouvée.
question = La question
question-none = La personne qui a demandé ce rapport n’a pas noté de question.
question-words = Les pièces du jeu de données « { $dataset } » peuvent-elles être jugées automatiquement d’après leurs images ? Ce rapport porte sur ses { $pictures } images.
question-model = Les chiffres sont ceux du modèle { $model } ({ $method }), le plus récent entraîné avec elles.
question-recipes = Recettes qui l’utilisent : { $recipes }.
pictures = Images
pictures-words = Ajoutées du { $first } au { $last }.
normal-count = { $count ->
    [one] 1 image normale
   *[other] { $count } images normales
 }
anomaly-count = { $count ->
    [one] 1 image anormale
   *[other] { $count } images anormales
 }
by-type = Images anormales par type de défaut
by-batch = Par lot
by-day = Par jour
by-person = Par personne qui les a ajoutées
name-label = Étiquette
name-type = Type de défaut
name-batch = Lot
name-day = Jour
name-person = Personne
name-camera = Caméra
of-them-anomalous = Anormales
others = autres
model-does = Ce que fait le modèle
model-none = Aucun modèle n’a été entraîné sur ce jeu de données ; rien n’est donc connu des rejets et des anomalies trouvées.
model-none-how = { $count ->
    [0] Il y a assez d’images normales : entraînez un modèle sur la page Entraînement.
    [one] Il manque encore une image normale pour pouvoir entraîner un modèle.
   *[other] Il manque encore { $count } images normales pour pouvoir entraîner un modèle.
 }
model-words = Le modèle { $model } a été entraîné le { $at } avec { $count } images.
interval-words = Chaque image a été jugée par un modèle qui ne l’avait pas vue. Les intervalles contiennent la vraie valeur dans 95 cas sur 100.
model-old = Le jeu de données a changé depuis l’entraînement : { $added } images ajoutées, { $removed } supprimées, { $relabelled } réétiquetées, { $other } modifiées autrement. Les chiffres portent sur les images d’alors.
model-lost = { $count ->
    [one] La station n’a plus l’une des images de l’entraînement.
   *[other] La station n’a plus { $count } des images de l’entraînement.
 }
state-unusable = Les images de test montrent que le modèle ne trouve pas de défauts, en manque la plupart ou ne fait pas mieux que le hasard.
state-unknown = Les images de test sont trop peu nombreuses pour montrer que le modèle trouve les défauts mieux que le hasard.
counted = Compté
interval-95 = Intervalle à 95 %
good-rejected = Bonnes pièces rejetées (intervalle pour les 1 000 prochaines)
anomalies-found = Anomalies trouvées
rejected-words = Le seuil a été choisi pour rejeter environ { $allowed } bonnes pièces sur 1 000.
independent = Les images d’un même lot se ressemblent : les { $count } bonnes images comptent comme { $independent } indépendantes.
found-none = Le modèle n’a été testé sur aucune image anormale ; on ne sait donc pas combien de défauts il trouve.
found-none-how = Ajoutez des images de pièces défectueuses, puis entraînez à nouveau.
missed = { $count ->
    [one] 1 image anormale a été manquée
   *[other] { $count } images anormales ont été manquées
 }
held-out = { $normal } images normales et { $anomaly } anormales ont été mises de côté pour le test, sans influence sur le modèle.
not-known = Ce qui n’est pas connu, et combien d’images le diraient
unknown-question = Question
unknown-now = Connu à
unknown-have = Il y a
unknown-need = Il faut
unknown-good_rejected = Combien de bonnes pièces sur 1 000 sont rejetées, à { $within } près ? { $value }
unknown-found = Combien d’anomalies sur 100 sont trouvées, à { $within } près ? { $value }
unknown-type_found = Combien d’anomalies du type { $value } sur 100 sont trouvées, à { $within } près ?
unknown-untyped = De quel type sont les images anormales sans type ?
unknown-batches = D’autres lots ou d’autres jours ont-ils un autre aspect ?
unknown-sizes = Quelle est la taille des défauts sans masque ?
unknown-words = Ces nombres valent si les parts restent les mêmes ; là où rien n’est encore connu, le pire cas est supposé.
unknown-nothing = Chaque question de ce rapport a une réponse aussi précise que demandé.
plus-minus-thousand = ± { $value } sur 1 000
plus-minus-percent = ± { $value } sur 100
more-does-not-tell = davantage d’images ne le diraient pas
name-the-type = nommer les types
more-pictures = { $more ->
    [one] 1 image de plus
   *[other] { $more } images de plus
 }
more-batches = { $more ->
    [one] 1 lot de plus
   *[other] { $more } lots de plus
 }
retrain-tells = assez : entraîner à nouveau
smallest = Le plus petit défaut vu
smallest-none = Aucune image anormale n’a de masque ni de cadre ; la taille des défauts n’est donc pas connue.
smallest-none-how = Dessinez des masques sur les images anormales à la page Entraînement ; ce rapport les mesurera.
smallest-seen = Le plus petit des images
smallest-found = Le plus petit trouvé
largest-missed = Le plus grand manqué
smallest-unscored = On ne sait pas si le modèle trouve les défauts mesurés.
smallest-unscored-how = Entraînez un modèle avec les images actuelles.
diameter = Diamètre
area = Surface
of-picture = De l’image
px = { $value } px
px2 = { $value } px²
of-picture-words = { $side } du grand côté, { $area } de la surface
no-such = aucun
measured-by-mask = Mesuré d’après les masques de { $measured } images anormales ; { $unmeasured } n’en ont pas.
measured-by-box = Mesuré d’après les cadres de { $measured } images anormales ; { $unmeasured } n’en ont pas. Un cadre est plus grand que son défaut.
measured-words = Pour une image à plusieurs défauts, le plus grand compte. Le diamètre est celui d’un cercle de même surface. La taille de la pièce dans l’image n’est pas connue.
measured-unreadable = { $count ->
    [one] Un masque est illisible.
   *[other] { $count } masques sont illisibles.
 }
scene-none = Il n’y a pas de référence pour la lumière et la netteté.
scene-none-how = Chaque entraînement sur la station en crée une à partir de ses images normales.
scene-words = C’est l’écart au centre des { $count } images normales de l’entraînement. Les pièces au-delà sont signalées comme scène modifiée.
scene-measure = Mesure
scene-spread = Dispersion
measure-detail = Netteté en pleine résolution
measure-texture = Netteté
measure-level = Luminosité
measure-saturated = Surface saturée de l’image
measure-black = Surface noire de l’image
measure-horizontal = Lumière, gauche contre droite
measure-vertical = Lumière, haut contre bas
measure-centre = Lumière, centre contre bord
measure-right = Position, horizontale (du grand côté)
measure-down = Position, verticale (du grand côté)
measure-turn = Rotation
degrees = { $value }°
position-none = La position n’est pas mesurée.
scene-changed = { $count ->
    [0] La scène n’avait changé pour aucune des { $parts } dernières pièces contrôlées.
    [one] La scène avait changé pour une des { $parts } dernières pièces contrôlées.
   *[other] La scène avait changé pour { $count } des { $parts } dernières pièces contrôlées.
 }
cycle = Temps de cycle
cycle-none = Moins de 20 pièces ont été contrôlées avec ce modèle ; on ne sait donc pas si les verdicts arrivent à temps.
cycle-none-how = Utilisez le modèle dans une recette sur la ligne ; 1 000 pièces montrent la plus lente sur 100.
cycle-words = Les { $parts } dernières pièces que la recette { $recipe } a jugées avec ce modèle, du { $first } au { $last }.
cycle-simulated = Leurs images venaient d’une caméra émulée ou d’un dossier, pas de la ligne.
trigger-period = Temps entre deux déclenchements
at-least-ms = au moins { $value } ms
cycle-load = Le plus lent de 100 verdicts prend { $share } du plus court de 100 temps entre deux déclenchements.
cycle-late = { $count ->
    [0] Aucun verdict n’est arrivé trop tard.
    [one] Un verdict sur { $parts } est arrivé trop tard.
   *[other] { $count } verdicts sur { $parts } sont arrivés trop tard.
 }
shortcuts = Raccourcis
shortcuts-words = Un raccourci est tout ce qui distingue les images normales des anormales sans la pièce elle-même, comme le bord, l’éclairage ou le fichier. Un modèle qui l’apprend semble excellent ici et échoue sur la ligne.
review-none = La présence de raccourcis n’a jamais été vérifiée dans ces images.
review-none-how = Lancez la vérification du jeu de données à la page Entraînement ; pour { $count } images, elle dure quelques secondes.
review-words = La vérification du { $at } a testé { $count } images.
review-old = { $count ->
    [one] Une image a été ajoutée ou modifiée depuis ; cette vérification ne vaut pas pour elle. Vérifiez à nouveau.
   *[other] { $count } images ont été ajoutées ou modifiées depuis ; cette vérification ne vaut pas pour elles. Vérifiez à nouveau.
 }
shortcut-figures = AUROC en validation croisée { $auroc } (0,5 est le hasard, 1 la certitude), p = { $p }.
shortcuts-found-none = Aucun raccourci n’a été trouvé.
not-tested = Ce qui n’a pas pu être testé :
other-findings = Autres constats de la vérification
finding-unreadable = Images illisibles : { $count }
finding-all_alike = Toutes les images sont semblables : { $count }
finding-label_conflict = Groupes d’une même image, ou presque, aux deux étiquettes : { $count }
finding-leakage = Quasi-doublons à la fois dans l’entraînement et le test : { $count }
finding-shortcut = Raccourcis : { $count }
finding-outlier = Images différentes de toutes celles de leur étiquette : { $count }
finding-empty = Images sans pièce : { $count }
finding-odd_format = Images d’un autre format que la plupart : { $count }
finding-near_copies = Groupes de quasi-doublons : { $count }
findings-kept = { $count ->
    [one] Une personne a laissé un constat tel quel.
   *[other] Une personne a laissé { $count } constats tels quels.
 }
bias = Étiquettes entre lots, jours, caméras et personnes
bias-words = Divergence de Jensen-Shannon en bits : 0 si la part d’images anormales est partout la même.
gaps = Lacunes et prochaines étapes
gaps-words = Ce qui changerait le plus la réponse vient d’abord.
gap = Lacune
next-step = Prochaine étape
gap-unusable = Le modèle est inutilisable
step-unusable = Vérifiez les étiquettes, puis entraînez avec une résolution plus élevée. Anomalies manquées : { $count }.
gap-shortcut = { $count ->
    [one] L’étiquette se devine sans la pièce
   *[other] L’étiquette se devine sans la pièce de { $count } façons
 }
step-shortcut = Photographiez tour à tour des pièces normales et anormales, au même endroit et sous la même lumière, ou recadrez sur la pièce. Raccourcis à régler : { $count }.
gap-no_anomaly = Il n’y a pas d’images anormales
step-no_anomaly = Recueillez { $more } images de pièces défectueuses pour connaître la part trouvée à 10 sur 100 près ; les dix premières montrent déjà si cela fonctionne.
gap-few_normal = Il n’y a que { $count } images normales
step-few_normal = Recueillez encore { $more } images normales ; il en faut 20 pour un entraînement.
gap-no_model = Aucun modèle n’a été entraîné
step-no_model = Entraînez un modèle avec ces { $count } images.
gap-too_slow = La ligne est plus rapide que les verdicts
step-too_slow = Lancez « okng tune » pour ce modèle, ou réduisez la résolution. Verdicts tardifs : { $count }.
gap-label_conflict = { $count ->
    [one] Un groupe d’une même image, ou presque, porte les deux étiquettes
   *[other] { $count } groupes d’une même image, ou presque, portent les deux étiquettes
 }
step-label_conflict = Décidez d’une étiquette pour chacun à la page Entraînement ({ $count }).
gap-leakage = { $count ->
    [one] Un groupe de quasi-doublons est à la fois dans l’entraînement et le test
   *[other] { $count } groupes de quasi-doublons sont à la fois dans l’entraînement et le test
 }
step-leakage = Placez chacun des { $count } groupes d’un seul côté.
gap-model_is_old = { $count ->
    [one] Une image a changé depuis l’entraînement
   *[other] { $count } images ont changé depuis l’entraînement
 }
step-model_is_old = Entraînez à nouveau, puis créez un nouveau rapport. Images absentes des chiffres : { $count }.
gap-no_review = La présence de raccourcis n’a jamais été vérifiée
step-no_review = Vérifiez le jeu de données à la page Entraînement ({ $count } images).
gap-review_is_old = { $count ->
    [one] Une image n’a jamais été vérifiée
   *[other] { $count } images n’ont jamais été vérifiées
 }
step-review_is_old = Vérifiez à nouveau le jeu de données ; { $count } images sont nouvelles ou modifiées.
gap-missed = { $count ->
    [one] Une image anormale est manquée
   *[other] { $count } images anormales sont manquées
 }
step-missed = Regardez les { $count } en annexe : les étiquettes sont-elles justes, et une personne voit-elle le défaut à cette résolution ?
gap-good_rejected = Le nombre de bonnes pièces rejetées n’est pas connu assez précisément
step-good_rejected = { $more ->
    [0] Entraînez à nouveau avec toutes les images. Bonnes images testées : { $count }.
   *[other] Recueillez encore { $more } images normales (actuellement { $count }).
 }
gap-found = Le nombre de défauts trouvés n’est pas connu assez précisément
step-found = { $more ->
    [0] Entraînez à nouveau avec toutes les images. Images anormales testées : { $count }.
   *[other] Recueillez encore { $more } images anormales (actuellement { $count }).
 }
gap-type_found = On ne sait pas si les défauts du type { $value } sont bien trouvés
step-type_found = { $more ->
    [0] Entraînez à nouveau avec toutes les images. Images de ce type : { $count }.
   *[other] Recueillez encore { $more } images de ce type (actuellement { $count }).
 }
gap-batches = { $count ->
    [0] Aucun lot n’est nommé
    [one] Toutes les images sont d’un même lot ou d’un même jour
   *[other] Les images ne sont que de { $count } lots ou jours
 }
step-batches = Recueillez des images de { $more } autres lots, jours ou équipes, et nommez le lot.
gap-one_person = Une seule personne a pris et étiqueté toutes les images
step-one_person = Faites vérifier les étiquettes par une deuxième personne (personnes jusqu’ici : { $count }).
gap-untyped = { $count ->
    [one] Une image anormale n’a pas de type de défaut
   *[other] { $count } images anormales n’ont pas de type de défaut
 }
step-untyped = Nommez le type des { $count } à la page Entraînement, pour que chaque type puisse être compté.
gap-sizes = La taille des défauts n’est connue que pour { $count } images anormales
step-sizes = Dessinez des masques sur { $more } images anormales.
gap-no_cycle = On ne sait pas si les verdicts arrivent à temps
step-no_cycle = Contrôlez { $more } pièces avec le modèle sur la ligne.
gap-scene = { $count ->
    [one] La scène avait changé pour une pièce contrôlée
   *[other] La scène avait changé pour { $count } pièces contrôlées
 }
step-scene = Trouvez ce qui a changé dans la lumière, la netteté ou la position, et corrigez-le. Pièces : { $count }.
files = Annexe : toutes les images par SHA-256
files-words = { $shown } images sur { $total }. Ces empreintes permettent de vérifier sur quels fichiers porte le rapport.
snapshot = Empreinte de toutes les images et étiquettes :
file = Fichier

## Shift report

shift-title = Rapport d’équipe : { $station }
shift-not-over = L’équipe n’est pas terminée : voici ses pièces jusqu’ici.
clock-set-back = L’horloge de la station a été retardée de { $seconds } s pendant cette équipe. Chaque pièce figure à l’heure qu’affichait l’horloge.
parts-words = { $error } ERROR, { $missed } MISSED
yield = Rendement
yield-words = { $ok } pièces OK sur { $judged } jugées
yield-none = Aucune pièce n’a reçu de verdict.
rejects = Rebuts (NG)
rejects-words = { $count ->
    [0] aucun jugé bon par une personne
   *[other] dont { $count } jugés bons par une personne
 }
escapes = Pièces passées à tort
escapes-words = { $count ->
    [one] d’après le contrôle de 1 pièce
   *[other] d’après le contrôle de { $count } pièces
 }
escapes-none = Personne n’a contrôlé de pièce de cette équipe.
by-recipe = Par recette
late-parts = { $count ->
    [one] Un verdict est arrivé trop tard.
   *[other] { $count } verdicts sont arrivés trop tard.
 }
no-parts = Il n’y a pas eu de pièces.
by-hour = Par heure
hour = Heure à partir de
reviews = Contrôles par une personne
station-said = Verdict de la station
person-ok = Personne : OK
person-ng = Personne : NG
to-review = { $count ->
    [0] Aucune pièce n’attend de contrôle.
    [one] Une pièce attend un contrôle.
   *[other] { $count } pièces attendent un contrôle.
 }
alarms = Alarmes
alarm = Alarme
acknowledged = Acquittée
not-acknowledged = pas encore
listed-newest = Seuls les { $count } plus récents sur { $of } sont énumérés.
no-alarms = Il n’y a pas eu d’alarme NG.
challenges = Contrôles par pièces étalons
result = Résultat
checks = Réussis
challenge-passed = réussi
challenge-overridden = outrepassé
challenge-superseded = remplacé par une autre recette
challenge-open = en cours
no-challenges = Aucun contrôle par pièces étalons n’était dû.
scene-parts = { $count ->
    [0] La scène n’avait changé pour aucune des { $parts } pièces.
    [one] La scène avait changé pour une des { $parts } pièces.
   *[other] La scène avait changé pour { $count } des { $parts } pièces.
 }
timed = { $count ->
    [one] De la seule pièce ayant un verdict.
   *[other] Des { $count } dernières pièces ayant un verdict.
 }
period-words = Le temps médian entre deux déclenchements était de { $value } ms.
times-none = Aucune pièce n’a reçu de verdict ; il n’y a donc pas de temps.
no-models = Aucun modèle n’a jugé de pièce.
changes = Changements de modèle et de seuil
threshold = seuil { $value }
mail-title = { $station } : rapport d’équipe, { $parts } pièces
mail-body = Équipe du { $start } au { $end } : { $parts } pièces, { $ng } NG, { $error } ERROR, { $missed } MISSED. Le rapport est joint en HTML et en PDF ; les deux sont signés.
