"""Figures over many inspections."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
from apiflask import APIBlueprint
from pydantic import ConfigDict, Field

from okng.device.store.ledger import HourCount
from okng.device.types import Message
from okng.webui.services import services

results = APIBlueprint("results", __name__, tag="Results", url_prefix="/results")

LATENCIES_OF_NEWEST = 1000


class Hours(Message):
    """How far back to look."""

    hours: int = Field(default=24, ge=1, le=24 * 31)


class LatencyPercentiles(Message):
    """Trigger edge to verdict, of the newest 1000 inspections; null when there was none."""

    p50_ms: float | None
    p95_ms: float | None
    p99_ms: float | None


class Summary(Message):
    """How the triggers of a time ended."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    total: int
    ok: int
    ng: int
    error: int
    missed: int
    yield_ratio: float | None = Field(alias="yield")
    """OK among the parts that got a verdict, 0..1; null when none did."""
    by_hour: list[HourCount]
    """Each UTC hour, those without a trigger too."""
    latency: LatencyPercentiles
    to_review: int
    """How many parts near the threshold nobody has looked at yet."""


@results.get("/summary")
@results.input(Hours, location="query", arg_name="past")
@results.output(Summary)
def summary(past: Hours) -> Summary:
    """Counts, yield, and latency of the last hours."""
    now = datetime.now(UTC)
    start = now - timedelta(hours=past.hours)
    totals = services().ledger.totals(start)
    return Summary(
        total=totals.parts,
        **totals.model_dump(),
        yield_ratio=totals.yield_ratio,
        by_hour=_every_hour(services().ledger.by_hour(start, now), start, now),
        latency=_latency(start),
        to_review=services().reviews.waiting(start),
    )


def _every_hour(found: list[HourCount], start: datetime, end: datetime) -> list[HourCount]:
    counted = {count.hour: count for count in found}
    hour = start.replace(minute=0, second=0, microsecond=0)
    hours = []
    while hour < end:
        hours.append(counted.get(hour, HourCount(hour=hour)))
        hour += timedelta(hours=1)
    return hours


def _latency(start: datetime) -> LatencyPercentiles:
    newest = services().ledger.page(start=start, limit=LATENCIES_OF_NEWEST)
    verdicts_ms = [one.latency.verdict_ms for one in newest if one.latency.verdict_ms is not None]
    if not verdicts_ms:
        return LatencyPercentiles(p50_ms=None, p95_ms=None, p99_ms=None)
    p50_ms, p95_ms, p99_ms = np.percentile(verdicts_ms, (50, 95, 99)).tolist()
    return LatencyPercentiles(p50_ms=p50_ms, p95_ms=p95_ms, p99_ms=p99_ms)
