"""What wires to PLCs may have the station do, and whether it is ready for a part."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from okng.device.handshake.line import RunningRecipe
from okng.device.health.watchdog import Heartbeat
from okng.device.ipc.errors import RefusedError
from okng.device.pipeline.camera_stream import CameraStream
from okng.device.pipeline.production_lock import ProductionLock
from okng.device.station.operation_switch import CAMERA_HANGS, OperationSwitch
from okng.device.station.station import Station
from okng.device.types import CameraState, Mode, RecipeReference, TriggerSource
from okng.models.errors import OkngError


class StationLineControl:
    """The station as wires see it. Thread-safe."""

    def __init__(
        self,
        station: Station,
        operation_switch: OperationSwitch,
        camera: CameraStream,
        production: ProductionLock,
        heartbeats: Mapping[str, Heartbeat],
    ) -> None:
        """Args:
        station: What parts are fired at.
        operation_switch: Knows mode and recipe.
        camera: Has to stream.
        production: Says whether parts are taken.
        heartbeats: Of the threads that inspect parts, by their names.
        """
        self._station = station
        self._operation_switch = operation_switch
        self._camera = camera
        self._production = production
        self._heartbeats = heartbeats
        self._stopping = False
        self._failed: tuple[RecipeReference, str] | None = None
        """The recipe that ran on when a changeover failed, and why it failed."""

    def fire(self, source: TriggerSource, part_id: str | None) -> int:
        """Triggers the inspection of a part, and gives its trigger id.

        Raises:
            RefusedError: the station takes no such trigger now.
        """
        if reason := self._standstill():
            raise RefusedError(reason)
        trigger_id = self._station.fire(source, part_id).trigger_id
        if trigger_id is None:
            raise RefusedError("the station collects pictures")
        return trigger_id

    def change_recipe(self, recipe: int | str, author: str) -> None:
        """Runs another recipe, by its number or its name; returns when its engine is warm.

        Raises:
            RefusedError: it can't; the station isn't ready until another recipe is loaded.
        """
        before = self._operation_switch.recipe.version.reference
        try:
            name = self._station.recipes.named(recipe)
            self._station.recipes.activate(name, None, author)
        except (OkngError, OSError, sqlite3.Error) as error:
            reason = f"the changeover to recipe {recipe} failed: {error}"
            self._failed = before, reason
            raise RefusedError(reason) from error
        self._failed = None

    def find_recipe(self, recipe: int | str) -> str:
        """The name of a stored recipe, by its number or its name.

        Raises:
            RefusedError: there is none.
        """
        recipes = self._station.recipes
        return recipes.stored(recipes.named(recipe), None).recipe.name

    def recipes(self) -> Sequence[RecipeReference]:
        """The newest version of each stored recipe, by name."""
        return self._station.recipes.references()

    def set_mode(self, mode: Mode, author: str) -> None:
        """Starts or ends the inspection; returns when the camera is armed for it.

        Raises:
            RefusedError: it can't; the message says why.
        """
        try:
            self._station.set_mode(mode, None, None, None, author=author)
        except TimeoutError as error:
            raise RefusedError(CAMERA_HANGS) from error
        except (OSError, sqlite3.Error) as error:
            raise RefusedError(f"the mode was not changed: {error}") from error

    def obstacle(self) -> str | None:
        """Why no part could be inspected now; None when one could. Never blocks."""
        return self._standstill() or self._hang()

    def recipe(self) -> RunningRecipe:
        """The recipe that runs. Never blocks."""
        version = self._operation_switch.recipe.version
        return RunningRecipe(version.recipe.number or 0, version.reference)

    def stop(self) -> None:
        """Isn't ready any more."""
        self._stopping = True

    def _hang(self) -> str | None:
        silent = [name for name, heartbeat in self._heartbeats.items() if heartbeat.hangs()]
        return f"no sign of life from the thread: {', '.join(silent)}" if silent else None

    def _standstill(self) -> str | None:
        """Why no part is taken."""
        operation = self._operation_switch.current
        if self._stopping:
            return "the station is stopping"
        if operation.mode is Mode.LIVE:
            return "the station shows the live view"
        if operation.mode is Mode.COLLECT:
            return "the station collects pictures"
        if self._operation_switch.is_changing:
            return "the station changes over"
        if self._camera.state is not CameraState.STREAMING:
            return f"the camera is {self._camera.state}"
        if self._failed:
            reference, reason = self._failed
            if reference == operation.recipe.version.reference:
                return reason
        return self._production.obstacle
