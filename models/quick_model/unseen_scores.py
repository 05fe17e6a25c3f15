"""Scores of pictures by quick models that had not seen them: leave one picture or batch out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from okng.models.arrays import BoolArray, Float64Array, Int64Array
from okng.models.quick_model.patch_distances import PatchDistances
from okng.models.training.anomaly.folds import make_folds

SEED = 0


@dataclass(frozen=True)
class QuickPicture:
    """What is known of a picture besides its features."""

    key: int
    """Identifies the picture to the caller."""
    anomalous: bool
    batch: str | None = None
    held_out: bool = False
    """Of the test split: it is scored, and nothing is learnt from it."""


@dataclass(frozen=True)
class UnseenScores:
    """The scores of some pictures, each by a model that had not seen it, nor its batch."""

    pictures: Int64Array
    """Indices [k] of the pictures."""
    allowed: BoolArray
    """[k, m]: whether the learnt picture was learnt from for this score."""
    scores: Float64Array
    anomalous: BoolArray
    learnt: BoolArray
    """[k]: whether the picture is one of those that a model learns from."""
    batches: list[str | None]
    """Of the learnt ones, in their order."""
    by: Literal["picture", "batch"]
    warning: str | None

    @property
    def normal_scores(self) -> Float64Array:
        """Scores of all normal pictures."""
        return self.scores[~self.anomalous]

    @property
    def anomaly_scores(self) -> Float64Array:
        """Scores of all anomalous pictures."""
        return self.scores[self.anomalous]

    @property
    def learnt_scores(self) -> Float64Array:
        """Scores of the normal pictures that a model learns from, which choose the threshold."""
        return self.scores[self.learnt]


def learnt_indices(pictures: Sequence[QuickPicture]) -> Int64Array:
    """Indices of the pictures that a model learns from: normal, and not for testing."""
    indices = (i for i, p in enumerate(pictures) if not p.anomalous and not p.held_out)
    return np.fromiter(indices, np.int64)


def unseen_scores(
    pictures: Sequence[QuickPicture], distances: PatchDistances, count: int
) -> UnseenScores:
    """Score each of the first `count` pictures by a model of the others among them.

    `distances` are those to the pictures of `learnt_indices`. A normal picture is left out of the
    model that scores it, or its whole batch where batches are known, as
    `okng.models.training.anomaly.folds.make_folds` decides. Anomalous pictures are scored by these
    models in turn, so that both classes meet models that learnt from equally many. Pictures for
    testing are scored by the model of all. At least two pictures must be learnt from.
    """
    chosen = pictures[:count]
    columns = learnt_indices(pictures)
    known = int((columns < count).sum())
    anomalies = [i for i, p in enumerate(chosen) if p.anomalous and not p.held_out]
    batches = [pictures[i].batch for i in columns[:known]]
    folds = make_folds(batches, [pictures[i].batch for i in anomalies], SEED, folds=known)
    allowed = np.zeros((len(chosen), len(columns)), np.bool_)
    allowed[:, :known] = True
    for normal, anomaly in zip(folds.normal, folds.anomaly, strict=True):
        for i in [*columns[normal], *(anomalies[k] for k in anomaly)]:
            allowed[i, normal] = False
    indices = np.arange(len(chosen))
    return UnseenScores(
        pictures=indices,
        allowed=allowed,
        scores=distances.scores(indices, allowed),
        anomalous=np.array([p.anomalous for p in chosen]),
        learnt=np.isin(indices, columns),
        batches=batches,
        by=folds.by,
        warning=folds.warning,
    )
