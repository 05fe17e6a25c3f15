"""Processes that judge side by side, and loads for them.

A closed loop gives each worker its next picture when one is judged, and shows what they can do. An
open loop lets pictures come by themselves, at random (Poisson), and in turns to the workers; a
latency begins with the arrival, so that a picture which waits for a slow one before it counts as
slow, too ("coordinated omission": G. Tene, How NOT to Measure Latency, 2013).
"""

from __future__ import annotations

import multiprocessing
import time
from contextlib import AbstractContextManager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any

import numpy as np

from okng.models.compilation.child import cause_of_death, end_group
from okng.models.tuning.worker import Answer, Job, Load, serve

START_LIMIT_S = 120.0
"""Some engines compile when they load."""
GRACE_S = 60.0
"""Beyond a load's end, for a picture that was begun."""
LEAD_S = 0.05
"""Until a load begins, so that all workers know of it."""
OVERRUN = 1.5
"""Times an open loop's seconds, until pictures that still wait are given up."""


class WorkerError(RuntimeError):
    """A worker that could not load the model, or ended; the message says which."""


class Workers(AbstractContextManager["Workers"]):
    """So many of the same job, loaded and warmed up; ended at the end of the context."""

    def __init__(self, job: Job, count: int) -> None:
        """Raises `WorkerError`, after which none is left."""
        spawn = multiprocessing.get_context("spawn")
        self._connections: list[Connection] = []
        self._processes: list[BaseProcess] = []
        try:
            for _ in range(count):
                here, there = spawn.Pipe()
                process = spawn.Process(target=serve, args=(there, job))
                self._connections.append(here)
                self._processes.append(process)
                process.start()
                there.close()
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

    def closed_loop(self, seconds: float) -> tuple[float, list[Answer]]:
        """All workers busy for so long; when it began, and what each did.

        Raises `WorkerError`.
        """
        begin_s = time.monotonic() + LEAD_S
        load = Load(begin_s, begin_s + seconds)
        return begin_s, self._drive([load] * len(self._processes), seconds)

    def open_loop(self, seconds: float, rate_hz: float, seed: int) -> tuple[float, list[Answer]]:
        """So many pictures a second, at random; when it began, and what each worker did.

        What still waits after half as long again is given up. Raises `WorkerError`.
        """
        begin_s = time.monotonic() + LEAD_S
        # Of a Poisson process whose number is known, the times are uniform.
        number = max(1, round(rate_hz * seconds))
        offsets = np.random.default_rng(seed).uniform(0, seconds, number)
        arrivals = sorted((begin_s + offsets).tolist())
        count = len(self._processes)
        loads = [
            Load(begin_s, begin_s + seconds * OVERRUN, tuple(arrivals[worker::count]))
            for worker in range(count)
        ]
        return begin_s, self._drive(loads, seconds * OVERRUN)

    def _drive(self, loads: list[Load], seconds: float) -> list[Answer]:
        for number, (connection, load) in enumerate(zip(self._connections, loads, strict=True)):
            try:
                connection.send(load)
            except OSError:
                raise self._died(number) from None
        return self._receive_all(seconds + GRACE_S)

    def _receive_all(self, limit_s: float) -> list[Any]:
        deadline = time.monotonic() + limit_s
        return [self._receive(number, deadline) for number in range(len(self._connections))]

    def _receive(self, number: int, deadline: float) -> Any:
        """A worker's answer; raises `WorkerError` for its failure, its end, and its silence."""
        try:
            if not self._connections[number].poll(max(0.0, deadline - time.monotonic())):
                raise WorkerError(f"{self._named(number)} gave no answer in time")
            answer = self._connections[number].recv()
        except (EOFError, OSError):
            raise self._died(number) from None
        if isinstance(answer, str):
            raise WorkerError(f"{self._named(number)}: {answer}")
        return answer

    def _died(self, number: int) -> WorkerError:
        process = self._processes[number]
        process.join()
        return WorkerError(f"{self._named(number)} {cause_of_death(process.exitcode)}")

    def _named(self, number: int) -> str:
        return f"worker {number + 1} of {len(self._processes)}"

    def _end(self) -> None:
        for process in self._processes:
            end_group(process)
        for connection in self._connections:
            connection.close()
