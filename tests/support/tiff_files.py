"""TIFF files in layouts that image programs write and OpenCV doesn't."""

from __future__ import annotations

import struct
from typing import Any

import numpy as np
import numpy.typing as npt

SHORT, LONG, LONG8 = 3, 4, 16
WHITE_IS_ZERO, BLACK_IS_ZERO, RGB, PALETTE, CMYK = 0, 1, 2, 3, 5


def tiff(
    pixels: npt.NDArray[Any],
    photometric: int | None = None,
    *,
    bits: int | None = None,
    planar: bool = False,
    order: str = "<",
    big: bool = False,
    pages: int = 1,
    tags: dict[int, tuple[int, ...]] | None = None,
) -> bytes:
    """An uncompressed TIFF of `pixels` [H, W] or [H, W, C], each page alike, in one strip a plane.

    `bits` 1 packs pixels of 0 and 1; `tags` adds any others, as SHORT.
    """
    height, width = pixels.shape[:2]
    channels = 1 if pixels.ndim == 2 else pixels.shape[2]
    if photometric is None:
        photometric = BLACK_IS_ZERO if channels < 3 else RGB
    planes = np.moveaxis(pixels, 2, 0) if planar and channels > 1 else pixels[None]
    strips = [_strip(plane, bits, order) for plane in planes]
    entries: dict[int, tuple[int, tuple[int, ...]]] = {
        256: (LONG, (width,)),
        257: (LONG, (height,)),
        258: (SHORT, (bits or pixels.dtype.itemsize * 8,) * channels),
        259: (SHORT, (1,)),
        262: (SHORT, (photometric,)),
        273: (LONG, (0,) * len(strips)),
        277: (SHORT, (channels,)),
        278: (LONG, (height,)),
        279: (LONG, tuple(map(len, strips))),
        284: (SHORT, (2 if planar else 1,)),
        339: (SHORT, ({"u": 1, "i": 2, "f": 3}[pixels.dtype.kind],) * channels),
    }
    entries |= {tag: (SHORT, values) for tag, values in (tags or {}).items()}
    return _file(entries, strips, order, big, pages)


def _strip(plane: npt.NDArray[Any], bits: int | None, order: str) -> bytes:
    if bits == 1:
        return np.packbits(plane.astype(bool), axis=1).tobytes()
    return plane.astype(plane.dtype.newbyteorder(order)).tobytes()


def _file(
    entries: dict[int, tuple[int, tuple[int, ...]]],
    strips: list[bytes],
    order: str,
    big: bool,
    pages: int,
) -> bytes:
    mark = b"II" if order == "<" else b"MM"
    offset, room = ("Q", 8) if big else ("I", 4)
    head = mark + struct.pack(
        order + ("HHHQ" if big else "HI"), *((43, 8, 0, 16) if big else (42, 8))
    )
    data = bytearray(head)
    for page in range(pages):
        start = len(data)
        size = (8 + 20 * len(entries) + 8) if big else (2 + 12 * len(entries) + 4)
        outside = bytearray()
        after = start + size
        table = struct.pack(order + ("Q" if big else "H"), len(entries))
        # The strips come last: behind every value that has no room in its entry.
        long_values = sum(
            _padded(len(_packed(kind, values, order)))
            for kind, values in entries.values()
            if len(_packed(kind, values, order)) > room
        )
        at = after + long_values
        places = []
        for strip in strips:
            places.append(at)
            at += _padded(len(strip))
        for tag, (kind, values) in sorted(entries.items()):
            if tag == 273:
                values = tuple(places)
            content = _packed(kind, values, order)
            if len(content) > room:
                where = struct.pack(order + offset, after + len(outside))
                outside += content.ljust(_padded(len(content)), b"\0")
            else:
                where = content.ljust(room, b"\0")
            table += struct.pack(order + "HH" + offset, tag, kind, len(values)) + where
        table += struct.pack(order + offset, at if page + 1 < pages else 0)
        data += table + outside
        for strip in strips:
            data += strip.ljust(_padded(len(strip)), b"\0")
    return bytes(data)


def _packed(kind: int, values: tuple[int, ...], order: str) -> bytes:
    return struct.pack(f"{order}{len(values)}{'H' if kind == SHORT else 'I'}", *values)


def _padded(length: int) -> int:
    return (length + 7) // 8 * 8


def as_stored(upright: npt.NDArray[Any], orientation: int) -> npt.NDArray[Any]:
    """The pixels that a file of that orientation holds of an upright picture (EXIF, 4.6.5)."""
    return {
        1: upright,
        2: upright[:, ::-1],
        3: upright[::-1, ::-1],
        4: upright[::-1],
        5: upright.swapaxes(0, 1),
        6: upright.swapaxes(0, 1)[::-1],
        7: upright.swapaxes(0, 1)[::-1, ::-1],
        8: upright.swapaxes(0, 1)[:, ::-1],
    }[orientation]
