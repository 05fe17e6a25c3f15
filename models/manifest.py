"""`manifest.json`: what a bundle says of its model, a part for all and one for each task."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
)

from okng.models.anomaly import AnomalySettings
from okng.models.anomaly.tiling import Tiling
from okng.models.augmentation import Augmentation
from okng.models.dataset_snapshot import SnapshotPicture
from okng.models.detection.training_record import DetectorTraining
from okng.models.evaluation import Histogram, Metrics
from okng.models.evaluation.defect_types import DefectType
from okng.models.evaluation.held_out import HeldOut
from okng.models.evaluation.intervals import Interval
from okng.models.evaluation.review import ReviewBand
from okng.models.evaluation.worst import ScoredPicture
from okng.models.growth import Growth
from okng.models.imported.anomalib_methods import AnyAnomalibSettings
from okng.models.imported.settings import ImportedSettings
from okng.models.picture_format import PictureFormat
from okng.models.scene.reference import SceneReference

FORMAT_VERSION = 5
MODEL = "model.onnx"
OPENVINO_MODEL, OPENVINO_WEIGHTS = "model.xml", "model.bin"
"""Instead of `MODEL`, of models that come as OpenVINO IR: that can't be made ONNX again."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
BundleName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class DatasetImage(_Strict):
    """One picture of the training's dataset. Split "test" never shaped the model's statistics."""

    sha256: Sha256
    name: str
    label: Literal["normal", "anomaly"]
    split: Literal["train", "test"]
    score: float | None = None
    """By a model that had not seen it (cross-validation); None before format 3."""
    batch: str | None = None
    """The lot, shift or day of the part, where it was known."""
    defect_type: str | None = None
    """Of an anomalous one, where it was known; None before format 4."""
    held_out: bool = False
    """Put aside by a person: scored by the final model, and told apart in `held_out`."""

    @property
    def snapshot(self) -> SnapshotPicture:
        """The picture as the dataset had it."""
        return SnapshotPicture(self.sha256, self.label, self.batch, self.defect_type, self.held_out)


class BackboneReference(_Strict):
    """The feature extractor inside the model."""

    name: str
    sha256: Sha256


class ModelInput(_Strict):
    """What `model.onnx` takes: uint8 [1, height, width, 3] RGB, resized by `preprocessing`."""

    height: int = Field(ge=32)
    width: int = Field(ge=32)


class ScoreStatistics(_Strict):
    """Scores of normal pictures by models that had not seen them (cross-validation)."""

    count: int
    mean: float
    standard_deviation: float
    minimum: float
    maximum: float


class FalseRejects(_Strict):
    """How many good parts the threshold rejects.

    `rejected` of `unseen` good pictures score over the threshold by models that had not seen them;
    `interval` is the 95 % interval of that share among the next 1,000 good parts
    (`okng.models.evaluation.intervals.prediction_interval`; before format 4 Clopper and Pearson's).
    """

    expected_rate: float
    """The rate asked for; where it is outside the interval, the share that was counted."""
    rejected: int = Field(ge=0)
    unseen: int = Field(ge=1)
    independent: int | None = Field(default=None, ge=1)
    """As how many pictures they count in the interval: fewer where those of a batch are alike."""
    interval: Interval


class CrossValidation(_Strict):
    """By what the pictures were dealt into so many folds, each scored by a model without it."""

    by: Literal["picture", "batch"]
    folds: int = Field(ge=1)
    """Of a grown model those of the added pictures; one where there is only one picture."""


class Description(_Strict):
    """What is known of a model of any task before it is written."""

    task: str
    """What the model does: a word of a subclass."""
    input: ModelInput
    author: str
    created_at: AwareDatetime
    warnings: list[str] = []


class AnomalyDescription(Description):
    """What a training knows of its model: the manifest but for what writing adds."""

    task: Literal["anomaly"] = "anomaly"
    """Not written before format 5."""
    method: AnomalySettings | AnyAnomalibSettings | ImportedSettings = Field(discriminator="type")
    backbone: BackboneReference | None
    """None of imported models, which do not tell."""
    tiling: Tiling | None = None
    """How the input is cut inside the graph; None before format 4 and for imported models."""
    augmentation: Augmentation | None = None
    """What the copies of normal pictures varied; None before format 4 and for imported models."""
    threshold: float
    allowed_false_reject_rate: float = Field(gt=0, lt=1)
    normal_scores: ScoreStatistics
    false_rejects: FalseRejects | None = None
    """None in bundles of format 1."""
    cross_validation: CrossValidation | None = None
    """None before format 4, and for models that were scored by themselves."""
    review_band: ReviewBand | None = None
    """Scores so near to the threshold that a person should look; None before format 4."""
    metrics: Metrics | None
    """None where no anomalous picture was given."""
    defect_types: list[DefectType] = []
    """What `metrics` is of, for each type of defect; empty before format 4."""
    held_out: HeldOut | None = None
    """None where no picture was put aside, and before format 4."""
    histogram: Histogram
    worst_pictures: list[ScoredPicture] = []
    """The ten to look at first, the most wrongly judged first; empty in bundles of format 1."""
    scene: SceneReference | None = None
    """What the scene is held against; None before format 3 and for imported models."""
    picture_format: PictureFormat | None = None
    """Of most pictures that it learnt from; None before format 5 and for models of others."""
    scores_are_probabilities: bool = False
    """Whether scores end at 1, where another program's network ends with a sigmoid."""
    growth: Growth | None = None
    """Of a model that learnt further pictures; None of one that was trained."""
    dataset: list[DatasetImage]
    seed: int


class SourceFile(_Strict):
    """A file that a model was made of."""

    name: str
    sha256: Sha256


DetectorLayout = Literal["darknet", "yolov5", "yolov8", "yolov10"]


class DetectionDescription(Description):
    """What is known of a detector before it is written."""

    task: Literal["detection"] = "detection"
    classes: list[str] = Field(min_length=1)
    """Their names, in the order of the graph's scores."""
    layout: DetectorLayout
    """How its own outputs were read; the bundle's graph has those of
    `okng.models.detection.outputs`."""
    sources: list[SourceFile]
    minimum_score: float = Field(default=0.25, ge=0, le=1)
    """What scores less is not shown, unless a user asks for another one."""
    nms_iou: float = Field(default=0.45, ge=0, le=1)
    """Of two boxes of one class that overlap more (intersection over union), one goes."""
    training: DetectorTraining | None = None
    """Of a detector that was fine-tuned on this station; None of one that was imported."""


class Manifest(Description):
    """What writing adds, for every task."""

    format_version: Literal[1, 2, 3, 4, 5]
    """2 added intervals, average precision, `false_rejects` and `worst_pictures`; 3 every
    picture's score and batch, and the scene; 4 how pictures were cut and multiplied, by what the
    folds were dealt, the review band, types of defects, pictures that were put aside, the model
    it grew from, and anomalib's methods; 5 the task, detectors, and the pictures' format."""
    name: BundleName
    version: int = Field(ge=1)
    okng_version: str
    files: dict[str, Sha256]
    content_hash: Sha256
    """The model hash: SHA-256 of all the rest as canonical JSON (sorted keys, no spaces, ASCII)."""

    @field_validator("files")
    @classmethod
    def _has_model(cls, files: dict[str, Sha256]) -> dict[str, Sha256]:
        if MODEL not in files and not {OPENVINO_MODEL, OPENVINO_WEIGHTS} <= files.keys():
            raise ValueError(f"{MODEL} is not among them")
        return files


class AnomalyManifest(AnomalyDescription, Manifest):
    """`manifest.json` of a model that tells anomalous parts from normal ones."""

    dataset_sha256: Sha256 | None = None
    """Of what the training learnt from and was measured on; None before format 4."""


class DetectionManifest(DetectionDescription, Manifest):
    """`manifest.json` of a model that finds objects and names them."""


MANIFESTS: dict[str, type[AnomalyManifest] | type[DetectionManifest]] = {
    "anomaly": AnomalyManifest,
    "detection": DetectionManifest,
}
"""By task."""
TASK_WORDS = {"anomaly": "anomaly model", "detection": "detector"}
"""What a model of the task is called in messages."""


def task_word(kind: type[Manifest]) -> str:
    """What models with this manifest are called; `Manifest` itself stands for any."""
    return TASK_WORDS.get(kind.model_fields["task"].default, "model")
