"""The interval of a difference of paired shares covers the truth, however few parts there are."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import binomtest

from okng.models.evaluation.paired_difference import paired_difference


@pytest.mark.parametrize(
    "shares",
    [(0.01, 0.02, 0.005, 0.965), (0.02, 0.002, 0.002, 0.976), (0.1, 0.05, 0.2, 0.65)],
)
def test_the_interval_covers_the_true_difference_in_95_of_100_trials(
    shares: tuple[float, float, float, float],
) -> None:
    random = np.random.default_rng(3)
    both, only_before, only_after, _ = shares
    true = only_after - only_before
    covered = 0
    trials = 1_000
    for counts in random.multinomial(500, shares, trials):
        found = paired_difference(*map(int, counts))
        covered += found.low <= true <= found.high
    # 0.95, less what a thousand trials may be off by chance (three standard errors).
    assert covered / trials > 0.93
    assert both + only_before + only_after < 1


def test_it_is_the_difference_of_after_and_before_with_mcnemar_s_p_value() -> None:
    found = paired_difference(40, 30, 10, 920)
    assert (found.before, found.after) == (0.07, 0.05)
    assert found.difference == pytest.approx(-0.02)
    assert found.low < -0.02 < found.high < 0
    assert found.p_value == pytest.approx(binomtest(10, 40, 0.5).pvalue)


def test_exchanging_both_turns_the_interval_round() -> None:
    one, other = paired_difference(5, 9, 2, 84), paired_difference(5, 2, 9, 84)
    assert one.low == pytest.approx(-other.high)
    assert one.high == pytest.approx(-other.low)
    assert one.p_value == pytest.approx(other.p_value)


def test_parts_that_all_agree_leave_an_interval() -> None:
    few, many = paired_difference(0, 0, 0, 10), paired_difference(0, 0, 0, 10_000)
    assert few.difference == 0
    assert few.p_value == 1
    assert few.high > 0.2
    assert 0 < many.high < 0.001
    with pytest.raises(ValueError, match="at least one part"):
        paired_difference(0, 0, 0, 0)
