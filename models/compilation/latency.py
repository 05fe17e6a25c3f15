"""How long engines take for a picture, measured in turns, so that all see the same machine."""

from __future__ import annotations

import statistics
import time
from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from okng.models.engines.engine import Array, Engine

MOST_ROUNDS, LEAST_ROUNDS, BUDGET_S = 200, 20, 3.0


class Latency(BaseModel):
    """Of one engine: wall time of one call, batch 1."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    median_ms: float
    p95_ms: float
    calls: int


def measure(
    engines: Mapping[str, Engine], inputs: Sequence[Mapping[str, Array]]
) -> dict[str, Latency]:
    """Every engine once a round, on one of the `inputs` after the other.

    As many rounds as fit into `BUDGET_S`, within limits. The engines are warmed up by a round that
    does not count.
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
            median_ms=statistics.median(taken),
            p95_ms=statistics.quantiles(taken, n=20, method="inclusive")[-1],
            calls=len(taken),
        )
        for name, taken in taken_ms.items()
    }
