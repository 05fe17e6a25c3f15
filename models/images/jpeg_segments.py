"""Segments of a JPEG file before its pixels: quantization tables, EXIF data and the like."""

from __future__ import annotations

import struct
from collections.abc import Iterator

START = b"\xff\xd8"
APP1, QUANTIZATION_TABLES, START_OF_SCAN = 0xE1, 0xDB, 0xDA
_ALONE = (0x01, *range(0xD0, 0xDA))
"""Markers without a length (ITU-T T.81, B.1.1.3)."""
_MOST_TABLES = 4


def segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The marker and the content of each segment up to the first scan.

    It ends early where the data is no JPEG, cut off or damaged.
    """
    at = 2 if data.startswith(START) else len(data)
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF or marker in _ALONE:
            at += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        if marker == START_OF_SCAN or length < 2:
            return
        yield marker, data[at + 4 : at + 2 + length]
        at += 2 + length


def quantization_tables(data: bytes) -> dict[int, tuple[int, ...]]:
    """The 64 steps of each quantization table, by its number, usually 0 luminance, 1 colour.

    Larger steps are a lower quality (ITU-T T.81, B.2.4.1). Empty for what is no JPEG.
    """
    tables: dict[int, tuple[int, ...]] = {}
    for marker, content in segments(data):
        if marker == QUANTIZATION_TABLES:
            tables |= _tables(content)
    return tables


def _tables(content: bytes) -> dict[int, tuple[int, ...]]:
    tables = {}
    at = 0
    while at < len(content):
        deep, number = divmod(content[at], 16)
        layout = struct.Struct(">64H" if deep else ">64B")
        if number >= _MOST_TABLES or at + 1 + layout.size > len(content):
            break
        tables[number] = layout.unpack_from(content, at + 1)
        at += 1 + layout.size
    return tables
