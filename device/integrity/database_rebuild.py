"""A new database of what is left: the old one's readable rows, the copy beside it, and the files.

In this order, and the first to know a row wins:

1. the old database, row by row, as far as its pages can be read;
2. `okng-copy.db`: users, recipes, datasets, promotions, what the station runs;
3. `last-running.json`: the recipe that ran last;
4. pictures of inspections, which hold their result; of older ones only time and name are known;
5. files of datasets and their trash: dataset, label and time stand in the path.

Trigger edges of the journal and results that wait on the disk are left to the station's next start.
"""

from __future__ import annotations

import fcntl
import hashlib
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import ValidationError

from okng.device.datasets import dataset_folders, new_pictures
from okng.device.store import pictures, quarantine
from okng.device.store.database import (
    FILE_NAME,
    LOCK_FILE,
    StoreError,
    connect,
    connect_unchanged,
    newest_schema,
    schema_of,
    sign_of_former_database,
    transaction,
)
from okng.device.store.database_copy import FILE_NAME as COPY
from okng.device.store.database_copy import is_count, tables_of
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.picture_metadata import entry_of_picture
from okng.device.store.quarantine import move_to_quarantine
from okng.device.store.state import set_state
from okng.device.store.state_copy import FILE_NAME as STATE_COPY
from okng.device.store.state_copy import RunningState
from okng.device.store.timestamps import to_us
from okng.device.types import Inspection, Outcome, TriggerSource
from okng.models.atomic_files import sync_folder
from okng.models.errors import OkngError
from okng.models.images.image_files import IMAGE_SUFFIXES
from okng.models.images.preprocessing import ImageError

DEVICE_LOCK = "device.lock"
AUTHOR = "rebuilt"
UNKNOWN = "rebuilt from the picture's file, which does not tell how the part was judged"
BATCH = 500
_BUILDING = "rebuilding.part"
_HOUR = re.compile(r"(\d{4})/(\d\d)/(\d\d)/(\d\d)$")


# Of tables without rowid, and where the row itself is worth keeping.
_WITHOUT_LOST_ROWS = (
    "UPDATE dataset_pictures SET near_copy_of = NULL "
    "WHERE near_copy_of NOT IN (SELECT picture_id FROM dataset_pictures)",
    "UPDATE reviews SET picture_id = NULL "
    "WHERE picture_id NOT IN (SELECT picture_id FROM dataset_pictures)",
    "DELETE FROM trial_results WHERE seq NOT IN (SELECT seq FROM inspections) "
    "OR trial_id NOT IN (SELECT trial_id FROM trials)",
    "DELETE FROM archive_results WHERE seq NOT IN (SELECT seq FROM inspections) "
    "OR archive_inspection_id NOT IN (SELECT archive_inspection_id FROM archive_inspections)",
    # What was to be sent may be among the lost rows: every source is read again from its beginning.
    "DELETE FROM upload_places WHERE source <> 'target'",
    "DELETE FROM upload_parts WHERE upload_id NOT IN (SELECT upload_id FROM uploads)",
    "DELETE FROM trial_maps WHERE (trial_id, seq) NOT IN (SELECT trial_id, seq FROM trial_results)",
    "DELETE FROM dataset_changed_pictures "
    "WHERE picture_id NOT IN (SELECT picture_id FROM dataset_pictures) "
    "OR change_id NOT IN (SELECT change_id FROM dataset_changes)",
)


class RebuildError(OkngError):
    """The database can't be made again; nothing was changed, and the message says why."""


def rebuild(data_dir: Path) -> Iterator[str]:
    """Makes the new database and puts it in the old one's place; says what came back, line by line.

    The old one is moved to `quarantine/`, with its write-ahead log.

    Raises:
        RebuildError: the station runs, the database is in order, or there is nothing to make one
            of.
    """
    with _station_stopped(data_dir):
        if not sign_of_former_database(data_dir) and not (data_dir / FILE_NAME).exists():
            raise RebuildError(f"{data_dir}: this is not a station's data directory")
        if _is_in_order(data_dir):
            raise RebuildError(
                f"{data_dir / FILE_NAME} can be read: there is nothing to rebuild. To begin with "
                "another database all the same, move this one away first"
            )
        building = data_dir / _BUILDING
        shutil.rmtree(building, ignore_errors=True)
        try:
            yield from _build(data_dir, building)
            _take_place(data_dir, building)
        except (OSError, sqlite3.Error, StoreError) as error:
            raise RebuildError(f"{data_dir}: no new database could be made: {error}") from error
        finally:
            shutil.rmtree(building, ignore_errors=True)
    yield f"{data_dir / FILE_NAME} is made anew; start the station"


@contextmanager
def _station_stopped(data_dir: Path) -> Iterator[None]:
    with (data_dir / DEVICE_LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RebuildError(
                f"{data_dir} is in use by okng device; stop the station first"
            ) from None
        yield


def _is_in_order(data_dir: Path) -> bool:
    """Whether the database needs nothing; one of another schema is left to okng's start."""
    path = data_dir / FILE_NAME
    if not path.is_file() or path.stat().st_size == 0:
        return False
    try:
        with closing(connect_unchanged(data_dir)) as connection:
            if schema_of(connection) > newest_schema():
                raise RebuildError(f"{path} is of a newer okng; install that one")
            messages = [row[0] for row in connection.execute("PRAGMA integrity_check(1)")]
            return messages == ["ok"] and bool(tables_of(connection))
    except (StoreError, sqlite3.DatabaseError):
        return False


def _build(data_dir: Path, building: Path) -> Iterator[str]:
    with closing(connect(building)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        for name, words in ((FILE_NAME, "the old database"), (COPY, "the copy beside it")):
            counts = _take_rows(connection, data_dir / name)
            if counts:
                summary = ", ".join(f"{count} {table}" for table, count in counts.items())
                yield f"from {words}: {summary}"
        if recipe := _take_last_running(connection, data_dir):
            yield f"the recipe that ran last: {recipe}"
        query, unknown = _take_pictures(connection, building, data_dir)
        yield f"from pictures: {query} results, and {unknown} parts whose verdict is not known"
        yield f"from files of datasets: {_take_dataset_files(connection, data_dir)} pictures"
        _drop_orphans(connection)
        if connection.execute("SELECT count(*) FROM users").fetchone()[0] == 0:
            yield "no user is known: the station is to be claimed again, with the code it prints"
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _take_place(data_dir: Path, building: Path) -> None:
    for name in (FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"):
        if (data_dir / name).exists():
            move_to_quarantine(data_dir, data_dir / name, "a new database takes its place")
    (building / FILE_NAME).rename(data_dir / FILE_NAME)
    (data_dir / LOCK_FILE).write_text("okng.db was made\n")
    sync_folder(data_dir)


def _take_rows(connection: sqlite3.Connection, source: Path) -> dict[str, int]:
    """Copies what can be read of every table of another database file; counts by table."""
    if not source.is_file() or source.stat().st_size == 0:
        return {}
    counts = {}
    try:
        mode = "mode=ro" if source.with_name(f"{source.name}-wal").exists() else "immutable=1"
        with closing(sqlite3.connect(f"{source.absolute().as_uri()}?{mode}", uri=True)) as old:
            old.row_factory = sqlite3.Row
            ours = [name for name in tables_of(connection) if not is_count(connection, name)]
            for table in [name for name in tables_of(old) if name in ours]:
                if count := _take_table(connection, old, table):
                    counts[table] = count
    except sqlite3.DatabaseError:
        # Not even its list of tables can be read.
        return counts
    return counts


def _take_table(connection: sqlite3.Connection, old: sqlite3.Connection, table: str) -> int:
    columns = [row["name"] for row in connection.execute(f"PRAGMA table_info({table})")]
    count = 0
    with transaction(connection):
        for row in _readable_rows(old, table):
            shared = [name for name in row.keys() if name in columns]  # noqa: SIM118
            marks = ", ".join("?" * len(shared))
            sql = f"INSERT OR IGNORE INTO {table} ({', '.join(shared)}) VALUES ({marks})"
            with suppress(sqlite3.IntegrityError, sqlite3.DataError):
                count += connection.execute(sql, [row[name] for name in shared]).rowcount
    return count


def _readable_rows(old: sqlite3.Connection, table: str) -> Iterator[sqlite3.Row]:
    """Rows from the first on up to a damaged page, and from the last one back to it."""
    for order in ("ASC", "DESC"):
        try:
            # NOT INDEXED reads the table itself: an index may be damaged where the rows are not.
            yield from old.execute(f"SELECT * FROM {table} NOT INDEXED ORDER BY rowid {order}")
        except sqlite3.OperationalError:
            # A table without rowid.
            with suppress(sqlite3.DatabaseError):
                yield from old.execute(f"SELECT * FROM {table}")
        except sqlite3.DatabaseError:
            continue
        return


def _take_last_running(connection: sqlite3.Connection, data_dir: Path) -> str | None:
    """Restores the recipe and mode that ran last, where the database does not have them."""
    query = "SELECT 1 FROM station_state WHERE key = 'recipe_name'"
    if connection.execute(query).fetchone():
        return None
    try:
        running = RunningState.model_validate_json((data_dir / STATE_COPY).read_bytes())
    except (OSError, ValidationError):
        return None
    version = running.recipe
    with transaction(connection):
        connection.execute(
            "INSERT OR IGNORE INTO recipes VALUES (?, ?, ?, ?, ?)",
            (
                version.recipe.name,
                version.version,
                version.recipe.model_dump_json(),
                version.author,
                to_us(version.created_at),
            ),
        )
        set_state(connection, "recipe_name", version.recipe.name)
        set_state(connection, "recipe_version", str(version.version))
        set_state(connection, "mode", running.mode)
    return f"{version.recipe.name} version {version.version}"


def _take_pictures(
    connection: sqlite3.Connection, building: Path, data_dir: Path
) -> tuple[int, int]:
    """Adds rows for pictures without one: how many hold their result, and how many don't."""
    entries, untold = [], []
    for path in _pictures_without_row(connection, data_dir):
        entry = entry_of_picture(data_dir, path)
        if entry is None:
            untold.append(path)
        else:
            entries.append(entry)
    entries.sort(key=lambda entry: entry.inspection.trigger_id)
    trigger_ids = _trigger_ids(connection)
    fresh = []
    for entry in entries:
        if entry.inspection.trigger_id not in trigger_ids:
            trigger_ids.add(entry.inspection.trigger_id)
            fresh.append(entry)
    station = entries[-1].inspection.station if entries else "station-1"
    guessed = list(_unjudged(data_dir, untold, trigger_ids, station))
    ledger = Ledger(building)
    # The numbers of those that don't tell theirs come first, as their pictures did.
    for rows in (guessed, fresh):
        for start in range(0, len(rows), BATCH):
            ledger.record(rows[start : start + BATCH], [])
    ledger.close()
    return len(fresh), len(guessed)


def _pictures_without_row(connection: sqlite3.Connection, data_dir: Path) -> Iterator[Path]:
    """Pictures without a row; those in quarantine are moved back where their place is free."""
    aside = data_dir / quarantine.FOLDER
    for path in sorted((aside / pictures.FOLDER).rglob("*.png")):
        place = data_dir / path.relative_to(aside)
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            path.rename(place)
    for path in sorted((data_dir / pictures.FOLDER).rglob("*.png")):
        query = "SELECT 1 FROM inspections WHERE inspection_id = ?"
        if connection.execute(query, (path.stem,)).fetchone() is None:
            yield path


def _unjudged(
    data_dir: Path, untold: list[Path], trigger_ids: set[int], station: str
) -> Iterator[LedgerEntry]:
    """ERROR rows for pictures that hold no result, under numbers that nobody has, by their time."""
    number = 0
    for at, path in sorted((_time_of(path), path) for path in untold):
        if not re.fullmatch(r"[0-9a-f]{32}", path.stem):
            continue
        number += 1
        while number in trigger_ids:
            number += 1
        trigger_ids.add(number)
        yield LedgerEntry(
            Inspection(
                inspection_id=path.stem,
                trigger_id=number,
                station=station,
                source=TriggerSource.TIMER,
                triggered_at=at,
                outcome=Outcome.ERROR,
                reason=UNKNOWN,
                picture_path=path.relative_to(data_dir).as_posix(),
                picture_sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
            )
        )


def _time_of(path: Path) -> datetime:
    """The file's time where it lies in its folder's hour, else that hour."""
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    match = _HOUR.search(path.parent.as_posix())
    if match is None:
        return written
    try:
        hour = datetime(*map(int, match.groups()), tzinfo=UTC)  # type: ignore[misc,arg-type]
    except ValueError:
        return written
    return written if hour <= written < hour + timedelta(hours=1) else hour


def _trigger_ids(connection: sqlite3.Connection) -> set[int]:
    return {row[0] for row in connection.execute("SELECT trigger_id FROM inspections")}


def _take_dataset_files(connection: sqlite3.Connection, data_dir: Path) -> int:
    count = 0
    for folder, removed in ((dataset_folders.FOLDER, False), (dataset_folders.TRASH, True)):
        for path in sorted((data_dir / folder).rglob("*")):
            if not path.is_file() or path.suffix.lower() not in IMAGE_SUFFIXES:
                continue
            relative = path.relative_to(data_dir).as_posix()
            query = "SELECT 1 FROM dataset_pictures WHERE path = ?"
            if connection.execute(query, (relative,)).fetchone():
                continue
            with suppress(ImageError, ValueError):
                row = new_pictures.row_of_file(data_dir, path, AUTHOR, removed)
                with transaction(connection):
                    new_pictures.insert_row(connection, row)
                count += 1
    return count


def _drop_orphans(connection: sqlite3.Connection) -> None:
    """Deletes rows that refer to lost rows (`PRAGMA foreign_key_check`)."""
    with transaction(connection):
        for statement in _WITHOUT_LOST_ROWS:
            connection.execute(statement)
        for table, row_id, *_ in connection.execute("PRAGMA foreign_key_check").fetchall():
            if row_id is not None:
                connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (row_id,))
