"""An OPC UA client and the complete station."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from queue import Queue
from typing import Any

import pytest
from asyncua import ua
from support.running_station import AUTHOR, RunningStation
from support.station import eventually

from okng.device.ipc.commands import GetStatus, SetMode
from okng.device.types import Inspection, Mode, Outcome, TriggerSource

VISION = 2
OWN = 3
SYSTEM = "VisionSystem"
MACHINE = "VisionStateMachine"
JOBS = "AutomaticModeStateMachine"
RECIPES = "RecipeManagement"
ACQUISITION_DONE, RESULT_READY = 1025, 1024
ZERO = ua.Variant(0, ua.VariantType.Int32)


def job(part_id: str) -> tuple[Any, ...]:
    """The inputs of a job, with structures as the standard has them."""
    return None, ua.PartIdDataType(Id=part_id), None, None, None


def recorded(station: RunningStation, trigger_id: int) -> Inspection:
    """The part in the ledger."""

    def look() -> list[Inspection]:
        rows = station.ledger.page(since=0, limit=1000)
        return [row for row in rows if row.trigger_id == trigger_id]

    return eventually(look)[0]


class Events:
    """Gets events of the vision system."""

    def __init__(self, peer: Any) -> None:
        self.queue: Queue[Any] = Queue()
        subscription = peer.client.create_subscription(20, self)
        source = peer.client.get_node(ua.NodeId(SYSTEM, OWN))
        for kind in (ACQUISITION_DONE, RESULT_READY):
            subscription.subscribe_events(source, ua.NodeId(kind, VISION))

    def event_notification(self, event: Any) -> None:
        self.queue.put(event)

    def next(self) -> Any:
        return self.queue.get(timeout=20)


def test_a_part_over_variables(station: RunningStation, peer: Any) -> None:
    assert (peer.read("running_recipe"), peer.read("running_recipe_name")) == (3, "discs")
    peer.write(trigger_enable=True)
    peer.wait("trigger_ready")
    peer.write(part_id="A-1", trigger=True)
    assert peer.read("trigger_ack")
    id_ = peer.read("acquisition_id")
    peer.write(trigger=False)
    assert not peer.read("trigger_ack")
    peer.wait("results_valid")
    assert (peer.read("result_trigger_id"), peer.read("result_part_id")) == (id_, "A-1")
    assert peer.read("result_ok") != peer.read("result_ng")
    peer.write(results_ack=True)
    assert not peer.read("results_valid")
    peer.write(results_ack=False)
    row = recorded(station, id_)
    assert (row.source, row.part_id) == (TriggerSource.OPCUA, "A-1")
    assert peer.read("result_outcome") == {Outcome.OK: 1, Outcome.NG: 2}[row.outcome]
    assert peer.read("result_score") == pytest.approx(row.score)
    before = peer.read("heartbeat")
    eventually(lambda: peer.read("heartbeat") != before)
    assert station.client.ask(GetStatus()).wires[0].connected


def test_a_single_job_its_events_and_its_result(station: RunningStation, peer: Any) -> None:
    events = Events(peer)
    job_id, error = peer.call(JOBS, "StartSingleJob", *job("B-7"))
    assert error == 0
    done, ready = events.next(), events.next()
    assert (done.EventType.Identifier, ready.EventType.Identifier) == (
        ACQUISITION_DONE,
        RESULT_READY,
    )
    assert done.JobId.Id == ready.JobId.Id == job_id.Id
    assert (ready.PartId.Id, ready.ResultState, ready.IsPartial) == ("B-7", 1, False)
    assert ready.IsSimulated
    assert (ready.InternalRecipeId.Id, ready.ExternalRecipeId.Id) == ("discs", "discs")
    inspection = recorded(station, int(ready.ResultId.Id))
    assert ready.ResultContent[0].Value == inspection.outcome
    assert ready.ResultContent[2].Value == pytest.approx(inspection.score)
    assert ready.ResultContent[4].Value == inspection.trigger_id
    handle, result, error = peer.call("ResultManagement", "GetResultById", ready.ResultId, ZERO)
    assert (handle, error) == (0, 0)
    eventually(lambda: result == peer.read("LatestResult"))
    assert result.JobId.Id == job_id.Id
    with pytest.raises(ua.uaerrors.BadNotFound):
        peer.call("ResultManagement", "GetResultById", "none", ZERO)
    eventually(lambda: peer.state() == "Ready")
    job_id, _ = peer.call(JOBS, "StartContinuous", *job(""))
    eventually(lambda: peer.state() == "ContinuousExecution")
    station.judge("elsewhere")
    assert [events.next().JobId.Id for _ in range(2)] == [job_id.Id] * 2
    peer.call(JOBS, "Stop", ZERO, "")
    eventually(lambda: peer.state() == "Ready")


def test_recipes_that_load_and_one_that_does_not(station: RunningStation, peer: Any) -> None:
    internal, completed, error = peer.call(RECIPES, "PrepareRecipe", "3", None)
    assert (internal.Id, error) == ("discs", 0)
    eventually(lambda: peer.state() == "Ready")
    assert completed or peer.read("online")
    with pytest.raises(ua.uaerrors.BadNotFound):
        peer.call(RECIPES, "PrepareRecipe", ua.RecipeIdExternalDataType(Id="nope"), None)
    eventually(lambda: peer.state() == "Error")
    assert "the changeover to recipe nope failed" in peer.read("not_ready_reason")
    with pytest.raises(ua.uaerrors.BadInvalidState):
        peer.call(JOBS, "StartSingleJob", *job("never"))
    peer.write(trigger_enable=True, recipe_name="discs", load_recipe=True)
    peer.wait("recipe_load_ack")
    assert not peer.read("recipe_load_failed")
    peer.write(load_recipe=False, recipe_name="")
    eventually(lambda: peer.state() == "Ready")


def test_wrong_writes_get_their_status_and_one_row(
    peer: Any, caplog: pytest.LogCaptureFixture
) -> None:
    def write(name: str, value: Any, type_: ua.VariantType) -> None:
        peer.client.get_node(ua.NodeId(name, OWN)).write_value(ua.Variant(value, type_))

    with caplog.at_level(logging.WARNING, "okng"):
        for _ in range(3):
            with pytest.raises(ua.uaerrors.BadTypeMismatch):
                write("trigger", 1, ua.VariantType.Int32)
    assert len(caplog.records) == 1
    assert "trigger" in caplog.text
    with pytest.raises(ua.uaerrors.BadTypeMismatch):
        write("trigger", [True], ua.VariantType.Boolean)
    with pytest.raises(ua.uaerrors.BadOutOfRange):
        write("part_id", "x" * 129, ua.VariantType.String)
    with pytest.raises(ua.uaerrors.BadNotWritable):
        write("results_valid", True, ua.VariantType.Boolean)
    with pytest.raises(ua.uaerrors.BadNodeIdUnknown):
        write("other", True, ua.VariantType.Boolean)
    with pytest.raises(ua.uaerrors.BadArgumentsMissing):
        peer.call(JOBS, "StartSingleJob")
    with pytest.raises(ua.uaerrors.BadInvalidArgument):
        peer.call(JOBS, "StartSingleJob", None, 7, None, None, None)
    with pytest.raises(ua.uaerrors.BadOutOfRange):
        peer.call(JOBS, "StartSingleJob", *job("x" * 129))
    assert not peer.read("trigger")


def test_a_station_that_is_not_online_or_halted(station: RunningStation, peer: Any) -> None:
    none = (ZERO, "")
    station.client.ask(SetMode(mode=Mode.LIVE, author=AUTHOR))
    eventually(lambda: peer.state() == "Preoperational")
    eventually(lambda: peer.read("not_ready_reason") == "the station shows the live view")
    peer.write(trigger_enable=True, trigger=True)
    assert (peer.read("trigger_ack"), peer.read("acquisition_error")) == (False, 1)
    peer.write(trigger=False)
    with pytest.raises(ua.uaerrors.BadInvalidState):
        peer.call(JOBS, "StartSingleJob", *job("never"))
    station.client.ask(SetMode(mode=Mode.INSPECT, author=AUTHOR))
    peer.wait("trigger_ready")
    peer.call(MACHINE, "Halt", *none)
    eventually(lambda: peer.state() == "Halted")
    # A halted system takes no trigger by variables either.
    peer.wait("trigger_ready", value=False)
    peer.call(MACHINE, "Reset", *none)
    eventually(lambda: peer.state() == "Preoperational")
    peer.call(MACHINE, "SelectModeAutomatic")
    eventually(lambda: peer.state() == "Ready")
    peer.wait("trigger_ready")


def test_a_plc_that_is_gone_has_dropped_its_signals(
    peer: Any, port: int, connect: Callable[..., Any]
) -> None:
    peer.write(trigger_enable=True)
    peer.wait("trigger_ready")
    other = connect(port)
    peer.client.disconnect()
    other.wait("trigger_ready", value=False)
    assert other.read("online"), "the station itself is online"


def test_a_station_that_stops_closes_the_server(station: RunningStation, port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)):
        station.stop()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))
