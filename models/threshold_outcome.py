"""What another threshold would do to the pictures that a model was trained and measured on."""

from __future__ import annotations

import numpy as np
from pydantic import BaseModel, ConfigDict

from okng.models.anomaly import methods
from okng.models.anomaly_model import is_anomalous
from okng.models.evaluation import Metrics, evaluate
from okng.models.evaluation.defect_types import DefectType
from okng.models.evaluation.held_out import HeldOut
from okng.models.evaluation.review import ReviewBand, measure_review_band
from okng.models.imported.wrapped_model import ImportedModelError
from okng.models.manifest import AnomalyManifest, DatasetImage, FalseRejects
from okng.models.training.measurement import measure_defect_types, measure_put_aside
from okng.models.training.threshold import measure_false_rejects
from okng.models.training.usual_scale import Scores, UsualScale


class ThresholdError(ValueError):
    """The model does not hold what is needed to tell; the message says what to do."""


class ThresholdOutcome(BaseModel):
    """A threshold beside the model's own.

    All figures are of scores by models that had not seen the picture; `held_out` is apart.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    threshold: float
    false_rejects: FalseRejects
    review_band: ReviewBand | None
    """Of the model's own width, around this threshold; None in bundles without one."""
    held_out: HeldOut | None
    """None where no picture was put aside."""
    defect_types: list[DefectType]
    metrics: Metrics | None
    """None where no anomalous picture was given."""
    changed: list[DatasetImage]
    """Pictures that are called otherwise than at the model's own threshold, the nearest to the
    new threshold first."""


def outcome_at(
    manifest: AnomalyManifest, threshold: float, allowed_rate: float | None = None
) -> ThresholdOutcome:
    """What `threshold` would do; `allowed_rate` is the share that it was chosen for, if any.

    Raises `ThresholdError` for a bundle before format 3, which has no scores per picture.
    """
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
        held_out=measure_put_aside(manifest.dataset, threshold),
        defect_types=measure_defect_types(
            [one for one in manifest.dataset if not one.held_out], threshold
        ),
        metrics=evaluate(normal, anomaly, threshold) if len(anomaly) else None,
        changed=_changed(manifest, threshold),
    )


def threshold_for(manifest: AnomalyManifest, allowed_rate: float) -> float:
    """The threshold that the model's scores give for a share of good parts that may be rejected.

    Raises `ThresholdError` as `outcome_at` does.
    """
    normal = _unseen_scores(manifest, "normal")
    return _scale(manifest, normal).choose_threshold(normal, allowed_rate)


def _scale(manifest: AnomalyManifest, normal: Scores) -> UsualScale:
    """Of okng's methods their own, of other programs' that of their scores."""
    if manifest.method.type in methods():
        return UsualScale(factor=1.0, probability=False)
    try:
        return UsualScale.of(normal, manifest.scores_are_probabilities)
    except ImportedModelError as error:
        raise ThresholdError(str(error)) from None


def _unseen_scores(manifest: AnomalyManifest, label: str) -> Scores:
    """Cross-validated scores of the pictures with that label, those put aside left out.

    Raises `ThresholdError` as `outcome_at` does.
    """
    images = [one for one in manifest.dataset if one.label == label and not one.held_out]
    scores = [image.score for image in images if image.score is not None]
    if len(scores) < len(images):
        raise ThresholdError(
            f"{manifest.name} version {manifest.version} is of bundle format "
            f"{manifest.format_version}, which keeps no score per picture: train it again"
        )
    return np.array(scores, dtype=np.float64)


def _unseen_batches(manifest: AnomalyManifest) -> list[str | None] | None:
    """Of the normal pictures; None unless whole batches were unseen."""
    tested = manifest.cross_validation
    if tested is None or tested.by != "batch":
        return None
    return [one.batch for one in manifest.dataset if one.label == "normal" and not one.held_out]


def _changed(manifest: AnomalyManifest, threshold: float) -> list[DatasetImage]:
    def distance(image: DatasetImage) -> float:
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
