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

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

## Results page

## Line page

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
