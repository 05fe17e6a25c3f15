"""The events of OPC 40100-1, as a client gets them for each part and each change of state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from queue import Empty, Queue
from typing import Any

import pytest
from asyncua import ua
from support.stand_in_line import StandInStation
from support.station import eventually, free_port

from okng.device.types import TriggerSource
from okng.device.wires.opcua.server.settings import OpcUaWireSettings
from okng.device.wires.opcua.wire import OpcUaWire

VISION, OWN = 2, 3
MACHINE, JOBS = "VisionStateMachine", "AutomaticModeStateMachine"
NO_JOB = (None, None, None, None, None)
NO_CAUSE = (ua.Variant(0, ua.VariantType.Int32), "")
JOB_STARTED, STATE_CHANGED, ERROR, ERROR_RESOLVED = 1013, 1018, 1019, 1020
READY, RESULT_READY, ACQUISITION_DONE = 1023, 1024, 1025
NAMES = {
    JOB_STARTED: "JobStarted",
    READY: "Ready",
    RESULT_READY: "ResultReady",
    ACQUISITION_DONE: "AcquisitionDone",
    ERROR: "Error",
    ERROR_RESOLVED: "ErrorResolved",
}


class FaultyStation(StandInStation):
    """A stand-in that can be made unready."""

    reason: str | None = None

    def obstacle(self) -> str | None:
        return self.reason


class Events:
    """Gets all events of the vision system by one subscription."""

    def __init__(self, peer: Any) -> None:
        self._heard: Queue[Any] = Queue()
        self._subscription = peer.client.create_subscription(10, self)
        kinds = [peer.client.get_node(ua.NodeId(kind, VISION)) for kind in (STATE_CHANGED, *NAMES)]
        source = peer.client.get_node(ua.NodeId("VisionSystem", OWN))
        self._subscription.subscribe_events(source, kinds)

    def event_notification(self, event: Any) -> None:
        self._heard.put(event)

    def next(self, count: int) -> list[Any]:
        return [self._heard.get(timeout=10) for _ in range(count)]

    def names(self, count: int) -> list[str]:
        return [name_of(event) for event in self.next(count)]

    def none_follows(self) -> bool:
        try:
            self._heard.get(timeout=0.2)
        except Empty:
            return True
        return False


def name_of(event: Any) -> str:
    kind = event.EventType.Identifier
    return str(event.Transition.Text) if kind == STATE_CHANGED else NAMES[kind]


@pytest.fixture(scope="module")
def station() -> FaultyStation:
    return FaultyStation()


@pytest.fixture(scope="module")
def port(station: FaultyStation, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    settings = OpcUaWireSettings(port=free_port())
    wire = OpcUaWire(settings, station.line, "test", tmp_path_factory.mktemp("events"))
    wire.start()
    yield settings.port
    wire.stop()


@pytest.fixture
def peer(port: int, connect: Callable[..., Any]) -> Any:
    peer = connect(port)
    eventually(lambda: peer.state() == "Ready")
    return peer


def test_each_parts_events_come_in_order_with_its_job(station: FaultyStation, peer: Any) -> None:
    events = Events(peer)
    for _ in range(3):
        job, error = peer.call(JOBS, "StartSingleJob", *NO_JOB)
        assert error == 0
        assert station.finish()
        heard = events.next(6)
        assert [name_of(event) for event in heard] == [
            "ReadyToSingleExecution",
            "JobStarted",
            "AcquisitionDone",
            "ResultReady",
            "SingleExecutionToReadyAuto",
            "Ready",
        ]
        assert {event.JobId.Id for event in heard if event.JobId} == {job.Id}
    changed = heard[0]
    assert (changed.FromState.Text, changed.ToState.Text) == ("Ready", "SingleExecution")
    ids = (getattr(changed, f"{name}/Id") for name in ("FromState", "Transition", "ToState"))
    assert list(ids) == [ua.NodeId(id_, VISION) for id_ in (5057, 5064, 5058)]
    assert changed.SourceNode == ua.NodeId(JOBS, OWN)
    assert changed.SourceName == JOBS
    assert events.none_follows()


def test_a_burst_in_a_continuous_job_is_told_without_a_gap(
    station: FaultyStation, peer: Any
) -> None:
    events = Events(peer)
    job, _ = peer.call(JOBS, "StartContinuous", *NO_JOB)
    assert events.names(2) == ["ReadyToContinuousExecution", "JobStarted"]
    for _ in range(5):
        fired = [station.fire(TriggerSource.LINE, None) for _ in range(4)]
        while station.finish():
            pass
        heard = events.next(8)
        results = [event for event in heard if name_of(event) == "ResultReady"]
        assert [int(event.ResultId.Id) for event in results] == fired
        assert {event.JobId.Id for event in heard} == {job.Id}
    peer.call(JOBS, "Stop", *NO_CAUSE)
    assert events.names(2) == ["ContinuousExecutionToReadyStop", "Ready"]


def test_halt_reset_and_automatic_mode(peer: Any) -> None:
    events = Events(peer)
    peer.call(MACHINE, "Halt", *NO_CAUSE)
    peer.call(MACHINE, "Reset", *NO_CAUSE)
    peer.call(MACHINE, "SelectModeAutomatic")
    assert events.names(4) == [
        "OperationalToHalted",
        "HaltedToPreoperational",
        "PreoperationalToInitialized",
        "InitializedToReadyAuto",
    ]
    peer.call(JOBS, "StartContinuous", *NO_JOB)
    peer.call(JOBS, "Abort", *NO_CAUSE)
    assert events.names(4) == [
        "ReadyToContinuousExecution",
        "JobStarted",
        "ContinuousExecutionToReadyAbort",
        "Ready",
    ]


def test_a_station_that_can_not_go_on_leaves_ready_and_comes_back(
    station: FaultyStation, peer: Any
) -> None:
    events = Events(peer)
    station.reason = "the camera is absent"
    assert events.names(1) == ["OperationalToPreoperationalAuto"]
    assert peer.state() == "Preoperational"
    assert peer.read("not_ready_reason") == "the camera is absent"
    station.reason = None
    assert events.names(2) == ["PreoperationalToInitializedAuto", "InitializedToReadyAuto"]
    assert peer.state() == "Ready"


def test_a_flood_of_jobs_is_refused_in_few_rows(
    station: FaultyStation, peer: Any, caplog: pytest.LogCaptureFixture
) -> None:
    before = len(station.fired)
    peer.call(JOBS, "StartSingleJob", *NO_JOB)
    for _ in range(100):
        with pytest.raises(ua.uaerrors.BadInvalidState):
            peer.call(JOBS, "StartSingleJob", *NO_JOB)
    assert len([row for row in caplog.records if "StartSingleJob refused" in row.message]) == 1
    assert len(station.fired) == before + 1
    assert station.finish()
    eventually(lambda: peer.state() == "Ready")
    peer.call(JOBS, "StartSingleJob", *NO_JOB)
    assert station.finish()
    eventually(lambda: peer.state() == "Ready")
