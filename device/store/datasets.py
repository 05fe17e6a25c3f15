"""Datasets: labelled pictures in folders, from which models are trained and measured."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from okng.device.store.database import Database
from okng.device.store.files import write_files
from okng.device.store.perceptual_hash import difference_hash, nearest_copy
from okng.device.store.pictures import encode_png
from okng.device.store.timestamps import from_us, to_us
from okng.device.types import DatasetPicture, Image, Label, Message, Name
from okng.models.preprocessing import read_image

FOLDER = "datasets"
TRASH = "trash"
SUFFIXES = {".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff"}
"""Of picture files, in lower case."""
_NAME: TypeAdapter[str] = TypeAdapter(Name)


class DatasetError(Exception):
    """What was asked of a dataset can't be done; the message says why."""


class DatasetSummary(Message):
    """A dataset and how many pictures it has, removed ones left out."""

    name: Name
    normal: int
    anomaly: int
    removed: int
    batches: tuple[str, ...]
    """Named by somebody, sorted; so are the types of defect and the classes of boxes."""
    defect_types: tuple[str, ...]
    box_classes: tuple[str, ...]
    boxed: int
    """Pictures of which somebody has said where objects are, or that there are none."""
    last: DatasetPicture | None
    """The newest picture; null when all are removed."""


class _NewPicture(NamedTuple):
    """A picture that isn't in the store yet."""

    data: bytes
    suffix: str
    image: Image

    @classmethod
    def read(cls, path: Path) -> _NewPicture:
        suffix = path.suffix.lower()
        image = read_image(path)
        return cls(path.read_bytes(), suffix if suffix in SUFFIXES else ".png", image)


class DatasetStore:
    """Adds and finds pictures; `DatasetChanges` changes them. Usable from any thread.

    A dataset is there from its first picture on.
    """

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._database = Database(data_dir)

    def add(self, image: Image, dataset: str, label: Label, author: str) -> DatasetPicture:
        """Stores a camera's picture, lossless, as `datasets/<dataset>/<label>/....png`.

        Raises:
            pydantic.ValidationError: not a dataset's name.
            OSError, sqlite3.OperationalError: the disk is full or fails; nothing was added.
        """
        new = _NewPicture(encode_png(image), ".png", image)
        return self._add([new], dataset, label, author)[0]

    def import_file(self, path: Path, dataset: str, label: Label, author: str) -> DatasetPicture:
        """Stores a copy of a PNG, JPEG, BMP or TIFF file, byte for byte.

        Raises:
            okng.models.preprocessing.ImageError: no such file, or no picture that can be used.
            pydantic.ValidationError, OSError, sqlite3.OperationalError: as `add`.
        """
        return self.import_files([path], dataset, label, author)[0]

    def import_files(
        self, paths: Sequence[Path], dataset: str, label: Label, author: str
    ) -> list[DatasetPicture]:
        """Stores copies of all the files, or of none; raises as `import_file`."""
        return self._add((_NewPicture.read(path) for path in paths), dataset, label, author)

    def get(self, picture_id: int) -> DatasetPicture:
        """One picture, also a removed one.

        Raises:
            DatasetError: there is none with that id.
        """
        return _picture(self._row(picture_id))

    def pictures(
        self, dataset: str, label: Label | None = None, *, removed: bool = False
    ) -> list[DatasetPicture]:
        """The pictures of a dataset, or only those removed from it, the oldest first."""
        rows = self._database.connection.execute(
            "SELECT * FROM dataset_pictures WHERE dataset = ? AND (? IS NULL OR label = ?) "
            f"AND removed_at_us IS {'NOT ' if removed else ''}NULL ORDER BY picture_id",
            (dataset, label, label),
        )
        return [_picture(row) for row in rows]

    def with_hashes(self, hashes: Iterable[str]) -> dict[str, DatasetPicture]:
        """The pictures with these SHA-256 of any dataset, by hash; the newest of equal ones."""
        rows = self._database.connection.execute(
            "SELECT * FROM dataset_pictures WHERE sha256 IN (SELECT value FROM json_each(?)) "
            "ORDER BY picture_id",
            (json.dumps(list(hashes)),),
        )
        return {row["sha256"]: _picture(row) for row in rows}

    def summaries(self) -> list[DatasetSummary]:
        """All datasets by name."""
        names = self._database.connection.execute(
            "SELECT DISTINCT dataset FROM dataset_pictures ORDER BY dataset"
        ).fetchall()
        return [self.summary(row["dataset"]) for row in names]

    def summary(self, dataset: str) -> DatasetSummary:
        """Count per label and the newest picture; zeros when the dataset isn't there."""
        connection = self._database.connection
        present = "FROM dataset_pictures WHERE dataset = ? AND removed_at_us IS NULL"
        counts = dict(
            connection.execute(
                f"SELECT label, count(*) {present} GROUP BY label", (dataset,)
            ).fetchall()
        )
        removed = connection.execute(
            "SELECT count(*) FROM dataset_pictures WHERE dataset = ? AND removed_at_us IS NOT NULL",
            (dataset,),
        ).fetchone()[0]
        words = {
            field: tuple(
                row[0]
                for row in connection.execute(
                    f"SELECT DISTINCT {field} {present} AND {field} IS NOT NULL ORDER BY {field}",
                    (dataset,),
                )
            )
            for field in ("batch", "defect_type")
        }
        boxed = connection.execute(f"SELECT count(boxes) {present}", (dataset,)).fetchone()[0]
        box_classes = tuple(
            row[0]
            for row in connection.execute(
                "SELECT DISTINCT json_extract(value, '$.name') AS name FROM "
                f"(SELECT boxes {present}) JOIN json_each(boxes) ORDER BY name",
                (dataset,),
            )
        )
        last = connection.execute(
            f"SELECT * {present} ORDER BY picture_id DESC LIMIT 1", (dataset,)
        ).fetchone()
        return DatasetSummary(
            name=dataset,
            normal=counts.get(Label.NORMAL, 0),
            anomaly=counts.get(Label.ANOMALY, 0),
            removed=removed,
            batches=words["batch"],
            defect_types=words["defect_type"],
            box_classes=box_classes,
            boxed=boxed,
            last=None if last is None else _picture(last),
        )

    def _add(
        self, pictures: Iterable[_NewPicture], dataset: str, label: Label, author: str
    ) -> list[DatasetPicture]:
        """Writes the files one by one, then all rows at once."""
        _NAME.validate_python(dataset)
        rows: list[dict[str, Any]] = []
        try:
            for picture in pictures:
                rows.append(_row_of(picture, dataset, label, author))
                write_files([(self._data_dir / rows[-1]["path"], picture.data)])
            with self._database.transaction() as connection:
                return [_picture(row) for row in _insert(connection, dataset, rows)]
        except BaseException:
            for row in rows:
                (self._data_dir / row["path"]).unlink(missing_ok=True)
            raise

    def _row(self, picture_id: int) -> sqlite3.Row:
        row: sqlite3.Row | None = self._database.connection.execute(
            "SELECT * FROM dataset_pictures WHERE picture_id = ?", (picture_id,)
        ).fetchone()
        if row is None:
            raise DatasetError(f"there is no dataset picture {picture_id}")
        return row


def _row_of(picture: _NewPicture, dataset: str, label: Label, author: str) -> dict[str, Any]:
    created_at = datetime.now(UTC)
    file_name = f"{created_at:%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:12]}{picture.suffix}"
    height, width = picture.image.shape[:2]
    return {
        "dataset": dataset,
        "label": label,
        "path": f"{FOLDER}/{dataset}/{label}/{file_name}",
        "sha256": hashlib.sha256(picture.data).hexdigest(),
        "width": width,
        "height": height,
        "perceptual_hash": difference_hash(picture.image),
        "author": author,
        "created_at_us": to_us(created_at),
    }


def _insert(
    connection: sqlite3.Connection, dataset: str, rows: Sequence[dict[str, Any]]
) -> list[sqlite3.Row]:
    known = dict(
        connection.execute(
            "SELECT picture_id, perceptual_hash FROM dataset_pictures "
            "WHERE dataset = ? AND removed_at_us IS NULL ORDER BY picture_id",
            (dataset,),
        ).fetchall()
    )
    inserted = []
    for row in rows:
        found = connection.execute(
            "INSERT INTO dataset_pictures (dataset, label, path, sha256, width, height, "
            "perceptual_hash, near_copy_of, author, created_at_us) "
            "VALUES (:dataset, :label, :path, :sha256, :width, :height, :perceptual_hash, "
            ":near_copy_of, :author, :created_at_us) RETURNING *",
            row | {"near_copy_of": nearest_copy(row["perceptual_hash"], known)},
        ).fetchone()
        known[found["picture_id"]] = row["perceptual_hash"]
        inserted.append(found)
    return inserted


def stored_path(row: Mapping[str, Any]) -> str:
    """Where the file of a picture's row lies, relative to the data directory."""
    folder = FOLDER if row["removed_at_us"] is None else f"{TRASH}/{FOLDER}"
    return f"{folder}/{row['dataset']}/{row['label']}/{Path(row['path']).name}"


def _picture(row: sqlite3.Row) -> DatasetPicture:
    fields = dict(row)
    fields["boxes"] = None if fields["boxes"] is None else json.loads(fields["boxes"])
    fields["created_at"] = from_us(fields.pop("created_at_us"))
    removed_at_us = fields.pop("removed_at_us")
    fields["removed_at"] = None if removed_at_us is None else from_us(removed_at_us)
    return DatasetPicture.model_validate(fields)
