"""Row check: whether the station can read every row, its JSON, enumerations and types."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from okng.device.integrity.failed_check import FailedCheck
from okng.device.store.database import FILE_NAME
from okng.device.store.rows import ROW_READERS, UnreadableRowError

# Each says how the rows of its table are read.
for _name in (
    *("datasets.edit_history", "datasets.picture_rows", "datasets.preparations", "jobs.store"),
    *("labelling.answers", "labelling.jobs"),
    *("store.access_keys", "store.inspection_rows"),
    *("store.promotions", "store.recipes", "store.regression", "store.reviews", "store.trials"),
    *(
        "store.challenges",
        "store.counters",
        "store.ng_alarms",
        "store.notifications",
        "store.uploads",
    ),
):
    import_module(f"okng.device.{_name}")

# Read where they are used, in the middle of other things: only their JSON is looked at here.
_JSON_COLUMNS = (
    ("outbox", "payload"),
    ("dataset_reviews", "result"),
    ("sync_reports", "document"),
)


def unreadable_rows(connection: sqlite3.Connection, data_dir: Path) -> Iterator[FailedCheck]:
    """Every row that the station can't read."""
    for table, reader in sorted(ROW_READERS.items()):
        for row in connection.execute(f"SELECT * FROM {table}"):
            try:
                reader.read(row)
            except UnreadableRowError as error:
                yield _finding(f"{FILE_NAME}, table {table}, row {row[reader.key]}", str(error))
    for table, column in _JSON_COLUMNS:
        for row in connection.execute(f"SELECT {column} AS text FROM {table}"):
            try:
                json.loads(row["text"])
            except (ValueError, TypeError) as error:
                yield _finding(
                    f"{FILE_NAME}, table {table}", f"{column} {row['text']!r:.80}: {error}"
                )


def _finding(subject: str, problem: str) -> FailedCheck:
    advice = "restore a backup, or correct the row while the station is stopped"
    return FailedCheck(subject=subject, problem=problem, advice=advice)
