"""Pictures that are nearly the same: stored again, taken again, or hardly moved.

Each picture is compared with every other one by what sets it apart from the dataset's mean, since
parts of one product have most of their looks in common. Two things are compared: a small grey
picture (what perceptual hashes are made of; it forgives noise and compression) and the backbone's
features (they forgive a slight shift and another light).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from okng.models.anomaly.embeddings import Embeddings
from okng.models.dataset_review.measurements import GRID, Measurements

Floats = npt.NDArray[np.float32]

SAME_SMALL = 0.995
"""Correlation of the small pictures that makes a copy whatever the features say. Cookies and solar
cells with noise of 3 grey values, as JPEG (quality 60 and 90), 5 % brighter or at half their size
had 0.999 and more; two different ones at most 0.992."""
SAME_BOTH = 0.95
"""Mean of both correlations that makes a copy. A cookie photographed twice without being moved had
0.955, pictures shifted by 1/300 of their width 0.91 to 0.97; different cookies at most 0.65,
monocrystalline cells 0.92. Wafers cut side by side reach 0.97: they do look the same."""
SAME_GREY_VALUES = 0.5
"""R.m.s. difference of small pictures in grey values of 255 that noise alone makes."""
MEANINGFUL_MEAN = 8
"""From so many pictures on, their mean shows what the parts have in common."""
_POOLED = 7
"""Rows and columns that the features are compared at."""
_BLOCK = 512
"""Pictures that are compared with all others at once."""


def all_alike(measured: Measurements) -> float | None:
    """The largest r.m.s. difference from the mean picture, in grey values of 255.

    None unless there are several pictures and it is within `SAME_GREY_VALUES`.
    """
    if len(measured.small) < 2:
        return None
    difference = measured.small - measured.small.mean(axis=0)
    largest = float(np.sqrt(np.square(difference).mean(axis=1)).max())
    return largest if largest <= SAME_GREY_VALUES else None


def near_copies(measured: Measurements) -> list[list[int]]:
    """Groups of pictures that are nearly the same, by index; whoever copies a copy is in its group.

    The groups stand in the order of their first pictures.
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


def _standardised(small: Floats) -> Floats:
    """Each picture with mean 0 and deviation 1, so that exposure does not count."""
    centred = small - small.mean(axis=1, keepdims=True)
    scaled: Floats = centred / np.maximum(centred.std(axis=1, keepdims=True), 1)
    return scaled


def _pooled(embeddings: Embeddings) -> Floats:
    """[n, _POOLED ** 2 * d] means of the embeddings' vectors."""
    step = GRID // _POOLED
    shape = (embeddings.channels, _POOLED, step, _POOLED, step)
    return np.stack(
        [one[0].reshape(shape).mean(axis=(2, 4), dtype=np.float32).ravel() for one in embeddings]
    )


def _apart(values: Floats) -> Floats:
    """What sets each row apart from the mean row, as a vector of length 1."""
    apart = values - values.mean(axis=0)
    lengths = np.linalg.norm(apart, axis=1, keepdims=True)
    scaled: Floats = apart / np.maximum(lengths, np.finfo(np.float32).tiny)
    return scaled


def _groups(count: int, pairs: Iterator[tuple[int, int]]) -> list[list[int]]:
    """Who hangs together by pairs, groups of two and more."""
    leader = list(range(count))

    def find(one: int) -> int:
        while leader[one] != one:
            leader[one] = leader[leader[one]]
            one = leader[one]
        return one

    for a, b in pairs:
        low, high = sorted((find(a), find(b)))
        leader[high] = low
    members: dict[int, list[int]] = {}
    for one in range(count):
        members.setdefault(find(one), []).append(one)
    return [group for group in members.values() if len(group) > 1]


def same_files(hashes: Sequence[str], group: Sequence[int]) -> bool:
    """Whether all of a group are one file, byte for byte."""
    return len({hashes[index] for index in group}) == 1
