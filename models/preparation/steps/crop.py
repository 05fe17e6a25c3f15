"""Crop: only a rectangle of the picture is judged."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
from pydantic import Field

from okng.models.arrays import Float32Array, Image, Int64Array
from okng.models.preparation.steps.step import (
    LARGEST_PX,
    Area,
    ImageStep,
    PictureSize,
    nothing,
)

SMALLEST_PX = 16
"""Smaller rectangles show nothing that a model could learn from."""
MOST_CELLS = 512
"""Cells along each side of a map over the whole picture, unless the model's own map has more."""


class Crop(ImageStep):
    """Crop to a rectangle, in pixels."""

    type: Literal["crop"] = "crop"
    left: int = Field(ge=0, le=LARGEST_PX)
    top: int = Field(ge=0, le=LARGEST_PX)
    width: int = Field(ge=SMALLEST_PX, le=LARGEST_PX)
    height: int = Field(ge=SMALLEST_PX, le=LARGEST_PX)

    @property
    def needs_size(self) -> bool:
        """Whether the step holds for pictures of one size only."""
        return True

    def check(self, size: PictureSize) -> None:
        """Raise `ValueError` where the rectangle reaches out of a picture of this size."""
        if self.left + self.width > size.width or self.top + self.height > size.height:
            raise ValueError(
                f"the rectangle of {self.width:,} x {self.height:,} px at ({self.left:,}, "
                f"{self.top:,}) reaches out of the picture, which has {size} there"
            )

    def apply(self, image: Image) -> Image:
        """The rectangle, as a view of the image."""
        return image[self.top : self.top + self.height, self.left : self.left + self.width]

    def size_after(self, size: PictureSize) -> PictureSize:
        """The size of the rectangle."""
        return PictureSize(self.width, self.height)

    def area_after(self, area: Area, size: PictureSize) -> Area:
        """The area within the rectangle; one outside becomes its nearest pixel."""
        left, right = _span_after(area.left, area.right, self.left, self.width)
        top, bottom = _span_after(area.top, area.bottom, self.top, self.height)
        return Area(left, top, right, bottom)

    def restore(self, anomaly_map: Float32Array, size: PictureSize) -> Float32Array:
        """The map over the whole picture, with cells about as large as before."""
        rows = _enlarged(anomaly_map, 0, self.top, self.height, size.height)
        return _enlarged(rows, 1, self.left, self.width, size.width)


def _span_after(start: float, end: float, first: int, length: int) -> tuple[float, float]:
    low = min(max(start - first, 0.0), length - 1.0)
    return low, max(min(end - first, float(length)), low + 1)


def _enlarged(
    anomaly_map: Float32Array, axis: int, first: int, length: int, whole: int
) -> Float32Array:
    """The map along one axis, of which it covers `length` px from `first` on, over `whole` px.

    A new cell gets the values of all old cells whose centres it holds, and of the one that holds
    its own centre: the highest of them. So no high value is lost, whichever cells are larger.
    """
    old = anomaly_map.shape[axis]
    cells = min(math.ceil(whole * old / length), max(MOST_CELLS, old))
    shape = list(anomaly_map.shape)
    shape[axis] = cells
    result = np.full(shape, nothing(anomaly_map), np.float32)
    target, source = _pairs(old, cells, first, length, whole)
    values = np.moveaxis(anomaly_map, axis, 0)
    np.maximum.at(np.moveaxis(result, axis, 0), target, values[source])
    return result


def _pairs(
    old: int, cells: int, first: int, length: int, whole: int
) -> tuple[Int64Array, Int64Array]:
    """Indices of new cells, and of the old cells whose values they get.

    Centres are in units of half a pixel over `old * cells`, so that integers decide exactly.
    """
    sources = np.arange(old)
    centres = 2 * first * old + (2 * sources + 1) * length
    targets = np.arange(cells)
    # The centre of a new cell, less the crop's first pixel, in old cells.
    inside = ((2 * targets + 1) * whole - 2 * first * cells) * old // (2 * cells * length)
    holds = (inside >= 0) & (inside < old)
    return (
        np.concatenate([centres * cells // (2 * old * whole), targets[holds]]),
        np.concatenate([sources, inside[holds]]),
    )
