"""Ranking metrics, which need no threshold: AUROC and average precision."""

import numpy as np
import numpy.typing as npt

from okng.models.arrays import Float64Array

Scores = npt.ArrayLike


def auroc(normal: Scores, anomaly: Scores) -> float:
    """Area under the ROC curve: the chance that an anomalous score exceeds a normal one.

    Equal scores count one half (the Mann-Whitney statistic). Raises ValueError for an empty class.
    """
    low, high = _both(normal, anomaly, "AUROC")
    low.sort()
    below = np.searchsorted(low, high, "left")
    equal = np.searchsorted(low, high, "right") - below
    return float((below + equal / 2).sum() / (low.size * high.size))


def average_precision_score(normal: Scores, anomaly: Scores) -> float:
    """Average precision: the mean of all precisions, weighted by the recall that each adds.

    It is not interpolated; equal scores share one threshold (Manning, Raghavan and Schütze,
    "Introduction to Information Retrieval", 2008, 8.4). Raises ValueError for an empty class.
    """
    low, high = _both(normal, anomaly, "average precision")
    low.sort()
    thresholds, counts = np.unique(high, return_counts=True)
    true_positives = np.cumsum(counts[::-1])[::-1]
    false_positives = low.size - np.searchsorted(low, thresholds, "left")
    precisions = true_positives / (true_positives + false_positives)
    return float((precisions * counts).sum() / high.size)


def _both(normal: Scores, anomaly: Scores, metric: str) -> tuple[Float64Array, Float64Array]:
    low, high = (np.array(scores, dtype=np.float64).ravel() for scores in (normal, anomaly))
    if not low.size or not high.size:
        raise ValueError(f"{metric} needs both classes: {low.size} normal, {high.size} anomalous")
    return low, high
