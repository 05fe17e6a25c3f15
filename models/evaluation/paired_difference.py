"""Difference of two shares that were measured on the same parts, with its confidence interval."""

from __future__ import annotations

import math

from okng.models.evaluation.exact_tests import mcnemar_exact
from okng.models.evaluation.intervals import wilson
from okng.models.strict_model import StrictModel


class PairedDifference(StrictModel):
    """How two classifiers of the same parts differ in the share that they call NG."""

    before: float
    """Share of NG by the first, 0 to 1."""
    after: float
    """Share of NG by the second, 0 to 1."""
    difference: float
    """`after` less `before`, -1 to 1."""
    low: float
    """Lower limit of the difference, with 95 % confidence."""
    high: float
    """Upper limit."""
    p_value: float
    """Two-sided, of McNemar's exact test: the chance of so unequal counts if both were alike."""


def paired_difference(
    both: int, only_before: int, only_after: int, neither: int
) -> PairedDifference:
    """Difference of two shares from the four counts of parts, by who calls them NG.

    The interval is Newcombe's hybrid of Wilson's score intervals, with the continuity-corrected
    correlation (Statistics in Medicine 17, 1998, 2635-2650, method 10). It holds for few parts, and
    where no part differs. Raises ValueError for no part.
    """
    count = both + only_before + only_after + neither
    if count == 0:
        raise ValueError("a difference needs at least one part, not 0")
    before, after = (both + only_before) / count, (both + only_after) / count
    first, second = wilson(after, count), wilson(before, count)
    correlation = _correlation(both, only_before, only_after, neither)
    difference = (only_after - only_before) / count
    down = _hybrid(after - first.low, second.high - before, correlation)
    up = _hybrid(first.high - after, before - second.low, correlation)
    return PairedDifference(
        before=before,
        after=after,
        difference=difference,
        low=max(-1.0, difference - down),
        high=min(1.0, difference + up),
        p_value=min(
            1.0, 2 * mcnemar_exact(max(only_before, only_after), min(only_before, only_after))
        ),
    )


def _correlation(both: int, only_before: int, only_after: int, neither: int) -> float:
    """The phi coefficient, nearer to zero by half a part where it is positive."""
    margins = (
        (both + only_before)
        * (only_after + neither)
        * (both + only_after)
        * (only_before + neither)
    )
    if margins == 0:
        return 0.0
    product = float(both * neither - only_before * only_after)
    if product > 0:
        product = max(0.0, product - (both + only_before + only_after + neither) / 2)
    return product / math.sqrt(margins)


def _hybrid(one: float, other: float, correlation: float) -> float:
    return math.sqrt(max(0.0, one**2 - 2 * correlation * one * other + other**2))
