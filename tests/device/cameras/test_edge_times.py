"""When an edge came: by the camera's clock, by the age of the driver's queue, on a simulated line.

The emulator has no clock, so a stand-in with the nodes of a real camera's clock takes its place
here: it ticks off beside the station's, jumps, and takes its time to answer.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from okng.device.cameras.camera import CameraError
from okng.device.cameras.edge_time import EdgeTime
from okng.device.cameras.pylon.arrival_times import ArrivalTimes
from okng.device.cameras.pylon.clock import CameraClock, clock_of
from okng.device.cameras.simulated_line import NOT_ARMED, SimulatedLine

S = 1_000_000_000
MS = 1_000_000


class Node:
    """A node of a GenICam node map."""

    def __init__(self, value: int = 0, execute: Callable[[], None] = lambda: None) -> None:
        self.Value = value
        self.Execute = execute

    def IsValid(self) -> bool:  # noqa: N802
        return True


class Missing(Node):
    def IsValid(self) -> bool:  # noqa: N802
        return False


class Clocks:
    """The station's time, which only moves when told, and a camera's that runs beside it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now_ns = 1_000 * S
        self.camera_start_ns = 900 * S
        self.parts_per_million = 0
        self.round_trip_ns = 2 * MS
        self.latched = Node()
        self.random = random.Random(5)
        monkeypatch.setattr(time, "monotonic_ns", lambda: self.now_ns)

    def camera_ns(self) -> int:
        passed = self.now_ns - self.camera_start_ns
        return passed + passed * self.parts_per_million // 1_000_000

    def latch(self) -> None:
        there = self.random.randint(0, self.round_trip_ns)
        self.now_ns += there
        self.latched.Value = self.camera_ns()
        self.now_ns += self.round_trip_ns - there

    def clock(self) -> CameraClock:
        return CameraClock(self.latch, lambda: self.latched.Value, S)


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> Clocks:
    return Clocks(monkeypatch)


def is_known(edge: EdgeTime | None, real_ns: int) -> bool:
    assert edge
    return edge.earliest_ns <= real_ns <= edge.latest_ns


@pytest.mark.parametrize("parts_per_million", [-150, 0, 150])
def test_time_stamps_are_never_taken_for_younger_than_they_are(
    clocks: Clocks, parts_per_million: int
) -> None:
    clocks.parts_per_million = parts_per_million
    clock = clocks.clock()
    for _ in range(200):
        clocks.now_ns += clocks.random.randint(1, 400 * MS)
        real_ns, stamp = clocks.now_ns, clocks.camera_ns()
        clocks.now_ns += clocks.random.randint(0, 3 * S)
        edge = clock.time_of(stamp, clocks.now_ns)
        assert is_known(edge, real_ns)
        assert edge
        assert edge.uncertainty_ns < 8 * MS
        if clock.is_due(clocks.now_ns):
            clock.synchronize()


def test_one_slow_answer_of_the_camera_spoils_nothing(clocks: Clocks) -> None:
    clock = clocks.clock()
    before = clock.time_of(clocks.camera_ns(), clocks.now_ns)
    clocks.round_trip_ns = 500 * MS
    clock.synchronize()
    after = clock.time_of(clocks.camera_ns(), clocks.now_ns)
    assert before
    assert after
    assert after.uncertainty_ns < before.uncertainty_ns + 2 * MS


def test_a_clock_that_was_set_is_related_anew(clocks: Clocks) -> None:
    clock = clocks.clock()
    clocks.camera_start_ns -= 3600 * S
    assert clock.time_of(clocks.camera_ns(), clocks.now_ns) is None, "it lies in the future"
    clock.synchronize(afresh=True)
    assert is_known(clock.time_of(clocks.camera_ns(), clocks.now_ns), clocks.now_ns)
    clocks.camera_start_ns += 7200 * S
    clock.synchronize()
    assert is_known(clock.time_of(clocks.camera_ns(), clocks.now_ns), clocks.now_ns)


def nodes(**present: Any) -> SimpleNamespace:
    names = (
        *("TimestampLatch", "TimestampLatchValue", "GevTimestampControlLatch"),
        *("GevTimestampValue", "GevTimestampTickFrequency"),
    )
    return SimpleNamespace(**{name: present.get(name, Missing()) for name in names})


def test_the_clock_is_found_by_the_names_of_each_family(clocks: Clocks) -> None:
    usb = clock_of(
        nodes(TimestampLatch=Node(execute=clocks.latch), TimestampLatchValue=clocks.latched)
    )
    assert usb
    assert is_known(usb.time_of(clocks.camera_ns(), clocks.now_ns), clocks.now_ns)

    ticks = Node()

    def latch() -> None:
        clocks.latch()
        ticks.Value = clocks.latched.Value // 8

    gige = clock_of(
        nodes(
            GevTimestampControlLatch=Node(execute=latch),
            GevTimestampValue=ticks,
            GevTimestampTickFrequency=Node(125_000_000),
        )
    )
    assert gige
    assert is_known(gige.time_of(clocks.camera_ns() // 8 + 1, clocks.now_ns), clocks.now_ns)
    assert clock_of(nodes()) is None


def test_a_frame_is_as_old_as_the_last_look_at_which_it_was_not_there() -> None:
    age = ArrivalTimes(0)
    age.observe(0, 10)
    age.observe(2, 20)
    age.observe(2, 30)
    age.observe(3, 40)
    assert age.fetch(50) == EdgeTime(10, 10)
    age.observe(4, 60)
    assert [age.fetch(70) for _ in range(4)] == [
        EdgeTime(10, 10),
        EdgeTime(30, 10),
        EdgeTime(40, 20),
        EdgeTime(40, 20),
    ]


def test_ages_of_a_queue_that_never_empties_hold() -> None:
    chance = random.Random(3)
    age, now, waiting = ArrivalTimes(0), 0, []
    for _ in range(2000):
        now += chance.randint(1, 10)
        if chance.random() < 0.55:
            waiting.append(now)
        if chance.random() < 0.6:
            now += 1
            age.observe(len(waiting), now)
        if len(waiting) > 3 and chance.random() < 0.6:
            edge = age.fetch(now)
            assert is_known(edge, waiting.pop(0))
            assert edge.uncertainty_ns < 300


def test_an_interval_stays_between_two_moments() -> None:
    assert EdgeTime(10, 10).within(12, 15) == EdgeTime(12, 3)
    assert EdgeTime(10, 10).within(30, 40) == EdgeTime(30, 0)
    assert EdgeTime(50, 10).within(30, 40) == EdgeTime(40, 0)


def test_every_edge_of_a_simulated_line_is_a_frame_or_lost_and_in_order() -> None:
    line = SimulatedLine()
    with pytest.raises(CameraError, match="not armed for a line"):
        line.edge()
    line.arm()
    line.edge()
    line.edge(lambda: "it was not ready")
    line.edge()
    assert line.take_lost() == [], "the frame before it is still to come"
    assert line.wait(1)
    assert [lost.reason for lost in line.take_lost()] == ["it was not ready"]
    line.stop()
    line.edge()
    assert not line.is_finished
    assert line.frame_came()
    assert line.is_finished
    assert line.wait(30) is None, "nothing more can come"
    assert [lost.reason for lost in line.take_lost()] == [NOT_ARMED]
    line.arm()
    line.edge()
    line.disconnect()
    assert len(line.take_lost()) == 1


def test_an_edge_whose_picture_fails_loudly_is_no_edge() -> None:
    def fail() -> str | None:
        raise CameraError("unplugged")

    line = SimulatedLine()
    line.arm()
    with pytest.raises(CameraError, match="unplugged"):
        line.edge(fail)
    line.stop()
    assert line.is_finished
    assert line.take_lost() == []
