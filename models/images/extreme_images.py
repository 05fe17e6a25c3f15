"""Extreme images, as unlike usual parts as possible, to measure the range of a model's scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from okng.models.arrays import FloatArray, IntegerArray, Uint8Array


def extreme_images(
    height: int, width: int, usual: Sequence[Uint8Array] = ()
) -> Iterator[Uint8Array]:
    """Even, striped, chequered and noisy images, and the first `usual` one strongly changed.

    Each is uint8 [1, height, width, 3] RGB, as a model takes it, and the `usual` ones have that
    size as well. The images are the same at every call.
    """
    generator = np.random.default_rng(0)
    for picture in _synthetic(height, width, generator):
        yield picture[None]
    for pixels in usual[:1]:
        for picture in _variants(pixels[0], generator):
            yield np.ascontiguousarray(picture)[None]


def _synthetic(height: int, width: int, generator: np.random.Generator) -> Iterator[Uint8Array]:
    for level in (0, 127, 255):
        yield np.full((height, width, 3), level, np.uint8)
    for colour in ((255, 0, 0), (0, 255, 0), (0, 0, 255)):
        yield np.full((height, width, 3), colour, np.uint8)
    rows, columns = np.mgrid[:height, :width]
    for period in (2, 16, max(height, width) // 2):
        field = max(period // 2, 1)
        yield _grey(((rows // field + columns // field) % 2) * 255)
    yield _grey(columns // 4 % 2 * 255)
    yield _grey(columns * 255 // max(width - 1, 1))
    yield generator.integers(0, 256, (height, width, 3), dtype=np.uint8)
    yield _grey(generator.integers(0, 2, (height, width)) * 255)
    coarse = generator.integers(0, 256, (8, 8, 3), dtype=np.uint8)
    yield cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)  # type: ignore[misc]


def _variants(picture: Uint8Array, generator: np.random.Generator) -> Iterator[Uint8Array]:
    height, width = picture.shape[:2]
    noise = generator.normal(0, 64, picture.shape)
    yield 255 - picture
    yield picture[::-1]
    yield np.roll(picture, (height // 3, width // 2), axis=(0, 1))
    yield _clipped(picture * 3.0)
    yield _clipped(picture * 0.2)
    yield _clipped(picture + noise)
    yield cv2.blur(picture, (max(width // 4, 1), max(height // 4, 1)))  # type: ignore[misc]
    covered = picture.copy()
    covered[height // 4 : height // 2, width // 4 : width // 2] = (255, 0, 255)
    covered[height // 2 : height * 3 // 4, width // 2 :] = 0
    yield covered


def _grey(values: IntegerArray) -> Uint8Array:
    return np.repeat(values.astype(np.uint8)[:, :, None], 3, axis=2)


def _clipped(values: FloatArray) -> Uint8Array:
    clipped: Uint8Array = np.clip(values, 0, 255).astype(np.uint8)
    return clipped
