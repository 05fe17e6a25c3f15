"""Masks of dataset pictures: their files, written once, and setting them."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from okng.device.datasets.dataset_folders import FOLDER
from okng.device.datasets.errors import DatasetError
from okng.device.types import DatasetPicture, PictureMask
from okng.models.atomic_files import write_files
from okng.models.masks.class_mask import ClassMask, MaskError

MASKS = "masks"
"""Folder of a dataset's masks, beside those of the labels."""


class MaskFileError(DatasetError):
    """A mask's file is gone or isn't what was stored."""


def mask_path(dataset: str, picture_path: str, sha256: str) -> str:
    """Where a mask of a picture lies, relative to the data directory, also of a removed picture.

    It is never changed, moved or deleted, so that the history can bring each mask back.
    """
    return f"{FOLDER}/{dataset}/{MASKS}/{PurePosixPath(picture_path).stem}-{sha256[:16]}.png"


def path_of_mask(picture: DatasetPicture) -> str | None:
    """Where the picture's mask lies, relative to the data directory; None without one."""
    if picture.mask is None:
        return None
    return mask_path(picture.dataset, picture.path, picture.mask.sha256)


def stored_masks(connection: sqlite3.Connection) -> set[str]:
    """The paths of all masks that pictures have, or had by the history."""
    rows = connection.execute(
        "SELECT dataset, path, mask FROM dataset_pictures WHERE mask IS NOT NULL "
        "UNION ALL SELECT dataset, path, json_extract(json, '$.mask') FROM ("
        "SELECT picture_id, before AS json FROM dataset_changed_pictures "
        "UNION ALL SELECT picture_id, after FROM dataset_changed_pictures"
        ") JOIN dataset_pictures USING (picture_id) WHERE json_extract(json, '$.mask') IS NOT NULL"
    )
    return {mask_path(dataset, path, json.loads(mask)["sha256"]) for dataset, path, mask in rows}


def new_mask(mask: ClassMask, row: Mapping[str, Any]) -> tuple[PictureMask, str, bytes]:
    """What the row of a picture is to say of its mask, and the path and content of the file.

    Raises:
        MaskError: it has another size than the picture.
    """
    height, width = mask.indices.shape
    if (width, height) != (row["width"], row["height"]):
        raise MaskError(
            f"the mask has {width} x {height} pixels, its picture {row['width']} x {row['height']}"
        )
    data = mask.to_png()
    sha256 = hashlib.sha256(data).hexdigest()
    path = mask_path(row["dataset"], row["path"], sha256)
    return PictureMask(sha256=sha256, classes=mask.classes), path, data


def write_mask(data_dir: Path, picture: DatasetPicture, mask: ClassMask) -> PictureMask:
    """Writes the file of a picture's new mask, which `PictureChange` then gives to the picture.

    Raises:
        MaskError: as `new_mask`.
        OSError: the disk is full or fails.
    """
    reference, path, data = new_mask(mask, dict(picture))
    # Also over one that is there: an equal mask mends a damaged file.
    write_files([(data_dir / path, data)])
    return reference


def read_mask_file(data_dir: Path, picture: DatasetPicture) -> bytes:
    """The file of the picture's mask.

    Raises:
        MaskFileError: it has none, or the file is gone or isn't what was stored.
    """
    if picture.mask is None:
        raise MaskFileError(f"picture {picture.picture_id} has no mask")
    return _read(data_dir, picture, picture.mask.sha256)


def former_mask(data_dir: Path, picture: DatasetPicture, sha256: str) -> PictureMask:
    """A mask that the picture has or had, by the hash of its file.

    Raises:
        MaskFileError: the file is gone or isn't what was stored.
        MaskError: it is no mask.
    """
    classes = ClassMask.from_png(_read(data_dir, picture, sha256)).classes
    return PictureMask(sha256=sha256, classes=classes)


def _read(data_dir: Path, picture: DatasetPicture, sha256: str) -> bytes:
    path = mask_path(picture.dataset, picture.path, sha256)
    try:
        data = (data_dir / path).read_bytes()
    except FileNotFoundError:
        raise MaskFileError(
            f"{data_dir / path} is gone; `okng doctor` looks through the store"
        ) from None
    if hashlib.sha256(data).hexdigest() != sha256:
        raise MaskFileError(f"{data_dir / path} has changed since it was stored")
    return data
