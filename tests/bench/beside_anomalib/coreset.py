"""The greedy k-center choice of many from very many, the same as one by one but in less time."""

from __future__ import annotations

import numpy as np

from okng.models.arrays import Float32Array

WINDOW, BLOCK = 8192, 32768


def greedy_k_center(points: Float32Array, size: int, first: int) -> list[int]:
    """Indices of `size` of the points [n, d]: each is the farthest from those before it.

    Distances only fall while points are chosen. So a choice among the farthest points so far is the
    choice among all, for as long as it is farther than everything outside; then all points
    catch up, in one product of matrices instead of one product with a vector for every choice.
    """
    norms = np.einsum("nd,nd->n", points, points)
    distances = np.full(len(points), np.inf, np.float32)
    chosen, new = [first], [first]
    while len(chosen) < size:
        for start in range(0, len(points), BLOCK):
            block = slice(start, start + BLOCK)
            to_new = points[block] @ (-2 * points[new].T) + norms[new]
            to_new = to_new.min(axis=1) + norms[block]
            np.minimum(distances[block], to_new, out=distances[block])
        count = min(WINDOW, len(points))
        window = np.argpartition(distances, len(points) - count)[-count:]
        points_in, norms_in, distances_in = points[window], norms[window], distances[window]
        nearest, new = distances_in.min(), []
        while len(chosen) < size:
            farthest = int(distances_in.argmax())
            if new and distances_in[farthest] <= nearest:
                break
            new.append(int(window[farthest]))
            chosen.append(new[-1])
            to_last = points_in @ (-2 * points_in[farthest])
            to_last += norms_in
            to_last += norms_in[farthest]
            np.minimum(distances_in, to_last, out=distances_in)
    return chosen
