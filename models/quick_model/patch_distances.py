"""Distances of patches to the nearest ones of each learnt picture, and scores for any choice.

PatchCore's distance to a memory bank is the least of the distances to its pictures. So one table of
distances by learnt picture gives the scores of a model that learnt from any of them: all
cross-validations, all earlier stages of a dataset, and the dataset without any one picture.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from okng.models.arrays import BoolArray, Float32Array, Float64Array, Int64Array
from okng.models.quick_model.patch_features import CORESET, GRID, PatchFeatures

BANK = 1600
"""Vectors of the bank, at most; a default training keeps 2,000 and more. docs/benchmarks.md has
what that costs in agreement, and saves in time."""
LEAST_CORESET = 12
"""Fewest patches of a learnt picture in the bank."""
SMOOTHING_SIGMA = 1.0
SCORE_POSITIONS = 4
"""As PatchCore's defaults: the smoothing of the map, and how many values the score averages."""


class PatchDistances:
    """Distances [n, m, positions] of n pictures' patches to m learnt pictures."""

    def __init__(self, features: Sequence[PatchFeatures], learnt: Int64Array) -> None:
        """Compute the distances to the pictures at the indices `learnt` [m] of `features` [n]."""
        size = max(LEAST_CORESET, BANK // max(len(learnt), 1))
        size = min(size, CORESET)
        # Equally many of each picture, or some of them twice, are minimized ten times as fast.
        parts = [features[j].vectors[np.resize(features[j].coreset[:size], size)] for j in learnt]
        bank = np.concatenate(parts)
        center = bank.mean(axis=0)
        bank -= center
        # One more dimension of the product for the norms costs less than adding them afterwards.
        bank = np.column_stack([bank, np.einsum("nd,nd->n", bank, bank)])
        self.values: Float32Array = np.empty((len(features), len(learnt), GRID**2), np.float32)
        for row, picture in zip(self.values, features, strict=True):
            vectors = picture.vectors - center
            products = bank @ np.vstack([-2 * vectors.T, np.ones(GRID**2, np.float32)])
            products.reshape(len(learnt), size, -1).min(axis=1, out=row)
            row += np.einsum("nd,nd->n", vectors, vectors)
            np.sqrt(np.maximum(row, 0, out=row), out=row)

    def scores(self, pictures: Int64Array, allowed: BoolArray) -> Float64Array:
        """Scores [k] of k pictures by models that learnt from the allowed [k, m] pictures only.

        Each of the pictures needs one that is allowed.
        """
        return map_scores(self.nearest(pictures, allowed))

    def nearest(self, pictures: Int64Array, allowed: BoolArray) -> Float32Array:
        """The distances [k, positions] to the nearest patch of the allowed [k, m] pictures."""
        rows = zip(pictures, allowed, strict=True)
        nearest = [self.values[picture][choice].min(axis=0) for picture, choice in rows]
        return np.array(nearest, np.float32).reshape(len(pictures), GRID**2)

    def two_nearest(
        self, pictures: Int64Array, allowed: BoolArray
    ) -> tuple[Int64Array, Float32Array, Float32Array]:
        """For each position: the nearest learnt picture, its distance, and that of the second.

        Each is [k, positions]; a second that does not exist is infinitely far.
        """
        index = np.empty((len(pictures), GRID**2), np.int64)
        first = np.empty(index.shape, np.float32)
        second = np.empty(index.shape, np.float32)
        for k, (picture, choice) in enumerate(zip(pictures, allowed, strict=True)):
            values = np.where(choice[:, None], self.values[picture], np.float32(np.inf))
            index[k] = values.argmin(axis=0)
            positions = np.arange(values.shape[1])
            first[k] = values[index[k], positions]
            values[index[k], positions] = np.inf
            second[k] = values.min(axis=0)
        return index, first, second


def map_scores(distances: Float32Array) -> Float64Array:
    """Scores [k] of maps [k, positions], smoothed and reduced as PatchCore does."""
    maps = distances.reshape(-1, GRID, GRID)
    smooth = _smoothing()
    flat = (smooth @ maps @ smooth.T).reshape(len(maps), -1)
    highest = np.partition(flat, -SCORE_POSITIONS, axis=1)[:, -SCORE_POSITIONS:]
    scores: Float64Array = highest.mean(axis=1).astype(np.float64)
    return scores


def _smoothing() -> Float32Array:
    """The Gaussian smoothing of one side as a matrix; outside the border nothing counts."""
    offsets = np.arange(GRID)[:, None] - np.arange(GRID)
    weights = np.exp(-0.5 * (offsets / SMOOTHING_SIGMA) ** 2)
    weights[np.abs(offsets) > round(2 * SMOOTHING_SIGMA)] = 0
    matrix: Float32Array = (weights / weights.sum(axis=1, keepdims=True)).astype(np.float32)
    return matrix
