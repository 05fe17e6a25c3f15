"""Edges on a GPIO line become parts by the kernel's time; what can't be used is told."""

from __future__ import annotations

import sys
import time

import pytest
from support.fake_gpio import LABEL, FakeGpio
from support.running_station import AUTHOR, RunningStation
from support.station import eventually

from okng.device.ipc.client import DeviceRefusedError
from okng.device.ipc.commands import GetStatus, SetMode, SimulateLineEdge
from okng.device.outputs.gpio import GpioOutputSettings
from okng.device.recipes.recipe import Recipe
from okng.device.triggers.gpio import GpioTriggerSettings
from okng.device.triggers.line import LineTriggerSettings
from okng.device.triggers.part_spacing import PartSpacing
from okng.device.types import Mode, TriggerSource

MS = 1_000_000


def test_an_edge_counts_from_the_kernels_time(station: RunningStation, fake_gpio: FakeGpio) -> None:
    trigger = GpioTriggerSettings(
        chip=LABEL, line="PQ.06", debouncer_us=50_000, bias="pull_up", min_interval_ms=30
    )
    station.inspect(trigger=trigger)
    eventually(lambda: 1 in fake_gpio.requests)
    now_ns = time.monotonic_ns()
    for before_ms, lost in ((500, 0), (490, 0), (300, 0), (200, 4)):
        fake_gpio.edge(1, now_ns - before_ms * MS, lost)
    rows = eventually(lambda: len(station.ledger.page(since=0, limit=9)) == 3) and (
        station.ledger.page(since=0, limit=9)
    )
    assert {row.source for row in rows} == {TriggerSource.GPIO}
    for row, before_ms in zip(rows, (500, 300, 200), strict=True):
        assert row.latency.verdict_ms
        assert row.latency.verdict_ms >= before_ms + 50, "the debouncer's time counts, too"
    counters = station.client.ask(GetStatus()).counters
    assert (counters.bounced_edges, counters.timer_skipped) == (1, 4)
    station.client.ask(SetMode(mode=Mode.LIVE, author=AUTHOR))
    assert not fake_gpio.requests, "the line is free"


def test_a_chip_that_is_unplugged_is_told_and_found_again(
    station: RunningStation, fake_gpio: FakeGpio
) -> None:
    def faults() -> dict[str, str]:
        conditions = station.client.ask(GetStatus()).conditions
        return {condition.code: condition.message for condition in conditions}

    station.inspect(trigger=GpioTriggerSettings(line=3))
    eventually(lambda: 3 in fake_gpio.requests)
    fake_gpio.unplug()
    eventually(lambda: "trigger_fault" in faults())
    fake_gpio.is_there = True
    eventually(lambda: "trigger_fault" not in faults())
    fake_gpio.edge(3)
    eventually(lambda: station.ledger.totals().parts == 1)


def test_what_is_not_there_is_refused_with_what_is(
    station: RunningStation, fake_gpio: FakeGpio, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in (GpioTriggerSettings, GpioOutputSettings):
        for wrong, words in (
            ({"chip": "gpiochip9", "line": 1}, rf"no GPIO chip 'gpiochip9'.*gpiochip0 \({LABEL}\)"),
            ({"line": 4}, "has no line 4; its lines are 0 to 3"),
            ({"line": "PA.01"}, r"no line named 'PA.01'; named are: PQ.05, PQ.06, PQ.07"),
        ):
            settings = kind.model_validate(wrong)
            key = "trigger" if kind is GpioTriggerSettings else "outputs"
            value = settings if key == "trigger" else (settings,)
            with pytest.raises(DeviceRefusedError, match=words):
                station.inspect(**{key: value})
    station.inspect(outputs=(GpioOutputSettings(line=2),))
    with pytest.raises(DeviceRefusedError, match="it is in use"):
        station.inspect(outputs=(GpioOutputSettings(line=2),), trigger=GpioTriggerSettings(line=2))
    assert list(fake_gpio.requests) == [2]
    monkeypatch.setitem(sys.modules, "gpiod", None)
    with pytest.raises(DeviceRefusedError, match=r"pip install 'okng\[gpio\]'"):
        station.inspect(trigger=GpioTriggerSettings())


def test_a_recipe_keeps_its_gpio_through_toml() -> None:
    recipe = Recipe(
        name="r",
        trigger=GpioTriggerSettings(line="PQ.06", every=5),
        outputs=(GpioOutputSettings(line=3, active_low=True),),
    )
    assert Recipe.from_toml(recipe.to_toml()) == recipe


def test_bounces_of_the_cameras_line_are_no_parts(station: RunningStation) -> None:
    station.inspect(trigger=LineTriggerSettings(min_interval_ms=60_000))
    for _ in range(3):
        station.client.ask(SimulateLineEdge())
    eventually(lambda: station.client.ask(GetStatus()).counters.bounced_edges == 2)
    eventually(lambda: station.ledger.totals().parts == 1)


def test_a_recipe_that_the_camera_can_not_count_for_is_refused(station: RunningStation) -> None:
    station.inspect()
    with pytest.raises(DeviceRefusedError, match="every = 5 is not possible with this camera"):
        station.inspect(trigger=LineTriggerSettings(every=5))
    assert station.judge().outcome, "the former recipe runs on"


def test_an_encoder_and_an_uncertain_edge() -> None:
    encoder = PartSpacing(0, every=3)
    assert [encoder.is_part() for _ in range(7)] == [True, False, False] * 2 + [True]
    spacing = PartSpacing(10)
    assert not spacing.bounces(100 * MS, 100 * MS)
    assert spacing.bounces(105 * MS, 109 * MS)
    assert not spacing.bounces(105 * MS, 111 * MS), "it may well be a part"
