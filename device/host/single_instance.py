"""A single instance: one process at a time holds a folder, by a lock on a file in it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from okng.models.errors import OkngError


class InUseError(OkngError):
    """Another process holds the lock."""

    def __init__(self, process: str) -> None:
        """Args:
        process: Number of the process that holds it, as far as that is known.
        """
        super().__init__(f"in use by process {process}")
        self.process = process


@contextmanager
def single_instance(lock_file: Path) -> Iterator[None]:
    """Holds the lock; the kernel lets go of it however the process ends.

    Raises:
        OSError: the file can't be opened.
        InUseError: another process holds it.
    """
    with _opened(lock_file) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise InUseError(lock.read().strip()) from None
        # A full disk has no room for the number, and needs none for the lock.
        with suppress(OSError):
            lock.truncate(0)
            os.write(lock.fileno(), str(os.getpid()).encode())
        yield


def _opened(path: Path) -> IO[str]:
    """The file opened, for reading alone where the disk is read-only."""
    try:
        return path.open("a+")
    except OSError:
        if not path.exists():
            raise
        return path.open()
