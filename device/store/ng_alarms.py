"""NG alarms on record: what raised each, and who acknowledged it; with the verdicts before them."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from pydantic import AwareDatetime, Field

from okng.device.store.database import Database
from okng.device.store.rows import reads_rows_of
from okng.device.store.timestamps import from_us, now_us, to_us
from okng.device.types import Outcome, RecipeReference
from okng.models.strict_model import StrictModel

AMONG = 10_000
"""Newest rows of the ledger among which verdicts are looked for."""


class RaisedAlarm(NamedTuple):
    """An NG alarm that nobody has acknowledged."""

    recipe: RecipeReference
    trigger_id: int
    """The part that raised it."""
    message: str
    stop: bool
    """Whether the station isn't ready for parts meanwhile."""
    raised_at: datetime


class NgAlarm(StrictModel):
    """An NG alarm as it stands in the store."""

    alarm_id: int = Field(ge=1)
    recipe: RecipeReference
    trigger_id: int
    """The part that raised it."""
    message: str
    stop: bool
    """Whether the station isn't ready for parts until it is acknowledged."""
    raised_at: AwareDatetime
    author: str | None
    """Who acknowledged it; null until then."""
    why: str | None
    acknowledged_at: AwareDatetime | None

    @property
    def raised(self) -> RaisedAlarm:
        """The alarm as it was raised."""
        return RaisedAlarm(self.recipe, self.trigger_id, self.message, self.stop, self.raised_at)


class NgAlarmStore:
    """Keeps NG alarms; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def open_alarm(self) -> NgAlarm | None:
        """The alarm that nobody has acknowledged, or None."""
        row = self._database.connection.execute(
            "SELECT * FROM ng_alarms WHERE acknowledged_at_us IS NULL"
        ).fetchone()
        return None if row is None else _ng_alarm(row)

    def keep(self, alarm: RaisedAlarm) -> None:
        """Keeps an alarm; one that is kept already stays as it is."""
        _keep(self._database.connection, alarm)

    def acknowledge(self, alarm: RaisedAlarm, through: int, author: str, why: str) -> None:
        """Records who acknowledged the alarm; parts up to the trigger id `through` are settled."""
        with self._database.transaction() as connection:
            _keep(connection, alarm)
            connection.execute(
                "UPDATE ng_alarms SET author = ?, why = ?, acknowledged_at_us = ?, "
                "acknowledged_through = ? WHERE acknowledged_at_us IS NULL",
                (author, why, now_us(), through),
            )

    def page(self, before: int | None = None, limit: int = 50) -> list[NgAlarm]:
        """Alarms, the newest first; `before` is an alarm_id."""
        rows = self._database.connection.execute(
            "SELECT * FROM ng_alarms WHERE alarm_id < ? ORDER BY alarm_id DESC LIMIT ?",
            (before or 1 << 62, limit),
        )
        return [_ng_alarm(row) for row in rows]

    def last_verdicts(self, limit: int) -> list[tuple[str | None, Outcome]]:
        """Recipe and verdict of the newest parts that no alarm has settled, the newest first."""
        rows = self._database.connection.execute(
            "SELECT recipe, outcome FROM inspections NOT INDEXED "
            "WHERE seq > (SELECT coalesce(max(seq), 0) FROM inspections) - ? "
            "AND trigger_id > (SELECT coalesce(max(acknowledged_through), 0) FROM ng_alarms) "
            "AND outcome IN ('OK', 'NG') AND challenge_id IS NULL ORDER BY seq DESC LIMIT ?",
            (AMONG, limit),
        )
        return [(row["recipe"], Outcome(row["outcome"])) for row in rows]


def _keep(connection: sqlite3.Connection, alarm: RaisedAlarm) -> None:
    connection.execute(
        "INSERT OR IGNORE INTO ng_alarms "
        "(recipe, recipe_version, trigger_id, message, stop, raised_at_us) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (
            alarm.recipe.name,
            alarm.recipe.version,
            alarm.trigger_id,
            alarm.message,
            alarm.stop,
            to_us(alarm.raised_at),
        ),
    )


@reads_rows_of("ng_alarms", "alarm_id")
def _ng_alarm(row: sqlite3.Row) -> NgAlarm:
    acknowledged_us = row["acknowledged_at_us"]
    return NgAlarm(
        alarm_id=row["alarm_id"],
        recipe=RecipeReference(name=row["recipe"], version=row["recipe_version"]),
        trigger_id=row["trigger_id"],
        message=row["message"],
        stop=bool(row["stop"]),
        raised_at=from_us(row["raised_at_us"]),
        author=row["author"],
        why=row["why"],
        acknowledged_at=None if acknowledged_us is None else from_us(acknowledged_us),
    )
