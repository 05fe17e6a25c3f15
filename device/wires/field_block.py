"""A block of fields as bytes, as it lies in a PLC's memory."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import Literal

from okng.device.wires.field_values import FieldValue, string_bytes, string_text
from okng.device.wires.fields import STRING_BYTES, Field, FieldType, words

ByteOrder = Literal["<", ">"]
"""Little-endian or big-endian, as `struct` writes it."""

WORD_BYTES = 2
_FORMATS = {FieldType.UINT: "H", FieldType.UDINT: "I", FieldType.REAL: "f"}
_LARGEST_REAL = 3.4e38


def block_bytes(fields: tuple[Field, ...]) -> int:
    """Size of a block."""
    return WORD_BYTES * words(fields)


def encode(fields: Sequence[Field], values: Mapping[str, FieldValue], order: ByteOrder) -> bytes:
    """The block with the values of all of its fields."""
    block = bytearray(block_bytes(tuple(fields)))
    for field in fields:
        value, at = values[field.name], WORD_BYTES * field.offset
        if field.bit is not None:
            (word,) = struct.unpack_from(f"{order}H", block, at)
            struct.pack_into(f"{order}H", block, at, word | bool(value) << field.bit)
        elif field.type is FieldType.STRING:
            block[at : at + STRING_BYTES] = string_bytes(str(value))
        else:
            if field.type is FieldType.REAL:
                value = max(-_LARGEST_REAL, min(_LARGEST_REAL, float(value)))
            struct.pack_into(order + _FORMATS[field.type], block, at, value)
    return bytes(block)


def decode(fields: Sequence[Field], block: bytes, order: ByteOrder) -> dict[str, FieldValue]:
    """The values of all fields of a block by their names."""
    values: dict[str, FieldValue] = {}
    for field in fields:
        at = WORD_BYTES * field.offset
        if field.bit is not None:
            (word,) = struct.unpack_from(f"{order}H", block, at)
            values[field.name] = bool(word >> field.bit & 1)
        elif field.type is FieldType.STRING:
            values[field.name] = string_text(block[at : at + STRING_BYTES]).strip()
        else:
            (values[field.name],) = struct.unpack_from(order + _FORMATS[field.type], block, at)
    return values
