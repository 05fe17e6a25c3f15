"""Statistics over many inspections: counts, yield, latency."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from apiflask import APIBlueprint
from flask import abort
from pydantic import AwareDatetime, ConfigDict, Field

from okng.device.store.ledger_counts import HourCount, Totals
from okng.device.store.reviews import ReviewCounts
from okng.device.store.verdict_latency import (
    LatencyPercentiles,
    RecipeLatency,
    by_recipe,
    percentiles,
)
from okng.device.types import Name
from okng.models.strict_model import StrictModel
from okng.webui.services import services

results = APIBlueprint("results", __name__, tag="Results", url_prefix="/results")

LATENCIES_OF_NEWEST = 1000
LONGEST = timedelta(days=366)
LONGEST_BY_HOUR = timedelta(days=31)


class Period(StrictModel):
    """The period to summarise: `hours` up to now, or from one time to another."""

    hours: int = Field(default=24, ge=1, le=24 * 31)
    start: AwareDatetime | None = Field(default=None, alias="from")
    """Only triggers at this time or later, instead of `hours`."""
    end: AwareDatetime | None = Field(default=None, alias="to")
    """Only triggers before this time; without it up to now."""
    recipe: Name | None = None
    """Only parts of this recipe."""

    def span(self) -> tuple[datetime, datetime]:
        """The first moment of the period, and the first after it."""
        end = self.end or datetime.now(UTC)
        return self.start or end - timedelta(hours=self.hours), end


class Summary(ReviewCounts):
    """The outcomes of the triggers of a period, and what persons found of them."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    start: AwareDatetime = Field(alias="from")
    end: AwareDatetime = Field(alias="to")
    total: int
    ok: int
    ng: int
    error: int
    missed: int
    yield_ratio: float | None = Field(alias="yield")
    """Share of OK among the parts with a verdict, 0..1; null without any."""
    by_hour: list[HourCount]
    """Every UTC hour, including those without a trigger; empty for more than 31 days."""
    latency: LatencyPercentiles
    latency_by_recipe: list[RecipeLatency]
    """The same for each recipe among those inspections."""


@results.get("/summary")
@results.input(Period, location="query", arg_name="period")
@results.output(Summary)
def summary(period: Period) -> Summary:
    """Returns counts, yield, reviews and latency of a period."""
    start, end = period.span()
    if end - start > LONGEST:
        abort(422, f"a period has at most {LONGEST.days} days; given was {start} to {end}")
    hours = services().ledger.by_hour(start, end, period.recipe)
    totals = _sum(hours)
    times = services().ledger.newest_verdict_times(
        start, LATENCIES_OF_NEWEST, period.end, period.recipe
    )
    return Summary(
        start=start,
        end=end,
        total=totals.parts,
        **totals.model_dump(),
        yield_ratio=totals.yield_ratio,
        by_hour=_every_hour(hours, start, end) if end - start <= LONGEST_BY_HOUR else [],
        latency=percentiles(times),
        latency_by_recipe=by_recipe(times),
        **dict(services().reviews.counts(start, end, period.recipe)),
    )


def _sum(hours: list[HourCount]) -> Totals:
    return Totals(
        ok=sum(hour.ok for hour in hours),
        ng=sum(hour.ng for hour in hours),
        error=sum(hour.error for hour in hours),
        missed=sum(hour.missed for hour in hours),
    )


def _every_hour(counts: list[HourCount], start: datetime, end: datetime) -> list[HourCount]:
    counted = {count.hour: count for count in counts}
    hour = start.replace(minute=0, second=0, microsecond=0)
    hours = []
    while hour < end:
        hours.append(counted.get(hour, HourCount(hour=hour)))
        hour += timedelta(hours=1)
    return hours
