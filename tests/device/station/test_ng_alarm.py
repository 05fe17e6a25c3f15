"""NG alarms: raised by verdicts in their order, and there until a person acknowledges them."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from support.running_station import AUTHOR, RunningStation
from support.station import eventually

from okng.device.handshake.line import WireInput
from okng.device.handshake.signals import PlcSignals
from okng.device.health.condition import Condition, Severity
from okng.device.ipc.client import DeviceRefusedError
from okng.device.ipc.commands import AcknowledgeAlarm, GetStatus, SimulateLineEdge
from okng.device.recipes.alarm_settings import AlarmSettings, NgOfLast
from okng.device.store.ng_alarms import NgAlarm, NgAlarmStore
from okng.device.triggers.line import LineTriggerSettings
from okng.device.types import Outcome, TriggerSource

STOP = AlarmSettings(ng_of_last=NgOfLast(limit=2, parts=4), stop=True)


def test_rules_of_n_among_m_and_in_a_row() -> None:
    dice = random.Random(3)
    for _ in range(300):
        limit = dice.randint(1, 5)
        parts = dice.randint(limit, 8)
        row = dice.randint(1, 5)
        ng = [dice.random() < 0.5 for _ in range(dice.randint(0, 12))]
        window = AlarmSettings(ng_of_last=NgOfLast(limit=limit, parts=parts))
        assert bool(window.broken_rule(ng)) is (ng[-parts:].count(True) >= limit)
        in_a_row = AlarmSettings(consecutive_ng=row)
        assert bool(in_a_row.broken_rule(ng)) is (len(ng) >= row and all(ng[-row:]))
    assert AlarmSettings().broken_rule([True] * 20) is None
    with pytest.raises(ValueError, match="limit is 5, but only the last 4 parts"):
        NgOfLast(limit=5, parts=4)


def alarm_condition(station: RunningStation) -> Condition | None:
    conditions = station.client.ask(GetStatus()).conditions
    return next((condition for condition in conditions if condition.code == "ng_alarm"), None)


def recorded(station: RunningStation) -> list[NgAlarm]:
    return NgAlarmStore(station.settings.data_dir).page()


def test_a_stopping_alarm_lasts_through_restarts_until_it_is_acknowledged(
    make_station: Callable[..., RunningStation],
) -> None:
    station = make_station()
    # Every third picture is NG, and the camera begins with its first one after each start.
    station.inspect(alarms=STOP)
    assert [station.judge().outcome for _ in range(3)][-1] is Outcome.NG
    assert alarm_condition(station) is None
    station.stop()
    station = make_station()
    port = station.daemon._line.open_port("wire", TriggerSource.PLC)
    idle = WireInput(PlcSignals(trigger_enable=True))
    assert port.update(idle).station.online
    assert [station.judge().outcome for _ in range(3)][-1] is Outcome.NG
    condition = alarm_condition(station)
    assert condition
    assert condition.severity is Severity.FAULT
    assert condition.message.startswith("2 of the last 4 parts are NG (recipe discs)")
    assert port.output.not_ready_reason == condition.message, "told with the part's result"
    assert not port.update(idle).station.online
    with pytest.raises(DeviceRefusedError, match="until a person acknowledges"):
        station.trigger()
    station.daemon._line.close_port(port)
    eventually(lambda: recorded(station))
    station.stop()
    station = make_station()
    after_restart = alarm_condition(station)
    assert after_restart
    assert after_restart.message == condition.message
    with pytest.raises(DeviceRefusedError, match="until a person acknowledges"):
        station.trigger()
    station.client.ask(AcknowledgeAlarm(why="lens cleaned", author=AUTHOR))
    assert alarm_condition(station) is None
    with pytest.raises(DeviceRefusedError, match="no NG alarm to acknowledge"):
        station.client.ask(AcknowledgeAlarm(why="once more", author=AUTHOR))
    (alarm,) = recorded(station)
    assert (alarm.author, alarm.why, alarm.stop) == (AUTHOR, "lens cleaned", True)
    assert [station.judge().outcome for _ in range(3)][-1] is Outcome.NG
    assert alarm_condition(station) is None, "parts before the acknowledgement don't count"
    assert station.ledger.totals().ng == 3


def test_edges_of_the_line_are_judged_while_an_alarm_stops_the_station(
    station: RunningStation,
) -> None:
    rule = AlarmSettings(consecutive_ng=1, stop=True)
    station.inspect(alarms=rule, trigger=LineTriggerSettings())
    for number in range(1, 6):
        station.client.ask(SimulateLineEdge())
        eventually(lambda number=number: station.ledger.totals().parts == number)  # type: ignore[misc]
    assert station.ledger.totals().ng == 1
    assert alarm_condition(station)
