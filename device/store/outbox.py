"""The outbox: results that one sink has still to deliver, in the order of the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from okng.device.store.database import Database


class OutboxRow(NamedTuple):
    """One result to deliver: its place in the ledger and its JSON."""

    seq: int
    payload: str


class Outbox:
    """One sink's rows. They are put there by `Ledger.record`."""

    def __init__(self, data_dir: Path, sink: str) -> None:
        self._database = Database(data_dir)
        self.sink = sink

    def after(self, seq: int, limit: int) -> list[OutboxRow]:
        """The oldest rows with a greater seq."""
        rows = self._database.connection.execute(
            "SELECT seq, payload FROM outbox WHERE sink = ? AND seq > ? ORDER BY seq LIMIT ?",
            (self.sink, seq, limit),
        )
        return [OutboxRow(*row) for row in rows]

    def delivered(self, seqs: Sequence[int]) -> None:
        """Deletes rows: the receiver has them."""
        with self._database.transaction() as connection:
            connection.executemany(
                "DELETE FROM outbox WHERE sink = ? AND seq = ?", [(self.sink, s) for s in seqs]
            )

    def pending(self) -> int:
        """How many rows are not yet delivered."""
        count: int = self._database.connection.execute(
            "SELECT count(*) FROM outbox WHERE sink = ?", (self.sink,)
        ).fetchone()[0]
        return count


def waiting_rows(data_dir: Path) -> dict[str, int]:
    """How many rows wait for each sink, also for those that are not configured any more."""
    rows = Database(data_dir).connection.execute("SELECT sink, count(*) FROM outbox GROUP BY sink")
    return dict(rows.fetchall())
