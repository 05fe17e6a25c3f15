"""Processes that judge side by side, and loads for them.

A closed loop gives each worker its next picture when one is judged, and shows what they can do. An
open loop lets pictures come by themselves, at random (Poisson), and in turns to the workers; a
latency begins with the arrival, so that a picture which waits for a slow one before it counts as
slow, too ("coordinated omission": G. Tene, How NOT to Measure Latency, 2013).
"""

from __future__ import annotations

import time
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Any

import numpy as np

from okng.models.errors import OkngError
from okng.models.processes import (
    ChildProcess,
    ProcessEndedError,
    ProcessError,
    ProcessTimeoutError,
)
from okng.models.tuning.tuning_worker import Load, LoadResult, WorkerTask, serve

START_LIMIT_S = 120.0
"""Some engines compile when they load."""
GRACE_S = 60.0
"""Beyond a load's end, for a picture that was begun."""
LEAD_S = 0.05
"""Until a load begins, so that all workers know of it."""
OVERRUN = 1.5
"""Times an open loop's seconds, until pictures that still wait are given up."""


class WorkerError(OkngError, RuntimeError):
    """A worker that could not load the model, or ended; the message says which."""


class Workers(AbstractContextManager["Workers"]):
    """So many workers with the same task, loaded and warmed up; ended with the context."""

    def __init__(self, task: WorkerTask, count: int) -> None:
        """Raises `WorkerError`, after which none is left."""
        self._workers: list[ChildProcess] = []
        try:
            for _ in range(count):
                self._workers.append(ChildProcess(serve, task))
            self._receive_all(START_LIMIT_S)
        except BaseException:
            self._end()
            raise

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._end()

    def closed_loop(self, seconds: float) -> tuple[float, list[LoadResult]]:
        """All workers busy for so long; when it began, and what each did.

        Raises `WorkerError`.
        """
        begin_s = time.monotonic() + LEAD_S
        load = Load(begin_s, begin_s + seconds)
        return begin_s, self._drive([load] * len(self._workers), seconds)

    def open_loop(
        self, seconds: float, rate_hz: float, seed: int
    ) -> tuple[float, list[LoadResult]]:
        """So many pictures a second, at random; when it began, and what each worker did.

        What still waits after half as long again is given up. Raises `WorkerError`.
        """
        begin_s = time.monotonic() + LEAD_S
        # Of a Poisson process whose number is known, the times are uniform.
        number = max(1, round(rate_hz * seconds))
        offsets = np.random.default_rng(seed).uniform(0, seconds, number)
        arrivals = sorted((begin_s + offsets).tolist())
        count = len(self._workers)
        loads = [
            Load(begin_s, begin_s + seconds * OVERRUN, tuple(arrivals[worker::count]))
            for worker in range(count)
        ]
        return begin_s, self._drive(loads, seconds * OVERRUN)

    def _drive(self, loads: list[Load], seconds: float) -> list[LoadResult]:
        for number, (worker, load) in enumerate(zip(self._workers, loads, strict=True)):
            try:
                worker.send(load)
            except ProcessError as error:
                raise self._error(number, error) from None
        return self._receive_all(seconds + GRACE_S)

    def _receive_all(self, limit_s: float) -> list[Any]:
        deadline_s = time.monotonic() + limit_s
        return [self._receive(number, deadline_s) for number in range(len(self._workers))]

    def _receive(self, number: int, deadline_s: float) -> Any:
        """A worker's answer; raises `WorkerError` for its failure, its end, and its silence."""
        try:
            return self._workers[number].receive(deadline_s)
        except ProcessError as error:
            raise self._error(number, error) from None

    def _error(self, number: int, error: ProcessError) -> WorkerError:
        follows = isinstance(error, ProcessEndedError | ProcessTimeoutError)
        name = f"worker {number + 1} of {len(self._workers)}"
        return WorkerError(f"{name} {error}" if follows else f"{name}: {error}")

    def _end(self) -> None:
        for worker in self._workers:
            worker.end()
