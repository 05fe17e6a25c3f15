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

configuration-tab-camera = Camera
configuration-tab-region = Region
configuration-tab-trigger = Trigger
configuration-tab-outputs = Outputs
configuration-tab-detection = Detection
configuration-tab-recipe = Recipe
configuration-live-view = Live view
configuration-settings = Settings
configuration-choose-camera = Choose camera, broker and address
configuration-needs-camera = Available when the camera is connected.
configuration-inspecting = Inspection is running.
configuration-collecting = Pictures are being collected.
configuration-draft =
    { $state ->
        [clean] Recipe <b>{ $name }</b> version { $version }. There are no changes to apply.
        [overtaken] Recipe <b>{ $name }</b> version { $version }, not applied yet. Someone else has changed this recipe: Apply will replace their changes.
       *[changed] Recipe <b>{ $name }</b> version { $version }, not applied yet
    }
configuration-draft-new =
    { $state ->
        [clean] Recipe <b>{ $name }</b>. There are no changes to apply.
        [overtaken] Recipe <b>{ $name }</b>, not applied yet. Someone else has changed this recipe: Apply will replace their changes.
       *[changed] Recipe <b>{ $name }</b>, not applied yet
    }
configuration-applying = Applying…
configuration-applied = Applied.
configuration-adjusted = Applied. The camera adjusted some settings.
configuration-saved = Saved. The settings will be applied when the camera is connected.
configuration-refused = Not applied. See the marked fields under { $tab }.

camera-settings-exposure_us = Exposure
camera-settings-gain_db = Gain
camera-settings-frame_rate_hz = Frame rate
camera-settings-pixel_format = Pixel format
camera-settings-strobe-line = Strobe line
camera-settings-no-strobe = None
camera-settings-offset_x = Region, left
camera-settings-offset_y = Region, top
camera-settings-width = Region, width
camera-settings-height = Region, height
camera-settings-debouncer_us = Debouncer
camera-settings-delay_us = Trigger delay
camera-settings-corrections = The camera adjusted your settings
camera-settings-not-set = <b>{ $setting }</b>: you asked for { $asked }, but this camera doesn't have this setting.
camera-settings-adjusted = <b>{ $setting }</b>: you asked for { $asked }, the camera uses { $applied }.
camera-settings-meters = Meters
camera-settings-no-meters = Focus and brightness appear with the live image.
camera-settings-focus = Focus
camera-settings-reset-peak = Reset peak
camera-settings-reset-peak-words = Restart from the current sharpness
camera-settings-sharpness-peak = Sharpness { $value }, peak { $peak }
camera-settings-sharpness = <b>{ $value }</b> sharpness
camera-settings-of-peak = { $share } of peak { $peak }
camera-settings-brightness = Brightness
camera-settings-brightness-fine = Brightness OK
camera-settings-overexposed = Overexposed: reduce the exposure
camera-settings-too-dark = Too dark: increase the exposure or add light
camera-settings-too-bright = Too bright: reduce the exposure
camera-settings-histogram = Gray value histogram
camera-settings-mean = <b>{ $share }</b> mean
camera-settings-saturated = <b>{ $share }</b> saturated
camera-settings-scene = Scene compared with the training pictures

region-words = Draw the region on the live image with the mouse or a finger. Drag the frame to move it, or its corners and sides to resize it.
region-offset_x = Left
region-offset_y = Top
region-width = Width
region-height = Height
region-reset = Reset to the whole sensor
region-is-whole = The region is the whole sensor.
region-on-sensor = Region { $width } by { $height } at { $left }, { $top } of the sensor
region-sensor = Sensor { $sensor } px. Current: { $width } × { $height } at ({ $left }, { $top })

trigger-kind = Trigger source
trigger-kind-software = Button or HTTP API
trigger-kind-timer = Timer
trigger-kind-line = Camera input line
trigger-kind-gpio = GPIO line
trigger-words = The button on the Inspection page and the HTTP API also work with the timer and GPIO, but not with the camera input line.
trigger-period = Period
trigger-period-hint = From 5 ms to 1 hour.
trigger-line = Line
trigger-chip = Chip
trigger-edge = Edge
trigger-edge-rising = Rising edge
trigger-edge-falling = Falling edge
trigger-bias = Bias
trigger-bias-as_is = As it is
trigger-bias-disabled = Off
trigger-bias-pull_up = Pull-up
trigger-bias-pull_down = Pull-down
trigger-debouncer = Debouncer
trigger-debouncer-hint = Shorter levels are ignored.
trigger-debouncer-camera-hint = Shorter pulses are ignored. It also delays every edge.
trigger-delay = Delay
trigger-delay-hint = From the edge to the start of the exposure.
trigger-every = Edges for each part
trigger-every-hint = More than 1 for an encoder.
trigger-every-camera-hint = More than 1 for an encoder; the camera needs a trigger divider.
trigger-interval = Shortest interval
trigger-interval-hint = An edge that comes sooner after another one is a bounce, and no part.
trigger-simulate-edge = Simulate an edge

output-settings-gpio = GPIO output
output-settings-camera_output = Camera output
output-settings-chip = Chip
output-settings-line = Line
output-settings-active-on = Active on
output-settings-on-ng = NG parts
output-settings-on-ok = OK parts
output-settings-ready = Station ready
output-settings-heartbeat = Heartbeat
output-settings-active-low = Active low
output-settings-pulse = Pulse
output-settings-pulse-hint = 0 holds the level until the next verdict.
output-settings-delay = Delay
output-settings-from = Delay counts from
output-settings-from-verdict = The verdict
output-settings-from-trigger = The trigger
output-settings-from-distance = The trigger, plus travel to the gate
output-settings-from-parts = The trigger of a later part
output-settings-distance = Distance to the gate
output-settings-speed = Speed
output-settings-parts = Parts between camera and gate
output-settings-no-verdict-yet = A part without a verdict by then gets the signal for parts without a verdict.
output-settings-remove = Remove this output
output-settings-add-camera = Add a camera output
output-settings-add-gpio = Add a GPIO output
output-settings-none-free = All outputs of the camera are in use.
output-settings-none = This camera has no configurable outputs.
output-settings-safe = Signal for parts without a verdict
output-settings-safe-ng = NG (rejected)
output-settings-safe-none = No signal
output-settings-time-limit = Time limit
output-settings-time-limit-hint = From trigger to verdict, at least 10 ms. A later verdict counts as ERROR. 0: no limit.

detection-detector = Detector
detection-no-detector = None
detection-import = A detector finds and classifies objects such as a scratch, a label or a screw. This station has none yet. Import one with <code>okng import-detector</code>.
detection-words = The rules below the live image say how many objects of each class a good part has. A part that breaks a rule is NG, whatever the anomaly model says. Classes without a rule are shown but don't count.
detection-locate = Locate the part first
detection-locate-no = No: inspect the whole image
detection-margin = Margin
detection-margin-hint = Added on every side, as a share of the box's longer side. At most 50 %.
detection-aspect-ratio = Aspect ratio
detection-aspect-ratio-hint = Width to height of the crop: 1 is square, 2 is twice as wide as high.
detection-part-words = Exactly one part must be found, otherwise the result is ERROR. The anomaly model must be trained on the same crops: apply this first, then collect pictures with Trigger, then train.
detection-rules = Rules
detection-class = Class
detection-at_least = At least
detection-at_most = At most
detection-minimum_score = Min. score
detection-minimum_size_px = Min. size, px
detection-maximum_size_px = Max. size, px
detection-limit-of = { $limit }, { $name }
detection-where = Where
detection-zone = Zone
detection-anywhere = Anywhere
detection-zone-of = Zone of { $name }
detection-zone-draw = Draw the zone in which <b>{ $name }</b> counts. The centre of the box must lie in it.
detection-class-unknown = The detector has no class { $name }.
detection-rule-words = { $name }: { $count }
detection-count-none = none allowed
detection-count-any = any number (shown only)
detection-count-exactly = exactly { $most }
detection-count-or-more = { $least } or more
detection-count-between = { $least } to { $most }
detection-count-at-most = at most { $most }
detection-rule-add = Add a rule
detection-rule-remove = Remove the rule for { $name }
detection-no-class-left = Every class of the detector has a rule already.
detection-no-rules = Without rules, objects are shown but never make a part NG.

alarm-settings = NG alarm
alarm-settings-words = Many NG parts mean a dirty lens or a worn tool more often than many bad parts.
alarm-settings-consecutive = After NG parts in a row
alarm-settings-in-a-row = In a row
alarm-settings-of-last = After NG parts among the last parts
alarm-settings-limit = NG parts
alarm-settings-parts = Among the last
alarm-settings-stop = The alarm stops the station
alarm-settings-stops = The station isn't ready for parts until a person acknowledges the alarm.
alarm-settings-goes-on = The alarm is shown and sent; parts are inspected as before.

recipe-threshold = Threshold
recipe-threshold-hint = Scores above it are NG. 0: use the trained threshold.
recipe-review-distance = Review distance
recipe-review-distance-hint = Parts whose score is this close to the threshold are marked for review. 0: none. To restore the trained width, use the Model page.
recipe-number = Number for the PLC
recipe-number-hint = A PLC selects the recipe by this number, from 1 to 65535. 0: none.
recipe-latest = latest: version { $version }, { $at }, { $author }
recipe-active-version = version { $version } active
recipe-activate = Activate
recipe-activate-it = Activate { $name } version { $version }?
recipe-activated = { $name } version { $version } is now active.
recipe-new = New recipe from these settings
recipe-new-example = for example cover left
recipe-new-no-name = Enter a name to copy these settings.
recipe-new-bad-name = Change the name first.
recipe-export = Export TOML
recipe-import = Import TOML
recipe-import-it = Import { $file }?
recipe-import-column = In the file
recipe-imported = Imported { $name } as version { $version }, which is now active.
recipe-change-other = From the next part on, recipe <b>{ $name }</b> is used instead of <b>{ $running }</b>. Nothing is changed before you press { $action }.
recipe-change-same = From the next part on, recipe <b>{ $name }</b> is used with these settings. Nothing is changed before you press { $action }.
recipe-change-none = Its settings are those of the active recipe.
recipe-one-moment = One moment…
recipe-left = Unsaved changes from { $at }
recipe-left-words = They were made in this browser and not applied. The station inspects without them.
recipe-left-overtaken =
    The station's recipe has changed since: the changes began from { $from ->
        [none] no recipe
       *[other] { $from }
    }, and { $running ->
        [none] no recipe
       *[other] { $running }
    } is active now. Check them before you apply them.
recipe-left-column = With the changes
recipe-left-continue = Continue
recipe-active-now = Active now
recipe-setting = Setting
recipe-same = The settings are the same.
recipe-versions = Versions of { $name }
recipe-versions-same = These versions have the same settings.
recipe-version = Version { $version }
recipe-version-of = { $name } version { $version }
recipe-version-missing = { $name } version { $version } (missing)
recipe-version-active = { $version } (active)
recipe-made = { $at }, { $author }
recipe-active = active
recipe-compare = Compare
recipe-compare-it = Compare version { $version }
recipe-compare-version = Compare version
recipe-with-version = with version
recipe-restore = Restore version { $version }
recipe-restore-of = Restore version { $version } of { $name }
recipe-restore-active = This version is active. Choose another one to restore it.
recipe-restore-words = Its settings become a new version of the recipe, which runs from now on. Your name and the reason are recorded.
recipe-restore-rejected = Good parts were rejected
recipe-restore-accepted = Bad parts were accepted
recipe-restore-mistake = Changed by mistake
recipe-restored = { $name } version { $version } is restored as version { $as }, which is now active.

recipe-not-set = not set
recipe-yes = yes
recipe-no = no
recipe-field-inside = { $outer }, { $inner }
recipe-item-outputs = output { $number }
recipe-item-rules = rule { $number }
recipe-item-parts = part { $number }
recipe-item-at = occasion { $number }
recipe-field-name = name
recipe-field-number = number for the PLC
recipe-field-acquisition = camera
recipe-field-exposure_us = exposure
recipe-field-gain_db = gain
recipe-field-frame_rate_hz = frame rate
recipe-field-pixel_format = pixel format
recipe-field-strobe_line = strobe line
recipe-field-roi = region
recipe-field-offset_x = offset x
recipe-field-offset_y = offset y
recipe-field-width = width
recipe-field-height = height
recipe-field-trigger = trigger
recipe-field-type = kind
recipe-field-period_ms = period
recipe-field-min_interval_ms = shortest interval
recipe-field-chip = chip
recipe-field-line = line
recipe-field-activation = edge
recipe-field-bias = bias
recipe-field-debouncer_us = debouncer
recipe-field-delay_us = delay
recipe-field-every = edges for each part
recipe-field-model = model
recipe-field-threshold = threshold
recipe-field-review_distance = review distance
recipe-field-detection = detection
recipe-field-at_least = at least
recipe-field-at_most = at most
recipe-field-minimum_score = minimum score
recipe-field-minimum_size_px = minimum size
recipe-field-maximum_size_px = maximum size
recipe-field-zone = zone
recipe-field-left = left
recipe-field-top = top
recipe-field-right = right
recipe-field-bottom = bottom
recipe-field-part = part
recipe-field-margin = margin
recipe-field-aspect_ratio = aspect ratio
recipe-field-role = role
recipe-field-active_on = active on
recipe-field-active_low = active low
recipe-field-pulse_ms = pulse
recipe-field-delay_ms = delay
recipe-field-delay_from = delay from
recipe-field-distance_mm = distance
recipe-field-speed_mm_s = speed
recipe-field-parts = parts
recipe-field-user_output = user output
recipe-field-safe_output = signal without a verdict
recipe-field-time_limit_ms = time limit
recipe-field-alarms = alarms
recipe-field-ng_of_last = NG among the last parts
recipe-field-limit = limit
recipe-field-consecutive_ng = NG parts in a row
recipe-field-stop = stop
recipe-field-challenge = challenge
recipe-field-expected = expected
recipe-field-failed_rule = failed rule

challenge-wanted = Challenge with known parts
challenge-wanted-words = The station takes no part until each known part was judged as expected.
challenge-at-recipe_start = Whenever the recipe starts
challenge-at-shift_start = Once in every shift
challenge-known-part = Known part
challenge-good-part = good part
challenge-bad-part = bad part
challenge-part-name = Name
challenge-part-expected = Expected
challenge-part-rule = Has to be NG for
challenge-any-reason = Any reason
challenge-part-add = Add a known part
challenge-part-remove = Remove this part

## Training page

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

inspection-waiting = Waiting for the station.
inspection-no-model = Train or choose a model first.
inspection-model = Model
inspection-model-choose = Choose a model
inspection-rules-only = None (detection rules only)
inspection-model-fixed = Stop inspection to choose another model.
inspection-boxes-hide = Hide boxes
inspection-boxes-show = Show boxes
inspection-heat-hide = Hide heat map
inspection-heat-show = Show heat map
inspection-heat-opacity = Heat map opacity
inspection-shortcut-trigger = Trigger: inspect a part
inspection-by-line = Triggered by the camera input line.
inspection-part = Part
inspection-part-id = Part ID
inspection-part-id-optional = Part ID (optional)
inspection-this-run = This run
inspection-last-run = Last run
inspection-run-since = since { $at }
inspection-panel = Verdict and settings
inspection-held = Showing part { $number }, { $at }
inspection-held-id = Showing part { $number }, { $id }, { $at }
inspection-back-to-live = Back to live
inspection-review = Review of part { $number }
inspection-review-picture = Its picture goes to { $dataset }.
inspection-scene-later = Available after the first part.
inspection-played = { $name }.
inspection-played-of = { $name }, picture { $number } of { $count }.
inspection-played-last = { $name }, picture { $count } of { $count }. This is the last one.
inspection-played-last-of-loop = { $name }, picture { $count } of { $count }. This is the last one: the next trigger begins with the first again.

trigger-source-button = button
trigger-source-timer = timer
trigger-source-http = HTTP API
trigger-source-line = camera input line
trigger-source-modbus = PLC over Modbus
trigger-source-opcua = PLC over OPC UA
trigger-source-plc = PLC
trigger-source-mqtt = MQTT
trigger-source-gpio = GPIO line

plate-none = No part yet
plate-loading = Loading…
plate-part = Part { $number }
plate-last-part = Last part, { $age }
plate-last-heard = Last heard { $at }
plate-challenge-part = Challenge part
plate-newest = Newest: { $number }
plate-held = HELD: part { $number }

strip = Recent parts
strip-part = Part { $number }, { $at }
strip-to-review = to review
strip-near-threshold = Near the threshold: marked for review
try-picture-dialog = Try a picture
try-picture-dialog-drop = Try this picture
try-picture-dialog-words = It is judged beside the line and not counted.

challenge = Challenge
challenge-cause-recipe_start = Recipe start
challenge-cause-shift_start = Shift start
challenge-due = { $cause }, { $at }
challenge-result-due = Due
challenge-result-passed = Passed
challenge-result-overridden = Overridden
challenge-result-superseded = Not finished
challenge-expected = expected { $outcome }
challenge-expected-rule = { $outcome } by { $rule }
challenge-as-expected = as expected
challenge-repeat = repeat it
challenge-next = next
challenge-not-checked = not checked
challenge-instruction = Put <b>{ $name }</b> under the camera and press Check.
challenge-instruction-line = Press Check, then let <b>{ $name }</b> pass the sensor.
challenge-let-pass = Now let the part pass the sensor.
challenge-no-part-came = No part came. Press Check again.
challenge-check = Check
challenge-all-checked = Every known part has been checked.
challenge-shortcut = Check the next known part
challenge-override-ask = Override…
challenge-override = Override
challenge-override-title = Override the challenge
challenge-override-words = Parts are taken although the station hasn't shown that it judges right. Your name and the reason are recorded.
challenge-override-missing = Known part is missing
challenge-override-damaged = Known part is damaged
challenge-override-by-hand = Parts are checked by hand
challenge-override-password = Your password
challenge-override-no-password = Enter your password first.
challenge-override-done = The challenge is overridden. Parts are taken again.

## Results page

## Line page

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
