"""Near duplicates: pictures that were stored twice, taken twice, or taken of a hardly moved part.

All pairs of pictures are compared by their differences from the dataset's mean, since parts of one
product look mostly alike. Two representations are compared: a small grey picture (as in perceptual
hashes; it tolerates noise and compression) and the backbone's features (which tolerate a slight
shift and other lighting).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from okng.models.anomaly.embeddings import Embeddings
from okng.models.arrays import Float32Array
from okng.models.dataset_review.measurements import GRID, Measurements

SAME_SMALL = 0.995
"""Correlation of small pictures from which they are copies, whatever the features. Cookies and
solar cells with noise of 3 grey values, as JPEG (quality 60 and 90), 5 % brighter or at half
their size had 0.999 and more; two different ones at most 0.992."""
SAME_BOTH = 0.95
"""Mean of both correlations from which pictures are copies. A cookie photographed twice without
being moved had 0.955, pictures shifted by 1/300 of their width 0.91 to 0.97; different cookies at
most 0.65, monocrystalline cells 0.92. Wafers cut side by side reach 0.97: they do look the same."""
SAME_GREY_VALUES = 0.5
"""R.m.s. difference of small pictures that noise alone causes, in grey values of 255."""
MEANINGFUL_MEAN = 8
"""Least number of pictures whose mean shows what the parts have in common."""
_POOLED = 7
"""Rows and columns to which features are pooled for the comparison."""
_BLOCK = 512
"""Number of pictures that are compared with all others at once."""


def all_alike(measured: Measurements) -> float | None:
    """The largest r.m.s. difference from the mean picture, in grey values of 255.

    None unless there are several pictures and it is within `SAME_GREY_VALUES`.
    """
    if len(measured.small) < 2:
        return None
    difference = measured.small - measured.small.mean(axis=0)
    largest = float(np.sqrt(np.square(difference).mean(axis=1)).max())
    return largest if largest <= SAME_GREY_VALUES else None


def find_near_duplicates(measured: Measurements) -> list[list[int]]:
    """Groups of near duplicates, by index; the copy of a copy is in the same group.

    Groups are in the order of their first pictures.
    """
    return _groups(len(measured.pictures), _pairs(measured))


def _pairs(measured: Measurements) -> Iterator[tuple[int, int]]:
    first = {sha256: index for index, sha256 in reversed(list(enumerate(measured.hashes)))}
    yield from ((first[sha256], index) for index, sha256 in enumerate(measured.hashes))
    count = len(measured.small)
    if count < 2:
        return
    small, squares = measured.small, np.square(measured.small).mean(axis=1)
    grey, features = _apart(_standardised(small)), _apart(_pooled(measured.embeddings))
    for start in range(0, count, _BLOCK):
        block = slice(start, start + _BLOCK)
        products = small[block] @ small.T / small.shape[1]
        alike = squares[block, None] + squares - 2 * products <= SAME_GREY_VALUES**2
        if count >= MEANINGFUL_MEAN:
            correlation = grey[block] @ grey.T
            alike |= correlation >= SAME_SMALL
            alike |= (correlation + features[block] @ features.T) / 2 >= SAME_BOTH
        rows, columns = np.nonzero(alike)
        yield from zip((rows + start).tolist(), columns.tolist(), strict=True)


def _standardised(small: Float32Array) -> Float32Array:
    """Standardise each picture to mean 0 and deviation 1, so that exposure does not count."""
    centred = small - small.mean(axis=1, keepdims=True)
    scaled: Float32Array = centred / np.maximum(centred.std(axis=1, keepdims=True), 1)
    return scaled


def _pooled(embeddings: Embeddings) -> Float32Array:
    """Mean-pool the embeddings to [n, _POOLED ** 2 * d]."""
    step = GRID // _POOLED
    shape = (embeddings.channels, _POOLED, step, _POOLED, step)
    return np.stack(
        [
            embedding[0].reshape(shape).mean(axis=(2, 4), dtype=np.float32).ravel()
            for embedding in embeddings
        ]
    )


def _apart(values: Float32Array) -> Float32Array:
    """The difference of each row from the mean row, as a unit vector."""
    apart = values - values.mean(axis=0)
    lengths = np.linalg.norm(apart, axis=1, keepdims=True)
    scaled: Float32Array = apart / np.maximum(lengths, np.finfo(np.float32).tiny)
    return scaled


def _groups(count: int, pairs: Iterator[tuple[int, int]]) -> list[list[int]]:
    """Connected components of the pairs, with at least two members (union-find)."""
    leader = list(range(count))

    def find(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    for a, b in pairs:
        low, high = sorted((find(a), find(b)))
        leader[high] = low
    members: dict[int, list[int]] = {}
    for index in range(count):
        members.setdefault(find(index), []).append(index)
    return [group for group in members.values() if len(group) > 1]


def same_files(hashes: Sequence[str], group: Sequence[int]) -> bool:
    """Whether all files of a group are identical."""
    return len({hashes[index] for index in group}) == 1
