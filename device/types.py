"""The types of the domain: frame, trigger edge, inspection, and their parts.

Everything that crosses a process boundary or is stored is a pydantic model that refuses unknown
keys; what stays inside the daemon (a frame and its pixels) is a plain dataclass.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Self

from pydantic import AwareDatetime, Field, model_validator

from okng.device.challenge_part import ChallengeMark
from okng.models.arrays import Image
from okng.models.boxes import Boxes
from okng.models.masks.class_mask import MaskClasses
from okng.models.names import Name as Name
from okng.models.names import Words as Words
from okng.models.strict_model import StrictModel

SCHEMA_VERSION = 7
"""Version of the inspection as stored and published; incremented when a consumer could break."""

LONGEST_PART_ID = 128
"""Characters."""

MAX_DETECTIONS = 100
"""Maximum number of detected objects kept of one inspection."""


class Outcome(StrEnum):
    """Outcome of a trigger in the ledger; only OK and NG are verdicts on the part."""

    OK = "OK"
    NG = "NG"
    ERROR = "ERROR"
    MISSED = "MISSED"


class Verdict(StrEnum):
    """Verdict on a part: good (OK) or no good (NG)."""

    OK = "OK"
    NG = "NG"


class TriggerSource(StrEnum):
    """Source of a trigger edge."""

    BUTTON = "button"
    TIMER = "timer"
    HTTP = "http"
    LINE = "line"
    MODBUS = "modbus"
    OPCUA = "opcua"
    PLC = "plc"
    MQTT = "mqtt"
    GPIO = "gpio"


class CameraState(StrEnum):
    """State of the connection to the camera."""

    ABSENT = "absent"
    OPENING = "opening"
    STREAMING = "streaming"
    FAULT = "fault"


class Mode(StrEnum):
    """Mode of the station: what it does with pictures.

    `live` shows them, `collect` stores one labelled picture a trigger in the dataset, `inspect`
    judges one a trigger.
    """

    LIVE = "live"
    COLLECT = "collect"
    INSPECT = "inspect"


class Label(StrEnum):
    """Label of a dataset picture, in the words of Lookout for Vision's manifests and folders."""

    NORMAL = "normal"
    ANOMALY = "anomaly"


class Split(StrEnum):
    """Split of a dataset: pictures of the test split are used for evaluation only."""

    TRAIN = "train"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Frame:
    """An image from the camera; the array is the frame's own copy and is never written to."""

    image: Image
    """uint16 images fill their 16 bits, whatever the camera's bit depth."""
    frame_number: int
    """Counts from 1 since the start of the daemon, without gaps."""
    captured_at: datetime
    """UTC, when the frame was fetched from the camera's driver."""
    captured_ns: int
    """`time.monotonic_ns()` when it was fetched: its edge and its exposure came before."""
    simulated: bool
    """True if the image comes from an emulator, a folder or a video."""
    file_name: str | None = None
    """Name of the file, of a camera that plays pictures by triggers."""


@dataclass(frozen=True, slots=True)
class TriggerEdge:
    """A trigger edge: one part to inspect, recorded in the ledger exactly once."""

    trigger_id: int
    source: TriggerSource
    at: datetime
    """UTC."""
    at_ns: int
    """`time.monotonic_ns()`; where it is not known exactly, the earliest it can have been."""
    part_id: str | None = None
    uncertainty_ns: int = 0
    """How much later than `at` the edge may have been."""
    challenge: ChallengeMark | None = None

    @property
    def is_on_the_line(self) -> bool:
        """Whether outputs and wires hear of the part: one put under the camera passes no gate."""
        return self.challenge is None or self.source is TriggerSource.LINE


class RecipeReference(StrictModel):
    """Reference to one version of a recipe."""

    name: Name
    version: int = Field(ge=1)


class ModelReference(StrictModel):
    """Reference to one version of a model bundle."""

    name: Name
    version: int = Field(ge=1)


class ModelIdentity(ModelReference):
    """Identity of a model: its version and the hash of its bundle's manifest."""

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class EngineBuild(StrictModel):
    """The engine build that ran in place of the original model."""

    name: str
    """Engine and precision, for example `openvino-int8`."""
    engine_version: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """Hash of the build's record, which has its parity with the model."""


class PixelBox(StrictModel):
    """A rectangle in pixels of the picture; (0, 0) is the outer corner of its first pixel."""

    left: float
    top: float
    right: float
    bottom: float


class PixelArea(StrictModel):
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


class PixelSize(StrictModel):
    """Size of a picture, in pixels."""

    width: int
    height: int


class DetectedObject(StrictModel):
    """An object that the recipe's detector found in the picture."""

    name: str
    """Name of the object's class."""
    score: float
    """Confidence, 0 to 1."""
    box: PixelBox
    counted_as: Verdict | None
    """NG if there are more of its class than its rule allows, OK otherwise; null if no rule counts
    it: of another class, or outside of the rule's size or zone."""


class StageLatency(StrictModel):
    """Latency of each stage of one inspection, in milliseconds of the monotonic clock.

    A stage that was not reached is null. `verdict_ms` is trigger edge to verdict, `output_ms`
    trigger edge to outputs written; the others are the length of the stage alone.
    """

    exposure_ms: float | None = None
    """Trigger edge to the frame in memory: waiting for the camera, exposure, transfer, and with the
    camera's line the wait in the driver's queue."""
    queue_ms: float | None = None
    preprocess_ms: float | None = None
    inference_ms: float | None = None
    decide_ms: float | None = None
    verdict_ms: float | None = None
    output_ms: float | None = None


class SceneReading(StrictModel):
    """One aspect of a picture's scene, compared with the training pictures."""

    limits: float = Field(ge=0)
    """Distance from the training pictures' median, in units of their limit: above 1 is outside."""
    says: str
    """The difference in figures, such as "left +18 %, right −15 %"."""


class SceneDeviation(StrictModel):
    """Deviation of a picture's scene from the training pictures; null if it is not measured."""

    focus: SceneReading | None = None
    exposure: SceneReading | None = None
    light: SceneReading | None = None
    position: SceneReading | None = None
    changed: bool = False
    """Whether the condition `scene_changed` was present at that time."""


class SceneStatus(StrictModel):
    """Median deviation of the scene over the newest parts."""

    medians: SceneDeviation
    """An aspect is null if it has too few parts, or isn't measured."""
    parts: int
    """The largest number of parts that a median is of."""


class Inspection(StrictModel):
    """An inspection: one trigger and its outcome, as the ledger and the result stream have it."""

    schema_version: int = SCHEMA_VERSION
    inspection_id: str = Field(pattern=r"^[0-9a-f]{32}$")
    """UUID as 32 hexadecimal digits: consumers drop repeated deliveries by it."""
    trigger_id: int = Field(ge=1)
    """Counts the trigger edges of this station without gaps."""
    station: Name
    source: TriggerSource
    part_id: str | None = Field(default=None, max_length=LONGEST_PART_ID)
    triggered_at: AwareDatetime
    """The trigger edge; where it is not known exactly, the earliest it can have been."""
    trigger_uncertainty_ms: float | None = Field(default=None, ge=0)
    """How much later than `triggered_at` the edge may have been: with the camera's line as its
    clock and the station's can be related, otherwise 0. Null before `schema_version` 6, and where
    the station stopped before the part's end was recorded."""
    clock_synchronized: bool | None = None
    """Whether the station's clock was synchronized (NTP or the like); null if it is not known."""
    outcome: Outcome
    reason: str | None = None
    """The reason of an ERROR or MISSED, and the failed rules of an NG by detection."""
    score: float | None = None
    threshold: float | None = None
    recipe: RecipeReference | None = None
    model: ModelIdentity | None = None
    model_build: EngineBuild | None = None
    """Null if the original model ran, in ONNX Runtime."""
    latency: StageLatency = StageLatency()
    picture_path: str | None = None
    """Relative to the data directory; null if there is no picture."""
    picture_sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")
    """Hash of the picture file."""
    picture_size: PixelSize | None = None
    """Size of the captured image, stored or not; all pixel values refer to it."""
    simulated: bool = False
    late: bool = False
    """True if the verdict came, or may have come, after the recipe's time limit, or came when the
    part was at a gate already, so that the safe output was given."""
    review: bool = False
    """True if the score is so near to the threshold that a person should review the part; verdict
    and outputs are unaffected."""
    scene: SceneDeviation | None = None
    """Null without a picture, and for models that were trained without a scene."""
    detector: ModelIdentity | None = None
    """The detector of `detections`; null for recipes without one, and if it did not run."""
    detector_build: EngineBuild | None = None
    """Null if the original detector ran, in ONNX Runtime."""
    detections: tuple[DetectedObject, ...] = Field(default=(), max_length=MAX_DETECTIONS)
    """Those that count as NG first, then as OK, then the others; the highest score first."""
    detections_left_out: int = Field(default=0, ge=0)
    """Number of further detections beyond the maximum; rules count them too."""
    failed_rules: tuple[str, ...] = ()
    """Classes with too many or too few objects: the verdict is NG whatever the score."""
    crop: PixelArea | None = None
    """The crop around the part that the anomaly model judged. Null: the whole picture."""
    challenge: ChallengeMark | None = None
    """Set for challenge parts, which no count of production contains. Since `schema_version` 7."""


class PictureMask(StrictModel):
    """The mask of an anomalous picture: which of its pixels show which class of defect."""

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """Hash of the mask's file."""
    classes: MaskClasses
    """The classes that its pixels can show; 0 is background."""


class DatasetPicture(StrictModel):
    """A labelled picture of a dataset."""

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
    """The picture of the same dataset that this one is a near-duplicate of."""
    batch: str | None = None
    """Production lot or shift of the part."""
    defect_type: str | None = None
    """Only for anomalous pictures."""
    split: Split | None = None
    """Null counts as `train`."""
    boxes: Boxes | None = None
    """Bounding boxes of its objects, empty without one; null if it isn't labelled with boxes."""
    mask: PictureMask | None = None
    """Only for anomalous pictures."""
    author: str
    created_at: AwareDatetime
    removed_at: AwareDatetime | None = None


class WireStatus(StrictModel):
    """Status of a wire to a PLC: its connection, and whether the station is ready on it."""

    name: Name
    type: str
    connected: bool
    """Whether a peer is there: it asked something within the last seconds, or answers."""
    last_error: str | None = None
    not_ready_reason: str | None = None
    """Why the PLC reads not-ready; null while it reads ready or a part is on its way."""
    cycle_p50_ms: float | None = None
    """Of the newest 1,000 cycles in which the station looked into the PLC's memory and answered,
    the pause before included: half of them took no longer. Null for wires on which the PLC asks."""
    cycle_p99_ms: float | None = None
    """99 of 100 took no longer."""


class SinkStatus(StrictModel):
    """Status of a sink: its connection, and the results that it has not delivered."""

    name: Name
    connected: bool
    pending: int
    """Number of results not yet delivered."""
    oldest_at: AwareDatetime | None = None
    """When the oldest of them was triggered; null when none waits."""
    set_aside: int = 0
    """Number of results that the receiver refused, kept until a person retries them."""
    last_error: str | None = None
    note: str | None = None
    """What the connection lacks, though nothing is wrong: an older version of MQTT, for example."""
