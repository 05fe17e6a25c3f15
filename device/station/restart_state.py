"""What the station comes back to after a restart: its recipe and mode, without the database too."""

from __future__ import annotations

import logging
import sqlite3
from datetime import datetime
from pathlib import Path

from okng.device.health.condition import Severity
from okng.device.health.conditions import Conditions
from okng.device.ipc.status import StationStatus
from okng.device.recipes.recipe import Recipe, RecipeVersion
from okng.device.store.database import StoreError
from okng.device.store.database_errors import explain
from okng.device.store.recipes import RecipeStore
from okng.device.store.runs import Runs
from okng.device.store.state import StationState
from okng.device.store.state_copy import RunningState, StateCopy

log = logging.getLogger(__name__)

DEFAULT_RECIPE = Recipe(name="default")


class RestartState:
    """Reads what ran last from the database, or else from the copy beside it."""

    def __init__(self, data_dir: Path, conditions: Conditions) -> None:
        self._recipes = RecipeStore(data_dir)
        self._state = StationState(data_dir)
        self._runs = Runs(data_dir)
        self._copy = StateCopy(data_dir)
        self._conditions = conditions

    def recipe(self) -> RecipeVersion:
        """The recipe that ran last; the default one on a new station, or where none can be read."""
        try:
            name, version = self._state.get("recipe_name"), self._state.get("recipe_version")
            if not (name and version):
                return self._recipes.save(DEFAULT_RECIPE, "okng")
            if stored := self._recipes.get(name, int(version)):
                return stored
            problem = f"recipe {name!r} version {version}, which ran last, is not stored any more"
        except (sqlite3.Error, StoreError) as error:
            problem = f"the recipe that ran last can't be read: {explain(error)}"
        if running := self._copy.read():
            log.error("%s; the copy of it runs", problem)
            return running.recipe
        self._conditions.set("recipe_missing", Severity.FAULT, f"{problem}; activate another one")
        return RecipeVersion.unsaved(DEFAULT_RECIPE, "okng")

    def mode(self) -> str | None:
        """The mode that was set last; None when that was never set or can't be read."""
        try:
            return self._state.get("mode")
        except (sqlite3.Error, StoreError):
            running = self._copy.read()
            return running.mode if running else None

    def run_started_at(self) -> datetime | None:
        """When inspection was started last; None when it never was or that can't be read."""
        try:
            return self._runs.started_at()
        except (sqlite3.Error, StoreError):
            running = self._copy.read()
            return running.run_started_at if running else None

    def note(self, status: StationStatus) -> None:
        """Keeps the copy up to date; cheap when nothing has changed."""
        if status.recipe:
            self._copy.write(
                RunningState(
                    recipe=status.recipe,
                    mode=status.mode,
                    run_started_at=status.run_started_at,
                )
            )
