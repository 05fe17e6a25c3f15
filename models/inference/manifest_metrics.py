"""Metrics of the scored pictures in a manifest's dataset, at any threshold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from okng.models.arrays import Float64Array
from okng.models.bundles.manifest import ManifestPicture, ScoreStatistics
from okng.models.evaluation.defect_types import DefectType, defect_types
from okng.models.evaluation.held_out import HeldOut, measure_held_out


def measure_defect_types(images: Iterable[ManifestPicture], threshold: float) -> list[DefectType]:
    """Count the caught pictures of each defect type, over anomalous pictures with a known type."""
    anomalous = [picture for picture in images if picture.label == "anomaly"]
    return defect_types(
        [
            (picture.defect_type, picture.score)
            for picture in anomalous
            if picture.score is not None
        ],
        threshold,
    )


def measure_held_out_pictures(
    dataset: Sequence[ManifestPicture], threshold: float
) -> HeldOut | None:
    """Metrics of the pictures that were put aside; None where there are none."""
    images = [picture for picture in dataset if picture.held_out]
    scores: dict[str, list[float]] = {"normal": [], "anomaly": []}
    for picture in images:
        if picture.score is not None:
            scores[picture.label].append(picture.score)
    if not any(scores.values()):
        return None
    types = measure_defect_types(images, threshold)
    return measure_held_out(scores["normal"], scores["anomaly"], types, threshold)


def score_statistics(scores: Float64Array) -> ScoreStatistics:
    """The manifest's statistics of the scores [n], n >= 2."""
    return ScoreStatistics(
        count=len(scores),
        mean=float(scores.mean()),
        standard_deviation=float(scores.std(ddof=1)),
        minimum=float(scores.min()),
        maximum=float(scores.max()),
    )
