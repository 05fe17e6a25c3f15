"""Model roll-out: promoting a version, rolling back to the one before, trials in shadow mode."""

from __future__ import annotations

from pathlib import Path

from okng.device.inspection.loaded_recipe import ModelMissingError, check_threshold, identity_of
from okng.device.ipc.commands import AppliedRecipe
from okng.device.ipc.errors import RefusedError
from okng.device.pipeline.shadow import ShadowThread
from okng.device.recipes.recipe import Recipe
from okng.device.station.operation_switch import OperationSwitch
from okng.device.station.promotion_gate import judging_of
from okng.device.station.recipe_switch import RecipeSwitch
from okng.device.store.promotions import ChangeKind, PromotionStore
from okng.device.store.trials import TrialStore
from okng.device.types import ModelReference


class ModelRollout:
    """Brings another model version into the present recipe, or tries one beside it."""

    def __init__(
        self,
        data_dir: Path,
        operation_switch: OperationSwitch,
        recipe_switch: RecipeSwitch,
        shadow: ShadowThread,
    ) -> None:
        self._operation_switch = operation_switch
        self._recipe_switch = recipe_switch
        self._shadow = shadow
        self._promotions = PromotionStore(data_dir)
        self._trials = TrialStore(data_dir)

    def promote(
        self,
        model: ModelReference,
        threshold: float | None,
        why: str,
        author: str,
        *,
        anyway: bool = False,
    ) -> AppliedRecipe:
        """Runs the present recipe with another model version; parts before are judged as before.

        Raises:
            RefusedError: it is running already, isn't there, or hasn't passed its regression set.
            ObjectedError: it finds no defects or fewer than before, unless it is wanted `anyway`.
        """
        with self._operation_switch.changing:
            recipe = _with_model(self._recipe, model, threshold)
            return self._recipe_switch.run(recipe, ChangeKind.PROMOTION, why, author, anyway=anyway)

    def roll_back(self, why: str, author: str) -> AppliedRecipe:
        """Runs the present recipe with the model version before, and the threshold of then.

        Raises:
            RefusedError: there is none, or it isn't on the station any more.
        """
        with self._operation_switch.changing:
            name = self._recipe.name
            before = self._promotions.version_before(name)
            if before is None:
                raise RefusedError(f"there is no model version before the present one in {name!r}")
            reference = ModelReference(name=before.model.name, version=before.model.version)
            recipe = _with_model(self._recipe, reference, before.threshold)
            return self._recipe_switch.run(recipe, ChangeKind.ROLLBACK, why, author)

    def start_trial(self, reference: ModelReference, threshold: float | None, author: str) -> None:
        """Lets a model version judge beside the one that runs, until it ends or another runs.

        Raises:
            RefusedError: a trial runs already, there is no such model, or nothing to try it beside.
        """
        with self._operation_switch.changing:
            running = judging_of(self._operation_switch.recipe)
            if running is None:
                raise RefusedError("the recipe has no usable model to compare another one with")
            if trial := self._shadow.trial or self._trials.running():
                which = f"{trial.model.name} version {trial.model.version}"
                raise RefusedError(f"{which} is on trial already; end that trial first")
            try:
                model = self._shadow.load(reference)
                limit = model.threshold if threshold is None else threshold
                check_threshold(model, limit)
            except ModelMissingError as error:
                raise RefusedError(str(error)) from error
            identity = identity_of(model)
            if (identity, limit) == (running.model, running.threshold):
                raise RefusedError(
                    f"{identity.name} version {identity.version} is the one that runs"
                )
            trial = self._trials.start(identity, limit, running.model, author)
            self._shadow.follow(trial, model)

    def stop_trial(self, author: str) -> None:
        """Ends the trial; does nothing when none runs."""
        with self._operation_switch.changing:
            self._trials.stop(author)
            self._shadow.follow(None)

    @property
    def _recipe(self) -> Recipe:
        return self._operation_switch.recipe.version.recipe


def _with_model(recipe: Recipe, model: ModelReference, threshold: float | None) -> Recipe:
    """The recipe without what belonged to the model before: a width of the review band, a note."""
    distance = 0.0 if recipe.review_distance == 0 else None
    update = {
        "model": model,
        "threshold": threshold,
        "review_distance": distance,
        "note": None,
    }
    return recipe.model_copy(update=update)
