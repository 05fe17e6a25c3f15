### Français. The keys of en.ftl, in its order.

## Login, claim, and other pages without scripts

no-javascript = Ces pages nécessitent JavaScript ; l'API HTTP sous /api/v1 n'en a pas besoin.
login = Se connecter
login-title = Connexion à { $station }
login-wrong = Le nom ou le mot de passe est incorrect.
door-station = Station <strong dir="auto">{ $station }</strong>
user-name = Nom d'utilisateur
password = Mot de passe
claim = Prendre possession de cette station
claim-title = Prendre possession de { $station }
claim-words = <strong dir="auto">{ $station }</strong> n'appartient encore à personne. Le code d'activation se trouve dans le terminal ou le journal où okng a été démarré.
claim-code = Code d'activation
claim-password = Choisissez un mot de passe d'au moins 10 caractères
claim-button = Prendre possession de la station
claim-wrong-code = Ce n'est pas le code d'activation. Il se trouve dans le terminal ou le journal où okng a été démarré.
not-found = Page introuvable
not-found-words = La station <strong dir="auto">{ $station }</strong> n'a aucune page à cette adresse. L'adresse est peut-être mal saisie, ou la page a été renommée.
not-found-start = Aller à la page d'accueil
store-fault = Le stockage de la station est inutilisable
store-fault-title = { $station } : défaut du stockage
store-fault-reload = Rechargez ensuite cette page.
docs = API HTTP
docs-title = API HTTP de { $station }
docs-back = Retour au compte
docs-tokens = Les programmes envoient <span class="mono">Authorization: Bearer okng_…</span>. Les jetons sont créés sur la page du compte.

## Words that every page shares

page-account = Compte
page-cloud = Cloud
page-configuration = Configuration
page-inspection = Inspection
page-line = Ligne
page-model = Modèle
page-results = Résultats
page-settings = Paramètres
page-training = Entraînement
cancel = Annuler
close = Fermer
save = Enregistrer
add = Ajouter
apply = Appliquer
copy = Copier
delete = Supprimer
details = Détails
discard = Rejeter
done = Terminé
download = Télécharger
edit = Modifier
less = Moins
more = Plus
next = Suivant
previous = Précédent
remove = Retirer
restore = Restaurer
retry = Réessayer
show = Afficher
start = Démarrer
stop = Arrêter
trigger = Déclencher
undo = Annuler
use = Utiliser
label-normal = normal
label-anomaly = anomalie
normal = Normal
anomaly = Anomalie

## Numbers and times

ago-less-than-a-minute = il y a moins de 1 min
ago-minutes = il y a { $count } min
ago-hours = il y a { $count } h
ago-days =
    { $count ->
        [one] il y a { $count } jour
       *[other] il y a { $count } jours
    }

## Header, banners, notices and other parts of every page

## What the station is doing, and its conditions

## Account page

language = Langue
log-out = Se déconnecter
keyboard = Clavier
keyboard-shortcuts = Raccourcis clavier
keyboard-words = Appuyez sur <kbd>?</kbd> sur n'importe quelle page pour voir quelles touches y agissent.
password-current = Mot de passe actuel
password-new = Nouveau mot de passe, au moins 10 caractères
password-change = Changer le mot de passe
password-changed = Mot de passe changé. Les autres navigateurs ont été déconnectés.
token = Jeton
token-create = Créer
token-issued = Copiez ce jeton maintenant. Il ne sera plus affiché
token-issued-at = émis le { $at }
token-new-example = par exemple plc-gateway
token-new-name = Nom du nouveau jeton
token-revoke = Révoquer
token-revoked = Jeton { $title } révoqué.
tokens = Jetons d'API
tokens-docs = Documentation de l'API HTTP
tokens-words = Les programmes envoient un jeton à l'API HTTP sous la forme <code>Authorization: Bearer …</code>. Un jeton a les mêmes droits que vous.

## Settings page

## Cloud page

## Configuration page

configuration-tab-camera = Caméra
configuration-tab-region = Région
configuration-tab-trigger = Déclencheur
configuration-tab-outputs = Sorties
configuration-tab-detection = Détection
configuration-tab-recipe = Recette
configuration-live-view = Image en direct
configuration-settings = Paramètres
configuration-choose-camera = Choisir la caméra, le broker et l'adresse
configuration-needs-camera = Disponible dès que la caméra est connectée.
configuration-inspecting = L'inspection est en cours.
configuration-collecting = Des images sont en cours de collecte.
configuration-draft =
    { $state ->
        [clean] Recette <b>{ $name }</b> version { $version }. Aucune modification à appliquer.
        [overtaken] Recette <b>{ $name }</b> version { $version }, pas encore appliquée. Quelqu'un d'autre a modifié cette recette : « Appliquer » remplacera ses modifications.
       *[changed] Recette <b>{ $name }</b> version { $version }, pas encore appliquée
    }
configuration-draft-new =
    { $state ->
        [clean] Recette <b>{ $name }</b>. Aucune modification à appliquer.
        [overtaken] Recette <b>{ $name }</b>, pas encore appliquée. Quelqu'un d'autre a modifié cette recette : « Appliquer » remplacera ses modifications.
       *[changed] Recette <b>{ $name }</b>, pas encore appliquée
    }
configuration-applying = Application…
configuration-applied = Appliqué.
configuration-adjusted = Appliqué. La caméra a ajusté certains réglages.
configuration-saved = Enregistré. Les réglages seront appliqués dès que la caméra sera connectée.
configuration-refused = Non appliqué. Voir les champs marqués sous « { $tab } ».

camera-settings-exposure_us = Exposition
camera-settings-gain_db = Gain
camera-settings-frame_rate_hz = Fréquence d'images
camera-settings-pixel_format = Format de pixel
camera-settings-strobe-line = Sortie flash
camera-settings-no-strobe = Aucune
camera-settings-offset_x = Région, gauche
camera-settings-offset_y = Région, haut
camera-settings-width = Région, largeur
camera-settings-height = Région, hauteur
camera-settings-debouncer_us = Anti-rebond
camera-settings-delay_us = Retard du déclencheur
camera-settings-corrections = La caméra a ajusté vos réglages
camera-settings-not-set = <b>{ $setting }</b> : vous avez demandé { $asked }, mais cette caméra n'a pas ce réglage.
camera-settings-adjusted = <b>{ $setting }</b> : vous avez demandé { $asked }, la caméra utilise { $applied }.
camera-settings-meters = Indicateurs
camera-settings-no-meters = La mise au point et la luminosité apparaissent avec l'image en direct.
camera-settings-focus = Mise au point
camera-settings-reset-peak = Réinitialiser le pic
camera-settings-reset-peak-words = Repartir de la netteté actuelle
camera-settings-sharpness-peak = Netteté { $value }, pic { $peak }
camera-settings-sharpness = <b>{ $value }</b> netteté
camera-settings-of-peak = { $share } du pic { $peak }
camera-settings-brightness = Luminosité
camera-settings-brightness-fine = Luminosité OK
camera-settings-overexposed = Surexposé : réduire l'exposition
camera-settings-too-dark = Trop sombre : augmenter l'exposition ou l'éclairage
camera-settings-too-bright = Trop clair : réduire l'exposition
camera-settings-histogram = Histogramme des niveaux de gris
camera-settings-mean = <b>{ $share }</b> moyenne
camera-settings-saturated = <b>{ $share }</b> saturé
camera-settings-scene = Scène comparée aux images d'entraînement

region-words = Dessinez la région sur l'image en direct avec la souris ou le doigt. Faites glisser le cadre pour le déplacer, ou ses coins et côtés pour le redimensionner.
region-offset_x = Gauche
region-offset_y = Haut
region-width = Largeur
region-height = Hauteur
region-reset = Revenir au capteur entier
region-is-whole = La région est le capteur entier.
region-on-sensor = Région de { $width } par { $height } à { $left }, { $top } du capteur
region-sensor = Capteur { $sensor } px. Actuelle : { $width } × { $height } à ({ $left }, { $top })

trigger-kind = Source du déclencheur
trigger-kind-software = Bouton ou API HTTP
trigger-kind-timer = Minuterie
trigger-kind-line = Entrée de la caméra
trigger-kind-gpio = Ligne GPIO
trigger-words = Le bouton de la page Inspection et l'API HTTP fonctionnent aussi avec la minuterie et le GPIO, mais pas avec l'entrée de la caméra.
trigger-period = Période
trigger-period-hint = De 5 ms à 1 heure.
trigger-line = Ligne
trigger-chip = Puce
trigger-edge = Front
trigger-edge-rising = Front montant
trigger-edge-falling = Front descendant
trigger-bias = Polarisation
trigger-bias-as_is = Inchangée
trigger-bias-disabled = Désactivée
trigger-bias-pull_up = Pull-up
trigger-bias-pull_down = Pull-down
trigger-debouncer = Anti-rebond
trigger-debouncer-hint = Les niveaux plus courts sont ignorés.
trigger-debouncer-camera-hint = Les impulsions plus courtes sont ignorées. Retarde aussi chaque front.
trigger-delay = Retard
trigger-delay-hint = Du front au début de l'exposition.
trigger-every = Fronts par pièce
trigger-every-hint = Plus de 1 pour un codeur.
trigger-every-camera-hint = Plus de 1 pour un codeur ; la caméra doit avoir un diviseur de déclenchement.
trigger-interval = Intervalle minimal
trigger-interval-hint = Un front qui suit un autre plus tôt est un rebond, pas une pièce.
trigger-simulate-edge = Simuler un front

output-settings-gpio = Sortie GPIO
output-settings-camera_output = Sortie caméra
output-settings-chip = Puce
output-settings-line = Ligne
output-settings-active-on = Active pour
output-settings-on-ng = Pièces NG
output-settings-on-ok = Pièces OK
output-settings-ready = Station prête
output-settings-heartbeat = Signal de vie
output-settings-active-low = Active à l'état bas
output-settings-pulse = Impulsion
output-settings-pulse-hint = 0 maintient le niveau jusqu'au prochain verdict.
output-settings-delay = Retard
output-settings-from = Retard compté à partir
output-settings-from-verdict = Du verdict
output-settings-from-trigger = Du déclencheur
output-settings-from-distance = Du déclencheur, plus le trajet jusqu'à l'éjecteur
output-settings-from-parts = Du déclencheur d'une pièce suivante
output-settings-distance = Distance jusqu'à l'éjecteur
output-settings-speed = Vitesse
output-settings-parts = Pièces entre caméra et éjecteur
output-settings-no-verdict-yet = Une pièce sans verdict à ce moment reçoit le signal des pièces sans verdict.
output-settings-remove = Retirer cette sortie
output-settings-add-camera = Ajouter une sortie caméra
output-settings-add-gpio = Ajouter une sortie GPIO
output-settings-none-free = Toutes les sorties de la caméra sont utilisées.
output-settings-none = Cette caméra n'a pas de sortie configurable.
output-settings-safe = Signal des pièces sans verdict
output-settings-safe-ng = NG (rejetée)
output-settings-safe-none = Aucun signal
output-settings-time-limit = Délai maximal
output-settings-time-limit-hint = Du déclencheur au verdict, au moins 10 ms. Un verdict plus tardif compte comme ERROR. 0 : sans limite.

detection-detector = Détecteur
detection-no-detector = Aucun
detection-import = Un détecteur trouve et classe des objets tels qu'une rayure, une étiquette ou une vis. Cette station n'en a pas encore. Importez-en un avec <code>okng import-detector</code>.
detection-words = Les règles sous l'image en direct indiquent combien d'objets de chaque classe a une bonne pièce. Une pièce qui enfreint une règle est NG, quoi que dise le modèle d'anomalies. Les classes sans règle sont affichées mais ne comptent pas.
detection-locate = Localiser d'abord la pièce
detection-locate-no = Non : inspecter toute l'image
detection-margin = Marge
detection-margin-hint = Ajoutée de chaque côté, en part du plus long côté du cadre. Au plus 50 %.
detection-aspect-ratio = Rapport largeur/hauteur
detection-aspect-ratio-hint = Largeur sur hauteur du recadrage : 1 est carré, 2 est deux fois plus large que haut.
detection-part-words = Exactement une pièce doit être trouvée, sinon le résultat est ERROR. Le modèle d'anomalies doit être entraîné sur les mêmes recadrages : appliquez d'abord ceci, puis collectez des images avec « Déclencher », puis entraînez.
detection-rules = Règles
detection-class = Classe
detection-at_least = Au moins
detection-at_most = Au plus
detection-minimum_score = Score min.
detection-minimum_size_px = Taille min., px
detection-maximum_size_px = Taille max., px
detection-limit-of = { $limit }, { $name }
detection-where = Où
detection-zone = Zone
detection-anywhere = Partout
detection-zone-of = Zone de { $name }
detection-zone-draw = Dessinez la zone dans laquelle <b>{ $name }</b> compte. Le centre du cadre doit s'y trouver.
detection-class-unknown = Le détecteur n'a pas de classe { $name }.
detection-rule-words = { $name } : { $count }
detection-count-none = aucun autorisé
detection-count-any = nombre quelconque (affichés seulement)
detection-count-exactly = exactement { $most }
detection-count-or-more = { $least } ou plus
detection-count-between = { $least } à { $most }
detection-count-at-most = au plus { $most }
detection-rule-add = Ajouter une règle
detection-rule-remove = Retirer la règle pour { $name }
detection-no-class-left = Chaque classe du détecteur a déjà une règle.
detection-no-rules = Sans règle, les objets sont affichés mais ne rendent jamais une pièce NG.

alarm-settings = Alarme NG
alarm-settings-words = De nombreuses pièces NG signifient plus souvent un objectif sale ou un outil usé que de nombreuses mauvaises pièces.
alarm-settings-consecutive = Après des pièces NG consécutives
alarm-settings-in-a-row = Consécutives
alarm-settings-of-last = Après des pièces NG parmi les dernières
alarm-settings-limit = Pièces NG
alarm-settings-parts = Parmi les dernières
alarm-settings-stop = L'alarme arrête la station
alarm-settings-stops = La station n'est pas prête pour des pièces tant que personne n'a acquitté l'alarme.
alarm-settings-goes-on = L'alarme est affichée et envoyée ; les pièces restent inspectées.

recipe-threshold = Seuil
recipe-threshold-hint = Les scores supérieurs sont NG. 0 : utiliser le seuil entraîné.
recipe-review-distance = Distance de revue
recipe-review-distance-hint = Les pièces dont le score est aussi proche du seuil sont marquées pour revue. 0 : aucune. Pour rétablir la largeur entraînée, utilisez la page Modèle.
recipe-number = Numéro pour l'automate
recipe-number-hint = Un automate choisit la recette par ce numéro, de 1 à 65535. 0 : aucun.
recipe-latest = dernière : version { $version }, { $at }, { $author }
recipe-active-version = version { $version } active
recipe-activate = Activer
recipe-activate-it = Activer { $name } version { $version } ?
recipe-activated = { $name } version { $version } est maintenant active.
recipe-new = Nouvelle recette à partir de ces réglages
recipe-new-example = par exemple capot gauche
recipe-new-no-name = Saisissez un nom pour copier ces réglages.
recipe-new-bad-name = Changez d'abord le nom.
recipe-export = Exporter en TOML
recipe-import = Importer un TOML
recipe-import-it = Importer { $file } ?
recipe-import-column = Dans le fichier
recipe-imported = { $name } importée comme version { $version }, maintenant active.
recipe-change-other = Dès la prochaine pièce, la recette <b>{ $name }</b> remplace <b>{ $running }</b>. Rien ne change avant que vous n'appuyiez sur « { $action } ».
recipe-change-same = Dès la prochaine pièce, la recette <b>{ $name }</b> est utilisée avec ces réglages. Rien ne change avant que vous n'appuyiez sur « { $action } ».
recipe-change-none = Ses réglages sont ceux de la recette active.
recipe-one-moment = Un instant…
recipe-left = Modifications non enregistrées ({ $at })
recipe-left-words = Elles ont été faites dans ce navigateur et n'ont pas été appliquées. La station inspecte sans elles.
recipe-left-overtaken =
    La recette de la station a changé depuis : les modifications partaient { $from ->
        [none] d'aucune recette
       *[other] de { $from }
    }, et { $running ->
        [none] aucune recette n'est active
       *[other] { $running } est active
    } maintenant. Vérifiez-les avant de les appliquer.
recipe-left-column = Avec les modifications
recipe-left-continue = Continuer
recipe-active-now = Active maintenant
recipe-setting = Réglage
recipe-same = Les réglages sont identiques.
recipe-versions = Versions de { $name }
recipe-versions-same = Ces versions ont les mêmes réglages.
recipe-version = Version { $version }
recipe-version-of = { $name } version { $version }
recipe-version-missing = { $name } version { $version } (manquant)
recipe-version-active = { $version } (active)
recipe-made = { $at }, { $author }
recipe-active = active
recipe-compare = Comparer
recipe-compare-it = Comparer la version { $version }
recipe-compare-version = Comparer la version
recipe-with-version = avec la version
recipe-restore = Restaurer la version { $version }
recipe-restore-of = Restaurer la version { $version } de { $name }
recipe-restore-active = Cette version est active. Choisissez-en une autre pour la restaurer.
recipe-restore-words = Ses réglages deviennent une nouvelle version de la recette, utilisée dès maintenant. Votre nom et le motif sont enregistrés.
recipe-restore-rejected = Des bonnes pièces ont été rejetées
recipe-restore-accepted = Des mauvaises pièces ont été acceptées
recipe-restore-mistake = Modifié par erreur
recipe-restored = { $name } version { $version } est restaurée comme version { $as }, maintenant active.

recipe-not-set = non défini
recipe-yes = oui
recipe-no = non
recipe-field-inside = { $outer }, { $inner }
recipe-item-outputs = sortie { $number }
recipe-item-rules = règle { $number }
recipe-item-parts = pièce { $number }
recipe-item-at = occasion { $number }
recipe-field-name = nom
recipe-field-number = numéro pour l'automate
recipe-field-acquisition = caméra
recipe-field-exposure_us = exposition
recipe-field-gain_db = gain
recipe-field-frame_rate_hz = fréquence d'images
recipe-field-pixel_format = format de pixel
recipe-field-strobe_line = sortie flash
recipe-field-roi = région
recipe-field-offset_x = décalage x
recipe-field-offset_y = décalage y
recipe-field-width = largeur
recipe-field-height = hauteur
recipe-field-trigger = déclencheur
recipe-field-type = type
recipe-field-period_ms = période
recipe-field-min_interval_ms = intervalle minimal
recipe-field-chip = puce
recipe-field-line = ligne
recipe-field-activation = front
recipe-field-bias = polarisation
recipe-field-debouncer_us = anti-rebond
recipe-field-delay_us = retard
recipe-field-every = fronts par pièce
recipe-field-model = modèle
recipe-field-threshold = seuil
recipe-field-review_distance = distance de revue
recipe-field-detection = détection
recipe-field-at_least = au moins
recipe-field-at_most = au plus
recipe-field-minimum_score = score minimal
recipe-field-minimum_size_px = taille minimale
recipe-field-maximum_size_px = taille maximale
recipe-field-zone = zone
recipe-field-left = gauche
recipe-field-top = haut
recipe-field-right = droite
recipe-field-bottom = bas
recipe-field-part = pièce
recipe-field-margin = marge
recipe-field-aspect_ratio = rapport largeur/hauteur
recipe-field-role = rôle
recipe-field-active_on = active pour
recipe-field-active_low = active à l'état bas
recipe-field-pulse_ms = impulsion
recipe-field-delay_ms = retard
recipe-field-delay_from = retard à partir de
recipe-field-distance_mm = distance
recipe-field-speed_mm_s = vitesse
recipe-field-parts = pièces
recipe-field-user_output = sortie utilisateur
recipe-field-safe_output = signal sans verdict
recipe-field-time_limit_ms = délai maximal
recipe-field-alarms = alarmes
recipe-field-ng_of_last = NG parmi les dernières pièces
recipe-field-limit = limite
recipe-field-consecutive_ng = pièces NG consécutives
recipe-field-stop = arrêt
recipe-field-challenge = contrôle par pièces étalons
recipe-field-expected = attendu
recipe-field-failed_rule = règle enfreinte

challenge-wanted = Contrôle par pièces étalons
challenge-wanted-words = La station n'accepte aucune pièce tant que chaque pièce étalon n'a pas été jugée comme attendu.
challenge-at-recipe_start = À chaque démarrage de la recette
challenge-at-shift_start = Une fois par équipe
challenge-known-part = Pièce étalon
challenge-good-part = bonne pièce
challenge-bad-part = mauvaise pièce
challenge-part-name = Nom
challenge-part-expected = Attendu
challenge-part-rule = Doit être NG pour
challenge-any-reason = Tout motif
challenge-part-add = Ajouter une pièce étalon
challenge-part-remove = Retirer cette pièce

## Training page

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

inspection-waiting = En attente de la station.
inspection-no-model = Entraînez ou choisissez d'abord un modèle.
inspection-model = Modèle
inspection-model-choose = Choisir un modèle
inspection-rules-only = Aucun (règles de détection seules)
inspection-model-fixed = Arrêtez l'inspection pour choisir un autre modèle.
inspection-boxes-hide = Masquer les cadres
inspection-boxes-show = Afficher les cadres
inspection-heat-hide = Masquer la carte de chaleur
inspection-heat-show = Afficher la carte de chaleur
inspection-heat-opacity = Opacité de la carte de chaleur
inspection-shortcut-trigger = Déclencher : inspecter une pièce
inspection-by-line = Déclenché par l'entrée de la caméra.
inspection-part = Pièce
inspection-part-id = ID de pièce
inspection-part-id-optional = ID de pièce (facultatif)
inspection-this-run = Cette série
inspection-last-run = Dernière série
inspection-run-since = depuis { $at }
inspection-panel = Verdict et réglages
inspection-held = Pièce affichée : { $number }, { $at }
inspection-held-id = Pièce affichée : { $number }, { $id }, { $at }
inspection-back-to-live = Retour au direct
inspection-review = Revue de la pièce { $number }
inspection-review-picture = Son image va dans { $dataset }.
inspection-scene-later = Disponible après la première pièce.
inspection-played = { $name }.
inspection-played-of = { $name }, image { $number } sur { $count }.
inspection-played-last = { $name }, image { $count } sur { $count }. C'est la dernière.
inspection-played-last-of-loop = { $name }, image { $count } sur { $count }. C'est la dernière : le prochain déclenchement recommence à la première.

trigger-source-button = bouton
trigger-source-timer = minuterie
trigger-source-http = API HTTP
trigger-source-line = entrée de la caméra
trigger-source-modbus = automate via Modbus
trigger-source-opcua = automate via OPC UA
trigger-source-plc = automate
trigger-source-mqtt = MQTT
trigger-source-gpio = ligne GPIO

plate-none = Aucune pièce
plate-loading = Chargement…
plate-part = Pièce { $number }
plate-last-part = Dernière pièce, { $age }
plate-last-heard = Dernier contact { $at }
plate-challenge-part = Pièce étalon
plate-newest = Dernière : { $number }
plate-held = FIGÉE : pièce { $number }

strip = Dernières pièces
strip-part = Pièce { $number }, { $at }
strip-to-review = à revoir
strip-near-threshold = Proche du seuil : marquée pour revue
try-picture-dialog = Essayer une image
try-picture-dialog-drop = Essayer cette image
try-picture-dialog-words = Elle est jugée hors de la ligne et n'est pas comptée.

challenge = Contrôle par pièces étalons
challenge-cause-recipe_start = Démarrage de la recette
challenge-cause-shift_start = Début d'équipe
challenge-due = { $cause }, { $at }
challenge-result-due = À faire
challenge-result-passed = Réussi
challenge-result-overridden = Outrepassé
challenge-result-superseded = Non terminé
challenge-expected = attendu : { $outcome }
challenge-expected-rule = { $outcome } par { $rule }
challenge-as-expected = comme attendu
challenge-repeat = à répéter
challenge-next = suivante
challenge-not-checked = non contrôlée
challenge-instruction = Placez <b>{ $name }</b> sous la caméra et appuyez sur « Contrôler ».
challenge-instruction-line = Appuyez sur « Contrôler », puis faites passer <b>{ $name }</b> devant le capteur.
challenge-let-pass = Faites maintenant passer la pièce devant le capteur.
challenge-no-part-came = Aucune pièce n'est arrivée. Appuyez à nouveau sur « Contrôler ».
challenge-check = Contrôler
challenge-all-checked = Toutes les pièces étalons ont été contrôlées.
challenge-shortcut = Contrôler la pièce étalon suivante
challenge-override-ask = Outrepasser…
challenge-override = Outrepasser
challenge-override-title = Outrepasser le contrôle
challenge-override-words = Les pièces sont acceptées bien que la station n'ait pas montré qu'elle juge correctement. Votre nom et le motif sont enregistrés.
challenge-override-missing = Pièce étalon manquante
challenge-override-damaged = Pièce étalon endommagée
challenge-override-by-hand = Pièces contrôlées à la main
challenge-override-password = Votre mot de passe
challenge-override-no-password = Saisissez d'abord votre mot de passe.
challenge-override-done = Le contrôle est outrepassé. Les pièces sont de nouveau acceptées.

## Results page

## Line page

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
