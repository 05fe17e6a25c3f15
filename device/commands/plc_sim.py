"""`okng plc-sim`: a virtual PLC that runs the handshake against a station."""

from __future__ import annotations

import json

import click

from okng.device.commands.options import FiniteFloat
from okng.device.plc_sim.modbus import ModbusConnection
from okng.device.plc_sim.virtual_plc import Behaviour, VirtualPlc
from okng.device.wires.register_map import WordOrder

SHARE = FiniteFloat(0, 1)


@click.command("plc-sim")
@click.option(
    "--protocol",
    type=click.Choice(["modbus"]),
    default="modbus",
    show_default=True,
    help="Protocol of the wire.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address of the station.")
@click.option(
    "--port", type=click.IntRange(1, 65535), default=5020, show_default=True, help="TCP port."
)
@click.option(
    "--unit-id", type=click.IntRange(0, 255), default=1, show_default=True, help="Unit identifier."
)
@click.option(
    "--word-order",
    type=click.Choice([str(order) for order in WordOrder]),
    default=str(WordOrder.HIGH_FIRST),
    show_default=True,
    help="Which register of a 32-bit value comes first, as in the station's settings.",
)
@click.option(
    "--parts",
    type=click.IntRange(1, 10_000_000),
    default=100,
    show_default=True,
    help="Number of triggers.",
)
@click.option(
    "--rate",
    type=FiniteFloat(0.001, 1000),
    help="Triggers per second. Defaults to as many as the handshake allows.",
)
@click.option(
    "--jitter",
    type=SHARE,
    default=0.0,
    show_default=True,
    help="Largest delay of a trigger, as a share of the period.",
)
@click.option(
    "--skip-ack",
    type=SHARE,
    default=0.0,
    show_default=True,
    help="Share of results that are read but not acknowledged.",
)
@click.option(
    "--burst",
    type=click.IntRange(1, 100),
    default=1,
    show_default=True,
    help="Triggers in a row before the first one's result is read.",
)
@click.option("--part-ids/--no-part-ids", default=True, help="Whether triggers carry a part id.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def plc_sim(
    protocol: str,
    host: str,
    port: int,
    unit_id: int,
    word_order: str,
    parts: int,
    rate: float | None,
    jitter: float,
    skip_ack: float,
    burst: int,
    part_ids: bool,
    as_json: bool,
) -> None:
    """Run the handshake against a station as a PLC would.

    The report says how many triggers were accepted, what came of them, and whether each result
    belonged to its part; the exit status is 1 if one did not.
    """
    behaviour = Behaviour(
        parts=parts,
        rate_hz=rate,
        jitter=jitter,
        skip_ack=skip_ack,
        burst=burst,
        part_ids=part_ids,
    )
    connection = ModbusConnection(host, port, unit_id, WordOrder(word_order))
    report = VirtualPlc(connection, behaviour).run()
    click.echo(json.dumps(report.as_dict(), indent=2) if as_json else report.text())
    if not report.passed:
        raise click.exceptions.Exit(1)
