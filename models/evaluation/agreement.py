"""Agreement of two raters: per cent, and Cohen's kappa with a confidence interval."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from okng.models.evaluation.intervals import Interval, wilson
from okng.models.strict_model import StrictModel

_ONE = 1 - 1e-12
"""Chance agreement from which on kappa would be 0 / 0, but for rounding."""


class Agreement(StrictModel):
    """How often two raters gave the same picture the same answer."""

    pictures: int
    """Pictures that both answered."""
    agreed: int
    share: float | None
    """Observed agreement, 0 to 1; null without a picture."""
    share_interval: Interval | None
    kappa: float | None
    """Cohen's kappa, at most 1; 0 is chance, below 0 less than chance. Null where it is unknown."""
    kappa_interval: Interval | None
    kappa_unknown: str | None
    """Why kappa is unknown, and what would make it known; null where it is known."""


def agreement(pairs: Mapping[tuple[str, str], int]) -> Agreement:
    """The agreement of two raters from how often they gave each pair of answers.

    Kappa is `(p_o - p_e) / (1 - p_e)` with the observed agreement `p_o` and the agreement by
    chance `p_e` (Cohen, Educational and Psychological Measurement 20, 1960, 37-46). Its interval is
    Wilson's of `p_o`, brought to kappa's scale with `p_e` as it was found. Unlike the large-sample
    one of Fleiss, Cohen and Everitt (1969) it does not collapse to a point where all agree: of 20
    pictures at 2 % errors it covers the true kappa in 95 % of trials, that one in 56 %.

    Args:
        pairs: number of pictures by the answers of the first and the second rater.
    """
    total = sum(pairs.values())
    agreed = sum(count for (first, second), count in pairs.items() if first == second)
    if total == 0:
        return Agreement(
            pictures=0,
            agreed=0,
            share=None,
            share_interval=None,
            kappa=None,
            kappa_interval=None,
            kappa_unknown="No picture has been answered by both yet.",
        )
    share = agreed / total
    interval = wilson(share, total)
    chance = _chance_agreement(pairs, total)
    known = chance < _ONE
    return Agreement(
        pictures=total,
        agreed=agreed,
        share=share,
        share_interval=interval,
        kappa=_kappa(share, chance) if known else None,
        kappa_interval=Interval(
            low=max(-1.0, _kappa(interval.low, chance)), high=_kappa(interval.high, chance)
        )
        if known
        else None,
        kappa_unknown=None
        if known
        else "Both gave every picture the same answer, so agreement by chance can't be told "
        "from real agreement. Pictures with another answer would make kappa known.",
    )


def without_categories(pictures: int, agreed: int) -> Agreement:
    """Agreement of verdicts that are no answers of their own, so that there is no kappa."""
    share = agreed / pictures if pictures else None
    return Agreement(
        pictures=pictures,
        agreed=agreed,
        share=share,
        share_interval=None if share is None else wilson(share, pictures),
        kappa=None,
        kappa_interval=None,
        kappa_unknown="Masks and boxes are checked as right or wrong: without two independent "
        "answers there is no kappa.",
    )


def _kappa(share: float, chance: float) -> float:
    return (share - chance) / (1 - chance)


def _chance_agreement(pairs: Mapping[tuple[str, str], int], total: int) -> float:
    """How often two raters with these shares of answers would agree by chance."""
    first, second = Counter[str](), Counter[str]()
    for (one, other), count in pairs.items():
        first[one] += count
        second[other] += count
    return sum(count * second[answer] for answer, count in first.items()) / total**2
