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

## Settings page

## Cloud page

## Configuration page

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

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

## Results page

## Line page

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
