"""Comparison of two versions by the same pictures: what incremental training changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from okng.models.arrays import Float64Array
from okng.models.bundles.manifest import AnomalyManifest, ManifestPicture
from okng.models.bundles.training_records import (
    ChangedJudgement,
    IncrementalTrainingRecord,
    MemoryBankGrowth,
)
from okng.models.evaluation import auroc
from okng.models.evaluation.threshold import SMALLEST_SCORE
from okng.models.inference.anomaly_model import is_anomalous


@dataclass(frozen=True)
class ScoreChange:
    """Score change of one picture: its unseen scores by this version and the one before."""

    image: ManifestPicture
    before: float

    @classmethod
    def rescaled(cls, image: ManifestPicture, ratio: float) -> ScoreChange:
        """A picture of the version before: it can't be scored again, so its score is multiplied."""
        assert image.score is not None
        return cls(image.model_copy(update={"score": image.score * ratio}), image.score)


def good_score_ratio(threshold_before: float, others: Sequence[ScoreChange]) -> float:
    """The geometric mean of how growing multiplied the unseen scores of good pictures.

    Only added pictures that the version before called good count, since those it rejected were
    unlike the learnt ones; 1 where there are none.
    """
    scores_before, scores = _scores(others, "normal")
    like_learnt = scores_before <= threshold_before
    return _mean_ratio(scores[like_learnt], scores_before[like_learnt])


def incremental_training_record(
    base: AnomalyManifest,
    threshold: float,
    learnt: Sequence[ScoreChange],
    others: Sequence[ScoreChange],
    ratio: float,
    bank: MemoryBankGrowth | None,
) -> IncrementalTrainingRecord:
    """The record of what growing changed.

    Args:
        base: The version before.
        threshold: Of the grown model.
        learnt: The pictures that the version before had learnt.
        others: All other pictures, including the added ones.
        ratio: The factor by which the scores of the learnt pictures were multiplied.
        bank: The growth of the memory bank.
    """
    before, after = _scores(others, "normal")
    anomaly_before, anomaly_after = _scores(others, "anomaly")
    measured = len(anomaly_after) > 0
    rejects = base.false_rejects
    return IncrementalTrainingRecord(
        version=base.version,
        content_hash=base.content_hash,
        learnt=len(learnt),
        added=len(after),
        threshold_before=base.threshold,
        expected_reject_rate_before=(
            rejects.expected_rate if rejects else base.allowed_false_reject_rate
        ),
        good_score_ratio=ratio,
        anomaly_score_ratio=_mean_ratio(anomaly_after, anomaly_before) if measured else None,
        auroc_before=auroc(before, anomaly_before) if measured else None,
        auroc=auroc(after, anomaly_after) if measured else None,
        bank=bank,
        changed=_changed(base.threshold, threshold, [*learnt, *others]),
    )


def _scores(
    pictures: Sequence[ScoreChange], label: Literal["normal", "anomaly"]
) -> list[Float64Array]:
    """The scores [n] before and after, of the pictures that were not held out."""
    chosen = [
        change
        for change in pictures
        if (change.image.label, change.image.held_out) == (label, False)
    ]
    return [
        np.array([change.before for change in chosen], np.float64),
        np.array([change.image.score for change in chosen], np.float64),
    ]


def _mean_ratio(after: Float64Array, before: Float64Array) -> float:
    """The geometric mean of the ratios [n]; 1 of none."""
    if not len(after):
        return 1.0
    logarithms = (np.log(np.maximum(scores, SMALLEST_SCORE)) for scores in (after, before))
    return float(np.exp(np.subtract(*logarithms).mean()))


def _changed(
    threshold_before: float, threshold: float, pictures: Sequence[ScoreChange]
) -> list[ChangedJudgement]:
    return [
        ChangedJudgement(
            sha256=change.image.sha256,
            name=change.image.name,
            label=change.image.label,
            score_before=change.before,
            score=change.image.score,
        )
        for change in pictures
        if change.image.score is not None
        and is_anomalous(change.before, threshold_before)
        is not is_anomalous(change.image.score, threshold)
    ]
