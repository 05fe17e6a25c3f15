"""Re-inspections of the archive: what model versions make of parts that the line judged before.

A score is kept by model, recipe and part. So another threshold or a shorter period is answered from
what is there, and a longer one needs only the parts that are new in it.
"""

from __future__ import annotations

import importlib.metadata
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import AwareDatetime

from okng.device.store.archive_scope import ArchiveScope, UnjudgedParts, VersionsLeftOut
from okng.device.store.database import Database
from okng.device.store.ledger_counts import HOUR_US
from okng.device.store.rows import reads_rows_of
from okng.device.store.timestamps import from_us, now_us, to_us
from okng.device.types import ModelIdentity, ModelReference, Name
from okng.models.strict_model import StrictModel


class ArchiveProblem(StrEnum):
    """Why a stored part has no score."""

    PICTURE_MISSING = "picture_missing"
    """Its file is not there, though nobody removed the picture."""
    PICTURE_CHANGED = "picture_changed"
    """Its file is not the one that was stored: another hash, or no picture."""
    RECIPE_UNUSABLE = "recipe_unusable"
    """The version of the recipe that judged it, or its detector, can't be used any more."""
    NOT_JUDGED = "not_judged"
    """The line would have given an ERROR: no part was found, or a model failed."""


_TRIED_AGAIN = tuple(problem for problem in ArchiveProblem if problem != ArchiveProblem.NOT_JUDGED)


class ArchiveInspection(StrictModel):
    """What a model version made of the stored parts of a recipe, and how far it is."""

    archive_inspection_id: int
    model: ModelIdentity
    build_sha256: str | None
    """Hash of the engine build that judges; null where the model runs as it came."""
    recipe: Name
    threshold: float
    """The threshold that was asked for; another one needs no other scores."""
    since: AwareDatetime
    """Only parts triggered then or later; a whole hour."""
    last_seq: int
    """Place in the ledger of the newest part that was there when it was started last."""
    scope: ArchiveScope
    """Counts of that moment."""
    remaining: int
    """Parts that are still to be judged; 0 when it is complete."""
    judged: int
    """Parts that its jobs judged, all together."""
    judging_s: float
    """How long they took for them, in seconds."""
    started_by: str
    started_at: AwareDatetime
    """When it was started last."""
    judged_at: AwareDatetime
    """When its last results were kept."""


class ArchiveResult(NamedTuple):
    """What a model version made of one part."""

    seq: int
    hour: int
    """Of its trigger edge: UTC hours since 1970."""
    was: str
    """The line's verdict: OK or NG."""
    score: float | None
    rules_failed: bool
    """Whether a rule of the detection makes it NG, whatever the score."""
    problem: ArchiveProblem | None
    reason: str | None


class ArchiveInspectionStore:
    """Keeps re-inspections and their results; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)
        self._okng_version = importlib.metadata.version("okng")

    @property
    def connection(self) -> sqlite3.Connection:
        """The calling thread's own, for questions to other tables."""
        return self._database.connection

    def commit_without_waiting(self) -> None:
        """Lets the calling thread's transactions not wait for the disk.

        A power cut may then take the last results, which are judged again; the database stays whole
        (https://sqlite.org/pragma.html#pragma_synchronous). The line's writes are held up by a
        batch of results for as long as it takes to write to memory only.
        """
        self._database.connection.execute("PRAGMA synchronous=NORMAL")

    def begin(
        self,
        model: ModelIdentity,
        build_sha256: str | None,
        recipe: str,
        threshold: float,
        since: datetime,
        scope: ArchiveScope,
        author: str,
    ) -> ArchiveInspection:
        """Begins a re-inspection up to the newest part, or goes on with that of the same model.

        What is there of the same model, engine build and recipe stays, but for parts without a
        score whose reason may be gone by now.
        """
        values = (
            *(model.name, model.version, model.sha256, build_sha256 or "", self._okng_version),
            *(recipe, threshold, to_us(since) // HOUR_US * HOUR_US, scope.model_dump_json()),
            *(author, now_us(), now_us()),
        )
        with self._database.transaction() as connection:
            row = connection.execute(
                "INSERT INTO archive_inspections (model, model_version, model_sha256, "
                "build_sha256, okng_version, recipe, threshold, since_us, last_seq, scope, "
                "remaining, started_by, started_at_us, judged_at_us) "
                "SELECT ?, ?, ?, ?, ?, ?, ?, ?, coalesce(max(seq), 0), ?, 0, ?, ?, ? "
                "FROM inspections WHERE true "
                "ON CONFLICT (model_sha256, build_sha256, okng_version, recipe) DO UPDATE SET "
                "(threshold, since_us, last_seq, scope, started_by, started_at_us) = "
                "(excluded.threshold, excluded.since_us, excluded.last_seq, excluded.scope, "
                "excluded.started_by, excluded.started_at_us) RETURNING *",
                values,
            ).fetchone()
            connection.execute(
                "DELETE FROM archive_results WHERE archive_inspection_id = ? "
                f"AND problem IN ({', '.join('?' * len(_TRIED_AGAIN))})",
                (row["archive_inspection_id"], *_TRIED_AGAIN),
            )
        return _archive_inspection(row)

    def get(self, archive_inspection_id: int) -> ArchiveInspection | None:
        """One re-inspection; None when there is none with that id."""
        row = self._database.connection.execute(
            "SELECT * FROM archive_inspections WHERE archive_inspection_id = ?",
            (archive_inspection_id,),
        ).fetchone()
        return None if row is None else _archive_inspection(row)

    def newest(self, model: ModelReference) -> ArchiveInspection | None:
        """The one of this model version that was started last."""
        row = self._database.connection.execute(
            "SELECT * FROM archive_inspections WHERE model = ? AND model_version = ? "
            "ORDER BY started_at_us DESC LIMIT 1",
            (model.name, model.version),
        ).fetchone()
        return None if row is None else _archive_inspection(row)

    def newest_pace(self, recipe: str) -> float | None:
        """Parts a second of the newest re-inspection of this recipe; None before the first."""
        row = self._database.connection.execute(
            "SELECT judged / judging_s FROM archive_inspections "
            "WHERE recipe = ? AND judged >= 20 ORDER BY judged_at_us DESC LIMIT 1",
            (recipe,),
        ).fetchone()
        return None if row is None else row[0]

    def unjudged(self, started: ArchiveInspection, left_out: VersionsLeftOut) -> UnjudgedParts:
        """The parts of its scope that have no result yet."""
        return UnjudgedParts(
            self._database.connection,
            started.archive_inspection_id,
            started.recipe,
            left_out,
            to_us(started.since),
            started.last_seq,
        )

    def record(
        self,
        archive_inspection_id: int,
        results: Sequence[ArchiveResult],
        remaining: int,
        judging_s: float,
    ) -> None:
        """Keeps results that took so long, and how many parts remain, in one transaction.

        Raises:
            sqlite3.OperationalError: the disk is full or fails; nothing was kept.
        """
        with self._database.transaction() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO archive_results VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [(archive_inspection_id, *result) for result in results],
            )
            connection.execute(
                "UPDATE archive_inspections SET remaining = ?, judged = judged + ?, "
                "judging_s = judging_s + ?, judged_at_us = ? WHERE archive_inspection_id = ?",
                (remaining, len(results), judging_s, now_us(), archive_inspection_id),
            )

    def removed_pictures(self, seqs: Sequence[int]) -> set[int]:
        """Which of these parts have lost their picture meanwhile, for want of space."""
        marks = ", ".join("?" * len(seqs))
        rows = self._database.connection.execute(
            "SELECT seq FROM inspections WHERE picture_removed_at_us IS NOT NULL "
            f"AND seq IN ({marks})",
            tuple(seqs),
        )
        return {row[0] for row in rows}


@reads_rows_of("archive_inspections", "archive_inspection_id")
def _archive_inspection(row: sqlite3.Row) -> ArchiveInspection:
    fields: dict[str, Any] = dict(row)
    del fields["okng_version"]
    fields["model"] = ModelIdentity(
        name=row["model"], version=fields.pop("model_version"), sha256=fields.pop("model_sha256")
    )
    fields["build_sha256"] = row["build_sha256"] or None
    fields["scope"] = ArchiveScope.model_validate_json(row["scope"])
    for name in ("since", "started_at", "judged_at"):
        fields[name] = from_us(fields.pop(f"{name}_us"))
    return ArchiveInspection.model_validate(fields)
