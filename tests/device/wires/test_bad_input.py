"""Bad input on each wire: a clear answer there, a row in the log, and the line goes on."""

from __future__ import annotations

import ast
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter
from support.page_client import CLAIM_CODE, PASSWORD, USER, Browser
from support.plc_memories import COMMAND_BYTES, LogixPlc, McPlc, MemoryPlc, S7Plc
from support.running_station import RunningStation
from support.stand_in_line import StandInStation
from support.station import eventually, free_port

from okng.device.handshake import refusal_log
from okng.device.handshake.refusal_log import RefusalLog
from okng.device.handshake.signals import AcquisitionError
from okng.device.ipc.errors import RefusedError
from okng.device.plc_sim.modbus import ModbusConnection
from okng.device.plc_sim.virtual_plc import IDLE
from okng.device.types import Outcome
from okng.device.wires import Wire, WireSettings, wires
from okng.webui.app import create_app
from okng.webui.auth.claim_code import ClaimCode

TESTS = Path(__file__).parents[2]
KINDS = [
    pytest.param(S7Plc, id="s7"),
    pytest.param(McPlc, id="mc"),
    pytest.param(LogixPlc, id="ethernet_ip", marks=pytest.mark.slow),
]

MEMORY = "wires/test_bad_input.py::test_a_plc_that_writes_nonsense_into_its_memory"
MEMORY_FLOOD = "wires/test_bad_input.py::test_a_plc_that_floods_triggers_in_its_memory"
MEMORY_RECIPE = "wires/test_plc_memory.py::test_a_plc_inspects_parts_and_changes_the_recipe"
HTTP = "wires/test_bad_input.py::test_wrong_requests_over_http"
TABLE = {
    "malformed": {
        "modbus": "wires/test_modbus.py::test_what_may_not_be_written_or_read_is_an_exception",
        "opcua": "wires/opcua/test_opcua.py::test_wrong_writes_get_their_status_and_one_row",
        "s7, mc, ethernet_ip": MEMORY,
        "mqtt": "sinks/test_commands.py::test_commands_act_once_and_are_answered",
        "sparkplug": "sinks/test_sparkplug.py::test_commands_that_are_none_are_ignored_in_one_row",
        "http": HTTP,
    },
    "without the right": {
        "modbus": "wires/test_modbus.py::test_only_allowed_clients_connect",
        "opcua": "wires/opcua/test_opcua_security.py::test_only_the_named_client_and_user_connect",
        "s7, mc, ethernet_ip": None,
        "mqtt": "sinks/test_commands.py::test_access_rules_decide_who_commands",
        "sparkplug": None,
        "http": HTTP,
    },
    "out of range": {
        "modbus": "wires/test_modbus.py::test_what_may_not_be_written_or_read_is_an_exception",
        "opcua": "wires/opcua/test_opcua.py::test_wrong_writes_get_their_status_and_one_row",
        "s7, mc, ethernet_ip": MEMORY,
        "mqtt": "sinks/test_commands.py::test_commands_act_once_and_are_answered",
        "sparkplug": "sinks/test_sparkplug.py::test_commands_that_are_none_are_ignored_in_one_row",
        "http": HTTP,
    },
    "unknown recipe": {
        "modbus": "wires/test_modbus.py::test_the_plc_changes_the_recipe",
        "opcua": "wires/opcua/test_opcua.py::test_recipes_that_load_and_one_that_does_not",
        "s7, mc, ethernet_ip": MEMORY_RECIPE,
        "mqtt": "sinks/test_commands.py::test_commands_act_once_and_are_answered",
        "sparkplug": None,
        "http": HTTP,
    },
    "flood": {
        "modbus": "wires/test_bad_input.py::test_a_plc_that_floods_triggers_over_modbus",
        "opcua": "wires/opcua/test_events.py::test_a_flood_of_jobs_is_refused_in_few_rows",
        "s7, mc, ethernet_ip": MEMORY_FLOOD,
        "mqtt": "sinks/test_commands.py::test_a_flood_of_commands_is_bounded_and_results_go_on",
        "sparkplug": "sinks/test_sparkplug.py::test_a_flood_of_rebirth_requests_loses_no_result",
        "http": "wires/test_bad_input.py::test_a_flood_of_triggers_over_http",
    },
    "refusing peer": {
        "modbus": None,
        "opcua": None,
        "s7, mc, ethernet_ip": "wires/test_plc_memory_layout.py::test_a_missing_or_small_block",
        "mqtt": "sinks/test_reason_codes.py::test_each_refusal_of_a_connection_says_what_it_means",
        "sparkplug": "sinks/test_sparkplug.py::test_a_broker_that_refuses_is_said",
        "http": None,
    },
    "expired certificate": {
        "modbus": None,
        "opcua": "wires/opcua/test_opcua_security.py::test_certificates_that_have_expired",
        "s7, mc, ethernet_ip": None,
        "mqtt": "sinks/test_client_certificates.py::test_each_certificate_that_is_refused_says_why",
        "sparkplug": "sinks/test_client_certificates.py"
        "::test_each_certificate_that_is_refused_says_why",
        "http": None,
    },
}
"""Input, wire, and the test that shows it; None where that wire has no such input."""


def test_every_input_has_a_test_on_every_wire() -> None:
    known: dict[str, set[str]] = {}
    for cases in TABLE.values():
        for place in filter(None, cases.values()):
            file, _, name = place.partition("::")
            if file not in known:
                tree = ast.parse((TESTS / "device" / file).read_text(encoding="utf-8"))
                known[file] = {one.name for one in tree.body if isinstance(one, ast.FunctionDef)}
            assert name in known[file], place


class StationWithoutRecipes(StandInStation):
    """A stand-in that has no recipe to change to."""

    def change_recipe(self, recipe: int | str, author: str) -> None:
        raise RefusedError(f"no recipe has the number {recipe}")


@contextmanager
def running(settings: dict[str, Any], station: StandInStation, folder: Path) -> Iterator[Wire]:
    checked = TypeAdapter(WireSettings).validate_python(settings)
    wire = wires()[checked.type](checked, station.line, "test", folder)
    wire.start()
    try:
        yield wire
    finally:
        wire.stop()


def rows(caplog: pytest.LogCaptureFixture, words: str) -> list[str]:
    found = [record for record in caplog.records if words in record.getMessage()]
    assert all(record.levelno == logging.WARNING for record in found)
    return [record.getMessage() for record in found]


def test_a_plc_that_floods_triggers_over_modbus(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    station = StandInStation()
    port = free_port()
    settings = {"type": "modbus", "port": port, "plc_timeout_ms": 60_000}
    with running(settings, station, tmp_path):
        plc = ModbusConnection("127.0.0.1", port)
        eventually(plc._client.connect)
        enabled = IDLE | {"trigger_enable": True}
        for _ in range(200):
            plc.write(enabled)
            plc.write(enabled | {"trigger": True})
        assert plc.read()["acquisition_error"] == AcquisitionError.BUSY
        assert len(station.fired) == 1
        assert len(rows(caplog, "a trigger was not accepted, busy")) == 1
        plc.write(enabled)
        assert station.finish()
        plc.write(enabled | {"results_ack": True})
        plc.write(enabled)
        plc.write(enabled | {"trigger": True})
        assert (plc.read()["trigger_ack"], plc.read()["acquisition_id"]) == (True, 2)
        plc.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_plc_that_floods_triggers_in_its_memory(
    kind: type[MemoryPlc], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    station = StandInStation()
    with kind() as plc, running(plc.wire(cycle_ms=5), station, tmp_path):
        plc.set(trigger_enable=True)
        plc.wait(trigger_ready=True)
        plc.set(trigger=True)
        plc.wait(trigger_ack=True)
        for _ in range(20):
            plc.set(trigger=False)
            plc.wait(trigger_ack=False)
            plc.set(trigger=True)
            plc.wait(acquisition_error=int(AcquisitionError.BUSY))
        assert len(station.fired) == 1
        assert len(rows(caplog, "a trigger was not accepted, busy")) == 1
        plc.set(trigger=False)
        assert station.finish()
        plc.wait(results_valid=True)
        plc.set(results_ack=True)
        plc.wait(results_valid=False)
        plc.set(results_ack=False)
        plc.wait(trigger_ready=True)


@pytest.mark.parametrize("kind", KINDS)
def test_a_plc_that_writes_nonsense_into_its_memory(
    kind: type[MemoryPlc], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    station = StationWithoutRecipes()
    with kind() as plc, running(plc.wire(), station, tmp_path) as wire:
        plc.set()
        plc.wait(online=True)
        # Every bit is set, also those without a meaning, and no text is UTF-8.
        plc.put(b"\xff" * COMMAND_BYTES)
        plc.wait(recipe_load_failed=True)
        (row,) = rows(caplog, "no recipe has the number 65535")
        assert row.startswith("plc asked for recipe 65535")
        assert set(station.fired.values()) <= {"\\xff" * 32}
        plc.set()
        plc.wait(recipe_load_ack=False, trigger_ack=False)
        while station.finish():
            pass
        assert wire.status().last_error is None


def test_wrong_requests_over_http(
    make_station: Callable[..., RunningStation],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(refusal_log, "PERIOD_S", 0.0)
    station = make_station()
    station.inspect(number=3)
    app = create_app(station.settings, ClaimCode(CLAIM_CODE))
    browser = Browser(app.test_client())
    browser.submit("/claim", code=CLAIM_CODE, name=USER, password=PASSWORD)
    browser.read_csrf_token("/configuration")
    wrong: list[tuple[str, dict[str, Any], int, str]] = [
        ("trigger", {"data": b"{", "content_type": "application/json"}, 400, "JSON"),
        ("trigger", {"data": b"\xff\xfe", "content_type": "application/json"}, 400, "JSON"),
        ("trigger", {"json": {"part_id": "x" * 129}}, 422, "must have at most 128 characters"),
        ("trigger", {"json": {"wait_ms": -1}}, 422, "Wait: must be at least 0 ms"),
        ("recipes/nope/activate", {"json": {}}, 404, "there is no recipe 'nope'; there are: "),
    ]
    for path, body, status, said in wrong:
        caplog.clear()
        answer = browser.post(f"/api/v1/{path}", **body)
        assert (answer.status_code, said in answer.json["message"]) == (status, True), answer.text
        (row,) = rows(caplog, "http: POST")
        assert said in row
    caplog.clear()
    stranger = app.test_client().post("/api/v1/trigger", json={})
    assert stranger.status_code == 401
    assert rows(caplog, "is refused (401)")
    assert browser.post("/api/v1/trigger", json={"wait_ms": 10_000}).json["inspection"]
    assert station.ledger.totals().parts == 1


def test_a_flood_of_triggers_over_http(make_station: Callable[..., RunningStation]) -> None:
    station = make_station()
    station.inspect(number=3)
    browser = Browser(create_app(station.settings, ClaimCode(CLAIM_CODE)).test_client())
    browser.submit("/claim", code=CLAIM_CODE, name=USER, password=PASSWORD)
    browser.read_csrf_token("/configuration")
    answers = [browser.post("/api/v1/trigger", json={}) for _ in range(300)]
    accepted = [answer for answer in answers if answer.status_code == 200]
    assert accepted
    assert {answer.status_code for answer in answers} <= {200, 409, 429, 503}
    ids = {answer.json["trigger_id"] for answer in accepted}
    assert len(ids) == len(accepted)
    ended = eventually(
        lambda: len(list(station.ledger.iterate())) >= len(ids) and list(station.ledger.iterate()),
        timeout_s=60,
    )
    assert ids <= {part.trigger_id for part in ended}
    assert station.judge("the next part").outcome in (Outcome.OK, Outcome.NG)


def test_a_flood_of_refusals_is_few_rows(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusals = RefusalLog("plc")
    for _ in range(1000):
        refusals.tell("too many")
    assert rows(caplog, "too many") == ["plc: too many"]
    caplog.clear()
    monkeypatch.setattr(refusals, "_next_s", 0.0)
    refusals.tell("x" * 5000)
    (row,) = rows(caplog, "999 more were refused before")
    assert len(row) < 400
