"""What holds for every registered camera, trigger, output and sink, also for those yet to come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import pytest
from support.running_station import RunningStation
from support.station import eventually

from okng.device.cameras import cameras
from okng.device.outputs import Signal, outputs
from okng.device.sinks import sinks
from okng.device.triggers import triggers
from okng.device.types import Mode, TriggerSource

REGISTRIES: dict[str, Mapping[str, Any]] = {
    "cameras": cameras(),
    "triggers": triggers(),
    "outputs": outputs(),
    "sinks": sinks(),
}
EVERY = [(kind, word) for kind, registry in REGISTRIES.items() for word in registry]


@pytest.mark.parametrize(("kind", "word"), EVERY)
def test_its_settings_name_it_and_refuse_unknown_keys(kind: str, word: str) -> None:
    settings_class = REGISTRIES[kind][word].settings_class
    assert get_args(settings_class.model_fields["type"].annotation) == (word,)
    assert settings_class.model_config["extra"] == "forbid"
    assert settings_class.__doc__
    assert REGISTRIES[kind][word].__doc__


@pytest.mark.parametrize("word", outputs())
def test_an_output_takes_every_signal_and_ends_inactive(station: RunningStation, word: str) -> None:
    kind = outputs()[word]
    settings = kind.settings_class()
    output = kind(settings, station.camera)
    for signal in (Signal.NG, Signal.OK, Signal.NONE, Signal.NG):
        output.write(signal)
    assert station.camera.user_output("UserOutput1") is True
    output.close()
    assert station.camera.user_output("UserOutput1") is False


@pytest.mark.parametrize("word", triggers())
def test_a_trigger_stops(station: RunningStation, word: str) -> None:
    kind = triggers()[word]
    station.inspect(trigger=kind.settings_class())
    if kind.hardware:
        station.client.simulate_line_edge()
    elif word == "software":
        station.trigger()
    eventually(lambda: station.ledger.totals().parts >= 1)
    station.client.set_mode(Mode.LIVE, "tests")
    parts = station.ledger.totals().parts
    eventually(lambda: station.client.status().counters.frames > parts + 10)
    assert station.ledger.totals().parts == parts
    assert {one.source for one in station.ledger.iterate()} <= set(TriggerSource)
