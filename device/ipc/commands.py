"""The commands that the daemon carries out for other processes, each with its answer.

A command is a class here and a handler in `okng.device.station.command_handlers`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar, Generic, Literal, Self, TypeVar

from pydantic import Field, PrivateAttr

from okng.device.cameras.applied_acquisition import AppliedAcquisition
from okng.device.cameras.camera import CameraFeatures
from okng.device.cameras.discovery import FoundCameras
from okng.device.challenge_part import PartName, Reason
from okng.device.ipc.status import StationStatus
from okng.device.recipes.recipe import Recipe, RecipeVersion
from okng.device.types import (
    DatasetPicture,
    Inspection,
    Label,
    Mode,
    ModelReference,
    Name,
    Split,
    TriggerSource,
)
from okng.models.strict_model import StrictModel

Answer = TypeVar("Answer", bound=StrictModel)


class CommandKind(StrEnum):
    """Commands of one kind wait for each other and for nothing else."""

    STATUS = "status"
    TRIGGER = "trigger"
    CAMERA = "camera"
    CHANGE = "change"
    """Of mode, recipe or model: may wait for the changes before it and for the camera."""
    JUDGE = "judge"
    """Of the hosting process: waits in a queue of its own."""
    SEARCH = "search"
    """Of the hosting process: looks something up in a model, beside the pictures that wait."""


class Command(StrictModel, Generic[Answer]):
    """A request to the daemon, which answers with an `Answer` or with a `Refusal`.

    Each class has a field `command: Literal[...]` with the word that names it on the wire.
    """

    kind: ClassVar[CommandKind] = CommandKind.CHANGE

    @classmethod
    def answer_type(cls) -> type[Answer]:
        """The class that `Answer` stands for in this command."""
        for base in cls.__mro__:
            generic = getattr(base, "__pydantic_generic_metadata__", {})
            if generic.get("origin") is Command:
                answer: type[Answer] = generic["args"][0]
                return answer
        raise TypeError(f"{cls.__name__} names no answer: derive it from Command[...]")

    @property
    def wait_s(self) -> float:
        """How long the caller wants to wait, at most, for what comes of the command."""
        return 0.0


AnyCommand = Command[Any]


class Attached(StrictModel):
    """A command or an answer with bytes beside it: the second part of its message, no JSON."""

    _attachment: bytes = PrivateAttr(default=b"")

    @property
    def attachment(self) -> bytes:
        """The bytes; empty without any."""
        return self._attachment

    def with_attachment(self, data: bytes) -> Self:
        """The same message with these bytes."""
        copy = self.model_copy()
        copy._attachment = data
        return copy


# --- answers ---------------------------------------------------------------------------------


class AppliedRecipe(StrictModel):
    """The recipe that runs now; where the camera adjusted a setting, with the value it uses."""

    recipe: RecipeVersion
    acquisition: AppliedAcquisition | None
    """Null while the camera is absent: the settings are applied when it appears."""


class TriggerAnswer(StrictModel):
    """What came of a trigger edge, as far as it was known within `wait_ms`."""

    trigger_id: int | None
    """Null for a picture collected for a dataset: it is no part in the ledger."""
    inspection: Inspection | None = None
    picture: DatasetPicture | None = None


class Refusal(StrictModel):
    """The command was not carried out."""

    error: str
    """Why, in words for the person who asked."""


class ObjectedRefusal(Refusal):
    """The same command with `anyway` is carried out."""

    objections: tuple[str, ...] = ()
    """What speaks against it, in sentences; empty in any other refusal."""


# --- commands --------------------------------------------------------------------------------


class GetStatus(Command[StationStatus]):
    """Asks for the status of the station."""

    kind: ClassVar[CommandKind] = CommandKind.STATUS
    command: Literal["get_status"] = "get_status"


class GetCameraFeatures(Command[CameraFeatures]):
    """Asks what the camera can do, with its present limits; refused while it is absent."""

    kind: ClassVar[CommandKind] = CommandKind.CAMERA
    command: Literal["get_camera_features"] = "get_camera_features"


class SetMode(Command[StationStatus]):
    """Switches the mode; answered when the camera is armed for it.

    `collect` needs dataset and label, and may name the split of the pictures; `inspect` needs a
    model or a rule on detections.
    """

    command: Literal["set_mode"] = "set_mode"
    mode: Mode
    dataset: Name | None = None
    label: Label | None = None
    split: Split | None = None
    author: str


class ApplyRecipe(Command[AppliedRecipe]):
    """Saves the recipe as a version and runs it."""

    command: Literal["apply_recipe"] = "apply_recipe"
    recipe: Recipe
    anyway: bool = False
    """Whether to use its model in spite of objections, which are recorded."""
    author: str


class ActivateRecipe(Command[AppliedRecipe]):
    """Runs a stored recipe."""

    command: Literal["activate_recipe"] = "activate_recipe"
    name: Name
    version: int | None = None
    """Null is the newest."""
    anyway: bool = False
    """As in `ApplyRecipe`."""
    author: str


class PromoteModel(Command[AppliedRecipe]):
    """Runs the present recipe with another model version."""

    command: Literal["promote_model"] = "promote_model"
    model: ModelReference
    threshold: float | None = None
    """Null is the model's own."""
    why: str = Field(max_length=500)
    anyway: bool = False
    """As in `ApplyRecipe`."""
    author: str


class RollBackModel(Command[AppliedRecipe]):
    """Runs the present recipe with the model version before, and the threshold it had then."""

    command: Literal["roll_back_model"] = "roll_back_model"
    why: str = Field(max_length=500)
    author: str


class StartTrial(Command[StationStatus]):
    """Runs a model version in shadow mode: it judges every part too, outputs are unaffected."""

    command: Literal["start_trial"] = "start_trial"
    model: ModelReference
    threshold: float | None = None
    """Null is the model's own."""
    author: str


class StopTrial(Command[StationStatus]):
    """Ends the trial."""

    command: Literal["stop_trial"] = "stop_trial"
    author: str


class AcknowledgeAlarm(Command[StationStatus]):
    """Acknowledges the NG alarm, so that parts are taken again."""

    command: Literal["acknowledge_alarm"] = "acknowledge_alarm"
    why: str = Field(min_length=1, max_length=500)
    author: str


class FireTrigger(Command[TriggerAnswer]):
    """Fires a trigger edge; answered when the part is recorded or `wait_ms` is over."""

    kind: ClassVar[CommandKind] = CommandKind.TRIGGER
    command: Literal["fire_trigger"] = "fire_trigger"
    source: TriggerSource
    part_id: str | None = Field(default=None, max_length=128)
    wait_ms: int = Field(default=0, ge=0, le=60_000)

    @property
    def wait_s(self) -> float:
        """`wait_ms` in seconds."""
        return self.wait_ms / 1000


class CheckChallengePart(Command[TriggerAnswer]):
    """Inspects a part of the challenge that is due; answered when it is recorded, as a trigger.

    Where the recipe's trigger is the camera's line, the next part there is taken for it.
    """

    kind: ClassVar[CommandKind] = CommandKind.TRIGGER
    command: Literal["check_challenge_part"] = "check_challenge_part"
    part: PartName
    author: str
    wait_ms: int = Field(default=0, ge=0, le=60_000)

    @property
    def wait_s(self) -> float:
        """`wait_ms` in seconds."""
        return self.wait_ms / 1000


class OverrideChallenge(Command[StationStatus]):
    """Ends the challenge that is due without its parts."""

    command: Literal["override_challenge"] = "override_challenge"
    why: Reason
    author: str


class ListCameras(Command[FoundCameras]):
    """Asks which cameras are connected, whichever one is configured."""

    kind: ClassVar[CommandKind] = CommandKind.CAMERA
    command: Literal["list_cameras"] = "list_cameras"


class RestartDevice(Command[StationStatus]):
    """Ends the device process in order, so that it starts again with the settings as they are."""

    command: Literal["restart_device"] = "restart_device"
    author: str


class SimulateLineEdge(Command[StationStatus]):
    """Gives a simulated camera an edge on its trigger line."""

    kind: ClassVar[CommandKind] = CommandKind.CAMERA
    command: Literal["simulate_line_edge"] = "simulate_line_edge"
