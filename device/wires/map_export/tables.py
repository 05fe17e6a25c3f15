"""The register map as CSV and as the Markdown of docs/plc-modbus.md."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from okng.device.wires.fields import COMMAND_FIELDS, FIELDS, STATION_FIELDS, Field
from okng.device.wires.register_map import address, bit_address
from okng.models.marked_section import replace_section

COLUMNS = ("name", "type", "direction", "register", "bit", "coil_or_input", "unit", "description")

_BEGIN, _END = "<!-- register map: make docs -->", "<!-- end of the register map -->"


def as_csv() -> str:
    """One line for each field; registers and bits count from 0."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for field in FIELDS:
        writer.writerow(
            (
                field.name,
                field.type,
                field.direction,
                address(field),
                "" if field.bit is None else field.bit,
                "" if field.bit is None else bit_address(field),
                field.unit,
                field.description.replace("`", ""),
            )
        )
    return text.getvalue()


def as_markdown() -> str:
    """Two tables: what the PLC writes, and what it reads."""
    return (
        "### What the PLC writes\n\n"
        + _table("coil", COMMAND_FIELDS)
        + "\n### What the PLC reads\n\n"
        + _table("discrete input", STATION_FIELDS)
    )


def put_into(document: str) -> str:
    """The document with the tables in place of those between its two marks.

    Raises:
        ValueError: it lacks the marks.
    """
    return replace_section(document, _BEGIN, _END, as_markdown())


def _table(bit_name: str, fields: Iterable[Field]) -> str:
    rows = [f"| register | {bit_name} | field | type | meaning |", "|---|---|---|---|---|"]
    for field in fields:
        first, last = address(field), address(field) + field.type.words - 1
        register = f"{first}" if first == last else f"{first}-{last}"
        if field.bit is not None:
            register += f".{field.bit}"
        bit = "" if field.bit is None else bit_address(field)
        unit = f" In {field.unit}." if field.unit else ""
        rows.append(
            f"| {register} | {bit} | `{field.name}` | {field.type} | {field.description}{unit} |"
        )
    return "\n".join(rows) + "\n"
