"""From a camera's or a file's picture to the model's input: one way for training and running.

A model that was trained on pictures resized one way scores pictures resized another way wrongly,
so nothing else in okng resizes or converts a picture for an anomaly model. Detection keeps the
aspect ratio: `okng.models.detection.letterbox`.
"""

from pathlib import Path
from typing import Any, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from okng.models.image_header import HeaderError, read_header

Image: TypeAlias = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]
"""[height, width] grey or [height, width, 3] BGR, uint8 or uint16."""

MAX_PIXELS = 100_000_000
"""Largest picture that is decoded: 300 MB in 8-bit colour."""


class ImageError(ValueError):
    """A picture that cannot be used; the message says which, what was found and what is allowed."""


def read_image(path: Path, max_pixels: int = MAX_PIXELS) -> Image:
    """Decode a PNG, JPEG, BMP or TIFF file: [H, W] grey or [H, W, 3] BGR, uint8 or uint16.

    The depth is kept; transparency is dropped. Raises `ImageError` for a file that cannot be
    read, is no picture, is truncated, has more than `max_pixels` pixels (looked up in the header,
    before anything is decoded) or a depth other than 8 or 16 bit.
    """
    return _decode(path, cv2.IMREAD_ANYDEPTH | cv2.IMREAD_ANYCOLOR, max_pixels)


def read_mask(path: Path, max_pixels: int = MAX_PIXELS) -> npt.NDArray[np.bool_]:
    """Decode the mask of a picture's defects: [H, W], true where the part is defective.

    Defective is what is not black and, where the file has transparency, at least half opaque.
    Raises `ImageError` as `read_image` does.
    """
    image = _decode(path, cv2.IMREAD_UNCHANGED, max_pixels)
    channels = image.reshape(*image.shape[:2], -1)
    mask: npt.NDArray[np.bool_] = (channels[..., :3] != 0).any(axis=2)
    if channels.shape[2] == 4:
        mask &= channels[..., 3] > np.iinfo(image.dtype).max / 2
    return mask


def _decode(path: Path, flags: int, max_pixels: int) -> npt.NDArray[Any]:
    try:
        data = path.read_bytes()
        header = read_header(data)
    except OSError as error:
        raise ImageError(f"{path}: cannot be read: {error.strerror}") from error
    except HeaderError as error:
        raise ImageError(f"{path}: {error}; allowed are whole PNG, JPEG, BMP, TIFF") from None
    if not 0 < header.width * header.height <= max_pixels:
        raise ImageError(
            f"{path}: {header.width} x {header.height} pixels; allowed are 1 to {max_pixels}"
        )
    try:
        image: npt.NDArray[Any] | None = cv2.imdecode(np.frombuffer(data, np.uint8), flags)
    except cv2.error as error:
        raise ImageError(f"{path}: its {header.format} data cannot be decoded: {error}") from error
    if image is None:
        raise ImageError(f"{path}: its {header.format} data is damaged or cut off")
    if image.dtype not in (np.uint8, np.uint16):
        raise ImageError(f"{path}: pixels are {image.dtype}; allowed are 8 and 16 bit unsigned")
    return image


def check_image(image: npt.NDArray[Any], significant_bits: int | None = None) -> int:
    """The significant bits of `image`: those given, or all of its dtype.

    Raises `ImageError` unless it is [H, W] or [H, W, 3], uint8 or uint16, and not empty, and the
    bits fit: 8 for uint8, 9 to 16 for uint16 (a Mono12 camera delivers 12 of 16).
    """
    if image.dtype not in (np.uint8, np.uint16):
        raise ImageError(f"pixels are {image.dtype}; allowed are uint8 and uint16")
    if image.ndim not in (2, 3) or (image.ndim == 3 and image.shape[2] != 3) or image.size == 0:
        raise ImageError(f"the shape is {image.shape}; allowed are (H, W) and (H, W, 3)")
    most = image.dtype.itemsize * 8
    bits = most if significant_bits is None else significant_bits
    if not most - 8 < bits <= most or (most == 8 and bits != 8):
        allowed = "8" if most == 8 else "9 to 16"
        raise ImageError(f"{bits} significant bits for {image.dtype}; allowed are {allowed}")
    return bits


def to_model_input(
    image: Image, height: int, width: int, significant_bits: int | None = None
) -> npt.NDArray[np.uint8]:
    """The picture as a model takes it: uint8 [1, height, width, 3], RGB.

    The whole picture is resized (its aspect ratio is not kept): by area when it shrinks, so that
    small defects are averaged and not skipped, linearly when it grows. 16-bit pictures are resized
    in their own depth, and then `0 .. 2**significant_bits - 1` becomes `0 .. 255`.
    Raises `ImageError` as `check_image` does.
    """
    bits = check_image(image, significant_bits)
    shrinks = image.shape[0] >= height and image.shape[1] >= width
    interpolation = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    if image.shape[:2] != (height, width):
        image = cv2.resize(image, (width, height), interpolation=interpolation)  # type: ignore[assignment]
    return to_rgb8(image, bits)[None]


def to_rgb8(image: Image, significant_bits: int) -> npt.NDArray[np.uint8]:
    """A checked picture as uint8 [H, W, 3] RGB: `0 .. 2**significant_bits - 1` as `0 .. 255`."""
    if significant_bits != 8:
        scale = 255.0 / (2**significant_bits - 1)
        image = cv2.convertScaleAbs(image, alpha=scale)  # type: ignore[assignment]
    code = cv2.COLOR_GRAY2RGB if image.ndim == 2 else cv2.COLOR_BGR2RGB
    return cv2.cvtColor(image, code)  # type: ignore[return-value]
