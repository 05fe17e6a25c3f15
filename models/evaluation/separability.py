"""Separability of classes by some features: cross-validated AUROC, and whether it is chance.

The classifier is linear discriminant analysis with a shrunken covariance, on normal scores of the
features' ranks: quick, hardly disturbed by outliers, and of use with forty pictures. It sees what
rises or falls with a class, not what lies on both sides of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from statistics import NormalDist
from typing import TypeVar

import numpy as np

from okng.models.arrays import Float32Array, Float64Array, Int64Array

FOLDS = 5
SHRINKAGE = 0.1
"""Share of the identity in the covariance of the features."""
PERMUTATIONS = 999
_ROUNDING = 1e-6
_AT_ONCE = 250
"""Permutations that are scored at once, which limits memory."""


GroupT = TypeVar("GroupT", bound=str)
"""Name of a group of features."""


@dataclass(frozen=True)
class Separability:
    """How well a group of features tells the classes apart."""

    auroc: float
    """Cross-validated; of several classes that of `pair`."""
    pair: tuple[int, int]
    """The classes that are told apart most clearly."""
    scores: Float64Array
    """[n]: cross-validated, higher where a picture looks like the first class of the pair."""


def separability(
    groups: Mapping[GroupT, Float64Array], classes: Int64Array, seed: int = 0
) -> dict[GroupT, Separability]:
    """The separability of `classes` [n], numbered from 0, by each group of features [n, d].

    Each class needs at least two members.
    """
    folds = stratified_folds(classes, seed)
    pairs = list(combinations(range(classes.max() + 1), 2))
    found = {}
    for name, features in groups.items():
        scores = _predict(_scaled(features), folds, classes[None])
        aurocs = _aurocs(scores, classes[None])[0]
        first, second = pairs[int(aurocs.argmax())]
        apart = (scores[0, first] - scores[0, second]).astype(np.float64)
        found[name] = Separability(float(aurocs.max()), (first, second), apart)
    return found


def permutation_p_values(
    groups: Mapping[GroupT, Float64Array],
    classes: Int64Array,
    observed: Mapping[GroupT, float],
    seed: int = 0,
    permutations: int = PERMUTATIONS,
) -> dict[GroupT, float]:
    """The p-value of the `observed` AUROC of each group, corrected for looking at all of them.

    The share of permutations in which the largest AUROC of any group and pair of classes reaches it
    (single-step max T: Westfall and Young, "Resampling-Based Multiple Testing", 1993), with the
    observed order counted among them, so that it is never 0 (Phipson and Smyth, Statistical
    Applications in Genetics and Molecular Biology 9, 2010, article 39). Classes change places
    within their folds only, so every permutation is as stratified as the observation.
    """
    folds = stratified_folds(classes, seed)
    # What is the same for all members has an AUROC of one half in every permutation.
    varying = [features for features in groups.values() if np.ptp(features, axis=0).any()]
    scaled = [_scaled(features) for features in varying]
    generator = np.random.default_rng(seed + 1)
    largest = np.full(permutations, 0.5)
    for start in range(0, permutations, _AT_ONCE):
        count = min(_AT_ONCE, permutations - start)
        permuted = _permuted(classes, folds, count, generator)
        of_groups = [
            _aurocs(_predict(features, folds, permuted), permuted).max(axis=1)
            for features in scaled
        ]
        if of_groups:
            largest[start : start + count] = np.max(of_groups, axis=0)
    return {
        name: (1 + int((largest >= auroc - _ROUNDING).sum())) / (permutations + 1)
        for name, auroc in observed.items()
    }


def stratified_folds(classes: Int64Array, seed: int) -> Int64Array:
    """The fold [n] of each member: every class is dealt to the `FOLDS` folds as evenly as it goes.

    The next class goes on where the last one ended, so that folds have like sizes.
    """
    order = np.random.default_rng(seed).permutation(len(classes))
    order = order[np.argsort(classes[order], kind="stable")]
    folds = np.empty(len(classes), np.int64)
    folds[order] = np.arange(len(classes)) % FOLDS
    return folds


def _permuted(
    classes: Int64Array, folds: Int64Array, count: int, generator: np.random.Generator
) -> Int64Array:
    """Classes [count, n] that changed places within their folds."""
    permuted = np.tile(classes, (count, 1))
    for fold in range(FOLDS):
        inside = np.nonzero(folds == fold)[0]
        permuted[:, inside] = generator.permuted(permuted[:, inside], axis=1)
    return permuted


def _scaled(features: Float64Array) -> Float32Array:
    """Normal scores of each column's ranks, with variance 1; equal values share their mean rank.

    Constant columns are left out. The ranks know no classes, so nothing leaks between folds.
    """
    columns = [_normal_scores(column) for column in features.T if np.ptp(column) > 0]
    if not columns:
        return np.zeros((len(features), 1), np.float32)
    return np.stack(columns, axis=1, dtype=np.float32, casting="same_kind")


def _normal_scores(values: Float64Array) -> Float64Array:
    _, group, counts = np.unique(values, return_inverse=True, return_counts=True)
    ranks = np.cumsum(counts) - (counts - 1) / 2
    normal = NormalDist()
    levels = np.array([normal.inv_cdf((rank - 0.5) / len(values)) for rank in ranks])
    scores = levels[group.ravel()]
    scaled: Float64Array = (scores - scores.mean()) / scores.std()
    return scaled


def _predict(features: Float32Array, folds: Int64Array, classes: Int64Array) -> Float32Array:
    """Cross-validated scores [permutations, classes, n] of each class of `classes` [.., n].

    Least squares on class membership has LDA's direction, and is linear in the membership: the
    covariance of a fold is inverted once for all permutations.
    """
    count, n = classes.shape
    members = classes[:, None] == np.arange(classes.max() + 1)[:, None]
    rows = members.reshape(-1, n).astype(np.float32)
    scores = np.empty_like(rows)
    for fold in range(FOLDS):
        test = folds == fold
        train = features[~test]
        centre = train.mean(axis=0)
        centred = train - centre
        covariance = (1 - SHRINKAGE) * centred.T @ centred / len(train)
        covariance += SHRINKAGE * np.eye(features.shape[1], dtype=np.float32)
        weights = np.linalg.solve(covariance, centred.T) / len(train)
        targets = rows[:, ~test]
        means = targets.mean(axis=1, keepdims=True)
        scores[:, test] = (targets @ weights.T) @ (features[test] - centre).T + means
    of_classes: Float32Array = scores.reshape(count, -1, n)
    return of_classes


def _aurocs(scores: Float32Array, classes: Int64Array) -> Float64Array:
    """AUROC [permutations, pairs] of each pair of classes by the difference of their scores.

    Equal scores count one half, as in `okng.models.evaluation.ranking.auroc`.
    """
    # All permutations have classes of the same sizes, so their members stand in the same columns.
    by_class = np.argsort(classes, axis=1, kind="stable")
    ends = np.cumsum(np.bincount(classes[0]))
    columns = [
        by_class[:, end - size : end]
        for end, size in zip(ends, np.diff(ends, prepend=0), strict=True)
    ]
    areas = []
    for first, second in combinations(range(len(ends)), 2):
        apart = scores[:, first] - scores[:, second]
        both = np.concatenate([columns[first], columns[second]], axis=1)
        areas.append(_area(np.take_along_axis(apart, both, axis=1), columns[first].shape[1]))
    return np.stack(areas, axis=1)


def _area(scores: Float32Array, count: int) -> Float64Array:
    """The chance that one of the first `count` scores of a row exceeds one of the others."""
    order = np.argsort(scores, axis=1)
    ranks = _mean_ranks(np.take_along_axis(scores, order, axis=1))
    above = np.where(order < count, ranks, 0).sum(axis=1) - count * (count + 1) / 2
    area: Float64Array = above / (count * (scores.shape[1] - count))
    return area


def _mean_ranks(ordered: Float32Array) -> Float64Array:
    """The ranks from 1 on of scores [k, n] that ascend in each row; equal ones share theirs."""
    count = ordered.shape[1]
    differ = ordered[:, 1:] > ordered[:, :-1]
    positions = np.arange(count)
    ranks = np.tile(positions + 1.0, (len(ordered), 1))
    tied = ~differ.all(axis=1)
    edge = np.ones((int(tied.sum()), 1), np.bool_)
    starts = np.concatenate([edge, differ[tied]], axis=1)
    ends = np.concatenate([differ[tied], edge], axis=1)
    first = np.maximum.accumulate(np.where(starts, positions, 0), axis=1)
    last = np.where(ends, positions, count)[:, ::-1]
    last = np.minimum.accumulate(last, axis=1)[:, ::-1]
    ranks[tied] = (first + last) / 2 + 1
    return ranks
