"""Many handshakes of a PLC that makes mistakes: no result may ever go to another part."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.stand_in_line import StandInStation
from support.station import eventually, free_port

from okng.device.plc_sim.modbus import ModbusConnection
from okng.device.plc_sim.report import Report
from okng.device.plc_sim.virtual_plc import Behaviour, VirtualPlc
from okng.device.types import TriggerSource
from okng.device.wires.field_values import OUTCOME_CODES, FieldValue
from okng.device.wires.fields import COMMAND_FIELDS, STATION_FIELDS
from okng.device.wires.modbus.server.memory import ModbusMemory
from okng.device.wires.modbus.settings import ModbusWireSettings
from okng.device.wires.modbus.wire import ModbusWire
from okng.device.wires.register_map import (
    COMMAND_ADDRESS,
    COMMAND_WORDS,
    STATION_ADDRESS,
    STATION_WORDS,
    WordOrder,
    decode,
    encode,
)

ORDER = WordOrder.LOW_FIRST


class Registers:
    """A PLC at the wire's registers without a network: parts are finished between two requests."""

    def __init__(self, station: StandInStation, parts_in_flight: int, seed: int) -> None:
        self._station = station
        port = station.line.open_port("wire", TriggerSource.MODBUS, parts_in_flight)
        self._memory = ModbusMemory(port, ORDER, plc_timeout_s=3600)
        self._random = random.Random(seed)

    def open(self) -> None:
        pass

    def close(self) -> None:
        pass

    def write(self, commands: Mapping[str, FieldValue]) -> None:
        self._pass_time()
        registers = encode(COMMAND_FIELDS, commands, COMMAND_WORDS, ORDER)
        self._memory.hear("plc")
        self._memory.write_registers("plc", COMMAND_ADDRESS, registers)

    def read(self) -> dict[str, FieldValue]:
        self._pass_time()
        self._memory.hear("plc")
        registers = self._memory.read_registers(STATION_ADDRESS, STATION_WORDS)
        return decode(STATION_FIELDS, registers, ORDER)

    def _pass_time(self) -> None:
        if self._random.random() < 0.4:
            self._station.finish()


@contextmanager
def modbus_server(station: StandInStation, tmp_path: Path) -> Iterator[ModbusConnection]:
    """The real server over loopback; parts take up to 3 ms."""
    settings = ModbusWireSettings(
        port=free_port(), parts_in_flight=3, word_order=ORDER, plc_timeout_ms=60_000
    )
    wire = ModbusWire(settings, station.line, "test", tmp_path)
    ends = threading.Event()

    def judge() -> None:
        takes_s = random.Random(3)
        while not ends.is_set():
            station.finish()
            time.sleep(takes_s.random() * 0.003)

    judging = threading.Thread(target=judge)
    wire.start()
    judging.start()
    try:
        connection = ModbusConnection("127.0.0.1", settings.port, word_order=ORDER)
        eventually(connection._client.connect)
        yield connection
        connection.close()
    finally:
        ends.set()
        judging.join()
        wire.stop()


def mistakes(parts: int, seed: int) -> Behaviour:
    chance = random.Random(seed)
    double_ack = chance.choice((0.0, 0.05))
    return Behaviour(
        parts=parts,
        burst=chance.choice((1, 1, 2, 3, 4)),
        skip_ack=chance.choice((0.0, 0.05, 0.3)),
        late_ack=chance.choice((0.0, 0.05, 0.3)),
        double_ack=double_ack,
        reconnect=chance.choice((0.0, 0.02)),
        poll_s=0,
        # Only a result that was acknowledged unread is waited for in vain.
        timeout_s=0.3 if double_ack else 20,
        seed=seed,
    )


def check(station: StandInStation, plc: VirtualPlc, report: Report) -> None:
    """Every accepted trigger is a part of the PLC with its own id, and each result is its own."""
    eventually(lambda: station.finish() is False)
    assert report.wrong_associations == 0, report.text()
    assert plc.sent == station.fired, "a part for each accepted trigger, and no other"
    assert set(station.ledger) == set(station.fired)
    assert report.accepted + sum(report.errors.values()) == report.triggers
    assert sum(report.results.values()) + report.unread == report.accepted
    for trigger_id, code in plc.outcomes.items():
        assert code == OUTCOME_CODES[station.ledger[trigger_id][1]]


def run_registers(parts: int, seed: int) -> Report:
    station = StandInStation()
    behaviour = mistakes(parts, seed)
    plc = VirtualPlc(Registers(station, 1 + seed % 4, seed), behaviour)
    report = plc.run()
    check(station, plc, report)
    assert behaviour.double_ack or not report.unread
    return report


def run_server(parts: int, seed: int, tmp_path: Path) -> Report:
    station = StandInStation()
    with modbus_server(station, tmp_path) as connection:
        plc = VirtualPlc(connection, mistakes(parts, seed))
        report = plc.run()
    check(station, plc, report)
    return report


@pytest.mark.parametrize("seed", range(8))
def test_no_result_goes_to_another_part(seed: int) -> None:
    run_registers(30, seed)


def test_no_result_goes_to_another_part_over_the_network(tmp_path: Path) -> None:
    report = run_server(60, 11, tmp_path)
    assert report.accepted


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_hundred_thousand_handshakes(tmp_path: Path) -> None:
    reports = [run_registers(2_000, 100 + seed) for seed in range(48)]
    reports += [run_server(1_000, 200 + seed, tmp_path) for seed in range(4)]
    assert sum(report.triggers for report in reports) == 100_000
    assert sum(report.reconnects for report in reports)
    assert sum(report.read_again for report in reports), "acknowledgements were left out"
    assert sum(report.stale for report in reports)
    assert sum(report.unread for report in reports), "results were acknowledged unread"
    assert sum(sum(report.errors.values()) for report in reports)
