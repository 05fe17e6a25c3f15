"""SQL of a page of the ledger: it reads about as many rows as it gives, however filtered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Unpack

from okng.device.store.defect_filters import (
    MARKED,
    DefectFilters,
    index_of_defects,
    is_of_defects,
    of_defects,
)
from okng.device.store.ledger_counts import (
    BLOCK,
    FOREVER_US,
    HUMAN_VERDICTS,
    REVIEWED,
    SCENE_CHANGED,
    TO_REVIEW,
)
from okng.device.store.timestamps import to_us
from okng.device.types import Outcome, Verdict

# Of `inspections` and `marked_inspections` alike, by whether recipe and outcome are given. An index
# ends with the row's place: so it gives the rows of a filter in the ledger's order.
_INDICES = {
    (False, False): None,
    (False, True): "by_outcome",
    (True, False): "by_recipe",
    (True, True): "by_recipe_and_outcome",
}
_SEARCHED = (
    "rows.seq IN (SELECT seq FROM inspections WHERE part_id = ? "
    "UNION ALL SELECT seq FROM inspections WHERE trigger_id = ?)"
)
_UNREVIEWED = "NOT EXISTS (SELECT 1 FROM reviews WHERE reviews.seq = rows.seq)"
_MOST_DIGITS = 18
"""Of a number that SQLite keeps as an integer."""

_Conditions = Iterator[tuple[str, list[Any]]]


class LedgerFilters(DefectFilters, total=False):
    """Which inspections: only those that are all of what is given."""

    outcome: Outcome | None
    recipe: str | None
    """The recipe's name, whatever its version."""
    start: datetime | None
    """Triggered then or later."""
    end: datetime | None
    """Triggered before."""
    scene_changed: bool
    """True: judged while the scene counted as changed."""
    to_review: bool
    """True: marked for review, and nobody has looked at it yet."""
    reviewed: bool | None
    """True: a person gave a verdict on it; False: nobody did."""
    human_verdict: Verdict | None
    """A person gave this verdict on it, whatever the station's was."""
    search: str | None
    """With this part ID, or this trigger's number."""


def page_query(
    *,
    limit: int,
    before: int | None = None,
    since: int | None = None,
    columns: str = "inspections.*",
    **filters: Unpack[LedgerFilters],
) -> tuple[str, list[Any]]:
    """SQL and values of `Ledger.page`.

    Rows are walked in the order of their places, by the index of the filter; a time range skips the
    blocks that have nothing of it.
    """
    mark, has_defect = _mark(filters), is_of_defects(filters)
    rows = "defects" if has_defect else "inspections" if mark is None else "marked_inspections"
    tables = f"{rows} AS rows {_indexed(rows, filters)}"
    conditions = [*_of_kind(mark, filters), *_by_review(filters)]
    if has_defect:
        conditions += of_defects(filters, filters.get("outcome"))
    direction = "DESC" if since is None else "ASC"
    order = f"rows.seq {direction}"
    if _skips_blocks(filters):
        tables = f"ledger_blocks CROSS JOIN {tables}"
        order = f"block {direction}, {order}"
        conditions += [*_in_blocks(before, since), *_blocks_of_time(filters)]
    else:
        conditions += _in_order(before, since)
    conditions += _in_time(filters)
    if rows != "inspections":
        tables += " CROSS JOIN inspections ON inspections.seq = rows.seq"
    else:
        columns = columns.replace("inspections.", "rows.")
    where = " AND ".join(sql for sql, _ in conditions)
    values = [value for _, parameters in conditions for value in parameters]
    sql = f"SELECT {columns} FROM {tables} {'WHERE ' if where else ''}{where}"
    return f"{sql} ORDER BY {order} LIMIT ?", [*values, limit]


def _skips_blocks(filters: LedgerFilters) -> bool:
    """Whether the ledger is walked by its blocks: in a time range, unless a part is searched."""
    in_time = filters.get("start") is not None or filters.get("end") is not None
    return in_time and filters.get("search") is None


def _indexed(rows: str, filters: LedgerFilters) -> str:
    """By which index the table `rows` is walked."""
    if rows == "defects":
        return index_of_defects(filters)
    if filters.get("search") is not None:
        return "NOT INDEXED"
    index = _INDICES[filters.get("recipe") is not None, filters.get("outcome") is not None]
    return "NOT INDEXED" if index is None else f"INDEXED BY {rows}_{index}"


def _mark(filters: LedgerFilters) -> str | None:
    """The mark of `marked_inspections` that all parts have that are wanted."""
    human_verdict = filters.get("human_verdict")
    marks = [
        *([TO_REVIEW] if filters.get("to_review") else []),
        *([HUMAN_VERDICTS[human_verdict]] if human_verdict else []),
        *([REVIEWED] if filters.get("reviewed") else []),
    ][:1]
    if filters.get("scene_changed"):
        marks.append(SCENE_CHANGED)
    return ", ".join(marks) or None


def _of_kind(mark: str | None, filters: LedgerFilters) -> _Conditions:
    """Conditions on the columns that the indices begin with, or on what is searched."""
    recipe, outcome = filters.get("recipe"), filters.get("outcome")
    search = filters.get("search")
    if mark is not None:
        yield MARKED if is_of_defects(filters) else "rows.mark = ?", [mark]
    if recipe is not None:
        yield "rows.recipe = ?", [recipe]
    if outcome is not None:
        yield "rows.outcome = ?", [outcome.value]
    if search is not None:
        # A part ID may be a number, too.
        is_number = search.isascii() and search.isdigit() and len(search) <= _MOST_DIGITS
        yield _SEARCHED, [search, int(search) if is_number else None]


def _by_review(filters: LedgerFilters) -> _Conditions:
    """Conditions on reviews besides the mark, which stands for one of these filters alone."""
    to_review, human_verdict = filters.get("to_review"), filters.get("human_verdict")
    reviewed = filters.get("reviewed")
    is_reviewed = reviewed or human_verdict is not None
    if is_reviewed and (to_review or reviewed is False):
        yield "FALSE", []
    elif reviewed is False and not to_review:
        yield _UNREVIEWED, []


def _in_order(before: int | None, since: int | None) -> _Conditions:
    """Conditions on the rows of the ledger itself, without a join."""
    if before is not None:
        yield "rows.seq < ?", [before]
    if since is not None:
        yield "rows.seq > ?", [since]


def _in_blocks(before: int | None, since: int | None) -> _Conditions:
    """Conditions on blocks and their rows: one range each, since SQLite walks an index by one."""
    first = 0 if since is None else since + 1
    last = FOREVER_US if before is None else before - 1
    yield "block BETWEEN ? AND ?", [first // BLOCK, last // BLOCK]
    yield (
        f"rows.seq BETWEEN max(block * {BLOCK}, ?) AND min(block * {BLOCK} + {BLOCK - 1}, ?)",
        [min(first, FOREVER_US), last],
    )


def _blocks_of_time(filters: LedgerFilters) -> _Conditions:
    """Conditions on the blocks that may have rows of the time range."""
    start, end = filters.get("start"), filters.get("end")
    if start is not None:
        yield "last_us >= ?", [to_us(start)]
    if end is not None:
        yield "first_us < ?", [to_us(end)]


def _in_time(filters: LedgerFilters) -> _Conditions:
    """Conditions on the times of rows."""
    start, end = filters.get("start"), filters.get("end")
    # `+` keeps SQLite from using the index of the time, which has another order.
    if start is not None:
        yield "+rows.triggered_at_us >= ?", [to_us(start)]
    if end is not None:
        yield "+rows.triggered_at_us < ?", [to_us(end)]
