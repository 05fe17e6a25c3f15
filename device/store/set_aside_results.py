"""Results that a sink's receiver does not take: kept, with the reason, until they are retried."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from pydantic import AwareDatetime

from okng.device.store.database import Database
from okng.device.store.timestamps import from_us, to_us
from okng.device.types import Name
from okng.models.strict_model import StrictModel


class SetAsideResult(StrictModel):
    """One result that a receiver did not take."""

    sink: Name
    seq: int
    """Its place in the ledger."""
    inspection_id: str
    reason: str
    payload_bytes: int
    set_aside_at: AwareDatetime


class SetAsideResults:
    """Of all sinks, also of those that are configured no more."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def put(self, sink: str, reasons: Mapping[int, str]) -> None:
        """Takes rows out of a sink's outbox, each with the reason why."""
        now_us = to_us(datetime.now(UTC))
        with self._database.transaction() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO set_aside_results "
                "SELECT sink, seq, payload, ?, ? FROM outbox WHERE sink = ? AND seq = ?",
                [(reason, now_us, sink, seq) for seq, reason in reasons.items()],
            )
            connection.executemany(
                "DELETE FROM outbox WHERE sink = ? AND seq = ?", [(sink, seq) for seq in reasons]
            )

    def count(self, sink: str | None = None) -> int:
        """How many there are, of one sink or of all."""
        count: int = self._database.connection.execute(
            "SELECT count(*) FROM set_aside_results WHERE ?1 IS NULL OR sink = ?1", (sink,)
        ).fetchone()[0]
        return count

    def page(self, limit: int) -> list[SetAsideResult]:
        """Returns up to `limit` of them, ordered by sink and place in the ledger."""
        rows = self._database.connection.execute(
            "SELECT s.sink, s.seq, i.inspection_id, s.reason, s.set_aside_at_us, "
            "length(CAST(s.payload AS BLOB)) AS payload_bytes "
            "FROM set_aside_results s JOIN inspections i USING (seq) "
            "ORDER BY s.sink, s.seq LIMIT ?",
            (limit,),
        )
        return [
            SetAsideResult(
                sink=row["sink"],
                seq=row["seq"],
                inspection_id=row["inspection_id"],
                reason=row["reason"],
                payload_bytes=row["payload_bytes"],
                set_aside_at=from_us(row["set_aside_at_us"]),
            )
            for row in rows
        ]

    def retry(self, sink: str | None = None, seqs: Sequence[int] | None = None) -> int:
        """Puts them back into the outbox, to be offered again; returns how many.

        Args:
            sink: Only those of one sink.
            seqs: Only these places in the ledger.
        """
        condition = "WHERE (?1 IS NULL OR sink = ?1) AND (?2 IS NULL OR seq = ?2)"
        retried = 0
        with self._database.transaction() as connection:
            for seq in [None] if seqs is None else seqs:
                connection.execute(
                    "INSERT OR IGNORE INTO outbox (sink, seq, payload) "
                    f"SELECT sink, seq, payload FROM set_aside_results {condition}",
                    (sink, seq),
                )
                retried += connection.execute(
                    f"DELETE FROM set_aside_results {condition}", (sink, seq)
                ).rowcount
        return retried
