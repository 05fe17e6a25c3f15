"""Separability of classes by some features: cross-validated AUROC, and whether it is chance.

The classifier is linear discriminant analysis with a shrunken covariance, on normal scores of the
features' ranks: quick, hardly disturbed by outliers, and of use with forty pictures. It sees what
rises or falls with a class, not what lies on both sides of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist
from typing import TypeVar

import numpy as np

from okng.models.arrays import Float32Array, Float64Array, Int64Array

FOLDS = 5
SHRINKAGE = 0.1
"""Share of the identity in the covariance of the features."""
PERMUTATIONS = 1999
_ROUNDING = 1e-6
_AT_ONCE = 250
"""Permutations that are scored at once, which limits memory."""


GroupT = TypeVar("GroupT", bound=str)
"""Name of a group of features."""


@dataclass(frozen=True)
class Separability:
    """How well a group of features tells the classes apart."""

    auroc: float
    """Cross-validated; of several classes the mean of each against the rest."""
    aurocs: Float64Array
    """[classes]: of each class against the rest."""
    scores: Float64Array
    """[n, classes]: cross-validated scores, higher where a picture looks like the class."""


def separability(
    groups: Mapping[GroupT, Float64Array], classes: Int64Array, seed: int = 0
) -> dict[GroupT, Separability]:
    """The separability of `classes` [n], numbered from 0, by each group of features [n, d].

    Each class needs at least two members.
    """
    folds = stratified_folds(classes, seed)
    members = _members(classes)[None]
    found = {}
    for name, features in groups.items():
        scores = _predict(_scaled(features), folds, members)
        aurocs = _aurocs(scores, members)[0]
        found[name] = Separability(float(aurocs.mean()), aurocs, scores[0].T.astype(np.float64))
    return found


def permutation_p_values(
    groups: Mapping[GroupT, Float64Array],
    classes: Int64Array,
    observed: Mapping[GroupT, float],
    seed: int = 0,
    permutations: int = PERMUTATIONS,
) -> dict[GroupT, float]:
    """The p-value of the `observed` AUROC of each group, corrected for looking at all of them.

    The share of permutations in which the largest AUROC of any group reaches the observed one
    (single-step max T: Westfall and Young, "Resampling-Based Multiple Testing", 1993), with the
    observed order counted among them, so that it is never 0 (Phipson and Smyth, Statistical
    Applications in Genetics and Molecular Biology 9, 2010, article 39). Classes change places
    within their folds only, so every permutation is as stratified as the observation.
    """
    folds = stratified_folds(classes, seed)
    scaled = [_scaled(features) for features in groups.values()]
    generator = np.random.default_rng(seed + 1)
    largest = np.empty(permutations)
    for start in range(0, permutations, _AT_ONCE):
        count = min(_AT_ONCE, permutations - start)
        members = _permuted(classes, folds, count, generator)
        of_groups = [
            _aurocs(_predict(features, folds, members), members).mean(axis=1) for features in scaled
        ]
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


def _members(classes: Int64Array) -> Float32Array:
    """[classes, n]: 1 where a picture is of the class."""
    members: Float32Array = (classes == np.arange(classes.max() + 1)[:, None]).astype(np.float32)
    return members


def _permuted(
    classes: Int64Array, folds: Int64Array, count: int, generator: np.random.Generator
) -> Float32Array:
    """`_members` of classes that changed places within their folds, [count, classes, n]."""
    permuted = np.tile(classes, (count, 1))
    for fold in range(FOLDS):
        inside = np.nonzero(folds == fold)[0]
        permuted[:, inside] = generator.permuted(permuted[:, inside], axis=1)
    numbers = np.arange(classes.max() + 1)[None, :, None]
    members: Float32Array = (permuted[:, None, :] == numbers).astype(np.float32)
    return members


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


def _predict(features: Float32Array, folds: Int64Array, members: Float32Array) -> Float32Array:
    """Cross-validated scores [permutations, classes, n] of `members`, of the same shape.

    Least squares on class membership has LDA's direction, and is linear in the membership: the
    covariance of a fold is inverted once for all permutations.
    """
    scores = np.empty_like(members)
    for fold in range(FOLDS):
        test = folds == fold
        if not test.any():
            continue
        train = features[~test]
        centre = train.mean(axis=0)
        centred = train - centre
        covariance = (1 - SHRINKAGE) * centred.T @ centred / len(train)
        covariance += SHRINKAGE * np.eye(features.shape[1], dtype=np.float32)
        weights = np.linalg.solve(covariance, centred.T) / len(train)
        targets = members[:, :, ~test]
        means = targets.mean(axis=2, keepdims=True)
        scores[:, :, test] = (targets @ weights.T) @ (features[test] - centre).T + means
    return scores


def _aurocs(scores: Float32Array, members: Float32Array) -> Float64Array:
    """AUROC [permutations, classes] of each class against the rest (Mann-Whitney).

    Equal scores count one half, as in `okng.models.evaluation.ranking.auroc`.
    """
    order = np.argsort(scores, axis=2)
    ranked = np.take_along_axis(scores, order, axis=2)
    inside = np.take_along_axis(members, order, axis=2)
    positions = np.arange(scores.shape[2])
    starts = np.concatenate(
        [np.ones((*ranked.shape[:2], 1), bool), ranked[:, :, 1:] > ranked[:, :, :-1]], axis=2
    )
    first = np.maximum.accumulate(np.where(starts, positions, 0), axis=2)
    ends = np.concatenate([starts[:, :, 1:], np.ones((*ranked.shape[:2], 1), bool)], axis=2)
    last = np.where(ends, positions, scores.shape[2])
    last = np.minimum.accumulate(last[:, :, ::-1], axis=2)[:, :, ::-1]
    count = members.sum(axis=2, dtype=np.float64)
    ranks = ((first + last) / 2 * inside).sum(axis=2)
    areas: Float64Array = (ranks - count * (count - 1) / 2) / (count * (scores.shape[2] - count))
    return areas
