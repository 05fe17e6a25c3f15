"""What judged under each recipe's name, and every change of it: who, when, why."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import AwareDatetime, Field

from okng.device.recipes.recipe import RecipeVersion
from okng.device.store.database import Database
from okng.device.store.regression import Standing
from okng.device.store.rows import reads_rows_of
from okng.device.store.state import set_state
from okng.device.store.timestamps import from_us, now_us, to_us
from okng.device.store.trials import Trial, TrialSummary, stop_trial
from okng.device.types import ModelIdentity, Name
from okng.models.strict_model import StrictModel


class ChangeKind(StrEnum):
    """How a recipe came to another model or threshold."""

    PROMOTION = "promotion"
    ROLLBACK = "rollback"
    RECIPE = "recipe"
    """By applying or activating a recipe."""


class Judging(StrictModel):
    """What decides on a part: a model and the threshold in force."""

    model: ModelIdentity
    threshold: float


class TrialOutcome(StrictModel):
    """A trial as it stood when its model was promoted."""

    trial: Trial
    summary: TrialSummary


class Change(StrictModel):
    """Another model or threshold for a recipe."""

    kind: ChangeKind
    before: Judging | None
    """What the recipe of that name ran with last; null before its first model."""
    after: Judging | None
    author: str
    why: str
    regression: Standing | None
    """How `after` stood against its regression set."""
    trial: TrialOutcome | None
    """Of `after` beside `before`."""
    objections: tuple[str, ...] = ()
    """What spoke against `after`, and was overridden."""


class RecordedChange(Change):
    """A change as it stands in the store."""

    promotion_id: int = Field(ge=1)
    recipe: Name
    recipe_version: int
    changed_at: AwareDatetime


class PromotionStore:
    """Records changes together with the recipe that the station comes back to after a restart."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def switch_to(self, version: RecipeVersion, change: Change | None, author: str) -> None:
        """The station runs with this recipe from now on, which is this change, if it is one.

        All of it is on the disk when this returns, or nothing is. A trial beside a model that
        runs no more ends.
        """
        reference = version.reference
        with self._database.transaction() as connection:
            set_state(connection, "recipe_name", reference.name)
            set_state(connection, "recipe_version", str(reference.version))
            if change:
                _insert(connection, version, change)
            running = version.recipe.model
            beside = connection.execute(
                "SELECT beside_model, beside_version FROM trials WHERE stopped_at_us IS NULL"
            ).fetchone()
            if beside and (running is None or tuple(beside) != (running.name, running.version)):
                stop_trial(connection, author)

    def page(self, before: int | None = None, limit: int = 50) -> list[RecordedChange]:
        """Changes, the newest first; `before` is a promotion_id."""
        older = "" if before is None else "WHERE promotion_id < ? "
        rows = self._database.connection.execute(
            f"SELECT * FROM promotions {older}ORDER BY promotion_id DESC LIMIT ?",
            (limit,) if before is None else (before, limit),
        )
        return [_change(row) for row in rows]

    def last(self, recipe: str) -> RecordedChange | None:
        """The newest change of a recipe."""
        row = self._database.connection.execute(
            "SELECT * FROM promotions WHERE recipe = ? ORDER BY promotion_id DESC LIMIT 1",
            (recipe,),
        ).fetchone()
        return None if row is None else _change(row)

    def last_before(self, recipe: str, end: datetime) -> RecordedChange | None:
        """The newest change of a recipe before `end`."""
        row = self._database.connection.execute(
            "SELECT * FROM promotions WHERE recipe = ? AND changed_at_us < ? "
            "ORDER BY promotion_id DESC LIMIT 1",
            (recipe, to_us(end)),
        ).fetchone()
        return None if row is None else _change(row)

    def version_before(self, recipe: str) -> Judging | None:
        """Target of a rollback: what ran before the newest change of model not yet taken back."""
        taken_back = 0
        # Newest first: it seldom has to look at more than a few.
        for row in self._model_changes(recipe, "DESC"):
            if row["kind"] == ChangeKind.ROLLBACK:
                taken_back += 1
            elif taken_back:
                taken_back -= 1
            else:
                return _judging(row, "before")
        return self._version_before_rollbacks(recipe) if taken_back else None

    def _version_before_rollbacks(self, recipe: str) -> Judging | None:
        """The same where more was taken back than was done: such a rollback is itself a change."""
        way: list[Judging | None] = []
        for row in self._model_changes(recipe, "ASC"):
            if row["kind"] == ChangeKind.ROLLBACK and way:
                way.pop()
            else:
                way.append(_judging(row, "before"))
        return way[-1] if way else None

    def _model_changes(self, recipe: str, direction: Literal["ASC", "DESC"]) -> sqlite3.Cursor:
        """Rows of the changes of the model, without those of its threshold alone."""
        return self._database.connection.execute(
            "SELECT kind, before_model, before_version, before_sha256, before_threshold "
            "FROM promotions WHERE recipe = ? "
            "AND (before_model, before_version) IS NOT (after_model, after_version) "
            f"ORDER BY promotion_id {direction}",
            (recipe,),
        )


def _insert(connection: sqlite3.Connection, version: RecipeVersion, change: Change) -> None:
    connection.execute(
        "INSERT INTO promotions (kind, recipe, recipe_version, before_model, before_version, "
        "before_sha256, before_threshold, after_model, after_version, after_sha256, "
        "after_threshold, author, why, changed_at_us, regression, trial, objections) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            change.kind,
            version.recipe.name,
            version.version,
            *_columns(change.before),
            *_columns(change.after),
            change.author,
            change.why,
            now_us(),
            change.regression.model_dump_json() if change.regression else None,
            change.trial.model_dump_json() if change.trial else None,
            json.dumps(change.objections),
        ),
    )


def _columns(judging: Judging | None) -> tuple[str | int | float | None, ...]:
    if judging is None:
        return (None, None, None, None)
    model = judging.model
    return (model.name, model.version, model.sha256, judging.threshold)


def _judging(row: sqlite3.Row, when: str) -> Judging | None:
    if row[f"{when}_model"] is None:
        return None
    model = ModelIdentity(
        name=row[f"{when}_model"], version=row[f"{when}_version"], sha256=row[f"{when}_sha256"]
    )
    return Judging(model=model, threshold=row[f"{when}_threshold"])


@reads_rows_of("promotions", "promotion_id")
def _change(row: sqlite3.Row) -> RecordedChange:
    regression, trial = row["regression"], row["trial"]
    return RecordedChange(
        promotion_id=row["promotion_id"],
        kind=row["kind"],
        recipe=row["recipe"],
        recipe_version=row["recipe_version"],
        before=_judging(row, "before"),
        after=_judging(row, "after"),
        author=row["author"],
        why=row["why"],
        changed_at=from_us(row["changed_at_us"]),
        regression=Standing.model_validate_json(regression) if regression else None,
        trial=TrialOutcome.model_validate_json(trial) if trial else None,
        objections=tuple(json.loads(row["objections"])),
    )
