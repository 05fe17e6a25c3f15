"""An archive: parts in the ledger with stored pictures, judged as a line would have judged them."""

from __future__ import annotations

import hashlib
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from okng.device.inspection.inspect_image import inspect_image
from okng.device.inspection.loaded_recipe import load_recipe
from okng.device.jobs.archive_inspection import run_archive_inspection_job
from okng.device.recipes.recipe import Recipe, RecipeVersion
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.pictures import picture_path
from okng.device.store.recipes import RecipeStore
from okng.device.types import Inspection, ModelReference, Outcome
from okng.models.images.image_files import read_image
from support.inspections import inspection
from support.station import write_pictures

ACTIVE = ModelReference(name="discs", version=1)
DEFECT_EVERY = 3
PICTURES = 6
"""Different pictures; more parts than these have hard links to them."""


def keep_priority() -> None:
    """Leaves the priority as it is: on a machine full of tests the lowest one would get nothing."""


def run(job_id: str, data_dir: str) -> None:
    """Does a job that waits, as its command would but for the priority."""
    run_archive_inspection_job(int(job_id), Path(data_dir), keep_priority)


class Judged(NamedTuple):
    """A picture file, and what the line makes of it."""

    file: Path
    data: bytes
    outcome: Outcome
    score: float


class Archive:
    """Parts of a recipe, by default `discs`, in a data directory with its models."""

    def __init__(self, data_dir: Path, pictures: Path | None = None, **recipe: Any) -> None:
        self.data_dir = data_dir
        self.ledger = Ledger(data_dir)
        self.save_recipe(**recipe)
        folder = pictures or write_pictures(
            data_dir.parent / "archived", PICTURES, defect_every=DEFECT_EVERY
        )
        loaded = load_recipe(self.version, data_dir / "models", 1)
        self.pictures = [_judged(path, loaded) for path in sorted(folder.iterdir())]
        self._identity = loaded.identity
        self._threshold = loaded.threshold

    def save_recipe(self, **recipe: Any) -> None:
        """Parts that are added from now on are of this version."""
        fields: dict[str, Any] = {"name": "discs", "model": ACTIVE} | recipe
        self.version: RecipeVersion = RecipeStore(self.data_dir).save(Recipe(**fields), "tests")

    def add(self, parts: int, days: float = 1.0, **fields: Any) -> list[int]:
        """Adds parts over the last days, the newest now; returns their places in the ledger."""
        now = datetime.now(UTC)
        seqs: list[int] = []
        first = self.ledger.last_trigger_id() + 1
        for start in range(0, parts, 1_000):
            entries = [
                LedgerEntry(
                    self._part(
                        first + number, now - timedelta(days=days) * (1 - number / parts)
                    ).model_copy(update=fields)
                )
                for number in range(start, min(start + 1_000, parts))
            ]
            seqs += self.ledger.record(entries, ())
        return seqs

    def _part(self, trigger_id: int, at: datetime) -> Inspection:
        which = (trigger_id - 1) % len(self.pictures)
        picture = self.pictures[which]
        part = inspection(
            trigger_id,
            triggered_at=at,
            outcome=picture.outcome,
            score=picture.score,
            threshold=self._threshold,
            recipe=self.version.reference,
            model=self._identity,
            picture_sha256=hashlib.sha256(picture.data).hexdigest(),
        )
        path = picture_path(part.inspection_id, at)
        (self.data_dir / path).parent.mkdir(parents=True, exist_ok=True)
        os.link(picture.file, self.data_dir / path)
        return part.model_copy(update={"picture_path": path})


def _judged(path: Path, loaded: Any) -> Judged:
    judged = inspect_image(loaded, read_image(path))
    assert judged.judgement
    return Judged(path, path.read_bytes(), judged.outcome, judged.judgement.score)


if __name__ == "__main__":
    run(*sys.argv[1:])
