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
no = no
part = Part { $number }
parts = Parts
reload = Reload
yes = yes
yield = Yield

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

header-camera-absent = Camera not connected
header-camera-fault = Camera fault
header-camera-opening = Connecting to camera
header-camera-streaming = Camera ready
header-connecting = Connecting
header-mode-collect =
    { $label ->
        [normal] Collecting normal
        [anomaly] Collecting anomaly
       *[other] Collecting
    }
header-mode-inspect = Inspecting
header-mode-live = Live view
header-no-connection = No connection
header-pages = Pages
header-station = This station
notices-dismiss = Dismiss
notices-page-not-loaded = The page { $page } can't be loaded.
shortcuts-arrows = Choose another tab or option
shortcuts-enter = Press a button, take a number
shortcuts-escape = Close a dialog
shortcuts-list = Show this list
shortcuts-tab = Go to the next control
first-steps = First steps
first-steps-close = Close first steps
first-steps-continue = Continue
first-steps-progress =
    { $minutes ->
        [one] Step { $number } of { $steps }, about 1 minute.
       *[other] Step { $number } of { $steps }, about { $minutes } minutes.
    }
first-steps-connect = Connect the camera, or use pictures from files.
first-steps-connect-here = Connect the camera, or add pictures of good parts from files.
first-steps-collect = Collect pictures of good parts ({ $normal } of { $needed }).
first-steps-collect-here = Choose Normal and press Trigger, or add pictures from files ({ $normal } of { $needed }).
first-steps-collect-files = Add pictures of good parts from files ({ $normal } of { $needed }).
first-steps-train = Train a model.
first-steps-train-here = Enough pictures are there: press Train a model at the bottom of this page.
first-steps-training = Training in progress.
first-steps-inspect = Inspect parts.
first-steps-inspect-here = Check the model, press Start, then Trigger for each part.
first-steps-inspect-files = The camera is not connected. Choose your model and press Try a picture.
connection-lost = No connection to the station.
connection-no-events = No live updates from the station.
connection-no-events-words = It answers, but its events don't arrive.
connection-no-reason = The station answered with status { $status } and no reason.
connection-not-responding = The station isn't responding.
connection-offline = This browser is offline.
connection-silent = The station has gone silent.
connection-timeout = The station didn't answer in time.
connection-unreachable = The station can't be reached over the network.
connection-upload-interrupted = The upload was interrupted. Try it again.

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

## Inspection page

## Results page

results-acknowledged = Acknowledged
results-alarm = Alarm
results-alarm-pages = Alarms
results-alarm-stopped = The station stopped.
results-alarms = NG alarms
results-alarms-none = No alarms. How many NG parts raise one is set in the recipe, on the Configuration page under Recipe.
results-alarms-tab = NG alarms
results-all = All
results-all-recipes = All recipes
results-challenge = challenge: { $name }
results-chart-column-day = { $at }: { $counts }
results-chart-column-hour = From { $at }: { $counts }
results-chart-day = Parts by day
results-chart-hour = Parts by hour
results-chart-ng = NG (number above)
results-chart-none = The chart is drawn for periods of up to 31 days.
results-counted-since = Counted since
results-csv = <wide>Download</wide> CSV
results-earlier-shifts = Earlier shifts
results-find = Find
results-late = Late
results-latency = Trigger to verdict: median <b>{ $median }</b>, 95 % under <b>{ $p95 }</b>, 99 % under <b>{ $p99 }</b>
results-latency-by-recipe = Verdict times by recipe
results-latency-newest = Of the newest 1,000 parts of this time.
results-median = Median
results-model = Model
results-newest-only = Only the newest { $count } are shown.
results-ng-by-class = NG by class
results-no-parts = No parts.
results-no-parts-between = No parts from { $from } to { $to }.
results-no-parts-found = No parts found.
results-no-parts-since = No parts since then.
results-number-or-id = Number or ID
results-paging = Paging
results-part = Part
results-part-id-or-reason = Part ID or reason
results-part-number-or-id = Part number or ID
results-period = Period
results-period-24h = Last 24 hours
results-period-this_shift = This shift
results-period-last_shift = Last shift
results-period-today = Today
results-period-yesterday = Yesterday
results-period-7d = Last 7 days
results-period-30d = Last 30 days
results-period-custom = From – to…
results-period-from = From
results-period-to = To
results-period-longest = A period has at most { $days } days.
results-period-no-begin = Choose when the period begins.
results-period-no-length = The end has to be after the beginning.
results-present-shift = Present shift
results-raised = Raised
results-recipe = Recipe
results-recipe-unknown = Recipe unknown
results-reset = Reset
results-reset-counters = Reset counters
results-reset-done = The counters of { $recipe } begin anew.
results-reset-done-all = The counters of all recipes begin anew.
results-reset-new-lot = New lot
results-reset-new-tool = New tool
results-reset-of = Counters of
results-reset-record = <b>{ $recipe }</b>: { $why }
results-reset-trial = After a trial
results-reset-words = No part is deleted. Your name and the reason are recorded.
results-resets = Resets
results-review = Review
results-scene = Scene
results-scene-changed = scene changed
results-scene-changed-choice = Changed
results-score = Score
results-search-clear = Clear search
results-search-nothing = No part has this number or ID. Type the whole of it: a piece finds nothing.
results-search-words = Parts with the number or ID <b>{ $search }</b>, whatever the period.
results-set-aside = Rejected results
results-set-aside-oldest = Only the oldest { $count } are shown.
results-set-aside-record = Record { $seq } for { $sink }: { $reason }
results-set-aside-retried =
    { $count ->
        [one] 1 result is being sent again. Results that are rejected again will reappear here.
       *[other] { $count } results are being sent again. Results that are rejected again will reappear here.
    }
results-set-aside-send = Send again
results-set-aside-send-all = Send all again
results-set-aside-send-record = Send record { $seq } again
results-set-aside-size =
    { $bytes ->
        [one] { $at }, { $bytes } byte
       *[other] { $at }, { $bytes } bytes
    }
results-set-aside-title = Rejected by the receiver
results-set-aside-words =
    { $count ->
        [one] 1 result was rejected by the receiver, which accepted others. They are kept here until they are sent again. The parts below are not affected.
       *[other] { $count } results were rejected by the receiver, which accepted others. They are kept here until they are sent again. The parts below are not affected.
    }
results-shift = Shift
results-shift-words = Late verdicts count as ERROR. A part that breaks the rules of several classes counts for each of them; one that is NG by its anomaly score alone counts for none.
results-shifts = Shifts
results-shifts-words = All parts of each shift, whatever was reset. Shifts without parts are left out.
results-since = Since { $since }, or since the last reset.
results-threshold = Threshold
results-tile-all = All parts
results-tile-false-accepts = Passed but really NG
results-tile-false-rejects = Rejected but really OK
results-tile-reviewed = Reviewed
results-tile-to-review = To review
results-tiles = Show parts
results-trend = Trend
results-triggered = Triggered
results-under-95 = 95 % under
results-under-99 = 99 % under
results-verdict = Verdict

## Line page

## Review of parts

review-add-to = Add pictures to
review-add-picture-to = Add its picture to
review-all-done = You reviewed all parts that were here.
review-choice = { $queue } ({ $count })
review-details = Details of part { $number }
review-further = Show further parts
review-hint-keys = <kbd>O</kbd> OK, <kbd>N</kbd> NG, <kbd>U</kbd> undo, arrows move, <kbd>Enter</kbd> details
review-hint-swipe = Swipe right for OK, left for NG.
review-is-really = Part { $number } is really { $verdict }
review-key-move = Go to another part
review-key-open = Open the part's details
review-key-undo = Undo the last review
review-left = <count>{ $count }</count> left
review-line-unchanged = The verdict sent to the line doesn't change.
review-marked = Part { $number } marked { $verdict }.
review-marked-and-added = Part { $number } marked { $verdict }, its picture is in { $dataset }.
review-marked-by = Marked { $verdict } by { $author }, { $at }. Tap again to change.
review-near = Near the threshold
review-all-ng = All NG
review-all-ok = All OK
review-none-waits = No part waits for a review here.
review-picture-hint = OK adds it to { $dataset } as normal, NG as anomaly.
review-picture-is-in = It is in { $dataset }, and its label follows the verdict.
review-picture-moves = OK or NG moves it from { $from } to { $dataset }.
review-picture-none = No picture of this part is left.
review-picture-split = Use the picture for
review-question = What is this part really?
review-question-near = Near the threshold: what is this part really?
review-really = Really { $verdict }
review-reviewed = reviewed: { $verdict }
review-score = { $score } of { $threshold }
review-to-review = to review
review-undo = Undo part { $number }: { $verdict }

## Parts of several pages: pictures, verdicts, dialogs and fields

acknowledge = Acknowledge
acknowledge-title = Acknowledge the NG alarm
acknowledge-words = From now on parts are taken again. Your name and the reason are recorded.
acknowledge-done = The NG alarm is acknowledged. NG parts are counted anew.
acknowledge-found = What was found
acknowledge-found-cleaned = Camera or light cleaned
acknowledge-found-corrected = Tool or process corrected
acknowledge-found-really-ng = Parts really were NG
field-changed = Changed, not applied yet
field-copied = Copied
field-copy = Copy { $label }
field-copy-by-key = Press Ctrl+C
field-dataset = Dataset
field-dataset-example = for example cover left
field-dataset-name = New dataset name
field-dataset-new = New dataset…
field-dataset-none = no dataset
field-not-available = Not available on this camera.
field-one-moment = One moment…
field-own-words = or in your own words
field-reason = Reason
field-reason-first = Choose or write a reason first.
field-region = Region of interest
field-region-draw = { $what }: drag on the picture to draw it
field-slider = { $label } slider
field-split-later = Split later
field-split-test = Test
field-split-test-words = No model is trained on them.
field-split-train = Training
heat-map = Heat map
heat-map-off = Heat map off
heat-map-on = Heat map on
job-cancelled = { $job } cancelled
job-cancelling = Cancelling…
job-failed = { $job } failed
job-kind-dataset_import = Import
job-kind-dataset_review = Dataset check
job-kind-grow = Incremental training
job-kind-model_import = Import of a model
job-kind-regression = Regression check
job-kind-train = Training
job-kind-train-detector = Detector training
job-log = Log
job-progress = Progress
job-queued = { $job } queued
job-running = { $job } in progress
job-succeeded = { $job } finished
live-view-absent = Camera not connected
live-view-absent-words = Check its cable and power supply. The station reconnects automatically.
live-view-fault = Camera fault
live-view-fault-words = The station reconnects automatically. If this persists, unplug the camera for a moment.
live-view-opening = Connecting to the camera
live-view-opening-words = This takes a few seconds.
live-view-collecting = Newest part
live-view-collecting-waiting = The camera input line is the trigger. An image appears here with the next part.
live-view-image = Live image from the camera
live-view-inspecting = Inspection is running: newest part
live-view-inspecting-waiting = Inspection is running. An image appears here with the next part.
live-view-none = No live image
names-dot = A name can't end with a dot.
names-empty = A name can't be empty.
names-enter-first = Enter a name first.
names-change-first = Change the name first.
names-first = A name begins with a letter or a digit.
names-invisible = A name can't contain invisible characters.
names-long = This name is too long.
names-many-characters = A name has at most { $most } characters; this has { $count }.
names-reserved = A name can't contain any of { $characters }
pager-newer = Newer
pager-newest = These are the newest.
pager-older = Older
pager-oldest = There are no older ones.
picture-boxes-off = Boxes off
picture-boxes-on = Boxes on
picture-compare = Compare with a good part
picture-compare-close = Close comparison
picture-compare-looking = Looking for it…
picture-compare-good = Nearest good part, same place
picture-compare-none = Not available: { $reason }.
picture-compare-region = Nearest good part
picture-compare-this = This part
picture-compare-whole = Whole good part
picture-damaged = The picture was received, but the browser can't show it: its file may be damaged.
picture-download = Download picture
picture-download-whole = Download whole picture
picture-inspected = inspected
picture-no-part = No picture of this part
picture-none = No picture to show: { $reason }
picture-objects = Detected objects
picture-objects-more = and { $count } more
picture-objects-none = No objects detected
picture-objects-uncounted = not counted
picture-stored =
    { $label ->
        [normal] Picture { $id }, normal
       *[anomaly] Picture { $id }, anomaly
    }
picture-try = Try a picture
picture-try-by = Judged by
picture-try-by-model = { $name } version { $version }, with its own threshold
picture-try-by-recipe = Recipe { $name } version { $version }, as on the line
picture-try-choose = Drop a picture here or <u>choose one</u>
picture-try-file = Picture to try
picture-try-judged = Judged in { $time }. Not counted and not stored.
picture-try-judging = Judging { $file }…
picture-try-no-verdict = No verdict
picture-try-not-shown = The browser can't show this kind of picture.
picture-try-words = The picture is judged beside the line. It is not counted, not stored, and sets no output.
picture-waiting = The picture of each part appears here.
record-challenge = Challenge part
record-challenge-words = { $name }, expected { $expected }, by { $author }
record-detector = Detector
record-detector-engine = Detector engine
record-detector-engine-hash = Detector engine hash
record-detector-hash = Detector hash
record-inspection-id = Inspection ID
record-late = Late
record-late-yes = yes, so the safe output was set
record-model = Model
record-model-engine = Model engine
record-model-engine-hash = Model engine hash
record-model-hash = Model hash
record-none = none
record-number = Record number
record-original-model = original model in ONNX Runtime
record-part-id = Part ID
record-part-id-none = none given
record-picture = Picture
record-picture-deleted = deleted to free disk space; its hash is kept
record-picture-hash = Picture hash
record-recipe = Recipe
record-simulated = Simulated camera
record-station = Station
record-trigger-number = Trigger number
record-trigger-uncertainty = Trigger time uncertainty
record-triggered = Triggered
record-triggered-by =
    { $source ->
        [button] { $at } by the button
        [timer] { $at } by the timer
        [http] { $at } by the HTTP API
        [line] { $at } by the camera input line
        [modbus] { $at } by the PLC over Modbus
        [opcua] { $at } by the PLC over OPC UA
        [plc] { $at } by the PLC
        [mqtt] { $at } by MQTT
        [gpio] { $at } by the GPIO line
       *[other] { $at }
    }
record-version = { $name } version { $version }
scene = Scene
scene-exposure = Exposure
scene-focus = Focus
scene-light = Light
scene-position = Position
scene-in-range = in range
scene-out-of-range = out of range
scene-not-measured = not measured
scene-of-limit = { $name }: { $limits } times its limit
scene-unknown = { $name } is not measured
scene-was-changed = Inspected while the scene was changed.
verdict-above = Score { $score }, above the threshold { $threshold }
verdict-below = Score { $score }, below the threshold { $threshold }
verdict-known = Add to the regression set of { $model }
verdict-known-added = Every new version of { $model } must now call this part { $verdict }.
verdict-known-as = As { $verdict }
verdict-late = The verdict came after the time limit.
verdict-near = Near the threshold: marked for review.
verdict-no-score = No score
verdict-none = No part yet
verdict-output-time = Output <b>{ $time }</b>
verdict-score = Score <value>{ $score }</value>
verdict-stage-exposure_ms = camera
verdict-stage-queue_ms = queue
verdict-stage-preprocess_ms = preprocess
verdict-stage-inference_ms = model
verdict-stage-decide_ms = decision
verdict-threshold = Threshold <value>{ $threshold }</value>
verdict-time = Verdict <value>{ $time }</value>
