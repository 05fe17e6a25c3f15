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
page-dataset = Jeu de données
page-inspection = Inspection
page-line = Ligne
page-model = Modèle
page-quality = Qualité
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
discard = Abandonner
done = Terminé
less = Moins
more = Plus
next = Suivant
remove = Retirer
restore = Restaurer
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
header-sub-pages = Pages de « { $page } »
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

condition-since = depuis { $at }
condition-more = { $count } de plus
condition-check-parts = Contrôler les pièces
condition-out-of-date = Ce que vous voyez n'est peut-être plus à jour. Cette page se reconnecte d'elle-même.

condition-camera_absent-advice = Vérifiez son câble et son alimentation. La station se reconnecte d'elle-même.
condition-camera_fault-advice = La station se reconnecte d'elle-même. Si cela persiste, débranchez un instant la caméra.
condition-camera_settings_clipped-advice = Les réglages ajustés se trouvent sur la page Configuration.
condition-data_dir_fault-advice = Appelez l'ingénieur de ligne : le disque des données de la station est inaccessible. L'inspection continue.
condition-disk_low-advice = Les images les plus anciennes de pièces bonnes sont supprimées. Les résultats sont conservés.
condition-disk_full-advice = L'inspection continue. Libérez de l'espace disque.
condition-files_quarantined-advice = Rien n'a été supprimé. Demandez à l'ingénieur de ligne de les vérifier : okng doctor dit quoi faire.
condition-recipe_missing-advice = Activez une recette sur la page Configuration.
condition-results_set_aside-advice = Rien n'est perdu. Un ingénieur de ligne en voit la raison sur la page Résultats et peut les renvoyer.
condition-wire_away-advice = Tant qu'elle n'est pas rétablie, l'automate ne peut ni déclencher de pièces ni lire de résultats. Appelez l'ingénieur de ligne.
condition-sink_away-advice = Les résultats sont conservés ici et envoyés à son retour.
condition-export_trouble-advice = L'inspection continue. L'export est relancé automatiquement. Appelez le technicien de ligne si le problème persiste.
condition-sync_trouble-advice = L'inspection continue, et les fichiers attendent sur cette station. La page Cloud en donne la raison.
condition-sink_trouble-advice = Les résultats refusés sont conservés ici. Appelez l'ingénieur de ligne.
condition-engine_unfit-advice = Les pièces sont inspectées comme avant, mais plus lentement. Un ingénieur de ligne peut recompiler ou réajuster le modèle : okng compile, okng tune.
condition-model_missing-advice = Choisissez une autre version sur la page Inspection.
condition-challenge_due-advice = Placez les pièces étalons sous la caméra, l'une après l'autre.
condition-ng_alarm-advice = Trouvez la cause, puis acquittez l'alarme.
condition-notification_trouble-advice = Les messages sont conservés ici et envoyés au retour du destinataire.
condition-output_fault-advice = Vérifiez la caméra et le câblage de la sortie.
condition-part_not_found-advice = Placez une seule pièce à la fois, entièrement dans le champ de la caméra.
condition-picture_format-advice = Réglez la région et le format de pixel de la recette comme lors de l'entraînement, ou réentraînez le modèle.
condition-scene_changed-advice = Rétablissez l'éclairage, l'objectif et la position de la caméra. Le panneau Scène de la page Configuration montre quand ils correspondent.
condition-edges_unaccounted-advice = Vérifiez le capteur et l'antirebond du déclencheur. Des pièces ont pu passer sans inspection.
condition-trigger_fault-advice = Aucune pièce ne peut être déclenchée. Vérifiez le circuit GPIO et le déclencheur de la recette.
condition-trial_failed-advice = Les pièces sont inspectées comme avant. Terminez l'essai sur la page Modèle.
condition-store_fault-advice = L'inspection et les sorties continuent. Appelez l'ingénieur de ligne.

condition-camera_absent = Caméra absente : { $problem }
condition-camera_fault = Défaut de la caméra : { $problem }
condition-camera_settings_clipped = Réglages de caméra ajustés : { $problem }
condition-disk_low =
    { $case ->
        [low] { $free } Mio libres ; les images OK les plus anciennes sont supprimées
       *[other] Peu d'espace disque : { $problem }
    }
condition-disk_full =
    { $case ->
        [full] Le disque est plein, { $free } Mio libres ; libérez de la place
        [pictures] Les images ne peuvent pas être enregistrées : { $problem }
       *[other] Disque plein : { $problem }
    }
condition-files_quarantined =
    { $case ->
        [files]
            { $count ->
                [one] { $count } fichier inconnu de la base de données se trouve dans { $folder } ; `okng doctor` le nomme
               *[other] { $count } fichiers inconnus de la base de données se trouvent dans { $folder } ; `okng doctor` les nomme
            }
       *[other] Fichiers inconnus : { $problem }
    }
condition-sink_away =
    { $case ->
        [away]
            { $count ->
                [one] { $name } : non connecté, { $count } résultat attend
               *[other] { $name } : non connecté, { $count } résultats attendent
            }
        [fails]
            { $count ->
                [one] { $name } : { $problem }, { $count } résultat attend
               *[other] { $name } : { $problem }, { $count } résultats attendent
            }
       *[other] Destinataires injoignables : { $problem }
    }
condition-sink_trouble = Problème d'un destinataire : { $problem }
condition-results_set_aside =
    { $case ->
        [refused]
            { $count ->
                [one] { $name } : { $count } résultat refusé par le destinataire est mis de côté
               *[other] { $name } : { $count } résultats refusés par le destinataire sont mis de côté
            }
       *[other] Résultats refusés : { $problem }
    }
condition-export_trouble =
    { $case ->
        [not_running] `okng export --scheduled` est configuré et ne tourne pas
       *[other] Export perturbé : { $problem }
    }
condition-sync_trouble =
    { $case ->
        [not_running] `okng sync` est configuré et ne tourne pas
        [waits]
            { $count ->
                [one] { $problem } ; { $count } fichier attend
               *[other] { $problem } ; { $count } fichiers attendent
            }
        [failed]
            { $count ->
                [one] { $count } fichier ne peut plus être envoyé au bucket
               *[other] { $count } fichiers ne peuvent plus être envoyés au bucket
            }
       *[other] Problème de synchronisation : { $problem }
    }
condition-wire_away =
    { $case ->
        [no_plc] { $name } : aucun automate n'est connecté
       *[other] Liaison avec l'automate perturbée : { $problem }
    }
condition-model_missing = Modèle inutilisable : { $problem }
condition-recipe_missing = Recette indisponible : { $problem }
condition-engine_unfit = Modèle compilé inadapté : { $problem }
condition-output_fault = Défaut de sortie : { $problem }
condition-store_fault =
    { $case ->
        [hangs]
            { $count ->
                [one] Le disque n'a pas terminé une écriture depuis { $seconds } s. Les pièces sont jugées ; { $count } attend d'être enregistrée
               *[other] Le disque n'a pas terminé une écriture depuis { $seconds } s. Les pièces sont jugées ; { $count } attendent d'être enregistrées
            }
       *[other] Défaut du stockage : { $problem }
    }
condition-data_dir_fault =
    { $case ->
        [fails] Le dossier de données { $folder } est défaillant : { $problem }
       *[other] Défaut du dossier de données : { $problem }
    }
condition-trial_failed =
    { $case ->
        [not_running] L'essai ne tourne pas : { $problem }
        [part] { $model } version { $version } à l'essai n'a pas pu juger la pièce { $part } : { $problem } ; les verdicts de la ligne ne sont pas touchés
       *[other] Essai perturbé : { $problem }
    }
condition-scene_changed = Scène modifiée : { $problem }
condition-picture_format = Autre format d'image : { $problem }
condition-part_not_found =
    { $case ->
        [not_stored] La dernière image n'a pas été enregistrée : { $problem }
       *[other] Pièce introuvable : { $problem }
    }
condition-ng_alarm =
    { $case ->
        [one] Une pièce est NG (recette { $recipe })
        [in_a_row] { $count } pièces de suite sont NG (recette { $recipe })
        [of_last] { $count } des { $parts } dernières pièces sont NG (recette { $recipe })
        [one_stop] Une pièce est NG (recette { $recipe }) ; aucune pièce n'est acceptée tant que personne n'acquitte l'alarme NG
        [in_a_row_stop] { $count } pièces de suite sont NG (recette { $recipe }) ; aucune pièce n'est acceptée tant que personne n'acquitte l'alarme NG
        [of_last_stop] { $count } des { $parts } dernières pièces sont NG (recette { $recipe }) ; aucune pièce n'est acceptée tant que personne n'acquitte l'alarme NG
       *[other] Alarme NG : { $problem }
    }
condition-challenge_due =
    { $case ->
        [recipe_start_one_part] Contrôle par pièces étalons à faire pour la recette { $recipe } (démarrage de la recette) : aucune pièce n'est acceptée tant que sa pièce étalon n'est pas jugée correctement
        [recipe_start_parts] Contrôle par pièces étalons à faire pour la recette { $recipe } (démarrage de la recette) : aucune pièce n'est acceptée tant que ses { $count } pièces étalons ne sont pas jugées correctement
        [shift_start_one_part] Contrôle par pièces étalons à faire pour la recette { $recipe } (début d'équipe) : aucune pièce n'est acceptée tant que sa pièce étalon n'est pas jugée correctement
        [shift_start_parts] Contrôle par pièces étalons à faire pour la recette { $recipe } (début d'équipe) : aucune pièce n'est acceptée tant que ses { $count } pièces étalons ne sont pas jugées correctement
       *[other] Contrôle par pièces étalons à faire : { $problem }
    }
condition-notification_trouble =
    { $case ->
        [waits] Les messages à { $name } attendent : { $problem }
       *[other] Problème de messages : { $problem }
    }
condition-trigger_fault = Défaut du déclencheur : { $problem }
condition-edges_unaccounted =
    { $case ->
        [edges] Depuis son démarrage, la caméra a compté { $counted } fronts sur son entrée, et { $came } sont arrivés comme pièces
       *[other] Fronts sans pièce : { $problem }
    }

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

people = Personnes
people-words = Toutes les personnes de cette liste peuvent se connecter et ont les mêmes droits que vous : il n'y a pas de rôles.
people-since = depuis le { $at }
people-you = C'est vous. Votre mot de passe se change ci-dessus ; personne ne peut se retirer soi-même.
people-add = Ajouter une personne
people-name = Nom de la personne
people-name-example = par exemple Bert
people-name-first = Saisissez d'abord un nom.
people-issued = Copiez le mot de passe de { $name } maintenant. Il ne sera plus affiché
people-issued-words = Ne le donnez qu'à cette personne. Elle pourra le changer sur cette page après s'être connectée.
people-new-password = Nouveau mot de passe
people-new-password-of = Nouveau mot de passe pour { $name }
people-new-password-words = La station génère un nouveau mot de passe. L'ancien ne fonctionne plus, et cette personne est déconnectée partout. Ses jetons d'API restent valables.
people-remove-title = Retirer { $name }
people-remove-words = Cette personne est déconnectée immédiatement, et ses jetons d'API ne fonctionnent plus. Les clés d'accès appartiennent à la station et restent valables. Le nom reste dans tous les enregistrements, par exemple pour les étiquettes, les revues et les contrôles d'étiquettes. Un compte ultérieur de même nom n'a que ce nom en commun avec celui-ci ; rien ne les distingue donc dans les enregistrements.
people-removed = { $name } ne peut plus se connecter.

access-keys = Clés d'accès
access-keys-title = Clés d'accès pour l'API Lookout for Vision
access-keys-words = Les programmes écrits pour Amazon Lookout for Vision signent leurs requêtes avec une clé d'accès de cette station. Une clé ne donne pas accès à ces pages.
access-keys-none = Pas encore de clé d'accès.
access-key-new = Nouvelle clé d'accès
access-key-for = À quoi sert la clé
access-key-example = par exemple ligne 3
access-key-rights = Droits
access-key-right-read = Lister et décrire
access-key-right-detect = Juger des images (DetectAnomalies)
access-key-right-host = Démarrer et arrêter des modèles
access-key-right-manage = Créer, entraîner, exporter et supprimer
access-key-all-rights = Tous les droits
access-key-choose-right = Choisissez au moins un droit.
access-key-only-project = Pour un seul projet (facultatif)
access-key-all-projects = tous les projets
access-key-one-project = seulement le projet { $project }
access-key-last-used = dernière utilisation { $at }
access-key-never-used = jamais utilisée
access-key-create = Créer la clé d'accès
access-key-issued = Copiez le secret de { $title } maintenant. Il ne sera plus affiché
access-key-id = Identifiant de clé d'accès
access-key-secret = Clé d'accès secrète
access-key-code = Code Python pour boto3
access-key-code-words = Seul <code>endpoint_url</code> diffère du code écrit pour AWS. N'importe quelle région convient. Installez <code>boto3==1.40.60</code> et <code>botocore==1.40.60</code> : les versions ultérieures n'ont plus ce client.
access-key-certificate = Si le certificat de la station est auto-signé, ajoutez <code>verify="station.pem"</code> avec une copie de celui-ci.
access-key-copied = Je l'ai copié
access-key-revoke = Révoquer { $title }
access-key-revoked = Clé d'accès { $title } révoquée. Les programmes qui l'utilisent sont désormais refusés.

## Settings page

settings-changed-back = L'adresse a été rétablie
settings-changed-back-words = { $reason }. Les pages sont à l'adresse précédente.
settings-unwritable = Le fichier de paramètres ne peut pas être modifié d'ici
settings-unwritable-words = <code>{ $file }</code> : { $reason }. Vous pouvez vérifier ici les paramètres et copier le texte dans le fichier.
settings-file = Ces paramètres sont dans <code>{ $file }</code>, avec d'autres qui s'y modifient.
settings-last-change = Dernière modification ici le { $at } par { $author }.
settings-error = Le fichier de paramètres contient une erreur
settings-error-words = La station fonctionne avec les paramètres de son dernier démarrage. Corrigez le fichier et rechargez cette page.

settings-camera = Caméra
settings-camera-kind = Type de caméra
settings-camera-kind-pylon = Caméra Basler (USB3 ou GigE)
settings-camera-kind-emulator = Émulateur de caméra de pylon
settings-camera-kind-folder = Dossier d'images ou fichier vidéo
settings-camera-kind-other = { $type } (du fichier de paramètres)
settings-camera-emulate = Émulateur de caméra
settings-camera-serial = Numéro de série
settings-camera-serial-any = n'importe laquelle
settings-camera-serial-hint = Comme imprimé sur la caméra. Laissez vide pour utiliser la seule caméra connectée.
settings-camera-serial-fixed = Le numéro de série est fixé.
settings-camera-folder = Dossier d'images
settings-camera-folder-none = image de test de pylon
settings-camera-folder-hint = Un dossier de la station. L'émulateur joue ses images dans l'ordre de leurs noms.
settings-camera-path = Dossier d'images ou fichier vidéo
settings-camera-path-hint = Un chemin sur la station.
settings-camera-rate = Fréquence d'images
settings-camera-rate-hint = En Hz, pour l'image en direct. Laissez vide pour la fréquence de la vidéo, ou 10 Hz pour des images.
settings-cameras = Caméras connectées
settings-cameras-search = Chercher à nouveau
settings-cameras-searching = Recherche de caméras…
settings-cameras-none = Aucune caméra trouvée. Vérifiez son câble et son alimentation.
settings-cameras-found = { $connection }, numéro de série { $serial }
settings-cameras-found-named = { $connection }, numéro de série { $serial }, { $name }
settings-cameras-chosen = choisie
settings-cameras-use = Utiliser { $model } { $serial }
settings-fixed = Fixé par la variable d'environnement <code>{ $variable }</code>, donc non modifiable ici.

settings-broker = Broker MQTT
settings-broker-publish = Publier les résultats sur un broker MQTT
settings-broker-kind = Type de destinataire
settings-broker-host = Nom d'hôte ou adresse IP
settings-broker-port = Port
settings-broker-port-hint = En général 1883, avec TLS 8883.
settings-broker-no-login = sans identification
settings-broker-no-password = aucun
settings-broker-password-hint = Le mot de passe enregistré est conservé tant que vous n'en saisissez pas un autre. Il n'est jamais affiché.
settings-broker-prefix = Début de chaque topic
settings-broker-prefix-hint = Les résultats vont à ceci, suivi du nom de la station et de « result », par exemple okng/station-1/result.
settings-broker-prefix-pattern = Utilisez des lettres, des chiffres, _ et -, avec / entre les niveaux.
settings-broker-tls = TLS
settings-broker-encrypt = Chiffrer la connexion (TLS)
settings-broker-authority = Autorité de certification
settings-broker-authority-system = celles approuvées par le système
settings-broker-authority-hint = Un fichier PEM sur la station, si le certificat du broker est signé par votre propre autorité.
settings-broker-certificate = Certificat de la station
settings-broker-key = Clé privée de la station
settings-broker-no-file = aucun
settings-broker-files = Fichiers PEM sur la station, pour les brokers qui exigent un certificat.
settings-broker-test = Tester la connexion
settings-broker-testing = Connexion…
settings-broker-answers = Le broker répond et accepte l'identification ({ $protocol }).
settings-broker-others =
    { $count ->
        [one] Un autre destinataire des résultats est défini dans le fichier de paramètres.
       *[other] { $count } autres destinataires des résultats sont définis dans le fichier de paramètres.
    }

settings-network = Station et réseau
settings-station = Nom de la station
settings-station-hint = Fait partie de chaque résultat et des topics MQTT. Les programmes qui les écoutent doivent suivre un changement.
settings-web-host = Accessible à
settings-web-port = Port des pages
settings-web-everywhere = Tous les réseaux de la station ({ $address })
settings-web-here = Cette station seulement ({ $address })
settings-web-locked-out = Les pages ne seront plus accessibles depuis ce navigateur : il tourne sur une autre machine.
settings-web-no-tls = Sans certificat TLS, les mots de passe traversent le réseau en clair. Définissez-en un dans le fichier de paramètres : <code>tls_certificate</code> et <code>tls_key</code> de <code>[web]</code>.

settings-nothing-changed = Rien n'est encore modifié, il n'y a donc rien à enregistrer.
settings-check = Vérifier
settings-save = Enregistrer…
settings-preview-words = Vous voyez ce qui redémarre avant tout enregistrement.
settings-refused = Non enregistré. Voir les champs marqués.
settings-saved-notice = Paramètres enregistrés.
settings-saved = Paramètres enregistrés
settings-device-restarts = L'inspection redémarre avec les nouveaux paramètres.
settings-device-silent = Le processus de l'appareil n'a pas répondu. Il utilisera les nouveaux paramètres à son prochain démarrage.
settings-pages-restart = Les pages redémarrent, ce qui prend quelques secondes. Elles sont ensuite à <link>{ $address }</link>, et ce navigateur y va de lui-même en moins d'une demi-minute. Sous un autre nom d'hôte ou une autre adresse IP, vous devez vous reconnecter.

settings-dialog = Enregistrer les paramètres
settings-dialog-copy = Paramètres à copier
settings-dialog-save = Enregistrer ces paramètres ?
settings-setting = Paramètre
settings-now = Actuel
settings-after = Nouveau
settings-replaced = remplacé
settings-restarts = Ce qui redémarre
settings-restarts-device = <b>L'inspection.</b> Elle s'arrête une dizaine de secondes, et les pièces qui passent entre-temps ne sont pas inspectées. Puis elle reprend avec la même recette et le même mode.
settings-restarts-inspecting = La station inspecte en ce moment.
settings-restarts-web = <b>Les pages.</b> Elles sont absentes quelques secondes, dans tous les navigateurs.
settings-restarts-web-only = <b>Les pages.</b> Elles sont absentes quelques secondes, dans tous les navigateurs. L'inspection continue.
settings-restarts-nothing = Rien.
settings-copy-words = Placez ce texte dans <code>{ $file }</code>, gardez les mots de passe du fichier là où figure ***, et redémarrez okng.
settings-copy = Fichier de paramètres
settings-old-file = Le fichier actuel est conservé sous <code>{ $file }.old</code>. Votre nom est enregistré.
settings-saving = Enregistrement…
settings-save-and-restart = Enregistrer et redémarrer
settings-full-label = { $section } : { $label }
settings-quoted = « { $label } »
settings-stored = enregistré
settings-not-set = non défini
settings-yes = oui
settings-no = non

## Cloud page

sync = Synchronisation avec S3
sync-not-configured = Non configurée
sync-not-configured-words = Cette station n'envoie rien à un bucket.
sync-not-running = Arrêtée
sync-not-running-words = Le processus de synchronisation est arrêté, rien n'est donc envoyé. Rien n'est perdu : les fichiers attendent sur cette station. Démarrez-le avec okng sync, ou sur une appliance avec systemctl start okng-sync.
sync-retrying = Nouvel essai
sync-retrying-words = Les fichiers n'arrivent pas pour le moment. Rien n'est perdu : ils attendent sur cette station.
sync-retrying-at = Les fichiers n'arrivent pas pour le moment. Rien n'est perdu : ils attendent sur cette station. Le prochain essai est à { $at }.
sync-outside-windows = Hors des plages horaires
sync-outside-windows-words = Les fichiers attendent la prochaine plage horaire des paramètres.
sync-connected = Connectée
sync-sending = Des fichiers sont en cours d'envoi.
sync-about-to-send = Des fichiers vont être envoyés.
sync-all-sent = Tout a été envoyé.
sync-set-up = Les images, résultats, jeux de données et modèles peuvent être envoyés à un stockage compatible S3. Ajoutez une table au fichier de paramètres <code>okng.toml</code> de la station et redémarrez okng. Pour AWS, omettez <code>endpoint</code>.
sync-settings = Paramètres de la synchronisation

sync-bucket = Bucket
sync-bucket-at = { $bucket } sur { $endpoint }
sync-waiting = En attente
sync-amount =
    { $count ->
        [one] { $count } fichier, { $size }
       *[other] { $count } fichiers, { $size }
    }
sync-oldest = Le plus ancien
sync-oldest-age = attend depuis { $age }
sync-rate = Débit
sync-rate-words = { $rate } MB/s durant la dernière minute
sync-arrived = Arrivés
sync-amount-last =
    { $count ->
        [one] { $count } fichier, { $size }, le dernier { $at }
       *[other] { $count } fichiers, { $size }, le dernier { $at }
    }
sync-not-sent = Non envoyés
sync-not-sent-files =
    { $count ->
        [one] { $count } fichier n'a pas pu être envoyé
       *[other] { $count } fichiers n'ont pas pu être envoyés
    }

sync-files = Fichiers
sync-files-uploaded = Arrivés
sync-files-waiting = En attente
sync-files-failed = Non envoyés
sync-files-none = Aucun fichier.
sync-files-newest = Les { $shown } plus récents de { $count } fichiers.
sync-retry = Tous les renvoyer
sync-retried =
    { $count ->
        [one] { $count } fichier sera renvoyé.
       *[other] { $count } fichiers seront renvoyés.
    }
sync-upload-ended = { $kind }, { $size }, fin { $at }
sync-upload-since = { $kind }, { $size }, depuis { $at }
sync-kind-picture = Image d'une inspection
sync-kind-results = Résultats
sync-kind-dataset = Image d'un jeu de données
sync-kind-model = Modèle
sync-age-moment = moins d'une minute
sync-age-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
sync-age-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
sync-age-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }

fleet = Stations de ce bucket
fleet-stations = Stations
fleet-station = Station
fleet-recipe = Recette
fleet-model = Modèle
fleet-yield = Rendement
fleet-conditions = Signalements
fleet-version = Version
fleet-last-report = Dernier rapport
fleet-state-silent = Le processus de l'appareil ne répond pas
fleet-state-inspect = Inspecte
fleet-state-collect = Collecte
fleet-state-live = Image en direct
fleet-named = { $name } version { $version }
fleet-parts =
    { $count ->
        [one] { $count } pièce en 24 h
       *[other] { $count } pièces en 24 h
    }
fleet-no-conditions = aucun
fleet-age = il y a { $age }
fleet-out-of-date = périmé
fleet-none = Aucune station n'a encore envoyé de rapport.
fleet-unreadable = Le rapport { $key } est illisible : { $reason }
fleet-read-at = Lu dans le bucket { $at }.

cloud-aws = Connexion à AWS
cloud-aws-words = AWS ne sert qu'au stockage. Les modèles sont entraînés et les images jugées sur cette station.
cloud-not-connected = Cette station n'est pas connectée à AWS.
cloud-create = Créer les ressources AWS
cloud-create-step = 1. Créer les ressources AWS
cloud-create-words = Téléchargez le modèle. Dans la console AWS, ouvrez <b>CloudFormation</b>, choisissez <b>Create stack</b>, chargez le modèle et donnez un nom à la station. Il crée un bucket et un certificat pour cette station seulement.
cloud-connect = Se connecter à AWS
cloud-connect-step = 2. Se connecter à AWS
cloud-connect-words = Quand la pile est prête, ouvrez ses <b>Outputs</b> et copiez la valeur de <code>DeviceCertUrl</code>. Elle est valable une heure. Gardez-la secrète, comme un mot de passe.
cloud-connecting = Connexion…
cloud-state = État
cloud-connected = <b>Connectée à AWS</b> depuis { $at }
cloud-station = Station dans AWS
cloud-bucket = Bucket
cloud-region = Région
cloud-check = Vérifier la connexion
cloud-checking = Interrogation d'AWS…
cloud-checked = AWS répond. Ses identifiants sont valables jusqu'au { $at }.
cloud-disconnect = Déconnecter
cloud-disconnect-words = Le certificat et la clé de la station seront retirés de cette station. Le contenu du bucket reste.
cloud-disconnect-yes = Oui, déconnecter
cloud-disconnected = Déconnectée d'AWS. Supprimez la pile dans CloudFormation pour retirer le reste.

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
recipe-not-known-yet = La station n'a pas encore indiqué quelle recette est active. Réessayez dans un instant.
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
dataset-shortcut-side = Image { $id } : { $side }
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

## Dataset page: profile and map

dataset-none = Il n’y a pas encore de jeu de données. Prenez ou importez des images sur la page « Entraînement ».
dataset-profile = Profil
dataset-map = Carte
dataset-quick-model = Progression
dataset-preparation = Préparation
dataset-labelling = Étiquetage
dataset-empty = Le jeu de données { $dataset } n’a plus d’images. Prenez, importez ou restaurez-en sur la page « Entraînement ».
dataset-pictures =
    { $count ->
        [one] { $count } image : { $normal } normale(s), { $anomaly } anormale(s).
       *[other] { $count } images : { $normal } normales, { $anomaly } anormales.
    }
dataset-version = État { $version } du jeu de données
dataset-measuring = Mesure des images
job-kind-dataset_profile = Mesure des images
dataset-measure = Mesurer maintenant
dataset-measure-again = Réessayer
dataset-measuring-waits = Elles seront mesurées à la fin de cette tâche : { $job }. Ce qui est connu est affiché entre-temps.
dataset-unmeasured =
    { $count ->
        [one] { $count } image n’est pas encore mesurée.
       *[other] { $count } images ne sont pas encore mesurées.
    }
dataset-unreadable =
    { $count ->
        [one] { $count } image est illisible.
       *[other] { $count } images sont illisibles.
    }
dataset-unreadable-one = Image { $id } : { $problem }
dataset-show-pictures = Afficher les images
dataset-gaps = Ce qui manque
dataset-gaps-none = Rien ne semble manquer.
dataset-gap-few_good =
    { $count ->
        [0] Il n’y a pas encore d’images bonnes ; un entraînement en demande { $of }. Prenez des images de pièces bonnes.
        [one] Il y a { $count } image bonne ; un entraînement en demande { $of }. Prenez d’autres pièces bonnes.
       *[other] Il y a { $count } images bonnes ; un entraînement en demande { $of }. Prenez d’autres pièces bonnes.
    }
dataset-gap-no_anomaly = Il n’y a pas d’images anormales : on ne sait pas combien de défauts un modèle trouvera. Ajoutez des images de pièces défectueuses.
dataset-gap-no_test = Aucune image n’est réservée au test. Répartissez le jeu de données, pour qu’un modèle soit mesuré sur des images qu’il n’a jamais vues.
dataset-gap-test_without_good = Le jeu de test n’a pas d’images normales et ne peut pas montrer les faux rejets. Réservez-en au test.
dataset-gap-test_without_anomaly = Le jeu de test n’a pas d’images anormales et ne peut pas montrer les défauts manqués. Réservez-en au test.
dataset-gap-no_batch = Aucune image n’a de lot. Indiquez le lot, pour qu’un modèle soit testé sur des lots qu’il n’a pas vus.
dataset-gap-one_batch = Il n’y a qu’un seul lot : { $values }. Prenez des pièces d’autres lots.
dataset-gap-one_day = Toutes les images ont été ajoutées le même jour ({ $values }). Prenez-en aussi d’autres jours, car la lumière et la position changent.
dataset-gap-one_person = Toutes les images ont été ajoutées par une seule personne ({ $values }). Faites-en ajouter ou vérifier par une deuxième.
dataset-gap-single_types =
    { $count ->
        [one] Un type de défaut n’a qu’une image : { $values }. Ajoutez-en, ou corrigez son nom.
       *[other] { $count } types de défaut n’ont qu’une image chacun, par exemple { $values }. Ajoutez-en, ou corrigez leurs noms.
    }
dataset-gap-untyped = { $count } images anormales sur { $of } n’ont pas de type de défaut. Indiquez-le, pour que chaque type soit mesuré.
dataset-gap-unmasked = { $count } images anormales sur { $of } n’ont pas de masque. Dessinez les masques manquants, pour que la localisation soit mesurée sur toutes.
dataset-gap-unboxed = { $count } images sur { $of } n’ont pas de cadres. Étiquetez-les avant d’entraîner un détecteur.
dataset-gap-sizes = Les images ont { $count } tailles différentes, par exemple { $values }. Vérifiez celles qui ne viennent pas de la caméra du poste.
dataset-gap-not_checked = Les raccourcis, comme un plateau qui trahit l’étiquette, n’ont jamais été cherchés. Vérifiez le jeu de données.
dataset-gap-check_outdated =
    { $count ->
        [one] { $count } image a été ajoutée depuis la dernière vérification. Vérifiez de nouveau le jeu de données.
       *[other] { $count } images ont été ajoutées depuis la dernière vérification. Vérifiez de nouveau le jeu de données.
    }
dataset-gap-shortcuts =
    { $count ->
        [one] La dernière vérification a trouvé { $count } raccourci par lequel un modèle pourrait deviner l’étiquette. Examinez-le.
       *[other] La dernière vérification a trouvé { $count } raccourcis par lesquels un modèle pourrait deviner l’étiquette. Examinez-les.
    }
dataset-counts = Répartition des images
dataset-counts-all = Afficher les { $count }
dataset-count-row = { $value } : { $count }, dont anormales : { $anomaly }
dataset-label = Étiquette
dataset-by-batch = Lot
dataset-by-defect_type = Type de défaut
dataset-by-day = Jour d’ajout
dataset-by-person = Ajoutée par
dataset-by-split = Répartition
dataset-undecided = Non attribuées
dataset-without = Aucun
dataset-histograms = Mesures
dataset-facets = Un graphique par
dataset-facets-none = Mesure
dataset-facets-more =
    { $count ->
        [one] { $count } valeur avec moins d’images n’est pas affichée.
       *[other] { $count } valeurs avec moins d’images ne sont pas affichées.
    }
dataset-measure-of = Mesure affichée
dataset-measure-brightness = Luminosité (% de la plage)
dataset-measure-contrast = Contraste (% de la plage)
dataset-measure-focus = Netteté (dB, plus est plus net)
dataset-measure-pixels = Taille de l’image (mégapixels)
dataset-measure-bytes = Taille du fichier (ko)
dataset-measure-score = Score d’anomalie
dataset-scored-by = Scores de { $model } version { $version }, chacun par un modèle entraîné sans l’image.
dataset-not-scored = Aucun modèle n’a encore été entraîné avec ce jeu de données : il n’y a pas de scores.
dataset-threshold = Seuil { $threshold }
dataset-bar = { $low } à { $high } : { $count }, dont anormales : { $anomaly }
dataset-bin = { $title } : { $low } à { $high }
dataset-listed =
    { $count ->
        [one] { $count } image
       *[other] { $count } images
    }
dataset-listed-more = Afficher plus (encore { $count })
dataset-map-words = Les images semblables sont proches les unes des autres. Les deux axes montrent { $share } des différences ({ $first } et { $second } de la variance) ; le reste ne se voit pas ici.
dataset-map-how = Tracez une ligne autour d’images pour les sélectionner, ou touchez un groupe ci-dessus. Touchez un point pour voir son image.
dataset-map-none = La carte demande au moins deux images différentes et mesurées.
dataset-map-label =
    { $count ->
        [one] Carte de { $count } image, affichée ci-dessous.
       *[other] Carte de { $count } images, affichées ci-dessous.
    }
dataset-map-axis = Composante principale { $number }
dataset-map-color = Couleur selon
dataset-map-groups = Groupes sur la carte
dataset-map-others = Autres
dataset-map-no-score = Sans score
dataset-map-score =
    { $level ->
        [1] Cinquième le plus bas des scores
        [5] Cinquième le plus haut des scores
       *[other] Cinquième n° { $level } des scores
    }
dataset-map-scored = Score { $score }
dataset-map-selected = Sélection sur la carte

## Model page: metrics, threshold and promotion

metrics-assessment = Évaluation
metrics-too-few-defects = Ce modèle trouve trop peu de défauts
metrics-check-dataset = Vérifier le jeu de données
metrics-labels-unchecked = Le jeu de données { $dataset } n'a jamais été contrôlé quant à des étiquettes contradictoires.
metrics-labels-checked =
    { $groups ->
        [0] La dernière vérification du jeu de données { $dataset } n'a trouvé aucune étiquette contradictoire.
        [one] La dernière vérification du jeu de données { $dataset } a trouvé un groupe de quasi-doublons étiquetés à la fois normaux et anormaux.
       *[other] La dernière vérification du jeu de données { $dataset } a trouvé { $groups } groupes de quasi-doublons étiquetés à la fois normaux et anormaux.
    }

metrics-false-rejects = Rejets attendus pour { 1000 } pièces bonnes : environ <b>{ $rejected }</b> (entre { $low } et { $high } avec une confiance de 95 %).
metrics-catches =
    { $pictures ->
        [one] Détecte <b>{ $recall }</b> des défauts : { $caught } sur { $pictures } image.
       *[other] Détecte <b>{ $recall }</b> des défauts : { $caught } sur { $pictures } images.
    }
metrics-catches-between =
    { $pictures ->
        [one] Détecte <b>{ $recall }</b> des défauts (entre { $low } et { $high }) : { $caught } sur { $pictures } image.
       *[other] Détecte <b>{ $recall }</b> des défauts (entre { $low } et { $high }) : { $caught } sur { $pictures } images.
    }
metrics-measured-picture =
    { $rejected ->
        [one] Mesuré sur { $unseen } images de bonnes pièces, chacune évaluée par un modèle entraîné sans elle : { $rejected } a été rejetée.
       *[other] Mesuré sur { $unseen } images de bonnes pièces, chacune évaluée par un modèle entraîné sans elle : { $rejected } ont été rejetées.
    }
metrics-measured-batch =
    { $rejected ->
        [one] Mesuré sur { $unseen } images de bonnes pièces, chacune évaluée par un modèle entraîné sans son lot ni son jour : { $rejected } a été rejetée.
       *[other] Mesuré sur { $unseen } images de bonnes pièces, chacune évaluée par un modèle entraîné sans son lot ni son jour : { $rejected } ont été rejetées.
    }
metrics-independent = Les images d'un même lot se ressemblent ; ensemble, elles comptent donc pour { $count }.
metrics-too-few-pictures = { $unseen } images de bonnes pièces ne garantissent que moins de { $share } faux rejets pour { 1000 } pièces bonnes. Ajoutez-en, jusqu'à { $pictures }, pour garantir { $asked }.

metrics-held-out = Sur les images de test
metrics-held-out-rejected = Pièces bonnes rejetées : <b>{ $rejected }</b> sur { $normal } (entre { $low } et { $high } avec une confiance de 95 %).
metrics-held-out-caught = Défauts détectés : <b>{ $caught }</b> sur { $anomaly } (entre { $low } et { $high } avec une confiance de 95 %).
metrics-held-out-words = Elles n'ont servi ni à l'entraînement ni au seuil, et toutes les autres métriques les excluent.

metrics-precision = Précision
metrics-precision-meaning = des verdicts NG sont corrects
metrics-recall = Rappel
metrics-recall-meaning = des défauts sont trouvés
metrics-f1-meaning = équilibre des deux
metrics-any-threshold = quel que soit le seuil
metrics-average-precision = Précision moyenne
metrics-threshold = Seuil
metrics-threshold-meaning = au-dessus : NG
metrics-intervals = Sous chaque métrique figure son intervalle de confiance à 95 %. Plus d'images le resserrent.
metrics-unknown = Précision, rappel, F1 et AUROC sont inconnus
metrics-unknown-words = Le jeu de données ne contenait aucune image anormale ; on ignore donc combien de défauts ce modèle trouve. Le seuil est réglé pour rejeter environ { $rate } des pièces bonnes. Pour le mesurer, ajoutez des images de défauts sur la page Entraînement et relancez l'entraînement.
metrics-normal-scores = Scores normaux
metrics-normal-scores-meaning =
    { $count ->
        [one] de { $count } image normale
       *[other] de { $count } images normales
    }

metrics-histogram = Histogramme des scores ; le seuil est { $threshold }
metrics-histogram-bar =
    { $label ->
        [normal] Normal : { $count }, score de { $low } à { $high }
       *[anomaly] Anomalie : { $count }, score de { $low } à { $high }
    }
metrics-histogram-review = à revoir : scores de { $low } à { $high }
metrics-legend-anomaly = anomalie (hachures)
metrics-legend-review = à revoir
metrics-legend-scores = score d'anomalie ; chaque image a été évaluée par un modèle entraîné sans elle

metrics-defect-type = type de défaut
metrics-caught = détectés
metrics-confidence = confiance de 95 %
metrics-share = { $count } sur { $all }
metrics-interval = { $low } à { $high }
metrics-confusion = Matrice de confusion
metrics-predicted = prédit { $verdict }
metrics-normal-pictures = images normales
metrics-anomalous-pictures = images anormales

metrics-method = Méthode
metrics-pictures = Images
metrics-pictures-used = normales : { $normal }, anormales : { $anomaly }
metrics-trained = Entraîné
metrics-trained-by = { $at } par { $author }
metrics-input = Entrée
metrics-input-tiles = { $size }, en { $tiles } tuiles de { $tile }
metrics-augmentation = Augmentation
metrics-copies =
    { $copies ->
        [one] { $copies } copie augmentée de chaque bonne image, { $varied }
       *[other] { $copies } copies augmentées de chaque bonne image, { $varied }
    }
metrics-copies-quarters = rotation de 90°
metrics-copies-tilt = inclinaison jusqu'à { $degrees }°
metrics-copies-mirror = miroir
metrics-copies-light = plus claire et plus sombre
metrics-hash = Empreinte du modèle

metrics-detection =
    { $count ->
        [one] Sur { $count } image non utilisée pour l'entraînement
       *[other] Sur { $count } images non utilisées pour l'entraînement
    }
metrics-detection-half = les cadres qui recouvrent au moins à moitié ceux annotés sont corrects
metrics-detection-strict = moyenne sur des recouvrements plus stricts, jusqu'à { 0.95 }
metrics-detection-class = classe
metrics-detection-boxes = cadres
metrics-detection-unknown = inconnu
metrics-detection-words =
    { $count ->
        [one] Entraîné sur { $count } image. L'époque { $best } sur { $epochs } était la meilleure. 1 signifie que chaque objet a été trouvé, et rien d'autre.
       *[other] Entraîné sur { $count } images. L'époque { $best } sur { $epochs } était la meilleure. 1 signifie que chaque objet a été trouvé, et rien d'autre.
    }

threshold-value = { $threshold } : les scores au-dessus sont NG
threshold-fewer-missed = moins de défauts manqués
threshold-fewer-rejects = moins de faux rejets
threshold-allowed = Faux rejets admis
threshold-allowed-head = Faux rejets admis :
threshold-use = Utiliser ce seuil
threshold-in-use = Utilisé
threshold-used-already = La recette utilise déjà ce seuil.
threshold-reset = Revenir au seuil appris ({ $threshold })
threshold-changed =
    { $count ->
        [0] Aucune image enregistrée ne change de verdict
        [one] { $count } image enregistrée deviendrait { $verdict }
       *[other] { $count } images enregistrées deviendraient { $verdict }
    }
threshold-closest =
    { $count ->
        [one] La plus proche de ce seuil :
       *[other] Les { $count } les plus proches de ce seuil :
    }
threshold-changed-parts = Pièces récentes qui auraient été { $verdict }
threshold-part = Pièce { $part }

review-band-off = Aucune pièce n'est marquée pour revue.
review-band-distance = La recette marque pour revue les pièces à moins de <b>{ $distance }</b> du seuil.
review-band-marked = Marquées pour revue sur { 1000 } pièces bonnes : environ <b>{ $marked }</b> (entre { $low } et { $high } avec une confiance de 95 %).
review-band-words = Les pièces dont le score est dans la bande bleue sont marquées pour revue : { $marked } sur { $unseen } images de bonnes pièces. La bande s'arrête au seuil qui admettrait trois fois plus de faux rejets.
review-band-verdict = Le verdict ne change pas. La pièce attend sur la page Résultats que quelqu'un la revoie.
review-band-mark = Marquer des pièces pour revue
review-band-trained = Utiliser la largeur apprise
review-band-none = N'en marquer aucune

worst-pictures = À vérifier en premier
worst-false = faux { $verdict }
worst-all-wrong = Toutes mal classées, la plus éloignée du seuil en premier. Une étiquette erronée fausse les métriques.
worst-some-wrong =
    { $wrong ->
        [one] { $wrong } mal classée, puis les plus proches du seuil. Une étiquette erronée fausse les métriques.
       *[other] { $wrong } mal classées, la plus éloignée du seuil en premier, puis les plus proches du seuil. Une étiquette erronée fausse les métriques.
    }
worst-none-wrong = Aucune mal classée. Celles-ci sont les plus proches du seuil. Une étiquette erronée fausse les métriques.

compare-versions = Comparaison de versions
compare-versions-head = Comparées sur les mêmes images
compare-versions-with = Comparer avec
compare-versions-choice = { $name } version { $version }
compare-versions-choice-in-use = { $name } version { $version } (utilisée)
compare-versions-version = version { $version }
compare-versions-nothing = Elles n'ont aucune image de test en commun et ne peuvent donc pas être comparées. Entraînez-les sur le même jeu de données, ou exécutez-en une en mode fantôme.
compare-versions-worse = <b>{ $name } version { $version } est moins bonne.</b>
compare-versions-figures = Chiffres des deux versions sur les mêmes images
compare-versions-found = Défauts trouvés
compare-versions-rejected = Pièces bonnes rejetées
compare-versions-scored = Les deux ont évalué les mêmes images, { $normal } normales et { $anomaly } anormales, sans les avoir vues à l'entraînement.
compare-versions-left-out =
    { $count ->
        [one] { $count } autre image n'a été testée que par { $model }.
       *[other] { $count } autres images n'ont été testées que par { $model }.
    }
compare-versions-differ =
    { $count ->
        [one] Une image jugée différemment
       *[other] { $count } images jugées différemment
    }
compare-versions-right = { $model } a raison
compare-versions-first =
    { $count ->
        [one] La première est affichée.
       *[other] Les { $count } premières sont affichées.
    }
compare-versions-alike = Elles jugent toutes ces images de la même façon.

promotion-shadow = Exécuter en mode fantôme
promotion-shadow-started = La version { $version } tourne maintenant en mode fantôme à côté de la version active. Les sorties ne sont pas affectées.
promotion-promote = Promouvoir
promotion-promote-anyway = Promouvoir quand même
promotion-title = Promouvoir { $name } version { $version }
promotion-fails = Cette version échoue au contrôle de régression.
promotion-failed = La version { $version } échoue sur { $failures } des { $pictures } images du jeu de régression. Rien n'a été modifié.
promotion-done = La recette utilise maintenant { $name } version { $version }.
promotion-from-next-part = À partir de la prochaine pièce, cette version est utilisée.
promotion-instead = À partir de la prochaine pièce, cette version est utilisée, à la place de { $name } version { $version }.
promotion-recorded = Si vous la promouvez quand même, votre nom et ces avertissements sont consignés dans l'historique des modèles.
promotion-why-fewer-rejects = Moins de pièces bonnes rejetées
promotion-why-more-defects = Plus de défauts trouvés
promotion-why-new-light = Nouvel éclairage ou nouvelle caméra
promotion-why-new-part = Nouveau type de pièce
promotion-roll-back = Revenir
promotion-roll-back-to = Revenir à la version { $version }
promotion-roll-back-title = Revenir à { $name } version { $version }
promotion-roll-back-words = À partir de la prochaine pièce, la version { $version } est utilisée avec son ancien seuil ({ $threshold }). Le jeu de régression n'est pas vérifié.
promotion-roll-back-done = La recette utilise de nouveau la version { $version }.
promotion-why-back-good-rejected = Des pièces bonnes sont rejetées
promotion-why-back-missed = Des défauts sont manqués
promotion-why-back-mistake = Promue par erreur
promotion-history = Historique des modèles ({ $count })
promotion-kind-promotion = promue
promotion-kind-rollback = retour
promotion-kind-recipe = changement de recette
promotion-model = { $name } { $version } <quiet>à { $threshold }</quiet>
promotion-no-model = aucun modèle
promotion-no-reason = aucun motif indiqué
promotion-in-spite = <b>Utilisée malgré :</b> { $objection }
promotion-record = { $at }, { $author }, recette { $recipe } version { $version }
promotion-record-checked =
    { $state ->
        [passed] , jeu de régression : réussi
        [failed] , jeu de régression : échec (erreurs : { $failures })
       *[unchecked] , jeu de régression : non vérifié
    }
promotion-record-trial =
    { $compared ->
        [one] , après un essai : { $compared } pièce comparée, verdicts différents : { $disagree }
       *[other] , après un essai : { $compared } pièces comparées, verdicts différents : { $disagree }
    }

trial = Essai
trial-runs = { $name } version { $version } est à l'essai
trial-ran = { $name } version { $version } a été à l'essai
trial-end = Terminer l'essai
trial-running = En comparaison avec la version { $beside } ; pièces comparées : <b>{ $compared }</b>, ignorées : <b>{ $skipped }</b>, différentes : <b>{ $disagree }</b>.
trial-stopped = Comparée avec la version { $beside } ; pièces comparées : <b>{ $compared }</b>, ignorées : <b>{ $skipped }</b>, différentes : <b>{ $disagree }</b>.
trial-verdicts = Verdicts des deux versions sur les mêmes pièces
trial-verdict = version { $version } : { $verdict }
trial-time = Par rapport à la version active, elle prend { $mean } par pièce en moyenne et au plus { $p95 } pour 95 % des pièces.
trial-settled =
    { $settled ->
        [one] Sur { $settled } pièce revue, la version { $version } avait raison pour <b>{ $trial }</b> et la version { $beside } pour <b>{ $active }</b>.
       *[other] Sur { $settled } pièces revues, la version { $version } avait raison pour <b>{ $trial }</b> et la version { $beside } pour <b>{ $active }</b>.
    }
trial-differing = Pièces aux verdicts différents
trial-newest =
    { $count ->
        [one] La plus récente sur { $all } est affichée.
       *[other] Les { $count } plus récentes sur { $all } sont affichées.
    }
trial-part = Pièce { $part }
trial-score = { $score } à { $threshold }
trial-picture-deleted = image supprimée
trial-is-correct = { $verdict } est correct
trial-is-correct-by = <b>{ $verdict }</b> est correct, selon { $person }.
trial-keep = ✓ Ajouter au jeu de régression
trial-keep-not = Ne pas ajouter au jeu de régression
trial-kept = La pièce { $part } est dans le jeu de régression comme { $verdict }.
trial-recorded = Consigné : la pièce { $part } est { $verdict }.

regression-set = Jeu de régression
regression-set-of =
    { $count ->
        [one] Jeu de régression de { $name } : { $count } image
       *[other] Jeu de régression de { $name } : { $count } images
    }
regression-standing =
    { $state ->
        [empty] Il n'y a pas encore de jeu de régression ; cette version n'est donc pas vérifiée avant la promotion.
        [unchecked] Images du jeu de régression vérifiées : { $checked } sur { $pictures }. Le reste sera vérifié avant la promotion.
        [failed] Elle échoue sur { $failures } des { $pictures } images du jeu de régression et ne peut donc pas être promue.
       *[passed] Elle réussit sur toutes les images du jeu de régression ({ $pictures }).
    }
regression-check = Vérifier cette version
regression-checking = Vérification…
regression-check-ended =
    { $state ->
        [cancelled] La vérification a été annulée : { $message }
       *[failed] La vérification a échoué : { $message }
    }
regression-known = { $verdict } connu
regression-score = score { $score }
regression-no-score = aucun score
regression-add = Ajouter du jeu de données
regression-dataset = Jeu de données
regression-picture =
    { $label ->
        [normal] Image { $picture }, normal
       *[anomaly] Image { $picture }, anomalie
    }
regression-add-as = Ajouter comme { $verdict }
regression-upload = Téléverser des { $verdict } connus
regression-removed = Retirées ({ $count })
regression-removed-picture = <b>{ $verdict } connu</b>, { $source }
regression-remove = Retirer du jeu de régression
regression-remove-picture = Retirer l'image { $picture } du jeu de régression
regression-remove-words = Les versions ne seront plus vérifiées sur cette image ({ $verdict } connu, { $source }). L'auteur et le motif du retrait sont consignés.
regression-why-wrong-verdict = Son verdict est faux
regression-why-part-gone = Cette pièce n'est plus fabriquée
regression-why-poor-picture = Mauvaise image

consent = Utiliser ce modèle quand même ?
consent-recorded = Si vous l'utilisez quand même, votre nom et ces avertissements sont consignés dans l'historique des modèles.
consent-decline = Ne pas l'utiliser
consent-use = Utiliser quand même

## Dataset page: growth

growth-auroc = AUROC
growth-cell = { $value } ({ $interval })
growth-changed =
    { $count ->
        [0] Les chiffres correspondent aux images telles qu’elles sont maintenant.
        [one] { $count } image ajoutée, supprimée ou modifiée depuis. De nouveaux chiffres viennent après cinq.
       *[other] { $count } images ajoutées, supprimées ou modifiées depuis. De nouveaux chiffres viennent après cinq.
    }
growth-chart = { $figure } selon le nombre d’images, avec l’intervalle de confiance à 95 % sous forme de bande
growth-coming = De nouveaux chiffres sont en cours de calcul.
growth-compute = Calculer maintenant
growth-computed =
    { $pictures ->
        [one] Estimation rapide du { $at } à partir de { $pictures } image, calculée en { $seconds } s.
       *[other] Estimation rapide du { $at } à partir de { $pictures } images, calculée en { $seconds } s.
    }
growth-covers-others = Elle est la plus proche de { $share } des zones des autres images normales ; la moyenne serait de { $fair }. Sans elle, celles-ci paraîtraient moins normales.
growth-failed = Le dernier calcul a échoué : { $reason }
growth-found = Images anormales détectées
growth-found-of = { $found } sur { $count }
growth-hard-and-missed = Elle montre un défaut qui n’a pas été détecté : son score est de { $score }, le seuil de { $threshold }.
growth-hard-but-found = Elle montre un défaut détecté de justesse : son score est de { $score }, le seuil de { $threshold }.
growth-influential = Les images les plus importantes
growth-interval = { $interval } avec une confiance de 95 %
growth-line = Estimation rapide à partir de { $pictures } images : jusqu’à <b>{ $rejects }</b> rejets pour { 1000 } pièces bonnes.
growth-line-auroc = Estimation rapide à partir de { $pictures } images : AUROC <b>{ $auroc }</b> ({ $low } à { $high }), jusqu’à <b>{ $rejects }</b> rejets pour { 1000 } pièces bonnes.
growth-missing-anomalous =
    { $missing ->
        [0] Inconnu : trop peu d’images anormales sont lisibles.
        [one] Inconnu. Ajoutez encore { $missing } image anormale pour le mesurer.
       *[other] Inconnu. Ajoutez encore { $missing } images anormales pour le mesurer.
    }
growth-missing-normal =
    { $missing ->
        [one] Il manque encore { $missing } image normale d’entraînement pour obtenir des chiffres.
       *[other] Il manque encore { $missing } images normales d’entraînement pour obtenir des chiffres.
    }
growth-no-outlook = On ne sait pas encore si davantage d’images aident à trouver les défauts. Il faut au moins dix images normales et trois anormales pour le dire.
growth-none-readable = Il n’y a pas de chiffres, car trop peu d’images normales sont lisibles.
growth-open = Voir la progression
growth-outlook-helps = Les { $newest } dernières images normales ont augmenté l’AUROC de { $change } (entre { $low } et { $high } avec une confiance de 95 %). D’autres images de ce type aideront probablement.
growth-outlook-saturated = Les { $newest } dernières images normales ont changé l’AUROC de { $change } (entre { $low } et { $high } avec une confiance de 95 %). D’autres images de ce type n’aideront guère.
growth-outlook-unknown = Les { $newest } dernières images normales ont changé l’AUROC de { $change } (entre { $low } et { $high } avec une confiance de 95 %). Si peu d’images ne permettent pas de dire si d’autres aideront.
growth-picture = Image { $id }
growth-pictures = Images
growth-raises-threshold = Elle paraît inhabituelle pour une image normale : sans elle, le seuil serait de { $without } au lieu de { $threshold }. Vérifiez son étiquette.
growth-rejects = Rejets pour { 1000 } pièces bonnes
growth-sampled = Sur { $pictures } images, { $used } ont été utilisées : un choix aléatoire qui reste le même.
growth-table = Les chiffres dans un tableau
growth-unknown = inconnu
growth-unreadable =
    { $count ->
        [one] { $count } image a été laissée de côté, car elle est illisible.
       *[other] { $count } images ont été laissées de côté, car elles sont illisibles.
    }
growth-unreadable-one = Image { $id } : { $reason }
growth-unseen-batch = Un petit modèle a noté chaque image sans en avoir vu aucune du même lot.
growth-unseen-picture = Un petit modèle a noté chaque image sans l’avoir vue.

## Model page: training, engines and exchange

model-dataset = Jeu de données
model-dataset-counts =
    { $name } ({ $normal ->
        [one] { $normal } normale
       *[other] { $normal } normales
    }, { $anomaly ->
        [one] { $anomaly } anomalie
       *[other] { $anomaly } anomalies
    })
model-train = Entraîner
model-method-unavailable = Cette méthode n'est pas disponible sur cette station.
model-job-in-progress = Une tâche est en cours. Attendez qu'elle soit terminée.
model-versions = Versions
model-version = version { $version }
model-none = Aucun modèle
model-none-listed = Aucun modèle pour l'instant.
model-none-words = Un modèle apprend à partir d'images normales à quoi ressemblent les bonnes pièces. L'entraînement prend quelques secondes.
model-in-use = utilisé
model-broken = endommagé
model-finds-too-few = trouve trop peu de défauts
model-summary-anomaly = { $at }, { $method }, F1 { $f1 }
model-summary-unmeasured = { $at }, { $method }, non mesuré
model-summary-detector =
    { $at }, détecteur, { $classes ->
        [one] { $classes } classe
       *[other] { $classes } classes
    }
model-loading = Chargement de { $name } version { $version }…
model-unusable = Cette version est inutilisable : { $why }
model-use = Utiliser cette version dans la recette
model-used = La recette utilise maintenant { $name } version { $version }.
model-threshold-trained = La recette utilise de nouveau le seuil de l'entraînement.
model-threshold-used = La recette utilise maintenant le seuil { $threshold }.
model-review-off = Les pièces ne sont plus marquées pour revue.
model-review-on = Les pièces proches du seuil seront marquées pour revue.

training-options = Options
training-options-reset = Rétablir les valeurs par défaut
training-options-unchanged = Ce sont les valeurs par défaut.
training-options-method = Méthode
training-options-method-usual = Par défaut
training-options-method-unavailable = { $method }, non disponible
training-options-unavailable = Pas encore disponible sur cette station.
training-options-resolution = Résolution de l'image
training-options-input-standard = Par défaut, 224 px
training-options-input-320 = 320 px
training-options-input-512 = 512 px
training-options-input-1024 = { 1024 } px
training-options-input-defect = Selon le plus petit défaut
training-options-input-tiles = En tuiles
training-options-hint-standard = Toute l'image à 224 px. Convient aux défauts d'au moins un dixième de l'image.
training-options-hint-320 = Pour des défauts plus petits. L'entraînement et l'inspection durent environ trois fois plus longtemps.
training-options-hint-512 = Pour des défauts plus petits. L'entraînement et l'inspection durent environ dix fois plus longtemps.
training-options-hint-1024 = Pour de petits défauts. L'entraînement et l'inspection durent environ vingt-cinq fois plus longtemps.
training-options-hint-defect = Choisit la taille et les tuiles de sorte qu'un défaut de cette taille dans l'image de la caméra soit détectable.
training-options-hint-tiles = Pour les grandes images. Chaque tuile est évaluée à 512 px, puis réunie aux autres en une carte de chaleur et un score.
training-options-smallest-defect = Plus petit défaut
training-options-rows = Lignes de tuiles
training-options-columns = Colonnes de tuiles
training-options-good-parts = Les bonnes pièces peuvent aussi être
training-options-rotated = tournées de 90°
training-options-mirrored = en miroir
training-options-lighter = plus claires ou plus sombres
training-options-tilted = inclinées jusqu'à
training-options-good-parts-words = Ajoute à l'entraînement quatre copies modifiées de chaque bonne image. Cochez seulement ce qui arrive vraiment sur la ligne : ce qui est coché ici ne compte plus comme défaut.
training-options-false-rejects = Faux rejets admis
training-options-rate-usual = { $rate } (par défaut)

growing-offer =
    { $count ->
        [one] <b>{ $count } nouvelle bonne image</b> depuis { $name } version { $version }.
       *[other] <b>{ $count } nouvelles bonnes images</b> depuis { $name } version { $version }.
    }
growing-known = Les { $count } de son entraînement ne sont pas relues.
growing-start = Apprendre les nouvelles images
growing-report = Entraînement incrémental depuis la version { $version }
growing-trained =
    { $added ->
        [one] Entraîné avec <b>{ $added } bonne image de plus</b>, en plus des { $learnt } de la version { $version }, qui n'ont pas été relues.
       *[other] Entraîné avec <b>{ $added } bonnes images de plus</b>, en plus des { $learnt } de la version { $version }, qui n'ont pas été relues.
    }
growing-changes = Ce que l'entraînement incrémental a changé
growing-now = maintenant
growing-threshold = Seuil
growing-rejects = Bonnes pièces rejetées
growing-rejects-words = sur { 1000 }, attendues
growing-auroc-words = nouvelles bonnes images contre défauts
growing-bank = Banque de mémoire
growing-bank-words =
    { $count ->
        [one] { $count } vecteur remplacé
       *[other] { $count } vecteurs remplacés
    }
growing-good-scores =
    { $change ->
        [lower] Les scores des bonnes pièces antérieures sont inférieurs de { $by }.
        [higher] Les scores des bonnes pièces antérieures sont supérieurs de { $by }.
       *[same] Les scores des bonnes pièces antérieures sont inchangés.
    }
growing-defect-scores =
    { $change ->
        [lower] Les scores des défauts sont inférieurs de { $by }.
        [higher] Les scores des défauts sont supérieurs de { $by }.
       *[same] Les scores des défauts sont inchangés.
    }
growing-no-change = Le verdict n'a changé pour aucune image enregistrée.
growing-changed =
    { $count ->
        [one] { $count } image enregistrée a changé de verdict
       *[other] { $count } images enregistrées ont changé de verdict
    }
growing-changed-first = Les { $count } premières :

engine-builds = Moteurs
engine-builds-title = Compilés pour cette machine
engine-name = Moteur
engine-latency = Temps par image
engine-latency-most = 95 % en moins de { $ms }
engine-speed-up = Accélération
engine-accuracy = Contrôle d'exactitude
engine-active = actif
engine-measured =
    { $threads ->
        [one] { $at }, mesuré avec { $threads } thread
       *[other] { $at }, mesuré avec { $threads } threads
    }
engine-tuned =
    s'exécute avec { $threads ->
        [one] { $threads } thread
       *[other] { $threads } threads
    }, { $between ->
        [1] optimisé pour
       *[other] { $between } opérateurs en parallèle, optimisé pour
    } { $goal ->
        [latency] la latence
       *[throughput] le débit
    }
engine-same-answers = comme le modèle d'origine
engine-refused = non utilisé : { $problems }
engine-none-used = Aucun d'eux n'est utilisé. Le modèle d'origine s'exécute dans ONNX Runtime.
engine-builds-words = Accélération : par rapport à ONNX Runtime en FP32, mesurée en alternance. sd : écarts types des scores des bonnes pièces.

detector-words = Ceci est un détecteur : il trouve et classe des objets. Pour l'utiliser dans une recette, sélectionnez-le sur la page Configuration sous « Détection » et ajoutez des règles. Pour l'essayer sur des images, exécutez <code>okng detect { $name }:{ $version } PICTURE</code>.
detector-letterboxed = Ce détecteur a été importé avant qu'okng ne tienne compte du <code>letter_box</code> de Darknet : il s'exécute encore sur des images complétées par des bandes. Darknet étire les images, sauf si le .cfg contient <code>letter_box=1</code>. Importez-le de nouveau pour obtenir une version qui suit le .cfg.
detector-finds =
    { $count ->
        [one] Il trouve un type d'objet
       *[other] Il trouve { $count } types d'objets
    }
detector-input = Entrée
detector-pictures-are = Les images sont
detector-resize-stretch = étirées aux dimensions de l'entrée
detector-resize-letterbox = complétées par des bandes grises : proportions conservées
detector-minimum-score = Affiché à partir du score
detector-overlap = Même objet à partir du recouvrement
detector-made-of = Constitué de
detector-made-of-darknet = Darknet (.cfg et .weights) : { $files }
detector-made-of-onnx = ONNX, structure { $layout } : { $files }
detector-trained = Entraîné
detector-imported = Importé
detector-made-by = { $at } par { $author }
detector-hash = Empreinte du modèle

fine-tuning = Affiner avec des cadres
fine-tuning-pictures =
    { $count ->
        [one] <b>{ $dataset }</b> a { $count } image avec annotations : { $boxes }.
       *[other] <b>{ $dataset }</b> a { $count } images avec annotations : { $boxes }.
    }
fine-tuning-no-boxes =
    { $count ->
        [one] <b>{ $dataset }</b> a { $count } image avec annotations, mais aucun cadre.
       *[other] <b>{ $dataset }</b> a { $count } images avec annotations, mais aucun cadre.
    }
fine-tuning-words = Entraîne un détecteur pour ces objets à partir de celui-ci. Cela prend quelques minutes ; l'inspection continue pendant ce temps.
fine-tuning-start = Affiner
fine-tuning-name = Nom du détecteur
fine-tuning-width = Largeur d'entrée
fine-tuning-height = Hauteur d'entrée
fine-tuning-size-hint = Multiples de 32. Les petits objets demandent une entrée plus grande. La moitié de la taille prend un quart du temps.
fine-tuning-epochs = Nombre maximal d'époques
fine-tuning-parts = Les pièces peuvent aussi être

dataset-difference = Images depuis cet entraînement
dataset-difference-none = Entraîné avec les { $count } images que { $dataset } contient maintenant.
dataset-difference-some = Modifications de { $dataset } depuis cet entraînement : { $changes }
dataset-difference-added =
    { $count ->
        [one] { $count } ajoutée
       *[other] { $count } ajoutées
    }
dataset-difference-removed =
    { $count ->
        [one] { $count } retirée
       *[other] { $count } retirées
    }
dataset-difference-relabelled =
    { $count ->
        [one] { $count } réétiquetée
       *[other] { $count } réétiquetées
    }
dataset-difference-reworded = { $count } avec un lot, un type de défaut, une répartition ou un masque modifié
dataset-difference-words =
    Le modèle a été entraîné avec { $trained } images. Le jeu de données en contient maintenant { $pictures }. { $lost ->
        [0] Les images retirées peuvent être restaurées.
        [one] Les images retirées peuvent être restaurées, mais { $lost } n'est plus sur cette station.
       *[other] Les images retirées peuvent être restaurées, mais { $lost } ne sont plus sur cette station.
    }
dataset-difference-restore = Restaurer le jeu de données de cet entraînement
dataset-difference-restored = { $dataset } est rétabli à l'état de cet entraînement.
dataset-difference-lost = Aucune de ses images n'a pu être restaurée.

model-export = Exportation
model-export-title = Exportation vers d'autres stations
model-export-words = Un fichier signé avec cette version et jusqu'à dix de ses images, sur lesquelles l'autre station vérifie que le modèle y répond comme ici.
model-export-start = Exporter cette version
model-export-running = Préparation du fichier…
model-export-done = { $file } a été enregistré par le navigateur.
model-import = Modèles d'autres stations
model-import-start = Importer d'une autre station
model-import-words = Choisissez un fichier qui se termine par .okng-model. Le modèle est vérifié ici avant d'apparaître parmi les versions.
model-import-sending = Envoi de { $file }…
model-import-why-not = Une tâche est en cours. Attendez qu'elle soit terminée pour importer un modèle.
model-import-unknown-key = Cette station ne sait pas qui a créé { $file }
model-import-unknown-key-words = Le fichier a été signé avec la clé ci-dessous. Comparez-la à la clé que l'autre station affiche sous <b>Stations de confiance</b>. Ne lui faites confiance que si les deux sont identiques.
model-import-trust = Faire confiance et importer
model-import-trusted = Les modèles de { $name } sont désormais acceptés.
model-import-keys = Stations de confiance
model-import-keys-words = Cette station n'importe que les modèles signés par elle-même ou par une station de cette liste.
model-import-keys-none = Aucune autre station de confiance pour l'instant.
model-import-keys-own = Clé publique de cette station
model-import-keys-add = Faire confiance à cette station
model-import-keys-remove = Retirer { $name }
model-import-name = Nom de l'autre station
model-import-name-example = par exemple line-1
model-import-key = Sa clé publique

## Dataset page: preparation

preparation-steps = Étapes
preparation-intro = Chaque image passe par ces étapes avant qu’un modèle ne la voie, à l’entraînement comme sur la ligne. Les images enregistrées restent telles quelles.
preparation-keeps = Le prochain entraînement utilise la version enregistrée. Les modèles déjà entraînés gardent leur propre préparation. Les détecteurs ne sont pas concernés.
preparation-steps-none = Aucune étape pour l’instant. Les modèles voient les images telles que la caméra les prend.
preparation-add = Ajouter une étape
preparation-step-crop = Recadrer
preparation-step-mask_out = Masquer des zones
preparation-step-rotate = Pivoter
preparation-step-grey = Niveaux de gris
preparation-step-stretch = Contraste
preparation-step-labels_from_file_names = Étiquettes d’après les noms de fichiers
preparation-says-crop = { $width } × { $height } px à { $left }, { $top }
preparation-says-areas =
    { $count ->
        [one] { $count } zone
       *[other] { $count } zones
    }
preparation-says-rotate = { $degrees }° dans le sens horaire
preparation-says-stretch = niveaux de gris de { $low } à { $high }
preparation-says-rules =
    { $count ->
        [one] { $count } motif
       *[other] { $count } motifs
    }
preparation-says-grey = selon la luminance
preparation-up = Monter
preparation-down = Descendre
preparation-remove = Supprimer l’étape
preparation-first = C’est la première étape.
preparation-last = C’est la dernière étape.
preparation-left = Gauche
preparation-top = Haut
preparation-width = Largeur
preparation-height = Hauteur
preparation-draw-crop = Tracez le rectangle sur l’image avant l’étape, ou saisissez ses côtés.
preparation-draw-mask = Les zones sont remplies d’un seul niveau de gris : rien n’y compte. Tracez le rectangle choisi sur l’image avant l’étape.
preparation-areas = Zone à modifier
preparation-area = Zone { $number }
preparation-add-rectangle = Ajouter un rectangle
preparation-add-polygon = Tracer un polygone
preparation-remove-area = Supprimer la zone
preparation-area-only = Une étape a besoin d’au moins une zone. Supprimez plutôt l’étape.
preparation-polygon-draw = Cliquez l’un après l’autre sur les sommets de la zone, sur l’image avant l’étape.
preparation-polygon-close = Fermer le contour
preparation-polygon-short = Un contour a besoin d’au moins trois sommets.
preparation-fill = Niveau de gris des zones
preparation-degrees = Dans le sens horaire
preparation-turn = { $degrees }°
preparation-grey-hint = Les images en couleur deviennent grises selon leur luminance. Les images grises restent telles quelles.
preparation-stretch-hint = La première valeur devient noire, la seconde blanche, et l’intervalle est étalé uniformément.
preparation-low = Noir jusqu’à
preparation-high = Blanc à partir de
preparation-bits = Bits par valeur
preparation-bits-of = { $bits } bits
preparation-rules-hint = Les images importées ou envoyées sans étiquette la reçoivent d’après leur nom. * est un texte quelconque, ? un caractère.
preparation-rule = Motif { $number }
preparation-pattern = Motif du nom de fichier
preparation-label = Étiquette
preparation-defect-type = Type de défaut
preparation-add-rule = Ajouter un motif
preparation-remove-rule = Supprimer le motif
preparation-rule-only = Une étape a besoin d’au moins un motif. Supprimez plutôt l’étape.
preparation-size = Les étapes valent pour des images de { $width } × { $height } px. Les images d’une autre taille sont refusées ; sur la ligne, elles sont ERROR.
preparation-save = Enregistrer comme version { $version }
preparation-save-nothing = Rien n’a changé.
preparation-discard = Abandonner les modifications
preparation-saved = La préparation est enregistrée comme version { $version }.
preparation-versions = Versions
preparation-version =
    { $count ->
        [one] Version { $version } avec { $count } étape
       *[other] Version { $version } avec { $count } étapes
    }
preparation-version-restored = Version { $version }, qui rétablit la version { $restored }
preparation-in-use = utilisée
preparation-restore = Rétablir
preparation-restore-version = Rétablir la version { $version }
preparation-export = Exporter la version enregistrée
preparation-python = Script Python
preparation-png = Cette image en PNG
preparation-export-unsaved = Vos modifications ne sont pas encore dans les fichiers. Enregistrez-les d’abord.
preparation-export-none = Enregistrez d’abord une version.
preparation-pictures = Avant et après
preparation-picture-choice = Choix de l’image
preparation-picture = Image { $id }, { $label }
preparation-previous = Précédente
preparation-no-previous = C’est la première image.
preparation-no-next = C’est la dernière image.
preparation-before = Avant l’étape { $number }
preparation-after = Après l’étape { $number }
preparation-before-all = Telle qu’enregistrée
preparation-after-all = Telle que la voient les modèles
preparation-no-pictures = Le jeu de données n’a aucune image à montrer.

## Inspection page

inspection-waiting = En attente de la station.
inspection-no-model = Entraînez ou choisissez d'abord un modèle.
inspection-model = Modèle
inspection-model-choose = Choisir un modèle
inspection-rules-only = Aucun (règles de détection seules)
inspection-model-fixed = Arrêtez l'inspection pour choisir un autre modèle.
inspection-boxes-hide = Masquer les cadres
inspection-boxes-show = Afficher les cadres
inspection-heat-hide = Masquer la carte
inspection-heat-show = Carte de chaleur
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

## Dataset page: labelling

labelling-jobs = Tâches d'étiquetage
labelling-none = Il n'y a pas encore de tâche d'étiquetage. Créez-en une pour faire étiqueter des images ou pour faire contrôler les étiquettes par une deuxième personne.
labelling-new = Nouvelle tâche d'étiquetage
labelling-csv = Télécharger le CSV
labelling-name = Nom de la tâche
labelling-name-example = par exemple deuxième contrôle
labelling-kind = Ce qu'il faut faire
labelling-kind-label = Étiqueter des images
labelling-kind-audit = Contrôler les étiquettes
labelling-kind-adjustment = Corriger les étiquettes
labelling-kind-hint-label = Chaque réponse devient l'étiquette de l'image.
labelling-kind-hint-audit = Une deuxième personne contrôle les étiquettes. Rien ne change avant leur correction.
labelling-blind = Le contrôleur ne voit pas la première étiquette
labelling-is-blind = première étiquette masquée
labelling-is-seeing = première étiquette visible
labelling-steps = Étapes
labelling-steps-hint = Seules les images étiquetées comme anomalie passent au type et au masque ou aux cadres.
labelling-steps-first = Choisissez au moins une étape.
labelling-step-label = Défaut ou non
labelling-step-defect_type = Type de défaut
labelling-step-region = Masque ou cadres
labelling-rule = Quelles images
labelling-rule-all = Toutes les images
labelling-rule-every_nth = Une image sur n
labelling-rule-near_threshold = Les plus proches du seuil du dernier modèle
labelling-rule-least_certain = Étiquetées avec le moins de certitude
labelling-every = Une image sur
labelling-at-most = Nombre maximal d'images (vide : sans limite)
labelling-stated-all = toutes les images
labelling-stated-every_nth = une image sur { $every }
labelling-stated-near_threshold = les plus proches du seuil de { $model }
labelling-stated-least_certain = étiquetées avec le moins de certitude
labelling-stated-differing = jugées fausses ou incertaines par le contrôle
labelling-stated-at-most =
    { $count ->
        [one] { $rule }, { $count } image au plus
       *[other] { $rule }, { $count } images au plus
    }
labelling-create = Créer la tâche
labelling-made-by = Créée par { $author }, { $at }
labelling-closed-by = Fermée par { $author }, { $at }
labelling-progress = { $done } sur { $all } traitées
labelling-progress-unsure =
    { $count ->
        [one] { $count } incertaine
       *[other] { $count } incertaines
    }
labelling-progress-removed =
    { $count ->
        [one] { $count } retirée du jeu de données
       *[other] { $count } retirées du jeu de données
    }
labelling-continue = Continuer
labelling-nothing-waits = Aucune image n'est en attente.
labelling-results = Résultats
labelling-close = Fermer la tâche
labelling-back-to-jobs = Toutes les tâches d'étiquetage
labelling-answers = Réponse
labelling-question-label = Cette pièce a-t-elle un défaut ?
labelling-question-defect_type = De quel type de défaut s'agit-il ?
labelling-question-region = Où se trouve le défaut ?
labelling-question-audit = Cette étiquette est-elle juste ?
labelling-first = Première étiquette : { $answer } ({ $author })
labelling-audit = Contrôle : { $answer } ({ $author })
labelling-answer-none = aucune
labelling-unsure = Incertain
labelling-correct = Juste
labelling-wrong = Faux
labelling-wrong-type = Faux, c'est { $type }
labelling-type-other = Autre type
labelling-type-first = Saisissez d'abord le type de défaut.
labelling-draw-boxes = Dessiner des cadres
labelling-paint-mask = Peindre un masque
labelling-drawn = Terminé, image suivante
labelling-drawn-first = Dessinez d'abord des cadres ou un masque.
labelling-take-back = Revenir à la dernière image
labelling-take-back-nothing = Vous n'avez aucune réponse à annuler.
labelling-keys-answer = Répondre
labelling-no-picture = Il n'y a pas d'image pour vous à cette étape.
labelling-only-own = Il ne reste que vos propres étiquettes.
labelling-take-own = Contrôler mes propres étiquettes
labelling-attributes = Précisions facultatives
labelling-attribute-certainty = Certitude
labelling-attribute-visibility = Visible
labelling-attribute-sharpness = Netteté
labelling-attribute-brightness = Lumière
labelling-value-sure = sûr
labelling-value-fairly = assez sûr
labelling-value-unsure = incertain
labelling-value-clearly = nettement
labelling-value-barely = à peine
labelling-value-sharp = nette
labelling-value-blurred = floue
labelling-value-dark = sombre
labelling-value-bright = claire
labelling-agreement = Accord
labelling-kappa = Kappa de Cohen
labelling-kappa-unknown = inconnu
labelling-interval = de { $low } à { $high }
labelling-labeller = Étiqueté par
labelling-all-labellers = Tous
labelling-not-blind = Le contrôleur a vu la première étiquette et l'approuve alors plus facilement. Seul un contrôle où elle est masquée mesure l'accord.
labelling-without-first =
    { $count ->
        [one] { $count } image n'avait pas de type de défaut avant le contrôle et n'est pas comptée.
       *[other] { $count } images n'avaient pas de type de défaut avant le contrôle et ne sont pas comptées.
    }
labelling-own =
    { $count ->
        [one] { $count } image a été contrôlée par la personne qui l'a étiquetée et n'est pas comptée.
       *[other] { $count } images ont été contrôlées par la personne qui les a étiquetées et ne sont pas comptées.
    }
labelling-differences = Fausses ou incertaines
labelling-differences-none = Le contrôle n'a encore rien trouvé de faux ou d'incertain.
labelling-differences-more = Les { $count } plus récentes sont affichées. Le fichier CSV les contient toutes.
labelling-adjust = Créer une tâche de correction
labelling-adjust-name = { $name } corrigé
labelling-adjust-made = La tâche de correction { $name } a été créée.
labelling-adjust-nothing = Il n'y a rien à corriger.
labelling-times = Temps de travail par image
labelling-times-hint = Le temps pendant lequel rien n'a été pressé, touché ou déplacé pendant plus de 30 s n'est pas compté.
labelling-times-none = Personne n'a encore répondu.
labelling-person = Personne
labelling-step = Étape
labelling-pictures = Images
labelling-shortest = Minimum
labelling-mean = Moyenne
labelling-longest = Maximum
labelling-seconds = { $seconds } s

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

## Quality page

quality-agreement = Concordance
quality-agreement-words = Concordance : pièces revues pour lesquelles la personne a dit la même chose que la station. Elle est inconnue sans revue.
quality-audit = Contrôle
quality-audit-checked = Étiquettes contrôlées
quality-audits = Contrôles des étiquettes
quality-audits-cut = Seuls les { $count } contrôles les plus récents sur { $all } de cette période sont affichés.
quality-audits-none = Il n'y a aucun contrôle d'étiquettes dont la réponse la plus récente se situe dans cette période. Les contrôles se créent dans l'onglet Étiquetage d'un jeu de données.
quality-audits-words = Contrôles de tous les jeux de données dont la réponse la plus récente se situe dans cette période. L'accord et le kappa de Cohen ne tiennent pas compte des réponses incertaines ; entre parenthèses : l'intervalle à 95 %.
quality-challenges-none = Aucune pièce étalon n'a été demandée pendant cette période. Une recette peut en demander à son démarrage ou au début d'une équipe.
quality-challenges-overridden = Outrepassés
quality-challenges-passed = Contrôles réussis
quality-challenges-right = Pièces étalons bien jugées
quality-change = { $change } par rapport à la période précédente
quality-checks = Contrôles de la station
quality-csv = CSV
quality-csv-of = Télécharger en CSV : { $title }
quality-cusum = La somme pour un taux doublé (CUSUM) est à { $value } ; elle donne l'alarme à { $limit }. Un taux doublé est détecté en { $parts } pièces environ, 9 fois sur 10. Les deux cartes ensemble donnent moins d'une fausse alarme en 500 équipes.
quality-figures = Chiffres de la période
quality-ground-baseline =
    { $count ->
        [one] Attendu : { $centre }. Le modèle déclare rejeter { $stated } des bonnes pièces, et { $above } de plus des pièces de la ligne ont été rejetées dans les 30 jours précédents ({ $count } pièce).
       *[other] Attendu : { $centre }. Le modèle déclare rejeter { $stated } des bonnes pièces, et { $above } de plus des pièces de la ligne ont été rejetées dans les 30 jours précédents ({ $count } pièces).
    }
quality-ground-below =
    { $count ->
        [one] Attendu : jusqu'à { $centre }, comme le modèle le déclare pour les bonnes pièces. Dans les 30 jours précédents, { $baseline } ont été rejetées ({ $count } pièce).
       *[other] Attendu : jusqu'à { $centre }, comme le modèle le déclare pour les bonnes pièces. Dans les 30 jours précédents, { $baseline } ont été rejetées ({ $count } pièces).
    }
quality-ground-stated =
    { $count ->
        [one] Attendu : { $centre }, comme le modèle le déclare pour les bonnes pièces. Dans les 30 jours avant la période, ce modèle n'a jugé que { $count } pièce ; à partir de 1000, le taux propre à la ligne compte aussi.
       *[other] Attendu : { $centre }, comme le modèle le déclare pour les bonnes pièces. Dans les 30 jours avant la période, ce modèle n'a jugé que { $count } pièces ; à partir de 1000, le taux propre à la ligne compte aussi.
    }
quality-hall-fault = Défaut
quality-hall-last = Dernier verdict
quality-hall-leave = Quitter
quality-hall-no-connection = Pas de connexion depuis { $at }
quality-hall-open = Écran d'atelier
quality-hall-since = Cette équipe, depuis { $at }
quality-hall-state = Taux NG
quality-hall-state-above = Trop élevé
quality-hall-state-below = Très bas
quality-hall-state-unknown = Inconnu
quality-hall-state-within = Normal
quality-human-types = Types donnés par des personnes
quality-interval = { $share } ({ $low } – { $high })
quality-interval-words = Entre parenthèses : l'intervalle à 95 %. Des taux dont les intervalles se recouvrent peuvent ne différer que par hasard.
quality-kappa-unknown = Lorsque le kappa est inconnu : { $why }
quality-latency = Temps jusqu'au verdict
quality-latency-bar = de { $from } à { $to } : { $parts }
quality-latency-label = Histogramme du temps entre le déclenchement et le verdict
quality-limits-since = Elles valent depuis { $at }, quand { $name } version { $version } a commencé à juger.
quality-limits-words = Les limites tiennent compte d'un taux attendu entre { $low } et { $high } et du nombre de pièces de chaque intervalle.
quality-more-types =
    { $count ->
        [one] Un autre type se trouve dans le fichier CSV.
       *[other] { $count } autres types se trouvent dans le fichier CSV.
    }
quality-no-before = pas de comparaison
quality-no-rejects = Aucun rebut.
quality-objection = { $at }, { $author }, recette { $recipe }, modèle { $model }
quality-objections = Modèles utilisés malgré des objections
quality-objections-none = Aucun modèle n'a été utilisé malgré une objection.
quality-of = { $count } sur { $all }
quality-only-clear = Tout afficher
quality-only-human = Type donné par une personne : { $name }
quality-only-region = Emplacement : { $region }
quality-only-rule = Type : { $name }
quality-only-score = NG par le seul score d'anomalie
quality-open-parts = Afficher les pièces : { $name }
quality-out-above = { $at } : { $rejected } sur { $judged } rejetées ({ $share }), plus que la limite supérieure
quality-out-below = { $at } : { $rejected } sur { $judged } rejetées ({ $share }), moins que la limite inférieure
quality-p-chart = Carte p du taux NG
quality-p-chart-label = Taux NG dans le temps, avec sa valeur attendue et ses limites de contrôle
quality-p-chart-of = Carte p du taux NG : { $recipe }
quality-points = { $points } points de pourcentage
quality-recipes = Recettes
quality-region-1 = en haut à gauche
quality-region-2 = en haut au centre
quality-region-3 = en haut à droite
quality-region-4 = au centre à gauche
quality-region-5 = au centre
quality-region-6 = au centre à droite
quality-region-7 = en bas à gauche
quality-region-8 = en bas au centre
quality-region-9 = en bas à droite
quality-region-count =
    { $count ->
        [one] { $name } : { $count } pièce
       *[other] { $name } : { $count } pièces
    }
quality-region-filter = Seulement cet emplacement
quality-region-picture = La pièce rejetée la plus récente
quality-regions = Emplacement des défauts
quality-regions-none = Rien n'indique où se trouvent les défauts de ces pièces.
quality-rejects = Rebuts
quality-score-alone = score d'anomalie seul
quality-share = Taux NG
quality-shifts-left-out =
    { $count ->
        [one] Seule l'équipe la plus récente est affichée.
       *[other] Seules les { $count } équipes les plus récentes sont affichées.
    }
quality-state-above =
    { $count ->
        [one] Au-dessus des limites dans { $count } intervalle.
       *[other] Au-dessus des limites dans { $count } intervalles.
    }
quality-state-below = Au-dessous des limites : vérifiez que les défauts sont encore détectés.
quality-state-doubled = Un taux doublé a été détecté le { $at }.
quality-state-within = Dans les limites
quality-types = Types de défauts
quality-types-words = Selon la classe dont la règle n'est pas respectée. Une pièce qui enfreint les règles de plusieurs classes compte pour chacune.
quality-why-model_gone = Pas de limites : la station n'a plus le modèle qui a jugé ces pièces. La part des bonnes pièces qu'il rejette est donc inconnue.
quality-why-no_model = Pas de limites : aucun modèle d'anomalie ne juge pour cette recette, et seul un tel modèle déclare quelle part des bonnes pièces il rejette.
quality-why-not_stated = Pas de limites : le modèle ne déclare pas quelle part des bonnes pièces il rejette. Un nouvel entraînement sur cette station donne cette valeur.
quality-without-region =
    { $count ->
        [one] L'emplacement de { $shown } pièce est inconnu : elle n'a ni boîte ni carte de chaleur, ou a été enregistrée par une version antérieure.
       *[other] L'emplacement de { $shown } pièces est inconnu : elles n'ont ni boîte ni carte de chaleur, ou ont été enregistrées par une version antérieure.
    }

## Line page

line-no-wire = Aucun automate n'est configuré
line-wires = Liaisons avec les automates
line-no-wire-words = Par une liaison, un automate peut déclencher des pièces, lire leurs résultats et changer de recette. Ajoutez une table au fichier de paramètres <code>okng.toml</code> de la station et redémarrez okng. La documentation décrit le protocole d'échange dans <code>docs/plc.md</code> et les registres Modbus TCP dans <code>docs/plc-modbus.md</code>.
line-wire-settings = Paramètres d'une liaison

wire-title = Liaison { $name }
wire-plc-connected = Automate connecté
wire-plc-not-connected = Automate non connecté
wire-not-ready = Pas prête
wire-no-plc = Aucun automate
wire-no-plc-words = Aucun automate n'est connecté, ou il est muet.
wire-ready = Prête
wire-ready-words = L'automate peut déclencher la pièce suivante.
wire-waiting = En attente de l'automate
wire-waiting-words = La station est prête, mais trigger_enable est à 0 : l'automate ne participe pas.
wire-busy = Occupée
wire-trigger-high = trigger est à 1 ; il doit retomber avant la pièce suivante.
wire-buffers-full = Tous les tampons de résultats sont pleins : l'automate doit acquitter les résultats avec results_ack.
wire-inspecting = Une pièce est en cours d'inspection.
wire-from-plc = De l'automate
wire-from-station = De la station
wire-high = à 1
wire-low = à 0
wire-none = Aucun
wire-none-yet = Aucun pour l'instant
wire-part-id = ID de pièce
wire-newest-part = Dernière pièce
wire-trigger-error = Erreur de déclenchement
wire-trigger-errors =
    { $number ->
        [0] Aucune
        [1] 1, pas en ligne : la station ne pouvait pas inspecter de pièce
        [2] 2, occupée : la pièce précédente était encore en cours
        [3] 3, pas de tampon : trop de résultats attendent results_ack
        [4] 4, déclencheur maintenu : trigger était déjà à 1 quand l'automate s'est connecté
        [5] 5, refusé : le journal de la station dit pourquoi
       *[other] { $number }, inconnue
    }
wire-result = Résultat
wire-result-words =
    { $late ->
        [yes] pièce { $part }, score { $score }, { $verdict }, en retard
       *[no] pièce { $part }, score { $score }, { $verdict }
    }
wire-results-waiting = Résultats en attente
wire-results-buffered = { $waiting } sur { $buffers }
wire-results-lost = { $waiting } sur { $buffers } ; { $lost } perdus depuis que trigger_enable est à 1
wire-recipe = Recette en cours
wire-recipe-words =
    { $number ->
        [none] sans numéro : { $name } version { $version }
       *[other] { $number } : { $name } version { $version }
    }
wire-no-recipe = Aucune
wire-recipe-change = Changement de recette
wire-recipe-loading = Une recette est en cours de chargement
wire-recipe-failed = Échec : { $reason }
wire-recipe-failed-silently = Échec : aucune raison donnée.
wire-recipe-held = Terminé ; load_recipe est encore à 1
wire-recipe-unchanged = Aucun en cours

wire-timing = Chronogramme
wire-timing-of = Chronogramme de { $count } signaux
wire-timing-loading = Chargement…
wire-timing-span = Durée affichée
wire-timing-pause = Pause
wire-timing-continue = Continuer
wire-timing-moment = Instant affiché
wire-timing-before-pause = { $seconds } s avant la pause
wire-timing-csv = Exporter en CSV
wire-timing-vcd = Exporter en VCD

line-receivers = Destinataires des résultats
line-receiver-connected = connecté
line-receiver-not-connected = non connecté
line-receiver-waiting = En attente
line-receiver-none = Aucun
line-receiver-backlog =
    { $count ->
        [one] { $count } résultat
       *[other] { $count } résultats
    }
line-receiver-backlog-age =
    { $count ->
        [one] { $count } résultat, le plus ancien depuis { $age }
       *[other] { $count } résultats, le plus ancien depuis { $age }
    }
line-receiver-rejected = Refusés
line-receiver-rejected-count = { $count }, voir la page Résultats
line-receiver-trouble = Problème
line-receiver-note = Remarque

line-challenges = Contrôles par pièces étalons
line-challenges-csv = Exporter en CSV
line-challenge-due = À faire
line-challenge-passed = Réussi
line-challenge-overridden = Outrepassé
line-challenge-superseded = Non terminé
line-challenge-end = <result>{ $result }</result> { $at }
line-challenge-end-why = <result>{ $result }</result> { $at }, par { $author } : { $why }
line-challenge-cause =
    { $cause ->
        [recipe_start] Recette { $recipe } version { $version }, démarrage de la recette { $at }
       *[shift_start] Recette { $recipe } version { $version }, début d'équipe { $at }
    }
line-challenge-no-checks = Aucune pièce n'a été contrôlée.
line-challenge-expected = attendu : { $expected }
line-challenge-expected-rule = attendu : { $expected } par { $rule }
line-challenge-right = comme attendu
line-challenge-wrong = faux
line-challenge-part = pièce { $part }, { $author }

line-triggers = Derniers déclenchements
line-triggers-words = Pièces des { $hours } dernières heures. Chaque déclenchement se termine par OK, NG, ERROR ou MISSED.
line-triggers-none = Pas encore de déclenchement.
line-conditions = Signalements
line-part = Pièce
line-outcome = Résultat
line-triggered = Déclenchée
line-source = Source
line-verdict-after = Verdict après
line-id-or-reason = ID de pièce ou raison
line-late = en retard
line-challenge-name = Pièce étalon : { $name }

## Reports

job-kind-report = Rapport
report-all = { $count ->
    [one] Afficher le rapport
   *[other] Afficher les { $count } rapports
 }
report-check-changed = Ce fichier a été modifié après sa signature. Ne vous y fiez pas.
report-check-unchanged = Inchangé, signé par { $signer }.
report-check-unknown_key = Inchangé depuis sa signature, mais avec une clé que cette station ne connaît pas. Comparez l’empreinte avec celle que vous donne le propriétaire de la station.
report-check-unsigned = Ce fichier n’a pas de signature : une modification ne peut pas être détectée.
report-download = Télécharger en { $format }, { $name }
report-earlier = Rapports
report-fit = Rapport d’aptitude
report-fit-again = Créer un autre rapport
report-fit-make = Créer le rapport d’aptitude
report-fit-words = Ce que montrent les images, avec quelle certitude, et ce qui manque, en HTML et en PDF. Les deux s’ouvrent sans la station et sont signés, de sorte que toute modification se voit.
report-made = { $at }, { $author }
report-no-pdf = Sans PDF :
report-none = Aucun rapport n’a encore été créé.
report-question = Que voulez-vous savoir ? (facultatif, figure dans le prochain rapport)
report-remove = Supprimer le rapport de { $name }
report-remove-short = Supprimer
report-shift = Rapport d’équipe
report-shift-make = Créer le rapport d’équipe
report-shift-of = Rapport de l’équipe { $period }
report-shift-present = Rapport de l’équipe en cours
report-shift-words = Pièces, rendement, rebuts, contrôles, alarmes et temps d’une équipe, en HTML et en PDF. Les deux s’ouvrent sans la station et sont signés.
report-too-few = { $count ->
    [one] Il manque encore une image pour un rapport d’aptitude.
   *[other] Il manque encore { $count } images pour un rapport d’aptitude.
 }
report-unsigned = Non signé : le paquet pour les signatures n’est pas installé sur cette station.
report-verify = Vérifier un rapport
report-verify-file = Choisir un fichier
report-verify-key = Clé publique d’une autre station (facultatif)
report-verify-words = Choisissez le fichier HTML ou PDF d’un rapport. Un seul octet modifié est détecté.

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

## Model page: the archive re-inspected

archive = Archive rejugée
archive-lead = Qu'auraient donné les dernières semaines avec cette version ? Elle juge de nouveau les images enregistrées, à la priorité la plus basse à côté de la ligne, et compare ses verdicts à ceux de la ligne.
archive-period = Période
archive-days =
    { $count ->
        [one] Dernier jour
       *[other] { $count } derniers jours
    }
archive-scope = <b>{ $count }</b> des { $parts } pièces de la recette { $recipe } peuvent être rejugées.
archive-takes = Cela prend environ { $duration }.
archive-takes-at-least = Cela prend au moins { $duration }.
archive-takes-unknown = La durée n'est pas encore connue.
archive-duration-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
archive-duration-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
archive-left-out =
    { $count ->
        [one] { $count } pièce ne peut pas être rejugée
       *[other] { $count } pièces ne peuvent pas être rejugées
    }
archive-left-without_picture = Image supprimée faute de place ou jamais enregistrée : { $count }
archive-left-other_region = Autre région de la caméra qu'aujourd'hui : { $count }
archive-left-without_model = Jugées sans modèle d'anomalie : { $count }
archive-left-errors = ERROR, sans verdict : { $count }
archive-left-missed = MISSED, sans image : { $count }
archive-left-challenges = Pièces étalons, hors production : { $count }
archive-one-at-a-time = Un seul nouveau jugement de l'archive est possible à la fois.
archive-no-recipe = Aucune recette n'a encore été appliquée : il n'y a donc aucune pièce à rejuger.
archive-nothing-there = Sur cette période, aucune pièce n'a d'image qui puisse être rejugée.
archive-start = Juger l'archive
archive-start-again = Juger de nouveau l'archive
archive-go-on = Continuer
archive-begins = Chargement du modèle
archive-remaining =
    { $count ->
        [one] { $count } pièce reste à juger.
       *[other] { $count } pièces restent à juger.
    }
archive-cancel = Arrêter et garder les résultats
archive-nothing-judged = Aucune pièce n'a encore été jugée.
archive-headline = Avec la version { $version }, <b>{ $after }</b> pièces sur 1000 auraient été rejetées au lieu de <b>{ $before }</b>.
archive-interval = Différence { $difference } (confiance à 95 % : de { $low } à { $high }).
archive-as-of =
    { $count ->
        [one] { $count } pièce de la recette { $recipe } depuis le { $since }, jugée le { $at } au seuil { $threshold }.
       *[other] { $count } pièces de la recette { $recipe } depuis le { $since }, jugées le { $at } au seuil { $threshold }.
    }
archive-counts = Verdicts de la ligne et de cette version sur les mêmes pièces
archive-would-be = version { $version } : { $verdict }
archive-was = ligne : { $verdict }
archive-nobody-reviewed = Personne n'a revu ces pièces ; on ne sait donc pas quels verdicts sont corrects.
archive-reviewed =
    { $count ->
        [one] Sur { $count } pièce revue, la ligne avait raison pour <b>{ $before }</b> et cette version pour <b>{ $after }</b>.
       *[other] Sur { $count } pièces revues, la ligne avait raison pour <b>{ $before }</b> et cette version pour <b>{ $after }</b>.
    }
archive-escapes = Défauts non détectés : <b>{ $found }</b> auraient été trouvés, <b>{ $added }</b> seraient nouveaux.
archive-false-rejects = Faux rejets : <b>{ $gone }</b> auraient été évités, <b>{ $added }</b> seraient nouveaux.
archive-chart = Rejets sur 1000 pièces par jour
archive-chart-day =
    { $count ->
        [one] { $day } : { $before } avant, { $after } avec cette version ({ $count } pièce)
       *[other] { $day } : { $before } avant, { $after } avec cette version ({ $count } pièces)
    }
archive-chart-before = Ligne
archive-chart-after = Cette version
archive-threshold = Seuil
archive-threshold-hint = Un autre seuil donne la réponse aussitôt, sans rien rejuger.
archive-parts = Pièces
archive-part-by-part = Pièce par pièce
archive-kind-different = Verdict différent
archive-kind-would_be_ng = Était OK, serait NG
archive-kind-would_be_ok = Était NG, serait OK
archive-kind-now_right = Différent, et correct selon la revue
archive-kind-now_wrong = Différent, et faux selon la revue
archive-kind-problem = Impossible à juger
archive-csv = Télécharger en CSV
archive-parts-none = Il n'y a pas de telle pièce.
archive-parts-pages = Pages des pièces
archive-by-line = Ligne
archive-by-person = Personne
archive-problem-picture_missing = Le fichier de l'image manque
archive-problem-picture_changed = Le fichier de l'image a été modifié
archive-problem-recipe_unusable = Sa recette n'est plus utilisable
archive-problem-not_judged = Ce serait une ERROR
archive-heat = Carte de chaleur
archive-heat-failed = Pas de carte de chaleur : okng host doit être en marche et l'image encore enregistrée.
archive-in-results = Afficher dans les résultats
archive-advice-none = Cette version n'a pas encore jugé l'archive. Cela montrerait ce qu'auraient donné les dernières semaines avec elle.

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
