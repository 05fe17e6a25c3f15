"""What another threshold would do, before it is used."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import abort
from pydantic import Field, model_validator

from okng.device.store.ledger import RecordedInspection
from okng.device.types import Message, ModelIdentity
from okng.models.evaluation import Metrics
from okng.models.evaluation.defect_types import DefectType
from okng.models.evaluation.held_out import HeldOut
from okng.models.evaluation.review import ReviewBand
from okng.models.evaluation.worst import ScoredPicture
from okng.models.manifest import AnomalyManifest, FalseRejects
from okng.models.threshold_outcome import ThresholdError, outcome_at, threshold_for
from okng.webui.api.models import StoredPicture, manifest_of, with_ids
from okng.webui.services import services

thresholds = APIBlueprint("thresholds", __name__, tag="Thresholds")

MAX_SHOWN = 24


class ThresholdChoice(Message):
    """Either a threshold, or the share of good parts that it may reject."""

    threshold: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    false_reject_rate: float | None = Field(default=None, ge=0.0001, le=0.5)

    @model_validator(mode="after")
    def _is_one_of_both(self) -> ThresholdChoice:
        if (self.threshold is None) is (self.false_reject_rate is None):
            raise ValueError("give either threshold or false_reject_rate")
        return self


class ThresholdEffect(Message):
    """What a threshold does to stored pictures, and would have done to the last parts.

    Figures are of scores by models that had not seen the picture.
    """

    threshold: float
    false_rejects: FalseRejects
    review_band: ReviewBand | None
    """Good parts that would be marked for review; null for models without a band."""
    held_out: HeldOut | None
    """Of the pictures that were put aside, apart; null where none was."""
    defect_types: list[DefectType]
    """How many of each known type are caught, those put aside left out."""
    metrics: Metrics | None
    """Null when the dataset had no anomalous picture."""
    changed_pictures: int
    """How many pictures are called otherwise than at the model's own threshold."""
    pictures: list[StoredPicture]
    """Of those the 24 nearest to the new threshold."""
    inspections: list[RecordedInspection]
    """The newest of the last 10,000 parts whose scores lie between both thresholds, 24 at most."""


@thresholds.get("/models/<name>/<int:version>/threshold")
@thresholds.input(ThresholdChoice, location="query", arg_name="choice")
@thresholds.output(ThresholdEffect)
@thresholds.doc(responses=[409])
def get_threshold_effect(name: str, version: int, choice: ThresholdChoice) -> ThresholdEffect:
    """What another threshold would do; nothing is changed."""
    manifest = manifest_of(name, version)
    try:
        threshold = _chosen(manifest, choice)
        outcome = outcome_at(manifest, threshold, choice.false_reject_rate)
    except ThresholdError as error:
        abort(409, str(error))
    model = ModelIdentity(name=name, version=version, sha256=manifest.content_hash)
    shown = [
        ScoredPicture(name=one.name, sha256=one.sha256, label=one.label, score=one.score)
        for one in outcome.changed[:MAX_SHOWN]
        if one.score is not None
    ]
    return ThresholdEffect(
        threshold=threshold,
        false_rejects=outcome.false_rejects,
        review_band=outcome.review_band,
        held_out=outcome.held_out,
        defect_types=outcome.defect_types,
        metrics=outcome.metrics,
        changed_pictures=len(outcome.changed),
        pictures=with_ids(shown),
        inspections=services().ledger.between_thresholds(
            model, manifest.threshold, threshold, MAX_SHOWN
        ),
    )


def _chosen(manifest: AnomalyManifest, choice: ThresholdChoice) -> float:
    if choice.threshold is not None:
        return choice.threshold
    assert choice.false_reject_rate is not None
    return threshold_for(manifest, choice.false_reject_rate)
