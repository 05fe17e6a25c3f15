"""The bucket `okng-station` as a source of pictures: its folder, and a project's stored pictures.

A picture that the station took is `datasets/DATASET/ID`, its mask `datasets/DATASET/ID/mask.png`.
Both are read from the store, where they lie under other names.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from okng.cloud_sync.lookout_vision.storage import STATION_BUCKET
from okng.device.datasets.export_files import color_mask, read_stored
from okng.device.datasets.export_target import ExportError
from okng.device.datasets.queries import DatasetQueries
from okng.device.datasets.sources.file_tree import FileTree
from okng.device.datasets.sources.folder import FolderTree
from okng.device.datasets.sources.source import SourceError
from okng.device.store.database import Database

_MASK = "mask.png"


def pictures_address(dataset: str) -> str:
    """Where the pictures that the station took are, by their ids."""
    return f"s3://{STATION_BUCKET}/datasets/{dataset}"


def mask_reference(dataset: str, picture_id: int) -> str:
    """The `anomaly-mask-ref` of a picture's mask in the store."""
    return f"{pictures_address(dataset)}/{picture_id}/{_MASK}"


class StationBucket(FileTree):
    """The folder's files, and the pictures and masks of one dataset, removed ones as well."""

    address = f"s3://{STATION_BUCKET}"

    def __init__(self, data_dir: Path, folder: Path, dataset: str) -> None:
        self._data_dir, self._dataset = data_dir, dataset
        self._folder = FolderTree(folder) if folder.is_dir() else None

    @cached_property
    def _stored(self) -> dict[str, int]:
        """The ids of pictures by their names and those of their masks."""
        rows = Database(self._data_dir).connection.execute(
            "SELECT picture_id, mask IS NOT NULL FROM dataset_pictures WHERE dataset = ?",
            (self._dataset,),
        )
        stored: dict[str, int] = {}
        for picture_id, has_mask in rows:
            name = f"datasets/{self._dataset}/{picture_id}"
            stored |= {name: picture_id} | ({f"{name}/{_MASK}": picture_id} if has_mask else {})
        return stored

    def names(self) -> Sequence[str]:
        """The paths of all files and pictures, sorted."""
        return sorted([*self._stored, *(self._folder.names() if self._folder else ())])

    def read(self, name: str) -> bytes:
        """The file, the picture as it is stored, or its mask in the colours of its classes."""
        if name in self._stored:
            picture = DatasetQueries(self._data_dir).get(self._stored[name])
            try:
                is_mask = name.endswith(f"/{_MASK}")
                read = color_mask if is_mask else read_stored
                return read(self._data_dir, picture)
            except ExportError as error:
                raise SourceError(str(error)) from None
        if self._folder is None:
            raise SourceError(f"{name} is not in {self.address}")
        return self._folder.read(name)
