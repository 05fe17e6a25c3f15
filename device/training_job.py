"""A training as a job: from the pictures of a dataset to a model bundle, with progress."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from datetime import UTC
from pathlib import Path

from pydantic import JsonValue

from okng.device.store.datasets import DatasetStore
from okng.device.store.jobs import Job, JobStore
from okng.device.types import DatasetPicture, Name
from okng.models.bundle import Bundle
from okng.models.imported.anomalib_methods import AnomalibSettings
from okng.models.training.anomalib.environment import find_environment
from okng.models.training.anomalib.training import train_by_anomalib
from okng.models.training.options import TrainingOptions
from okng.models.training.training import (
    Progress,
    TrainingCancelled,
    TrainingPicture,
    TrainingRequest,
    train,
)

log = logging.getLogger(__name__)

IsCancelled = Callable[[], bool]

KIND = "train"
NICENESS = 10
"""Below the daemon: a training never slows an inspection."""


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

    def work(job: Job, report: Progress, is_cancelled: IsCancelled) -> dict[str, JsonValue]:
        request = training_request(TrainingParameters.model_validate(job.parameters), data_dir)
        request = request.model_copy(update={"author": job.created_by, "threads": threads})
        return result_of(_train(request, train_environment, report, is_cancelled))

    return run_job(job_id, data_dir, work)


def run_job(
    job_id: int,
    data_dir: Path,
    work: Callable[[Job, Progress, IsCancelled], dict[str, JsonValue]],
) -> Job:
    """Takes the job, does its `work`, which gives the result, and brings it to its end.

    Raises:
        okng.device.store.jobs.JobError: as `run_training_job`.
    """
    os.nice(NICENESS)
    jobs = JobStore(data_dir)
    job = jobs.start(job_id)

    def report(share: float, message: str) -> None:
        jobs.report(job_id, share, message)
        jobs.log(job_id, f"{share:4.0%} {message}")

    try:
        result = work(job, report, lambda: jobs.cancel_requested(job_id))
    except TrainingCancelled:
        return jobs.cancelled(job_id)
    except Exception as error:
        # Whatever stops a training, the page must say it and the next one must be able to start.
        log.exception("job %d failed", job_id)
        jobs.log(job_id, str(error))
        return jobs.fail(job_id, str(error) or type(error).__name__)
    jobs.log(job_id, f"{result['name']} version {result['version']} is ready")
    return jobs.succeed(job_id, result)


def _train(
    request: TrainingRequest,
    train_environment: Path | None,
    report: Progress,
    is_cancelled: Callable[[], bool],
) -> Bundle:
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


def result_of(bundle: Bundle) -> dict[str, JsonValue]:
    """What a training's end says: which model it made."""
    return {"name": bundle.manifest.name, "version": bundle.manifest.version}
