"""Reviews: what persons found of parts; those near the threshold are marked and wait for one."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from pydantic import AwareDatetime

from okng.device.store.database import Database
from okng.device.store.ledger_counts import FOREVER_US, TO_REVIEW, by_hour, total
from okng.device.store.rows import reads_rows_of
from okng.device.store.timestamps import from_us, now_us, to_us
from okng.device.types import Verdict
from okng.models.strict_model import StrictModel


class InspectionReview(StrictModel):
    """What a part really is, as a person saw it."""

    verdict: Verdict
    author: str
    reviewed_at: AwareDatetime
    picture_id: int | None
    """Its picture in a dataset, where it was put into one."""


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
        row = self._database.connection.execute(
            "INSERT INTO reviews VALUES (?, ?, ?, ?, ?) ON CONFLICT (seq) DO UPDATE SET "
            "verdict = excluded.verdict, author = excluded.author, "
            "reviewed_at_us = excluded.reviewed_at_us, picture_id = excluded.picture_id "
            "RETURNING *",
            (seq, verdict.value, author, now_us(), picture_id),
        ).fetchone()
        return _review(row)

    def of(self, seqs: Iterable[int]) -> dict[int, InspectionReview]:
        """What was found of these parts, by their place in the ledger."""
        rows = self._database.connection.execute(
            "SELECT * FROM reviews WHERE seq IN (SELECT value FROM json_each(?))",
            (json.dumps(list(seqs)),),
        )
        return {row["seq"]: _review(row) for row in rows}

    def waiting(self, since: datetime | None = None) -> int:
        """How many marked parts, triggered at `since` or later, nobody has looked at."""
        connection = self._database.connection
        if since is None:
            return total(connection, (TO_REVIEW,))[TO_REVIEW]
        hours = by_hour(connection, (TO_REVIEW,), to_us(since), FOREVER_US)
        return sum(parts for _, _, parts in hours)


@reads_rows_of("reviews", "seq")
def _review(row: sqlite3.Row) -> InspectionReview:
    return InspectionReview(
        verdict=row["verdict"],
        author=row["author"],
        reviewed_at=from_us(row["reviewed_at_us"]),
        picture_id=row["picture_id"],
    )
