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

## Training page

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

## Results page

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
line-source-button = bouton
line-source-timer = minuterie
line-source-http = API HTTP
line-source-line = entrée de la caméra
line-source-modbus = automate par Modbus
line-source-opcua = automate par OPC UA
line-source-plc = automate
line-source-mqtt = MQTT
line-source-gpio = ligne GPIO

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
