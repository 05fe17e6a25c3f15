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
page-dataset = Dataset
page-inspection = Inspection
page-line = Line
page-model = Model
page-quality = Quality
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
less = Less
more = More
next = Next
remove = Remove
restore = Restore
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
header-sub-pages = Pages of { $page }
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
condition-export_trouble-advice = Inspection continues. The export is tried again by itself. Call the line engineer if this persists.
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
condition-export_trouble =
    { $case ->
        [not_running] `okng export --scheduled` is set and does not run
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

people = People
people-words = Everybody listed here can log in and may do the same as you: there are no roles.
people-since = since { $at }
people-you = This is you. Your password is changed above; nobody can remove themselves.
people-add = Add a person
people-name = Name of the person
people-name-example = for example Bert
people-name-first = Enter a name first.
people-issued = Copy the password of { $name } now. It will not be shown again
people-issued-words = Give it to this person only. They can change it on this page after logging in.
people-new-password = New password
people-new-password-of = New password for { $name }
people-new-password-words = The station generates a new password. The old one stops working, and this person is logged out everywhere. Their API tokens keep working.
people-remove-title = Remove { $name }
people-remove-words = This person is logged out at once, and their API tokens stop working. Access keys belong to the station and keep working. The name stays in all records, such as labels, reviews and audits. A later account with the same name shares nothing with this one but the name, so in the records the two can't be told apart.
people-removed = { $name } can no longer log in.

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
recipe-not-known-yet = The station hasn't said yet which recipe it runs. Try again in a moment.
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

training-start = Train a model
training-words =
    { $anomaly ->
        [0] Trains on { $normal } normal pictures.
        [one] Trains on { $normal } normal pictures and measures on { $anomaly } anomalous one.
       *[other] Trains on { $normal } normal pictures and measures on { $anomaly } anomalous ones.
    }
training-no-dataset = There is no dataset yet. Collect pictures on the Training page.
training-job-runs = { $job } in progress.
training-normal-missing =
    { $missing ->
        [one] { $missing } more normal picture needed ({ $normal } of { $needed }).
       *[other] { $missing } more normal pictures needed ({ $normal } of { $needed }).
    }
training-normal-collected = Normal pictures collected
training-more-needed =
    { $missing ->
        [one] { $missing } more normal picture needed for training ({ $needed } in total)
       *[other] { $missing } more normal pictures needed for training ({ $needed } in total)
    }
training-enough = Enough to train. Anomalous pictures are optional, but they are needed to measure detection.
training-open-model = Open { $model } version { $version }
training-next-label = What the next pictures show
training-label-normal = good parts
training-label-anomaly = with a defect
training-trigger-effect = Trigger: add a picture to the dataset
training-each-trigger =
    { $split ->
        [train] Each trigger adds one <b>{ $label }</b> picture for training. You can also press the space bar.
        [test] Each trigger adds one <b>{ $label }</b> picture for testing. You can also press the space bar.
       *[none] Each trigger adds one <b>{ $label }</b> picture. You can also press the space bar.
    }
training-line-triggers = The camera input line is the trigger: each part adds a picture.
training-inspection-runs = Inspection is running. Stop it to collect pictures.
training-inspection-first = Stop inspection to collect pictures.
training-camera-awaited = Waiting for the camera.
training-label-first = Choose Normal or Anomaly first.
training-cropped = Pictures from the camera are cropped to the part (<b>{ $part }</b>). Uploaded files are not, so upload cropped pictures.
training-stop-collecting = Stop collecting

split-next = Use the next pictures for
split-train = for training
split-test = for testing
split-choice-train = For training
split-choice-test = For testing
split-choice-later = Split later
split-filter = Split
split-aside = Set pictures aside for testing
split-aside-words = Models never train on them. Pictures of one batch and near duplicates stay together, so check the dataset first.
split-done = The pictures were split into training and test sets.

pictures-title = Pictures of the dataset
pictures-show-all = All { $count }
pictures-show-normal = Normal { $count }
pictures-show-anomaly = Anomaly { $count }
pictures-show-removed = Removed { $count }
pictures-show-older = Show older pictures
pictures-none = No pictures here.
pictures-awaited = One moment…
pictures-picture = Picture { $id }
pictures-picture-label = Picture { $id }, { $label }
pictures-last = Last picture
pictures-last-words =
    { $split ->
        [train] Last picture: { $id }, <b>{ $label }</b>, for training
        [test] Last picture: { $id }, <b>{ $label }</b>, for testing
       *[none] Last picture: { $id }, <b>{ $label }</b>
    }
pictures-make = Make picture { $id } { $label }
pictures-make-it = Make it { $label }
pictures-made = Picture { $id } is now { $label }.
pictures-remove = Remove picture { $id }
pictures-removed = Picture { $id } removed.
pictures-restored = Picture { $id } restored.
pictures-batch = Batch
pictures-batch-label = Batch, lot or shift
pictures-batch-example = for example lot 7
pictures-defect-type = Defect type
pictures-defect-type-example = for example crack
pictures-filter-any = Any
pictures-arrival-uploaded = Arrived in the bucket
pictures-arrival-waiting = Waiting to be sent to the bucket
pictures-arrival-failed = Could not be sent to the bucket
pictures-arrival-reason = { $arrival }: { $reason }
pictures-not-sent = not sent
pictures-near-copy = near duplicate
pictures-near-copy-of = Near duplicate of picture { $id }
pictures-near-copy-title = The dataset already has almost the same picture
pictures-near-copy-words = Near duplicates teach the model nothing new and make its metrics look better than they are.
pictures-near-copy-old = Picture { $id }, already in the dataset
pictures-near-copy-new = Picture { $id }, new
pictures-near-copy-remove = Remove the new one
pictures-near-copy-keep = Keep both
pictures-select = Select
pictures-select-one = Select picture { $id }
pictures-select-all = Select all shown
pictures-selected = Selected pictures
pictures-selected-count =
    { $count ->
        [0] Tap pictures to select them
        [one] { $count } picture selected
       *[other] { $count } pictures selected
    }
pictures-selected-batch = Batch of the selected pictures
pictures-selected-defect-type = Defect type of the selected pictures
pictures-set-batch = Batch…
pictures-set-defect-type = Defect type…
pictures-set-empty = Leave empty to remove it.
pictures-now-normal =
    { $count ->
        [one] { $count } picture is now normal.
       *[other] { $count } pictures are now normal.
    }
pictures-now-anomaly =
    { $count ->
        [one] { $count } picture is now anomalous.
       *[other] { $count } pictures are now anomalous.
    }
pictures-now-train =
    { $count ->
        [one] { $count } picture is now for training.
       *[other] { $count } pictures are now for training.
    }
pictures-now-test =
    { $count ->
        [one] { $count } picture is now for testing.
       *[other] { $count } pictures are now for testing.
    }
pictures-now-removed =
    { $count ->
        [one] { $count } picture is removed.
       *[other] { $count } pictures are removed.
    }
pictures-now-restored =
    { $count ->
        [one] { $count } picture is restored.
       *[other] { $count } pictures are restored.
    }
pictures-now-batch =
    { $count ->
        [one] { $count } picture: batch set to { $value }.
       *[other] { $count } pictures: batch set to { $value }.
    }
pictures-now-no-batch =
    { $count ->
        [one] { $count } picture: batch removed.
       *[other] { $count } pictures: batch removed.
    }
pictures-now-defect-type =
    { $count ->
        [one] { $count } picture: defect type set to { $value }.
       *[other] { $count } pictures: defect type set to { $value }.
    }
pictures-now-no-defect-type =
    { $count ->
        [one] { $count } picture: defect type removed.
       *[other] { $count } pictures: defect type removed.
    }
pictures-class-new = New class
pictures-class-name-first = Type the name of a new class to add it.
pictures-class-effect = Choose the class
pictures-save-and-next = Save and next
pictures-save-and-close = Save and close
pictures-unsaved = Your changes have not been saved.
pictures-continue = Continue editing
pictures-leave = Leave without saving

dataset-job-runs = A job is in progress.
dataset-nothing-changed = Nothing changed.
dataset-check = Check dataset
dataset-shortcut-side = Picture { $id }: { $side }
dataset-check-title = Dataset check
dataset-checked =
    { $count ->
        [one] { $count } picture checked { $at } by { $author }.
       *[other] { $count } pictures checked { $at } by { $author }.
    }
dataset-checked-and =
    { $count ->
        [one] { $count } picture checked { $at } by { $author }; { $more }.
       *[other] { $count } pictures checked { $at } by { $author }; { $more }.
    }
dataset-check-settled = { $count } resolved
dataset-check-kept = { $count } kept as they are
dataset-check-unseen = { $count } added or changed since then. Check again.
dataset-findings =
    { $count ->
        [0] No problems found
        [one] { $count } possible problem
       *[other] { $count } possible problems
    }
dataset-findings-all = Show all { $count }
dataset-finding-more = and { $count } more
dataset-finding-keep = Keep as it is
dataset-finding-kept = Kept as it is. It will not be shown again.
dataset-finding-how = How this was found
dataset-remedied = Done: { $words }.
dataset-changes = Change history
dataset-changes-none = No changes yet.
dataset-change-of-picture = Picture { $id }: { $change }
dataset-change-of-pictures = { $count } pictures: { $change }
dataset-change-label = made { $label }
dataset-change-batch = batch { $value }
dataset-change-no-batch = no batch
dataset-change-defect-type = defect type { $value }
dataset-change-no-defect-type = no defect type
dataset-change-no-split = not assigned to a split
dataset-change-boxes =
    { $count ->
        [one] { $count } box drawn
       *[other] { $count } boxes drawn
    }
dataset-change-no-boxes = boxes removed
dataset-change-mask = mask drawn
dataset-change-no-mask = mask removed
dataset-change-removed = removed
dataset-change-restored = restored
dataset-change-several = changed
dataset-change-undone = undone
dataset-change-undoing = { $change } (undone)
dataset-change-undo = Undo change { $id }

boxes-filter = Boxes
boxes-filter-true = annotated
boxes-filter-false = not annotated yet
boxes-draw = Draw boxes
boxes-draw-in = Draw boxes in picture { $id }
boxes-drawn = Picture { $id }: { $boxes }.
boxes-of-picture = Boxes of picture { $id }
boxes-of-class = { $count } { $class }
boxes-no-objects = no objects
boxes-without-class = without a class
boxes-canvas = The picture: drag on it to draw a box
boxes-box = Box { $number } of { $count }, { $class }
boxes-choose-class = choose a class
boxes-changed = Last changed { $at } by { $author }
boxes-not-annotated = Not annotated yet.
boxes-class = Class of this box
boxes-class-next = Class of the next box
boxes-class-missing = Choose a class for every box.
boxes-summary =
    <b>{ $count ->
        [one] { $count } box
       *[other] { $count } boxes
    }</b><quiet>: { $boxes }</quiet>
boxes-summary-none = <b>No box</b><quiet>: drag on the picture to draw one.</quiet>
boxes-delete = Delete box
boxes-delete-which = Select a box on the picture to delete it.
boxes-undo-nothing = Nothing to undo yet.
boxes-add-middle = Add box in the middle
boxes-keyboard = Press <kbd>?</kbd> to see what the keyboard can do here.
boxes-effect-next = Select the next box
boxes-effect-move = Move the box; with Shift: resize it; with Ctrl: by 10 px
boxes-effect-delete = Delete the box
boxes-saved-empty = Saved without a box, the picture counts as an example with no objects.
boxes-save-empty = No objects, next
boxes-import = Import boxes from COCO, Darknet or Label Studio
boxes-import-empty = Pictures without boxes in the file have no objects, even if they have boxes here
boxes-import-exif = Pictures with EXIF rotation
boxes-import-exif-asked = Ask if it matters
boxes-import-exif-applied = Rotated when annotated
boxes-import-exif-ignored = Not rotated when annotated
boxes-import-files = Label files
boxes-import-choose = Choose label files
boxes-import-runs = Importing…
boxes-import-words = Choose one JSON file, or text files with their class file. They must use the station's picture names. For other names, use <code>okng dataset import-boxes</code>.
boxes-import-done = Boxes imported.
boxes-imported =
    { $boxes ->
        [one] { $boxes } box
       *[other] { $boxes } boxes
    } in { $pictures ->
        [one] { $pictures } picture
       *[other] { $pictures } pictures
    }; { $skipped } skipped.
boxes-import-incomplete =
    { $count ->
        [one] { $count } picture has fewer boxes than the file. Draw the missing ones.
       *[other] { $count } pictures have fewer boxes than the file. Draw the missing ones.
    }
boxes-import-more = And { $count } more. The command line lists all of them.

masks-filter = Masks
masks-filter-true = with a mask
masks-filter-false = without a mask
masks-classes = mask: { $classes }
masks-draw = Draw the mask
masks-draw-of = Draw the mask of picture { $id }
masks-of-picture = Mask of picture { $id }
masks-saved = Mask of picture { $id } saved.
masks-deleted = Mask of picture { $id } deleted.
masks-canvas = The picture with its mask
masks-area = { $class } { $pixels } px
masks-class = Class of the defect
masks-class-unknown = unknown
masks-empty = No defect marked.
masks-tool = Tool
masks-tool-brush = Brush
masks-tool-eraser = Eraser
masks-tool-fill = Fill
masks-tool-move = Move
masks-hint-brush = Drag over the defect to mark it. Use two fingers to zoom.
masks-hint-eraser = Drag over what is not part of the defect.
masks-hint-fill = Draw a closed outline with the brush, then tap inside it.
masks-hint-move = Drag to move the enlarged picture.
masks-outline-open = The outline is open here. Close it with the brush, then tap inside it.
masks-brush-size = Brush size
masks-zoom-in = Zoom in
masks-zoom-out = Zoom out
masks-not-enlarged = Not enlarged.
masks-show = Show mask
masks-hide = Hide mask
masks-clear = Clear
masks-clear-nothing = Nothing to clear.
masks-undo-nothing = Nothing to undo.
masks-save-nothing = There is nothing to save yet.
masks-saved-empty = Saved like this, the picture has no mask any more.
masks-not-shown = The mask can't be shown: { $reason }
masks-not-encoded = The browser can't encode the mask.
masks-no-memory = The browser has no memory for a picture of this size.

upload-title = Upload
upload-files = Pictures to add
upload-choose = Drop pictures or folders anywhere on this page, or <u>choose files</u>
upload-choose-labelled = Drop pictures or folders anywhere on this page, or <u>choose files</u>. They will be added as <b>{ $label }</b>
upload-choose-folder = Choose a folder
upload-zone-normal = Pictures of good parts
upload-zone-anomaly = Pictures of parts with a defect
upload-zones = Added to <b>{ $dataset }</b>. In a folder, subfolders called normal and anomaly decide for their own pictures.
upload-nothing = There are no pictures in what was dropped.
upload-not-an-image = Not an image. Use PNG, JPEG, BMP or TIFF.
upload-empty-file = The file is empty.
upload-running =
    { $refused ->
        [0] Adding pictures to { $dataset }: { $added } of { $total }
       *[other] Adding pictures to { $dataset }: { $added } of { $total }, { $refused } refused
    }
upload-cancelled =
    { $refused ->
        [0] Upload to { $dataset } cancelled: { $added } of { $total }. The pictures added so far stay.
       *[other] Upload to { $dataset } cancelled: { $added } of { $total }, { $refused } refused. The pictures added so far stay.
    }
upload-ended =
    { $refused ->
        [0] Pictures added to { $dataset }: { $added } of { $total }
       *[other] Pictures added to { $dataset }: { $added } of { $total }, { $refused } refused
    }
upload-done = { $count } pictures added to { $dataset }.
upload-progress = Pictures uploaded
upload-refused = { $count } refused
upload-remarks = { $count } added with a remark
upload-retry = Retry refused
label-dialog-title =
    { $count ->
        [one] What does this picture show?
       *[other] What do these { $count } pictures show?
    }

import-button = Import
import-title = Import pictures
import-into = Import into { $dataset }
import-ended =
    { $state ->
        [succeeded] Import finished.
        [failed] Import failed.
       *[cancelled] Import cancelled.
    }
import-place = Where the pictures are
import-place-file = Upload
import-place-folder = On the station
import-place-s3 = S3
import-folder = Folder, zip or manifest on the station
import-folder-example = for example /media/usb/parts
import-s3 = Address in S3
import-needs-file = Choose a zip or a manifest first.
import-needs-folder = Enter a folder, zip or manifest first.
import-needs-s3 = Enter an address in S3 first.
import-file = Zip or manifest
import-file-choose = Drop a zip or a manifest here or <u>choose a file</u>
import-file-other = Choose another file
import-pictures = Folder on the station with the manifest's pictures (optional)
import-pictures-hint = only if they are not where the manifest says
import-unlabelled = Pictures without a label
import-unlabelled-left-out = Leave them out
import-unlabelled-normal = Label as normal
import-unlabelled-anomaly = Label as anomalous
import-unsplit = Pictures without a split
import-what = What can be imported
import-what-folders = Folders <code>normal</code> and <code>anomaly</code>, or <code>good</code> and a folder for each defect type
import-what-mvtec = MVTec AD datasets with their masks
import-what-manifests = Manifests of Amazon Lookout for Vision with their masks
import-what-exports = Exports of another okng station, which lose nothing
import-what-zips = Each of them may be a zip. Uploads may have up to 256 MB. Copy larger ones to the station or to S3.
import-uploading = Uploading
import-goes-on = You can close this window. The import goes on.
import-goes-on-uploaded = You can close this window. The import goes on as soon as the upload is complete.
import-added = Added
import-already-there = Already there
import-left-out = Left out
import-left-out-why = Left out, and why
import-masks =
    { $count ->
        [one] { $count } picture has a mask.
       *[other] { $count } pictures have a mask.
    }
import-completed =
    { $count ->
        [one] { $count } picture that was already there now has the mask, split or other details that it lacked.
       *[other] { $count } pictures that were already there now have the mask, split or other details that they lacked.
    }
import-added-stay = The added pictures stay in the dataset.
import-save-csv = Save as CSV
import-save-text = Save as text
import-more = Import more

export-button = Export
export-title = Export pictures
export-dataset = Export { $dataset }
export-words =
    { $count ->
        [one] { $count } picture
       *[other] { $count } pictures
    }, { $masked } with a mask, in one zip. An okng station imports any of these layouts again without losing anything.
export-layout = Layout of the files
export-layout-manifest = Manifest
export-layout-folders = Folders
export-layout-mvtec = MVTec AD
export-words-manifest = Lookout for Vision's manifests, with pictures and masks
export-words-folders = normal and anomaly, with masks beside them
export-words-mvtec = train, test and ground_truth, as anomalib reads them
export-s3 = Address in S3 where the files will be (optional)
export-download = Download the zip
export-large = Datasets larger than 4 GB: <code>okng dataset export</code> on the station.

## Dataset page: profile and map

dataset-none = There are no datasets yet. Collect or import pictures on the Training page.
dataset-profile = Profile
dataset-map = Map
dataset-quick-model = Growth
dataset-preparation = Preparation
dataset-labelling = Labelling
dataset-empty = The dataset { $dataset } has no pictures now. Collect, import or restore some on the Training page.
dataset-pictures =
    { $count ->
        [one] { $count } picture: { $normal } normal, { $anomaly } anomalous.
       *[other] { $count } pictures: { $normal } normal, { $anomaly } anomalous.
    }
dataset-version = State { $version } of the dataset
dataset-measuring = Measurement of the pictures
job-kind-dataset_profile = Measurement of the pictures
dataset-measure = Measure now
dataset-measure-again = Try again
dataset-measuring-waits = They will be measured when this job has ended: { $job }. What is known is shown meanwhile.
dataset-unmeasured =
    { $count ->
        [one] { $count } picture has not been measured yet.
       *[other] { $count } pictures have not been measured yet.
    }
dataset-unreadable =
    { $count ->
        [one] { $count } picture can’t be read.
       *[other] { $count } pictures can’t be read.
    }
dataset-unreadable-one = Picture { $id }: { $problem }
dataset-show-pictures = Show pictures
dataset-gaps = What is missing
dataset-gaps-none = Nothing was found to be missing.
dataset-gap-few_good =
    { $count ->
        [0] There are no good pictures yet; a training needs { $of }. Collect pictures of good parts.
        [one] There is { $count } good picture; a training needs { $of }. Collect more good parts.
       *[other] There are { $count } good pictures; a training needs { $of }. Collect more good parts.
    }
dataset-gap-no_anomaly = There are no anomalous pictures, so nobody knows how many defects a model will find. Add pictures of defective parts.
dataset-gap-no_test = No pictures are set aside for testing. Split the dataset, so that a model is measured on pictures it has never seen.
dataset-gap-test_without_good = The test set has no normal pictures, so it can’t show false rejects. Set some aside for testing.
dataset-gap-test_without_anomaly = The test set has no anomalous pictures, so it can’t show missed defects. Set some aside for testing.
dataset-gap-no_batch = No picture has a batch. Set the batch, so that a model is tested on batches it has not seen.
dataset-gap-one_batch = There is only one batch: { $values }. Collect parts of other batches.
dataset-gap-one_day = All pictures were added on one day ({ $values }). Collect on other days too, as light and position change.
dataset-gap-one_person = All pictures were added by one person ({ $values }). Have a second person add or check some.
dataset-gap-single_types =
    { $count ->
        [one] One defect type has only one picture: { $values }. Add more of it, or correct its name.
       *[other] { $count } defect types have only one picture each, such as { $values }. Add more of them, or correct their names.
    }
dataset-gap-untyped = { $count } of { $of } anomalous pictures have no defect type. Set it, so that each type is measured.
dataset-gap-unmasked = { $count } of { $of } anomalous pictures have no mask. Draw the missing masks, so that location can be measured on all.
dataset-gap-unboxed = { $count } of { $of } pictures are not labelled with boxes. Label them before a detector is trained.
dataset-gap-sizes = The pictures have { $count } different sizes, such as { $values }. Check those that are not from the station’s camera.
dataset-gap-not_checked = The pictures were never checked for shortcuts, such as a tray that gives the label away. Check the dataset.
dataset-gap-check_outdated =
    { $count ->
        [one] { $count } picture was added since the last check. Check the dataset again.
       *[other] { $count } pictures were added since the last check. Check the dataset again.
    }
dataset-gap-shortcuts =
    { $count ->
        [one] The last check found { $count } shortcut by which a model could guess the label. Look at it.
       *[other] The last check found { $count } shortcuts by which a model could guess the label. Look at them.
    }
dataset-counts = How the pictures are spread
dataset-counts-all = Show all { $count }
dataset-count-row = { $value }: { $count }, of which anomalous: { $anomaly }
dataset-label = Label
dataset-by-batch = Batch
dataset-by-defect_type = Defect type
dataset-by-day = Day added
dataset-by-person = Added by
dataset-by-split = Split
dataset-undecided = Not assigned
dataset-without = None
dataset-histograms = Measurements
dataset-facets = One chart for each
dataset-facets-none = Measurement
dataset-facets-more =
    { $count ->
        [one] { $count } value with fewer pictures is not shown.
       *[other] { $count } values with fewer pictures are not shown.
    }
dataset-measure-of = Measurement shown
dataset-measure-brightness = Brightness (% of full range)
dataset-measure-contrast = Contrast (% of full range)
dataset-measure-focus = Focus (dB, higher is sharper)
dataset-measure-pixels = Picture size (megapixels)
dataset-measure-bytes = File size (kB)
dataset-measure-score = Anomaly score
dataset-scored-by = Scores of { $model } version { $version }, each by a model trained without the picture.
dataset-not-scored = No model has been trained from this dataset yet, so there are no scores.
dataset-threshold = Threshold { $threshold }
dataset-bar = { $low } to { $high }: { $count }, of which anomalous: { $anomaly }
dataset-bin = { $title }: { $low } to { $high }
dataset-listed =
    { $count ->
        [one] { $count } picture
       *[other] { $count } pictures
    }
dataset-listed-more = Show more ({ $count } left)
dataset-map-words = Pictures that look alike are near each other. The two axes show { $share } of the differences ({ $first } and { $second } of the variance); the rest can’t be seen here.
dataset-map-how = Draw a line around pictures to select them, or tap a group above. Tap a point to see its picture.
dataset-map-none = The map needs at least two different pictures that were measured.
dataset-map-label =
    { $count ->
        [one] Map of { $count } picture; it is listed below.
       *[other] Map of { $count } pictures; they are listed below.
    }
dataset-map-axis = Principal component { $number }
dataset-map-color = Colour by
dataset-map-groups = Groups on the map
dataset-map-others = Others
dataset-map-no-score = No score
dataset-map-score =
    { $level ->
        [1] Lowest fifth of the scores
        [5] Highest fifth of the scores
       *[other] Fifth { $level } of the scores
    }
dataset-map-scored = Score { $score }
dataset-map-selected = Selected on the map

## Model page: metrics, threshold and promotion

metrics-assessment = Assessment
metrics-too-few-defects = This model finds too few defects
metrics-check-dataset = Check dataset
metrics-labels-unchecked = The dataset { $dataset } was never checked for contradictory labels.
metrics-labels-checked =
    { $groups ->
        [0] The last check of the dataset { $dataset } found no contradictory labels.
        [one] The last check of the dataset { $dataset } found one group of near duplicates labelled both normal and anomalous.
       *[other] The last check of the dataset { $dataset } found { $groups } groups of near duplicates labelled both normal and anomalous.
    }

metrics-false-rejects = Of { 1000 } good parts, about <b>{ $rejected }</b> will be rejected (between { $low } and { $high } with 95 % confidence).
metrics-catches =
    { $pictures ->
        [one] This catches <b>{ $recall }</b> of defects: { $caught } of { $pictures } picture.
       *[other] This catches <b>{ $recall }</b> of defects: { $caught } of { $pictures } pictures.
    }
metrics-catches-between =
    { $pictures ->
        [one] This catches <b>{ $recall }</b> of defects (between { $low } and { $high }): { $caught } of { $pictures } picture.
       *[other] This catches <b>{ $recall }</b> of defects (between { $low } and { $high }): { $caught } of { $pictures } pictures.
    }
metrics-measured-picture =
    { $rejected ->
        [one] Measured on { $unseen } good pictures, each scored by a model trained without it: { $rejected } was rejected.
       *[other] Measured on { $unseen } good pictures, each scored by a model trained without it: { $rejected } were rejected.
    }
metrics-measured-batch =
    { $rejected ->
        [one] Measured on { $unseen } good pictures, each scored by a model trained without its batch or day: { $rejected } was rejected.
       *[other] Measured on { $unseen } good pictures, each scored by a model trained without its batch or day: { $rejected } were rejected.
    }
metrics-independent = Pictures of one batch are similar, so together they count as { $count }.
metrics-too-few-pictures = { $unseen } good pictures can only guarantee fewer than { $share } false rejects per { 1000 } good parts. Add good pictures, up to { $pictures }, to guarantee { $asked }.

metrics-held-out = On the test pictures
metrics-held-out-rejected = <b>{ $rejected }</b> of { $normal } good parts rejected (between { $low } and { $high } with 95 % confidence).
metrics-held-out-caught = <b>{ $caught }</b> of { $anomaly } defects caught (between { $low } and { $high } with 95 % confidence).
metrics-held-out-words = They were used neither for training nor for the threshold, and all other metrics exclude them.

metrics-precision = Precision
metrics-precision-meaning = of NG verdicts are correct
metrics-recall = Recall
metrics-recall-meaning = of defects are found
metrics-f1-meaning = balance of both
metrics-any-threshold = at any threshold
metrics-average-precision = Average precision
metrics-threshold = Threshold
metrics-threshold-meaning = higher is NG
metrics-intervals = Below each metric is its 95 % confidence interval. More pictures make it narrower.
metrics-unknown = Precision, recall, F1 and AUROC are unknown
metrics-unknown-words = The dataset had no anomalous pictures, so it is not known how many defects this model finds. The threshold is set so that about { $rate } of good parts are rejected. To measure it, add pictures of defects on the Training page and train again.
metrics-normal-scores = Normal scores
metrics-normal-scores-meaning =
    { $count ->
        [one] of { $count } normal picture
       *[other] of { $count } normal pictures
    }

metrics-histogram = Histogram of scores; the threshold is { $threshold }
metrics-histogram-bar =
    { $label ->
        [normal] { $count } normal, score { $low } to { $high }
       *[anomaly] { $count } anomaly, score { $low } to { $high }
    }
metrics-histogram-review = to review: scores { $low } to { $high }
metrics-legend-anomaly = anomaly (hatched)
metrics-legend-review = to review
metrics-legend-scores = anomaly score; each picture was scored by a model trained without it

metrics-defect-type = defect type
metrics-caught = caught
metrics-confidence = with 95 % confidence
metrics-share = { $count } of { $all }
metrics-interval = { $low } to { $high }
metrics-confusion = Confusion matrix
metrics-predicted = predicted { $verdict }
metrics-normal-pictures = normal pictures
metrics-anomalous-pictures = anomalous pictures

metrics-method = Method
metrics-pictures = Pictures
metrics-pictures-used = { $normal } normal, { $anomaly } anomalous
metrics-trained = Trained
metrics-trained-by = { $at } by { $author }
metrics-input = Input
metrics-input-tiles = { $size }, in { $tiles } tiles of { $tile }
metrics-augmentation = Augmentation
metrics-copies =
    { $copies ->
        [one] { $copies } augmented copy of each good picture, { $varied }
       *[other] { $copies } augmented copies of each good picture, { $varied }
    }
metrics-copies-quarters = rotated by 90°
metrics-copies-tilt = tilted by up to { $degrees }°
metrics-copies-mirror = mirrored
metrics-copies-light = lighter and darker
metrics-hash = Model hash

metrics-detection =
    { $count ->
        [one] On { $count } picture not used for training
       *[other] On { $count } pictures not used for training
    }
metrics-detection-half = boxes that overlap the annotated ones by at least half are correct
metrics-detection-strict = averaged over stricter overlaps, up to { 0.95 }
metrics-detection-class = class
metrics-detection-boxes = boxes
metrics-detection-unknown = unknown
metrics-detection-words =
    { $count ->
        [one] Trained on { $count } picture. Epoch { $best } of { $epochs } was the best. 1 means that every object was found and nothing else.
       *[other] Trained on { $count } pictures. Epoch { $best } of { $epochs } was the best. 1 means that every object was found and nothing else.
    }

threshold-value = { $threshold }: scores above are NG
threshold-fewer-missed = fewer missed defects
threshold-fewer-rejects = fewer false rejects
threshold-allowed = Allowed false rejects
threshold-allowed-head = Allowed false rejects:
threshold-use = Use this threshold
threshold-in-use = In use
threshold-used-already = The recipe already uses this threshold.
threshold-reset = Reset to trained ({ $threshold })
threshold-changed =
    { $count ->
        [0] No stored picture changes its verdict
        [one] { $count } stored picture would become { $verdict }
       *[other] { $count } stored pictures would become { $verdict }
    }
threshold-closest = The { $count } closest to this threshold:
threshold-changed-parts = Recent parts that would have been { $verdict }
threshold-part = Part { $part }

review-band-off = No part is marked for review.
review-band-distance = The recipe marks parts within <b>{ $distance }</b> of the threshold for review.
review-band-marked = Of { 1000 } good parts, about <b>{ $marked }</b> will be marked for review (between { $low } and { $high } with 95 % confidence).
review-band-words = Parts with scores in the blue band are marked for review: { $marked } of { $unseen } good pictures. The band ends at the threshold that would allow three times as many false rejects.
review-band-verdict = The verdict doesn't change. The part waits on the Results page until someone reviews it.
review-band-mark = Mark parts for review
review-band-trained = Use the trained width
review-band-none = Don't mark any

worst-pictures = Check these first
worst-false = false { $verdict }
worst-all-wrong = All misclassified, the farthest from the threshold first. A wrong label distorts the metrics.
worst-some-wrong = { $wrong } misclassified, the farthest from the threshold first, then those closest to the threshold. A wrong label distorts the metrics.
worst-none-wrong = None misclassified. These are closest to the threshold. A wrong label distorts the metrics.

compare-versions = Comparison of versions
compare-versions-head = Compared on the same pictures
compare-versions-with = Compare with
compare-versions-choice = { $name } version { $version }
compare-versions-choice-in-use = { $name } version { $version } (in use)
compare-versions-version = version { $version }
compare-versions-nothing = They have no test pictures in common, so they can't be compared. Train both on the same dataset, or run one in shadow mode.
compare-versions-worse = <b>{ $name } version { $version } is worse.</b>
compare-versions-figures = Figures of both versions on the same pictures
compare-versions-found = Defects found
compare-versions-rejected = Good parts rejected
compare-versions-scored = Both scored the same { $normal } normal and { $anomaly } anomalous pictures without having seen them in training.
compare-versions-left-out =
    { $count ->
        [one] { $count } other picture was tested by { $model } only.
       *[other] { $count } other pictures were tested by { $model } only.
    }
compare-versions-differ =
    { $count ->
        [one] One picture judged differently
       *[other] { $count } pictures judged differently
    }
compare-versions-right = { $model } is right
compare-versions-first = The first { $count } are shown.
compare-versions-alike = They judge all these pictures alike.

promotion-shadow = Run in shadow mode
promotion-shadow-started = Version { $version } now runs in shadow mode alongside the active one. Outputs are not affected.
promotion-promote = Promote
promotion-promote-anyway = Promote anyway
promotion-title = Promote { $name } version { $version }
promotion-fails = This version fails the regression check.
promotion-failed = Version { $version } fails on { $failures } of { $pictures } pictures of the regression set. Nothing was changed.
promotion-done = The recipe now uses { $name } version { $version }.
promotion-from-next-part = From the next part on, this version is used.
promotion-instead = From the next part on, this version is used, instead of { $name } version { $version }.
promotion-recorded = If you promote it anyway, your name and these warnings are recorded in the model history.
promotion-why-fewer-rejects = Fewer good parts rejected
promotion-why-more-defects = More defects found
promotion-why-new-light = New light or camera
promotion-why-new-part = New kind of part
promotion-roll-back = Roll back
promotion-roll-back-to = Roll back to version { $version }
promotion-roll-back-title = Roll back to { $name } version { $version }
promotion-roll-back-words = From the next part on, version { $version } is used with its earlier threshold ({ $threshold }). The regression set is not checked.
promotion-roll-back-done = The recipe uses version { $version } again.
promotion-why-back-good-rejected = Good parts are rejected
promotion-why-back-missed = Defects are missed
promotion-why-back-mistake = Promoted by mistake
promotion-history = Model history ({ $count })
promotion-kind-promotion = promoted
promotion-kind-rollback = rolled back
promotion-kind-recipe = recipe change
promotion-model = { $name } { $version } <quiet>at { $threshold }</quiet>
promotion-no-model = no model
promotion-no-reason = no reason given
promotion-in-spite = <b>Used in spite of:</b> { $objection }
promotion-record = { $at }, { $author }, recipe { $recipe } version { $version }
promotion-record-checked =
    { $state ->
        [passed] , regression set: passed
        [failed] , regression set: failed ({ $failures } wrong)
       *[unchecked] , regression set: unchecked
    }
promotion-record-trial =
    { $compared ->
        [one] , after a trial: { $compared } part compared, { $disagree } differed
       *[other] , after a trial: { $compared } parts compared, { $disagree } differed
    }

trial = Trial
trial-runs = { $name } version { $version } is on trial
trial-ran = { $name } version { $version } was on trial
trial-end = End the trial
trial-running =
    { $compared ->
        [one] Being compared with version { $beside }: <b>{ $compared }</b> part compared, <b>{ $skipped }</b> skipped, <b>{ $disagree }</b> differ.
       *[other] Being compared with version { $beside }: <b>{ $compared }</b> parts compared, <b>{ $skipped }</b> skipped, <b>{ $disagree }</b> differ.
    }
trial-stopped =
    { $compared ->
        [one] Was compared with version { $beside }: <b>{ $compared }</b> part compared, <b>{ $skipped }</b> skipped, <b>{ $disagree }</b> differ.
       *[other] Was compared with version { $beside }: <b>{ $compared }</b> parts compared, <b>{ $skipped }</b> skipped, <b>{ $disagree }</b> differ.
    }
trial-verdicts = Verdicts of both versions on the same parts
trial-verdict = version { $version }: { $verdict }
trial-time = Compared with the active version, it takes { $mean } per part on average and at most { $p95 } for 95 % of parts.
trial-settled =
    { $settled ->
        [one] Of { $settled } reviewed part, version { $version } was correct on <b>{ $trial }</b> and version { $beside } on <b>{ $active }</b>.
       *[other] Of { $settled } reviewed parts, version { $version } was correct on <b>{ $trial }</b> and version { $beside } on <b>{ $active }</b>.
    }
trial-differing = Parts with different verdicts
trial-newest = The newest { $count } of { $all } are shown.
trial-part = Part { $part }
trial-score = { $score } at { $threshold }
trial-picture-deleted = picture deleted
trial-is-correct = { $verdict } is correct
trial-is-correct-by = <b>{ $verdict }</b> is correct, according to { $person }.
trial-keep = ✓ Add to the regression set
trial-keep-not = Don't add to the regression set
trial-kept = Part { $part } is in the regression set as { $verdict }.
trial-recorded = Recorded: part { $part } is { $verdict }.

regression-set = Regression set
regression-set-of =
    { $count ->
        [one] Regression set of { $name }: { $count } picture
       *[other] Regression set of { $name }: { $count } pictures
    }
regression-standing =
    { $state ->
        [empty] There is no regression set yet, so this version is not checked before promotion.
        [unchecked] { $checked } of { $pictures } pictures of the regression set are checked. The rest will be checked before promotion.
        [failed] It fails on { $failures } of { $pictures } pictures of the regression set, so it can't be promoted.
       *[passed] It passes on all { $pictures } pictures of the regression set.
    }
regression-check = Check this version
regression-checking = Checking…
regression-check-ended =
    { $state ->
        [cancelled] The check was cancelled: { $message }
       *[failed] The check failed: { $message }
    }
regression-known = Known { $verdict }
regression-score = scored { $score }
regression-no-score = no score
regression-add = Add from dataset
regression-dataset = Dataset
regression-picture =
    { $label ->
        [normal] Picture { $picture }, normal
       *[anomaly] Picture { $picture }, anomaly
    }
regression-add-as = Add as { $verdict }
regression-upload = Upload known { $verdict }
regression-removed = Removed ({ $count })
regression-removed-picture = <b>Known { $verdict }</b>, { $source }
regression-remove = Remove from the regression set
regression-remove-picture = Remove picture { $picture } from the regression set
regression-remove-words = Versions will no longer be checked on this picture (known { $verdict }, { $source }). Who removed it and why is recorded.
regression-why-wrong-verdict = Its verdict is wrong
regression-why-part-gone = This part is no longer made
regression-why-poor-picture = Poor picture

consent = Use this model anyway?
consent-recorded = If you use it anyway, your name and these warnings are recorded in the model history.
consent-decline = Don't use it
consent-use = Use anyway

## Dataset page: growth

growth-auroc = AUROC
growth-cell = { $value } ({ $interval })
growth-changed =
    { $count ->
        [0] The figures are those of the pictures as they are now.
        [one] { $count } picture was added, removed or changed since then. New figures come after five.
       *[other] { $count } pictures were added, removed or changed since then. New figures come after five.
    }
growth-chart = { $figure } by number of pictures, with the 95 % confidence interval as a band
growth-coming = New figures are being computed.
growth-compute = Compute now
growth-computed =
    { $pictures ->
        [one] Quick estimate of { $at } from { $pictures } picture, computed in { $seconds } s.
       *[other] Quick estimate of { $at } from { $pictures } pictures, computed in { $seconds } s.
    }
growth-covers-others = It is the nearest to { $share } of the patches of the other normal pictures; on average it would be { $fair }. Without it they would look less normal.
growth-failed = The last computation failed: { $reason }
growth-found = Anomalous pictures found
growth-found-of = { $found } of { $count }
growth-hard-and-missed = It shows a defect that was missed: its score is { $score }, and the threshold is { $threshold }.
growth-hard-but-found = It shows a defect that was only just found: its score is { $score }, and the threshold is { $threshold }.
growth-influential = Pictures that matter most
growth-interval = { $interval } with 95 % confidence
growth-line = Quick estimate from { $pictures } pictures: up to <b>{ $rejects }</b> of { 1000 } good parts rejected.
growth-line-auroc = Quick estimate from { $pictures } pictures: AUROC <b>{ $auroc }</b> ({ $low } to { $high }), up to <b>{ $rejects }</b> of { 1000 } good parts rejected.
growth-missing-anomalous =
    { $missing ->
        [0] Unknown: too few of the anomalous pictures can be read.
        [one] Unknown. Add { $missing } more anomalous picture to measure it.
       *[other] Unknown. Add { $missing } more anomalous pictures to measure it.
    }
growth-missing-normal =
    { $missing ->
        [one] { $missing } more normal picture for training is needed before there can be figures.
       *[other] { $missing } more normal pictures for training are needed before there can be figures.
    }
growth-no-outlook = Whether more pictures help to find defects is not known yet. It takes at least ten normal and three anomalous pictures to tell.
growth-none-readable = There are no figures, because too few normal pictures can be read.
growth-open = How it grew
growth-outlook-helps = The last { $newest } normal pictures raised the AUROC by { $change } (between { $low } and { $high } with 95 % confidence). More of the same are likely to help.
growth-outlook-saturated = The last { $newest } normal pictures changed the AUROC by { $change } (between { $low } and { $high } with 95 % confidence). More of the same will hardly help.
growth-outlook-unknown = The last { $newest } normal pictures changed the AUROC by { $change } (between { $low } and { $high } with 95 % confidence). So few pictures can’t tell whether more of the same will help.
growth-picture = Picture { $id }
growth-pictures = Pictures
growth-raises-threshold = It looks unusual for a normal picture: without it the threshold would be { $without } instead of { $threshold }. Check its label.
growth-rejects = Rejects of { 1000 } good parts
growth-sampled = Of { $pictures } pictures, { $used } were used: a random choice that stays the same.
growth-table = Figures as a table
growth-unknown = unknown
growth-unreadable =
    { $count ->
        [one] { $count } picture was left out, because it can’t be read.
       *[other] { $count } pictures were left out, because they can’t be read.
    }
growth-unreadable-one = Picture { $id }: { $reason }
growth-unseen-batch = A small model scored every picture without having seen any of its batch.
growth-unseen-picture = A small model scored every picture without having seen it.

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

## Dataset page: preparation

preparation-steps = Steps
preparation-intro = Every picture goes through these steps before a model sees it, in training and on the line. Stored pictures stay as they are.
preparation-keeps = The next training uses the saved version. Models that were trained before keep their own preparation. Detectors are not affected.
preparation-steps-none = No steps yet. Models see the pictures as the camera takes them.
preparation-add = Add a step
preparation-step-crop = Crop
preparation-step-mask_out = Mask out
preparation-step-rotate = Rotate
preparation-step-grey = Grey
preparation-step-stretch = Contrast
preparation-step-labels_from_file_names = Labels from file names
preparation-says-crop = { $width } × { $height } px at { $left }, { $top }
preparation-says-areas =
    { $count ->
        [one] { $count } area
       *[other] { $count } areas
    }
preparation-says-rotate = { $degrees }° clockwise
preparation-says-stretch = grey values { $low } to { $high }
preparation-says-rules =
    { $count ->
        [one] { $count } pattern
       *[other] { $count } patterns
    }
preparation-says-grey = by luminance
preparation-up = Move up
preparation-down = Move down
preparation-remove = Remove step
preparation-first = This is the first step.
preparation-last = This is the last step.
preparation-left = Left
preparation-top = Top
preparation-width = Width
preparation-height = Height
preparation-draw-crop = Draw the rectangle on the picture before the step, or type its sides.
preparation-draw-mask = Areas are filled with one grey value, so nothing in them counts. Draw the chosen rectangle on the picture before the step.
preparation-areas = Area to change
preparation-area = Area { $number }
preparation-add-rectangle = Add rectangle
preparation-add-polygon = Draw polygon
preparation-remove-area = Remove area
preparation-area-only = A step needs at least one area. Remove the step instead.
preparation-polygon-draw = Click the corners of the area, one after the other, on the picture before the step.
preparation-polygon-close = Close outline
preparation-polygon-short = An outline needs at least three corners.
preparation-fill = Grey value of the areas
preparation-degrees = Clockwise
preparation-turn = { $degrees }°
preparation-grey-hint = Colour pictures become grey by their luminance. Grey pictures stay as they are.
preparation-stretch-hint = The first value becomes black, the second white, and what lies between is spread evenly.
preparation-low = Black from
preparation-high = White from
preparation-bits = Bits of a value
preparation-bits-of = { $bits } bit
preparation-rules-hint = Pictures that are imported or uploaded without a label get it from their names. * is any text, ? is one character.
preparation-rule = Pattern { $number }
preparation-pattern = Pattern of the file name
preparation-label = Label
preparation-defect-type = Defect type
preparation-add-rule = Add pattern
preparation-remove-rule = Remove pattern
preparation-rule-only = A step needs at least one pattern. Remove the step instead.
preparation-size = The steps are for pictures of { $width } × { $height } px. Pictures of another size are refused, and on the line they are ERROR.
preparation-save = Save as version { $version }
preparation-save-nothing = Nothing has changed.
preparation-discard = Discard changes
preparation-saved = The preparation is saved as version { $version }.
preparation-versions = Versions
preparation-version =
    { $count ->
        [one] Version { $version } with { $count } step
       *[other] Version { $version } with { $count } steps
    }
preparation-version-restored = Version { $version }, which restores version { $restored }
preparation-in-use = in use
preparation-restore = Restore
preparation-restore-version = Restore version { $version }
preparation-export = Export the saved version
preparation-python = Python script
preparation-png = This picture as PNG
preparation-export-unsaved = Your changes are not in the files yet. Save them first.
preparation-export-none = Save a version first.
preparation-pictures = Before and after
preparation-picture-choice = Choice of picture
preparation-picture = Picture { $id }, { $label }
preparation-previous = Previous
preparation-no-previous = This is the first picture.
preparation-no-next = This is the last picture.
preparation-before = Before step { $number }
preparation-after = After step { $number }
preparation-before-all = As stored
preparation-after-all = As models see it
preparation-no-pictures = The dataset has no pictures to show.

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

## Dataset page: labelling

labelling-jobs = Labelling jobs
labelling-none = There are no labelling jobs yet. Make one to have pictures labelled, or to have a second person check the labels.
labelling-new = New labelling job
labelling-csv = Download CSV
labelling-name = Name of the job
labelling-name-example = for example second look
labelling-kind = What is to be done
labelling-kind-label = Label pictures
labelling-kind-audit = Audit labels
labelling-kind-adjustment = Adjust labels
labelling-kind-hint-label = Each answer becomes the label of the picture.
labelling-kind-hint-audit = A second person checks the labels. Nothing changes until they are adjusted.
labelling-blind = The auditor does not see the first label
labelling-is-blind = first label hidden
labelling-is-seeing = first label shown
labelling-steps = Steps
labelling-steps-hint = Only pictures labelled as anomaly go on to type and mask or boxes.
labelling-steps-first = Choose at least one step.
labelling-step-label = Defect or not
labelling-step-defect_type = Type of defect
labelling-step-region = Mask or boxes
labelling-rule = Which pictures
labelling-rule-all = All pictures
labelling-rule-every_nth = Every n-th picture
labelling-rule-near_threshold = Nearest to the threshold of the newest model
labelling-rule-least_certain = Labelled with the least certainty
labelling-every = One picture in
labelling-at-most = Pictures at most (empty: no limit)
labelling-stated-all = all pictures
labelling-stated-every_nth = one picture in { $every }
labelling-stated-near_threshold = nearest to the threshold of { $model }
labelling-stated-least_certain = labelled with the least certainty
labelling-stated-differing = found wrong or unsure by the audit
labelling-stated-at-most =
    { $count ->
        [one] { $rule }, { $count } picture at most
       *[other] { $rule }, { $count } pictures at most
    }
labelling-create = Create job
labelling-made-by = Created by { $author }, { $at }
labelling-closed-by = Closed by { $author }, { $at }
labelling-progress = { $done } of { $all } done
labelling-progress-unsure = { $count } unsure
labelling-progress-removed = { $count } removed from the dataset
labelling-continue = Continue
labelling-nothing-waits = No picture is waiting.
labelling-results = Results
labelling-close = Close job
labelling-back-to-jobs = All labelling jobs
labelling-answers = Answer
labelling-question-label = Does this part have a defect?
labelling-question-defect_type = Which type of defect is it?
labelling-question-region = Where is the defect?
labelling-question-audit = Is this label right?
labelling-first = First label: { $answer } ({ $author })
labelling-audit = Auditor: { $answer } ({ $author })
labelling-answer-none = none
labelling-unsure = Unsure
labelling-correct = Correct
labelling-wrong = Wrong
labelling-wrong-type = Wrong, it is { $type }
labelling-type-other = Another type
labelling-type-first = Enter the type of defect first.
labelling-draw-boxes = Draw boxes
labelling-paint-mask = Paint a mask
labelling-drawn = Done, next picture
labelling-drawn-first = Draw boxes or paint a mask first.
labelling-take-back = Back to the last picture
labelling-take-back-nothing = You have no answer to take back.
labelling-keys-answer = Answer
labelling-no-picture = There is no picture for you in this step.
labelling-only-own = Only labels of your own are left.
labelling-take-own = Audit my own labels
labelling-attributes = Optional details
labelling-attribute-certainty = Certainty
labelling-attribute-visibility = Visible
labelling-attribute-sharpness = Focus
labelling-attribute-brightness = Light
labelling-value-sure = sure
labelling-value-fairly = fairly
labelling-value-unsure = unsure
labelling-value-clearly = clearly
labelling-value-barely = barely
labelling-value-sharp = sharp
labelling-value-blurred = blurred
labelling-value-dark = dark
labelling-value-bright = bright
labelling-agreement = Agreement
labelling-kappa = Cohen's kappa
labelling-kappa-unknown = unknown
labelling-interval = { $low } to { $high }
labelling-labeller = Labelled by
labelling-all-labellers = All
labelling-not-blind = The auditor saw the first label, and agrees more easily then. Only an audit with the first label hidden measures agreement.
labelling-without-first =
    { $count ->
        [one] { $count } picture had no type of defect before and is not counted.
       *[other] { $count } pictures had no type of defect before and are not counted.
    }
labelling-own =
    { $count ->
        [one] { $count } picture was audited by the person who labelled it and is not counted.
       *[other] { $count } pictures were audited by the person who labelled them and are not counted.
    }
labelling-differences = Wrong or unsure
labelling-differences-none = The audit has found nothing wrong or unsure so far.
labelling-differences-more = The newest { $count } are shown. The CSV file has all of them.
labelling-adjust = Create adjustment job
labelling-adjust-name = { $name } adjusted
labelling-adjust-made = The adjustment job { $name } was created.
labelling-adjust-nothing = There is nothing to adjust.
labelling-times = Working time per picture
labelling-times-hint = Time in which nothing was pressed, touched or moved for more than 30 s is not counted.
labelling-times-none = Nobody has answered yet.
labelling-person = Person
labelling-step = Step
labelling-pictures = Pictures
labelling-shortest = Minimum
labelling-mean = Mean
labelling-longest = Maximum
labelling-seconds = { $seconds } s

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

## Quality page

quality-agreement = Agreement
quality-agreement-words = Agreement: reviewed parts of which the person said the same as the station. It is unknown without a review.
quality-audit = Audit
quality-audit-checked = Labels checked
quality-audits = Label audits
quality-audits-cut = Only the newest { $count } of { $all } audits of this period are shown.
quality-audits-none = There is no label audit whose newest answer lies in this period. Audits are created on the Labelling tab of a dataset.
quality-audits-words = Audits of all datasets whose newest answer lies in this period. Agreement and Cohen's kappa leave out unsure answers; in brackets: the 95 % interval.
quality-challenges-none = No known parts were asked for in this period. A recipe can ask for them at its start or at the start of a shift.
quality-challenges-overridden = Overridden
quality-challenges-passed = Challenges passed
quality-challenges-right = Known parts judged right
quality-change = { $change } against the time before
quality-checks = Checks of the station
quality-csv = CSV
quality-csv-of = Download as CSV: { $title }
quality-cusum = The sum for a doubled share (CUSUM) is at { $value }; it raises an alarm at { $limit }. A doubled share is found within about { $parts } parts, 9 times out of 10. Both charts together raise less than one false alarm in 500 shifts.
quality-figures = Figures of the period
quality-ground-baseline =
    { $count ->
        [one] Expected: { $centre }. The model states that it rejects { $stated } of good parts, and { $above } more of the line's parts were rejected in the 30 days before ({ $count } part).
       *[other] Expected: { $centre }. The model states that it rejects { $stated } of good parts, and { $above } more of the line's parts were rejected in the 30 days before ({ $count } parts).
    }
quality-ground-below =
    { $count ->
        [one] Expected: up to { $centre }, as the model states for good parts. In the 30 days before, { $baseline } were rejected ({ $count } part).
       *[other] Expected: up to { $centre }, as the model states for good parts. In the 30 days before, { $baseline } were rejected ({ $count } parts).
    }
quality-ground-stated =
    { $count ->
        [one] Expected: { $centre }, as the model states for good parts. This model judged only { $count } part in the 30 days before the period; from 1,000 on, the line's own share counts as well.
       *[other] Expected: { $centre }, as the model states for good parts. This model judged only { $count } parts in the 30 days before the period; from 1,000 on, the line's own share counts as well.
    }
quality-hall-fault = Fault
quality-hall-last = Last verdict
quality-hall-leave = Leave
quality-hall-no-connection = No connection since { $at }
quality-hall-open = Hall screen
quality-hall-since = This shift, since { $at }
quality-hall-state = NG share
quality-hall-state-above = Too high
quality-hall-state-below = Very low
quality-hall-state-unknown = Unknown
quality-hall-state-within = Normal
quality-human-types = Types given by persons
quality-interval = { $share } ({ $low } – { $high })
quality-interval-words = In brackets: the 95 % interval. Shares whose intervals overlap may differ by chance alone.
quality-kappa-unknown = Where kappa is unknown: { $why }
quality-latency = Time to verdict
quality-latency-bar = { $from } to { $to }: { $parts }
quality-latency-label = Histogram of the time from trigger to verdict
quality-limits-since = They hold since { $at }, when { $name } version { $version } began to judge.
quality-limits-words = The limits allow for an expected share between { $low } and { $high } and for the number of parts in each interval.
quality-more-types =
    { $count ->
        [one] One further type is in the CSV file.
       *[other] { $count } further types are in the CSV file.
    }
quality-no-before = no comparison
quality-no-rejects = No rejects.
quality-objection = { $at }, { $author }, recipe { $recipe }, model { $model }
quality-objections = Models used in spite of objections
quality-objections-none = No model was used in spite of an objection.
quality-of = { $count } of { $all }
quality-only-clear = Show all
quality-only-human = Type given by a person: { $name }
quality-only-region = Place: { $region }
quality-only-rule = Type: { $name }
quality-only-score = NG by the anomaly score alone
quality-open-parts = Show the parts: { $name }
quality-out-above = { $at }: { $rejected } of { $judged } rejected ({ $share }), more than the upper limit
quality-out-below = { $at }: { $rejected } of { $judged } rejected ({ $share }), fewer than the lower limit
quality-p-chart = p-chart of the NG share
quality-p-chart-label = NG share over time, with its expected value and its control limits
quality-p-chart-of = p-chart of the NG share: { $recipe }
quality-points = { $points } percentage points
quality-recipes = Recipes
quality-region-1 = top left
quality-region-2 = top centre
quality-region-3 = top right
quality-region-4 = centre left
quality-region-5 = centre
quality-region-6 = centre right
quality-region-7 = bottom left
quality-region-8 = bottom centre
quality-region-9 = bottom right
quality-region-count =
    { $count ->
        [one] { $name }: { $count } part
       *[other] { $name }: { $count } parts
    }
quality-region-filter = Only this place
quality-region-picture = The newest rejected part
quality-regions = Where the defects are
quality-regions-none = Nothing tells where the defects of these parts are.
quality-rejects = Rejects
quality-score-alone = anomaly score alone
quality-share = NG share
quality-shifts-left-out =
    { $count ->
        [one] Only the newest shift is shown.
       *[other] Only the newest { $count } shifts are shown.
    }
quality-state-above =
    { $count ->
        [one] Above the limits in { $count } interval.
       *[other] Above the limits in { $count } intervals.
    }
quality-state-below = Below the limits: check that defects are still found.
quality-state-doubled = A doubled share was found on { $at }.
quality-state-within = Within the limits
quality-types = Types of defects
quality-types-words = By the class whose rule failed. A part that breaks the rules of several classes counts for each of them.
quality-why-model_gone = No limits: the station no longer has the model that judged these parts, so the share of good parts that it rejects is unknown.
quality-why-no_model = No limits: this recipe is not judged by an anomaly model, and only such a model states what share of good parts it rejects.
quality-why-not_stated = No limits: the model does not state what share of good parts it rejects. Train it again on this station to get a statement.
quality-without-region =
    { $count ->
        [one] Of { $shown } part the place is unknown: it has neither a box nor a heat map, or was recorded by an earlier version.
       *[other] Of { $shown } parts the place is unknown: they have neither a box nor a heat map, or were recorded by an earlier version.
    }

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

## Reports

job-kind-report = Report
report-all = { $count ->
    [one] Show the report
   *[other] Show all { $count } reports
 }
report-check-changed = This file was changed after it was signed. Do not rely on it.
report-check-unchanged = Unchanged, signed by { $signer }.
report-check-unknown_key = Unchanged since it was signed, but with a key that this station does not know. Compare the fingerprint with the one that the owner of the station gives you.
report-check-unsigned = This file has no signature, so a change to it can't be seen.
report-download = Download { $format }, { $name }
report-earlier = Reports
report-fit = Fit report
report-fit-again = Make another report
report-fit-make = Make fit report
report-fit-words = What the pictures show, how sure that is, and what is missing, as HTML and PDF. Both open without the station and are signed, so that any change is seen.
report-made = { $at }, { $author }
report-no-pdf = Without a PDF:
report-none = No reports have been made yet.
report-question = What do you want to find out? (optional, it stands in the next report)
report-remove = Remove the report of { $name }
report-remove-short = Remove
report-shift = Shift report
report-shift-make = Make shift report
report-shift-of = Report of the shift { $period }
report-shift-present = Report of the present shift
report-shift-words = Parts, yield, rejects, reviews, alarms and times of a shift, as HTML and PDF. Both open without the station and are signed.
report-too-few = { $count ->
    [one] One more picture is needed for a fit report.
   *[other] { $count } more pictures are needed for a fit report.
 }
report-unsigned = Not signed: the package for signatures is not installed on this station.
report-verify = Check a report
report-verify-file = Choose a file
report-verify-key = Public key of another station (optional)
report-verify-words = Choose the HTML or PDF file of a report. One altered byte is found.

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

## Model page: the archive re-inspected

archive = The archive judged again
archive-lead = What would the past weeks have been with this version? It judges the stored pictures again, at the lowest priority beside the line, and compares its verdicts with those that the line gave.
archive-period = Period
archive-days =
    { $count ->
        [one] Last day
       *[other] Last { $count } days
    }
archive-scope = <b>{ $count }</b> of { $parts } parts of recipe { $recipe } can be judged again.
archive-takes = That takes about { $duration }.
archive-takes-at-least = That takes at least { $duration }.
archive-takes-unknown = How long that takes isn't known yet.
archive-duration-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
archive-duration-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
archive-left-out =
    { $count ->
        [one] { $count } part can't be judged again
       *[other] { $count } parts can't be judged again
    }
archive-left-without_picture = Picture deleted for space, or never stored: { $count }
archive-left-other_region = Another camera region than today: { $count }
archive-left-without_model = Judged without an anomaly model: { $count }
archive-left-errors = ERROR, without a verdict: { $count }
archive-left-missed = MISSED, without a picture: { $count }
archive-left-challenges = Challenge parts, not production: { $count }
archive-one-at-a-time = One re-inspection runs at a time.
archive-no-recipe = No recipe has been applied yet, so there are no parts to judge again.
archive-nothing-there = In this period, no part has a picture that can be judged again.
archive-start = Judge the archive
archive-start-again = Judge the archive again
archive-go-on = Continue
archive-begins = Loading the model
archive-remaining =
    { $count ->
        [one] { $count } part is still to be judged.
       *[other] { $count } parts are still to be judged.
    }
archive-cancel = Stop and keep the results
archive-nothing-judged = No part has been judged yet.
archive-headline = With version { $version }, <b>{ $after }</b> of 1,000 parts would have been rejected instead of <b>{ $before }</b>.
archive-interval = Difference { $difference } (95 % confidence: { $low } to { $high }).
archive-as-of =
    { $count ->
        [one] { $count } part of recipe { $recipe } since { $since }, judged { $at } at threshold { $threshold }.
       *[other] { $count } parts of recipe { $recipe } since { $since }, judged { $at } at threshold { $threshold }.
    }
archive-counts = Verdicts of the line and of this version on the same parts
archive-would-be = version { $version }: { $verdict }
archive-was = line: { $verdict }
archive-nobody-reviewed = Nobody has reviewed these parts, so it isn't known which verdicts are right.
archive-reviewed =
    { $count ->
        [one] Of { $count } reviewed part, the line was right on <b>{ $before }</b> and this version on <b>{ $after }</b>.
       *[other] Of { $count } reviewed parts, the line was right on <b>{ $before }</b> and this version on <b>{ $after }</b>.
    }
archive-escapes = Escapes: <b>{ $found }</b> would have been found, <b>{ $added }</b> would be new.
archive-false-rejects = False rejects: <b>{ $gone }</b> would have been avoided, <b>{ $added }</b> would be new.
archive-chart = Rejects of 1,000 parts by day
archive-chart-day =
    { $count ->
        [one] { $day }: { $before } before, { $after } with this version ({ $count } part)
       *[other] { $day }: { $before } before, { $after } with this version ({ $count } parts)
    }
archive-chart-before = The line
archive-chart-after = This version
archive-threshold = Threshold
archive-threshold-hint = Another threshold is answered at once; nothing is judged again.
archive-parts = Parts
archive-part-by-part = Part by part
archive-kind-different = Different verdict
archive-kind-would_be_ng = Was OK, would be NG
archive-kind-would_be_ok = Was NG, would be OK
archive-kind-now_right = Different, and right by a person
archive-kind-now_wrong = Different, and wrong by a person
archive-kind-problem = Could not be judged
archive-csv = Download as CSV
archive-parts-none = There is no such part.
archive-parts-pages = Pages of parts
archive-by-line = Line
archive-by-person = Person
archive-problem-picture_missing = The file of the picture is missing
archive-problem-picture_changed = The file of the picture was changed
archive-problem-recipe_unusable = Its recipe can't be used any more
archive-problem-not_judged = It would be an ERROR
archive-heat = Heat map
archive-heat-failed = There is no heat map: okng host has to be running, and the picture must still be stored.
archive-in-results = Show in Results
archive-advice-none = This version hasn't judged the archive yet. It would show what the past weeks would have been with it.

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
