"""Fields as 16-bit registers, and where Modbus has them."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from enum import StrEnum

from okng.device.wires.field_values import FieldValue, string_bytes, string_text
from okng.device.wires.fields import (
    COMMAND_FIELDS,
    STATION_FIELDS,
    Direction,
    Field,
    FieldType,
    words,
)

COMMAND_ADDRESS = 0
"""First register of what the PLC writes."""
COMMAND_WORDS = words(COMMAND_FIELDS)
STATION_ADDRESS = 100
"""First register of what the station writes."""
STATION_WORDS = words(STATION_FIELDS)
COILS = 16
"""The first command register by bits."""
DISCRETE_INPUTS = 32
"""The first two station registers by bits."""


class WordOrder(StrEnum):
    """Which of a 32-bit value's two registers comes first."""

    HIGH_FIRST = "high_first"
    LOW_FIRST = "low_first"


def address(field: Field) -> int:
    """Its first register."""
    to_station = field.direction is Direction.TO_STATION
    return field.offset + (COMMAND_ADDRESS if to_station else STATION_ADDRESS)


def bit_address(field: Field) -> int | None:
    """Its coil, or its discrete input where the station writes it; None unless a BOOL."""
    return None if field.bit is None else 16 * field.offset + field.bit


def encode(
    fields: Sequence[Field], values: Mapping[str, FieldValue], length: int, order: WordOrder
) -> list[int]:
    """Registers of a block of `length` words with the values of all of its fields."""
    registers = [0] * length
    for field in fields:
        for word, value in enumerate(_words(field, values[field.name], order), field.offset):
            registers[word] |= value
    return registers


def decode(
    fields: Sequence[Field], registers: Sequence[int], order: WordOrder
) -> dict[str, FieldValue]:
    """The values of all fields of a block by their names."""
    return {
        field.name: _value(field, registers[field.offset :][: field.type.words], order)
        for field in fields
    }


def _words(field: Field, value: FieldValue, order: WordOrder) -> Sequence[int]:
    match field.type:
        case FieldType.BOOL:
            return (int(bool(value)) << (field.bit or 0),)
        case FieldType.UINT:
            return (int(value),)
        case FieldType.STRING:
            return struct.unpack(f">{field.type.words}H", string_bytes(str(value)))
    packed = struct.pack(_FORMATS[field.type], value)
    return _ordered(struct.unpack(">2H", packed), order)


def _value(field: Field, registers: Sequence[int], order: WordOrder) -> FieldValue:
    match field.type:
        case FieldType.BOOL:
            return bool(registers[0] >> (field.bit or 0) & 1)
        case FieldType.UINT:
            return registers[0]
        case FieldType.STRING:
            return string_text(struct.pack(f">{field.type.words}H", *registers))
    packed = struct.pack(">2H", *_ordered(registers, order))
    value: FieldValue = struct.unpack(_FORMATS[field.type], packed)[0]
    return value


def _ordered(pair: Sequence[int], order: WordOrder) -> Sequence[int]:
    return pair if order is WordOrder.HIGH_FIRST else tuple(reversed(pair))


_FORMATS = {FieldType.UDINT: ">I", FieldType.REAL: ">f"}
