"""Outliers: pictures unlike all others of their class, such as a bad part among good ones.

Every picture is scored as by PatchCore (Roth et al., CVPR 2022) with a model of all other pictures:
each of its vectors by the distance to the nearest one of another picture. It is an outlier if its
score lies far above the others', by a robust measure on which outliers have little influence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from okng.models.anomaly.embeddings import Embeddings
from okng.models.arrays import Float32Array, Float64Array, Int64Array

LEAST_PICTURES = 10
"""Least number of pictures from which outliers can be determined."""
LIMIT = 3.5
"""Limit of the modified z-score (Iglewicz, Hoaglin, "How to Detect and Handle Outliers", 1993)."""
MAD = 1.4826
"""Factor from the median absolute deviation to a normal distribution's standard deviation."""
LEAST_SPREAD = 0.05
"""Least standard deviation of log scores: among pictures that only differ by noise, a score less
than a fifth above the median is never an outlier."""
BANK = 10_000
"""Most vectors that a picture is compared with, so that time is linear in the pictures."""
HIGHEST = 4
"""Number of highest distances whose mean is the score, as in the models."""


@dataclass(frozen=True)
class OutlierScores:
    """Outlier scores of some pictures, and where each is most unlike the others."""

    scores: Float64Array
    """[n]: the mean of the `HIGHEST` distances."""
    positions: Int64Array
    """[n]: the position of the vector with the highest distance."""


def outlier_scores(
    embeddings: Embeddings,
    pictures: Int64Array,
    bank: Int64Array,
    groups: Int64Array,
    seed: int,
    on_picture: Callable[[int], None] = lambda index: None,
) -> OutlierScores:
    """Score `pictures` against the vectors of `bank` (both by index), except those of their group.

    `groups` [all pictures] has the same number for near duplicates: a bad part that was
    photographed twice must not look normal because of its own copy. `on_picture` is called before
    each of `pictures` with its index among them.
    """
    vectors, owners = _bank(embeddings, bank, seed)
    squares = np.square(vectors).sum(axis=1)
    scores, positions = np.empty(len(pictures)), np.empty(len(pictures), np.int64)
    for i, picture in enumerate(pictures):
        on_picture(i)
        own = embeddings.values[embeddings.pictures[picture]].astype(np.float32)
        distances = squares - 2 * own @ vectors.T
        distances[:, groups[owners] == groups[picture]] = np.inf
        nearest = distances.min(axis=1) + np.square(own).sum(axis=1)
        nearest = np.sqrt(np.maximum(nearest, 0))
        scores[i] = np.partition(nearest, -HIGHEST)[-HIGHEST:].mean()
        positions[i] = nearest.argmax()
    return OutlierScores(scores, positions)


def modified_z_scores(scores: Float64Array) -> Float64Array:
    """Modified z-scores: robust standard deviations of log scores above their median."""
    logarithms = np.log(np.maximum(scores, np.finfo(np.float64).tiny))
    above = logarithms - np.median(logarithms)
    spread = MAD * float(np.median(np.abs(above)))
    z: Float64Array = above / max(spread, LEAST_SPREAD)
    return z


def _bank(
    embeddings: Embeddings, pictures: Int64Array, seed: int
) -> tuple[Float32Array, Int64Array]:
    """Vectors [k, d] at random positions, equally many per picture, and the picture of each."""
    each = min(embeddings.positions, max(BANK // len(pictures), 1))
    generator = np.random.default_rng(seed)
    chosen = np.concatenate([generator.permutation(embeddings.positions)[:each] for _ in pictures])
    owners = np.repeat(pictures, each)
    return embeddings.vectors(owners, chosen), owners
