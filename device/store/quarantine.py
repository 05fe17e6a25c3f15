"""Files that the database doesn't know: moved aside, never deleted for that reason.

A database that was lost, or replaced by an older backup, knows nothing of the newest pictures. So
they go to `quarantine/` under the path that they had; `okng doctor --rebuild` brings back what
their content tells, and scarce space removes the oldest after the last OK picture.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from okng.models.atomic_files import make_folder, sync_folder

FOLDER = "quarantine"
RECOUNT_S = 60.0
"""After so long the files are counted again: a person may have removed some of them."""

_log = logging.getLogger(__name__)


def move_to_quarantine(data_dir: Path, path: Path, why: str) -> Path:
    """Moves a file or folder of the data directory aside and returns where it is now.

    Raises:
        OSError: it can't be moved; it is where it was.
    """
    target = _free_name(data_dir / FOLDER / path.relative_to(data_dir))
    make_folder(target.parent)
    path.rename(target)
    sync_folder(target.parent)
    sync_folder(path.parent)
    _mark_changed(data_dir)
    _log.warning("%s moved to %s: %s", path, target, why)
    return target


def files_in_quarantine(data_dir: Path) -> list[Path]:
    """All files in quarantine, sorted by path."""
    return sorted(path for path in (data_dir / FOLDER).rglob("*") if path.is_file())


def remove_oldest(data_dir: Path, count: int) -> int:
    """Deletes the `count` oldest files for the sake of space and returns how many there were."""
    oldest = sorted(files_in_quarantine(data_dir), key=lambda path: path.stat().st_mtime)[:count]
    for path in oldest:
        path.unlink(missing_ok=True)
    if oldest:
        _log.warning("%d files of %s removed for want of space", len(oldest), data_dir / FOLDER)
        _remove_empty_folders(data_dir / FOLDER, oldest)
        _mark_changed(data_dir)
    return len(oldest)


class QuarantineCount:
    """How many files are in quarantine; cheap enough to ask every second.

    They are counted when something was moved there or removed, by whatever process, and else once
    in `RECOUNT_S`.
    """

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._files = 0
        self._changed_ns: int | None = None
        self._counted_s = 0.0

    def count(self) -> int:
        """The number of files.

        Raises:
            OSError: the folder can't be read.
        """
        changed_ns = _changed_ns(self._data_dir)
        age_s = time.monotonic() - self._counted_s
        if changed_ns != self._changed_ns or age_s >= RECOUNT_S:
            self._files = len(files_in_quarantine(self._data_dir))
            self._changed_ns = changed_ns
            self._counted_s = time.monotonic()
        return self._files


def _mark_changed(data_dir: Path) -> None:
    """Touches the folder: a change deep inside does not alter its modification time."""
    now_ns = time.time_ns()
    with suppress(OSError):
        os.utime(data_dir / FOLDER, ns=(now_ns, now_ns))


def _changed_ns(data_dir: Path) -> int | None:
    try:
        return (data_dir / FOLDER).stat().st_mtime_ns
    except FileNotFoundError:
        return None


def _free_name(path: Path) -> Path:
    number = 1
    target = path
    while target.exists():
        number += 1
        target = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return target


def _remove_empty_folders(root: Path, removed: Iterable[Path]) -> None:
    folders = {parent for path in removed for parent in path.parents if root in parent.parents}
    # The deepest folder first; one that still has files refuses to be removed.
    for folder in sorted(folders, reverse=True):
        with suppress(OSError):
            folder.rmdir()
