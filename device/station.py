"""The station: what it is doing now, and every change of that, one at a time."""

from __future__ import annotations

import importlib.metadata
import logging
import shutil
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from okng.device.active_recipe import ActiveRecipe, ModelMissing, activate
from okng.device.cameras import Camera
from okng.device.cameras.camera import AppliedAcquisition, Arming, CameraFault, CameraFeatures
from okng.device.capture import CaptureThread, Demand
from okng.device.conditions import Conditions
from okng.device.edges import EdgeCounter
from okng.device.inference import InferenceThread
from okng.device.part import Failure, Part
from okng.device.protocol import AppliedRecipe, QueueDepths, StationStatus, TriggerAnswer
from okng.device.recipe import Acquisition, Recipe, RecipeVersion, RegionOfInterest
from okng.device.recorder import Collected, RecorderThread
from okng.device.settings import StationSettings
from okng.device.sinks import Sink
from okng.device.store.recipes import RecipeStore
from okng.device.store.state import StationState
from okng.device.triggers import Trigger, triggers
from okng.device.triggers.line import LineTriggerSettings
from okng.device.types import (
    CameraState,
    DatasetPicture,
    Frame,
    Inspection,
    Label,
    Mode,
    Severity,
    TriggerSource,
)

log = logging.getLogger(__name__)

T = TypeVar("T")

DEFAULT_RECIPE = Recipe(name="default")


class Refused(Exception):
    """The station doesn't do what was asked; the message says why, for the person who asked."""


class Station:
    """Owns mode and recipe. Thread-safe; changes come one after the other."""

    def __init__(
        self,
        settings: StationSettings,
        camera: Camera,
        conditions: Conditions,
        edges: EdgeCounter,
        capture: CaptureThread,
        inference: InferenceThread,
        recorder: RecorderThread,
        sinks: Sequence[Sink],
        show: Callable[[Frame], None],
    ) -> None:
        self._settings = settings
        self._camera = camera
        self._conditions = conditions
        self._edges = edges
        self._capture = capture
        self._inference = inference
        self._recorder = recorder
        self._sinks = sinks
        self._show = show
        self._recipes = RecipeStore(settings.data_dir)
        self._state = StationState(settings.data_dir)
        self._changing = threading.RLock()
        self._started_at = datetime.now(UTC)
        self._version = importlib.metadata.version("okng")
        self._mode = Mode.LIVE
        self._dataset: str | None = None
        self._label: Label | None = None
        self._author = "station"
        self._trigger: Trigger | None = None
        self._recipe = ActiveRecipe(self._stored_recipe(), None, None, None, ())

    # --- what it does ---------------------------------------------------------------------

    def start(self) -> None:
        """Comes back to the recipe and, if it was inspecting, to the inspection before the stop."""
        try:
            self._recipe = self._activate(self._recipe.version)
        except ModelMissing as error:
            self._conditions.set("model_missing", Severity.FAULT, str(error))
        if self._state.get("mode") == Mode.INSPECT and self._recipe.model:
            self._mode = Mode.INSPECT
        recipe = self._recipe.version.recipe
        self._capture.arm(recipe.acquisition, _arming(recipe, self._mode))
        self._capture.start()
        self._start_trigger()

    def set_mode(
        self, mode: Mode, dataset: str | None, label: Label | None, author: str
    ) -> StationStatus:
        """Switches; parts that were triggered before are finished first.

        Raises:
            Refused: `collect` without dataset and label, `inspect` without a model.
        """
        with self._changing:
            if mode is Mode.COLLECT and not (dataset and label):
                raise Refused("collecting needs a dataset and a label, normal or anomaly")
            if mode is Mode.INSPECT and self._recipe.model is None:
                name = self._recipe.version.recipe.name
                raise Refused(f"recipe {name!r} has no usable model; train or choose one first")
            if mode is Mode.COLLECT:
                # Kept when collecting ends: a picture asked for before may still be on its way.
                self._dataset, self._label, self._author = dataset, label, author
            if mode is not self._mode:
                self._change(self._recipe, mode)
            self._state.set("mode", mode)
        return self.status()

    def apply_recipe(self, recipe: Recipe, author: str) -> AppliedRecipe:
        """Runs with the recipe and saves it as a version, with the values that the camera took.

        Raises:
            Refused: it names a model that isn't there, or the camera refuses a setting.
        """
        with self._changing:
            candidate = RecipeVersion(
                version=1, recipe=recipe, author=author, created_at=datetime.now(UTC)
            )
            active = self._activate_or_refuse(candidate)
            self._check_mode(active)

            def settle(applied: AppliedAcquisition | None) -> ActiveRecipe:
                acquisition = _as_taken(recipe.acquisition, applied)
                taken = recipe.model_copy(update={"acquisition": acquisition})
                return replace(active, version=self._recipes.save(taken, author))

            applied = self._change(active, self._mode, settle)
            self._remember(self._recipe.version)
        return AppliedRecipe(recipe=self._recipe.version, acquisition=applied)

    def activate_recipe(self, name: str, version: int | None, author: str) -> AppliedRecipe:
        """Runs with a stored recipe.

        Raises:
            Refused: there is no such recipe, or as for `apply_recipe`.
        """
        stored = self._recipes.get(name, version)
        if stored is None:
            wanted = f"recipe {name!r}" + (f" version {version}" if version else "")
            there = ", ".join(sorted({one.recipe.name for one in self._recipes.list()}))
            raise Refused(f"{wanted} is not stored; there are: {there or 'none'}")
        with self._changing:
            active = self._activate_or_refuse(stored)
            self._check_mode(active)
            applied = self._change(active, self._mode)
            self._remember(stored)
        log.info("%s activated recipe %s version %d", author, name, stored.version)
        return AppliedRecipe(recipe=stored, acquisition=applied)

    def fire(self, source: TriggerSource, part_id: str | None, wait_ms: int) -> TriggerAnswer:
        """One edge by software.

        Raises:
            Refused: the station takes no such trigger now.
        """
        if self._mode is Mode.LIVE:
            raise Refused("the station shows the live view; start inspecting or collecting first")
        if self._trigger is None or self._trigger.hardware:
            raise Refused("the recipe's trigger is the camera's line; it takes no other")
        if self._mode is Mode.COLLECT:
            collected: Future[DatasetPicture] = Future()
            self._collect(collected)
            return TriggerAnswer(trigger_id=None, picture=_wait(collected, wait_ms))
        recorded: Future[Inspection] = Future()
        trigger_id = self._inspect(source, part_id, recorded)
        return TriggerAnswer(trigger_id=trigger_id, inspection=_wait(recorded, wait_ms))

    def simulate_line_edge(self) -> StationStatus:
        """An edge on a simulated camera's line.

        Raises:
            Refused: the camera is real, absent, or not waiting for its line.
        """
        if self._capture.state is not CameraState.STREAMING:
            raise Refused(f"the camera is {self._capture.state}")
        try:
            self._capture.call(self._camera.simulate_line_edge)
        except CameraFault as fault:
            raise Refused(str(fault)) from fault
        return self.status()

    def camera_features(self) -> CameraFeatures:
        """What the camera can do.

        Raises:
            Refused: it is absent.
        """
        if self._capture.state is not CameraState.STREAMING:
            raise Refused(f"the camera is {self._capture.state}: its features can't be read")
        try:
            return self._capture.call(self._camera.features)
        except CameraFault as fault:
            raise Refused(str(fault)) from fault

    def status(self) -> StationStatus:
        """Everything but results."""
        recipe = self._recipe
        return StationStatus(
            station=self._settings.station,
            okng_version=self._version,
            started_at=self._started_at,
            now=datetime.now(UTC),
            mode=self._mode,
            dataset=self._dataset if self._mode is Mode.COLLECT else None,
            label=self._label if self._mode is Mode.COLLECT else None,
            camera_state=self._capture.state,
            camera=self._capture.info,
            acquisition=self._capture.applied,
            counters=self._capture.counters,
            recipe=recipe.version,
            model=recipe.identity,
            threshold=recipe.threshold,
            queues=QueueDepths(inference=self._inference.depth, recorder=self._recorder.depth),
            sinks=tuple(sink.status() for sink in self._sinks),
            free_bytes=shutil.disk_usage(self._settings.data_dir).free,
            conditions=self._conditions.present(),
        )

    def stop(self) -> None:
        """Ends: no new edges, what was triggered is judged, outputs become inactive."""

        def finish() -> None:
            self._inference.drain()
            self._recipe.close()

        with self._changing:
            self._stop_trigger()
            # A camera that hangs is not waited for: what it holds up ends as MISSED.
            with suppress(TimeoutError):
                self._capture.call(finish)
            self._capture.stop()

    # --- pictures that the camera's line triggered -----------------------------------------

    def on_line_frame(self, frame: Frame | None, failure: Failure | None) -> None:
        """A frame (or the loss of one) that no software asked for: the camera saw an edge."""
        if self._mode is Mode.INSPECT:
            edge = self._edges.next(TriggerSource.LINE, None, frame)
            self._inference.put(Part(edge, self._recipe, frame, failure))
        elif self._mode is Mode.COLLECT and frame:
            self._recorder.collect(self._labelled(frame, Future()))
            self._show(frame)

    # --- inside ---------------------------------------------------------------------------

    def _inspect(
        self, source: TriggerSource, part_id: str | None, recorded: Future[Inspection]
    ) -> int:
        """Asks for a part's picture; the edge's number."""
        edge = self._edges.next(source, part_id)
        limit_ms = self._recipe.version.recipe.time_limit_ms
        deadline_ns = edge.at_ns + limit_ms * 1_000_000 if limit_ms else None

        def deliver(frame: Frame | None, failure: Failure | None) -> None:
            self._inference.put(Part(edge, self._recipe, frame, failure, recorded))

        self._capture.demand(Demand(deliver, deadline_ns))
        return edge.trigger_id

    def _collect(self, collected: Future[DatasetPicture]) -> None:
        def deliver(frame: Frame | None, failure: Failure | None) -> None:
            if frame:
                self._recorder.collect(self._labelled(frame, collected))
            elif failure:
                collected.set_exception(Refused(failure.reason))

        self._capture.demand(Demand(deliver))

    def _labelled(self, frame: Frame, collected: Future[DatasetPicture]) -> Collected:
        assert self._dataset
        assert self._label
        return Collected(frame, self._dataset, self._label, self._author, collected)

    def _on_trigger(self, source: TriggerSource) -> None:
        """An edge of the recipe's own trigger (a timer)."""
        if self._mode is Mode.INSPECT:
            self._inspect(source, None, Future())
        elif self._mode is Mode.COLLECT:
            self._collect(Future())

    def _change(
        self,
        active: ActiveRecipe,
        mode: Mode,
        settle: Callable[[AppliedAcquisition | None], ActiveRecipe] | None = None,
    ) -> AppliedAcquisition | None:
        """Arms the camera for recipe and mode, after the parts before; then switches.

        Args:
            active: The recipe to run with.
            mode: The mode to run in.
            settle: Called with what the camera took, before the first part with the new settings;
                gives the recipe as it is to stand in the results.

        Raises:
            Refused: the camera refuses; all stays as it was.
        """
        recipe = active.version.recipe
        self._stop_trigger()

        def switch() -> AppliedAcquisition | None:
            self._inference.drain()
            applied = self._capture.arm(recipe.acquisition, _arming(recipe, mode))
            if active is not self._recipe:
                self._recipe.close()
            self._recipe = settle(applied) if settle else active
            self._mode = mode
            return applied

        try:
            return self._capture.call(switch)
        except CameraFault as fault:
            raise Refused(f"the camera refuses: {fault}") from fault
        except TimeoutError as error:
            raise Refused("the camera is busy; nothing was changed, try again") from error
        finally:
            self._start_trigger()

    def _start_trigger(self) -> None:
        recipe = self._recipe.version.recipe
        self._trigger = triggers()[recipe.trigger.type](recipe.trigger, self._on_trigger)
        if self._mode is not Mode.LIVE:
            self._trigger.start()

    def _stop_trigger(self) -> None:
        if self._trigger and self._mode is not Mode.LIVE:
            self._trigger.stop()
        self._trigger = None

    def _activate(self, version: RecipeVersion) -> ActiveRecipe:
        return activate(
            version,
            self._settings.data_dir / "models",
            self._settings.inference.threads,
            self._camera,
        )

    def _activate_or_refuse(self, version: RecipeVersion) -> ActiveRecipe:
        try:
            active = self._activate(version)
        except ModelMissing as error:
            raise Refused(str(error)) from error
        self._conditions.clear("model_missing")
        return active

    def _check_mode(self, active: ActiveRecipe) -> None:
        if self._mode is Mode.INSPECT and active.model is None:
            name = active.version.recipe.name
            raise Refused(f"recipe {name!r} names no model; stop the inspection first")

    def _stored_recipe(self) -> RecipeVersion:
        name, version = self._state.get("recipe_name"), self._state.get("recipe_version")
        stored = self._recipes.get(name, int(version)) if name and version else None
        return stored or self._recipes.save(DEFAULT_RECIPE, "okng")

    def _remember(self, version: RecipeVersion) -> None:
        self._state.set("recipe_name", version.recipe.name)
        self._state.set("recipe_version", str(version.version))


def _arming(recipe: Recipe, mode: Mode) -> Arming | LineTriggerSettings:
    """How the camera waits: collecting by button keeps the live view running beside it."""
    if mode is Mode.LIVE:
        return "free_running"
    if isinstance(recipe.trigger, LineTriggerSettings):
        return recipe.trigger
    return "free_running" if mode is Mode.COLLECT else "software"


def _as_taken(asked: Acquisition, applied: AppliedAcquisition | None) -> Acquisition:
    """What was asked, with the camera's values where it rounded or clipped them."""
    if applied is None:
        return asked
    corrected = {correction.setting for correction in applied.corrections}
    names = corrected & {"exposure_us", "gain_db", "frame_rate_hz"}
    taken = {name: getattr(applied, name) for name in names}
    if asked.roi:
        taken["roi"] = RegionOfInterest(
            offset_x=applied.offset_x,
            offset_y=applied.offset_y,
            width=applied.width,
            height=applied.height,
        )
    return asked.model_copy(update=taken)


def _wait(future: Future[T], wait_ms: int) -> T | None:
    """What came of it within `wait_ms`; None when nothing did."""
    try:
        return future.result(wait_ms / 1000)
    except FutureTimeoutError:
        return None
