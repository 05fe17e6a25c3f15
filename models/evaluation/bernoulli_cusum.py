"""Bernoulli CUSUM: finds from part to part that the share of rejects has doubled.

After each part the sum grows by 1 for a reject, and falls by the reference value for every part,
but not below 0; at the decision interval it raises an alarm (Reynolds and Stoumbos, Journal of
Quality Technology 31, 1999, 87-108). No other chart with as few false alarms finds the change for
which it is made sooner in the worst case (Moustakides, Annals of Statistics 14, 1986, 1379-1387).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from okng.models.arrays import BoolArray, Float64Array

RATIO = 2.0
"""The change that is looked for: so many times the share in control."""
GREATEST_SHARE = 0.4
"""In control. Twice as many have to be distinguishable from all."""
STATES = 250
"""Of the Markov chain that the run length is computed from."""
HALVINGS = 20
FOUND = 0.9
RUNS = 4_000


@dataclass(frozen=True, slots=True)
class BernoulliCusum:
    """A chart for a share in control."""

    share: float
    reference: float
    """By which the sum falls with each part."""
    decision_interval: float
    """At which it raises an alarm."""

    def course(self, rejected: BoolArray) -> tuple[Float64Array, list[int]]:
        """The sum after each of n parts, and the positions of the alarms, after which it is 0.

        Args:
            rejected: [n] bool, in the order of the parts.
        """
        steps = rejected - self.reference
        course = np.empty(len(steps))
        alarms: list[int] = []
        begin = 0
        while begin < len(steps):
            sums = np.cumsum(steps[begin:])
            course[begin:] = sums - np.minimum(np.minimum.accumulate(sums), 0)
            above = course[begin:] >= self.decision_interval
            if not above.any():
                break
            begin += int(np.argmax(above)) + 1
            alarms.append(begin - 1)
        return course, alarms


def reference_value(share: float, ratio: float = RATIO) -> float:
    """Where the likelihoods of the share and of `ratio` times as much are alike, per part."""
    changed = ratio * share
    fewer = -math.log((1 - changed) / (1 - share))
    return fewer / (fewer + math.log(ratio))


@lru_cache(maxsize=512)
def cusum_for(share: float, parts_between_alarms: float) -> BernoulliCusum | None:
    """The chart that raises one false alarm in so many parts on average; None above 40 %.

    Raises:
        ValueError: the share is not above 0.
    """
    if share <= 0:
        raise ValueError(f"a share in control is above 0, not {share}")
    if share > GREATEST_SHARE:
        return None
    reference = reference_value(share)
    low, high = 1 - reference, 4.0
    while average_run_length(share, reference, high) < parts_between_alarms:
        low, high = high, high * 2
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if average_run_length(share, reference, middle) < parts_between_alarms:
            low = middle
        else:
            high = middle
        if high - low < 0.002 * high:
            break
    return BernoulliCusum(share, reference, high)


def average_run_length(share: float, reference: float, decision_interval: float) -> float:
    """Mean number of parts until an alarm, from a sum of 0 on.

    A Markov chain from reject to reject: the sum before each is kept on a grid. Between two of them
    lie g good parts with a chance of (1 - share)^g share.
    """
    step = max(decision_interval - 1 + reference, 0) / STATES
    if step == 0:
        return 1 / share
    before = np.arange(STATES) * step
    after = (before + 1 - reference)[:, None]
    # Of a sum that was `after`, the chance that it has fallen to the middle of two states or lower.
    good = np.ceil(np.maximum(after - (before + step / 2), 0) / reference - 1e-9)
    fallen = (1 - share) ** good
    moves = np.diff(fallen, axis=1, prepend=0)
    rejects = np.linalg.solve(np.eye(STATES) - moves, np.ones(STATES))
    return float(rejects[0]) / share


@lru_cache(maxsize=512)
def parts_until_found(
    chart: BernoulliCusum, ratio: float = RATIO, found: float = FOUND
) -> int | None:
    """Within how many parts a share that has grown so is found in `found` of all cases.

    Simulated from reject to reject, with a fixed seed and from a sum of 0 on; None where the grown
    share would be 1 or more.
    """
    grown = ratio * chart.share
    if grown >= 1:
        return None
    random = np.random.default_rng(1)
    sums, parts, ended = np.zeros(RUNS), np.zeros(RUNS), np.zeros(RUNS, bool)
    while not ended.all():
        gaps = random.geometric(grown, RUNS)
        fallen = np.maximum(sums - chart.reference * (gaps - 1), 0) + 1 - chart.reference
        sums = np.where(ended, sums, fallen)
        parts = np.where(ended, parts, parts + gaps)
        ended |= sums >= chart.decision_interval
    return math.ceil(np.quantile(parts, found))
