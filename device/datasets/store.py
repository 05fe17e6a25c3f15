"""Datasets: labelled pictures in folders, from which models are trained and measured."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from okng.device.datasets.dataset_folders import FOLDER, check_dataset_name
from okng.device.datasets.masks import new_mask
from okng.device.datasets.new_pictures import NewPicture, PictureNotes, insert_rows
from okng.device.datasets.picture_rows import picture_of_row
from okng.device.datasets.queries import DatasetQueries
from okng.device.types import DatasetPicture, Label, Split
from okng.models.arrays import Image
from okng.models.atomic_files import try_folder, write_files

BATCH_BYTES = 64_000_000
"""So much of new files is held in memory before it is written."""


class DatasetStore(DatasetQueries):
    """Adds and finds pictures; `DatasetChanges` changes them. Usable from any thread.

    A dataset is there from its first picture on.
    """

    def __init__(self, data_dir: Path) -> None:
        super().__init__(data_dir)
        self._data_dir = data_dir

    def add(
        self, image: Image, dataset: str, label: Label, author: str, split: Split | None = None
    ) -> DatasetPicture:
        """Stores a camera's picture, lossless, as `datasets/<dataset>/<label>/....png`.

        Raises:
            DatasetError: not a dataset's name.
            OSError, sqlite3.OperationalError: the disk is full or fails; nothing was added.
        """
        notes = PictureNotes(label, split)
        return self._add([(NewPicture.encoded(image), notes)], dataset, author)[0]

    def check_writable(self) -> None:
        """Raises what `add` would, for the disk or the database, and changes nothing."""
        try_folder(self._data_dir / FOLDER)
        with self._database.transaction():
            pass

    def import_file(
        self, path: Path, dataset: str, label: Label, author: str, split: Split | None = None
    ) -> DatasetPicture:
        """Stores a copy of a PNG, JPEG, BMP or TIFF file, byte for byte.

        Raises:
            ImageError: no such file, or no picture that can be used.
            DatasetError, OSError, sqlite3.OperationalError: as `add`.
        """
        return self.import_files([path], dataset, label, author, split)[0]

    def import_files(
        self,
        paths: Sequence[Path],
        dataset: str,
        label: Label,
        author: str,
        split: Split | None = None,
    ) -> list[DatasetPicture]:
        """Stores copies of all the files, or of none; raises as `import_file`."""
        notes = PictureNotes(label, split)
        return self._add(((NewPicture.read(path), notes) for path in paths), dataset, author)

    def import_labelled(
        self, pictures: Sequence[tuple[NewPicture, PictureNotes]], dataset: str, author: str
    ) -> list[DatasetPicture]:
        """Stores new pictures with all that is known of them, or none of them.

        Raises:
            MaskError: a mask has another size than its picture.
            DatasetError, OSError, sqlite3.OperationalError: as `add`.
        """
        return self._add(pictures, dataset, author)

    def _add(
        self, pictures: Iterable[tuple[NewPicture, PictureNotes]], dataset: str, author: str
    ) -> list[DatasetPicture]:
        """Writes the files by batches, then all rows at once."""
        dataset = check_dataset_name(dataset)
        self._database.ensure_there()
        rows: list[dict[str, Any]] = []
        batch: list[tuple[Path, bytes]] = []
        paths: list[Path] = []
        try:
            for picture, notes in pictures:
                row = picture.row(dataset, notes, author)
                batch.append((self._data_dir / row["path"], picture.data))
                if notes.mask:
                    mask, mask_path, data = new_mask(notes.mask, row)
                    row["mask"] = mask.model_dump_json()
                    batch.append((self._data_dir / mask_path, data))
                rows.append(row)
                if sum(len(data) for _, data in batch) >= BATCH_BYTES:
                    paths += [path for path, _ in batch]
                    write_files(batch)
                    batch = []
            paths += [path for path, _ in batch]
            write_files(batch)
            with self._database.transaction() as connection:
                return [picture_of_row(row) for row in insert_rows(connection, dataset, rows)]
        except BaseException:
            for path in paths:
                path.unlink(missing_ok=True)
            raise
