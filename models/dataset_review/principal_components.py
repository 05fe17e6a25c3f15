"""Principal component analysis (PCA) of embeddings to two dimensions, for a map of pictures."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from okng.models.arrays import Float32Array, Float64Array

DIMENSIONS = 2


class Projection(NamedTuple):
    """Vectors projected onto their first two principal components."""

    points: Float64Array
    """[n, 2]: 0 is the mean of the vectors."""
    explained: tuple[float, float]
    """The share of the variance that each of the two components explains, 0..1."""


def project(vectors: Float32Array) -> Projection | None:
    """Project vectors [n, d] onto two dimensions; None if they don't differ, or are fewer than two.

    The components are eigenvectors of the covariance matrix. The sign of each is chosen so that its
    entry with the largest absolute value is positive, so the same vectors always give the same map.
    """
    if len(vectors) < 2:
        return None
    mean = vectors.mean(axis=0, dtype=np.float64).astype(np.float32)
    centred = vectors - mean
    covariance = (centred.T @ centred).astype(np.float64)
    total = float(np.trace(covariance))
    if total <= 0:
        return None
    values, components = np.linalg.eigh(covariance)
    # `eigh` sorts ascending.
    first = components[:, : -DIMENSIONS - 1 : -1]
    largest = first[np.abs(first).argmax(axis=0), np.arange(first.shape[1])]
    points = np.zeros((len(vectors), DIMENSIONS))
    points[:, : first.shape[1]] = centred @ (first * np.sign(largest))
    shares = [max(float(value), 0.0) / total for value in values[: -DIMENSIONS - 1 : -1]]
    return Projection(points, (shares[0], shares[1] if len(shares) > 1 else 0.0))
