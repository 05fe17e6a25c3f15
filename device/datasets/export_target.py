"""Where an export goes: a folder or a zip archive that appears whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from okng.models.atomic_files import sync_folder, write_files
from okng.models.errors import OkngError

Write: TypeAlias = Callable[[str, bytes], None]
"""Adds a file to an export, by its path relative to it."""
# What zip can tell; the same for every file, so that equal exports are equal archives.
_DATE = (1980, 1, 1, 0, 0, 0)


class ExportError(OkngError):
    """The dataset can't be exported; the message says why. Nothing was written."""


@contextmanager
def export_target(target: Path) -> Iterator[Write]:
    """Files for a new or empty folder or, where the name ends in `.zip`, for a new archive.

    Raises:
        ExportError: `target` is there already.
        OSError: the disk is full or fails.
    """
    if target.suffix.lower() == ".zip":
        with _export_zip(target) as write:
            yield write
        return
    with export_folder(target) as hidden:
        yield lambda path, data: write_files([(hidden / path, data)])


@contextmanager
def export_folder(target: Path) -> Iterator[Path]:
    """A hidden folder, renamed to `target` when it is complete and removed on failure.

    Raises:
        ExportError: `target` isn't an empty or absent folder.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise ExportError(f"{target} exists already; give a new or an empty folder")
    target = target.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    # Beside the target, so that the last step is a rename within one file system.
    hidden = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        yield hidden
        _let_others_read(hidden)
        hidden.rename(target)
        sync_folder(target.parent)
    except BaseException:
        shutil.rmtree(hidden, ignore_errors=True)
        raise


@contextmanager
def _export_zip(target: Path) -> Iterator[Write]:
    if target.exists():
        raise ExportError(f"{target} exists already; give a new file")
    target = target.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
    hidden = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            with zipfile.ZipFile(file, "w") as archive:

                def write(path: str, data: bytes) -> None:
                    # Pictures are compressed already.
                    archive.writestr(zipfile.ZipInfo(path, _DATE), data)

                yield write
            file.flush()
            os.fsync(file.fileno())
        hidden.chmod(0o644)
        hidden.rename(target)
        sync_folder(target.parent)
    except BaseException:
        hidden.unlink(missing_ok=True)
        raise


def _let_others_read(folder: Path) -> None:
    """An export is for other programs; the station's own files are for its user alone."""
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
