"""A picture of any size in the input of a detector, its aspect ratio kept, and the way back."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from okng.models.preprocessing import Image, check_image, to_rgb8

GREY = 127
"""Of the bars beside the picture, as in training (`letterbox_image` of darknet's image.c)."""


@dataclass(frozen=True)
class Letterbox:
    """Where a picture of `width` x `height` px lies in the input."""

    width: int
    height: int
    left: int
    top: int
    scale_x: float
    """Pixels of the input for one of the picture."""
    scale_y: float

    def to_input(self, boxes: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
        """Boxes [n, 4] of the picture in pixels of the input."""
        scale = np.array([self.scale_x, self.scale_y] * 2)
        moved: npt.NDArray[np.float64] = boxes * scale + np.array([self.left, self.top] * 2)
        return moved

    def to_picture(self, boxes: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Boxes [n, 4] (left, top, right, bottom) of the input, in the picture's pixels.

        What reaches over the picture's edge ends there.
        """
        offset = np.array([self.left, self.top] * 2, np.float32)
        scale = np.array([self.scale_x, self.scale_y] * 2, np.float32)
        edge = np.array([self.width, self.height] * 2, np.float32)
        inside: npt.NDArray[np.float32] = np.clip((boxes - offset) / scale, 0, edge)
        return inside


def letterbox(
    image: Image, height: int, width: int, significant_bits: int | None = None
) -> tuple[npt.NDArray[np.uint8], Letterbox]:
    """The picture as a detector takes it, uint8 [1, height, width, 3] RGB, and where it lies there.

    It is resized linearly, as darknet does and as its networks have learnt, until it touches two
    edges, and stands in the middle between grey bars. 16-bit pictures as in
    `okng.models.preprocessing.to_model_input`. Raises `ImageError` as `check_image` does.
    """
    bits = check_image(image, significant_bits)
    rows, columns = image.shape[:2]
    scale = min(height / rows, width / columns)
    new_rows, new_columns = max(1, round(rows * scale)), max(1, round(columns * scale))
    resized = cv2.resize(image, (new_columns, new_rows), interpolation=cv2.INTER_LINEAR)
    top, left = (height - new_rows) // 2, (width - new_columns) // 2
    canvas = np.full((1, height, width, 3), GREY, np.uint8)
    canvas[0, top : top + new_rows, left : left + new_columns] = to_rgb8(resized, bits)  # type: ignore[arg-type]
    return canvas, Letterbox(
        columns, rows, left, top, scale_x=new_columns / columns, scale_y=new_rows / rows
    )
