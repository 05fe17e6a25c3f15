"""Files that survive a power cut: whole under their name, or not there at all."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

TEMPORARY_SUFFIX = ".part"
"""A file that ends with it was being written when the process died."""


def write_files(files: Sequence[tuple[Path, bytes]]) -> None:
    """Writes all files crash-safely, replacing what has their names; makes their folders.

    Each goes to a temporary file in its folder, is synced and renamed; each folder is synced
    once, at the end. When one fails (a full disk), none of the temporary files stays; files
    written before it may.

    Raises:
        OSError: a file can't be written.
    """
    folders = {path.parent for path, _ in files}
    for folder in folders:
        make_folder(folder)
    temporary = [path.with_name(path.name + TEMPORARY_SUFFIX) for path, _ in files]
    try:
        for partial, (_, data) in zip(temporary, files, strict=True):
            with partial.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        for partial, (path, _) in zip(temporary, files, strict=True):
            partial.rename(path)
    except OSError:
        for partial in temporary:
            partial.unlink(missing_ok=True)
        raise
    for folder in folders:
        sync_folder(folder)


def make_folder(folder: Path) -> None:
    """Makes a folder and those above it, so that they too outlast a power cut."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Waits until the folder's entries are on the disk (fsync(2) of a file doesn't)."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def link_files(links: Sequence[tuple[Path, Path]]) -> None:
    """First step of moves that no crash can lose: each file is there under both names.

    Point the database to the targets, then unlink the sources; a crash in between leaves names too
    many, which `okng doctor` reports, and never a row without its file.

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
