"""Metrics on held-out pictures, which a person put aside for testing."""

from __future__ import annotations

import numpy as np

from okng.models.evaluation.defect_types import DefectType
from okng.models.evaluation.intervals import Interval, clopper_pearson
from okng.models.evaluation.metrics import Metrics, evaluate
from okng.models.evaluation.ranking import Scores
from okng.models.strict_model import StrictModel


class HeldOut(StrictModel):
    """Metrics of pictures that influenced neither the model nor its threshold.

    The intervals are the 95 % confidence intervals (Clopper-Pearson) of the rejected share of the
    normal and of the caught share of the anomalous ones; None without such pictures.
    """

    normal: int
    rejected: int
    rejected_interval: Interval | None
    anomaly: int
    caught: int
    caught_interval: Interval | None
    metrics: Metrics | None
    """None where one of the classes is missing."""
    defect_types: list[DefectType]


def measure_held_out(
    normal: Scores, anomaly: Scores, defect_types: list[DefectType], threshold: float
) -> HeldOut:
    """Count the calls of the model at `threshold` on scores [n] of both classes."""
    normal_count, anomaly_count = np.size(normal), np.size(anomaly)
    rejected = int(np.sum(np.asarray(normal) > threshold))
    caught = int(np.sum(np.asarray(anomaly) > threshold))
    return HeldOut(
        normal=normal_count,
        rejected=rejected,
        rejected_interval=clopper_pearson(rejected, normal_count) if normal_count else None,
        anomaly=anomaly_count,
        caught=caught,
        caught_interval=clopper_pearson(caught, anomaly_count) if anomaly_count else None,
        metrics=evaluate(normal, anomaly, threshold) if normal_count and anomaly_count else None,
        defect_types=defect_types,
    )
