"""The threshold, from scores of normal pictures that the model had not seen.

It is chosen by how many good parts may be rejected, never by the best F1 of the pictures at hand:
that equals the weakest defect seen, or, without defects, a score that rejects everything.
"""

import math
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from okng.models.bundle import FalseRejects
from okng.models.evaluation.intervals import Interval, clopper_pearson

MINIMUM_SPREAD = 0.01
"""Least standard deviation of log scores: other engines round otherwise, whatever the pictures."""

SMALLEST_SCORE = 0.1
"""Scores below count as this: where all pictures are the same, rounding alone makes scores of some
hundredths, while normal parts score 5 and more with every method."""

RATE_LIMIT = 1e-5
BISECTIONS = 40


def choose_threshold(
    unseen_normal_scores: npt.NDArray[np.float64], allowed_false_reject_rate: float
) -> float:
    """The score over which a picture is anomalous, so that about the allowed share of good ones is.

    It is the upper prediction bound `exp(mean + t * s * sqrt(1 + 1/n))` of the logarithms of the n
    scores, t the quantile `1 - rate` of Student's t with n - 1 degrees of freedom (Hahn and
    Meeker, "Statistical Intervals", 1991, 4.7): where scores are log-normal, the rate is the
    chance that the next good part exceeds it. It reaches beyond the highest of few scores.

    With `1 / rate` scores or more it is at least their quantile `1 - rate`, rounded up to a score
    that occurred, in case their tail is longer. Raises ValueError for fewer than two scores.
    """
    n = len(unseen_normal_scores)
    if n < 2:
        raise ValueError(f"{n} scores of normal pictures; at least 2 are needed")
    logarithms = np.log(np.maximum(unseen_normal_scores, SMALLEST_SCORE))
    spread = max(float(logarithms.std(ddof=1)), MINIMUM_SPREAD)
    t = student_t_quantile(1 - allowed_false_reject_rate, n - 1)
    bound = math.exp(float(logarithms.mean()) + t * spread * math.sqrt(1 + 1 / n))
    if n * allowed_false_reject_rate < 1:
        return bound
    quantile = np.quantile(unseen_normal_scores, 1 - allowed_false_reject_rate, method="higher")
    return max(bound, float(quantile))


def allowed_rate_of(unseen_normal_scores: npt.NDArray[np.float64], threshold: float) -> float:
    """The share of good parts that `choose_threshold` would have to allow to come to `threshold`.

    Found by bisection, between one in 100,000 and all but that. Raises ValueError as
    `choose_threshold` does.
    """
    strict, lax = RATE_LIMIT, 1 - RATE_LIMIT
    for _ in range(BISECTIONS):
        # Rates are told apart by their odds: 0.001 lies between 0.0001 and 0.01.
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
    unseen_normal_scores: npt.NDArray[np.float64],
    threshold: float,
    allowed_false_reject_rate: float,
) -> FalseRejects:
    """How many good parts `threshold` rejects, counted on the scores that it was chosen from.

    The interval of the rejected share is Clopper and Pearson's: none of 20 means "up to 168 of
    1,000", not "none". Its lower end is 0 unless it is over the rate that was asked for: one
    reject among few scores doesn't say that a threshold made for fewer rejects that many. Their
    interval covers more than it must, which makes up for the choice on
    the same scores: of 20 to 300 log-normal and exponential ones it held the true share in at
    least 95 % of trainings. Raises ValueError without scores.
    """
    count = len(unseen_normal_scores)
    rejected = int(np.sum(unseen_normal_scores > threshold))
    interval = clopper_pearson(rejected, count)
    held = interval.low <= allowed_false_reject_rate <= interval.high
    if held:
        interval = Interval(low=0, high=interval.high)
    return FalseRejects(
        expected_rate=allowed_false_reject_rate if held else rejected / count,
        rejected=rejected,
        unseen=count,
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
