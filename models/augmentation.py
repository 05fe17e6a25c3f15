"""Turned, mirrored and differently lit copies of normal pictures, from which a training learns too.

For parts that lie turned anyhow, or light that varies, when few pictures show it. The copies are
made of the camera's picture before it is resized, because a turn of a picture that was squeezed to
another aspect ratio is no turn of the part. They keep the picture's frame; what a turn brings in
from outside is the picture's own reflection.
"""

from __future__ import annotations

from typing import cast

import cv2
import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from okng.models.preprocessing import Image, check_image

GAIN = 1.25
"""Light: the picture is up to so many times brighter or darker."""
GAMMA = 1.25
"""Light: the exponent of the tone curve lies between this and its reciprocal."""
OFFSET = 0.05
"""Light: black level, up to this share of the whole range."""


class Augmentation(BaseModel):
    """What is varied in the copies of every normal picture; by default nothing, and no copy."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    quarter_turns: bool = False
    """Turns by 90, 180 and 270 degrees: for parts that lie so."""
    tilt_degrees: float = Field(default=0, ge=0, le=180)
    """Turns by any angle up to this one, both ways; 180 is any angle at all."""
    mirror: bool = False
    """Only for parts that have no side."""
    light: bool = False
    """Brightness, black level and tone curve."""
    copies: int = Field(default=4, ge=1, le=16)
    """Of every picture, each varied at random in all that is chosen."""

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
    """A copy of the picture, of the same shape and dtype, varied at random.

    Raises `okng.models.preprocessing.ImageError` as `check_image` does.
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
    """The picture turned about its middle, anticlockwise, in the same frame."""
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
    """Gain, tone curve and black level, as one table of all values."""
    gain, gamma = np.array([GAIN, GAMMA]) ** generator.uniform(-1, 1, 2)
    offset = generator.uniform(-OFFSET, OFFSET)
    values = np.arange(np.iinfo(image.dtype).max + 1) / white
    lit = np.clip(gain * values**gamma + offset, 0, 1) * white
    return cast(Image, np.rint(lit).astype(image.dtype)[image])
