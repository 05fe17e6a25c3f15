"""Histograms of the scores of both classes over the same bins."""

import numpy as np

from okng.models.evaluation.ranking import Scores
from okng.models.strict_model import StrictModel


class Histogram(StrictModel):
    """Counts of scores per class; bin i goes from `edges[i]` to `edges[i + 1]`."""

    edges: list[float]
    normal: list[int]
    anomaly: list[int]


def histogram(normal: Scores, anomaly: Scores, bins: int = 30) -> Histogram:
    """Counts of both classes over the same bins, which span all scores. Needs at least one."""
    edges = np.histogram_bin_edges(np.concatenate([np.ravel(normal), np.ravel(anomaly)]), bins)
    return Histogram(
        edges=edges.tolist(),
        normal=np.histogram(normal, edges)[0].tolist(),
        anomaly=np.histogram(anomaly, edges)[0].tolist(),
    )
