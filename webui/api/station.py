"""The station now: its status, camera, mode and triggers; all answered by the device process."""

from __future__ import annotations

from apiflask import APIBlueprint
from pydantic import Field

from okng.device.cameras.camera import CameraFeatures
from okng.device.protocol import StationStatus, TriggerAnswer
from okng.device.types import Label, Message, Mode, Name
from okng.webui.access import trigger_source, user_name
from okng.webui.services import services

station = APIBlueprint("station", __name__, tag="Station")


class ModeChange(Message):
    """`collect` needs dataset and label."""

    mode: Mode
    dataset: Name | None = None
    label: Label | None = None


class TriggerDemand(Message):
    """One part to look at."""

    part_id: str | None = Field(default=None, max_length=128)
    wait_ms: int = Field(default=0, ge=0, le=60_000)
    """How long to wait for what comes of it."""


@station.get("/status")
@station.output(StationStatus)
def status() -> StationStatus:
    """Everything about the station that is not a result."""
    return services().quick_device.status()


@station.get("/camera/features")
@station.output(CameraFeatures)
@station.doc(responses=[409])
def camera_features() -> CameraFeatures:
    """What the camera can do, with its present limits."""
    return services().device.camera_features()


@station.post("/camera/simulate-line-edge")
@station.output(StationStatus)
@station.doc(responses=[409])
def simulate_line_edge() -> StationStatus:
    """An edge on a simulated camera's trigger line."""
    return services().device.simulate_line_edge()


@station.put("/mode")
@station.input(ModeChange, arg_name="change")
@station.output(StationStatus)
@station.doc(responses=[409])
def set_mode(change: ModeChange) -> StationStatus:
    """Live view, collecting pictures, or inspecting."""
    return services().device.set_mode(change.mode, user_name(), change.dataset, change.label)


@station.post("/trigger")
@station.input(TriggerDemand, location="json_or_form", arg_name="demand")
@station.output(TriggerAnswer)
@station.doc(responses=[409])
def trigger(demand: TriggerDemand) -> TriggerAnswer:
    """One trigger edge; with `wait_ms` the answer brings what came of it."""
    return services().device.fire_trigger(trigger_source(), demand.part_id, demand.wait_ms)
