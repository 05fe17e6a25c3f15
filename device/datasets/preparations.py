"""Preparations of datasets and all their versions; a version never changes."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from pydantic import AwareDatetime, Field

from okng.device.datasets.dataset_folders import check_dataset_name
from okng.device.datasets.errors import DatasetError
from okng.device.store.database import Database
from okng.device.store.rows import reads_rows_of
from okng.device.store.timestamps import from_us, now_us
from okng.device.types import Name
from okng.models.names import normalized
from okng.models.preparation.preparation import NO_PREPARATION, Preparation
from okng.models.strict_model import StrictModel

SHOWN_VERSIONS = 50
"""Largest number of versions in a history."""


class PreparationVersion(StrictModel):
    """A stored version of a dataset's preparation."""

    dataset: Name
    version: int = Field(ge=1)
    preparation: Preparation
    restores: int | None = None
    """The earlier version that this one brought back."""
    author: str
    saved_at: AwareDatetime


class PreparationStore:
    """Saves preparations and finds them again; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def save(
        self,
        dataset: str,
        preparation: Preparation,
        author: str,
        based_on: int | None = None,
    ) -> PreparationVersion:
        """Keeps the preparation as the dataset's next version; equal to the newest, it is that one.

        The dataset needs no picture yet: labels from file names are for those to come.

        Args:
            dataset: Its name.
            preparation: What is kept.
            author: For whom.
            based_on: The version that was changed, 0 where there was none; None for whatever is
                newest.

        Raises:
            DatasetError: not a dataset's name, or another version was saved meanwhile.
        """
        return self._save(check_dataset_name(dataset), preparation, author, based_on, None)

    def restore(self, dataset: str, version: int, author: str) -> PreparationVersion:
        """Brings an earlier version back, as the dataset's next version.

        Raises:
            DatasetError: there is no such version.
        """
        earlier = self.get(dataset, version)
        return self._save(earlier.dataset, earlier.preparation, author, None, version)

    def get(self, dataset: str, version: int) -> PreparationVersion:
        """One version.

        Raises:
            DatasetError: there is none with that number.
        """
        row = self._database.connection.execute(
            "SELECT * FROM preparations WHERE dataset = ? AND version = ?",
            (normalized(dataset), version),
        ).fetchone()
        if row is None:
            newest = self.newest(dataset)
            there = f"the newest is {newest.version}" if newest else "it has none"
            raise DatasetError(
                f"dataset {dataset!r} has no version {version} of its preparation; {there}"
            )
        return _version(row)

    def newest(self, dataset: str) -> PreparationVersion | None:
        """The newest version; None where the dataset has none."""
        versions = self.history(dataset, 1)
        return versions[0] if versions else None

    def current(self, dataset: str) -> Preparation:
        """What a training uses now; without a version, no steps."""
        newest = self.newest(dataset)
        return newest.preparation if newest else NO_PREPARATION

    def history(self, dataset: str, limit: int = SHOWN_VERSIONS) -> list[PreparationVersion]:
        """The newest versions first."""
        rows = self._database.connection.execute(
            "SELECT * FROM preparations WHERE dataset = ? ORDER BY version DESC LIMIT ?",
            (normalized(dataset), limit),
        )
        return [_version(row) for row in rows]

    def _save(
        self,
        dataset: str,
        preparation: Preparation,
        author: str,
        based_on: int | None,
        restores: int | None,
    ) -> PreparationVersion:
        with self._database.transaction() as connection:
            newest = self.newest(dataset)
            number = newest.version if newest else 0
            if based_on is not None and based_on != number:
                by = f" by {newest.author}" if newest else ""
                raise DatasetError(
                    f"the preparation of dataset {dataset!r} was changed meanwhile{by}: it is "
                    f"version {number} now, and yours began from {based_on or 'none'}. Load it "
                    "anew and repeat your change"
                )
            if newest and newest.preparation == preparation:
                return newest
            row = connection.execute(
                "INSERT INTO preparations (dataset, version, content, restores, author, "
                "saved_at_us) VALUES (?, ?, ?, ?, ?, ?) RETURNING *",
                (dataset, number + 1, preparation.model_dump_json(), restores, author, now_us()),
            ).fetchone()
        return _version(row)


@reads_rows_of("preparations", "preparation_id")
def _version(row: sqlite3.Row) -> PreparationVersion:
    return PreparationVersion(
        dataset=row["dataset"],
        version=row["version"],
        preparation=Preparation.model_validate_json(row["content"]),
        restores=row["restores"],
        author=row["author"],
        saved_at=from_us(row["saved_at_us"]),
    )
