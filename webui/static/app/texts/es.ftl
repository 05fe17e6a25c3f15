### Español. The keys of en.ftl, in its order.

## Login, claim, and other pages without scripts

no-javascript = Estas páginas necesitan JavaScript; la API HTTP en /api/v1 no.
login = Iniciar sesión
login-title = Iniciar sesión en { $station }
login-wrong = El nombre o la contraseña no son correctos.
door-station = Estación <strong dir="auto">{ $station }</strong>
user-name = Nombre de usuario
password = Contraseña
claim = Tomar posesión de esta estación
claim-title = Tomar posesión de { $station }
claim-words = <strong dir="auto">{ $station }</strong> todavía no pertenece a nadie. El código de activación está en el terminal o en el registro donde se inició okng.
claim-code = Código de activación
claim-password = Elija una contraseña de al menos 10 caracteres
claim-button = Tomar posesión de la estación
claim-wrong-code = Este no es el código de activación. Está en el terminal o en el registro donde se inició okng.
not-found = Página no encontrada
not-found-words = La estación <strong dir="auto">{ $station }</strong> no tiene ninguna página en esta dirección. Puede que la dirección esté mal escrita o que la página haya cambiado de nombre.
not-found-start = Ir a la página de inicio
store-fault = No se puede usar el almacenamiento de la estación
store-fault-title = { $station }: fallo del almacenamiento
store-fault-reload = Después, vuelva a cargar esta página.
docs = API HTTP
docs-title = API HTTP de { $station }
docs-back = Volver a la cuenta
docs-tokens = Los programas envían <span class="mono">Authorization: Bearer okng_…</span>. Los tokens se crean en la página de la cuenta.

## Words that every page shares

page-account = Cuenta
page-cloud = Nube
page-configuration = Configuración
page-inspection = Inspección
page-line = Línea
page-model = Modelo
page-results = Resultados
page-settings = Ajustes
page-training = Entrenamiento
cancel = Cancelar
close = Cerrar
save = Guardar
add = Añadir
apply = Aplicar
copy = Copiar
delete = Eliminar
details = Detalles
discard = Descartar
done = Listo
download = Descargar
edit = Editar
less = Menos
more = Más
next = Siguiente
previous = Anterior
remove = Quitar
restore = Restaurar
retry = Reintentar
show = Mostrar
start = Iniciar
stop = Detener
trigger = Disparar
undo = Deshacer
use = Usar
label-normal = normal
label-anomaly = anomalía
normal = Normal
anomaly = Anomalía

## Numbers and times

ago-less-than-a-minute = hace menos de 1 min
ago-minutes = hace { $count } min
ago-hours = hace { $count } h
ago-days =
    { $count ->
        [one] hace { $count } día
       *[other] hace { $count } días
    }

## Header, banners, notices and other parts of every page

## What the station is doing, and its conditions

condition-since = desde { $at }
condition-more = { $count } más
condition-check-parts = Comprobar las piezas
condition-out-of-date = Puede que lo que ve no esté actualizado. Esta página se vuelve a conectar por sí sola.

condition-camera_absent-advice = Compruebe su cable y su alimentación. La estación se vuelve a conectar por sí sola.
condition-camera_fault-advice = La estación se vuelve a conectar por sí sola. Si persiste, desenchufe la cámara un momento.
condition-camera_settings_clipped-advice = Vea los ajustes adaptados en la página Configuración.
condition-data_dir_fault-advice = Llame al ingeniero de línea: no se puede acceder al disco con los datos de la estación. La inspección continúa.
condition-disk_low-advice = Se están eliminando las imágenes más antiguas de piezas buenas. Los resultados se conservan.
condition-disk_full-advice = La inspección continúa. Libere espacio en el disco.
condition-files_quarantined-advice = No se ha eliminado nada. Pida al ingeniero de línea que los compruebe: okng doctor dice qué hacer.
condition-recipe_missing-advice = Active una receta en la página Configuración.
condition-results_set_aside-advice = No se pierde nada. Un ingeniero de línea puede ver el motivo en la página Resultados y enviarlos de nuevo.
condition-wire_away-advice = Hasta que vuelva, el PLC no puede disparar piezas ni leer resultados. Llame al ingeniero de línea.
condition-sink_away-advice = Los resultados se guardan aquí y se envían cuando vuelva.
condition-sync_trouble-advice = La inspección continúa y los archivos esperan en esta estación. La página Nube dice por qué.
condition-sink_trouble-advice = Los resultados rechazados se guardan aquí. Llame al ingeniero de línea.
condition-engine_unfit-advice = Las piezas se inspeccionan como antes, pero más despacio. Un ingeniero de línea puede volver a compilar u optimizar el modelo: okng compile, okng tune.
condition-model_missing-advice = Elija otra versión en la página Inspección.
condition-challenge_due-advice = Ponga las piezas patrón bajo la cámara, una tras otra.
condition-ng_alarm-advice = Busque la causa y después reconozca la alarma.
condition-notification_trouble-advice = Los mensajes se guardan aquí y se envían cuando vuelva el receptor.
condition-output_fault-advice = Compruebe la cámara y el cableado de la salida.
condition-part_not_found-advice = Coloque una sola pieza cada vez, entera en el campo de la cámara.
condition-picture_format-advice = Ajuste la región y el formato de píxel de la receta como durante el entrenamiento, o vuelva a entrenar el modelo.
condition-scene_changed-advice = Restablezca la iluminación, el objetivo y la posición de la cámara. El panel Escena de la página Configuración muestra cuándo coinciden.
condition-edges_unaccounted-advice = Compruebe el sensor y el antirrebote del disparo. Puede que hayan pasado piezas sin inspección.
condition-trigger_fault-advice = No se puede disparar ninguna pieza. Compruebe el chip GPIO y el disparo de la receta.
condition-trial_failed-advice = Las piezas se inspeccionan como antes. Termine la prueba en la página Modelo.
condition-store_fault-advice = La inspección y las salidas continúan. Llame al ingeniero de línea.

condition-camera_absent = Cámara ausente: { $problem }
condition-camera_fault = Fallo de la cámara: { $problem }
condition-camera_settings_clipped = Ajustes de cámara adaptados: { $problem }
condition-disk_low =
    { $case ->
        [low] { $free } MiB libres; se están eliminando las imágenes OK más antiguas
       *[other] Poco espacio en disco: { $problem }
    }
condition-disk_full =
    { $case ->
        [full] El disco está lleno, { $free } MiB libres; libere espacio
        [pictures] No se pueden guardar imágenes: { $problem }
       *[other] Disco lleno: { $problem }
    }
condition-files_quarantined =
    { $case ->
        [files]
            { $count ->
                [one] { $count } archivo que la base de datos no conoce está en { $folder }; `okng doctor` lo nombra
               *[other] { $count } archivos que la base de datos no conoce están en { $folder }; `okng doctor` los nombra
            }
       *[other] Archivos desconocidos: { $problem }
    }
condition-sink_away =
    { $case ->
        [away]
            { $count ->
                [one] { $name }: no conectado, { $count } resultado espera
               *[other] { $name }: no conectado, { $count } resultados esperan
            }
        [fails]
            { $count ->
                [one] { $name }: { $problem }, { $count } resultado espera
               *[other] { $name }: { $problem }, { $count } resultados esperan
            }
       *[other] Receptores no disponibles: { $problem }
    }
condition-sink_trouble = Problema de un receptor: { $problem }
condition-results_set_aside =
    { $case ->
        [refused]
            { $count ->
                [one] { $name }: el receptor rechazó { $count } resultado, que queda apartado
               *[other] { $name }: el receptor rechazó { $count } resultados, que quedan apartados
            }
       *[other] Resultados rechazados: { $problem }
    }
condition-sync_trouble =
    { $case ->
        [not_running] `okng sync` está configurado y no se ejecuta
        [waits]
            { $count ->
                [one] { $problem }; { $count } archivo espera
               *[other] { $problem }; { $count } archivos esperan
            }
        [failed]
            { $count ->
                [one] { $count } archivo ya no se puede enviar al bucket
               *[other] { $count } archivos ya no se pueden enviar al bucket
            }
       *[other] Problema de sincronización: { $problem }
    }
condition-wire_away =
    { $case ->
        [no_plc] { $name }: no hay ningún PLC conectado
       *[other] Conexión con el PLC perturbada: { $problem }
    }
condition-model_missing = Modelo no utilizable: { $problem }
condition-recipe_missing = Receta no disponible: { $problem }
condition-engine_unfit = Modelo compilado no adecuado: { $problem }
condition-output_fault = Fallo de salida: { $problem }
condition-store_fault =
    { $case ->
        [hangs]
            { $count ->
                [one] El disco no ha terminado una escritura desde hace { $seconds } s. Las piezas se evalúan; { $count } espera a guardarse
               *[other] El disco no ha terminado una escritura desde hace { $seconds } s. Las piezas se evalúan; { $count } esperan a guardarse
            }
       *[other] Fallo del almacenamiento: { $problem }
    }
condition-data_dir_fault =
    { $case ->
        [fails] Falla el directorio de datos { $folder }: { $problem }
       *[other] Fallo del directorio de datos: { $problem }
    }
condition-trial_failed =
    { $case ->
        [not_running] La prueba no se ejecuta: { $problem }
        [part] { $model } versión { $version } a prueba no pudo evaluar la pieza { $part }: { $problem }; los veredictos de la línea no se ven afectados
       *[other] Prueba perturbada: { $problem }
    }
condition-scene_changed = Escena cambiada: { $problem }
condition-picture_format = Otro formato de imagen: { $problem }
condition-part_not_found =
    { $case ->
        [not_stored] La última imagen no se guardó: { $problem }
       *[other] Pieza no encontrada: { $problem }
    }
condition-ng_alarm =
    { $case ->
        [one] Una pieza es NG (receta { $recipe })
        [in_a_row] { $count } piezas seguidas son NG (receta { $recipe })
        [of_last] { $count } de las últimas { $parts } piezas son NG (receta { $recipe })
        [one_stop] Una pieza es NG (receta { $recipe }); no se admite ninguna pieza hasta que alguien reconozca la alarma NG
        [in_a_row_stop] { $count } piezas seguidas son NG (receta { $recipe }); no se admite ninguna pieza hasta que alguien reconozca la alarma NG
        [of_last_stop] { $count } de las últimas { $parts } piezas son NG (receta { $recipe }); no se admite ninguna pieza hasta que alguien reconozca la alarma NG
       *[other] Alarma NG: { $problem }
    }
condition-challenge_due =
    { $case ->
        [recipe_start_one_part] Prueba con piezas patrón pendiente para la receta { $recipe } (inicio de la receta): no se admite ninguna pieza hasta que su pieza patrón se evalúe correctamente
        [recipe_start_parts] Prueba con piezas patrón pendiente para la receta { $recipe } (inicio de la receta): no se admite ninguna pieza hasta que sus { $count } piezas patrón se evalúen correctamente
        [shift_start_one_part] Prueba con piezas patrón pendiente para la receta { $recipe } (inicio del turno): no se admite ninguna pieza hasta que su pieza patrón se evalúe correctamente
        [shift_start_parts] Prueba con piezas patrón pendiente para la receta { $recipe } (inicio del turno): no se admite ninguna pieza hasta que sus { $count } piezas patrón se evalúen correctamente
       *[other] Prueba con piezas patrón pendiente: { $problem }
    }
condition-notification_trouble =
    { $case ->
        [waits] Los mensajes a { $name } esperan: { $problem }
       *[other] Problema con los mensajes: { $problem }
    }
condition-trigger_fault = Fallo del disparo: { $problem }
condition-edges_unaccounted =
    { $case ->
        [edges] Desde su inicio la cámara contó { $counted } flancos en su entrada, y { $came } llegaron como piezas
       *[other] Flancos sin pieza: { $problem }
    }

## Account page

language = Idioma
log-out = Cerrar sesión
keyboard = Teclado
keyboard-shortcuts = Atajos de teclado
keyboard-words = Pulse <kbd>?</kbd> en cualquier página para ver qué teclas hacen algo en ella.
password-current = Contraseña actual
password-new = Contraseña nueva, de al menos 10 caracteres
password-change = Cambiar la contraseña
password-changed = Contraseña cambiada. Se ha cerrado la sesión en los demás navegadores.
token = Token
token-create = Crear
token-issued = Copie este token ahora. No se volverá a mostrar
token-issued-at = emitido el { $at }
token-new-example = por ejemplo plc-gateway
token-new-name = Nombre del nuevo token
token-revoke = Revocar
token-revoked = Token { $title } revocado.
tokens = Tokens de la API
tokens-docs = Documentación de la API HTTP
tokens-words = Los programas envían un token a la API HTTP como <code>Authorization: Bearer …</code>. Un token tiene los mismos permisos que usted.

access-keys = Claves de acceso
access-keys-title = Claves de acceso para la API de Lookout for Vision
access-keys-words = Los programas escritos para Amazon Lookout for Vision firman sus solicitudes con una clave de acceso de esta estación. Una clave no da acceso a estas páginas.
access-keys-none = Todavía no hay claves de acceso.
access-key-new = Nueva clave de acceso
access-key-for = Para qué es la clave
access-key-example = por ejemplo línea 3
access-key-rights = Permisos
access-key-right-read = Enumerar y describir
access-key-right-detect = Evaluar imágenes (DetectAnomalies)
access-key-right-host = Iniciar y detener modelos
access-key-right-manage = Crear, entrenar, exportar y eliminar
access-key-all-rights = Todos los permisos
access-key-choose-right = Elija al menos un permiso.
access-key-only-project = Solo para un proyecto (opcional)
access-key-all-projects = todos los proyectos
access-key-one-project = solo el proyecto { $project }
access-key-last-used = último uso { $at }
access-key-never-used = nunca usada
access-key-create = Crear clave de acceso
access-key-issued = Copie el secreto de { $title } ahora. No se volverá a mostrar
access-key-id = ID de clave de acceso
access-key-secret = Clave de acceso secreta
access-key-code = Código Python para boto3
access-key-code-words = Solo <code>endpoint_url</code> difiere del código escrito para AWS. Sirve cualquier región. Instale <code>boto3==1.40.60</code> y <code>botocore==1.40.60</code>: las versiones posteriores ya no tienen este cliente.
access-key-certificate = Si el certificado de la estación es autofirmado, añada <code>verify="station.pem"</code> con una copia de él.
access-key-copied = Lo he copiado
access-key-revoke = Revocar { $title }
access-key-revoked = Clave de acceso { $title } revocada. A partir de ahora se rechazan los programas que la usan.

## Settings page

settings-changed-back = Se restableció la dirección
settings-changed-back-words = { $reason }. Las páginas están en la dirección anterior.
settings-unwritable = El archivo de ajustes no se puede cambiar desde aquí
settings-unwritable-words = <code>{ $file }</code>: { $reason }. Puede comprobar los ajustes aquí y copiar el texto en el archivo.
settings-file = Estos ajustes están en <code>{ $file }</code>, junto con otros que se cambian allí.
settings-last-change = Último cambio aquí el { $at } por { $author }.
settings-error = El archivo de ajustes tiene un error
settings-error-words = La estación funciona con los ajustes de su último inicio. Corrija el archivo y vuelva a cargar esta página.

settings-camera = Cámara
settings-camera-kind = Tipo de cámara
settings-camera-kind-pylon = Cámara Basler (USB3 o GigE)
settings-camera-kind-emulator = Emulador de cámara de pylon
settings-camera-kind-folder = Carpeta de imágenes o archivo de vídeo
settings-camera-kind-other = { $type } (del archivo de ajustes)
settings-camera-emulate = Emulador de cámara
settings-camera-serial = Número de serie
settings-camera-serial-any = cualquiera
settings-camera-serial-hint = Como está impreso en la cámara. Déjelo vacío para usar la única cámara conectada.
settings-camera-serial-fixed = El número de serie está fijado.
settings-camera-folder = Carpeta de imágenes
settings-camera-folder-none = imagen de prueba de pylon
settings-camera-folder-hint = Una carpeta de la estación. El emulador reproduce sus imágenes en el orden de sus nombres.
settings-camera-path = Carpeta de imágenes o archivo de vídeo
settings-camera-path-hint = Una ruta en la estación.
settings-camera-rate = Frecuencia de imagen
settings-camera-rate-hint = En Hz, para la imagen en directo. Déjelo vacío para usar la del vídeo, o 10 Hz para imágenes.
settings-cameras = Cámaras conectadas
settings-cameras-search = Buscar de nuevo
settings-cameras-searching = Buscando cámaras…
settings-cameras-none = No se encontró ninguna cámara. Compruebe su cable y su alimentación.
settings-cameras-found = { $connection }, número de serie { $serial }
settings-cameras-found-named = { $connection }, número de serie { $serial }, { $name }
settings-cameras-chosen = elegida
settings-cameras-use = Usar { $model } { $serial }
settings-fixed = Fijado por la variable de entorno <code>{ $variable }</code>, así que no se puede cambiar aquí.

settings-broker = Bróker MQTT
settings-broker-publish = Publicar los resultados en un bróker MQTT
settings-broker-kind = Tipo de receptor
settings-broker-host = Nombre de host o dirección IP
settings-broker-port = Puerto
settings-broker-port-hint = Normalmente 1883, con TLS 8883.
settings-broker-no-login = sin inicio de sesión
settings-broker-no-password = ninguna
settings-broker-password-hint = La contraseña guardada se conserva si no introduce otra. Nunca se muestra.
settings-broker-prefix = Comienzo de cada topic
settings-broker-prefix-hint = Los resultados van a esto, el nombre de la estación y «result», como okng/station-1/result.
settings-broker-prefix-pattern = Use letras, cifras, _ y -, con / entre niveles.
settings-broker-tls = TLS
settings-broker-encrypt = Cifrar la conexión (TLS)
settings-broker-authority = Autoridad de certificación
settings-broker-authority-system = las de confianza del sistema
settings-broker-authority-hint = Un archivo PEM en la estación, si el certificado del bróker está firmado por una autoridad propia.
settings-broker-certificate = Certificado de la estación
settings-broker-key = Clave privada de la estación
settings-broker-no-file = ninguno
settings-broker-files = Archivos PEM en la estación, para brókeres que piden un certificado.
settings-broker-test = Probar la conexión
settings-broker-testing = Conectando…
settings-broker-answers = El bróker responde y acepta el inicio de sesión ({ $protocol }).
settings-broker-others =
    { $count ->
        [one] Hay un receptor de resultados más en el archivo de ajustes.
       *[other] Hay { $count } receptores de resultados más en el archivo de ajustes.
    }

settings-network = Estación y red
settings-station = Nombre de la estación
settings-station-hint = Parte de cada resultado y de los topics MQTT. Los programas que los escuchan deben adaptarse a un cambio.
settings-web-host = Accesible en
settings-web-port = Puerto de las páginas
settings-web-everywhere = Todas las redes de la estación ({ $address })
settings-web-here = Solo esta estación ({ $address })
settings-web-locked-out = Desde este navegador ya no se podrá acceder a las páginas: se ejecuta en otra máquina.
settings-web-no-tls = Sin un certificado TLS, las contraseñas cruzan la red sin cifrar. Indique uno en el archivo de ajustes: <code>tls_certificate</code> y <code>tls_key</code> de <code>[web]</code>.

settings-nothing-changed = Todavía no se ha cambiado nada, así que no hay nada que guardar.
settings-check = Comprobar
settings-save = Guardar…
settings-preview-words = Verá qué se reinicia antes de guardar nada.
settings-refused = No guardado. Vea los campos marcados.
settings-saved-notice = Ajustes guardados.
settings-saved = Ajustes guardados
settings-device-restarts = La inspección se reinicia con los nuevos ajustes.
settings-device-silent = El proceso del dispositivo no respondió. Usará los nuevos ajustes a partir de su próximo inicio.
settings-pages-restart = Las páginas se reinician, lo que tarda unos segundos. Después están en <link>{ $address }</link>, y este navegador va allí por sí solo en medio minuto. Con otro nombre de host u otra dirección IP tiene que volver a iniciar sesión.

settings-dialog = Guardar los ajustes
settings-dialog-copy = Ajustes para copiar
settings-dialog-save = ¿Guardar estos ajustes?
settings-setting = Ajuste
settings-now = Ahora
settings-after = Después
settings-replaced = sustituido
settings-restarts = Qué se reinicia
settings-restarts-device = <b>La inspección.</b> Se detiene unos diez segundos y las piezas que pasan mientras tanto no se inspeccionan. Después continúa con la misma receta y el mismo modo.
settings-restarts-inspecting = La estación está inspeccionando ahora.
settings-restarts-web = <b>Las páginas.</b> No están disponibles durante unos segundos, en ningún navegador.
settings-restarts-web-only = <b>Las páginas.</b> No están disponibles durante unos segundos, en ningún navegador. La inspección continúa.
settings-restarts-nothing = Nada.
settings-copy-words = Ponga este texto en <code>{ $file }</code>, conserve las contraseñas que tiene el archivo donde dice *** y reinicie okng.
settings-copy = Archivo de ajustes
settings-old-file = El archivo actual se conserva como <code>{ $file }.old</code>. Su nombre queda registrado.
settings-saving = Guardando…
settings-save-and-restart = Guardar y reiniciar
settings-full-label = { $section }: { $label }
settings-quoted = «{ $label }»
settings-stored = guardado
settings-not-set = no definido
settings-yes = sí
settings-no = no

## Cloud page

sync = Sincronización con S3
sync-not-configured = No configurada
sync-not-configured-words = Esta estación no envía nada a un bucket.
sync-not-running = Detenida
sync-not-running-words = El proceso de sincronización está detenido, así que no se envía nada. No se pierde nada: los archivos esperan en esta estación. Inícielo con okng sync, o en un appliance con systemctl start okng-sync.
sync-retrying = Reintentando
sync-retrying-words = Los archivos no llegan en este momento. No se pierde nada: esperan en esta estación.
sync-retrying-at = Los archivos no llegan en este momento. No se pierde nada: esperan en esta estación. El próximo intento es a las { $at }.
sync-outside-windows = Fuera de las franjas horarias
sync-outside-windows-words = Los archivos esperan hasta la próxima franja horaria de los ajustes.
sync-connected = Conectada
sync-sending = Se están enviando archivos.
sync-about-to-send = Se van a enviar archivos.
sync-all-sent = Todo se ha enviado.
sync-set-up = Las imágenes, los resultados, los conjuntos de datos y los modelos se pueden enviar a un almacenamiento compatible con S3. Añada una tabla al archivo de ajustes <code>okng.toml</code> de la estación y reinicie okng. Para AWS, omita <code>endpoint</code>.
sync-settings = Ajustes de la sincronización

sync-bucket = Bucket
sync-bucket-at = { $bucket } en { $endpoint }
sync-waiting = En espera
sync-amount =
    { $count ->
        [one] { $count } archivo, { $size }
       *[other] { $count } archivos, { $size }
    }
sync-oldest = El más antiguo
sync-oldest-age = espera desde hace { $age }
sync-rate = Velocidad
sync-rate-words = { $rate } MB/s en el último minuto
sync-arrived = Llegados
sync-amount-last =
    { $count ->
        [one] { $count } archivo, { $size }, el último { $at }
       *[other] { $count } archivos, { $size }, el último { $at }
    }
sync-not-sent = No enviados
sync-not-sent-files =
    { $count ->
        [one] no se pudo enviar { $count } archivo
       *[other] no se pudieron enviar { $count } archivos
    }

sync-files = Archivos
sync-files-uploaded = Llegados
sync-files-waiting = En espera
sync-files-failed = No enviados
sync-files-none = No hay archivos.
sync-files-newest = Los { $shown } más recientes de { $count } archivos.
sync-retry = Enviarlos todos de nuevo
sync-retried =
    { $count ->
        [one] { $count } archivo se enviará de nuevo.
       *[other] { $count } archivos se enviarán de nuevo.
    }
sync-upload-ended = { $kind }, { $size }, fin { $at }
sync-upload-since = { $kind }, { $size }, desde { $at }
sync-kind-picture = Imagen de una inspección
sync-kind-results = Resultados
sync-kind-dataset = Imagen de un conjunto de datos
sync-kind-model = Modelo
sync-age-moment = menos de un minuto
sync-age-minutes =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
sync-age-hours =
    { $count ->
        [one] { $count } hora
       *[other] { $count } horas
    }
sync-age-days =
    { $count ->
        [one] { $count } día
       *[other] { $count } días
    }

fleet = Estaciones de este bucket
fleet-stations = Estaciones
fleet-station = Estación
fleet-recipe = Receta
fleet-model = Modelo
fleet-yield = Rendimiento
fleet-conditions = Avisos
fleet-version = Versión
fleet-last-report = Último informe
fleet-state-silent = El proceso del dispositivo no responde
fleet-state-inspect = Inspecciona
fleet-state-collect = Recopila
fleet-state-live = Imagen en directo
fleet-named = { $name } versión { $version }
fleet-parts =
    { $count ->
        [one] { $count } pieza en 24 h
       *[other] { $count } piezas en 24 h
    }
fleet-no-conditions = ninguno
fleet-age = hace { $age }
fleet-out-of-date = obsoleto
fleet-none = Ninguna estación ha informado todavía.
fleet-unreadable = El informe { $key } no se puede leer: { $reason }
fleet-read-at = Leído del bucket { $at }.

cloud-aws = Conexión con AWS
cloud-aws-words = AWS se usa solo como almacenamiento. Los modelos se entrenan y las imágenes se evalúan en esta estación.
cloud-not-connected = Esta estación no está conectada a AWS.
cloud-create = Crear recursos de AWS
cloud-create-step = 1. Crear recursos de AWS
cloud-create-words = Descargue la plantilla. En la consola de AWS abra <b>CloudFormation</b>, elija <b>Create stack</b>, cargue la plantilla y dé un nombre a la estación. Crea un bucket y un certificado solo para esta estación.
cloud-connect = Conectar con AWS
cloud-connect-step = 2. Conectar con AWS
cloud-connect-words = Cuando el stack esté completo, abra sus <b>Outputs</b> y copie el valor de <code>DeviceCertUrl</code>. Es válido durante una hora. Manténgalo en secreto, como una contraseña.
cloud-connecting = Conectando…
cloud-state = Estado
cloud-connected = <b>Conectada a AWS</b> desde { $at }
cloud-station = Estación en AWS
cloud-bucket = Bucket
cloud-region = Región
cloud-check = Comprobar la conexión
cloud-checking = Consultando AWS…
cloud-checked = AWS responde. Sus credenciales son válidas hasta { $at }.
cloud-disconnect = Desconectar
cloud-disconnect-words = El certificado y la clave de la estación se eliminarán de esta estación. Lo que hay en el bucket se conserva.
cloud-disconnect-yes = Sí, desconectar
cloud-disconnected = Desconectada de AWS. Elimine el stack en CloudFormation para quitar el resto.

## Configuration page

## Training page

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

## Results page

## Line page

line-no-wire = No hay ningún PLC configurado
line-wires = Conexiones con PLC
line-no-wire-words = A través de una conexión, un PLC puede disparar piezas, leer sus resultados y cambiar la receta. Añada una tabla al archivo de ajustes <code>okng.toml</code> de la estación y reinicie okng. La documentación describe el handshake en <code>docs/plc.md</code> y los registros de Modbus TCP en <code>docs/plc-modbus.md</code>.
line-wire-settings = Ajustes de una conexión

wire-title = Conexión { $name }
wire-plc-connected = PLC conectado
wire-plc-not-connected = PLC no conectado
wire-not-ready = No preparada
wire-no-plc = Sin PLC
wire-no-plc-words = No hay ningún PLC conectado, o no responde.
wire-ready = Preparada
wire-ready-words = El PLC puede disparar la siguiente pieza.
wire-waiting = Esperando al PLC
wire-waiting-words = La estación está preparada, pero trigger_enable está a nivel bajo: el PLC no participa.
wire-busy = Ocupada
wire-trigger-high = trigger está a nivel alto; debe bajar antes de la siguiente pieza.
wire-buffers-full = Todos los búferes de resultados están llenos: el PLC debe confirmar los resultados con results_ack.
wire-inspecting = Se está inspeccionando una pieza.
wire-from-plc = Del PLC
wire-from-station = De la estación
wire-high = alto
wire-low = bajo
wire-none = Ninguno
wire-none-yet = Todavía ninguno
wire-part-id = ID de pieza
wire-newest-part = Última pieza
wire-trigger-error = Error de disparo
wire-trigger-errors =
    { $number ->
        [0] Ninguno
        [1] 1, no en línea: la estación no podía inspeccionar una pieza
        [2] 2, ocupada: la pieza anterior aún estaba en curso
        [3] 3, sin búfer: demasiados resultados esperan results_ack
        [4] 4, disparo mantenido: trigger ya estaba a nivel alto cuando se conectó el PLC
        [5] 5, rechazado: el registro de la estación dice por qué
       *[other] { $number }, desconocido
    }
wire-result = Resultado
wire-result-words =
    { $late ->
        [yes] pieza { $part }, puntuación { $score }, { $verdict }, tarde
       *[no] pieza { $part }, puntuación { $score }, { $verdict }
    }
wire-results-waiting = Resultados en espera
wire-results-buffered = { $waiting } de { $buffers }
wire-results-lost = { $waiting } de { $buffers }; { $lost } perdidos desde que subió trigger_enable
wire-recipe = Receta en curso
wire-recipe-words =
    { $number ->
        [none] sin número: { $name } versión { $version }
       *[other] { $number }: { $name } versión { $version }
    }
wire-no-recipe = Ninguna
wire-recipe-change = Cambio de receta
wire-recipe-loading = Se está cargando una receta
wire-recipe-failed = Fallido: { $reason }
wire-recipe-failed-silently = Fallido: sin motivo indicado.
wire-recipe-held = Terminado; load_recipe sigue a nivel alto
wire-recipe-unchanged = Ninguno en curso

wire-timing = Cronograma
wire-timing-of = Cronograma de { $count } señales
wire-timing-loading = Cargando…
wire-timing-span = Tiempo mostrado
wire-timing-pause = Pausar
wire-timing-continue = Continuar
wire-timing-moment = Momento mostrado
wire-timing-before-pause = { $seconds } s antes de la pausa
wire-timing-csv = Exportar CSV
wire-timing-vcd = Exportar VCD

line-receivers = Receptores de resultados
line-receiver-connected = conectado
line-receiver-not-connected = no conectado
line-receiver-waiting = En espera
line-receiver-none = Ninguno
line-receiver-backlog =
    { $count ->
        [one] { $count } resultado
       *[other] { $count } resultados
    }
line-receiver-backlog-age =
    { $count ->
        [one] { $count } resultado, el más antiguo desde hace { $age }
       *[other] { $count } resultados, el más antiguo desde hace { $age }
    }
line-receiver-rejected = Rechazados
line-receiver-rejected-count = { $count }, vea la página Resultados
line-receiver-trouble = Problema
line-receiver-note = Nota

line-challenges = Pruebas con piezas patrón
line-challenges-csv = Exportar CSV
line-challenge-due = Pendiente
line-challenge-passed = Superada
line-challenge-overridden = Omitida
line-challenge-superseded = No terminada
line-challenge-end = <result>{ $result }</result> { $at }
line-challenge-end-why = <result>{ $result }</result> { $at }, por { $author }: { $why }
line-challenge-cause =
    { $cause ->
        [recipe_start] Receta { $recipe } versión { $version }, inicio de receta { $at }
       *[shift_start] Receta { $recipe } versión { $version }, inicio de turno { $at }
    }
line-challenge-no-checks = No se comprobó ninguna pieza.
line-challenge-expected = se espera { $expected }
line-challenge-expected-rule = se espera { $expected } por { $rule }
line-challenge-right = como se esperaba
line-challenge-wrong = incorrecto
line-challenge-part = pieza { $part }, { $author }

line-triggers = Disparos recientes
line-triggers-words = Piezas de las últimas { $hours } horas. Cada disparo termina como OK, NG, ERROR o MISSED.
line-triggers-none = Todavía no hay disparos.
line-conditions = Avisos
line-part = Pieza
line-outcome = Resultado
line-triggered = Disparada
line-source = Origen
line-verdict-after = Veredicto tras
line-id-or-reason = ID de pieza o motivo
line-late = tarde
line-challenge-name = Pieza patrón: { $name }
line-source-button = botón
line-source-timer = temporizador
line-source-http = API HTTP
line-source-line = entrada de la cámara
line-source-modbus = PLC por Modbus
line-source-opcua = PLC por OPC UA
line-source-plc = PLC
line-source-mqtt = MQTT
line-source-gpio = línea GPIO

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
