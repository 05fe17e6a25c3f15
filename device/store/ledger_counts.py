"""How many triggers ended how, and when: read from counts that are kept as rows change.

The triggers of `migrations/0009_ledger_counts.sql`, `0023_challenges.sql` and
`0025_human_verdicts.sql` keep them, each in the transaction of the row that it counts. So no
question here costs more in a longer ledger: whole hours are rows of `ledger_hours`, and only in the
two hours that a range cuts are parts counted one by one. Challenge parts are no production, and no
count has them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from pydantic import AwareDatetime

from okng.device.store.timestamps import from_us
from okng.device.types import Outcome, Verdict
from okng.models.strict_model import StrictModel

HOUR_US = 3_600_000_000
FOREVER_US = (1 << 63) - 1
"""A time in microseconds that is later than that of any row."""
TO_REVIEW, REVIEWED, SCENE_CHANGED = "to_review", "reviewed", "scene_changed"
HUMAN_VERDICTS = {Verdict.OK: "human_ok", Verdict.NG: "human_ng"}
"""Marks of parts that a person judged so. These are kinds of parts besides the outcomes: the marks
of `marked_inspections`."""
BLOCK = 4_096
"""Rows of the ledger of which `ledger_blocks` knows the first and the last time."""

_HOURS = (
    "SELECT hour, kind, parts FROM ledger_hours WHERE hour >= ? AND hour < ? "
    "AND kind IN ({kinds}) ORDER BY hour"
)
# By itself SQLite would choose the index of the outcome and look at every row.
_PARTS_BY_OUTCOME = (
    "SELECT ? AS hour, outcome, count(*) FROM inspections INDEXED BY inspections_by_time "
    "WHERE triggered_at_us >= ? AND triggered_at_us < ? AND outcome IN ({kinds}) "
    "AND challenge_id IS NULL GROUP BY outcome"
)
_PARTS_BY_MARK = (
    "SELECT ? AS hour, mark, count(*) FROM marked_inspections "
    "INDEXED BY marked_inspections_by_time "
    "WHERE triggered_at_us >= ? AND triggered_at_us < ? AND mark IN ({kinds}) GROUP BY mark"
)
_MARKS_BY_OUTCOME = (
    "SELECT mark, outcome, count(*) FROM marked_inspections "
    "INDEXED BY marked_inspections_by_time "
    "WHERE mark IN ({kinds}) AND triggered_at_us >= ? AND triggered_at_us < ? "
    "AND (? IS NULL OR recipe = ?) GROUP BY mark, outcome"
)
# One step of the index for each recipe, not one for each part.
_RECIPES = """
    WITH RECURSIVE names (recipe) AS (
        SELECT min(recipe) FROM inspections
        UNION ALL
        SELECT (SELECT min(recipe) FROM inspections WHERE recipe > names.recipe)
        FROM names WHERE recipe IS NOT NULL
    )
    SELECT recipe FROM names
    WHERE recipe IS NOT NULL OR EXISTS (SELECT 1 FROM inspections WHERE recipe IS NULL)
"""
_OF_RECIPE = (
    "FROM inspections INDEXED BY inspections_by_recipe_outcome_and_time "
    "WHERE challenge_id IS NULL AND recipe IS ? "
)
_IN_RANGE = "triggered_at_us >= ? AND triggered_at_us < ?"
_RECIPE_TOTALS = (
    f"SELECT outcome, count(*) {_OF_RECIPE}"
    f"AND outcome IN (?, ?, ?, ?) AND {_IN_RANGE} GROUP BY outcome"
)
_RECIPE_HOURS = (
    "SELECT hour, outcome, parts FROM recipe_hours WHERE recipe = ? AND hour >= ? AND hour < ? "
    "ORDER BY hour"
)
_LATE = (
    f"SELECT count(*) {_OF_RECIPE}"
    f"AND outcome IN ('ERROR', 'MISSED') AND {_IN_RANGE} AND details ->> '$.late'"
)
_FAILED_RULES = (
    f"WITH ng (failed_rules) AS (SELECT details ->> '$.failed_rules' {_OF_RECIPE}"
    f"AND outcome = 'NG' AND {_IN_RANGE}) "
    "SELECT value, count(*) FROM ng, json_each(failed_rules) GROUP BY value ORDER BY value"
)


class Totals(StrictModel):
    """How many triggers ended how."""

    ok: int = 0
    ng: int = 0
    error: int = 0
    missed: int = 0

    @property
    def parts(self) -> int:
        """The number of triggers, however they ended."""
        return self.ok + self.ng + self.error + self.missed

    @property
    def yield_ratio(self) -> float | None:
        """OK among the parts that got a verdict, 0..1; None when none did."""
        judged = self.ok + self.ng
        return self.ok / judged if judged else None


class HourCount(Totals):
    """The totals of one hour."""

    hour: AwareDatetime
    """Beginning of the hour, in UTC."""


def totals_of(parts: Mapping[str, int]) -> Totals:
    """The totals of parts that were counted by outcome."""
    return Totals(**_by_name(parts))


def hour_count(hour: int, parts: Mapping[str, int]) -> HourCount:
    """As `totals_of`, with the hour since 1970 UTC."""
    return HourCount(hour=from_us(hour * HOUR_US), **_by_name(parts))


def total(connection: sqlite3.Connection, kinds: Iterable[str]) -> dict[str, int]:
    """Parts of the whole ledger by kind: outcomes, or marks."""
    values = tuple(kinds)
    rows = connection.execute(
        f"SELECT kind, parts FROM ledger_totals WHERE kind IN ({_marks(values)})", values
    )
    return dict.fromkeys(values, 0) | dict(rows.fetchall())


def by_hour(
    connection: sqlite3.Connection, kinds: Sequence[str], start_us: int, end_us: int
) -> Iterator[tuple[int, str, int]]:
    """Hour since 1970 UTC, kind and parts, of those triggered from `start_us` to before `end_us`.

    `kinds` are outcomes or marks, not both. What an hour has none of is left out.
    """
    parts = _PARTS_BY_OUTCOME if kinds[0] in tuple(Outcome) else _PARTS_BY_MARK
    marks = _marks(kinds)
    return _of_hours(
        start_us,
        end_us,
        lambda first, last: connection.execute(_HOURS.format(kinds=marks), (first, last, *kinds)),
        lambda *span_us: connection.execute(
            parts.format(kinds=marks), (span_us[0] // HOUR_US, *span_us, *kinds)
        ),
    )


def recipe_hours(
    connection: sqlite3.Connection, recipe: str, start_us: int, end_us: int
) -> Iterator[tuple[int, str, int]]:
    """As `by_hour`, by outcome, of the parts of one recipe."""
    return _of_hours(
        start_us,
        end_us,
        lambda first, last: connection.execute(_RECIPE_HOURS, (recipe, first, last)),
        lambda *span_us: (
            (span_us[0] // HOUR_US, outcome, parts)
            for outcome, parts in recipe_totals(connection, recipe, *span_us).items()
        ),
    )


def _of_hours(
    start_us: int,
    end_us: int,
    whole: Callable[[int, int], Iterable[tuple[int, str, int]]],
    cut: Callable[[int, int], Iterable[tuple[int, str, int]]],
) -> Iterator[tuple[int, str, int]]:
    """The counts of a range: of its whole hours by `whole`, of the one or two it cuts by `cut`."""
    for is_whole, first, last in spans_of_hours(start_us, end_us):
        yield from (whole if is_whole else cut)(first, last)


def spans_of_hours(start_us: int, end_us: int) -> Iterator[tuple[bool, int, int]]:
    """The parts of a range: True with its whole hours, False with what it has of one that it cuts.

    Each is given from the first to before the last: hours since 1970 UTC of the whole ones,
    microseconds of the others.
    """
    first, last = -(-start_us // HOUR_US), end_us // HOUR_US
    if first > last:
        yield False, start_us, end_us
        return
    if start_us < first * HOUR_US:
        yield False, start_us, first * HOUR_US
    yield True, first, last
    if last * HOUR_US < end_us:
        yield False, last * HOUR_US, end_us


def recipes(connection: sqlite3.Connection) -> list[str | None]:
    """The names of all recipes that parts were recorded with; None last, if some had none."""
    rows = connection.execute(_RECIPES)
    return [row[0] for row in rows]


def recipe_totals(
    connection: sqlite3.Connection, recipe: str | None, start_us: int, end_us: int
) -> dict[str, int]:
    """Parts of a recipe by outcome, of those triggered from `start_us` to before `end_us`."""
    values = (recipe, *Outcome, start_us, end_us)
    return dict(connection.execute(_RECIPE_TOTALS, values).fetchall())


def marked(
    connection: sqlite3.Connection,
    marks: Sequence[str],
    start_us: int,
    end_us: int,
    recipe: str | None = None,
) -> dict[tuple[str, str], int]:
    """Parts by mark and outcome, of those triggered from `start_us` to before `end_us`.

    They are counted one by one, as they are few of all. `recipe`: only those of this recipe.
    """
    sql = _MARKS_BY_OUTCOME.format(kinds=_marks(marks))
    rows = connection.execute(sql, (*marks, start_us, end_us, recipe, recipe))
    return {(mark, outcome): parts for mark, outcome, parts in rows}


def late(connection: sqlite3.Connection, recipe: str | None, start_us: int, end_us: int) -> int:
    """Parts of a recipe with a late verdict, of those from `start_us` to before `end_us`."""
    parts: int = connection.execute(_LATE, (recipe, start_us, end_us)).fetchone()[0]
    return parts


def failed_rules(
    connection: sqlite3.Connection, recipe: str | None, start_us: int, end_us: int
) -> dict[str, int]:
    """NG parts of a recipe from `start_us` to before `end_us`, by each rule that failed."""
    return dict(connection.execute(_FAILED_RULES, (recipe, start_us, end_us)).fetchall())


def judged_between(connection: sqlite3.Connection, first: int, last: int) -> int:
    """Parts with a verdict, of the places from `first` to `last` of the ledger."""
    if first > last:
        return 0
    block, end = -(-first // BLOCK), (last + 1) // BLOCK
    if block >= end:
        return _judged(connection, first, last)
    whole: int = connection.execute(
        "SELECT coalesce(sum(judged), 0) FROM ledger_blocks WHERE block >= ? AND block < ?",
        (block, end),
    ).fetchone()[0]
    before = _judged(connection, first, block * BLOCK - 1)
    return before + whole + _judged(connection, end * BLOCK, last)


def _judged(connection: sqlite3.Connection, first: int, last: int) -> int:
    count: int = connection.execute(
        "SELECT count(*) FROM inspections INDEXED BY inspections_by_outcome "
        "WHERE outcome IN ('OK', 'NG') AND seq BETWEEN ? AND ? AND challenge_id IS NULL",
        (first, last),
    ).fetchone()[0]
    return count


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _by_name(parts: Mapping[str, int]) -> dict[str, int]:
    """Counts by the names of the fields of `Totals`."""
    return {outcome.lower(): count for outcome, count in parts.items()}
