"""Scene features of an image: sharpness, exposure and light, and how two images differ."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from okng.models.arrays import AnyArray, Float32Array, Float64Array, Image, Uint8Array
from okng.models.scene.reference import Measure

CELLS = 8
"""Rows and columns of the brightness field."""
REDUCED_PX = 256
"""The picture is halved while its longer side is at least twice this."""
SMALLEST_PX = 32
"""Shorter side of pictures that are measured."""
SMALL_PX = 64
"""Longer side of the small picture, of which the position is measured."""
OFFSET = 0.005
"""Added to brightness before its logarithm: in black cells noise alone would make large ratios."""
SATURATED, BLACK = 0.99, 0.01
"""Shares of the full range: brighter and darker pixels hold no information on the part."""
SAMPLE_STEP = 4
"""Every fourth pixel of every fourth row is enough to count shares."""
MINIMUM_ENERGY = 1e-7
"""Least mean square, as a share of the range's: below the rounding noise of 8 bit pictures."""
BAND_PX = 8
"""At full size, two of every so many rows are used."""
COARSE_PX = 17
"""Structure of 3 px up to this in the halved reduced picture is coarse."""
LEFT_OUT = 8
"""Number of the 64 cells, those with most detail, that are left out."""
FIT_STEPS = 4
BIWEIGHT, MAD = 4.685, 1.4826
"""Tukey's constant for residuals in standard deviations; from MAD to standard deviation."""
LEAST_RESIDUAL = 0.02
"""Least residual scale of the light's fit: cells within 2 % count as following it."""


@dataclass(frozen=True)
class Features:
    """Scene features of one image."""

    detail: float | None
    """Logarithm of the ratio of the finest octave's energy at full size to the coarse energy:
    brightness and contrast cancel out. None for a picture too small to be reduced."""
    texture: float
    """The same ratio for the finest octave of the reduced picture."""
    saturated: float
    """Share of saturated pixels, 0..1."""
    black: float
    small: Uint8Array
    """Grey picture with a longer side of at most SMALL_PX."""


def measure_features(image: Image) -> Features:
    """Measure an image [H, W] grey or [H, W, 3] BGR, of uint8 or uint16 that fills its range.

    Both sides have at least SMALLEST_PX. An octave's energy is the decrease of the mean square when
    2 x 2 pixels are averaged, which is the energy of the Haar wavelet (Mallat, "A theory for
    multiresolution signal decomposition", 1989).
    """
    top = float(np.iinfo(image.dtype).max)
    grey: AnyArray = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
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


def brightness_field(small: Float32Array) -> Float64Array:
    """Mean brightness [CELLS, CELLS], 0..1, of a small picture [h, w] of 0..255."""
    return _cell_means(small) / 255


def light_changes(field: Float64Array, reference: Float64Array) -> dict[Measure, float]:
    """How the brightness field [CELLS, CELLS] differs from a reference, as natural logarithms.

    `level` is the whole picture's, `horizontal` the right side's against the left one's,
    `vertical` bottom against top, `centre` the middle against the corners. They are a fit of
    smooth light, weighted by the reference's brightness; cells that don't follow it (a defect, a
    shadow with an edge) get less weight by Tukey's biweight (Beaton and Tukey 1974).
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


def weighted_median(values: Float64Array, weights: Float64Array) -> float:
    """The value below which half of the weight lies."""
    values, weights = values.ravel(), weights.ravel()
    order = np.argsort(values)
    reached = np.cumsum(weights[order] + 1e-9)
    return float(values[order][np.searchsorted(reached, reached[-1] / 2)])


_LIGHT_MEASURES: tuple[Measure, ...] = ("level", "horizontal", "vertical", "centre")


def _smooth_light() -> Float64Array:
    """Basis [cells, 4] of smooth light: level, rise to the right, rise downwards, and bulge."""
    at = (np.arange(CELLS) + 0.5) / CELLS - 0.5
    y, x = np.meshgrid(at, at, indexing="ij")
    bulge = -(x**2 + y**2) * 2
    columns = (np.ones_like(x), x, y, bulge - bulge.mean())
    return np.stack([column.ravel() for column in columns], axis=1)


_SMOOTH_LIGHT = _smooth_light()


def _sharpness(picture: Float32Array, coarse: Float64Array) -> float:
    """Logarithm of the ratio of the finest octave's energy to the coarse energy.

    The cells with most detail are left out, since they may show a defect.
    """
    height, width = (side // 2 * 2 for side in picture.shape)
    even = picture[:height, :width]
    fine = np.maximum(_cell_means(even**2) - _cell_means(_halved(even) ** 2), 0)
    kept = np.argsort(fine, axis=None)[:-LEFT_OUT]
    ratio = (fine.ravel()[kept].mean() + MINIMUM_ENERGY) / (
        coarse.ravel()[kept].mean() + MINIMUM_ENERGY
    )
    return float(np.log(ratio))


def _bands(grey: AnyArray) -> AnyArray:
    """Two rows of every BAND_PX."""
    whole = grey[: len(grey) // BAND_PX * BAND_PX]
    return whole.reshape(-1, BAND_PX, grey.shape[1])[:, :2].reshape(-1, grey.shape[1])


def _halved(picture: AnyArray) -> AnyArray:
    height, width = (max(side // 2, 1) for side in picture.shape)
    even = picture[: 2 * height, : 2 * width]
    return cv2.resize(even, (width, height), interpolation=cv2.INTER_AREA)


def _shrunk(picture: AnyArray, longer_side_px: int) -> AnyArray:
    height, width = picture.shape
    scale = longer_side_px / max(height, width)
    if scale >= 1:
        return picture
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA)


def _cell_means(picture: AnyArray) -> Float64Array:
    return cv2.resize(picture, (CELLS, CELLS), interpolation=cv2.INTER_AREA).astype(np.float64)


def filling_range(image: Image, significant_bits: int | None) -> Image:
    """Shift a picture's `significant_bits` to fill its range; None means that they do already."""
    if significant_bits and image.dtype == np.uint16:
        brightest = np.uint16(2**significant_bits - 1)
        return np.left_shift(np.minimum(image, brightest), np.uint16(16 - significant_bits))
    return image
