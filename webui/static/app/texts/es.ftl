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

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

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
results-challenge = pieza de control: { $name }
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

## Line page

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
record-challenge = Pieza de control
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
