### English. One message a text; the names say where it stands. Fluent's syntax: projectfluent.org.

## Login, claim, and other pages without scripts

no-javascript = These pages need JavaScript; the HTTP API under /api/v1 does not.
login = Log in
login-title = Log in to { $station }
login-wrong = Name or password is wrong.
door-station = Station <strong dir="auto">{ $station }</strong>
user-name = User name
password = Password
claim = Claim this station
claim-title = Claim { $station }
claim-words = <strong dir="auto">{ $station }</strong> has not been claimed yet. You will find the claim code in the terminal or log where okng was started.
claim-code = Claim code
claim-password = Choose a password, at least 10 characters
claim-button = Claim the station
claim-wrong-code = This is not the claim code. You will find it in the terminal or log where okng was started.
not-found = Page not found
not-found-words = Station <strong dir="auto">{ $station }</strong> has no page at this address. The address may be mistyped, or the page was renamed.
not-found-start = Go to the start page
store-fault = The station's store can't be used
store-fault-title = { $station }: store fault
store-fault-reload = Then reload this page.
docs = HTTP API
docs-title = HTTP API of { $station }
docs-back = Back to Account
docs-tokens = Programs send <span class="mono">Authorization: Bearer okng_…</span>. Tokens are created on the account page.

## Words that every page shares

page-account = Account
page-cloud = Cloud
page-configuration = Configuration
page-inspection = Inspection
page-line = Line
page-model = Model
page-results = Results
page-settings = Settings
page-training = Training
cancel = Cancel
close = Close
save = Save
add = Add
apply = Apply
copy = Copy
delete = Delete
details = Details
discard = Discard
done = Done
download = Download
edit = Edit
less = Less
more = More
next = Next
previous = Previous
remove = Remove
restore = Restore
retry = Retry
show = Show
start = Start
stop = Stop
trigger = Trigger
undo = Undo
use = Use
label-normal = normal
label-anomaly = anomaly
normal = Normal
anomaly = Anomaly

## Numbers and times

ago-less-than-a-minute = less than 1 min ago
ago-minutes = { $count } min ago
ago-hours = { $count } h ago
ago-days =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }

## Header, banners, notices and other parts of every page

## What the station is doing, and its conditions

## Account page

language = Language
log-out = Log out
keyboard = Keyboard
keyboard-shortcuts = Keyboard shortcuts
keyboard-words = Press <kbd>?</kbd> on any page to see which keys do something there.
password-current = Current password
password-new = New password, at least 10 characters
password-change = Change password
password-changed = Password changed. Other browsers have been logged out.
token = Token
token-create = Create
token-issued = Copy this token now. It will not be shown again
token-issued-at = issued { $at }
token-new-example = for example plc-gateway
token-new-name = New token name
token-revoke = Revoke
token-revoked = Token { $title } revoked.
tokens = API tokens
tokens-docs = HTTP API documentation
tokens-words = Programs send a token to the HTTP API as <code>Authorization: Bearer …</code>. A token has the same permissions as you.

## Settings page

## Cloud page

## Configuration page

## Training page

shortcut-side = Picture { $id }: { $side }

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

## Results page

## Line page

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
