"""The tables of labels: the pictures of datasets as they are now, and every change of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pydantic import JsonValue

from okng.device.data_lake.schema import (
    DAY_US,
    Column,
    ColumnType,
    Days,
    LakeTable,
    Row,
    Source,
    Unreadable,
    in_batches,
    readable,
    versions_by_sql,
)
from okng.device.datasets.edit_history import edit_of_row
from okng.device.datasets.picture_rows import picture_of_row
from okng.device.store.timestamps import from_us
from okng.device.types import DatasetPicture

_TEXT, _WHOLE, _TIME = ColumnType.TEXT, ColumnType.WHOLE, ColumnType.TIME

_COLUMNS = (
    Column("picture_id", _WHOLE, "The picture; the station's own number."),
    Column("dataset", _TEXT, "The dataset that it is in."),
    Column("label", _TEXT, "`normal` or `anomaly`."),
    Column("batch", _TEXT, "Production lot or shift of the part."),
    Column("defect_type", _TEXT, "Type of defect, of anomalous pictures."),
    Column("split", _TEXT, "`train` or `test`; null counts as `train`."),
    Column("boxes", _WHOLE, "Number of boxes drawn in it; null: not labelled with boxes."),
    Column("has_mask", ColumnType.FLAG, "It has a mask of its defects."),
    Column("sha256", _TEXT, "Hash of the picture's file."),
    Column("width", _WHOLE, "In pixels."),
    Column("height", _WHOLE, "In pixels."),
    Column("added_by", _TEXT, "Who added it."),
    Column("added_at", _TIME, "When."),
    Column("changed_by", _TEXT, "Who changed it last; null: nobody did."),
    Column("changed_at", _TIME, "When."),
    Column("removed_at", _TIME, "When it was removed from its dataset; null: it is in it."),
)
_OF_DAYS = "WHERE created_at_us >= ? AND created_at_us < ? "
# Pictures are changed by changes that are recorded, and these are numbered upwards.
_VERSIONS = (
    f"SELECT created_at_us / {DAY_US}, count(*), sum(picture_id), "
    "sum(coalesce((SELECT max(change_id) FROM dataset_changed_pictures AS changed "
    "WHERE changed.picture_id = dataset_pictures.picture_id), 0)) "
    f"FROM dataset_pictures {_OF_DAYS} GROUP BY 1"
)
_ROWS = f"SELECT * FROM dataset_pictures {_OF_DAYS} AND picture_id > ? ORDER BY picture_id LIMIT ?"
_NEWEST_CHANGES = (
    "SELECT picture_id, author, changed_at_us FROM dataset_changes JOIN ("
    "SELECT picture_id, max(change_id) AS change_id FROM dataset_changed_pictures "
    "WHERE picture_id IN (SELECT value FROM json_each(?)) GROUP BY picture_id) USING (change_id)"
)


class _Change(NamedTuple):
    """Who changed a picture, and when."""

    author: str | None
    changed_at_us: int | None


def _rows(source: Source, day: date, unreadable: Unreadable) -> Iterator[Row]:
    for rows in in_batches(source.connection, _ROWS, Days(day, day).span_us, ["picture_id"]):
        changes = _newest_changes(source.connection, rows)
        for _, picture in readable(rows, picture_of_row, unreadable):
            yield _row(picture, changes.get(picture.picture_id, _Change(None, None)))


def _newest_changes(connection: sqlite3.Connection, rows: list[sqlite3.Row]) -> dict[int, _Change]:
    ids = json.dumps([row["picture_id"] for row in rows])
    changes = connection.execute(_NEWEST_CHANGES, (ids,))
    return {picture_id: _Change(author, at_us) for picture_id, author, at_us in changes}


def _row(picture: DatasetPicture, change: _Change) -> Row:
    plain = picture.model_dump(include=_PLAIN)
    return plain | {
        "label": picture.label.value,
        "split": picture.split and picture.split.value,
        "boxes": None if picture.boxes is None else len(picture.boxes),
        "has_mask": picture.mask is not None,
        "added_by": picture.author,
        "added_at": picture.created_at,
        "changed_by": change.author,
        "changed_at": None if change.changed_at_us is None else from_us(change.changed_at_us),
    }


_PLAIN = {
    "picture_id",
    "dataset",
    "batch",
    "defect_type",
    "sha256",
    "width",
    "height",
    "removed_at",
}
"""Columns that the picture has as they are."""

LABELS = LakeTable(
    name="labels",
    meaning="One row for each picture that was ever added to a dataset, as it is labelled now.",
    day_of="added_at",
    columns=_COLUMNS,
    versions=versions_by_sql(_VERSIONS),
    rows=_rows,
)

_CHANGES_OF_DAYS = (
    "FROM dataset_changes JOIN dataset_changed_pictures USING (change_id) "
    "WHERE changed_at_us >= ? AND changed_at_us < ? "
)
_CHANGE_VERSIONS = (
    f"SELECT changed_at_us / {DAY_US}, count(*), max(change_id), sum(change_id) "
    f"{_CHANGES_OF_DAYS} GROUP BY 1"
)
_CHANGE_ROWS = (
    f"SELECT * {_CHANGES_OF_DAYS} AND (change_id, picture_id) > (?, ?) "
    "ORDER BY change_id, picture_id LIMIT ?"
)


def _change_rows(source: Source, day: date, unreadable: Unreadable) -> Iterator[Row]:
    key = ["change_id", "picture_id"]
    for rows in in_batches(source.connection, _CHANGE_ROWS, Days(day, day).span_us, key):
        for row, edit in readable(rows, edit_of_row, unreadable):
            for field in edit.after:
                yield {
                    "change_id": row["change_id"],
                    "undoes": row["undoes"],
                    "dataset": row["dataset"],
                    "picture_id": edit.picture_id,
                    "field": field,
                    "before": _as_text(edit.before.get(field)),
                    "after": _as_text(edit.after[field]),
                    "author": row["author"],
                    "changed_at": from_us(row["changed_at_us"]),
                }


def _as_text(value: JsonValue) -> str | None:
    return value if value is None or isinstance(value, str) else json.dumps(value)


LABEL_CHANGES = LakeTable(
    name="label_changes",
    meaning="One row for each field of a picture that a person changed.",
    day_of="changed_at",
    columns=(
        Column("change_id", _WHOLE, "What was changed at once has the same number."),
        Column("undoes", _WHOLE, "The change that this one took back."),
        Column("dataset", _TEXT, "The dataset."),
        Column("picture_id", _WHOLE, "The picture."),
        Column(
            "field",
            _TEXT,
            "`label`, `batch`, `defect_type`, `split`, `boxes`, `mask` or `removed`.",
        ),
        Column("before", _TEXT, "Its value before; boxes, masks and `removed` as JSON."),
        Column("after", _TEXT, "Its value after."),
        Column("author", _TEXT, "Who changed it."),
        Column("changed_at", _TIME, "When."),
    ),
    versions=versions_by_sql(_CHANGE_VERSIONS),
    rows=_change_rows,
)
