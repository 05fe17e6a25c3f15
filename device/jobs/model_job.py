"""A job that makes a model: from the job's parameters to a bundle, with progress."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pydantic import JsonValue

from okng.device.jobs.runner import JobCancelledError, JobEnd, RunningJob, run_job
from okng.device.jobs.store import Job
from okng.models.bundles.bundle import Bundle, ManifestT
from okng.models.progress import Progress
from okng.models.strict_model import StrictModel
from okng.models.training.request import TrainingCancelledError

RequestT = TypeVar("RequestT", bound=StrictModel)
"""A request for a training, with the fields `author` and `threads`."""


def run_model_job(
    job_id: int,
    data_dir: Path,
    threads: int,
    make_request: Callable[[dict[str, JsonValue]], RequestT],
    train: Callable[[RequestT, Progress, Callable[[], bool]], Bundle[ManifestT]],
) -> Job:
    """Does the job in this process, from taking it to its end in the store.

    Args:
        job_id: of the job.
        data_dir: of the station.
        threads: how many the training may use.
        make_request: the request by the job's parameters.
        train: makes the bundle of a request, or raises `TrainingCancelledError`.

    Raises:
        okng.device.jobs.store.JobError: it can't start: it isn't queued, or another one runs.
    """

    def work(running: RunningJob) -> JobEnd:
        update = {"author": running.job.created_by, "threads": threads}
        request = make_request(running.job.parameters).model_copy(update=update)
        try:
            bundle = train(request, running.report_and_log, running.is_cancelled)
        except TrainingCancelledError:
            raise JobCancelledError from None
        name, version = bundle.manifest.name, bundle.manifest.version
        return {"name": name, "version": version}, f"{name} version {version} is ready"

    return run_job(job_id, data_dir, work)
