"""How long verdicts took: percentiles over the newest triggers, for all and for each recipe."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from okng.device.types import Name
from okng.models.strict_model import StrictModel


@dataclass(frozen=True, slots=True)
class VerdictTime:
    """What a recipe took for one verdict."""

    recipe: str | None
    verdict_ms: float
    """From the trigger edge."""
    late: bool


class LatencyPercentiles(StrictModel):
    """Latency from trigger edge to verdict, of the newest 1000 inspections; null without any."""

    p50_ms: float | None
    p95_ms: float | None
    p99_ms: float | None


class RecipeLatency(LatencyPercentiles):
    """The same of those of one recipe, in all its versions."""

    recipe: Name
    parts: int
    late: int
    """Verdicts after the time limit, or late for the gate."""


def percentiles(times: Iterable[VerdictTime]) -> LatencyPercentiles:
    """The percentiles over all."""
    verdicts_ms = [time.verdict_ms for time in times]
    if not verdicts_ms:
        return LatencyPercentiles(p50_ms=None, p95_ms=None, p99_ms=None)
    p50_ms, p95_ms, p99_ms = np.percentile(verdicts_ms, (50, 95, 99)).tolist()
    return LatencyPercentiles(p50_ms=p50_ms, p95_ms=p95_ms, p99_ms=p99_ms)


def by_recipe(times: Iterable[VerdictTime]) -> list[RecipeLatency]:
    """The percentiles of each recipe, by name."""
    recipes: dict[str, list[VerdictTime]] = defaultdict(list)
    for time in times:
        if time.recipe is not None:
            recipes[time.recipe].append(time)
    return [
        RecipeLatency(
            recipe=recipe,
            parts=len(own),
            late=sum(time.late for time in own),
            **percentiles(own).model_dump(),
        )
        for recipe, own in sorted(recipes.items())
    ]
