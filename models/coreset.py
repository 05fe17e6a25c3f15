"""Greedy k-center coreset: the subset of points that covers all of them best."""

from __future__ import annotations

import numpy as np

from okng.models.arrays import Float32Array


def greedy_coreset(points: Float32Array, size: int) -> list[int]:
    """Indices of at most `size` of the points [n, d], each the farthest from those before it.

    The greedy 2-approximation of k-center (Sener and Savarese, "Active Learning for Convolutional
    Neural Networks: A Core-Set Approach", ICLR 2018). It starts with point 0 and ends early when
    every point equals a chosen one.
    """
    norms = np.einsum("nd,nd->n", points, points)
    chosen = [0]
    distances = np.full(len(points), np.inf, dtype=np.float32)
    while True:
        last = chosen[-1]
        to_last = points @ (-2 * points[last])
        to_last += norms
        to_last += norms[last]
        np.minimum(distances, to_last, out=distances)
        farthest = int(distances.argmax())
        if len(chosen) == size or distances[farthest] <= 1e-6 * norms[farthest]:
            return chosen
        chosen.append(farthest)
