"""A training as a job: from the pictures of a dataset to a model bundle, with progress."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC
from pathlib import Path

from okng.device.job_process import JobCancelled, JobEnd, RunningJob, run_job
from okng.device.store.datasets import DatasetStore
from okng.device.store.jobs import Job
from okng.device.types import DatasetPicture, Name
from okng.models.bundle import AnomalyBundle, Bundle, ManifestT
from okng.models.imported.anomalib_methods import AnomalibSettings
from okng.models.training.anomalib.training import train_by_anomalib
from okng.models.training.environment import find_environment
from okng.models.training.options import TrainingOptions
from okng.models.training.request import (
    Progress,
    TrainingCancelled,
    TrainingPicture,
    TrainingRequest,
)
from okng.models.training.training import train

KIND = "train"


class TrainingParameters(TrainingOptions):
    """What a training job is asked to do."""

    dataset: Name
    model: Name


def run_training_job(
    job_id: int, data_dir: Path, threads: int, train_environment: Path | None = None
) -> Job:
    """Does the job in this process, from taking it to its end in the store.

    `train_environment` is where anomalib is, for its methods.

    Raises:
        okng.device.store.jobs.JobError: it can't start: it isn't queued, or another one runs.
    """

    def work(running: RunningJob) -> JobEnd:
        request = training_request(
            TrainingParameters.model_validate(running.job.parameters), data_dir
        )
        update = {"author": running.job.created_by, "threads": threads}
        return train_in_job(
            running,
            lambda report, is_cancelled: _train(
                request.model_copy(update=update), train_environment, report, is_cancelled
            ),
        )

    return run_job(job_id, data_dir, work)


def train_in_job(
    running: RunningJob, train: Callable[[Progress, Callable[[], bool]], Bundle[ManifestT]]
) -> JobEnd:
    """The end of a job whose work is to make a model."""
    try:
        bundle = train(running.report_and_log, running.is_cancelled)
    except TrainingCancelled:
        raise JobCancelled from None
    name, version = bundle.manifest.name, bundle.manifest.version
    return {"name": name, "version": version}, f"{name} version {version} is ready"


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
    """The dataset's pictures as they stand now."""
    pictures = DatasetStore(data_dir).pictures(parameters.dataset)
    return TrainingRequest(
        name=parameters.model,
        root=data_dir / "models",
        pictures=training_pictures(pictures, data_dir),
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
        )
        for picture, batch in zip(pictures, batches_of(pictures), strict=True)
    ]


def batches_of(pictures: Sequence[DatasetPicture]) -> list[str | None]:
    """The batch of each picture; where none was named, the UTC day on which it was taken.

    The day of a picture tells nothing where all are of the same and no batch was named: then None.
    """
    batches = [one.batch or day_of(one) for one in pictures]
    if len(set(batches)) == 1:
        return [one.batch for one in pictures]
    return list(batches)


def day_of(picture: DatasetPicture) -> str:
    """The UTC day on which it was taken, YYYY-MM-DD."""
    return f"{picture.created_at.astimezone(UTC):%Y-%m-%d}"
