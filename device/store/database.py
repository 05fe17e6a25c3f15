"""The SQLite database of a data directory: its settings, its schema, one connection a thread.

WAL lets the web process read while the daemon writes; `synchronous=FULL` puts every acknowledged
transaction on the disk before a power cut can take it (https://sqlite.org/pragma.html).
"""

from __future__ import annotations

import fcntl
import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import resources
from pathlib import Path

FILE_NAME = "okng.db"
BUSY_TIMEOUT_S = 10.0
_MIGRATION_NAME = re.compile(r"^(\d{4})_\w+\.sql$")


class StoreError(Exception):
    """The store can't be used; the message says which file, why, and what to do."""


def connect(data_dir: Path, read_only: bool = False) -> sqlite3.Connection:
    """A connection for the calling thread, to the newest schema; makes the database if needed.

    It is in autocommit mode: what belongs together goes into `transaction()`.

    Raises:
        StoreError: the file is no database, can't be opened, or is of a newer okng.
    """
    path = data_dir / FILE_NAME
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{path}: can't be opened: {error}") from error
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        _bring_up_to_date(connection, data_dir)
        if read_only:
            connection.execute("PRAGMA query_only=ON")
    except (OSError, sqlite3.DatabaseError) as error:
        connection.close()
        raise StoreError(f"{path}: {error}") from error
    except StoreError:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of the block or nothing of it; waits for other writers first."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may have rolled back already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


class Database:
    """The database of one data directory for all threads of a process."""

    def __init__(self, data_dir: Path, read_only: bool = False) -> None:
        self.data_dir = data_dir
        self._read_only = read_only
        self._local = threading.local()

    @property
    def connection(self) -> sqlite3.Connection:
        """The calling thread's own; opened at its first use, closed when the thread ends.

        Raises:
            StoreError: as `connect`.
        """
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = connect(self.data_dir, self._read_only)
            self._local.connection = connection
        return connection

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All of the block or nothing of it, on the calling thread's connection."""
        connection = self.connection
        with transaction(connection):
            yield connection

    def close(self) -> None:
        """Closes the calling thread's connection; the next use opens another."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is not None:
            connection.close()
            del self._local.connection


def _bring_up_to_date(connection: sqlite3.Connection, data_dir: Path) -> None:
    scripts = _migrations()
    if _version(connection) == len(scripts):
        return
    # The change to WAL doesn't wait for other connections, so processes take turns by a file lock.
    with (data_dir / f"{FILE_NAME}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        version = _version(connection)
        if version > len(scripts):
            raise StoreError(
                f"{data_dir / FILE_NAME}: its schema {version} is of a newer okng, this one knows "
                f"up to {len(scripts)}: install the newer okng again, or restore a backup"
            )
        connection.execute("PRAGMA journal_mode=WAL")
        for number, script in enumerate(scripts[version:], start=version + 1):
            try:
                connection.executescript(
                    f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version={number};\nCOMMIT;"
                )
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


@cache
def _migrations() -> list[str]:
    """SQL of `migrations/NNNN_name.sql` in order; the number is the `user_version` it leads to."""
    folder = resources.files("okng.device.store") / "migrations"
    scripts = sorted((f.name, f) for f in folder.iterdir() if _MIGRATION_NAME.match(f.name))
    numbers = [int(name[:4]) for name, _ in scripts]
    if numbers != list(range(1, len(scripts) + 1)):
        raise StoreError(f"{folder}: migrations are numbered 0001, 0002, ...; found {numbers}")
    return [script.read_text(encoding="utf-8") for _, script in scripts]
