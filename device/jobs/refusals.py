"""What an import left out: the lines and files that were refused, and why, by job."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from okng.device.datasets.sources.source import Refusal
from okng.device.store.database import Database


class JobRefusals:
    """Keeps the refusals of import jobs; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def record(self, job_id: int, refusals: Sequence[Refusal]) -> None:
        """Keeps all that a job refused.

        Raises:
            OSError, sqlite3.OperationalError: the disk is full or fails; nothing was kept.
        """
        with self._database.transaction() as connection:
            connection.executemany(
                "INSERT INTO job_refusals VALUES (?, ?, ?, ?)",
                (
                    (job_id, number, refusal.where, refusal.reason)
                    for number, refusal in enumerate(refusals, 1)
                ),
            )

    def page(self, job_id: int, after: int = 0, limit: int = 100) -> list[Refusal]:
        """The refusals of a job in their order, from the one with the number `after` on."""
        rows = self._database.connection.execute(
            "SELECT place, reason FROM job_refusals WHERE job_id = ? AND number > ? "
            "ORDER BY number LIMIT ?",
            (job_id, after, limit),
        )
        return [Refusal(where=row["place"], reason=row["reason"]) for row in rows]
