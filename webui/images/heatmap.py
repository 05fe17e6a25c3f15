"""Heat maps: an anomaly map as a coloured, transparent overlay for the pages.

Nothing is shown where nothing is: below nine tenths of the threshold the overlay is transparent,
and what exceeds the threshold has a contour.
"""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from okng.device.types import PixelArea

VISIBLE_FROM = 0.9
"""Multiple of the threshold up to which the heat map is transparent."""
STRONGEST_AT = 2.0
"""Multiple of the threshold from which the heat map is at its reddest and most opaque."""
MAX_OPACITY = 0.75
CONTOUR_SHARE = 1 / 300
"""Thickness of the contour, of the picture's shorter side; it is dark outside and light inside."""
DARK, LIGHT = (0, 0, 0, 255), (255, 255, 255, 255)
MOST_OVERLAY_PIXELS = 4_000_000
OVERLAY_BYTES_PER_PIXEL = 28
"""Peak memory for rendering a heat map."""


def heat_map_png(
    scores: NDArray[np.float32],
    threshold: float | None,
    width: int,
    height: int,
    crop: PixelArea | None = None,
) -> bytes:
    """Renders an anomaly map as an RGBA PNG to lay over its picture.

    The scale depends on the threshold, so that a colour means the same on every part: transparent
    up to nine tenths of it, yellow around it, red from twice of it, with a contour around what
    exceeds it. The PNG has the picture's proportions and, up to `MOST_OVERLAY_PIXELS`, its size: an
    anomaly map has no finer detail.

    Args:
        scores: The anomaly map, (H, W).
        threshold: None or not positive: the map's largest score is used instead.
        width: Of the picture, pixels.
        height: Of the picture, pixels.
        crop: The area that the map covers; outside it is transparent. None: the whole picture.
    """
    anchor = threshold if threshold and threshold > 0 else float(scores.max()) or 1.0
    relative = scores / np.float32(anchor)
    place = crop or PixelArea(left=0, top=0, right=width, bottom=height)
    scale = overlay_scale(width, height)
    if scale < 1:
        place = _scaled_area(place, scale)
        width, height = max(1, round(width * scale)), max(1, round(height * scale))
    size = (place.right - place.left, place.bottom - place.top)
    enlarged = cv2.resize(relative, size, interpolation=cv2.INTER_LINEAR)
    overlay = np.zeros((height, width, 4), np.uint8)
    left, top = max(place.left, 0), max(place.top, 0)
    seen = enlarged[top - place.top : height - place.top, left - place.left : width - place.left]
    rows, columns = seen.shape
    strength = ((seen - VISIBLE_FROM) / (STRONGEST_AT - VISIBLE_FROM)).clip(0, 1)
    coloured = _COLOURS[(strength * 255).astype(np.uint8)]
    _draw_contours(coloured, seen > 1, max(1, round(min(width, height) * CONTOUR_SHARE)))
    overlay[top : top + rows, left : left + columns] = coloured
    _, data = cv2.imencode(".png", overlay, [cv2.IMWRITE_PNG_COMPRESSION, 1])
    return data.tobytes()


def _draw_contours(overlay: NDArray[np.uint8], exceeds: NDArray[np.bool_], thickness: int) -> None:
    """Draws the outlines of the regions, visible on bright parts and on dark ones."""
    contours, _ = cv2.findContours(
        exceeds.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE
    )
    for colour, width in ((DARK, 3 * thickness), (LIGHT, thickness)):
        cv2.drawContours(overlay, contours, -1, colour, width, cv2.LINE_AA)


def overlay_scale(width: int, height: int) -> float:
    """Scale of the heat map of a picture of this size; 1 is one pixel for each of the picture's."""
    return min(1.0, math.sqrt(MOST_OVERLAY_PIXELS / (width * height)))


def _scaled_area(area: PixelArea, scale: float) -> PixelArea:
    left, top = round(area.left * scale), round(area.top * scale)
    right, bottom = round(area.right * scale), round(area.bottom * scale)
    return PixelArea(left=left, top=top, right=max(right, left + 1), bottom=max(bottom, top + 1))


def _colours() -> NDArray[np.uint8]:
    """The colour map, (256, 4) uint8 BGRA: from transparent through yellow to red."""
    strength = np.linspace(0, 1, 256)
    # The root makes scores just over the threshold visible: 0.3 times MAX_OPACITY at it.
    opacity = MAX_OPACITY * np.sqrt(strength)
    bgra = np.stack([0 * strength, 230 * (1 - strength), 255 + 0 * strength, 255 * opacity], axis=1)
    return bgra.astype(np.uint8)


_COLOURS = _colours()
