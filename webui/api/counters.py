"""Counters of the run, of the shift, and their resets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from apiflask import APIBlueprint
from pydantic import AwareDatetime, Field

from okng.device.store.counters import CounterReset, RecipeCounters
from okng.device.store.ledger_counts import Totals
from okng.device.types import Name
from okng.models.strict_model import StrictModel
from okng.webui.api.parameters import Page
from okng.webui.auth.current_user import user_name
from okng.webui.services import services

counters = APIBlueprint("counters", __name__, tag="Counters")

NO_SHIFT_BEFORE = datetime(1970, 1, 1, tzinfo=UTC)


class CounterQuery(StrictModel):
    """The recipe whose counters are asked for."""

    recipe: Name | None = None
    """Only those of this recipe."""


class Counts(StrictModel):
    """How parts ended."""

    parts: int
    """All of them, however they ended."""
    ok: int
    ng: int
    error: int
    missed: int
    late: int
    """Parts whose verdict came after the recipe's time limit; they count as errors, too."""
    ng_by_rule: dict[str, int]
    """NG parts by the class whose rule failed; a part that fails several counts for each. Parts
    that are NG by their anomaly score alone are in none."""
    yield_ratio: float | None = Field(alias="yield")
    """OK among the parts with a verdict, 0 to 1; null without one."""


class RecipeCounts(Counts):
    """The counters of one recipe."""

    recipe: Name | None
    """Null for parts that no recipe is known of."""
    since: AwareDatetime
    """Start of the shift; in the present one the last reset, if that is later."""


class ShiftCounters(StrictModel):
    """The counters of a shift."""

    shift_start: AwareDatetime
    total: Counts
    """The sum of the recipes' counters."""
    recipes: list[RecipeCounts]
    """Those of each recipe that had a part, by name."""


class EarlierShift(ShiftCounters):
    """The counters of a shift that is over: all its parts, whatever was reset meanwhile."""

    shift_end: AwareDatetime


class EarlierShifts(StrictModel):
    """A page of the shifts before the present one, the newest first."""

    shifts: list[EarlierShift]
    """Those without a part, too."""


class RunCounts(StrictModel):
    """How the parts of a run ended."""

    started_at: AwareDatetime
    parts: int
    """All of them, however they ended."""
    ok: int
    ng: int
    error: int
    missed: int
    yield_ratio: float | None = Field(alias="yield")
    """OK among the parts with a verdict, 0 to 1; null without one."""


class NewestRun(StrictModel):
    """The run that inspection was started with last."""

    run: RunCounts | None
    """Null before inspection was ever started."""


class ShiftPage(StrictModel):
    """Which shifts to list."""

    end: AwareDatetime | None = Field(default=None, alias="to")
    """Only shifts that started before this time: the `shift_start` of the oldest one of a page
    asks for the next older page."""
    limit: int = Field(default=21, ge=1, le=31)


class Reset(StrictModel):
    """Which counters begin anew, and why."""

    recipe: Name | None = None
    """Null: those of all recipes."""
    why: str = Field(min_length=1, max_length=500)


class Resets(StrictModel):
    """A page of resets, the newest first."""

    resets: list[CounterReset]


@counters.get("/counters")
@counters.input(CounterQuery, location="query", arg_name="query")
@counters.output(ShiftCounters)
def get_counters(query: CounterQuery) -> ShiftCounters:
    """Counts the parts of the present shift by outcome, for each recipe and in total."""
    shift_start = services().settings.shifts.start_before(datetime.now(UTC))
    counted = services().counters.since(shift_start, query.recipe)
    return ShiftCounters(shift_start=shift_start, **_of_recipes(counted))


@counters.get("/counters/run")
@counters.output(NewestRun)
def get_run() -> NewestRun:
    """Counts the parts since inspection was started last, also after it was stopped."""
    started_at = services().runs.started_at()
    if started_at is None:
        return NewestRun(run=None)
    totals = services().ledger.totals(started_at)
    fields = {**dict(totals), "parts": totals.parts, "yield": totals.yield_ratio}
    return NewestRun(run=RunCounts.model_validate({"started_at": started_at, **fields}))


@counters.get("/counters/shifts")
@counters.input(ShiftPage, location="query", arg_name="page")
@counters.output(EarlierShifts)
def list_shifts(page: ShiftPage) -> EarlierShifts:
    """Counts the parts of the shifts before the present one, for each recipe and in total."""
    shifts = services().settings.shifts
    present = shifts.start_before(datetime.now(UTC))
    before = present if page.end is None else min(page.end, present)
    if before < NO_SHIFT_BEFORE:
        return EarlierShifts(shifts=[])
    starts = islice(shifts.starts_before(before), page.limit)
    spans = [(start, shifts.start_after(start)) for start in starts]
    return EarlierShifts(
        shifts=[
            EarlierShift(
                shift_start=start,
                shift_end=end,
                **_of_recipes(services().counters.between(start, end)),
            )
            for start, end in spans
        ]
    )


@counters.post("/counters/reset")
@counters.input(Reset, arg_name="reset")
@counters.output(CounterReset)
def reset_counters(reset: Reset) -> CounterReset:
    """Counts from now on; the ledger keeps every part."""
    return services().counters.reset(reset.recipe, user_name(), reset.why)


@counters.get("/counters/resets")
@counters.input(Page, location="query", arg_name="page")
@counters.output(Resets)
def list_resets(page: Page) -> Resets:
    """Lists the resets with author, time and reason."""
    return Resets(resets=services().counters.resets(page.before, page.limit))


def _of_recipes(counted: Sequence[RecipeCounters]) -> dict[str, Any]:
    """The fields `total` and `recipes` of `ShiftCounters`."""
    recipes = [
        RecipeCounts(recipe=counter.recipe, since=counter.since, **_counts([counter]))
        for counter in counted
    ]
    return {"total": Counts(**_counts(counted)), "recipes": recipes}


def _counts(counters: Sequence[RecipeCounters]) -> dict[str, object]:
    """The fields of `Counts`: the sum of the counters."""
    by_rule: Counter[str] = Counter()
    for counter in counters:
        by_rule.update(counter.ng_by_rule)
    totals = Totals(
        ok=sum(counter.ok for counter in counters),
        ng=sum(counter.ng for counter in counters),
        error=sum(counter.error for counter in counters),
        missed=sum(counter.missed for counter in counters),
    )
    return {
        **dict(totals),
        "parts": totals.parts,
        "late": sum(counter.late for counter in counters),
        "ng_by_rule": dict(sorted(by_rule.items())),
        "yield": totals.yield_ratio,
    }
