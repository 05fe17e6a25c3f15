"""Ballast: disk space held back for a full disk, since even deleting rows needs some."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from okng.models.atomic_files import open_private

FILE_NAME = "ballast"

_log = logging.getLogger(__name__)


def give_up_ballast(data_dir: Path) -> bool:
    """Frees the ballast; False when that was done before, or there never was one.

    The empty file stays: it says to the next start that the last space is for results.
    """
    path = data_dir / FILE_NAME
    try:
        if path.stat().st_size == 0:
            return False
        os.truncate(path, 0)
    except OSError:
        return False
    _log.warning("the disk is full: %s is given up", path)
    return True


def is_given_up(data_dir: Path) -> bool:
    """Whether the disk was full and there has been no space yet to take the ballast again."""
    try:
        return (data_dir / FILE_NAME).stat().st_size == 0
    except OSError:
        return False


def take_ballast(data_dir: Path, size: int) -> None:
    """Takes the space unless it is held already; on a disk without it nothing changes."""
    path = data_dir / FILE_NAME
    try:
        before = path.stat().st_size if path.exists() else None
        if before:
            return
        try:
            with os.fdopen(open_private(path, os.O_WRONLY), "wb") as file:
                os.posix_fallocate(file.fileno(), 0, size)
        except OSError:
            if before is None:
                path.unlink(missing_ok=True)
            else:
                os.truncate(path, 0)
            raise
    except OSError as error:
        _log.warning("%s can't be taken: %s", path, error)
