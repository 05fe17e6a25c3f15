"""The p-chart of a recipe: its share of rejects by the hour, with limits, and a Bernoulli CUSUM."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import AwareDatetime, Field

from okng.device.store.ledger_counts import HOUR_US
from okng.device.store.quality import JudgedParts
from okng.device.store.timestamps import from_us, to_us
from okng.models.evaluation.bernoulli_cusum import (
    BernoulliCusum,
    cusum_for,
    parts_until_found,
)
from okng.models.evaluation.control_charts import control_limits
from okng.models.evaluation.false_rejects import FalseRejects
from okng.models.evaluation.intervals import Interval, clopper_pearson
from okng.models.strict_model import StrictModel

CHART_FALSE_ALARMS = 0.001
"""False alarms of the p-chart in a shift, above and below the limits together."""
CUSUM_FALSE_ALARMS = 0.0008
"""False alarms of the CUSUM in a shift: both together stay under 1 in 500 shifts."""
FEWEST_BASELINE_PARTS = 1_000
"""Parts from which a share is known well enough to be a baseline."""
HOURLY = timedelta(days=31)
"""Of a longer period a subgroup is a day."""
DAY_HOURS = 24


class Side(StrEnum):
    """On which side of its limits a subgroup lies."""

    ABOVE = "above"
    BELOW = "below"


class ExpectedShare(StrictModel):
    """The share of rejects of a line on which nothing has changed."""

    stated: float
    """The share of good parts that the model rejects, by its own statement."""
    baseline: float | None
    """The share of rejects of the recipe's parts before the period; null with fewer than 1,000."""
    baseline_parts: int
    centre: float
    """The stated share, and what the baseline is above it."""
    interval: Interval
    """Within what the centre is known, at 95 %: the upper limits are those of its upper end, the
    lower limits those of its lower end."""


class Subgroup(StrictModel):
    """The parts of one hour, or day."""

    start: AwareDatetime
    judged: int
    rejected: int
    share: float | None
    """Null without a part that got a verdict."""
    lower: float | None
    """The smallest and the largest share within the limits; null where there are none."""
    upper: float | None
    out: Side | None


class CusumChart(StrictModel):
    """Whether the share of rejects has doubled, by a Bernoulli CUSUM from part to part."""

    value: float
    """After the newest part; it raises an alarm at `decision_interval`, and begins anew then."""
    decision_interval: float
    reference: float
    parts: int
    """The parts that were looked at, the newest ones of the period."""
    alarms: list[AwareDatetime]
    """When the parts were triggered that raised one."""
    found_within: int | None
    """Parts within which a doubled share is found 9 times of 10."""


class PChart(StrictModel):
    """The p-chart of one recipe in a period."""

    subgroup_hours: int
    subgroups: list[Subgroup]
    """Those without parts, too."""
    parts_a_shift: int = Field(ge=0)
    """For which the limits are made: so many parts with a verdict come in a shift of this line."""
    cusum: CusumChart | None
    """Null without an expected share, and where that is above 40 %."""


def expected_share(stated: FalseRejects, rejected: int, parts: int) -> ExpectedShare:
    """What share of rejects is expected, of a model's statement and the parts before the period.

    Few parts before are no baseline: then all that is known is what the model states.
    """
    if parts < FEWEST_BASELINE_PARTS:
        return ExpectedShare(
            stated=stated.expected_rate,
            baseline=None,
            baseline_parts=parts,
            centre=stated.expected_rate,
            interval=stated.interval,
        )
    known = clopper_pearson(rejected, parts)
    return ExpectedShare(
        stated=stated.expected_rate,
        baseline=rejected / parts,
        baseline_parts=parts,
        centre=max(stated.expected_rate, rejected / parts),
        interval=Interval(low=known.low, high=max(stated.expected_rate, known.high)),
    )


def p_chart(
    hours: Mapping[int, tuple[int, int]],
    judged: JudgedParts,
    span: tuple[datetime, datetime],
    expected: ExpectedShare | None,
    changed_at: datetime | None,
    shift: timedelta,
) -> PChart:
    """The chart of a period.

    Args:
        hours: parts with a verdict, and the NG ones of them, by the hour since 1970 UTC.
        judged: the newest parts of the period, since `changed_at`.
        span: the first moment of the period, and the first after it.
        expected: None where nothing is known; then there are no limits.
        changed_at: when the model that `expected` is of began to judge; there are no limits before.
        shift: how long a shift is.
    """
    shift_hours = shift / timedelta(hours=1)
    active = [count for count, _ in hours.values() if count]
    mean = sum(active) / len(active) if active else 0
    parts_a_shift = _rounded_up(mean * shift_hours)
    size = 1 if span[1] - span[0] <= HOURLY else DAY_HOURS
    chance = min(CHART_FALSE_ALARMS / 2 * size / shift_hours, CHART_FALSE_ALARMS / 2)
    known_from_us = None if changed_at is None else to_us(changed_at)
    subgroups = [
        _subgroup(
            hour,
            *counts,
            None if known_from_us and hour * HOUR_US < known_from_us else expected,
            chance,
        )
        for hour, counts in _subgroups(hours, span, size)
    ]
    return PChart(
        subgroup_hours=size,
        subgroups=subgroups,
        parts_a_shift=parts_a_shift,
        cusum=_cusum(judged, expected, parts_a_shift),
    )


def _subgroups(
    hours: Mapping[int, tuple[int, int]], span: tuple[datetime, datetime], size: int
) -> Iterator[tuple[int, tuple[int, int]]]:
    """The first hour of each subgroup, with its parts and rejects."""
    first, end = to_us(span[0]) // HOUR_US, -(-to_us(span[1]) // HOUR_US)
    for start in range(first, end, size):
        own = [hours[hour] for hour in range(start, min(start + size, end)) if hour in hours]
        yield start, (sum(judged for judged, _ in own), sum(rejected for _, rejected in own))


def _subgroup(
    hour: int, judged: int, rejected: int, expected: ExpectedShare | None, chance: float
) -> Subgroup:
    limits = None
    if expected and judged:
        interval = expected.interval
        limits = control_limits(interval.low, interval.high, judged, chance)
    out = None
    if limits and rejected > limits.upper:
        out = Side.ABOVE
    elif limits and rejected < limits.lower:
        out = Side.BELOW
    return Subgroup(
        start=from_us(hour * HOUR_US),
        judged=judged,
        rejected=rejected,
        share=rejected / judged if judged else None,
        lower=limits.lower / judged if limits else None,
        upper=limits.upper / judged if limits else None,
        out=out,
    )


def _cusum(
    judged: JudgedParts, expected: ExpectedShare | None, parts_a_shift: int
) -> CusumChart | None:
    if expected is None or expected.interval.high <= 0 or not len(judged.seqs):
        return None
    chart = cusum_for(_three_digits(expected.interval.high), parts_a_shift / CUSUM_FALSE_ALARMS)
    return None if chart is None else _of_chart(chart, judged)


def _of_chart(chart: BernoulliCusum, judged: JudgedParts) -> CusumChart:
    course, alarms = chart.course(judged.rejected)
    ended = bool(alarms) and alarms[-1] == len(course) - 1
    return CusumChart(
        value=0.0 if ended else float(course[-1]),
        decision_interval=chart.decision_interval,
        reference=chart.reference,
        parts=len(course),
        alarms=[from_us(int(judged.triggered_at_us[position])) for position in alarms],
        found_within=parts_until_found(chart),
    )


def _three_digits(share: float) -> float:
    """Rounded up to three significant digits, so that a chart that was made is used again."""
    unit: float = 10.0 ** (math.floor(math.log10(share)) - 2)
    return math.ceil(share / unit) * unit


def _rounded_up(parts: float) -> int:
    """To 1, 2 or 5 times a power of ten, for the same reason."""
    if parts <= 0:
        return 0
    unit = 10.0 ** math.floor(math.log10(parts))
    return math.ceil(next(step * unit for step in (1, 2, 5, 10) if step * unit >= parts))
