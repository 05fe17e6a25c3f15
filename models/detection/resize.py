"""Resizing of an image to a detector's input, stretched or letterboxed, and of boxes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np

from okng.models.arrays import Float32Array, Float64Array, FloatArray, Image, Uint8Array
from okng.models.images.preprocessing import check_image, to_rgb8

Resize = Literal["stretch", "letterbox"]
"""Stretched to the whole input, or letterboxed between bars with the aspect ratio kept; it must be
the same as in the network's training."""

RESIZE_WORDS: dict[Resize, str] = {
    "stretch": "stretched to the whole input",
    "letterbox": "letterboxed: their aspect ratio is kept, with grey bars beside them",
}

GREY = 127
"""Value of the letterbox bars, as in training (`letterbox_image` in darknet's image.c)."""


@dataclass(frozen=True)
class Placement:
    """Placement of an image of `width` x `height` px in the input: position and scale."""

    width: int
    height: int
    left: int
    top: int
    scale_x: float
    """Pixels of the input per pixel of the picture."""
    scale_y: float

    def to_input(self, boxes: FloatArray) -> Float64Array:
        """Convert boxes [n, 4] from pixels of the picture to pixels of the input."""
        scale = np.array([self.scale_x, self.scale_y] * 2)
        moved: Float64Array = boxes * scale + np.array([self.left, self.top] * 2)
        return moved

    def to_picture(self, boxes: Float32Array) -> Float32Array:
        """Convert boxes [n, 4] (left, top, right, bottom) from the input's to the picture's pixels.

        Boxes are clipped to the picture.
        """
        offset = np.array([self.left, self.top] * 2, np.float32)
        scale = np.array([self.scale_x, self.scale_y] * 2, np.float32)
        edge = np.array([self.width, self.height] * 2, np.float32)
        inside: Float32Array = np.clip((boxes - offset) / scale, 0, edge)
        return inside


def letterbox(
    image: Image, height: int, width: int, significant_bits: int | None = None
) -> tuple[Uint8Array, Placement]:
    """Letterbox a picture to a detector's input, uint8 [1, height, width, 3] RGB; its placement.

    It is resized linearly, as in darknet and the training of its networks, until it touches two
    edges, and centred between grey bars. 16-bit pictures are handled as in
    `okng.models.images.preprocessing.to_model_input`. Raises `ImageError` as `check_image` does.
    """
    bits = check_image(image, significant_bits)
    rows, columns = image.shape[:2]
    scale = min(height / rows, width / columns)
    new_rows, new_columns = max(1, round(rows * scale)), max(1, round(columns * scale))
    resized = cv2.resize(image, (new_columns, new_rows), interpolation=cv2.INTER_LINEAR)
    top, left = (height - new_rows) // 2, (width - new_columns) // 2
    canvas = np.full((1, height, width, 3), GREY, np.uint8)
    canvas[0, top : top + new_rows, left : left + new_columns] = to_rgb8(resized, bits)  # type: ignore[arg-type]
    return canvas, Placement(
        columns, rows, left, top, scale_x=new_columns / columns, scale_y=new_rows / rows
    )


def to_detector_input(
    image: Image, height: int, width: int, resize: Resize, significant_bits: int | None = None
) -> tuple[Uint8Array, Placement]:
    """Resize a picture to a detector's input, uint8 [1, height, width, 3] RGB; its placement.

    It is resized linearly, as in darknet. 16-bit pictures are handled as in
    `okng.models.images.preprocessing.to_model_input`. Raises `ImageError` as `check_image` does.
    """
    if resize == "letterbox":
        return letterbox(image, height, width, significant_bits)
    bits = check_image(image, significant_bits)
    rows, columns = image.shape[:2]
    resized = cv2.resize(image, (width, height), interpolation=cv2.INTER_LINEAR)
    placement = Placement(columns, rows, 0, 0, scale_x=width / columns, scale_y=height / rows)
    return to_rgb8(resized, bits)[None], placement  # type: ignore[arg-type]
