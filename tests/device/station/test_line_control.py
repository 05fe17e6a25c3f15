"""A PLC's signals and the station: parts, readiness and changeovers as a wire sees them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from support.running_station import AUTHOR, RunningStation
from support.station import eventually

from okng.device.handshake.line import WireInput, WirePort
from okng.device.handshake.signals import AcquisitionError, PlcSignals
from okng.device.health import watchdog
from okng.device.health.watchdog import HANGS_S, LONG_STEP_S, Heartbeat
from okng.device.ipc.client import DeviceRefusedError
from okng.device.ipc.commands import ApplyRecipe, SetMode
from okng.device.pipeline import inference
from okng.device.recipes.recipe import Recipe
from okng.device.types import Mode, ModelReference, TriggerSource

IDLE = WireInput(PlcSignals(trigger_enable=True))


@pytest.fixture
def port(station: RunningStation) -> Iterator[WirePort]:
    line = station.daemon._line
    port = line.open_port("wire", TriggerSource.PLC)
    yield port
    line.close_port(port)


def test_a_part_of_a_wire_and_one_from_elsewhere(station: RunningStation, port: WirePort) -> None:
    assert port.update(IDLE).not_ready_reason == "the station shows the live view"
    refused = port.update(WireInput(PlcSignals(trigger_enable=True, trigger=True))).station
    assert refused.acquisition_error is AcquisitionError.NOT_ONLINE
    station.inspect(number=3)
    output = port.update(IDLE)
    assert output.station.trigger_ready, output
    assert output.recipe.number == 3
    trigger = PlcSignals(trigger_enable=True, trigger=True, part_id="A-7")
    accepted = port.update(WireInput(trigger)).station
    assert accepted.trigger_ack
    done = eventually(lambda: port.output.station.results_valid and port.output.station)
    assert done.exposure_complete
    assert done.result
    assert (done.result.trigger_id, done.result.part_id) == (accepted.acquisition_id, "A-7")
    port.update(WireInput(PlcSignals(trigger_enable=True, results_ack=True)))
    port.update(IDLE)
    inspection = station.judge("elsewhere")
    assert inspection.trigger_id == accepted.acquisition_id + 1
    shown = eventually(lambda: port.output.station.results_valid and port.output.station.result)
    assert shown.part_id == "elsewhere"
    stored = station.ledger.page(since=0, limit=9)
    assert [part.source for part in stored] == [TriggerSource.PLC, TriggerSource.HTTP]
    assert stored[0].outcome is done.result.outcome


def test_a_part_that_takes_longer_than_its_time_limit_makes_the_station_not_ready(
    station: RunningStation, port: WirePort, monkeypatch: pytest.MonkeyPatch
) -> None:
    released = threading.Event()
    judge = inference._judge
    monkeypatch.setattr(inference, "_judge", lambda part: released.wait(20) and judge(part))
    station.inspect(time_limit_ms=100)
    assert port.update(IDLE).station.online
    port.update(WireInput(PlcSignals(trigger_enable=True, trigger=True)))
    hanging = eventually(lambda: (reason := port.update(IDLE).not_ready_reason) and reason)
    assert hanging == "no sign of life from the thread: inference"
    assert not port.output.station.online
    released.set()
    eventually(lambda: port.update(IDLE).station.online)


def test_a_step_that_may_take_longer_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    now_s = 100.0
    monkeypatch.setattr(watchdog, "time", SimpleNamespace(monotonic=lambda: now_s))
    heartbeat = Heartbeat()
    for within_s in (HANGS_S, LONG_STEP_S):
        heartbeat.beat(within_s)
        now_s += within_s - 0.01
        assert not heartbeat.hangs()
        now_s += 0.02
        assert heartbeat.hangs()
        heartbeat.beat()
        assert not heartbeat.hangs()


def test_a_changeover_that_fails_leaves_the_station_not_ready(
    station: RunningStation, port: WirePort
) -> None:
    station.inspect(number=3)
    model = ModelReference(name="discs", version=1)
    second = Recipe(name="second", number=4, model=model)
    station.client.ask(ApplyRecipe(recipe=second, author=AUTHOR))
    with pytest.raises(DeviceRefusedError, match="'discs' has the number 3 already"):
        station.client.ask(
            ApplyRecipe(recipe=second.model_copy(update={"number": 3}), author=AUTHOR)
        )
    port.update(IDLE)

    def load(recipe: int | str) -> None:
        port.update(WireInput(IDLE.plc, load_recipe=True, recipe=recipe))
        eventually(lambda: port.output.changeover.load_ack)

    load(9)
    output = port.update(IDLE)
    assert output.changeover.failed
    assert not output.station.trigger_ready
    assert "no recipe has the number 9; there are: 3 (discs), 4 (second)" in str(
        output.not_ready_reason
    )
    load(3)
    output = port.update(IDLE)
    assert (output.changeover.failed, output.not_ready_reason) == (False, None)
    assert output.station.trigger_ready
    assert (output.recipe.number, output.recipe.reference and output.recipe.reference.name) == (
        3,
        "discs",
    )
    load("second")
    assert port.update(IDLE).recipe.number == 4
    station.client.ask(SetMode(mode=Mode.LIVE, author=AUTHOR))
    assert not port.update(IDLE).station.online
