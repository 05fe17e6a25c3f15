## Both reports

station = Station
made-at = Made at
made-by = Made by
model = Model
models = Models in force
none-yet = none yet
summary = Summary
unknown = Unknown.
unknown-short = unknown
not-named = (not named)
of = { $count } of { $of }
share = Share
ms = { $value } ms
figure = Figure
number = No.
time = Time
parts = Parts
recipe = Recipe
half = half of them within
ninety-five = 95 of 100 within
ninety-nine = 99 of 100 within
verdict-time = Time from trigger to verdict
scene = Light and focus
picture-alt = Picture { $name }
picture-gone = The station no longer has this picture.
score = Score { $score }
appendix = Appendix: the pictures behind the figures
appendix-words = Underlined figures above lead here. Below each picture is its name and the SHA-256 of its file.
group-shown = { $total ->
    [one] 1 picture
   *[other] { $shown } of { $total } pictures
 }
group-label = Labelled { $value }
group-type = Type of defect: { $value }
group-batch = Batch: { $value }
group-day = Day: { $value }
group-person = Added by { $value }
group-rejected = Good pictures that the model rejects { $value }
group-found = Anomalies that the model finds { $value }
group-missed = Anomalies that the model misses { $value }
group-type-tested = Anomalies of this type that were tested: { $value }
group-smallest = The smallest defect { $value }
group-smallest-found = The smallest defect that was found { $value }
group-largest-missed = The largest defect that was missed { $value }
group-rejected-parts = Rejected parts { $value }
group-escaped = Escapes: parts that passed and are NG { $value }
label-normal = normal
label-anomaly = anomalous
verify = Is this report genuine?
verify-words = Station { $station } signed every byte of this file. The key that it signs with has this fingerprint:
verify-how = Whoever has okng checks the file with the command below, or on the page it was downloaded from. One altered byte is enough for the check to fail.
verify-stranger = On another computer, give the station's public key with --key. Ask the station's owner for the fingerprint by another way than this file, and compare.
verify-unsigned = This report is not signed, because the station lacks the package for it (pip install 'okng[exchange]'). A change to it can't be seen.

## Fit report

fit-title = Fit report: { $dataset }
fit-lead = Does this inspection work, how sure is that, and what is still missing?
dataset = Dataset
dataset-version = version { $version }
tile-pictures = Pictures
tile-pictures-words = { $normal } normal, { $anomaly } anomalous
tile-rejected = Good parts rejected, of 1,000
tile-rejected-words = { $count } of { $of } good pictures rejected
tile-found = Anomalies found
tile-found-words = { $count } of { $of } anomalous pictures found
tile-time = Verdict within
tile-time-words = 99 of 100 of the newest { $parts } parts
no-model-short = No model was trained from this dataset.
no-anomalies-short = The model was tested on no anomalous pictures.
no-parts-short = Too few parts were inspected with the model.
range = { $low } to { $high }
range-percent = { $low } to { $high }
per-thousand = { $low } to { $high } of 1,000
summary-shortcut = The label can be told without looking at the part. Until that is settled, no figure of this report proves that the defects are seen.
see-shortcuts = See shortcuts
summary-unusable = The test pictures show that this model can't be used.
see-model = See the model's figures
summary-gaps = { $count ->
    [one] One gap
    [2] Two gaps
   *[other] { $count } gaps, the most important first
 }
no-gaps = No gaps were found.
question = The question
question-none = Whoever asked for this report did not write down a question.
question-words = Can the parts of dataset “{ $dataset }” be judged automatically by their pictures? This report is about its { $pictures } pictures.
question-model = The figures are those of model { $model } ({ $method }), the newest that was trained from them.
question-recipes = Recipes that use it: { $recipes }.
pictures = Pictures
pictures-words = Added from { $first } to { $last }.
normal-count = { $count ->
    [one] 1 normal picture
   *[other] { $count } normal pictures
 }
anomaly-count = { $count ->
    [one] 1 anomalous picture
   *[other] { $count } anomalous pictures
 }
by-type = Anomalous pictures by type of defect
by-batch = By batch
by-day = By day
by-person = By the person who added them
name-label = Label
name-type = Type of defect
name-batch = Batch
name-day = Day
name-person = Person
name-camera = Camera
of-them-anomalous = Anomalous
others = others
model-does = What the model does
model-none = No model was trained from this dataset, so nothing is known about rejects and found anomalies.
model-none-how = { $count ->
    [0] There are enough normal pictures: train a model on the Training page.
    [one] One more normal picture is needed before a model can be trained.
   *[other] { $count } more normal pictures are needed before a model can be trained.
 }
model-words = Model { $model } was trained on { $at } from { $count } pictures.
interval-words = Each picture was judged by a model that had not seen it. The intervals contain the true value in 95 of 100 cases.
model-old = The dataset has changed since the training: { $added } pictures added, { $removed } removed, { $relabelled } relabelled, { $other } changed otherwise. The figures are about the pictures at that time.
model-lost = { $count ->
    [one] The station no longer has one of the pictures of the training.
   *[other] The station no longer has { $count } of the pictures of the training.
 }
state-unusable = The test pictures show that the model finds no defects, misses most of them, or is no better than chance.
state-unknown = The test pictures are too few to show that the model finds defects better than chance would.
counted = Counted
interval-95 = 95 % interval
good-rejected = Good parts rejected (the interval is for the next 1,000)
anomalies-found = Anomalies found
rejected-words = The threshold was chosen so that about { $allowed } of 1,000 good parts are rejected.
independent = Pictures of one batch are alike: the { $count } good pictures count as { $independent } independent ones.
found-none = The model was tested on no anomalous pictures, so it is not known how many defects it finds.
found-none-how = Add pictures of defective parts, and train again.
missed = { $count ->
    [one] 1 anomalous picture was missed
   *[other] { $count } anomalous pictures were missed
 }
held-out = { $normal } normal and { $anomaly } anomalous pictures were put aside for testing and had no influence on the model.
not-known = What is not known, and how many pictures would tell it
unknown-question = Question
unknown-now = Known to within
unknown-have = There are
unknown-need = Needed
unknown-good_rejected = How many of 1,000 good parts are rejected, to within { $within }? { $value }
unknown-found = How many of 100 anomalies are found, to within { $within }? { $value }
unknown-type_found = How many of 100 anomalies of type { $value } are found, to within { $within }?
unknown-untyped = Of which type are the anomalous pictures without one?
unknown-batches = Do other batches or days look different?
unknown-sizes = How large are the defects that have no mask?
unknown-words = The numbers hold if the shares stay as they are; where nothing is known yet, the worst case is assumed.
unknown-nothing = Every question of this report is answered as closely as it asks.
plus-minus-thousand = ± { $value } of 1,000
plus-minus-percent = ± { $value } of 100
more-does-not-tell = more pictures would not tell
name-the-type = name the types
more-pictures = { $more ->
    [one] 1 more picture
   *[other] { $more } more pictures
 }
more-batches = { $more ->
    [one] 1 more batch
   *[other] { $more } more batches
 }
retrain-tells = enough: train again
smallest = The smallest defect seen
smallest-none = No anomalous picture has a mask or a box, so the size of the defects is not known.
smallest-none-how = Draw masks on the anomalous pictures on the Training page; this report then measures them.
smallest-seen = Smallest in the pictures
smallest-found = Smallest that was found
largest-missed = Largest that was missed
smallest-unscored = Whether the model finds the measured defects is not known.
smallest-unscored-how = Train a model from the present pictures.
diameter = Diameter
area = Area
of-picture = Of the picture
px = { $value } px
px2 = { $value } px²
of-picture-words = { $side } of its longer side, { $area } of its area
no-such = none
measured-by-mask = Measured by the masks of { $measured } anomalous pictures; { $unmeasured } have none.
measured-by-box = Measured by the boxes of { $measured } anomalous pictures; { $unmeasured } have none. A box is larger than its defect.
measured-words = Of a picture with several defects the largest counts. The diameter is that of a circle of the same area. How large the part is in the picture is not known.
measured-unreadable = { $count ->
    [one] One mask can't be read.
   *[other] { $count } masks can't be read.
 }
scene-none = There is no reference for light and focus.
scene-none-how = Each training on the station makes one from its normal pictures.
scene-words = So far the { $count } normal pictures of the training differ from their centre. Parts beyond that are reported as a changed scene.
scene-measure = Measure
scene-spread = Spread
measure-detail = Sharpness at full resolution
measure-texture = Sharpness
measure-level = Brightness
measure-saturated = Saturated area of the picture
measure-black = Black area of the picture
measure-horizontal = Light, left against right
measure-vertical = Light, top against bottom
measure-centre = Light, centre against border
measure-right = Position, horizontal (of the longer side)
measure-down = Position, vertical (of the longer side)
measure-turn = Rotation
degrees = { $value }°
position-none = The position is not measured.
scene-changed = { $count ->
    [0] The scene had not changed for any of the newest { $parts } inspected parts.
    [one] The scene had changed for one of the newest { $parts } inspected parts.
   *[other] The scene had changed for { $count } of the newest { $parts } inspected parts.
 }
cycle = Cycle time
cycle-none = Fewer than 20 parts were inspected with this model, so it is not known whether verdicts come in time.
cycle-none-how = Run the model in a recipe on the line; 1,000 parts show the slowest of 100.
cycle-words = The newest { $parts } parts that recipe { $recipe } judged with this model, from { $first } to { $last }.
cycle-simulated = Their pictures came from an emulated camera or a folder, not from the line.
trigger-period = Time between two triggers
at-least-ms = at least { $value } ms
cycle-load = The slowest of 100 verdicts takes { $share } of the shortest of 100 times between two triggers.
cycle-late = { $count ->
    [0] No verdict came too late.
    [one] One of { $parts } verdicts came too late.
   *[other] { $count } of { $parts } verdicts came too late.
 }
shortcuts = Shortcuts
shortcuts-words = A shortcut is anything that tells normal from anomalous pictures without the part itself, such as the border, the lighting or the file. A model that learns it looks excellent here and fails on the line.
review-none = The pictures were never checked for shortcuts.
review-none-how = Press “Check dataset” on the Training page; for { $count } pictures it takes seconds.
review-words = The check of { $at } tested { $count } pictures.
review-old = { $count ->
    [one] One picture was added or changed since, so this check does not speak for it. Check again.
   *[other] { $count } pictures were added or changed since, so this check does not speak for them. Check again.
 }
shortcut-figures = Cross-validated AUROC { $auroc } (0.5 is chance, 1 is certain), p = { $p }.
shortcuts-found-none = No shortcut was found.
not-tested = What could not be tested:
other-findings = Other findings of the check
finding-unreadable = Unreadable pictures: { $count }
finding-all_alike = All pictures are alike: { $count }
finding-label_conflict = Groups of nearly the same picture with both labels: { $count }
finding-leakage = Near duplicates both in training and in testing: { $count }
finding-shortcut = Shortcuts: { $count }
finding-outlier = Pictures unlike all others of their label: { $count }
finding-empty = Pictures without a part: { $count }
finding-odd_format = Pictures of another format than most: { $count }
finding-near_copies = Groups of near duplicates: { $count }
findings-kept = { $count ->
    [one] One finding was kept as it is by a person.
   *[other] { $count } findings were kept as they are by a person.
 }
bias = Labels between batches, days, cameras and persons
bias-words = Jensen-Shannon divergence in bits: 0 if all have the same share of anomalous pictures.
gaps = Gaps and next steps
gaps-words = What would change the answer most comes first.
gap = Gap
next-step = Next step
gap-unusable = The model can't be used
step-unusable = Check the labels, then train again at a higher resolution. Anomalies missed: { $count }.
gap-shortcut = { $count ->
    [one] The label can be told without the part
   *[other] The label can be told without the part in { $count } ways
 }
step-shortcut = Take normal and anomalous parts in turn, in the same place and light, or crop to the part. Shortcuts to settle: { $count }.
gap-no_anomaly = There are no anomalous pictures
step-no_anomaly = Collect { $more } pictures of defective parts to know the share found to within 10 of 100; the first ten already show whether it works at all.
gap-few_normal = There are only { $count } normal pictures
step-few_normal = Collect { $more } more normal pictures; a training needs 20.
gap-no_model = No model was trained
step-no_model = Train a model from these { $count } pictures.
gap-too_slow = The line is faster than the verdicts
step-too_slow = Run “okng tune” for this model, or use a lower resolution. Late verdicts: { $count }.
gap-label_conflict = { $count ->
    [one] One group of nearly the same picture has both labels
   *[other] { $count } groups of nearly the same picture have both labels
 }
step-label_conflict = Decide on one label for each of the { $count } on the Training page.
gap-leakage = { $count ->
    [one] One group of near duplicates is in training and in testing
   *[other] { $count } groups of near duplicates are in training and in testing
 }
step-leakage = Put each of the { $count } groups on one side.
gap-model_is_old = { $count ->
    [one] One picture was changed since the training
   *[other] { $count } pictures were changed since the training
 }
step-model_is_old = Train again, then make a new report. Pictures that the figures don't include: { $count }.
gap-no_review = The pictures were never checked for shortcuts
step-no_review = Check the dataset on the Training page ({ $count } pictures).
gap-review_is_old = { $count ->
    [one] One picture was never checked for shortcuts
   *[other] { $count } pictures were never checked for shortcuts
 }
step-review_is_old = Check the dataset again; { $count } pictures are new or changed.
gap-missed = { $count ->
    [one] One anomalous picture is missed
   *[other] { $count } anomalous pictures are missed
 }
step-missed = Look at the { $count } in the appendix: are the labels right, and can a person see the defect at this resolution?
gap-good_rejected = It is not known closely enough how many good parts are rejected
step-good_rejected = { $more ->
    [0] Train again with all pictures. Good pictures tested: { $count }.
   *[other] Collect { $more } more normal pictures (now { $count }).
 }
gap-found = It is not known closely enough how many defects are found
step-found = { $more ->
    [0] Train again with all pictures. Anomalous pictures tested: { $count }.
   *[other] Collect { $more } more anomalous pictures (now { $count }).
 }
gap-type_found = It is not known how well defects of type { $value } are found
step-type_found = { $more ->
    [0] Train again with all pictures. Pictures of this type: { $count }.
   *[other] Collect { $more } more pictures of this type (now { $count }).
 }
gap-batches = { $count ->
    [0] No batch is named
    [one] All pictures are of one batch or day
   *[other] The pictures are of { $count } batches or days only
 }
step-batches = Collect pictures of { $more } more batches, days or shifts, and name the batch.
gap-one_person = One person took and labelled all pictures
step-one_person = Have a second person check the labels (persons so far: { $count }).
gap-untyped = { $count ->
    [one] One anomalous picture has no type of defect
   *[other] { $count } anomalous pictures have no type of defect
 }
step-untyped = Name the type of the { $count } on the Training page, so that each type can be counted.
gap-sizes = The size of the defects is known of { $count } anomalous pictures only
step-sizes = Draw masks on { $more } anomalous pictures.
gap-no_cycle = It is not known whether verdicts come in time
step-no_cycle = Inspect { $more } parts with the model on the line.
gap-scene = { $count ->
    [one] The scene had changed for one inspected part
   *[other] The scene had changed for { $count } inspected parts
 }
step-scene = Find what changed in light, focus or position, and put it right. Parts: { $count }.
files = Appendix: all pictures by SHA-256
files-words = { $shown } of { $total } pictures. With these hashes it can be checked which files the report is about.
snapshot = Hash of all pictures and labels:
file = File

## Shift report

shift-title = Shift report: { $station }
shift-not-over = The shift is not over yet: these are its parts so far.
clock-set-back = The station's clock was set back by { $seconds } s during this shift. Each part stands at the time that the clock showed.
parts-words = { $error } ERROR, { $missed } MISSED
yield = Yield
yield-words = { $ok } of { $judged } judged parts are OK
yield-none = No part got a verdict.
rejects = Rejects (NG)
rejects-words = { $count ->
    [0] none found good by a person
   *[other] { $count } of them found good by a person
 }
escapes = Escapes
escapes-words = { $count ->
    [one] found by reviewing 1 part
   *[other] found by reviewing { $count } parts
 }
escapes-none = Nobody reviewed a part of this shift.
by-recipe = By recipe
late-parts = { $count ->
    [one] One verdict came too late.
   *[other] { $count } verdicts came too late.
 }
no-parts = There were no parts.
by-hour = By hour
hour = Hour from
reviews = Reviews
station-said = The station said
person-ok = A person said OK
person-ng = A person said NG
to-review = { $count ->
    [0] No part waits for a review.
    [one] One part waits for a review.
   *[other] { $count } parts wait for a review.
 }
alarms = Alarms
alarm = Alarm
acknowledged = Acknowledged
not-acknowledged = not yet
listed-newest = Only the newest { $count } of { $of } are listed.
no-alarms = There was no NG alarm.
challenges = Challenges
result = Result
checks = Passed
challenge-passed = passed
challenge-overridden = overridden
challenge-superseded = superseded by another recipe
challenge-open = open
no-challenges = No challenge was due.
scene-parts = { $count ->
    [0] The scene had not changed for any of { $parts } parts.
    [one] The scene had changed for one of { $parts } parts.
   *[other] The scene had changed for { $count } of { $parts } parts.
 }
timed = { $count ->
    [one] Of the only part with a verdict.
   *[other] Of the newest { $count } parts with a verdict.
 }
period-words = The median time between two triggers was { $value } ms.
times-none = No part got a verdict, so there are no times.
no-models = No model judged a part.
changes = Changes of model and threshold
threshold = threshold { $value }
mail-title = { $station }: shift report, { $parts } parts
mail-body = Shift from { $start } to { $end }: { $parts } parts, { $ng } NG, { $error } ERROR, { $missed } MISSED. The report is attached as HTML and PDF; both are signed.
