"""The p-chart of a recipe, whose limits know what share of good parts the model rejects."""

from __future__ import annotations

from datetime import datetime, timedelta

from apiflask import APIBlueprint
from pydantic import AwareDatetime

from okng.device.store.quality_chart import ExpectedShare, PChart, expected_share, p_chart
from okng.device.types import ModelReference
from okng.models.evaluation.false_rejects import FalseRejects
from okng.models.strict_model import StrictModel
from okng.webui.api.quality_period import QualityPeriod
from okng.webui.api.stated_rejects import WhyUnknown, stated_rejects
from okng.webui.services import services

quality_chart = APIBlueprint("quality_chart", __name__, tag="Quality charts", url_prefix="/quality")

BASELINE = timedelta(days=30)
MOST_PARTS = 50_000
"""Newest parts of the period that the CUSUM goes through."""


class RecipePChart(StrictModel):
    """The p-chart of a recipe, with what its limits come from."""

    recipe: str | None
    """The one that was asked for, or the one with the most parts; null without a part."""
    recipes: list[str]
    """The recipes with parts in the period, the one with the most parts first."""
    model: ModelReference | None
    changed_at: AwareDatetime | None
    """Since when it judges with its threshold; null where no change of it is recorded."""
    expected: ExpectedShare | None
    why_unknown: WhyUnknown | None
    """Why there are no limits; null where there are some."""
    chart: PChart | None
    """Null without a part."""


@quality_chart.get("/p-chart")
@quality_chart.input(QualityPeriod, location="query", arg_name="period")
@quality_chart.output(RecipePChart)
def get_p_chart(period: QualityPeriod) -> RecipePChart:
    """Returns a recipe's share of rejects by the hour or day, of all types, with control limits."""
    span = period.checked_span()
    names = _recipes_with_parts(*span)
    recipe = period.recipe or next(iter(names), None)
    if recipe is None:
        return RecipePChart(
            recipe=None, recipes=[], model=None, changed_at=None, expected=None,
            why_unknown=None, chart=None,
        )  # fmt: skip
    known = stated_rejects(recipe, span[1])
    expected = None
    if isinstance(known.stated, FalseRejects):
        expected = _expected(recipe, known.stated, span[0], known.changed_at)
    shift_start = services().settings.shifts.start_before(span[1])
    shift = services().settings.shifts.start_after(shift_start) - shift_start
    first = max(span[0], known.changed_at or span[0])
    chart = p_chart(
        services().quality.judged_by_hour(*span, recipe),
        services().quality.judged(first, span[1], recipe, MOST_PARTS),
        span,
        expected,
        known.changed_at,
        shift,
    )
    return RecipePChart(
        recipe=recipe,
        recipes=names,
        model=known.model,
        changed_at=known.changed_at,
        expected=expected,
        why_unknown=None if isinstance(known.stated, FalseRejects) else known.stated,
        chart=chart,
    )


def _recipes_with_parts(start: datetime, end: datetime) -> list[str]:
    """Recipes by their parts with a verdict, the one with the most first."""
    store = services().quality
    totals = {name: store.totals(start, end, name) for name in store.recipes()}
    judged = {name: total.ok + total.ng for name, total in totals.items()}
    return sorted((name for name in judged if judged[name]), key=lambda name: (-judged[name], name))


def _expected(
    recipe: str, stated: FalseRejects, start: datetime, changed_at: datetime | None
) -> ExpectedShare:
    """By the parts of the 30 days before the period that the same model has judged."""
    begin = max(start - BASELINE, changed_at or start - BASELINE)
    if begin >= start:
        return expected_share(stated, 0, 0)
    totals = services().quality.totals(begin, start, recipe)
    return expected_share(stated, totals.ng, totals.ok + totals.ng)
