"""Pictures of datasets for the bucket, where they lie in folders by split and label.

The folders follow the dataset: a picture whose label or split changes, or that is removed, gets
another object or none, and its former object is deleted.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from okng.cloud_sync.uploads.object_keys import dataset_key
from okng.device.datasets.store import DatasetStore
from okng.device.store.database import Database
from okng.device.store.uploads import NewUpload, UploadKind, Uploads, UploadState
from okng.device.types import Label, Split

_SENT = (UploadState.WAITING, UploadState.UPLOADED)


class DatasetPictures:
    """Adds new pictures of datasets, and makes objects obsolete that have no picture any more."""

    def __init__(self, data_dir: Path, station_id: str) -> None:
        self._data_dir = data_dir
        self._station_id = station_id
        self._datasets = DatasetStore(data_dir)
        self._database = Database(data_dir)
        self._uploads = Uploads(data_dir)

    def read(self) -> bool:
        """Looks at each dataset that has changed; returns False: there is never more at once."""
        for dataset in self._datasets.names():
            version = self._datasets.version(dataset)
            source = f"dataset/{dataset}"
            if version != self._uploads.place(source):
                self._mirror(dataset, source, version)
        return False

    def _mirror(self, dataset: str, source: str, version: int) -> None:
        pictures = self._pictures(dataset)
        known = self._uploads.keys_under(UploadKind.DATASET, dataset)
        sent = {key for key, state in known.items() if state in _SENT}
        new = (self._upload(key, row) for key, row in pictures.items() if key not in sent)
        self._uploads.add(upload for upload in new if upload)
        self._uploads.make_obsolete(known.keys() - pictures.keys(), {source: version})

    def _pictures(self, dataset: str) -> dict[str, sqlite3.Row]:
        """The rows of the dataset's pictures by their keys, without what takes long to read."""
        rows = self._database.connection.execute(
            "SELECT path, sha256, label, split, created_at_us FROM dataset_pictures "
            "INDEXED BY dataset_pictures_present WHERE dataset = ? AND removed_at_us IS NULL "
            "ORDER BY picture_id",
            (dataset,),
        )
        return {
            dataset_key(
                self._station_id,
                dataset,
                Split(row["split"] or Split.TRAIN),
                Label(row["label"]),
                row["path"],
            ): row
            for row in rows
        }

    def _upload(self, key: str, row: sqlite3.Row) -> NewUpload | None:
        """None for a file that has just been moved: its dataset has changed again."""
        try:
            size = (self._data_dir / row["path"]).stat().st_size
        except FileNotFoundError:
            return None
        return NewUpload(
            UploadKind.DATASET, key, row["path"], row["sha256"], size, row["created_at_us"]
        )
