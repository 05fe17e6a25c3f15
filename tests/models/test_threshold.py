import math
from statistics import NormalDist

import numpy as np
import pytest

from okng.models.training.threshold import (
    allowed_rate_of,
    choose_threshold,
    measure_false_rejects,
    student_t_quantile,
)


@pytest.mark.parametrize(
    ("probability", "degrees_of_freedom", "expected"),
    # Tables of Student's t.
    [(0.95, 10, 1.8125), (0.99, 19, 2.5395), (0.99, 39, 2.4258), (0.999, 29, 3.3962)],
)
def test_student_t(probability: float, degrees_of_freedom: int, expected: float) -> None:
    assert student_t_quantile(probability, degrees_of_freedom) == pytest.approx(expected, rel=2e-3)


@pytest.mark.parametrize("rate", [0.01, 0.05])
@pytest.mark.parametrize("count", [20, 40, 300])
def test_the_allowed_share_of_good_parts_is_rejected(count: int, rate: float) -> None:
    """Log-normal scores: the share of unseen good parts over it, mean of 1,500 trainings."""
    generator = np.random.default_rng(0)
    rejected = [
        np.mean(generator.lognormal(3, 0.2, 200) > choose_threshold(scores, rate))
        for scores in generator.lognormal(3, 0.2, (1500, count))
    ]
    assert 0.75 * rate < np.mean(rejected) < 1.15 * rate


def test_it_reaches_beyond_few_scores_and_lower_for_more_allowed_rejects() -> None:
    scores = np.random.default_rng(0).lognormal(3, 0.2, 20)
    assert choose_threshold(scores, 0.001) > choose_threshold(scores, 0.01) > scores.max()
    assert choose_threshold(scores, 0.2) < scores.max()


def test_a_long_tail_of_many_scores_is_followed() -> None:
    scores = np.concatenate([np.full(195, 10.0), np.full(5, 100.0)])
    assert choose_threshold(scores, 0.01) >= 100
    assert choose_threshold(scores, 0.05) < 100


@pytest.mark.parametrize("score", [0.0, 1e-9, 7.0])
def test_equal_scores_stay_below(score: float) -> None:
    assert choose_threshold(np.full(20, score), 0.01) > score


@pytest.mark.parametrize("rate", [0.001, 0.01, 0.05, 0.5])
def test_a_threshold_leads_back_to_the_share_that_it_allows(rate: float) -> None:
    scores = np.random.default_rng(0).lognormal(3, 0.2, 40)
    threshold = choose_threshold(scores, rate)
    found = allowed_rate_of(scores, threshold)
    assert choose_threshold(scores, found) == pytest.approx(threshold, rel=1e-3)
    # A quantile of few scores stays the same over a range of shares.
    assert found <= rate * 1.001
    assert found == pytest.approx(rate, rel=1e-3) or rate == 0.05


def test_a_threshold_beyond_all_scores_allows_none_or_all() -> None:
    scores = np.random.default_rng(0).lognormal(3, 0.2, 40)
    assert allowed_rate_of(scores, 1e6) < 1.1e-5
    assert allowed_rate_of(scores, 1e-6) > 0.9999


def test_too_few_scores_are_refused() -> None:
    with pytest.raises(ValueError, match="1 scores of normal pictures; at least 2"):
        choose_threshold(np.array([1.0]), 0.01)


def lognormal_share_over(threshold: float) -> float:
    return 1 - NormalDist(3, 0.2).cdf(math.log(threshold))


def exponential_share_over(threshold: float) -> float:
    return math.exp(-max(threshold - 1, 0))


@pytest.mark.parametrize("rate", [0.01, 0.05])
@pytest.mark.parametrize("count", [20, 40, 300])
@pytest.mark.parametrize("kind", ["log-normal", "exponential"])
def test_the_rejected_share_lies_in_the_stated_interval(kind: str, count: int, rate: float) -> None:
    """The true rejected share of each of 400 trainings is known, also of another distribution."""
    generator = np.random.default_rng(1)
    if kind == "log-normal":
        draws, share_over = generator.lognormal(3, 0.2, (400, count)), lognormal_share_over
    else:
        draws, share_over = 1 + generator.exponential(1, (400, count)), exponential_share_over
    covered = 0
    for scores in draws:
        threshold = choose_threshold(scores, rate)
        interval = measure_false_rejects(scores, threshold, rate).interval
        covered += interval.low <= share_over(threshold) <= interval.high
    assert covered / 400 >= 0.95


def test_no_reject_of_few_pictures_promises_little() -> None:
    rejects = measure_false_rejects(np.full(20, 5.0), threshold=5.0, allowed_false_reject_rate=0.01)
    assert (rejects.rejected, rejects.unseen, rejects.expected_rate) == (0, 20, 0.01)
    assert rejects.interval.low == 0
    assert rejects.interval.high == pytest.approx(1 - 0.025 ** (1 / 20))


def test_a_reject_among_few_does_not_deny_a_lower_share() -> None:
    rejects = measure_false_rejects(np.arange(20.0), threshold=18.0, allowed_false_reject_rate=0.01)
    assert (rejects.rejected, rejects.expected_rate, rejects.interval.low) == (1, 0.01, 0)


@pytest.mark.parametrize("asked", [0.001, 0.2])
def test_scores_that_belie_the_asked_rate_are_believed(asked: float) -> None:
    rejects = measure_false_rejects(np.arange(100.0), 94.0, asked)
    assert (rejects.rejected, rejects.expected_rate) == (5, 0.05)
    assert not rejects.interval.low <= asked <= rejects.interval.high
