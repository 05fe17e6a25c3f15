"""Figures of quality over a period: rejects by type, region and recipe, and what reviews found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from okng.device.store.database import Database
from okng.device.store.defect_filters import PERSON, STATION
from okng.device.store.ledger_counts import (
    HUMAN_VERDICTS,
    Totals,
    by_hour,
    recipe_hours,
    recipes,
    spans_of_hours,
    totals_of,
)
from okng.device.store.timestamps import to_us
from okng.device.types import Outcome, Verdict
from okng.models.arrays import BoolArray
from okng.models.strict_model import StrictModel

_COUNTED = "recipe, type, region, is_first, sum(parts) AS parts"
_BY_HOURS = (
    f"SELECT {_COUNTED} FROM defect_hours WHERE kind = ? AND hour >= ? AND hour < ? "
    "AND (? IS NULL OR recipe = ?) GROUP BY recipe, type, region, is_first"
)
_BY_PARTS = (
    "SELECT coalesce(recipe, '') AS recipe, type, coalesce(region, 0) AS region, is_first, "
    "count(*) AS parts FROM defects INDEXED BY defects_by_time "
    "WHERE kind = ? AND triggered_at_us >= ? AND triggered_at_us < ? "
    "AND (? IS NULL OR recipe = ?) GROUP BY 1, 2, 3, 4"
)
_REVIEWS = (
    "SELECT recipe, mark, outcome, count(*) AS parts FROM marked_inspections "
    "INDEXED BY marked_inspections_by_time WHERE mark IN (?, ?) "
    "AND triggered_at_us >= ? AND triggered_at_us < ? GROUP BY recipe, mark, outcome"
)
# The newest first, so that a long period costs no more; in the index of the recipe alone.
_JUDGED = (
    "SELECT seq, triggered_at_us FROM inspections "
    "INDEXED BY inspections_by_recipe_outcome_and_time "
    "WHERE recipe = ? AND outcome = ? AND triggered_at_us >= ? AND triggered_at_us < ? "
    "AND challenge_id IS NULL ORDER BY triggered_at_us DESC LIMIT ?"
)
_WITH_PICTURE = (
    "SELECT inspection_id FROM inspections INDEXED BY inspections_by_recipe_outcome_and_time "
    "WHERE recipe = ? AND outcome = 'NG' AND triggered_at_us >= ? AND triggered_at_us < ? "
    "AND challenge_id IS NULL AND picture_path IS NOT NULL AND picture_removed_at_us IS NULL "
    "ORDER BY triggered_at_us DESC LIMIT 1"
)


class Defects(NamedTuple):
    """Parts that are alike in what was wrong with them."""

    recipe: str
    """Empty where none is known."""
    type: str
    """The class whose rule failed, or the type that a person gave; empty: by the score alone."""
    region: int
    """1 to 9; 0 where it is not known."""
    is_first: bool
    """Whether the part is counted here and not for another of its types."""
    parts: int


class ReviewedParts(StrictModel):
    """What persons found of the parts that they reviewed."""

    true_accepts: int = 0
    """Passed (OK), and OK by a person."""
    false_accepts: int = 0
    """Passed (OK), and NG by a person: escapes."""
    true_rejects: int = 0
    """Rejected (NG), and NG by a person."""
    false_rejects: int = 0
    """Rejected (NG), and OK by a person."""

    @property
    def reviewed(self) -> int:
        """The number of parts with a verdict by a person."""
        return self.true_accepts + self.false_accepts + self.true_rejects + self.false_rejects


class JudgedParts(NamedTuple):
    """The newest parts with a verdict of one recipe, in the order of the ledger."""

    seqs: np.ndarray[Any, np.dtype[np.int64]]
    """[n]"""
    triggered_at_us: np.ndarray[Any, np.dtype[np.int64]]
    """[n]"""
    rejected: BoolArray
    """[n]"""


class QualityStore:
    """Reads figures of quality; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def defects(
        self, start: datetime, end: datetime, recipe: str | None = None, by_person: bool = False
    ) -> list[Defects]:
        """Rejects by the station, or types by persons, of parts from `start` to before `end`."""
        kind = PERSON if by_person else STATION
        counted: Counter[tuple[str, str, int, bool]] = Counter()
        for is_whole, first, last in spans_of_hours(to_us(start), to_us(end)):
            sql = _BY_HOURS if is_whole else _BY_PARTS
            rows = self._database.connection.execute(sql, (kind, first, last, recipe, recipe))
            for row in rows:
                key = (row["recipe"], row["type"], row["region"], bool(row["is_first"]))
                counted[key] += row["parts"]
        return [Defects(*key, parts) for key, parts in counted.items()]

    def recipes(self) -> list[str]:
        """The names of all recipes that parts were recorded with, deleted ones too."""
        return [name for name in recipes(self._database.connection) if name is not None]

    def totals(self, start: datetime, end: datetime, recipe: str | None = None) -> Totals:
        """Parts by outcome, all or those of one recipe."""
        counts: Counter[str] = Counter()
        for _, outcome, parts in self._hours(start, end, recipe):
            counts[outcome] += parts
        return totals_of(counts)

    def judged_by_hour(
        self, start: datetime, end: datetime, recipe: str
    ) -> dict[int, tuple[int, int]]:
        """Parts with a verdict, and the NG ones of them, by the hour since 1970 UTC."""
        hours: dict[int, tuple[int, int]] = {}
        for hour, outcome, parts in self._hours(start, end, recipe):
            judged, rejected = hours.get(hour, (0, 0))
            if outcome in tuple(Verdict):
                hours[hour] = judged + parts, rejected + parts * (outcome == Verdict.NG)
        return hours

    def judged(self, start: datetime, end: datetime, recipe: str, most: int) -> JudgedParts:
        """The newest parts of a recipe with a verdict, at most about `most`.

        They come in the order of the ledger, which a clock that was set back doesn't change.
        """
        span_us = to_us(start), to_us(end)
        rows = [
            np.array(
                [tuple(row) for row in self._judged(recipe, verdict, *span_us, most)], np.int64
            ).reshape(-1, 2)
            for verdict in Verdict
        ]
        parts = np.concatenate(rows)
        rejected = np.repeat([False, True], [len(part) for part in rows])
        # Beyond the oldest of a full list the parts of the other verdict would stand alone.
        full = [part[:, 1].min() for part in rows if len(part) == most]
        kept = parts[:, 1] >= max(full, default=span_us[0])
        parts, rejected = parts[kept], rejected[kept]
        order = np.argsort(parts[:, 0])
        return JudgedParts(parts[order, 0], parts[order, 1], rejected[order])

    def reviews(self, start: datetime, end: datetime) -> dict[str | None, ReviewedParts]:
        """What reviews found of the parts from `start` to before `end`, by recipe."""
        ok, ng = (HUMAN_VERDICTS[verdict] for verdict in Verdict)
        names = {
            (ok, Outcome.OK): "true_accepts",
            (ng, Outcome.OK): "false_accepts",
            (ng, Outcome.NG): "true_rejects",
            (ok, Outcome.NG): "false_rejects",
        }
        rows = self._database.connection.execute(_REVIEWS, (ok, ng, to_us(start), to_us(end)))
        found: dict[str | None, dict[str, int]] = {}
        for row in rows:
            name = names.get((row["mark"], Outcome(row["outcome"])))
            if name:
                found.setdefault(row["recipe"], {})[name] = row["parts"]
        return {recipe: ReviewedParts(**counts) for recipe, counts in found.items()}

    def newest_reject_with_picture(self, start: datetime, end: datetime, recipe: str) -> str | None:
        """The inspection id of a recipe's newest NG part whose picture is there; None without."""
        row = self._database.connection.execute(
            _WITH_PICTURE, (recipe, to_us(start), to_us(end))
        ).fetchone()
        return None if row is None else str(row["inspection_id"])

    def challenge_results(self, start: datetime, end: datetime) -> dict[tuple[str, str], int]:
        """How many challenges that were due from `start` to before `end` ended how, by recipe."""
        rows = self._database.connection.execute(
            "SELECT recipe, coalesce(result, 'open') AS result, count(*) AS challenges "
            "FROM challenges WHERE due_at_us >= ? AND due_at_us < ? GROUP BY 1, 2",
            (to_us(start), to_us(end)),
        )
        return {(row["recipe"], row["result"]): row["challenges"] for row in rows}

    def _hours(
        self, start: datetime, end: datetime, recipe: str | None
    ) -> Iterator[tuple[int, str, int]]:
        connection, span_us = self._database.connection, (to_us(start), to_us(end))
        if recipe is None:
            return by_hour(connection, tuple(Outcome), *span_us)
        return recipe_hours(connection, recipe, *span_us)

    def _judged(
        self, recipe: str, verdict: Verdict, start_us: int, end_us: int, most: int
    ) -> Iterator[Any]:
        values = (recipe, verdict, start_us, end_us, most)
        return self._database.connection.execute(_JUDGED, values)
