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

shortcut-side = Image { $id } : { $side }

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

## Results page

## Line page

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
