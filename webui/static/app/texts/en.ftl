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

condition-since = since { $at }
condition-more = { $count } more
condition-check-parts = Check parts
condition-out-of-date = What you see may be out of date. This page reconnects automatically.

condition-camera_absent-advice = Check its cable and power supply. The station reconnects automatically.
condition-camera_fault-advice = The station reconnects automatically. If this persists, unplug the camera for a moment.
condition-camera_settings_clipped-advice = See the adjusted settings on the Configuration page.
condition-data_dir_fault-advice = Call the line engineer: the disk with the station's data can't be accessed. Inspection continues.
condition-disk_low-advice = The oldest pictures of good parts are being deleted. Results are kept.
condition-disk_full-advice = Inspection continues. Free up disk space.
condition-files_quarantined-advice = Nothing was deleted. Ask the line engineer to check them: okng doctor says what to do.
condition-recipe_missing-advice = Activate a recipe on the Configuration page.
condition-results_set_aside-advice = Nothing is lost. A line engineer can see the reason on the Results page and send them again.
condition-wire_away-advice = The PLC can't trigger parts or read results until it is back. Call the line engineer.
condition-sink_away-advice = Results are stored here and sent when it is back.
condition-sync_trouble-advice = Inspection continues, and files wait on this station. The Cloud page says why.
condition-sink_trouble-advice = Rejected results are stored here. Call the line engineer.
condition-engine_unfit-advice = Parts are inspected as before, but more slowly. A line engineer can compile or tune the model again: okng compile, okng tune.
condition-model_missing-advice = Choose another version on the Inspection page.
condition-challenge_due-advice = Put the known parts under the camera, one after the other.
condition-ng_alarm-advice = Find the cause, then acknowledge the alarm.
condition-notification_trouble-advice = Messages are stored here and sent when the receiver is back.
condition-output_fault-advice = Check the camera and the wiring of the output.
condition-part_not_found-advice = Place one part at a time, fully in the camera's view.
condition-picture_format-advice = Set the recipe's region and pixel format as they were during training, or train the model again.
condition-scene_changed-advice = Restore the lighting, lens and camera position. The Scene panel on the Configuration page shows when they match.
condition-edges_unaccounted-advice = Check the trigger's sensor and debouncer. Parts may have passed without an inspection.
condition-trigger_fault-advice = No part can be triggered. Check the GPIO chip and the recipe's trigger.
condition-trial_failed-advice = Parts are inspected as before. End the trial on the Model page.
condition-store_fault-advice = Inspection and outputs continue. Call the line engineer.

condition-camera_absent = { $problem }
condition-camera_fault = { $problem }
condition-camera_settings_clipped = { $problem }
condition-disk_low =
    { $case ->
        [low] { $free } MiB free; the oldest OK pictures are being removed
       *[other] { $problem }
    }
condition-disk_full =
    { $case ->
        [full] the disk is full, { $free } MiB free; free some space
        [pictures] pictures can't be stored: { $problem }
       *[other] { $problem }
    }
condition-files_quarantined =
    { $case ->
        [files] { $count } files that the database does not know lie in { $folder }; `okng doctor` names them
       *[other] { $problem }
    }
condition-sink_away =
    { $case ->
        [away] { $name }: not connected, { $count } results wait
        [fails] { $name }: { $problem }, { $count } results wait
       *[other] { $problem }
    }
condition-sink_trouble = { $problem }
condition-results_set_aside =
    { $case ->
        [refused] { $name }: { $count } results were refused by the receiver and are set aside
       *[other] { $problem }
    }
condition-sync_trouble =
    { $case ->
        [not_running] `okng sync` is configured and does not run
        [waits] { $problem }; { $count } files wait
        [failed] { $count } files can't be sent to the bucket any more
       *[other] { $problem }
    }
condition-wire_away =
    { $case ->
        [no_plc] { $name }: no PLC is connected
       *[other] { $problem }
    }
condition-model_missing = { $problem }
condition-recipe_missing = { $problem }
condition-engine_unfit = { $problem }
condition-output_fault = { $problem }
condition-store_fault =
    { $case ->
        [hangs] the disk has not finished a write for { $seconds } s. Parts are judged; { $count } of them wait to be stored
       *[other] { $problem }
    }
condition-data_dir_fault =
    { $case ->
        [fails] the data directory { $folder } fails: { $problem }
       *[other] { $problem }
    }
condition-trial_failed =
    { $case ->
        [not_running] the trial does not run: { $problem }
        [part] { $model } version { $version } on trial could not judge part { $part }: { $problem }; the line's verdicts are not affected
       *[other] { $problem }
    }
condition-scene_changed = { $problem }
condition-picture_format = { $problem }
condition-part_not_found =
    { $case ->
        [not_stored] the last picture was not stored: { $problem }
       *[other] { $problem }
    }
condition-ng_alarm =
    { $case ->
        [one] A part is NG (recipe { $recipe })
        [in_a_row] { $count } parts in a row are NG (recipe { $recipe })
        [of_last] { $count } of the last { $parts } parts are NG (recipe { $recipe })
        [one_stop] A part is NG (recipe { $recipe }); no part is accepted until a person acknowledges the NG alarm
        [in_a_row_stop] { $count } parts in a row are NG (recipe { $recipe }); no part is accepted until a person acknowledges the NG alarm
        [of_last_stop] { $count } of the last { $parts } parts are NG (recipe { $recipe }); no part is accepted until a person acknowledges the NG alarm
       *[other] { $problem }
    }
condition-challenge_due =
    { $case ->
        [recipe_start_one_part] Challenge due for recipe { $recipe } (recipe start): no part is accepted until its known part is judged correctly
        [recipe_start_parts] Challenge due for recipe { $recipe } (recipe start): no part is accepted until its { $count } known parts are judged correctly
        [shift_start_one_part] Challenge due for recipe { $recipe } (shift start): no part is accepted until its known part is judged correctly
        [shift_start_parts] Challenge due for recipe { $recipe } (shift start): no part is accepted until its { $count } known parts are judged correctly
       *[other] { $problem }
    }
condition-notification_trouble =
    { $case ->
        [waits] notifications to { $name } wait: { $problem }
       *[other] { $problem }
    }
condition-trigger_fault = { $problem }
condition-edges_unaccounted =
    { $case ->
        [edges] the camera counted { $counted } edges on its line since it was started, and { $came } came as parts
       *[other] { $problem }
    }

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

access-keys = Access keys
access-keys-title = Access keys for the Lookout for Vision API
access-keys-words = Programs that were written for Amazon Lookout for Vision sign their requests with an access key of this station. A key gives no access to these pages.
access-keys-none = No access keys yet.
access-key-new = New access key
access-key-for = What the key is for
access-key-example = for example line 3
access-key-rights = Rights
access-key-right-read = List and describe
access-key-right-detect = Judge pictures (DetectAnomalies)
access-key-right-host = Start and stop models
access-key-right-manage = Create, train, export and delete
access-key-all-rights = All rights
access-key-choose-right = Choose at least one right.
access-key-only-project = Only for one project (optional)
access-key-all-projects = all projects
access-key-one-project = only project { $project }
access-key-last-used = last used { $at }
access-key-never-used = never used
access-key-create = Create access key
access-key-issued = Copy the secret of { $title } now. It will not be shown again
access-key-id = Access key ID
access-key-secret = Secret access key
access-key-code = Python code for boto3
access-key-code-words = Only <code>endpoint_url</code> differs from code that was written for AWS. Any region will do. Install <code>boto3==1.40.60</code> and <code>botocore==1.40.60</code>: later versions no longer have this client.
access-key-certificate = If the station's certificate is its own, add <code>verify="station.pem"</code> with a copy of it.
access-key-copied = I have copied it
access-key-revoke = Revoke { $title }
access-key-revoked = Access key { $title } revoked. Programs that use it are refused from now on.

## Settings page

settings-changed-back = The address was changed back
settings-changed-back-words = { $reason }. The pages are at the previous address.
settings-unwritable = The settings file can't be changed from here
settings-unwritable-words = <code>{ $file }</code>: { $reason }. You can check settings here, and copy the text into the file.
settings-file = These settings are in <code>{ $file }</code>, with others that are changed there.
settings-last-change = Last changed here on { $at } by { $author }.
settings-error = The settings file has an error
settings-error-words = The station runs with the settings of its last start. Correct the file, and reload this page.

settings-camera = Camera
settings-camera-kind = Kind of camera
settings-camera-kind-pylon = Basler camera (USB3 or GigE)
settings-camera-kind-emulator = Camera emulator of pylon
settings-camera-kind-folder = Folder of pictures or video file
settings-camera-kind-other = { $type } (from the settings file)
settings-camera-emulate = Camera emulator
settings-camera-serial = Serial number
settings-camera-serial-any = any
settings-camera-serial-hint = As printed on the camera. Leave it empty to use the only camera that is connected.
settings-camera-serial-fixed = The serial number is fixed.
settings-camera-folder = Folder of pictures
settings-camera-folder-none = pylon's test image
settings-camera-folder-hint = A folder on the station. The emulator plays its pictures in the order of their names.
settings-camera-path = Folder of pictures or video file
settings-camera-path-hint = A path on the station.
settings-camera-rate = Frame rate
settings-camera-rate-hint = In Hz, for the live view. Leave it empty to use the video's own rate, or 10 Hz for pictures.
settings-cameras = Connected cameras
settings-cameras-search = Search again
settings-cameras-searching = Searching for cameras…
settings-cameras-none = No camera was found. Check its cable and power supply.
settings-cameras-found = { $connection }, serial number { $serial }
settings-cameras-found-named = { $connection }, serial number { $serial }, { $name }
settings-cameras-chosen = chosen
settings-cameras-use = Use { $model } { $serial }
settings-fixed = Set by the environment variable <code>{ $variable }</code>, so it can't be changed here.

settings-broker = MQTT broker
settings-broker-publish = Publish results to an MQTT broker
settings-broker-kind = Kind of receiver
settings-broker-host = Host name or IP address
settings-broker-port = Port
settings-broker-port-hint = Usually 1883, with TLS 8883.
settings-broker-no-login = no login
settings-broker-no-password = none
settings-broker-password-hint = The stored password is kept unless you enter another one. It is never shown.
settings-broker-prefix = Beginning of every topic
settings-broker-prefix-hint = Results go to this, the station name and “result”, such as okng/station-1/result.
settings-broker-prefix-pattern = Use letters, digits, _ and -, with / between levels.
settings-broker-tls = TLS
settings-broker-encrypt = Encrypt the connection (TLS)
settings-broker-authority = Certificate authority
settings-broker-authority-system = those that the system trusts
settings-broker-authority-hint = A PEM file on the station, if the broker's certificate is signed by an authority of your own.
settings-broker-certificate = Station's certificate
settings-broker-key = Station's private key
settings-broker-no-file = none
settings-broker-files = PEM files on the station, for brokers that ask for a certificate.
settings-broker-test = Test the connection
settings-broker-testing = Connecting…
settings-broker-answers = The broker answers and accepts the login ({ $protocol }).
settings-broker-others =
    { $count ->
        [one] One more receiver of results is set in the settings file.
       *[other] { $count } more receivers of results are set in the settings file.
    }

settings-network = Station and network
settings-station = Station name
settings-station-hint = Part of every result and of the MQTT topics. Programs that listen to them have to follow a change.
settings-web-host = Reachable at
settings-web-port = Port of the pages
settings-web-everywhere = Every network of the station ({ $address })
settings-web-here = This station only ({ $address })
settings-web-locked-out = From this browser the pages will no longer be reachable: it runs on another machine.
settings-web-no-tls = Without a TLS certificate passwords cross the network unencrypted. Set one in the settings file: <code>tls_certificate</code> and <code>tls_key</code> of <code>[web]</code>.

settings-nothing-changed = Nothing is changed yet, so there is nothing to save.
settings-check = Check
settings-save = Save…
settings-preview-words = You see what restarts before anything is saved.
settings-refused = Not saved. See the marked fields.
settings-saved-notice = Settings saved.
settings-saved = Settings saved
settings-device-restarts = The inspection restarts with the new settings.
settings-device-silent = The device process did not answer. It uses the new settings from its next start on.
settings-pages-restart = The pages restart, which takes some seconds. They are at <link>{ $address }</link> then, and this browser goes there by itself within half a minute. At another host name or IP address you have to log in again.

settings-dialog = Save the settings
settings-dialog-copy = Settings to copy
settings-dialog-save = Save these settings?
settings-setting = Setting
settings-now = Now
settings-after = After
settings-replaced = replaced
settings-restarts = What restarts
settings-restarts-device = <b>The inspection.</b> It stops for about ten seconds, and parts that pass meanwhile are not inspected. Then it goes on with the same recipe and mode.
settings-restarts-inspecting = The station is inspecting now.
settings-restarts-web = <b>The pages.</b> They are away for some seconds, on every browser.
settings-restarts-web-only = <b>The pages.</b> They are away for some seconds, on every browser. Inspection goes on.
settings-restarts-nothing = Nothing.
settings-copy-words = Put this text into <code>{ $file }</code>, keep the passwords that the file has where it says ***, and restart okng.
settings-copy = Settings file
settings-old-file = The file as it is now is kept as <code>{ $file }.old</code>. Your name is recorded.
settings-saving = Saving…
settings-save-and-restart = Save and restart
settings-full-label = { $section }: { $label }
settings-quoted = “{ $label }”
settings-stored = stored
settings-not-set = not set
settings-yes = yes
settings-no = no

## Cloud page

sync = Sync with S3
sync-not-configured = Not configured
sync-not-configured-words = This station sends nothing to a bucket.
sync-not-running = Not running
sync-not-running-words = The sync process does not run, so nothing is sent. Nothing is lost: files wait on this station. Start it with okng sync, or on an appliance with systemctl start okng-sync.
sync-retrying = Retrying
sync-retrying-words = Files do not arrive at the moment. Nothing is lost: they wait on this station.
sync-retrying-at = Files do not arrive at the moment. Nothing is lost: they wait on this station. The next attempt is at { $at }.
sync-outside-windows = Outside the time windows
sync-outside-windows-words = Files wait until the next time window of the settings.
sync-connected = Connected
sync-sending = Files are being sent.
sync-about-to-send = Files are about to be sent.
sync-all-sent = Everything has been sent.
sync-set-up = Pictures, results, datasets and models can be sent to an S3-compatible store. Add a table to the station's settings file <code>okng.toml</code> and restart okng. Leave out <code>endpoint</code> for AWS.
sync-settings = Settings of the sync

sync-bucket = Bucket
sync-bucket-at = { $bucket } at { $endpoint }
sync-waiting = Waiting
sync-amount =
    { $count ->
        [one] { $count } file, { $size }
       *[other] { $count } files, { $size }
    }
sync-oldest = Oldest
sync-oldest-age = has waited for { $age }
sync-rate = Rate
sync-rate-words = { $rate } MB/s in the last minute
sync-arrived = Arrived
sync-amount-last =
    { $count ->
        [one] { $count } file, { $size }, the last one { $at }
       *[other] { $count } files, { $size }, the last one { $at }
    }
sync-not-sent = Not sent
sync-not-sent-files =
    { $count ->
        [one] { $count } file could not be sent
       *[other] { $count } files could not be sent
    }

sync-files = Files
sync-files-uploaded = Arrived
sync-files-waiting = Waiting
sync-files-failed = Could not be sent
sync-files-none = No files.
sync-files-newest = The newest { $shown } of { $count } files.
sync-retry = Send all of them again
sync-retried =
    { $count ->
        [one] { $count } file will be sent again.
       *[other] { $count } files will be sent again.
    }
sync-upload-ended = { $kind }, { $size }, ended { $at }
sync-upload-since = { $kind }, { $size }, since { $at }
sync-kind-picture = Picture of an inspection
sync-kind-results = Results
sync-kind-dataset = Picture of a dataset
sync-kind-model = Model
sync-age-moment = less than a minute
sync-age-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
sync-age-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
sync-age-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }

fleet = Stations of this bucket
fleet-stations = Stations
fleet-station = Station
fleet-recipe = Recipe
fleet-model = Model
fleet-yield = Yield
fleet-conditions = Conditions
fleet-version = Version
fleet-last-report = Last report
fleet-state-silent = Device process does not answer
fleet-state-inspect = Inspecting
fleet-state-collect = Collecting
fleet-state-live = Live view
fleet-named = { $name } version { $version }
fleet-parts =
    { $count ->
        [one] { $count } part in 24 h
       *[other] { $count } parts in 24 h
    }
fleet-no-conditions = none
fleet-age = { $age } ago
fleet-out-of-date = out of date
fleet-none = No station has reported yet.
fleet-unreadable = The report { $key } can't be read: { $reason }
fleet-read-at = Read from the bucket { $at }.

cloud-aws = AWS connection
cloud-aws-words = AWS is used for storage only. Models are trained and pictures are judged on this station.
cloud-not-connected = This station is not connected to AWS.
cloud-create = Create AWS Resources
cloud-create-step = 1. Create AWS Resources
cloud-create-words = Download the template. In the AWS console open <b>CloudFormation</b>, choose <b>Create stack</b>, upload the template, and give the station a name. It creates a bucket and a certificate for this station only.
cloud-connect = Connect to AWS
cloud-connect-step = 2. Connect to AWS
cloud-connect-words = When the stack is complete, open its <b>Outputs</b> and copy the value of <code>DeviceCertUrl</code>. It is valid for one hour. Keep it secret, like a password.
cloud-connecting = Connecting…
cloud-state = State
cloud-connected = <b>Connected to AWS</b> since { $at }
cloud-station = Station in AWS
cloud-bucket = Bucket
cloud-region = Region
cloud-check = Check the connection
cloud-checking = Asking AWS…
cloud-checked = AWS answers. Its credentials are valid until { $at }.
cloud-disconnect = Disconnect
cloud-disconnect-words = The station's certificate and key will be removed from this station. What lies in the bucket stays.
cloud-disconnect-yes = Yes, disconnect
cloud-disconnected = Disconnected from AWS. Delete the stack in CloudFormation to remove the rest.

## Configuration page

## Training page

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

## Results page

## Line page

line-no-wire = No PLC is configured
line-wires = Wires to PLCs
line-no-wire-words = A PLC can trigger parts, read their results and change the recipe over a wire. Add a table to the station's settings file <code>okng.toml</code> and restart okng. The documentation describes the handshake in <code>docs/plc.md</code>, and the registers of Modbus TCP in <code>docs/plc-modbus.md</code>.
line-wire-settings = Settings of a wire

wire-title = Wire { $name }
wire-plc-connected = PLC connected
wire-plc-not-connected = PLC not connected
wire-not-ready = Not ready
wire-no-plc = No PLC
wire-no-plc-words = No PLC is connected, or it is silent.
wire-ready = Ready
wire-ready-words = The PLC can trigger the next part.
wire-waiting = Waiting for the PLC
wire-waiting-words = The station is ready, but trigger_enable is low: the PLC does not take part.
wire-busy = Busy
wire-trigger-high = trigger is high; it must fall before the next part.
wire-buffers-full = All result buffers are full: the PLC must acknowledge results with results_ack.
wire-inspecting = A part is being inspected.
wire-from-plc = From the PLC
wire-from-station = From the station
wire-high = high
wire-low = low
wire-none = None
wire-none-yet = None yet
wire-part-id = Part ID
wire-newest-part = Newest part
wire-trigger-error = Trigger error
wire-trigger-errors =
    { $number ->
        [0] None
        [1] 1, Not online: the station could not inspect a part
        [2] 2, Busy: the part before was still on its way
        [3] 3, No buffer: too many results wait for results_ack
        [4] 4, Trigger held: trigger was high already when the PLC connected
        [5] 5, Refused: the station's log says why
       *[other] { $number }, unknown
    }
wire-result = Result
wire-result-words =
    { $late ->
        [yes] part { $part }, score { $score }, { $verdict }, late
       *[no] part { $part }, score { $score }, { $verdict }
    }
wire-results-waiting = Results waiting
wire-results-buffered = { $waiting } of { $buffers }
wire-results-lost = { $waiting } of { $buffers }; { $lost } lost since trigger_enable rose
wire-recipe = Running recipe
wire-recipe-words =
    { $number ->
        [none] no number: { $name } version { $version }
       *[other] { $number }: { $name } version { $version }
    }
wire-no-recipe = None
wire-recipe-change = Recipe change
wire-recipe-loading = A recipe is being loaded
wire-recipe-failed = Failed: { $reason }
wire-recipe-failed-silently = Failed: no reason given.
wire-recipe-held = Done; load_recipe is still high
wire-recipe-unchanged = None in progress

wire-timing = Timing diagram
wire-timing-of = Timing diagram of { $count } signals
wire-timing-loading = Loading…
wire-timing-span = Time shown
wire-timing-pause = Pause
wire-timing-continue = Continue
wire-timing-moment = Shown moment
wire-timing-before-pause = { $seconds } s before the pause
wire-timing-csv = Export CSV
wire-timing-vcd = Export VCD

line-receivers = Receivers of results
line-receiver-connected = connected
line-receiver-not-connected = not connected
line-receiver-waiting = Waiting
line-receiver-none = None
line-receiver-backlog =
    { $count ->
        [one] { $count } result
       *[other] { $count } results
    }
line-receiver-backlog-age =
    { $count ->
        [one] { $count } result, the oldest for { $age }
       *[other] { $count } results, the oldest for { $age }
    }
line-receiver-rejected = Rejected
line-receiver-rejected-count = { $count }, see the Results page
line-receiver-trouble = Trouble
line-receiver-note = Note

line-challenges = Challenges
line-challenges-csv = Export CSV
line-challenge-due = Due
line-challenge-passed = Passed
line-challenge-overridden = Overridden
line-challenge-superseded = Not finished
line-challenge-end = <result>{ $result }</result> { $at }
line-challenge-end-why = <result>{ $result }</result> { $at }, by { $author }: { $why }
line-challenge-cause =
    { $cause ->
        [recipe_start] Recipe { $recipe } version { $version }, recipe start { $at }
       *[shift_start] Recipe { $recipe } version { $version }, shift start { $at }
    }
line-challenge-no-checks = No part was checked.
line-challenge-expected = expected { $expected }
line-challenge-expected-rule = expected { $expected } by { $rule }
line-challenge-right = as expected
line-challenge-wrong = wrong
line-challenge-part = part { $part }, { $author }

line-triggers = Recent triggers
line-triggers-words = Parts of the last { $hours } hours. Each trigger ends as one of OK, NG, ERROR or MISSED.
line-triggers-none = No triggers yet.
line-conditions = Conditions
line-part = Part
line-outcome = Outcome
line-triggered = Triggered
line-source = Source
line-verdict-after = Verdict after
line-id-or-reason = Part ID or reason
line-late = late
line-challenge-name = Challenge: { $name }
line-source-button = button
line-source-timer = timer
line-source-http = HTTP API
line-source-line = camera input line
line-source-modbus = PLC over Modbus
line-source-opcua = PLC over OPC UA
line-source-plc = PLC
line-source-mqtt = MQTT
line-source-gpio = GPIO line

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
