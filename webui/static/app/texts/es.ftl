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
page-dataset = Conjunto de datos
page-inspection = Inspección
page-line = Línea
page-model = Modelo
page-quality = Calidad
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
less = Menos
more = Más
next = Siguiente
remove = Quitar
restore = Restaurar
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
no = no
part = Pieza { $number }
parts = Piezas
reload = Recargar
yes = sí
yield = Tasa OK

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

header-camera-absent = Cámara no conectada
header-camera-fault = Fallo de la cámara
header-camera-opening = Conectando con la cámara
header-camera-streaming = Cámara lista
header-connecting = Conectando
header-mode-collect =
    { $label ->
        [normal] Recogiendo: normal
        [anomaly] Recogiendo: anomalía
       *[other] Recogiendo
    }
header-mode-inspect = Inspeccionando
header-mode-live = Imagen en directo
header-no-connection = Sin conexión
header-pages = Páginas
header-sub-pages = Páginas de «{ $page }»
header-station = Esta estación
notices-dismiss = Cerrar
notices-page-not-loaded = No se puede cargar la página «{ $page }».
shortcuts-arrows = Elegir otra pestaña u opción
shortcuts-enter = Pulsar un botón, aceptar un número
shortcuts-escape = Cerrar un cuadro de diálogo
shortcuts-list = Mostrar esta lista
shortcuts-tab = Ir al siguiente elemento
first-steps = Primeros pasos
first-steps-close = Cerrar los primeros pasos
first-steps-continue = Continuar
first-steps-progress =
    { $minutes ->
        [one] Paso { $number } de { $steps }, aproximadamente 1 minuto.
       *[other] Paso { $number } de { $steps }, unos { $minutes } minutos.
    }
first-steps-connect = Conecte la cámara o use imágenes de archivos.
first-steps-connect-here = Conecte la cámara o añada imágenes de piezas buenas desde archivos.
first-steps-collect = Recoja imágenes de piezas buenas ({ $normal } de { $needed }).
first-steps-collect-here = Elija «Normal» y pulse «Disparar», o añada imágenes desde archivos ({ $normal } de { $needed }).
first-steps-collect-files = Añada imágenes de piezas buenas desde archivos ({ $normal } de { $needed }).
first-steps-train = Entrene un modelo.
first-steps-train-here = Ya hay suficientes imágenes: pulse «Entrenar un modelo» al final de esta página.
first-steps-training = Entrenamiento en curso.
first-steps-inspect = Inspeccione piezas.
first-steps-inspect-here = Compruebe el modelo, pulse «Iniciar» y después «Disparar» para cada pieza.
first-steps-inspect-files = La cámara no está conectada. Elija su modelo y pulse «Probar una imagen».
connection-lost = Sin conexión con la estación.
connection-no-events = No llegan actualizaciones de la estación.
connection-no-events-words = Responde, pero sus eventos no llegan.
connection-no-reason = La estación respondió con el estado { $status } sin indicar el motivo.
connection-not-responding = La estación no responde.
connection-offline = Este navegador está sin conexión.
connection-silent = La estación ha dejado de dar señales.
connection-timeout = La estación no respondió a tiempo.
connection-unreachable = No se puede acceder a la estación por la red.
connection-upload-interrupted = La carga se interrumpió. Inténtelo de nuevo.

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
condition-export_trouble-advice = La inspección continúa. La exportación se repite automáticamente. Llame al técnico de línea si persiste.
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
condition-export_trouble =
    { $case ->
        [not_running] `okng export --scheduled` está configurado y no se ejecuta
       *[other] Exportación con problemas: { $problem }
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

people = Personas
people-words = Todas las personas de esta lista pueden iniciar sesión y tienen los mismos permisos que usted: no hay roles.
people-since = desde el { $at }
people-you = Es usted. Su contraseña se cambia más arriba; nadie puede eliminarse a sí mismo.
people-add = Añadir una persona
people-name = Nombre de la persona
people-name-example = por ejemplo Bert
people-name-first = Introduzca primero un nombre.
people-issued = Copie la contraseña de { $name } ahora. No se volverá a mostrar
people-issued-words = Désela solo a esta persona. Podrá cambiarla en esta página después de iniciar sesión.
people-new-password = Contraseña nueva
people-new-password-of = Contraseña nueva para { $name }
people-new-password-words = La estación genera una contraseña nueva. La anterior deja de servir y se cierran todas las sesiones de esta persona. Sus tokens de la API siguen sirviendo.
people-remove-title = Eliminar a { $name }
people-remove-words = Se cierran de inmediato las sesiones de esta persona y sus tokens de la API dejan de servir. Las claves de acceso pertenecen a la estación y siguen sirviendo. El nombre permanece en todos los registros, como los de etiquetas, revisiones y auditorías. Una cuenta posterior con el mismo nombre solo comparte con esta el nombre, de modo que en los registros no se pueden distinguir.
people-removed = { $name } ya no puede iniciar sesión.

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

configuration-tab-camera = Cámara
configuration-tab-region = Región
configuration-tab-trigger = Disparo
configuration-tab-outputs = Salidas
configuration-tab-detection = Detección
configuration-tab-recipe = Receta
configuration-live-view = Imagen en directo
configuration-settings = Ajustes
configuration-choose-camera = Elegir cámara, bróker y dirección
configuration-needs-camera = Disponible cuando la cámara esté conectada.
configuration-inspecting = La inspección está en marcha.
configuration-collecting = Se están recopilando imágenes.
configuration-draft =
    { $state ->
        [clean] Receta <b>{ $name }</b> versión { $version }. No hay cambios que aplicar.
        [overtaken] Receta <b>{ $name }</b> versión { $version }, aún sin aplicar. Otra persona ha cambiado esta receta: «Aplicar» reemplazará sus cambios.
       *[changed] Receta <b>{ $name }</b> versión { $version }, aún sin aplicar
    }
configuration-draft-new =
    { $state ->
        [clean] Receta <b>{ $name }</b>. No hay cambios que aplicar.
        [overtaken] Receta <b>{ $name }</b>, aún sin aplicar. Otra persona ha cambiado esta receta: «Aplicar» reemplazará sus cambios.
       *[changed] Receta <b>{ $name }</b>, aún sin aplicar
    }
configuration-applying = Aplicando…
configuration-applied = Aplicado.
configuration-adjusted = Aplicado. La cámara ha adaptado algunos ajustes.
configuration-saved = Guardado. Los ajustes se aplicarán cuando la cámara esté conectada.
configuration-refused = No aplicado. Vea los campos marcados en «{ $tab }».

camera-settings-exposure_us = Exposición
camera-settings-gain_db = Ganancia
camera-settings-frame_rate_hz = Frecuencia de imagen
camera-settings-pixel_format = Formato de píxel
camera-settings-strobe-line = Salida de flash
camera-settings-no-strobe = Ninguna
camera-settings-offset_x = Región, izquierda
camera-settings-offset_y = Región, arriba
camera-settings-width = Región, anchura
camera-settings-height = Región, altura
camera-settings-debouncer_us = Antirrebote
camera-settings-delay_us = Retardo del disparo
camera-settings-corrections = La cámara ha adaptado sus ajustes
camera-settings-not-set = <b>{ $setting }</b>: ha pedido { $asked }, pero esta cámara no tiene este ajuste.
camera-settings-adjusted = <b>{ $setting }</b>: ha pedido { $asked }, la cámara usa { $applied }.
camera-settings-meters = Medidores
camera-settings-no-meters = El enfoque y el brillo aparecen con la imagen en directo.
camera-settings-focus = Enfoque
camera-settings-reset-peak = Restablecer el pico
camera-settings-reset-peak-words = Empezar de nuevo desde la nitidez actual
camera-settings-sharpness-peak = Nitidez { $value }, pico { $peak }
camera-settings-sharpness = <b>{ $value }</b> nitidez
camera-settings-of-peak = { $share } del pico { $peak }
camera-settings-brightness = Brillo
camera-settings-brightness-fine = Brillo OK
camera-settings-overexposed = Sobreexpuesta: reducir la exposición
camera-settings-too-dark = Demasiado oscura: aumentar la exposición o la luz
camera-settings-too-bright = Demasiado clara: reducir la exposición
camera-settings-histogram = Histograma de niveles de gris
camera-settings-mean = <b>{ $share }</b> media
camera-settings-saturated = <b>{ $share }</b> saturado
camera-settings-scene = Escena comparada con las imágenes de entrenamiento

region-words = Dibuje la región sobre la imagen en directo con el ratón o el dedo. Arrastre el marco para moverlo, o sus esquinas y lados para cambiar su tamaño.
region-offset_x = Izquierda
region-offset_y = Arriba
region-width = Anchura
region-height = Altura
region-reset = Volver al sensor completo
region-is-whole = La región es el sensor completo.
region-on-sensor = Región de { $width } por { $height } en { $left }, { $top } del sensor
region-sensor = Sensor { $sensor } px. Actual: { $width } × { $height } en ({ $left }, { $top })

trigger-kind = Fuente del disparo
trigger-kind-software = Botón o API HTTP
trigger-kind-timer = Temporizador
trigger-kind-line = Entrada de la cámara
trigger-kind-gpio = Línea GPIO
trigger-words = El botón de la página Inspección y la API HTTP también funcionan con el temporizador y GPIO, pero no con la entrada de la cámara.
trigger-period = Periodo
trigger-period-hint = De 5 ms a 1 hora.
trigger-line = Línea
trigger-chip = Chip
trigger-edge = Flanco
trigger-edge-rising = Flanco de subida
trigger-edge-falling = Flanco de bajada
trigger-bias = Polarización
trigger-bias-as_is = Sin cambios
trigger-bias-disabled = Desactivada
trigger-bias-pull_up = Pull-up
trigger-bias-pull_down = Pull-down
trigger-debouncer = Antirrebote
trigger-debouncer-hint = Se ignoran los niveles más cortos.
trigger-debouncer-camera-hint = Se ignoran los pulsos más cortos. También retrasa cada flanco.
trigger-delay = Retardo
trigger-delay-hint = Desde el flanco hasta el inicio de la exposición.
trigger-every = Flancos por pieza
trigger-every-hint = Más de 1 con un encóder.
trigger-every-camera-hint = Más de 1 con un encóder; la cámara necesita un divisor de disparo.
trigger-interval = Intervalo mínimo
trigger-interval-hint = Un flanco que llega antes tras otro es un rebote, no una pieza.
trigger-simulate-edge = Simular un flanco

output-settings-gpio = Salida GPIO
output-settings-camera_output = Salida de la cámara
output-settings-chip = Chip
output-settings-line = Línea
output-settings-active-on = Activa con
output-settings-on-ng = Piezas NG
output-settings-on-ok = Piezas OK
output-settings-ready = Estación lista
output-settings-heartbeat = Señal de vida
output-settings-active-low = Activa a nivel bajo
output-settings-pulse = Pulso
output-settings-pulse-hint = 0 mantiene el nivel hasta el próximo veredicto.
output-settings-delay = Retardo
output-settings-from = El retardo cuenta desde
output-settings-from-verdict = El veredicto
output-settings-from-trigger = El disparo
output-settings-from-distance = El disparo, más el recorrido hasta el expulsor
output-settings-from-parts = El disparo de una pieza posterior
output-settings-distance = Distancia hasta el expulsor
output-settings-speed = Velocidad
output-settings-parts = Piezas entre cámara y expulsor
output-settings-no-verdict-yet = Una pieza que para entonces no tenga veredicto recibe la señal de las piezas sin veredicto.
output-settings-remove = Quitar esta salida
output-settings-add-camera = Añadir una salida de la cámara
output-settings-add-gpio = Añadir una salida GPIO
output-settings-none-free = Todas las salidas de la cámara están en uso.
output-settings-none = Esta cámara no tiene salidas configurables.
output-settings-safe = Señal de las piezas sin veredicto
output-settings-safe-ng = NG (rechazada)
output-settings-safe-none = Sin señal
output-settings-time-limit = Tiempo límite
output-settings-time-limit-hint = Del disparo al veredicto, al menos 10 ms. Un veredicto posterior cuenta como ERROR. 0: sin límite.

detection-detector = Detector
detection-no-detector = Ninguno
detection-import = Un detector encuentra y clasifica objetos como un arañazo, una etiqueta o un tornillo. Esta estación aún no tiene ninguno. Importe uno con <code>okng import-detector</code>.
detection-words = Las reglas bajo la imagen en directo indican cuántos objetos de cada clase tiene una pieza buena. Una pieza que incumple una regla es NG, diga lo que diga el modelo de anomalías. Las clases sin regla se muestran pero no cuentan.
detection-locate = Localizar primero la pieza
detection-locate-no = No: inspeccionar toda la imagen
detection-margin = Margen
detection-margin-hint = Se añade en cada lado, como parte del lado más largo del recuadro. Como máximo 50 %.
detection-aspect-ratio = Relación de aspecto
detection-aspect-ratio-hint = Anchura entre altura del recorte: 1 es cuadrado, 2 es el doble de ancho que de alto.
detection-part-words = Debe encontrarse exactamente una pieza; si no, el resultado es ERROR. El modelo de anomalías debe entrenarse con los mismos recortes: aplique esto primero, luego recopile imágenes con «Disparar» y después entrene.
detection-rules = Reglas
detection-class = Clase
detection-at_least = Mínimo
detection-at_most = Máximo
detection-minimum_score = Punt. mín.
detection-minimum_size_px = Tam. mín., px
detection-maximum_size_px = Tam. máx., px
detection-limit-of = { $limit }, { $name }
detection-where = Dónde
detection-zone = Zona
detection-anywhere = Cualquier lugar
detection-zone-of = Zona de { $name }
detection-zone-draw = Dibuje la zona en la que cuenta <b>{ $name }</b>. El centro del recuadro debe estar dentro.
detection-class-unknown = El detector no tiene ninguna clase { $name }.
detection-rule-words = { $name }: { $count }
detection-count-none = ninguno permitido
detection-count-any = cualquier número (solo se muestran)
detection-count-exactly = exactamente { $most }
detection-count-or-more = { $least } o más
detection-count-between = de { $least } a { $most }
detection-count-at-most = como máximo { $most }
detection-rule-add = Añadir una regla
detection-rule-remove = Quitar la regla de { $name }
detection-no-class-left = Todas las clases del detector tienen ya una regla.
detection-no-rules = Sin reglas, los objetos se muestran pero nunca hacen NG una pieza.

alarm-settings = Alarma NG
alarm-settings-words = Muchas piezas NG indican más a menudo una lente sucia o una herramienta desgastada que muchas piezas malas.
alarm-settings-consecutive = Tras piezas NG consecutivas
alarm-settings-in-a-row = Consecutivas
alarm-settings-of-last = Tras piezas NG entre las últimas
alarm-settings-limit = Piezas NG
alarm-settings-parts = Entre las últimas
alarm-settings-stop = La alarma detiene la estación
alarm-settings-stops = La estación no está lista para piezas hasta que alguien confirme la alarma.
alarm-settings-goes-on = La alarma se muestra y se envía; las piezas se inspeccionan como antes.

recipe-threshold = Umbral
recipe-threshold-hint = Las puntuaciones superiores son NG. 0: usar el umbral entrenado.
recipe-review-distance = Distancia de revisión
recipe-review-distance-hint = Las piezas cuya puntuación esté así de cerca del umbral se marcan para revisión. 0: ninguna. Para restaurar el ancho entrenado, use la página Modelo.
recipe-number = Número para el PLC
recipe-number-hint = Un PLC selecciona la receta con este número, de 1 a 65535. 0: ninguno.
recipe-latest = última: versión { $version }, { $at }, { $author }
recipe-active-version = versión { $version } activa
recipe-activate = Activar
recipe-activate-it = ¿Activar { $name } versión { $version }?
recipe-activated = { $name } versión { $version } está ahora activa.
recipe-new = Nueva receta con estos ajustes
recipe-new-example = por ejemplo tapa izquierda
recipe-new-no-name = Escriba un nombre para copiar estos ajustes.
recipe-new-bad-name = Cambie primero el nombre.
recipe-export = Exportar TOML
recipe-import = Importar TOML
recipe-import-it = ¿Importar { $file }?
recipe-import-column = En el archivo
recipe-imported = { $name } importada como versión { $version }, ahora activa.
recipe-change-other = A partir de la próxima pieza se usa la receta <b>{ $name }</b> en lugar de <b>{ $running }</b>. Nada cambia hasta que pulse «{ $action }».
recipe-change-same = A partir de la próxima pieza se usa la receta <b>{ $name }</b> con estos ajustes. Nada cambia hasta que pulse «{ $action }».
recipe-change-none = Sus ajustes son los de la receta activa.
recipe-one-moment = Un momento…
recipe-not-known-yet = La estación aún no ha indicado qué receta está en uso. Vuelva a intentarlo en un momento.
recipe-left = Cambios sin guardar ({ $at })
recipe-left-words = Se hicieron en este navegador y no se aplicaron. La estación inspecciona sin ellos.
recipe-left-overtaken =
    La receta de la estación ha cambiado desde entonces: los cambios partieron de { $from ->
        [none] ninguna receta
       *[other] { $from }
    }, y ahora { $running ->
        [none] no hay ninguna receta activa
       *[other] está activa { $running }
    }. Compruébelos antes de aplicarlos.
recipe-left-column = Con los cambios
recipe-left-continue = Continuar
recipe-active-now = Activa ahora
recipe-setting = Ajuste
recipe-same = Los ajustes son iguales.
recipe-versions = Versiones de { $name }
recipe-versions-same = Estas versiones tienen los mismos ajustes.
recipe-version = Versión { $version }
recipe-version-of = { $name } versión { $version }
recipe-version-missing = { $name } versión { $version } (falta)
recipe-version-active = { $version } (activa)
recipe-made = { $at }, { $author }
recipe-active = activa
recipe-compare = Comparar
recipe-compare-it = Comparar la versión { $version }
recipe-compare-version = Comparar la versión
recipe-with-version = con la versión
recipe-restore = Restaurar la versión { $version }
recipe-restore-of = Restaurar la versión { $version } de { $name }
recipe-restore-active = Esta versión está activa. Elija otra para restaurarla.
recipe-restore-words = Sus ajustes pasan a ser una nueva versión de la receta, que se usa desde ahora. Se registran su nombre y el motivo.
recipe-restore-rejected = Se rechazaron piezas buenas
recipe-restore-accepted = Se aceptaron piezas malas
recipe-restore-mistake = Cambio por error
recipe-restored = { $name } versión { $version } se ha restaurado como versión { $as }, ahora activa.

recipe-not-set = sin definir
recipe-yes = sí
recipe-no = no
recipe-field-inside = { $outer }, { $inner }
recipe-item-outputs = salida { $number }
recipe-item-rules = regla { $number }
recipe-item-parts = pieza { $number }
recipe-item-at = ocasión { $number }
recipe-field-name = nombre
recipe-field-number = número para el PLC
recipe-field-acquisition = cámara
recipe-field-exposure_us = exposición
recipe-field-gain_db = ganancia
recipe-field-frame_rate_hz = frecuencia de imagen
recipe-field-pixel_format = formato de píxel
recipe-field-strobe_line = salida de flash
recipe-field-roi = región
recipe-field-offset_x = desplazamiento x
recipe-field-offset_y = desplazamiento y
recipe-field-width = anchura
recipe-field-height = altura
recipe-field-trigger = disparo
recipe-field-type = tipo
recipe-field-period_ms = periodo
recipe-field-min_interval_ms = intervalo mínimo
recipe-field-chip = chip
recipe-field-line = línea
recipe-field-activation = flanco
recipe-field-bias = polarización
recipe-field-debouncer_us = antirrebote
recipe-field-delay_us = retardo
recipe-field-every = flancos por pieza
recipe-field-model = modelo
recipe-field-threshold = umbral
recipe-field-review_distance = distancia de revisión
recipe-field-detection = detección
recipe-field-at_least = mínimo
recipe-field-at_most = máximo
recipe-field-minimum_score = puntuación mínima
recipe-field-minimum_size_px = tamaño mínimo
recipe-field-maximum_size_px = tamaño máximo
recipe-field-zone = zona
recipe-field-left = izquierda
recipe-field-top = arriba
recipe-field-right = derecha
recipe-field-bottom = abajo
recipe-field-part = pieza
recipe-field-margin = margen
recipe-field-aspect_ratio = relación de aspecto
recipe-field-role = función
recipe-field-active_on = activa con
recipe-field-active_low = activa a nivel bajo
recipe-field-pulse_ms = pulso
recipe-field-delay_ms = retardo
recipe-field-delay_from = retardo desde
recipe-field-distance_mm = distancia
recipe-field-speed_mm_s = velocidad
recipe-field-parts = piezas
recipe-field-user_output = salida de usuario
recipe-field-safe_output = señal sin veredicto
recipe-field-time_limit_ms = tiempo límite
recipe-field-alarms = alarmas
recipe-field-ng_of_last = NG entre las últimas piezas
recipe-field-limit = límite
recipe-field-consecutive_ng = piezas NG consecutivas
recipe-field-stop = parada
recipe-field-challenge = prueba con piezas patrón
recipe-field-expected = esperado
recipe-field-failed_rule = regla incumplida

challenge-wanted = Prueba con piezas patrón
challenge-wanted-words = La estación no acepta ninguna pieza hasta que cada pieza patrón se haya evaluado como se espera.
challenge-at-recipe_start = Cada vez que se inicia la receta
challenge-at-shift_start = Una vez por turno
challenge-known-part = Pieza patrón
challenge-good-part = pieza buena
challenge-bad-part = pieza mala
challenge-part-name = Nombre
challenge-part-expected = Esperado
challenge-part-rule = Debe ser NG por
challenge-any-reason = Cualquier motivo
challenge-part-add = Añadir una pieza patrón
challenge-part-remove = Quitar esta pieza

## Training page

training-start = Entrenar un modelo
training-words =
    { $anomaly ->
        [0] Entrena con { $normal } imágenes normales.
        [one] Entrena con { $normal } imágenes normales y mide con { $anomaly } anómala.
       *[other] Entrena con { $normal } imágenes normales y mide con { $anomaly } anómalas.
    }
training-no-dataset = Todavía no hay ningún conjunto de datos. Tome imágenes en la página Entrenamiento.
training-job-runs = { $job } en curso.
training-normal-missing =
    { $missing ->
        [one] Falta { $missing } imagen normal ({ $normal } de { $needed }).
       *[other] Faltan { $missing } imágenes normales ({ $normal } de { $needed }).
    }
training-normal-collected = Imágenes normales tomadas
training-more-needed =
    { $missing ->
        [one] Falta { $missing } imagen normal para el entrenamiento ({ $needed } en total)
       *[other] Faltan { $missing } imágenes normales para el entrenamiento ({ $needed } en total)
    }
training-enough = Suficientes para entrenar. Las imágenes anómalas son opcionales, pero hacen falta para medir la detección.
training-open-model = Abrir { $model } versión { $version }
training-next-label = Qué muestran las próximas imágenes
training-label-normal = piezas buenas
training-label-anomaly = con un defecto
training-trigger-effect = Disparar: añadir una imagen al conjunto de datos
training-each-trigger =
    { $split ->
        [train] Cada disparo (o la barra espaciadora) añade una imagen de clase <b>{ $label }</b> para entrenamiento.
        [test] Cada disparo (o la barra espaciadora) añade una imagen de clase <b>{ $label }</b> para prueba.
       *[none] Cada disparo (o la barra espaciadora) añade una imagen de clase <b>{ $label }</b>.
    }
training-line-triggers = La entrada de la cámara es el disparo: cada pieza añade una imagen.
training-inspection-runs = La inspección está en marcha. Deténgala para tomar imágenes.
training-inspection-first = Detenga la inspección para tomar imágenes.
training-camera-awaited = Esperando a la cámara.
training-label-first = Elija primero Normal o Anomalía.
training-cropped = Las imágenes de la cámara se recortan a la pieza (<b>{ $part }</b>). Los archivos subidos no, así que suba imágenes recortadas.
training-stop-collecting = Dejar de tomar imágenes

split-next = Usar las próximas imágenes para
split-train = para entrenamiento
split-test = para prueba
split-choice-train = Para entrenamiento
split-choice-test = Para prueba
split-choice-later = Repartir más tarde
split-filter = Reparto
split-aside = Reservar imágenes para prueba
split-aside-words = Ningún modelo se entrena con ellas. Las imágenes de un lote y las casi duplicadas quedan juntas, así que compruebe antes el conjunto de datos.
split-done = Las imágenes se han repartido entre entrenamiento y prueba.

pictures-title = Imágenes del conjunto de datos
pictures-show-all = Todas { $count }
pictures-show-normal = Normal { $count }
pictures-show-anomaly = Anomalía { $count }
pictures-show-removed = Quitadas { $count }
pictures-show-older = Mostrar imágenes anteriores
pictures-none = Aquí no hay imágenes.
pictures-awaited = Un momento…
pictures-picture = Imagen { $id }
pictures-picture-label = Imagen { $id }, { $label }
pictures-last = Última imagen
pictures-last-words =
    { $split ->
        [train] Última imagen: { $id }, <b>{ $label }</b>, para entrenamiento
        [test] Última imagen: { $id }, <b>{ $label }</b>, para prueba
       *[none] Última imagen: { $id }, <b>{ $label }</b>
    }
pictures-make = Marcar la imagen { $id } como { $label }
pictures-make-it = Marcar como { $label }
pictures-made = La imagen { $id } es ahora { $label }.
pictures-remove = Quitar la imagen { $id }
pictures-removed = Imagen { $id } quitada.
pictures-restored = Imagen { $id } restaurada.
pictures-batch = Lote
pictures-batch-label = Lote, partida o turno
pictures-batch-example = por ejemplo lote 7
pictures-defect-type = Tipo de defecto
pictures-defect-type-example = por ejemplo grieta
pictures-filter-any = Todos
pictures-arrival-uploaded = Ha llegado al bucket
pictures-arrival-waiting = Pendiente de enviar al bucket
pictures-arrival-failed = No se pudo enviar al bucket
pictures-arrival-reason = { $arrival }: { $reason }
pictures-not-sent = no enviada
pictures-near-copy = casi duplicada
pictures-near-copy-of = Casi duplicada de la imagen { $id }
pictures-near-copy-title = El conjunto de datos ya tiene casi la misma imagen
pictures-near-copy-words = Las imágenes casi duplicadas no enseñan nada nuevo al modelo y hacen que sus métricas parezcan mejores de lo que son.
pictures-near-copy-old = Imagen { $id }, ya en el conjunto de datos
pictures-near-copy-new = Imagen { $id }, nueva
pictures-near-copy-remove = Quitar la nueva
pictures-near-copy-keep = Conservar ambas
pictures-select = Seleccionar
pictures-select-one = Seleccionar la imagen { $id }
pictures-select-all = Seleccionar todas
pictures-selected = Imágenes seleccionadas
pictures-selected-count =
    { $count ->
        [0] Toque imágenes para seleccionarlas
        [one] { $count } imagen seleccionada
       *[other] { $count } imágenes seleccionadas
    }
pictures-selected-batch = Lote de las imágenes seleccionadas
pictures-selected-defect-type = Tipo de defecto de las imágenes seleccionadas
pictures-set-batch = Lote…
pictures-set-defect-type = Tipo de defecto…
pictures-set-empty = Déjelo vacío para quitarlo.
pictures-now-normal =
    { $count ->
        [one] { $count } imagen es ahora normal.
       *[other] { $count } imágenes son ahora normales.
    }
pictures-now-anomaly =
    { $count ->
        [one] { $count } imagen es ahora anómala.
       *[other] { $count } imágenes son ahora anómalas.
    }
pictures-now-train =
    { $count ->
        [one] { $count } imagen es ahora para entrenamiento.
       *[other] { $count } imágenes son ahora para entrenamiento.
    }
pictures-now-test =
    { $count ->
        [one] { $count } imagen es ahora para prueba.
       *[other] { $count } imágenes son ahora para prueba.
    }
pictures-now-removed =
    { $count ->
        [one] Se ha quitado { $count } imagen.
       *[other] Se han quitado { $count } imágenes.
    }
pictures-now-restored =
    { $count ->
        [one] Se ha restaurado { $count } imagen.
       *[other] Se han restaurado { $count } imágenes.
    }
pictures-now-batch =
    { $count ->
        [one] { $count } imagen: lote { $value }.
       *[other] { $count } imágenes: lote { $value }.
    }
pictures-now-no-batch =
    { $count ->
        [one] { $count } imagen: lote quitado.
       *[other] { $count } imágenes: lote quitado.
    }
pictures-now-defect-type =
    { $count ->
        [one] { $count } imagen: tipo de defecto { $value }.
       *[other] { $count } imágenes: tipo de defecto { $value }.
    }
pictures-now-no-defect-type =
    { $count ->
        [one] { $count } imagen: tipo de defecto quitado.
       *[other] { $count } imágenes: tipo de defecto quitado.
    }
pictures-class-new = Clase nueva
pictures-class-name-first = Escriba el nombre de una clase nueva para añadirla.
pictures-class-effect = Elegir la clase
pictures-save-and-next = Guardar y siguiente
pictures-save-and-close = Guardar y cerrar
pictures-unsaved = Sus cambios no se han guardado.
pictures-continue = Seguir editando
pictures-leave = Salir sin guardar

dataset-job-runs = Hay una tarea en curso.
dataset-nothing-changed = No ha cambiado nada.
dataset-check = Comprobar
dataset-shortcut-side = Imagen { $id }: { $side }
dataset-check-title = Comprobación del conjunto de datos
dataset-checked =
    { $count ->
        [one] { $count } imagen comprobada el { $at } por { $author }.
       *[other] { $count } imágenes comprobadas el { $at } por { $author }.
    }
dataset-checked-and =
    { $count ->
        [one] { $count } imagen comprobada el { $at } por { $author }; { $more }.
       *[other] { $count } imágenes comprobadas el { $at } por { $author }; { $more }.
    }
dataset-check-settled =
    { $count ->
        [one] { $count } resuelto
       *[other] { $count } resueltos
    }
dataset-check-kept =
    { $count ->
        [one] { $count } dejado como está
       *[other] { $count } dejados como están
    }
dataset-check-unseen =
    { $count ->
        [one] { $count } añadida o modificada desde entonces. Vuelva a comprobar.
       *[other] { $count } añadidas o modificadas desde entonces. Vuelva a comprobar.
    }
dataset-findings =
    { $count ->
        [0] No se han encontrado problemas
        [one] { $count } posible problema
       *[other] { $count } posibles problemas
    }
dataset-findings-all = Mostrar los { $count }
dataset-finding-more = y { $count } más
dataset-finding-keep = Dejar como está
dataset-finding-kept = Se deja como está. No se volverá a mostrar.
dataset-finding-how = Cómo se ha encontrado
dataset-remedied = Hecho: { $words }.
dataset-changes = Historial de cambios
dataset-changes-none = Todavía no hay cambios.
dataset-change-of-picture = Imagen { $id }: { $change }
dataset-change-of-pictures = { $count } imágenes: { $change }
dataset-change-label = ahora { $label }
dataset-change-batch = lote { $value }
dataset-change-no-batch = sin lote
dataset-change-defect-type = tipo de defecto { $value }
dataset-change-no-defect-type = sin tipo de defecto
dataset-change-no-split = sin repartir
dataset-change-boxes =
    { $count ->
        [one] { $count } recuadro dibujado
       *[other] { $count } recuadros dibujados
    }
dataset-change-no-boxes = recuadros quitados
dataset-change-mask = máscara dibujada
dataset-change-no-mask = máscara quitada
dataset-change-removed = quitada
dataset-change-restored = restaurada
dataset-change-several = modificadas
dataset-change-undone = deshecho
dataset-change-undoing = { $change } (deshecho)
dataset-change-undo = Deshacer el cambio { $id }

boxes-filter = Recuadros
boxes-filter-true = anotadas
boxes-filter-false = sin anotar todavía
boxes-draw = Dibujar recuadros
boxes-draw-in = Dibujar recuadros en la imagen { $id }
boxes-drawn = Imagen { $id }: { $boxes }.
boxes-of-picture = Recuadros de la imagen { $id }
boxes-of-class = { $count } { $class }
boxes-no-objects = ningún objeto
boxes-without-class = sin clase
boxes-canvas = La imagen: arrastre sobre ella para dibujar un recuadro
boxes-box = Recuadro { $number } de { $count }, { $class }
boxes-choose-class = elija una clase
boxes-changed = Último cambio el { $at } por { $author }
boxes-not-annotated = Sin anotar todavía.
boxes-class = Clase de este recuadro
boxes-class-next = Clase del próximo recuadro
boxes-class-missing = Elija una clase para cada recuadro.
boxes-summary =
    <b>{ $count ->
        [one] { $count } recuadro
       *[other] { $count } recuadros
    }</b><quiet>: { $boxes }</quiet>
boxes-summary-none = <b>Ningún recuadro</b><quiet>: arrastre sobre la imagen para dibujar uno.</quiet>
boxes-delete = Eliminar recuadro
boxes-delete-which = Seleccione un recuadro en la imagen para eliminarlo.
boxes-undo-nothing = Todavía no hay nada que deshacer.
boxes-add-middle = Añadir un recuadro en el centro
boxes-keyboard = Pulse <kbd>?</kbd> para ver qué puede hacer aquí el teclado.
boxes-effect-next = Seleccionar el siguiente recuadro
boxes-effect-move = Mover el recuadro; con Shift: cambiar su tamaño; con Ctrl: de 10 en 10 px
boxes-effect-delete = Eliminar el recuadro
boxes-saved-empty = Guardada sin recuadros, la imagen cuenta como ejemplo sin objetos.
boxes-save-empty = Sin objetos, siguiente
boxes-import = Importar recuadros de COCO, Darknet o Label Studio
boxes-import-empty = Las imágenes sin recuadros en el archivo no tienen objetos, aunque aquí tengan recuadros
boxes-import-exif = Imágenes con rotación EXIF
boxes-import-exif-asked = Preguntar si importa
boxes-import-exif-applied = Anotadas ya giradas
boxes-import-exif-ignored = Anotadas sin girar
boxes-import-files = Archivos de anotaciones
boxes-import-choose = Elegir archivos de anotaciones
boxes-import-runs = Importando…
boxes-import-words = Elija un archivo JSON, o archivos de texto con su archivo de clases. Deben usar los nombres de imagen de la estación. Para otros nombres, use <code>okng dataset import-boxes</code>.
boxes-import-done = Recuadros importados.
boxes-imported =
    { $boxes ->
        [one] { $boxes } recuadro
       *[other] { $boxes } recuadros
    } en { $pictures ->
        [one] { $pictures } imagen
       *[other] { $pictures } imágenes
    }; { $skipped } omitidos.
boxes-import-incomplete =
    { $count ->
        [one] { $count } imagen tiene menos recuadros que el archivo. Dibuje los que faltan.
       *[other] { $count } imágenes tienen menos recuadros que el archivo. Dibuje los que faltan.
    }
boxes-import-more = Y { $count } más. La línea de comandos los muestra todos.

masks-filter = Máscaras
masks-filter-true = con máscara
masks-filter-false = sin máscara
masks-classes = máscara: { $classes }
masks-draw = Dibujar la máscara
masks-draw-of = Dibujar la máscara de la imagen { $id }
masks-of-picture = Máscara de la imagen { $id }
masks-saved = Máscara de la imagen { $id } guardada.
masks-deleted = Máscara de la imagen { $id } eliminada.
masks-canvas = La imagen con su máscara
masks-area = { $class } { $pixels } px
masks-class = Clase del defecto
masks-class-unknown = desconocida
masks-empty = Ningún defecto marcado.
masks-tool = Herramienta
masks-tool-brush = Pincel
masks-tool-eraser = Borrador
masks-tool-fill = Rellenar
masks-tool-move = Mover
masks-hint-brush = Arrastre sobre el defecto para marcarlo. Use dos dedos para ampliar.
masks-hint-eraser = Arrastre sobre lo que no forma parte del defecto.
masks-hint-fill = Dibuje un contorno cerrado con el pincel y toque dentro de él.
masks-hint-move = Arrastre para mover la imagen ampliada.
masks-outline-open = El contorno está abierto aquí. Ciérrelo con el pincel y toque dentro de él.
masks-brush-size = Tamaño del pincel
masks-zoom-in = Ampliar
masks-zoom-out = Reducir
masks-not-enlarged = Sin ampliar.
masks-show = Con máscara
masks-hide = Sin máscara
masks-clear = Borrar
masks-clear-nothing = Nada que borrar.
masks-undo-nothing = Nada que deshacer.
masks-save-nothing = Todavía no hay nada que guardar.
masks-saved-empty = Guardada así, la imagen deja de tener máscara.
masks-not-shown = No se puede mostrar la máscara: { $reason }
masks-not-encoded = El navegador no puede codificar la máscara.
masks-no-memory = El navegador no tiene memoria para una imagen de este tamaño.

upload-title = Subida
upload-files = Imágenes que añadir
upload-choose = Suelte imágenes o carpetas en cualquier lugar de esta página, o <u>elija archivos</u>
upload-choose-labelled = Suelte imágenes o carpetas en cualquier lugar de esta página, o <u>elija archivos</u>. Se añadirán como <b>{ $label }</b>
upload-choose-folder = Elegir una carpeta
upload-zone-normal = Imágenes de piezas buenas
upload-zone-anomaly = Imágenes de piezas con un defecto
upload-zones = Se añaden a <b>{ $dataset }</b>. En una carpeta, las subcarpetas llamadas normal y anomaly deciden sobre sus propias imágenes.
upload-nothing = No hay imágenes en lo que se ha soltado.
upload-not-an-image = No es una imagen. Use PNG, JPEG, BMP o TIFF.
upload-empty-file = El archivo está vacío.
upload-running =
    { $refused ->
        [0] Añadiendo imágenes a { $dataset }: { $added } de { $total }
        [one] Añadiendo imágenes a { $dataset }: { $added } de { $total }, { $refused } rechazada
       *[other] Añadiendo imágenes a { $dataset }: { $added } de { $total }, { $refused } rechazadas
    }
upload-cancelled =
    { $refused ->
        [0] Subida a { $dataset } cancelada: { $added } de { $total }. Las imágenes ya añadidas se conservan.
        [one] Subida a { $dataset } cancelada: { $added } de { $total }, { $refused } rechazada. Las imágenes ya añadidas se conservan.
       *[other] Subida a { $dataset } cancelada: { $added } de { $total }, { $refused } rechazadas. Las imágenes ya añadidas se conservan.
    }
upload-ended =
    { $refused ->
        [0] Imágenes añadidas a { $dataset }: { $added } de { $total }
        [one] Imágenes añadidas a { $dataset }: { $added } de { $total }, { $refused } rechazada
       *[other] Imágenes añadidas a { $dataset }: { $added } de { $total }, { $refused } rechazadas
    }
upload-done = { $count } imágenes añadidas a { $dataset }.
upload-progress = Imágenes subidas
upload-refused =
    { $count ->
        [one] { $count } rechazada
       *[other] { $count } rechazadas
    }
upload-remarks =
    { $count ->
        [one] { $count } añadida con una observación
       *[other] { $count } añadidas con una observación
    }
upload-retry = Reintentar rechazadas
label-dialog-title =
    { $count ->
        [one] ¿Qué muestra esta imagen?
       *[other] ¿Qué muestran estas { $count } imágenes?
    }

import-button = Importar
import-title = Importar imágenes
import-into = Importar a { $dataset }
import-ended =
    { $state ->
        [succeeded] Importación terminada.
        [failed] La importación ha fallado.
       *[cancelled] Importación cancelada.
    }
import-place = Dónde están las imágenes
import-place-file = Subir
import-place-folder = En la estación
import-place-s3 = S3
import-folder = Carpeta, zip o manifiesto en la estación
import-folder-example = por ejemplo /media/usb/parts
import-s3 = Dirección en S3
import-needs-file = Elija primero un zip o un manifiesto.
import-needs-folder = Indique primero una carpeta, un zip o un manifiesto.
import-needs-s3 = Indique primero una dirección en S3.
import-file = Zip o manifiesto
import-file-choose = Suelte aquí un zip o un manifiesto o <u>elija un archivo</u>
import-file-other = Elegir otro archivo
import-pictures = Carpeta de la estación con las imágenes del manifiesto (opcional)
import-pictures-hint = solo si no están donde dice el manifiesto
import-unlabelled = Imágenes sin etiqueta
import-unlabelled-left-out = Dejarlas fuera
import-unlabelled-normal = Marcar como normales
import-unlabelled-anomaly = Marcar como anómalas
import-unsplit = Imágenes sin reparto
import-what = Qué se puede importar
import-what-folders = Carpetas <code>normal</code> y <code>anomaly</code>, o <code>good</code> y una carpeta por tipo de defecto
import-what-mvtec = Conjuntos de datos MVTec AD con sus máscaras
import-what-manifests = Manifiestos de Amazon Lookout for Vision con sus máscaras
import-what-exports = Exportaciones de otra estación okng, sin perder nada
import-what-zips = Cualquiera de ellos puede ser un zip. Se pueden subir hasta 256 MB. Copie los más grandes a la estación o a S3.
import-uploading = Subiendo
import-goes-on = Puede cerrar esta ventana. La importación continúa.
import-goes-on-uploaded = Puede cerrar esta ventana. La importación continúa en cuanto termine la subida.
import-added = Añadidas
import-already-there = Ya estaban
import-left-out = Dejadas fuera
import-left-out-why = Dejadas fuera, y por qué
import-masks =
    { $count ->
        [one] { $count } imagen tiene máscara.
       *[other] { $count } imágenes tienen máscara.
    }
import-completed =
    { $count ->
        [one] { $count } imagen que ya estaba tiene ahora la máscara, el reparto u otros datos que le faltaban.
       *[other] { $count } imágenes que ya estaban tienen ahora la máscara, el reparto u otros datos que les faltaban.
    }
import-added-stay = Las imágenes añadidas se quedan en el conjunto de datos.
import-save-csv = Guardar como CSV
import-save-text = Guardar como texto
import-more = Importar más

export-button = Exportar
export-title = Exportar imágenes
export-dataset = Exportar { $dataset }
export-words =
    { $count ->
        [one] { $count } imagen
       *[other] { $count } imágenes
    }, { $masked } con máscara, en un zip. Una estación okng vuelve a importar cualquiera de estas estructuras sin perder nada.
export-layout = Estructura de los archivos
export-layout-manifest = Manifiesto
export-layout-folders = Carpetas
export-layout-mvtec = MVTec AD
export-words-manifest = Manifiestos de Lookout for Vision, con imágenes y máscaras
export-words-folders = normal y anomaly, con las máscaras al lado
export-words-mvtec = train, test y ground_truth, como los lee anomalib
export-s3 = Dirección en S3 donde estarán los archivos (opcional)
export-download = Descargar el zip
export-large = Conjuntos de datos de más de 4 GB: <code>okng dataset export</code> en la estación.

## Dataset page: profile and map

dataset-none = Todavía no hay conjuntos de datos. Capture o importe imágenes en la página «Entrenamiento».
dataset-profile = Perfil
dataset-map = Mapa
dataset-quick-model = Progreso
dataset-preparation = Preparación
dataset-labelling = Etiquetado
dataset-empty = El conjunto de datos { $dataset } no tiene imágenes ahora. Capture, importe o restaure algunas en la página «Entrenamiento».
dataset-pictures =
    { $count ->
        [one] { $count } imagen: { $normal } normal, { $anomaly } anómala.
       *[other] { $count } imágenes: { $normal } normales, { $anomaly } anómalas.
    }
dataset-version = Estado { $version } del conjunto de datos
dataset-measuring = Medición de las imágenes
job-kind-dataset_profile = Medición de las imágenes
dataset-measure = Medir ahora
dataset-measure-again = Reintentar
dataset-measuring-waits = Se medirán cuando termine este trabajo: { $job }. Mientras tanto se muestra lo que se sabe.
dataset-unmeasured =
    { $count ->
        [one] { $count } imagen aún no se ha medido.
       *[other] { $count } imágenes aún no se han medido.
    }
dataset-unreadable =
    { $count ->
        [one] { $count } imagen no se puede leer.
       *[other] { $count } imágenes no se pueden leer.
    }
dataset-unreadable-one = Imagen { $id }: { $problem }
dataset-show-pictures = Mostrar imágenes
dataset-gaps = Qué falta
dataset-gaps-none = No se encontró nada que falte.
dataset-gap-few_good =
    { $count ->
        [0] Todavía no hay imágenes buenas; un entrenamiento necesita { $of }. Capture imágenes de piezas buenas.
        [one] Hay { $count } imagen buena; un entrenamiento necesita { $of }. Capture más piezas buenas.
       *[other] Hay { $count } imágenes buenas; un entrenamiento necesita { $of }. Capture más piezas buenas.
    }
dataset-gap-no_anomaly = No hay imágenes anómalas, así que no se sabe cuántos defectos encontrará un modelo. Añada imágenes de piezas defectuosas.
dataset-gap-no_test = No hay imágenes reservadas para prueba. Reparta el conjunto de datos, para medir el modelo con imágenes que nunca ha visto.
dataset-gap-test_without_good = El conjunto de prueba no tiene imágenes normales y no puede mostrar falsos rechazos. Reserve algunas para prueba.
dataset-gap-test_without_anomaly = El conjunto de prueba no tiene imágenes anómalas y no puede mostrar defectos no detectados. Reserve algunas para prueba.
dataset-gap-no_batch = Ninguna imagen tiene lote. Indique el lote, para probar el modelo con lotes que no ha visto.
dataset-gap-one_batch = Solo hay un lote: { $values }. Capture piezas de otros lotes.
dataset-gap-one_day = Todas las imágenes se añadieron el mismo día ({ $values }). Capture también otros días, porque la luz y la posición cambian.
dataset-gap-one_person = Todas las imágenes las añadió una sola persona ({ $values }). Haga que otra añada o revise algunas.
dataset-gap-single_types =
    { $count ->
        [one] Un tipo de defecto tiene una sola imagen: { $values }. Añada más, o corrija su nombre.
       *[other] { $count } tipos de defecto tienen una sola imagen cada uno, por ejemplo { $values }. Añada más, o corrija sus nombres.
    }
dataset-gap-untyped = { $count } de { $of } imágenes anómalas no tienen tipo de defecto. Indíquelo, para medir cada tipo.
dataset-gap-unmasked = { $count } de { $of } imágenes anómalas no tienen máscara. Dibuje las que faltan, para medir la localización en todas.
dataset-gap-unboxed = { $count } de { $of } imágenes no están etiquetadas con recuadros. Etiquételas antes de entrenar un detector.
dataset-gap-sizes = Las imágenes tienen { $count } tamaños distintos, por ejemplo { $values }. Revise las que no son de la cámara de la estación.
dataset-gap-not_checked = Nunca se buscaron atajos en las imágenes, como una bandeja que delata la etiqueta. Compruebe el conjunto de datos.
dataset-gap-check_outdated =
    { $count ->
        [one] { $count } imagen se añadió desde la última comprobación. Compruebe otra vez el conjunto de datos.
       *[other] { $count } imágenes se añadieron desde la última comprobación. Compruebe otra vez el conjunto de datos.
    }
dataset-gap-shortcuts =
    { $count ->
        [one] La última comprobación encontró { $count } atajo con el que un modelo podría adivinar la etiqueta. Revíselo.
       *[other] La última comprobación encontró { $count } atajos con los que un modelo podría adivinar la etiqueta. Revíselos.
    }
dataset-counts = Cómo se reparten las imágenes
dataset-counts-all = Mostrar los { $count }
dataset-count-row = { $value }: { $count }, de ellas anómalas: { $anomaly }
dataset-label = Etiqueta
dataset-by-batch = Lote
dataset-by-defect_type = Tipo de defecto
dataset-by-day = Día en que se añadió
dataset-by-person = Añadida por
dataset-by-split = Reparto
dataset-undecided = Sin asignar
dataset-without = Ninguno
dataset-histograms = Mediciones
dataset-facets = Un gráfico por
dataset-facets-none = Medición
dataset-facets-more =
    { $count ->
        [one] { $count } valor con menos imágenes no se muestra.
       *[other] { $count } valores con menos imágenes no se muestran.
    }
dataset-measure-of = Medición mostrada
dataset-measure-brightness = Brillo (% del rango)
dataset-measure-contrast = Contraste (% del rango)
dataset-measure-focus = Enfoque (dB, más es más nítido)
dataset-measure-pixels = Tamaño de la imagen (megapíxeles)
dataset-measure-bytes = Tamaño del archivo (kB)
dataset-measure-score = Puntuación de anomalía
dataset-scored-by = Puntuaciones de { $model } versión { $version }, cada una de un modelo entrenado sin la imagen.
dataset-not-scored = Aún no se ha entrenado ningún modelo con este conjunto de datos, así que no hay puntuaciones.
dataset-threshold = Umbral { $threshold }
dataset-bar = { $low } a { $high }: { $count }, de ellas anómalas: { $anomaly }
dataset-bin = { $title }: { $low } a { $high }
dataset-listed =
    { $count ->
        [one] { $count } imagen
       *[other] { $count } imágenes
    }
dataset-listed-more = Mostrar más (quedan { $count })
dataset-map-words = Las imágenes parecidas están cerca unas de otras. Los dos ejes muestran el { $share } de las diferencias ({ $first } y { $second } de la varianza); el resto no se ve aquí.
dataset-map-how = Dibuje una línea alrededor de imágenes para seleccionarlas, o toque un grupo de arriba. Toque un punto para ver su imagen.
dataset-map-none = El mapa necesita al menos dos imágenes distintas que se hayan medido.
dataset-map-label =
    { $count ->
        [one] Mapa de { $count } imagen; figura en la lista de abajo.
       *[other] Mapa de { $count } imágenes; figuran en la lista de abajo.
    }
dataset-map-axis = Componente principal { $number }
dataset-map-color = Color según
dataset-map-groups = Grupos en el mapa
dataset-map-others = Otros
dataset-map-no-score = Sin puntuación
dataset-map-score =
    { $level ->
        [1] Quinto más bajo de las puntuaciones
        [5] Quinto más alto de las puntuaciones
       *[other] Quinto n.º { $level } de las puntuaciones
    }
dataset-map-scored = Puntuación { $score }
dataset-map-selected = Selección en el mapa

## Model page: metrics, threshold and promotion

metrics-assessment = Evaluación
metrics-too-few-defects = Este modelo encuentra muy pocos defectos
metrics-check-dataset = Revisar el conjunto de datos
metrics-labels-unchecked = Nunca se ha comprobado si el conjunto de datos { $dataset } tiene etiquetas contradictorias.
metrics-labels-checked =
    { $groups ->
        [0] La última comprobación del conjunto de datos { $dataset } no encontró etiquetas contradictorias.
        [one] La última comprobación del conjunto de datos { $dataset } encontró un grupo de casi duplicados etiquetados a la vez como normales y anómalos.
       *[other] La última comprobación del conjunto de datos { $dataset } encontró { $groups } grupos de casi duplicados etiquetados a la vez como normales y anómalos.
    }

metrics-false-rejects = Rechazos previstos por cada { 1000 } piezas buenas: unos <b>{ $rejected }</b> (entre { $low } y { $high } con una confianza del 95 %).
metrics-catches =
    { $pictures ->
        [one] Así se detecta el <b>{ $recall }</b> de los defectos: { $caught } de { $pictures } imagen.
       *[other] Así se detecta el <b>{ $recall }</b> de los defectos: { $caught } de { $pictures } imágenes.
    }
metrics-catches-between =
    { $pictures ->
        [one] Así se detecta el <b>{ $recall }</b> de los defectos (entre { $low } y { $high }): { $caught } de { $pictures } imagen.
       *[other] Así se detecta el <b>{ $recall }</b> de los defectos (entre { $low } y { $high }): { $caught } de { $pictures } imágenes.
    }
metrics-measured-picture =
    { $rejected ->
        [one] Medido en { $unseen } imágenes de piezas buenas, cada una puntuada por un modelo entrenado sin ella: { $rejected } fue rechazada.
       *[other] Medido en { $unseen } imágenes de piezas buenas, cada una puntuada por un modelo entrenado sin ella: { $rejected } fueron rechazadas.
    }
metrics-measured-batch =
    { $rejected ->
        [one] Medido en { $unseen } imágenes de piezas buenas, cada una puntuada por un modelo entrenado sin su lote o día: { $rejected } fue rechazada.
       *[other] Medido en { $unseen } imágenes de piezas buenas, cada una puntuada por un modelo entrenado sin su lote o día: { $rejected } fueron rechazadas.
    }
metrics-independent = Las imágenes de un mismo lote se parecen, por lo que juntas cuentan como { $count }.
metrics-too-few-pictures = { $unseen } imágenes de piezas buenas solo pueden garantizar menos de { $share } falsos rechazos por cada { 1000 } piezas buenas. Añada imágenes de piezas buenas, hasta { $pictures }, para garantizar { $asked }.

metrics-held-out = En las imágenes de prueba
metrics-held-out-rejected = Piezas buenas rechazadas: <b>{ $rejected }</b> de { $normal } (entre { $low } y { $high } con una confianza del 95 %).
metrics-held-out-caught = Defectos detectados: <b>{ $caught }</b> de { $anomaly } (entre { $low } y { $high } con una confianza del 95 %).
metrics-held-out-words = No se usaron ni para el entrenamiento ni para el umbral, y las demás métricas las excluyen.

metrics-precision = Precisión
metrics-precision-meaning = de los veredictos NG son correctos
metrics-recall = Exhaustividad
metrics-recall-meaning = de los defectos se encuentran
metrics-f1-meaning = equilibrio de ambas
metrics-any-threshold = con cualquier umbral
metrics-average-precision = Precisión media
metrics-threshold = Umbral
metrics-threshold-meaning = por encima es NG
metrics-intervals = Debajo de cada métrica está su intervalo de confianza del 95 %. Con más imágenes se estrecha.
metrics-unknown = Se desconocen la precisión, la exhaustividad, F1 y AUROC
metrics-unknown-words = El conjunto de datos no tenía imágenes anómalas, por lo que no se sabe cuántos defectos encuentra este modelo. El umbral está fijado para que se rechace cerca del { $rate } de las piezas buenas. Para medirlo, añada imágenes de defectos en la página Entrenamiento y entrene de nuevo.
metrics-normal-scores = Puntuaciones normales
metrics-normal-scores-meaning =
    { $count ->
        [one] de { $count } imagen normal
       *[other] de { $count } imágenes normales
    }

metrics-histogram = Histograma de puntuaciones; el umbral es { $threshold }
metrics-histogram-bar =
    { $label ->
        [normal] Normal: { $count }, puntuación de { $low } a { $high }
       *[anomaly] Anomalía: { $count }, puntuación de { $low } a { $high }
    }
metrics-histogram-review = por revisar: puntuaciones de { $low } a { $high }
metrics-legend-anomaly = anomalía (rayado)
metrics-legend-review = por revisar
metrics-legend-scores = puntuación de anomalía; cada imagen fue puntuada por un modelo entrenado sin ella

metrics-defect-type = tipo de defecto
metrics-caught = detectados
metrics-confidence = con confianza del 95 %
metrics-share = { $count } de { $all }
metrics-interval = { $low } a { $high }
metrics-confusion = Matriz de confusión
metrics-predicted = predicho { $verdict }
metrics-normal-pictures = imágenes normales
metrics-anomalous-pictures = imágenes anómalas

metrics-method = Método
metrics-pictures = Imágenes
metrics-pictures-used = normales: { $normal }, anómalas: { $anomaly }
metrics-trained = Entrenado
metrics-trained-by = { $at } por { $author }
metrics-input = Entrada
metrics-input-tiles = { $size }, en { $tiles } teselas de { $tile }
metrics-augmentation = Aumento de datos
metrics-copies =
    { $copies ->
        [one] { $copies } copia aumentada de cada imagen buena, { $varied }
       *[other] { $copies } copias aumentadas de cada imagen buena, { $varied }
    }
metrics-copies-quarters = con giros de 90°
metrics-copies-tilt = con inclinación de hasta { $degrees }°
metrics-copies-mirror = reflejada
metrics-copies-light = más clara y más oscura
metrics-hash = Hash del modelo

metrics-detection =
    { $count ->
        [one] En { $count } imagen no usada para entrenar
       *[other] En { $count } imágenes no usadas para entrenar
    }
metrics-detection-half = los recuadros que cubren al menos la mitad de los anotados son correctos
metrics-detection-strict = promedio con solapamientos más estrictos, hasta { 0.95 }
metrics-detection-class = clase
metrics-detection-boxes = recuadros
metrics-detection-unknown = desconocido
metrics-detection-words =
    { $count ->
        [one] Entrenado con { $count } imagen. La época { $best } de { $epochs } fue la mejor. 1 significa que se encontró cada objeto y nada más.
       *[other] Entrenado con { $count } imágenes. La época { $best } de { $epochs } fue la mejor. 1 significa que se encontró cada objeto y nada más.
    }

threshold-value = { $threshold }: las puntuaciones superiores son NG
threshold-fewer-missed = menos defectos omitidos
threshold-fewer-rejects = menos falsos rechazos
threshold-allowed = Falsos rechazos admitidos
threshold-allowed-head = Falsos rechazos admitidos:
threshold-use = Usar este umbral
threshold-in-use = En uso
threshold-used-already = La receta ya usa este umbral.
threshold-reset = Volver al entrenado ({ $threshold })
threshold-changed =
    { $count ->
        [0] Ninguna imagen guardada cambia de veredicto
        [one] { $count } imagen guardada pasaría a { $verdict }
       *[other] { $count } imágenes guardadas pasarían a { $verdict }
    }
threshold-closest =
    { $count ->
        [one] La más cercana a este umbral:
       *[other] Las { $count } más cercanas a este umbral:
    }
threshold-changed-parts = Piezas recientes que habrían sido { $verdict }
threshold-part = Pieza { $part }

review-band-off = Ninguna pieza se marca para revisión.
review-band-distance = La receta marca para revisión las piezas a menos de <b>{ $distance }</b> del umbral.
review-band-marked = Marcadas para revisión por cada { 1000 } piezas buenas: unas <b>{ $marked }</b> (entre { $low } y { $high } con una confianza del 95 %).
review-band-words = Las piezas con puntuación en la banda azul se marcan para revisión: { $marked } de { $unseen } imágenes de piezas buenas. La banda termina en el umbral que admitiría el triple de falsos rechazos.
review-band-verdict = El veredicto no cambia. La pieza espera en la página Resultados hasta que alguien la revise.
review-band-mark = Marcar piezas para revisión
review-band-trained = Usar la anchura entrenada
review-band-none = No marcar ninguna

worst-pictures = Revise estas primero
worst-false = falso { $verdict }
worst-all-wrong = Todas mal clasificadas, primero la más alejada del umbral. Una etiqueta errónea falsea las métricas.
worst-some-wrong =
    { $wrong ->
        [one] { $wrong } mal clasificada, y después las más cercanas al umbral. Una etiqueta errónea falsea las métricas.
       *[other] { $wrong } mal clasificadas, primero la más alejada del umbral, y después las más cercanas al umbral. Una etiqueta errónea falsea las métricas.
    }
worst-none-wrong = Ninguna mal clasificada. Estas son las más cercanas al umbral. Una etiqueta errónea falsea las métricas.

compare-versions = Comparación de versiones
compare-versions-head = Comparadas con las mismas imágenes
compare-versions-with = Comparar con
compare-versions-choice = { $name } versión { $version }
compare-versions-choice-in-use = { $name } versión { $version } (en uso)
compare-versions-version = versión { $version }
compare-versions-nothing = No tienen imágenes de prueba en común, por lo que no se pueden comparar. Entrene ambas con el mismo conjunto de datos o ejecute una en modo sombra.
compare-versions-worse = <b>{ $name } versión { $version } es peor.</b>
compare-versions-figures = Cifras de ambas versiones con las mismas imágenes
compare-versions-found = Defectos encontrados
compare-versions-rejected = Piezas buenas rechazadas
compare-versions-scored = Ambas puntuaron las mismas imágenes, { $normal } normales y { $anomaly } anómalas, sin haberlas visto en el entrenamiento.
compare-versions-left-out =
    { $count ->
        [one] { $count } imagen más solo fue probada por { $model }.
       *[other] { $count } imágenes más solo fueron probadas por { $model }.
    }
compare-versions-differ =
    { $count ->
        [one] Una imagen juzgada de forma distinta
       *[other] { $count } imágenes juzgadas de forma distinta
    }
compare-versions-right = { $model } acierta
compare-versions-first =
    { $count ->
        [one] Se muestra la primera.
       *[other] Se muestran las primeras { $count }.
    }
compare-versions-alike = Juzgan igual todas estas imágenes.

promotion-shadow = Ejecutar en modo sombra
promotion-shadow-started = La versión { $version } se ejecuta ahora en modo sombra junto a la activa. Las salidas no se ven afectadas.
promotion-promote = Promover
promotion-promote-anyway = Promover de todos modos
promotion-title = Promover { $name } versión { $version }
promotion-fails = Esta versión no supera la comprobación de regresión.
promotion-failed = La versión { $version } falla en { $failures } de { $pictures } imágenes del conjunto de regresión. No se ha cambiado nada.
promotion-done = La receta usa ahora { $name } versión { $version }.
promotion-from-next-part = A partir de la próxima pieza se usa esta versión.
promotion-instead = A partir de la próxima pieza se usa esta versión, en lugar de { $name } versión { $version }.
promotion-recorded = Si la promueve de todos modos, su nombre y estas advertencias quedan registrados en el historial de modelos.
promotion-why-fewer-rejects = Menos piezas buenas rechazadas
promotion-why-more-defects = Más defectos encontrados
promotion-why-new-light = Nueva luz o cámara
promotion-why-new-part = Nuevo tipo de pieza
promotion-roll-back = Volver
promotion-roll-back-to = Volver a la versión { $version }
promotion-roll-back-title = Volver a { $name } versión { $version }
promotion-roll-back-words = A partir de la próxima pieza se usa la versión { $version } con su umbral anterior ({ $threshold }). El conjunto de regresión no se comprueba.
promotion-roll-back-done = La receta vuelve a usar la versión { $version }.
promotion-why-back-good-rejected = Se rechazan piezas buenas
promotion-why-back-missed = Se omiten defectos
promotion-why-back-mistake = Promovida por error
promotion-history = Historial de modelos ({ $count })
promotion-kind-promotion = promovida
promotion-kind-rollback = vuelta atrás
promotion-kind-recipe = cambio de receta
promotion-model = { $name } { $version } <quiet>a { $threshold }</quiet>
promotion-no-model = ningún modelo
promotion-no-reason = sin motivo indicado
promotion-in-spite = <b>Usada a pesar de:</b> { $objection }
promotion-record = { $at }, { $author }, receta { $recipe } versión { $version }
promotion-record-checked =
    { $state ->
        [passed] , conjunto de regresión: superado
        [failed] , conjunto de regresión: no superado (errores: { $failures })
       *[unchecked] , conjunto de regresión: sin comprobar
    }
promotion-record-trial =
    { $compared ->
        [one] , tras una prueba: { $compared } pieza comparada, veredictos distintos: { $disagree }
       *[other] , tras una prueba: { $compared } piezas comparadas, veredictos distintos: { $disagree }
    }

trial = Prueba
trial-runs = { $name } versión { $version } está a prueba
trial-ran = { $name } versión { $version } estuvo a prueba
trial-end = Terminar la prueba
trial-running = Se compara con la versión { $beside }; piezas comparadas: <b>{ $compared }</b>, omitidas: <b>{ $skipped }</b>, distintas: <b>{ $disagree }</b>.
trial-stopped = Se comparó con la versión { $beside }; piezas comparadas: <b>{ $compared }</b>, omitidas: <b>{ $skipped }</b>, distintas: <b>{ $disagree }</b>.
trial-verdicts = Veredictos de ambas versiones sobre las mismas piezas
trial-verdict = versión { $version }: { $verdict }
trial-time = En comparación con la versión activa, tarda { $mean } por pieza de media y como máximo { $p95 } en el 95 % de las piezas.
trial-settled =
    { $settled ->
        [one] De { $settled } pieza revisada, la versión { $version } acertó en <b>{ $trial }</b> y la versión { $beside } en <b>{ $active }</b>.
       *[other] De { $settled } piezas revisadas, la versión { $version } acertó en <b>{ $trial }</b> y la versión { $beside } en <b>{ $active }</b>.
    }
trial-differing = Piezas con veredictos distintos
trial-newest =
    { $count ->
        [one] Se muestra la más reciente de { $all }.
       *[other] Se muestran las { $count } más recientes de { $all }.
    }
trial-part = Pieza { $part }
trial-score = { $score } a { $threshold }
trial-picture-deleted = imagen eliminada
trial-is-correct = { $verdict } es correcto
trial-is-correct-by = <b>{ $verdict }</b> es correcto, según { $person }.
trial-keep = ✓ Añadir al conjunto de regresión
trial-keep-not = No añadir al conjunto de regresión
trial-kept = La pieza { $part } está en el conjunto de regresión como { $verdict }.
trial-recorded = Registrado: la pieza { $part } es { $verdict }.

regression-set = Conjunto de regresión
regression-set-of =
    { $count ->
        [one] Conjunto de regresión de { $name }: { $count } imagen
       *[other] Conjunto de regresión de { $name }: { $count } imágenes
    }
regression-standing =
    { $state ->
        [empty] Todavía no hay conjunto de regresión, por lo que esta versión no se comprueba antes de promoverla.
        [unchecked] Imágenes comprobadas del conjunto de regresión: { $checked } de { $pictures }. El resto se comprobará antes de promoverla.
        [failed] Falla en { $failures } de { $pictures } imágenes del conjunto de regresión, por lo que no se puede promover.
       *[passed] Acierta en todas las imágenes del conjunto de regresión ({ $pictures }).
    }
regression-check = Comprobar esta versión
regression-checking = Comprobando…
regression-check-ended =
    { $state ->
        [cancelled] La comprobación se canceló: { $message }
       *[failed] La comprobación falló: { $message }
    }
regression-known = { $verdict } conocido
regression-score = puntuación { $score }
regression-no-score = sin puntuación
regression-add = Añadir del conjunto de datos
regression-dataset = Conjunto de datos
regression-picture =
    { $label ->
        [normal] Imagen { $picture }, normal
       *[anomaly] Imagen { $picture }, anomalía
    }
regression-add-as = Añadir como { $verdict }
regression-upload = Subir { $verdict } conocidos
regression-removed = Quitadas ({ $count })
regression-removed-picture = <b>{ $verdict } conocido</b>, { $source }
regression-remove = Quitar del conjunto de regresión
regression-remove-picture = Quitar la imagen { $picture } del conjunto de regresión
regression-remove-words = Las versiones ya no se comprobarán con esta imagen ({ $verdict } conocido, { $source }). Queda registrado quién la quitó y por qué.
regression-why-wrong-verdict = Su veredicto es erróneo
regression-why-part-gone = Esta pieza ya no se fabrica
regression-why-poor-picture = Mala imagen

consent = ¿Usar este modelo de todos modos?
consent-recorded = Si lo usa de todos modos, su nombre y estas advertencias quedan registrados en el historial de modelos.
consent-decline = No usarlo
consent-use = Usar de todos modos

## Dataset page: growth

growth-auroc = AUROC
growth-cell = { $value } ({ $interval })
growth-changed =
    { $count ->
        [0] Las cifras corresponden a las imágenes tal como están ahora.
        [one] { $count } imagen se ha añadido, eliminado o modificado desde entonces. Habrá cifras nuevas después de cinco.
       *[other] { $count } imágenes se han añadido, eliminado o modificado desde entonces. Habrá cifras nuevas después de cinco.
    }
growth-chart = { $figure } según el número de imágenes, con el intervalo de confianza del 95 % como banda
growth-coming = Se están calculando cifras nuevas.
growth-compute = Calcular ahora
growth-computed =
    { $pictures ->
        [one] Estimación rápida del { $at } a partir de { $pictures } imagen, calculada en { $seconds } s.
       *[other] Estimación rápida del { $at } a partir de { $pictures } imágenes, calculada en { $seconds } s.
    }
growth-covers-others = Es la más próxima al { $share } de las zonas de las demás imágenes normales; la media sería el { $fair }. Sin ella, estas parecerían menos normales.
growth-failed = El último cálculo ha fallado: { $reason }
growth-found = Imágenes anómalas detectadas
growth-found-of = { $found } de { $count }
growth-hard-and-missed = Muestra un defecto que no se detectó: su puntuación es { $score } y el umbral es { $threshold }.
growth-hard-but-found = Muestra un defecto que se detectó por poco: su puntuación es { $score } y el umbral es { $threshold }.
growth-influential = Las imágenes más importantes
growth-interval = { $interval } con una confianza del 95 %
growth-line = Estimación rápida a partir de { $pictures } imágenes: se rechazan hasta <b>{ $rejects }</b> de cada { 1000 } piezas buenas.
growth-line-auroc = Estimación rápida a partir de { $pictures } imágenes: AUROC <b>{ $auroc }</b> ({ $low } a { $high }), se rechazan hasta <b>{ $rejects }</b> de cada { 1000 } piezas buenas.
growth-missing-anomalous =
    { $missing ->
        [0] Se desconoce: se pueden leer muy pocas imágenes anómalas.
        [one] Se desconoce. Añada { $missing } imagen anómala más para medirlo.
       *[other] Se desconoce. Añada { $missing } imágenes anómalas más para medirlo.
    }
growth-missing-normal =
    { $missing ->
        [one] Falta { $missing } imagen normal de entrenamiento para que haya cifras.
       *[other] Faltan { $missing } imágenes normales de entrenamiento para que haya cifras.
    }
growth-no-outlook = Todavía no se sabe si más imágenes ayudan a encontrar defectos. Para saberlo hacen falta al menos diez imágenes normales y tres anómalas.
growth-none-readable = No hay cifras, porque se pueden leer muy pocas imágenes normales.
growth-open = Ver el progreso
growth-outlook-helps = Las últimas { $newest } imágenes normales aumentaron el AUROC en { $change } (entre { $low } y { $high } con una confianza del 95 %). Es probable que más imágenes así ayuden.
growth-outlook-saturated = Las últimas { $newest } imágenes normales cambiaron el AUROC en { $change } (entre { $low } y { $high } con una confianza del 95 %). Más imágenes así apenas ayudarán.
growth-outlook-unknown = Las últimas { $newest } imágenes normales cambiaron el AUROC en { $change } (entre { $low } y { $high } con una confianza del 95 %). Con tan pocas imágenes no se puede saber si otras ayudarán.
growth-picture = Imagen { $id }
growth-pictures = Imágenes
growth-raises-threshold = Parece inusual para una imagen normal: sin ella, el umbral sería { $without } en lugar de { $threshold }. Compruebe su etiqueta.
growth-rejects = Rechazos por cada { 1000 } piezas buenas
growth-sampled = De { $pictures } imágenes se han usado { $used }: una elección al azar que siempre es la misma.
growth-table = Las cifras en una tabla
growth-unknown = se desconoce
growth-unreadable =
    { $count ->
        [one] { $count } imagen se ha dejado fuera porque no se puede leer.
       *[other] { $count } imágenes se han dejado fuera porque no se pueden leer.
    }
growth-unreadable-one = Imagen { $id }: { $reason }
growth-unseen-batch = Un modelo pequeño puntuó cada imagen sin haber visto ninguna de su lote.
growth-unseen-picture = Un modelo pequeño puntuó cada imagen sin haberla visto.

## Model page: training, engines and exchange

model-dataset = Conjunto de datos
model-dataset-counts =
    { $name } ({ $normal ->
        [one] { $normal } normal
       *[other] { $normal } normales
    }, { $anomaly ->
        [one] { $anomaly } anomalía
       *[other] { $anomaly } anomalías
    })
model-train = Entrenar
model-method-unavailable = Este método no está disponible en esta estación.
model-job-in-progress = Hay una tarea en curso. Espere a que termine.
model-versions = Versiones
model-version = versión { $version }
model-none = Todavía no hay modelo
model-none-listed = Todavía no hay modelo.
model-none-words = Un modelo aprende con imágenes normales cómo son las piezas buenas. El entrenamiento tarda segundos.
model-in-use = en uso
model-broken = dañado
model-finds-too-few = encuentra muy pocos defectos
model-summary-anomaly = { $at }, { $method }, F1 { $f1 }
model-summary-unmeasured = { $at }, { $method }, sin medir
model-summary-detector =
    { $at }, detector, { $classes ->
        [one] { $classes } clase
       *[other] { $classes } clases
    }
model-loading = Cargando { $name } versión { $version }…
model-unusable = Esta versión no se puede usar: { $why }
model-use = Usar esta versión en la receta
model-used = La receta usa ahora { $name } versión { $version }.
model-threshold-trained = La receta vuelve a usar el umbral del entrenamiento.
model-threshold-used = La receta usa ahora el umbral { $threshold }.
model-review-off = Ya no se marcan piezas para revisión.
model-review-on = Las piezas cercanas al umbral se marcarán para revisión.

training-options = Opciones
training-options-reset = Restablecer valores predeterminados
training-options-unchanged = Estos son los valores predeterminados.
training-options-method = Método
training-options-method-usual = Predeterminado
training-options-method-unavailable = { $method }, no disponible
training-options-unavailable = Todavía no está disponible en esta estación.
training-options-resolution = Resolución de imagen
training-options-input-standard = Predeterminada, 224 px
training-options-input-320 = 320 px
training-options-input-512 = 512 px
training-options-input-1024 = { 1024 } px
training-options-input-defect = Según el defecto más pequeño
training-options-input-tiles = En teselas
training-options-hint-standard = Toda la imagen a 224 px. Adecuado para defectos de al menos una décima parte de la imagen.
training-options-hint-320 = Para defectos más pequeños. El entrenamiento y la inspección tardan unas tres veces más.
training-options-hint-512 = Para defectos más pequeños. El entrenamiento y la inspección tardan unas diez veces más.
training-options-hint-1024 = Para defectos pequeños. El entrenamiento y la inspección tardan unas veinticinco veces más.
training-options-hint-defect = Elige el tamaño y las teselas de modo que un defecto de este tamaño en la imagen de la cámara sea detectable.
training-options-hint-tiles = Para imágenes grandes. Cada tesela se evalúa a 512 px y se combina con las demás en un mapa de calor y una puntuación.
training-options-smallest-defect = Defecto más pequeño
training-options-rows = Filas de teselas
training-options-columns = Columnas de teselas
training-options-good-parts = Las piezas buenas también pueden estar
training-options-rotated = giradas 90°
training-options-mirrored = reflejadas
training-options-lighter = más claras o más oscuras
training-options-tilted = inclinadas hasta
training-options-good-parts-words = Añade al entrenamiento cuatro copias modificadas de cada imagen buena. Marque solo lo que realmente ocurre en la línea: lo que se marca aquí deja de contar como defecto.
training-options-false-rejects = Falsos rechazos admitidos
training-options-rate-usual = { $rate } (predeterminado)

growing-offer =
    { $count ->
        [one] <b>{ $count } imagen buena nueva</b> desde { $name } versión { $version }.
       *[other] <b>{ $count } imágenes buenas nuevas</b> desde { $name } versión { $version }.
    }
growing-known = Las { $count } con las que se entrenó no se vuelven a leer.
growing-start = Entrenar con las imágenes nuevas
growing-report = Entrenamiento incremental desde la versión { $version }
growing-trained =
    { $added ->
        [one] Entrenado con <b>{ $added } imagen buena más</b>, además de las { $learnt } de la versión { $version }, que no se volvieron a leer.
       *[other] Entrenado con <b>{ $added } imágenes buenas más</b>, además de las { $learnt } de la versión { $version }, que no se volvieron a leer.
    }
growing-changes = Lo que cambió el entrenamiento incremental
growing-now = ahora
growing-threshold = Umbral
growing-rejects = Piezas buenas rechazadas
growing-rejects-words = de { 1000 }, esperadas
growing-auroc-words = imágenes buenas nuevas frente a defectos
growing-bank = Banco de memoria
growing-bank-words =
    { $count ->
        [one] { $count } vector sustituido
       *[other] { $count } vectores sustituidos
    }
growing-good-scores =
    { $change ->
        [lower] Las puntuaciones de las piezas buenas anteriores son un { $by } más bajas.
        [higher] Las puntuaciones de las piezas buenas anteriores son un { $by } más altas.
       *[same] Las puntuaciones de las piezas buenas anteriores no han cambiado.
    }
growing-defect-scores =
    { $change ->
        [lower] Las puntuaciones de los defectos son un { $by } más bajas.
        [higher] Las puntuaciones de los defectos son un { $by } más altas.
       *[same] Las puntuaciones de los defectos no han cambiado.
    }
growing-no-change = El veredicto no cambió en ninguna imagen guardada.
growing-changed =
    { $count ->
        [one] { $count } imagen guardada cambió de veredicto
       *[other] { $count } imágenes guardadas cambiaron de veredicto
    }
growing-changed-first = Las primeras { $count }:

engine-builds = Motores
engine-builds-title = Compilados para este equipo
engine-name = Motor
engine-latency = Tiempo por imagen
engine-latency-most = 95 % en menos de { $ms }
engine-speed-up = Aceleración
engine-accuracy = Control de exactitud
engine-active = activo
engine-measured =
    { $threads ->
        [one] { $at }, medido con { $threads } hilo
       *[other] { $at }, medido con { $threads } hilos
    }
engine-tuned =
    se ejecuta con { $threads ->
        [one] { $threads } hilo
       *[other] { $threads } hilos
    }, { $between ->
        [1] optimizado para
       *[other] { $between } operadores en paralelo, optimizado para
    } { $goal ->
        [latency] latencia
       *[throughput] rendimiento
    }
engine-same-answers = igual que el modelo original
engine-refused = no se usa: { $problems }
engine-none-used = Ninguno de ellos está en uso. El modelo original se ejecuta en ONNX Runtime.
engine-builds-words = Aceleración: en comparación con ONNX Runtime en FP32, medida alternadamente. sd: desviaciones estándar de las puntuaciones de las piezas buenas.

detector-words = Esto es un detector: encuentra y clasifica objetos. Para usarlo en una receta, selecciónelo en la página Configuración, en «Detección», y añada reglas. Para probarlo con imágenes, ejecute <code>okng detect { $name }:{ $version } PICTURE</code>.
detector-letterboxed = Este detector se importó antes de que okng tuviera en cuenta el <code>letter_box</code> de Darknet: todavía se ejecuta con imágenes completadas con bandas. Darknet estira las imágenes salvo que el .cfg contenga <code>letter_box=1</code>. Impórtelo de nuevo para obtener una versión que siga el .cfg.
detector-finds =
    { $count ->
        [one] Encuentra un tipo de objeto
       *[other] Encuentra { $count } tipos de objetos
    }
detector-input = Entrada
detector-pictures-are = Las imágenes se
detector-resize-stretch = estiran al tamaño de la entrada
detector-resize-letterbox = completan con bandas grises: se mantiene la proporción
detector-minimum-score = Se muestra desde la puntuación
detector-overlap = Mismo objeto desde el solapamiento
detector-made-of = Compuesto de
detector-made-of-darknet = Darknet (.cfg y .weights): { $files }
detector-made-of-onnx = ONNX, estructura { $layout }: { $files }
detector-trained = Entrenado
detector-imported = Importado
detector-made-by = { $at } por { $author }
detector-hash = Hash del modelo

fine-tuning = Ajustar con recuadros
fine-tuning-pictures =
    { $count ->
        [one] <b>{ $dataset }</b> tiene { $count } imagen con anotaciones: { $boxes }.
       *[other] <b>{ $dataset }</b> tiene { $count } imágenes con anotaciones: { $boxes }.
    }
fine-tuning-no-boxes =
    { $count ->
        [one] <b>{ $dataset }</b> tiene { $count } imagen con anotaciones, pero ningún recuadro.
       *[other] <b>{ $dataset }</b> tiene { $count } imágenes con anotaciones, pero ningún recuadro.
    }
fine-tuning-words = Entrena un detector para estos objetos a partir de este. Tarda minutos; la inspección continúa mientras tanto.
fine-tuning-start = Ajustar
fine-tuning-name = Nombre del detector
fine-tuning-width = Ancho de entrada
fine-tuning-height = Alto de entrada
fine-tuning-size-hint = Múltiplos de 32. Los objetos pequeños necesitan una entrada mayor. La mitad del tamaño tarda una cuarta parte del tiempo.
fine-tuning-epochs = Número máximo de épocas
fine-tuning-parts = Las piezas también pueden estar

dataset-difference = Imágenes desde este entrenamiento
dataset-difference-none = Entrenado con las { $count } imágenes que { $dataset } tiene ahora.
dataset-difference-some = Cambios en { $dataset } desde este entrenamiento: { $changes }
dataset-difference-added =
    { $count ->
        [one] { $count } añadida
       *[other] { $count } añadidas
    }
dataset-difference-removed =
    { $count ->
        [one] { $count } quitada
       *[other] { $count } quitadas
    }
dataset-difference-relabelled =
    { $count ->
        [one] { $count } reetiquetada
       *[other] { $count } reetiquetadas
    }
dataset-difference-reworded = { $count } con lote, tipo de defecto, reparto o máscara modificados
dataset-difference-words =
    El modelo se entrenó con { $trained } imágenes. El conjunto de datos tiene ahora { $pictures }. { $lost ->
        [0] Las imágenes quitadas se pueden restaurar.
        [one] Las imágenes quitadas se pueden restaurar, pero { $lost } ya no está en esta estación.
       *[other] Las imágenes quitadas se pueden restaurar, pero { $lost } ya no están en esta estación.
    }
dataset-difference-restore = Restaurar el conjunto de datos de este entrenamiento
dataset-difference-restored = { $dataset } vuelve a estar como en este entrenamiento.
dataset-difference-lost = No se pudo restaurar ninguna de sus imágenes.

model-export = Exportación
model-export-title = Exportar para otras estaciones
model-export-words = Un archivo firmado con esta versión y hasta diez de sus imágenes, con las que la otra estación comprueba que el modelo responde allí igual que aquí.
model-export-start = Exportar esta versión
model-export-running = Preparando el archivo…
model-export-done = El navegador ha guardado { $file }.
model-import = Modelos de otras estaciones
model-import-start = Importar de otra estación
model-import-words = Elija un archivo que termine en .okng-model. El modelo se comprueba aquí antes de aparecer entre las versiones.
model-import-sending = Enviando { $file }…
model-import-why-not = Hay una tarea en curso. Espere a que termine para importar un modelo.
model-import-unknown-key = Esta estación no sabe quién creó { $file }
model-import-unknown-key-words = El archivo se firmó con la clave de abajo. Compárela con la clave que la otra estación muestra en <b>Estaciones de confianza</b>. Confíe en ella solo si ambas son iguales.
model-import-trust = Confiar e importar
model-import-trusted = A partir de ahora se confía en los modelos de { $name }.
model-import-keys = Estaciones de confianza
model-import-keys-words = Esta estación solo importa modelos firmados por ella misma o por una estación de esta lista.
model-import-keys-none = Todavía no se confía en ninguna otra estación.
model-import-keys-own = Clave pública de esta estación
model-import-keys-add = Confiar en esta estación
model-import-keys-remove = Quitar { $name }
model-import-name = Nombre de la otra estación
model-import-name-example = por ejemplo line-1
model-import-key = Su clave pública

## Dataset page: preparation

preparation-steps = Pasos
preparation-intro = Cada imagen pasa por estos pasos antes de que un modelo la vea, en el entrenamiento y en la línea. Las imágenes guardadas quedan como están.
preparation-keeps = El próximo entrenamiento usa la versión guardada. Los modelos ya entrenados conservan su propia preparación. Los detectores no se ven afectados.
preparation-steps-none = Aún no hay pasos. Los modelos ven las imágenes tal como las toma la cámara.
preparation-add = Añadir un paso
preparation-step-crop = Recortar
preparation-step-mask_out = Ocultar zonas
preparation-step-rotate = Girar
preparation-step-grey = Escala de grises
preparation-step-stretch = Contraste
preparation-step-labels_from_file_names = Etiquetas según los nombres de archivo
preparation-says-crop = { $width } × { $height } px en { $left }, { $top }
preparation-says-areas =
    { $count ->
        [one] { $count } zona
       *[other] { $count } zonas
    }
preparation-says-rotate = { $degrees }° en sentido horario
preparation-says-stretch = niveles de gris de { $low } a { $high }
preparation-says-rules =
    { $count ->
        [one] { $count } patrón
       *[other] { $count } patrones
    }
preparation-says-grey = según la luminancia
preparation-up = Subir
preparation-down = Bajar
preparation-remove = Quitar el paso
preparation-first = Es el primer paso.
preparation-last = Es el último paso.
preparation-left = Izquierda
preparation-top = Arriba
preparation-width = Anchura
preparation-height = Altura
preparation-draw-crop = Dibuje el rectángulo sobre la imagen anterior al paso, o escriba sus lados.
preparation-draw-mask = Las zonas se rellenan con un solo nivel de gris, así que nada en ellas cuenta. Dibuje el rectángulo elegido sobre la imagen anterior al paso.
preparation-areas = Zona que se cambia
preparation-area = Zona { $number }
preparation-add-rectangle = Añadir rectángulo
preparation-add-polygon = Dibujar polígono
preparation-remove-area = Quitar la zona
preparation-area-only = Un paso necesita al menos una zona. Quite el paso en su lugar.
preparation-polygon-draw = Haga clic en los vértices de la zona, uno tras otro, sobre la imagen anterior al paso.
preparation-polygon-close = Cerrar el contorno
preparation-polygon-short = Un contorno necesita al menos tres vértices.
preparation-fill = Nivel de gris de las zonas
preparation-degrees = En sentido horario
preparation-turn = { $degrees }°
preparation-grey-hint = Las imágenes en color pasan a gris según su luminancia. Las imágenes grises quedan como están.
preparation-stretch-hint = El primer valor pasa a negro, el segundo a blanco, y lo intermedio se reparte por igual.
preparation-low = Negro hasta
preparation-high = Blanco desde
preparation-bits = Bits por valor
preparation-bits-of = { $bits } bits
preparation-rules-hint = Las imágenes que se importan o suben sin etiqueta la reciben de su nombre. * es cualquier texto, ? un carácter.
preparation-rule = Patrón { $number }
preparation-pattern = Patrón del nombre de archivo
preparation-label = Etiqueta
preparation-defect-type = Tipo de defecto
preparation-add-rule = Añadir patrón
preparation-remove-rule = Quitar el patrón
preparation-rule-only = Un paso necesita al menos un patrón. Quite el paso en su lugar.
preparation-size = Los pasos valen para imágenes de { $width } × { $height } px. Las imágenes de otro tamaño se rechazan; en la línea son ERROR.
preparation-save = Guardar como versión { $version }
preparation-save-nothing = No ha cambiado nada.
preparation-discard = Descartar los cambios
preparation-saved = La preparación se ha guardado como versión { $version }.
preparation-versions = Versiones
preparation-version =
    { $count ->
        [one] Versión { $version } con { $count } paso
       *[other] Versión { $version } con { $count } pasos
    }
preparation-version-restored = Versión { $version }, que restablece la versión { $restored }
preparation-in-use = en uso
preparation-restore = Restablecer
preparation-restore-version = Restablecer la versión { $version }
preparation-export = Exportar la versión guardada
preparation-python = Script de Python
preparation-png = Esta imagen como PNG
preparation-export-unsaved = Sus cambios aún no están en los archivos. Guárdelos primero.
preparation-export-none = Guarde primero una versión.
preparation-pictures = Antes y después
preparation-picture-choice = Elección de la imagen
preparation-picture = Imagen { $id }, { $label }
preparation-previous = Anterior
preparation-no-previous = Es la primera imagen.
preparation-no-next = Es la última imagen.
preparation-before = Antes del paso { $number }
preparation-after = Después del paso { $number }
preparation-before-all = Tal como está guardada
preparation-after-all = Tal como la ven los modelos
preparation-no-pictures = El conjunto de datos no tiene imágenes que mostrar.

## Inspection page

inspection-waiting = Esperando a la estación.
inspection-no-model = Entrene o elija primero un modelo.
inspection-model = Modelo
inspection-model-choose = Elegir un modelo
inspection-rules-only = Ninguno (solo reglas de detección)
inspection-model-fixed = Detenga la inspección para elegir otro modelo.
inspection-boxes-hide = Ocultar recuadros
inspection-boxes-show = Mostrar recuadros
inspection-heat-hide = Ocultar mapa de calor
inspection-heat-show = Mostrar mapa de calor
inspection-heat-opacity = Opacidad del mapa de calor
inspection-shortcut-trigger = Disparar: inspeccionar una pieza
inspection-by-line = Disparo por la entrada de la cámara.
inspection-part = Pieza
inspection-part-id = ID de pieza
inspection-part-id-optional = ID de pieza (opcional)
inspection-this-run = Esta serie
inspection-last-run = Última serie
inspection-run-since = desde { $at }
inspection-panel = Veredicto y ajustes
inspection-held = Se muestra la pieza { $number }, { $at }
inspection-held-id = Se muestra la pieza { $number }, { $id }, { $at }
inspection-back-to-live = Volver al directo
inspection-review = Revisión de la pieza { $number }
inspection-review-picture = Su imagen va a { $dataset }.
inspection-scene-later = Disponible tras la primera pieza.
inspection-played = { $name }.
inspection-played-of = { $name }, imagen { $number } de { $count }.
inspection-played-last = { $name }, imagen { $count } de { $count }. Es la última.
inspection-played-last-of-loop = { $name }, imagen { $count } de { $count }. Es la última: el próximo disparo vuelve a empezar por la primera.

trigger-source-button = botón
trigger-source-timer = temporizador
trigger-source-http = API HTTP
trigger-source-line = entrada de la cámara
trigger-source-modbus = PLC por Modbus
trigger-source-opcua = PLC por OPC UA
trigger-source-plc = PLC
trigger-source-mqtt = MQTT
trigger-source-gpio = línea GPIO

plate-none = Aún sin piezas
plate-loading = Cargando…
plate-part = Pieza { $number }
plate-last-part = Última pieza, { $age }
plate-last-heard = Último contacto { $at }
plate-challenge-part = Pieza patrón
plate-newest = Última: { $number }
plate-held = RETENIDA: pieza { $number }

strip = Piezas recientes
strip-part = Pieza { $number }, { $at }
strip-to-review = por revisar
strip-near-threshold = Cerca del umbral: marcada para revisión
try-picture-dialog = Probar una imagen
try-picture-dialog-drop = Probar esta imagen
try-picture-dialog-words = Se evalúa al margen de la línea y no se cuenta.

challenge = Prueba con piezas patrón
challenge-cause-recipe_start = Inicio de la receta
challenge-cause-shift_start = Inicio del turno
challenge-due = { $cause }, { $at }
challenge-expected = se espera { $outcome }
challenge-expected-rule = { $outcome } por { $rule }
challenge-as-expected = como se esperaba
challenge-repeat = repetir
challenge-next = siguiente
challenge-not-checked = sin comprobar
challenge-instruction = Ponga <b>{ $name }</b> bajo la cámara y pulse «Comprobar».
challenge-instruction-line = Pulse «Comprobar» y haga pasar <b>{ $name }</b> por el sensor.
challenge-let-pass = Ahora haga pasar la pieza por el sensor.
challenge-no-part-came = No llegó ninguna pieza. Pulse «Comprobar» de nuevo.
challenge-check = Comprobar
challenge-all-checked = Se han comprobado todas las piezas patrón.
challenge-shortcut = Comprobar la siguiente pieza patrón
challenge-override-ask = Omitir…
challenge-override = Omitir
challenge-override-title = Omitir la prueba
challenge-override-words = Se aceptan piezas aunque la estación no ha demostrado que juzga bien. Se registran su nombre y el motivo.
challenge-override-missing = Falta la pieza patrón
challenge-override-damaged = Pieza patrón dañada
challenge-override-by-hand = Las piezas se revisan a mano
challenge-override-password = Su contraseña
challenge-override-no-password = Escriba primero su contraseña.
challenge-override-done = La prueba se ha omitido. Se aceptan piezas de nuevo.

## Dataset page: labelling

labelling-jobs = Trabajos de etiquetado
labelling-none = Todavía no hay trabajos de etiquetado. Cree uno para que se etiqueten imágenes o para que una segunda persona revise las etiquetas.
labelling-new = Nuevo trabajo de etiquetado
labelling-csv = Descargar CSV
labelling-name = Nombre del trabajo
labelling-name-example = por ejemplo segunda revisión
labelling-kind = Qué hay que hacer
labelling-kind-label = Etiquetar imágenes
labelling-kind-audit = Auditar etiquetas
labelling-kind-adjustment = Corregir etiquetas
labelling-kind-hint-label = Cada respuesta se convierte en la etiqueta de la imagen.
labelling-kind-hint-audit = Una segunda persona revisa las etiquetas. Nada cambia hasta que se corrigen.
labelling-blind = El auditor no ve la primera etiqueta
labelling-is-blind = primera etiqueta oculta
labelling-is-seeing = primera etiqueta visible
labelling-steps = Pasos
labelling-steps-hint = Solo las imágenes etiquetadas como anomalía pasan al tipo y a la máscara o los recuadros.
labelling-steps-first = Elija al menos un paso.
labelling-step-label = Defecto o no
labelling-step-defect_type = Tipo de defecto
labelling-step-region = Máscara o recuadros
labelling-rule = Qué imágenes
labelling-rule-all = Todas las imágenes
labelling-rule-every_nth = Una de cada n imágenes
labelling-rule-near_threshold = Las más próximas al umbral del modelo más reciente
labelling-rule-least_certain = Etiquetadas con menos certeza
labelling-every = Una imagen de cada
labelling-at-most = Número máximo de imágenes (vacío: sin límite)
labelling-stated-all = todas las imágenes
labelling-stated-every_nth = una imagen de cada { $every }
labelling-stated-near_threshold = las más próximas al umbral de { $model }
labelling-stated-least_certain = etiquetadas con menos certeza
labelling-stated-differing = incorrectas o dudosas según la auditoría
labelling-stated-at-most =
    { $count ->
        [one] { $rule }, { $count } imagen como máximo
       *[other] { $rule }, { $count } imágenes como máximo
    }
labelling-create = Crear trabajo
labelling-made-by = Creado por { $author }, { $at }
labelling-closed-by = Cerrado por { $author }, { $at }
labelling-progress = { $done } de { $all } hechas
labelling-progress-unsure =
    { $count ->
        [one] { $count } dudosa
       *[other] { $count } dudosas
    }
labelling-progress-removed =
    { $count ->
        [one] { $count } retirada del conjunto de datos
       *[other] { $count } retiradas del conjunto de datos
    }
labelling-continue = Continuar
labelling-nothing-waits = No hay ninguna imagen en espera.
labelling-results = Resultados
labelling-close = Cerrar trabajo
labelling-back-to-jobs = Todos los trabajos de etiquetado
labelling-answers = Respuesta
labelling-question-label = ¿Tiene esta pieza un defecto?
labelling-question-defect_type = ¿De qué tipo de defecto se trata?
labelling-question-region = ¿Dónde está el defecto?
labelling-question-audit = ¿Es correcta esta etiqueta?
labelling-first = Primera etiqueta: { $answer } ({ $author })
labelling-audit = Auditoría: { $answer } ({ $author })
labelling-answer-none = ninguna
labelling-unsure = Dudoso
labelling-correct = Correcto
labelling-wrong = Incorrecto
labelling-wrong-type = Incorrecto, es { $type }
labelling-type-other = Otro tipo
labelling-type-first = Introduzca primero el tipo de defecto.
labelling-draw-boxes = Dibujar recuadros
labelling-paint-mask = Pintar una máscara
labelling-drawn = Listo, imagen siguiente
labelling-drawn-first = Dibuje primero recuadros o una máscara.
labelling-take-back = Volver a la última imagen
labelling-take-back-nothing = No tiene ninguna respuesta que deshacer.
labelling-keys-answer = Responder
labelling-no-picture = No hay ninguna imagen para usted en este paso.
labelling-only-own = Solo quedan etiquetas suyas.
labelling-take-own = Auditar mis propias etiquetas
labelling-attributes = Detalles opcionales
labelling-attribute-certainty = Certeza
labelling-attribute-visibility = Visible
labelling-attribute-sharpness = Nitidez
labelling-attribute-brightness = Luz
labelling-value-sure = seguro
labelling-value-fairly = bastante
labelling-value-unsure = dudoso
labelling-value-clearly = claramente
labelling-value-barely = apenas
labelling-value-sharp = nítida
labelling-value-blurred = borrosa
labelling-value-dark = oscura
labelling-value-bright = clara
labelling-agreement = Concordancia
labelling-kappa = Kappa de Cohen
labelling-kappa-unknown = desconocido
labelling-interval = de { $low } a { $high }
labelling-labeller = Etiquetado por
labelling-all-labellers = Todos
labelling-not-blind = El auditor vio la primera etiqueta y así coincide con más facilidad. Solo una auditoría con la primera etiqueta oculta mide la concordancia.
labelling-without-first =
    { $count ->
        [one] { $count } imagen no tenía tipo de defecto y no se cuenta.
       *[other] { $count } imágenes no tenían tipo de defecto y no se cuentan.
    }
labelling-own =
    { $count ->
        [one] { $count } imagen fue auditada por la persona que la etiquetó y no se cuenta.
       *[other] { $count } imágenes fueron auditadas por la persona que las etiquetó y no se cuentan.
    }
labelling-differences = Incorrectas o dudosas
labelling-differences-none = La auditoría no ha encontrado nada incorrecto ni dudoso hasta ahora.
labelling-differences-more = Se muestran las { $count } más recientes. El archivo CSV las contiene todas.
labelling-adjust = Crear trabajo de corrección
labelling-adjust-name = { $name } corregido
labelling-adjust-made = Se ha creado el trabajo de corrección { $name }.
labelling-adjust-nothing = No hay nada que corregir.
labelling-times = Tiempo de trabajo por imagen
labelling-times-hint = No se cuenta el tiempo en el que no se pulsó, tocó ni movió nada durante más de 30 s.
labelling-times-none = Todavía no ha respondido nadie.
labelling-person = Persona
labelling-step = Paso
labelling-pictures = Imágenes
labelling-shortest = Mínimo
labelling-mean = Media
labelling-longest = Máximo
labelling-seconds = { $seconds } s

## Results page

results-acknowledged = Reconocida
results-alarm = Alarma
results-alarm-pages = Alarmas
results-alarm-stopped = La estación se detuvo.
results-alarms = Alarmas NG
results-alarms-none = No hay alarmas. Cuántas piezas NG activan una se ajusta en la receta, en la página «Configuración», en «Receta».
results-alarms-tab = Alarmas
results-all = Todas
results-all-recipes = Todas las recetas
results-challenge = pieza patrón: { $name }
results-chart-column-day = { $at }: { $counts }
results-chart-column-hour = Desde las { $at }: { $counts }
results-chart-day = Piezas por día
results-chart-hour = Piezas por hora
results-chart-ng = NG (número encima)
results-chart-none = El gráfico se muestra para periodos de hasta 31 días.
results-counted-since = Contado desde
results-csv = <wide>Descargar</wide> CSV
results-earlier-shifts = Turnos anteriores
results-find = Buscar
results-late = Tardías
results-latency = Del disparo al veredicto: mediana <b>{ $median }</b>, 95 % por debajo de <b>{ $p95 }</b>, 99 % por debajo de <b>{ $p99 }</b>
results-latency-by-recipe = Tiempos de veredicto por receta
results-latency-newest = De las 1000 piezas más recientes de este periodo.
results-median = Mediana
results-model = Modelo
results-newest-only = Solo se muestran los { $count } más recientes.
results-ng-by-class = NG por clase
results-no-parts = No hay piezas.
results-no-parts-between = No hay piezas desde { $from } hasta { $to }.
results-no-parts-found = No se encontraron piezas.
results-no-parts-since = No hay piezas desde entonces.
results-number-or-id = N.º o ID
results-paging = Paginación
results-part = Pieza
results-part-id-or-reason = ID de pieza o motivo
results-part-number-or-id = Número o ID
results-period = Periodo
results-period-24h = Últimas 24 h
results-period-this_shift = Este turno
results-period-last_shift = Último turno
results-period-today = Hoy
results-period-yesterday = Ayer
results-period-7d = Últimos 7 días
results-period-30d = Últimos 30 días
results-period-custom = Desde – hasta…
results-period-from = Desde
results-period-to = Hasta
results-period-longest = Un periodo tiene como máximo { $days } días.
results-period-no-begin = Elija cuándo empieza el periodo.
results-period-no-length = El final tiene que ser posterior al comienzo.
results-present-shift = Turno actual
results-raised = Activada
results-recipe = Receta
results-recipe-unknown = Receta desconocida
results-reset = Poner a cero
results-reset-counters = Poner contadores a cero
results-reset-done = Los contadores de { $recipe } empiezan de nuevo.
results-reset-done-all = Los contadores de todas las recetas empiezan de nuevo.
results-reset-new-lot = Lote nuevo
results-reset-new-tool = Herramienta nueva
results-reset-of = Contadores de
results-reset-record = <b>{ $recipe }</b>: { $why }
results-reset-trial = Después de un ensayo
results-reset-words = No se elimina ninguna pieza. Se registran su nombre y el motivo.
results-resets = Puestas a cero
results-review = Revisión
results-scene = Escena
results-scene-changed = escena cambiada
results-scene-changed-choice = Cambiada
results-score = Puntuación
results-search-clear = Borrar la búsqueda
results-search-nothing = Ninguna pieza tiene este número o ID. Escríbalo entero: un fragmento no encuentra nada.
results-search-words = Piezas con el número o ID <b>{ $search }</b>, de cualquier periodo.
results-set-aside = Resultados rechazados
results-set-aside-oldest = Solo se muestran los { $count } más antiguos.
results-set-aside-record = Registro { $seq } para { $sink }: { $reason }
results-set-aside-retried =
    { $count ->
        [one] Se está enviando de nuevo 1 resultado. Los resultados que se rechacen otra vez volverán a aparecer aquí.
       *[other] Se están enviando de nuevo { $count } resultados. Los resultados que se rechacen otra vez volverán a aparecer aquí.
    }
results-set-aside-send = Enviar de nuevo
results-set-aside-send-all = Enviar todos de nuevo
results-set-aside-send-record = Enviar de nuevo el registro { $seq }
results-set-aside-size =
    { $bytes ->
        [one] { $at }, { $bytes } byte
       *[other] { $at }, { $bytes } bytes
    }
results-set-aside-title = Rechazados por el receptor
results-set-aside-words =
    { $count ->
        [one] El receptor rechazó 1 resultado y aceptó otros. Se conserva aquí hasta que se envíe de nuevo. No afecta a las piezas de abajo.
       *[other] El receptor rechazó { $count } resultados y aceptó otros. Se conservan aquí hasta que se envíen de nuevo. No afecta a las piezas de abajo.
    }
results-shift = Turno
results-shift-words = Los veredictos tardíos cuentan como ERROR. Una pieza que incumple las reglas de varias clases cuenta en cada una; la que es NG solo por su puntuación de anomalía no cuenta en ninguna.
results-shifts = Turnos
results-shifts-words = Todas las piezas de cada turno, con independencia de las puestas a cero. Se omiten los turnos sin piezas.
results-since = Desde { $since } o desde la última puesta a cero.
results-threshold = Umbral
results-tile-all = Todas
results-tile-false-accepts = Falsos OK
results-tile-false-rejects = Falsos NG
results-tile-reviewed = Revisadas
results-tile-to-review = Por revisar
results-tiles = Mostrar piezas
results-trend = Tendencia
results-triggered = Disparo
results-under-95 = 95 % bajo
results-under-99 = 99 % bajo
results-verdict = Veredicto

## Quality page

quality-agreement = Concordancia
quality-agreement-words = Concordancia: piezas revisadas en las que la persona dijo lo mismo que la estación. Sin revisión es desconocida.
quality-audit = Auditoría
quality-audit-checked = Etiquetas revisadas
quality-audits = Auditorías de etiquetas
quality-audits-cut = Solo se muestran las { $count } auditorías más recientes de las { $all } de este periodo.
quality-audits-none = No hay ninguna auditoría de etiquetas cuya respuesta más reciente esté en este periodo. Las auditorías se crean en la pestaña Etiquetado de un conjunto de datos.
quality-audits-words = Auditorías de todos los conjuntos de datos cuya respuesta más reciente está en este periodo. La concordancia y el kappa de Cohen no incluyen las respuestas dudosas; entre paréntesis: el intervalo del 95 %.
quality-challenges-none = En este periodo no se pidieron piezas patrón. Una receta puede pedirlas al iniciarse o al comienzo de un turno.
quality-challenges-overridden = Omitidas
quality-challenges-passed = Pruebas superadas
quality-challenges-right = Piezas patrón bien juzgadas
quality-change = { $change } respecto al periodo anterior
quality-checks = Comprobaciones de la estación
quality-csv = CSV
quality-csv-of = Descargar como CSV: { $title }
quality-cusum = La suma para una proporción duplicada (CUSUM) está en { $value }; da la alarma en { $limit }. Una proporción duplicada se detecta en unas { $parts } piezas, 9 de cada 10 veces. Los dos gráficos juntos dan menos de una falsa alarma en 500 turnos.
quality-figures = Cifras del periodo
quality-ground-baseline =
    { $count ->
        [one] Esperado: { $centre }. El modelo declara que rechaza { $stated } de las piezas buenas, y en los 30 días anteriores se rechazó { $above } más de las piezas de la línea ({ $count } pieza).
       *[other] Esperado: { $centre }. El modelo declara que rechaza { $stated } de las piezas buenas, y en los 30 días anteriores se rechazó { $above } más de las piezas de la línea ({ $count } piezas).
    }
quality-ground-below =
    { $count ->
        [one] Esperado: hasta { $centre }, como declara el modelo para las piezas buenas. En los 30 días anteriores se rechazó { $baseline } ({ $count } pieza).
       *[other] Esperado: hasta { $centre }, como declara el modelo para las piezas buenas. En los 30 días anteriores se rechazó { $baseline } ({ $count } piezas).
    }
quality-ground-stated =
    { $count ->
        [one] Esperado: { $centre }, como declara el modelo para las piezas buenas. En los 30 días anteriores al periodo, este modelo solo juzgó { $count } pieza; a partir de 1000 cuenta también la proporción propia de la línea.
       *[other] Esperado: { $centre }, como declara el modelo para las piezas buenas. En los 30 días anteriores al periodo, este modelo solo juzgó { $count } piezas; a partir de 1000 cuenta también la proporción propia de la línea.
    }
quality-hall-fault = Fallo
quality-hall-last = Último veredicto
quality-hall-leave = Salir
quality-hall-no-connection = Sin conexión desde las { $at }
quality-hall-open = Pantalla de planta
quality-hall-since = Este turno, desde las { $at }
quality-hall-state = Proporción NG
quality-hall-state-above = Demasiado alta
quality-hall-state-below = Muy baja
quality-hall-state-unknown = Desconocida
quality-hall-state-within = Normal
quality-human-types = Tipos indicados por personas
quality-interval = { $share } ({ $low } – { $high })
quality-interval-words = Entre paréntesis: el intervalo del 95 %. Las proporciones cuyos intervalos se solapan pueden diferir solo por azar.
quality-kappa-unknown = Donde se desconoce el kappa: { $why }
quality-latency = Tiempo hasta el veredicto
quality-latency-bar = de { $from } a { $to }: { $parts }
quality-latency-label = Histograma del tiempo desde el disparo hasta el veredicto
quality-limits-since = Valen desde { $at }, cuando { $name } versión { $version } empezó a juzgar.
quality-limits-words = Los límites tienen en cuenta una proporción esperada entre { $low } y { $high } y el número de piezas de cada intervalo.
quality-more-types =
    { $count ->
        [one] Un tipo más está en el archivo CSV.
       *[other] { $count } tipos más están en el archivo CSV.
    }
quality-no-before = sin comparación
quality-no-rejects = Sin rechazos.
quality-objection = { $at }, { $author }, receta { $recipe }, modelo { $model }
quality-objections = Modelos usados a pesar de objeciones
quality-objections-none = Ningún modelo se usó a pesar de una objeción.
quality-of = { $count } de { $all }
quality-only-clear = Mostrar todo
quality-only-human = Tipo indicado por una persona: { $name }
quality-only-region = Lugar: { $region }
quality-only-rule = Tipo: { $name }
quality-only-score = NG solo por la puntuación de anomalía
quality-open-parts = Mostrar las piezas: { $name }
quality-out-above = { $at }: { $rejected } de { $judged } rechazadas ({ $share }), más que el límite superior
quality-out-below = { $at }: { $rejected } de { $judged } rechazadas ({ $share }), menos que el límite inferior
quality-p-chart = Gráfico p de la proporción NG
quality-p-chart-label = Proporción NG en el tiempo, con su valor esperado y sus límites de control
quality-p-chart-of = Gráfico p de la proporción NG: { $recipe }
quality-points = { $points } puntos porcentuales
quality-recipes = Recetas
quality-region-1 = arriba a la izquierda
quality-region-2 = arriba en el centro
quality-region-3 = arriba a la derecha
quality-region-4 = en el centro a la izquierda
quality-region-5 = en el centro
quality-region-6 = en el centro a la derecha
quality-region-7 = abajo a la izquierda
quality-region-8 = abajo en el centro
quality-region-9 = abajo a la derecha
quality-region-count =
    { $count ->
        [one] { $name }: { $count } pieza
       *[other] { $name }: { $count } piezas
    }
quality-region-filter = Solo este lugar
quality-region-picture = La pieza rechazada más reciente
quality-regions = Dónde están los defectos
quality-regions-none = Nada indica dónde están los defectos de estas piezas.
quality-rejects = Rechazos
quality-score-alone = solo puntuación de anomalía
quality-share = Proporción NG
quality-shifts-left-out =
    { $count ->
        [one] Solo se muestra el turno más reciente.
       *[other] Solo se muestran los { $count } turnos más recientes.
    }
quality-state-above =
    { $count ->
        [one] Por encima de los límites en { $count } intervalo.
       *[other] Por encima de los límites en { $count } intervalos.
    }
quality-state-below = Por debajo de los límites: compruebe que los defectos aún se detectan.
quality-state-doubled = El { $at } se detectó una proporción duplicada.
quality-state-within = Dentro de los límites
quality-types = Tipos de defectos
quality-types-words = Según la clase cuya regla no se cumple. Una pieza que infringe las reglas de varias clases cuenta en cada una de ellas.
quality-why-model_gone = Sin límites: la estación ya no tiene el modelo que juzgó estas piezas, así que se desconoce qué proporción de piezas buenas rechaza.
quality-why-no_model = Sin límites: en esta receta no juzga un modelo de anomalías, y solo un modelo así declara qué proporción de piezas buenas rechaza.
quality-why-not_stated = Sin límites: el modelo no declara qué proporción de piezas buenas rechaza. Un nuevo entrenamiento en esta estación da ese dato.
quality-without-region =
    { $count ->
        [one] De { $shown } pieza se desconoce el lugar: no tiene ni recuadro ni mapa de calor, o la registró una versión anterior.
       *[other] De { $shown } piezas se desconoce el lugar: no tienen ni recuadro ni mapa de calor, o las registró una versión anterior.
    }

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

## Reports

job-kind-report = Informe
report-all = { $count ->
    [one] Mostrar el informe
   *[other] Mostrar los { $count } informes
 }
report-check-changed = Este archivo se modificó después de firmarlo. No se fíe de él.
report-check-unchanged = Sin cambios, firmado por { $signer }.
report-check-unknown_key = Sin cambios desde que se firmó, pero con una clave que esta estación no conoce. Compare la huella con la que le dé el propietario de la estación.
report-check-unsigned = Este archivo no tiene firma, así que no se puede detectar un cambio.
report-download = Descargar { $format }, { $name }
report-earlier = Informes
report-fit = Informe de aptitud
report-fit-again = Crear otro informe
report-fit-make = Crear informe de aptitud
report-fit-words = Qué muestran las imágenes, con qué certeza y qué falta, en HTML y PDF. Ambos se abren sin la estación y están firmados, de modo que cualquier cambio se nota.
report-made = { $at }, { $author }
report-no-pdf = Sin PDF:
report-none = Todavía no se ha creado ningún informe.
report-question = ¿Qué quiere averiguar? (opcional, figura en el próximo informe)
report-remove = Eliminar el informe de { $name }
report-remove-short = Eliminar
report-shift = Informe de turno
report-shift-make = Crear informe de turno
report-shift-of = Informe del turno { $period }
report-shift-present = Informe del turno actual
report-shift-words = Piezas, rendimiento, rechazos, revisiones, alarmas y tiempos de un turno, en HTML y PDF. Ambos se abren sin la estación y están firmados.
report-too-few = { $count ->
    [one] Falta una imagen para un informe de aptitud.
   *[other] Faltan { $count } imágenes para un informe de aptitud.
 }
report-unsigned = Sin firmar: el paquete para firmas no está instalado en esta estación.
report-verify = Comprobar un informe
report-verify-file = Elegir un archivo
report-verify-key = Clave pública de otra estación (opcional)
report-verify-words = Elija el archivo HTML o PDF de un informe. Se detecta un solo byte modificado.

## Review of parts

review-add-to = Añadir a
review-add-picture-to = Añadir su imagen a
review-all-done = Ha revisado todas las piezas que había aquí.
review-choice = { $queue } ({ $count })
review-details = Detalles de la pieza { $number }
review-further = Mostrar más piezas
review-hint-keys = <kbd>O</kbd> OK, <kbd>N</kbd> NG, <kbd>U</kbd> deshacer, flechas para moverse, <kbd>Enter</kbd> detalles
review-hint-swipe = Deslice a la derecha para OK, a la izquierda para NG.
review-is-really = La pieza { $number } es realmente { $verdict }
review-key-move = Ir a otra pieza
review-key-open = Abrir los detalles de la pieza
review-key-undo = Deshacer la última revisión
review-left = Quedan <count>{ $count }</count>
review-line-unchanged = El veredicto enviado a la línea no cambia.
review-marked = Pieza { $number } marcada como { $verdict }.
review-marked-and-added = Pieza { $number } marcada como { $verdict }; su imagen está en { $dataset }.
review-marked-by = Marcada como { $verdict } por { $author }, { $at }. Toque otra vez para cambiarlo.
review-near = Cerca del umbral
review-all-ng = Todas las NG
review-all-ok = Todas las OK
review-none-waits = Aquí no hay piezas por revisar.
review-picture-hint = OK la añade a { $dataset } como normal; NG, como anomalía.
review-picture-is-in = Está en { $dataset } y su etiqueta sigue al veredicto.
review-picture-moves = OK o NG la mueve de { $from } a { $dataset }.
review-picture-none = No queda ninguna imagen de esta pieza.
review-picture-split = Usar la imagen para
review-question = ¿Qué es realmente esta pieza?
review-question-near = Cerca del umbral: ¿qué es realmente esta pieza?
review-really = Realmente { $verdict }
review-reviewed = revisada: { $verdict }
review-score = { $score } de { $threshold }
review-to-review = por revisar
review-undo = Deshacer la pieza { $number }: { $verdict }

## Model page: the archive re-inspected

archive = El archivo juzgado de nuevo
archive-lead = ¿Cómo habrían sido las últimas semanas con esta versión? Juzga de nuevo las imágenes guardadas, con la prioridad más baja junto a la línea, y compara sus veredictos con los de la línea.
archive-period = Período
archive-days =
    { $count ->
        [one] Último día
       *[other] Últimos { $count } días
    }
archive-scope = Se pueden juzgar de nuevo <b>{ $count }</b> de { $parts } piezas de la receta { $recipe }.
archive-takes = Tarda unos { $duration }.
archive-takes-at-least = Tarda al menos { $duration }.
archive-takes-unknown = Todavía no se sabe cuánto tarda.
archive-duration-minutes =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
archive-duration-hours =
    { $count ->
        [one] { $count } hora
       *[other] { $count } horas
    }
archive-left-out =
    { $count ->
        [one] { $count } pieza no se puede juzgar de nuevo
       *[other] { $count } piezas no se pueden juzgar de nuevo
    }
archive-left-without_picture = Imagen eliminada por falta de espacio o nunca guardada: { $count }
archive-left-other_region = Otra región de la cámara que hoy: { $count }
archive-left-without_model = Juzgadas sin modelo de anomalías: { $count }
archive-left-errors = ERROR, sin veredicto: { $count }
archive-left-missed = MISSED, sin imagen: { $count }
archive-left-challenges = Piezas patrón, no de producción: { $count }
archive-one-at-a-time = Solo puede ejecutarse una de estas evaluaciones a la vez.
archive-no-recipe = Todavía no se ha aplicado ninguna receta, así que no hay piezas que juzgar de nuevo.
archive-nothing-there = En este período ninguna pieza tiene una imagen que se pueda juzgar de nuevo.
archive-start = Juzgar el archivo
archive-start-again = Juzgar el archivo otra vez
archive-go-on = Continuar
archive-begins = Cargando el modelo
archive-remaining =
    { $count ->
        [one] Queda { $count } pieza por juzgar.
       *[other] Quedan { $count } piezas por juzgar.
    }
archive-cancel = Detener y conservar los resultados
archive-nothing-judged = Todavía no se ha juzgado ninguna pieza.
archive-headline = Con la versión { $version } se habrían rechazado <b>{ $after }</b> de 1000 piezas en lugar de <b>{ $before }</b>.
archive-interval = Diferencia { $difference } (confianza del 95 %: de { $low } a { $high }).
archive-as-of =
    { $count ->
        [one] { $count } pieza de la receta { $recipe } desde el { $since }, juzgada el { $at } con el umbral { $threshold }.
       *[other] { $count } piezas de la receta { $recipe } desde el { $since }, juzgadas el { $at } con el umbral { $threshold }.
    }
archive-counts = Veredictos de la línea y de esta versión sobre las mismas piezas
archive-would-be = versión { $version }: { $verdict }
archive-was = línea: { $verdict }
archive-nobody-reviewed = Nadie ha revisado estas piezas, por lo que no se sabe qué veredictos son correctos.
archive-reviewed =
    { $count ->
        [one] De { $count } pieza revisada, la línea acertó en <b>{ $before }</b> y esta versión en <b>{ $after }</b>.
       *[other] De { $count } piezas revisadas, la línea acertó en <b>{ $before }</b> y esta versión en <b>{ $after }</b>.
    }
archive-escapes = Defectos no detectados: <b>{ $found }</b> se habrían encontrado, <b>{ $added }</b> serían nuevos.
archive-false-rejects = Falsos rechazos: <b>{ $gone }</b> se habrían evitado, <b>{ $added }</b> serían nuevos.
archive-chart = Rechazos de 1000 piezas por día
archive-chart-day =
    { $count ->
        [one] { $day }: { $before } antes, { $after } con esta versión ({ $count } pieza)
       *[other] { $day }: { $before } antes, { $after } con esta versión ({ $count } piezas)
    }
archive-chart-before = Línea
archive-chart-after = Esta versión
archive-threshold = Umbral
archive-threshold-hint = Otro umbral se responde al momento, sin juzgar de nuevo.
archive-parts = Piezas
archive-part-by-part = Pieza por pieza
archive-kind-different = Veredicto distinto
archive-kind-would_be_ng = Era OK, sería NG
archive-kind-would_be_ok = Era NG, sería OK
archive-kind-now_right = Distinto, y correcto según la revisión
archive-kind-now_wrong = Distinto, y erróneo según la revisión
archive-kind-problem = No se pudo juzgar
archive-csv = Descargar como CSV
archive-parts-none = No hay ninguna pieza así.
archive-parts-pages = Páginas de piezas
archive-by-line = Línea
archive-by-person = Persona
archive-problem-picture_missing = Falta el archivo de la imagen
archive-problem-picture_changed = El archivo de la imagen ha cambiado
archive-problem-recipe_unusable = Su receta ya no se puede usar
archive-problem-not_judged = Sería un ERROR
archive-heat = Mapa de calor
archive-heat-failed = No hay mapa de calor: okng host debe estar en marcha y la imagen seguir guardada.
archive-in-results = Ver en Resultados
archive-advice-none = Esta versión todavía no ha juzgado el archivo. Mostraría cómo habrían sido las últimas semanas con ella.

## Parts of several pages: pictures, verdicts, dialogs and fields

acknowledge = Reconocer
acknowledge-title = Reconocer la alarma NG
acknowledge-words = A partir de ahora se vuelven a admitir piezas. Se registran su nombre y el motivo.
acknowledge-done = La alarma NG está reconocida. Las piezas NG se cuentan de nuevo.
acknowledge-found = Qué se encontró
acknowledge-found-cleaned = Cámara o luz limpiada
acknowledge-found-corrected = Herramienta o proceso corregido
acknowledge-found-really-ng = Las piezas eran realmente NG
field-changed = Cambiado, aún sin aplicar
field-copied = Copiado
field-copy = Copiar { $label }
field-copy-by-key = Pulse Ctrl+C
field-dataset = Conjunto de datos
field-dataset-example = por ejemplo tapa izquierda
field-dataset-name = Nombre del nuevo conjunto de datos
field-dataset-new = Nuevo conjunto de datos…
field-dataset-none = ninguno
field-not-available = No disponible en esta cámara.
field-one-moment = Un momento…
field-own-words = o con sus propias palabras
field-reason = Motivo
field-reason-first = Elija o escriba primero un motivo.
field-region = Región de interés
field-region-draw = { $what }: arrastre sobre la imagen para dibujarla
field-slider = { $label }, control deslizante
field-split-later = Repartir después
field-split-test = Prueba
field-split-test-words = Con ellas no se entrena ningún modelo.
field-split-train = Entrenamiento
heat-map = Mapa de calor
heat-map-off = Mapa oculto
heat-map-on = Mapa visible
job-cancelled = { $job }: cancelado
job-cancelling = Cancelando…
job-failed = { $job }: ha fallado
job-kind-dataset_import = Importación
job-kind-dataset_review = Comprobación del conjunto de datos
job-kind-grow = Entrenamiento incremental
job-kind-model_import = Importación de un modelo
job-kind-regression = Comprobación de regresión
job-kind-train = Entrenamiento
job-kind-train-detector = Entrenamiento del detector
job-log = Registro
job-progress = Progreso
job-queued = { $job }: en cola
job-running = { $job }: en curso
job-succeeded = { $job }: terminado
live-view-absent = Cámara no conectada
live-view-absent-words = Compruebe el cable y la alimentación. La estación se reconecta automáticamente.
live-view-fault = Fallo de la cámara
live-view-fault-words = La estación se reconecta automáticamente. Si persiste, desenchufe la cámara un momento.
live-view-opening = Conectando con la cámara
live-view-opening-words = Esto tarda unos segundos.
live-view-collecting = Pieza más reciente
live-view-collecting-waiting = La entrada de la cámara es el disparo. Con la próxima pieza aparecerá aquí una imagen.
live-view-image = Imagen en directo de la cámara
live-view-inspecting = Inspección en curso: pieza más reciente
live-view-inspecting-waiting = La inspección está en curso. Con la próxima pieza aparecerá aquí una imagen.
live-view-none = Sin imagen en directo
names-dot = Un nombre no puede terminar en punto.
names-empty = Un nombre no puede estar vacío.
names-enter-first = Escriba primero un nombre.
names-change-first = Cambie primero el nombre.
names-first = Un nombre empieza por una letra o una cifra.
names-invisible = Un nombre no puede contener caracteres invisibles.
names-long = Este nombre es demasiado largo.
names-many-characters = Un nombre tiene como máximo { $most } caracteres; este tiene { $count }.
names-reserved = Un nombre no puede contener ninguno de estos caracteres: { $characters }
pager-newer = Más recientes
pager-newest = Estos son los más recientes.
pager-older = Más antiguos
pager-oldest = No hay más antiguos.
picture-boxes-off = Recuadros ocultos
picture-boxes-on = Recuadros visibles
picture-compare = Comparar con una pieza buena
picture-compare-close = Cerrar la comparación
picture-compare-looking = Buscando…
picture-compare-good = Pieza buena más parecida, mismo lugar
picture-compare-none = No disponible: { $reason }.
picture-compare-region = Pieza buena más parecida
picture-compare-this = Esta pieza
picture-compare-whole = Pieza buena completa
picture-damaged = La imagen se recibió, pero el navegador no puede mostrarla: puede que su archivo esté dañado.
picture-download = Descargar la imagen
picture-download-whole = Descargar la imagen completa
picture-inspected = inspeccionado
picture-no-part = No hay imagen de esta pieza
picture-none = No hay imagen que mostrar: { $reason }
picture-objects = Objetos detectados
picture-objects-more = y { $count } más
picture-objects-none = Ningún objeto detectado
picture-objects-uncounted = no contado
picture-stored =
    { $label ->
        [normal] Imagen { $id }, normal
       *[anomaly] Imagen { $id }, anomalía
    }
picture-try = Probar una imagen
picture-try-by = Juzgada por
picture-try-by-model = { $name } versión { $version }, con su propio umbral
picture-try-by-recipe = Receta { $name } versión { $version }, como en la línea
picture-try-choose = Suelte aquí una imagen o <u>elija una</u>
picture-try-file = Imagen que probar
picture-try-judged = Juzgada en { $time }. Ni se cuenta ni se guarda.
picture-try-judging = Juzgando { $file }…
picture-try-no-verdict = Sin veredicto
picture-try-not-shown = El navegador no puede mostrar este tipo de imagen.
picture-try-words = La imagen se juzga al margen de la línea. No se cuenta, no se guarda y no activa ninguna salida.
picture-waiting = Aquí aparece la imagen de cada pieza.
record-challenge = Pieza patrón
record-challenge-words = { $name }, esperado { $expected }, por { $author }
record-detector = Detector
record-detector-engine = Motor del detector
record-detector-engine-hash = Hash del motor del detector
record-detector-hash = Hash del detector
record-inspection-id = ID de inspección
record-late = Tardía
record-late-yes = sí, por eso se activó la salida segura
record-model = Modelo
record-model-engine = Motor del modelo
record-model-engine-hash = Hash del motor del modelo
record-model-hash = Hash del modelo
record-none = no hay
record-number = Número de registro
record-original-model = modelo original en ONNX Runtime
record-part-id = ID de pieza
record-part-id-none = no indicado
record-picture = Imagen
record-picture-deleted = eliminada para liberar espacio en disco; se conserva su hash
record-picture-hash = Hash de la imagen
record-recipe = Receta
record-simulated = Cámara simulada
record-station = Estación
record-trigger-number = Número de disparo
record-trigger-uncertainty = Incertidumbre del momento de disparo
record-triggered = Disparo
record-triggered-by =
    { $source ->
        [button] { $at } por el botón
        [timer] { $at } por el temporizador
        [http] { $at } por la API HTTP
        [line] { $at } por la entrada de la cámara
        [modbus] { $at } por el PLC vía Modbus
        [opcua] { $at } por el PLC vía OPC UA
        [plc] { $at } por el PLC
        [mqtt] { $at } por MQTT
        [gpio] { $at } por la línea GPIO
       *[other] { $at }
    }
record-version = { $name } versión { $version }
scene = Escena
scene-exposure = Exposición
scene-focus = Enfoque
scene-light = Luz
scene-position = Posición
scene-in-range = dentro del rango
scene-out-of-range = fuera de rango
scene-not-measured = no medido
scene-of-limit = { $name }: { $limits } veces su límite
scene-unknown = { $name }: no medido
scene-was-changed = Inspeccionada mientras la escena estaba cambiada.
verdict-above = Puntuación { $score }, por encima del umbral { $threshold }
verdict-below = Puntuación { $score }, por debajo del umbral { $threshold }
verdict-known = Añadir al conjunto de regresión de { $model }
verdict-known-added = Toda versión nueva de { $model } debe juzgar ahora esta pieza como { $verdict }.
verdict-known-as = Como { $verdict }
verdict-late = El veredicto llegó después del límite de tiempo.
verdict-near = Cerca del umbral: marcada para revisión.
verdict-no-score = Sin puntuación
verdict-none = Aún no hay piezas
verdict-output-time = Salida <b>{ $time }</b>
verdict-score = Puntuación <value>{ $score }</value>
verdict-stage-exposure_ms = cámara
verdict-stage-queue_ms = cola
verdict-stage-preprocess_ms = preproceso
verdict-stage-inference_ms = modelo
verdict-stage-decide_ms = decisión
verdict-threshold = Umbral <value>{ $threshold }</value>
verdict-time = Veredicto <value>{ $time }</value>
