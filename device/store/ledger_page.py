"""SQL of a page of the ledger: it reads about as many rows as it gives, however filtered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, TypedDict, Unpack

from okng.device.store.ledger_counts import BLOCK, BOTH, FOREVER_US, SCENE_CHANGED, TO_REVIEW
from okng.device.store.timestamps import to_us
from okng.device.types import Outcome

# Of `inspections` and `marked_inspections` alike, by whether recipe and outcome are given. An index
# ends with the row's place: so it gives the rows of a filter in the ledger's order.
_INDICES = {
    (False, False): None,
    (False, True): "by_outcome",
    (True, False): "by_recipe",
    (True, True): "by_recipe_and_outcome",
}
_MARKS = {(True, False): TO_REVIEW, (False, True): SCENE_CHANGED, (True, True): BOTH}
"""Of `marked_inspections`, by whether parts to review, and those of a changed scene, are wanted."""

_Conditions = Iterator[tuple[str, list[Any]]]


class LedgerFilters(TypedDict, total=False):
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
    start, end = filters.get("start"), filters.get("end")
    mark = _MARKS.get((filters.get("to_review", False), filters.get("scene_changed", False)))
    rows = "inspections" if mark is None else "marked_inspections"
    tables = f"{rows} AS rows {_indexed(rows, filters)}"
    conditions = [*_of_kind(mark, filters)]
    direction = "DESC" if since is None else "ASC"
    order = f"rows.seq {direction}"
    if start is not None or end is not None:
        tables = f"ledger_blocks CROSS JOIN {tables}"
        order = f"block {direction}, {order}"
        conditions += [*_in_blocks(before, since), *_in_time(start, end)]
    else:
        conditions += _in_order(before, since)
    if mark is not None:
        tables += " CROSS JOIN inspections ON inspections.seq = rows.seq"
    else:
        columns = columns.replace("inspections.", "rows.")
    where = " AND ".join(sql for sql, _ in conditions)
    values = [value for _, parameters in conditions for value in parameters]
    sql = f"SELECT {columns} FROM {tables} {'WHERE ' if where else ''}{where}"
    return f"{sql} ORDER BY {order} LIMIT ?", [*values, limit]


def _indexed(rows: str, filters: LedgerFilters) -> str:
    """By which index the table `rows` is walked."""
    index = _INDICES[filters.get("recipe") is not None, filters.get("outcome") is not None]
    return "NOT INDEXED" if index is None else f"INDEXED BY {rows}_{index}"


def _of_kind(mark: str | None, filters: LedgerFilters) -> _Conditions:
    """Conditions on the columns that the indices begin with."""
    recipe, outcome = filters.get("recipe"), filters.get("outcome")
    if mark is not None:
        yield "rows.mark = ?", [mark]
    if recipe is not None:
        yield "rows.recipe = ?", [recipe]
    if outcome is not None:
        yield "rows.outcome = ?", [outcome.value]


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


def _in_time(start: datetime | None, end: datetime | None) -> _Conditions:
    """Conditions on the blocks that may have rows of the time range, and on the rows in them."""
    # `+` keeps SQLite from using the index of the time, which has another order.
    if start is not None:
        yield "last_us >= ? AND +rows.triggered_at_us >= ?", [to_us(start)] * 2
    if end is not None:
        yield "first_us < ? AND +rows.triggered_at_us < ?", [to_us(end)] * 2
