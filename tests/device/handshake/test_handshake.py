"""The handshake's state machine, by itself, over arbitrary orders of edges."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from okng.device.handshake.handshake import RESULT_BUFFERS, Handshake
from okng.device.handshake.signals import (
    AcquisitionError,
    PartResult,
    PlcSignals,
    StationSignals,
)
from okng.device.ipc.errors import RefusedError
from okng.device.outputs import Signal
from okng.device.types import Outcome

IDLE = PlcSignals(trigger_enable=True)
TRIGGER = PlcSignals(trigger_enable=True, trigger=True)
ACK = PlcSignals(trigger_enable=True, results_ack=True)


def result(trigger_id: int) -> PartResult:
    return PartResult(trigger_id, Outcome.OK, Signal.OK, 0.1, 0.5, f"part-{trigger_id}", False, 4.0)


class Line:
    """A station that numbers its triggers."""

    def __init__(self, parts_in_flight: int = 1) -> None:
        self.handshake = Handshake(parts_in_flight)
        self.online = True
        self.refuses = False
        self.fired: list[int] = []
        self.part_ids: list[str | None] = []
        self.plc = PlcSignals()
        self._next_id = 1

    def fire(self, part_id: str | None) -> int:
        if self.refuses:
            raise RefusedError("not now")
        self.part_ids.append(part_id)
        self.fired.append(self.edge())
        return self.fired[-1]

    def edge(self) -> int:
        """An edge from elsewhere."""
        self._next_id += 1
        return self._next_id - 1

    def set(self, plc: PlcSignals) -> StationSignals:
        self.plc = plc
        return self.handshake.update(plc, self.online, self.fire)


def test_a_part_goes_through_in_the_documented_order() -> None:
    line = Line()
    assert not line.set(PlcSignals()).trigger_ready
    assert line.set(IDLE).trigger_ready
    signals = line.set(PlcSignals(trigger_enable=True, trigger=True, part_id="A-1"))
    assert (signals.trigger_ack, signals.acquisition_id, signals.trigger_ready) == (True, 1, False)
    assert line.part_ids == ["A-1"]
    assert not signals.exposure_complete
    assert line.handshake.exposed(1).exposure_complete
    assert not line.set(IDLE).trigger_ack
    signals = line.handshake.completed(result(1))
    assert signals.results_valid
    assert signals.inspection_completed
    assert signals.result == result(1)
    assert not signals.results_stale
    assert signals.trigger_ready, "the next part need not wait for the acknowledgement"
    signals = line.set(ACK)
    assert not signals.results_valid
    assert signals.result == result(1), "it may still be looked at"
    assert line.set(IDLE).trigger_ready


def test_a_result_that_was_not_acknowledged_is_marked_when_the_next_part_is_on_its_way() -> None:
    """The known fault of the field: who skips one acknowledgement reads one trigger late."""
    line = Line()
    line.set(IDLE)
    line.set(TRIGGER)
    line.set(IDLE)
    line.handshake.completed(result(1))
    signals = line.set(TRIGGER)
    assert signals.trigger_ack
    assert signals.results_stale
    line.set(IDLE)
    signals = line.handshake.completed(result(2))
    assert (signals.result, signals.results_stale) == (result(1), True)
    line.set(ACK)
    signals = line.set(IDLE)
    assert (signals.result, signals.results_stale) == (result(2), False)


@pytest.mark.parametrize(
    ("prepare", "error"),
    [
        (lambda line: setattr(line, "online", False), AcquisitionError.NOT_ONLINE),
        (lambda line: setattr(line, "refuses", True), AcquisitionError.REFUSED),
        (lambda line: line.handshake.acquired(line.edge()), AcquisitionError.BUSY),
        (
            lambda line: [line.handshake.completed(result(line.edge())) for _ in range(8)],
            AcquisitionError.NO_BUFFER,
        ),
    ],
)
def test_a_trigger_that_is_not_accepted_is_an_error_and_no_part(
    prepare: object, error: AcquisitionError
) -> None:
    line = Line()
    line.set(IDLE)
    assert callable(prepare)
    prepare(line)
    signals = line.set(TRIGGER)
    assert (signals.acquisition_error, signals.trigger_ack) == (error, False)
    assert not line.fired
    line.set(IDLE)
    assert line.handshake.signals.acquisition_error is error
    assert line.set(PlcSignals()).acquisition_error is AcquisitionError.NONE


def test_a_trigger_that_is_high_at_the_start_is_no_edge() -> None:
    line = Line()
    assert line.set(TRIGGER).acquisition_error is AcquisitionError.TRIGGER_HELD
    assert not line.fired
    line.set(IDLE)
    signals = line.set(TRIGGER)
    assert signals.trigger_ack
    assert signals.acquisition_error is AcquisitionError.NONE


def test_without_trigger_enable_a_trigger_is_ignored() -> None:
    line = Line()
    line.set(PlcSignals())
    signals = line.set(PlcSignals(trigger=True))
    assert not line.fired
    assert signals.acquisition_error is AcquisitionError.NONE


def test_while_a_trigger_is_acknowledged_its_part_is_named_whatever_else_comes() -> None:
    line = Line()
    line.set(IDLE)
    line.set(TRIGGER)
    elsewhere = line.edge()
    signals = line.handshake.acquired(elsewhere)
    assert (signals.trigger_ack, signals.acquisition_id) == (True, 1)
    assert not line.handshake.signals.exposure_complete
    assert line.handshake.exposed(1).exposure_complete
    signals = line.handshake.completed(result(1))
    assert signals.results_stale, "a later part is on its way"
    signals = line.set(IDLE)
    assert (signals.acquisition_id, signals.exposure_complete) == (elsewhere, False)


class Handshakes(RuleBasedStateMachine):
    """Arbitrary edges of the PLC, parts from elsewhere, and results in the order of their parts."""

    def __init__(self) -> None:
        super().__init__()
        self.line = Line(parts_in_flight=3)
        self.on_their_way: list[int] = []
        self.completed: list[int] = []
        self.shown: list[int] = []
        self.newest = 0

    def note(self, before: StationSignals) -> None:
        now = self.line.handshake.signals
        self.newest = max([self.newest, *self.line.fired])
        if now.results_valid and (not before.results_valid or before.result is not now.result):
            assert now.result
            self.shown.append(now.result.trigger_id)

    @rule(enable=st.booleans(), trigger=st.booleans(), ack=st.booleans(), online=st.booleans())
    def plc(self, enable: bool, trigger: bool, ack: bool, online: bool) -> None:
        before, fired = self.line.handshake.signals, len(self.line.fired)
        was_high = self.line.plc.trigger
        self.line.online = online
        after = self.line.set(PlcSignals(enable, trigger, ack))
        self.note(before)
        accepted = self.line.fired[fired:]
        self.on_their_way += accepted
        assert len(accepted) <= 1
        if accepted:
            assert not was_high, "one edge is one part"
            assert after.trigger_ack
            assert after.acquisition_id == accepted[0]
        if before.trigger_ready and enable and trigger and online:
            assert accepted, "ready means that the trigger is accepted"
        if enable and trigger and not was_high and not accepted:
            assert after.acquisition_error is not AcquisitionError.NONE

    @rule()
    def edge_from_elsewhere(self) -> None:
        before = self.line.handshake.signals
        trigger_id = self.line.edge()
        self.line.handshake.acquired(trigger_id)
        self.newest = trigger_id
        self.on_their_way.append(trigger_id)
        self.note(before)

    @precondition(lambda self: self.on_their_way)
    @rule()
    def complete(self) -> None:
        before = self.line.handshake.signals
        trigger_id = self.on_their_way.pop(0)
        self.completed.append(trigger_id)
        after = self.line.handshake.completed(result(trigger_id))
        assert after.inspection_completed is not before.inspection_completed
        if after.results_lost > before.results_lost:
            assert after.results_overrun
            self.completed.remove(trigger_id)
        self.note(before)

    @invariant()
    def each_result_is_shown_once_and_in_order(self) -> None:
        assert self.shown == self.completed[: len(self.shown)]
        waiting = self.line.handshake.signals.results_waiting
        assert waiting <= RESULT_BUFFERS
        valid = self.line.handshake.signals.results_valid
        assert len(self.completed) == len(self.shown) + waiting - valid

    @invariant()
    def the_acknowledged_part_is_named(self) -> None:
        signals = self.line.handshake.signals
        named = self.line.fired[-1] if signals.trigger_ack else self.newest
        assert signals.acquisition_id == named

    @invariant()
    def what_is_read_as_the_newest_part_is_the_newest_part(self) -> None:
        signals = self.line.handshake.signals
        if signals.results_valid and not signals.results_stale:
            assert signals.result
            assert signals.result.trigger_id == self.newest


Handshakes.TestCase.settings = settings(max_examples=100, stateful_step_count=50, deadline=None)
TestHandshakes = Handshakes.TestCase
