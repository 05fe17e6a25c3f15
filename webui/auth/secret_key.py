"""The secret key that signs session cookies: created once, readable by the service only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from okng.models.atomic_files import make_folder, sync_folder

FILE_NAME = "web-secret-key"


def secret_key(data_dir: Path) -> bytes:
    """Reads the key from the data directory, or creates it at the first start.

    Deleting the file ends all sessions.

    Raises:
        OSError: the file can't be read or created.
    """
    path = data_dir / FILE_NAME
    if not path.exists():
        _make(path)
    return path.read_bytes()


def _make(path: Path) -> None:
    make_folder(path.parent)
    partial = path.with_name(f"{path.name}.part")
    partial.unlink(missing_ok=True)
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(32))
        file.flush()
        os.fsync(descriptor)
    partial.rename(path)
    sync_folder(path.parent)
