"""What holds for every camera, trigger, output, sink and wire, also for those yet to come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import pytest
from support.fake_gpio import FakeGpio
from support.running_station import RunningStation
from support.station import eventually

from okng.device.cameras import cameras
from okng.device.ipc.commands import GetStatus, SetMode, SimulateLineEdge
from okng.device.outputs import outputs
from okng.device.sinks import sinks
from okng.device.triggers import triggers
from okng.device.types import Mode, TriggerSource
from okng.device.wires import wires

REGISTRIES: dict[str, Mapping[str, Any]] = {
    "cameras": cameras(),
    "triggers": triggers(),
    "outputs": outputs(),
    "sinks": sinks(),
    "wires": wires(),
}
EVERY = [(kind, word) for kind, registry in REGISTRIES.items() for word in registry]


@pytest.mark.parametrize(("kind", "word"), EVERY)
def test_its_settings_name_it_and_refuse_unknown_keys(kind: str, word: str) -> None:
    settings_class = REGISTRIES[kind][word].settings_class
    assert get_args(settings_class.model_fields["type"].annotation) == (word,)
    assert settings_class.model_config["extra"] == "forbid"
    assert settings_class.__doc__
    assert REGISTRIES[kind][word].__doc__


@pytest.mark.parametrize("word", triggers())
def test_a_trigger_stops(station: RunningStation, fake_gpio: FakeGpio, word: str) -> None:
    kind = triggers()[word]
    station.inspect(trigger=kind.settings_class())
    if kind.hardware:
        station.client.ask(SimulateLineEdge())
    elif word == "software":
        station.trigger()
    elif word == "gpio":
        eventually(lambda: 0 in fake_gpio.requests)
        fake_gpio.edge(0)
    eventually(lambda: station.ledger.totals().parts >= 1)
    station.client.ask(SetMode(mode=Mode.LIVE, author="tests"))
    parts = station.ledger.totals().parts
    eventually(lambda: station.client.ask(GetStatus()).counters.frames > parts + 10)
    assert station.ledger.totals().parts == parts
    assert {one.source for one in station.ledger.iterate()} <= set(TriggerSource)
