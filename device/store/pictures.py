"""Inspection pictures: lossless files in folders by the hour."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from okng.device.store.picture_metadata import with_inspection
from okng.device.types import Inspection
from okng.models.arrays import Image
from okng.models.atomic_files import write_files
from okng.models.images.image_files import encode_png

FOLDER = "images"


class Picture(NamedTuple):
    """A picture and where it goes."""

    path: str
    """Relative to the data directory."""
    image: Image
    inspection: Inspection | None = None
    """Goes into the file too, so that a lost database can be made again."""


def picture_path(inspection_id: str, captured_at: datetime) -> str:
    """Where an inspection's picture goes, relative to the data directory."""
    return f"{FOLDER}/{captured_at:%Y/%m/%d/%H}/{inspection_id}.png"


def save_pictures(data_dir: Path, pictures: Sequence[Picture]) -> list[str]:
    """Writes PNG files crash-safely and returns the SHA-256 of each file, in the same order.

    Raises:
        OSError: a file can't be written.
        okng.models.images.preprocessing.ImageError: as `encode_png`.
    """
    encoded = [_encode(picture) for picture in pictures]
    write_files(
        [(data_dir / picture.path, data) for picture, data in zip(pictures, encoded, strict=True)]
    )
    return [hashlib.sha256(data).hexdigest() for data in encoded]


def _encode(picture: Picture) -> bytes:
    png = encode_png(picture.image)
    return with_inspection(png, picture.inspection) if picture.inspection else png


def save_picture(data_dir: Path, path: str, image: Image) -> str:
    """Writes one PNG file crash-safely and returns its SHA-256; errors as `save_pictures`."""
    return save_pictures(data_dir, [Picture(path, image)])[0]
