"""The station: status, camera, mode and triggers, all answered by the device process."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import g
from pydantic import Field

from okng.device.cameras.camera import CameraFeatures
from okng.device.ipc.commands import (
    FireTrigger,
    GetCameraFeatures,
    GetStatus,
    SetMode,
    SimulateLineEdge,
    TriggerAnswer,
)
from okng.device.ipc.status import StationStatus
from okng.device.types import Label, Mode, Name, Split, TriggerSource
from okng.models.strict_model import StrictModel
from okng.webui.auth.current_user import user_name
from okng.webui.services import services

station = APIBlueprint("station", __name__, tag="Station")


class ModeChange(StrictModel):
    """The mode to change to; `collect` needs a dataset and a label."""

    mode: Mode
    dataset: Name | None = None
    label: Label | None = None
    split: Split | None = None
    """Of the pictures to collect; null leaves it open, so that they are trained on."""


class TriggerRequest(StrictModel):
    """A trigger edge by a person or a program."""

    part_id: str | None = Field(default=None, max_length=128)
    wait_ms: int = Field(default=0, ge=0, le=60_000)
    """How long to wait for the outcome; 0 answers at once."""


@station.get("/status")
@station.output(StationStatus)
def status() -> StationStatus:
    """Returns the status of the station: mode, recipe, camera, queues, conditions."""
    return services().quick_device.ask(GetStatus())


@station.get("/camera/features")
@station.output(CameraFeatures)
@station.doc(responses=[409])
def camera_features() -> CameraFeatures:
    """Returns the camera's features with their current limits."""
    return services().device.ask(GetCameraFeatures())


@station.post("/camera/simulate-line-edge")
@station.output(StationStatus)
@station.doc(responses=[409])
def simulate_line_edge() -> StationStatus:
    """Simulates an edge on the trigger line of a simulated camera."""
    return services().device.ask(SimulateLineEdge())


@station.put("/mode")
@station.input(ModeChange, arg_name="change")
@station.output(StationStatus)
@station.doc(responses=[409])
def set_mode(change: ModeChange) -> StationStatus:
    """Changes the mode: live view, collecting pictures, or inspecting."""
    return services().device.ask(SetMode(**dict(change), author=user_name()))


@station.post("/trigger")
@station.input(TriggerRequest, location="json_or_form", arg_name="request")
@station.output(TriggerAnswer)
@station.doc(responses=[409])
def trigger(request: TriggerRequest) -> TriggerAnswer:
    """Triggers once; with `wait_ms` the answer includes the outcome."""
    source = TriggerSource.HTTP if g.by_token else TriggerSource.BUTTON
    device = services().device if request.wait_ms else services().quick_device
    return device.ask(FireTrigger(source=source, part_id=request.part_id, wait_ms=request.wait_ms))
