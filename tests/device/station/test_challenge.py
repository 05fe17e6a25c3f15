"""Challenges: known parts that have to be judged right before a recipe takes parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.fake_gpio import FakeGpio
from support.running_station import AUTHOR, RunningStation
from support.station import eventually

from okng.device.challenge_part import ChallengePart
from okng.device.handshake.line import WireInput
from okng.device.handshake.signals import PlcSignals
from okng.device.health.condition import Condition, Severity
from okng.device.ipc.client import DeviceRefusedError
from okng.device.ipc.commands import (
    CheckChallengePart,
    GetStatus,
    OverrideChallenge,
    SetMode,
    SimulateLineEdge,
)
from okng.device.outputs.gpio import GpioOutputSettings
from okng.device.recipes.alarm_settings import AlarmSettings
from okng.device.recipes.challenge_settings import ChallengeCause, ChallengeSettings
from okng.device.store.challenges import ChallengeReport, ChallengeResult, ChallengeStore
from okng.device.store.counters import CounterStore
from okng.device.store.ledger_counts import Totals
from okng.device.triggers.line import LineTriggerSettings
from okng.device.triggers.timer import TimerTriggerSettings
from okng.device.types import Inspection, Mode, Outcome, TriggerSource

GOOD, SCRATCHED = (
    ChallengePart(name="good", expected="OK"),
    ChallengePart(name="scratched", expected="NG"),
)
AT_START = ChallengeSettings(at=(ChallengeCause.RECIPE_START,), parts=(GOOD, SCRATCHED))
# The camera begins with two good parts after each start, and every third one is scratched.


def challenge_due(station: RunningStation) -> Condition | None:
    conditions = station.client.ask(GetStatus()).conditions
    return next((condition for condition in conditions if condition.code == "challenge_due"), None)


def check(station: RunningStation, part: str) -> Inspection:
    command = CheckChallengePart(part=part, author="anna", wait_ms=10_000)
    inspection = station.client.ask(command).inspection
    assert inspection
    return inspection


def reports(station: RunningStation) -> list[ChallengeReport]:
    return ChallengeStore(station.settings.data_dir).page()


def ended(station: RunningStation) -> ChallengeReport:
    """The newest challenge, once its end is written down."""
    return eventually(lambda: next((r for r in reports(station)[:1] if r.result), None))  # type: ignore[return-value]


def test_production_is_locked_until_every_part_is_judged_right(station: RunningStation) -> None:
    port = station.daemon._line.open_port("wire", TriggerSource.PLC)
    idle = WireInput(PlcSignals(trigger_enable=True))
    station.inspect(challenge=AT_START, alarms=AlarmSettings(consecutive_ng=1, stop=True))
    condition = challenge_due(station)
    assert condition
    assert condition.severity is Severity.WARNING
    assert condition.message.startswith("Challenge due for recipe discs (recipe start)")
    assert not port.update(idle).station.online
    assert port.output.not_ready_reason == condition.message
    with pytest.raises(
        DeviceRefusedError, match="no part is accepted until its 2 known parts are judged correctly"
    ):
        station.trigger()
    with pytest.raises(DeviceRefusedError, match=r"no part 'bent'; its parts: good, scratched"):
        check(station, "bent")

    assert check(station, "good").outcome is Outcome.OK
    assert check(station, "scratched").outcome is Outcome.OK, "the wrong part"
    assert challenge_due(station)
    repeated = check(station, "scratched")
    assert repeated.outcome is Outcome.NG
    assert repeated.challenge
    assert repeated.challenge.author == "anna"
    assert not repeated.review
    assert challenge_due(station) is None, "and no NG alarm either"
    assert port.update(idle).station.online
    assert port.output.station.acquisition_id == 0, "the PLC hears of no challenge part"
    assert station.client.ask(GetStatus()).conditions == ()
    station.daemon._line.close_port(port)

    report = ended(station)
    assert report.result is ChallengeResult.PASSED
    assert report.cause is ChallengeCause.RECIPE_START
    assert [(c.part.name, c.outcome, c.passed) for c in report.checks] == [
        ("good", Outcome.OK, True),
        ("scratched", Outcome.OK, False),
        ("scratched", Outcome.NG, True),
    ]
    assert report.checks[2].inspection_id == repeated.inspection_id
    assert station.judge().challenge is None
    assert station.ledger.totals() == Totals(ok=1), "challenge parts are no production"
    (counters,) = CounterStore(station.settings.data_dir).since(report.due_at)
    assert (counters.parts, counters.ok) == (1, 1)
    assert [i.challenge is not None for i in station.ledger.page()] == [False, True, True, True]
    with pytest.raises(DeviceRefusedError, match="no challenge is due"):
        check(station, "good")


def test_a_challenge_outlasts_restarts_and_is_overridden_with_a_reason(
    make_station: Callable[..., RunningStation],
) -> None:
    station = make_station()
    station.inspect(challenge=AT_START)
    check(station, "good")
    station.stop()
    station = make_station()
    assert challenge_due(station)
    with pytest.raises(DeviceRefusedError, match="no part is accepted"):
        station.trigger()
    station.client.ask(OverrideChallenge(why="known part is lost", author="anna"))
    assert challenge_due(station) is None
    assert station.judge()
    with pytest.raises(DeviceRefusedError, match="no challenge to override"):
        station.client.ask(OverrideChallenge(why="once more", author=AUTHOR))
    (report,) = reports(station)
    assert (report.result, report.author) == (ChallengeResult.OVERRIDDEN, "anna")
    assert report.why == "known part is lost"
    assert [check.part.name for check in report.checks] == ["good"]
    station.stop()
    station = make_station()
    assert challenge_due(station) is None, "the recipe goes on: it did not start again"
    # A person starts it again.
    for mode in (Mode.LIVE, Mode.INSPECT):
        station.client.ask(SetMode(mode=mode, author=AUTHOR))
    assert challenge_due(station)


def test_another_recipe_ends_a_challenge_and_the_live_view_only_hides_it(
    station: RunningStation,
) -> None:
    station.inspect(challenge=AT_START)
    station.client.ask(SetMode(mode=Mode.LIVE, author=AUTHOR))
    assert challenge_due(station) is None
    with pytest.raises(DeviceRefusedError, match="no challenge is due"):
        check(station, "good")
    station.client.ask(SetMode(mode=Mode.INSPECT, author=AUTHOR))
    assert challenge_due(station)
    assert len(reports(station)) == 1
    station.inspect(challenge=AT_START, threshold=0.9)
    assert [report.result for report in reports(station)] == [None, ChallengeResult.SUPERSEDED]
    station.inspect()
    assert challenge_due(station) is None
    assert station.judge()
    assert reports(station)[0].result is ChallengeResult.SUPERSEDED


def test_a_timer_pauses_and_only_challenge_parts_are_inspected(station: RunningStation) -> None:
    station.inspect(challenge=AT_START, trigger=TimerTriggerSettings(period_ms=20))
    for _ in range(3):
        check(station, "good")
    assert station.ledger.totals() == Totals()
    station.client.ask(OverrideChallenge(why="tests", author=AUTHOR))
    eventually(lambda: station.ledger.totals().parts)


def test_with_the_cameras_line_the_next_part_there_is_the_challenge_part(
    station: RunningStation,
) -> None:
    station.inspect(challenge=AT_START, trigger=LineTriggerSettings())
    port = station.daemon._line.open_port("wire", TriggerSource.PLC)
    station.client.ask(SimulateLineEdge())
    eventually(lambda: station.ledger.totals().ok == 1), "an edge can't be refused"
    answer = station.client.ask(CheckChallengePart(part="good", author="anna"))
    assert answer.trigger_id is None, "nothing came yet"
    station.client.ask(SimulateLineEdge())
    eventually(lambda: reports(station)[0].checks)
    (checked,) = reports(station)[0].checks
    assert (checked.part.name, checked.passed) == ("good", True)
    assert checked.trigger_id == 2
    assert port.output.station.acquisition_id == 2, "it passes the gate, so the PLC hears of it"
    station.client.ask(SimulateLineEdge())
    eventually(lambda: station.ledger.totals().ng == 1)
    assert len(reports(station)[0].checks) == 1, "the part after it is one of production"
    station.daemon._line.close_port(port)


def test_no_output_moves_for_a_part_that_is_put_under_the_camera(
    station: RunningStation, fake_gpio: FakeGpio
) -> None:
    holds_ok = GpioOutputSettings(chip="gpiochip0", line=3, active_on="OK", pulse_ms=None)
    station.inspect(challenge=AT_START, outputs=(holds_ok,))
    assert check(station, "good").outcome is Outcome.OK
    assert not fake_gpio.levels[3]
    station.client.ask(OverrideChallenge(why="tests", author=AUTHOR))
    assert station.judge().outcome is Outcome.OK
    eventually(lambda: fake_gpio.levels[3])
