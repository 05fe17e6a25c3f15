"""Contrast stretching between two grey values."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, Self, cast

import cv2
import numpy as np
from pydantic import Field, model_validator

from okng.models.arrays import Image
from okng.models.images.preprocessing import ImageError
from okng.models.preparation.steps.step import ImageStep


class Stretch(ImageStep):
    """Contrast stretching: `low` becomes black, `high` white, linearly between them.

    The two are grey values of pictures with so many `bits` a value. After it, 16 bit pictures use
    all of their bits, whatever their camera fills.
    """

    type: Literal["stretch"] = "stretch"
    low: int = Field(ge=0, le=65_534)
    high: int = Field(ge=1, le=65_535)
    bits: Literal[8, 16] = 8

    @model_validator(mode="after")
    def _are_values_in_order(self) -> Self:
        if self.low >= self.high:
            raise ValueError(
                f"low is {self.low:,} and high {self.high:,}; low must be less than high"
            )
        if self.high >= 2**self.bits:
            raise ValueError(
                f"high is {self.high:,}; pictures of {self.bits} bits have grey values of 0 to "
                f"{2**self.bits - 1:,}"
            )
        return self

    def apply(self, image: Image) -> Image:
        """The stretched image; raises `ImageError` for one of another depth."""
        bits = image.dtype.itemsize * 8
        if bits != self.bits:
            raise ImageError(
                f"the picture has {bits} bits a value; the grey values {self.low:,} and "
                f"{self.high:,} are those of pictures with {self.bits}"
            )
        table = _table(self.low, self.high, bits)
        if bits == 8:
            return cv2.LUT(image, table)  # type: ignore[return-value]
        return cast(Image, np.take(table, image))

    def bits_after(self, significant_bits: int | None) -> int | None:
        """All of them."""
        return None


@lru_cache(maxsize=8)
def _table(low: int, high: int, bits: int) -> Image:
    """The new value of every grey value."""
    white = 2**bits - 1
    share = (np.arange(white + 1) - low) / (high - low)
    table = np.rint(np.clip(share, 0, 1) * white)
    return cast(Image, table.astype(np.uint8 if bits == 8 else np.uint16))
