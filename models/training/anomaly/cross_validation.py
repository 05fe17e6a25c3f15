"""Cross-validation: scores of pictures by models that had not seen them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy as np

from okng.models.anomaly.embeddings import Embeddings
from okng.models.anomaly.graphs import EMBEDDING, SCORE, judgement_model
from okng.models.anomaly.method import FittedMethod
from okng.models.arrays import Float64Array
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.training.anomaly.folds import Folds


class Learner(Protocol):
    """A learner: an anomaly method, or the continuation of a trained model."""

    def fit(self, embeddings: Embeddings, seed: int) -> FittedMethod:
        """Learn from pictures, as `okng.models.anomaly.method.AnomalyMethod.fit` does."""
        ...


def cross_validate(
    method: Learner,
    normal: Embeddings,
    anomaly: Embeddings,
    folds: Folds,
    seed: int,
    threads: int,
    on_fold: Callable[[int], None] = lambda fold: None,
) -> tuple[Float64Array, Float64Array]:
    """Score each picture by a model that learnt from the other folds' normal ones.

    Anomalous pictures are assigned to folds as well, so that both classes are scored by models
    that learnt from equally many pictures. `on_fold` is called before each fold. Returns the scores
    [n] of the normal and [m] of the anomalous pictures.

    `normal` holds the n pictures that are split into folds, then their augmented copies: the first
    copy of each, the second of each, and so on. A picture and all its copies are on the same side
    of a split, and copies are never scored.
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


def score(fitted: FittedMethod, embeddings: Embeddings, threads: int) -> Float64Array:
    """The fitted model's scores [n] of the embedded pictures."""
    shape = (1, embeddings.channels, embeddings.rows, embeddings.columns)
    engine = OnnxRuntimeEngine(judgement_model(fitted, shape), threads)
    return np.array(
        [engine.run({EMBEDDING: embedding})[SCORE][0] for embedding in embeddings], dtype=np.float64
    )
