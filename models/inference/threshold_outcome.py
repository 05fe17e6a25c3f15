"""Outcome of another threshold on the pictures that a model was trained and measured on."""

from __future__ import annotations

import numpy as np

from okng.models.anomaly import methods
from okng.models.anomaly.score_range import ScoreRange, ThresholdError
from okng.models.arrays import Float64Array
from okng.models.bundles.manifest import AnomalyManifest, ManifestPicture
from okng.models.errors import ImportedModelError
from okng.models.evaluation import Metrics, evaluate
from okng.models.evaluation.defect_types import DefectType
from okng.models.evaluation.false_rejects import FalseRejects
from okng.models.evaluation.held_out import HeldOut
from okng.models.evaluation.review_band import ReviewBand, measure_review_band
from okng.models.evaluation.threshold import measure_false_rejects
from okng.models.inference.anomaly_model import is_anomalous
from okng.models.inference.manifest_metrics import measure_defect_types, measure_held_out_pictures
from okng.models.inference.score_scale import ScoreScale
from okng.models.strict_model import StrictModel


class ThresholdOutcome(StrictModel):
    """The outcome of a threshold, with what changes against the model's own.

    All figures are from scores by models that had not seen the picture, without `held_out`.
    """

    threshold: float
    false_rejects: FalseRejects
    review_band: ReviewBand | None
    """The band around this threshold, as wide as the model's; None in bundles without one."""
    held_out: HeldOut | None
    """None where no picture was put aside."""
    defect_types: list[DefectType]
    metrics: Metrics | None
    """None where there is no anomalous picture."""
    changed: list[ManifestPicture]
    """Pictures that are judged differently than at the model's own threshold, those nearest to
    the new threshold first."""
    note: str | None
    """Why every part would be NG; None where some would be OK."""


def threshold_outcome(
    manifest: AnomalyManifest,
    threshold: float,
    allowed_rate: float | None = None,
    score_range: ScoreRange | None = None,
) -> ThresholdOutcome:
    """The outcome of `threshold`; `allowed_rate` is the rate that it was chosen for, if any.

    `score_range` is that of the running engine, by default the manifest's. Raises `ThresholdError`
    for a threshold that no score can exceed, and for bundles before format 3, which have no scores
    per picture.
    """
    score_range = score_range or manifest.score_range
    if score_range:
        score_range.check(threshold)
    normal = _unseen_scores(manifest, "normal")
    anomaly = _unseen_scores(manifest, "anomaly")
    if allowed_rate is None:
        allowed_rate = _scale(manifest, normal).allowed_rate_of(normal, threshold)
    batches = _unseen_batches(manifest)
    return ThresholdOutcome(
        threshold=threshold,
        false_rejects=measure_false_rejects(normal, threshold, allowed_rate, batches),
        review_band=manifest.review_band
        and measure_review_band(normal, threshold, manifest.review_band.distance),
        held_out=measure_held_out_pictures(manifest.dataset, threshold),
        defect_types=measure_defect_types(
            [picture for picture in manifest.dataset if not picture.held_out], threshold
        ),
        metrics=evaluate(normal, anomaly, threshold) if len(anomaly) else None,
        changed=_changed(manifest, threshold),
        note=score_range.why_always(threshold) if score_range else None,
    )


def threshold_for(manifest: AnomalyManifest, allowed_rate: float) -> float:
    """The threshold for an allowed false reject rate, chosen from the model's unseen scores.

    Raises `ThresholdError` as `threshold_outcome` does.
    """
    normal = _unseen_scores(manifest, "normal")
    return _scale(manifest, normal).choose_threshold(normal, allowed_rate)


def _scale(manifest: AnomalyManifest, normal: Float64Array) -> ScoreScale:
    """The scale of the scores: okng's methods need none, other programs' models do."""
    if manifest.method.type in methods():
        return ScoreScale(factor=1.0, probability=False)
    try:
        return ScoreScale.of(normal, manifest.scores_are_probabilities)
    except ImportedModelError as error:
        raise ThresholdError(str(error)) from None


def _unseen_scores(manifest: AnomalyManifest, label: str) -> Float64Array:
    """Cross-validated scores of the pictures with that label, without those put aside.

    Raises `ThresholdError` as `threshold_outcome` does.
    """
    images = [
        picture for picture in manifest.dataset if picture.label == label and not picture.held_out
    ]
    scores = [image.score for image in images if image.score is not None]
    if len(scores) < len(images):
        raise ThresholdError(
            f"{manifest.name} version {manifest.version} is of bundle format "
            f"{manifest.format_version}, which keeps no score per picture: train it again"
        )
    return np.array(scores, dtype=np.float64)


def _unseen_batches(manifest: AnomalyManifest) -> list[str | None] | None:
    """The batches of the normal pictures; None unless whole batches were unseen."""
    tested = manifest.cross_validation
    if tested is None or tested.by != "batch":
        return None
    return [
        picture.batch
        for picture in manifest.dataset
        if picture.label == "normal" and not picture.held_out
    ]


def _changed(manifest: AnomalyManifest, threshold: float) -> list[ManifestPicture]:
    def distance(image: ManifestPicture) -> float:
        return abs((image.score or 0.0) - threshold)

    return sorted(
        (
            image
            for image in manifest.dataset
            if image.score is not None
            and is_anomalous(image.score, threshold)
            is not is_anomalous(image.score, manifest.threshold)
        ),
        key=distance,
    )
