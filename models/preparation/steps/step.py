"""Base of the steps of a preparation: sizes, areas, and how an anomaly map goes back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import NamedTuple

from okng.models.arrays import Float32Array, Image
from okng.models.strict_model import StrictModel

LARGEST_PX = 65_535
"""Largest side of a picture that steps can refer to."""


class PictureSize(NamedTuple):
    """Width and height of a picture, px."""

    width: int
    height: int

    @classmethod
    def of(cls, image: Image) -> PictureSize:
        """The size of an image [H, W] or [H, W, 3]."""
        return cls(image.shape[1], image.shape[0])

    def __str__(self) -> str:
        return f"{self.width:,} x {self.height:,} px"


class Area(NamedTuple):
    """A rectangle in a picture, px from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


class PreparationStep(StrictModel, ABC):
    """A step of a preparation; `type` names its kind."""

    type: str


class ImageStep(PreparationStep):
    """A step that changes the image. Steps refer to pixels of the image that they are given."""

    @property
    def needs_size(self) -> bool:
        """Whether the step holds for pictures of one size only."""
        return False

    @abstractmethod
    def apply(self, image: Image) -> Image:
        """The image after the step, of the same dtype; the given one is not changed.

        `image` is [H, W] grey or [H, W, 3] BGR, uint8 or uint16. Raises
        `okng.models.images.preprocessing.ImageError` for one that the step does not fit.
        """

    def check(self, size: PictureSize) -> None:
        """Raise `ValueError` where the step does not fit into a picture of this size."""

    def size_after(self, size: PictureSize) -> PictureSize:
        """The size of the picture after the step."""
        return size

    def area_after(self, area: Area, size: PictureSize) -> Area:
        """Where an area of a picture of this size lies after the step."""
        return area

    def bits_after(self, significant_bits: int | None) -> int | None:
        """The significant bits of uint16 images after the step; None means all."""
        return significant_bits

    def restore(self, anomaly_map: Float32Array, size: PictureSize) -> Float32Array:
        """The map [h, w] over the image after the step, as one over the image before.

        `size` is that of the image before. What the step hides gets `nothing(anomaly_map)`.
        """
        return anomaly_map


def nothing(anomaly_map: Float32Array) -> float:
    """The value of a map where the model sees nothing: zero, or its lowest value below that."""
    return min(0.0, float(anomaly_map.min()))
