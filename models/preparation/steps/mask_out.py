"""Masking out: areas of the picture are filled with one grey value."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Literal

import cv2
import numpy as np
from pydantic import Field

from okng.models.arrays import BoolArray, Float32Array, Image
from okng.models.images.preprocessing import ImageError
from okng.models.preparation.steps.step import LARGEST_PX, ImageStep, PictureSize, nothing
from okng.models.strict_model import StrictModel

MOST_AREAS, MOST_POINTS = 50, 500

Pixel = Annotated[int, Field(ge=0, le=LARGEST_PX)]


class Rectangle(StrictModel):
    """A rectangle, in pixels."""

    type: Literal["rectangle"] = "rectangle"
    left: Pixel
    top: Pixel
    width: int = Field(ge=1, le=LARGEST_PX)
    height: int = Field(ge=1, le=LARGEST_PX)

    @property
    def corner(self) -> tuple[int, int]:
        """The first pixel right of the rectangle and below it."""
        return self.left + self.width, self.top + self.height

    def fill(self, image: Image, value: int) -> None:
        """Fill the rectangle in place."""
        right, bottom = self.corner
        image[self.top : bottom, self.left : right] = value


class Polygon(StrictModel):
    """A polygon by its corners [x, y], in pixels; its outline belongs to it."""

    type: Literal["polygon"] = "polygon"
    points: tuple[tuple[Pixel, Pixel], ...] = Field(min_length=3, max_length=MOST_POINTS)

    @property
    def corner(self) -> tuple[int, int]:
        """The first pixel right of the polygon and below it."""
        return max(x for x, _ in self.points) + 1, max(y for _, y in self.points) + 1

    def fill(self, image: Image, value: int) -> None:
        """Fill the polygon in place."""
        cv2.fillPoly(image, [np.array(self.points, np.int32)], (value, value, value))


MaskedArea = Annotated[Rectangle | Polygon, Field(discriminator="type")]


class MaskOut(ImageStep):
    """Fill areas with one grey value, so that nothing in them counts."""

    type: Literal["mask_out"] = "mask_out"
    areas: tuple[MaskedArea, ...] = Field(min_length=1, max_length=MOST_AREAS)
    fill: int = Field(default=0, ge=0, le=65_535)
    """Grey value, of all channels; at most 255 for 8 bit pictures."""

    @property
    def needs_size(self) -> bool:
        """Whether the step holds for pictures of one size only."""
        return True

    def check(self, size: PictureSize) -> None:
        """Raise `ValueError` where an area reaches out of a picture of this size."""
        for number, area in enumerate(self.areas, 1):
            right, bottom = area.corner
            if right > size.width or bottom > size.height:
                raise ValueError(
                    f"area {number} reaches to pixel ({right - 1:,}, {bottom - 1:,}) and so out "
                    f"of the picture, which has {size} there"
                )

    def apply(self, image: Image) -> Image:
        """A copy of the image with its areas filled."""
        largest = np.iinfo(image.dtype).max
        if self.fill > largest:
            raise ImageError(
                f"the grey value {self.fill:,} is to fill areas of a picture of "
                f"{image.dtype.itemsize * 8} bits; allowed are 0 to {largest:,}"
            )
        image = image.copy()
        for area in self.areas:
            area.fill(image, self.fill)
        return image

    def restore(self, anomaly_map: Float32Array, size: PictureSize) -> Float32Array:
        """The map with nothing in the cells whose centres are masked out."""
        rows, columns = anomaly_map.shape
        hidden = _masked_cells(self.areas, size, rows, columns)
        return np.where(hidden, np.float32(nothing(anomaly_map)), anomaly_map)


@lru_cache(maxsize=16)
def _masked_cells(
    areas: tuple[MaskedArea, ...], size: PictureSize, rows: int, columns: int
) -> BoolArray:
    """Which cells [rows, columns] of a map over the picture have their centres in an area."""
    pixels = np.zeros((size.height, size.width), np.uint8)
    for area in areas:
        area.fill(pixels, 1)
    at_rows = (2 * np.arange(rows) + 1) * size.height // (2 * rows)
    at_columns = (2 * np.arange(columns) + 1) * size.width // (2 * columns)
    return pixels[np.ix_(at_rows, at_columns)] > 0
