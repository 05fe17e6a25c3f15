"""The fine-tuning of a detector as a job: from a dataset's boxes to a bundle, with progress."""

from __future__ import annotations

from pathlib import Path

from okng.device.datasets.store import DatasetStore
from okng.device.jobs.model_job import run_model_job
from okng.device.jobs.store import Job
from okng.device.types import Name
from okng.models.training.detection.initial_network import InitialNetwork
from okng.models.training.detection.request import (
    BoxedPicture,
    DetectorTrainingOptions,
    DetectorTrainingRequest,
)
from okng.models.training.detection.train_detector import train_detector
from okng.models.training.subprocess.environment import find_environment

KIND = "train-detector"


class DetectorTrainingParameters(DetectorTrainingOptions, InitialNetwork):
    """Parameters of a detector training job."""

    dataset: Name
    model: Name


def run_detector_training_job(
    job_id: int, data_dir: Path, threads: int, train_environment: Path | None
) -> Job:
    """As `run_model_job`; `train_environment` is where torch is."""
    return run_model_job(
        job_id,
        data_dir,
        threads,
        lambda parameters: detector_training_request(
            DetectorTrainingParameters.model_validate(parameters), data_dir
        ),
        lambda request, report, is_cancelled: train_detector(
            request, find_environment(train_environment), report, is_cancelled
        ),
    )


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
            boxes=picture.boxes or (),
            split=picture.split and picture.split.value,
        )
        for picture in DatasetStore(data_dir).boxed(dataset)
    ]
