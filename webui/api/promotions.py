"""Promotion of model versions: trials in shadow mode, promotion, rollback, and the history."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, abort
from pydantic import Field

from okng.device.ipc.commands import (
    AppliedRecipe,
    PromoteModel,
    RollBackModel,
    StartTrial,
    StopTrial,
)
from okng.device.store.inspection_rows import RecordedInspection
from okng.device.store.promotions import Judging, RecordedChange
from okng.device.store.trials import Trial, TrialPart, TrialSummary
from okng.device.types import ModelReference, Verdict
from okng.models.strict_model import StrictModel
from okng.webui.api.parameters import Page
from okng.webui.api.picture_responses import (
    DECODED,
    DECODED_OR_REFUSED,
    decoding_stored,
    heat_map_response,
    judged_file,
)
from okng.webui.auth.current_user import user_name
from okng.webui.openapi import media_type_response
from okng.webui.services import services

promotions = APIBlueprint("promotions", __name__, tag="Promotion")

LONGEST_REASON = 500


class VersionRequest(StrictModel):
    """A model version with a threshold."""

    model: ModelReference
    threshold: float | None = None
    """Null: the model's own."""


class Promotion(VersionRequest):
    """The version to promote, with the reason."""

    why: str = Field(max_length=LONGEST_REASON)
    anyway: bool = False
    """Promote it even if it finds no defects, or fewer than the version before; recorded as
    `objections` of the change. Without it, such a promotion is refused with these objections in
    `detail`."""


class Rollback(StrictModel):
    """The reason for a rollback."""

    why: str = Field(max_length=LONGEST_REASON)


class Changes(StrictModel):
    """A page of the model history, the newest first."""

    changes: list[RecordedChange]
    version_before: Judging | None
    """What a rollback of the active recipe would return to; null without a predecessor."""


class TrialView(StrictModel):
    """The newest trial, running or ended; null before the first."""

    trial: Trial | None
    summary: TrialSummary | None


class TrialParts(StrictModel):
    """Parts on which the two versions disagree, the newest first."""

    parts: list[TrialPart]


class Settlement(StrictModel):
    """The right verdict on a part."""

    verdict: Verdict
    to_regression_set: bool = False
    """Also copies the picture into the model's regression set, with this verdict."""


@promotions.get("/promotions")
@promotions.input(Page, location="query", arg_name="page")
@promotions.output(Changes)
def list_changes(page: Page) -> Changes:
    """Lists every change of a recipe's model or threshold with author, time and reason."""
    store, recipe = services().promotions, services().state.get("recipe_name")
    return Changes(
        changes=store.page(page.before, page.limit),
        version_before=store.version_before(recipe) if recipe else None,
    )


@promotions.post("/promotions")
@promotions.input(Promotion, arg_name="request")
@promotions.output(AppliedRecipe)
@promotions.doc(responses=[409])
def promote(request: Promotion) -> AppliedRecipe:
    """Promotes a version in the active recipe; it must have passed its regression set."""
    return services().device.ask(
        PromoteModel(
            model=request.model,
            threshold=request.threshold,
            why=request.why,
            anyway=request.anyway,
            author=user_name(),
        )
    )


@promotions.post("/promotions/rollback")
@promotions.input(Rollback, arg_name="request")
@promotions.output(AppliedRecipe)
@promotions.doc(responses=[409])
def roll_back(request: Rollback) -> AppliedRecipe:
    """Rolls the active recipe back to the previous version."""
    return services().device.ask(RollBackModel(why=request.why, author=user_name()))


@promotions.get("/trial")
@promotions.output(TrialView)
def get_trial() -> TrialView:
    """Returns the newest trial and how its two versions compare."""
    return _newest()


@promotions.post("/trial")
@promotions.input(VersionRequest, arg_name="request")
@promotions.output(TrialView)
@promotions.doc(responses=[409])
def start_trial(request: VersionRequest) -> TrialView:
    """Runs a version in shadow mode: it judges every part too; outputs are unaffected."""
    services().device.ask(
        StartTrial(model=request.model, threshold=request.threshold, author=user_name())
    )
    return _newest()


@promotions.post("/trial/stop")
@promotions.output(TrialView)
@promotions.doc(responses=[409])
def stop_trial() -> TrialView:
    """Ends the trial; its results are kept."""
    services().device.ask(StopTrial(author=user_name()))
    return _newest()


@promotions.get("/trials/<int:trial_id>/parts")
@promotions.input(Page, location="query", arg_name="page")
@promotions.output(TrialParts)
def list_parts(trial_id: int, page: Page) -> TrialParts:
    """Lists the parts on which the two versions disagree, the newest first; `before` is a `seq`."""
    _trial(trial_id)
    return TrialParts(parts=services().trials.disagreements(trial_id, page.before, page.limit))


@promotions.get("/trials/<int:trial_id>/parts/<inspection_id>/heatmap")
@promotions.doc(responses=media_type_response("image/png", "RGBA") | DECODED)
def get_heat_map(trial_id: int, inspection_id: str) -> Response:
    """Returns the heat map by the version on trial, on the scale of its own threshold."""
    trial, inspection = _trial(trial_id), _inspection(inspection_id)
    scores = services().trials.anomaly_map(trial_id, inspection.seq)
    if scores is None or inspection.picture_path is None:
        abort(404, f"trial {trial_id} has no heat map of inspection {inspection_id}")
    return heat_map_response(scores, trial.threshold, inspection)


@promotions.put("/trials/<int:trial_id>/parts/<inspection_id>")
@promotions.input(Settlement, arg_name="settlement")
@promotions.output(TrialView)
@promotions.doc(responses=DECODED_OR_REFUSED)
def settle(trial_id: int, inspection_id: str, settlement: Settlement) -> TrialView:
    """Records which verdict on a part was the right one."""
    trial, inspection = _trial(trial_id), _inspection(inspection_id)
    if settlement.to_regression_set:
        if inspection.picture_path is None:
            abort(409, f"inspection {inspection_id} has no picture any more")
        with judged_file(inspection) as file, decoding_stored(file):
            services().regression.add(
                file,
                trial.model.name,
                settlement.verdict,
                f"inspection {inspection_id}",
                user_name(),
            )
    if not services().trials.settle(trial_id, inspection.seq, settlement.verdict, user_name()):
        abort(404, f"inspection {inspection_id} was not compared in trial {trial_id}")
    return _newest()


def _newest() -> TrialView:
    trial = services().trials.newest()
    summary = services().trials.summary(trial.trial_id) if trial else None
    return TrialView(trial=trial, summary=summary)


def _trial(trial_id: int) -> Trial:
    return services().trials.get(trial_id) or abort(404, f"there is no trial {trial_id}")


def _inspection(inspection_id: str) -> RecordedInspection:
    inspection = services().ledger.get(inspection_id)
    return inspection or abort(404, f"there is no inspection {inspection_id!r}")
