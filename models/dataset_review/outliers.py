"""Pictures that are unlike all others of their class: a bad part among the good ones, say.

Every picture is scored as PatchCore would score it (Roth et al., CVPR 2022) by a model of all the
other pictures: each of its vectors by the distance to the nearest one of another picture. It is an
outlier when its score lies far above the others' by a measure that the outliers themselves
hardly move.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from okng.models.anomaly.embeddings import Embeddings, Indices

Floats = npt.NDArray[np.float32]

LEAST_PICTURES = 10
"""Fewer scores don't tell what is usual."""
LIMIT = 3.5
"""Of the modified z-score (Iglewicz and Hoaglin, "How to Detect and Handle Outliers", 1993)."""
MAD = 1.4826
"""The standard deviation of a normal distribution by its median absolute deviation."""
LEAST_SPREAD = 0.05
"""Of the logarithms of scores: among pictures that are alike but for noise, a score that is less
than a fifth above the median is never unusual."""
BANK = 10_000
"""Vectors that a picture is compared with at most, so that time grows with the pictures only."""
HIGHEST = 4
"""So many vectors make the score, as in the models."""


@dataclass(frozen=True)
class Likeness:
    """How unlike the others each of some pictures is."""

    scores: npt.NDArray[np.float64]
    """[n] mean of the `HIGHEST` distances."""
    positions: Indices
    """[n] of the vector with the highest one."""


def unlike_others(
    embeddings: Embeddings,
    pictures: Indices,
    bank: Indices,
    groups: Indices,
    seed: int,
    on_picture: Callable[[int], None] = lambda index: None,
) -> Likeness:
    """Scores `pictures` against the vectors of `bank` (both by index), those of its group left out.

    `groups` [all pictures] has the same number for near copies: a bad part that was photographed
    twice must not be excused by its own copy. `on_picture` is called before each of `pictures`
    with its place among them.
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
    return Likeness(scores, positions)


def modified_z_scores(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """How many robust standard deviations each score's logarithm lies above the median."""
    logarithms = np.log(np.maximum(scores, np.finfo(np.float64).tiny))
    above = logarithms - np.median(logarithms)
    spread = MAD * float(np.median(np.abs(above)))
    z: npt.NDArray[np.float64] = above / max(spread, LEAST_SPREAD)
    return z


def _bank(embeddings: Embeddings, pictures: Indices, seed: int) -> tuple[Floats, Indices]:
    """Vectors [k, d] at random positions of the pictures, equally many of each, and whose."""
    each = min(embeddings.positions, max(BANK // len(pictures), 1))
    generator = np.random.default_rng(seed)
    chosen = np.concatenate([generator.permutation(embeddings.positions)[:each] for _ in pictures])
    owners = np.repeat(pictures, each)
    return embeddings.vectors(owners, chosen), owners
