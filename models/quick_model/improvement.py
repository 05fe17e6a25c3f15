"""Improvement: by how much the newest pictures changed the AUROC, and what may be said of it."""

from __future__ import annotations

import math
from enum import StrEnum

import numpy as np

from okng.models.arrays import Float64Array
from okng.models.evaluation.intervals import Interval, auroc_interval
from okng.models.evaluation.ranking import auroc
from okng.models.quick_model.patch_distances import PatchDistances
from okng.models.quick_model.unseen_scores import UnseenScores
from okng.models.strict_model import StrictModel

COMPARED = (20, 10, 5)
"""Numbers of newest normal pictures that are left out: the first of which twice as many exist."""
HARDLY = 0.02
"""A change of the AUROC below this is hardly one."""


class Outlook(StrEnum):
    """Whether more pictures of the same kind help, as far as the interval allows to say so."""

    HELPS = "helps"
    """The newest pictures raised the AUROC, and maybe by `HARDLY` or more."""
    SATURATED = "saturated"
    """They raised it by less than `HARDLY`, so more of the same will hardly help."""
    UNKNOWN = "unknown"
    """The interval allows neither."""


class Improvement(StrictModel):
    """The change of the AUROC by the newest normal pictures, on the same pictures before and after.

    `interval` holds the change, between -1 and 1, at 95 % confidence.
    """

    newest: int
    """Number of newest normal pictures that the model before lacks."""
    change: float
    interval: Interval
    outlook: Outlook


def measure_improvement(distances: PatchDistances, unseen: UnseenScores) -> Improvement | None:
    """Compare the model with one that lacks the newest normal pictures.

    Both score all pictures, each by models that had not seen it. None where there are fewer than
    ten normal pictures to learn from, no anomalous ones, or a picture would be left without any
    that may be learnt from.
    """
    known = len(unseen.batches)
    newest = next((count for count in COMPARED if known >= 2 * count), None)
    if newest is None or unseen.anomalous.all() or not unseen.anomalous.any():
        return None
    fewer = unseen.allowed.copy()
    fewer[:, known - newest :] = False
    if not fewer.any(axis=1).all():
        return None
    before = distances.scores(unseen.pictures, fewer)
    return compare_auroc(
        before[~unseen.anomalous],
        before[unseen.anomalous],
        unseen.normal_scores,
        unseen.anomaly_scores,
        newest,
    )


def compare_auroc(
    normal_before: Float64Array,
    anomaly_before: Float64Array,
    normal: Float64Array,
    anomaly: Float64Array,
    newest: int,
) -> Improvement:
    """The change of the AUROC between two scorings of the same pictures.

    The interval is that of the difference of correlated estimates by variance recovery (Zou,
    Psychological Methods 12, 2007, 399-413) from the intervals of both areas, which don't collapse
    where all pictures are told apart; their correlation is DeLong's (DeLong, DeLong and
    Clarke-Pearson, Biometrics 44, 1988, 837-845).
    """
    first, second = auroc(normal_before, anomaly_before), auroc(normal, anomaly)
    counts = len(normal), len(anomaly)
    before, after = auroc_interval(first, *counts), auroc_interval(second, *counts)
    correlation = _correlation((normal_before, anomaly_before), (normal, anomaly))
    change = second - first
    low = change - _recovered(second - after.low, before.high - first, correlation)
    high = change + _recovered(after.high - second, first - before.low, correlation)
    return Improvement(
        newest=newest,
        change=change,
        interval=Interval(low=low, high=high),
        outlook=_outlook(low, high),
    )


def _outlook(low: float, high: float) -> Outlook:
    if high < HARDLY:
        return Outlook.SATURATED
    return Outlook.HELPS if low > 0 else Outlook.UNKNOWN


def _recovered(one: float, other: float, correlation: float) -> float:
    return math.sqrt(max(one**2 + other**2 - 2 * correlation * one * other, 0.0))


def _correlation(
    before: tuple[Float64Array, Float64Array], after: tuple[Float64Array, Float64Array]
) -> float:
    """DeLong's correlation of two areas; 0 where one has no variance or there is one picture."""
    parts = [_placements(*scores) for scores in (before, after)]
    covariance = np.zeros((2, 2))
    for values in zip(*parts, strict=True):
        if len(values[0]) < 2:
            return 0.0
        covariance += np.cov(np.array(values)) / len(values[0])
    scale = math.sqrt(covariance[0, 0] * covariance[1, 1])
    return float(np.clip(covariance[0, 1] / scale, 0, 1)) if scale > 0 else 0.0


def _placements(normal: Float64Array, anomaly: Float64Array) -> tuple[Float64Array, Float64Array]:
    """For each normal picture [n] the share of anomalous ones above it; for each [m], below it."""
    above = anomaly > normal[:, None]
    wins = above + 0.5 * (anomaly == normal[:, None])
    return wins.mean(axis=1), wins.mean(axis=0)
