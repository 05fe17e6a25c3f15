"""Exact tests of counts, which hold for few pictures; all are one-sided."""

import math

from okng.models.evaluation.intervals import CONFIDENCE

SIGNIFICANT = 1 - CONFIDENCE
"""Largest p-value of a difference that counts as more than chance."""


def fisher_exact(hits: int, misses: int, other_hits: int, other_misses: int) -> float:
    """Fisher's exact test: the p-value of so many hits, if both groups had the same share of them.

    The chance that, of all hits, at least as many fall into the first group (the hypergeometric
    tail; Fisher, Journal of the Royal Statistical Society 85, 1922, 87-94).
    """
    group, other = hits + misses, other_hits + other_misses
    drawn = hits + other_hits
    all_ways = _log_ways(group + other, drawn)
    return min(
        1.0,
        math.fsum(
            math.exp(_log_ways(group, k) + _log_ways(other, drawn - k) - all_ways)
            for k in range(max(hits, drawn - other), min(group, drawn) + 1)
        ),
    )


def mcnemar_exact(lost: int, gained: int) -> float:
    """McNemar's exact test: the p-value of so many losses among the pairs that differ.

    The chance of at least as many, if a pair that differs were as likely a gain (McNemar,
    Psychometrika 12, 1947, 153-157); 1 where no pair differs.
    """
    pairs = lost + gained
    return min(
        1.0,
        math.fsum(
            math.exp(_log_ways(pairs, k) - pairs * math.log(2)) for k in range(lost, pairs + 1)
        ),
    )


def _log_ways(count: int, chosen: int) -> float:
    """The logarithm of the binomial coefficient."""
    return math.lgamma(count + 1) - math.lgamma(chosen + 1) - math.lgamma(count - chosen + 1)
