## Both reports

station = Estación
made-at = Creado el
made-by = Creado por
model = Modelo
models = Modelos en uso
none-yet = todavía ninguno
summary = Resumen
unknown = Desconocido.
unknown-short = desconocido
not-named = (sin nombre)
of = { $count } de { $of }
share = Proporción
ms = { $value } ms
figure = Cifra
number = N.º
time = Hora
parts = Piezas
recipe = Receta
half = la mitad en menos de
ninety-five = 95 de 100 en menos de
ninety-nine = 99 de 100 en menos de
verdict-time = Tiempo del disparo al veredicto
scene = Luz y enfoque
picture-alt = Imagen { $name }
picture-gone = La estación ya no tiene esta imagen.
score = Puntuación { $score }
appendix = Anexo: las imágenes detrás de las cifras
appendix-words = Las cifras subrayadas llevan aquí. Debajo de cada imagen figuran su nombre y el SHA-256 de su archivo.
group-shown = { $total ->
    [one] 1 imagen
   *[other] { $shown } de { $total } imágenes
 }
group-label = Etiqueta: { $value }
group-type = Tipo de defecto: { $value }
group-batch = Lote: { $value }
group-day = Día: { $value }
group-person = Añadidas por { $value }
group-rejected = Imágenes buenas que el modelo rechaza { $value }
group-found = Anomalías que el modelo encuentra { $value }
group-missed = Anomalías que el modelo pasa por alto { $value }
group-type-tested = Anomalías probadas de este tipo: { $value }
group-smallest = El defecto más pequeño { $value }
group-smallest-found = El defecto más pequeño encontrado { $value }
group-largest-missed = El defecto más grande pasado por alto { $value }
group-rejected-parts = Piezas rechazadas { $value }
group-escaped = Escapes: piezas que pasaron y son NG { $value }
label-normal = normal
label-anomaly = anómala
verify = ¿Es auténtico este informe?
verify-words = La estación { $station } firmó cada byte de este archivo. La clave con la que firma tiene esta huella:
verify-how = Quien tenga okng comprueba el archivo con la orden siguiente, o en la página de la que procede. Basta un solo byte modificado para que la comprobación falle.
verify-stranger = En otro ordenador, indique la clave pública de la estación con --key. Pida la huella al propietario de la estación por otra vía que este archivo y compárela.
verify-unsigned = Este informe no está firmado, porque a la estación le falta el paquete necesario (pip install 'okng[exchange]'). No se puede detectar un cambio.

## Fit report

fit-title = Informe de aptitud: { $dataset }
fit-lead = ¿Funciona esta inspección, con qué certeza y qué falta todavía?
dataset = Conjunto de datos
dataset-version = versión { $version }
tile-pictures = Imágenes
tile-pictures-words = { $normal } normales, { $anomaly } anómalas
tile-rejected = Piezas buenas rechazadas, de 1000
tile-rejected-words = { $count } de { $of } imágenes buenas rechazadas
tile-found = Anomalías encontradas
tile-found-words = { $count } de { $of } imágenes anómalas encontradas
tile-time = Veredicto en menos de
tile-time-words = 99 de 100 de las últimas { $parts } piezas
no-model-short = No se ha entrenado ningún modelo con este conjunto de datos.
no-anomalies-short = El modelo no se probó con ninguna imagen anómala.
no-parts-short = Se han inspeccionado muy pocas piezas con el modelo.
range = { $low } a { $high }
range-percent = { $low } a { $high }
per-thousand = { $low } a { $high } de 1000
summary-shortcut = La etiqueta se adivina sin mirar la pieza. Mientras eso no se resuelva, ninguna cifra de este informe demuestra que se vean los defectos.
see-shortcuts = Ver los atajos
summary-unusable = Las imágenes de prueba muestran que este modelo no sirve.
see-model = Ver las cifras del modelo
summary-gaps = { $count ->
    [one] Una carencia
    [2] Dos carencias
   *[other] { $count } carencias, la más importante primero
 }
no-gaps = No se encontró ninguna carencia.
question = La pregunta
question-none = Quien pidió este informe no anotó ninguna pregunta.
question-words = ¿Se pueden juzgar automáticamente por sus imágenes las piezas del conjunto de datos «{ $dataset }»? Este informe trata de sus { $pictures } imágenes.
question-model = Las cifras son las del modelo { $model } ({ $method }), el más reciente entrenado con ellas.
question-recipes = Recetas que lo usan: { $recipes }.
pictures = Imágenes
pictures-words = Añadidas del { $first } al { $last }.
normal-count = { $count ->
    [one] 1 imagen normal
   *[other] { $count } imágenes normales
 }
anomaly-count = { $count ->
    [one] 1 imagen anómala
   *[other] { $count } imágenes anómalas
 }
by-type = Imágenes anómalas por tipo de defecto
by-batch = Por lote
by-day = Por día
by-person = Por la persona que las añadió
name-label = Etiqueta
name-type = Tipo de defecto
name-batch = Lote
name-day = Día
name-person = Persona
name-camera = Cámara
of-them-anomalous = Anómalas
others = otras
model-does = Qué hace el modelo
model-none = No se ha entrenado ningún modelo con este conjunto de datos; por eso no se sabe nada de los rechazos ni de las anomalías encontradas.
model-none-how = { $count ->
    [0] Hay suficientes imágenes normales: entrene un modelo en la página Entrenamiento.
    [one] Falta una imagen normal para poder entrenar un modelo.
   *[other] Faltan { $count } imágenes normales para poder entrenar un modelo.
 }
model-words = El modelo { $model } se entrenó el { $at } con { $count } imágenes.
interval-words = Cada imagen fue juzgada por un modelo que no la había visto. Los intervalos contienen el valor real en 95 de cada 100 casos.
model-old = El conjunto de datos ha cambiado desde el entrenamiento: { $added } imágenes añadidas, { $removed } eliminadas, { $relabelled } reetiquetadas, { $other } cambiadas de otro modo. Las cifras se refieren a las imágenes de entonces.
model-lost = { $count ->
    [one] La estación ya no tiene una de las imágenes del entrenamiento.
   *[other] La estación ya no tiene { $count } de las imágenes del entrenamiento.
 }
state-unusable = Las imágenes de prueba muestran que el modelo no encuentra defectos, pasa por alto la mayoría o no es mejor que el azar.
state-unknown = Las imágenes de prueba son muy pocas para mostrar que el modelo encuentra defectos mejor que el azar.
counted = Contado
interval-95 = Intervalo del 95 %
good-rejected = Piezas buenas rechazadas (intervalo para las próximas 1000)
anomalies-found = Anomalías encontradas
rejected-words = El umbral se eligió para rechazar unas { $allowed } de cada 1000 piezas buenas.
independent = Las imágenes de un lote se parecen: las { $count } imágenes buenas cuentan como { $independent } independientes.
found-none = El modelo no se probó con ninguna imagen anómala, así que no se sabe cuántos defectos encuentra.
found-none-how = Añada imágenes de piezas defectuosas y entrene de nuevo.
missed = { $count ->
    [one] 1 imagen anómala se pasó por alto
   *[other] { $count } imágenes anómalas se pasaron por alto
 }
held-out = { $normal } imágenes normales y { $anomaly } anómalas se apartaron para la prueba y no influyeron en el modelo.
not-known = Qué no se sabe y cuántas imágenes lo dirían
unknown-question = Pregunta
unknown-now = Se sabe con
unknown-have = Hay
unknown-need = Hacen falta
unknown-good_rejected = ¿Cuántas de 1000 piezas buenas se rechazan, con un margen de { $within }? { $value }
unknown-found = ¿Cuántas de 100 anomalías se encuentran, con un margen de { $within }? { $value }
unknown-type_found = ¿Cuántas de 100 anomalías del tipo { $value } se encuentran, con un margen de { $within }?
unknown-untyped = ¿De qué tipo son las imágenes anómalas sin tipo?
unknown-batches = ¿Se ven distintos otros lotes o días?
unknown-sizes = ¿Qué tamaño tienen los defectos sin máscara?
unknown-words = Los números valen si las proporciones se mantienen; donde aún no se sabe nada se supone el peor caso.
unknown-nothing = Cada pregunta de este informe está respondida con la precisión que pide.
plus-minus-thousand = ± { $value } de 1000
plus-minus-percent = ± { $value } de 100
more-does-not-tell = más imágenes no lo dirían
name-the-type = nombrar los tipos
more-pictures = { $more ->
    [one] 1 imagen más
   *[other] { $more } imágenes más
 }
more-batches = { $more ->
    [one] 1 lote más
   *[other] { $more } lotes más
 }
retrain-tells = suficientes: entrenar de nuevo
smallest = El defecto más pequeño visto
smallest-none = Ninguna imagen anómala tiene máscara ni recuadro, así que no se sabe el tamaño de los defectos.
smallest-none-how = Dibuje máscaras en las imágenes anómalas en la página Entrenamiento; este informe las medirá.
smallest-seen = El más pequeño de las imágenes
smallest-found = El más pequeño encontrado
largest-missed = El más grande pasado por alto
smallest-unscored = No se sabe si el modelo encuentra los defectos medidos.
smallest-unscored-how = Entrene un modelo con las imágenes actuales.
diameter = Diámetro
area = Área
of-picture = De la imagen
px = { $value } px
px2 = { $value } px²
of-picture-words = { $side } del lado más largo, { $area } del área
no-such = ninguno
measured-by-mask = Medido por las máscaras de { $measured } imágenes anómalas; { $unmeasured } no tienen.
measured-by-box = Medido por los recuadros de { $measured } imágenes anómalas; { $unmeasured } no tienen. Un recuadro es mayor que su defecto.
measured-words = De una imagen con varios defectos cuenta el más grande. El diámetro es el de un círculo de la misma área. No se sabe qué tamaño tiene la pieza en la imagen.
measured-unreadable = { $count ->
    [one] Una máscara no se puede leer.
   *[other] { $count } máscaras no se pueden leer.
 }
scene-none = No hay referencia de luz y enfoque.
scene-none-how = Cada entrenamiento en la estación crea una con sus imágenes normales.
scene-words = Hasta aquí se apartan de su centro las { $count } imágenes normales del entrenamiento. Las piezas que van más allá se notifican como escena cambiada.
scene-measure = Medida
scene-spread = Dispersión
measure-detail = Nitidez a resolución completa
measure-texture = Nitidez
measure-level = Brillo
measure-saturated = Área saturada de la imagen
measure-black = Área negra de la imagen
measure-horizontal = Luz, izquierda frente a derecha
measure-vertical = Luz, arriba frente a abajo
measure-centre = Luz, centro frente a borde
measure-right = Posición, horizontal (del lado más largo)
measure-down = Posición, vertical (del lado más largo)
measure-turn = Giro
degrees = { $value }°
position-none = La posición no se mide.
scene-changed = { $count ->
    [0] La escena no había cambiado en ninguna de las últimas { $parts } piezas inspeccionadas.
    [one] La escena había cambiado en una de las últimas { $parts } piezas inspeccionadas.
   *[other] La escena había cambiado en { $count } de las últimas { $parts } piezas inspeccionadas.
 }
cycle = Tiempo de ciclo
cycle-none = Se han inspeccionado menos de 20 piezas con este modelo, así que no se sabe si los veredictos llegan a tiempo.
cycle-none-how = Use el modelo en una receta en la línea; 1000 piezas muestran la más lenta de 100.
cycle-words = Las últimas { $parts } piezas que la receta { $recipe } juzgó con este modelo, del { $first } al { $last }.
cycle-simulated = Sus imágenes venían de una cámara emulada o de una carpeta, no de la línea.
trigger-period = Tiempo entre dos disparos
at-least-ms = al menos { $value } ms
cycle-load = El más lento de 100 veredictos tarda { $share } del más corto de 100 tiempos entre dos disparos.
cycle-late = { $count ->
    [0] Ningún veredicto llegó tarde.
    [one] Uno de { $parts } veredictos llegó tarde.
   *[other] { $count } de { $parts } veredictos llegaron tarde.
 }
shortcuts = Atajos
shortcuts-words = Un atajo es todo lo que distingue las imágenes normales de las anómalas sin la pieza misma, como el borde, la iluminación o el archivo. Un modelo que lo aprende parece excelente aquí y falla en la línea.
review-none = Nunca se comprobó si las imágenes tienen atajos.
review-none-how = Compruebe el conjunto de datos en la página Entrenamiento; con { $count } imágenes tarda segundos.
review-words = La comprobación del { $at } examinó { $count } imágenes.
review-old = { $count ->
    [one] Desde entonces se añadió o cambió una imagen; la comprobación no vale para ella. Compruebe de nuevo.
   *[other] Desde entonces se añadieron o cambiaron { $count } imágenes; la comprobación no vale para ellas. Compruebe de nuevo.
 }
shortcut-figures = AUROC con validación cruzada { $auroc } (0,5 es azar, 1 es certeza), p = { $p }.
shortcuts-found-none = No se encontró ningún atajo.
not-tested = Lo que no se pudo comprobar:
other-findings = Otros hallazgos de la comprobación
finding-unreadable = Imágenes ilegibles: { $count }
finding-all_alike = Todas las imágenes son iguales: { $count }
finding-label_conflict = Grupos de casi la misma imagen con ambas etiquetas: { $count }
finding-leakage = Casi duplicados tanto en entrenamiento como en prueba: { $count }
finding-shortcut = Atajos: { $count }
finding-outlier = Imágenes distintas de todas las de su etiqueta: { $count }
finding-empty = Imágenes sin pieza: { $count }
finding-odd_format = Imágenes de otro formato que la mayoría: { $count }
finding-near_copies = Grupos de casi duplicados: { $count }
findings-kept = { $count ->
    [one] Una persona dejó un hallazgo como está.
   *[other] Una persona dejó { $count } hallazgos como están.
 }
bias = Etiquetas entre lotes, días, cámaras y personas
bias-words = Divergencia de Jensen-Shannon en bits: 0 si todos tienen la misma proporción de imágenes anómalas.
gaps = Carencias y próximos pasos
gaps-words = Lo que más cambiaría la respuesta va primero.
gap = Carencia
next-step = Próximo paso
gap-unusable = El modelo no sirve
step-unusable = Revise las etiquetas y entrene después con más resolución. Anomalías pasadas por alto: { $count }.
gap-shortcut = { $count ->
    [one] La etiqueta se adivina sin la pieza
   *[other] La etiqueta se adivina sin la pieza de { $count } maneras
 }
step-shortcut = Fotografíe piezas normales y anómalas por turnos, en el mismo lugar y con la misma luz, o recorte a la pieza. Atajos por resolver: { $count }.
gap-no_anomaly = No hay imágenes anómalas
step-no_anomaly = Reúna { $more } imágenes de piezas defectuosas para conocer la proporción encontrada con un margen de 10 de 100; las diez primeras ya muestran si funciona.
gap-few_normal = Solo hay { $count } imágenes normales
step-few_normal = Reúna { $more } imágenes normales más; un entrenamiento necesita 20.
gap-no_model = No se ha entrenado ningún modelo
step-no_model = Entrene un modelo con estas { $count } imágenes.
gap-too_slow = La línea es más rápida que los veredictos
step-too_slow = Ejecute «okng tune» para este modelo o reduzca la resolución. Veredictos tardíos: { $count }.
gap-label_conflict = { $count ->
    [one] Un grupo de casi la misma imagen tiene ambas etiquetas
   *[other] { $count } grupos de casi la misma imagen tienen ambas etiquetas
 }
step-label_conflict = Decida una etiqueta para cada uno en la página Entrenamiento ({ $count }).
gap-leakage = { $count ->
    [one] Un grupo de casi duplicados está en entrenamiento y en prueba
   *[other] { $count } grupos de casi duplicados están en entrenamiento y en prueba
 }
step-leakage = Ponga cada uno de los { $count } grupos en un solo lado.
gap-model_is_old = { $count ->
    [one] Una imagen ha cambiado desde el entrenamiento
   *[other] { $count } imágenes han cambiado desde el entrenamiento
 }
step-model_is_old = Entrene de nuevo y cree otro informe. Imágenes que faltan en las cifras: { $count }.
gap-no_review = Nunca se comprobó si hay atajos
step-no_review = Compruebe el conjunto de datos en la página Entrenamiento ({ $count } imágenes).
gap-review_is_old = { $count ->
    [one] Una imagen nunca se comprobó
   *[other] { $count } imágenes nunca se comprobaron
 }
step-review_is_old = Compruebe de nuevo el conjunto de datos; { $count } imágenes son nuevas o han cambiado.
gap-missed = { $count ->
    [one] Una imagen anómala se pasa por alto
   *[other] { $count } imágenes anómalas se pasan por alto
 }
step-missed = Mire las { $count } del anexo: ¿son correctas las etiquetas, y ve una persona el defecto con esta resolución?
gap-good_rejected = No se sabe con suficiente precisión cuántas piezas buenas se rechazan
step-good_rejected = { $more ->
    [0] Entrene de nuevo con todas las imágenes. Imágenes buenas probadas: { $count }.
   *[other] Reúna { $more } imágenes normales más (ahora { $count }).
 }
gap-found = No se sabe con suficiente precisión cuántos defectos se encuentran
step-found = { $more ->
    [0] Entrene de nuevo con todas las imágenes. Imágenes anómalas probadas: { $count }.
   *[other] Reúna { $more } imágenes anómalas más (ahora { $count }).
 }
gap-type_found = No se sabe lo bien que se encuentran los defectos del tipo { $value }
step-type_found = { $more ->
    [0] Entrene de nuevo con todas las imágenes. Imágenes de este tipo: { $count }.
   *[other] Reúna { $more } imágenes más de este tipo (ahora { $count }).
 }
gap-batches = { $count ->
    [0] No hay ningún lote con nombre
    [one] Todas las imágenes son de un mismo lote o día
   *[other] Las imágenes son solo de { $count } lotes o días
 }
step-batches = Reúna imágenes de { $more } lotes, días o turnos más y ponga nombre al lote.
gap-one_person = Una sola persona tomó y etiquetó todas las imágenes
step-one_person = Haga que una segunda persona revise las etiquetas (personas hasta ahora: { $count }).
gap-untyped = { $count ->
    [one] Una imagen anómala no tiene tipo de defecto
   *[other] { $count } imágenes anómalas no tienen tipo de defecto
 }
step-untyped = Ponga el tipo a las { $count } en la página Entrenamiento, para poder contar cada tipo.
gap-sizes = El tamaño de los defectos solo se conoce en { $count } imágenes anómalas
step-sizes = Dibuje máscaras en { $more } imágenes anómalas.
gap-no_cycle = No se sabe si los veredictos llegan a tiempo
step-no_cycle = Inspeccione { $more } piezas con el modelo en la línea.
gap-scene = { $count ->
    [one] La escena había cambiado en una pieza inspeccionada
   *[other] La escena había cambiado en { $count } piezas inspeccionadas
 }
step-scene = Averigüe qué cambió en la luz, el enfoque o la posición y corríjalo. Piezas: { $count }.
files = Anexo: todas las imágenes por SHA-256
files-words = { $shown } de { $total } imágenes. Con estas huellas se puede comprobar de qué archivos trata el informe.
snapshot = Huella de todas las imágenes y etiquetas:
file = Archivo

## Shift report

shift-title = Informe de turno: { $station }
shift-not-over = El turno no ha terminado: estas son sus piezas hasta ahora.
clock-set-back = El reloj de la estación se retrasó { $seconds } s durante este turno. Cada pieza figura a la hora que marcaba el reloj.
parts-words = { $error } ERROR, { $missed } MISSED
yield = Tasa OK
yield-words = { $ok } de { $judged } piezas juzgadas son OK
yield-none = Ninguna pieza recibió un veredicto.
rejects = Rechazos (NG)
rejects-words = { $count ->
    [0] ninguno considerado bueno por una persona
   *[other] { $count } de ellos considerados buenos por una persona
 }
escapes = Escapes
escapes-words = { $count ->
    [one] hallados al revisar 1 pieza
   *[other] hallados al revisar { $count } piezas
 }
escapes-none = Nadie revisó una pieza de este turno.
by-recipe = Por receta
late-parts = { $count ->
    [one] Un veredicto llegó tarde.
   *[other] { $count } veredictos llegaron tarde.
 }
no-parts = No hubo piezas.
by-hour = Por hora
hour = Hora desde
reviews = Revisiones
station-said = La estación dijo
person-ok = Una persona dijo OK
person-ng = Una persona dijo NG
to-review = { $count ->
    [0] Ninguna pieza espera revisión.
    [one] Una pieza espera revisión.
   *[other] { $count } piezas esperan revisión.
 }
alarms = Alarmas
alarm = Alarma
acknowledged = Confirmada
not-acknowledged = todavía no
listed-newest = Solo se enumeran los { $count } más recientes de { $of }.
no-alarms = No hubo ninguna alarma NG.
challenges = Pruebas con piezas patrón
result = Resultado
checks = Superadas
challenge-passed = superada
challenge-overridden = omitida
challenge-superseded = sustituida por otra receta
challenge-open = abierta
no-challenges = No tocaba ninguna prueba con piezas patrón.
scene-parts = { $count ->
    [0] La escena no había cambiado en ninguna de { $parts } piezas.
    [one] La escena había cambiado en una de { $parts } piezas.
   *[other] La escena había cambiado en { $count } de { $parts } piezas.
 }
timed = { $count ->
    [one] De la única pieza con veredicto.
   *[other] De las últimas { $count } piezas con veredicto.
 }
period-words = La mediana del tiempo entre dos disparos fue de { $value } ms.
times-none = Ninguna pieza recibió un veredicto, así que no hay tiempos.
no-models = Ningún modelo juzgó una pieza.
changes = Cambios de modelo y de umbral
threshold = umbral { $value }
mail-title = { $station }: informe de turno, { $parts } piezas
mail-body = Turno del { $start } al { $end }: { $parts } piezas, { $ng } NG, { $error } ERROR, { $missed } MISSED. El informe va adjunto en HTML y PDF; ambos están firmados.
