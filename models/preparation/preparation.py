"""Preparation: the steps that every picture goes through before a model sees it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Self, cast

import numpy as np
from pydantic import Field, model_validator

from okng.models.arrays import Float32Array, Image
from okng.models.images.preprocessing import ImageError, check_image
from okng.models.preparation.steps import AnyStep
from okng.models.preparation.steps.labels_from_file_names import LabelsFromFileNames
from okng.models.preparation.steps.rotate import Rotate
from okng.models.preparation.steps.step import LARGEST_PX, Area, ImageStep, PictureSize
from okng.models.strict_model import StrictModel

MOST_STEPS = 20
HASH_LENGTH = 16
"""Hexadecimal digits of `image_hash`."""


class Preparation(StrictModel):
    """Steps in their order, for pictures of one size where a step refers to pixels.

    Pixels are exact: crops by shares of the sides would be rounded, and what is drawn on a picture
    of one size does not hold for a camera with another one.
    """

    width: int | None = Field(default=None, ge=1, le=LARGEST_PX)
    """Of the pictures that the steps were drawn for, px; None for pictures of any size."""
    height: int | None = Field(default=None, ge=1, le=LARGEST_PX)
    steps: tuple[AnyStep, ...] = Field(default=(), max_length=MOST_STEPS)

    @model_validator(mode="after")
    def _fits_its_pictures(self) -> Self:
        if (self.width is None) != (self.height is None):
            raise ValueError("width and height are given together, or neither of them")
        if sum(isinstance(step, LabelsFromFileNames) for step in self.steps) > 1:
            raise ValueError("only one step of the type labels_from_file_names is allowed")
        size = self.size
        for number, step in enumerate(self.steps, 1):
            if not isinstance(step, ImageStep):
                continue
            if size is None:
                if step.needs_size:
                    raise ValueError(
                        f"step {number} ({step.type}) refers to pixels: give width and height of "
                        "the pictures"
                    )
                continue
            try:
                step.check(size)
            except ValueError as error:
                raise ValueError(f"step {number} ({step.type}): {error}") from None
            size = step.size_after(size)
        return self

    @property
    def size(self) -> PictureSize | None:
        """Size of the pictures that the steps were drawn for; None for pictures of any size."""
        if self.width is None or self.height is None:
            return None
        return PictureSize(self.width, self.height)

    @property
    def image_steps(self) -> tuple[ImageStep, ...]:
        """The steps that change the image."""
        return tuple(step for step in self.steps if isinstance(step, ImageStep))

    @property
    def labels(self) -> LabelsFromFileNames | None:
        """The step that gives imported pictures their labels, if there is one."""
        return next((step for step in self.steps if isinstance(step, LabelsFromFileNames)), None)

    @property
    def image_hash(self) -> str:
        """Tells preparations apart that change images differently; empty where none is changed."""
        if not self.image_steps:
            return ""
        content = self.model_copy(update={"steps": self.image_steps}).model_dump_json()
        return hashlib.sha256(content.encode()).hexdigest()[:HASH_LENGTH]

    def until(self, count: int) -> Preparation:
        """The preparation with its first `count` steps only."""
        return self.model_copy(update={"steps": self.steps[:count]})

    def apply(self, image: Image) -> Image:
        """The prepared image; without steps it is the given one, which is never changed.

        `image` is [H, W] grey or [H, W, 3] BGR, uint8 or uint16, and the dtype is kept. Raises
        `ImageError` for another kind of array, for another size than the steps were drawn for,
        and where a step can't be applied; the message names the step.
        """
        if not self.image_steps:
            return image
        check_image(image)
        size = PictureSize.of(image)
        if self.size and size != self.size:
            raise ImageError(
                f"the picture has {size}; the steps of its preparation were drawn for pictures of "
                f"{self.size}"
            )
        for number, step in enumerate(self.steps, 1):
            if isinstance(step, ImageStep):
                try:
                    image = step.apply(image)
                except ImageError as error:
                    raise ImageError(f"step {number} ({step.type}): {error}") from None
        return image if image.flags.c_contiguous else _contiguous(image)

    def upright(self, prepared: Image) -> Image:
        """A prepared image turned back: its left is then the left of the camera's picture."""
        turned = sum(step.degrees for step in self.steps if isinstance(step, Rotate)) % 360
        return _contiguous(np.rot90(prepared, turned // 90)) if turned else prepared

    def restore(self, anomaly_map: Float32Array, size: PictureSize) -> Float32Array:
        """The map [h, w] over a prepared image, as one over the whole image of this size.

        What the steps hide is zero there, or the map's lowest value where that is negative.
        Without steps it is the given map.
        """
        for step, before in reversed(list(self._with_sizes(size))):
            anomaly_map = step.restore(anomaly_map, before)
        return anomaly_map

    def area_after(self, area: Area, size: PictureSize) -> Area:
        """Where an area of an image of this size lies in the prepared image."""
        for step, before in self._with_sizes(size):
            area = step.area_after(area, before)
        return area

    def size_after(self, size: PictureSize) -> PictureSize:
        """The size of the prepared image."""
        for step, before in self._with_sizes(size):
            size = step.size_after(before)
        return size

    def bits_after(self, significant_bits: int | None) -> int | None:
        """The significant bits of prepared uint16 images; None means all."""
        for step in self.image_steps:
            significant_bits = step.bits_after(significant_bits)
        return significant_bits

    def sample(self) -> Image:
        """A black image that every step fits, for a trial of the model."""
        width, height = self.size or (64, 64)
        sample: Image = np.zeros((height, width), np.uint8)
        try:
            self.apply(sample)
        except ImageError:
            # Its grey values are those of deeper pictures.
            return sample.astype(np.uint16)
        return sample

    def _with_sizes(self, size: PictureSize) -> Iterator[tuple[ImageStep, PictureSize]]:
        """The steps that change the image, each with the size before it."""
        for step in self.image_steps:
            yield step, size
            size = step.size_after(size)


NO_PREPARATION = Preparation()
"""Pictures as they come."""


def _contiguous(image: Image) -> Image:
    return cast(Image, np.ascontiguousarray(image))
