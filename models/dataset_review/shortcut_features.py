"""Shortcut features: figures of a picture that say little or nothing of the part.

A model that can tell the label from them may learn them instead of the part (Geirhos et al.,
"Shortcut Learning in Deep Neural Networks", Nature Machine Intelligence 2, 2020, 665-673).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np

from okng.models.arrays import BoolArray, Float32Array, Float64Array, Image, Uint8Array
from okng.models.images.exif_capture import Capture, read_capture
from okng.models.images.image_header import read_header
from okng.models.images.jpeg_segments import quantization_tables

BORDER = 16
"""The border is the outermost 1/16 of the width and the height."""
REDUCED_PX = 128
"""Longer side of the reduced picture, on which light and colour are measured."""
OUTSIDE_SHARES = (0.05, 0.95)
"""Where less of a picture looks like its border, or more, no part is told from a background."""
_NEAR_GREY_VALUES = 12
"""Least difference from the border's colour at which a pixel may belong to the part."""
_NEAR_DEVIATIONS = 4
_QUANTILES = (10, 50, 90)
_SECTIONS = 24
"""Sections of each side whose sharpness is compared: an edge that crosses the border is in few."""
_SCALES = 3
_LEAST_DEPTH_PX = 12
_LEAST_DETAIL = 0.05
"""Grey values, so that detail of even surfaces is a number too."""
_FORMATS = ("PNG", "JPEG", "BMP", "TIFF")


class ShortcutFeatures(NamedTuple):
    """The shortcut features of one picture, by group."""

    border: Float64Array
    """Level, deviation and colour; of each side level, deviation and steepest step."""
    outside: Float64Array | None
    """Level, deviation and colour of what looks like the border and is connected with it; None
    where that is everything or nothing."""
    light: Float64Array
    """Quantiles of the level and the median colour of the whole picture, the part included."""
    sharpness: Float64Array
    """Fine detail along the border, and relative to coarser detail."""
    file: Float64Array
    """Format, size in pixels and JPEG's quantization. Not the size in bytes, which rises with the
    detail of the part."""
    capture: Capture


def shortcut_features(image: Image, grey: Float32Array, data: bytes) -> ShortcutFeatures:
    """Measure the features of `image`, with its `grey` values [H, W] 0..255 and its file `data`."""
    small = _reduced(image, grey)
    level: Float32Array = cv2.transform(small, _MEAN)  # type: ignore[assignment]
    ring = _ring(*level.shape)
    return ShortcutFeatures(
        border=_border(small, level, ring),
        outside=_outside(small, ring),
        light=_light(small, level),
        sharpness=_sharpness(grey),
        file=_file(data),
        capture=read_capture(data),
    )


_MEAN = np.full((1, 3), 1 / 3)
_GREY_WEIGHTS = np.array([0.114, 0.587, 0.299])


def _reduced(image: Image, grey: Float32Array) -> Float32Array:
    """The picture as BGR [h, w, 3] with values 0..255, its longer side `REDUCED_PX` at most."""
    height, width = image.shape[:2]
    scale = min(REDUCED_PX / max(height, width), 1)
    size = tuple(max(round(side * scale), min(side, BORDER)) for side in (width, height))
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    if image.ndim == 2:
        small = cv2.cvtColor(small, cv2.COLOR_GRAY2BGR)  # type: ignore[assignment]
    level = float(small.mean(axis=(0, 1)) @ _GREY_WEIGHTS)
    # As `grey` was scaled: 16 bit pictures fill more or less of their range.
    scaled: Float32Array = small * np.float32(grey.mean() / level) if level > 0 else small
    return scaled


def _depths(height: int, width: int) -> tuple[int, int]:
    """Rows and columns of the border."""
    return max(1, height // BORDER), max(1, width // BORDER)


def _ring(height: int, width: int) -> Uint8Array:
    """255 in the border [h, w]."""
    rows, columns = _depths(height, width)
    ring = np.full((height, width), 255, np.uint8)
    ring[rows : height - rows, columns : width - columns] = 0
    return ring


def _colours(small: Float32Array, mask: Uint8Array) -> list[float]:
    """Level and deviation inside the mask, and how far blue and red leave green."""
    means, deviations = cv2.meanStdDev(small, mask=mask)
    blue, green, red = means.ravel()
    return [means.mean(), deviations.mean(), blue - green, red - green]


def _border(small: Float32Array, level: Float32Array, ring: Uint8Array) -> Float64Array:
    rows, columns = _depths(*level.shape)
    features = _colours(small, ring)
    for side in (level[:rows], level[::-1][:rows], level.T[:columns], level.T[::-1][:columns]):
        lines = side.mean(axis=1)
        steps = np.diff(lines)
        # Where a tray ends inside the border, there is a step from one line to the next.
        step = steps[np.abs(steps).argmax()] if steps.size else 0.0
        features += [lines[0], side.std(), step]
    return np.array(features, np.float64)


def _outside(small: Float32Array, ring: Uint8Array) -> Float64Array | None:
    background = _background(small, ring > 0)
    least, most = OUTSIDE_SHARES
    if not least <= background.mean() <= most:
        return None
    return np.array(_colours(small, background.astype(np.uint8)), np.float64)


def _background(small: Float32Array, ring: BoolArray) -> BoolArray:
    """What has the border's colour and is connected with it [h, w]."""
    usual = np.median(small[ring], axis=0)
    distance = np.maximum.reduce([np.abs(small[:, :, i] - usual[i]) for i in range(3)])
    near = distance <= max(_NEAR_DEVIATIONS * float(np.median(distance[ring])), _NEAR_GREY_VALUES)
    opened = cv2.morphologyEx(near.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    count, labels = cv2.connectedComponents(opened)
    touching = np.zeros(count, np.bool_)
    touching[labels[ring]] = True
    touching[0] = False
    background: BoolArray = touching[labels]
    return background


def _light(small: Float32Array, level: Float32Array) -> Float64Array:
    blue, green, red = cv2.split(small)
    colour = [np.median(blue - green), np.median(red - green)]
    return np.array([*np.percentile(level, _QUANTILES), *colour], np.float64)


def _sharpness(grey: Float32Array) -> Float64Array:
    """Logarithms of fine detail relative to coarser, so that light and contrast don't matter."""
    # Only strips of the border are filtered: pictures may be large.
    rows, columns = (max(depth, _LEAST_DEPTH_PX) for depth in _depths(*grey.shape))
    sides = (grey[:rows], grey[-rows:], grey[:, :columns].T, grey[:, -columns:].T)
    strips = [np.ascontiguousarray(side) for side in sides]
    details = []
    for _ in range(_SCALES):
        details.append(_detail(strips))
        strips = [cv2.pyrDown(strip) for strip in strips]  # type: ignore[misc]
    fine, coarse, coarser = details
    return np.concatenate([fine - coarse, coarse - coarser])


def _detail(strips: Sequence[Float32Array]) -> Float64Array:
    """Lower quantiles of the sections' mean Laplacian, which an edge here or there hardly moves."""
    sections = []
    for strip in strips:
        detail = np.abs(cv2.Laplacian(strip, cv2.CV_32F)).mean(axis=0)
        length = max(len(detail) // _SECTIONS, 1)
        whole = len(detail) // length * length
        sections.append(detail[:whole].reshape(-1, length).mean(axis=1))
    quantiles: Float64Array = np.percentile(np.concatenate(sections), (25, 50))
    return np.log(quantiles + _LEAST_DETAIL)


def _file(data: bytes) -> Float64Array:
    header = read_header(data)
    tables = quantization_tables(data)
    steps = [math.log(sum(tables[number])) if number in tables else 0.0 for number in (0, 1)]
    kind = [float(header.format == name) for name in _FORMATS]
    size = [math.log(header.width), math.log(header.height), header.bits, header.channels]
    return np.array([*kind, *size, header.progressive, len(tables), *steps], np.float64)
