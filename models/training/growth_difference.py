"""What growing changed: the same pictures by the version before and by the grown model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from okng.models.anomaly_model import is_anomalous
from okng.models.evaluation import auroc
from okng.models.growth import ChangedPicture, GrownBank, Growth
from okng.models.manifest import AnomalyManifest, DatasetImage
from okng.models.training.threshold import SMALLEST_SCORE

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True)
class ScoredTwice:
    """A picture with its unseen score of now, and the one by the version before."""

    image: DatasetImage
    before: float

    @classmethod
    def rescaled(cls, image: DatasetImage, ratio: float) -> ScoredTwice:
        """A picture of the version before, which can't be scored again."""
        assert image.score is not None
        return cls(image.model_copy(update={"score": image.score * ratio}), image.score)


def good_score_ratio(threshold_before: float, others: Sequence[ScoredTwice]) -> float:
    """What growing did to unseen scores of good pictures: grown by before, the geometric mean.

    It is taken of the added pictures that the version before called good, for those which it
    rejected were unlike the learnt ones; 1 where there are none.
    """
    scores_before, scores = _scores(others, "normal")
    like_learnt = scores_before <= threshold_before
    return _mean_ratio(scores[like_learnt], scores_before[like_learnt])


def growth_difference(
    base: AnomalyManifest,
    threshold: float,
    learnt: Sequence[ScoredTwice],
    others: Sequence[ScoredTwice],
    ratio: float,
    bank: GrownBank | None,
) -> Growth:
    """The difference that growing made.

    Args:
        base: The version before.
        threshold: Of the grown model.
        learnt: The pictures that the version before had learnt.
        others: All others, the added ones among them.
        ratio: What the scores of the learnt ones were multiplied by.
        bank: The memory bank's change.
    """
    before, after = _scores(others, "normal")
    anomaly_before, anomaly_after = _scores(others, "anomaly")
    measured = len(anomaly_after) > 0
    rejects = base.false_rejects
    return Growth(
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


def _scores(pictures: Sequence[ScoredTwice], label: Literal["normal", "anomaly"]) -> list[Scores]:
    """Scores [n] before and after, of the pictures that were not put aside."""
    chosen = [one for one in pictures if (one.image.label, one.image.held_out) == (label, False)]
    return [
        np.array([one.before for one in chosen], np.float64),
        np.array([one.image.score for one in chosen], np.float64),
    ]


def _mean_ratio(after: Scores, before: Scores) -> float:
    """The geometric mean of the ratios [n]; 1 of none."""
    if not len(after):
        return 1.0
    logarithms = (np.log(np.maximum(scores, SMALLEST_SCORE)) for scores in (after, before))
    return float(np.exp(np.subtract(*logarithms).mean()))


def _changed(
    threshold_before: float, threshold: float, pictures: Sequence[ScoredTwice]
) -> list[ChangedPicture]:
    return [
        ChangedPicture(
            sha256=one.image.sha256,
            name=one.image.name,
            label=one.image.label,
            score_before=one.before,
            score=one.image.score,
        )
        for one in pictures
        if one.image.score is not None
        and is_anomalous(one.before, threshold_before)
        is not is_anomalous(one.image.score, threshold)
    ]
