"""Directories (IFDs) of TIFF and BigTIFF files, and of EXIF data, which has the same form.

After Adobe's "TIFF 6.0" and the BigTIFF design of libtiff. Only integers and texts are read: all
tags about the layout of pixels are integers.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

SUBFILE, WIDTH, HEIGHT, BITS, COMPRESSION = 254, 256, 257, 258, 259
PHOTOMETRIC, ORIENTATION, SAMPLES, PLANAR, SAMPLE_FORMAT = 262, 274, 277, 284, 339
STRIP_OFFSETS, STRIP_BYTES, TILE_OFFSETS, TILE_BYTES = 273, 279, 324, 325

WHITE_IS_ZERO, BLACK_IS_ZERO, RGB, PALETTE = 0, 1, 2, 3
DEFLATE = (8, 32946)
JPEG = (6, 7)

SIGNATURES = (b"II*\x00", b"MM\x00*", b"II+\x00")
"""The last is BigTIFF; its rare big-endian form is `MM\x00+`."""

# struct's codes of the field types: BYTE, ASCII (as the values of its bytes), SHORT, LONG, their
# signed kin, IFD, LONG8.
_CODES = {
    1: "B",
    2: "B",
    3: "H",
    4: "I",
    6: "b",
    8: "h",
    9: "i",
    13: "I",
    16: "Q",
    17: "q",
    18: "Q",
}
_MOST_DIRECTORIES = 1000
_MOST_VALUES = 1 << 24

Directory: TypeAlias = Mapping[int, tuple[int, ...]]
"""The values of each tag."""


class _Layout(NamedTuple):
    """Layout of the numbers in a file: that of classic TIFF or of BigTIFF."""

    order: str
    entries: str
    values: str
    offset: str
    first: int


def directories(data: bytes) -> Iterator[Directory]:
    """Read the directories in order; usually each describes one picture.

    Raises:
        struct.error: the data ends before the directory does.
        ValueError: the directories have no end.
    """
    layout = _layout(data)
    (at,) = struct.unpack_from(layout.order + layout.offset, data, layout.first)
    for _ in range(_MOST_DIRECTORIES):
        if at == 0:
            return
        directory, at = _directory(data, at, layout)
        yield directory
    raise ValueError(f"it has more than {_MOST_DIRECTORIES} pages")


def directory_at(data: bytes, at: int) -> Directory:
    """Read the directory at an offset that a tag gives, as of EXIF; raises as `directories`."""
    return _directory(data, at, _layout(data))[0]


def _layout(data: bytes) -> _Layout:
    order = "<" if data[:2] == b"II" else ">"
    (version,) = struct.unpack_from(order + "H", data, 2)
    return _Layout(order, *(("Q", "Q", "Q", 8) if version == 43 else ("H", "I", "I", 4)))


def _directory(data: bytes, at: int, layout: _Layout) -> tuple[Directory, int]:
    """Read the directory at offset `at`; also returns the offset of the next, 0 after the last."""
    order = layout.order
    (entries,) = struct.unpack_from(order + layout.entries, data, at)
    at += struct.calcsize(order + layout.entries)
    head = struct.Struct(order + "HH" + layout.values)
    room = struct.calcsize(order + layout.offset)
    values = {}
    for _ in range(entries):
        tag, kind, count = head.unpack_from(data, at)
        if kind in _CODES and count <= _MOST_VALUES:
            packed = f"{order}{count}{_CODES[kind]}"
            place = at + head.size
            if struct.calcsize(packed) > room:
                (place,) = struct.unpack_from(order + layout.offset, data, place)
            values[tag] = struct.unpack_from(packed, data, place)
        at += head.size + room
    (following,) = struct.unpack_from(order + layout.offset, data, at)
    return values, following
