"""Pictures for people's eyes; nothing here is ever judged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from okng.device.types import PixelArea
from okng.models.preprocessing import read_image

JPEG_QUALITY = 85

VISIBLE_FROM = 0.5
"""Share of the threshold below which the heat map is transparent."""
STRONGEST_AT = 2.0
"""Multiple of the threshold from which on the heat map is as red and opaque as it gets."""
MAX_OPACITY = 0.75


def scaled_jpeg(path: Path, width: int) -> bytes:
    """The picture of a file as JPEG, at most `width` pixels wide.

    Raises:
        okng.models.preprocessing.ImageError: the file is gone or damaged.
    """
    image = _eight_bits(read_image(path))
    if image.shape[1] > width:
        height = max(1, round(image.shape[0] * width / image.shape[1]))
        image = cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA)
    _, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    return data.tobytes()


def heat_map_png(
    scores: NDArray[np.float32],
    threshold: float | None,
    width: int,
    height: int,
    crop: PixelArea | None = None,
) -> bytes:
    """An anomaly map as RGBA PNG to lay over its picture.

    The scale hangs on the threshold, so that colours mean the same on every part: transparent up
    to half of it, yellow around it, red at twice of it.

    Args:
        scores: HxW.
        threshold: Null or not positive: the map's own largest score stands for it.
        width: Of the picture, pixels.
        height: Of the picture, pixels.
        crop: Where the map lies; all around it is transparent. Null: over the whole picture.
    """
    anchor = threshold if threshold and threshold > 0 else float(scores.max()) or 1.0
    strength = (scores / anchor - VISIBLE_FROM) / (STRONGEST_AT - VISIBLE_FROM)
    place = crop or PixelArea(left=0, top=0, right=width, bottom=height)
    size = (place.right - place.left, place.bottom - place.top)
    enlarged = cv2.resize(strength, size, interpolation=cv2.INTER_LINEAR)
    overlay = np.zeros((height, width, 4), np.uint8)
    left, top = max(place.left, 0), max(place.top, 0)
    seen = enlarged[top - place.top : height - place.top, left - place.left : width - place.left]
    rows, columns = seen.shape
    overlay[top : top + rows, left : left + columns] = _COLOURS[
        (seen.clip(0, 1) * 255).astype(np.uint8)
    ]
    _, data = cv2.imencode(".png", overlay, [cv2.IMWRITE_PNG_COMPRESSION, 1])
    return data.tobytes()


def _colours() -> NDArray[np.uint8]:
    """BGRA of each strength 0..255, from transparent by yellow to red."""
    strength = np.linspace(0, 1, 256)
    # The root lifts what is near the threshold into sight: 0.43 there, MAX_OPACITY at the top.
    opacity = MAX_OPACITY * np.sqrt(strength)
    bgra = np.stack([0 * strength, 230 * (1 - strength), 255 + 0 * strength, 255 * opacity], axis=1)
    return bgra.astype(np.uint8)


_COLOURS = _colours()


def _eight_bits(image: NDArray[Any]) -> NDArray[Any]:
    """Deeper pictures by the bits that they really use, or a 12 bit one would be all but black."""
    if image.dtype == np.uint8:
        return image
    bits = max(8, int(image.max()).bit_length())
    return cv2.convertScaleAbs(image, alpha=255 / ((1 << bits) - 1))
