"""`okng soak`: an endurance run of the handshake on a station's own wire."""

from __future__ import annotations

import json
from pathlib import Path

import click

from okng.device.commands.options import NAME, with_settings
from okng.device.plc_sim.ledger_check import compare_with_ledger
from okng.device.plc_sim.modbus import ModbusConnection
from okng.device.plc_sim.report import Report
from okng.device.plc_sim.virtual_plc import Behaviour, VirtualPlc
from okng.device.settings.settings import StationSettings
from okng.device.wires.modbus.settings import ModbusWireSettings
from okng.models.atomic_files import write_file
from okng.models.errors import OkngError

_ANY = {"0.0.0.0": "127.0.0.1", "::": "::1"}
"""Addresses that a server listens on but nobody connects to."""


class SoakError(OkngError):
    """The endurance run can't begin; the message says why."""


@click.command
@click.option(
    "--parts",
    type=click.IntRange(1, 10_000_000),
    default=10_000,
    show_default=True,
    help="Number of triggers.",
)
@click.option(
    "--wire", type=NAME, help="Name of the wire. Defaults to the only Modbus wire of the settings."
)
@click.option(
    "--seed",
    type=click.IntRange(0),
    default=0,
    show_default=True,
    help="Seed of the random mistakes.",
)
@click.option(
    "--report",
    "report_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File for the report: JSON if its name ends in .json, else text.",
)
@with_settings
def soak(
    settings: StationSettings, parts: int, wire: str | None, seed: int, report_file: Path | None
) -> None:
    """Run many handshakes with the mistakes that PLCs make, and compare them with the ledger.

    The station has to be inspecting, with its PLC disconnected. Acknowledgements are left out, late
    or doubled, and the connection is interrupted. Exits with status 1 if a result belonged to
    another part, or if a result is missing from the ledger.
    """
    modbus = _wire(settings, wire)
    host = _ANY.get(modbus.host, modbus.host)
    connection = ModbusConnection(host, modbus.port, modbus.unit_id or 1, modbus.word_order)
    behaviour = Behaviour(
        parts=parts,
        burst=modbus.parts_in_flight,
        skip_ack=0.02,
        late_ack=0.02,
        double_ack=0.01,
        reconnect=0.002,
        timeout_s=2.0,
        seed=seed,
    )
    plc = VirtualPlc(connection, behaviour)
    report = plc.run()
    report.ledger = compare_with_ledger(settings.data_dir, plc.sent, plc.outcomes)
    if report_file:
        write_file(report_file, _content(report, report_file).encode())
    click.echo(report.text())
    if not report.passed:
        raise click.exceptions.Exit(1)


def _content(report: Report, file: Path) -> str:
    if file.suffix == ".json":
        return json.dumps(report.as_dict(), indent=2) + "\n"
    return report.text() + "\n"


def _wire(settings: StationSettings, name: str | None) -> ModbusWireSettings:
    wires = [wire for wire in settings.wires if isinstance(wire, ModbusWireSettings)]
    chosen = [wire for wire in wires if name in (None, wire.name)]
    if len(chosen) == 1:
        return chosen[0]
    there = ", ".join(repr(wire.name) for wire in wires) or "none"
    if name:
        raise SoakError(f"no Modbus wire is called {name!r}; the settings have: {there}")
    raise SoakError(f"name a Modbus wire with --wire; the settings have: {there}")
