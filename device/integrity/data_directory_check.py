"""Integrity check of the data directory: rows and files, hashes, completeness of the ledger."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from okng.device.datasets import dataset_folders
from okng.device.datasets.masks import mask_path, stored_masks
from okng.device.integrity.counter_check import wrong_counts
from okng.device.integrity.failed_check import FailedCheck
from okng.device.integrity.row_check import unreadable_rows
from okng.device.store import pictures, regression
from okng.device.store.database import (
    FILE_NAME,
    StoreError,
    connect_unchanged,
    newest_schema,
    schema_of,
    sign_of_former_database,
)
from okng.device.store.database_errors import REBUILD
from okng.device.store.quarantine import files_in_quarantine
from okng.device.store.result_spool import spooled_results
from okng.device.store.trigger_journal import journalled_edges
from okng.models.atomic_files import TEMPORARY_SUFFIX

YOUNG_S = 60.0
"""A file younger than this may still be waiting for its row."""

_PRESENT = "picture_path IS NOT NULL AND picture_removed_at_us IS NULL"
Check: TypeAlias = Callable[[sqlite3.Connection, Path], Iterator[FailedCheck]]
"""One check, on a connection that can't write."""


def check_data_directory(data_dir: Path) -> Iterator[FailedCheck]:
    """Everything that is wrong, in the order found; changes nothing, and may run beside the daemon.

    Every picture is read, which takes a while.
    """
    if not _has_content(data_dir / FILE_NAME):
        yield _no_database(data_dir)
        return
    try:
        connection = connect_unchanged(data_dir)
    except StoreError as error:
        yield _broken_database(data_dir, error)
        return
    try:
        yield from _integrity(connection, data_dir)
        if (schema := schema_of(connection)) == newest_schema():
            for check in CHECKS:
                yield from check(connection, data_dir)
        else:
            yield _other_schema(data_dir, schema)
    except sqlite3.DatabaseError as error:
        yield _broken_database(data_dir, error)
    finally:
        connection.close()


def _has_content(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _no_database(data_dir: Path) -> FailedCheck:
    path = data_dir / FILE_NAME
    state = "the database is empty" if path.exists() else "there is no database"
    if sign := sign_of_former_database(data_dir):
        return FailedCheck(
            subject=str(path),
            problem=f"{state}, but {sign} shows that there was one",
            advice=REBUILD,
        )
    return FailedCheck(
        subject=str(path),
        problem=state,
        advice="name the station's data directory, or start the station once",
    )


def _other_schema(data_dir: Path, schema: int) -> FailedCheck:
    newest = newest_schema()
    advice = (
        "start the station once, which brings it up to date; then run this again"
        if schema < newest
        else "install the newer okng again, or restore a backup"
    )
    return FailedCheck(
        subject=str(data_dir / FILE_NAME),
        problem=f"its schema is {schema}, this okng's is {newest}: its rows were not checked",
        advice=advice,
    )


def _broken_database(data_dir: Path, error: object) -> FailedCheck:
    return FailedCheck(
        subject=str(data_dir / FILE_NAME),
        problem=str(error),
        advice=f"stop the station and keep a copy of the data directory. {REBUILD}",
    )


def _integrity(connection: sqlite3.Connection, data_dir: Path) -> Iterator[FailedCheck]:
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield _broken_database(data_dir, message)
    for table, row_id, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield _broken_database(data_dir, f"row {row_id} of {table} has no row in {parent}")


def _inspection_pictures(connection: sqlite3.Connection, data_dir: Path) -> Iterator[FailedCheck]:
    query = (
        "SELECT seq, inspection_id, picture_path, picture_sha256 FROM inspections "
        f"WHERE seq > ? AND {_PRESENT} ORDER BY seq LIMIT 500"
    )
    seq = 0
    while rows := connection.execute(query, (seq,)).fetchall():
        for row in rows:
            problem = _file_problem(data_dir / row["picture_path"], row["picture_sha256"])
            # Retention may have removed it since.
            still = f"SELECT 1 FROM inspections WHERE seq = ? AND {_PRESENT}"
            if problem and connection.execute(still, (row["seq"],)).fetchone():
                yield FailedCheck(
                    subject=row["picture_path"],
                    problem=f"picture of inspection {row['inspection_id']}: {problem}",
                    advice="restore it from a backup; the result itself is kept",
                )
        seq = rows[-1]["seq"]


def _dataset_pictures(connection: sqlite3.Connection, data_dir: Path) -> Iterator[FailedCheck]:
    for row in connection.execute("SELECT * FROM dataset_pictures").fetchall():
        problem = _file_problem(data_dir / row["path"], row["sha256"])
        still = "SELECT 1 FROM dataset_pictures WHERE picture_id = ? AND path = ?"
        if problem and connection.execute(still, (row["picture_id"], row["path"])).fetchone():
            yield FailedCheck(
                subject=row["path"],
                problem=f"picture {row['picture_id']} of dataset {row['dataset']}: {problem}",
                advice="restore it from a backup, or remove the picture and take it again",
            )


def _masks(connection: sqlite3.Connection, data_dir: Path) -> Iterator[FailedCheck]:
    query = "SELECT * FROM dataset_pictures WHERE mask IS NOT NULL"
    for row in connection.execute(query).fetchall():
        sha256 = json.loads(row["mask"])["sha256"]
        path = mask_path(row["dataset"], row["path"], sha256)
        if problem := _file_problem(data_dir / path, sha256):
            yield FailedCheck(
                subject=path,
                problem=f"mask of picture {row['picture_id']} of dataset {row['dataset']}: "
                f"{problem}",
                advice="restore it from a backup, or remove the mask and draw it again",
            )


def _regression_pictures(connection: sqlite3.Connection, data_dir: Path) -> Iterator[FailedCheck]:
    for row in connection.execute("SELECT * FROM regression_pictures").fetchall():
        if problem := _file_problem(data_dir / row["path"], row["sha256"]):
            yield FailedCheck(
                subject=row["path"],
                problem=f"regression picture {row['picture_id']} of {row['model']!r}: {problem}",
                advice="restore it from a backup, or remove it from the set",
            )


def _file_problem(path: Path, sha256: str) -> str | None:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return "the file is missing"
    except OSError as error:
        return f"the file can't be read: {error.strerror}"
    digest = hashlib.sha256(data).hexdigest()
    return None if digest == sha256 else f"the file's SHA-256 is {digest}, its row says {sha256}"


def _orphans(connection: sqlite3.Connection, data_dir: Path) -> Iterator[FailedCheck]:
    queries = {
        pictures.FOLDER: f"SELECT 1 FROM inspections WHERE inspection_id = ? AND {_PRESENT} "
        "AND picture_path = ?",
        dataset_folders.FOLDER: "SELECT 1 FROM dataset_pictures WHERE ? != '' AND path = ?",
    }
    queries[dataset_folders.TRASH] = queries[dataset_folders.FOLDER]
    queries[regression.FOLDER] = "SELECT 1 FROM regression_pictures WHERE ? != '' AND path = ?"
    masks = stored_masks(connection)
    for folder, query in queries.items():
        for path in _old_files(data_dir / folder):
            relative = path.relative_to(data_dir).as_posix()
            if relative in masks:
                continue
            if connection.execute(query, (path.stem, relative)).fetchone() is None:
                half = path.name.endswith(TEMPORARY_SUFFIX)
                yield FailedCheck(
                    subject=relative,
                    problem="only half written" if half else "no row names this file",
                    advice="left by a crash; delete it"
                    if half
                    else "left by a crash, or the database is older than the file: look at it "
                    "before you delete it; `okng doctor --rebuild` brings back what it tells",
                )


def _old_files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        try:
            if path.is_file() and time.time() - path.stat().st_ctime > YOUNG_S:
                yield path
        except FileNotFoundError:
            continue


def _missing_triggers(connection: sqlite3.Connection, data_dir: Path) -> Iterator[FailedCheck]:
    gaps = connection.execute(
        "SELECT previous + 1, trigger_id - 1 FROM (SELECT trigger_id, "
        "lag(trigger_id, 1, 0) OVER (ORDER BY trigger_id) AS previous FROM inspections) "
        "WHERE trigger_id > previous + 1"
    ).fetchall()
    if not gaps:
        return
    # What the journal has is on its way to the ledger, at the latest at the next start.
    journalled = {edge.trigger_id for edge in journalled_edges(data_dir)}
    # The same holds for results that wait for the database.
    journalled |= {inspection.trigger_id for inspection in spooled_results(data_dir)}
    for first, last in gaps:
        missing = [
            trigger_id for trigger_id in range(first, last + 1) if trigger_id not in journalled
        ]
        if missing:
            numbers = f"{missing[0]}" if len(missing) == 1 else f"{missing[0]} to {missing[-1]}"
            yield FailedCheck(
                subject=f"trigger {numbers}",
                problem=f"{len(missing)} triggers have no row in the ledger",
                advice="power was lost before they were recorded: check those parts by hand",
            )


def _counts(connection: sqlite3.Connection, data_dir: Path) -> Iterator[FailedCheck]:
    for wrong in wrong_counts(connection):
        yield FailedCheck(
            subject=f"counts in {wrong.table}",
            problem=f"{wrong.rows} differ from a recount: {wrong.example}",
            advice="figures on the pages may be wrong, no result is: "
            "stop the station, then run `okng doctor --repair-counts`",
        )


def _quarantine(connection: sqlite3.Connection, data_dir: Path) -> Iterator[FailedCheck]:
    for path in files_in_quarantine(data_dir):
        yield FailedCheck(
            subject=path.relative_to(data_dir).as_posix(),
            problem="the database does not know this file: it was moved aside",
            advice="keep it elsewhere or delete it; `okng doctor --rebuild` brings back what it "
            "tells, and scarce space removes it after the last OK picture",
        )


def _waiting_results(connection: sqlite3.Connection, data_dir: Path) -> Iterator[FailedCheck]:
    """Results in the spool without a row; the others are in the ledger and only not yet removed."""
    ids = [inspection.inspection_id for inspection in spooled_results(data_dir)]
    missing = [
        inspection_id for inspection_id in ids if not _is_recorded(connection, inspection_id)
    ]
    if missing:
        yield FailedCheck(
            subject=FILE_NAME,
            problem=f"{len(missing)} results wait to be written to it",
            advice="start the station: it writes them when the database can be written",
        )


def _is_recorded(connection: sqlite3.Connection, inspection_id: str) -> bool:
    query = "SELECT 1 FROM inspections WHERE inspection_id = ?"
    return connection.execute(query, (inspection_id,)).fetchone() is not None


CHECKS: tuple[Check, ...] = (
    unreadable_rows,
    _inspection_pictures,
    _dataset_pictures,
    _masks,
    _regression_pictures,
    _orphans,
    _missing_triggers,
    _waiting_results,
    _counts,
    _quarantine,
)
"""Of a database whose schema is this okng's, in the order in which they are told."""
