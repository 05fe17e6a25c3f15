"""Manifest of a model bundle (`manifest.json`): a common part, and a part for each task."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, StringConstraints, field_validator

from okng.models.anomaly import AnomalySettings
from okng.models.anomaly.augmentation import Augmentation
from okng.models.anomaly.score_range import ScoreRange
from okng.models.anomaly.tiling import Tiling
from okng.models.bundles.anomalib_settings import AnyAnomalibSettings
from okng.models.bundles.dataset_snapshot import SnapshotPicture
from okng.models.bundles.imported_settings import ImportedSettings
from okng.models.bundles.training_records import DetectorTrainingRecord, IncrementalTrainingRecord
from okng.models.detection.resize import Resize
from okng.models.evaluation import Histogram, Metrics
from okng.models.evaluation.defect_types import DefectType
from okng.models.evaluation.false_rejects import FalseRejects
from okng.models.evaluation.held_out import HeldOut
from okng.models.evaluation.pixel_metrics import PixelMetrics
from okng.models.evaluation.review_band import ReviewBand
from okng.models.evaluation.worst_pictures import ScoredPicture
from okng.models.images.image_format import ImageFormat
from okng.models.names import Name
from okng.models.preparation.preparation import Preparation
from okng.models.scene.reference import SceneReference
from okng.models.strict_model import StrictModel

FORMAT_VERSION = 9
MODEL = "model.onnx"
OPENVINO_MODEL, OPENVINO_WEIGHTS = "model.xml", "model.bin"
"""Replace `MODEL` for models that come as OpenVINO IR, which can't be converted to ONNX."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class ManifestPicture(StrictModel):
    """A picture of the dataset; pictures of split "test" were never learnt from."""

    sha256: Sha256
    name: str
    label: Literal["normal", "anomaly"]
    split: Literal["train", "test"]
    score: float | None = None
    """Score by a model that had not seen it (cross-validation); None before format 3."""
    batch: str | None = None
    """The batch of the part (lot, shift or day), where it was known."""
    defect_type: str | None = None
    """The defect type of an anomalous part, where it was known; None before format 4."""
    held_out: bool = False
    """Put aside by a person: scored by the final model, and measured separately in `held_out`."""
    mask: Sha256 | None = None
    """Hash of the file of an anomalous picture's mask; None without one, and before format 8."""

    @property
    def snapshot(self) -> SnapshotPicture:
        """The picture as an entry of a dataset snapshot."""
        return SnapshotPicture(
            self.sha256, self.label, self.batch, self.defect_type, self.held_out, self.mask
        )


class BackboneReference(StrictModel):
    """The backbone (feature extractor) inside the model, by name and hash."""

    name: str
    sha256: Sha256


class ModelInput(StrictModel):
    """Input of `model.onnx`: uint8 [1, height, width, 3] RGB, resized by `preprocessing`."""

    height: int = Field(ge=32)
    width: int = Field(ge=32)


class ScoreStatistics(StrictModel):
    """Scores of normal pictures by models that had not seen them (cross-validation)."""

    count: int
    mean: float
    standard_deviation: float
    minimum: float
    maximum: float


class CrossValidation(StrictModel):
    """Cross-validation: how pictures were split into folds, each scored by a model without it."""

    by: Literal["picture", "batch"]
    folds: int = Field(ge=1)
    """For a grown model the folds of the added pictures; one for a single picture."""


class Description(StrictModel):
    """Fields of a manifest for every task, without those that writing the bundle adds."""

    task: str
    """The model's task, defined by the subclass."""
    input: ModelInput
    author: str
    created_at: AwareDatetime
    warnings: list[str] = Field(default=[])


class AnomalyDescription(Description):
    """Fields of an anomaly model's manifest, without those that writing the bundle adds."""

    task: Literal["anomaly"] = "anomaly"
    """Missing before format 5."""
    method: AnomalySettings | AnyAnomalibSettings | ImportedSettings = Field(discriminator="type")
    backbone: BackboneReference | None
    """None for imported models, where it is not known."""
    tiling: Tiling | None = None
    """Tiling of the input inside the graph; None before format 4 and for imported models."""
    augmentation: Augmentation | None = None
    """Augmentation of normal pictures; None before format 4 and for imported models."""
    threshold: float
    allowed_false_reject_rate: float = Field(gt=0, lt=1)
    normal_scores: ScoreStatistics
    false_rejects: FalseRejects | None = None
    """None in bundles of format 1."""
    cross_validation: CrossValidation | None = None
    """None before format 4, and for models whose pictures were scored by the model itself."""
    review_band: ReviewBand | None = None
    """Scores near the threshold, where a person should review the part; None before format 4."""
    metrics: Metrics | None
    """None where there was no anomalous picture."""
    defect_types: list[DefectType] = Field(default=[])
    """Recall of each defect type; empty before format 4."""
    held_out: HeldOut | None = None
    """None where no picture was put aside, and before format 4."""
    pixels: PixelMetrics | None = None
    """Pixel metrics of the final model on pictures it did not learn from: the anomalous ones with a
    mask and the normal ones that were put aside. None without masks, and before format 7."""
    histogram: Histogram
    worst_pictures: list[ScoredPicture] = Field(default=[])
    """The ten worst judged pictures, the worst first; empty in bundles of format 1."""
    scene: SceneReference | None = None
    """Reference of the scene comparison; None before format 3 and for imported models."""
    preparation: Preparation | None = None
    """Steps that every picture goes through before it is resized to the input; None without any,
    and before format 9."""
    picture_format: ImageFormat | None = None
    """Format of most training pictures, before their preparation; None before format 5 and for some
    imported models."""
    scores_are_probabilities: bool = False
    """Whether scores are in 0..1, as another program's network ends with a sigmoid."""
    score_range: ScoreRange | None = None
    """Range of the scores, measured when the bundle was written; None before format 6."""
    growth: IncrementalTrainingRecord | None = None
    """Record of incremental training; None for a full training."""
    dataset: list[ManifestPicture]
    seed: int


class SourceFile(StrictModel):
    """A source file of an imported model, by name and hash."""

    name: str
    sha256: Sha256


DetectorLayout = Literal["darknet", "yolov5", "yolov8", "yolov10", "rtdetr"]


class DetectionDescription(Description):
    """Fields of a detector's manifest, without those that writing the bundle adds."""

    task: Literal["detection"] = "detection"
    classes: list[str] = Field(min_length=1)
    """Class names, in the order of the graph's scores."""
    layout: DetectorLayout
    """Output layout of the original network; the bundle's graph has the outputs of
    `okng.models.detection.graph_outputs`."""
    resize: Resize | None = None
    """How pictures are resized to the input; None before format 6, when all were letterboxed."""
    sources: list[SourceFile]
    minimum_score: float = Field(default=0.25, ge=0, le=1)
    """Default of the lowest score at which boxes are shown."""
    nms_iou: float = Field(default=0.45, ge=0, le=1)
    """Of two boxes of a class with a larger intersection over union, one is suppressed."""
    training: DetectorTrainingRecord | None = None
    """Record of a fine-tuning on this station; None for imported detectors."""

    @property
    def resized(self) -> Resize:
        """How pictures are resized to the input, in every format."""
        return self.resize or "letterbox"

    @property
    def would_resize_otherwise(self) -> bool:
        """Whether the same files, imported today, would get another resize.

        Before format 6, pictures of darknet's networks were letterboxed, whatever their training.
        """
        return self.resize is None and self.layout == "darknet" and self.training is None


class Manifest(Description):
    """Fields that writing a bundle adds to the manifest, for every task."""

    format_version: Literal[1, 2, 3, 4, 5, 6, 7, 8, 9]
    """2 added intervals, average precision, `false_rejects` and `worst_pictures`; 3 every
    picture's score and batch, and the scene; 4 tiling and augmentation, the kind of folds, the
    review band, defect types, pictures that were put aside, incremental training, and anomalib's
    methods; 5 the task, detectors, and the pictures' format; 6 the resize of a detector's
    pictures, and the range of an anomaly model's scores; 7 pixel metrics; 8 the hashes of
    masks; 9 the preparation of pictures."""
    name: Name
    version: int = Field(ge=1)
    okng_version: str
    files: dict[str, Sha256]
    content_hash: Sha256
    """The model hash: SHA-256 of the other fields as canonical JSON (sorted, no spaces, ASCII)."""

    @field_validator("files")
    @classmethod
    def _has_model(cls, files: dict[str, Sha256]) -> dict[str, Sha256]:
        if MODEL not in files and not {OPENVINO_MODEL, OPENVINO_WEIGHTS} <= files.keys():
            raise ValueError(f"{MODEL} is not among them")
        return files


class AnomalyManifest(AnomalyDescription, Manifest):
    """The manifest of an anomaly model."""

    dataset_sha256: Sha256 | None = None
    """Hash of the dataset snapshot of the training; None before format 4."""


class DetectionManifest(DetectionDescription, Manifest):
    """The manifest of a detector, which finds objects and names their classes."""


MANIFESTS: dict[str, type[AnomalyManifest] | type[DetectionManifest]] = {
    "anomaly": AnomalyManifest,
    "detection": DetectionManifest,
}
"""Manifest classes by task."""
TASK_WORDS = {"anomaly": "anomaly model", "detection": "detector"}
"""Names of the tasks' models in messages."""


def task_word(kind: type[Manifest]) -> str:
    """The name of models with this manifest in messages; `Manifest` itself stands for any."""
    return TASK_WORDS.get(kind.model_fields["task"].default, "model")
