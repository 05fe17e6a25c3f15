"""The fine-tuning of a detector as a job: from a dataset's boxes to a bundle, with progress."""

from __future__ import annotations

from pathlib import Path

from okng.device.job_process import JobEnd, RunningJob, run_job
from okng.device.store.datasets import DatasetStore
from okng.device.store.jobs import Job
from okng.device.training_job import train_in_job
from okng.device.types import Name
from okng.models.training.detection.beginning import BeginningNetwork
from okng.models.training.detection.request import (
    BoxedPicture,
    DetectorTrainingOptions,
    DetectorTrainingRequest,
)
from okng.models.training.detection.training import train_detector
from okng.models.training.environment import find_environment

KIND = "train-detector"


class DetectorTrainingParameters(DetectorTrainingOptions, BeginningNetwork):
    """What such a job is asked to do."""

    dataset: Name
    model: Name


def run_detector_training_job(
    job_id: int, data_dir: Path, threads: int, train_environment: Path | None
) -> Job:
    """Does the job in this process, from taking it to its end in the store.

    Raises:
        okng.device.store.jobs.JobError: it can't start: it isn't queued, or another one runs.
    """

    def work(running: RunningJob) -> JobEnd:
        parameters = DetectorTrainingParameters.model_validate(running.job.parameters)
        environment = find_environment(train_environment)
        request = detector_training_request(parameters, data_dir).model_copy(
            update={"author": running.job.created_by, "threads": threads}
        )
        return train_in_job(
            running,
            lambda report, is_cancelled: train_detector(request, environment, report, is_cancelled),
        )

    return run_job(job_id, data_dir, work)


def detector_training_request(
    parameters: DetectorTrainingParameters, data_dir: Path
) -> DetectorTrainingRequest:
    """The dataset's pictures as they stand now: those of which somebody said what is in them."""
    return DetectorTrainingRequest(
        name=parameters.model,
        root=data_dir / "models",
        pictures=boxed_pictures(parameters.dataset, data_dir),
        **parameters.model_dump(exclude={"dataset", "model"}),
    )


def boxed_pictures(dataset: str, data_dir: Path) -> list[BoxedPicture]:
    """A dataset's pictures of which somebody said what is in them, in the order of their ids."""
    return [
        BoxedPicture(
            path=data_dir / picture.path,
            sha256=picture.sha256,
            boxes=picture.boxes,
            split=picture.split and picture.split.value,
        )
        for picture in DatasetStore(data_dir).pictures(dataset)
        if picture.boxes is not None
    ]
