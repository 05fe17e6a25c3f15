"""The commands of the hosting process, each with its answer."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal, Self

import numpy as np
from pydantic import Field, model_validator

from okng.device.ipc.commands import Attached, Command, CommandKind, Refusal
from okng.device.types import (
    DetectedObject,
    ModelIdentity,
    ModelReference,
    Name,
    PixelArea,
    PixelSize,
    RecipeReference,
    Verdict,
)
from okng.models.arrays import Float32Array
from okng.models.strict_model import StrictModel


class HostingState(StrEnum):
    """Whether a model judges pictures that programs send."""

    STOPPED = "STOPPED"
    STARTING = "STARTING"
    """Being measured, loaded and warmed up."""
    HOSTED = "HOSTED"
    FAILED = "FAILED"
    STOPPING = "STOPPING"


class HostedModel(StrictModel):
    """A model and whether it is hosted."""

    model: ModelReference
    status: HostingState
    message: str = ""
    """Why it failed; empty otherwise."""
    memory_bytes: int | None = None
    """What it takes while it is hosted, as measured in a process of its own; null until then."""
    on_demand: bool = False
    """Whether a judge call started it: it makes room for others, and ends with the process."""


class HostingStatus(StrictModel):
    """What is hosted, and how busy the process is; counts are since its start."""

    models: tuple[HostedModel, ...]
    """All that aren't stopped, by name and version."""
    memory_bytes: int
    """Of all hosted models together."""
    memory_limit_bytes: int
    waiting: int
    """Pictures that wait or are being judged."""
    queue_length: int
    judged: int
    """Pictures that were answered, whatever the verdict."""
    refused: int
    """Pictures that found the queue full."""
    judging_s: float
    """Sum over the judged pictures, from their arrival to their answer."""

    def of(self, model: ModelReference) -> HostedModel:
        """The status of one model; STOPPED for one that isn't listed."""
        listed = (hosted for hosted in self.models if hosted.model == model)
        return next(listed, HostedModel(model=model, status=HostingState.STOPPED))


class StageMilliseconds(StrictModel):
    """How long each stage of a judgement took; null for a stage that it did not come to."""

    queue_ms: float
    """Until the picture's turn came, the start of a model on demand included."""
    decode_ms: float | None
    preprocess_ms: float | None
    inference_ms: float | None
    total_ms: float
    """From arrival to answer, in the hosting process."""


class PictureJudgement(StrictModel):
    """What a picture that a program sent is judged to be."""

    verdict: Verdict | None
    """Null where it could not be judged, or where a detector runs without rules."""
    reason: str | None = None
    """Failed rules of an NG, or why there is no verdict."""
    score: float | None = None
    threshold: float | None = None
    model: ModelIdentity | None = None
    detector: ModelIdentity | None = None
    recipe: RecipeReference | None = None
    objects: tuple[DetectedObject, ...] = ()
    """What counts as NG first, at most 100."""
    objects_left_out: int = 0
    picture_size: PixelSize
    crop: PixelArea | None = None
    """The area that the anomaly model judged; null is the whole picture."""
    latency: StageMilliseconds


class HostedJudgement(PictureJudgement, Attached):
    """A judgement as the hosting process answers it; its attachment is the anomaly map."""

    map_shape: tuple[int, int] | None = None
    """Rows and columns of the anomaly map; null without one."""

    @property
    def anomaly_map(self) -> Float32Array | None:
        """The score of each place of `crop`, [h, w] float32; None where no anomaly model ran."""
        if self.map_shape is None:
            return None
        return np.frombuffer(self.attachment, np.float32).reshape(self.map_shape)

    @property
    def map_area(self) -> PixelArea:
        """The area of the picture that the anomaly map covers."""
        size = self.picture_size
        return self.crop or PixelArea(left=0, top=0, right=size.width, bottom=size.height)


class CodedRefusal(Refusal):
    """A refusal with the class of its error, which the client raises again."""

    code: str


class GetHosting(Command[HostingStatus]):
    """Asks what is hosted."""

    kind: ClassVar[CommandKind] = CommandKind.STATUS
    command: Literal["get_hosting"] = "get_hosting"


class StartHosting(Command[HostedModel]):
    """Starts to host a model; answered at once, while it is STARTING."""

    command: Literal["start_hosting"] = "start_hosting"
    model: ModelReference


class StopHosting(Command[HostedModel]):
    """Stops hosting a model; answered when it is STOPPED and its memory free."""

    command: Literal["stop_hosting"] = "stop_hosting"
    model: ModelReference


class VersionChoice(StrictModel):
    """A model or recipe by its name, and its version if that matters."""

    name: Name
    version: int | None = Field(default=None, ge=1)
    """Null is the newest version of a recipe; of a model the newest hosted, or else the newest."""


class NearestGood(StrictModel):
    """Good pictures that look most like part of a picture."""

    sha256: list[str]
    """Of the training pictures' files, the nearest first."""


class AreaShares(StrictModel):
    """Part of a picture, as shares of its width and height."""

    left: float = Field(ge=0, le=1)
    top: float = Field(ge=0, le=1)
    right: float = Field(ge=0, le=1)
    bottom: float = Field(ge=0, le=1)


class FindNearestGood(Command[NearestGood], Attached):
    """Finds the training pictures that look most like an area of the picture in its attachment."""

    kind: ClassVar[CommandKind] = CommandKind.SEARCH
    command: Literal["find_nearest_good"] = "find_nearest_good"
    model: ModelIdentity
    area: AreaShares


class JudgePicture(Command[HostedJudgement], Attached):
    """Judges the picture in its attachment by a model, or by a recipe as the line does."""

    kind: ClassVar[CommandKind] = CommandKind.JUDGE
    command: Literal["judge_picture"] = "judge_picture"
    model: VersionChoice | None = None
    recipe: VersionChoice | None = None
    threshold: float | None = None
    """Of the model's score; null is the model's own. A recipe has its own."""
    shape: tuple[int, ...] | None = Field(default=None, min_length=2, max_length=3)
    """Of raw uint8 pixels, [H, W] grey or [H, W, 3] BGR; null for a PNG, JPEG, BMP or TIFF file."""
    start_on_demand: bool = False
    """Whether to start models that aren't hosted; refused otherwise."""
    wait_ms: int = Field(default=30_000, ge=1, le=120_000)

    @model_validator(mode="after")
    def _is_by_one(self) -> Self:
        if (self.model is None) is (self.recipe is None):
            raise ValueError("give either a model or a recipe")
        if self.recipe and self.threshold is not None:
            raise ValueError("a recipe has its own threshold: give no other")
        return self

    @property
    def wait_s(self) -> float:
        """`wait_ms` in seconds."""
        return self.wait_ms / 1000
