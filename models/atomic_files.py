"""Atomic files and folders: after a power cut they are complete or do not exist.

They are written under a temporary name, synced to the disk and renamed.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
"""Mode for the user of the process only."""

TEMPORARY = ".writing-"
"""A folder whose name begins with it was being written when the process died."""
TEMPORARY_SUFFIX = ".part"
"""A file that ends with it was being written when the process died."""


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """A hidden folder to write into, which replaces `target` at the end.

    On an exception it is removed and `target` stays. Leftovers of killed writers beside `target`
    are removed first, so the caller must be the only writer there (`exclusive`).
    """
    for leftover in target.parent.glob(f"{TEMPORARY}*"):
        shutil.rmtree(leftover)
    building = Path(tempfile.mkdtemp(prefix=TEMPORARY, dir=target.parent))
    try:
        yield building
        # The mode of the parent folder: mkdtemp would give others no rights.
        building.chmod(stat.S_IMODE(target.parent.stat().st_mode))
        sync_tree(building)
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
    """Lock the folder for one writer; the lock ends with the process, however that ends."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def write_files(files: Sequence[tuple[Path, bytes]], mode: int = PRIVATE_FILE) -> None:
    """Write or replace all files crash-safely, and create their folders.

    Each is written to a temporary file in its folder, synced and renamed; each folder is synced
    once, at the end. If one fails (a full disk), no temporary file stays, but files renamed before
    may.

    Raises:
        OSError: a file can't be written.
    """
    folders = {path.parent for path, _ in files}
    for folder in folders:
        make_folder(folder)
    temporary = [path.with_name(path.name + TEMPORARY_SUFFIX) for path, _ in files]
    try:
        for partial, (_, data) in zip(temporary, files, strict=True):
            _write_synced(partial, data, mode)
        for partial, (path, _) in zip(temporary, files, strict=True):
            partial.rename(path)
    except OSError:
        for partial in temporary:
            partial.unlink(missing_ok=True)
        raise
    for folder in folders:
        sync_folder(folder)


def write_file(path: Path, data: bytes) -> None:
    """Write or replace one file crash-safely, with the process's default mode.

    Raises:
        OSError: it can't be written.
    """
    write_files([(path, data)], mode=0o666)


@contextmanager
def replaced_file(path: Path, mode: int = PRIVATE_FILE) -> Iterator[IO[bytes]]:
    """A hidden file to write into piece by piece, which replaces `path` at the end.

    On an exception it is removed and `path` stays. What a killed writer left is overwritten by the
    next one, so the caller must be the only writer of `path`.
    """
    make_folder(path.parent)
    # Readers of whole folders pass over it.
    partial = path.with_name(f".{path.name}{TEMPORARY_SUFFIX}")
    flags = os.O_WRONLY | os.O_TRUNC | os.O_CREAT | os.O_CLOEXEC
    try:
        with os.fdopen(os.open(partial, flags, mode), "wb") as file:
            # The umask may have taken readers away; some network shares have no modes of their own.
            with suppress(PermissionError):
                os.fchmod(file.fileno(), mode)
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.rename(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def try_folder(folder: Path) -> None:
    """Try to write a file into the folder as `write_files` does, and remove it.

    Raises:
        OSError: no file can be written there.
    """
    make_folder(folder)
    trial = folder / f"trial{TEMPORARY_SUFFIX}"
    _write_synced(trial, b"trial", PRIVATE_FILE)
    trial.unlink()


def _write_synced(path: Path, data: bytes, mode: int) -> None:
    flags = os.O_WRONLY | os.O_TRUNC | os.O_CREAT | os.O_CLOEXEC
    with os.fdopen(os.open(path, flags, mode), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def open_private(path: Path, flags: int) -> int:
    """Open a file for its descriptor; a new file is created for the station's user only."""
    return os.open(path, flags | os.O_CREAT | os.O_CLOEXEC, PRIVATE_FILE)


def make_folder(folder: Path) -> None:
    """Create a folder and its parents, so that they survive a power cut."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Sync the folder's entries to the disk, which fsync(2) of a file doesn't."""
    _sync(folder)


def link_files(links: Sequence[tuple[Path, Path]]) -> None:
    """Link files to their targets, as the first step of crash-safe moves.

    Then point the database to the targets, and unlink the sources. A crash in between leaves extra
    names, which `okng doctor` reports, but never a row without its file.

    Raises:
        OSError: a source isn't there, or a target can't be made.
    """
    folders = {target.parent for _, target in links}
    for folder in folders:
        make_folder(folder)
    for source, target in links:
        target.unlink(missing_ok=True)
        target.hardlink_to(source)
    for folder in folders:
        sync_folder(folder)


def sync_tree(folder: Path) -> None:
    """Sync all files of a folder, and the folder itself, to the disk."""
    for path in folder.rglob("*"):
        _sync(path)
    _sync(folder)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
