"""The handshake over digital lines, on the stand-in for a GPIO chip."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pydantic import ValidationError
from support.fake_gpio import FakeGpio
from support.running_station import RunningStation
from support.stand_in_line import StandInStation
from support.station import eventually

from okng.device.host.gpio_lines import GpioOutputs, GuardedOutputs
from okng.device.ipc.commands import GetStatus
from okng.device.types import Outcome, TriggerSource
from okng.device.wires.digital_io import DigitalIoWire, DigitalIoWireSettings

INPUTS = ("trigger_enable", "trigger", "results_ack", "load_recipe", "recipe_bit_0", "recipe_bit_1")
OUTPUTS = (
    "trigger_ready",
    "results_valid",
    "result_ok",
    "result_ng",
    "results_stale",
    "acquisition_error",
    "trigger_ack",
    "exposure_complete",
    "recipe_load_ack",
    "recipe_load_failed",
    "heartbeat",
    "online",
)
LINES = {name: number for number, name in enumerate((*INPUTS, *OUTPUTS))}


def wire_settings(**settings: Any) -> dict[str, Any]:
    inputs: dict[str, Any] = {name: LINES[name] for name in INPUTS[:4]}
    inputs["recipe_bits"] = [LINES["recipe_bit_0"], LINES["recipe_bit_1"]]
    outputs = {name: LINES[name] for name in OUTPUTS}
    return {"type": "digital_io", "inputs": inputs, "outputs": outputs, **settings}


class LinePlc:
    """A PLC at the other end of the lines."""

    def __init__(self, gpio: FakeGpio) -> None:
        self._gpio = gpio
        gpio.names = ("",) * len(LINES)

    def set(self, **levels: bool) -> None:
        for name, high in levels.items():
            self._gpio.drive(LINES[name], high)

    def read(self, levels: dict[int, bool] | None = None) -> dict[str, bool]:
        now = dict(self._gpio.levels) if levels is None else levels
        return {name: now.get(LINES[name], False) for name in OUTPUTS}

    def wait(self, **expected: bool) -> dict[str, bool]:
        """Waits until the station says all of this at once; returns all that it says."""

        def look() -> dict[str, bool]:
            read = self.read()
            return read if expected.items() <= read.items() else {}

        try:
            return eventually(look, period_s=0.001)
        except AssertionError:
            raise AssertionError(f"expected {expected}, the PLC reads {self.read()}") from None

    def pulse(self, name: str, answered_by: str, answer: bool) -> None:
        """Raises a signal until it is answered, then drops it."""
        self.set(**{name: True})
        self.wait(**{answered_by: answer})
        self.set(**{name: False})


@pytest.fixture
def plc(fake_gpio: FakeGpio) -> LinePlc:
    return LinePlc(fake_gpio)


@pytest.fixture
def line(plc: LinePlc, tmp_path: Any) -> Iterator[StandInStation]:
    """A station that finishes a part when it is told to, with the wire."""
    station = StandInStation()
    settings = DigitalIoWireSettings.model_validate(wire_settings(settle_ms=0))
    wire = DigitalIoWire(settings, station.line, "test", tmp_path)
    wire.start()
    plc.wait(online=True)
    yield station
    wire.stop()


def test_a_plc_inspects_parts_and_changes_the_recipe(
    plc: LinePlc, fake_gpio: FakeGpio, make_station: Callable[..., RunningStation]
) -> None:
    station = make_station(wires=(wire_settings(),))
    assert not any(plc.read().values()) or plc.read()["heartbeat"]
    station.inspect(number=3)
    plc.set(trigger_enable=True)
    for part in (1, 2):
        plc.wait(trigger_ready=True)
        plc.pulse("trigger", "trigger_ack", answer=True)
        plc.wait(exposure_complete=True, trigger_ack=False)
        result = plc.wait(results_valid=True)
        row = eventually(lambda part=part: station.ledger.by_trigger(part))
        assert row.source is TriggerSource.PLC
        assert (result["result_ok"], result["result_ng"]) == (
            row.outcome is Outcome.OK,
            row.outcome is Outcome.NG,
        )
        assert not result["results_stale"]
        plc.pulse("results_ack", "results_valid", answer=False)
    for bits, failed in (((False, True), True), ((True, True), False)):
        plc.set(recipe_bit_0=bits[0], recipe_bit_1=bits[1])
        plc.pulse("load_recipe", "recipe_load_ack", answer=True)
        plc.wait(recipe_load_failed=failed, trigger_ready=not failed, recipe_load_ack=False)
    (status,) = station.client.ask(GetStatus()).wires
    assert (status.type, status.connected, status.last_error) == ("digital_io", True, None)
    beats = {plc.read()["heartbeat"]}
    eventually(lambda: beats.add(plc.read()["heartbeat"]) or len(beats) == 2)
    station.stop()
    assert not any(plc.read().values()), "silence is never good"
    assert not fake_gpio.requests, "the lines are free"


def test_a_trigger_of_a_moment_is_a_part(plc: LinePlc, line: StandInStation) -> None:
    """What a look at the levels now and then would miss."""
    plc.set(trigger_enable=True)
    plc.wait(trigger_ready=True)
    plc.set(trigger=True)
    plc.set(trigger=False)
    eventually(lambda: len(line.fired) == 1)
    line.finish()
    plc.wait(results_valid=True)
    plc.set(results_ack=True)
    plc.set(results_ack=False)
    plc.wait(results_valid=False, trigger_ready=True)


def test_a_result_that_is_not_the_newest_parts_is_neither_good_nor_bad(
    plc: LinePlc, line: StandInStation
) -> None:
    plc.set(trigger_enable=True)
    for _ in range(2):
        plc.wait(trigger_ready=True)
        plc.pulse("trigger", "trigger_ack", answer=True)
        plc.wait(trigger_ack=False)
        line.finish()
    # The first result was not acknowledged, so that it is still the one that is shown.
    plc.wait(results_valid=True, results_stale=True, result_ok=False, result_ng=False)
    plc.pulse("results_ack", "results_valid", answer=False)
    newest = plc.wait(results_valid=True, results_stale=False)
    assert newest["result_ng"], "the outcome of part 2"


@pytest.mark.parametrize("seed", range(4))
def test_no_part_is_taken_for_another_whatever_is_left_out(
    seed: int, plc: LinePlc, line: StandInStation, fake_gpio: FakeGpio
) -> None:
    chance = random.Random(seed)
    plc.set(trigger_enable=True)
    read = stale = 0
    for _ in range(40):
        plc.wait(trigger_ready=True)
        if chance.random() < 0.2:
            plc.set(trigger=True)
            plc.set(trigger=False)
        else:
            plc.pulse("trigger", "trigger_ack", answer=True)
        plc.wait(trigger_ack=False, trigger_ready=False)
        if chance.random() < 0.3:
            plc.set(trigger=True)
            plc.wait(acquisition_error=True)
            plc.set(trigger=False)
        line.finish()
        newest, (_, outcome) = max(line.ledger.items())
        assert newest == len(line.fired)
        while True:
            result = plc.wait(results_valid=True)
            if result["result_ok"] or result["result_ng"]:
                assert result["result_ok"] == (outcome is Outcome.OK), newest
                read += 1
                break
            # Its lines are set before the signal that says to read them.
            result = plc.read()
            assert result["results_stale"], result
            stale += 1
            plc.pulse("results_ack", "results_valid", answer=False)
        if chance.random() < 0.7:
            plc.pulse("results_ack", "results_valid", answer=False)
    assert (read, len(line.fired)) == (40, 40)
    assert stale > 3, "acknowledgements were left out"
    states = [plc.read(levels) for levels in fake_gpio.history]
    for before, after in itertools.pairwise(states):
        if after["results_valid"] and not before["results_valid"]:
            same = ("result_ok", "result_ng", "results_stale")
            assert [before[name] for name in same] == [after[name] for name in same]


def test_lines_that_are_gone_or_taken_are_told_and_found_again(
    plc: LinePlc, fake_gpio: FakeGpio, make_station: Callable[..., RunningStation]
) -> None:
    station = make_station(wires=(wire_settings(),))

    def error() -> str | None:
        (status,) = station.client.ask(GetStatus()).wires
        return status.last_error

    station.inspect()
    plc.set(trigger_enable=True, trigger=True)
    plc.wait(online=True)
    fake_gpio.unplug()
    assert "No such device" in eventually(error)
    station.daemon.tick()
    conditions = station.client.ask(GetStatus()).conditions
    assert "wire_away" in {condition.code for condition in conditions}
    fake_gpio.is_there = True
    eventually(lambda: error() is None)
    plc.wait(online=True, acquisition_error=True)
    assert station.ledger.totals().parts <= 1, "what is high when the lines are back is no edge"


def test_a_line_that_is_named_twice_is_told(
    plc: LinePlc, make_station: Callable[..., RunningStation]
) -> None:
    settings = wire_settings()
    settings["outputs"]["online"] = LINES["result_ok"]
    station = make_station(wires=(settings,))
    (status,) = station.client.ask(GetStatus()).wires
    assert status.last_error
    assert "result_ok and online have the same line" in status.last_error


def test_lines_of_a_dead_process_are_set_inactive(fake_gpio: FakeGpio) -> None:
    outputs = GpioOutputs("gpiochip0", {"online": 1, "results_valid": 2}, active_low=False)
    outputs.write({"online": True, "results_valid": True})
    # The kernel takes the lines of a dead process back, and leaves their levels.
    fake_gpio.requests.clear()
    assert (fake_gpio.levels[1], fake_gpio.levels[2]) == (True, True)
    GuardedOutputs("gpiochip0", {"online": 1, "results_valid": 2}, active_low=False).silence()
    assert (fake_gpio.levels[1], fake_gpio.levels[2]) == (False, False)
    assert not fake_gpio.requests


@pytest.mark.parametrize(
    ("inputs", "words"),
    [
        ({"trigger": 1, "results_ack": 2}, "trigger_enable"),
        ({"load_recipe": 7}, "load_recipe and recipe_bits go together"),
        ({"recipe_bits": [7]}, "load_recipe and recipe_bits go together"),
        ({"trigger": "header pin 9"}, "pin 9 of the header is ground"),
    ],
)
def test_lines_that_are_missing_or_none_are_refused(inputs: dict[str, Any], words: str) -> None:
    least = {"trigger_enable": 0, "trigger": 1, "results_ack": 2}
    given = inputs if "trigger_enable" in words else least | inputs
    outputs = {"trigger_ready": 3, "results_valid": 4, "result_ok": 5}
    with pytest.raises(ValidationError, match=words):
        DigitalIoWireSettings.model_validate({"inputs": given, "outputs": outputs})
    assert DigitalIoWireSettings.model_validate({"inputs": least, "outputs": outputs})
