"""Rows of the table `inspections`: how an inspection is written into one, and read from it."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from pydantic import Field

from okng.device.store.rows import reads_rows_of
from okng.device.store.timestamps import from_us, to_us
from okng.device.types import Inspection

_COLUMNS = (
    "inspection_id",
    "trigger_id",
    "triggered_at_us",
    "outcome",
    "part_id",
    "recipe",
    "recipe_version",
    "model",
    "model_version",
    "score",
    "threshold",
    "picture_path",
    "picture_sha256",
    "review",
    "challenge_id",
    "region",
)
# Fields of Inspection that a column holds whole; the others go into `details`.
_IN_COLUMNS = {
    "inspection_id",
    "trigger_id",
    "triggered_at",
    "outcome",
    "part_id",
    "recipe",
    "score",
    "threshold",
    "picture_path",
    "picture_sha256",
    "review",
}
_INSERT = (
    f"INSERT INTO inspections ({', '.join(_COLUMNS)}, details) "
    f"VALUES ({', '.join('?' * (len(_COLUMNS) + 1))})"
)


class RecordedInspection(Inspection):
    """An inspection as it stands in the ledger, and as sinks deliver it.

    A hash without a path means that the picture was removed later, for want of space.
    """

    seq: int = Field(ge=1)
    """Place in the ledger: grows with each record, so a reader asks for what came after it."""


def insert_inspection(
    connection: sqlite3.Connection, inspection: Inspection, region: int | None = None
) -> int:
    """Writes the row of an inspection; returns its place in the ledger.

    `region`: where the part has its defect (`defect_region`).
    """
    recipe, model, challenge = inspection.recipe, inspection.model, inspection.challenge
    seq = connection.execute(
        _INSERT,
        (
            inspection.inspection_id,
            inspection.trigger_id,
            to_us(inspection.triggered_at),
            inspection.outcome.value,
            inspection.part_id,
            recipe and recipe.name,
            recipe and recipe.version,
            model and model.name,
            model and model.version,
            inspection.score,
            inspection.threshold,
            inspection.picture_path,
            inspection.picture_sha256,
            inspection.review,
            challenge and challenge.challenge_id,
            region,
            _details(inspection),
        ),
    ).lastrowid
    assert seq is not None
    return seq


def _details(inspection: Inspection) -> str:
    rest = inspection.model_dump(mode="json", exclude=_IN_COLUMNS, exclude_defaults=True)
    # Always stored: the default changes with later versions, the row must not.
    return json.dumps(rest | {"schema_version": inspection.schema_version})


@reads_rows_of("inspections", "seq")
def recorded_inspection(row: sqlite3.Row) -> RecordedInspection:
    """The recorded inspection of a row with all columns of `inspections`."""
    fields: dict[str, Any] = json.loads(row["details"])
    for name in ("seq", *(_IN_COLUMNS - {"triggered_at", "recipe", "picture_path"})):
        fields[name] = row[name]
    fields["triggered_at"] = from_us(row["triggered_at_us"])
    if row["recipe"] is not None:
        fields["recipe"] = {"name": row["recipe"], "version": row["recipe_version"]}
    if row["picture_removed_at_us"] is None:
        fields["picture_path"] = row["picture_path"]
    return RecordedInspection.model_validate(fields)
