"""No signal is lost, cut short or given early, however late the scheduler's thread comes."""

from __future__ import annotations

import heapq
import itertools
import time
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okng.device.outputs import OutputError, digital_line
from okng.device.outputs.digital_line import DigitalLine, LineDriver, PlannedSignal
from okng.device.outputs.scheduler import Action, OutputScheduler

MS = 1_000_000
OWNER = 1


class SlowClockwork(OutputScheduler):
    """A scheduler on a clock of its own, whose thread comes late by the given delays."""

    def __init__(self, delays_ms: list[int]) -> None:
        self.now_ns = 0
        self._heap: list[tuple[int, int, Action]] = []
        self._order = itertools.count()
        self._delays_ms = itertools.cycle(delays_ms)

    def at(self, due_ns: int, action: Action) -> None:
        heapq.heappush(self._heap, (due_ns, next(self._order), action))

    def run_until(self, end_ns: int) -> None:
        while self._heap and self._heap[0][0] <= end_ns:
            due_ns, _, action = heapq.heappop(self._heap)
            self.now_ns = max(self.now_ns, due_ns + next(self._delays_ms) * MS)
            action()
        self.now_ns = max(self.now_ns, end_ns)


class Recorder(LineDriver):
    """The line's levels, with the time of each change."""

    def __init__(self, clock: SlowClockwork) -> None:
        self.clock = clock
        self.changes: list[tuple[int, bool]] = []
        self.fails = False

    def write(self, high: bool) -> None:
        if self.fails:
            raise OutputError("unplugged")
        if not self.changes or self.changes[-1][1] != high:
            self.changes.append((self.clock.now_ns, high))

    def pulses(self) -> list[tuple[int, int]]:
        """Beginning and end of each time that the line was high."""
        starts = [at for at, high in self.changes if high]
        ends = [at for at, high in self.changes[1:] if not high]
        return list(zip(starts, ends, strict=True))


def line_on(clock: SlowClockwork, monkeypatch: pytest.MonkeyPatch) -> tuple[DigitalLine, Recorder]:
    monkeypatch.setattr(digital_line, "time", SimpleNamespace(monotonic_ns=lambda: clock.now_ns))
    recorder = Recorder(clock)
    line = DigitalLine("gate", recorder, clock, lambda: None, active_low=False)
    line.join(active_low=False)
    clock.run_until(0)
    return line, recorder


@given(
    gaps_ms=st.lists(st.integers(0, 300), min_size=1, max_size=12),
    length_ms=st.integers(1, 200),
    delays_ms=st.lists(st.integers(0, 120), min_size=1, max_size=5),
)
def test_every_part_has_its_whole_pulse(
    gaps_ms: list[int], length_ms: int, delays_ms: list[int]
) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        clock = SlowClockwork(delays_ms)
        line, recorder = line_on(clock, monkeypatch)
        dues = [due * MS for due in itertools.accumulate(gaps_ms)]
        for part, due_ns in enumerate(dues):
            line.plan(OWNER, PlannedSignal(part, due_ns, True, length_ms * MS))
        line.leave()
        clock.run_until(dues[-1] + 20_000 * MS)
        pulses = recorder.pulses()
        for due_ns in dues:
            covering = [
                (start, end) for start, end in pulses if end - max(start, due_ns) >= length_ms * MS
            ]
            assert covering, (due_ns, pulses)
        assert pulses[0][0] >= dues[0], "none comes early"
        if max(delays_ms) == 0:
            apart = sum(gap > length_ms for gap in gaps_ms[1:])
            assert len(pulses) == 1 + apart, "those that overlap are one, the others stay apart"
        assert line.is_closed


def test_two_parts_in_one_pulse_and_a_third_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SlowClockwork([0])
    line, recorder = line_on(clock, monkeypatch)
    for part, due_ms in enumerate((100, 150, 400)):
        line.plan(OWNER, PlannedSignal(part, due_ms * MS, True, 100 * MS))
    clock.run_until(1000 * MS)
    assert recorder.pulses() == [(100 * MS, 250 * MS), (400 * MS, 500 * MS)]


def test_a_verdict_takes_the_place_of_the_safe_signal(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SlowClockwork([0])
    line, recorder = line_on(clock, monkeypatch)
    for part in (1, 2):
        line.plan(OWNER, PlannedSignal(part, part * 100 * MS, True, 10 * MS))
    assert line.replan(OWNER, 1, active=False)
    clock.run_until(500 * MS)
    assert recorder.pulses() == [(200 * MS, 210 * MS)]
    assert not line.replan(OWNER, 2, active=False), "it has begun"


def test_a_line_that_could_not_be_set_is_set_later(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SlowClockwork([0])
    line, recorder = line_on(clock, monkeypatch)
    recorder.fails = True
    line.plan(OWNER, PlannedSignal(7, 100 * MS, True, 2000 * MS))
    clock.run_until(200 * MS)
    assert line.fault == "unplugged; the signal of part 7 was not given"
    recorder.fails = False
    clock.run_until(3000 * MS)
    assert line.fault is None
    assert [high for _, high in recorder.changes] == [False, True, False]


def test_levels_and_polarity(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SlowClockwork([0])
    line, recorder = line_on(clock, monkeypatch)
    line.join(active_low=True)
    line.give(active=True, length_ns=None)
    clock.run_until(5000 * MS)
    assert recorder.changes[-1][1] is False
    line.give(active=False, length_ns=None)
    assert recorder.changes[-1][1] is True
    line.close()
    assert recorder.changes[-1][1] is True, "inactive is high"
    with pytest.raises(OutputError, match="given back"):
        line.give(active=True, length_ns=None)


def test_the_scheduler_keeps_order_and_time() -> None:
    scheduler = OutputScheduler("test")
    began_ns = time.monotonic_ns()
    came: list[tuple[int, int]] = []
    for after_ms in (60, 20, 40, 0):
        due_ns = began_ns + after_ms * MS
        scheduler.at(due_ns, lambda due_ns=due_ns: came.append((due_ns, time.monotonic_ns())))  # type: ignore[misc]
    done = []
    scheduler.at(began_ns + 80 * MS, lambda: done.append(True))
    end_s = time.monotonic() + 20
    while not done and time.monotonic() < end_s:
        time.sleep(0.01)
    assert [due for due, _ in came] == sorted(due for due, _ in came)
    assert all(at >= due for due, at in came)
    scheduler.at(time.monotonic_ns() + 3600_000 * MS, lambda: None)
    scheduler.stop()
    assert not scheduler._thread.is_alive()
