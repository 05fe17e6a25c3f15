"""The handshake over HTTP: a program as the PLC, and what becomes of one that is gone."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.page_client import CLAIM_CODE, PASSWORD, USER, Browser
from support.running_station import RunningStation
from support.stand_in_line import StandInStation
from support.station import eventually, free_port

from okng.device.handshake.commands import MAX_WAIT_MS, PlcLevels
from okng.device.handshake.line import WireInput
from okng.device.handshake.signals import AcquisitionError, StationSignals
from okng.device.ipc.errors import RefusedError
from okng.device.types import TriggerSource
from okng.device.wires.http import HttpWire, HttpWireSettings
from okng.webui.app import create_app
from okng.webui.auth.claim_code import ClaimCode

PLC, STATION = "/api/v1/wires/http/plc", "/api/v1/wires/http/station"


class Program:
    """A program that speaks for a PLC."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.state: dict[str, Any] = {}

    def put(self, **levels: Any) -> dict[str, Any]:
        return self._take(self.browser.write("PUT", PLC, json=levels))

    def wait(self, **expected: Any) -> dict[str, Any]:
        """Waits for what the station says by calls that are answered at a change."""
        deadline_s = time.monotonic() + 20
        while not expected.items() <= self.state["station"].items():
            assert time.monotonic() < deadline_s, (expected, self.state)
            change = self.state["change"]
            self._take(self.browser.get(f"{STATION}?change={change}&wait_ms=2000"))
        return self.state

    def load(self, recipe: int | str) -> dict[str, Any]:
        """Changes over to a recipe; returns what came of it."""

        def loaded() -> dict[str, Any]:
            state = self.put(trigger_enable=True, load_recipe=True, recipe=recipe)
            changeover: dict[str, Any] = state["changeover"]
            return changeover if changeover["load_ack"] else {}

        return eventually(loaded)

    def _take(self, answer: Any) -> dict[str, Any]:
        assert answer.status_code == 200, answer.text
        self.state = answer.json
        return self.state


def browser_of(station: RunningStation) -> Browser:
    browser = Browser(create_app(station.settings, ClaimCode(CLAIM_CODE)).test_client())
    browser.submit("/claim", code=CLAIM_CODE, name=USER, password=PASSWORD)
    browser.read_csrf_token("/configuration")
    return browser


def test_a_program_inspects_parts_and_changes_the_recipe(
    make_station: Callable[..., RunningStation],
) -> None:
    station = make_station(wires=({"type": "http"}, {"type": "modbus", "port": free_port()}))
    station.inspect(number=3)
    browser = browser_of(station)
    program = Program(browser)
    program.put(trigger_enable=True)
    for part_id in ("A-7", None):
        program.wait(trigger_ready=True)
        accepted = program.put(trigger_enable=True, trigger=True, part_id=part_id)["station"]
        assert accepted["trigger_ack"], "the answer has what the signals led to"
        program.put(trigger_enable=True)
        result = program.wait(results_valid=True, exposure_complete=True)["station"]["result"]
        assert (result["trigger_id"], result["part_id"]) == (accepted["acquisition_id"], part_id)
        row = eventually(lambda result=result: station.ledger.by_trigger(result["trigger_id"]))
        assert (row.source, row.outcome) == (TriggerSource.HTTP, result["outcome"])
        program.put(trigger_enable=True, results_ack=True)
        program.wait(results_valid=False)
        program.put(trigger_enable=True)
    for recipe, reason in (("none", "none"), (3, None)):
        changeover = program.load(recipe)
        assert (reason or "") in (changeover["reason"] or "")
        assert changeover["failed"] is (reason is not None)
        program.put(trigger_enable=True)
    (state, _) = browser.get("/api/v1/wires").json["wires"]
    assert (state["status"]["type"], state["status"]["connected"]) == ("http", True)

    for path, status, words in (
        ("elsewhere/station", 404, "no wire has the name 'elsewhere'; there are: http, modbus"),
        ("modbus/station", 409, "is of type 'modbus': only one of type 'http'"),
        (f"http/station?wait_ms={MAX_WAIT_MS + 1}", 422, "wait_ms"),
    ):
        answer = browser.get(f"/api/v1/wires/{path}")
        assert answer.status_code == status
        assert words in answer.text
    wrong = browser.write("PUT", PLC, json={"triger": True})
    assert wrong.status_code == 422
    assert "triger" in wrong.text
    stranger = Browser(browser.client.application.test_client())
    assert stranger.get(STATION).status_code == 401


@pytest.fixture
def line() -> StandInStation:
    return StandInStation()


@pytest.fixture
def wire(line: StandInStation, tmp_path: Path) -> Iterator[HttpWire]:
    wire = HttpWire(HttpWireSettings(client_timeout_ms=200), line.line, "test", tmp_path)
    wire.start()
    yield wire
    if wire._thread.is_alive():
        wire.stop()


def put(wire: HttpWire, client: str = "plc", **levels: bool) -> StationSignals:
    wire.set(client, PlcLevels(trigger_enable=True, **levels).wire_input)
    return wire.port.output.station


def test_the_signals_of_a_client_that_vanished_are_dropped(
    wire: HttpWire, line: StandInStation
) -> None:
    put(wire)
    assert put(wire, trigger=True).trigger_ack
    line.finish()
    eventually(lambda: wire.port.input == WireInput())
    assert not wire.status().connected
    assert not wire.port.output.station.trigger_ack
    assert wire.port.output.station.results_valid, "its result is kept for when it is back"
    held = put(wire, trigger=True)
    assert held.acquisition_error is AcquisitionError.TRIGGER_HELD
    assert len(line.fired) == 1, "what is high when it is back is no edge"


def test_a_client_that_waits_is_there(wire: HttpWire) -> None:
    put(wire)
    change = wire.change
    assert not wire.wait("plc", change, 0.6).done()
    time.sleep(0.45)
    assert wire.status().connected, "twice its timeout, but its call is not answered yet"
    eventually(lambda: not wire.status().connected)
    assert not wire._waiters, "nobody waits for ever"


def test_a_wait_ends_with_the_change(wire: HttpWire, line: StandInStation) -> None:
    put(wire)
    put(wire, trigger=True)
    put(wire)
    change = wire.change
    changed = wire.wait("plc", change, 5)
    assert not changed.done()
    finishing = threading.Thread(target=line.finish)
    finishing.start()
    changed.result(5)
    finishing.join()
    assert wire.change != change
    assert wire.wait("plc", change, 5).done(), "it has changed already"


def test_another_client_waits_until_the_first_is_gone(wire: HttpWire) -> None:
    put(wire, "first")
    with pytest.raises(RefusedError, match="'http' is used by 'first'"):
        put(wire, "second")
    assert wire.wait("second", None, 0).done(), "reading is free"
    eventually(lambda: not wire.status().connected)
    assert put(wire, "second").trigger_ready


def test_a_stop_drops_the_signals(wire: HttpWire, line: StandInStation) -> None:
    assert put(wire).trigger_ready
    wire.stop()
    assert not wire.port.output.station.trigger_ready
    assert wire.port not in line.line._wires
