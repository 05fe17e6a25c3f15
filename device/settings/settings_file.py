"""The settings file as a program may change it: by version, whole, with a copy of the old one."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from okng.models.atomic_files import PRIVATE_FILE, exclusive, make_folder, write_files
from okng.models.errors import OkngError

COPY_SUFFIX = ".old"
"""Added to the name of the file for the copy of what it was before the last change."""


class SettingsFileError(OkngError):
    """The settings file can't be read or written."""

    http_status = HTTPStatus.CONFLICT


class SettingsChangedError(SettingsFileError):
    """Somebody else has changed the file in between."""


@dataclass(frozen=True)
class FileState:
    """What the file holds."""

    text: str
    version: str
    """SHA-256 of the bytes, by which a change names what it was made from."""


class SettingsFile:
    """One settings file; it need not exist yet."""

    def __init__(self, path: Path) -> None:
        # A link to the file stays a link.
        self.path = path.resolve()

    def read(self) -> FileState:
        """The text, which is empty where there is no file.

        Raises:
            SettingsFileError: it can't be read.
        """
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            data = b""
        except OSError as error:
            raise SettingsFileError(f"{self.path}: {error.strerror}") from error
        try:
            return FileState(data.decode(), hashlib.sha256(data).hexdigest())
        except UnicodeDecodeError as error:
            raise SettingsFileError(f"{self.path}: not a TOML file: {error}") from error

    def unwritable_reason(self) -> str | None:
        """Why this process can't replace the file; None if it can."""
        folder = self.path.parent
        while not folder.exists():
            folder = folder.parent
        if os.access(folder, os.W_OK | os.X_OK) and not self.path.is_mount():
            return None
        return f"this process may not write to the folder {folder}"

    def write(self, text: str, version: str) -> Path | None:
        """Replaces the file, and keeps the old one beside it.

        Args:
            text: The new text.
            version: Of the text that it was made from.

        Returns:
            The copy of the old file; None where there was none.

        Raises:
            SettingsChangedError: the file is another one by now; nothing is written.
            SettingsFileError: it can't be written.
        """
        try:
            make_folder(self.path.parent)
            with exclusive(self.path.parent):
                return self._replace(text, version)
        except OSError as error:
            raise SettingsFileError(f"{self.path} can't be written: {error.strerror}") from error

    def _replace(self, text: str, version: str) -> Path | None:
        before = self.read()
        if before.version != version:
            raise SettingsChangedError(
                f"{self.path} has been changed meanwhile; nothing was written. Reload the settings "
                "and make the change again"
            )
        exists = self.path.exists()
        # It may hold passwords: whoever could not read the old one can't read the new one.
        mode = stat.S_IMODE(self.path.stat().st_mode) if exists else PRIVATE_FILE
        copy = self.path.with_name(self.path.name + COPY_SUFFIX)
        files = [(copy, before.text.encode())] if exists else []
        write_files([*files, (self.path, text.encode())], mode=mode)
        for path in (*(path for path, _ in files), self.path):
            path.chmod(mode)
        return copy if exists else None
