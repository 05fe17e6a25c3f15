"""Loading of recipes: what a recipe names and the station lacks is a refusal or a condition."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from okng.device.health.condition import Severity
from okng.device.health.conditions import Conditions
from okng.device.inspection.loaded_recipe import (
    LoadedRecipe,
    ModelMissingError,
    load_recipe,
    make_outputs,
)
from okng.device.ipc.errors import RefusedError
from okng.device.outputs import Output, OutputContext, OutputError
from okng.device.recipes.recipe import RecipeVersion

log = logging.getLogger(__name__)


class RecipeLoader:
    """Loads models and makes outputs; says model_missing and engine_unfit."""

    def __init__(
        self, data_dir: Path, threads: int, outputs: OutputContext, conditions: Conditions
    ) -> None:
        """Args:
        data_dir: Of the station.
        threads: Of each model that is loaded.
        outputs: What outputs are made of.
        conditions: Where it is said what can't be used as it is.
        """
        self._models_dir = data_dir / "models"
        self._threads = threads
        self._outputs = outputs
        self._conditions = conditions

    def load(self, version: RecipeVersion) -> LoadedRecipe:
        """The recipe with everything that it names.

        Raises:
            RefusedError: it names a model, a class, a threshold or an output that can't be used
                here.
        """
        try:
            recipe = self._load(version)
        except (ModelMissingError, OutputError) as error:
            raise RefusedError(str(error)) from error
        self._conditions.clear("model_missing")
        return recipe

    def load_at_start(self, version: RecipeVersion) -> LoadedRecipe:
        """The same, or the bare recipe and a condition where it can't be run.

        Without its model the station still shows pictures and can be given another recipe; its
        outputs are made all the same, so that they are inactive.
        """
        outputs: tuple[Output, ...] = ()
        try:
            outputs = make_outputs(version.recipe, self._outputs)
            return replace(self._load_models(version), outputs=outputs)
        except OutputError as error:
            self._conditions.set("output_fault", Severity.FAULT, str(error))
            return bare_recipe(version)
        except ModelMissingError as error:
            message = str(error)
        except Exception as error:
            # An engine may fail in any way; the station must come up all the same.
            name = version.recipe.name
            log.exception("recipe %s can't be run", name)
            message = f"recipe {name!r} can't be run: {type(error).__name__}: {error}"
        self._conditions.set("model_missing", Severity.FAULT, message)
        return replace(bare_recipe(version), outputs=outputs)

    def _load(self, version: RecipeVersion) -> LoadedRecipe:
        outputs = make_outputs(version.recipe, self._outputs)
        return replace(self._load_models(version), outputs=outputs)

    def _load_models(self, version: RecipeVersion) -> LoadedRecipe:
        recipe = load_recipe(version, self._models_dir, self._threads)
        problems = []
        for model in recipe.models:
            if build := model.engine_build:
                name = model.bundle.manifest.name
                log.info("%s runs as %s, build %s", name, build.name, build.content_hash)
            if model.engine_problem:
                problems.append(model.engine_problem)
        if problems:
            self._conditions.set("engine_unfit", Severity.WARNING, "; ".join(problems))
        else:
            self._conditions.clear("engine_unfit")
        return recipe


def bare_recipe(version: RecipeVersion) -> LoadedRecipe:
    """A recipe of which nothing is loaded: by it no part is judged."""
    return LoadedRecipe(version, None, None, None)
