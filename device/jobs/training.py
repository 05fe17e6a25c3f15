"""A training as a job: from the pictures of a dataset to a model bundle, with progress."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from pydantic import Field

from okng.device.datasets.masks import path_of_mask
from okng.device.datasets.preparations import PreparationStore
from okng.device.datasets.snapshots import day_of
from okng.device.datasets.store import DatasetStore
from okng.device.jobs.model_job import run_model_job
from okng.device.jobs.store import Job
from okng.device.types import DatasetPicture, Name
from okng.models.bundles.anomalib_settings import AnomalibSettings
from okng.models.bundles.bundle import AnomalyBundle
from okng.models.progress import Progress
from okng.models.training.anomalib.train_anomalib_model import train_by_anomalib
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.options import TrainingOptions
from okng.models.training.request import TrainingPicture, TrainingRequest
from okng.models.training.subprocess.environment import find_environment

KIND = "train"


class TrainingParameters(TrainingOptions):
    """Parameters of a training job."""

    dataset: Name
    model: Name
    first_version: int = Field(default=1, ge=1)
    """The lowest number that the new version may get: some were used by trainings that failed."""


def run_training_job(
    job_id: int, data_dir: Path, threads: int, train_environment: Path | None = None
) -> Job:
    """As `run_model_job`; `train_environment` is where anomalib is, for its methods."""
    return run_model_job(
        job_id,
        data_dir,
        threads,
        lambda parameters: training_request(
            TrainingParameters.model_validate(parameters), data_dir
        ),
        lambda request, report, is_cancelled: _train(
            request, train_environment, report, is_cancelled
        ),
    )


def _train(
    request: TrainingRequest,
    train_environment: Path | None,
    report: Progress,
    is_cancelled: Callable[[], bool],
) -> AnomalyBundle:
    if isinstance(request.method, AnomalibSettings):
        environment = find_environment(train_environment)
        return train_by_anomalib(request, environment, report, is_cancelled)
    return train(request, report, is_cancelled)


def training_request(parameters: TrainingParameters, data_dir: Path) -> TrainingRequest:
    """The dataset's pictures and their preparation as they stand now."""
    pictures = DatasetStore(data_dir).pictures(parameters.dataset)
    return TrainingRequest(
        name=parameters.model,
        root=data_dir / "models",
        first_version=parameters.first_version,
        pictures=training_pictures(pictures, data_dir),
        preparation=PreparationStore(data_dir).current(parameters.dataset),
        **{option: getattr(parameters, option) for option in TrainingOptions.model_fields},
    )


def training_pictures(pictures: Sequence[DatasetPicture], data_dir: Path) -> list[TrainingPicture]:
    """The files of pictures of a dataset, with what is known of them."""
    return [
        TrainingPicture(
            path=data_dir / picture.path,
            label=picture.label.value,
            split=picture.split and picture.split.value,
            batch=batch,
            defect_type=picture.defect_type,
            mask=data_dir / mask if (mask := path_of_mask(picture)) else None,
            sha256=picture.sha256,
        )
        for picture, batch in zip(pictures, batches_of(pictures), strict=True)
    ]


def batches_of(pictures: Sequence[DatasetPicture]) -> list[str | None]:
    """The batch of each picture; where none was named, the UTC day on which it was taken.

    The day of a picture tells nothing where all are of the same and no batch was named: then None.
    """
    batches = [picture.batch or day_of(picture) for picture in pictures]
    if len(set(batches)) == 1:
        return [picture.batch for picture in pictures]
    return list(batches)
