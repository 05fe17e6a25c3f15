"""A picture's format: its size, colour and depth, in which all pictures of a model should agree."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from okng.models.preprocessing import Image

SAME_ASPECT = 0.02
"""Aspect ratios that differ by less squeeze a part by less than its place varies."""


class PictureFormat(BaseModel):
    """Size, colour and depth."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    width: int = Field(ge=1)
    height: int = Field(ge=1)
    colour: bool
    bits: int
    """Of a pixel's value as stored: 8 or 16."""

    @classmethod
    def of(cls, image: Image) -> PictureFormat:
        """Of a picture [H, W] or [H, W, 3], uint8 or uint16."""
        height, width = image.shape[:2]
        bits = image.dtype.itemsize * 8
        return cls(width=width, height=height, colour=image.ndim == 3, bits=bits)

    def __str__(self) -> str:
        return (
            f"{self.width} x {self.height} px, {'colour' if self.colour else 'grey'}, "
            f"{self.bits} bit"
        )

    def differences(self, usual: PictureFormat) -> list[str]:
        """In what it differs from another: of "size", "colour" and "bit depth"."""
        differs = {
            "size": (self.width, self.height) != (usual.width, usual.height),
            "colour": self.colour != usual.colour,
            "bit depth": self.bits != usual.bits,
        }
        return [word for word, is_so in differs.items() if is_so]

    def is_squeezed_otherwise(self, usual: PictureFormat) -> bool:
        """Whether the same part looks wider or narrower once both are resized to one input."""
        ratio = (self.width * usual.height) / (self.height * usual.width)
        return abs(ratio - 1) > SAME_ASPECT
