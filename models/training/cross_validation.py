"""Scores of pictures by models that had not seen them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy as np
import numpy.typing as npt

from okng.models.anomaly.composition import EMBEDDING, SCORE, judgement_model
from okng.models.anomaly.embeddings import Embeddings
from okng.models.anomaly.method import FittedMethod
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.training.folds import Folds


class Learner(Protocol):
    """What learns from pictures: a method, or one that goes on from what a model has learnt."""

    def fit(self, embeddings: Embeddings, seed: int) -> FittedMethod:
        """As `okng.models.anomaly.method.AnomalyMethod.fit`."""
        ...


def cross_validate(
    method: Learner,
    normal: Embeddings,
    anomaly: Embeddings,
    folds: Folds,
    seed: int,
    threads: int,
    on_fold: Callable[[int], None] = lambda fold: None,
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Score each picture by a model that learnt from the other folds' normal ones.

    The anomalous ones are dealt out to the folds as well, so that both classes are scored by
    models learnt from equally many pictures. `on_fold` is called before each of the folds.
    Returns the scores [n] of the normal and of the anomalous ones.

    `normal` holds the n pictures that are dealt, and then varied copies of them: n of a first kind,
    n of a second, and so on. A model learns from a picture with all its copies, or from none of
    them, and copies are never scored.
    """
    count = sum(map(len, folds.normal))
    copies = len(normal) // count - 1
    normal_scores, anomaly_scores = np.empty(count), np.empty(len(anomaly))
    for fold in range(len(folds)):
        on_fold(fold)
        unseen, dealt = folds.normal[fold], folds.anomaly[fold]
        learnt = np.delete(np.arange(count), unseen)
        with_copies = np.add.outer(count * np.arange(1 + copies), learnt).ravel()
        fitted = method.fit(normal[with_copies], seed)
        normal_scores[unseen] = score(fitted, normal[unseen], threads)
        anomaly_scores[dealt] = score(fitted, anomaly[dealt], threads)
    return normal_scores, anomaly_scores


def score(fitted: FittedMethod, embeddings: Embeddings, threads: int) -> npt.NDArray[np.float64]:
    """The scores [n] of pictures."""
    shape = (1, embeddings.channels, embeddings.rows, embeddings.columns)
    engine = OnnxRuntimeEngine(judgement_model(fitted, shape), threads)
    return np.array(
        [engine.run({EMBEDDING: one})[SCORE][0] for one in embeddings], dtype=np.float64
    )
