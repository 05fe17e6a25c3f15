"""A zip archive as a dataset source; nothing of it is ever unpacked to the disk.

Files that could do harm are refused one by one: those whose paths climb out of the archive, links,
encrypted ones, and those that are too large. Only as many bytes of a file are decompressed as its
entry declares, and none of an archive whose entries share data (D. Fifield, "A better zip bomb",
WOOT 2019).
"""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

from okng.device.datasets.sources.file_tree import MAX_FILE_BYTES, MAX_FILES, FileTree, is_hidden
from okng.device.datasets.sources.source import Refusal, SourceError

MAX_TOTAL_BYTES = 100_000_000_000
"""Largest sum of all files, once decompressed."""
_ENCRYPTED = 0x1
_UTF_8_NAME = 0x800
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DRIVE = re.compile(r"^[A-Za-z]:")


class ZipTree(FileTree):
    """The files of a zip archive."""

    def __init__(self, path: Path, address: str | None = None) -> None:
        """Reads the archive's directory.

        Args:
            path: of the archive.
            address: what messages call it, where not its path.

        Raises:
            SourceError: it is no zip archive, is damaged, or is one that no program makes.
        """
        self.address = address or str(path)
        self._refusals: list[Refusal] = []
        try:
            self._archive = zipfile.ZipFile(path)
        except OSError as error:
            raise SourceError(f"{self.address} can't be read: {error.strerror}") from None
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise SourceError(
                f"{self.address} is not a zip archive that okng can read: {error}"
            ) from None
        try:
            self._entries = self._checked(path.stat().st_size)
        except SourceError:
            self._archive.close()
            raise

    def names(self) -> Sequence[str]:
        """The paths of all files, sorted."""
        return sorted(self._entries)

    def refusals(self) -> Sequence[Refusal]:
        """Files whose entries could do harm."""
        return self._refusals

    def read(self, name: str) -> bytes:
        """The content of a file. Raises `SourceError` where it is damaged."""
        entry = self._entries[name]
        try:
            with self._archive.open(entry) as file:
                data = file.read(entry.file_size + 1)
        except (OSError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError) as error:
            raise SourceError(f"{name} in {self.address} is damaged: {error}") from None
        if len(data) != entry.file_size:
            raise SourceError(f"{name} in {self.address} has another size than its entry says")
        return data

    def close(self) -> None:
        """Closes the archive."""
        self._archive.close()

    def _checked(self, size: int) -> dict[str, zipfile.ZipInfo]:
        entries = [entry for entry in self._archive.infolist() if not entry.is_dir()]
        if len(entries) > MAX_FILES:
            raise SourceError(
                f"{self.address} has {len(entries):,} files; at most {MAX_FILES:,} are allowed"
            )
        if sum(entry.compress_size for entry in entries) > size:
            raise SourceError(f"{self.address} has files that share their data: a zip bomb")
        total = sum(entry.file_size for entry in entries)
        if total > MAX_TOTAL_BYTES:
            raise SourceError(
                f"{self.address} has {total:,} bytes once decompressed; allowed are "
                f"{MAX_TOTAL_BYTES:,}"
            )
        usable: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            # Old Windows programs write backslashes.
            name = _name(entry).replace("\\", "/")
            if is_hidden(name) and not _climbs(entry):
                continue
            reason = _harm(entry) or ("is in the archive twice" if name in usable else None)
            if reason:
                self._refusals.append(Refusal(where=name[:300], reason=reason))
            else:
                usable[name] = entry
        return usable


def _name(entry: zipfile.ZipInfo) -> str:
    """The name, which a Mac writes in UTF-8 without the flag that says so."""
    if entry.flag_bits & _UTF_8_NAME:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode()
    except UnicodeError:
        return entry.filename


def _climbs(entry: zipfile.ZipInfo) -> bool:
    # The name as it stands in the archive: zipfile cuts it off at a NUL.
    name = entry.orig_filename
    parts = re.split(r"[/\\]", name)
    return ".." in parts or name.startswith(("/", "\\")) or bool(_DRIVE.match(name)) or "\0" in name


def _harm(entry: zipfile.ZipInfo) -> str | None:
    if _climbs(entry):
        return "its path leads out of the archive"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "is a link, not a file"
    if entry.flag_bits & _ENCRYPTED:
        return "is encrypted; give an archive without a password"
    if entry.compress_type not in _METHODS:
        return "is compressed by another method than deflate"
    if entry.file_size > MAX_FILE_BYTES:
        return f"has {entry.file_size:,} bytes; at most {MAX_FILE_BYTES:,} are allowed"
    return None
