"""Conversion to grey by luminance."""

from __future__ import annotations

from typing import Literal

import cv2

from okng.models.arrays import Image
from okng.models.preparation.steps.step import ImageStep


class Grey(ImageStep):
    """Grey by luminance: 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601)."""

    type: Literal["grey"] = "grey"

    def apply(self, image: Image) -> Image:
        """The luminance [H, W]; a grey image stays as it is."""
        if image.ndim == 2:
            return image
        return cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)  # type: ignore[return-value]
