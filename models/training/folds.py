"""How pictures are dealt into the folds of a cross-validation: whole batches where they are known.

Pictures of one batch or day look alike. A model that learnt from some of them finds the others
easier than those of the next day, so what counts is the score of a batch that it had not seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

Indices = npt.NDArray[np.int64]
Batches = Sequence[str | None]

FOLDS, FOLDS_OF_MANY, MANY = 10, 5, 1000
"""From 1,000 normal pictures on, five folds: every model still learns from 800 or more, and what
a tenth more would add is too little to be measured, while every fold costs a whole learning."""

LEAST_LEARNT = 0.5
"""Share of the normal pictures that each fold's model learns from at least: one from fewer finds
much anomalous that the final model knows."""


@dataclass(frozen=True)
class Folds:
    """Which of the normal and of the anomalous pictures each fold's model is tested on."""

    by: Literal["picture", "batch"]
    normal: list[Indices]
    anomaly: list[Indices]
    warning: str | None = None
    """Why known batches could not be dealt whole."""

    def __len__(self) -> int:
        return len(self.normal)


def deal_folds(normal: Batches, anomaly: Batches, seed: int, folds: int | None = None) -> Folds:
    """Deal pictures by the batches [n] of the normal and [m] of the anomalous ones.

    Whole batches, the largest first, each to the fold that has the fewest pictures yet (group
    k-fold); with fewer batches than folds each is a fold of its own (leave one batch out). Where
    not all batches are known, or there is only one, or one holds more than half of the pictures,
    single pictures are dealt at random. `folds` is how many at most, for models that learn slowly.
    Anomalous pictures go where their batch goes, else in turn.
    """
    usual = FOLDS if len(normal) < MANY else FOLDS_OF_MANY
    count = min(folds or usual, len(normal))
    warning = _why_not_whole(normal)
    if None in normal or warning:
        of_normal = np.empty(len(normal), np.int64)
        order = np.random.default_rng(seed).permutation(len(normal))
        of_normal[order] = np.arange(len(normal)) % count
        of_batch: dict[str | None, int] = {}
    else:
        of_batch = _deal_batches(normal, count)
        count = len(set(of_batch.values()))
        of_normal = np.array([of_batch[batch] for batch in normal])
    of_anomaly = np.array(
        [of_batch.get(batch, i % count) for i, batch in enumerate(anomaly)], np.int64
    )
    return Folds(
        by="batch" if of_batch else "picture",
        normal=[np.flatnonzero(of_normal == fold) for fold in range(count)],
        anomaly=[np.flatnonzero(of_anomaly == fold) for fold in range(count)],
        warning=warning,
    )


def _deal_batches(normal: Batches, count: int) -> dict[str | None, int]:
    pictures = [0] * count
    of_batch = {}
    for batch, size in sorted(Counter(normal).items(), key=lambda one: (-one[1], str(one[0]))):
        fold = pictures.index(min(pictures))
        of_batch[batch] = fold
        pictures[fold] += size
    return of_batch


def _why_not_whole(normal: Batches) -> str | None:
    sizes = Counter(normal)
    unknown = sizes.pop(None, 0)
    if not sizes:
        return None
    (largest, most), *_ = sizes.most_common(1)
    if unknown:
        why = f"of {unknown} of {len(normal)} normal pictures no batch is known"
    elif len(sizes) == 1:
        why = f"all normal pictures are of batch {largest!r}"
    elif most > (1 - LEAST_LEARNT) * len(normal):
        why = f"{most} of {len(normal)} normal pictures are of batch {largest!r}"
    else:
        return None
    return f"{why}: the model was not tested on batches or days that it had not seen"
