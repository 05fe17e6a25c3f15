"""Folds of a cross-validation (group k-fold): batches stay whole where they are known.

Pictures of one batch or day look alike, so a model that learnt from some of them scores the others
too well. A score says more about the next day when the whole batch was unseen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from okng.models.arrays import Int64Array

Batches = Sequence[str | None]

FOLDS, FOLDS_OF_MANY, MANY = 10, 5, 1000
"""From 1,000 normal pictures on, five folds: every model still learns from 800 or more. Ten folds
would gain too little to measure, and each fold costs a whole training."""

LEAST_LEARNT = 0.5
"""Least share of the normal pictures that each fold's model learns from: with fewer, it calls
pictures anomalous that the final model knows."""


@dataclass(frozen=True)
class Folds:
    """The indices of the normal and anomalous pictures that each fold's model is tested on."""

    by: Literal["picture", "batch"]
    normal: list[Int64Array]
    anomaly: list[Int64Array]
    warning: str | None = None
    """Why known batches could not be kept whole."""

    def __len__(self) -> int:
        return len(self.normal)


def make_folds(normal: Batches, anomaly: Batches, seed: int, folds: int | None = None) -> Folds:
    """Split pictures into folds by the batches [n] of the normal and [m] of the anomalous ones.

    Whole batches, the largest first, each go to the fold with the fewest pictures so far (group
    k-fold). With fewer batches than folds, each batch is a fold of its own (leave one group out).
    Single pictures are assigned at random where a batch is not known, there is only one batch, or
    one holds more than half of the pictures. `folds` limits the number of folds, for models that
    learn slowly. Anomalous pictures go into the fold of their batch, else into the folds in turn.
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
    for batch, size in sorted(Counter(normal).items(), key=lambda item: (-item[1], str(item[0]))):
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
        why = f"the batch of {unknown} of {len(normal)} normal pictures is unknown"
    elif len(sizes) == 1:
        why = f"all normal pictures are from batch {largest!r}"
    elif most > (1 - LEAST_LEARNT) * len(normal):
        why = f"{most} of {len(normal)} normal pictures are from batch {largest!r}"
    else:
        return None
    return f"{why}, so the model was not tested on unseen batches or days"
