"""Faults of the database or its disk: what they mean, in words for a person."""

from __future__ import annotations

import errno
import sqlite3

REBUILD = (
    "Restore a backup, or stop the station and run `okng doctor --rebuild`, which makes a new "
    "database of the old one's readable rows and of the files that are there"
)

# Extended result codes (https://sqlite.org/rescode.html); a new -shm file needs room as well.
_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE}
_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def is_full(error: Exception) -> bool:
    """Whether the error means a full disk or a full quota."""
    if isinstance(error, sqlite3.Error):
        return _code(error) in _FULL
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)


def is_locked(error: Exception) -> bool:
    """Whether another program held the database for longer than the busy timeout."""
    return isinstance(error, sqlite3.Error) and _code(error) & 0xFF in _LOCKED


def is_damaged(error: Exception) -> bool:
    """Whether the file's content is wrong, so that waiting doesn't help."""
    return isinstance(error, sqlite3.Error) and _code(error) & 0xFF in _DAMAGED


def explain(error: Exception) -> str:
    """One sentence, without a full stop at its end: what is the matter, and what helps."""
    if is_full(error):
        return "the disk is full; free some space"
    if is_locked(error):
        return "another program holds the database locked; close it, or wait until it has finished"
    if is_damaged(error):
        return f"the database is damaged ({error}). {REBUILD}"
    if isinstance(error, sqlite3.Error):
        match _code(error) & 0xFF:
            case sqlite3.SQLITE_READONLY:
                return (
                    "the database can't be written: its disk or its file is read-only for the "
                    f"station's user ({error})"
                )
            case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
                return (
                    f"the database can't be opened ({error}); check that its disk is mounted and "
                    "that the station's user may write to it"
                )
            case sqlite3.SQLITE_IOERR:
                return f"the disk that holds the database fails ({error})"
    if isinstance(error, OSError):
        prefix = f"{error.filename}: " if error.filename else ""
        return f"{prefix}{error.strerror or error}"
    return str(error)


def _code(error: sqlite3.Error) -> int:
    """0 where Python raised the error and not SQLite."""
    return getattr(error, "sqlite_errorcode", 0)
