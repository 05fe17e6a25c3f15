"""Influence: the pictures without which the figures or the threshold would change most."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from okng.models.arrays import Float32Array, Float64Array, Int64Array
from okng.models.evaluation.ranking import auroc
from okng.models.evaluation.threshold import choose_threshold
from okng.models.quick_model.patch_distances import PatchDistances, map_scores
from okng.models.quick_model.unseen_scores import UnseenScores
from okng.models.strict_model import StrictModel

OF_EACH = 2
"""Most pictures that are named for one reason."""
LEAST_CHANGE = 0.01
"""Change of the threshold, as a share of it, below which a picture is not named for it."""
TWICE_ITS_PART = 2
"""A picture covers the others if so many times its fair share of patches is nearest to it."""


class InfluenceReason(StrEnum):
    """Why a picture matters."""

    RAISES_THRESHOLD = "raises_threshold"
    """A normal one that looks unusual: without it the threshold would be lower."""
    COVERS_OTHERS = "covers_others"
    """A normal one whose patches are the nearest to many of other normal pictures."""
    HARD_TO_FIND = "hard_to_find"
    """An anomalous one with one of the lowest scores of its kind."""


class InfluentialPicture(StrictModel):
    """A picture that matters, and what would be different without it."""

    picture: int
    """Its key."""
    reason: InfluenceReason
    score: float
    """Of the picture, by a model that had not seen it."""
    threshold: float
    """Of the whole set; the picture is rejected if its score is greater."""
    threshold_without: float | None = None
    """The threshold without the picture; None for anomalous ones, which don't change it."""
    auroc_change: float | None = None
    """The AUROC without the picture minus that with it; None without anomalous pictures."""
    nearest_share: float | None = None
    """Share of the patches of other normal pictures that are nearest to one of it."""
    nearest_fair_share: float | None = None
    """The share that each of as many equally typical pictures would have."""


def find_influential(
    distances: PatchDistances,
    unseen: UnseenScores,
    keys: list[int],
    threshold: float,
    allowed_false_reject_rate: float,
) -> list[InfluentialPicture]:
    """The pictures that matter most, at most `OF_EACH` for each reason.

    `keys` are those of the pictures of `unseen`. Each normal picture is taken out of the memory
    bank and of the scores that choose the threshold, and each anomalous one of the scores.
    """
    rows = np.flatnonzero(unseen.learnt)
    shares, scores = _without_each(distances, unseen)
    thresholds = np.full(len(rows), np.nan)
    if len(rows) > 2:
        for j, row in enumerate(rows):
            kept = unseen.learnt & (np.arange(len(unseen.scores)) != row)
            thresholds[j] = choose_threshold(scores[j][kept], allowed_false_reject_rate)
    fair = 1 / max(len(rows) - 1, 1)

    def picture(j: int, reason: InfluenceReason) -> InfluentialPicture:
        return InfluentialPicture(
            picture=keys[rows[j]],
            reason=reason,
            score=float(unseen.scores[rows[j]]),
            threshold=threshold,
            threshold_without=None if np.isnan(thresholds[j]) else float(thresholds[j]),
            auroc_change=_auroc_change(unseen, scores[j], int(rows[j])),
            nearest_share=float(shares[j]),
            nearest_fair_share=fair,
        )

    # A picture that scores unusually low raises a threshold of few scores too, but is no odd part.
    high = unseen.scores[rows] > np.median(unseen.learnt_scores)
    lower = high & (thresholds < (1 - LEAST_CHANGE) * threshold)
    raising = [j for j in np.argsort(thresholds) if lower[j]][:OF_EACH]
    covering = [j for j in np.argsort(-shares) if shares[j] >= TWICE_ITS_PART * fair]
    covering = [j for j in covering if j not in raising][:OF_EACH]
    return [
        *(picture(int(j), InfluenceReason.RAISES_THRESHOLD) for j in raising),
        *(picture(int(j), InfluenceReason.COVERS_OTHERS) for j in covering),
        *_hard_to_find(unseen, keys, threshold),
    ]


def _hard_to_find(
    unseen: UnseenScores, keys: list[int], threshold: float
) -> list[InfluentialPicture]:
    """Anomalous pictures with the lowest scores, if they are missed or lower the AUROC."""
    anomalies = np.flatnonzero(unseen.anomalous)
    lowest = anomalies[np.argsort(unseen.scores[anomalies], kind="stable")][:OF_EACH]
    pictures = []
    for row in lowest:
        change = _auroc_change(unseen, unseen.scores, int(row))
        if unseen.scores[row] <= threshold or (change or 0) > 0:
            pictures.append(
                InfluentialPicture(
                    picture=keys[row],
                    reason=InfluenceReason.HARD_TO_FIND,
                    score=float(unseen.scores[row]),
                    threshold=threshold,
                    auroc_change=change,
                )
            )
    return pictures


def _auroc_change(unseen: UnseenScores, without: Float64Array, row: int) -> float | None:
    """The AUROC of the scores `without` the picture at `row`, minus that with it."""
    kept = np.arange(len(without)) != row
    normal, anomaly = without[kept & ~unseen.anomalous], without[kept & unseen.anomalous]
    if not len(normal) or not len(anomaly):
        return None
    return auroc(normal, anomaly) - auroc(unseen.normal_scores, unseen.anomaly_scores)


def _without_each(
    distances: PatchDistances, unseen: UnseenScores
) -> tuple[Float64Array, list[Float64Array]]:
    """For each learnt picture [m]: its share of nearest patches, and all scores [k] without it.

    The shares are of the patches of other normal pictures that a model learns from. A score whose
    model would have learnt from nothing stays as it is.
    """
    nearest, first, second = distances.two_nearest(unseen.pictures, unseen.allowed)
    patches = nearest[unseen.learnt]
    count = len(unseen.batches)
    shares = np.bincount(patches.ravel(), minlength=count)[:count] / max(patches.size, 1)
    return shares, [_scores_without(j, nearest, first, second, unseen) for j in range(count)]


def _scores_without(
    j: int, nearest: Int64Array, first: Float32Array, second: Float32Array, unseen: UnseenScores
) -> Float64Array:
    scores = unseen.scores.copy()
    used = nearest == j
    changed = np.flatnonzero(used.any(axis=1) & (unseen.allowed.sum(axis=1) > 1))
    if len(changed):
        maps = np.where(used[changed], second[changed], first[changed])
        scores[changed] = map_scores(maps)
    return scores
