"""A PLC on Modbus TCP and the complete station."""

from __future__ import annotations

import json
import socket
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from pymodbus.client import ModbusTcpClient
from pymodbus.constants import ExcCodes
from pymodbus.exceptions import ModbusException
from support.running_station import AUTHOR, RunningStation
from support.station import eventually, free_port

from okng.device.cli import main
from okng.device.handshake.signals import AcquisitionError
from okng.device.ipc.commands import ApplyRecipe, GetStatus
from okng.device.plc_sim.connection import PlcConnectionError
from okng.device.plc_sim.modbus import ModbusConnection
from okng.device.plc_sim.virtual_plc import IDLE, Signals
from okng.device.recipes.recipe import Recipe
from okng.device.types import ModelReference, TriggerSource
from okng.device.wires.modbus.settings import ModbusWireSettings
from okng.device.wires.register_map import WordOrder

ENABLED = IDLE | {"trigger_enable": True}


class Plc(ModbusConnection):
    """A PLC whose program is the test."""

    def __init__(self, port: int, order: WordOrder = WordOrder.HIGH_FIRST) -> None:
        super().__init__("127.0.0.1", port, word_order=order)
        self.open()

    def set(self, **commands: bool | int | str) -> Signals:
        self.write(ENABLED | commands)
        return self.read()

    def wait(self, holds: Callable[[Signals], object]) -> Signals:
        def look() -> Signals | None:
            signals = self.read()
            return signals if holds(signals) else None

        return eventually(look) or {}


@pytest.fixture
def settings() -> ModbusWireSettings:
    return ModbusWireSettings(port=free_port(), plc_timeout_ms=60_000)


@pytest.fixture
def line_station(
    make_station: Callable[..., RunningStation], settings: ModbusWireSettings
) -> RunningStation:
    station = make_station(wires=(settings,))
    station.inspect(number=3)
    return station


@pytest.fixture
def connect() -> Iterator[Callable[..., Plc]]:
    """Connects a PLC that has written its idle signals: from then on its edges count."""
    connected: list[Plc] = []

    def make(settings: ModbusWireSettings) -> Plc:
        def attempt() -> Plc | None:
            try:
                return Plc(settings.port, settings.word_order)
            except PlcConnectionError:
                return None

        plc = eventually(attempt)
        assert plc
        connected.append(plc)
        plc.set()
        return plc

    yield make
    for plc in connected:
        plc.close()


@pytest.fixture
def plc(
    line_station: RunningStation, settings: ModbusWireSettings, connect: Callable[..., Plc]
) -> Plc:
    return connect(settings)


def test_a_part_goes_through_and_carries_its_id(line_station: RunningStation, plc: Plc) -> None:
    ready = plc.wait(lambda signals: signals["trigger_ready"])
    assert ready["running_recipe"] == 3
    accepted = plc.set(trigger=True, part_id="Teil Ä-17")
    assert accepted["trigger_ack"]
    assert not accepted["trigger_ready"]
    assert plc.set()["trigger_ack"] is False
    done = plc.wait(lambda signals: signals["results_valid"])
    assert done["exposure_complete"]
    assert done["result_trigger_id"] == accepted["acquisition_id"]
    assert done["result_part_id"] == "Teil Ä-17"
    assert done["result_ok"] is not done["result_ng"]
    part = eventually(lambda: line_station.ledger.by_trigger(int(done["result_trigger_id"])))
    assert (part.source, part.part_id) == (TriggerSource.MODBUS, "Teil Ä-17")
    assert done["result_score"] == pytest.approx(part.score, rel=1e-6)
    assert done["result_threshold"] == pytest.approx(part.threshold, rel=1e-6)
    assert done["result_outcome"] == ("", "OK", "NG", "ERROR", "MISSED").index(part.outcome)
    read = plc.set(results_ack=True)
    assert not any(read[name] for name in ("results_valid", "result_ok", "result_ng"))
    heartbeat = plc.set()["heartbeat"]
    plc.wait(lambda signals: signals["heartbeat"] != heartbeat)
    status = line_station.client.ask(GetStatus())
    assert [(wire.name, wire.connected) for wire in status.wires] == [("modbus", True)]


def test_the_plc_changes_the_recipe(line_station: RunningStation, plc: Plc) -> None:
    second = Recipe(name="second", number=4, model=ModelReference(name="discs", version=1))
    line_station.client.ask(ApplyRecipe(recipe=second, author=AUTHOR))

    def load(number: int) -> Signals:
        plc.set(load_recipe=True, recipe_number=number)
        plc.wait(lambda signals: signals["recipe_load_ack"])
        return plc.set()

    failed = load(9)
    assert failed["recipe_load_failed"]
    assert not any(failed[name] for name in ("recipe_load_ack", "online", "trigger_ready"))
    assert plc.set(trigger=True)["acquisition_error"] == AcquisitionError.NOT_ONLINE
    plc.set()
    loaded = load(4)
    assert loaded["running_recipe"] == 4
    assert not loaded["recipe_load_failed"]
    assert loaded["trigger_ready"]


def test_what_may_not_be_written_or_read_is_an_exception(plc: Plc) -> None:
    client = plc._client
    before = plc.set()
    illegal_address = [
        client.write_register(100, 1),
        client.write_registers(18, [1, 2, 3]),
        client.write_coil(16, True),
        client.write_coils(12, [True] * 8),
        client.read_holding_registers(90, count=20),
        client.read_input_registers(130, count=5),
        client.read_discrete_inputs(31, count=2),
        client.readwrite_registers(read_address=100, read_count=2, write_address=50, values=[1]),
    ]
    assert {answer.exception_code for answer in illegal_address} == {ExcCodes.ILLEGAL_ADDRESS}
    illegal_value = [
        client.write_register(0, 0x0013),
        client.write_registers(2, [0, 1]),
        client.write_coil(4, True),
    ]
    assert {answer.exception_code for answer in illegal_value} == {ExcCodes.ILLEGAL_VALUE}
    after = plc.read()
    assert {**after, "heartbeat": 0} == {**before, "heartbeat": 0}


def test_every_function_code_reaches_the_same_signals(plc: Plc) -> None:
    client = plc._client
    plc.set()
    client.write_coils(0, [True, True])
    assert client.read_coils(0, count=16).bits[:3] == [True, True, False]
    assert client.read_holding_registers(0, count=1).registers == [3]
    assert client.read_discrete_inputs(0, count=32).bits[2]
    assert client.read_holding_registers(100, count=1).registers[0] >> 2 & 1
    client.write_coil(1, False)
    assert not client.read_discrete_inputs(0, count=32).bits[2]
    both = client.readwrite_registers(
        read_address=100, read_count=34, write_address=0, values=[0, 0]
    )
    assert not both.registers[0] >> 1 & 1, "what was written holds for what is read"


def ended(wire: socket.socket) -> bool:
    try:
        return wire.recv(99) == b""
    except ConnectionError:
        return True


def test_requests_in_one_piece_are_all_answered(plc: Plc, settings: ModbusWireSettings) -> None:
    def request(number: int, pdu: bytes) -> bytes:
        return struct.pack(">HHHB", number, 0, len(pdu) + 1, 1) + pdu

    read = struct.pack(">BHH", 3, 100, 1)
    too_many = struct.pack(">BHH", 3, 100, 126)
    unknown = b"\x63\x00"
    stream = b"".join(map(request, range(4), (read, too_many, unknown, read)))
    with socket.create_connection(("127.0.0.1", settings.port), timeout=20) as wire:
        for piece in (stream[:3], stream[3:20], stream[20:]):
            wire.sendall(piece)
        answers = b""
        while len(answers) < 2 * 11 + 2 * 9:
            answers += wire.recv(999)
        codes = answers[7], answers[11 + 7 : 11 + 9], answers[20 + 7 : 20 + 9], answers[29 + 7]
        assert codes == (3, b"\x83\x03", b"\xe3\x01", 3)
        wire.sendall(b"GET / HTTP/1.1\r\n\r\n")
        assert ended(wire)


def test_a_second_client_reads_the_same_and_keeps_no_silent_plc_alive(
    make_station: Callable[..., RunningStation], connect: Callable[..., Plc]
) -> None:
    settings = ModbusWireSettings(port=free_port(), plc_timeout_ms=300)
    station = make_station(wires=(settings,))
    station.inspect()
    plc = connect(settings)
    accepted = plc.set(trigger=True, part_id="held")
    assert accepted["trigger_ack"], accepted
    with ModbusTcpClient("127.0.0.1", port=settings.port, source_address=("127.0.0.2", 0)) as other:

        def shown() -> list[int]:
            return list(other.read_input_registers(100, count=34).registers)

        assert shown()[4:6] == [0, accepted["acquisition_id"]]
        eventually(lambda: not shown()[0] & 0b100), "the silent PLC's trigger counts as dropped"
        assert shown()[0] & 1, "the station itself is online"
    back = plc.set(trigger=True, part_id="held")
    assert back["acquisition_error"] == AcquisitionError.TRIGGER_HELD
    assert back["acquisition_id"] == accepted["acquisition_id"], "no second part"
    assert plc.set()["trigger_ready"] or plc.wait(lambda signals: signals["results_valid"])


def test_a_heartbeat_that_stands_still_is_a_silent_plc(
    make_station: Callable[..., RunningStation], connect: Callable[..., Plc]
) -> None:
    settings = ModbusWireSettings(
        port=free_port(), plc_timeout_ms=300, word_order=WordOrder.LOW_FIRST
    )
    station = make_station(wires=(settings,))
    station.inspect()
    plc = connect(settings)
    assert plc.set(plc_heartbeat=1)["trigger_ready"]
    plc.wait(lambda signals: not signals["trigger_ready"])
    assert plc.set(plc_heartbeat=2)["trigger_ready"]


def test_only_allowed_clients_connect(
    make_station: Callable[..., RunningStation], caplog: pytest.LogCaptureFixture
) -> None:
    settings = ModbusWireSettings(port=free_port(), allowed_clients=("127.0.0.8/30",))
    make_station(wires=(settings,))

    def ask(source: str) -> bool:
        with ModbusTcpClient(
            "127.0.0.1", port=settings.port, source_address=(source, 0), retries=0
        ) as client:
            try:
                return not client.read_input_registers(100, count=1).isError()
            except (ModbusException, OSError):
                return False

    eventually(lambda: ask("127.0.0.9"))
    assert not ask("127.0.0.1")
    assert not ask("127.0.0.1")
    refused = [record for record in caplog.records if "allowed_clients" in record.message]
    assert len(refused) == 1
    assert "127.0.0.1" in refused[0].message


def test_a_station_that_stops_is_gone_from_the_wire(
    line_station: RunningStation, plc: Plc, settings: ModbusWireSettings
) -> None:
    assert plc.set()["trigger_ready"]
    line_station.stop()
    with pytest.raises(PlcConnectionError):
        plc.read()
    plc.close()
    with pytest.raises(PlcConnectionError, match="no Modbus server answers"):
        Plc(settings.port)


def test_a_port_that_is_taken_is_said_and_tried_again(
    make_station: Callable[..., RunningStation], connect: Callable[..., Plc]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        settings = ModbusWireSettings(port=taken.getsockname()[1])
        station = make_station(wires=(settings,))
        error = eventually(lambda: station.client.ask(GetStatus()).wires[0].last_error)
        assert f"can't listen on 127.0.0.1:{settings.port}" in error
    eventually(lambda: station.client.ask(GetStatus()).wires[0].last_error is None)
    connect(settings)


def test_a_soak_finds_each_part_in_the_ledger(
    line_station: RunningStation, plc: Plc, settings: ModbusWireSettings, tmp_path: Path
) -> None:
    config = tmp_path / "okng.toml"
    config.write_text(
        f'data_dir = "{line_station.settings.data_dir}"\n[camera]\ntype = "folder"\n'
        f'path = "/nowhere"\n[[wires]]\ntype = "modbus"\nport = {settings.port}\n'
    )
    report = tmp_path / "report.json"
    arguments = ["soak", "--config", str(config), "--parts", "40", "--report", str(report)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    assert "PASSED" in result.output
    found = json.loads(report.read_text())
    accepted = found["accepted"]
    assert accepted + sum(found["errors"].values()) == found["triggers"] == 40
    assert found["ledger"] == {"equal": accepted, "different": 0, "missing": 0}
    assert found["wrong_associations"] == 0
    assert sum(found["results"].values()) + found["unread"] == accepted


def test_plc_sim_reports_its_handshakes(
    line_station: RunningStation, plc: Plc, settings: ModbusWireSettings
) -> None:
    options = ["--parts", "9", "--burst", "3", "--rate", "200", "--jitter", "1", "--json"]
    result = CliRunner().invoke(main, ["plc-sim", "--port", str(settings.port), *options])
    assert result.exit_code == 0, result.output
    report = json.loads(result.output)
    assert report["passed"]
    assert report["triggers"] == 9
    assert report["accepted"] + report["errors"].get("BUSY", 0) == 9
    assert report["results"].keys() <= {"OK", "NG"}
    assert report["handshake_ms"]["p50"] > 0
    plc.close()
    line_station.stop()
    result = CliRunner().invoke(main, ["plc-sim", "--port", str(settings.port)])
    assert result.exit_code == 1
    assert f"no Modbus server answers at 127.0.0.1:{settings.port}" in result.output
