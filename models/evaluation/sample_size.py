"""Sample size: how many pictures would make an interval as narrow as a person wants to have it."""

from __future__ import annotations

from collections.abc import Callable

from okng.models.evaluation.intervals import (
    NEXT_PARTS,
    Interval,
    prediction_interval,
    wilson,
)

LARGEST_SAMPLE = 20_000
"""No more pictures than this are proposed: nobody collects them for one figure."""


def pictures_for_share(share: float, half_width: float) -> int | None:
    """The least number of pictures from which on a share is known to within `half_width`.

    That is half the width of Wilson's 95 % interval, if the share stays as it is; None where even
    `LARGEST_SAMPLE` pictures don't do. Raises ValueError for a share outside 0..1.
    """
    _check(share)
    return _least(lambda count: wilson(share, count), half_width)


def pictures_for_next_parts(share: float, half_width: float) -> int | None:
    """As `pictures_for_share`, for the share among the next 1,000 parts (`prediction_interval`).

    Chance in those parts counts as well, so that a narrow interval may be out of reach.
    """
    _check(share)
    return _least(lambda count: prediction_interval(share * count, count, NEXT_PARTS), half_width)


def _check(share: float) -> None:
    if not 0 <= share <= 1:
        raise ValueError(f"a share is between 0 and 1, not {share}")


def _least(interval: Callable[[int], Interval], half_width: float) -> int | None:
    def is_known(count: int) -> bool:
        limits = interval(count)
        return limits.high - limits.low <= 2 * half_width

    low, high = 0, 1
    while not is_known(high):
        if high >= LARGEST_SAMPLE:
            return None
        low, high = high, min(2 * high, LARGEST_SAMPLE)
    # `low` is too few and `high` enough; the width falls as the number grows.
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_known(middle) else (middle, high)
    return high
