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

from okng.device.active_recipe import ActiveRecipe, ModelMissing, activate, identity_of
from okng.device.cameras import Camera
from okng.device.cameras.camera import AppliedAcquisition, Arming, CameraFault, CameraFeatures
from okng.device.capture import CaptureThread, Demand
from okng.device.conditions import Conditions
from okng.device.edges import EdgeCounter
from okng.device.inference import InferenceThread
from okng.device.judging import PartNotFound
from okng.device.part import Collected, Failure, Part
from okng.device.promotion import NotPassed, Promotions, judging_of
from okng.device.protocol import AppliedRecipe, QueueDepths, StationStatus, TriggerAnswer
from okng.device.recipe import Acquisition, Recipe, RecipeVersion, RegionOfInterest
from okng.device.recorder import RecorderThread
from okng.device.scene_watch import SceneWatch, scene_of
from okng.device.settings import StationSettings
from okng.device.shadow import ShadowThread
from okng.device.sinks import Sink
from okng.device.store.promotions import Change, ChangeKind
from okng.device.store.recipes import RecipeStore
from okng.device.store.state import StationState
from okng.device.store.trials import TrialStore
from okng.device.triggers import Trigger, triggers
from okng.device.triggers.line import LineTriggerSettings
from okng.device.types import (
    CameraState,
    DatasetPicture,
    Frame,
    Image,
    Inspection,
    Label,
    Mode,
    ModelReference,
    SceneDeviation,
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
        shadow: ShadowThread,
        scene_watch: SceneWatch,
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
        self._shadow = shadow
        self._scene_watch = scene_watch
        self._promotions = Promotions(settings.data_dir)
        self._trials = TrialStore(settings.data_dir)
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
        self._recipe = ActiveRecipe(self._stored_recipe(), None, None, None)

    # --- what it does ---------------------------------------------------------------------

    def start(self) -> None:
        """Comes back to the recipe and, if it was inspecting, to the inspection before the stop."""
        try:
            self._recipe = self._activate(self._recipe.version)
        except ModelMissing as error:
            self._conditions.set("model_missing", Severity.FAULT, str(error))
        if self._state.get("mode") == Mode.INSPECT and self._recipe.judges:
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
            Refused: `collect` without dataset and label, `inspect` with a recipe by which no part
                could be NG.
        """
        with self._changing:
            if mode is Mode.COLLECT and not (dataset and label):
                raise Refused("collecting needs a dataset and a label, normal or anomaly")
            if mode is Mode.INSPECT and not self._recipe.judges:
                name = self._recipe.version.recipe.name
                raise Refused(
                    f"recipe {name!r} has no usable model, and no rule that a detection could "
                    "break; train or choose a model first"
                )
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
            Refused: it names a model that isn't there or hasn't passed its regression set, or the
                camera refuses a setting.
        """
        with self._changing:
            return self._apply(recipe, ChangeKind.RECIPE, "", author)

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
            change = self._change_of_model(active, ChangeKind.RECIPE, "", author)

            def settle(_: AppliedAcquisition | None) -> ActiveRecipe:
                self._promotions.store.switch_to(stored, change, author)
                return active

            applied = self._change(active, self._mode, settle)
            self._follow_trial()
        log.info("%s activated recipe %s version %d", author, name, stored.version)
        return AppliedRecipe(recipe=stored, acquisition=applied)

    def promote_model(
        self, model: ModelReference, threshold: float | None, why: str, author: str
    ) -> AppliedRecipe:
        """Runs the present recipe with another model version; parts before are finished first.

        Raises:
            Refused: it runs already, isn't there, or hasn't passed its regression set.
        """
        with self._changing:
            recipe = _with_model(self._recipe.version.recipe, model, threshold)
            return self._apply(recipe, ChangeKind.PROMOTION, why, author)

    def roll_back_model(self, why: str, author: str) -> AppliedRecipe:
        """Runs the present recipe with the model version before, and the threshold of then.

        Raises:
            Refused: there is none, or it isn't on the station any more.
        """
        with self._changing:
            name = self._recipe.version.recipe.name
            before = self._promotions.store.version_before(name)
            if before is None:
                raise Refused(f"there is no model version before the present one in {name!r}")
            reference = ModelReference(name=before.model.name, version=before.model.version)
            recipe = _with_model(self._recipe.version.recipe, reference, before.threshold)
            return self._apply(recipe, ChangeKind.ROLLBACK, why, author)

    def start_trial(
        self, reference: ModelReference, threshold: float | None, author: str
    ) -> StationStatus:
        """Lets a model version judge beside the one that runs, until it ends or another runs.

        Raises:
            Refused: a trial runs already, there is no such model, or nothing to try it beside.
        """
        with self._changing:
            running = judging_of(self._recipe)
            if running is None:
                raise Refused("the recipe has no usable model to try another one beside")
            if trial := self._shadow.trial or self._trials.running():
                which = f"{trial.model.name} version {trial.model.version}"
                raise Refused(f"{which} is on trial already; end that trial first")
            try:
                model = self._shadow.load(reference)
            except ModelMissing as error:
                raise Refused(str(error)) from error
            identity = identity_of(model)
            limit = model.threshold if threshold is None else threshold
            if (identity, limit) == (running.model, running.threshold):
                raise Refused(f"{identity.name} version {identity.version} is the one that runs")
            trial = self._trials.start(identity, limit, running.model, author)
            self._shadow.follow(trial, model)
        return self.status()

    def stop_trial(self, author: str) -> StationStatus:
        """Ends the trial; does nothing when none runs."""
        with self._changing:
            self._trials.stop(author)
            self._shadow.follow(None)
        return self.status()

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
            try:
                return TriggerAnswer(trigger_id=None, picture=_wait(collected, wait_ms))
            except PartNotFound as error:
                raise Refused(f"nothing was stored: {error}") from error
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
        recipe, trial = self._recipe, self._shadow.trial
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
            detector=recipe.detector.identity if recipe.detector else None,
            threshold=recipe.threshold,
            trial=trial.model if trial else None,
            queues=QueueDepths(inference=self._inference.depth, recorder=self._recorder.depth),
            sinks=tuple(sink.status() for sink in self._sinks),
            free_bytes=shutil.disk_usage(self._settings.data_dir).free,
            conditions=self._conditions.present(),
            scene_watched=recipe.scene is not None,
            scene_note=_scene_note(recipe),
            scene=self._scene_watch.status(recipe.identity),
        )

    def scene_of(self, image: Image) -> SceneDeviation | None:
        """How a live picture's scene differs from that of the recipe's model.

        None also where the model has learnt crops of parts: in a live picture none is looked for.
        """
        return None if self._recipe.cuts_part_out else scene_of(self._recipe.scene, image)

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
            self._inference.put(self._labelled(frame, Future()))
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
                self._inference.put(self._labelled(frame, collected))
            elif failure:
                collected.set_exception(Refused(failure.reason))

        self._capture.demand(Demand(deliver))

    def _labelled(self, frame: Frame, collected: Future[DatasetPicture]) -> Collected:
        assert self._dataset
        assert self._label
        return Collected(frame, self._recipe, self._dataset, self._label, self._author, collected)

    def _on_trigger(self, source: TriggerSource) -> None:
        """An edge of the recipe's own trigger (a timer)."""
        if self._mode is Mode.INSPECT:
            self._inspect(source, None, Future())
        elif self._mode is Mode.COLLECT:
            self._collect(Future())

    def _apply(self, recipe: Recipe, kind: ChangeKind, why: str, author: str) -> AppliedRecipe:
        active = self._activate_or_refuse(_unsaved(recipe, author))
        self._check_mode(active)
        change = self._change_of_model(active, kind, why, author)
        if change is None and kind is not ChangeKind.RECIPE:
            assert recipe.model
            raise Refused(f"{recipe.model.name} version {recipe.model.version} runs already")

        def settle(applied: AppliedAcquisition | None) -> ActiveRecipe:
            acquisition = _as_taken(recipe.acquisition, applied)
            taken = recipe.model_copy(update={"acquisition": acquisition})
            version = self._recipes.save(taken, author)
            self._promotions.store.switch_to(version, change, author)
            return replace(active, version=version)

        applied = self._change(active, self._mode, settle)
        self._follow_trial()
        return AppliedRecipe(recipe=self._recipe.version, acquisition=applied)

    def _change_of_model(
        self, active: ActiveRecipe, kind: ChangeKind, why: str, author: str
    ) -> Change | None:
        try:
            return self._promotions.change(self._recipe, active, kind, why, author)
        except NotPassed as error:
            raise Refused(str(error)) from error

    def _follow_trial(self) -> None:
        """A trial beside a model that runs no more has ended."""
        if self._trials.running() is None:
            self._shadow.follow(None)

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
            # On the disk before a part is judged by it.
            settled = settle(applied) if settle else active
            if active is not self._recipe:
                self._recipe.close()
            self._recipe = settled
            self._mode = mode
            self._conditions.clear("part_not_found")
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
        active = activate(
            version,
            self._settings.data_dir / "models",
            self._settings.inference.threads,
            self._camera,
        )
        problems = []
        for model in active.models:
            if build := model.engine_build:
                name = model.bundle.manifest.name
                log.info("%s runs as %s, build %s", name, build.name, build.content_hash)
            if model.engine_problem:
                problems.append(model.engine_problem)
        if problems:
            self._conditions.set("engine_unfit", Severity.WARNING, "; ".join(problems))
        else:
            self._conditions.clear("engine_unfit")
        return active

    def _activate_or_refuse(self, version: RecipeVersion) -> ActiveRecipe:
        try:
            active = self._activate(version)
        except ModelMissing as error:
            raise Refused(str(error)) from error
        self._conditions.clear("model_missing")
        return active

    def _check_mode(self, active: ActiveRecipe) -> None:
        if self._mode is Mode.INSPECT and not active.judges:
            name = active.version.recipe.name
            raise Refused(
                f"recipe {name!r} names no model, and no rule that a detection could break; "
                "stop the inspection first"
            )

    def _stored_recipe(self) -> RecipeVersion:
        name, version = self._state.get("recipe_name"), self._state.get("recipe_version")
        stored = self._recipes.get(name, int(version)) if name and version else None
        return stored or self._recipes.save(DEFAULT_RECIPE, "okng")


def _unsaved(recipe: Recipe, author: str) -> RecipeVersion:
    return RecipeVersion(version=1, recipe=recipe, author=author, created_at=datetime.now(UTC))


def _arming(recipe: Recipe, mode: Mode) -> Arming | LineTriggerSettings:
    """How the camera waits: collecting by button keeps the live view running beside it."""
    if mode is Mode.LIVE:
        return "free_running"
    if isinstance(recipe.trigger, LineTriggerSettings):
        return recipe.trigger
    return "free_running" if mode is Mode.COLLECT else "software"


def _with_model(recipe: Recipe, model: ModelReference, threshold: float | None) -> Recipe:
    """A width of the review band that was set by hand belonged to the model before; none stays."""
    distance = 0.0 if recipe.review_distance == 0 else None
    update = {"model": model, "threshold": threshold, "review_distance": distance}
    return recipe.model_copy(update=update)


def _scene_note(recipe: ActiveRecipe) -> str | None:
    """What of the scene can't be watched, and why."""
    if recipe.model is None:
        return None
    if recipe.scene is None:
        return "This model has learnt no scene. Train again to watch the scene."
    note = recipe.scene.position_note
    said = [f"The position is not measured: {note}."] if note else []
    if recipe.cuts_part_out:
        said.append("Measured on the cut-out part, so not on the live picture.")
    return " ".join(said) or None


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
