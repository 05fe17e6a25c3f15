"""The facts of a shift report: what was inspected in a shift, and what needed a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import numpy as np
from pydantic import AwareDatetime

from okng.device.reports.cycle_facts import periods_ms
from okng.device.reports.picture_groups import Appendix, PictureGroup, ReportPicture
from okng.device.store.challenges import ChallengeReport, ChallengeStore
from okng.device.store.counters import CounterStore, RecipeCounters
from okng.device.store.database import Database
from okng.device.store.inspection_rows import RecordedInspection
from okng.device.store.ledger import Ledger
from okng.device.store.ledger_counts import SCENE_CHANGED, HourCount, Totals, by_hour
from okng.device.store.ng_alarms import NgAlarm, NgAlarmStore
from okng.device.store.promotions import PromotionStore, RecordedChange
from okng.device.store.reviews import ReviewCounts, ReviewStore
from okng.device.store.timestamps import to_us
from okng.device.store.verdict_latency import LatencyPercentiles, percentiles
from okng.device.types import Name, Outcome, Verdict
from okng.models.strict_model import StrictModel

SHOWN_REJECTS = 24
"""Rejected parts with a thumbnail; the others are counted."""
LISTED = 200
"""Most alarms, challenges and changes that are listed each; the others are counted."""
PAGE = 100
NEWEST_TIMES = 1000

Record = TypeVar("Record")


class ModelInForce(StrictModel):
    """A model version that judged parts of the shift."""

    model: str
    version: int
    recipe: str
    recipe_version: int
    parts: int


class ShiftFacts(StrictModel):
    """Everything that a shift report says, before it is worded."""

    station: Name
    author: str
    made_at: AwareDatetime
    start: AwareDatetime
    end: AwareDatetime
    is_over: bool
    """Otherwise the report is about the shift so far."""
    total: Totals
    late: int
    recipes: tuple[RecipeCounters, ...]
    hours: tuple[HourCount, ...]
    reviews: ReviewCounts
    scene_changed: int
    alarms: tuple[NgAlarm, ...]
    """The newest 200."""
    alarms_in_all: int
    challenges: tuple[ChallengeReport, ...]
    """The newest 200."""
    challenges_in_all: int
    changes: tuple[RecordedChange, ...]
    """The newest 200 of model or threshold."""
    changes_in_all: int
    models: tuple[ModelInForce, ...]
    times: LatencyPercentiles
    timed: int
    """Parts that these percentiles are of: the newest of the shift."""
    period_p50_ms: float | None
    set_back_s: float | None
    """By how much the clock was set back within the shift; null where it was not."""
    rejected_anchor: str | None
    escaped_anchor: str | None
    groups: tuple[PictureGroup, ...]

    @property
    def escapes(self) -> int:
        """Parts that passed and are NG by a person."""
        return self.reviews.false_accepts

    @property
    def reviewed(self) -> int:
        """Parts that a person judged."""
        counts = self.reviews
        return (
            counts.true_accepts + counts.false_accepts + counts.true_rejects + counts.false_rejects
        )


def gather_shift_facts(
    data_dir: Path, station: str, author: str, start: datetime, end: datetime
) -> ShiftFacts:
    """The facts of the parts that were triggered from `start` to before `end`."""
    ledger, connection = Ledger(data_dir), Database(data_dir).connection
    recipes = CounterStore(data_dir).between(start, end)
    appendix = Appendix(data_dir)
    times = ledger.newest_verdict_times(start, NEWEST_TIMES, end)
    newest = ledger.page(limit=NEWEST_TIMES, start=start, end=end)
    now = datetime.now(UTC)
    total = Totals(
        ok=sum(each.ok for each in recipes),
        ng=sum(each.ng for each in recipes),
        error=sum(each.error for each in recipes),
        missed=sum(each.missed for each in recipes),
    )
    reviews = ReviewStore(data_dir).counts(start, end)
    span_us = to_us(start), to_us(end)
    rejected = ledger.page(limit=SHOWN_REJECTS, start=start, end=end, outcome=Outcome.NG)
    escaped = ledger.page(
        limit=SHOWN_REJECTS, start=start, end=end, outcome=Outcome.OK, human_verdict=Verdict.NG
    )
    alarms, alarms_in_all = _within(
        start, end, NgAlarmStore(data_dir).page, lambda each: (each.alarm_id, each.raised_at)
    )
    challenges, challenges_in_all = _within(
        start, end, ChallengeStore(data_dir).page, lambda each: (each.challenge_id, each.due_at)
    )
    changes, changes_in_all = _within(
        start, end, PromotionStore(data_dir).page, lambda each: (each.promotion_id, each.changed_at)
    )
    return ShiftFacts(
        station=station,
        author=author,
        made_at=now,
        start=start,
        end=end,
        is_over=end <= now,
        total=total,
        late=sum(each.late for each in recipes),
        recipes=tuple(recipes),
        hours=tuple(ledger.by_hour(start, end)),
        reviews=reviews,
        scene_changed=sum(n for _, _, n in by_hour(connection, (SCENE_CHANGED,), *span_us)),
        alarms=alarms,
        alarms_in_all=alarms_in_all,
        challenges=challenges,
        challenges_in_all=challenges_in_all,
        changes=changes,
        changes_in_all=changes_in_all,
        models=_models(connection, start, end),
        times=percentiles(times),
        timed=len(times),
        period_p50_ms=_median_period([part.triggered_at for part in reversed(newest)]),
        set_back_s=_set_back_s(connection, start, end),
        rejected_anchor=_group("rejected-parts", total.ng, rejected, appendix),
        escaped_anchor=_group("escaped", reviews.false_accepts, escaped, appendix),
        groups=tuple(appendix.groups),
    )


def _within(
    start: datetime,
    end: datetime,
    page: Callable[[int | None, int], Sequence[Record]],
    place: Callable[[Record], tuple[int, datetime]],
) -> tuple[tuple[Record, ...], int]:
    """The newest `LISTED` records of a shift, the newest first, and the number of all of them.

    `place` gives the id and the time of a record.
    """
    newest: list[Record] = []
    total = 0
    before: int | None = None
    while found := page(before, PAGE):
        within = [each for each in found if start <= place(each)[1] < end]
        total += len(within)
        newest += within[: LISTED - len(newest)]
        before = place(found[-1])[0]
        if all(place(each)[1] < start for each in found):
            break
    return tuple(newest), total


def _models(
    connection: sqlite3.Connection, start: datetime, end: datetime
) -> tuple[ModelInForce, ...]:
    rows = connection.execute(
        "SELECT model, model_version, recipe, recipe_version, count(*) FROM inspections "
        "INDEXED BY inspections_by_time WHERE triggered_at_us >= ? AND triggered_at_us < ? "
        "AND model IS NOT NULL AND challenge_id IS NULL GROUP BY 1, 2, 3, 4 ORDER BY min(seq)",
        (to_us(start), to_us(end)),
    )
    return tuple(
        ModelInForce(
            model=model, version=version, recipe=recipe, recipe_version=recipe_version, parts=parts
        )
        for model, version, recipe, recipe_version, parts in rows
    )


def _set_back_s(connection: sqlite3.Connection, start: datetime, end: datetime) -> float | None:
    """The largest step back in time from one row of the ledger to the next, above a second."""
    step_us: int | None = connection.execute(
        "SELECT max(before_us - triggered_at_us) FROM ("
        "SELECT triggered_at_us, lag(triggered_at_us) OVER (ORDER BY trigger_id) AS before_us "
        "FROM inspections INDEXED BY inspections_by_time "
        "WHERE triggered_at_us >= ? AND triggered_at_us < ?)",
        (to_us(start), to_us(end)),
    ).fetchone()[0]
    return step_us / 1e6 if step_us and step_us > 1_000_000 else None


def _median_period(times: Sequence[datetime]) -> float | None:
    periods = periods_ms(times)
    return float(np.median(periods)) if periods else None


def _group(
    kind: str, total: int, parts: Sequence[RecordedInspection], appendix: Appendix
) -> str | None:
    """The newest parts of a kind, without challenge parts, which are no production."""
    shown = [_shown(part, appendix) for part in parts if part.challenge is None]
    return appendix.add_shown(kind, total, shown)


def _shown(part: RecordedInspection, appendix: Appendix) -> ReportPicture:
    return ReportPicture(
        name=part.part_id or f"{part.trigger_id}",
        sha256=part.picture_sha256 or "",
        thumbnail=appendix.thumbnail(part.picture_path),
        score=part.score,
        words=part.reason,
        page=f"/results?search={part.trigger_id}",
    )
