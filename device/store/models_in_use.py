"""What a model version is used by, so that it can't be deleted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from okng.device.recipes.recipe import Recipe
from okng.device.store.recipes import RecipeStore
from okng.device.store.state import StationState
from okng.device.store.trials import TrialStore
from okng.device.types import ModelReference


def uses_of_model(data_dir: Path, model: ModelReference) -> list[str]:
    """The recipes and the trial that need the version, in words; empty if nothing does."""
    return list(_uses(data_dir, model))


def _uses(data_dir: Path, model: ModelReference) -> Iterator[str]:
    recipes, state = RecipeStore(data_dir), StationState(data_dir)
    newest = recipes.list()
    name, version = state.get("recipe_name"), state.get("recipe_version")
    running = recipes.get(name, int(version)) if name and version else None
    for recipe in [*newest, *([running] if running and running not in newest else [])]:
        if model in _models_of(recipe.recipe):
            yield f"recipe {recipe.recipe.name} version {recipe.version}"
    trial = TrialStore(data_dir).running()
    if trial and (trial.model.name, trial.model.version) == (model.name, model.version):
        yield "the trial that runs"


def _models_of(recipe: Recipe) -> list[ModelReference]:
    detector = recipe.detection.model if recipe.detection else None
    return [model for model in (recipe.model, detector) if model]
