import math
from statistics import NormalDist

import numpy as np
import pytest

from okng.models.evaluation.design_effect import independent_count
from okng.models.evaluation.review_band import is_suspicious, measure_review_band
from okng.models.evaluation.threshold import (
    allowed_rate_of,
    choose_threshold,
    measure_false_rejects,
    review_distance,
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
@pytest.mark.parametrize("count", [20, 200])
def test_equal_scores_stay_below(score: float, count: int) -> None:
    assert choose_threshold(np.full(count, score), 0.01) > score


@pytest.mark.parametrize("count", [50, 99, 200])
@pytest.mark.parametrize("kind", ["log-normal", "exponential", "an outlier"])
def test_a_smaller_share_never_has_a_lower_threshold(kind: str, count: int) -> None:
    generator = np.random.default_rng(2)
    scores = generator.lognormal(3, 0.2, count)
    if kind == "exponential":
        scores = 1 + generator.exponential(1, count)
    elif kind == "an outlier":
        scores[7] = 300
    thresholds = [choose_threshold(scores, rate) for rate in np.geomspace(1e-4, 0.5, 300)]
    assert thresholds == sorted(thresholds, reverse=True)
    assert thresholds[0] >= scores.max() or count == 50


def test_one_odd_picture_among_few_does_not_let_defects_pass() -> None:
    scores = np.random.default_rng(0).lognormal(3, 0.1, 30)
    usual = choose_threshold(scores, 0.01)
    scores[3] = 60
    assert usual < choose_threshold(scores, 0.01) < 45


@pytest.mark.parametrize("count", [99, 300])
def test_whatever_the_distribution_the_next_good_part_is_rejected_as_rarely_as_promised(
    count: int,
) -> None:
    """Heavy tails, where the fitted bound alone would promise too much."""
    draws = np.exp(np.random.default_rng(3).laplace(0, 2, (4000, count + 1)))
    over = [scores[-1] > choose_threshold(scores[:-1], 0.01) for scores in draws]
    assert np.mean(over) == pytest.approx(0.01, abs=3 * math.sqrt(0.01 / 4000))


@pytest.mark.parametrize("count", [40, 100])
@pytest.mark.parametrize("rate", [0.001, 0.01, 0.055, 0.4])
def test_a_threshold_leads_back_to_the_share_that_it_allows(rate: float, count: int) -> None:
    scores = np.random.default_rng(0).lognormal(3, 0.2, count)
    threshold = choose_threshold(scores, rate)
    allowed = allowed_rate_of(scores, threshold)
    assert choose_threshold(scores, allowed) == pytest.approx(threshold, rel=1e-3)
    # Each of the scores is chosen for a range of shares, of which the least is found.
    chosen = math.floor(rate * 101) / 101 if count == 100 and rate > 1 / 101 else rate
    assert allowed == pytest.approx(chosen, rel=1e-3)


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
    """Of the next 1,000 parts after each of 400 trainings, also of another distribution."""
    generator = np.random.default_rng(1)
    if kind == "log-normal":
        draws, share_over = generator.lognormal(3, 0.2, (400, count)), lognormal_share_over
    else:
        draws, share_over = 1 + generator.exponential(1, (400, count)), exponential_share_over
    covered = 0
    for scores in draws:
        threshold = choose_threshold(scores, rate)
        interval = measure_false_rejects(scores, threshold, rate).interval
        share = generator.binomial(1000, share_over(threshold)) / 1000
        covered += interval.low <= share <= interval.high
    assert covered / 400 >= 0.95


def test_no_reject_of_few_pictures_promises_little() -> None:
    rejects = measure_false_rejects(np.full(20, 5.0), threshold=5.0, allowed_false_reject_rate=0.01)
    assert (rejects.rejected, rejects.unseen, rejects.expected_rate) == (0, 20, 0.01)
    assert rejects.interval.low == 0
    assert rejects.interval.high == pytest.approx(1 - 0.025 ** (1 / 20), abs=0.002)


def test_a_reject_among_few_does_not_deny_a_lower_share() -> None:
    rejects = measure_false_rejects(np.arange(20.0), threshold=18.0, allowed_false_reject_rate=0.01)
    assert (rejects.rejected, rejects.expected_rate, rejects.interval.low) == (1, 0.01, 0)


def test_a_threshold_that_rejects_all_says_so() -> None:
    rejects = measure_false_rejects(np.full(20, 5.0), threshold=0.0, allowed_false_reject_rate=0.99)
    assert (rejects.rejected, rejects.expected_rate) == (20, 0.99)
    assert rejects.interval.low > 0.8


@pytest.mark.parametrize("asked", [0.001, 0.2])
def test_scores_that_belie_the_asked_rate_are_believed(asked: float) -> None:
    rejects = measure_false_rejects(np.arange(100.0), 94.0, asked)
    assert (rejects.rejected, rejects.expected_rate) == (5, 0.05)
    assert not rejects.interval.low <= asked <= rejects.interval.high


def test_the_interval_counts_pictures_of_alike_batches_as_few() -> None:
    """Scores that differ by the day more than within it, of eight days, and parts of new days."""
    generator = np.random.default_rng(4)
    batches = [str(i // 25) for i in range(200)]
    covered, naive = 0, 0
    for _ in range(300):
        days = np.repeat(generator.normal(0, 0.2, 8), 25)
        scores = np.exp(3 + days + generator.normal(0, 0.1, 200))
        threshold = choose_threshold(scores, 0.05)
        share = 1 - NormalDist(3, math.hypot(0.2, 0.1)).cdf(math.log(threshold))
        stated = measure_false_rejects(scores, threshold, 0.05, batches)
        assert stated.independent is not None
        assert 8 <= stated.independent < 40
        covered += share <= stated.interval.high
        naive += share <= measure_false_rejects(scores, threshold, 0.05).interval.high
    assert covered / 300 >= 0.95 > naive / 300


def test_batches_that_do_not_differ_count_whole() -> None:
    generator = np.random.default_rng(5)
    batches = [str(i // 25) for i in range(200)]
    counts = [independent_count(generator.normal(3, 0.1, 200), batches) for _ in range(50)]
    assert np.median(counts) > 150
    assert independent_count(np.arange(200.0), None) == 200
    assert independent_count(np.repeat([1.0, 2.0], 10), ["a"] * 10 + ["b"] * 10) == 2


def test_the_review_band_reaches_to_three_times_the_rejects_and_as_far_up() -> None:
    scores = np.random.default_rng(6).lognormal(3, 0.2, 400)
    threshold = choose_threshold(scores, 0.01)
    distance = review_distance(scores, threshold, 0.01)
    assert threshold - distance == pytest.approx(choose_threshold(scores, 0.03))
    band = measure_review_band(scores, threshold, distance)
    assert band.marked + np.sum(scores > threshold + distance) == 12
    assert band.interval.low < 0.03 < band.interval.high
    assert is_suspicious(threshold + distance / 2, threshold, distance)
    assert not is_suspicious(threshold + distance * 1.01, threshold, distance)
    assert not is_suspicious(threshold, threshold, 0)
