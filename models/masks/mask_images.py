"""Class masks from other programs' images: coloured, with class indices, or black and white."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from okng.models.arrays import AnyArray, BoolArray, Uint8Array
from okng.models.images.image_files import (
    FIRST_GREY_LEVEL,
    PLATEAU_SHARE,
    decode_mask,
    decode_with_alpha,
)
from okng.models.masks.class_mask import ClassMask, MaskClass, MaskError

BLACK, WHITE = "#000000", "#ffffff"
FOREIGN_DISTANCE = 48
"""A pixel further than this from every colour, in one channel, is not just a blurred edge."""


def class_mask(
    data: bytes, name: str, classes: Sequence[MaskClass], background: str | None = None
) -> ClassMask:
    """The class mask of a mask image, by its pixels' colours or values.

    A grey image whose brightest value is below 64 has the classes' indices. In any other, a pixel
    is of the class whose colour is the nearest; background are pixels that are transparent by more
    than half, or nearest to `background`, black or white where no class has that colour. With a
    single class whose colour the image doesn't have, what is defective is told from the background
    by brightness (`decode_mask`).

    Raises:
        MaskError: a colour or value that is of no class covers more than edges do, or nothing is
            defective.
        ImageError: it can't be decoded.
    """
    image = decode_with_alpha(data, name)
    if image.dtype != np.uint8:
        raise MaskError(f"{name}: the mask has 16 bits a pixel; save it with 8")
    pixels = image.reshape(*image.shape[:2], -1)
    opaque: BoolArray = (
        pixels[..., 3] > 127 if pixels.shape[2] == 4 else np.ones(pixels.shape[:2], np.bool_)
    )
    grey = image if image.ndim == 2 else _grey(pixels)
    try:
        if grey is not None and int(grey.max()) < FIRST_GREY_LEVEL:
            return ClassMask(np.where(opaque, grey, 0).astype(np.uint8), tuple(classes))
        if len(classes) == 1 and not _has_color(pixels, opaque, classes[0]):
            return _binary(data, name, classes[0])
        return ClassMask(_by_color(pixels, opaque, classes, background), tuple(classes))
    except MaskError as error:
        raise MaskError(f"{name}: {error}") from None


def binary_mask(data: bytes, name: str, mask_class: MaskClass) -> ClassMask:
    """The class mask of an image that only tells defective pixels from good ones.

    Raises:
        MaskError: nothing is defective.
        ImageError: it can't be decoded, or grey levels between leave open what is meant.
    """
    try:
        return _binary(data, name, mask_class)
    except MaskError as error:
        raise MaskError(f"{name}: {error}") from None


def _binary(data: bytes, name: str, mask_class: MaskClass) -> ClassMask:
    defective = decode_mask(data, name)
    return ClassMask(defective.astype(np.uint8) * mask_class.index, (mask_class,))


def _grey(pixels: AnyArray) -> Uint8Array | None:
    """The one value that all channels have, or None for a coloured image."""
    first: Uint8Array = pixels[..., 0]
    same = bool((first == pixels[..., 1]).all() and (first == pixels[..., 2]).all())
    return first if same else None


def _has_color(pixels: AnyArray, opaque: BoolArray, mask_class: MaskClass) -> bool:
    color = _bgr(mask_class.color)
    if pixels.shape[2] == 1:
        color = color[:1]
    return bool((opaque & (pixels[..., : len(color)] == color).all(axis=2)).any())


def _by_color(
    pixels: AnyArray, opaque: BoolArray, classes: Sequence[MaskClass], background: str | None
) -> Uint8Array:
    """The index of the nearest colour of each pixel."""
    channels = pixels[..., :3] if pixels.shape[2] > 1 else np.repeat(pixels, 3, axis=2)
    packed = channels.astype(np.uint32) @ np.array([1, 256, 65536], np.uint32)
    packed[~opaque] = 1 << 24
    values, inverse, counts = np.unique(packed, return_inverse=True, return_counts=True)
    named = {entry.color: entry.index for entry in classes}
    colors = dict.fromkeys((BLACK, WHITE, (background or BLACK).lower()), 0) | named
    palette = np.array([_bgr(color) for color in colors], np.int32)
    indices = np.array(list(colors.values()), np.uint8)
    seen = np.stack([values & 255, values >> 8 & 255, values >> 16 & 255], axis=1).astype(np.int32)
    distances = np.abs(seen[:, None, :] - palette[None]).max(axis=2)
    nearest = np.where(values >> 24, 0, indices[distances.argmin(axis=1)]).astype(np.uint8)
    _check_foreign(values, counts, distances.min(axis=1), nearest)
    result: Uint8Array = nearest[inverse].reshape(opaque.shape)
    return result


def _check_foreign(
    values: AnyArray, counts: AnyArray, distances: AnyArray, nearest: AnyArray
) -> None:
    """Raise `MaskError` for a colour of no class that covers more than blurred edges do."""
    defective = int(counts[nearest > 0].sum())
    foreign = (distances > FOREIGN_DISTANCE) & (values >> 24 == 0)
    for value, count in zip(values[foreign], counts[foreign], strict=True):
        if count > defective * PLATEAU_SHARE:
            color = f"#{value >> 16 & 255:02x}{value >> 8 & 255:02x}{value & 255:02x}"
            raise MaskError(
                f"{count:,} pixels of the mask have the colour {color}, which is that of no class"
            )


def _bgr(color: str) -> Uint8Array:
    return np.frombuffer(bytes.fromhex(color[1:]), np.uint8)[::-1]
