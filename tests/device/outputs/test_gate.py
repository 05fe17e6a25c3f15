"""What comes to a reject gate behind a running station: at its time, for its part, or safely."""

from __future__ import annotations

import itertools
import logging
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from pydantic import ValidationError
from support.running_station import AUTHOR, RunningStation
from support.station import eventually

from okng.device.ipc.commands import GetStatus, SetMode
from okng.device.outputs.camera_output import CameraOutputSettings
from okng.device.types import Mode, Outcome

OUTPUT = "UserOutput1"


class Gate:
    """What the camera's user output does, with the times of its changes."""

    def __init__(self, station: RunningStation, monkeypatch: pytest.MonkeyPatch) -> None:
        self.changes: list[tuple[int, bool]] = []
        camera = station.camera
        set_user_output = camera.set_user_output

        def record(user_output: str, level: bool) -> None:
            set_user_output(user_output, level)
            if user_output == OUTPUT and (not self.changes or self.changes[-1][1] != level):
                self.changes.append((time.monotonic_ns(), level))

        monkeypatch.setattr(camera, "set_user_output", record)

    @property
    def is_high(self) -> bool:
        return bool(self.changes) and self.changes[-1][1]

    def pulses(self) -> list[tuple[int, int]]:
        """Those that are over, in milliseconds of the monotonic clock."""
        changes = [(at // 1_000_000, high) for at, high in self.changes]
        return [(start, end) for (start, high), (end, _) in itertools.pairwise(changes) if high]


@pytest.fixture
def gate(station: RunningStation, monkeypatch: pytest.MonkeyPatch) -> Gate:
    return Gate(station, monkeypatch)


@pytest.fixture
def held_model(
    station: RunningStation, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], threading.Event]]:
    """Holds the running recipe's model until the event is set."""
    free = threading.Event()

    def hold() -> threading.Event:
        model = station.daemon._operations.current.recipe.model
        assert model
        judge = model.judge
        monkeypatch.setattr(model, "judge", lambda image: (free.wait(30), judge(image))[1])
        return free

    yield hold
    free.set()


def test_a_reject_comes_at_its_time_after_the_trigger(station: RunningStation, gate: Gate) -> None:
    output = CameraOutputSettings(
        pulse_ms=50, delay_from="trigger", delay_ms=100, distance_mm=90, speed_mm_s=100
    )
    station.inspect(outputs=(output,))
    fired_ms = []
    outcomes = []
    for _ in range(6):
        fired_ms.append(time.monotonic_ns() // 1_000_000)
        outcomes.append(station.judge().outcome)
    rejected = [at for at, outcome in zip(fired_ms, outcomes, strict=True) if outcome is Outcome.NG]
    assert len(rejected) == 2
    eventually(lambda: not gate.is_high and len(gate.pulses()) >= 1 and _is_quiet(gate, rejected))
    for fired in rejected:
        assert any(end - max(start, fired + 1000) >= 50 for start, end in gate.pulses())
    assert gate.pulses()[0][0] >= rejected[0] + 1000, "not before the part is there"
    assert station.client.ask(GetStatus()).outputs.late_for_gate == 0


def _is_quiet(gate: Gate, rejected: list[int]) -> bool:
    return gate.pulses()[-1][1] >= rejected[-1] + 1050


def test_a_verdict_late_for_the_gate_finds_the_safe_signal_given(
    station: RunningStation, gate: Gate, held_model: Callable[[], threading.Event]
) -> None:
    output = CameraOutputSettings(pulse_ms=50, delay_from="trigger", delay_ms=200)
    station.inspect(outputs=(output,))
    free = held_model()
    part = station.trigger(wait_ms=0)
    assert part.inspection is None
    # Rejected, although nobody knows what it is.
    eventually(lambda: len(gate.pulses()) == 1)
    free.set()
    (row,) = eventually(lambda: station.ledger.page(since=0, limit=9))
    assert (row.outcome, row.late) == (Outcome.ERROR, True)
    assert "the verdict OK came" in str(row.reason)
    assert "late for the gate" in str(row.reason)
    status = station.client.ask(GetStatus())
    assert status.outputs.late_for_gate == 1
    assert "output_fault" in {condition.code for condition in status.conditions}
    station.inspect(outputs=(output.model_copy(update={"delay_ms": 20_000.0}),))
    assert station.judge().outcome in (Outcome.OK, Outcome.NG)
    status = station.client.ask(GetStatus())
    assert "output_fault" not in {condition.code for condition in status.conditions}
    assert len(gate.pulses()) == 1, "no second pulse for the late part"


def test_a_shift_register_waits_for_the_parts_between(station: RunningStation, gate: Gate) -> None:
    station.inspect(outputs=(CameraOutputSettings(pulse_ms=50, delay_from="trigger", parts=2),))
    outcomes = [station.judge().outcome for _ in range(4)]
    assert outcomes.index(Outcome.NG) == 2
    assert not gate.is_high, "its part is still on its way"
    assert not gate.pulses()
    station.judge()
    eventually(lambda: len(gate.pulses()) == 1)


def test_a_change_of_the_recipe_loses_no_reject(station: RunningStation, gate: Gate) -> None:
    output = CameraOutputSettings(pulse_ms=50, delay_ms=1500)
    station.inspect(outputs=(output,))
    assert [station.judge().outcome for _ in range(3)][2] is Outcome.NG
    judged_ms = time.monotonic_ns() // 1_000_000
    station.inspect(outputs=(CameraOutputSettings(pulse_ms=70, active_on="OK", delay_ms=60_000),))
    station.judge()
    eventually(lambda: len(gate.pulses()) == 1)
    assert gate.pulses()[0][0] >= judged_ms + 1000


def test_the_stop_waits_for_the_gate_and_says_whose_signal_was_not_given(
    station: RunningStation, gate: Gate, caplog: pytest.LogCaptureFixture
) -> None:
    soon = CameraOutputSettings(pulse_ms=50, delay_ms=700)
    later = CameraOutputSettings(
        user_output="UserOutput2", pulse_ms=50, delay_from="trigger", parts=5
    )
    held = CameraOutputSettings(user_output="UserOutput3", active_on="OK")
    station.inspect(outputs=(soon, later, held))
    assert [station.judge().outcome for _ in range(3)][2] is Outcome.NG
    with caplog.at_level(logging.ERROR):
        station.stop()
    assert len(gate.pulses()) == 1
    assert "were not given: 3" in caplog.text


def test_ready_and_heartbeat_follow_the_station(
    station: RunningStation, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = CameraOutputSettings(role="ready", user_output="UserOutput2")
    station.inspect(outputs=(CameraOutputSettings(role="heartbeat"), ready))
    camera = station.camera
    eventually(lambda: len(gate.pulses()) >= 3)
    eventually(lambda: camera.user_output("UserOutput2"))
    station.client.ask(SetMode(mode=Mode.LIVE, author=AUTHOR))
    eventually(lambda: not camera.user_output("UserOutput2"))
    station.client.ask(SetMode(mode=Mode.INSPECT, author=AUTHOR))
    eventually(lambda: camera.user_output("UserOutput2"))
    monkeypatch.setattr(station.daemon._inference.heartbeat, "age_s", lambda: 60.0)
    eventually(lambda: not camera.user_output("UserOutput2"))
    eventually(lambda: not gate.is_high)
    beats = len(gate.changes)
    time.sleep(0.6)
    assert len(gate.changes) == beats, "a heart that stands still"


def test_a_way_to_the_gate_that_has_no_meaning_is_refused() -> None:
    for wrong, words in (
        ({"distance_mm": 10}, "go together"),
        ({"parts": 2}, "delay_from"),
        (
            {"parts": 2, "distance_mm": 1, "speed_mm_s": 1, "delay_from": "trigger"},
            "not by both",
        ),
    ):
        with pytest.raises(ValidationError, match=words):
            CameraOutputSettings.model_validate(wrong)
