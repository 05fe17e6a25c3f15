"""The hosted models: started and stopped one after the other, within a limit of memory."""

from __future__ import annotations

import ctypes
import gc
import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from okng.device.hosting.commands import HostedModel, HostingState, VersionChoice
from okng.device.hosting.errors import (
    HostingError,
    HostingMemoryError,
    HostingStateError,
    NotHostedError,
    NotOnStationError,
)
from okng.device.hosting.kept_models import KeptModels, read_kept_models, write_kept_models
from okng.device.hosting.model_memory import HostableModel, load_hosted, measure_model_memory
from okng.device.hosting.settings import MEBIBYTE
from okng.device.types import ModelReference
from okng.models.bundles.bundle import read_manifest
from okng.models.bundles.manifest import Manifest
from okng.models.compilation.build_choice import read_choice
from okng.models.errors import OkngError

log = logging.getLogger(__name__)

_LIBC = ctypes.CDLL(None)

LONGEST_JUDGEMENT_S = 10.0
"""How long a model that is to make room may go on with the picture that it judges."""


@dataclass
class _Place:
    """One model's place, from its start to its stop."""

    model: ModelReference
    key: str
    """Of its memory in `KeptModels`."""
    needed_bytes: int
    """Measured, or until then the least that it can take: its files' size."""
    on_demand: bool
    status: HostingState = HostingState.STARTING
    problem: HostingError | None = None
    """Why it is FAILED."""
    loaded: HostableModel | None = None
    used_s: float = field(default_factory=time.monotonic)
    judging: threading.Lock = field(default_factory=threading.Lock)
    """Held while the model judges: it is not thread-safe, and must not go meanwhile."""

    def public(self) -> HostedModel:
        hosted = self.status in (HostingState.HOSTED, HostingState.STOPPING)
        return HostedModel(
            model=self.model,
            status=self.status,
            message=str(self.problem or ""),
            memory_bytes=self.needed_bytes if hosted else None,
            on_demand=self.on_demand,
        )


class HostedModels:
    """All models that aren't stopped; usable from any thread.

    One thread loads, one model after the other. Models that a judge call started make room for
    others, the one that was used the longest ago first; those that were started never do.
    """

    def __init__(self, data_dir: Path, threads: int, limit_bytes: int) -> None:
        self.limit_bytes = limit_bytes
        self._data_dir = data_dir
        self._models_dir = data_dir / "models"
        self._threads = threads
        self._lock = threading.RLock()
        self._places: dict[ModelReference, _Place] = {}
        self._memory: dict[str, int] = {}
        self._loader = ThreadPoolExecutor(1, "load")

    def restore(self) -> None:
        """Starts what was hosted when the process ended; what can't be started is FAILED."""
        kept = read_kept_models(self._data_dir)
        with self._lock:
            self._memory = dict(kept.memory_bytes)
            for model in kept.models:
                try:
                    place = self._new_place(model, on_demand=False)
                    self._make_room(place)
                except HostingError as error:
                    place = _Place(model, "", 0, False, HostingState.FAILED, error)
                    log.error("%s can't be hosted: %s", _named(model), error)
                self._places[model] = place
                if place.status is HostingState.STARTING:
                    self._loader.submit(self._load, place)

    def statuses(self) -> list[HostedModel]:
        """All that aren't stopped, by name and version."""
        with self._lock:
            places = sorted(
                self._places.values(), key=lambda place: (place.model.name, place.model.version)
            )
            return [place.public() for place in places]

    def memory_bytes(self) -> int:
        """What the models take together."""
        with self._lock:
            return sum(place.needed_bytes for place in self._occupied())

    def start(self, model: ModelReference) -> HostedModel:
        """Begins to load a model, and keeps it for restarts; as `HostingClient.start`."""
        with self._lock:
            place = self._places.get(model)
            if place and place.status is not HostingState.FAILED:
                if not place.on_demand or place.status is HostingState.STOPPING:
                    raise HostingStateError(f"{_named(model)} is {place.status} already")
                place.on_demand = False
                self._keep()
                return place.public()
            place = self._begin(model, on_demand=False)
            try:
                self._keep()
            except OSError:
                del self._places[model]
                raise
            self._loader.submit(self._load, place)
            return place.public()

    def stop(self, model: ModelReference) -> HostedModel:
        """Unloads a model and forgets it; as `HostingClient.stop`."""
        with self._lock:
            place = self._places.get(model)
            status = place.status if place else HostingState.STOPPED
            if place is None or status not in (HostingState.HOSTED, HostingState.FAILED):
                raise HostingStateError(
                    f"{_named(model)} is {status}; only one that is HOSTED or FAILED can be stopped"
                )
            place.status = HostingState.STOPPING
        with place.judging:
            self._unload(place)
        with self._lock:
            self._keep()
        return HostedModel(model=model, status=HostingState.STOPPED)

    def resolve(self, choice: VersionChoice) -> ModelReference:
        """The version that is meant: without a number the newest hosted, or else the newest.

        Raises:
            NotOnStationError: there is no such model.
        """
        if choice.version is not None:
            return ModelReference(name=choice.name, version=choice.version)
        with self._lock:
            versions = [
                model.version
                for model, place in self._places.items()
                if model.name == choice.name and place.status is HostingState.HOSTED
            ]
        versions = versions or [
            int(folder.name)
            for folder in (self._models_dir / choice.name).glob("[1-9]*")
            if folder.name.isdecimal()
        ]
        if not versions:
            raise NotOnStationError(f"there is no model {choice.name!r} on this station")
        return ModelReference(name=choice.name, version=max(versions))

    def missing(self, models: Sequence[ModelReference]) -> list[ModelReference]:
        """Those that aren't hosted now."""
        with self._lock:
            return [
                model
                for model in models
                if (place := self._places.get(model)) is None
                or place.status is not HostingState.HOSTED
            ]

    def start_on_demand(
        self, models: Sequence[ModelReference], then: Callable[[HostingError | None], None]
    ) -> None:
        """Loads what is missing, and calls `then` in the loading thread, with what went wrong."""

        def load() -> None:
            try:
                for model in models:
                    self._load_on_demand(model)
            except HostingError as error:
                then(error)
            except Exception as error:
                log.exception("models could not be started")
                then(HostingError(f"the models could not be started: {error}"))
            else:
                then(None)

        self._loader.submit(load)

    @contextmanager
    def borrow(self, models: Sequence[ModelReference]) -> Iterator[list[HostableModel]]:
        """The loaded models, for this thread alone until the end of the block.

        Raises:
            NotHostedError: one isn't hosted now.
        """
        with self._lock:
            # All before any is held: who has this lock may wait for one that is held.
            places = [self._places.get(model) for model in models]
        with ExitStack() as stack:
            loaded = []
            for model, place in zip(models, places, strict=True):
                if place:
                    stack.enter_context(place.judging)
                if place is None or place.loaded is None:
                    status = place.status if place else HostingState.STOPPED
                    raise NotHostedError(f"{_named(model)} is not hosted (it is {status})")
                place.used_s = time.monotonic()
                loaded.append(place.loaded)
            yield loaded

    # --- in the loading thread, or with the lock held ----------------------------------------

    def _load_on_demand(self, model: ModelReference) -> None:
        with self._lock:
            place = self._places.get(model)
            if place and place.status is HostingState.HOSTED:
                return
            if place and place.status is HostingState.STOPPING:
                raise NotHostedError(f"{_named(model)} is being stopped")
            if place is None or place.status is HostingState.FAILED:
                # One that was started and failed stays to be hosted.
                place = self._begin(model, on_demand=place is None or place.on_demand)
        self._load(place)
        if place.problem:
            raise place.problem

    def _begin(self, model: ModelReference, on_demand: bool) -> _Place:
        place = self._new_place(model, on_demand)
        self._make_room(place)
        self._places[model] = place
        return place

    def _new_place(self, model: ModelReference, on_demand: bool) -> _Place:
        path = self._folder(model)
        if not path.is_dir():
            raise NotOnStationError(f"{_named(model)} is not on this station")
        try:
            manifest = read_manifest(path, Manifest)
            choice = read_choice(path)
        except OkngError as error:
            raise HostingError(f"{_named(model)} can't be used: {error}") from error
        key = f"{manifest.content_hash} {choice.build if choice else 'original'}"
        least = sum((path / file).stat().st_size for file in manifest.files)
        return _Place(model, key, self._memory.get(key, least), on_demand)

    def _load(self, place: _Place) -> None:
        """Measures, loads and warms up; whatever goes wrong makes the model FAILED."""
        if place.status is not HostingState.STARTING:
            return
        path = self._folder(place.model)
        try:
            if place.key not in self._memory:
                self._memory[place.key] = measure_model_memory(path, self._threads)
                log.info("%s takes %d MiB", _named(place.model), self._memory[place.key] // 2**20)
            with self._lock:
                place.needed_bytes = max(self._memory[place.key], 1)
                self._make_room(place)
            loaded = load_hosted(path, self._threads)
        except HostingError as error:
            self._fail(place, error)
        except Exception as error:
            # An engine may fail in any way; the others stay hosted.
            if not isinstance(error, OkngError):
                log.exception("%s could not be started", _named(place.model))
            self._fail(place, HostingError(f"{_named(place.model)} can't be started: {error}"))
        else:
            with self._lock:
                place.loaded, place.status = loaded, HostingState.HOSTED
                try:
                    self._keep()
                except OSError as error:
                    log.warning("the memory that it takes is measured again next time: %s", error)
            log.info("%s is hosted", _named(place.model))

    def _fail(self, place: _Place, problem: HostingError) -> None:
        with self._lock:
            place.status, place.problem = HostingState.FAILED, problem
        log.error("%s is not hosted: %s", _named(place.model), problem)

    def _make_room(self, place: _Place) -> None:
        """Unloads what was started on demand, after the picture at hand, until the model fits.

        Raises:
            HostingMemoryError: it doesn't.
        """
        while True:
            others = [other for other in self._occupied() if other is not place]
            used_bytes = sum(other.needed_bytes for other in others)
            if used_bytes + place.needed_bytes <= self.limit_bytes:
                return
            movable = [
                other for other in others if other.on_demand and other.status is HostingState.HOSTED
            ]
            oldest = min(movable, key=lambda other: other.used_s, default=None)
            if oldest is None or not oldest.judging.acquire(timeout=LONGEST_JUDGEMENT_S):
                raise HostingMemoryError(
                    f"{_named(place.model)} takes {_mebibytes(place.needed_bytes)}, and of the "
                    f"{_mebibytes(self.limit_bytes)} that hosted models may take "
                    f"(hosting.memory_limit_mb) {_mebibytes(used_bytes)} are in use; stop another "
                    "model, or raise the limit"
                )
            try:
                self._unload(oldest)
            finally:
                oldest.judging.release()

    def _unload(self, place: _Place) -> None:
        place.loaded = None
        with self._lock:
            place.status = HostingState.STOPPED
            if self._places.get(place.model) is place:
                del self._places[place.model]
        gc.collect()
        # What the allocator keeps for later would count against the machine's memory.
        _LIBC.malloc_trim(0)

    def _occupied(self) -> list[_Place]:
        return [place for place in self._places.values() if place.status is not HostingState.FAILED]

    def _keep(self) -> None:
        started = tuple(place.model for place in self._places.values() if not place.on_demand)
        write_kept_models(
            self._data_dir, KeptModels(models=started, memory_bytes=dict(self._memory))
        )

    def _folder(self, model: ModelReference) -> Path:
        return self._models_dir / model.name / str(model.version)


def _named(model: ModelReference) -> str:
    return f"model {model.name} version {model.version}"


def _mebibytes(count: int) -> str:
    return f"{count / MEBIBYTE:,.0f} MiB"
