"""The regression set: pictures with known verdicts that a model version must get right.

Each model's name has a set of its own: a picture of one product says nothing about the model of
another. What a check leaves behind is one score for each pair of model and picture, known by the
hashes of both. So another threshold needs no new check, and an added picture only that picture's.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import sqlite3
from enum import StrEnum
from http import HTTPStatus
from pathlib import Path
from typing import Any

from pydantic import AwareDatetime, Field

from okng.device.store.database import Database
from okng.device.store.rows import reads_rows_of
from okng.device.store.timestamps import from_us, now_us
from okng.device.types import ModelIdentity, Name, Verdict
from okng.models.atomic_files import write_files
from okng.models.errors import OkngError
from okng.models.images.image_files import read_image
from okng.models.inference.anomaly_model import is_anomalous
from okng.models.strict_model import StrictModel

FOLDER = "regression"


class RegressionError(OkngError):
    """What was asked of a regression set can't be done; the message says why."""

    http_status = HTTPStatus.CONFLICT


class RegressionPicture(StrictModel):
    """A picture and the verdict that every version must give."""

    picture_id: int = Field(ge=1)
    model: Name
    verdict: Verdict
    path: str
    """Relative to the data directory."""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    source: str
    """Where it came from, in words."""
    added_by: str
    added_at: AwareDatetime
    removed_by: str | None = None
    removed_at: AwareDatetime | None = None
    removed_why: str | None = None


class RegressionFailure(StrictModel):
    """A picture that a version gets wrong at a threshold, or can't judge."""

    picture: RegressionPicture
    score: float | None
    problem: str | None
    """Why it can't be judged, in words; null where it has a score."""


class StandingState(StrEnum):
    """How a version stands against its set."""

    EMPTY = "empty"
    """There are no pictures, so nothing is asked."""
    UNCHECKED = "unchecked"
    FAILED = "failed"
    PASSED = "passed"


class Standing(StrictModel):
    """How a model version at a threshold stands against the set as it is now."""

    state: StandingState
    set_sha256: str
    """SHA-256 of the set: of `<sha256> <verdict>` of its pictures, a line each, sorted."""
    pictures: int
    checked: int
    threshold: float
    failures: tuple[RegressionFailure, ...]


class RegressionStore:
    """Keeps the sets and what was checked; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._database = Database(data_dir)
        self._okng_version = importlib.metadata.version("okng")

    def add(
        self, file: Path, model: str, verdict: Verdict, source: str, author: str
    ) -> RegressionPicture:
        """Copies a picture file into the set, byte for byte.

        Raises:
            ImageError: no such file, or no picture that can be used.
            RegressionError: the picture is in the set already, with whichever verdict.
            OSError, sqlite3.OperationalError: the disk is full or fails; nothing was added.
        """
        read_image(file)
        data = file.read_bytes()
        sha256 = hashlib.sha256(data).hexdigest()
        path = f"{FOLDER}/{sha256}{file.suffix.lower() or '.png'}"
        self._database.ensure_there()
        write_files([(self._data_dir / path, data)])
        try:
            with self._database.transaction() as connection:
                row = connection.execute(
                    "INSERT INTO regression_pictures (model, verdict, path, sha256, source, "
                    "added_by, added_at_us) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING *",
                    (model, verdict, path, sha256, source, author, now_us()),
                ).fetchone()
        except sqlite3.IntegrityError:
            existing = next(picture for picture in self.pictures(model) if picture.sha256 == sha256)
            raise RegressionError(
                f"the picture is in the regression set of {model!r} already, as {existing.verdict} "
                f"(picture {existing.picture_id}); to change its verdict remove it first"
            ) from None
        return _picture(row)

    def get(self, picture_id: int) -> RegressionPicture:
        """One picture, also a removed one.

        Raises:
            RegressionError: there is none with that id.
        """
        row = self._database.connection.execute(
            "SELECT * FROM regression_pictures WHERE picture_id = ?", (picture_id,)
        ).fetchone()
        if row is None:
            raise RegressionError(f"there is no regression picture {picture_id}")
        return _picture(row)

    def pictures(self, model: str, *, removed: bool = False) -> list[RegressionPicture]:
        """The set of a model's name, or only what was removed from it, the oldest first."""
        rows = self._database.connection.execute(
            "SELECT * FROM regression_pictures WHERE model = ? "
            f"AND removed_at_us IS {'NOT ' if removed else ''}NULL ORDER BY picture_id",
            (model,),
        )
        return [_picture(row) for row in rows]

    def remove(self, picture_id: int, why: str, author: str) -> RegressionPicture:
        """Takes a picture out of its set; row and file stay, so that the record can be read.

        Raises:
            RegressionError: there is none with that id, or it is removed already.
        """
        with self._database.transaction() as connection:
            changed = connection.execute(
                "UPDATE regression_pictures SET removed_by = ?, removed_at_us = ?, "
                "removed_why = ? WHERE picture_id = ? AND removed_at_us IS NULL",
                (author, now_us(), why, picture_id),
            ).rowcount
        picture = self.get(picture_id)
        if not changed:
            raise RegressionError(f"regression picture {picture_id} is removed already")
        return picture

    def standing(self, model: ModelIdentity, threshold: float) -> Standing:
        """How a model stands against the set of its name, at a threshold."""
        pictures = self.pictures(model.name)
        scores = self._scores(model)
        checked = [picture for picture in pictures if picture.sha256 in scores]
        failures = tuple(
            RegressionFailure(picture=picture, score=score, problem=problem)
            for picture in checked
            for score, problem in (scores[picture.sha256],)
            if score is None or is_anomalous(score, threshold) != (picture.verdict is Verdict.NG)
        )
        return Standing(
            state=_state(len(pictures), len(checked), len(failures)),
            set_sha256=_set_sha256(pictures),
            pictures=len(pictures),
            checked=len(checked),
            threshold=threshold,
            failures=failures,
        )

    def unchecked(self, model: ModelIdentity) -> list[RegressionPicture]:
        """The pictures of its set that this model hasn't judged yet, by this version of okng."""
        scores = self._scores(model)
        return [picture for picture in self.pictures(model.name) if picture.sha256 not in scores]

    def record_score(
        self, model: ModelIdentity, picture: RegressionPicture, score: float | None, problem: str
    ) -> None:
        """Keeps what a model made of a picture: its score, or without one the problem."""
        self._database.connection.execute(
            "INSERT OR REPLACE INTO regression_scores VALUES (?, ?, ?, ?, ?, ?)",
            (
                model.sha256,
                picture.sha256,
                self._okng_version,
                score,
                problem if score is None else None,
                now_us(),
            ),
        )

    def _scores(self, model: ModelIdentity) -> dict[str, tuple[float | None, str | None]]:
        """Score and problem by the picture's hash; a score of another okng doesn't count."""
        rows = self._database.connection.execute(
            "SELECT picture_sha256, score, problem FROM regression_scores "
            "WHERE model_sha256 = ? AND okng_version = ?",
            (model.sha256, self._okng_version),
        )
        return {row["picture_sha256"]: (row["score"], row["problem"]) for row in rows}


def _state(pictures: int, checked: int, failures: int) -> StandingState:
    if not pictures:
        return StandingState.EMPTY
    if failures:
        return StandingState.FAILED
    return StandingState.PASSED if checked == pictures else StandingState.UNCHECKED


def _set_sha256(pictures: list[RegressionPicture]) -> str:
    lines = sorted(f"{picture.sha256} {picture.verdict}\n" for picture in pictures)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


@reads_rows_of("regression_pictures", "picture_id")
def _picture(row: sqlite3.Row) -> RegressionPicture:
    fields: dict[str, Any] = dict(row)
    fields["added_at"] = from_us(fields.pop("added_at_us"))
    removed_at_us = fields.pop("removed_at_us")
    fields["removed_at"] = None if removed_at_us is None else from_us(removed_at_us)
    return RegressionPicture.model_validate(fields)
