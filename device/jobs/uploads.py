"""Exchanged files: each in a folder of its own, until its job or its download has ended."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from okng.models.atomic_files import PRIVATE_FOLDER

UPLOADS = "uploads"
"""Folder of the data directory."""
_KEPT_S = 24 * 3600.0
"""Longer than any job runs."""


def make_upload_folder(data_dir: Path) -> Path:
    """A new folder for one file; those that a crash left are removed before."""
    uploads = data_dir / UPLOADS
    uploads.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    for folder in uploads.iterdir():
        if time.time() - folder.stat().st_mtime > _KEPT_S:
            shutil.rmtree(folder, ignore_errors=True)
    return Path(tempfile.mkdtemp(dir=uploads))


@contextmanager
def upload_folder(data_dir: Path) -> Iterator[Path]:
    """A new folder for one file, which is removed with the file at the end of the block."""
    folder = make_upload_folder(data_dir)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def remove_upload(data_dir: Path, file: Path) -> None:
    """Removes an uploaded file with its folder; any other file stays."""
    folder = file.absolute().parent
    if folder.parent == (data_dir / UPLOADS).absolute():
        shutil.rmtree(folder, ignore_errors=True)
