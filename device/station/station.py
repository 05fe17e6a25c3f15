"""The station: its mode, its start and stop, and the triggers that software fires."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from okng.device.cameras import Camera
from okng.device.cameras.camera import CameraError, CameraFeatures
from okng.device.inspection.inspect_image import PartNotFoundError
from okng.device.ipc.commands import TriggerAnswer
from okng.device.ipc.errors import RefusedError
from okng.device.ipc.status import StationStatus
from okng.device.pipeline.capture import CaptureThread
from okng.device.pipeline.challenge_watch import ChallengeWatch
from okng.device.pipeline.items import FrameMissingError
from okng.device.pipeline.ng_alarm_watch import NgAlarmWatch
from okng.device.pipeline.operation_history import Operation
from okng.device.pipeline.orderly_stop import OrderlyStop
from okng.device.pipeline.production_lock import ProductionLock
from okng.device.pipeline.software_triggers import SoftwareTriggers
from okng.device.station.model_rollout import ModelRollout
from okng.device.station.operation_switch import CAMERA_HANGS, OperationSwitch
from okng.device.station.recipe_loader import RecipeLoader
from okng.device.station.recipe_switch import RecipeSwitch
from okng.device.station.restart_state import RestartState
from okng.device.station.wire_monitor import WireMonitor
from okng.device.store.runs import Runs
from okng.device.store.state import StationState
from okng.device.triggers.line import LineTriggerSettings
from okng.device.types import (
    CameraState,
    DatasetPicture,
    Inspection,
    Label,
    Mode,
    Split,
    TriggerSource,
)


class FiredTrigger(NamedTuple):
    """An edge on its way through the station."""

    trigger_id: int | None
    """None for a picture collected for a dataset."""
    end: Future[Inspection] | Future[DatasetPicture]
    """Done when the part is in the ledger, or the picture in the dataset."""

    def answer(self) -> TriggerAnswer:
        """What came of it so far.

        Raises:
            RefusedError: no picture was stored in the dataset.
        """
        if not self.end.done():
            return TriggerAnswer(trigger_id=self.trigger_id)
        try:
            stored = self.end.result()
        except FrameMissingError as error:
            raise RefusedError(str(error)) from error
        except PartNotFoundError as error:
            raise RefusedError(f"nothing was stored: {error}") from error
        if isinstance(stored, Inspection):
            return TriggerAnswer(trigger_id=self.trigger_id, inspection=stored)
        return TriggerAnswer(trigger_id=self.trigger_id, picture=stored)


class Station:
    """Starts and stops the line, sets its mode and fires triggers.

    `recipes`, `models`, `ng_alarm` and `challenge` do more.

    Thread-safe; one change comes after the other.
    """

    def __init__(
        self,
        camera: Camera,
        capture: CaptureThread,
        software_triggers: SoftwareTriggers,
        operation_switch: OperationSwitch,
        orderly_stop: OrderlyStop,
        state: StationState,
        runs: Runs,
        recipes: RecipeSwitch,
        models: ModelRollout,
        ng_alarm: NgAlarmWatch,
        challenge: ChallengeWatch,
        production: ProductionLock,
        wires: WireMonitor,
        status: Callable[[], StationStatus],
    ) -> None:
        self.recipes = recipes
        self.models = models
        self.ng_alarm = ng_alarm
        self.challenge = challenge
        self.wires = wires
        self.status = status
        self._camera = camera
        self._capture = capture
        self._software_triggers = software_triggers
        self._operation_switch = operation_switch
        self._orderly_stop = orderly_stop
        self._state = state
        self._runs = runs
        self._production = production

    def start(self, restart_state: RestartState, loader: RecipeLoader) -> None:
        """Comes back to the recipe and, if it was inspecting, to the inspection before the stop."""
        recipe = loader.load_at_start(self._operation_switch.recipe.version)
        inspects = restart_state.mode() == Mode.INSPECT and recipe.judges
        mode = Mode.INSPECT if inspects else Mode.LIVE
        run_started_at = restart_state.run_started_at()
        self._operation_switch.start(Operation(mode, recipe, run_started_at=run_started_at))

    def stop(self) -> None:
        """Ends: no new edges, what was triggered is judged, outputs become inactive."""
        with self._operation_switch.changing:
            self._operation_switch.stop_trigger()
            self._orderly_stop.run()

    def set_mode(
        self,
        mode: Mode,
        dataset: str | None,
        label: Label | None,
        split: Split | None,
        *,
        author: str,
    ) -> None:
        """Switches; parts that were triggered before still end as they would have.

        Inspection that starts begins a run.

        Raises:
            RefusedError: `collect` without dataset and label, `inspect` with a recipe by which no
                part could be NG.
        """
        with self._operation_switch.changing:
            current = self._operation_switch.current
            recipe = current.recipe
            if mode is Mode.COLLECT and not (dataset and label):
                raise RefusedError("collecting needs a dataset and a label, normal or anomaly")
            if mode is Mode.INSPECT and not recipe.judges:
                name = recipe.version.recipe.name
                raise RefusedError(
                    f"recipe {name!r} has no usable model, and no rule that a detection could "
                    "break; train or choose a model first"
                )
            starts = mode is Mode.INSPECT and current.mode is not Mode.INSPECT
            # Taken before the change, so that the first part is in its run.
            run_started_at = datetime.now(UTC) if starts else current.run_started_at
            operation = Operation(mode, recipe, run_started_at=run_started_at)
            if mode is Mode.COLLECT:
                operation = replace(
                    operation, dataset=dataset, label=label, split=split, author=author
                )
            if operation != current:
                self._operation_switch.change(operation)
            if starts and run_started_at:
                self._runs.begin(run_started_at)
            self._state.set("mode", mode)

    def fire(self, source: TriggerSource, part_id: str | None) -> FiredTrigger:
        """One edge by software; returns at once.

        Raises:
            RefusedError: the station takes no such trigger now.
        """
        operation = self._operation_switch.current
        if operation.mode is Mode.LIVE:
            raise RefusedError(
                "the station shows the live view; start inspecting or collecting first"
            )
        if isinstance(operation.recipe.version.recipe.trigger, LineTriggerSettings):
            raise RefusedError("the recipe's trigger is the camera's line; it takes no other")
        if operation.mode is Mode.COLLECT:
            return FiredTrigger(None, self._software_triggers.collect(operation).stored)
        if obstacle := self._production.obstacle:
            raise RefusedError(obstacle)
        request = self._software_triggers.inspect(operation, source, part_id)
        return FiredTrigger(request.edge.trigger_id, request.recorded)

    def check_challenge_part(self, part_name: str, author: str) -> FiredTrigger:
        """Has the challenge part under the camera inspected, although production is locked.

        Where the recipe's trigger is the camera's line, the next part there is taken for it.

        Raises:
            RefusedError: no challenge is due, or it has no such part.
        """
        operation = self._operation_switch.current
        mark = self.challenge.mark(part_name, author)
        if isinstance(operation.recipe.version.recipe.trigger, LineTriggerSettings):
            return FiredTrigger(None, self.challenge.expect(mark))
        request = self._software_triggers.inspect(
            operation, TriggerSource.BUTTON, None, challenge=mark
        )
        return FiredTrigger(request.edge.trigger_id, request.recorded)

    def simulate_line_edge(self) -> None:
        """An edge on a simulated camera's line, at this moment.

        Raises:
            RefusedError: the camera is real, absent, or not waiting for its line.
        """
        state = self._capture.stream.state
        if state is not CameraState.STREAMING:
            raise RefusedError(f"the camera is {state}")
        try:
            self._camera.simulate_line_edge()
        except CameraError as fault:
            raise RefusedError(str(fault)) from fault

    def camera_features(self) -> CameraFeatures:
        """What the camera can do.

        Raises:
            RefusedError: it is absent or hangs.
        """
        state = self._capture.stream.state
        if state is not CameraState.STREAMING:
            raise RefusedError(f"the camera is {state}: its features can't be read")
        try:
            return self._capture.call(self._camera.features)
        except CameraError as fault:
            raise RefusedError(str(fault)) from fault
        except TimeoutError as error:
            raise RefusedError(CAMERA_HANGS) from error
