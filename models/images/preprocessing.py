"""Preprocessing: converts a camera's or file's image to the model's input, in training and use.

A model scores images wrongly that were resized in another way than in training. So nothing else in
okng resizes or converts images for an anomaly model. Detectors resize as in the training of their
networks: `okng.models.detection.resize`.
"""

from http import HTTPStatus

import cv2
import numpy as np

from okng.models.arrays import AnyArray, Image, Uint8Array
from okng.models.errors import OkngError


class ImageError(OkngError, ValueError):
    """A picture that cannot be used; the message names it, the problem and what is allowed."""

    http_status = HTTPStatus.CONFLICT


def check_image(image: AnyArray, significant_bits: int | None = None) -> int:
    """Check `image` and return its significant bits: those given, or all of its dtype.

    Raises `ImageError` unless it is [H, W] or [H, W, 3], uint8 or uint16, and not empty, and the
    bits are 8 to 16 (a Mono12 camera delivers 12 of 16). A uint8 image always has 8.
    """
    if image.dtype not in (np.uint8, np.uint16):
        raise ImageError(f"pixels are {image.dtype}; allowed are uint8 and uint16")
    if image.ndim not in (2, 3) or (image.ndim == 3 and image.shape[2] != 3) or image.size == 0:
        raise ImageError(f"the shape is {image.shape}; allowed are (H, W) and (H, W, 3)")
    if significant_bits is not None and not 8 <= significant_bits <= 16:
        raise ImageError(f"{significant_bits} significant bits; allowed are 8 to 16")
    return 8 if image.dtype == np.uint8 else significant_bits or 16


def to_model_input(
    image: Image, height: int, width: int, significant_bits: int | None = None
) -> Uint8Array:
    """Convert an image to the model's input: uint8 [1, height, width, 3], RGB.

    The whole image is resized without keeping its aspect ratio: by area when it shrinks, so that
    small defects are averaged instead of skipped, and linearly when it grows. 16-bit images are
    resized in their own depth, and then `0 .. 2**significant_bits - 1` becomes `0 .. 255`.
    Raises `ImageError` as `check_image` does.
    """
    bits = check_image(image, significant_bits)
    shrinks = image.shape[0] >= height and image.shape[1] >= width
    interpolation = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    if image.shape[:2] != (height, width):
        image = cv2.resize(image, (width, height), interpolation=interpolation)  # type: ignore[assignment]
    return to_rgb8(image, bits)[None]


def to_rgb8(image: Image, significant_bits: int) -> Uint8Array:
    """Convert a checked image to uint8 [H, W, 3] RGB; its significant bits become 0..255."""
    if image.dtype == np.uint16:
        scale = 255.0 / (2**significant_bits - 1)
        image = cv2.convertScaleAbs(image, alpha=scale)  # type: ignore[assignment]
    code = cv2.COLOR_GRAY2RGB if image.ndim == 2 else cv2.COLOR_BGR2RGB
    return cv2.cvtColor(image, code)  # type: ignore[return-value]
