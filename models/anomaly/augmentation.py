"""Augmentation: turned, mirrored and differently lit copies of normal images for training.

It is for parts in any orientation, or varying light, when few pictures show that variation. Copies
are made from the camera's picture before it is resized, since turning a picture after a change of
its aspect ratio would distort the part. Copies keep the picture's frame, and areas that a turn
brings in from outside are filled with the picture's reflection.
"""

from __future__ import annotations

from typing import cast

import cv2
import numpy as np
from pydantic import Field

from okng.models.arrays import Image
from okng.models.images.preprocessing import check_image
from okng.models.strict_model import StrictModel

GAIN = 1.25
"""Light: largest factor by which a copy is brighter or darker."""
GAMMA = 1.25
"""Light: the exponent of the tone curve lies between this and its reciprocal."""
OFFSET = 0.05
"""Light: largest shift of the black level, as a share of the full range."""


class Augmentation(StrictModel):
    """Settings of augmentation; by default nothing is varied, so no copy is made."""

    quarter_turns: bool = False
    """Turns by 90, 180 and 270 degrees, for parts in such orientations."""
    tilt_degrees: float = Field(default=0, ge=0, le=180)
    """Turns by any angle up to this one, in both directions; 180 is any angle."""
    mirror: bool = False
    """Mirrors copies; only for parts whose mirror image is normal too."""
    light: bool = False
    """Varies brightness, black level and tone curve."""
    copies: int = Field(default=4, ge=1, le=16)
    """Copies of every picture, each varied at random in everything selected."""

    @property
    def copies_made(self) -> int:
        """Copies of every picture; 0 where nothing is varied."""
        varied = self.quarter_turns or self.tilt_degrees or self.mirror or self.light
        return self.copies if varied else 0


def augment(
    image: Image,
    augmentation: Augmentation,
    generator: np.random.Generator,
    significant_bits: int | None = None,
) -> Image:
    """A randomly varied copy of the picture, of the same shape and dtype.

    Raises `okng.models.images.preprocessing.ImageError` as `check_image` does.
    """
    bits = check_image(image, significant_bits)
    if augmentation.mirror and generator.random() < 0.5:
        image = image[:, ::-1]
    quarters = int(generator.integers(4)) if augmentation.quarter_turns else 0
    tilt = generator.uniform(-1, 1) * augmentation.tilt_degrees
    image = turn(image, 90 * quarters + tilt)
    if augmentation.light:
        image = _relight(image, 2**bits - 1, generator)
    return cast(Image, np.ascontiguousarray(image))


def turn(image: Image, degrees: float) -> Image:
    """Turn the picture anticlockwise about its middle, in the same frame."""
    height, width = image.shape[:2]
    quarters, rest = divmod(degrees, 90)
    if rest == 0 and (height == width or quarters % 2 == 0):
        return np.rot90(image, int(quarters))
    middle = ((width - 1) / 2, (height - 1) / 2)
    return cv2.warpAffine(  # type: ignore[return-value]
        np.ascontiguousarray(image),
        cv2.getRotationMatrix2D(middle, degrees, 1),
        (width, height),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REFLECT_101,
    )


def _relight(image: Image, white: int, generator: np.random.Generator) -> Image:
    """Apply gain, tone curve and black level by one lookup table."""
    gain, gamma = np.array([GAIN, GAMMA]) ** generator.uniform(-1, 1, 2)
    offset = generator.uniform(-OFFSET, OFFSET)
    values = np.arange(np.iinfo(image.dtype).max + 1) / white
    lit = np.clip(gain * values**gamma + offset, 0, 1) * white
    return cast(Image, np.rint(lit).astype(image.dtype)[image])
