"""Image files: PNG, JPEG, BMP and TIFF are read, and PNG is written.

Every image that is judged is stored as PNG, bit for bit.
"""

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np

from okng.models.arrays import AnyArray, BoolArray, Image
from okng.models.images.decoding import (
    DecodingError,
    decode,
    decode_reduced,
    decode_with_transparency,
)
from okng.models.images.image_header import HeaderError, ImageHeader, read_header
from okng.models.images.preprocessing import ImageError, check_image

IMAGE_SUFFIXES = (".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff")
"""Suffixes of the files that can be read, in lower case."""
MAX_PIXELS = 100_000_000
"""Largest picture that is decoded: 300 MB in 8-bit colour."""

FIRST_GREY_LEVEL = 64
"""A mask with smaller values only has class or region numbers; others have grey levels."""
MASK_NOISE_DIVISOR = 8
"""Values below the brightest one divided by this are noise of a lossy format."""
PLATEAU_SHARE = 0.25
"""Share of a mask's defective pixels at which one darker value is not just a blurred edge."""


def read_image(path: Path, max_pixels: int = MAX_PIXELS) -> Image:
    """Decode a PNG, JPEG, BMP or TIFF file: [H, W] grey or [H, W, 3] BGR, uint8 or uint16.

    The picture is upright, the depth is kept, transparency is dropped. Raises `ImageError` for a
    file that cannot be read, is no picture, is damaged or cut off, has more than `max_pixels`
    pixels (by the header, before anything is decoded) or is of a kind that okng would misread; the
    message says which.
    """
    return _decode(_bytes(path), str(path), max_pixels, decode)


def decode_image(data: bytes, name: str, max_pixels: int = MAX_PIXELS) -> Image:
    """As `read_image`, of a file's content; `name` is what messages call it."""
    return _decode(data, name, max_pixels, decode)


def decode_with_alpha(data: bytes, name: str, max_pixels: int = MAX_PIXELS) -> AnyArray:
    """As `decode_image`, but [H, W, 4] BGRA where there is transparency."""
    return _decode(data, name, max_pixels, decode_with_transparency)


def read_reduced(path: Path, width: int) -> Image:
    """As `read_image`, for viewing: at least `width` pixels wide, and fast where possible.

    A JPEG is decoded no larger than necessary, and damage inside it is ignored.
    """
    return _decode(
        _bytes(path),
        str(path),
        MAX_PIXELS,
        lambda data, header: decode_reduced(data, header, width),
    )


def read_mask(path: Path, max_pixels: int = MAX_PIXELS) -> BoolArray:
    """Decode the mask of a picture's defects: [H, W], true where the part is defective.

    A mask whose brightest value (in any channel) is below `FIRST_GREY_LEVEL` has class or region
    numbers, and pixels other than 0 are defective. Other masks have grey levels, and pixels at
    least half as bright as the brightest are defective, which excludes JPEG's artefacts on the
    background and at edges. With transparency, defective pixels are also at least half opaque.

    Raises `ImageError` as `read_image` does, and where a darker grey level covers so much that it
    may be a defect too.
    """
    return decode_mask(_bytes(path), str(path), max_pixels)


def decode_mask(data: bytes, name: str, max_pixels: int = MAX_PIXELS) -> BoolArray:
    """As `read_mask`, of a file's content; `name` is what messages call it."""
    image = decode_with_alpha(data, name, max_pixels)
    channels = image.reshape(*image.shape[:2], -1)
    brightness = channels[..., :3].max(axis=2)
    brightest = int(brightness.max())
    if brightest < FIRST_GREY_LEVEL:
        mask: BoolArray = brightness > 0
    else:
        mask = brightness >= brightest / 2
        _check_grey_levels(name, brightness, brightest, int(mask.sum()))
    if channels.shape[2] == 4:
        mask &= channels[..., 3] > np.iinfo(image.dtype).max / 2
    return mask


def _check_grey_levels(name: str, brightness: AnyArray, brightest: int, defective: int) -> None:
    """Raise `ImageError` where a level between noise and defect is a plateau, not an edge."""
    counts = np.bincount(brightness.ravel(), minlength=brightest + 1)
    lowest = brightest // MASK_NOISE_DIVISOR + 1
    between = counts[lowest : (brightest + 1) // 2]
    if between.size and between.max() > defective * PLATEAU_SHARE:
        level = lowest + int(between.argmax())
        raise ImageError(
            f"{name}: {between.max():,} pixels of the mask have the value {level}, which is "
            f"neither background nor near its brightest, {brightest}; save it with 0 where the "
            "part is good and 255 where it is defective"
        )


def read_image_header(path: Path, max_pixels: int = MAX_PIXELS) -> ImageHeader:
    """Read the header of a file without decoding it. Raises `ImageError` as `read_image`."""
    return _header(_bytes(path), str(path), max_pixels)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ImageError(f"{path}: cannot be read: {error.strerror}") from error


def _header(data: bytes, name: str, max_pixels: int) -> ImageHeader:
    try:
        header = read_header(data)
    except HeaderError as error:
        raise ImageError(f"{name}: {error}") from None
    if not 0 < header.width * header.height <= max_pixels:
        raise ImageError(
            f"{name}: {header.width} x {header.height} pixels; allowed are 1 to {max_pixels:,}"
        )
    return header


def _decode(
    data: bytes, name: str, max_pixels: int, decoder: Callable[[bytes, ImageHeader], AnyArray]
) -> AnyArray:
    header = _header(data, name, max_pixels)
    try:
        image = decoder(data, header)
    except DecodingError as error:
        raise ImageError(f"{name}: {error}") from None
    if image.dtype not in (np.uint8, np.uint16):
        raise ImageError(f"{name}: pixels are {image.dtype}; allowed are 8 and 16 bit unsigned")
    return image


# Without a search for repetitions a noisy picture compresses better as well as faster:
# 300x300 mono 1.0 ms and 23 KB, against 1.3 ms and 31 KB by zlib's level 1, 7 ms and 27 KB by 6.
_PNG = [
    cv2.IMWRITE_PNG_COMPRESSION,
    1,
    cv2.IMWRITE_PNG_STRATEGY,
    cv2.IMWRITE_PNG_STRATEGY_HUFFMAN_ONLY,
]


def encode_png(image: Image) -> bytes:
    """The picture as PNG, bit for bit: HxW or HxWx3 BGR, uint8 or uint16.

    Raises:
        ImageError: another shape or dtype, which OpenCV would convert.
    """
    check_image(image)
    return cv2.imencode(".png", image, _PNG)[1].tobytes()
