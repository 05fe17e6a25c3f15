"""Expected figures of a model from a growing dataset, how they grew, and which pictures matter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np

from okng.models.evaluation.false_rejects import FalseRejects
from okng.models.evaluation.intervals import Interval, auroc_interval, wilson
from okng.models.evaluation.ranking import auroc
from okng.models.evaluation.threshold import choose_threshold, measure_false_rejects
from okng.models.quick_model.improvement import Improvement, measure_improvement
from okng.models.quick_model.influence import InfluentialPicture, find_influential
from okng.models.quick_model.patch_distances import PatchDistances
from okng.models.quick_model.patch_features import PatchFeatures
from okng.models.quick_model.unseen_scores import (
    QuickPicture,
    UnseenScores,
    learnt_indices,
    unseen_scores,
)
from okng.models.strict_model import StrictModel

STEP = 5
"""Pictures between two points of the growth."""
LEAST_NORMAL = 5
"""Fewest normal pictures, not counting those for testing, from which there are figures."""
LEAST_ANOMALOUS = 3
"""Fewest anomalous pictures from which there are figures of what is found."""
ALLOWED_FALSE_REJECT_RATE = 0.01
"""As in default trainings."""


class Estimate(StrictModel):
    """A share with its 95 % interval."""

    value: float
    interval: Interval


class QuickFigures(StrictModel):
    """Expected figures of a model from the first `pictures` pictures."""

    pictures: int
    normal: int
    anomalous: int
    false_rejects: FalseRejects
    auroc: Estimate | None
    """None with fewer than `LEAST_ANOMALOUS` anomalous pictures."""
    found: int | None
    """How many anomalous pictures are found; None likewise."""
    found_share: Estimate | None


class QuickModel(StrictModel):
    """The result of a quick model."""

    figures: QuickFigures
    growth: list[QuickFigures]
    """After every `STEP` pictures, from the first time that there are enough normal ones."""
    improvement: Improvement | None
    influential: list[InfluentialPicture]
    unseen_by: Literal["picture", "batch"]
    """What the scoring models had not seen: the picture alone, or all of its batch."""
    warning: str | None
    """Why known batches were not kept whole."""


def quick_model(
    pictures: Sequence[QuickPicture], features: Sequence[PatchFeatures]
) -> QuickModel | None:
    """Figures from the pictures in the order in which they were added, and their features.

    Every score is of a model that had not seen the picture. The growth is that of the pictures as
    they are now: a removed one never counts. Returns None where fewer than `LEAST_NORMAL` normal
    pictures can be learnt from.
    """
    learnt = learnt_indices(pictures)
    if len(learnt) < LEAST_NORMAL:
        return None
    distances = PatchDistances(features, learnt)
    whole = unseen_scores(pictures, distances, len(pictures))
    figures, threshold = _figures(whole)
    first = int(learnt[LEAST_NORMAL - 1]) + 1
    counts = range(-(-first // STEP) * STEP, len(pictures), STEP)
    growth = [_figures(unseen_scores(pictures, distances, count))[0] for count in counts]
    return QuickModel(
        figures=figures,
        growth=[*growth, figures],
        improvement=measure_improvement(distances, whole) if figures.auroc else None,
        influential=find_influential(
            distances,
            whole,
            [picture.key for picture in pictures],
            threshold,
            ALLOWED_FALSE_REJECT_RATE,
        ),
        unseen_by=whole.by,
        warning=whole.warning,
    )


def _figures(unseen: UnseenScores) -> tuple[QuickFigures, float]:
    """The figures of some pictures, and the threshold."""
    rate = ALLOWED_FALSE_REJECT_RATE
    threshold = choose_threshold(unseen.learnt_scores, rate)
    normal, anomaly = unseen.normal_scores, unseen.anomaly_scores
    area = found = share = None
    if len(anomaly) >= LEAST_ANOMALOUS:
        value = auroc(normal, anomaly)
        area = Estimate(value=value, interval=auroc_interval(value, len(normal), len(anomaly)))
        found = int(np.sum(anomaly > threshold))
        share = Estimate(
            value=found / len(anomaly), interval=wilson(found / len(anomaly), len(anomaly))
        )
    figures = QuickFigures(
        pictures=len(unseen.pictures),
        normal=len(normal),
        anomalous=len(anomaly),
        false_rejects=measure_false_rejects(
            unseen.learnt_scores,
            threshold,
            rate,
            unseen.batches if unseen.by == "batch" else None,
        ),
        auroc=area,
        found=found,
        found_share=share,
    )
    return figures, threshold
