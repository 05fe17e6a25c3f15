"""Metrics of a model from its scores: ranking, calls at a threshold, intervals, pixels."""

from okng.models.evaluation.histogram import Histogram, histogram
from okng.models.evaluation.metrics import Metrics, evaluate
from okng.models.evaluation.ranking import auroc, average_precision_score

__all__ = ["Histogram", "Metrics", "auroc", "average_precision_score", "evaluate", "histogram"]
