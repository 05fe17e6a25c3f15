"""Masks as PNG files in RGB, as the service's sample code blends them with pictures.

A general encoder takes tens of milliseconds for a few megapixels of RGB. Here every row but the
first is stored as its difference from the row above (PNG's filter Up). Most rows of a mask equal
the row above, which is one short block of the compressed data, the same for each of them; the
others are nearly all zeros, which run-length encoding packs several times as fast as a search.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

import numpy as np

from okng.models.arrays import Uint8Array

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_ZLIB_HEADER = b"\x78\x01"
_FILTER_NONE, _FILTER_UP = 0, 2
_ADLER_BASE = 65521
_ROWS_AT_ONCE = 64
"""Rows that are compressed in one piece: few enough for the processor's cache."""
_SHORTEST_GAP = 8
"""Fewer equal rows than these are compressed with the others rather than end a run."""


def encode_mask(mask: Uint8Array, colors: Uint8Array) -> bytes:
    """The PNG of a mask [H, W], whose values are rows of `colors` [n, 3] RGB."""
    height, width = mask.shape
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", _compressed(mask, colors)), (b"IEND", b""))
    return _SIGNATURE + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def _compressed(mask: Uint8Array, colors: Uint8Array) -> bytes:
    """The rows as a zlib stream (RFC 1950) of blocks that don't refer to each other."""
    height, width = mask.shape
    deflate = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS, strategy=zlib.Z_RLE)

    def block(data: bytes | memoryview) -> bytes:
        return deflate.compress(data) + deflate.flush(zlib.Z_FULL_FLUSH)

    first = bytes([_FILTER_NONE]) + colors[mask[0]].tobytes()
    repeat = block(bytes([_FILTER_UP]) + bytes(3 * width))
    pieces, adler, written = [_ZLIB_HEADER, block(first)], zlib.adler32(first), 1
    for start, end in _changed_rows(mask):
        rows = _differences(mask[start - 1 : end], colors)
        pieces += [repeat * (start - written), block(rows)]
        adler = _adler_of_repeats(adler, start - written, len(first))
        adler, written = zlib.adler32(rows, adler), end
    pieces.append(repeat * (height - written))
    adler = _adler_of_repeats(adler, height - written, len(first))
    return b"".join((*pieces, deflate.flush(zlib.Z_FINISH), struct.pack(">I", adler)))


def _changed_rows(mask: Uint8Array) -> Iterator[tuple[int, int]]:
    """Start and end of the runs in which rows differ from the row above, a few at a time."""
    changed = np.flatnonzero((mask[1:] != mask[:-1]).any(axis=1)) + 1
    gaps = np.flatnonzero(np.diff(changed) > _SHORTEST_GAP) + 1
    for run in np.split(changed, gaps) if changed.size else ():
        for start in range(int(run[0]), int(run[-1]) + 1, _ROWS_AT_ONCE):
            yield start, min(start + _ROWS_AT_ONCE, int(run[-1]) + 1)


def _differences(mask: Uint8Array, colors: Uint8Array) -> memoryview:
    """Every row of a mask but the first, as its difference from the row above."""
    height, width = mask.shape[0] - 1, mask.shape[1]
    rows = np.zeros((height, 1 + 3 * width), np.uint8)
    rows[:, 0] = _FILTER_UP
    above, below = mask[:-1].ravel(), mask[1:].ravel()
    changed = np.flatnonzero(above != below)
    pixels = rows[:, 1:].reshape(height, width, 3)
    pixels[divmod(changed, width)] = colors[below[changed]] - colors[above[changed]]
    return rows.data


def _adler_of_repeats(adler: int, rows: int, row_bytes: int) -> int:
    """The checksum after rows that are the filter's number and zeros, without reading them."""
    low, high = adler & 0xFFFF, adler >> 16
    for _ in range(rows):
        low = (low + _FILTER_UP) % _ADLER_BASE
        high = (high + low * row_bytes) % _ADLER_BASE
    return high << 16 | low
