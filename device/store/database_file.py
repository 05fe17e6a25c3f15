"""The file of a database and its write-ahead log: whether it is there, its access, its changes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple


def has_content(path: Path) -> bool:
    """Whether there is such a file, and it isn't empty."""
    try:
        return path.stat().st_size > 0
    except FileNotFoundError:
        return False


def can_write(path: Path) -> bool:
    """Whether the file can be written; one that isn't there yet is made, or that fails."""
    return os.access(path, os.W_OK) or not path.exists()


def is_on_read_only_disk(folder: Path) -> bool:
    """Whether the disk can't be written at all; SQLite says only that it can't open the file."""
    try:
        return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)
    except OSError:
        return False


def log_of(path: Path) -> Path:
    """The write-ahead log of a database file."""
    return path.with_name(f"{path.name}-wal")


class FileState(NamedTuple):
    """Which file has a database's name, and how it can be opened."""

    device: int
    inode: int
    writable: bool
    changed_ns: int
    """When the file or its log was changed; 0 for a file that this program can write: only those
    who can't see the changes of others have to open it anew.
    """

    @classmethod
    def of(cls, path: Path) -> FileState | None:
        """None where there is no file."""
        try:
            status = path.stat()
        except OSError:
            return None
        writable = os.access(path, os.W_OK)
        changed_ns = 0 if writable else max(status.st_mtime_ns, _changed_ns(log_of(path)))
        return cls(status.st_dev, status.st_ino, writable, changed_ns)


def _changed_ns(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
