"""Counter check: the counts that triggers keep, against a recount of the rows.

For every table of counts there is a view `recount_of_<table>` with what it has to be
(`migrations/0009_ledger_counts.sql`). Triggers keep them the same; only a hand that changed the
database without them, or a fault of ours, can set them apart.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from okng.device.store.database import connect, transaction

# Marks and defects first: hours count them too, and totals are sums of hours.
COUNTED = (
    "marked_inspections",
    "ledger_hours",
    "ledger_totals",
    "recipe_hours",
    "defects",
    "defect_hours",
    "ledger_blocks",
    "outbox_totals",
    "trial_totals",
    "dataset_facets",
    "upload_totals",
    "labelling_progress",
)
"""Tables of counts, in the order in which they are repaired."""


class WrongCounts(NamedTuple):
    """A table of counts that isn't what it has to be."""

    table: str
    rows: int
    """That are in the table or in the recount alone."""
    example: str
    """One of them, in words."""


def wrong_counts(connection: sqlite3.Connection) -> Iterator[WrongCounts]:
    """The tables of counts that don't agree with the rows, each as of one moment."""
    for table in COUNTED:
        if wrong := _wrong(connection, table):
            yield wrong


def repair_counts(data_dir: Path) -> list[WrongCounts]:
    """Puts the counts right that are wrong, in one transaction, and returns what they were.

    Results wait meanwhile: of five million parts for half a minute.

    Raises:
        StoreError: the database can't be used.
        sqlite3.OperationalError: the disk is full or fails, or another process writes all the time.
    """
    repaired = []
    with closing(connect(data_dir)) as connection, transaction(connection):
        # One after the other: marks that are put right are counted by their triggers.
        for table in COUNTED:
            if wrong := _wrong(connection, table):
                connection.execute(f"DELETE FROM {table}")
                connection.execute(f"INSERT INTO {table} SELECT * FROM recount_of_{table}")
                repaired.append(wrong)
    return repaired


def _wrong(connection: sqlite3.Connection, table: str) -> WrongCounts | None:
    columns = ", ".join(_columns(connection, table))
    # As one query it sees one state of the database, whatever is written meanwhile.
    rows = connection.execute(
        f"SELECT {columns}, sum(side) AS side FROM ("
        f"SELECT {columns}, 1 AS side FROM {table} "
        f"UNION ALL SELECT {columns}, -1 FROM recount_of_{table}"
        f") GROUP BY {columns} HAVING sum(side) <> 0"
    ).fetchall()
    return WrongCounts(table, len(rows), _words(rows[0])) if rows else None


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row["name"] for row in connection.execute(f"PRAGMA table_info({table})")]


def _words(row: sqlite3.Row) -> str:
    *names, side = row.keys()
    values = ", ".join(f"{name} {row[name]}" for name in names)
    return f"{values} {'is kept and not found' if row[side] > 0 else 'is found and not kept'}"
