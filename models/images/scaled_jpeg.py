"""Scaled JPEG copies of pictures, for people to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from okng.models.images.image_files import read_reduced
from okng.models.images.significant_bits import significant_bits, used_bits

JPEG_QUALITY = 85


def scaled_jpeg(path: Path, width: int) -> bytes:
    """The picture of a file as JPEG, at most `width` pixels wide.

    Raises:
        okng.models.images.preprocessing.ImageError: the file is gone or damaged.
    """
    return to_jpeg(read_reduced(path, width), width)


def to_jpeg(image: NDArray[Any], width: int) -> bytes:
    """An image as JPEG, at most `width` pixels wide."""
    if image.shape[1] > width:
        height = max(1, round(image.shape[0] * width / image.shape[1]))
        image = cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA)
    _, data = cv2.imencode(".jpg", _eight_bits(image), [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    return data.tobytes()


def _eight_bits(image: NDArray[Any]) -> NDArray[Any]:
    """Scales a deeper image to 8 bits by the camera's probable bit depth, as training does."""
    if image.dtype == np.uint8:
        return image
    bits = significant_bits(used_bits(image))
    return cv2.convertScaleAbs(image, alpha=255 / ((1 << bits) - 1))
