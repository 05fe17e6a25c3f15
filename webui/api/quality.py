"""Quality of a period: its figures, its defects, and how its recipes and shifts compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Any, TypeVar

from apiflask import APIBlueprint
from pydantic import AwareDatetime, ConfigDict, Field

from okng.device.store.ledger_counts import Totals
from okng.device.store.quality import ReviewedParts
from okng.device.store.verdict_latency import RecipeLatency, by_recipe
from okng.models.evaluation.intervals import Interval, wilson
from okng.models.strict_model import StrictModel
from okng.webui.api.quality_period import QualityPeriod
from okng.webui.api.results import LATENCIES_OF_NEWEST
from okng.webui.services import services

quality = APIBlueprint("quality", __name__, tag="Quality", url_prefix="/quality")

MOST_SHIFTS = 100
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)

_KeyT = TypeVar("_KeyT")


class Figures(ReviewedParts):
    """The parts of a period, and what persons found of them."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    start: AwareDatetime = Field(alias="from")
    end: AwareDatetime = Field(alias="to")
    parts: int
    """All of them, however they ended."""
    ok: int
    ng: int
    error: int
    missed: int
    yield_ratio: float | None = Field(alias="yield")
    """OK among the parts with a verdict, 0 to 1; null without one."""
    rejects: int
    """NG parts that the filter counts."""


class QualityFigures(StrictModel):
    """A period and the one of the same length before it."""

    now: Figures
    before: Figures


class TypeCount(StrictModel):
    """Parts with a type of defect."""

    type: str | None
    """The class whose rule failed, or the type that a person gave; null: by the score alone."""
    parts: int


class RegionCount(StrictModel):
    """Rejects with the defect in a cell of the picture."""

    region: int
    """1 (top left) to 9 (bottom right), row by row."""
    parts: int


class DefectCounts(StrictModel):
    """What was wrong with the rejects of a period, the most frequent first."""

    rejects: int
    """Those that are counted; one that fails several rules is one of them and of several types."""
    types: list[TypeCount]
    regions: list[RegionCount]
    without_region: int
    """Rejects of which no box and no anomaly map tells where the defect is."""
    human_types: list[TypeCount]
    """Types that persons gave, of parts that are NG by a person, whatever the station's verdict."""
    picture_of: str | None
    """The newest NG part whose picture is there, of the recipe that was asked for or the one with
    the most rejects."""


class ComparedParts(StrictModel):
    """Parts, and how many of them were rejected."""

    parts: int
    judged: int
    """Parts with a verdict."""
    rejects: int
    share: float | None
    """Rejects among the parts with a verdict; null without one."""
    interval: Interval | None
    """Wilson's interval of the share, at 95 %."""


class RecipeQuality(ComparedParts, ReviewedParts):
    """A recipe in a period."""

    recipe: str
    agreement: float | None
    """Reviewed parts of which the person said the same as the station; null without a review."""
    agreement_interval: Interval | None
    latency: RecipeLatency | None
    """Of the newest 1,000 parts of the period; null where none of them is of this recipe."""


class RecipeComparison(StrictModel):
    """The recipes with parts in a period, by name."""

    recipes: list[RecipeQuality]


class ShiftQuality(ComparedParts):
    """A shift, as far as it lies in the period."""

    shift_start: AwareDatetime
    shift_end: AwareDatetime


class ShiftComparison(StrictModel):
    """The shifts of a period with parts, the newest first."""

    shifts: list[ShiftQuality]
    left_out: bool
    """Whether the period has earlier shifts than the newest 100."""


@quality.get("/figures")
@quality.input(QualityPeriod, location="query", arg_name="period")
@quality.output(QualityFigures)
def get_figures(period: QualityPeriod) -> QualityFigures:
    """Counts the parts of a period, what persons found of them, and the same of the time before."""
    start, end = period.checked_span()
    before = max(start - (end - start), EARLIEST)
    return QualityFigures(now=_figures(period, start, end), before=_figures(period, before, start))


@quality.get("/defects")
@quality.input(QualityPeriod, location="query", arg_name="period")
@quality.output(DefectCounts)
def get_defects(period: QualityPeriod) -> DefectCounts:
    """Counts rejects by type of defect and by where on the part it is."""
    start, end = period.checked_span()
    store = services().quality
    defects = store.defects(start, end, period.recipe)
    by_person = store.defects(start, end, period.recipe, by_person=True)
    counted = [row for row in defects if period.has(row)]
    in_region = [row for row in defects if period.region in (None, row.region)]
    regions = _sums((row.region, row.parts) for row in counted)
    busiest = _sums((row.recipe, row.parts) for row in counted)
    recipe = period.recipe or next((name for name in busiest if name), None)
    return DefectCounts(
        rejects=sum(row.parts for row in counted),
        types=[
            TypeCount(type=name or None, parts=parts)
            for name, parts in _sums((row.type, row.parts) for row in in_region).items()
        ],
        regions=[
            RegionCount(region=region, parts=parts) for region, parts in regions.items() if region
        ],
        without_region=regions.get(0, 0),
        human_types=[
            TypeCount(type=name, parts=parts)
            for name, parts in _sums((row.type, row.parts) for row in by_person).items()
        ],
        picture_of=store.newest_reject_with_picture(start, end, recipe) if recipe else None,
    )


@quality.get("/recipes")
@quality.input(QualityPeriod, location="query", arg_name="period")
@quality.output(RecipeComparison)
def compare_recipes(period: QualityPeriod) -> RecipeComparison:
    """Compares the recipes of a period: rejects, what reviews found, and time to verdict."""
    start, end = period.checked_span()
    store = services().quality
    rejects = _sums((row.recipe, row.parts) for row in store.defects(start, end) if period.has(row))
    reviews = store.reviews(start, end)
    times = services().ledger.newest_verdict_times(start, LATENCIES_OF_NEWEST, end, period.recipe)
    latencies = {latency.recipe: latency for latency in by_recipe(times)}
    names = [period.recipe] if period.recipe else store.recipes()
    rows = []
    for name in names:
        totals = store.totals(start, end, name)
        if not totals.parts:
            continue
        reviewed = reviews.get(name, ReviewedParts())
        agreed = reviewed.true_accepts + reviewed.true_rejects
        agreement = _share(agreed, reviewed.reviewed)
        rows.append(
            RecipeQuality(
                recipe=name,
                **_compared(totals, rejects.get(name, 0) if period.selects else totals.ng),
                **dict(reviewed),
                agreement=agreement,
                agreement_interval=None
                if agreement is None
                else wilson(agreement, reviewed.reviewed),
                latency=latencies.get(name),
            )
        )
    return RecipeComparison(recipes=rows)


@quality.get("/shifts")
@quality.input(QualityPeriod, location="query", arg_name="period")
@quality.output(ShiftComparison)
def compare_shifts(period: QualityPeriod) -> ShiftComparison:
    """Compares the shifts of a period by their rejects."""
    spans = list(islice(_shifts(*period.checked_span()), MOST_SHIFTS + 1))
    rows = []
    for start, end in spans[:MOST_SHIFTS]:
        totals = services().quality.totals(start, end, period.recipe)
        if totals.parts:
            rejects = _rejects(period, start, end, totals)
            rows.append(
                ShiftQuality(shift_start=start, shift_end=end, **_compared(totals, rejects))
            )
    return ShiftComparison(shifts=rows, left_out=len(spans) > MOST_SHIFTS)


def _figures(period: QualityPeriod, start: datetime, end: datetime) -> Figures:
    totals = services().quality.totals(start, end, period.recipe)
    reviews = services().quality.reviews(start, end)
    found = [of_recipe for name, of_recipe in reviews.items() if period.recipe in (None, name)]
    return Figures(
        start=start,
        end=end,
        parts=totals.parts,
        **dict(totals),
        yield_ratio=totals.yield_ratio,
        rejects=_rejects(period, start, end, totals),
        **{
            name: sum(getattr(of_recipe, name) for of_recipe in found)
            for name in ReviewedParts.model_fields
        },
    )


def _rejects(period: QualityPeriod, start: datetime, end: datetime, totals: Totals) -> int:
    """The NG parts that the filter counts."""
    if not period.selects:
        return totals.ng
    defects = services().quality.defects(start, end, period.recipe)
    return sum(row.parts for row in defects if period.has(row))


def _compared(totals: Totals, rejects: int) -> dict[str, Any]:
    """The fields of `ComparedParts`."""
    judged = totals.ok + totals.ng
    share = _share(rejects, judged)
    return {
        "parts": totals.parts,
        "judged": judged,
        "rejects": rejects,
        "share": share,
        "interval": None if share is None else wilson(share, judged),
    }


def _share(count: int, of: int) -> float | None:
    return count / of if of else None


def _sums(counted: Iterable[tuple[_KeyT, int]]) -> dict[_KeyT, int]:
    """The sum of each key, the greatest first."""
    sums: Counter[_KeyT] = Counter()
    for key, count in counted:
        sums[key] += count
    return dict(sums.most_common())


def _shifts(start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The shifts of a period, the newest first; the first and the last are cut at its ends."""
    shifts = services().settings.shifts
    while end > max(start, EARLIEST):
        begin = next(shifts.starts_before(end))
        yield max(begin, start), end
        end = begin
