"""The handlers of the commands: what the station does for each, registered by being written here.

A handler takes the station and the command, and returns the answer that the command's class names.
"""

from __future__ import annotations

import logging

from okng.device.cameras.camera import CameraFeatures
from okng.device.cameras.discovery import FoundCameras, discover_cameras
from okng.device.handshake.commands import (
    GetWireEdges,
    GetWires,
    HttpWireState,
    SetWireSignals,
    WaitForWire,
    WireStates,
)
from okng.device.handshake.edge_recording import RecordedEdges
from okng.device.host.process_end import end_process_in_order
from okng.device.ipc.commands import (
    AcknowledgeAlarm,
    ActivateRecipe,
    AppliedRecipe,
    ApplyRecipe,
    CheckChallengePart,
    FireTrigger,
    GetCameraFeatures,
    GetStatus,
    ListCameras,
    OverrideChallenge,
    PromoteModel,
    RestartDevice,
    RollBackModel,
    SetMode,
    SimulateLineEdge,
    StartTrial,
    StopTrial,
    TriggerAnswer,
)
from okng.device.ipc.handlers import DeferredAnswer, Handlers
from okng.device.ipc.status import StationStatus
from okng.device.station.station import Station

log = logging.getLogger(__name__)

HANDLERS = Handlers[Station]()
handles = HANDLERS.handles


@handles(GetStatus)
def _get_status(station: Station, _: GetStatus) -> StationStatus:
    return station.status()


@handles(GetCameraFeatures)
def _get_camera_features(station: Station, _: GetCameraFeatures) -> CameraFeatures:
    return station.camera_features()


@handles(SetMode)
def _set_mode(station: Station, command: SetMode) -> StationStatus:
    station.set_mode(
        command.mode, command.dataset, command.label, command.split, author=command.author
    )
    return station.status()


@handles(ApplyRecipe)
def _apply_recipe(station: Station, command: ApplyRecipe) -> AppliedRecipe:
    return station.recipes.apply(command.recipe, command.author, anyway=command.anyway)


@handles(ActivateRecipe)
def _activate_recipe(station: Station, command: ActivateRecipe) -> AppliedRecipe:
    return station.recipes.activate(
        command.name, command.version, command.author, anyway=command.anyway
    )


@handles(PromoteModel)
def _promote_model(station: Station, command: PromoteModel) -> AppliedRecipe:
    return station.models.promote(
        command.model, command.threshold, command.why, command.author, anyway=command.anyway
    )


@handles(RollBackModel)
def _roll_back_model(station: Station, command: RollBackModel) -> AppliedRecipe:
    return station.models.roll_back(command.why, command.author)


@handles(StartTrial)
def _start_trial(station: Station, command: StartTrial) -> StationStatus:
    station.models.start_trial(command.model, command.threshold, command.author)
    return station.status()


@handles(StopTrial)
def _stop_trial(station: Station, command: StopTrial) -> StationStatus:
    station.models.stop_trial(command.author)
    return station.status()


@handles(AcknowledgeAlarm)
def _acknowledge_alarm(station: Station, command: AcknowledgeAlarm) -> StationStatus:
    station.ng_alarm.acknowledge(command.author, command.why)
    return station.status()


@handles(CheckChallengePart)
def _check_challenge_part(
    station: Station, command: CheckChallengePart
) -> DeferredAnswer[TriggerAnswer]:
    fired = station.check_challenge_part(command.part, command.author)
    return DeferredAnswer(fired.end, fired.answer)


@handles(OverrideChallenge)
def _override_challenge(station: Station, command: OverrideChallenge) -> StationStatus:
    station.challenge.override(command.author, command.why)
    return station.status()


@handles(FireTrigger)
def _fire_trigger(station: Station, command: FireTrigger) -> DeferredAnswer[TriggerAnswer]:
    fired = station.fire(command.source, command.part_id)
    return DeferredAnswer(fired.end, fired.answer)


@handles(SimulateLineEdge)
def _simulate_line_edge(station: Station, _: SimulateLineEdge) -> StationStatus:
    station.simulate_line_edge()
    return station.status()


@handles(ListCameras)
def _list_cameras(_: Station, __: ListCameras) -> FoundCameras:
    return discover_cameras()


@handles(RestartDevice)
def _restart_device(station: Station, command: RestartDevice) -> StationStatus:
    log.info("%s restarts the device process", command.author)
    end_process_in_order()
    return station.status()


@handles(GetWires)
def _get_wires(station: Station, _: GetWires) -> WireStates:
    return station.wires.states()


@handles(GetWireEdges)
def _get_wire_edges(station: Station, command: GetWireEdges) -> RecordedEdges:
    return station.wires.edges(command.wire, command.since)


@handles(SetWireSignals)
def _set_wire_signals(station: Station, command: SetWireSignals) -> HttpWireState:
    return station.wires.set_signals(command)


@handles(WaitForWire)
def _wait_for_wire(station: Station, command: WaitForWire) -> DeferredAnswer[HttpWireState]:
    return station.wires.wait(command)
