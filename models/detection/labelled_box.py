"""A box that a person drew around an object of a picture, and the object's class."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, StringConstraints, TypeAdapter, model_validator

ClassName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^[^\x00-\x1f]+$", max_length=64),
]
"""What a class is called, in one line."""


class LabelledBox(BaseModel):
    """A rectangle in pixels of the picture; (0, 0) is the outer corner of its first pixel."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    name: ClassName
    """Of the object's class."""
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
        """Whether all of it lies in a picture of that size."""
        return self.left >= 0 and self.top >= 0 and self.right <= width and self.bottom <= height


Boxes = tuple[LabelledBox, ...]
BOXES: TypeAdapter[Boxes] = TypeAdapter(Boxes)
"""Reads and writes the boxes of one picture as JSON."""
