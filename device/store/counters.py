"""Counters of parts of a shift or since a reset: counted from the ledger at each question."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

from pydantic import AwareDatetime, Field

from okng.device.store.database import Database
from okng.device.store.ledger_counts import (
    FOREVER_US,
    Totals,
    failed_rules,
    late,
    recipe_totals,
    recipes,
    totals_of,
)
from okng.device.store.rows import reads_rows_of
from okng.device.store.timestamps import from_us, now_us, to_us
from okng.device.types import Name
from okng.models.strict_model import StrictModel


class CounterReset(StrictModel):
    """A reset of counters: who, when and why."""

    reset_id: int = Field(ge=1)
    recipe: Name | None
    """Null: of all recipes."""
    author: str
    why: str
    reset_at: AwareDatetime


class RecipeCounters(Totals):
    """How the parts of one recipe ended since a time, or in a shift that is over."""

    recipe: Name | None
    """Null for parts whose recipe isn't known: the station stopped before they were recorded."""
    since: AwareDatetime
    """Start of the shift; in the present one the last reset, if that is later."""
    late: int = 0
    """Parts whose verdict came after the recipe's time limit; they are among the errors."""
    ng_by_rule: dict[str, int] = Field(default={})
    """NG parts by the class whose rule failed; a part that fails several counts for each. Parts
    that are NG by their anomaly score alone are in none."""


class CounterStore:
    """Counts parts and records resets; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def since(self, shift_start: datetime, recipe: str | None = None) -> list[RecipeCounters]:
        """The counters of each recipe that had a part since, by name; of one recipe if named."""
        connection = self._database.connection
        start_us = to_us(shift_start)
        names = recipes(connection) if recipe is None else [recipe]
        since_us = {name: max(start_us, _last_reset_us(connection, name)) for name in names}
        counters = (_counted(connection, name, since_us[name], FOREVER_US) for name in names)
        return [counter for counter in counters if counter.parts]

    def between(self, start: datetime, end: datetime) -> list[RecipeCounters]:
        """The counters of each recipe with a part from `start` to before `end`, by name.

        Resets don't matter: a shift that is over keeps all its parts.
        """
        connection = self._database.connection
        counters = (
            _counted(connection, name, to_us(start), to_us(end)) for name in recipes(connection)
        )
        return [counter for counter in counters if counter.parts]

    def reset(self, recipe: str | None, author: str, why: str) -> CounterReset:
        """Counts a recipe, or all of them, from now on."""
        row = self._database.connection.execute(
            "INSERT INTO counter_resets (recipe, author, why, reset_at_us) VALUES (?, ?, ?, ?) "
            "RETURNING *",
            (recipe, author, why, now_us()),
        ).fetchone()
        return _reset(row)

    def resets(self, before: int | None = None, limit: int = 50) -> list[CounterReset]:
        """Resets, the newest first; `before` is a reset_id."""
        rows = self._database.connection.execute(
            "SELECT * FROM counter_resets WHERE reset_id < ? ORDER BY reset_id DESC LIMIT ?",
            (before or 1 << 62, limit),
        )
        return [_reset(row) for row in rows]


def _counted(
    connection: sqlite3.Connection, recipe: str | None, start_us: int, end_us: int
) -> RecipeCounters:
    span_us = start_us, end_us
    totals = totals_of(recipe_totals(connection, recipe, *span_us))
    return RecipeCounters(
        recipe=recipe,
        since=from_us(start_us),
        late=late(connection, recipe, *span_us) if totals.error + totals.missed else 0,
        ng_by_rule=failed_rules(connection, recipe, *span_us) if totals.ng else {},
        **dict(totals),
    )


def _last_reset_us(connection: sqlite3.Connection, recipe: str | None) -> int:
    last: int = connection.execute(
        "SELECT max(coalesce((SELECT max(reset_at_us) FROM counter_resets WHERE recipe = ?), 0), "
        "coalesce((SELECT max(reset_at_us) FROM counter_resets WHERE recipe IS NULL), 0))",
        (recipe,),
    ).fetchone()[0]
    return last


@reads_rows_of("counter_resets", "reset_id")
def _reset(row: sqlite3.Row) -> CounterReset:
    return CounterReset(
        reset_id=row["reset_id"],
        recipe=row["recipe"],
        author=row["author"],
        why=row["why"],
        reset_at=from_us(row["reset_at_us"]),
    )
