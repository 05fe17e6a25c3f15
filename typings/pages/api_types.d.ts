// The answers of the HTTP API under the names that the pages use.
export {};

type Get<Path extends string> = Answered<"get", Path>;

/** The names of what is inside of a value, however deep: of its lists, or of all else. */
type NamesIn<Value, OfLists extends boolean> = Value extends readonly (infer Item)[]
  ? NamesIn<Item, OfLists>
  : Value extends object
    ? {
        [Name in keyof Value & string]:
          | (Value[Name] extends readonly unknown[] | null
              ? OfLists extends true
                ? Name
                : never
              : OfLists extends true
                ? never
                : Name)
          | NamesIn<Value[Name], OfLists>;
      }[keyof Value & string]
    : never;

declare global {
  type StationStatus = Get<"status">;
  type AppliedRecipe = Answered<"put", "recipes/{name}">;
  type AppliedAcquisition = NonNullable<StationStatus["acquisition"]>;
  type SinkStatus = StationStatus["sinks"][number];
  type Correction = AppliedAcquisition["corrections"][number];
  type Condition = StationStatus["conditions"][number];
  type Recipe = AppliedRecipe["recipe"]["recipe"];
  /** The names of what versions of a recipe can differ in. */
  type RecipeField = Exclude<NamesIn<Recipe, false>, "note" | "version">;
  type RecipeList = NamesIn<Recipe, true>;
  type OutputSettings = Recipe["outputs"][number];
  type TriggerSettings = Recipe["trigger"];
  type TimerTrigger = Extract<TriggerSettings, { type: "timer" }>;
  type LineTrigger = Extract<TriggerSettings, { type: "line" }>;
  type GpioTrigger = Extract<TriggerSettings, { type: "gpio" }>;
  type RecipeVersion = Get<"recipes/{name}/versions">["versions"][number];
  type RecipeSummary = Get<"recipes">["recipes"][number];
  type Detection = NonNullable<Recipe["detection"]>;
  type DetectionRule = Detection["rules"][number];
  type Zone = NonNullable<DetectionRule["zone"]>;
  type RegionOfInterest = NonNullable<Recipe["acquisition"]["roi"]>;
  type CameraFeatures = Get<"camera/features">;

  type InspectionEntry = Get<"inspections">["inspections"][number];
  type Inspection = InspectionEntry["inspection"];
  /** An inspection as the stream of events tells of it. */
  type RecordedPart = Pick<InspectionEntry, "seq" | "inspection">;
  type NearestGoodPart = Get<"inspections/{inspection_id}/nearest-good">;
  type Outcome = Inspection["outcome"];
  type Verdict = NonNullable<InspectionEntry["review"]>["verdict"];
  type Scene = NonNullable<Inspection["scene"]>;
  type PixelArea = NonNullable<Inspection["crop"]>;
  type DetectedObject = Inspection["detections"][number];
  type ChallengeReport = Get<"challenges">["challenges"][number];
  type ChallengeCheck = ChallengeReport["checks"][number];
  type ResultsSummary = Get<"results/summary">;

  type ShiftCounters = Get<"counters">;
  type RecipeCounts = ShiftCounters["recipes"][number];
  type EarlierShift = Get<"counters/shifts">["shifts"][number];
  type QualityFigures = Get<"quality/figures">;
  type QualityPChart = Get<"quality/p-chart">;
  type QualityDefects = Get<"quality/defects">;
  type QualityChecks = Get<"quality/checks">;
  type QualityRecipes = Get<"quality/recipes">;
  type QualityShifts = Get<"quality/shifts">;
  type NgAlarm = Get<"alarms">["alarms"][number];
  type ModelSummary = Get<"models">["models"][number];
  type ModelManifest = Get<"models/{name}/{version}">;
  type AnomalyManifest = Extract<ModelManifest, { task: "anomaly" }>;
  type DetectionManifest = Extract<ModelManifest, { task: "detection" }>;
  type Growth = NonNullable<AnomalyManifest["growth"]>;
  type FalseRejects = NonNullable<AnomalyManifest["false_rejects"]>;
  type Interval = FalseRejects["interval"];
  type RegressionStanding = Get<"models/{name}/{version}/regression">;
  type ThresholdEffect = Get<"models/{name}/{version}/threshold">;
  type EngineBuilds = Get<"models/{name}/{version}/engines">;
  type FineTuningOffer = Get<"models/{name}/{version}/fine-tuning">;
  type FurtherPictures = Get<"models/{name}/{version}/further-pictures">;
  type DatasetDifference = NonNullable<
    Get<"models/{name}/{version}/dataset">["since"]
  >;
  type WorstPicture = Get<"models/{name}/{version}/worst-pictures">["pictures"][number];
  type ChangedPicture = Get<"models/{name}/{version}/changed-pictures">["pictures"][number];
  type RegressionSet = Get<"regression/{name}">;
  type RegressionPicture = RegressionSet["pictures"][number];
  type RegressionFailure = RegressionStanding["failures"][number];
  type PromotionHistory = Get<"promotions">;
  type ModelAssessment = Get<"models/{name}/{version}/assessment">;
  type ModelComparison = Get<"models/{name}/{version}/comparison">;
  type TrialView = Get<"trial">;
  type Trial = NonNullable<TrialView["trial"]>;
  type TrialSummary = NonNullable<TrialView["summary"]>;
  type ArchiveView = Get<"models/{name}/{version}/archive-inspection">;
  type ArchiveInspection = NonNullable<ArchiveView["inspection"]>;
  type ArchiveSummary = NonNullable<ArchiveView["summary"]>;
  type ArchiveScope = ArchiveInspection["scope"];
  type ArchiveEstimate = Get<"archive-scope">;
  type ArchivePart = Get<"archive-inspections/{archive_inspection_id}/parts">["parts"][number];
  type TrialPart = Get<"trials/{trial_id}/parts">["parts"][number];
  type Method = Get<"methods">["methods"][number];
  type Job = Get<"jobs/{job_id}">;

  type Dataset = Get<"datasets">["datasets"][number];
  type ListedPicture = Get<"datasets/{name}/pictures">["pictures"][number];
  /** Its way to the bucket is told in lists only. */
  type Picture = Omit<ListedPicture, "upload"> & Partial<Pick<ListedPicture, "upload">>;
  type Label = Picture["label"];
  type Split = NonNullable<Picture["split"]>;
  type LabelledBox = NonNullable<Picture["boxes"]>[number];
  type DatasetChange = Get<"datasets/{name}/changes">["changes"][number];
  type BoxAuthor = Get<"pictures/{picture_id}/boxes">;
  type BoxImport = Answered<"post", "datasets/{name}/boxes">;
  type Refusal = Get<"jobs/{job_id}/refusals">["refusals"][number];
  type DatasetReview = NonNullable<Get<"datasets/{name}/review">["review"]>;

  type Finding = DatasetReview["findings"][number];
  type Remedy = Finding["remedies"][number];

  type SetAsideResults = Get<"set-aside-results">;
  type Token = Get<"account/tokens">["tokens"][number];
  type IssuedToken = Answered<"post", "account/tokens">;
  type AccessKey = Get<"access-keys">["keys"][number];
  type AccessRight = AccessKey["rights"][number];
  type IssuedAccessKey = Answered<"post", "access-keys">;
  type ListedAccount = Get<"accounts">["accounts"][number];
  type IssuedPassword = Answered<"post", "accounts">;
  type ModelKeyring = Get<"model-keys">;
  type PictureJudgement = Answered<"post", "judge">;
  type AwsState = Get<"aws/connection">;
  type WireState = Get<"wires">["wires"][number];
  type EdgeRecording = Get<"wires/{name}/edges">;
  type SignalEdge = EdgeRecording["edges"][number];
  type RecordedSignal = EdgeRecording["signals"][number];
  type SignalLevel = RecordedSignal["level"];
  type SyncOverview = Get<"sync">;
  type UploadList = Get<"sync/uploads">;
  type Upload = UploadList["uploads"][number];
  type Fleet = Get<"sync/stations">;
  type StationReport = Fleet["stations"][number];
  type SettingsOverview = Get<"settings">;
  type SettingsSections = NonNullable<SettingsOverview["sections"]>;
  type SettingsPreview = Answered<"post", "settings/check">;
  type SavedSettings = Answered<"patch", "settings">;
  type FoundCameras = Get<"settings/cameras">;

  /** Of the stream of events. */
  type Meters = {
    sharpness: number;
    mean: number;
    saturated: number;
    histogram: number[];
    scene: Scene | null;
  };
  /** A model's version, wherever it is named. */
  type ModelVersion = { name: string; version: number };

  type LabellingJob = Get<"labelling-jobs/{labelling_job_id}">;
  type LabellingProgress = LabellingJob["progress"][number];
  type LabellingStep = LabellingProgress["step"];
  type NextPicture = Answered<"post", "labelling-jobs/{labelling_job_id}/next">;
  type LabellingTask = NonNullable<NextPicture["task"]>;
  type LabellingAgreement = Get<"labelling-jobs/{labelling_job_id}/agreement">;
  type LabellingAnswer =
    Get<"labelling-jobs/{labelling_job_id}/differences">["answers"][number];
  type LabellingAttributes = Partial<
    Pick<LabellingAnswer, "certainty" | "visibility" | "sharpness" | "brightness">
  >;
}
