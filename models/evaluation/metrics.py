"""Classification metrics at a threshold, with confidence intervals.

A picture is called anomalous when its score is **greater than** the threshold.
"""

import numpy as np

from okng.models.evaluation.intervals import Interval, auroc_interval, f1_interval, wilson
from okng.models.evaluation.ranking import Scores, auroc, average_precision_score
from okng.models.strict_model import StrictModel


class Intervals(StrictModel):
    """The 95 % confidence intervals of the metrics of the same names."""

    image_auroc: Interval
    average_precision: Interval
    precision: Interval | None
    recall: Interval
    f1: Interval


class Metrics(StrictModel):
    """Classification metrics of anomalous against normal pictures.

    `precision` is None where nothing was called anomalous; `average_precision` and `intervals` are
    None in bundles that were written before these were computed.
    """

    image_auroc: float
    average_precision: float | None = None
    precision: float | None
    recall: float
    f1: float
    true_positives: int
    false_positives: int
    true_negatives: int
    false_negatives: int
    intervals: Intervals | None = None


def evaluate(normal: Scores, anomaly: Scores, threshold: float) -> Metrics:
    """All metrics at `threshold`. Raises ValueError for an empty class.

    The interval of average precision is the binomial one of Boyd, Eng and Page (ECML PKDD 2013,
    451-466), with as many trials as anomalous pictures, in Wilson's form.
    """
    area, ap = auroc(normal, anomaly), average_precision_score(normal, anomaly)
    normal_count, anomaly_count = np.size(normal), np.size(anomaly)
    false_positives = int(np.sum(np.asarray(normal) > threshold))
    true_positives = int(np.sum(np.asarray(anomaly) > threshold))
    false_negatives = anomaly_count - true_positives
    called = true_positives + false_positives
    precision = true_positives / called if called else None
    recall = true_positives / anomaly_count
    return Metrics(
        image_auroc=area,
        average_precision=ap,
        precision=precision,
        recall=recall,
        f1=2 * true_positives / (2 * true_positives + false_positives + false_negatives),
        true_positives=true_positives,
        false_positives=false_positives,
        true_negatives=normal_count - false_positives,
        false_negatives=false_negatives,
        intervals=Intervals(
            image_auroc=auroc_interval(area, normal_count, anomaly_count),
            average_precision=wilson(ap, anomaly_count),
            precision=None if precision is None else wilson(precision, called),
            recall=wilson(recall, anomaly_count),
            f1=f1_interval(true_positives, false_positives, false_negatives),
        ),
    )
