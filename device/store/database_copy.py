"""A copy of all that is not a result, beside the database: users, recipes, datasets, promotions.

It is small, so it is written anew every few minutes. Results need none: each picture's file holds
its own. With both, `okng doctor --rebuild` makes a lost database again. It lies on the same disk
and is no backup.
"""

from __future__ import annotations

import logging
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from okng.device.store.database import connect
from okng.models.atomic_files import TEMPORARY_SUFFIX, open_private, sync_folder

FILE_NAME = "okng-copy.db"
RESULTS = frozenset(
    {
        *("inspections", "anomaly_maps", "outbox", "reviews", "trial_results", "trial_maps"),
        *("archive_inspections", "archive_results"),
        *("job_log", "uploads", "upload_parts", "upload_places", "sync_reports"),
    }
)
"""Tables that are left out: rows of single parts, logs, and what the bucket tells anew."""
RECOUNT = "recount_of_"
"""Prefix of the view that recounts a table of counts."""

_log = logging.getLogger(__name__)


def write_copy(data_dir: Path) -> None:
    """Replaces the copy by one of now; readers of the database are not held up.

    Raises:
        StoreError, sqlite3.DatabaseError, OSError: the database can't be read, or the disk is full.
    """
    target = data_dir / FILE_NAME
    partial = target.with_name(FILE_NAME + TEMPORARY_SUFFIX)
    partial.unlink(missing_ok=True)
    os.close(open_private(partial, os.O_RDWR))
    try:
        with closing(connect(data_dir)) as connection:
            connection.execute("ATTACH DATABASE ? AS copy", (str(partial),))
            connection.execute("PRAGMA copy.journal_mode=OFF")
            connection.execute("BEGIN")
            for table in tables_of(connection):
                if table not in RESULTS and not is_count(connection, table):
                    connection.execute(f"CREATE TABLE copy.{table} AS SELECT * FROM main.{table}")
            connection.execute("COMMIT")
            connection.execute("DETACH DATABASE copy")
        with partial.open("rb") as file:
            os.fsync(file.fileno())
        partial.rename(target)
        sync_folder(data_dir)
    except (OSError, sqlite3.Error):
        partial.unlink(missing_ok=True)
        raise


def is_count(connection: sqlite3.Connection, table: str) -> bool:
    """Whether triggers derive the table's rows from others; a view says what they should be."""
    query = "SELECT 1 FROM sqlite_master WHERE type = 'view' AND name = ?"
    return connection.execute(query, (f"{RECOUNT}{table}",)).fetchone() is not None


def tables_of(connection: sqlite3.Connection, schema: str = "main") -> list[str]:
    """The names of a database's own tables."""
    rows = connection.execute(
        f"SELECT name FROM {schema}.sqlite_master WHERE type = 'table' "
        "AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    )
    return [row[0] for row in rows]
