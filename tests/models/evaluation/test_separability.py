"""A cross-validated AUROC is no larger than what the features say, and its p-value is honest."""

from __future__ import annotations

import numpy as np
import pytest

from okng.models.arrays import Float64Array, Int64Array
from okng.models.evaluation import auroc
from okng.models.evaluation.separability import (
    FOLDS,
    permutation_p_values,
    separability,
    stratified_folds,
)


def normal(shape: tuple[int, ...], seed: int) -> Float64Array:
    return np.random.default_rng(seed).normal(size=shape)


def classes_of(*counts: int) -> Int64Array:
    return np.repeat(np.arange(len(counts)), counts).astype(np.int64)


def test_every_fold_has_its_share_of_each_class() -> None:
    classes = classes_of(31, 10, 8)
    folds = stratified_folds(classes, seed=3)
    for each, count in enumerate((31, 10, 8)):
        in_folds = np.bincount(folds[classes == each], minlength=FOLDS)
        assert in_folds.max() - in_folds.min() <= 1
        assert in_folds.sum() == count
    assert np.ptp(np.bincount(folds)) <= 1


def test_the_area_is_that_of_the_scores() -> None:
    classes = classes_of(30, 12)
    features = normal((42, 3), 0)
    features[classes == 1, 1] += 1
    # Many equal scores, too: they count one half.
    features[:, 1] = np.round(features[:, 1])
    for group in (features, features[:, 1:2]):
        result = separability({"group": group}, classes)["group"]
        assert result.pair == (0, 1)
        scores = result.scores.astype(np.float32)
        assert result.auroc == pytest.approx(auroc(scores[classes == 1], scores[classes == 0]))


def test_scores_come_from_the_other_folds_alone() -> None:
    """More features than pictures tell any labels apart that a picture's own score has seen."""
    classes = classes_of(30, 10)
    areas = [
        separability({"noise": normal((40, 60), seed)}, classes)["noise"].auroc
        for seed in range(20)
    ]
    assert 0.35 < np.mean(areas) < 0.65


def test_what_is_far_apart_is_told_and_what_is_not_is_not() -> None:
    classes = classes_of(30, 10)
    noise, apart = normal((40, 6), 2), normal((40, 6), 3)
    apart[classes == 1, 2] += 6
    groups = {"noise": noise, "apart": apart, "constant": np.ones((40, 2))}
    found = separability(groups, classes)
    assert found["apart"].auroc > 0.95
    assert found["noise"].auroc < 0.75
    assert found["constant"].auroc == pytest.approx(0.5)
    p_values = permutation_p_values(
        groups, classes, {name: result.auroc for name, result in found.items()}, permutations=499
    )
    assert p_values["apart"] == 1 / 500
    assert p_values["noise"] > 0.05
    assert p_values["constant"] > 0.5


@pytest.mark.parametrize("middle", [1, 2])
def test_several_classes_are_told_from_each_other(middle: int) -> None:
    """Also a class that lies between two others."""
    classes = classes_of(10, 12, 9)
    features = normal((31, 2), 4)
    features[:, 0] += 5 * np.array([0, middle, 3 - middle])[classes]
    result = separability({"group": features}, classes)["group"]
    assert result.auroc > 0.9
    assert result.pair == ((0, 2) if middle == 1 else (0, 1))
    p_value = permutation_p_values(
        {"group": features}, classes, {"group": result.auroc}, permutations=199
    )["group"]
    assert p_value <= 0.01


def test_p_values_of_chance_are_even_however_many_groups_are_compared() -> None:
    """The smallest of three p-values is at most 0.1 in a tenth of 200 datasets, not in three."""
    smallest = []
    for seed in range(200):
        groups = {name: normal((24, 2), 1000 + 3 * seed + i) for i, name in enumerate("abc")}
        classes = classes_of(14, 10)
        areas = {name: result.auroc for name, result in separability(groups, classes).items()}
        smallest.append(min(permutation_p_values(groups, classes, areas, permutations=99).values()))
    # 20 are expected, 33 are exceeded by chance in one of a thousand.
    assert 8 <= sum(p_value <= 0.1 for p_value in smallest) <= 33
