"""Comparison of incremental training with a full training on all the same pictures."""

from __future__ import annotations

import time
from pathlib import Path

from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from okng.models.bundles.manifest import AnomalyManifest
from okng.models.inference.anomaly_model import is_anomalous
from okng.models.progress import Progress
from okng.models.strict_model import StrictModel
from okng.models.training.anomaly.incremental_training import request_like
from okng.models.training.anomaly.train_anomaly_model import Training
from okng.models.training.request import TrainingPicture


class FullTrainingComparison(StrictModel):
    """The result of a full training, to compare with the incremental one; its model is not kept."""

    seconds: float
    threshold: float
    expected_reject_rate: float
    image_auroc: float | None
    """None where no anomalous picture was given."""
    pictures: int
    """How many pictures both models were measured on."""
    called_otherwise: int
    """How many of these the two models judge differently, by unseen scores and own thresholds."""


def compare_with_full_training(
    grown: AnomalyManifest,
    root: Path,
    pictures: list[TrainingPicture],
    threads: int,
    on_progress: Progress = lambda share, message: None,
) -> FullTrainingComparison:
    """Train from all pictures, without writing a bundle, and compare with the grown model.

    `root` is the models folder, in which the training keeps its scratch file. Raises what
    `okng.models.training.anomaly.train_anomaly_model.train` raises.
    """
    request = request_like(grown, root, pictures, threads)
    start = time.perf_counter()
    with threadpool_limits(limits=1, user_api="blas"):
        full, _ = Training(request, on_progress, lambda: False).learn()
    scores = {image.sha256: image.score for image in grown.dataset}
    pairs = [
        (scores[image.sha256], image.score) for image in full.dataset if image.sha256 in scores
    ]
    measured = [
        (grown_score, full_score)
        for grown_score, full_score in pairs
        if grown_score is not None and full_score is not None
    ]
    return FullTrainingComparison(
        seconds=time.perf_counter() - start,
        threshold=full.threshold,
        expected_reject_rate=(
            full.false_rejects.expected_rate
            if full.false_rejects
            else full.allowed_false_reject_rate
        ),
        image_auroc=full.metrics.image_auroc if full.metrics else None,
        pictures=len(measured),
        called_otherwise=sum(
            is_anomalous(grown_score, grown.threshold)
            is not is_anomalous(full_score, full.threshold)
            for grown_score, full_score in measured
        ),
    )
