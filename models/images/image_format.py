"""Image format: size, colour and depth, in which all images of a model should agree."""

from __future__ import annotations

from pydantic import Field

from okng.models.arrays import Image
from okng.models.images.significant_bits import ALL, significant_bits, used_bits
from okng.models.strict_model import StrictModel

SAME_ASPECT = 0.02
"""Smaller differences of aspect ratios squeeze a part by less than its position varies."""


MOST_UNUSED = 12
"""A 16 bit picture with at most so many used bits comes from a camera of fewer bits."""


class ImageFormat(StrictModel):
    """The format of an image: its size, colour and bit depth."""

    width: int = Field(ge=1)
    height: int = Field(ge=1)
    colour: bool
    bits: int
    """Bits of a stored value: 8 or 16."""
    significant_bits: int | None = None
    """Significant bits of 16 bit pictures from a camera of fewer bits; None means all."""

    @classmethod
    def of(cls, image: Image) -> ImageFormat:
        """The format of an image [H, W] or [H, W, 3], uint8 or uint16."""
        height, width = image.shape[:2]
        bits = image.dtype.itemsize * 8
        return cls(width=width, height=height, colour=image.ndim == 3, bits=bits)

    def __str__(self) -> str:
        fewer = self.significant_bits is not None and self.significant_bits < self.bits
        used = f" of which {self.significant_bits} are used" if fewer else ""
        return (
            f"{self.width} x {self.height} px, {'colour' if self.colour else 'grey'}, "
            f"{self.bits} bit{used}"
        )

    def differences(self, usual: ImageFormat) -> list[str]:
        """The respects in which it differs from another: of "size", "colour" and "bit depth"."""
        differs = {
            "size": (self.width, self.height) != (usual.width, usual.height),
            "colour": self.colour != usual.colour,
            "bit depth": self.bits != usual.bits,
        }
        return [word for word, is_so in differs.items() if is_so]

    def brightness_problem(self, image: Image) -> str | None:
        """Why an image is too bright or dark for a model of this format; None where it is not."""
        if self.bits != ALL or image.dtype.itemsize * 8 != ALL:
            return None
        learnt = self.significant_bits or ALL
        bits = significant_bits(used_bits(image))
        if bits > learnt:
            return (
                f"Values reach above {2**learnt - 1:,}, the brightest that the model knows: it "
                f"learnt from pictures that use {learnt} of 16 bits, and this one uses {bits}."
            )
        if bits <= MOST_UNUSED and learnt == ALL:
            return (
                f"No value is above {2**bits - 1:,} of 65,535, and the model takes 16 bit pictures "
                "to use all of them: this one is all but black to it."
            )
        return None

    def is_squeezed_otherwise(self, usual: ImageFormat) -> bool:
        """Whether the same part looks wider or narrower once both are resized to one input."""
        ratio = (self.width * usual.height) / (self.height * usual.width)
        return abs(ratio - 1) > SAME_ASPECT
