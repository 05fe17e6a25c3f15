"""Folders that are whole or not there: built hidden, synced to the disk and renamed."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TEMPORARY = ".writing-"


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """A hidden folder to write into, which becomes `target` at the end and takes its place.

    With an exception it goes and `target` stays. What killed writers left beside `target` is
    removed first, so the caller must be the only writer there (`exclusive`).
    """
    for leftover in target.parent.glob(f"{TEMPORARY}*"):
        shutil.rmtree(leftover)
    building = Path(tempfile.mkdtemp(prefix=TEMPORARY, dir=target.parent))
    try:
        yield building
        building.chmod(0o755)
        _sync_all(building)
        if target.exists():
            target.rename(Path(tempfile.mkdtemp(prefix=TEMPORARY, dir=target.parent)) / "replaced")
        building.rename(target)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    sync_folder(target.parent)
    for replaced in target.parent.glob(f"{TEMPORARY}*"):
        shutil.rmtree(replaced)


@contextmanager
def exclusive(folder: Path) -> Iterator[None]:
    """Hold the folder for one writer; the lock ends with the process, however it ends."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def write_whole(path: Path, data: bytes) -> None:
    """Write or replace one file, so that it is the old or the new one whatever happens."""
    temporary = path.with_name(f".{path.name}.part")
    temporary.write_bytes(data)
    _sync(temporary)
    temporary.rename(path)
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """What was made, renamed or removed in the folder is on the disk."""
    _sync(path)


def _sync_all(folder: Path) -> None:
    for path in folder.rglob("*"):
        _sync(path)
    _sync(folder)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
