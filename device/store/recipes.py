"""Recipes and all their versions; a version never changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from okng.device.recipes.recipe import Recipe, RecipeVersion
from okng.device.store.database import Database
from okng.device.store.rows import reads_rows_of
from okng.device.store.timestamps import from_us, now_us
from okng.models.names import normalized


class RecipeStore:
    """Saves recipes and finds them again; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def save(self, recipe: Recipe, author: str) -> RecipeVersion:
        """Keeps the recipe as its name's next version.

        Content that the name had before is that version again, with its first author and time.
        """
        content = recipe.model_dump_json()
        with self._database.transaction() as connection:
            row = connection.execute(
                "SELECT * FROM recipes WHERE name = ? AND content = ?", (recipe.name, content)
            ).fetchone()
            if row is None:
                row = connection.execute(
                    "INSERT INTO recipes (name, version, content, author, created_at_us) "
                    "SELECT ?, coalesce(max(version), 0) + 1, ?, ?, ? FROM recipes "
                    "WHERE name = ? RETURNING *",
                    (recipe.name, content, author, now_us(), recipe.name),
                ).fetchone()
        return _version(row)

    def get(self, name: str, version: int | None = None) -> RecipeVersion | None:
        """A version, without number the newest; None when there is none."""
        row = self._database.connection.execute(
            "SELECT * FROM recipes WHERE name = ? AND version = coalesce(?, "
            "(SELECT max(version) FROM recipes WHERE name = ?))",
            (normalized(name), version, normalized(name)),
        ).fetchone()
        return None if row is None else _version(row)

    def list(self) -> list[RecipeVersion]:
        """The newest version of each recipe, by name."""
        # The names are counted by the key alone, and only the newest versions read.
        rows = self._database.connection.execute(
            "SELECT recipes.* FROM "
            "(SELECT name, max(version) AS version FROM recipes GROUP BY name) AS newest "
            "CROSS JOIN recipes USING (name, version) ORDER BY name"
        )
        return [_version(row) for row in rows]

    def versions(self, name: str) -> Sequence[RecipeVersion]:
        """All versions of a recipe, the newest first."""
        rows = self._database.connection.execute(
            "SELECT * FROM recipes WHERE name = ? ORDER BY version DESC", (normalized(name),)
        )
        return [_version(row) for row in rows]


@reads_rows_of("recipes", "name")
def _version(row: sqlite3.Row) -> RecipeVersion:
    return RecipeVersion(
        version=row["version"],
        recipe=Recipe.model_validate_json(row["content"]),
        author=row["author"],
        created_at=from_us(row["created_at_us"]),
    )
