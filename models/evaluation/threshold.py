"""Threshold selection from scores of normal pictures that the model had not seen.

It is chosen by the allowed rate of false rejects, never by the best F1 on the given pictures: that
would be the score of the weakest defect or, without defects, a score that rejects everything.
"""

import math
from collections.abc import Sequence
from statistics import NormalDist

import numpy as np

from okng.models.arrays import Float64Array
from okng.models.evaluation.design_effect import independent_count
from okng.models.evaluation.false_rejects import FalseRejects
from okng.models.evaluation.intervals import NEXT_PARTS, Interval, prediction_interval

MINIMUM_SPREAD = 0.01
"""Least standard deviation of log scores, for the different rounding of engines."""

SMALLEST_SCORE = 0.1
"""Smaller scores count as this: for identical pictures rounding alone gives scores of hundredths,
while normal parts score 5 and more with every method."""

ENOUGH = 99
"""The least number of scores whose highest is exceeded by no more than 1 % of the next ones."""

REVIEWED_RATES = 3
"""Factor of half a decade of rates: to a person about the same strictness."""

REJECTS_MANY = 0.5
"""Share of good parts that nobody allows, but that a changed threshold may reject."""

RATE_LIMIT = 1e-5
BISECTIONS = 40


def choose_threshold(unseen_normal_scores: Float64Array, allowed_false_reject_rate: float) -> float:
    """The threshold over which about the allowed share of good pictures score (conformal).

    Of `ENOUGH` scores or more it is the k-th highest, k = floor(rate * (n + 1)). The next good part
    exceeds it with a chance of k / (n + 1), whatever the scores' distribution, if only their order
    tells nothing (Vovk, Gammerman and Shafer, "Algorithmic Learning in a Random World", 2005, 4.1:
    conformal prediction); the share of all good parts over it is Beta(k, n + 1 - k) distributed
    (Wilks, Annals of Mathematical Statistics 12, 1941, 91-96). For a rate below 1 / (n + 1) it is
    at least the highest.

    Of fewer scores, and for such a small rate, it is the upper prediction bound
    `exp(mean + t * s * sqrt(1 + 1/n))` of the logarithms, t the quantile `1 - rate` of Student's t
    with n - 1 degrees of freedom (Hahn and Meeker, "Statistical Intervals", 1991, 4.7): where
    scores are log-normal, the rate is the chance that the next good part exceeds it. One odd
    picture among few moves it less than the highest score, over which defects would pass.

    A smaller rate never has a lower threshold. Raises ValueError for fewer than two scores.
    """
    n = len(unseen_normal_scores)
    if n < 2:
        raise ValueError(f"{n} scores of normal pictures; at least 2 are needed")
    # The product of a rate such as 0.01 and a whole number may fall short by rounding.
    rank = math.floor(allowed_false_reject_rate * (n + 1) + 1e-9)
    logarithms = np.log(np.maximum(unseen_normal_scores, SMALLEST_SCORE))
    spread = MINIMUM_SPREAD
    if n < ENOUGH or rank == 0:
        spread = max(float(logarithms.std(ddof=1)), MINIMUM_SPREAD)
    t = student_t_quantile(1 - allowed_false_reject_rate, n - 1)
    bound = math.exp(float(logarithms.mean()) + t * spread * math.sqrt(1 + 1 / n))
    if n < ENOUGH:
        return bound
    return max(bound, float(np.sort(unseen_normal_scores)[-min(max(rank, 1), n)]))


def review_distance(
    unseen_normal_scores: Float64Array,
    threshold: float,
    allowed_false_reject_rate: float,
) -> float:
    """Half the width of the review band around `threshold`.

    It reaches down to the threshold that would be chosen if three times as many good parts might
    be rejected (`REVIEWED_RATES`), never only to the highest score, and as far up: that share of
    good parts is marked or rejected, with the chance that `choose_threshold` gives.
    """
    n = len(unseen_normal_scores)
    rate = REVIEWED_RATES * allowed_false_reject_rate
    rate = min(rate if n < ENOUGH else max(rate, 2 / (n + 1)), 0.5)
    return max(threshold - choose_threshold(unseen_normal_scores, rate), 0.0)


def allowed_rate_of(unseen_normal_scores: Float64Array, threshold: float) -> float:
    """The allowed rate at which `choose_threshold` would give `threshold`.

    It is found by bisection, between 1 in 100,000 and 1 minus that. Raises ValueError as
    `choose_threshold` does.
    """
    strict, lax = RATE_LIMIT, 1 - RATE_LIMIT
    for _ in range(BISECTIONS):
        # Bisect in odds, so that 0.001 is in the middle of 0.0001 and 0.01.
        middle = _share(math.sqrt(_odds(strict) * _odds(lax)))
        if choose_threshold(unseen_normal_scores, middle) > threshold:
            strict = middle
        else:
            lax = middle
    return lax


def _odds(share: float) -> float:
    return share / (1 - share)


def _share(odds: float) -> float:
    return odds / (1 + odds)


def measure_false_rejects(
    unseen_normal_scores: Float64Array,
    threshold: float,
    allowed_false_reject_rate: float,
    batches: Sequence[str | None] | None = None,
    next_parts: int = NEXT_PARTS,
) -> FalseRejects:
    """How many good parts `threshold` rejects, counted on the scores that it was chosen from.

    The interval is of the rejected share of the next `next_parts` good ones: none of 20 means "up
    to 170 of 1,000", not "none" (`prediction_interval`). That the same scores chose the threshold
    takes nothing from its upper end, which is exact for a threshold at the k-th highest score and
    holds for one above it. Its lower end is 0 unless it is over the rate that was asked for: one
    reject among few scores doesn't say that a threshold made for fewer rejects that many. Over
    `REJECTS_MANY`, the count alone speaks. Of the fitted bound, which lies between scores, it held
    the share in at least 95 % of trainings too.

    With `batches` [n], the scores must be of models that had not seen the picture's batch; the
    interval then counts as many pictures as are independent (Korn and Graubard, Survey Methodology
    24, 1998, 193-201). Raises ValueError without scores.
    """
    count = len(unseen_normal_scores)
    rejected = int(np.sum(unseen_normal_scores > threshold))
    logarithms = np.log(np.maximum(unseen_normal_scores, SMALLEST_SCORE))
    independent = independent_count(logarithms, batches)
    interval = prediction_interval(rejected * independent / count, independent, next_parts)
    held = interval.low <= allowed_false_reject_rate <= interval.high
    if held and allowed_false_reject_rate < REJECTS_MANY:
        interval = Interval(low=0, high=interval.high)
    return FalseRejects(
        expected_rate=allowed_false_reject_rate if held else rejected / count,
        rejected=rejected,
        unseen=count,
        independent=independent,
        interval=interval,
    )


def student_t_quantile(probability: float, degrees_of_freedom: int) -> float:
    """Quantile of Student's t by Cornish-Fisher expansion (Abramowitz and Stegun, 26.7.5).

    Within 0.5 % for 10 or more degrees of freedom and probabilities up to 0.999.
    """
    z, v = NormalDist().inv_cdf(probability), degrees_of_freedom
    return (
        z
        + (z**3 + z) / (4 * v)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * v**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * v**3)
    )
