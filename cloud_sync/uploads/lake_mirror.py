"""The mirror of the data lake: the station's files in the bucket, each as the folder has it now."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from okng.cloud_sync.object_store.object_store import ObjectStore
from okng.cloud_sync.uploads.object_keys import lake_key
from okng.device.data_lake.export import files_of_station


class _State(NamedTuple):
    """What tells a file from the one that it replaced."""

    inode: int
    size_bytes: int
    changed_ns: int

    @classmethod
    def of(cls, status: os.stat_result) -> _State:
        return cls(status.st_ino, status.st_size, status.st_mtime_ns)


class LakeMirror:
    """Sends what has changed since it was sent; nothing is deleted."""

    def __init__(
        self, folder: Path, station_id: str, store: ObjectStore, is_open: Callable[[], bool]
    ) -> None:
        """Args:
        folder: of the lake; files of other stations in it are theirs to send.
        station_id: of this station.
        store: the bucket.
        is_open: whether files may be sent now.
        """
        self._folder = folder
        self._station_id = station_id
        self._store = store
        self._is_open = is_open
        # After a restart the bucket is asked again: for each file what it has.
        self._sent: dict[Path, _State] = {}

    def update(self) -> None:
        """Sends every file that the bucket lacks, or has as it was before.

        Raises:
            BucketError: the bucket can't be used.
            OSError: a file can't be read.
        """
        for path in sorted(files_of_station(self._folder, self._station_id)):
            if not self._is_open():
                return
            # Read before the file: if it is replaced meanwhile, it is sent again.
            state = _State.of(path.stat())
            if self._sent.get(path) != state:
                data = path.read_bytes()
                key = lake_key(path.relative_to(self._folder))
                self._store.mirror(key, data, hashlib.sha256(data).hexdigest())
                self._sent[path] = state
