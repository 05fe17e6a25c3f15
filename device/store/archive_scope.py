"""Which parts of a period can be judged again from their stored pictures, and why others can't."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from okng.device.recipes.recipe import Recipe, RecipeVersion
from okng.device.store.ledger_counts import BLOCK, HOUR_US
from okng.models.strict_model import StrictModel

_VERSIONS = (
    "SELECT recipe_version, sum(parts) FROM archive_hours WHERE recipe = ? AND hour >= ? "
    "GROUP BY recipe_version"
)
_UNJUDGED = (
    "FROM inspections INDEXED BY inspections_by_recipe WHERE recipe = :recipe AND seq > :after "
    "AND seq <= :last_seq AND triggered_at_us >= :since_us "
    "AND picture_path IS NOT NULL AND picture_removed_at_us IS NULL "
    "AND outcome IN ('OK', 'NG') AND challenge_id IS NULL "
    "AND recipe_version NOT IN (SELECT value FROM json_each(:left_out)) "
    "AND NOT EXISTS (SELECT 1 FROM archive_results "
    "WHERE archive_inspection_id = :archive_inspection_id "
    "AND archive_results.seq = inspections.seq)"
)


class ArchiveScope(StrictModel):
    """The parts of a recipe and a period, by whether their pictures can be judged again."""

    parts: int
    """All of them, production and challenges, whatever came of them."""
    in_archive: int
    """Parts with a verdict and a stored picture that can be judged again."""
    without_picture: int
    """Parts with a verdict whose picture was removed for space, or never stored."""
    other_region: int
    """Parts whose pictures show another region of the sensor than the recipe's present version."""
    without_model: int
    """Parts that a version of the recipe without an anomaly model judged."""
    errors: int
    """Parts that the line could not judge."""
    missed: int
    """Parts that have no picture, because the station was not ready for them."""
    challenges: int
    """Known parts of challenges, which are no production."""


class ArchivedPart(NamedTuple):
    """A part with a stored picture, and how the line judged it."""

    seq: int
    triggered_at_us: int
    outcome: str
    recipe_version: int
    picture_path: str
    picture_sha256: str


class VersionsLeftOut(NamedTuple):
    """The versions of a recipe whose parts are not judged again."""

    other_region: frozenset[int]
    without_model: frozenset[int]

    @property
    def all(self) -> frozenset[int]:
        """All versions whose parts are not judged again."""
        return self.other_region | self.without_model


def versions_left_out(versions: Sequence[RecipeVersion], present: Recipe) -> VersionsLeftOut:
    """Sorts out the versions that see or judge something else than the present one.

    Its parts differ from the coming ones where the region of interest differs; where there was no
    anomaly model, its place can't be taken by another.
    """
    other = {
        version.version
        for version in versions
        if version.recipe.acquisition.roi != present.acquisition.roi
    }
    without = {version.version for version in versions if version.recipe.model is None}
    return VersionsLeftOut(frozenset(other), frozenset(without - other))


def count_scope(
    connection: sqlite3.Connection, recipe: str, left_out: VersionsLeftOut, since_us: int
) -> ArchiveScope:
    """Counts the parts of a recipe from a whole hour on; reads indices and counts only, no rows."""
    outcomes: Counter[str] = Counter()
    for outcome in ("OK", "NG", "ERROR", "MISSED"):
        for is_challenge, parts in connection.execute(
            "SELECT challenge_id IS NOT NULL, count(*) FROM inspections "
            "INDEXED BY inspections_by_recipe_outcome_and_time "
            "WHERE recipe = ? AND outcome = ? AND triggered_at_us >= ? GROUP BY 1",
            (recipe, outcome, since_us),
        ):
            outcomes["challenge" if is_challenge else outcome] += parts
    stored = dict(connection.execute(_VERSIONS, (recipe, since_us // HOUR_US)).fetchall())
    other_region = sum(stored.get(version, 0) for version in left_out.other_region)
    without_model = sum(stored.get(version, 0) for version in left_out.without_model)
    pictures = sum(stored.values())
    return ArchiveScope(
        parts=outcomes.total(),
        in_archive=pictures - other_region - without_model,
        # A part may be recorded between the two counts.
        without_picture=max(0, outcomes["OK"] + outcomes["NG"] - pictures),
        other_region=other_region,
        without_model=without_model,
        errors=outcomes["ERROR"],
        missed=outcomes["MISSED"],
        challenges=outcomes["challenge"],
    )


class UnjudgedParts:
    """The parts of a re-inspection's scope that have no result yet, in the ledger's order.

    The order is that of the ledger, not of time: a clock that is set back changes nothing.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        archive_inspection_id: int,
        recipe: str,
        left_out: VersionsLeftOut,
        since_us: int,
        last_seq: int,
    ) -> None:
        self._connection = connection
        self._values: dict[str, Any] = {
            "archive_inspection_id": archive_inspection_id,
            "recipe": recipe,
            "left_out": json.dumps(sorted(left_out.all)),
            "since_us": since_us,
            "last_seq": last_seq,
        }

    def count(self) -> int:
        """How many there are now."""
        values = self._values | {"after": self.first_place()}
        count: int = self._connection.execute(f"SELECT count(*) {_UNJUDGED}", values).fetchone()[0]
        return count

    def first_place(self) -> int:
        """A place in the ledger before which no part is from the period."""
        place: int = self._connection.execute(
            f"SELECT coalesce(min(block), 0) * {BLOCK} - 1 FROM ledger_blocks WHERE last_us >= ?",
            (self._values["since_us"],),
        ).fetchone()[0]
        return max(0, place)

    def after(self, seq: int, limit: int) -> list[ArchivedPart]:
        """The next ones after this place."""
        rows = self._connection.execute(
            "SELECT seq, triggered_at_us, outcome, recipe_version, picture_path, picture_sha256 "
            f"{_UNJUDGED} ORDER BY seq LIMIT :limit",
            self._values | {"after": seq, "limit": limit},
        )
        return [ArchivedPart(*row) for row in rows]
