"""`okng plc`: what a PLC programmer needs for the wires of a station."""

from __future__ import annotations

from collections.abc import Callable

import click

from okng.device.wires.map_export.node_red import as_node_red
from okng.device.wires.map_export.structured_text import as_structured_text
from okng.device.wires.map_export.tables import as_csv, as_markdown
from okng.device.wires.register_map import WordOrder


@click.group
def plc() -> None:
    """Print the register map, PLC code and flows for a station's wires."""


@plc.command("map")
@click.option(
    "--format",
    "kind",
    type=click.Choice(["csv", "st", "node-red", "markdown"]),
    default="csv",
    show_default=True,
    help="A table (csv, markdown), a function block in Structured Text, or a Node-RED flow.",
)
@click.option(
    "--word-order",
    type=click.Choice([str(order) for order in WordOrder]),
    default=str(WordOrder.HIGH_FIRST),
    show_default=True,
    help="Which register of a 32-bit value comes first, as in the station's settings.",
)
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address of the station, for Node-RED."
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=5020,
    show_default=True,
    help="TCP port of the wire, for Node-RED.",
)
def register_map(kind: str, word_order: str, host: str, port: int) -> None:
    """Print the register map of Modbus TCP."""
    order = WordOrder(word_order)
    contents: dict[str, Callable[[], str]] = {
        "csv": as_csv,
        "markdown": as_markdown,
        "st": lambda: as_structured_text(order),
        "node-red": lambda: as_node_red(host, port, order),
    }
    click.echo(contents[kind](), nl=False)
