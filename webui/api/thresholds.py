"""Thresholds: the effect of another one, before it is used."""

from __future__ import annotations

from apiflask import APIBlueprint
from pydantic import Field, model_validator

from okng.device.store.inspection_rows import RecordedInspection
from okng.device.types import ModelIdentity
from okng.models.anomaly.score_range import ScoreRange
from okng.models.bundles.bundle import Bundle
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.evaluation import Metrics
from okng.models.evaluation.defect_types import DefectType
from okng.models.evaluation.false_rejects import FalseRejects
from okng.models.evaluation.held_out import HeldOut
from okng.models.evaluation.review_band import ReviewBand
from okng.models.evaluation.worst_pictures import ScoredPicture
from okng.models.inference.anomaly_model import running_score_range
from okng.models.inference.threshold_outcome import threshold_for, threshold_outcome
from okng.models.strict_model import StrictModel
from okng.webui.api.models import StoredPicture, manifest_of, with_ids
from okng.webui.services import services

thresholds = APIBlueprint("thresholds", __name__, tag="Thresholds")

MAX_SHOWN = 24


class ThresholdChoice(StrictModel):
    """Either a threshold, or the allowed share of false rejects."""

    threshold: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    false_reject_rate: float | None = Field(default=None, ge=0.0001, le=0.5)

    @model_validator(mode="after")
    def _is_one_of_both(self) -> ThresholdChoice:
        if (self.threshold is None) is (self.false_reject_rate is None):
            raise ValueError("give either threshold or false_reject_rate")
        return self


class ThresholdEffect(StrictModel):
    """The effect of a threshold on stored pictures and on the last parts.

    All figures are of scores by models that had not been trained on the picture.
    """

    threshold: float
    false_rejects: FalseRejects
    review_band: ReviewBand | None
    """How many good parts would be marked for review; null for models without a band."""
    held_out: HeldOut | None
    """Figures of the held-out pictures alone; null without any."""
    defect_types: list[DefectType]
    """How many of each known defect type are detected, held-out pictures left out."""
    metrics: Metrics | None
    """Null if the dataset had no anomalous picture."""
    note: str | None
    """Why every part would be NG; null if some would be OK."""
    changed_pictures: int
    """How many pictures change their verdict compared with the model's own threshold."""
    pictures: list[StoredPicture]
    """The 24 of those pictures that are nearest to the new threshold."""
    inspections: list[RecordedInspection]
    """The newest of the last 10,000 parts whose scores lie between both thresholds, 24 at most."""


@thresholds.get("/models/<name>/<int:version>/threshold")
@thresholds.input(ThresholdChoice, location="query", arg_name="choice")
@thresholds.output(ThresholdEffect)
@thresholds.doc(responses=[409])
def get_threshold_effect(name: str, version: int, choice: ThresholdChoice) -> ThresholdEffect:
    """Returns the effect of another threshold, without changing anything."""
    manifest = manifest_of(name, version)
    threshold = _chosen(manifest, choice)
    outcome = threshold_outcome(
        manifest, threshold, choice.false_reject_rate, _score_range(manifest)
    )
    model = ModelIdentity(name=name, version=version, sha256=manifest.content_hash)
    shown = [
        ScoredPicture(
            name=picture.name, sha256=picture.sha256, label=picture.label, score=picture.score
        )
        for picture in outcome.changed[:MAX_SHOWN]
        if picture.score is not None
    ]
    return ThresholdEffect(
        threshold=threshold,
        false_rejects=outcome.false_rejects,
        review_band=outcome.review_band,
        held_out=outcome.held_out,
        defect_types=outcome.defect_types,
        metrics=outcome.metrics,
        note=outcome.note,
        changed_pictures=len(outcome.changed),
        pictures=with_ids(shown),
        inspections=services().ledger.between_thresholds(
            model, manifest.threshold, threshold, MAX_SHOWN
        ),
    )


def _score_range(manifest: AnomalyManifest) -> ScoreRange | None:
    """The score range of the engine build that runs the model; None if it was not measured."""
    bundle = Bundle(services().models_dir / manifest.name / str(manifest.version), manifest)
    return running_score_range(bundle)


def _chosen(manifest: AnomalyManifest, choice: ThresholdChoice) -> float:
    if choice.threshold is not None:
        return choice.threshold
    assert choice.false_reject_rate is not None
    return threshold_for(manifest, choice.false_reject_rate)
