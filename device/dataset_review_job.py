"""The review of a dataset's pictures as a job, with progress."""

from __future__ import annotations

from pathlib import Path

from okng.device.job_process import JobEnd, Report, RunningJob, run_job
from okng.device.store.dataset_findings import DatasetFindings, ReviewResult, state_of
from okng.device.store.datasets import DatasetError, DatasetStore
from okng.device.store.jobs import Job
from okng.device.types import Message, Name
from okng.models.dataset_review.findings import ReviewedPicture
from okng.models.dataset_review.review import review

KIND = "dataset_review"


class ReviewParameters(Message):
    """What a review is asked to look through."""

    dataset: Name


def run_review_job(job_id: int, data_dir: Path, threads: int) -> Job:
    """Does the job in this process, from taking it to its end in the store.

    It succeeds when every picture was looked at, whatever was found.

    Raises:
        okng.device.store.jobs.JobError: it can't start: it isn't queued, or another one runs.
    """

    def work(running: RunningJob) -> JobEnd:
        parameters = ReviewParameters.model_validate(running.job.parameters)
        result = review_dataset(parameters.dataset, data_dir, threads, running.report)
        DatasetFindings(data_dir).record(parameters.dataset, result, running.job.created_by)
        found = len(result.review.findings)
        words = f"{found} findings in the {result.review.pictures} pictures of {parameters.dataset}"
        return {"dataset": parameters.dataset, "findings": found}, words

    return run_job(job_id, data_dir, work)


def review_dataset(dataset: str, data_dir: Path, threads: int, report: Report) -> ReviewResult:
    """Looks through a dataset's pictures as they are now.

    Raises:
        DatasetError: it has no pictures.
        okng.models.anomaly.embeddings.ScratchError: there is no room for their features.
    """
    pictures = DatasetStore(data_dir).pictures(dataset)
    if not pictures:
        raise DatasetError(f"dataset {dataset!r} has no pictures")
    found = review(
        [
            ReviewedPicture(
                key=one.picture_id,
                path=data_dir / one.path,
                label=one.label.value,
                split=one.split.value if one.split else None,
            )
            for one in pictures
        ],
        scratch=data_dir,
        threads=threads,
        on_progress=report,
    )
    return ReviewResult(states={one.picture_id: state_of(one) for one in pictures}, review=found)
