"""Reviews: what persons found of parts; those near the threshold are marked and wait for one."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from pydantic import AwareDatetime

from okng.device.store.database import Database
from okng.device.store.ledger_counts import (
    FOREVER_US,
    HUMAN_VERDICTS,
    TO_REVIEW,
    by_hour,
    marked,
    total,
)
from okng.device.store.rows import reads_rows_of
from okng.device.store.timestamps import from_us, now_us, to_us
from okng.device.types import Outcome, Verdict
from okng.models.strict_model import StrictModel

_SELECT = (
    "SELECT reviews.*, dataset FROM reviews LEFT JOIN dataset_pictures "
    "ON dataset_pictures.picture_id = reviews.picture_id AND removed_at_us IS NULL "
)


class InspectionReview(StrictModel):
    """What a part really is, as a person saw it."""

    verdict: Verdict
    author: str
    reviewed_at: AwareDatetime
    picture_id: int | None
    """Its picture in a dataset, where it was put into one."""
    dataset: str | None
    """The dataset that its picture is in; null where it is in none, or was removed from it."""


class ReviewCounts(StrictModel):
    """How many parts persons reviewed, by the station's verdict and theirs; and how many wait."""

    to_review: int
    """Parts marked for review that nobody has reviewed yet."""
    true_accepts: int
    """Passed (OK), and OK by a person."""
    false_accepts: int
    """Passed (OK), and NG by a person."""
    true_rejects: int
    """Rejected (NG), and NG by a person."""
    false_rejects: int
    """Rejected (NG), and OK by a person."""


class ReviewStore:
    """Keeps what was found; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def settle(
        self, seq: int, verdict: Verdict, author: str, picture_id: int | None
    ) -> InspectionReview:
        """Keeps what the part at `seq` of the ledger really is; the last word counts.

        Raises:
            sqlite3.IntegrityError: there is no such part or dataset picture.
        """
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO reviews VALUES (?, ?, ?, ?, ?) ON CONFLICT (seq) DO UPDATE SET "
                "verdict = excluded.verdict, author = excluded.author, "
                "reviewed_at_us = excluded.reviewed_at_us, picture_id = excluded.picture_id",
                (seq, verdict.value, author, now_us(), picture_id),
            )
            row = connection.execute(f"{_SELECT} WHERE seq = ?", (seq,)).fetchone()
        return _in_dataset(row)

    def take_back(self, seq: int) -> None:
        """Forgets what was found of the part at `seq`: a marked part waits again."""
        self._database.connection.execute("DELETE FROM reviews WHERE seq = ?", (seq,))

    def of(self, seqs: Iterable[int]) -> dict[int, InspectionReview]:
        """What was found of these parts, by their place in the ledger."""
        rows = self._database.connection.execute(
            f"{_SELECT} WHERE seq IN (SELECT value FROM json_each(?))",
            (json.dumps(list(seqs)),),
        )
        return {row["seq"]: _in_dataset(row) for row in rows}

    def waiting(self, since: datetime | None = None) -> int:
        """How many marked parts, triggered at `since` or later, nobody has looked at."""
        connection = self._database.connection
        if since is None:
            return total(connection, (TO_REVIEW,))[TO_REVIEW]
        hours = by_hour(connection, (TO_REVIEW,), to_us(since), FOREVER_US)
        return sum(parts for _, _, parts in hours)

    def counts(self, start: datetime, end: datetime, recipe: str | None = None) -> ReviewCounts:
        """Counts the parts from `start` to before `end`, all or those of one recipe."""
        ok, ng = (HUMAN_VERDICTS[verdict] for verdict in Verdict)
        parts = marked(
            self._database.connection, (TO_REVIEW, ok, ng), to_us(start), to_us(end), recipe
        )
        return ReviewCounts(
            to_review=sum(count for (mark, _), count in parts.items() if mark == TO_REVIEW),
            true_accepts=parts.get((ok, Outcome.OK), 0),
            false_accepts=parts.get((ng, Outcome.OK), 0),
            true_rejects=parts.get((ng, Outcome.NG), 0),
            false_rejects=parts.get((ok, Outcome.NG), 0),
        )


@reads_rows_of("reviews", "seq")
def review_of_row(row: sqlite3.Row) -> InspectionReview:
    """A row with all columns of the table, without the dataset of its picture."""
    return InspectionReview(
        verdict=row["verdict"],
        author=row["author"],
        reviewed_at=from_us(row["reviewed_at_us"]),
        picture_id=row["picture_id"],
        dataset=None,
    )


def _in_dataset(row: sqlite3.Row) -> InspectionReview:
    return review_of_row(row).model_copy(update={"dataset": row["dataset"]})
