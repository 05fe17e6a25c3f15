"""The camera's own count of edges is held against those that came: what differs is said."""

from __future__ import annotations

import pytest
from support.running_station import RunningStation
from support.station import eventually

from okng.device.cameras.edge_time import EdgeTime
from okng.device.ipc.commands import GetStatus, SimulateLineEdge
from okng.device.pipeline.edge_reconciliation import (
    PERIOD_NS,
    EdgeDifference,
    EdgeReconciliation,
)
from okng.device.triggers.line import LineTriggerSettings


def test_only_edges_surely_before_the_sample_are_compared() -> None:
    now_ns = counted = 0
    reconciliation = EdgeReconciliation(lambda: counted, lambda: now_ns)

    def sample(at_ns: int, camera_counted: int) -> None:
        nonlocal now_ns, counted
        now_ns, counted = at_ns, camera_counted
        assert reconciliation.compare(0) is None

    reconciliation.note(EdgeTime(10))
    sample(PERIOD_NS, 3)
    assert reconciliation.compare(PERIOD_NS) is None, "one may still come"
    reconciliation.note(EdgeTime(PERIOD_NS - 20, 10))
    reconciliation.note(EdgeTime(PERIOD_NS + 20, 10))
    assert reconciliation.compare(PERIOD_NS + 20) == EdgeDifference(counted=3, came=2)
    sample(2 * PERIOD_NS, 4)
    reconciliation.note(EdgeTime(2 * PERIOD_NS - 5, 10))
    assert reconciliation.compare(3 * PERIOD_NS) is None, "nobody knows which was first"
    sample(3 * PERIOD_NS, 4)
    assert reconciliation.compare(4 * PERIOD_NS) == EdgeDifference(counted=4, came=4)
    reconciliation.begin()
    sample(5 * PERIOD_NS, 0)
    assert reconciliation.compare(6 * PERIOD_NS) == EdgeDifference(counted=0, came=0)


def test_a_station_says_which_edges_it_can_not_account_for(
    station: RunningStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = 0
    monkeypatch.setattr(station.daemon._capture.stream._reconciliation, "_read", lambda: counted)

    def message() -> str | None:
        conditions = station.client.ask(GetStatus()).conditions
        return next((one.message for one in conditions if one.code == "edges_unaccounted"), None)

    station.inspect(trigger=LineTriggerSettings())
    counted = 3
    for _ in range(2):
        station.client.ask(SimulateLineEdge())
    eventually(
        lambda: message() and "counted 3" in str(message()) and "and 2 came" in str(message())
    )
    station.client.ask(SimulateLineEdge())
    eventually(lambda: message() is None)
