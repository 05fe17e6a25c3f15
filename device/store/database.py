"""The SQLite database of a data directory: its settings, its schema, one connection a thread.

WAL lets the web process read while the daemon writes; `synchronous=FULL` puts every acknowledged
transaction on the disk before a power cut can take it (https://sqlite.org/pragma.html).
"""

from __future__ import annotations

import os
import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from http import HTTPStatus
from importlib import resources
from pathlib import Path

from okng.device.store.ballast import give_up_ballast
from okng.device.store.database_errors import REBUILD, explain, is_full
from okng.device.store.database_file import (
    FileState,
    can_write,
    has_content,
    is_on_read_only_disk,
    log_of,
)
from okng.device.store.migration_progress import lock_after_migration, report_migration
from okng.models.atomic_files import PRIVATE_FOLDER, open_private
from okng.models.errors import OkngError

FILE_NAME = "okng.db"
LOCK_FILE = f"{FILE_NAME}.lock"
BUSY_TIMEOUT_S = 10.0
READ_ONLY_DISK = "its disk is mounted read-only; check the disk, and mount it for writing"
READ_ONLY_FILE = "the station's user may not write to it; check its owner and its mode"
_MIGRATION_NAME = re.compile(r"^(\d{4})_\w+\.sql$")
# Only a station that had a database has these. Models may be copied to a new station: no sign.
_SIGNS = ("images/**/*", "datasets/**/*", "regression/*", "trash/**/*", "journal/*.journal")


class StoreError(OkngError):
    """The store can't be used; the message says which file, why, and what to do."""

    http_status = HTTPStatus.SERVICE_UNAVAILABLE


class StoreLostError(StoreError):
    """The data directory had a database, and it isn't there any more; nothing was changed."""


class NewerSchemaError(StoreError):
    """The database is of a newer okng; it was not touched."""


class _BusyTimeout(threading.local):
    """The busy timeout of new connections: per thread, with the class attribute as the default."""

    seconds = BUSY_TIMEOUT_S


_busy_timeout = _BusyTimeout()


def wait_at_most(seconds: float, *, in_all_threads: bool = False) -> None:
    """Sets how long to wait for another program's lock on the database, in this thread or in all.

    It holds for connections that are opened afterwards.
    """
    if in_all_threads:
        _BusyTimeout.seconds = seconds
    else:
        _busy_timeout.seconds = seconds


def connect(data_dir: Path, read_only: bool = False) -> sqlite3.Connection:
    """A connection for the calling thread, to the newest schema; makes the database if needed.

    It is in autocommit mode: what belongs together goes into `transaction()`. Where the disk is
    so full that the database can't be opened, the ballast is given up for it. A file that can't be
    written can still be read.

    Raises:
        StoreLostError: there is none, though the data directory has files of a station.
        NewerSchemaError: it is of a newer okng.
        StoreError: the file is no database, or can't be opened.
    """
    path = data_dir / FILE_NAME
    try:
        if not has_content(path):
            _begin(data_dir)
        try:
            connection = _open(path, data_dir) if can_write(path) else _open_to_read(path, data_dir)
        except sqlite3.DatabaseError as error:
            if not (is_full(error) and give_up_ballast(data_dir)):
                raise
            connection = _open(path, data_dir)
        if read_only:
            connection.execute("PRAGMA query_only=ON")
    except (OSError, sqlite3.Error) as error:
        reason = READ_ONLY_DISK if is_on_read_only_disk(data_dir) else explain(error)
        raise StoreError(f"{path}: {reason}") from error
    return connection


def connect_unchanged(data_dir: Path) -> sqlite3.Connection:
    """A connection that can't change anything, to whatever schema the database has.

    It makes no file, migrates nothing, and doesn't wait for writers. Without a write-ahead log
    nobody has the database open, and it is read as it lies there.

    Raises:
        StoreError: there is no database, or it can't be opened.
    """
    path = data_dir / FILE_NAME
    if not path.is_file():
        raise StoreError(f"{path}: there is no database")
    mode = "mode=ro" if log_of(path).exists() else "immutable=1"
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True)
        connection.row_factory = sqlite3.Row
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.Error:
            connection.close()
            raise
    except sqlite3.Error as error:
        raise StoreError(f"{path}: {explain(error)}") from error
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction: all of the block is written or none of it; waits for other writers first."""
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
        self._path = data_dir / FILE_NAME
        self._read_only = read_only
        self._local = threading.local()

    @property
    def connection(self) -> sqlite3.Connection:
        """The calling thread's own; opened at its first use, closed when the thread ends.

        It is to the file that has the database's name now: one that was deleted or replaced under
        a running station would take rows that nobody finds again. A file that can't be written is
        opened for reading, and again when it can be written.

        Raises:
            StoreError: as `connect`.
        """
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is not None and not connection.in_transaction:
            if self._local.file == FileState.of(self._path):
                return connection
            self.close()
            connection = None
        if connection is None:
            # Read before the opening, so that a change meanwhile is noticed at the next use.
            before = FileState.of(self._path)
            connection = connect(self.data_dir, self._read_only)
            self._local.connection = connection
            self._local.file = before or FileState.of(self._path)
        return connection

    def ensure_there(self) -> None:
        """Makes a new station's database, before there are files that show that it had one.

        Raises:
            StoreError: as `connect`.
        """
        assert self.connection

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A transaction on the calling thread's connection: all of the block is written or none.

        Raises:
            StoreError: as `connect`, or the file can't be written.
        """
        connection = self.connection
        if self._local.file and not self._local.file.writable:
            # SQLite would begin and end an empty one without an error.
            disk = is_on_read_only_disk(self.data_dir)
            reason = READ_ONLY_DISK if disk else READ_ONLY_FILE
            raise StoreError(f"{self._path}: {reason}")
        with transaction(connection):
            yield connection

    def close(self) -> None:
        """Closes the calling thread's connection; the next use opens another."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is not None:
            connection.close()
            del self._local.connection


def newest_schema() -> int:
    """The version of the schema that this okng reads and writes."""
    return len(_migrations())


def schema_of(connection: sqlite3.Connection) -> int:
    """The version of the schema that the database has."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def sign_of_former_database(data_dir: Path) -> str | None:
    """A file which proves that the data directory had a database; None on a new station."""
    for name in (LOCK_FILE, f"{FILE_NAME}-wal"):
        if has_content(data_dir / name):
            return name
    for pattern in _SIGNS:
        for path in data_dir.glob(pattern):
            if path.is_file():
                return path.relative_to(data_dir).as_posix()
    return None


def _begin(data_dir: Path) -> None:
    """Makes the empty file of a new station's database, for the station's user alone."""
    data_dir.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    path = data_dir / FILE_NAME
    with _exclusive(data_dir):
        if has_content(path):
            return
        if sign := sign_of_former_database(data_dir):
            state = "is empty" if path.exists() else "is missing"
            raise StoreLostError(
                f"{path}: the database {state}, but {sign} shows that this station had one. "
                f"Nothing was changed. {REBUILD}"
            )
        os.close(open_private(path, os.O_RDWR))


def _open(path: Path, data_dir: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_busy_timeout.seconds, isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        _bring_up_to_date(connection, data_dir)
        # Rows are written without a temporary folder, too, and on a full disk: SQLite puts what a
        # trigger may have to undo into a file there. A migration's sorting may take one.
        connection.execute("PRAGMA temp_store=MEMORY")
    except BaseException:
        connection.close()
        raise
    return connection


def _open_to_read(path: Path, data_dir: Path) -> sqlite3.Connection:
    """Opens a file that can't be written; its write-ahead log is read with it, if it has one.

    The index of the log would be opened read-only for all connections of the process, and stay so
    until the last of them is closed, in whatever thread. So this connection shares nothing: it
    makes an index of its own in memory (https://sqlite.org/wal.html#noshm).
    """
    has_log = log_of(path).exists()
    mode = "mode=ro&vfs=unix-none" if has_log else "immutable=1"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}", uri=True, isolation_level=None
    )
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("PRAGMA temp_store=MEMORY")
        if not _is_current(connection, data_dir):
            raise sqlite3.OperationalError("its schema is of an older okng, and can't be changed")
    except BaseException:
        connection.close()
        raise
    return connection


def _bring_up_to_date(connection: sqlite3.Connection, data_dir: Path) -> None:
    scripts = _migrations()
    if _is_current(connection, data_dir):
        if not has_content(data_dir / LOCK_FILE):
            # On a full or read-only disk the station works without it.
            with suppress(OSError), _exclusive(data_dir):
                _leave_sign(data_dir)
        return
    # The change to WAL doesn't wait for other connections, so processes take turns by a file lock.
    with _exclusive(data_dir):
        connection.execute("PRAGMA journal_mode=WAL")
        for number, script in enumerate(
            scripts[schema_of(connection) :], schema_of(connection) + 1
        ):
            try:
                with report_migration(connection, data_dir / FILE_NAME):
                    connection.executescript(
                        f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version={number};\nCOMMIT;"
                    )
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        _leave_sign(data_dir)


def _is_current(connection: sqlite3.Connection, data_dir: Path) -> bool:
    version, newest = schema_of(connection), newest_schema()
    if version > newest:
        raise NewerSchemaError(
            f"{data_dir / FILE_NAME}: its schema {version} is of a newer okng, this one knows "
            f"up to {newest}: install the newer okng again, or restore a backup"
        )
    return version == newest


def _leave_sign(data_dir: Path) -> None:
    """Marks the lock file: its content tells a station that lost its database from a new one."""
    with (data_dir / LOCK_FILE).open("w") as file:
        file.write("okng.db was made\n")


@contextmanager
def _exclusive(data_dir: Path) -> Iterator[None]:
    lock = open_private(data_dir / LOCK_FILE, os.O_RDWR)
    try:
        lock_after_migration(lock, data_dir / FILE_NAME)
        yield
    finally:
        os.close(lock)


@cache
def _migrations() -> list[str]:
    """SQL of `migrations/NNNN_name.sql` in order; the number is the `user_version` it leads to."""
    folder = resources.files("okng.device.store") / "migrations"
    scripts = sorted((f.name, f) for f in folder.iterdir() if _MIGRATION_NAME.match(f.name))
    numbers = [int(name[:4]) for name, _ in scripts]
    if numbers != list(range(1, len(scripts) + 1)):
        raise StoreError(f"{folder}: migrations are numbered 0001, 0002, ...; found {numbers}")
    return [script.read_text(encoding="utf-8") for _, script in scripts]
