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

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

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
challenge-result-due = Pendiente
challenge-result-passed = Superada
challenge-result-overridden = Omitida
challenge-result-superseded = Sin terminar
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

## Results page

## Line page

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
