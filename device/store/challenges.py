"""Challenges on record: what was asked for and how it ended; what was judged is in the ledger."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from pydantic import AwareDatetime, Field

from okng.device.challenge_part import ChallengePart
from okng.device.recipes.challenge_settings import ChallengeCause
from okng.device.store.database import Database
from okng.device.store.inspection_rows import recorded_inspection
from okng.device.store.rows import reads_rows_of
from okng.device.store.timestamps import from_us, to_us
from okng.device.types import Inspection, Outcome, RecipeReference
from okng.models.strict_model import StrictModel


class ChallengeResult(StrEnum):
    """How a challenge ended."""

    PASSED = "passed"
    OVERRIDDEN = "overridden"
    SUPERSEDED = "superseded"
    """Another recipe, or another version of it, began to inspect before it was passed."""


class DueChallenge(NamedTuple):
    """A challenge that is asked for."""

    recipe: RecipeReference
    cause: ChallengeCause
    parts: tuple[ChallengePart, ...]
    due_at: datetime


class Challenge(StrictModel):
    """A challenge as it stands in the store."""

    challenge_id: int = Field(ge=1)
    recipe: RecipeReference
    cause: ChallengeCause
    parts: tuple[ChallengePart, ...]
    due_at: AwareDatetime
    result: ChallengeResult | None
    """Null while production is locked by it."""
    author: str | None
    """Who overrode it; null otherwise."""
    why: str | None
    ended_at: AwareDatetime | None

    @property
    def due(self) -> DueChallenge:
        """The challenge as it was asked for."""
        return DueChallenge(self.recipe, self.cause, self.parts, self.due_at)


class ChallengeCheck(StrictModel):
    """One challenge part that was judged; a repetition is a check of its own."""

    part: ChallengePart
    outcome: Outcome
    reason: str | None
    failed_rules: tuple[str, ...]
    score: float | None
    threshold: float | None
    passed: bool
    """Whether it was judged as expected."""
    trigger_id: int
    inspection_id: str
    author: str
    """Who put it under the camera."""
    checked_at: AwareDatetime

    @classmethod
    def of(cls, inspection: Inspection) -> ChallengeCheck:
        """The check that the inspection of a challenge part is."""
        mark = inspection.challenge
        assert mark
        return cls(
            part=ChallengePart(
                name=mark.name, expected=mark.expected, failed_rule=mark.failed_rule
            ),
            outcome=inspection.outcome,
            reason=inspection.reason,
            failed_rules=inspection.failed_rules,
            score=inspection.score,
            threshold=inspection.threshold,
            passed=mark.is_met(inspection.outcome, inspection.failed_rules),
            trigger_id=inspection.trigger_id,
            inspection_id=inspection.inspection_id,
            author=mark.author,
            checked_at=inspection.triggered_at,
        )


class ChallengeReport(Challenge):
    """A challenge with everything that was judged for it."""

    checks: tuple[ChallengeCheck, ...]
    """In their order, repetitions included."""


class ChallengeStore:
    """Keeps challenges; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def newest(self) -> Challenge | None:
        """The challenge that was asked for last, or None; no other one can be open."""
        row = self._database.connection.execute(
            "SELECT * FROM challenges ORDER BY challenge_id DESC LIMIT 1"
        ).fetchone()
        return None if row is None else _challenge(row)

    def settled_at(self, recipe: str) -> datetime | None:
        """When a challenge of the recipe was passed or overridden last; None if none was."""
        last_us = self._database.connection.execute(
            "SELECT max(ended_at_us) FROM challenges "
            "WHERE recipe = ? AND result IN ('passed', 'overridden')",
            (recipe,),
        ).fetchone()[0]
        return None if last_us is None else from_us(last_us)

    def keep(self, due: DueChallenge) -> int:
        """Keeps a challenge as the only one that has not ended, and gives its id."""
        with self._database.transaction() as connection:
            _end(connection, ChallengeResult.SUPERSEDED, due.due_at)
            challenge_id = connection.execute(
                "INSERT INTO challenges (recipe, recipe_version, cause, parts, due_at_us) "
                "VALUES (?, ?, ?, ?, ?)",
                (
                    due.recipe.name,
                    due.recipe.version,
                    due.cause,
                    json.dumps([part.model_dump(mode="json") for part in due.parts]),
                    to_us(due.due_at),
                ),
            ).lastrowid
        assert challenge_id is not None
        return challenge_id

    def end(
        self,
        result: ChallengeResult,
        ended_at: datetime,
        author: str | None = None,
        why: str | None = None,
    ) -> None:
        """Ends the challenge that has not ended, if there is one."""
        _end(self._database.connection, result, ended_at, author, why)

    def checks(self, challenge_id: int) -> tuple[ChallengeCheck, ...]:
        """What was judged for a challenge, in its order."""
        rows = self._database.connection.execute(
            "SELECT * FROM inspections WHERE challenge_id = ? ORDER BY trigger_id",
            (challenge_id,),
        )
        return tuple(ChallengeCheck.of(recorded_inspection(row)) for row in rows)

    def page(self, before: int | None = None, limit: int = 50) -> list[ChallengeReport]:
        """Reports, the newest first; `before` is a challenge_id."""
        rows = self._database.connection.execute(
            "SELECT * FROM challenges WHERE challenge_id < ? ORDER BY challenge_id DESC LIMIT ?",
            (before or 1 << 62, limit),
        )
        return [
            ChallengeReport(**dict(challenge), checks=self.checks(challenge.challenge_id))
            for challenge in map(_challenge, rows.fetchall())
        ]

    def counts(self) -> dict[ChallengeResult, int]:
        """How many challenges ended how."""
        rows = self._database.connection.execute(
            "SELECT result, count(*) FROM challenges WHERE result IS NOT NULL GROUP BY result"
        )
        return dict.fromkeys(ChallengeResult, 0) | {ChallengeResult(row[0]): row[1] for row in rows}


def newest_by_part(checks: Sequence[ChallengeCheck]) -> dict[str, ChallengeCheck]:
    """The last check of each part, by the part's name."""
    return {check.part.name: check for check in checks}


def _end(
    connection: sqlite3.Connection,
    result: ChallengeResult,
    ended_at: datetime,
    author: str | None = None,
    why: str | None = None,
) -> None:
    connection.execute(
        "UPDATE challenges SET result = ?, author = ?, why = ?, ended_at_us = ? "
        "WHERE ended_at_us IS NULL",
        (result, author, why, to_us(ended_at)),
    )


@reads_rows_of("challenges", "challenge_id")
def _challenge(row: sqlite3.Row) -> Challenge:
    ended_us = row["ended_at_us"]
    return Challenge(
        challenge_id=row["challenge_id"],
        recipe=RecipeReference(name=row["recipe"], version=row["recipe_version"]),
        cause=row["cause"],
        parts=json.loads(row["parts"]),
        due_at=from_us(row["due_at_us"]),
        result=row["result"],
        author=row["author"],
        why=row["why"],
        ended_at=None if ended_us is None else from_us(ended_us),
    )
