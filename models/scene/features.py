"""What is measured of one picture's scene, and the comparison of two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from okng.models.preprocessing import Image
from okng.models.scene.reference import Measure

CELLS = 8
"""Rows and columns of the brightness field."""
REDUCED_PX = 256
"""The picture is halved while its longer side is at least twice this."""
SMALLEST_PX = 32
"""Shorter side of pictures that are measured."""
SMALL_PX = 64
"""Longer side of the picture whose position is looked at."""
OFFSET = 0.005
"""Added to brightness before its logarithm: in black cells noise alone would make large ratios."""
SATURATED, BLACK = 0.99, 0.01
"""Of the full range: pixels above and below carry nothing of the part."""
SAMPLE_STEP = 4
"""Every fourth pixel of every fourth row is enough to count shares."""
MINIMUM_ENERGY = 1e-7
"""Mean square, of the range's: less than the rounding of 8 bit pictures leaves."""
BAND_PX = 8
"""Of every so many rows at full size two are looked at."""
COARSE_PX = 17
"""Structure of the halved reduced picture from 3 up to this is coarse."""
LEFT_OUT = 8
"""Cells of 64."""
FIT_STEPS = 4
BIWEIGHT, MAD = 4.685, 1.4826
"""Tukey's constant, for residuals in standard deviations, and the median's share of one."""
LEAST_RESIDUAL = 0.02
"""Of the light's fit: cells within 2 % follow it."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Features:
    """One picture."""

    detail: float | None
    """Log of the finest octave's energy at full size by that of all that is coarse: brightness
    and contrast cancel out. None for a picture so small that it is not reduced."""
    texture: float
    """The same of the reduced picture's finest octave."""
    saturated: float
    """Share of pixels, 0..1."""
    black: float
    small: npt.NDArray[np.uint8]
    """Grey, longer side SMALL_PX at most."""


def measure_features(image: Image) -> Features:
    """Of a picture [H, W] grey or [H, W, 3] BGR, uint8 or uint16 that fill their range.

    Both sides have SMALLEST_PX at least. An octave's energy is what averaging 2 x 2 pixels takes
    away of the mean square, which is that of the Haar wavelet (Mallat, "A theory for
    multiresolution signal decomposition", 1989).
    """
    top = float(np.iinfo(image.dtype).max)
    grey: npt.NDArray[Any] = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    reduced = grey
    while max(reduced.shape) >= 2 * REDUCED_PX and min(reduced.shape) >= SMALLEST_PX:
        reduced = _halved(reduced)
    scaled = reduced.astype(np.float32) * np.float32(1 / top)
    halved = _halved(scaled)
    band = cv2.blur(halved, (3, 3)) - cv2.blur(halved, (COARSE_PX, COARSE_PX))
    coarse = _cell_means(band**2)
    sample = grey[::SAMPLE_STEP, ::SAMPLE_STEP]
    return Features(
        detail=None if reduced is grey else _sharpness(_bands(grey) * np.float32(1 / top), coarse),
        texture=_sharpness(scaled, coarse),
        saturated=float(np.count_nonzero(sample >= SATURATED * top)) / sample.size,
        black=float(np.count_nonzero(sample <= BLACK * top)) / sample.size,
        small=np.round(_shrunk(halved, SMALL_PX) * 255).astype(np.uint8),
    )


def brightness_field(small: npt.NDArray[np.float32]) -> Floats:
    """[CELLS, CELLS] mean brightness, 0..1, of a small picture [h, w] of 0..255."""
    return _cell_means(small) / 255


def light_changes(field: Floats, reference: Floats) -> dict[Measure, float]:
    """How the brightness field [CELLS, CELLS] differs from a reference, as natural logarithms.

    `level` is the whole picture's, `horizontal` the right side's against the left one's,
    `vertical` bottom against top, `centre` the middle against the corners. They are a fit of
    smooth light, weighted by the reference's brightness; cells that don't follow it (a defect, a
    shadow with an edge) are weighed down by Tukey's biweight (Beaton and Tukey 1974).
    """
    change = np.log((field + OFFSET) / (reference + OFFSET)).ravel()
    bright = np.sqrt(reference.ravel())
    weights = np.ones_like(change)
    fit = np.array([weighted_median(change, bright), 0.0, 0.0, 0.0])
    for _ in range(FIT_STEPS):
        residuals = change - _SMOOTH_LIGHT @ fit
        scale = BIWEIGHT * max(MAD * weighted_median(np.abs(residuals), bright), LEAST_RESIDUAL)
        weights = bright * np.square(np.maximum(1 - np.square(residuals / scale), 0))
        fit = np.linalg.lstsq(_SMOOTH_LIGHT * weights[:, None], change * weights, rcond=None)[0]
    return dict(zip(_LIGHT_MEASURES, fit.tolist(), strict=True))


def weighted_median(values: Floats, weights: Floats) -> float:
    """The value below which half of the weight lies."""
    values, weights = values.ravel(), weights.ravel()
    order = np.argsort(values)
    reached = np.cumsum(weights[order] + 1e-9)
    return float(values[order][np.searchsorted(reached, reached[-1] / 2)])


_LIGHT_MEASURES: tuple[Measure, ...] = ("level", "horizontal", "vertical", "centre")


def _smooth_light() -> Floats:
    """[cells, 4]: columns for the light's level, rise to the right, rise down, and bulge."""
    at = (np.arange(CELLS) + 0.5) / CELLS - 0.5
    y, x = np.meshgrid(at, at, indexing="ij")
    bulge = -(x**2 + y**2) * 2
    columns = (np.ones_like(x), x, y, bulge - bulge.mean())
    return np.stack([column.ravel() for column in columns], axis=1)


_SMOOTH_LIGHT = _smooth_light()


def _sharpness(picture: npt.NDArray[np.float32], coarse: Floats) -> float:
    """Log of the finest octave's energy by the coarse one, without the cells with most detail.

    Those may be a defect.
    """
    height, width = (side // 2 * 2 for side in picture.shape)
    even = picture[:height, :width]
    fine = np.maximum(_cell_means(even**2) - _cell_means(_halved(even) ** 2), 0)
    kept = np.argsort(fine, axis=None)[:-LEFT_OUT]
    ratio = (fine.ravel()[kept].mean() + MINIMUM_ENERGY) / (
        coarse.ravel()[kept].mean() + MINIMUM_ENERGY
    )
    return float(np.log(ratio))


def _bands(grey: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Two rows of every BAND_PX."""
    whole = grey[: len(grey) // BAND_PX * BAND_PX]
    return whole.reshape(-1, BAND_PX, grey.shape[1])[:, :2].reshape(-1, grey.shape[1])


def _halved(picture: npt.NDArray[Any]) -> npt.NDArray[Any]:
    height, width = (max(side // 2, 1) for side in picture.shape)
    even = picture[: 2 * height, : 2 * width]
    return cv2.resize(even, (width, height), interpolation=cv2.INTER_AREA)


def _shrunk(picture: npt.NDArray[Any], longer_side_px: int) -> npt.NDArray[Any]:
    height, width = picture.shape
    scale = longer_side_px / max(height, width)
    if scale >= 1:
        return picture
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA)


def _cell_means(picture: npt.NDArray[Any]) -> Floats:
    return cv2.resize(picture, (CELLS, CELLS), interpolation=cv2.INTER_AREA).astype(np.float64)
