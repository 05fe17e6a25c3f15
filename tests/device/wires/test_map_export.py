"""The register map and the PLC code that is made from it."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest
import tree_sitter
import tree_sitter_iec61131_3_st
from click.testing import CliRunner
from support.stand_in_line import StandInStation

from okng.device.cli import main
from okng.device.types import TriggerSource
from okng.device.wires.fields import COMMAND_FIELDS, FIELDS, STATION_FIELDS
from okng.device.wires.map_export.tables import put_into
from okng.device.wires.modbus.server.memory import ModbusMemory
from okng.device.wires.register_map import (
    COMMAND_ADDRESS,
    STATION_ADDRESS,
    STATION_WORDS,
    WordOrder,
    address,
)

ROOT = Path(__file__).parents[3]
NODE = Path(shutil.which("node") or ROOT / ".venv/bin/node")


def printed(*options: str) -> str:
    result = CliRunner().invoke(main, ["plc", "map", *options])
    assert result.exit_code == 0, result.output
    return result.output


def test_no_two_fields_share_a_bit() -> None:
    for fields in (COMMAND_FIELDS, STATION_FIELDS):
        taken = [
            (field.offset + word, field.bit) for field in fields for word in range(field.type.words)
        ]
        assert len(set(taken)) == len(taken)
        whole = {word for word, bit in taken if bit is None}
        assert not whole & {word for word, bit in taken if bit is not None}
    assert len({field.name for field in FIELDS}) == len(FIELDS)


def test_the_csv_has_every_field_at_its_register() -> None:
    rows = list(csv.DictReader(io.StringIO(printed())))
    assert [(row["name"], int(row["register"])) for row in rows] == [
        (field.name, address(field)) for field in FIELDS
    ]


def test_the_documented_map_is_fresh() -> None:
    document = (ROOT / "docs/plc-modbus.md").read_text()
    assert put_into(document) == document, "make docs"


@pytest.mark.parametrize("order", WordOrder)
def test_the_structured_text_is_well_formed(order: WordOrder, tmp_path: Path) -> None:
    source = printed("--format", "st", "--word-order", str(order))
    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_iec61131_3_st.language()))
    assert not parser.parse(source.encode()).root_node.has_error
    if compiler := shutil.which("iec2c"):
        file = tmp_path / "okng.st"
        file.write_text(source)
        subprocess.run([compiler, "-T", str(tmp_path), str(file)], check=True)


def test_the_node_red_flow_connects_its_nodes() -> None:
    nodes = {
        node["id"]: node
        for node in json.loads(printed("--format", "node-red", "--host", "10.0.0.7"))
    }
    kinds = [node["type"] for node in nodes.values()]
    assert {"tab", "modbus-client", "modbus-read", "modbus-write", "function"} <= set(kinds)
    wired = {there for node in nodes.values() for out in node.get("wires", []) for there in out}
    servers = {node["server"] for node in nodes.values() if "server" in node}
    assert wired | servers <= set(nodes)
    client = nodes[servers.pop()]
    assert (client["type"], client["tcpHost"]) == ("modbus-client", "10.0.0.7")
    read = next(node for node in nodes.values() if node["type"] == "modbus-read")
    assert (int(read["adr"]), int(read["quantity"])) == (STATION_ADDRESS, STATION_WORDS)


RUN_FUNCTION_NODE = """
const lines = require("readline").createInterface({input: process.stdin});
const stored = {};
const context = {get: (name) => stored[name], set: (name, value) => { stored[name] = value; }};
const program = new Function("msg", "context", process.argv[1]);
lines.on("line", (line) => console.log(JSON.stringify(program(JSON.parse(line), context))));
"""


@pytest.mark.skipif(not NODE.exists(), reason="needs Node")
def test_the_node_red_program_runs_the_handshake() -> None:
    order = WordOrder.LOW_FIRST
    flow = json.loads(printed("--format", "node-red", "--word-order", str(order)))
    program = next(node["func"] for node in flow if node["type"] == "function")
    station = StandInStation()
    port = station.line.open_port("wire", TriggerSource.MODBUS)
    memory = ModbusMemory(port, order, plc_timeout_s=3600)
    results = []
    with subprocess.Popen(
        [NODE, "-e", RUN_FUNCTION_NODE, program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as node:
        assert node.stdin
        assert node.stdout

        def say(topic: str, payload: object) -> None:
            assert node.stdin
            assert node.stdout
            node.stdin.write(json.dumps({"topic": topic, "payload": payload}) + "\n")
            node.stdin.flush()
            command, result = json.loads(node.stdout.readline())
            if command:
                memory.write_registers("plc", COMMAND_ADDRESS, command["payload"])
            if result:
                results.append(result["payload"])

        for number in range(3):
            say("trigger", f"Teil-Ä{number}")
        for cycle in range(60):
            memory.hear("plc")
            say("station", memory.read_registers(STATION_ADDRESS, STATION_WORDS))
            if cycle % 5 == 4:
                station.finish()
        node.stdin.close()
        assert node.wait(timeout=20) == 0
    assert station.fired == {1: "Teil-Ä0", 2: "Teil-Ä1", 3: "Teil-Ä2"}
    assert [(result["result_trigger_id"], result["result_part_id"]) for result in results] == list(
        station.fired.items()
    )
    assert [result["result_score"] for result in results] == [1, 2, 3]
