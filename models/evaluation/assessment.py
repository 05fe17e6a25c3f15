"""Assessment of a model by its figures: whether it finds defects, finds none, or nobody knows.

A model that finds defects rejects more of the anomalous pictures than of the normal ones, and more
of them than it misses. It is called unusable only where the test pictures show the contrary, at a
confidence of 95 %; where they are too few to show either, nothing is known.
"""

from __future__ import annotations

from enum import StrEnum

from okng.models.evaluation.exact_tests import SIGNIFICANT, fisher_exact
from okng.models.evaluation.intervals import Interval, auroc_interval, wilson
from okng.models.evaluation.metrics import Metrics
from okng.models.strict_model import StrictModel

CHANCE = 0.5
"""AUROC of scores that say nothing, and the share of a fair coin."""


class AssessmentState(StrEnum):
    """What the test pictures show of a model."""

    USABLE = "usable"
    UNUSABLE = "unusable"
    """It finds no defects, misses most of them, or is no better than chance."""
    UNKNOWN = "unknown"
    """There are no anomalous test pictures, or too few to tell."""


class Assessment(StrictModel):
    """What the test pictures show of a model at a threshold, and why."""

    state: AssessmentState
    summary: str
    """Whole sentences: what it finds and misses, and the likely cause; empty for a usable model."""
    labels_suspect: bool = False
    """Whether labels that contradict each other may be the cause."""


def assess(metrics: Metrics | None) -> Assessment:
    """Assess a model by the metrics of its test pictures; None without anomalous ones."""
    if metrics is None:
        return Assessment(
            state=AssessmentState.UNKNOWN,
            summary="Nothing is known about how many defects this model finds, because it was "
            "tested on no anomalous pictures.",
        )
    if problem := _problem(metrics):
        cause, labels_suspect = _cause(metrics)
        return Assessment(
            state=AssessmentState.UNUSABLE,
            summary=f"{problem} {cause}",
            labels_suspect=labels_suspect,
        )
    if not _is_better_than_chance(metrics):
        return Assessment(
            state=AssessmentState.UNKNOWN,
            summary=f"It finds {_found(metrics)}. These are too few to tell whether it finds "
            "defects better than by chance.",
        )
    return Assessment(state=AssessmentState.USABLE, summary="")


def _problem(metrics: Metrics) -> str | None:
    """What is shown to be wrong with the model; None where nothing is."""
    anomaly = metrics.true_positives + metrics.false_negatives
    if metrics.true_positives == 0:
        return f"It finds {_found(metrics)}."
    if wilson(metrics.recall, anomaly).high < CHANCE:
        return f"It misses most defects: it finds only {_found(metrics)}."
    if not _is_better_than_chance(metrics) and _could_be_told(metrics):
        normal = metrics.false_positives + metrics.true_negatives
        return (
            f"It is no better than chance: it finds {_found(metrics)}, and rejects "
            f"{metrics.false_positives} of {_pictures(normal, 'normal')}."
        )
    return None


def _cause(metrics: Metrics) -> tuple[str, bool]:
    """The likely cause, and whether it may be labels that contradict each other."""
    interval, area = _auroc_interval(metrics), f"AUROC {metrics.image_auroc:.3f}"
    if interval.high < CHANCE:
        return (
            f"Anomalous pictures score lower than normal ones ({area}), as if labels contradicted "
            "each other.",
            True,
        )
    if interval.low <= CHANCE:
        return (
            f"Its scores don't tell anomalous pictures from normal ones ({area}, between "
            f"{interval.low:.2f} and {interval.high:.2f} at 95 % confidence). Labels may "
            "contradict each other, or the defects may be too small at this image resolution.",
            True,
        )
    return (
        f"Its scores do tell them apart ({area}), but most lie below the threshold. Try a lower "
        "threshold.",
        False,
    )


def _is_better_than_chance(metrics: Metrics) -> bool:
    """Whether the scores, or the calls at the threshold, tell the two classes apart."""
    return _auroc_interval(metrics).low > CHANCE or _is_significant(metrics, metrics.true_positives)


def _could_be_told(metrics: Metrics) -> bool:
    """Whether these pictures would show that a model is better which finds half of them."""
    anomaly = metrics.true_positives + metrics.false_negatives
    return _is_significant(metrics, (anomaly + 1) // 2)


def _is_significant(metrics: Metrics, found: int) -> bool:
    """Whether so many anomalous pictures found are more than chance."""
    anomaly = metrics.true_positives + metrics.false_negatives
    p = fisher_exact(found, anomaly - found, metrics.false_positives, metrics.true_negatives)
    return p <= SIGNIFICANT


def _auroc_interval(metrics: Metrics) -> Interval:
    normal = metrics.false_positives + metrics.true_negatives
    anomaly = metrics.true_positives + metrics.false_negatives
    return auroc_interval(metrics.image_auroc, normal, anomaly)


def _found(metrics: Metrics) -> str:
    anomaly = metrics.true_positives + metrics.false_negatives
    return f"{metrics.true_positives or 'none'} of {_pictures(anomaly, 'anomalous test')}"


def _pictures(count: int, kind: str) -> str:
    return f"the {count} {kind} pictures" if count > 1 else f"the only {kind} picture"
