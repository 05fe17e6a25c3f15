"""Job that measures the pictures of a dataset that were not measured before."""

from __future__ import annotations

import hashlib
from pathlib import Path

from okng.device.datasets.errors import DatasetError
from okng.device.datasets.picture_measurements import (
    MeasuredFile,
    PictureFile,
    PictureMeasurements,
)
from okng.device.jobs.runner import JobEnd, Report, RunningJob, run_job
from okng.device.jobs.store import Job
from okng.device.types import Name
from okng.models.dataset_review.picture_measurement import PictureMeter
from okng.models.images.preprocessing import ImageError
from okng.models.strict_model import StrictModel

KIND = "dataset_profile"
BATCH = 32
"""So many pictures are recorded at once; a job that is cancelled or lost keeps those before."""

REPORTED = 8
"""Progress is reported every so many pictures, as each report is written to the disk."""

NAMED = 50
"""Most unreadable pictures that the log names."""


class ProfileParameters(StrictModel):
    """Parameters of the job."""

    dataset: Name


class MeasuredDataset(StrictModel):
    """How many pictures of a dataset were measured, and which can't be read."""

    measured: int
    """By this job."""
    known: int
    """Files that were measured before."""
    unreadable: dict[int, str]
    """Why a picture can't be read, by `picture_id`."""


def run_profile_job(job_id: int, data_dir: Path, threads: int) -> Job:
    """Runs the job in this process, from its start to its end in the store.

    It succeeds when every picture was tried, also if some can't be read; the log names those.

    Raises:
        okng.device.jobs.store.JobError: the job can't start, because it isn't queued or another
            one is running.
    """

    def work(running: RunningJob) -> JobEnd:
        dataset = ProfileParameters.model_validate(running.job.parameters).dataset
        end = measure_dataset(dataset, data_dir, threads, running.report)
        for picture_id, problem in list(end.unreadable.items())[:NAMED]:
            running.log(f"picture {picture_id} can't be read: {problem}")
        words = (
            f"{dataset}: {end.measured} pictures measured, {end.known} files were measured before, "
            f"{len(end.unreadable)} can't be read"
        )
        result = {"dataset": dataset, **end.model_dump(mode="json", exclude={"unreadable"})}
        return {**result, "unreadable": len(end.unreadable)}, words

    return run_job(job_id, data_dir, work)


def measure_dataset(dataset: str, data_dir: Path, threads: int, report: Report) -> MeasuredDataset:
    """Measures the dataset's files that were not measured yet; what was measured is kept.

    Files that could not be read before are tried again.

    Raises:
        DatasetError: the dataset has no pictures.
        okng.device.jobs.runner.JobCancelledError: by `report`.
    """
    measurements = PictureMeasurements(data_dir)
    measurements.forget_unused()
    files = measurements.files(dataset)
    if not files:
        raise DatasetError(f"dataset {dataset!r} has no pictures")
    known = measurements.measured(dataset)
    todo = list({file.sha256: file for file in files if file.sha256 not in known}.values())
    unreadable: dict[int, str] = {}
    if todo:
        unreadable = _measure(todo, files, data_dir, threads, measurements, report)
    return MeasuredDataset(
        measured=len(todo) - len(unreadable), known=len(known), unreadable=unreadable
    )


def _measure(
    todo: list[PictureFile],
    files: list[PictureFile],
    data_dir: Path,
    threads: int,
    measurements: PictureMeasurements,
    report: Report,
) -> dict[int, str]:
    report(0.0, "Reading the bit depths of the pictures")
    # The bits of 16 bit pictures count over the whole dataset, as in a training.
    meter = PictureMeter((data_dir / file.path for file in files), threads)
    unreadable: dict[int, str] = {}
    batch: list[MeasuredFile] = []
    try:
        for index, file in enumerate(todo):
            if index % REPORTED == 0:
                report(index / len(todo), f"Measuring picture {index + 1} of {len(todo)}")
            measured = _measured(meter, file, data_dir / file.path)
            if isinstance(measured.result, str):
                unreadable[file.picture_id] = measured.result
            batch.append(measured)
            if len(batch) >= BATCH:
                measurements.record(batch)
                batch = []
    finally:
        measurements.record(batch)
    return unreadable


def _measured(meter: PictureMeter, file: PictureFile, path: Path) -> MeasuredFile:
    try:
        data = path.read_bytes()
    except OSError as error:
        return MeasuredFile(file.sha256, None, f"the file can't be read: {error.strerror}")
    if hashlib.sha256(data).hexdigest() != file.sha256:
        return MeasuredFile(file.sha256, len(data), "the file was changed since it was added")
    try:
        return MeasuredFile(file.sha256, len(data), meter.measure(data, str(path)))
    except ImageError as error:
        return MeasuredFile(file.sha256, len(data), str(error).removeprefix(f"{path}: "))
