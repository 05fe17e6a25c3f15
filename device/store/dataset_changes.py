"""What people change of dataset pictures: kept with who and when, and undone as it was done."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import AwareDatetime, Field

from okng.device.store.database import Database
from okng.device.store.datasets import DatasetError
from okng.device.store.files import link_files
from okng.device.store.picture_changes import (
    Fields,
    PictureChange,
    fields_after,
    fields_of,
    fitting,
    updated_row,
)
from okng.device.store.timestamps import from_us, now_us
from okng.device.types import Message, Name


class ChangedPicture(Message):
    """One picture of a change: what was changed of it, before and after."""

    picture_id: int
    before: Fields
    after: Fields


class DatasetChange(Message):
    """What somebody did at once to pictures of a dataset."""

    change_id: int = Field(ge=1)
    dataset: Name
    undoes: int | None
    """The change that this one took back."""
    undone: bool
    author: str
    changed_at: AwareDatetime
    pictures: tuple[ChangedPicture, ...]


class DatasetChanges:
    """Changes pictures and takes changes back; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._database = Database(data_dir)

    def change(
        self, picture_ids: Iterable[int], change: PictureChange, author: str
    ) -> DatasetChange | None:
        """Does the same to all the pictures, or nothing to any; None when all were so already.

        Raises:
            DatasetError: there is none with such an id, they are of several datasets, one is
                removed and isn't to be brought back, a normal one is to have a type of defect, or a
                box reaches out of its picture.
            OSError, sqlite3.OperationalError: the disk is full or fails; nothing was changed.
        """
        return self.change_each(dict.fromkeys(picture_ids, change), author)

    def change_each(
        self, changes: Mapping[int, PictureChange], author: str
    ) -> DatasetChange | None:
        """The same with a change of its own for every picture, by `picture_id`; raises as that."""
        with _Moves(self._data_dir) as moves, self._database.transaction() as connection:
            rows = _rows(connection, changes)
            targets = {key: fields_after(row, changes[key].given()) for key, row in rows.items()}
            change_id = _write(connection, moves, rows, targets, author)
        return None if change_id is None else self.get(change_id)

    def undo(self, change_id: int, author: str) -> DatasetChange:
        """Brings every picture of a change back to what it was before; that is a change too.

        Raises:
            DatasetError: there is no such change, it is undone already or an undo itself, or a
                picture was changed again since: undo that first.
            OSError, sqlite3.OperationalError: as `change`.
        """
        with _Moves(self._data_dir) as moves, self._database.transaction() as connection:
            done = self.get(change_id)
            if done.undone or done.undoes:
                what = "is undone already" if done.undone else f"took back {done.undoes} itself"
                raise DatasetError(f"change {change_id} of dataset {done.dataset!r} {what}")
            rows = _rows(connection, [one.picture_id for one in done.pictures])
            present = {key: fields_of(row) for key, row in rows.items()}
            for one in done.pictures:
                now = present[one.picture_id]
                if any(now[name] != value for name, value in one.after.items()):
                    raise DatasetError(
                        f"picture {one.picture_id} was changed again after change {change_id}: "
                        "undo that first"
                    )
            targets = {
                one.picture_id: fitting(present[one.picture_id] | one.before)
                for one in done.pictures
            }
            undo_id = _write(connection, moves, rows, targets, author, undoes=change_id)
        assert undo_id is not None, "a change that is kept has changed something"
        return self.get(undo_id)

    def get(self, change_id: int) -> DatasetChange:
        """One change.

        Raises:
            DatasetError: there is none with that id.
        """
        found = self._select("change_id = ?", (change_id,), 1)
        if not found:
            raise DatasetError(f"there is no change {change_id}")
        return found[0]

    def history(
        self, dataset: str, picture_id: int | None = None, limit: int = 50
    ) -> list[DatasetChange]:
        """The newest changes of a dataset, or of one of its pictures, first."""
        of_picture = (
            "change_id IN (SELECT change_id FROM dataset_changed_pictures WHERE picture_id = ?)"
        )
        return self._select(
            f"dataset = ? AND (? IS NULL OR {of_picture})",
            (dataset, picture_id, picture_id),
            limit,
        )

    def newest_of(self, picture_id: int, field: str) -> DatasetChange | None:
        """The newest change of that field of a picture; None where there was none."""
        found = self._select(
            "change_id IN (SELECT change_id FROM dataset_changed_pictures, json_each(after) "
            "WHERE picture_id = ? AND key = ?)",
            (picture_id, field),
            1,
        )
        return found[0] if found else None

    def _select(self, where: str, values: Sequence[Any], limit: int) -> list[DatasetChange]:
        connection = self._database.connection
        rows = connection.execute(
            "SELECT *, change_id IN (SELECT undoes FROM dataset_changes WHERE undoes IS NOT NULL) "
            f"AS undone FROM dataset_changes WHERE {where} ORDER BY change_id DESC LIMIT ?",
            (*values, limit),
        ).fetchall()
        return [_change(connection, row) for row in rows]


class _Moves:
    """Files that go where their changed rows say: under both names until the rows are written."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._links: list[tuple[Path, Path]] = []

    def __enter__(self) -> _Moves:
        return self

    def link(self, paths: Iterable[tuple[str, str]]) -> None:
        """Gives the files of old and new path, relative to the data directory, both names."""
        self._links = [
            (self._data_dir / old, self._data_dir / new) for old, new in paths if old != new
        ]
        link_files(self._links)

    def __exit__(self, failure: type[BaseException] | None, *_: object) -> None:
        for source, target in self._links:
            # A link that failed in the middle left some targets unmade.
            (target if failure else source).unlink(missing_ok=failure is not None)


def _write(
    connection: sqlite3.Connection,
    moves: _Moves,
    rows: Mapping[int, sqlite3.Row],
    targets: Mapping[int, Fields],
    author: str,
    undoes: int | None = None,
) -> int | None:
    """Writes what differs; the id of the change, or None when nothing does."""
    changed = {key: row for key, row in rows.items() if fields_of(row) != targets[key]}
    if not changed:
        return None
    updates = {key: updated_row(row, targets[key]) for key, row in changed.items()}
    moves.link((row["path"], updates[key]["path"]) for key, row in changed.items())
    change_id: int = connection.execute(
        "INSERT INTO dataset_changes (dataset, undoes, author, changed_at_us) "
        "VALUES (?, ?, ?, ?) RETURNING change_id",
        (next(iter(changed.values()))["dataset"], undoes, author, now_us()),
    ).fetchone()[0]
    connection.executemany(
        "UPDATE dataset_pictures SET label = :label, batch = :batch, defect_type = :defect_type, "
        "split = :split, boxes = :boxes, removed_at_us = :removed_at_us, path = :path "
        "WHERE picture_id = :picture_id",
        list(updates.values()),
    )
    connection.executemany(
        "INSERT INTO dataset_changed_pictures VALUES (?, ?, ?, ?)",
        [
            (change_id, key, *_difference(fields_of(row), targets[key]))
            for key, row in changed.items()
        ],
    )
    return change_id


def _rows(connection: sqlite3.Connection, picture_ids: Iterable[int]) -> dict[int, sqlite3.Row]:
    """The pictures' rows by `picture_id`; all must be there and of one dataset."""
    wanted = sorted(set(picture_ids))
    found = connection.execute(
        "SELECT * FROM dataset_pictures WHERE picture_id IN (SELECT value FROM json_each(?))",
        (json.dumps(wanted),),
    )
    rows = {row["picture_id"]: row for row in found}
    missing = set(wanted) - rows.keys()
    if missing or not wanted:
        which = ", ".join(map(str, sorted(missing))) or "(none was named)"
        raise DatasetError(f"there is no dataset picture {which}")
    datasets = sorted({row["dataset"] for row in rows.values()})
    if len(datasets) > 1:
        raise DatasetError(f"the pictures are of several datasets: {', '.join(datasets)}")
    return rows


def _difference(before: Fields, after: Fields) -> tuple[str, str]:
    """What differs, before and after, as JSON."""
    names = [name for name in before if before[name] != after[name]]
    return (
        json.dumps({name: before[name] for name in names}),
        json.dumps({name: after[name] for name in names}),
    )


def _change(connection: sqlite3.Connection, row: sqlite3.Row) -> DatasetChange:
    pictures = connection.execute(
        "SELECT * FROM dataset_changed_pictures WHERE change_id = ? ORDER BY picture_id",
        (row["change_id"],),
    )
    fields = dict(row)
    fields["changed_at"] = from_us(fields.pop("changed_at_us"))
    return DatasetChange(
        **fields,
        pictures=tuple(
            ChangedPicture(
                picture_id=one["picture_id"],
                before=json.loads(one["before"]),
                after=json.loads(one["after"]),
            )
            for one in pictures
        ),
    )
