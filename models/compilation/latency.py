"""Latency of engines, measured in turns, so that all see the machine in the same state."""

from __future__ import annotations

import statistics
import time
from collections.abc import Mapping, Sequence

from okng.models.arrays import AnyArray
from okng.models.engines.engine import Engine
from okng.models.strict_model import StrictModel

MOST_ROUNDS, LEAST_ROUNDS, BUDGET_S = 200, 20, 3.0


class Latency(StrictModel):
    """Latency of one engine: the wall time of one call with a batch of 1."""

    median_ms: float
    p95_ms: float
    calls: int


def measure(
    engines: Mapping[str, Engine], inputs: Sequence[Mapping[str, AnyArray]]
) -> dict[str, Latency]:
    """Call every engine once a round, with the `inputs` in turn.

    There are as many rounds as fit into `BUDGET_S`, within limits. A first round warms the engines
    up and does not count.
    """
    taken_ms: dict[str, list[float]] = {name: [] for name in engines}
    begun = time.perf_counter()
    for number in range(1 + MOST_ROUNDS):
        for name, engine in engines.items():
            start = time.perf_counter()
            engine.run(inputs[number % len(inputs)])
            if number:
                taken_ms[name].append((time.perf_counter() - start) * 1e3)
        if number >= LEAST_ROUNDS and time.perf_counter() - begun > BUDGET_S:
            break
    return {
        name: Latency(
            median_ms=statistics.median(times),
            p95_ms=statistics.quantiles(times, n=20, method="inclusive")[-1],
            calls=len(times),
        )
        for name, times in taken_ms.items()
    }
