"""Figures of the scored pictures in a manifest's dataset, at any threshold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from okng.models.evaluation.defect_types import DefectType, defect_types
from okng.models.evaluation.held_out import HeldOut, measure_held_out
from okng.models.manifest import DatasetImage, ScoreStatistics


def measure_defect_types(images: Iterable[DatasetImage], threshold: float) -> list[DefectType]:
    """How many of each type are caught, of anomalous pictures with known types."""
    anomalous = [one for one in images if one.label == "anomaly"]
    return defect_types(
        [(one.defect_type, one.score) for one in anomalous if one.score is not None], threshold
    )


def measure_put_aside(dataset: Sequence[DatasetImage], threshold: float) -> HeldOut | None:
    """What is made of the pictures that were put aside; None where there are none."""
    images = [one for one in dataset if one.held_out]
    scores: dict[str, list[float]] = {"normal": [], "anomaly": []}
    for one in images:
        if one.score is not None:
            scores[one.label].append(one.score)
    if not any(scores.values()):
        return None
    types = measure_defect_types(images, threshold)
    return measure_held_out(scores["normal"], scores["anomaly"], types, threshold)


def score_statistics(scores: npt.NDArray[np.float64]) -> ScoreStatistics:
    """What the manifest keeps of the scores [n], n >= 2."""
    return ScoreStatistics(
        count=len(scores),
        mean=float(scores.mean()),
        standard_deviation=float(scores.std(ddof=1)),
        minimum=float(scores.min()),
        maximum=float(scores.max()),
    )
