"""The wires over HTTP: state, edges and their exports, with a PLC on Modbus TCP."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

from support.page_client import CLAIM_CODE, PASSWORD, USER, Browser
from support.running_station import RunningStation
from support.station import eventually, free_port

from okng.device.handshake.edge_recording import PLC_SIGNALS, STATION_SIGNALS
from okng.device.plc_sim.connection import PlcConnectionError
from okng.device.plc_sim.modbus import ModbusConnection
from okng.device.plc_sim.virtual_plc import Behaviour, VirtualPlc
from okng.device.wires.modbus.settings import ModbusWireSettings
from okng.webui.app import create_app
from okng.webui.auth.claim_code import ClaimCode

PARTS = 3


def test_a_plcs_handshakes_are_told_and_exported(
    make_station: Callable[..., RunningStation],
) -> None:
    wire = ModbusWireSettings(port=free_port(), plc_timeout_ms=60_000)
    station = make_station(wires=(wire,))
    station.inspect(number=3)
    browser = Browser(create_app(station.settings, ClaimCode(CLAIM_CODE)).test_client())
    browser.submit("/claim", code=CLAIM_CODE, name=USER, password=PASSWORD)
    plc = ModbusConnection("127.0.0.1", wire.port)
    eventually(lambda: opens(plc))
    assert VirtualPlc(plc, Behaviour(parts=PARTS, timeout_s=20)).run().passed

    (state,) = browser.get("/api/v1/wires").json["wires"]
    assert (state["status"]["name"], state["status"]["connected"]) == ("modbus", True)
    assert state["recipe"] == {"number": 3, "reference": {"name": "discs", "version": 1}}
    result = state["station"]["result"]
    part = eventually(lambda: station.ledger.by_trigger(result["trigger_id"]))
    assert (part.outcome, part.score) == (result["outcome"], result["score"])

    whole = browser.get("/api/v1/wires/modbus/edges").json
    names = [signal["name"] for signal in whole["signals"]]
    assert names == [*PLC_SIGNALS, *STATION_SIGNALS]
    rises = [
        edge["signal"]
        for edge in whole["edges"]
        if edge["level"] is True and edge["signal"] in ("trigger", "trigger_ack", "results_valid")
    ]
    assert rises == ["trigger", "trigger_ack", "results_valid"] * PARTS
    half = whole["edges"][len(whole["edges"]) // 2]["number"]
    later = browser.get(f"/api/v1/wires/modbus/edges?since={half}").json["edges"]
    assert later[: len(whole["edges"]) - half] == whole["edges"][half:]

    rows = list(csv.DictReader(io.StringIO(browser.get("/api/v1/wires/modbus/edges.csv").text)))
    listed = [(edge["number"], edge["at_us"], edge["signal"]) for edge in whole["edges"]]
    read = [(int(row["number"]), int(row["monotonic_us"]), row["signal"]) for row in rows]
    assert read[: len(listed)] == listed
    dump = value_changes(browser.get("/api/v1/wires/modbus/edges.vcd").text)
    expected = [
        (edge["at_us"] - whole["edges"][0]["at_us"], edge["signal"], int(edge["level"]))
        for edge in whole["edges"]
        if not isinstance(edge["level"], str)
    ]
    assert dump[: len(expected)] == expected

    unknown = browser.get("/api/v1/wires/elsewhere/edges.vcd")
    assert unknown.status_code == 404
    assert unknown.json["message"] == "no wire has the name 'elsewhere'; there are: modbus"
    plc.close()


def opens(plc: ModbusConnection) -> bool:
    try:
        plc.open()
    except PlcConnectionError:
        return False
    return True


def value_changes(dump: str) -> list[tuple[int, str, int]]:
    """Time, signal and level of each change after the initial ones, read as IEEE 1364 has it."""
    head, body = dump.split("$enddefinitions $end")
    assert "$timescale 1 us $end" in head
    names = dict(re.findall(r"\$var \w+ \d+ (\S+) (\S+) \$end", head))
    initial, changes = body.split("$dumpvars")[1].split("$end")
    assert len(initial.split("\n")) - 2 == len(names)
    at, found = 0, []
    for line in changes.split("\n"):
        if line.startswith("#"):
            assert int(line[1:]) >= at
            at = int(line[1:])
        elif match := re.fullmatch(r"(?:b([01]+) |([01]))(\S+)", line):
            vector, bit, code = match.groups()
            found.append((at, names[code], int(vector or bit, 2)))
    return found
