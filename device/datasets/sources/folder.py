"""A folder on the station as a dataset source."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from okng.device.datasets.sources.file_tree import MAX_FILE_BYTES, MAX_FILES, FileTree, is_hidden
from okng.device.datasets.sources.source import SourceError


class FolderTree(FileTree):
    """The files in a folder and the folders in it; links to other folders are not followed."""

    def __init__(self, folder: Path) -> None:
        self.address = str(folder)
        self._folder = folder

    @cached_property
    def _names(self) -> list[str]:
        return self._walk()

    def names(self) -> Sequence[str]:
        """The paths of all files, sorted. Raises `SourceError` for a folder that can't be read."""
        return self._names

    def read(self, name: str) -> bytes:
        """The content of a file. Raises `SourceError` where it can't be read."""
        path = self._folder / name
        try:
            if not path.is_file():
                raise SourceError(f"{path} is not a file")
            size = path.stat().st_size
            if size > MAX_FILE_BYTES:
                raise SourceError(
                    f"{path} has {size:,} bytes; at most {MAX_FILE_BYTES:,} are allowed"
                )
            return path.read_bytes()
        except OSError as error:
            raise SourceError(f"{path} can't be read: {error.strerror}") from None

    def _walk(self) -> list[str]:
        def fail(error: OSError) -> None:
            raise SourceError(f"{error.filename} can't be read: {error.strerror}") from None

        names: list[str] = []
        for folder, _, files in os.walk(self._folder, onerror=fail):
            relative = Path(folder).relative_to(self._folder)
            names += [(relative / file).as_posix() for file in files]
            if len(names) > MAX_FILES:
                raise SourceError(f"{self.address} has more than {MAX_FILES:,} files")
        return sorted(name for name in names if not is_hidden(name))
