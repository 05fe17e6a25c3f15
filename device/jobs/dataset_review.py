"""Job that reviews a dataset, with progress."""

from __future__ import annotations

from pathlib import Path

from okng.device.datasets.errors import DatasetError
from okng.device.datasets.review_results import DatasetFindings, ReviewResult, state_of
from okng.device.datasets.store import DatasetStore
from okng.device.jobs.runner import JobEnd, Report, RunningJob, run_job
from okng.device.jobs.store import Job
from okng.device.types import Name
from okng.models.dataset_review.findings import ReviewedPicture
from okng.models.dataset_review.review import review
from okng.models.strict_model import StrictModel

KIND = "dataset_review"


class ReviewParameters(StrictModel):
    """Parameters of a dataset review."""

    dataset: Name


def run_review_job(job_id: int, data_dir: Path, threads: int) -> Job:
    """Runs the job in this process, from its start to its end in the store.

    It succeeds when every picture was checked, whatever was found.

    Raises:
        okng.device.jobs.store.JobError: the job can't start, because it isn't queued or another
            one is running.
    """

    def work(running: RunningJob) -> JobEnd:
        parameters = ReviewParameters.model_validate(running.job.parameters)
        result = review_dataset(parameters.dataset, data_dir, threads, running.report)
        DatasetFindings(data_dir).record(parameters.dataset, result, running.job.created_by)
        count = len(result.review.findings)
        words = f"{parameters.dataset}: {result.review.pictures} pictures checked, {count} findings"
        return {"dataset": parameters.dataset, "findings": count}, words

    return run_job(job_id, data_dir, work)


def review_dataset(dataset: str, data_dir: Path, threads: int, report: Report) -> ReviewResult:
    """Reviews the pictures of a dataset as they are now.

    Raises:
        DatasetError: the dataset has no pictures.
        okng.models.anomaly.embeddings.ScratchError: the disk has no space for their features.
    """
    pictures = DatasetStore(data_dir).pictures(dataset)
    if not pictures:
        raise DatasetError(f"dataset {dataset!r} has no pictures")
    reviewed = review(
        [
            ReviewedPicture(
                key=picture.picture_id,
                path=data_dir / picture.path,
                label=picture.label.value,
                split=picture.split.value if picture.split else None,
                batch=picture.batch,
                added_at=picture.created_at.astimezone(),
                person=picture.author,
            )
            for picture in pictures
        ],
        scratch=data_dir,
        threads=threads,
        on_progress=report,
    )
    return ReviewResult(
        states={picture.picture_id: state_of(picture) for picture in pictures}, review=reviewed
    )
