"""File tree: the files of a dataset source, wherever they lie, by their relative paths."""

from __future__ import annotations

import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Sequence

from okng.device.datasets.sources.source import Refusal
from okng.models.images.image_files import IMAGE_SUFFIXES

MAX_FILE_BYTES = 256_000_000
"""Largest file that is read: as large as an upload may be."""
MAX_FILES = 500_000


class FileTree(ABC):
    """Files by their paths with `/`, relative to the root; usable from several threads."""

    address: str
    """What messages call the source."""

    @abstractmethod
    def names(self) -> Sequence[str]:
        """The paths of all files that can be read, sorted. Raises `SourceError`."""

    @abstractmethod
    def read(self, name: str) -> bytes:
        """The content of a file of `names`. Raises `SourceError` where it can't be read."""

    def refusals(self) -> Sequence[Refusal]:
        """Files that are not among `names` because reading them could do harm."""
        return ()


def is_picture(name: str) -> bool:
    """Whether the ending is that of a picture file."""
    return suffix_of(name) in IMAGE_SUFFIXES


def suffix_of(name: str) -> str:
    """The ending of a path in lower case, with its dot; empty without one."""
    file = name.rpartition("/")[2]
    stem, dot, ending = file.rpartition(".")
    return f".{ending.lower()}" if dot and stem else ""


def is_hidden(name: str) -> bool:
    """Whether a program left it for itself: `.DS_Store`, `__MACOSX/`, `Thumbs.db` are no data."""
    return any(
        part.startswith(".") or part in ("__MACOSX", "Thumbs.db", "desktop.ini")
        for part in name.split("/")
    )


def folded(name: str) -> str:
    """For comparisons: the case and the encoding of accents don't matter."""
    return unicodedata.normalize("NFC", name).casefold()
