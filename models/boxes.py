"""Labelled boxes, which a person drew around objects, and intersection over union."""

from __future__ import annotations

from typing import Annotated, Self

import numpy as np
from pydantic import StringConstraints, TypeAdapter, model_validator

from okng.models.arrays import AnyArray
from okng.models.strict_model import StrictModel

ClassName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^[^\x00-\x1f]+$", max_length=64),
]
"""Name of a class, without line breaks."""


class LabelledBox(StrictModel):
    """A rectangle in pixels of the picture; (0, 0) is the outer corner of its first pixel."""

    name: ClassName
    """Name of the object's class."""
    left: float
    top: float
    right: float
    bottom: float

    @model_validator(mode="after")
    def _has_an_area(self) -> Self:
        if not (self.left < self.right and self.top < self.bottom):
            raise ValueError(
                f"the box of {self.name!r} goes from {self.left:g} to {self.right:g} and from "
                f"{self.top:g} to {self.bottom:g}; left must be less than right, top less than "
                "bottom"
            )
        return self

    def is_inside(self, width: int, height: int) -> bool:
        """Whether the whole box lies inside a picture of that size."""
        return self.left >= 0 and self.top >= 0 and self.right <= width and self.bottom <= height


Boxes = tuple[LabelledBox, ...]
BOXES: TypeAdapter[Boxes] = TypeAdapter(Boxes)
"""Converts the boxes of one picture from and to JSON."""


def iou(left: AnyArray, right: AnyArray) -> AnyArray:
    """Intersection over union [n, m] of boxes [n, 4] and [m, 4]: left, top, right, bottom."""
    corner = np.maximum(left[:, None, :2], right[None, :, :2])
    opposite = np.minimum(left[:, None, 2:], right[None, :, 2:])
    shared = np.clip(opposite - corner, 0, None).prod(axis=2)
    areas = [(boxes[:, 2:] - boxes[:, :2]).prod(axis=1) for boxes in (left, right)]
    union = areas[0][:, None] + areas[1][None, :] - shared
    result: AnyArray = np.divide(shared, union, out=np.zeros_like(shared), where=union > 0)
    return result
