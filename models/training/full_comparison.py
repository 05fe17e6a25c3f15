"""A grown model beside one that is trained from nothing on the same pictures."""

from __future__ import annotations

import time
from pathlib import Path

from pydantic import BaseModel, ConfigDict
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from okng.models.anomaly_model import is_anomalous
from okng.models.manifest import AnomalyManifest
from okng.models.training.growing import request_like
from okng.models.training.request import Progress, TrainingPicture
from okng.models.training.training import Training


class FullTraining(BaseModel):
    """What a training from all pictures would have come to; nothing of it is kept."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    seconds: float
    threshold: float
    expected_reject_rate: float
    image_auroc: float | None
    """None where no anomalous picture was given."""
    pictures: int
    """Those that both models were measured on."""
    called_otherwise: int
    """Of these, those that both call otherwise, each at its threshold, by unseen scores."""


def compare_with_full_training(
    grown: AnomalyManifest,
    root: Path,
    pictures: list[TrainingPicture],
    threads: int,
    on_progress: Progress = lambda share, message: None,
) -> FullTraining:
    """Train from all pictures, write no bundle, and hold the result against the grown model.

    `root` is the models folder, where the training has its scratch file. Raises what
    `okng.models.training.training.train` raises.
    """
    request = request_like(grown, root, pictures, threads)
    start = time.perf_counter()
    with threadpool_limits(limits=1, user_api="blas"):
        full, _ = Training(request, on_progress, lambda: False).learn()
    scores = {image.sha256: image.score for image in grown.dataset}
    pairs = [
        (scores[image.sha256], image.score) for image in full.dataset if image.sha256 in scores
    ]
    measured = [(one, other) for one, other in pairs if one is not None and other is not None]
    return FullTraining(
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
            is_anomalous(one, grown.threshold) is not is_anomalous(other, full.threshold)
            for one, other in measured
        ),
    )
