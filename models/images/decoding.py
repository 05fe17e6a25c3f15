"""Image decoders that refuse damaged files.

OpenCV accepts a JPEG or 8 bit TIFF with damaged data, and returns whatever it could decode. So JPEG
is read by libjpeg-turbo in strict mode (simplejpeg), which gives the same pixels, and 8 bit TIFF by
Pillow. A JPEG has no checksum, so damage that decodes to other pixels of the same number stays
unnoticed.
"""

from __future__ import annotations

import io

import cv2
import numpy as np
import PIL.Image
import simplejpeg

from okng.models.arrays import AnyArray
from okng.models.errors import OkngError
from okng.models.images.exif_orientation import upright
from okng.models.images.image_header import ImageHeader

# Our own limit is checked before, by the header.
PIL.Image.MAX_IMAGE_PIXELS = None


class DecodingError(OkngError, ValueError):
    """The pixels of a picture can't be decoded: they are damaged, or of an unusual kind."""


def decode(data: bytes, header: ImageHeader) -> AnyArray:
    """The upright picture: [H, W] grey or [H, W, 3] BGR, uint8 or uint16, without transparency.

    Raises:
        DecodingError: the data is damaged or cut off, as far as its format tells.
    """
    return _decode(data, header, cv2.IMREAD_ANYDEPTH | cv2.IMREAD_ANYCOLOR)


def decode_with_transparency(data: bytes, header: ImageHeader) -> AnyArray:
    """As `decode`, but [H, W, 4] BGRA where there is transparency."""
    return _decode(data, header, cv2.IMREAD_UNCHANGED)


def decode_reduced(data: bytes, header: ImageHeader, width: int) -> AnyArray:
    """As `decode`, at least `width` pixels wide; a JPEG is decoded no larger than necessary.

    Damage in a JPEG is ignored: this is for viewing pictures that were checked when they came.
    """
    if header.format != "JPEG":
        return decode(data, header)
    sideways = header.orientation >= 5
    least = {"min_height" if sideways else "min_width": width}
    return upright(_jpeg(data, header, strict=False, **least), header.orientation)


def _decode(data: bytes, header: ImageHeader, flags: int) -> AnyArray:
    if header.format == "JPEG":
        return upright(_jpeg(data, header, strict=True), header.orientation)
    if header.format == "TIFF" and header.bits == 8:
        return _tiff8(data, with_transparency=flags == cv2.IMREAD_UNCHANGED)
    image = _opencv(data, header, flags | cv2.IMREAD_IGNORE_ORIENTATION)
    if header.inverted:
        image = np.bitwise_not(image)
    # OpenCV always applies the orientation of a TIFF, and so does Pillow.
    return image if header.format == "TIFF" else upright(image, header.orientation)


def _jpeg(data: bytes, header: ImageHeader, strict: bool, **least: int) -> AnyArray:
    colours = "GRAY" if header.channels == 1 else "BGR"
    try:
        image: AnyArray = simplejpeg.decode_jpeg(data, colours, strict=strict, **least)
    except ValueError as error:
        raise DecodingError(f"damaged: {error}") from None
    return image[..., 0] if header.channels == 1 else image


def _tiff8(data: bytes, with_transparency: bool) -> AnyArray:
    try:
        with PIL.Image.open(io.BytesIO(data)) as file:
            return _of_pillow(file, with_transparency)
    except (OSError, ValueError, SyntaxError) as error:
        raise DecodingError(f"damaged: {error}") from None


def _of_pillow(file: PIL.Image.Image, with_transparency: bool) -> AnyArray:
    grey = file.mode in ("1", "L", "LA")
    transparent = with_transparency and file.mode in ("LA", "RGBA")
    if transparent:
        return cv2.cvtColor(np.asarray(file.convert("RGBA")), cv2.COLOR_RGBA2BGRA)
    image: AnyArray = np.asarray(file.convert("L" if grey else "RGB"))
    return image if grey else cv2.cvtColor(image, cv2.COLOR_RGB2BGR)


def _opencv(data: bytes, header: ImageHeader, flags: int) -> AnyArray:
    try:
        image: AnyArray | None = cv2.imdecode(np.frombuffer(data, np.uint8), flags)
    except cv2.error as error:
        raise DecodingError(f"its {header.format} data can't be decoded: {error}") from error
    if image is None:
        raise DecodingError(f"its {header.format} data is damaged or cut off")
    if header.channels == 1 and image.ndim == 3 and image.shape[2] == 3:
        # A grey PNG with transparency comes as colour.
        image = np.ascontiguousarray(image[..., 0])
    return image
