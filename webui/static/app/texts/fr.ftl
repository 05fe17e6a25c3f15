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

## Training page

training-start = Entraîner un modèle
training-words =
    { $anomaly ->
        [0] S'entraîne sur { $normal } images normales.
        [one] S'entraîne sur { $normal } images normales et mesure sur { $anomaly } image anormale.
       *[other] S'entraîne sur { $normal } images normales et mesure sur { $anomaly } images anormales.
    }
training-no-dataset = Il n'y a pas encore de jeu de données. Prenez des images sur la page Entraînement.
training-job-runs = { $job } en cours.
training-normal-missing =
    { $missing ->
        [one] Il manque encore { $missing } image normale ({ $normal } sur { $needed }).
       *[other] Il manque encore { $missing } images normales ({ $normal } sur { $needed }).
    }
training-normal-collected = Images normales prises
training-more-needed =
    { $missing ->
        [one] Il manque encore { $missing } image normale pour l'entraînement ({ $needed } au total)
       *[other] Il manque encore { $missing } images normales pour l'entraînement ({ $needed } au total)
    }
training-enough = Assez pour l'entraînement. Les images anormales sont facultatives, mais nécessaires pour mesurer la détection.
training-open-model = Ouvrir { $model } version { $version }
training-next-label = Ce que montrent les prochaines images
training-label-normal = bonnes pièces
training-label-anomaly = avec un défaut
training-trigger-effect = Déclencher : ajouter une image au jeu de données
training-each-trigger =
    { $split ->
        [train] Déclencher (ou barre d'espace) ajoute une image de classe <b>{ $label }</b> pour l'entraînement.
        [test] Déclencher (ou barre d'espace) ajoute une image de classe <b>{ $label }</b> pour le test.
       *[none] Déclencher (ou barre d'espace) ajoute une image de classe <b>{ $label }</b>.
    }
training-line-triggers = L'entrée de la caméra est le déclencheur : chaque pièce ajoute une image.
training-inspection-runs = L'inspection est en cours. Arrêtez-la pour prendre des images.
training-inspection-first = Arrêtez l'inspection pour prendre des images.
training-camera-awaited = En attente de la caméra.
training-label-first = Choisissez d'abord Normal ou Anomalie.
training-cropped = Les images de la caméra sont recadrées sur la pièce (<b>{ $part }</b>). Les fichiers envoyés ne le sont pas : envoyez des images recadrées.
training-stop-collecting = Arrêter la collecte

split-next = Utiliser les prochaines images pour
split-train = pour l'entraînement
split-test = pour le test
split-choice-train = Pour l'entraînement
split-choice-test = Pour le test
split-choice-later = Répartir plus tard
split-filter = Répartition
split-aside = Réserver des images pour le test
split-aside-words = Aucun modèle n'est entraîné sur elles. Les images d'un lot et les quasi-doublons restent ensemble : vérifiez d'abord le jeu de données.
split-done = Les images ont été réparties entre entraînement et test.

pictures-title = Images du jeu de données
pictures-show-all = Toutes { $count }
pictures-show-normal = Normal { $count }
pictures-show-anomaly = Anomalie { $count }
pictures-show-removed = Retirées { $count }
pictures-show-older = Afficher les images plus anciennes
pictures-none = Aucune image ici.
pictures-awaited = Un instant…
pictures-picture = Image { $id }
pictures-picture-label = Image { $id }, { $label }
pictures-last = Dernière image
pictures-last-words =
    { $split ->
        [train] Dernière image : { $id }, <b>{ $label }</b>, pour l'entraînement
        [test] Dernière image : { $id }, <b>{ $label }</b>, pour le test
       *[none] Dernière image : { $id }, <b>{ $label }</b>
    }
pictures-make = Classer l'image { $id } en { $label }
pictures-make-it = Classer en { $label }
pictures-made = L'image { $id } est maintenant classée en { $label }.
pictures-remove = Retirer l'image { $id }
pictures-removed = Image { $id } retirée.
pictures-restored = Image { $id } restaurée.
pictures-batch = Lot
pictures-batch-label = Lot, série ou équipe
pictures-batch-example = par exemple lot 7
pictures-defect-type = Type de défaut
pictures-defect-type-example = par exemple fissure
pictures-filter-any = Tous
pictures-arrival-uploaded = Arrivée dans le bucket
pictures-arrival-waiting = En attente d'envoi vers le bucket
pictures-arrival-failed = N'a pas pu être envoyée vers le bucket
pictures-arrival-reason = { $arrival } : { $reason }
pictures-not-sent = non envoyée
pictures-near-copy = quasi-doublon
pictures-near-copy-of = Quasi-doublon de l'image { $id }
pictures-near-copy-title = Le jeu de données contient déjà presque la même image
pictures-near-copy-words = Les quasi-doublons n'apprennent rien de nouveau au modèle et embellissent ses métriques.
pictures-near-copy-old = Image { $id }, déjà dans le jeu de données
pictures-near-copy-new = Image { $id }, nouvelle
pictures-near-copy-remove = Retirer la nouvelle
pictures-near-copy-keep = Garder les deux
pictures-select = Sélectionner
pictures-select-one = Sélectionner l'image { $id }
pictures-select-all = Sélectionner tout
pictures-selected = Images sélectionnées
pictures-selected-count =
    { $count ->
        [0] Touchez des images pour les sélectionner
        [one] { $count } image sélectionnée
       *[other] { $count } images sélectionnées
    }
pictures-selected-batch = Lot des images sélectionnées
pictures-selected-defect-type = Type de défaut des images sélectionnées
pictures-set-batch = Lot…
pictures-set-defect-type = Type de défaut…
pictures-set-empty = Laissez vide pour le retirer.
pictures-now-normal =
    { $count ->
        [one] { $count } image est maintenant normale.
       *[other] { $count } images sont maintenant normales.
    }
pictures-now-anomaly =
    { $count ->
        [one] { $count } image est maintenant anormale.
       *[other] { $count } images sont maintenant anormales.
    }
pictures-now-train =
    { $count ->
        [one] { $count } image sert maintenant à l'entraînement.
       *[other] { $count } images servent maintenant à l'entraînement.
    }
pictures-now-test =
    { $count ->
        [one] { $count } image sert maintenant au test.
       *[other] { $count } images servent maintenant au test.
    }
pictures-now-removed =
    { $count ->
        [one] { $count } image est retirée.
       *[other] { $count } images sont retirées.
    }
pictures-now-restored =
    { $count ->
        [one] { $count } image est restaurée.
       *[other] { $count } images sont restaurées.
    }
pictures-now-batch =
    { $count ->
        [one] { $count } image : lot défini sur { $value }.
       *[other] { $count } images : lot défini sur { $value }.
    }
pictures-now-no-batch =
    { $count ->
        [one] { $count } image : lot retiré.
       *[other] { $count } images : lot retiré.
    }
pictures-now-defect-type =
    { $count ->
        [one] { $count } image : type de défaut défini sur { $value }.
       *[other] { $count } images : type de défaut défini sur { $value }.
    }
pictures-now-no-defect-type =
    { $count ->
        [one] { $count } image : type de défaut retiré.
       *[other] { $count } images : type de défaut retiré.
    }
pictures-class-new = Nouvelle classe
pictures-class-name-first = Saisissez le nom d'une nouvelle classe pour l'ajouter.
pictures-class-effect = Choisir la classe
pictures-save-and-next = Enregistrer, suivante
pictures-save-and-close = Enregistrer et fermer
pictures-unsaved = Vos modifications ne sont pas enregistrées.
pictures-continue = Continuer
pictures-leave = Quitter sans enregistrer

dataset-job-runs = Une tâche est en cours.
dataset-nothing-changed = Rien n'a changé.
dataset-check = Vérifier
dataset-check-title = Vérification du jeu de données
dataset-checked =
    { $count ->
        [one] { $count } image vérifiée le { $at } par { $author }.
       *[other] { $count } images vérifiées le { $at } par { $author }.
    }
dataset-checked-and =
    { $count ->
        [one] { $count } image vérifiée le { $at } par { $author } ; { $more }.
       *[other] { $count } images vérifiées le { $at } par { $author } ; { $more }.
    }
dataset-check-settled =
    { $count ->
        [one] { $count } résolu
       *[other] { $count } résolus
    }
dataset-check-kept =
    { $count ->
        [one] { $count } laissé tel quel
       *[other] { $count } laissés tels quels
    }
dataset-check-unseen =
    { $count ->
        [one] { $count } ajoutée ou modifiée depuis. Vérifiez de nouveau.
       *[other] { $count } ajoutées ou modifiées depuis. Vérifiez de nouveau.
    }
dataset-findings =
    { $count ->
        [0] Aucun problème trouvé
        [one] { $count } problème possible
       *[other] { $count } problèmes possibles
    }
dataset-findings-all = Afficher les { $count }
dataset-finding-more =
    { $count ->
        [one] et { $count } autre
       *[other] et { $count } autres
    }
dataset-finding-keep = Laisser tel quel
dataset-finding-kept = Laissé tel quel. Cela ne sera plus affiché.
dataset-finding-how = Comment cela a été trouvé
dataset-remedied = Fait : { $words }.
dataset-changes = Historique des modifications
dataset-changes-none = Aucune modification.
dataset-change-of-picture = Image { $id } : { $change }
dataset-change-of-pictures = { $count } images : { $change }
dataset-change-label = maintenant { $label }
dataset-change-batch = lot { $value }
dataset-change-no-batch = sans lot
dataset-change-defect-type = type de défaut { $value }
dataset-change-no-defect-type = sans type de défaut
dataset-change-no-split = non répartie
dataset-change-boxes =
    { $count ->
        [one] { $count } cadre dessiné
       *[other] { $count } cadres dessinés
    }
dataset-change-no-boxes = cadres retirés
dataset-change-mask = masque dessiné
dataset-change-no-mask = masque retiré
dataset-change-removed = retirée
dataset-change-restored = restaurée
dataset-change-several = modifiées
dataset-change-undone = annulé
dataset-change-undoing = { $change } (annulé)
dataset-change-undo = Annuler la modification { $id }

boxes-filter = Cadres
boxes-filter-true = annotées
boxes-filter-false = pas encore annotées
boxes-draw = Dessiner des cadres
boxes-draw-in = Dessiner des cadres dans l'image { $id }
boxes-drawn = Image { $id } : { $boxes }.
boxes-of-picture = Cadres de l'image { $id }
boxes-of-class = { $count } { $class }
boxes-no-objects = aucun objet
boxes-without-class = sans classe
boxes-canvas = L'image : faites glisser dessus pour dessiner un cadre
boxes-box = Cadre { $number } sur { $count }, { $class }
boxes-choose-class = choisir une classe
boxes-changed = Dernière modification le { $at } par { $author }
boxes-not-annotated = Pas encore annotée.
boxes-class = Classe de ce cadre
boxes-class-next = Classe du prochain cadre
boxes-class-missing = Choisissez une classe pour chaque cadre.
boxes-summary =
    <b>{ $count ->
        [one] { $count } cadre
       *[other] { $count } cadres
    }</b><quiet> : { $boxes }</quiet>
boxes-summary-none = <b>Aucun cadre</b><quiet> : faites glisser sur l'image pour en dessiner un.</quiet>
boxes-delete = Supprimer le cadre
boxes-delete-which = Sélectionnez un cadre sur l'image pour le supprimer.
boxes-undo-nothing = Rien à annuler pour l'instant.
boxes-add-middle = Ajouter un cadre au milieu
boxes-keyboard = Appuyez sur <kbd>?</kbd> pour voir ce que le clavier peut faire ici.
boxes-effect-next = Sélectionner le cadre suivant
boxes-effect-move = Déplacer le cadre ; avec Shift : le redimensionner ; avec Ctrl : de 10 px
boxes-effect-delete = Supprimer le cadre
boxes-saved-empty = Enregistrée sans cadre, l'image sert d'exemple sans objet.
boxes-save-empty = Aucun objet, suivante
boxes-import = Importer des cadres de COCO, Darknet ou Label Studio
boxes-import-empty = Les images sans cadre dans le fichier n'ont aucun objet, même si elles ont des cadres ici
boxes-import-exif = Images avec rotation EXIF
boxes-import-exif-asked = Demander si nécessaire
boxes-import-exif-applied = Annotées après rotation
boxes-import-exif-ignored = Annotées sans rotation
boxes-import-files = Fichiers d'annotations
boxes-import-choose = Choisir les fichiers d'annotations
boxes-import-runs = Importation…
boxes-import-words = Choisissez un fichier JSON, ou des fichiers texte avec leur fichier de classes. Ils doivent utiliser les noms d'images de la station. Pour d'autres noms, utilisez <code>okng dataset import-boxes</code>.
boxes-import-done = Cadres importés.
boxes-imported =
    { $boxes ->
        [one] { $boxes } cadre
       *[other] { $boxes } cadres
    } dans { $pictures ->
        [one] { $pictures } image
       *[other] { $pictures } images
    } ; { $skipped } ignorés.
boxes-import-incomplete =
    { $count ->
        [one] { $count } image a moins de cadres que le fichier. Dessinez ceux qui manquent.
       *[other] { $count } images ont moins de cadres que le fichier. Dessinez ceux qui manquent.
    }
boxes-import-more =
    { $count ->
        [one] Et { $count } autre. La ligne de commande les énumère tous.
       *[other] Et { $count } autres. La ligne de commande les énumère tous.
    }

masks-filter = Masques
masks-filter-true = avec masque
masks-filter-false = sans masque
masks-classes = masque : { $classes }
masks-draw = Dessiner le masque
masks-draw-of = Dessiner le masque de l'image { $id }
masks-of-picture = Masque de l'image { $id }
masks-saved = Masque de l'image { $id } enregistré.
masks-deleted = Masque de l'image { $id } supprimé.
masks-canvas = L'image avec son masque
masks-area = { $class } { $pixels } px
masks-class = Classe du défaut
masks-class-unknown = inconnue
masks-empty = Aucun défaut marqué.
masks-tool = Outil
masks-tool-brush = Pinceau
masks-tool-eraser = Gomme
masks-tool-fill = Remplir
masks-tool-move = Déplacer
masks-hint-brush = Faites glisser sur le défaut pour le marquer. Zoomez avec deux doigts.
masks-hint-eraser = Faites glisser sur ce qui ne fait pas partie du défaut.
masks-hint-fill = Dessinez un contour fermé avec le pinceau, puis touchez l'intérieur.
masks-hint-move = Faites glisser pour déplacer l'image agrandie.
masks-outline-open = Le contour est ouvert ici. Fermez-le avec le pinceau, puis touchez l'intérieur.
masks-brush-size = Taille du pinceau
masks-zoom-in = Agrandir
masks-zoom-out = Réduire
masks-not-enlarged = Non agrandie.
masks-show = Avec masque
masks-hide = Sans masque
masks-clear = Effacer
masks-clear-nothing = Rien à effacer.
masks-undo-nothing = Rien à annuler.
masks-save-nothing = Rien à enregistrer pour l'instant.
masks-saved-empty = Enregistrée ainsi, l'image n'a plus de masque.
masks-not-shown = Impossible d'afficher le masque : { $reason }
masks-not-encoded = Le navigateur ne peut pas encoder le masque.
masks-no-memory = Le navigateur n'a pas assez de mémoire pour une image de cette taille.

upload-title = Envoi
upload-files = Images à ajouter
upload-choose = Déposez des images ou des dossiers n'importe où sur cette page, ou <u>choisissez des fichiers</u>
upload-choose-labelled = Déposez des images ou des dossiers n'importe où sur cette page, ou <u>choisissez des fichiers</u>. Ils seront ajoutés en tant que <b>{ $label }</b>
upload-choose-folder = Choisir un dossier
upload-zone-normal = Images de bonnes pièces
upload-zone-anomaly = Images de pièces avec un défaut
upload-zones = Ajout à <b>{ $dataset }</b>. Dans un dossier, les sous-dossiers nommés normal et anomaly décident pour leurs propres images.
upload-nothing = Aucune image dans ce qui a été déposé.
upload-not-an-image = Pas une image. Utilisez PNG, JPEG, BMP ou TIFF.
upload-empty-file = Le fichier est vide.
upload-running =
    { $refused ->
        [0] Ajout d'images à { $dataset } : { $added } sur { $total }
        [one] Ajout d'images à { $dataset } : { $added } sur { $total }, { $refused } refusée
       *[other] Ajout d'images à { $dataset } : { $added } sur { $total }, { $refused } refusées
    }
upload-cancelled =
    { $refused ->
        [0] Envoi vers { $dataset } annulé : { $added } sur { $total }. Les images déjà ajoutées restent.
        [one] Envoi vers { $dataset } annulé : { $added } sur { $total }, { $refused } refusée. Les images déjà ajoutées restent.
       *[other] Envoi vers { $dataset } annulé : { $added } sur { $total }, { $refused } refusées. Les images déjà ajoutées restent.
    }
upload-ended =
    { $refused ->
        [0] Images ajoutées à { $dataset } : { $added } sur { $total }
        [one] Images ajoutées à { $dataset } : { $added } sur { $total }, { $refused } refusée
       *[other] Images ajoutées à { $dataset } : { $added } sur { $total }, { $refused } refusées
    }
upload-done = { $count } images ajoutées à { $dataset }.
upload-progress = Images envoyées
upload-refused =
    { $count ->
        [one] { $count } refusée
       *[other] { $count } refusées
    }
upload-remarks =
    { $count ->
        [one] { $count } ajoutée avec une remarque
       *[other] { $count } ajoutées avec une remarque
    }
upload-retry = Réessayer les refusées
label-dialog-title =
    { $count ->
        [one] Que montre cette image ?
       *[other] Que montrent ces { $count } images ?
    }

import-button = Importer
import-title = Importer des images
import-into = Importer dans { $dataset }
import-ended =
    { $state ->
        [succeeded] Importation terminée.
        [failed] Importation échouée.
       *[cancelled] Importation annulée.
    }
import-place = Où se trouvent les images
import-place-file = Envoyer
import-place-folder = Sur la station
import-place-s3 = S3
import-folder = Dossier, zip ou manifeste sur la station
import-folder-example = par exemple /media/usb/parts
import-s3 = Adresse dans S3
import-needs-file = Choisissez d'abord un zip ou un manifeste.
import-needs-folder = Indiquez d'abord un dossier, un zip ou un manifeste.
import-needs-s3 = Indiquez d'abord une adresse dans S3.
import-file = Zip ou manifeste
import-file-choose = Déposez un zip ou un manifeste ici ou <u>choisissez un fichier</u>
import-file-other = Choisir un autre fichier
import-pictures = Dossier de la station avec les images du manifeste (facultatif)
import-pictures-hint = seulement si elles ne sont pas là où le manifeste l'indique
import-unlabelled = Images sans étiquette
import-unlabelled-left-out = Les laisser de côté
import-unlabelled-normal = Classer en normal
import-unlabelled-anomaly = Classer en anomalie
import-unsplit = Images sans répartition
import-what = Ce qui peut être importé
import-what-folders = Dossiers <code>normal</code> et <code>anomaly</code>, ou <code>good</code> et un dossier par type de défaut
import-what-mvtec = Jeux de données MVTec AD avec leurs masques
import-what-manifests = Manifestes d'Amazon Lookout for Vision avec leurs masques
import-what-exports = Exportations d'une autre station okng, sans aucune perte
import-what-zips = Chacun d'eux peut être un zip. Les envois sont limités à 256 Mo. Copiez les plus gros sur la station ou dans S3.
import-uploading = Envoi
import-goes-on = Vous pouvez fermer cette fenêtre. L'importation continue.
import-goes-on-uploaded = Vous pouvez fermer cette fenêtre. L'importation continue dès que l'envoi est terminé.
import-added = Ajoutées
import-already-there = Déjà présentes
import-left-out = Laissées de côté
import-left-out-why = Laissées de côté, et pourquoi
import-masks =
    { $count ->
        [one] { $count } image a un masque.
       *[other] { $count } images ont un masque.
    }
import-completed =
    { $count ->
        [one] { $count } image déjà présente a maintenant le masque, la répartition ou les autres détails qui lui manquaient.
       *[other] { $count } images déjà présentes ont maintenant le masque, la répartition ou les autres détails qui leur manquaient.
    }
import-added-stay = Les images ajoutées restent dans le jeu de données.
import-save-csv = Enregistrer en CSV
import-save-text = Enregistrer en texte
import-more = Importer autre chose

export-button = Exporter
export-title = Exporter des images
export-dataset = Exporter { $dataset }
export-words =
    { $count ->
        [one] { $count } image
       *[other] { $count } images
    }, { $masked } avec un masque, dans un zip. Une station okng réimporte chacune de ces dispositions sans rien perdre.
export-layout = Disposition des fichiers
export-layout-manifest = Manifeste
export-layout-folders = Dossiers
export-layout-mvtec = MVTec AD
export-words-manifest = Manifestes de Lookout for Vision, avec images et masques
export-words-folders = normal et anomaly, avec les masques à côté
export-words-mvtec = train, test et ground_truth, comme anomalib les lit
export-s3 = Adresse dans S3 où seront les fichiers (facultatif)
export-download = Télécharger le zip
export-large = Jeux de données de plus de 4 Go : <code>okng dataset export</code> sur la station.

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

## Results page

## Line page

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
