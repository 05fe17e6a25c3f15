"""Assessment of a model by its figures, and comparison of two on the same pictures."""

from __future__ import annotations

from apiflask import APIBlueprint
from pydantic import Field

from okng.device.types import ModelReference, Name
from okng.models.dataset_review.findings import FindingKind
from okng.models.evaluation.assessment import Assessment
from okng.models.evaluation.version_comparison import Calls, TwiceScored
from okng.models.inference.assess_model import assess_model, compare_models
from okng.models.strict_model import StrictModel
from okng.webui.api.models import manifest_of
from okng.webui.services import services

model_assessment = APIBlueprint("model_assessment", __name__, tag="Model assessment")

MAX_SHOWN = 24


class AssessmentChoice(StrictModel):
    """The threshold to assess at."""

    threshold: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    """Without it, the model's own."""


class ModelAssessment(Assessment):
    """Whether a model finds defects, by the pictures that it was tested on."""

    dataset: Name | None
    """The dataset of this station that has most of its pictures; null if none has any."""
    label_conflicts: int | None
    """How many groups of almost the same picture carry both labels, as the dataset's last check
    found; null if it was never checked."""


class ComparisonChoice(StrictModel):
    """The model to compare with, and the thresholds of both."""

    other_name: Name
    other_version: int = Field(ge=1)
    threshold: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    """Without it, the model's own."""
    other_threshold: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    """Without it, the other model's own."""


class ComparedPicture(TwiceScored):
    """A picture that two models judge differently."""

    picture_id: int | None
    """Id in a dataset of this station; null if no dataset has the picture."""


class ModelComparison(StrictModel):
    """Two models on the pictures that both were tested on, each at its own threshold."""

    other: ModelReference
    normal: int
    anomaly: int
    left_out: int
    """Pictures of the model that the other was not tested on."""
    before: Calls
    """Of the other model."""
    after: Calls
    differ: int
    """How many pictures they judge differently."""
    pictures: list[ComparedPicture]
    """The first 24 of them: those that the model gets wrong, defects first, then the others."""
    objection: str | None
    """Why the model is worse than the other; null if it isn't, or nothing can be compared."""


@model_assessment.get("/models/<name>/<int:version>/assessment")
@model_assessment.input(AssessmentChoice, location="query", arg_name="choice")
@model_assessment.output(ModelAssessment)
@model_assessment.doc(responses=[409])
def get_assessment(name: str, version: int, choice: AssessmentChoice) -> ModelAssessment:
    """Says whether the model finds defects: what it misses, and why, by its test pictures."""
    manifest = manifest_of(name, version)
    dataset = services().dataset_snapshots.dataset_of(manifest)
    return ModelAssessment(
        **assess_model(manifest, choice.threshold).model_dump(),
        dataset=dataset,
        label_conflicts=_label_conflicts(dataset) if dataset else None,
    )


@model_assessment.get("/models/<name>/<int:version>/comparison")
@model_assessment.input(ComparisonChoice, location="query", arg_name="choice")
@model_assessment.output(ModelComparison)
@model_assessment.doc(responses=[409])
def get_comparison(name: str, version: int, choice: ComparisonChoice) -> ModelComparison:
    """Compares two models on the same pictures, by scores of models that had not seen them."""
    manifest = manifest_of(name, version)
    other = manifest_of(choice.other_name, choice.other_version)
    compared = compare_models(
        other,
        other.threshold if choice.other_threshold is None else choice.other_threshold,
        manifest,
        manifest.threshold if choice.threshold is None else choice.threshold,
    )
    return ModelComparison(
        other=ModelReference(name=other.name, version=other.version),
        normal=compared.normal,
        anomaly=compared.anomaly,
        left_out=len(manifest.dataset) - compared.normal - compared.anomaly,
        before=compared.before,
        after=compared.after,
        differ=len(compared.differ),
        pictures=_with_ids(compared.differ[:MAX_SHOWN]),
        objection=compared.objection,
    )


def _with_ids(pictures: list[TwiceScored]) -> list[ComparedPicture]:
    stored = services().datasets.with_hashes(picture.sha256 for picture in pictures)
    return [
        ComparedPicture(
            **picture.model_dump(),
            picture_id=match.picture_id if (match := stored.get(picture.sha256)) else None,
        )
        for picture in pictures
    ]


def _label_conflicts(dataset: str) -> int | None:
    standing = services().dataset_findings.standing(dataset)
    if standing is None:
        return None
    return sum(finding.kind is FindingKind.LABEL_CONFLICT for finding in standing.findings)
