"""EXIF orientation: how stored pixels must be turned or mirrored to be upright.

CIPA DC-008 (Exif 2.32), tag 274: 1 is upright, 2 to 8 are the other turns and mirrorings.
"""

from __future__ import annotations

import struct

import numpy as np

from okng.models.arrays import AnyArray
from okng.models.images.tiff import ORIENTATION, directories

UPRIGHT = 1

_TURNS = {
    2: lambda image: image[:, ::-1],
    3: lambda image: image[::-1, ::-1],
    4: lambda image: image[::-1],
    5: lambda image: image.swapaxes(0, 1),
    6: lambda image: image.swapaxes(0, 1)[:, ::-1],
    7: lambda image: image.swapaxes(0, 1)[::-1, ::-1],
    8: lambda image: image.swapaxes(0, 1)[::-1],
}
"""The turn that makes a stored image upright, by its orientation."""


def read_orientation(exif: bytes) -> int:
    """The orientation 1 to 8 in EXIF data (CIPA DC-008, 4.6.5); 1 where the data has none."""
    try:
        first = next(directories(exif), {})
    except (struct.error, ValueError):
        return UPRIGHT
    value = first.get(ORIENTATION, (UPRIGHT,))[0]
    return value if 1 <= value <= 8 else UPRIGHT


def upright(image: AnyArray, orientation: int) -> AnyArray:
    """The stored image [H, W] or [H, W, C], turned upright; contiguous where it was turned."""
    turn = _TURNS.get(orientation)
    return np.ascontiguousarray(turn(image)) if turn else image


def stored_size(orientation: int, width: int, height: int) -> tuple[int, int]:
    """Width and height of the stored image whose upright one has this width and height."""
    return (height, width) if orientation >= 5 else (width, height)


def shown_point(
    orientation: int, x: float, y: float, width: float, height: float
) -> tuple[float, float]:
    """Map the point (x, y) of a stored image of that width and height to the upright one."""
    return {
        1: (x, y),
        2: (width - x, y),
        3: (width - x, height - y),
        4: (x, height - y),
        5: (y, x),
        6: (height - y, x),
        7: (height - y, width - x),
        8: (y, width - x),
    }[orientation]
