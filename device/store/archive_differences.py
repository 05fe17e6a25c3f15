"""How a re-inspection's verdicts differ from the line's, at any threshold, counted and by part."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

from pydantic import Field

from okng.device.store.archive_inspections import ArchiveInspection, ArchiveProblem
from okng.device.store.database import Database
from okng.device.store.inspection_rows import RecordedInspection, recorded_inspection
from okng.device.store.ledger_counts import HOUR_US
from okng.device.store.timestamps import to_us
from okng.device.types import Verdict
from okng.models.evaluation.paired_difference import PairedDifference, paired_difference
from okng.models.strict_model import StrictModel

_NOW = (
    "CASE WHEN problem IS NOT NULL THEN problem WHEN rules_failed OR score > :threshold "
    "THEN 'NG' ELSE 'OK' END"
)
_OF_PERIOD = (
    "archive_inspection_id = :archive_inspection_id AND seq <= :last_seq AND hour >= :first_hour"
)


class ArchiveDifference(StrEnum):
    """Kinds of parts by the line's verdict and the model's, and by a person's where one judged."""

    WOULD_BE_NG = "would_be_ng"
    """Was OK, would be NG."""
    WOULD_BE_OK = "would_be_ok"
    """Was NG, would be OK."""
    DIFFERENT = "different"
    """Either of the two."""
    NOW_RIGHT = "now_right"
    """Differs, and a person found what the model says."""
    NOW_WRONG = "now_wrong"
    """Differs, and a person found what the line said."""
    PROBLEM = "problem"
    """Could not be judged again."""


_CONDITIONS = {
    ArchiveDifference.WOULD_BE_NG: "was = 'OK' AND now = 'NG'",
    ArchiveDifference.WOULD_BE_OK: "was = 'NG' AND now = 'OK'",
    ArchiveDifference.DIFFERENT: "was <> now AND now IN ('OK', 'NG')",
    ArchiveDifference.NOW_RIGHT: "was <> now AND now = reviews.verdict",
    ArchiveDifference.NOW_WRONG: "was <> now AND now IN ('OK', 'NG') AND was = reviews.verdict",
    ArchiveDifference.PROBLEM: "problem IS NOT NULL",
}


class VerdictCounts(StrictModel):
    """Numbers of parts by the line's verdict, then the model's."""

    ok_ok: int = 0
    ok_ng: int = 0
    ng_ok: int = 0
    ng_ng: int = 0

    @property
    def parts(self) -> int:
        """All of them."""
        return self.ok_ok + self.ok_ng + self.ng_ok + self.ng_ng


class DayCounts(VerdictCounts):
    """The same of one day, in the station's local time."""

    day: str = Field(pattern=r"^\d{4}-\d\d-\d\d$")


class ReviewedCounts(StrictModel):
    """Parts that a person judged, by what the line and the model made of them."""

    reviewed: int
    """All that were judged again."""
    right_before: int
    right_after: int
    escapes_found: int
    """Were passed, are NG by a person, and would have been rejected."""
    escapes_new: int
    """Were rejected, are NG by a person, and would have been passed."""
    false_rejects_gone: int
    """Were rejected, are OK by a person, and would have been passed."""
    false_rejects_new: int
    """Were passed, are OK by a person, and would have been rejected."""


class ArchiveSummary(StrictModel):
    """What the period would have been with the model version, at a threshold."""

    threshold: float
    counts: VerdictCounts
    """Parts with a verdict by both."""
    problems: dict[ArchiveProblem, int]
    """Parts that could not be judged again, by the reason."""
    rejects: PairedDifference | None
    """Share of rejected parts before and after; null without a part."""
    reviewed: ReviewedCounts
    days: list[DayCounts]
    """Days with parts, in order."""


class ArchiveDifferencePart(StrictModel):
    """A part with the line's verdict and the model's."""

    inspection: RecordedInspection
    score: float | None
    verdict: Verdict | None
    """By the model; null where it could not be judged again."""
    rules_failed: bool
    """Whether its detection alone makes it NG."""
    problem: ArchiveProblem | None
    reason: str | None
    human_verdict: Verdict | None
    """What a person found it to be; null where nobody looked."""


class ArchiveDifferences:
    """Reads what came of re-inspections; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def summary(self, of: ArchiveInspection, threshold: float) -> ArchiveSummary:
        """Counts its parts by both verdicts, by day, and beside what persons found."""
        values = _values(of, threshold)
        rows = self._database.connection.execute(
            f"SELECT hour, was, {_NOW} AS now, count(*) AS parts FROM archive_results "
            f"WHERE {_OF_PERIOD} GROUP BY hour, was, now",
            values,
        ).fetchall()
        problems: Counter[ArchiveProblem] = Counter()
        by_day: dict[str, Counter[str]] = {}
        for hour, was, now, parts in rows:
            if now in ("OK", "NG"):
                by_day.setdefault(_day(hour), Counter())[f"{was}_{now}".lower()] += parts
            else:
                problems[ArchiveProblem(now)] += parts
        days = [DayCounts(day=day, **by_day[day]) for day in sorted(by_day)]
        counts = _sum(days)
        return ArchiveSummary(
            threshold=threshold,
            counts=counts,
            problems=dict(problems),
            rejects=paired_difference(counts.ng_ng, counts.ng_ok, counts.ok_ng, counts.ok_ok)
            if counts.parts
            else None,
            reviewed=self._reviewed(values),
            days=days,
        )

    def parts(
        self,
        of: ArchiveInspection,
        threshold: float,
        kind: ArchiveDifference,
        before: int | None = None,
        limit: int = 50,
    ) -> list[ArchiveDifferencePart]:
        """Parts of a kind at a threshold, the newest in the ledger first; `before` is a seq."""
        older = "" if before is None else "AND seq < :before "
        rows = self._database.connection.execute(
            f"SELECT inspections.*, r.score AS new_score, now, rules_failed, problem, reason, "
            "reviews.verdict AS human_verdict FROM "
            f"(SELECT *, {_NOW} AS now FROM archive_results WHERE {_OF_PERIOD} {older}) AS r "
            "LEFT JOIN reviews ON reviews.seq = r.seq "
            "JOIN inspections ON inspections.seq = r.seq "
            f"WHERE {_CONDITIONS[kind]} ORDER BY r.seq DESC LIMIT :limit",
            _values(of, threshold) | {"before": before, "limit": limit},
        )
        return [_part(row) for row in rows]

    def iterate(
        self, of: ArchiveInspection, threshold: float, kind: ArchiveDifference
    ) -> Iterator[ArchiveDifferencePart]:
        """All parts of a kind, the newest first, in small reads."""
        before = None
        while page := self.parts(of, threshold, kind, before, limit=500):
            yield from page
            before = page[-1].inspection.seq

    def _reviewed(self, values: dict[str, Any]) -> ReviewedCounts:
        # Reviews are few, and each looks up its result: CROSS JOIN keeps SQLite to this order.
        rows = self._database.connection.execute(
            f"SELECT verdict, was, {_NOW} AS now, count(*) FROM reviews "
            "CROSS JOIN archive_results USING (seq) "
            f"WHERE {_OF_PERIOD} AND problem IS NULL GROUP BY 1, 2, 3",
            values,
        )
        parts = {(verdict, was, now): count for verdict, was, now, count in rows}
        return ReviewedCounts(
            reviewed=sum(parts.values()),
            right_before=sum(n for (person, was, _), n in parts.items() if person == was),
            right_after=sum(n for (person, _, now), n in parts.items() if person == now),
            escapes_found=parts.get(("NG", "OK", "NG"), 0),
            escapes_new=parts.get(("NG", "NG", "OK"), 0),
            false_rejects_gone=parts.get(("OK", "NG", "OK"), 0),
            false_rejects_new=parts.get(("OK", "OK", "NG"), 0),
        )


def _values(of: ArchiveInspection, threshold: float) -> dict[str, Any]:
    return {
        "archive_inspection_id": of.archive_inspection_id,
        "threshold": threshold,
        "last_seq": of.last_seq,
        "first_hour": to_us(of.since) // HOUR_US,
    }


def _day(hour: int) -> str:
    """The local day of a UTC hour since 1970; where zones differ by half hours, of its start."""
    return datetime.fromtimestamp(hour * 3600, UTC).astimezone().date().isoformat()


def _sum(days: list[DayCounts]) -> VerdictCounts:
    return VerdictCounts(
        **{name: sum(getattr(day, name) for day in days) for name in VerdictCounts.model_fields}
    )


def _part(row: sqlite3.Row) -> ArchiveDifferencePart:
    problem = row["problem"]
    return ArchiveDifferencePart(
        inspection=recorded_inspection(row),
        score=row["new_score"],
        verdict=None if problem else Verdict(cast("str", row["now"])),
        rules_failed=bool(row["rules_failed"]),
        problem=problem,
        reason=row["reason"],
        human_verdict=row["human_verdict"],
    )
