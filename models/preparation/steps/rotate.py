"""Rotation by quarter turns, which moves every pixel exactly."""

from __future__ import annotations

from typing import Literal

import cv2
import numpy as np

from okng.models.arrays import Float32Array, Image
from okng.models.preparation.steps.step import Area, ImageStep, PictureSize

_CODES = {
    90: cv2.ROTATE_90_CLOCKWISE,
    180: cv2.ROTATE_180,
    270: cv2.ROTATE_90_COUNTERCLOCKWISE,
}


class Rotate(ImageStep):
    """Rotation clockwise, in degrees."""

    type: Literal["rotate"] = "rotate"
    degrees: Literal[90, 180, 270]

    @property
    def _swaps(self) -> bool:
        return self.degrees != 180

    def apply(self, image: Image) -> Image:
        """The turned image."""
        return cv2.rotate(image, _CODES[self.degrees])  # type: ignore[return-value]

    def size_after(self, size: PictureSize) -> PictureSize:
        """Width and height, which change places unless the picture stands on its head."""
        return PictureSize(size.height, size.width) if self._swaps else size

    def area_after(self, area: Area, size: PictureSize) -> Area:
        """The turned area."""
        left, top, right, bottom = area
        match self.degrees:
            case 90:
                return Area(size.height - bottom, left, size.height - top, right)
            case 180:
                return Area(
                    size.width - right, size.height - bottom, size.width - left, size.height - top
                )
            case 270:
                return Area(top, size.width - right, bottom, size.width - left)

    def restore(self, anomaly_map: Float32Array, size: PictureSize) -> Float32Array:
        """The map turned back."""
        return np.ascontiguousarray(np.rot90(anomaly_map, self.degrees // 90))
