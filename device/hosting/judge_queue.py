"""The bounded queue of pictures that programs send, and the thread that judges them in order."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from okng.device.hosting.commands import HostedJudgement, JudgePicture, VersionChoice
from okng.device.hosting.errors import (
    HostingError,
    HugePictureError,
    NotHostedError,
    NotOnStationError,
    QueueFullError,
)
from okng.device.hosting.hosted_models import HostedModels
from okng.device.hosting.judge_picture import judge_picture
from okng.device.hosting.settings import MEBIBYTE, HostingSettings
from okng.device.recipes.recipe import Recipe, RecipeVersion
from okng.device.store.recipes import RecipeStore
from okng.device.types import ModelReference


@dataclass(frozen=True)
class QueueCounts:
    """How many pictures there were since the start, and how many there are."""

    waiting: int
    judged: int
    refused: int
    judging_s: float


class JudgeQueue:
    """Judges pictures one after the other; usable from any thread.

    A picture whose model has still to be started waits for that beside the others.
    """

    def __init__(self, data_dir: Path, models: HostedModels, settings: HostingSettings) -> None:
        self.length = settings.queue_length
        self._memory_bytes = settings.picture_memory_mb * MEBIBYTE
        self._models = models
        self._recipes = RecipeStore(data_dir)
        self._thread = ThreadPoolExecutor(1, "judge")
        self._lock = threading.Lock()
        self._waiting: dict[Future[HostedJudgement], int] = {}
        """The bytes of each picture that is not answered yet."""
        self._judged = self._refused = 0
        self._judging_s = 0.0

    def counts(self) -> QueueCounts:
        """The counts of this moment."""
        with self._lock:
            return QueueCounts(len(self._waiting), self._judged, self._refused, self._judging_s)

    def submit(self, command: JudgePicture) -> Future[HostedJudgement]:
        """Puts a picture into the queue.

        Raises:
            HostingError: there is no room, no such model or recipe, or the model isn't hosted.
        """
        arrived_s = time.monotonic()
        recipe = self._recipe_of(command)
        future: Future[HostedJudgement] = Future()
        self._enter(future, len(command.attachment))
        future.add_done_callback(lambda done: self._leave(done, arrived_s))
        try:
            self._begin(command, recipe, arrived_s, future)
        except BaseException as error:
            _fail(future, error)
            raise
        return future

    def _begin(
        self,
        command: JudgePicture,
        version: RecipeVersion,
        arrived_s: float,
        future: Future[HostedJudgement],
    ) -> None:
        def judge() -> None:
            try:
                with self._models.borrow(models) as loaded:
                    if not future.set_running_or_notify_cancel():
                        return
                    judged = judge_picture(command, version, loaded, self._memory_bytes, arrived_s)
                # Who hears of it may have the models make room at once.
                future.set_result(judged)
            except NotHostedError as error:
                if command.start_on_demand:
                    # It had to make room for another one before its turn came.
                    self._models.start_on_demand(models, go_on)
                else:
                    _fail(future, error)
            except Exception as error:  # noqa: BLE001 - said by the process that asked
                _fail(future, error)

        def go_on(problem: HostingError | None) -> None:
            if problem is None:
                self._thread.submit(judge)
            else:
                _fail(future, problem)

        models = models_of(version.recipe)
        missing = self._models.missing(models)
        if not missing:
            self._thread.submit(judge)
        elif command.start_on_demand:
            self._models.start_on_demand(missing, go_on)
        else:
            names = ", ".join(f"{model.name} version {model.version}" for model in missing)
            raise NotHostedError(f"not hosted now: {names}; start it first")

    def _enter(self, future: Future[HostedJudgement], size_bytes: int) -> None:
        with self._lock:
            if size_bytes > self._memory_bytes:
                raise HugePictureError(
                    f"the picture has {size_bytes / MEBIBYTE:,.0f} MiB; at most "
                    f"{self._memory_bytes / MEBIBYTE:,.0f} are allowed (hosting.picture_memory_mb)"
                )
            if len(self._waiting) >= self.length:
                self._refused += 1
                raise QueueFullError(
                    f"{self.length} pictures wait already (hosting.queue_length); try again"
                )
            if sum(self._waiting.values()) + size_bytes > self._memory_bytes:
                self._refused += 1
                raise QueueFullError(
                    "the pictures that wait take all of hosting.picture_memory_mb "
                    f"({self._memory_bytes / MEBIBYTE:,.0f} MiB); try again"
                )
            self._waiting[future] = size_bytes

    def _leave(self, future: Future[HostedJudgement], arrived_s: float) -> None:
        with self._lock:
            del self._waiting[future]
            if not future.cancelled() and future.exception() is None:
                self._judged += 1
                self._judging_s += time.monotonic() - arrived_s

    def _recipe_of(self, command: JudgePicture) -> RecipeVersion:
        """The stored recipe, or one that has nothing but the model."""
        if command.recipe:
            return self._stored(command.recipe)
        assert command.model
        model = self._models.resolve(command.model)
        recipe = Recipe(name="judge", model=model, threshold=command.threshold)
        return RecipeVersion.unsaved(recipe, "okng")

    def _stored(self, choice: VersionChoice) -> RecipeVersion:
        version = self._recipes.get(choice.name, choice.version)
        if version is None:
            stored = self._recipes.list()
            names = ", ".join(f"{listed.recipe.name} version {listed.version}" for listed in stored)
            number = "" if choice.version is None else f" version {choice.version}"
            raise NotOnStationError(
                f"recipe {choice.name!r}{number} is not stored; there are: {names or 'none'}"
            )
        return version


def _fail(future: Future[HostedJudgement], error: BaseException) -> None:
    """Ends the picture's wait with an error, unless whoever sent it has given up."""
    if future.running() or future.set_running_or_notify_cancel():
        future.set_exception(error)


def models_of(recipe: Recipe) -> list[ModelReference]:
    """The models that a recipe names, the anomaly model first."""
    detector = recipe.detection.model if recipe.detection else None
    return [model for model in (recipe.model, detector) if model]
