"""Assessment of a model, and comparison with another, by the scores in their manifests.

The scores are by models that had not seen the picture; pictures that were put aside count as well.
"""

from __future__ import annotations

import numpy as np

from okng.models.arrays import Float64Array
from okng.models.bundles.manifest import AnomalyManifest, ManifestPicture
from okng.models.evaluation import Metrics, evaluate
from okng.models.evaluation.assessment import Assessment, AssessmentState, assess
from okng.models.evaluation.version_comparison import (
    TwiceScored,
    VersionComparison,
    compare_versions,
)


def assess_model(manifest: AnomalyManifest, threshold: float | None = None) -> Assessment:
    """Assess a model at a threshold, by default its own.

    Pictures that carry both labels are counted where the model is unusable.
    """
    assessment = assess(_metrics(manifest, manifest.threshold if threshold is None else threshold))
    contradictory = _hashes(manifest.dataset, "normal") & _hashes(manifest.dataset, "anomaly")
    if assessment.state is not AssessmentState.UNUSABLE or not contradictory:
        return assessment
    count = len(contradictory)
    pictures = "One picture is" if count == 1 else f"{count} pictures are"
    summary = f"{assessment.summary} {pictures} labelled both normal and anomalous."
    return assessment.model_copy(update={"summary": summary, "labels_suspect": True})


def compare_models(
    before: AnomalyManifest,
    threshold_before: float,
    after: AnomalyManifest,
    threshold: float,
) -> VersionComparison:
    """Compare a model with the one before, on the pictures that both were tested on.

    The labels are those that the new one was trained with.
    """
    known = {picture.sha256: picture for picture in before.dataset}
    pictures = [
        TwiceScored(
            sha256=picture.sha256,
            name=picture.name,
            label=picture.label,
            score_before=score_before,
            score=score,
        )
        for picture in after.dataset
        if (score := picture.score) is not None
        and (other := known.get(picture.sha256))
        and (score_before := other.score) is not None
    ]
    return compare_versions(pictures, threshold_before, threshold)


def _metrics(manifest: AnomalyManifest, threshold: float) -> Metrics | None:
    """The metrics over all pictures; those in the manifest before format 3."""
    if any(picture.score is None for picture in manifest.dataset):
        return manifest.metrics
    normal, anomaly = _scores(manifest.dataset, "normal"), _scores(manifest.dataset, "anomaly")
    if not len(normal) or not len(anomaly):
        return None
    return evaluate(normal, anomaly, threshold)


def _hashes(pictures: list[ManifestPicture], label: str) -> set[str]:
    return {picture.sha256 for picture in pictures if picture.label == label}


def _scores(pictures: list[ManifestPicture], label: str) -> Float64Array:
    return np.array([picture.score for picture in pictures if picture.label == label], np.float64)
