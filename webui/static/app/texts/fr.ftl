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
no = non
part = Pièce { $number }
parts = Pièces
reload = Recharger
yes = oui
yield = Rendement

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

header-camera-absent = Caméra non connectée
header-camera-fault = Défaut de la caméra
header-camera-opening = Connexion à la caméra
header-camera-streaming = Caméra prête
header-connecting = Connexion
header-mode-collect =
    { $label ->
        [normal] Collecte : normal
        [anomaly] Collecte : anomalie
       *[other] Collecte
    }
header-mode-inspect = Inspection
header-mode-live = Vue en direct
header-no-connection = Pas de connexion
header-pages = Pages
header-station = Cette station
notices-dismiss = Fermer
notices-page-not-loaded = La page « { $page } » ne peut pas être chargée.
shortcuts-arrows = Choisir un autre onglet ou une autre option
shortcuts-enter = Appuyer sur un bouton, valider un nombre
shortcuts-escape = Fermer une boîte de dialogue
shortcuts-list = Afficher cette liste
shortcuts-tab = Aller à l'élément suivant
first-steps = Premiers pas
first-steps-close = Fermer les premiers pas
first-steps-continue = Continuer
first-steps-progress =
    { $minutes ->
        [one] Étape { $number } sur { $steps }, environ 1 minute.
       *[other] Étape { $number } sur { $steps }, environ { $minutes } minutes.
    }
first-steps-connect = Connectez la caméra ou utilisez des images de fichiers.
first-steps-connect-here = Connectez la caméra ou ajoutez des images de bonnes pièces depuis des fichiers.
first-steps-collect = Collectez des images de bonnes pièces ({ $normal } sur { $needed }).
first-steps-collect-here = Choisissez « Normal » et appuyez sur « Déclencher », ou ajoutez des images depuis des fichiers ({ $normal } sur { $needed }).
first-steps-collect-files = Ajoutez des images de bonnes pièces depuis des fichiers ({ $normal } sur { $needed }).
first-steps-train = Entraînez un modèle.
first-steps-train-here = Il y a assez d'images : appuyez sur « Entraîner un modèle » en bas de cette page.
first-steps-training = Entraînement en cours.
first-steps-inspect = Inspectez des pièces.
first-steps-inspect-here = Vérifiez le modèle, appuyez sur « Démarrer », puis sur « Déclencher » pour chaque pièce.
first-steps-inspect-files = La caméra n'est pas connectée. Choisissez votre modèle et appuyez sur « Essayer une image ».
connection-lost = Pas de connexion à la station.
connection-no-events = Pas de mises à jour en direct de la station.
connection-no-events-words = Elle répond, mais ses événements n'arrivent pas.
connection-no-reason = La station a répondu par l'état { $status }, sans en donner la raison.
connection-not-responding = La station ne répond pas.
connection-offline = Ce navigateur est hors ligne.
connection-silent = La station ne donne plus signe de vie.
connection-timeout = La station n'a pas répondu à temps.
connection-unreachable = La station est injoignable par le réseau.
connection-upload-interrupted = L'envoi a été interrompu. Réessayez.

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

## Training page

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

## Results page

results-acknowledged = Acquittée
results-alarm = Alarme
results-alarm-pages = Alarmes
results-alarm-stopped = La station s'est arrêtée.
results-alarms = Alarmes NG
results-alarms-none = Aucune alarme. Le nombre de pièces NG qui en déclenche une se règle dans la recette, sur la page « Configuration » sous « Recette ».
results-alarms-tab = Alarmes
results-all = Toutes
results-all-recipes = Toutes les recettes
results-challenge = pièce étalon : { $name }
results-chart-column-day = { $at } : { $counts }
results-chart-column-hour = À partir de { $at } : { $counts }
results-chart-day = Pièces par jour
results-chart-hour = Pièces par heure
results-chart-ng = NG (nombre au-dessus)
results-chart-none = Le graphique est tracé pour des périodes de 31 jours au plus.
results-counted-since = Compté depuis
results-csv = <wide>Télécharger en</wide> CSV
results-earlier-shifts = Équipes précédentes
results-find = Chercher
results-late = En retard
results-latency = Du déclenchement au verdict : médiane <b>{ $median }</b>, 95 % sous <b>{ $p95 }</b>, 99 % sous <b>{ $p99 }</b>
results-latency-by-recipe = Temps de verdict par recette
results-latency-newest = Sur les 1 000 pièces les plus récentes de cette période.
results-median = Médiane
results-model = Modèle
results-newest-only = Seuls les { $count } plus récents sont affichés.
results-ng-by-class = NG par classe
results-no-parts = Aucune pièce.
results-no-parts-between = Aucune pièce du { $from } au { $to }.
results-no-parts-found = Aucune pièce trouvée.
results-no-parts-since = Aucune pièce depuis.
results-number-or-id = N° ou ID
results-paging = Pagination
results-part = Pièce
results-part-id-or-reason = ID de pièce ou raison
results-part-number-or-id = Numéro ou ID
results-period = Période
results-period-24h = Dernières 24 h
results-period-this_shift = Cette équipe
results-period-last_shift = Dernière équipe
results-period-today = Aujourd'hui
results-period-yesterday = Hier
results-period-7d = 7 derniers jours
results-period-30d = 30 derniers jours
results-period-custom = Du – au…
results-period-from = Du
results-period-to = Au
results-period-longest = Une période compte au plus { $days } jours.
results-period-no-begin = Choisissez le début de la période.
results-period-no-length = La fin doit être après le début.
results-present-shift = Équipe actuelle
results-raised = Déclenchée
results-recipe = Recette
results-recipe-unknown = Recette inconnue
results-reset = Remettre à zéro
results-reset-counters = Remettre les compteurs à zéro
results-reset-done = Les compteurs de { $recipe } repartent de zéro.
results-reset-done-all = Les compteurs de toutes les recettes repartent de zéro.
results-reset-new-lot = Nouveau lot
results-reset-new-tool = Nouvel outil
results-reset-of = Compteurs de
results-reset-record = <b>{ $recipe }</b> : { $why }
results-reset-trial = Après un essai
results-reset-words = Aucune pièce n'est supprimée. Votre nom et la raison sont enregistrés.
results-resets = Remises à zéro
results-review = Revue
results-scene = Scène
results-scene-changed = scène modifiée
results-scene-changed-choice = Modifiée
results-score = Score
results-search-clear = Effacer la recherche
results-search-nothing = Aucune pièce n'a ce numéro ou cet ID. Saisissez-le en entier : un fragment ne trouve rien.
results-search-words = Pièces avec le numéro ou l'ID <b>{ $search }</b>, quelle que soit la période.
results-set-aside = Résultats refusés
results-set-aside-oldest = Seuls les { $count } plus anciens sont affichés.
results-set-aside-record = Enregistrement { $seq } pour { $sink } : { $reason }
results-set-aside-retried =
    { $count ->
        [one] { $count } résultat est renvoyé. Les résultats refusés à nouveau réapparaîtront ici.
       *[other] { $count } résultats sont renvoyés. Les résultats refusés à nouveau réapparaîtront ici.
    }
results-set-aside-send = Renvoyer
results-set-aside-send-all = Tout renvoyer
results-set-aside-send-record = Renvoyer l'enregistrement { $seq }
results-set-aside-size =
    { $bytes ->
        [one] { $at }, { $bytes } octet
       *[other] { $at }, { $bytes } octets
    }
results-set-aside-title = Refusés par le récepteur
results-set-aside-words =
    { $count ->
        [one] { $count } résultat a été refusé par le récepteur, qui en a accepté d'autres. Il est gardé ici jusqu'à son renvoi. Les pièces ci-dessous ne sont pas concernées.
       *[other] { $count } résultats ont été refusés par le récepteur, qui en a accepté d'autres. Ils sont gardés ici jusqu'à leur renvoi. Les pièces ci-dessous ne sont pas concernées.
    }
results-shift = Équipe
results-shift-words = Les verdicts en retard comptent comme ERROR. Une pièce qui enfreint les règles de plusieurs classes compte pour chacune ; une pièce NG par son seul score d'anomalie ne compte pour aucune.
results-shifts = Équipes
results-shifts-words = Toutes les pièces de chaque équipe, quelles que soient les remises à zéro. Les équipes sans pièces sont omises.
results-since = Depuis { $since }, ou depuis la dernière remise à zéro.
results-threshold = Seuil
results-tile-all = Toutes
results-tile-false-accepts = Faux OK
results-tile-false-rejects = Faux NG
results-tile-reviewed = Revues
results-tile-to-review = À revoir
results-tiles = Afficher les pièces
results-trend = Évolution
results-triggered = Déclenchée
results-under-95 = 95 % sous
results-under-99 = 99 % sous
results-verdict = Verdict

## Line page

## Review of parts

review-add-to = Ajouter à
review-add-picture-to = Ajouter son image à
review-all-done = Vous avez revu toutes les pièces qui étaient ici.
review-choice = { $queue } ({ $count })
review-details = Détails de la pièce { $number }
review-further = Afficher d'autres pièces
review-hint-keys = <kbd>O</kbd> OK, <kbd>N</kbd> NG, <kbd>U</kbd> annuler, flèches : se déplacer, <kbd>Enter</kbd> détails
review-hint-swipe = Balayez vers la droite pour OK, vers la gauche pour NG.
review-is-really = La pièce { $number } est vraiment { $verdict }
review-key-move = Aller à une autre pièce
review-key-open = Ouvrir les détails de la pièce
review-key-undo = Annuler la dernière revue
review-left = <count>{ $count }</count> à revoir
review-line-unchanged = Le verdict envoyé à la ligne ne change pas.
review-marked = Pièce { $number } marquée { $verdict }.
review-marked-and-added = Pièce { $number } marquée { $verdict }, son image est dans { $dataset }.
review-marked-by = Marquée { $verdict } par { $author }, { $at }. Touchez à nouveau pour changer.
review-near = Près du seuil
review-all-ng = Tous les NG
review-all-ok = Tous les OK
review-none-waits = Aucune pièce n'attend de revue ici.
review-picture-hint = OK l'ajoute à { $dataset } comme normal, NG comme anomalie.
review-picture-is-in = Elle est dans { $dataset }, et son étiquette suit le verdict.
review-picture-moves = OK ou NG la déplace de { $from } vers { $dataset }.
review-picture-none = Il ne reste aucune image de cette pièce.
review-picture-split = Utiliser l'image pour
review-question = Qu'est vraiment cette pièce ?
review-question-near = Près du seuil : qu'est vraiment cette pièce ?
review-really = Vraiment { $verdict }
review-reviewed = revue : { $verdict }
review-score = { $score } sur { $threshold }
review-to-review = à revoir
review-undo = Annuler la pièce { $number } : { $verdict }

## Parts of several pages: pictures, verdicts, dialogs and fields

acknowledge = Acquitter
acknowledge-title = Acquitter l'alarme NG
acknowledge-words = Les pièces seront de nouveau acceptées. Votre nom et la raison sont enregistrés.
acknowledge-done = L'alarme NG est acquittée. Les pièces NG sont comptées à nouveau.
acknowledge-found = Ce qui a été constaté
acknowledge-found-cleaned = Caméra ou éclairage nettoyé
acknowledge-found-corrected = Outil ou procédé corrigé
acknowledge-found-really-ng = Les pièces étaient vraiment NG
field-changed = Modifié, pas encore appliqué
field-copied = Copié
field-copy = Copier { $label }
field-copy-by-key = Appuyez sur Ctrl+C
field-dataset = Jeu de données
field-dataset-example = par exemple capot gauche
field-dataset-name = Nom du nouveau jeu de données
field-dataset-new = Nouveau jeu de données…
field-dataset-none = aucun
field-not-available = Non disponible sur cette caméra.
field-one-moment = Un instant…
field-own-words = ou avec vos propres mots
field-reason = Raison
field-reason-first = Choisissez ou saisissez d'abord une raison.
field-region = Région d'intérêt
field-region-draw = { $what } : glissez sur l'image pour la tracer
field-slider = { $label }, curseur
field-split-later = Répartir plus tard
field-split-test = Test
field-split-test-words = Aucun modèle n'est entraîné avec elles.
field-split-train = Entraînement
heat-map = Carte de chaleur
heat-map-off = Carte masquée
heat-map-on = Carte affichée
job-cancelled = { $job } : annulé
job-cancelling = Annulation…
job-failed = { $job } : échec
job-kind-dataset_import = Importation
job-kind-dataset_review = Vérification du jeu de données
job-kind-grow = Entraînement incrémental
job-kind-model_import = Importation d'un modèle
job-kind-regression = Contrôle de régression
job-kind-train = Entraînement
job-kind-train-detector = Entraînement du détecteur
job-log = Journal
job-progress = Progression
job-queued = { $job } : en attente
job-running = { $job } : en cours
job-succeeded = { $job } : terminé
live-view-absent = Caméra non connectée
live-view-absent-words = Vérifiez son câble et son alimentation. La station se reconnecte automatiquement.
live-view-fault = Défaut de la caméra
live-view-fault-words = La station se reconnecte automatiquement. Si cela persiste, débranchez la caméra un instant.
live-view-opening = Connexion à la caméra
live-view-opening-words = Cela prend quelques secondes.
live-view-collecting = Pièce la plus récente
live-view-collecting-waiting = L'entrée de la caméra est le déclencheur. Une image apparaît ici à la prochaine pièce.
live-view-image = Image en direct de la caméra
live-view-inspecting = Inspection en cours : pièce la plus récente
live-view-inspecting-waiting = L'inspection est en cours. Une image apparaît ici à la prochaine pièce.
live-view-none = Pas d'image en direct
names-dot = Un nom ne peut pas finir par un point.
names-empty = Un nom ne peut pas être vide.
names-enter-first = Saisissez d'abord un nom.
names-change-first = Modifiez d'abord le nom.
names-first = Un nom commence par une lettre ou un chiffre.
names-invisible = Un nom ne peut pas contenir de caractères invisibles.
names-long = Ce nom est trop long.
names-many-characters = Un nom a au plus { $most } caractères ; celui-ci en a { $count }.
names-reserved = Un nom ne peut contenir aucun de ces caractères : { $characters }
pager-newer = Plus récents
pager-newest = Ce sont les plus récents.
pager-older = Plus anciens
pager-oldest = Il n'y en a pas de plus anciens.
picture-boxes-off = Cadres masqués
picture-boxes-on = Cadres affichés
picture-compare = Comparer avec une bonne pièce
picture-compare-close = Fermer la comparaison
picture-compare-looking = Recherche…
picture-compare-good = Bonne pièce la plus proche, même endroit
picture-compare-none = Non disponible : { $reason }.
picture-compare-region = Bonne pièce la plus proche
picture-compare-this = Cette pièce
picture-compare-whole = Bonne pièce entière
picture-damaged = L'image a été reçue, mais le navigateur ne peut pas l'afficher : son fichier est peut-être endommagé.
picture-download = Télécharger l'image
picture-download-whole = Télécharger l'image entière
picture-inspected = inspecté
picture-no-part = Pas d'image de cette pièce
picture-none = Aucune image à afficher : { $reason }
picture-objects = Objets détectés
picture-objects-more = et { $count } de plus
picture-objects-none = Aucun objet détecté
picture-objects-uncounted = non compté
picture-stored =
    { $label ->
        [normal] Image { $id }, normal
       *[anomaly] Image { $id }, anomalie
    }
picture-try = Essayer une image
picture-try-by = Jugée par
picture-try-by-model = { $name } version { $version }, avec son propre seuil
picture-try-by-recipe = Recette { $name } version { $version }, comme sur la ligne
picture-try-choose = Déposez une image ici ou <u>choisissez-en une</u>
picture-try-file = Image à essayer
picture-try-judged = Jugée en { $time }. Ni comptée ni enregistrée.
picture-try-judging = Jugement de { $file }…
picture-try-no-verdict = Aucun verdict
picture-try-not-shown = Le navigateur ne peut pas afficher ce type d'image.
picture-try-words = L'image est jugée à côté de la ligne. Elle n'est ni comptée ni enregistrée et n'active aucune sortie.
picture-waiting = L'image de chaque pièce apparaît ici.
record-challenge = Pièce étalon
record-challenge-words = { $name }, attendu { $expected }, par { $author }
record-detector = Détecteur
record-detector-engine = Moteur du détecteur
record-detector-engine-hash = Empreinte du moteur du détecteur
record-detector-hash = Empreinte du détecteur
record-inspection-id = ID d'inspection
record-late = En retard
record-late-yes = oui, la sortie de sécurité a donc été activée
record-model = Modèle
record-model-engine = Moteur du modèle
record-model-engine-hash = Empreinte du moteur du modèle
record-model-hash = Empreinte du modèle
record-none = néant
record-number = Numéro d'enregistrement
record-original-model = modèle d'origine dans ONNX Runtime
record-part-id = ID de pièce
record-part-id-none = non indiqué
record-picture = Image
record-picture-deleted = supprimée pour libérer de l'espace disque ; son empreinte est conservée
record-picture-hash = Empreinte de l'image
record-recipe = Recette
record-simulated = Caméra simulée
record-station = Station
record-trigger-number = Numéro de déclenchement
record-trigger-uncertainty = Incertitude de l'instant de déclenchement
record-triggered = Déclenchée
record-triggered-by =
    { $source ->
        [button] { $at } par le bouton
        [timer] { $at } par la minuterie
        [http] { $at } par l'API HTTP
        [line] { $at } par l'entrée de la caméra
        [modbus] { $at } par l'automate via Modbus
        [opcua] { $at } par l'automate via OPC UA
        [plc] { $at } par l'automate
        [mqtt] { $at } par MQTT
        [gpio] { $at } par la ligne GPIO
       *[other] { $at }
    }
record-version = { $name } version { $version }
scene = Scène
scene-exposure = Exposition
scene-focus = Netteté
scene-light = Éclairage
scene-position = Position
scene-in-range = dans la plage
scene-out-of-range = hors plage
scene-not-measured = non mesuré
scene-of-limit = { $name } : { $limits } fois la limite
scene-unknown = { $name } : non mesuré
scene-was-changed = Inspectée alors que la scène était modifiée.
verdict-above = Score { $score }, au-dessus du seuil { $threshold }
verdict-below = Score { $score }, au-dessous du seuil { $threshold }
verdict-known = Ajouter au jeu de régression de { $model }
verdict-known-added = Toute nouvelle version de { $model } doit désormais juger cette pièce { $verdict }.
verdict-known-as = Comme { $verdict }
verdict-late = Le verdict est arrivé après le délai.
verdict-near = Près du seuil : marquée pour revue.
verdict-no-score = Aucun score
verdict-none = Pas encore de pièce
verdict-output-time = Sortie <b>{ $time }</b>
verdict-score = Score <value>{ $score }</value>
verdict-stage-exposure_ms = caméra
verdict-stage-queue_ms = file d'attente
verdict-stage-preprocess_ms = prétraitement
verdict-stage-inference_ms = modèle
verdict-stage-decide_ms = décision
verdict-threshold = Seuil <value>{ $threshold }</value>
verdict-time = Verdict <value>{ $time }</value>
