"""The switch from one operation to another while the line runs: no edge is lost or misjudged.

A change that touches no camera setting takes force at a moment: edges before it belong to the
operation before, however late their frames are fetched, and the stream goes on. Where the camera is
to be set up anew, it takes no more edges first, what it took is fetched, and then it is started
again; the moment is that start.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace

from okng.device.cameras.acquisition_settings import Acquisition
from okng.device.cameras.applied_acquisition import AppliedAcquisition
from okng.device.cameras.camera import Arming, CameraError
from okng.device.health.condition import Severity
from okng.device.health.conditions import Conditions
from okng.device.inspection.loaded_recipe import LoadedRecipe
from okng.device.ipc.errors import RefusedError
from okng.device.outputs import OutputError, opened
from okng.device.pipeline.capture import CaptureThread
from okng.device.pipeline.challenge_watch import ChallengeWatch
from okng.device.pipeline.operation_history import Operation, OperationHistory
from okng.device.pipeline.software_triggers import SoftwareTriggers
from okng.device.recipes.recipe import Recipe, RecipeVersion
from okng.device.store.state import StationState
from okng.device.triggers import Trigger, TriggerEvents, triggers
from okng.device.triggers.line import LineTriggerSettings
from okng.device.triggers.trigger import TriggerSettingsBase
from okng.device.types import Mode
from okng.models.errors import OkngError

CAMERA_HANGS = "the camera does not answer; nothing was changed"


class OperationSwitch:
    """Sets what the station does, together with its trigger. Reading is thread-safe."""

    def __init__(
        self,
        operations: OperationHistory,
        capture: CaptureThread,
        software_triggers: SoftwareTriggers,
        state: StationState,
        challenge: ChallengeWatch,
        conditions: Conditions,
    ) -> None:
        """Args:
        operations: Where the operations are noted.
        capture: The camera's thread, not yet started.
        software_triggers: Takes each edge of the recipe's own trigger.
        state: Has to be writable, or nothing is changed.
        challenge: Takes each operation before the first part of it.
        conditions: Where output_fault is said at the start, and that is cleared which another
            operation is the end of.
        """
        self._operations = operations
        self._capture = capture
        self._software_triggers = software_triggers
        self._state = state
        self._challenge = challenge
        self._conditions = conditions
        self._trigger: Trigger | None = None
        self.is_changing = False
        """Whether an operation is on its way out, and the next one isn't there yet."""
        self.changing = threading.RLock()
        """Hold it from what a change is decided by to its end: changes come one after the other."""

    @property
    def current(self) -> Operation:
        """The operation that runs now."""
        return self._operations.current

    @property
    def recipe(self) -> LoadedRecipe:
        """The recipe that runs now."""
        return self.current.recipe

    @property
    def taken_acquisition(self) -> Acquisition:
        """What was asked of the camera last, with its values where it rounded or clipped them."""
        return self._capture.stream.taken

    def start(self, first: Operation) -> None:
        """Starts the camera and the trigger for the first operation; its outputs are inactive."""
        for output in first.recipe.outputs:
            try:
                output.open()
            except OutputError as error:
                # Every part tries again, and its result says so.
                self._conditions.set("output_fault", Severity.FAULT, str(error))
        self._challenge.resume(_inspecting(first))
        self._operations.begin(first)
        recipe = first.recipe.version.recipe
        self._capture.start(recipe.acquisition, _arming(recipe, first.mode))
        self._start_trigger(first)

    def change(
        self, wanted: Operation, save: Callable[[], LoadedRecipe] | None = None
    ) -> AppliedAcquisition | None:
        """Goes over to another operation.

        Args:
            wanted: Mode and recipe to run with.
            save: Called when the camera has taken the recipe, before the first part is judged by
                it; gives the recipe as it is to stand in the results.

        Returns:
            What the camera took; None while there is no camera.

        Raises:
            RefusedError: the camera or an output refuses, or the camera hangs; all stays as it
                was.
            Exception: as `save`, or the database can't be written; all stays as it was.
        """
        self._state.check_writable()
        self.is_changing = True
        try:
            applied = self._go_over(wanted, save)
        except CameraError as fault:
            raise RefusedError(f"the camera refuses: {fault}") from fault
        except OutputError as fault:
            raise RefusedError(f"an output can't be used: {fault}") from fault
        except TimeoutError as error:
            raise RefusedError(CAMERA_HANGS) from error
        finally:
            self.is_changing = False
        self._conditions.clear("part_not_found")
        self._conditions.clear("recipe_missing")
        return applied

    def stop_trigger(self) -> None:
        """Lets no edge of the recipe's own trigger come any more."""
        if self._trigger:
            self._trigger.stop()
        self._trigger = None
        self._note_trigger_fault(None)

    def _go_over(
        self, wanted: Operation, save: Callable[[], LoadedRecipe] | None
    ) -> AppliedAcquisition | None:
        recipe = wanted.recipe.version.recipe
        arming = _arming(recipe, wanted.mode)
        # A timer that both operations have keeps its beat.
        trigger_goes_on = _trigger_of(self.current) == _trigger_of(wanted) is not None
        if not trigger_goes_on:
            self.stop_trigger()
        try:
            if not trigger_goes_on:
                self._check_trigger(wanted)
            applied = self._capture.stream.unchanged(recipe.acquisition, arming)
            if applied:
                self._take_force(wanted, save, None)
                return applied
            with self._capture.change(recipe.acquisition, arming) as applied:
                self._take_force(wanted, save, self._capture.stream.started_ns)
            return applied
        finally:
            if not trigger_goes_on:
                self._start_trigger(self.current)

    def _take_force(
        self,
        wanted: Operation,
        save: Callable[[], LoadedRecipe] | None,
        since_ns: int | None,
    ) -> None:
        """Saves what is wanted and notes it for edges from a moment on; None is now."""
        before = self.current.recipe.outputs
        outputs = wanted.recipe.taking_over(self.current.recipe).outputs
        with opened(output for output in outputs if output not in before):
            recipe = save() if save else wanted.recipe
            operation = replace(wanted, recipe=replace(recipe, outputs=outputs))
            with self._challenge.changing_to(_inspecting(operation)):
                self._operations.switch(operation, since_ns or time.monotonic_ns())

    def _start_trigger(self, operation: Operation) -> None:
        self._trigger = self._make_trigger(operation)
        if self._trigger:
            self._trigger.start()

    def _check_trigger(self, wanted: Operation) -> None:
        """Refuses a trigger that can't be used, while no other has its line.

        Raises:
            RefusedError: as that.
        """
        trigger = self._make_trigger(wanted)
        if trigger is None:
            return
        if reason := trigger.unavailable_reason():
            raise RefusedError(f"trigger type {trigger.settings.type!r}: {reason}")
        try:
            trigger.check()
        except OkngError as error:
            raise RefusedError(f"the trigger can't be used: {error}") from error

    def _make_trigger(self, operation: Operation) -> Trigger | None:
        settings = _trigger_of(operation)
        if settings is None:
            return None
        stream = self._capture.stream
        events = TriggerEvents(
            self._software_triggers.fire,
            stream.count_timer_skipped,
            stream.count_bounce,
            self._note_trigger_fault,
        )
        return triggers()[settings.type](settings, events)

    def _note_trigger_fault(self, reason: str | None) -> None:
        if reason:
            self._conditions.set("trigger_fault", Severity.FAULT, reason)
        else:
            self._conditions.clear("trigger_fault")


def _inspecting(operation: Operation) -> RecipeVersion | None:
    """The recipe that parts are inspected by; None in the other modes."""
    return operation.recipe.version if operation.mode is Mode.INSPECT else None


def _trigger_of(operation: Operation) -> TriggerSettingsBase | None:
    """The recipe's trigger; the live view has none."""
    return None if operation.mode is Mode.LIVE else operation.recipe.version.recipe.trigger


def _arming(recipe: Recipe, mode: Mode) -> Arming | LineTriggerSettings:
    """How the camera waits: collecting by button keeps the live view running beside it."""
    if mode is Mode.LIVE:
        return "free_running"
    if isinstance(recipe.trigger, LineTriggerSettings):
        return recipe.trigger
    return "free_running" if mode is Mode.COLLECT else "software"
