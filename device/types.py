"""The words of the domain as types: frame, trigger edge, inspection, and what they are made of.

Everything that crosses a process boundary or is stored is a pydantic model that refuses unknown
keys; what stays inside the daemon (a frame and its pixels) is a plain dataclass.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from okng.models.detection.labelled_box import Boxes

Image = NDArray[np.uint8] | NDArray[np.uint16]
"""Pixels, HxW (mono) or HxWx3 (BGR), uint8 or uint16."""

SCHEMA_VERSION = 5
"""Version of the inspection as stored and published; raised when a consumer could break."""

MAX_DETECTIONS = 100
"""Objects kept of one inspection."""

Name = Annotated[str, Field(pattern=r"^[a-zA-Z0-9][a-zA-Z0-9_\-]{0,63}$")]
"""A name people give (recipe, dataset, model): safe as a folder, a topic level and a URL part."""

Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^[^\s./\\\x00-\x1f][^/\\\x00-\x1f]{0,63}$"),
]
"""Words of any language (batch, type of defect), up to 64 characters: safe as a folder."""


class Message(BaseModel):
    """Base of everything stored or sent: immutable, unknown keys are an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Outcome(StrEnum):
    """How a trigger ends in the ledger; only OK and NG are verdicts on the part."""

    OK = "OK"
    NG = "NG"
    ERROR = "ERROR"
    MISSED = "MISSED"


class Verdict(StrEnum):
    """A statement on the part."""

    OK = "OK"
    NG = "NG"


class TriggerSource(StrEnum):
    """Where a trigger edge came from."""

    BUTTON = "button"
    TIMER = "timer"
    HTTP = "http"
    LINE = "line"


class CameraState(StrEnum):
    """State of the camera's connection."""

    ABSENT = "absent"
    OPENING = "opening"
    STREAMING = "streaming"
    FAULT = "fault"


class Mode(StrEnum):
    """What the station does with pictures.

    `live` shows them, `collect` stores one labelled picture a trigger in the dataset, `inspect`
    judges one a trigger.
    """

    LIVE = "live"
    COLLECT = "collect"
    INSPECT = "inspect"


class Label(StrEnum):
    """Label of a dataset picture; the words of Lookout for Vision's manifests and folders."""

    NORMAL = "normal"
    ANOMALY = "anomaly"


class Split(StrEnum):
    """What a dataset picture is for: pictures of the test split are only measured on."""

    TRAIN = "train"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture from the camera; the array is the frame's own copy and is never written to."""

    image: Image
    """uint16 pictures fill their 16 bits, whatever the camera's depth."""
    frame_number: int
    """Counts from 1 since the daemon started, without gaps."""
    captured_at: datetime
    """UTC, when the frame arrived."""
    captured_ns: int
    """`time.monotonic_ns()` when the frame arrived."""
    simulated: bool
    """True when the picture comes from an emulator, a folder or a video."""


@dataclass(frozen=True, slots=True)
class TriggerEdge:
    """One demand to look at a part; it ends in the ledger exactly once."""

    trigger_id: int
    source: TriggerSource
    at: datetime
    """UTC."""
    at_ns: int
    """`time.monotonic_ns()`."""
    part_id: str | None = None


class RecipeReference(Message):
    """Names one version of a recipe."""

    name: Name
    version: int = Field(ge=1)


class ModelReference(Message):
    """Names one version of a model bundle."""

    name: Name
    version: int = Field(ge=1)


class ModelIdentity(ModelReference):
    """The model that judged, with the hash of its bundle's manifest."""

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class EngineBuild(Message):
    """What was compiled from a model and ran in its place."""

    name: str
    """Engine and precision, such as `openvino-int8`."""
    engine_version: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """Of its record, which has its proof against the model."""


class PixelBox(Message):
    """A rectangle in pixels of the picture; (0, 0) is the outer corner of its first pixel."""

    left: float
    top: float
    right: float
    bottom: float


class PixelArea(Message):
    """A rectangle of whole pixels of the picture, those at `right` and `bottom` left out.

    It may reach over the picture's edge.
    """

    left: int
    top: int
    right: int
    bottom: int

    @model_validator(mode="after")
    def _has_pixels(self) -> Self:
        if self.left >= self.right or self.top >= self.bottom:
            raise ValueError("left must be less than right, and top less than bottom")
        return self


class PixelSize(Message):
    """How large a picture is, in pixels."""

    width: int
    height: int


class DetectedObject(Message):
    """One object that the recipe's detector found in the picture."""

    name: str
    """Of its class."""
    score: float
    """0 to 1."""
    box: PixelBox
    counted_as: Verdict | None
    """NG where its class has more than its rule allows, OK where it has not; null where no rule
    counts it: of another class, or not of the rule's size or in its zone."""


class StageLatency(Message):
    """Milliseconds of each stage of one inspection, by the monotonic clock.

    A stage that was not reached is null. `verdict_ms` is trigger edge to verdict, `output_ms`
    trigger edge to outputs written; the others are the length of the stage alone.
    """

    exposure_ms: float | None = None
    """Trigger edge to the frame in memory: waiting for the camera, exposure, transfer."""
    queue_ms: float | None = None
    preprocess_ms: float | None = None
    inference_ms: float | None = None
    decide_ms: float | None = None
    verdict_ms: float | None = None
    output_ms: float | None = None


class SceneReading(Message):
    """One aspect of a picture's scene against the training pictures."""

    limits: float = Field(ge=0)
    """Distance from the training pictures' middle, in units of their limit: above 1 is outside."""
    says: str
    """The difference in figures, such as "left +18 %, right −15 %"."""


class SceneDeviation(Message):
    """How a picture's scene differs from the training pictures'; null where it is not measured."""

    focus: SceneReading | None = None
    exposure: SceneReading | None = None
    light: SceneReading | None = None
    position: SceneReading | None = None
    changed: bool = False
    """Whether the scene counted as changed then: the condition `scene_changed` was there."""


class SceneStatus(Message):
    """What the scene of the newest parts has in common."""

    medians: SceneDeviation
    """Null aspects have too few parts, or aren't measured."""
    parts: int
    """How many the medians are of, at most."""


class Inspection(Message):
    """One trigger and how it ended: a row of the ledger and the payload of the result stream."""

    schema_version: int = SCHEMA_VERSION
    inspection_id: str = Field(pattern=r"^[0-9a-f]{32}$")
    """UUID as 32 hexadecimal digits: consumers drop repeated deliveries by it."""
    trigger_id: int = Field(ge=1)
    """Counts the trigger edges of this station without gaps."""
    station: Name
    source: TriggerSource
    part_id: str | None = Field(default=None, max_length=128)
    triggered_at: AwareDatetime
    clock_synchronized: bool | None = None
    """Whether NTP or the like kept the station's clock then; null where it is not known."""
    outcome: Outcome
    reason: str | None = None
    """Why, in words, for ERROR and MISSED, and for an NG by rules of the detection which failed."""
    score: float | None = None
    threshold: float | None = None
    recipe: RecipeReference | None = None
    model: ModelIdentity | None = None
    model_build: EngineBuild | None = None
    """Null where the model ran as it came, in ONNX Runtime."""
    latency: StageLatency = StageLatency()
    picture_path: str | None = None
    """Relative to the data directory; null when there is no picture."""
    picture_sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")
    """Hash of the picture file."""
    picture_size: PixelSize | None = None
    """Of the picture that was taken, stored or not; what is in pixels refers to it."""
    simulated: bool = False
    late: bool = False
    """True when the verdict came after the recipe's time limit: the safe output had been given."""
    review: bool = False
    """True when the score is so near to the threshold that a person should look at the part; the
    verdict and its outputs are as ever."""
    scene: SceneDeviation | None = None
    """Null without a picture, and for models that have learnt no scene."""
    detector: ModelIdentity | None = None
    """What found `detections`; null for recipes without one, and where it didn't come to it."""
    detector_build: EngineBuild | None = None
    """Null where the detector ran as it came, in ONNX Runtime."""
    detections: tuple[DetectedObject, ...] = Field(default=(), max_length=MAX_DETECTIONS)
    """Those that count as NG first, then as OK, then the others; by score, the highest first."""
    detections_left_out: int = Field(default=0, ge=0)
    """How many more were found: rules count them too."""
    failed_rules: tuple[str, ...] = ()
    """Classes of which too many or too few were found: NG whatever the score."""
    crop: PixelArea | None = None
    """Where the part was found: the anomaly model judged that alone. Null: the whole picture."""


class DatasetPicture(Message):
    """One labelled picture of a dataset."""

    picture_id: int = Field(ge=1)
    dataset: Name
    label: Label
    path: str
    """Relative to the data directory."""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    width: int
    height: int
    perceptual_hash: str = Field(pattern=r"^[0-9a-f]{16}$")
    """64 bit difference hash, hexadecimal."""
    near_copy_of: int | None = None
    """Picture of the same dataset that this one nearly repeats."""
    batch: Words | None = None
    """Lot or shift of the part."""
    defect_type: Words | None = None
    """Of anomalous pictures only."""
    split: Split | None = None
    """Null is learnt from like `train`."""
    boxes: Boxes | None = None
    """Of the objects in it; null where nobody has said, empty where nothing is there."""
    author: str
    created_at: AwareDatetime
    removed_at: AwareDatetime | None = None


class Severity(StrEnum):
    """How urgent a condition is."""

    WARNING = "warning"
    FAULT = "fault"


ConditionCode = Literal[
    "camera_absent",
    "camera_fault",
    "camera_settings_clipped",
    "disk_low",
    "disk_full",
    "sink_away",
    "model_missing",
    "engine_unfit",
    "output_fault",
    "store_fault",
    "trial_failed",
    "scene_changed",
    "picture_format",
    "part_not_found",
]


class Condition(Message):
    """Something that needs a person's attention for as long as it lasts."""

    code: ConditionCode
    severity: Severity
    message: str
    since: AwareDatetime
