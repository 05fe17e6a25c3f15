"""The status of the station: everything about the daemon that is not a result."""

from __future__ import annotations

from pydantic import AwareDatetime

from okng.device.cameras.applied_acquisition import AppliedAcquisition
from okng.device.cameras.camera import CameraCounters, CameraInfo
from okng.device.health.condition import Condition
from okng.device.outputs.output_lines import OutputCounters
from okng.device.recipes.recipe import RecipeVersion
from okng.device.types import (
    CameraState,
    Label,
    Mode,
    ModelIdentity,
    Name,
    SceneStatus,
    SinkStatus,
    Split,
    WireStatus,
)
from okng.models.strict_model import StrictModel


class QueueDepths(StrictModel):
    """How many parts wait in each of the pipeline's bounded queues."""

    inference: int
    recorder: int


class StationStatus(StrictModel):
    """What the station is doing now, how its parts are, and what needs attention."""

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
    results_waiting: int = 0
    """Results of judged parts that wait because the database can't be written now."""
    results_lost: int = 0
    """Since the start: they found no room to wait in, and their parts are recorded as MISSED."""
    free_bytes: int | None
    """Of the file system that holds the data directory; null while that can't be reached."""
    conditions: tuple[Condition, ...]
    scene_watched: bool = False
    """Whether the recipe's model has learnt a scene that pictures are held against."""
    scene_note: str | None = None
    """What of the scene isn't watched, and why, in words."""
    split: Split | None = None
    """Of the pictures that are collected; null leaves it open."""
    scene: SceneStatus | None = None
    """Of the newest parts; null before the first one."""
    wires: tuple[WireStatus, ...] = ()
    outputs: OutputCounters = OutputCounters()
    run_started_at: AwareDatetime | None = None
    """When inspection was started last: `GET /api/v1/counters/run` counts the parts since then."""
