"""Control limits of a p-chart: the shares of rejects that chance alone explains (ISO 7870-2).

The limits are those of the binomial distribution itself and not of its normal approximation, which
lies far off for small shares and few parts (Montgomery, Introduction to Statistical Quality
Control, 7.3). They depend on the number of parts of each subgroup.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from okng.models.arrays import Float64Array
from okng.models.strict_model import StrictModel

DEVIATIONS = 40
"""Number of standard deviations, and of single parts besides, after which chances count as none."""


class Limits(StrictModel):
    """Numbers of rejects that a subgroup stays within if nothing has changed, both included."""

    lower: int
    upper: int


def control_limits(low_share: float, high_share: float, parts: int, chance: float) -> Limits:
    """The limits of a subgroup of `parts`; each is passed by chance at most with `chance`.

    The share in control is known within `low_share` and `high_share`: the lower limit holds for the
    one, the upper for the other. So a share that is not known well gives wider limits.

    Raises:
        ValueError: there is no part, or a share or the chance is not between 0 and 1.
    """
    return Limits(
        lower=_lower_limit(low_share, parts, chance), upper=_upper_limit(high_share, parts, chance)
    )


@lru_cache(maxsize=4096)
def _upper_limit(share: float, parts: int, chance: float) -> int:
    """The smallest number that is exceeded with a chance of at most `chance`."""
    chances = _binomial(share, parts)
    # From the rarest on, so that small sums keep their digits.
    exceeded = np.cumsum(chances[::-1])[::-1] - chances
    return int(np.argmax(exceeded <= chance))


@lru_cache(maxsize=4096)
def _lower_limit(share: float, parts: int, chance: float) -> int:
    """The largest number that is undercut with a chance of at most `chance`."""
    chances = _binomial(share, parts)
    undercut = np.cumsum(chances) - chances
    return int(np.flatnonzero(undercut <= chance)[-1])


def _binomial(share: float, parts: int) -> Float64Array:
    """The chances of 0, 1, ... rejects among `parts`, as far as they are not negligible."""
    if parts < 1 or not 0 <= share <= 1:
        raise ValueError(f"limits need parts and a share between 0 and 1, not {parts}, {share}")
    if share in (0, 1):
        none = np.zeros(int(share * parts))
        return np.append(none, 1.0)
    mean = share * parts
    most = min(parts, math.ceil(mean + DEVIATIONS * (math.sqrt(mean) + 1)))
    k = np.arange(1, most + 1)
    steps = np.log((parts - k + 1) / k) + math.log(share) - math.log1p(-share)
    logarithms = parts * math.log1p(-share) + np.concatenate([[0.0], np.cumsum(steps)])
    return np.asarray(np.exp(logarithms), np.float64)
