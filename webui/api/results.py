"""Statistics over many inspections: counts, yield, latency."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from apiflask import APIBlueprint
from pydantic import ConfigDict, Field

from okng.device.store.ledger_counts import HourCount
from okng.device.store.verdict_latency import (
    LatencyPercentiles,
    RecipeLatency,
    by_recipe,
    percentiles,
)
from okng.models.strict_model import StrictModel
from okng.webui.services import services

results = APIBlueprint("results", __name__, tag="Results", url_prefix="/results")

LATENCIES_OF_NEWEST = 1000


class Period(StrictModel):
    """The period to summarise, up to now."""

    hours: int = Field(default=24, ge=1, le=24 * 31)


class Summary(StrictModel):
    """The outcomes of the triggers of a period."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    total: int
    ok: int
    ng: int
    error: int
    missed: int
    yield_ratio: float | None = Field(alias="yield")
    """Share of OK among the parts with a verdict, 0..1; null without any."""
    by_hour: list[HourCount]
    """Every UTC hour, including those without a trigger."""
    latency: LatencyPercentiles
    latency_by_recipe: list[RecipeLatency]
    """The same for each recipe among those inspections."""
    to_review: int
    """How many parts marked for review nobody has reviewed yet."""


@results.get("/summary")
@results.input(Period, location="query", arg_name="past")
@results.output(Summary)
def summary(past: Period) -> Summary:
    """Returns counts, yield and latency of the last hours."""
    now = datetime.now(UTC)
    start = now - timedelta(hours=past.hours)
    totals = services().ledger.totals(start)
    times = services().ledger.newest_verdict_times(start, LATENCIES_OF_NEWEST)
    return Summary(
        total=totals.parts,
        **totals.model_dump(),
        yield_ratio=totals.yield_ratio,
        by_hour=_every_hour(services().ledger.by_hour(start, now), start, now),
        latency=percentiles(times),
        latency_by_recipe=by_recipe(times),
        to_review=services().reviews.waiting(start),
    )


def _every_hour(counts: list[HourCount], start: datetime, end: datetime) -> list[HourCount]:
    counted = {count.hour: count for count in counts}
    hour = start.replace(minute=0, second=0, microsecond=0)
    hours = []
    while hour < end:
        hours.append(counted.get(hour, HourCount(hour=hour)))
        hour += timedelta(hours=1)
    return hours
