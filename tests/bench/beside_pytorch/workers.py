"""Alternatives that are measured in turns, each in a process of its own."""

from __future__ import annotations

import multiprocessing
import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any

from beside_anomalib.processes import peak_memory_mb

Call = Callable[[], object]


@dataclass
class Alternative:
    """What opens one alternative in its process, and what was measured."""

    name: str
    precision: str
    opener: Callable[..., Call]
    """A function of a module; returns what is called once for a picture."""
    arguments: tuple[Any, ...]
    threads: int
    load_s: float = 0.0
    peak_mb: float = 0.0
    problem: str | None = None
    wall_ms: list[float] = field(default_factory=list)
    cpu_s: float = 0.0

    @property
    def mean_ms(self) -> float:
        return statistics.fmean(self.wall_ms)

    @property
    def median_ms(self) -> float:
        return statistics.median(self.wall_ms)

    @property
    def p95_ms(self) -> float:
        return statistics.quantiles(self.wall_ms, n=20, method="inclusive")[-1]

    @property
    def cpu_share(self) -> float:
        """Processor time against threads times wall time: well under 1 where others were at work
        on the cores."""
        return self.cpu_s / (self.threads * sum(self.wall_ms) / 1e3)


def measure(alternatives: Sequence[Alternative], warm_up: int, rounds: int, calls: int) -> None:
    """Fill in the figures: `rounds` times each alternative `calls` times, one after the other."""
    spawn = multiprocessing.get_context("spawn")
    open_ones = []
    for alternative in alternatives:
        connection, far_end = spawn.Pipe()
        process = spawn.Process(
            target=_serve,
            args=(far_end, alternative.opener, alternative.arguments, alternative.threads),
            daemon=True,
        )
        process.start()
        far_end.close()
        kind, value = _ask(connection, warm_up)
        if kind == "failed":
            alternative.problem = value
            process.join()
            continue
        alternative.load_s = value
        open_ones.append((alternative, connection, process))
    for _ in range(rounds):
        for alternative, connection, _process in open_ones:
            _, (wall_ms, cpu_s) = _ask(connection, calls)
            alternative.wall_ms += wall_ms
            alternative.cpu_s += cpu_s
    for alternative, connection, process in open_ones:
        _, alternative.peak_mb = _ask(connection, None)
        process.join()


def _ask(connection: Connection, request: object) -> tuple[str, Any]:
    connection.send(request)
    try:
        kind, value = connection.recv()
    except EOFError:
        return "failed", "its process died"
    return kind, value


def _serve(
    connection: Connection, opener: Callable[..., Call], arguments: tuple[Any, ...], threads: int
) -> None:
    # Not in the parent: a library reads it when it is imported.
    os.environ |= {f"{name}_NUM_THREADS": str(threads) for name in ("OMP", "OPENBLAS", "MKL")}
    warm_up = connection.recv()
    start = time.perf_counter()
    try:
        call = opener(*arguments, threads)
        load_s = time.perf_counter() - start
        _repeat(call, warm_up)
    except Exception as error:  # noqa: BLE001 - the row says so, and the others go on
        connection.send(("failed", f"{type(error).__name__}: {error}"))
        return
    connection.send(("loaded", load_s))
    while (calls := connection.recv()) is not None:
        connection.send(("measured", _repeat(call, calls)))
    connection.send(("ended", peak_memory_mb()))


def _repeat(call: Call, times: int) -> tuple[list[float], float]:
    wall_ms, begun = [], time.process_time()
    for _ in range(times):
        start = time.perf_counter()
        call()
        wall_ms.append((time.perf_counter() - start) * 1e3)
    return wall_ms, time.process_time() - begun
