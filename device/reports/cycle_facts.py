"""Cycle time: how long verdicts took, against the time between triggers, by the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

import numpy as np
from pydantic import AwareDatetime

from okng.device.store.inspection_rows import RecordedInspection
from okng.device.store.ledger import Ledger
from okng.device.store.recipes import RecipeStore
from okng.models.strict_model import StrictModel

NEWEST = 1000
"""Triggers that the figures are of."""
LEAST_PARTS = 20
"""Fewer have no 99th percentile that would mean anything."""
PAUSE = 10.0
"""A gap of so many median periods is a pause of the line, and no period."""


class CycleFacts(StrictModel):
    """Times of the newest parts that a model judged."""

    recipe: str
    parts: int
    first_at: AwareDatetime
    last_at: AwareDatetime
    verdict_p50_ms: float
    verdict_p99_ms: float
    late: int
    period_p50_ms: float | None
    """Median time between two triggers without pauses; null where there is none."""
    period_p1_ms: float | None
    """99 of 100 triggers came no sooner than this after the one before."""
    scene_changed: int
    """Parts that were judged while the scene counted as changed."""
    simulated: bool
    """Whether pictures came from an emulator or a folder: then times are not those of the line."""

    @property
    def load(self) -> float | None:
        """The slow verdict as a share of the short period: above 1 the station can't keep up."""
        return self.verdict_p99_ms / self.period_p1_ms if self.period_p1_ms else None


def cycle_facts(ledger: Ledger, recipes: RecipeStore, model: str) -> CycleFacts | None:
    """The times of the recipe that ran with the model last; None below `LEAST_PARTS` parts."""
    names = [
        version.recipe.name
        for version in recipes.list()
        if version.recipe.model and version.recipe.model.name == model
    ]
    newest: list[RecordedInspection] = []
    for name in names:
        parts = _judged(ledger.page(recipe=name, limit=NEWEST), model)
        if parts and (not newest or parts[0].seq > newest[0].seq):
            newest = parts
    if len(newest) < LEAST_PARTS:
        return None
    return _facts(newest)


def _judged(page: Sequence[RecordedInspection], model: str) -> list[RecordedInspection]:
    return [
        part
        for part in page
        if part.latency.verdict_ms is not None
        and part.challenge is None
        and part.model
        and part.model.name == model
    ]


def _facts(parts: Sequence[RecordedInspection]) -> CycleFacts:
    verdicts = [part.latency.verdict_ms for part in parts if part.latency.verdict_ms is not None]
    periods = periods_ms([part.triggered_at for part in reversed(parts)])
    recipe = parts[0].recipe
    assert recipe
    p50_ms, p99_ms = np.percentile(verdicts, (50, 99)).tolist()
    return CycleFacts(
        recipe=recipe.name,
        parts=len(parts),
        first_at=min(part.triggered_at for part in parts),
        last_at=max(part.triggered_at for part in parts),
        verdict_p50_ms=p50_ms,
        verdict_p99_ms=p99_ms,
        late=sum(part.late for part in parts),
        period_p50_ms=float(np.percentile(periods, 50)) if periods else None,
        period_p1_ms=float(np.percentile(periods, 1)) if periods else None,
        scene_changed=sum(bool(part.scene and part.scene.changed) for part in parts),
        simulated=any(part.simulated for part in parts),
    )


def periods_ms(times: Sequence[datetime]) -> list[float]:
    """The times between triggers in their order, without pauses and without steps back in time."""
    steps = [(later - sooner).total_seconds() * 1e3 for sooner, later in pairwise(times)]
    steps = [step for step in steps if step > 0]
    if not steps:
        return []
    longest = PAUSE * float(np.median(steps))
    return [step for step in steps if step <= longest]
