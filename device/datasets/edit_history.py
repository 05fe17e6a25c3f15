"""The edit history of dataset pictures: who changed what and when, and how to undo it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import AwareDatetime, Field

from okng.device.datasets.errors import DatasetError
from okng.device.datasets.masks import mask_path
from okng.device.datasets.picture_changes import (
    Fields,
    PictureChange,
    fields_after,
    fields_of,
    fitting,
    updated_row,
)
from okng.device.store.database import Database
from okng.device.store.rows import reads_rows_of
from okng.device.store.timestamps import from_us, now_us
from okng.device.types import Name, PictureMask
from okng.models.atomic_files import link_files
from okng.models.strict_model import StrictModel

Record = Callable[[sqlite3.Connection, int | None], object]
"""Writes more in the transaction of a change; is told the change's id, None if nothing differs."""
SHOWN_PICTURES = 100
"""Largest number of pictures listed for each change in a history."""


class PictureEdit(StrictModel):
    """One picture of a change: what was changed of it, before and after."""

    picture_id: int
    before: Fields
    after: Fields


class DatasetChange(StrictModel):
    """One edit of pictures of a dataset, made at once."""

    change_id: int = Field(ge=1)
    dataset: Name
    undoes: int | None
    """The change that this one took back."""
    undone: bool
    author: str
    changed_at: AwareDatetime
    picture_count: int
    """How many pictures were changed."""
    pictures: tuple[PictureEdit, ...]
    """All of them; in a history only the first 100."""


class DatasetChanges:
    """Changes pictures and takes changes back; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._database = Database(data_dir)

    def change(
        self, picture_ids: Iterable[int], change: PictureChange, author: str
    ) -> DatasetChange | None:
        """Makes the same change to all the pictures, or to none; None when nothing differs.

        Raises:
            DatasetError: there is none with such an id, they are of several datasets, one is
                removed and isn't to be brought back, a normal one is to have a type of defect or a
                mask, a mask isn't stored, or a box reaches out of its picture.
            OSError, sqlite3.OperationalError: the disk is full or fails; nothing was changed.
        """
        return self.change_each(dict.fromkeys(picture_ids, change), author)

    def change_each(
        self,
        changes: Mapping[int, PictureChange],
        author: str,
        record: Record | None = None,
    ) -> DatasetChange | None:
        """As `change`, with a change for each picture by `picture_id`; raises as `change`.

        What `record` writes is there if the change is, and not otherwise; an error of it takes the
        change back.
        """
        with _Moves(self._data_dir) as moves, self._database.transaction() as connection:
            rows = _rows(connection, changes)
            targets = {key: fields_after(row, changes[key].given()) for key, row in rows.items()}
            for key, row in rows.items():
                _check_mask(self._data_dir, row, changes[key].mask)
            change_id = _write(connection, moves, rows, targets, author)
            if record:
                record(connection, change_id)
        return None if change_id is None else self.get(change_id)

    def undo(self, change_id: int, author: str, record: Record | None = None) -> DatasetChange:
        """Brings every picture of a change back to what it was before; that is a change too.

        `record` is as in `change_each`.

        Raises:
            DatasetError: there is no such change, it is undone already or an undo itself, or a
                picture was changed again since: undo that first.
            OSError, sqlite3.OperationalError: as `change`.
        """
        with _Moves(self._data_dir) as moves, self._database.transaction() as connection:
            former = self.get(change_id)
            if former.undone or former.undoes:
                reason = (
                    "is undone already" if former.undone else f"took back {former.undoes} itself"
                )
                raise DatasetError(f"change {change_id} of dataset {former.dataset!r} {reason}")
            rows = _rows(connection, [change.picture_id for change in former.pictures])
            present = {key: fields_of(row) for key, row in rows.items()}
            for change in former.pictures:
                now = present[change.picture_id]
                if any(now[name] != value for name, value in change.after.items()):
                    raise DatasetError(
                        f"picture {change.picture_id} was changed again after change {change_id}: "
                        "undo that first"
                    )
            targets = {
                change.picture_id: fitting(present[change.picture_id] | change.before)
                for change in former.pictures
            }
            undo_id = _write(connection, moves, rows, targets, author, undoes=change_id)
            if record:
                record(connection, undo_id)
        assert undo_id is not None, "a change that is kept has changed something"
        return self.get(undo_id)

    def get(self, change_id: int) -> DatasetChange:
        """One change.

        Raises:
            DatasetError: there is none with that id.
        """
        changes = self._select("change_id = ?", (change_id,), 1, None)
        if not changes:
            raise DatasetError(f"there is no change {change_id}")
        return changes[0]

    def history(
        self, dataset: str, picture_id: int | None = None, limit: int = 50
    ) -> list[DatasetChange]:
        """The newest changes of a dataset, or of one of its pictures, first."""
        if picture_id is None:
            return self._select("dataset = ?", (dataset,), limit, SHOWN_PICTURES)
        of_picture = (
            "change_id IN (SELECT change_id FROM dataset_changed_pictures WHERE picture_id = ?)"
        )
        return self._select(
            f"+dataset = ? AND {of_picture}", (dataset, picture_id), limit, SHOWN_PICTURES
        )

    def newest_of(self, picture_id: int, field: str) -> DatasetChange | None:
        """The newest change of that field of a picture; None where there was none."""
        changes = self._select(
            "change_id IN (SELECT change_id FROM dataset_changed_pictures, json_each(after) "
            "WHERE picture_id = ? AND key = ?)",
            (picture_id, field),
            1,
            SHOWN_PICTURES,
        )
        return changes[0] if changes else None

    def _select(
        self, where: str, values: Sequence[Any], limit: int, pictures: int | None
    ) -> list[DatasetChange]:
        """The newest changes first, each with at most so many of its pictures."""
        connection = self._database.connection
        rows = connection.execute(
            "SELECT *, EXISTS (SELECT 1 FROM dataset_changes AS undo "
            "WHERE undo.undoes = dataset_changes.change_id) AS undone "
            f"FROM dataset_changes WHERE {where} ORDER BY change_id DESC LIMIT ?",
            (*values, limit),
        ).fetchall()
        return [_change(connection, row, pictures) for row in rows]


class _Moves:
    """Moves files to the paths of their changed rows; they have both names until the commit."""

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
    """Writes what differs; returns the id of the change, or None when nothing differs."""
    changed = {key: row for key, row in rows.items() if fields_of(row) != targets[key]}
    if not changed:
        return None
    updates = {key: updated_row(row, targets[key]) for key, row in changed.items()}
    moves.link((row["path"], updates[key]["path"]) for key, row in changed.items())
    change_id: int = connection.execute(
        "INSERT INTO dataset_changes (dataset, undoes, author, changed_at_us, picture_count) "
        "VALUES (?, ?, ?, ?, ?) RETURNING change_id",
        (next(iter(changed.values()))["dataset"], undoes, author, now_us(), len(changed)),
    ).fetchone()[0]
    connection.executemany(
        "UPDATE dataset_pictures SET label = :label, batch = :batch, defect_type = :defect_type, "
        "split = :split, boxes = :boxes, mask = :mask, removed_at_us = :removed_at_us, "
        "path = :path WHERE picture_id = :picture_id",
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
    ids = sorted(set(picture_ids))
    selected = connection.execute(
        "SELECT * FROM dataset_pictures WHERE picture_id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    rows = {row["picture_id"]: row for row in selected}
    missing = set(ids) - rows.keys()
    if missing or not ids:
        which = ", ".join(map(str, sorted(missing))) or "(none was named)"
        raise DatasetError(f"there is no dataset picture {which}")
    datasets = sorted({row["dataset"] for row in rows.values()})
    if len(datasets) > 1:
        raise DatasetError(f"the pictures are of several datasets: {', '.join(datasets)}")
    return rows


def _check_mask(data_dir: Path, row: sqlite3.Row, mask: PictureMask | None) -> None:
    if mask and not (data_dir / mask_path(row["dataset"], row["path"], mask.sha256)).is_file():
        raise DatasetError(
            f"picture {row['picture_id']} of dataset {row['dataset']!r} has no stored mask with "
            f"the SHA-256 {mask.sha256}; store the mask first"
        )


def _difference(before: Fields, after: Fields) -> tuple[str, str]:
    """What differs, before and after, as JSON."""
    names = [name for name in before if before[name] != after[name]]
    return (
        json.dumps({name: before[name] for name in names}),
        json.dumps({name: after[name] for name in names}),
    )


def _change(connection: sqlite3.Connection, row: sqlite3.Row, limit: int | None) -> DatasetChange:
    pictures = connection.execute(
        "SELECT * FROM dataset_changed_pictures WHERE change_id = ? ORDER BY picture_id LIMIT ?",
        (row["change_id"], -1 if limit is None else limit),
    )
    fields = dict(row)
    fields["changed_at"] = from_us(fields.pop("changed_at_us"))
    return DatasetChange(
        **fields,
        pictures=tuple(edit_of_row(picture) for picture in pictures),
    )


@reads_rows_of("dataset_changed_pictures", "change_id")
def edit_of_row(row: sqlite3.Row) -> PictureEdit:
    """A row with all columns of the table."""
    return PictureEdit(
        picture_id=row["picture_id"],
        before=json.loads(row["before"]),
        after=json.loads(row["after"]),
    )
