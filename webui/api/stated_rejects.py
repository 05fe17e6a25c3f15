"""What share of good parts the model of a recipe states that it rejects, or why none is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from okng.device.store.promotions import RecordedChange
from okng.device.types import ModelReference
from okng.models.anomaly.score_range import ThresholdError
from okng.models.bundles.bundle import BundleError
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.evaluation.false_rejects import FalseRejects
from okng.models.inference.threshold_outcome import threshold_outcome
from okng.webui.services import services


class WhyUnknown(StrEnum):
    """Why no share is known."""

    NO_MODEL = "no_model"
    """The recipe is judged by a detector alone, by nothing, or it was deleted."""
    MODEL_GONE = "model_gone"
    """The station doesn't have the model any more, or can't read it."""
    NOT_STATED = "not_stated"
    """The model doesn't say, or not for the threshold in use."""


@dataclass(frozen=True)
class StatedRejects:
    """What a recipe's model states, and since when it judges."""

    model: ModelReference | None
    changed_at: datetime | None
    """Null where no change is recorded: it has judged from the first part on."""
    stated: FalseRejects | WhyUnknown


def stated_rejects(recipe: str, end: datetime) -> StatedRejects:
    """Of the model and the threshold that judged the recipe's parts last before `end`."""
    change = services().promotions.last_before(recipe, end)
    model, threshold = _judging(recipe, change)
    return StatedRejects(
        model=model,
        changed_at=change.changed_at if change else None,
        stated=_stated(model, threshold) if model else WhyUnknown.NO_MODEL,
    )


def _judging(
    recipe: str, change: RecordedChange | None
) -> tuple[ModelReference | None, float | None]:
    """The model and the threshold, None for the model's own."""
    if change:
        judging = change.after
        if judging is None:
            return None, None
        model = judging.model
        return ModelReference(name=model.name, version=model.version), judging.threshold
    version = services().recipes.get(recipe)
    return (version.recipe.model, version.recipe.threshold) if version else (None, None)


def _stated(model: ModelReference, threshold: float | None) -> FalseRejects | WhyUnknown:
    folder = services().models_dir / model.name / str(model.version)
    try:
        outline = services().manifests.outline(folder)
        if not isinstance(outline, AnomalyManifest):
            return WhyUnknown.NO_MODEL
        if threshold is None or threshold == outline.threshold:
            return outline.false_rejects or WhyUnknown.NOT_STATED
        manifests, at = services().manifests, threshold
        return services().stated_rejects.get(
            (outline.content_hash, at),
            None,
            lambda: threshold_outcome(manifests.read(folder, AnomalyManifest), at).false_rejects,
        )
    except BundleError:
        return WhyUnknown.MODEL_GONE
    except (ThresholdError, ValueError):
        return WhyUnknown.NOT_STATED
