"""The outbox: results that one sink has still to deliver, in the order of the ledger."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from okng.device.store.database import Database, StoreError
from okng.device.store.timestamps import from_us


class OutboxRow(NamedTuple):
    """One result to deliver: its place in the ledger and its JSON."""

    seq: int
    payload: str


class Outbox:
    """The outbox of one sink; `Ledger.record` fills it."""

    def __init__(self, data_dir: Path, sink: str) -> None:
        self._database = Database(data_dir)
        self.sink = sink
        self._last_count = 0

    def after(self, seq: int, limit: int) -> list[OutboxRow]:
        """The oldest rows with a greater seq."""
        rows = self._database.connection.execute(
            "SELECT seq, payload FROM outbox WHERE sink = ? AND seq > ? ORDER BY seq LIMIT ?",
            (self.sink, seq, limit),
        )
        return [OutboxRow(*row) for row in rows]

    def newest(self) -> OutboxRow | None:
        """The row with the greatest seq; None when nothing waits."""
        row = self._database.connection.execute(
            "SELECT seq, payload FROM outbox WHERE sink = ? ORDER BY seq DESC LIMIT 1", (self.sink,)
        ).fetchone()
        return row and OutboxRow(*row)

    def delivered(self, seqs: Sequence[int]) -> None:
        """Deletes rows: the receiver has them."""
        with self._database.transaction() as connection:
            connection.executemany(
                "DELETE FROM outbox WHERE sink = ? AND seq = ?", [(self.sink, s) for s in seqs]
            )

    def pending(self) -> int:
        """How many rows are not yet delivered; the last known number while nobody can say."""
        with suppress(sqlite3.Error, StoreError):
            row = self._database.connection.execute(
                "SELECT parts FROM outbox_totals WHERE sink = ?", (self.sink,)
            ).fetchone()
            self._last_count = 0 if row is None else row["parts"]
        return self._last_count

    def oldest_at(self) -> datetime | None:
        """When the oldest part that isn't delivered was triggered; None when nothing waits."""
        row = self._database.connection.execute(
            "SELECT triggered_at_us FROM inspections "
            "WHERE seq = (SELECT min(seq) FROM outbox WHERE sink = ?)",
            (self.sink,),
        ).fetchone()
        return row and from_us(row[0])


def waiting_rows(data_dir: Path) -> dict[str, int]:
    """How many rows wait for each sink, also for those that are not configured any more."""
    rows = Database(data_dir).connection.execute("SELECT sink, parts FROM outbox_totals")
    return dict(rows.fetchall())
