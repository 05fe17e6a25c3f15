"""Which model version judges: trials beside it, promotion, the way back, and the record of it."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, abort
from pydantic import Field

from okng.device.protocol import AppliedRecipe
from okng.device.store.ledger import RecordedInspection
from okng.device.store.promotions import Judging, RecordedChange
from okng.device.store.trials import Trial, TrialPart, TrialSummary
from okng.device.types import Message, ModelReference, Verdict
from okng.webui.access import user_name
from okng.webui.api.documents import gives
from okng.webui.api.parameters import Page
from okng.webui.api.pictures import judged_file, picture_size
from okng.webui.rendering import heat_map_png
from okng.webui.services import services

promotions = APIBlueprint("promotions", __name__, tag="Promotion")

LONGEST_REASON = 500


class VersionDemand(Message):
    """A model version, and the threshold that it is to have."""

    model: ModelReference
    threshold: float | None = None
    """Null is the model's own."""


class Promotion(VersionDemand):
    """Which version shall judge from now on, and why."""

    why: str = Field(max_length=LONGEST_REASON)


class Rollback(Message):
    """Why the version before shall judge again."""

    why: str = Field(max_length=LONGEST_REASON)


class Changes(Message):
    """A page of changes, the newest first."""

    changes: list[RecordedChange]
    version_before: Judging | None
    """Where a rollback of the recipe to run leads."""


class TrialView(Message):
    """The newest trial, running or ended; null before the first."""

    trial: Trial | None
    summary: TrialSummary | None


class TrialParts(Message):
    """Parts on which the two disagree, the newest first."""

    parts: list[TrialPart]


class Settlement(Message):
    """Which verdict was the right one."""

    verdict: Verdict
    to_regression_set: bool = False
    """Also copies the picture into the model's regression set, with this verdict."""


@promotions.get("/promotions")
@promotions.input(Page, location="query", arg_name="page")
@promotions.output(Changes)
def list_changes(page: Page) -> Changes:
    """Every change of a recipe's model or threshold: who, when, why; the newest first."""
    store, recipe = services().promotions, services().state.get("recipe_name")
    return Changes(
        changes=store.page(page.before, page.limit),
        version_before=store.version_before(recipe) if recipe else None,
    )


@promotions.post("/promotions")
@promotions.input(Promotion, arg_name="demand")
@promotions.output(AppliedRecipe)
@promotions.doc(responses=[409])
def promote(demand: Promotion) -> AppliedRecipe:
    """Runs the present recipe with this version, which has to have passed its regression set."""
    return services().device.promote_model(demand.model, demand.threshold, demand.why, user_name())


@promotions.post("/promotions/rollback")
@promotions.input(Rollback, arg_name="demand")
@promotions.output(AppliedRecipe)
@promotions.doc(responses=[409])
def roll_back(demand: Rollback) -> AppliedRecipe:
    """Runs the present recipe with the version before."""
    return services().device.roll_back_model(demand.why, user_name())


@promotions.get("/trial")
@promotions.output(TrialView)
def get_trial() -> TrialView:
    """The newest trial and how the two compare."""
    return _newest()


@promotions.post("/trial")
@promotions.input(VersionDemand, arg_name="demand")
@promotions.output(TrialView)
@promotions.doc(responses=[409])
def start_trial(demand: VersionDemand) -> TrialView:
    """Lets a version judge live parts beside the one that runs, without a say."""
    services().device.start_trial(demand.model, demand.threshold, user_name())
    return _newest()


@promotions.post("/trial/stop")
@promotions.output(TrialView)
@promotions.doc(responses=[409])
def stop_trial() -> TrialView:
    """Ends the trial; what it found stays."""
    services().device.stop_trial(user_name())
    return _newest()


@promotions.get("/trials/<int:trial_id>/parts")
@promotions.input(Page, location="query", arg_name="page")
@promotions.output(TrialParts)
def list_parts(trial_id: int, page: Page) -> TrialParts:
    """Parts on which the two disagree, the newest first; `before` is a `seq`."""
    _trial(trial_id)
    return TrialParts(parts=services().trials.disagreements(trial_id, page.before, page.limit))


@promotions.get("/trials/<int:trial_id>/parts/<inspection_id>/heatmap")
@promotions.doc(responses=gives("image/png", "RGBA"))
def get_heat_map(trial_id: int, inspection_id: str) -> Response:
    """The heat map by the version on trial, on its own threshold's scale."""
    trial, inspection = _trial(trial_id), _inspection(inspection_id)
    scores = services().trials.anomaly_map(trial_id, inspection.seq)
    if scores is None or inspection.picture_path is None:
        abort(404, f"trial {trial_id} has no heat map of inspection {inspection_id}")
    width, height = picture_size(inspection.picture_path)
    png = heat_map_png(scores, trial.threshold, width, height, inspection.crop)
    return Response(png, mimetype="image/png")


@promotions.put("/trials/<int:trial_id>/parts/<inspection_id>")
@promotions.input(Settlement, arg_name="settlement")
@promotions.output(TrialView)
@promotions.doc(responses=[409])
def settle(trial_id: int, inspection_id: str, settlement: Settlement) -> TrialView:
    """Says which verdict on a part was the right one."""
    trial, inspection = _trial(trial_id), _inspection(inspection_id)
    if settlement.to_regression_set:
        if inspection.picture_path is None:
            abort(409, f"inspection {inspection_id} has no picture any more")
        with judged_file(inspection) as file:
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
    found = services().ledger.get(inspection_id)
    return found or abort(404, f"there is no inspection {inspection_id!r}")
