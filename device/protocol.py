"""What the daemon and its clients say to each other over ZeroMQ: typed, JSON, one kind a class."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, TypeAdapter

from okng.device.cameras.camera import (
    AppliedAcquisition,
    CameraCounters,
    CameraInfo,
)
from okng.device.recipe import Recipe, RecipeVersion
from okng.device.sinks.sink import SinkStatus
from okng.device.types import (
    CameraState,
    Condition,
    DatasetPicture,
    Inspection,
    Label,
    Message,
    Mode,
    ModelIdentity,
    ModelReference,
    Name,
    SceneDeviation,
    SceneStatus,
    TriggerSource,
)

# --- commands: request and reply -----------------------------------------------------------


class GetStatus(Message):
    """Answered by `StationStatus`."""

    command: Literal["get_status"] = "get_status"


class GetCameraFeatures(Message):
    """Answered by `CameraFeatures`."""

    command: Literal["get_camera_features"] = "get_camera_features"


class SetMode(Message):
    """Answered by `StationStatus`; `collect` needs dataset and label, `inspect` a model."""

    command: Literal["set_mode"] = "set_mode"
    mode: Mode
    dataset: Name | None = None
    label: Label | None = None
    author: str


class ApplyRecipe(Message):
    """Saves the recipe and runs with it; answered by `AppliedRecipe`."""

    command: Literal["apply_recipe"] = "apply_recipe"
    recipe: Recipe
    author: str


class ActivateRecipe(Message):
    """Runs with a stored recipe (null: its newest version); answered by `AppliedRecipe`."""

    command: Literal["activate_recipe"] = "activate_recipe"
    name: Name
    version: int | None = None
    author: str


class PromoteModel(Message):
    """Runs the present recipe with another model version; answered by `AppliedRecipe`."""

    command: Literal["promote_model"] = "promote_model"
    model: ModelReference
    threshold: float | None = None
    """Null is the model's own."""
    why: str = Field(max_length=500)
    author: str


class RollBackModel(Message):
    """Runs the present recipe with the version before; answered by `AppliedRecipe`."""

    command: Literal["roll_back_model"] = "roll_back_model"
    why: str = Field(max_length=500)
    author: str


class StartTrial(Message):
    """Lets a model version judge beside the one that runs; answered by `StationStatus`."""

    command: Literal["start_trial"] = "start_trial"
    model: ModelReference
    threshold: float | None = None
    """Null is the model's own."""
    author: str


class StopTrial(Message):
    """Ends the trial; answered by `StationStatus`."""

    command: Literal["stop_trial"] = "stop_trial"
    author: str


class FireTrigger(Message):
    """One edge; answered by `TriggerAnswer` when the part is in the ledger or `wait_ms` is over."""

    command: Literal["fire_trigger"] = "fire_trigger"
    source: TriggerSource
    part_id: str | None = Field(default=None, max_length=128)
    wait_ms: int = Field(default=0, ge=0, le=60_000)


class SimulateLineEdge(Message):
    """An edge on a simulated camera's line; answered by `StationStatus`."""

    command: Literal["simulate_line_edge"] = "simulate_line_edge"


Command = Annotated[
    GetStatus
    | GetCameraFeatures
    | SetMode
    | ApplyRecipe
    | ActivateRecipe
    | PromoteModel
    | RollBackModel
    | StartTrial
    | StopTrial
    | FireTrigger
    | SimulateLineEdge,
    Field(discriminator="command"),
]
COMMAND: TypeAdapter[Command] = TypeAdapter(Command)


class QueueDepths(Message):
    """How full the pipeline's bounded queues are."""

    inference: int
    recorder: int


class StationStatus(Message):
    """Everything about the daemon that is not a result."""

    station: Name
    okng_version: str
    started_at: AwareDatetime
    now: AwareDatetime
    mode: Mode
    dataset: Name | None
    label: Label | None
    camera_state: CameraState
    camera: CameraInfo | None
    acquisition: AppliedAcquisition | None
    counters: CameraCounters
    recipe: RecipeVersion | None
    model: ModelIdentity | None
    detector: ModelIdentity | None = None
    threshold: float | None
    """The one in force: the recipe's or else the model's."""
    trial: ModelIdentity | None
    """The version that judges beside it, without a say."""
    queues: QueueDepths
    sinks: tuple[SinkStatus, ...]
    free_bytes: int
    """Of the file system that holds the data directory."""
    conditions: tuple[Condition, ...]
    scene_watched: bool = False
    """Whether the recipe's model has learnt a scene that pictures are held against."""
    scene_note: str | None = None
    """What of the scene isn't watched, and why, in words."""
    scene: SceneStatus | None = None
    """Of the newest parts; null before the first one."""


class AppliedRecipe(Message):
    """The recipe that runs now; where the camera rounded, with the values it took."""

    recipe: RecipeVersion
    acquisition: AppliedAcquisition | None
    """Null while the camera is absent: the settings are applied when it appears."""


class TriggerAnswer(Message):
    """What came of an edge, as far as it ended within `wait_ms`."""

    trigger_id: int | None
    """Null for a picture collected for a dataset: it is no part in the ledger."""
    inspection: Inspection | None = None
    picture: DatasetPicture | None = None


class Refusal(Message):
    """The daemon's no: why, in words for the person who asked."""

    error: str


# --- events: published -------------------------------------------------------------------


class InspectionEvent(Message):
    """An inspection is in the ledger."""

    event: Literal["inspection"] = "inspection"
    seq: int
    inspection: Inspection


class PictureEvent(Message):
    """A picture is in the dataset."""

    event: Literal["picture"] = "picture"
    picture: DatasetPicture


class StatusEvent(Message):
    """The status, at each change and every second."""

    event: Literal["status"] = "status"
    status: StationStatus


class MetersEvent(Message):
    """Focus and brightness of the live picture, only while somebody watches, at most 5 a second."""

    event: Literal["meters"] = "meters"
    sharpness: float
    """Variance of the Laplacian of the grey picture scaled to 8 bits (Pech-Pacheco 2000)."""
    mean: float
    """Mean grey value in 0..1."""
    saturated: float
    """Share of pixels at the format's largest value, 0..1."""
    histogram: tuple[int, ...]
    """64 bins over the format's range."""
    scene: SceneDeviation | None = None
    """Against the pictures that the recipe's model was trained on."""


Event = Annotated[
    InspectionEvent | PictureEvent | StatusEvent | MetersEvent, Field(discriminator="event")
]
EVENT: TypeAdapter[Event] = TypeAdapter(Event)


class PreviewHeader(Message):
    """Goes before each JPEG of the preview."""

    frame_number: int
    captured_at: AwareDatetime
    width: int
    height: int
    """Of the picture as captured; the JPEG may be smaller."""
