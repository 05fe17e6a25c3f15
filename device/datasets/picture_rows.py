"""Rows of the table `dataset_pictures`, read as whole pictures or in outline."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime
from typing import NamedTuple, TypeVar

from okng.device.store.rows import reads_rows_of
from okng.device.store.timestamps import from_us
from okng.device.types import DatasetPicture, Label, Split

OUTLINE_COLUMNS = (
    "picture_id, sha256, label, batch, defect_type, split, created_at_us, removed_at_us"
)
_LABELS: dict[str, Label] = {label.value: label for label in Label}
_SPLITS: dict[str | None, Split | None] = {None: None} | {split.value: split for split in Split}


class PictureOutline(NamedTuple):
    """What is known of a picture but for its file, boxes and mask."""

    picture_id: int
    sha256: str
    label: Label
    batch: str | None
    defect_type: str | None
    split: Split | None
    created_at_us: int
    removed_at_us: int | None

    @property
    def created_at(self) -> datetime:
        """When it was added."""
        return from_us(self.created_at_us)


PictureT = TypeVar("PictureT", DatasetPicture, PictureOutline)
"""A picture of a dataset, whole or in outline."""


@reads_rows_of("dataset_pictures", "picture_id")
def picture_of_row(row: sqlite3.Row) -> DatasetPicture:
    """A row with all columns of the table."""
    fields = dict(row)
    fields["boxes"] = None if fields["boxes"] is None else json.loads(fields["boxes"])
    fields["mask"] = None if fields["mask"] is None else json.loads(fields["mask"])
    fields["created_at"] = from_us(fields.pop("created_at_us"))
    removed_at_us = fields.pop("removed_at_us")
    fields["removed_at"] = None if removed_at_us is None else from_us(removed_at_us)
    return DatasetPicture.model_validate(fields)


def outline_of_row(row: sqlite3.Row) -> PictureOutline:
    """A row with the columns of `OUTLINE_COLUMNS`, in their order."""
    picture_id, sha256, label, batch, defect_type, split, created_at_us, removed_at_us = row
    return PictureOutline(
        picture_id,
        sha256,
        _LABELS[label],
        batch,
        defect_type,
        _SPLITS[split],
        created_at_us,
        removed_at_us,
    )
