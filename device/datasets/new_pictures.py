"""New pictures of a dataset: the row of a file that isn't in the store yet, and its insertion."""

from __future__ import annotations

import glob
import hashlib
import sqlite3
import uuid
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from okng.device.datasets.dataset_folders import FOLDER
from okng.device.datasets.masks import MASKS, new_mask
from okng.device.datasets.perceptual_hash import PictureHashes, difference_hash
from okng.device.store.timestamps import to_us
from okng.device.types import Label, Split
from okng.models.arrays import Image
from okng.models.boxes import BOXES, Boxes
from okng.models.images.image_files import IMAGE_SUFFIXES, decode_image, encode_png, read_image
from okng.models.masks.class_mask import ClassMask, MaskError
from okng.models.names import checked_name


class PictureNotes(NamedTuple):
    """What somebody says of a new picture."""

    label: Label
    split: Split | None = None
    batch: str | None = None
    defect_type: str | None = None
    boxes: Boxes | None = None
    mask: ClassMask | None = None


class NewPicture(NamedTuple):
    """The file of a picture that isn't in the store yet, and what it shows."""

    data: bytes
    suffix: str
    width: int
    height: int
    perceptual_hash: str

    @classmethod
    def encoded(cls, image: Image) -> NewPicture:
        """A camera's picture, lossless."""
        return cls._of(encode_png(image), ".png", image)

    @classmethod
    def read(cls, path: Path) -> NewPicture:
        """A copy of a file, byte for byte; raises `ImageError` for what is no picture."""
        image = read_image(path)
        return cls._of(path.read_bytes(), path.suffix, image)

    @classmethod
    def decoded(cls, data: bytes, name: str) -> NewPicture:
        """A copy of a file's content; raises `ImageError` for what is no picture."""
        return cls._of(data, Path(name).suffix, decode_image(data, name))

    @classmethod
    def _of(cls, data: bytes, suffix: str, image: Image) -> NewPicture:
        height, width = image.shape[:2]
        suffix = suffix.lower() if suffix.lower() in IMAGE_SUFFIXES else ".png"
        return cls(data, suffix, width, height, difference_hash(image))

    def row(self, dataset: str, notes: PictureNotes, author: str) -> dict[str, Any]:
        """Its row but for the mask, with the path where its file is to lie."""
        created_at = datetime.now(UTC)
        file_name = f"{created_at:%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:12]}{self.suffix}"
        return {
            "dataset": dataset,
            "label": notes.label,
            "path": f"{FOLDER}/{dataset}/{notes.label}/{file_name}",
            "sha256": hashlib.sha256(self.data).hexdigest(),
            "width": self.width,
            "height": self.height,
            "perceptual_hash": self.perceptual_hash,
            "batch": notes.batch,
            "defect_type": notes.defect_type,
            "split": notes.split,
            "boxes": None if notes.boxes is None else BOXES.dump_json(notes.boxes).decode(),
            "mask": None,
            "author": author,
            "created_at_us": to_us(created_at),
            "removed_at_us": None,
        }


def insert_rows(
    connection: sqlite3.Connection, dataset: str, rows: Sequence[dict[str, Any]]
) -> list[sqlite3.Row]:
    """Writes rows of `NewPicture.row`, each with the picture of which it is a near copy."""
    hashes = PictureHashes(
        connection.execute(
            "SELECT picture_id, perceptual_hash FROM dataset_pictures "
            "WHERE dataset = ? AND removed_at_us IS NULL ORDER BY picture_id",
            (dataset,),
        ).fetchall()
    )
    inserted = []
    for row in rows:
        near_copy_of = hashes.nearest_copy(row["perceptual_hash"])
        inserted_row = insert_row(connection, row | {"near_copy_of": near_copy_of})
        hashes.add(inserted_row["picture_id"], row["perceptual_hash"])
        inserted.append(inserted_row)
    return inserted


def row_of_file(data_dir: Path, path: Path, author: str, removed: bool) -> dict[str, Any]:
    """A row for a file `<dataset>/<label>/<time>-....png` that lost its own.

    Raises:
        okng.models.images.preprocessing.ImageError: it is no picture that can be used.
        ValueError: its folders name no dataset and label.
    """
    dataset, label = checked_name(path.parents[1].name), Label(path.parent.name)
    row = NewPicture.read(path).row(dataset, PictureNotes(label), author)
    written_us = to_us(datetime.fromtimestamp(path.stat().st_mtime, UTC))
    try:
        created_at = datetime.strptime(path.name[:15], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
        row["created_at_us"] = to_us(created_at)
    except ValueError:
        row["created_at_us"] = written_us
    relative = path.relative_to(data_dir).as_posix()
    row |= {"path": relative, "removed_at_us": written_us if removed else None}
    return row | {"near_copy_of": None, "mask": _left_mask(data_dir, row)}


def _left_mask(data_dir: Path, row: Mapping[str, Any]) -> str | None:
    """The newest mask file of a picture that lost its row, as the row says it."""
    if row["label"] != Label.ANOMALY:
        return None
    folder = data_dir / FOLDER / row["dataset"] / MASKS
    files = sorted(
        folder.glob(f"{glob.escape(Path(row['path']).stem)}-*.png"),
        key=lambda path: path.stat().st_mtime,
    )
    for path in reversed(files):
        with suppress(MaskError):
            mask, place, _ = new_mask(ClassMask.from_png(path.read_bytes()), row)
            if place == path.relative_to(data_dir).as_posix():
                return mask.model_dump_json()
    return None


def insert_row(connection: sqlite3.Connection, row: Mapping[str, Any]) -> sqlite3.Row:
    """Writes one row and returns all of its columns."""
    inserted: sqlite3.Row = connection.execute(
        "INSERT INTO dataset_pictures (dataset, label, path, sha256, width, height, "
        "perceptual_hash, near_copy_of, batch, defect_type, split, boxes, mask, author, "
        "created_at_us, removed_at_us) VALUES (:dataset, :label, :path, :sha256, :width, :height, "
        ":perceptual_hash, :near_copy_of, :batch, :defect_type, :split, :boxes, :mask, :author, "
        ":created_at_us, :removed_at_us) RETURNING *",
        row,
    ).fetchone()
    return inserted
