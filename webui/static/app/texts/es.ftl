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

shortcut-side = Imagen { $id }: { $side }

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

## Results page

## Line page

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
