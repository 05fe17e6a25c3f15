"""Alignment of a picture with a template, independent of the lighting."""

from __future__ import annotations

import math
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from okng.models.arrays import Float32Array

STEPS = 3
"""Steps of the refinement; more changed the result by less than a hundredth of a pixel."""
DAMPING = 0.01
"""Damping of the phase correlation: frequencies much weaker than the strongest are noise."""
CLIP = 2.0
"""Residuals in the refinement are clipped at so many median absolute values."""


class Pose(NamedTuple):
    """Pose of a picture relative to the template."""

    right_px: float
    down_px: float
    turn_deg: float
    """Clockwise, about the picture's middle."""


class Template:
    """A grey picture [h, w] float32, prepared for aligning others with it."""

    def __init__(self, grey: Float32Array) -> None:
        height, width = grey.shape
        self._grey = grey
        self.shape = grey.shape
        self._window = cv2.createHanningWindow((width, height), cv2.CV_32F)
        self._spectrum = np.conj(self._windowed_spectrum(grey))
        down, right = np.gradient(grey)
        y, x = np.mgrid[:height, :width].astype(np.float32)
        x, y = x - (width - 1) / 2, y - (height - 1) / 2
        # The differences are explained by shift, turn, and light that rises to a side or overall.
        columns = [
            -right,
            -down,
            right * y - down * x,
            grey,
            np.ones_like(grey),
            grey * x,
            grey * y,
        ]
        weights = np.sqrt(self._window).ravel()
        self._basis = np.stack([column.ravel() for column in columns], axis=1)
        self._solve = (np.linalg.pinv(self._basis * weights[:, None]) * weights).astype(np.float32)

    def pose(self, picture: Float32Array) -> Pose:
        """Measure the pose of `picture` [h, w] relative to the template.

        Phase correlation (Kuglin and Hines 1975) finds the shift, least squares refine it and
        find the turn (Lucas and Kanade 1981, in Baker and Matthews' inverse form, 2004).
        """
        right, down = self._correlate(picture)
        turn = 0.0
        for _ in range(STEPS):
            back = moved(picture, Pose(right, down, math.degrees(turn)), back=True)
            step = self._explain((back - self._grey).ravel())
            right, down, turn = right + step[0], down + step[1], turn + step[2]
        return Pose(float(right), float(down), math.degrees(turn))

    def _explain(self, difference: Float32Array) -> Float32Array:
        """Fit coefficients of the basis; the effect of a defect is clipped (Huber 1973)."""
        fitted = _product(self._basis, _product(self._solve, difference))
        rest = difference - fitted
        most = CLIP * float(np.median(np.abs(rest)))
        return _product(self._solve, fitted + np.clip(rest, -most, most))

    def _correlate(self, picture: Float32Array) -> tuple[float, float]:
        """The shift to the right and down, in whole pixels."""
        cross = self._windowed_spectrum(picture) * self._spectrum
        size = np.abs(cross)
        peaks = np.fft.irfft2(cross / (size + DAMPING * size.max() + 1e-9), s=self.shape)
        down, right = np.unravel_index(int(peaks.argmax()), self.shape)
        height, width = self.shape
        return (
            float((right + width // 2) % width - width // 2),
            float((down + height // 2) % height - height // 2),
        )

    def _windowed_spectrum(self, grey: Float32Array) -> npt.NDArray[np.complex128]:
        return np.fft.rfft2((grey - grey.mean()) * self._window)


def moved(picture: Float32Array, pose: Pose, back: bool = False) -> Float32Array:
    """Turn `picture` [h, w] about its middle and shift it, or undo both; its border is repeated."""
    height, width = picture.shape
    x, y = (width - 1) / 2, (height - 1) / 2
    turn = math.radians(pose.turn_deg)
    cos, sin = math.cos(turn), math.sin(turn)
    matrix = np.array(
        [
            [cos, -sin, x - cos * x + sin * y + pose.right_px],
            [sin, cos, y - sin * x - cos * y + pose.down_px],
        ]
    )
    flags = cv2.INTER_LINEAR | (cv2.WARP_INVERSE_MAP if back else 0)
    return cv2.warpAffine(  # type: ignore[return-value]
        picture, matrix, (width, height), flags=flags, borderMode=cv2.BORDER_REPLICATE
    )


def _product(matrix: Float32Array, vector: Float32Array) -> Float32Array:
    """Product in this thread alone: BLAS would wake threads that keep spinning afterwards."""
    product: Float32Array = np.einsum("ij,j->i", matrix, vector)
    return product
