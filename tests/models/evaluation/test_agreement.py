"""Kappa is scikit-learn's, its interval covers the truth, and it is unknown without a ground."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score

from okng.models.evaluation.agreement import agreement, without_categories

_PAIRS = (("n", "n"), ("n", "a"), ("a", "n"), ("a", "a"))


@pytest.mark.parametrize("seed", range(40))
def test_kappa_is_that_of_scikit_learn(seed: int) -> None:
    random = np.random.default_rng(seed)
    categories = [f"type {number}" for number in range(2 + seed % 4)]
    first = random.choice(categories, size=random.integers(5, 80))
    second = np.where(random.random(len(first)) < 0.7, first, random.choice(categories, len(first)))
    figures = agreement(Counter(zip(first.tolist(), second.tolist(), strict=True)))
    assert figures.pictures == len(first)
    assert figures.share == pytest.approx(np.mean(first == second))
    assert figures.kappa == pytest.approx(cohen_kappa_score(first, second))
    assert figures.kappa_interval is not None
    assert figures.kappa is not None
    assert figures.kappa_interval.low <= figures.kappa <= figures.kappa_interval.high


def test_a_textbook_table() -> None:
    """Wikipedia's example: 20, 5, 10, 15 of 50; kappa 0.4."""
    pairs = {("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}
    figures = agreement(pairs)
    assert (figures.agreed, figures.share) == (35, 0.7)
    assert figures.kappa == pytest.approx(0.4)


def test_full_agreement_of_few_pictures_is_no_point() -> None:
    figures = agreement({("normal", "normal"): 5, ("anomaly", "anomaly"): 5})
    assert figures.kappa == 1
    assert figures.kappa_interval is not None
    assert figures.kappa_interval.high == 1
    assert figures.kappa_interval.low < 0.5


def test_kappa_is_unknown_where_all_answers_are_one_label() -> None:
    figures = agreement({("normal", "normal"): 30})
    assert (figures.share, figures.kappa, figures.kappa_interval) == (1, None, None)
    assert figures.kappa_unknown is not None
    assert "same answer" in figures.kappa_unknown


def test_chance_is_zero_and_not_unknown_where_one_rater_knows_one_label() -> None:
    first, second = ["normal"] * 3 + ["anomaly"], ["normal"] * 4
    figures = agreement(Counter(zip(first, second, strict=True)))
    assert figures.kappa == cohen_kappa_score(first, second) == 0


def test_no_picture_has_no_figure() -> None:
    figures = agreement({})
    assert (figures.share, figures.share_interval, figures.kappa) == (None, None, None)
    assert figures.kappa_unknown is not None
    assert without_categories(0, 0).share is None
    assert without_categories(4, 3).share == 0.75


@pytest.mark.parametrize(("pictures", "prevalence"), [(20, 0.5), (50, 0.2), (200, 0.1)])
@pytest.mark.parametrize("errors", [0.02, 0.1, 0.3])
def test_the_interval_covers_the_true_kappa(
    pictures: int, prevalence: float, errors: float
) -> None:
    """Two raters who err independently; the large-sample one covers 56 % of the first."""
    right = np.array([1 - errors, errors])
    table = (1 - prevalence) * np.outer(right, right) + prevalence * np.outer(
        right[::-1], right[::-1]
    )
    chance = (table.sum(0) * table.sum(1)).sum()
    truth = (np.trace(table) - chance) / (1 - chance)
    random = np.random.default_rng(1)
    covered = known = 0
    for counts in random.multinomial(pictures, table.ravel(), size=400).tolist():
        figures = agreement(dict(zip(_PAIRS, counts, strict=True)))
        if figures.kappa_interval is not None:
            known += 1
            covered += figures.kappa_interval.low <= truth <= figures.kappa_interval.high
    assert covered / known > 0.9
