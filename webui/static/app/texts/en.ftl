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

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

model-dataset = Dataset
model-dataset-counts = { $name } ({ $normal } normal, { $anomaly } anomalous)
model-train = Train
model-method-unavailable = This method is not available on this station.
model-job-in-progress = A job is in progress. Wait until it has finished.
model-versions = Versions
model-version = version { $version }
model-none = No model yet
model-none-listed = No model yet.
model-none-words = A model learns what good parts look like from normal pictures. Training takes seconds.
model-in-use = in use
model-broken = broken
model-finds-too-few = finds too few defects
model-summary-anomaly = { $at }, { $method }, F1 { $f1 }
model-summary-unmeasured = { $at }, { $method }, not measured
model-summary-detector =
    { $at }, detector, { $classes ->
        [one] { $classes } class
       *[other] { $classes } classes
    }
model-loading = Loading { $name } version { $version }…
model-unusable = This version can't be used: { $why }
model-use = Use this version in the recipe
model-used = The recipe now uses { $name } version { $version }.
model-threshold-trained = The recipe uses the trained threshold again.
model-threshold-used = The recipe now uses the threshold { $threshold }.
model-review-off = Parts are no longer marked for review.
model-review-on = Parts near the threshold will be marked for review.

training-options = Options
training-options-reset = Reset to defaults
training-options-unchanged = These are the defaults.
training-options-method = Method
training-options-method-usual = Default
training-options-method-unavailable = { $method }, not available
training-options-unavailable = Not available on this station yet.
training-options-resolution = Image resolution
training-options-input-standard = Default, 224 px
training-options-input-320 = 320 px
training-options-input-512 = 512 px
training-options-input-1024 = { 1024 } px
training-options-input-defect = By smallest defect
training-options-input-tiles = In tiles
training-options-hint-standard = The whole picture at 224 px. Suitable for defects of at least a tenth of the picture.
training-options-hint-320 = For smaller defects. Training and inspection take about three times as long.
training-options-hint-512 = For smaller defects. Training and inspection take about ten times as long.
training-options-hint-1024 = For small defects. Training and inspection take about twenty-five times as long.
training-options-hint-defect = Chooses the size and tiles so that a defect of this size in the camera's image is detectable.
training-options-hint-tiles = For large pictures. Each tile is scored at 512 px and combined into one heat map and one score.
training-options-smallest-defect = Smallest defect
training-options-rows = Rows of tiles
training-options-columns = Columns of tiles
training-options-good-parts = Good parts may also be
training-options-rotated = rotated by 90°
training-options-mirrored = mirrored
training-options-lighter = lighter or darker
training-options-tilted = tilted by up to
training-options-good-parts-words = Adds four augmented copies of each good picture to the training. Tick only what really happens on the line: anything ticked here no longer counts as a defect.
training-options-false-rejects = Allowed false rejects
training-options-rate-usual = { $rate } (default)

growing-offer =
    { $count ->
        [one] <b>{ $count } new good picture</b> since { $name } version { $version }.
       *[other] <b>{ $count } new good pictures</b> since { $name } version { $version }.
    }
growing-known = The { $count } that it was trained on are not read again.
growing-start = Train on the new pictures
growing-report = Incremental training from version { $version }
growing-trained =
    { $added ->
        [one] Trained on <b>{ $added } more good picture</b>, in addition to the { $learnt } of version { $version }, which were not read again.
       *[other] Trained on <b>{ $added } more good pictures</b>, in addition to the { $learnt } of version { $version }, which were not read again.
    }
growing-changes = What the incremental training changed
growing-now = now
growing-threshold = Threshold
growing-rejects = Good parts rejected
growing-rejects-words = of { 1000 }, expected
growing-auroc-words = new good pictures versus defects
growing-bank = Memory bank
growing-bank-words = { $count } vectors replaced
growing-good-scores =
    { $change ->
        [lower] Scores of the earlier good parts are { $by } lower.
        [higher] Scores of the earlier good parts are { $by } higher.
       *[same] Scores of the earlier good parts are unchanged.
    }
growing-defect-scores =
    { $change ->
        [lower] Scores of defects are { $by } lower.
        [higher] Scores of defects are { $by } higher.
       *[same] Scores of defects are unchanged.
    }
growing-no-change = No stored picture changed its verdict.
growing-changed =
    { $count ->
        [one] { $count } stored picture changed verdict
       *[other] { $count } stored pictures changed verdict
    }
growing-changed-first = The first { $count }:

engine-builds = Engines
engine-builds-title = Compiled for this machine
engine-name = Engine
engine-latency = Time per picture
engine-latency-most = 95 % within { $ms }
engine-speed-up = Speed-up
engine-accuracy = Accuracy check
engine-active = active
engine-measured =
    { $threads ->
        [one] { $at }, measured with { $threads } thread
       *[other] { $at }, measured with { $threads } threads
    }
engine-tuned =
    runs with { $threads ->
        [one] { $threads } thread
       *[other] { $threads } threads
    }, { $between ->
        [1] tuned for
       *[other] { $between } operators in parallel, tuned for
    } { $goal ->
        [latency] latency
       *[throughput] throughput
    }
engine-same-answers = same as the original model
engine-refused = not used: { $problems }
engine-none-used = None of them is in use. The original model runs in ONNX Runtime.
engine-builds-words = Speed-up: compared with ONNX Runtime in FP32, measured alternately. sd: standard deviations of the scores of good parts.

detector-words = This is a detector: it finds and classifies objects. To use it in a recipe, select it on the Configuration page under Detection and add rules. To try it on pictures, run <code>okng detect { $name }:{ $version } PICTURE</code>.
detector-letterboxed = This detector was imported before okng followed darknet's <code>letter_box</code>: it still runs on letterboxed pictures. Darknet stretches pictures unless the .cfg has <code>letter_box=1</code>. Import it again to get a version that follows the .cfg.
detector-finds =
    { $count ->
        [one] It finds one kind of object
       *[other] It finds { $count } kinds of objects
    }
detector-input = Input
detector-pictures-are = Pictures are
detector-resize-stretch = stretched to the input
detector-resize-letterbox = letterboxed: aspect ratio kept, with grey bars
detector-minimum-score = Shown from score
detector-overlap = Same object from overlap
detector-made-of = Made of
detector-made-of-darknet = Darknet (.cfg and .weights): { $files }
detector-made-of-onnx = ONNX, { $layout } layout: { $files }
detector-trained = Trained
detector-imported = Imported
detector-made-by = { $at } by { $author }
detector-hash = Model hash

fine-tuning = Fine-tune on boxes
fine-tuning-pictures =
    { $count ->
        [one] <b>{ $dataset }</b> has { $count } picture with annotations: { $boxes }.
       *[other] <b>{ $dataset }</b> has { $count } pictures with annotations: { $boxes }.
    }
fine-tuning-no-boxes =
    { $count ->
        [one] <b>{ $dataset }</b> has { $count } picture with annotations, but no boxes.
       *[other] <b>{ $dataset }</b> has { $count } pictures with annotations, but no boxes.
    }
fine-tuning-words = Trains a detector for these objects, starting from this one. It takes minutes, and inspection continues meanwhile.
fine-tuning-start = Fine-tune
fine-tuning-name = Detector name
fine-tuning-width = Input width
fine-tuning-height = Input height
fine-tuning-size-hint = Multiples of 32. Small objects need a larger input. Half the size takes a quarter of the time.
fine-tuning-epochs = Maximum epochs
fine-tuning-parts = Parts may also be

dataset-difference = Pictures since this training
dataset-difference-none = Trained on the { $count } pictures that { $dataset } has now.
dataset-difference-some = Changes to { $dataset } since this training: { $changes }
dataset-difference-added = { $count } added
dataset-difference-removed = { $count } removed
dataset-difference-relabelled = { $count } relabelled
dataset-difference-reworded = { $count } with a changed batch, type, split or mask
dataset-difference-words =
    The model was trained on { $trained } pictures. The dataset has { $pictures } now. { $lost ->
        [0] Removed pictures can be restored.
        [one] Removed pictures can be restored, but { $lost } is no longer on this station.
       *[other] Removed pictures can be restored, but { $lost } are no longer on this station.
    }
dataset-difference-restore = Restore the dataset to this training
dataset-difference-restored = { $dataset } is restored to the state of this training.
dataset-difference-lost = None of its pictures could be restored.

model-export = Export
model-export-title = Export for other stations
model-export-words = A signed file with this version and up to ten of its pictures, on which the other station proves that the model answers as it does here.
model-export-start = Export this version
model-export-running = Preparing the file…
model-export-done = { $file } has been saved by the browser.
model-import = Models from other stations
model-import-start = Import from another station
model-import-words = Choose a file that ends in .okng-model. The model is checked here before it appears among the versions.
model-import-sending = Sending { $file }…
model-import-why-not = A job is in progress. Wait until it has finished to import a model.
model-import-unknown-key = This station does not know who made { $file }
model-import-unknown-key-words = It was signed with the key below. Compare it with the key that the other station shows under <b>Trusted stations</b>. Trust it only if both are the same.
model-import-trust = Trust and import
model-import-trusted = Models of { $name } are trusted from now on.
model-import-keys = Trusted stations
model-import-keys-words = This station imports models only if they were signed by itself or by a station in this list.
model-import-keys-none = No other station is trusted yet.
model-import-keys-own = Public key of this station
model-import-keys-add = Trust this station
model-import-keys-remove = Remove { $name }
model-import-name = Name of the other station
model-import-name-example = for example line-1
model-import-key = Its public key

## Inspection page

## Results page

## Line page

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
