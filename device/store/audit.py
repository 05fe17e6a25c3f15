"""Does the data directory hold together: rows and files, hashes, the ledger's completeness."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from okng.device.store import datasets, pictures, regression
from okng.device.store.database import FILE_NAME, StoreError, connect
from okng.device.store.files import TEMPORARY_SUFFIX
from okng.device.store.ledger import Ledger
from okng.device.store.trigger_journal import TriggerJournal
from okng.device.types import Message

YOUNG_S = 60.0
"""A file of that age may still be waiting for its row."""

_PRESENT = "picture_path IS NOT NULL AND picture_removed_at_us IS NULL"
_Check = Callable[[sqlite3.Connection, Path], Iterator["Finding"]]


class Finding(Message):
    """Something that is wrong, and what to do about it."""

    subject: str
    """File or row."""
    problem: str
    advice: str


def audit_store(data_dir: Path) -> Iterator[Finding]:
    """Everything that is wrong, in the order found; changes nothing, and may run beside the daemon.

    Every picture is read, which takes a while.
    """
    if not (data_dir / FILE_NAME).is_file():
        yield Finding(
            subject=str(data_dir / FILE_NAME),
            problem="there is no database",
            advice="name the station's data directory, or start the station once",
        )
        return
    try:
        connection = connect(data_dir, read_only=True)
    except StoreError as error:
        yield _broken_database(data_dir, error)
        return
    checks: tuple[_Check, ...] = (
        _integrity,
        _inspection_pictures,
        _dataset_pictures,
        _regression_pictures,
        _orphans,
        _missing_triggers,
    )
    try:
        for check in checks:
            yield from check(connection, data_dir)
    except sqlite3.DatabaseError as error:
        yield _broken_database(data_dir, error)
    finally:
        connection.close()


def _broken_database(data_dir: Path, error: object) -> Finding:
    return Finding(
        subject=str(data_dir / FILE_NAME),
        problem=str(error),
        advice="stop the station, keep a copy of the data directory, restore a backup; "
        "`sqlite3 okng.db .recover` may save the rest",
    )


def _integrity(connection: sqlite3.Connection, data_dir: Path) -> Iterator[Finding]:
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield _broken_database(data_dir, message)
    for table, row_id, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield _broken_database(data_dir, f"row {row_id} of {table} has no row in {parent}")


def _inspection_pictures(connection: sqlite3.Connection, data_dir: Path) -> Iterator[Finding]:
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
                yield Finding(
                    subject=row["picture_path"],
                    problem=f"picture of inspection {row['inspection_id']}: {problem}",
                    advice="restore it from a backup; the result itself is kept",
                )
        seq = rows[-1]["seq"]


def _dataset_pictures(connection: sqlite3.Connection, data_dir: Path) -> Iterator[Finding]:
    for row in connection.execute("SELECT * FROM dataset_pictures").fetchall():
        problem = _file_problem(data_dir / row["path"], row["sha256"])
        still = "SELECT 1 FROM dataset_pictures WHERE picture_id = ? AND path = ?"
        if problem and connection.execute(still, (row["picture_id"], row["path"])).fetchone():
            yield Finding(
                subject=row["path"],
                problem=f"picture {row['picture_id']} of dataset {row['dataset']}: {problem}",
                advice="restore it from a backup, or remove the picture and take it again",
            )


def _regression_pictures(connection: sqlite3.Connection, data_dir: Path) -> Iterator[Finding]:
    for row in connection.execute("SELECT * FROM regression_pictures").fetchall():
        if problem := _file_problem(data_dir / row["path"], row["sha256"]):
            yield Finding(
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
    found = hashlib.sha256(data).hexdigest()
    return None if found == sha256 else f"the file's SHA-256 is {found}, its row says {sha256}"


def _orphans(connection: sqlite3.Connection, data_dir: Path) -> Iterator[Finding]:
    known = {
        pictures.FOLDER: f"SELECT 1 FROM inspections WHERE inspection_id = ? AND {_PRESENT} "
        "AND picture_path = ?",
        datasets.FOLDER: "SELECT 1 FROM dataset_pictures WHERE ? != '' AND path = ?",
    }
    known[datasets.TRASH] = known[datasets.FOLDER]
    known[regression.FOLDER] = "SELECT 1 FROM regression_pictures WHERE ? != '' AND path = ?"
    for folder, query in known.items():
        for path in _old_files(data_dir / folder):
            relative = path.relative_to(data_dir).as_posix()
            if connection.execute(query, (path.stem, relative)).fetchone() is None:
                half = path.name.endswith(TEMPORARY_SUFFIX)
                yield Finding(
                    subject=relative,
                    problem="only half written" if half else "no row names this file",
                    advice="left by a crash; delete it",
                )


def _old_files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        try:
            if path.is_file() and time.time() - path.stat().st_ctime > YOUNG_S:
                yield path
        except FileNotFoundError:
            continue


def _missing_triggers(connection: sqlite3.Connection, data_dir: Path) -> Iterator[Finding]:
    gaps = connection.execute(
        "SELECT previous + 1, trigger_id - 1 FROM (SELECT trigger_id, "
        "lag(trigger_id, 1, 0) OVER (ORDER BY trigger_id) AS previous FROM inspections) "
        "WHERE trigger_id > previous + 1"
    ).fetchall()
    if not gaps:
        return
    # What the journal has is on its way to the ledger, at the latest at the next start.
    journalled = {edge.trigger_id for edge in TriggerJournal(data_dir).unfinished(Ledger(data_dir))}
    for first, last in gaps:
        missing = [one for one in range(first, last + 1) if one not in journalled]
        if missing:
            which = f"{missing[0]}" if len(missing) == 1 else f"{missing[0]} to {missing[-1]}"
            yield Finding(
                subject=f"trigger {which}",
                problem=f"{len(missing)} triggers have no row in the ledger",
                advice="power was lost before they were recorded: check those parts by hand",
            )
