"""The switch to another recipe while the line runs: loaded, checked, applied, saved."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from okng.device.inspection.loaded_recipe import LoadedRecipe
from okng.device.ipc.commands import AppliedRecipe
from okng.device.ipc.errors import RefusedError
from okng.device.pipeline.shadow import ShadowThread
from okng.device.recipes.recipe import Recipe, RecipeVersion
from okng.device.station.operation_switch import OperationSwitch
from okng.device.station.promotion_gate import PromotionGate
from okng.device.station.recipe_loader import RecipeLoader
from okng.device.store.promotions import Change, ChangeKind, PromotionStore
from okng.device.store.recipes import RecipeStore
from okng.device.types import Mode, RecipeReference

log = logging.getLogger(__name__)


class RecipeSwitch:
    """Changes the recipe of the present operation. Thread-safe; one change after the other."""

    def __init__(
        self,
        data_dir: Path,
        loader: RecipeLoader,
        operation_switch: OperationSwitch,
        shadow: ShadowThread,
    ) -> None:
        self._loader = loader
        self._operation_switch = operation_switch
        self._shadow = shadow
        self._gate = PromotionGate(data_dir)
        self._promotions = PromotionStore(data_dir)
        self._recipes = RecipeStore(data_dir)

    def apply(self, recipe: Recipe, author: str, *, anyway: bool = False) -> AppliedRecipe:
        """Runs with the recipe and saves it as a version, with the values that the camera took.

        Raises:
            RefusedError: it names a model that isn't there or hasn't passed its regression set, its
                number is another recipe's, or the camera refuses a setting.
            ObjectedError: its model finds no defects or fewer than before, unless it is wanted
                `anyway`.
        """
        return self.run(recipe, ChangeKind.RECIPE, "", author, anyway=anyway)

    def named(self, recipe: int | str) -> str:
        """The name of the recipe with a number; a name is taken as it is.

        Raises:
            RefusedError: no recipe has that number.
        """
        if isinstance(recipe, str):
            return recipe
        numbers = self._numbers()
        if recipe not in numbers:
            known = ", ".join(f"{number} ({name})" for number, name in sorted(numbers.items()))
            raise RefusedError(f"no recipe has the number {recipe}; there are: {known or 'none'}")
        return numbers[recipe]

    def stored(self, name: str, version: int | None) -> RecipeVersion:
        """A stored recipe.

        Args:
            name: Of the recipe.
            version: None is the newest.

        Raises:
            RefusedError: there is no such recipe.
        """
        stored = self._recipes.get(name, version)
        if stored is None:
            wanted = f"recipe {name!r}" + (f" version {version}" if version else "")
            names = ", ".join(sorted({known.recipe.name for known in self._recipes.list()}))
            raise RefusedError(f"{wanted} is not stored; there are: {names or 'none'}")
        return stored

    def references(self) -> list[RecipeReference]:
        """The newest version of each stored recipe, by name."""
        return [version.reference for version in self._recipes.list()]

    def activate(
        self, name: str, version: int | None, author: str, *, anyway: bool = False
    ) -> AppliedRecipe:
        """Runs with a stored recipe.

        Args:
            name: Of the recipe.
            version: None is the newest.
            author: Who activates it.
            anyway: Whether to use its model in spite of objections, which are recorded.

        Raises:
            RefusedError: there is no such recipe, or as for `apply`.
        """
        stored = self.stored(name, version)
        with self._operation_switch.changing:
            loaded = self._load(stored)
            change = self._change_of_model(loaded, ChangeKind.RECIPE, "", author, anyway)
            applied = self._switch_to(loaded, partial(self._save_stored, loaded, change, author))
        log.info("%s activated recipe %s version %d", author, name, stored.version)
        return applied

    def run(
        self, recipe: Recipe, kind: ChangeKind, why: str, author: str, *, anyway: bool = False
    ) -> AppliedRecipe:
        """The same as `apply`, recorded as this kind of change of the model.

        Raises:
            RefusedError: as `apply`, or a promotion or rollback leads to what is running already.
        """
        with self._operation_switch.changing:
            self._check_number(recipe)
            loaded = self._load(RecipeVersion.unsaved(recipe, author))
            change = self._change_of_model(loaded, kind, why, author, anyway)
            if change is None and kind is not ChangeKind.RECIPE:
                assert recipe.model
                name, version = recipe.model.name, recipe.model.version
                raise RefusedError(f"{name} version {version} is running already")
            return self._switch_to(loaded, partial(self._save_new, loaded, change, author))

    def _numbers(self) -> dict[int, str]:
        """The names of the recipes that have a number."""
        recipes = (version.recipe for version in self._recipes.list())
        return {recipe.number: recipe.name for recipe in recipes if recipe.number is not None}

    def _check_number(self, recipe: Recipe) -> None:
        owner = self._numbers().get(recipe.number or 0, recipe.name)
        if owner != recipe.name:
            raise RefusedError(f"recipe {owner!r} has the number {recipe.number} already")

    def _load(self, version: RecipeVersion) -> LoadedRecipe:
        loaded = self._loader.load(version)
        if self._operation_switch.current.mode is Mode.INSPECT and not loaded.judges:
            name = version.recipe.name
            raise RefusedError(
                f"recipe {name!r} names no model, and no rule that a detection could break; "
                "stop the inspection first"
            )
        return loaded

    def _change_of_model(
        self, loaded: LoadedRecipe, kind: ChangeKind, why: str, author: str, anyway: bool
    ) -> Change | None:
        running = self._operation_switch.recipe
        return self._gate.change(running, loaded, kind, why, author, anyway=anyway)

    def _switch_to(self, loaded: LoadedRecipe, save: Callable[[], LoadedRecipe]) -> AppliedRecipe:
        wanted = replace(self._operation_switch.current, recipe=loaded)
        applied = self._operation_switch.change(wanted, save)
        # A trial beside a model that runs no more has ended.
        self._shadow.end_stopped()
        return AppliedRecipe(recipe=self._operation_switch.recipe.version, acquisition=applied)

    def _save_new(self, loaded: LoadedRecipe, change: Change | None, author: str) -> LoadedRecipe:
        """Saves the recipe with what the camera took, as what runs from now on."""
        acquisition = self._operation_switch.taken_acquisition
        recipe = loaded.version.recipe.model_copy(update={"acquisition": acquisition})
        version = self._recipes.save(recipe, author)
        self._promotions.switch_to(version, change, author)
        return replace(loaded, version=version)

    def _save_stored(
        self, loaded: LoadedRecipe, change: Change | None, author: str
    ) -> LoadedRecipe:
        """Notes a version that is stored already as what runs from now on."""
        self._promotions.switch_to(loaded.version, change, author)
        return loaded
