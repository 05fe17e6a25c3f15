"""The figures of a bias report are those of their definitions."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from okng.models.evaluation.dataset_bias import (
    class_imbalance,
    dataset_bias,
    difference_in_proportions,
    jensen_shannon,
)

COUNTS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=6)


def by_hand(counts: list[tuple[int, int]]) -> float:
    """Mutual information of row and column from exact shares: only the logarithms are rounded."""
    total = sum(map(sum, counts))
    columns = [sum(column) for column in zip(*counts, strict=True)]
    terms = []
    for row in counts:
        for count, column in zip(row, columns, strict=True):
            if count:
                share, chance = Fraction(count, total), Fraction(sum(row) * column, total**2)
                ratio = share / chance
                terms.append(float(share) * (math.log2(ratio.numerator / ratio.denominator)))
    return math.fsum(terms)


@given(COUNTS)
def test_the_divergence_is_that_of_exact_shares(counts: list[tuple[int, int]]) -> None:
    if not sum(map(sum, counts)):
        with pytest.raises(ValueError, match="at least one picture"):
            jensen_shannon(counts)
        return
    divergence = jensen_shannon(counts)
    assert divergence == pytest.approx(by_hand(counts), abs=1e-9)
    assert 0 <= divergence <= 1 + 1e-9


def test_two_groups_of_like_size_have_scipys_divergence() -> None:
    distance = pytest.importorskip("scipy.spatial.distance", reason="scipy is not installed")
    for first, second in (((30, 10), (5, 35)), ((40, 0), (0, 40)), ((20, 20), (20, 20))):
        expected = distance.jensenshannon(first, second, base=2) ** 2
        assert jensen_shannon([first, second]) == pytest.approx(expected, abs=1e-12)


def test_the_ends_of_each_figure() -> None:
    assert jensen_shannon([(7, 0), (0, 7)]) == pytest.approx(1)
    assert jensen_shannon([(3, 1), (30, 10), (0, 0)]) == pytest.approx(0, abs=1e-12)
    # A hand calculation: H(1/2) - (3/4 H(1/3) + 1/4 H(1)), which is 1 - 3/4 (log2(3) - 2/3).
    assert jensen_shannon([(2, 4), (2, 0)]) == pytest.approx(1 - 0.75 * (math.log2(3) - 2 / 3))
    assert (class_imbalance(5, 0), class_imbalance(0, 5), class_imbalance(4, 4)) == (1, -1, 0)
    assert Fraction(class_imbalance(30, 10)) == Fraction(1, 2)
    assert Fraction(difference_in_proportions(3, 4, 1, 4)) == Fraction(1, 2)
    assert difference_in_proportions(0, 4, 4, 4) == -1
    for figure in (class_imbalance(3, 1), difference_in_proportions(1, 2, 1, 4)):
        assert type(figure) is float


def test_there_is_no_figure_without_a_ground() -> None:
    with pytest.raises(ValueError, match="at least one picture"):
        class_imbalance(0, 0)
    for counts in ((0, 0, 1, 2), (1, 2, 0, 0)):
        with pytest.raises(ValueError, match="two groups"):
            difference_in_proportions(*counts)
    assert dataset_bias([], {}) is None
    assert dataset_bias([True, True], {"batch": ["a", "b"]}) is None
    only_one = dataset_bias([True, False], {"batch": ["a", "a"], "camera": [None, None]})
    assert only_one
    assert (only_one.class_imbalance, only_one.attributes) == (0, [])
    # Of those that have a batch, all are anomalous.
    assert not dataset_bias([True, True, False], {"batch": ["a", "b", None]}).attributes


def test_the_figures_of_a_dataset() -> None:
    anomalous = [False] * 6 + [True] * 2 + [False]
    batches = ["lot 1"] * 4 + ["lot 2"] * 4 + [None]
    bias = dataset_bias(anomalous, {"batch": batches})
    assert bias
    assert bias.class_imbalance == pytest.approx(5 / 9)
    (batch,) = bias.attributes
    assert batch.jensen_shannon == pytest.approx(by_hand([(0, 4), (2, 2)]))
    assert [(each.value, each.pictures, each.anomalous) for each in batch.values] == [
        ("lot 1", 4, 0),
        ("lot 2", 4, 2),
    ]
    assert [each.label_difference for each in batch.values] == [-0.5, 0.5]
    assert np.isclose(batch.jensen_shannon, 0.3112781)
