"""The station's files are for its own user: password hashes, session key, pictures, sockets."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from okng.models.atomic_files import PRIVATE_FOLDER

PRIVATE_UMASK = 0o077
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def create_private() -> None:
    """Whatever this process and its children create from now on is for their user alone."""
    os.umask(PRIVATE_UMASK)


def make_private_folder(folder: Path) -> None:
    """Makes the folder, or takes it from group and others, with what lies directly in it.

    What lies deeper can't be reached through a private folder. What another user owns stays as it
    is (`okng doctor` names it), and so does a folder that is shared on purpose, like /tmp.

    Raises:
        OSError: it can't be made.
    """
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    for path in open_to_others(folder):
        if path.lstat().st_uid == os.geteuid():
            try:
                path.chmod(stat.S_IMODE(path.stat().st_mode) & ~_OTHERS)
            except OSError:
                # A disk that can be read only; `okng doctor` names the file.
                continue


def open_to_others(folder: Path) -> Iterator[Path]:
    """The folder, and the files and folders directly in it, that others may use."""
    if folder.stat().st_mode & stat.S_ISVTX:
        return
    for path in (folder, *sorted(folder.iterdir())):
        if is_open_to_others(path):
            yield path


def is_open_to_others(path: Path) -> bool:
    """Whether group or others have any right to the file; a link has none of its own."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return False
    return not stat.S_ISLNK(mode) and bool(mode & _OTHERS)
