"""Sampling: which pictures of a dataset a labelling job takes, by a rule that it states."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Self

from pydantic import Field, model_validator

from okng.device.labelling.errors import LabellingError
from okng.device.labelling.steps import Step
from okng.device.store.database import Database
from okng.device.types import Label, ModelReference
from okng.models.strict_model import StrictModel


class RuleKind(StrEnum):
    """How pictures are chosen."""

    ALL = "all"
    EVERY_NTH = "every_nth"
    """Every n-th picture in the order in which they were added, from the first one on."""
    NEAR_THRESHOLD = "near_threshold"
    """Those whose score by the newest model is nearest to its threshold."""
    LEAST_CERTAIN = "least_certain"
    """Those that persons labelled as unsure, then as fairly certain."""
    DIFFERING = "differing"
    """What an audit found wrong or unsure; of adjustment jobs alone."""


class SamplingRule(StrictModel):
    """The rule by which the pictures of a job were chosen when it was made."""

    kind: RuleKind = RuleKind.ALL
    every: int | None = Field(default=None, ge=2, le=100_000)
    """The n of every n-th."""
    at_most: int | None = Field(default=None, ge=1, le=1_000_000)
    """Null: as many as the rule finds."""
    model: ModelReference | None = None
    """The model whose scores were used; the station fills it in."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if (self.every is not None) != (self.kind is RuleKind.EVERY_NTH):
            raise ValueError("`every` belongs to the rule `every_nth`, which needs it")
        if self.kind is RuleKind.NEAR_THRESHOLD and self.at_most is None:
            raise ValueError("the rule `near_threshold` needs `at_most`: how many pictures")
        return self

    @classmethod
    def differing(cls) -> SamplingRule:
        """That of adjustment jobs."""
        return cls(kind=RuleKind.DIFFERING)


class Scores(NamedTuple):
    """The scores of a model for the pictures that it was made from."""

    model: ModelReference
    threshold: float
    by_hash: Mapping[str, float]
    """Anomaly score by the SHA-256 of the picture's file."""


class Sampling:
    """Chooses pictures; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def choose(
        self, dataset: str, rule: SamplingRule, step: Step, scores: Scores | None
    ) -> list[int]:
        """The ids of the pictures in the order in which they are handed out.

        Args:
            dataset: its name.
            rule: how to choose.
            step: the job's first; only `label` takes normal pictures.
            scores: of the dataset's newest model, for the rule `near_threshold`.

        Raises:
            LabellingError: no model has scored pictures of the dataset.
        """
        if rule.kind is RuleKind.LEAST_CERTAIN:
            chosen = self._least_certain(dataset, step)
        else:
            pictures = self._pictures(dataset, step)
            chosen = (
                _near_threshold(pictures, dataset, scores)
                if rule.kind is RuleKind.NEAR_THRESHOLD
                else list(pictures)[:: rule.every]
            )
        return chosen[: rule.at_most]

    def _pictures(self, dataset: str, step: Step) -> dict[int, str]:
        """SHA-256 by id, the oldest picture first."""
        rows = self._database.connection.execute(
            "SELECT picture_id, sha256 FROM dataset_pictures "
            "WHERE dataset = ? AND removed_at_us IS NULL AND (? OR label = ?) ORDER BY picture_id",
            (dataset, step.takes_all, Label.ANOMALY.value),
        )
        return dict(rows.fetchall())

    def _least_certain(self, dataset: str, step: Step) -> list[int]:
        """Pictures whose newest answer is less than sure, the least certain first."""
        rows = self._database.connection.execute(
            "SELECT picture_id FROM ("
            "SELECT picture_id, certainty, max(answer_id) FROM labelling_answers "
            "WHERE taken_back_at_us IS NULL AND certainty IS NOT NULL GROUP BY picture_id) "
            "JOIN dataset_pictures USING (picture_id) "
            "WHERE dataset = ? AND removed_at_us IS NULL AND (? OR label = ?) "
            "AND certainty <> 'sure' ORDER BY certainty = 'fairly', picture_id",
            (dataset, step.takes_all, Label.ANOMALY.value),
        )
        return [row["picture_id"] for row in rows]


def _near_threshold(pictures: Mapping[int, str], dataset: str, scores: Scores | None) -> list[int]:
    if scores is None:
        raise LabellingError(
            f"no model of this station has scored the pictures of dataset {dataset!r}: "
            "train one, or choose another rule"
        )
    scored = [
        (abs(scores.by_hash[sha256] - scores.threshold), key)
        for key, sha256 in pictures.items()
        if sha256 in scores.by_hash
    ]
    return [key for _, key in sorted(scored)]
