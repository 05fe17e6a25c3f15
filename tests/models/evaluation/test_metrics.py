from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okng.models.evaluation import auroc, average_precision_score, evaluate, histogram
from okng.models.evaluation.worst_pictures import ScoredPicture, worst_pictures


def test_auroc_counts_pairs_in_the_right_order() -> None:
    # Pairs (normal, anomaly) in order: (1,2) (1,4) (3,4) of four.
    assert auroc([1, 3], [2, 4]) == 3 / 4


def test_equal_scores_count_one_half() -> None:
    assert auroc([1, 2, 2], [2, 3]) == (1 + 0.5 + 0.5 + 3) / 6
    assert auroc([5, 5, 5], [5, 5]) == 0.5


def test_auroc_of_separate_classes() -> None:
    assert auroc([1, 2], [3, 4]) == 1
    assert auroc([3, 4], [1, 2]) == 0


@pytest.mark.parametrize(("normal", "anomaly"), [([], [1.0]), ([1.0], [])])
def test_auroc_needs_both_classes(normal: list[float], anomaly: list[float]) -> None:
    with pytest.raises(ValueError, match="needs both classes"):
        auroc(normal, anomaly)


def test_metrics_by_hand() -> None:
    metrics = evaluate(normal=[1, 2, 3, 6], anomaly=[2, 5, 7], threshold=4)
    counts = (
        metrics.true_positives,
        metrics.false_positives,
        metrics.true_negatives,
        metrics.false_negatives,
    )
    assert counts == (2, 1, 3, 1)
    assert metrics.precision == pytest.approx(2 / 3)
    assert metrics.recall == pytest.approx(2 / 3)
    assert metrics.f1 == pytest.approx(2 / 3)
    assert metrics.image_auroc == pytest.approx((1.5 + 3 + 4) / 12)


def test_a_score_equal_to_the_threshold_is_normal() -> None:
    metrics = evaluate(normal=[4], anomaly=[4], threshold=4)
    assert (metrics.true_negatives, metrics.false_negatives) == (1, 1)


def test_precision_is_unknown_where_nothing_is_called_anomalous() -> None:
    metrics = evaluate(normal=[1], anomaly=[2], threshold=9)
    assert metrics.precision is None
    assert (metrics.recall, metrics.f1) == (0, 0)


def test_histogram_counts_both_classes_over_the_same_bins() -> None:
    result = histogram(normal=[0, 1, 1], anomaly=[4], bins=4)
    assert result.edges == [0, 1, 2, 3, 4]
    assert result.normal == [1, 2, 0, 0]
    assert result.anomaly == [0, 0, 0, 1]


def test_histogram_of_equal_scores_loses_none() -> None:
    result = histogram([3.0, 3.0], [], bins=5)
    assert sum(result.normal) == 2
    assert len(result.edges) == 6


def test_average_precision_by_hand() -> None:
    # From the highest: 4 anomalous (1 of 1), 3 normal, 2 anomalous (2 of 3), 1 normal.
    assert average_precision_score([1, 3], [2, 4]) == pytest.approx((1 + 2 / 3) / 2)


def test_equal_scores_stand_at_one_threshold() -> None:
    # At 2: 1 of 2 anomalous found with 1 normal; at 1: both with 2 normal.
    assert average_precision_score([1, 2], [1, 2]) == pytest.approx(0.5 * 1 / 2 + 0.5 * 2 / 4)
    assert average_precision_score([5, 5, 5], [5]) == pytest.approx(1 / 4)


scores = st.lists(st.integers(-20, 20), min_size=1, max_size=30)


@given(scores, scores)
def test_ranking_depends_on_order_alone(normal: list[int], anomaly: list[int]) -> None:
    stretched = [[float(s) ** 3 + 7 for s in scores] for scores in (normal, anomaly)]
    assert auroc(*stretched) == pytest.approx(auroc(normal, anomaly))
    assert average_precision_score(*stretched) == pytest.approx(
        average_precision_score(normal, anomaly)
    )
    assert auroc(anomaly, normal) == pytest.approx(1 - auroc(normal, anomaly))


@given(scores, scores)
def test_average_precision_is_that_of_all_thresholds(normal: list[int], anomaly: list[int]) -> None:
    total, recall = 0.0, 0.0
    for threshold in sorted({*normal, *anomaly}, reverse=True):
        caught = sum(score >= threshold for score in anomaly)
        called = caught + sum(score >= threshold for score in normal)
        total += (caught / len(anomaly) - recall) * caught / called
        recall = caught / len(anomaly)
    assert average_precision_score(normal, anomaly) == pytest.approx(total)


@given(scores, scores, st.integers(-20, 20))
def test_every_interval_holds_its_metric(
    normal: list[int], anomaly: list[int], threshold: int
) -> None:
    metrics = evaluate(normal, anomaly, threshold)
    assert metrics.intervals is not None
    for name in type(metrics.intervals).model_fields:
        value, interval = getattr(metrics, name), getattr(metrics.intervals, name)
        assert (value is None) == (interval is None)
        assert interval is None or interval.low - 1e-9 <= value <= interval.high + 1e-9


def picture(name: str, label: Literal["normal", "anomaly"], score: float) -> ScoredPicture:
    return ScoredPicture(name=name, sha256="a" * 64, label=label, score=score)


def test_the_most_wrong_picture_is_the_first() -> None:
    pictures = [
        picture("good", "normal", 1),
        picture("nearly rejected", "normal", 9),
        picture("rejected", "normal", 12),
        picture("missed", "anomaly", 3),
        picture("just caught", "anomaly", 10.5),
        picture("caught", "anomaly", 40),
    ]
    worst = [picture.name for picture in worst_pictures(pictures, threshold=10, count=4)]
    assert worst == ["missed", "rejected", "just caught", "nearly rejected"]
    assert len(worst_pictures(pictures * 2, threshold=10)) == 10
