"""Confidence intervals that stay honest for few pictures.

Unlike bootstrap or Wald intervals, none collapses to a point where all of few pictures were judged
correctly.
"""

import math
from collections.abc import Callable
from statistics import NormalDist

import numpy as np

from okng.models.arrays import Float64Array
from okng.models.strict_model import StrictModel

CONFIDENCE = 0.95
_Z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
_HALVINGS = 60
NEXT_PARTS = 1000
"""Number of next parts that predictions are about."""


class Interval(StrictModel):
    """A confidence interval of 95 % of a share between 0 and 1."""

    low: float
    high: float


def wilson(share: float, count: int) -> Interval:
    """Wilson's score interval of a share of `count` trials (Wilson, JASA 22, 1927, 209-212).

    Raises ValueError for no trial.
    """
    _need(count)
    z2 = _Z**2
    middle = (share + z2 / (2 * count)) / (1 + z2 / count)
    half = _Z * (share * (1 - share) / count + z2 / (4 * count**2)) ** 0.5 / (1 + z2 / count)
    return _interval(middle - half, middle + half, share)


def clopper_pearson(successes: int, count: int) -> Interval:
    """Exact interval of a share: it covers at least 95 % (Clopper and Pearson, 1934).

    Each limit is the share at which as many successes, or as few, have a chance of 2.5 %.
    Raises ValueError for no trial.
    """
    _need(count)
    tail = (1 - CONFIDENCE) / 2
    low, high = 0.0, 1.0
    if successes:
        low = _falling_zero(lambda p: tail - (1 - _binomial_cdf(successes - 1, count, p)), 0, 1)
    if successes < count:
        high = _falling_zero(lambda p: _binomial_cdf(successes, count, p) - tail, 0, 1)
    return Interval(low=low, high=high)


def prediction_interval(successes: float, count: float, future: int) -> Interval:
    """Interval of the share of the next `future` trials, after some `successes` among `count`.

    Clopper and Pearson's limits, but for so many more trials instead of infinitely many, so the
    chance in those counts as well. Where a success is to exceed the k-th highest of `count` scores
    (so k - 1 did), the next ones are Beta-binomial(k, count + 1 - k), whatever the distribution
    (Fligner and Wolfe, American Statistician 30, 1976, 78-85), and the upper limit is exact. For
    trials that are not independent, both counts may be fractions. Raises ValueError for no trial.
    """
    _need(count)
    tail = (1 - CONFIDENCE) / 2
    low, high = 0.0, 1.0
    if successes > 0:
        below = _beta_binomial_cdf(successes, count + 1 - successes, future)
        low = float(np.argmax(below > tail)) / future
    if successes < count:
        below = _beta_binomial_cdf(successes + 1, count - successes, future)
        high = float(np.argmax(below >= 1 - tail)) / future
    return Interval(low=low, high=high)


def auroc_interval(area: float, normal: int, anomaly: int) -> Interval:
    """Interval of an AUROC from so many normal and anomalous scores.

    The score interval of Newcombe (Statistics in Medicine 25, 2006, 559-573, method 5): the areas
    that are 1.96 of their own standard errors away, the error after Hanley and McNeil (Radiology
    143, 1982, 29-36) with both counts replaced by their mean. Raises ValueError for an empty class.
    """
    _need(normal)
    _need(anomaly)
    degrees = (normal + anomaly) / 2 - 1

    def error(true: float) -> float:
        spread = 1 + degrees * ((1 - true) / (2 - true) + true / (1 + true))
        return _Z * math.sqrt(true * (1 - true) * spread / (normal * anomaly))

    low = _falling_zero(lambda true: area - true - error(true), 0, area)
    high = _falling_zero(lambda true: area - true + error(true), area, 1)
    return _interval(low, high, area)


def f1_interval(true_positives: int, false_positives: int, false_negatives: int) -> Interval:
    """Interval of F1.

    F1 is `2 J / (1 + J)` of the share J of true positives among the three counts, so Wilson's
    limits of J give those of F1. Raises ValueError where all are zero.
    """
    count = true_positives + false_positives + false_negatives
    _need(count)
    share = wilson(true_positives / count, count)
    return Interval(low=2 * share.low / (1 + share.low), high=2 * share.high / (1 + share.high))


def _need(count: float) -> None:
    if count < 1:
        raise ValueError(f"an interval needs at least one picture, not {count}")


def _interval(low: float, high: float, inside: float) -> Interval:
    """Clip to 0..1, and include the value in spite of rounding."""
    return Interval(low=min(max(low, 0.0), inside), high=max(min(high, 1.0), inside))


def _falling_zero(function: Callable[[float], float], low: float, high: float) -> float:
    """Where `function`, above zero at `low` and not at `high`, crosses it; by bisection."""
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if function(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _beta_binomial_cdf(a: float, b: float, count: int) -> Float64Array:
    """The chances of at most 0, 1, ... `count` successes, where their share is Beta(a, b)."""
    i = np.arange(count)
    none = np.log((b + i) / (a + b + i)).sum()
    steps = np.log((count - i) / (i + 1)) + np.log((a + i) / (b + count - i - 1))
    logarithms = none + np.concatenate([[0.0], np.cumsum(steps)])
    return np.cumsum(np.exp(logarithms))


def _binomial_cdf(successes: int, count: int, share: float) -> float:
    """The chance of at most so many successes, for shares between 0 and 1, both excluded."""
    k = np.arange(1, successes + 1)
    steps = np.log((count - k + 1) / k) + np.log(share) - np.log1p(-share)
    logarithms = count * np.log1p(-share) + np.concatenate([[0.0], np.cumsum(steps)])
    return float(min(np.exp(logarithms).sum(), 1.0))
