"""The process of a job: takes it, reports how far it is, and brings it to an end in the store."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from pydantic import JsonValue

from okng.device.store.jobs import Job, JobStore
from okng.device.training_job import NICENESS

log = logging.getLogger(__name__)

Report: TypeAlias = Callable[[float, str], None]
"""Called with the share done, 0 to 1, and what is being done; raises when somebody cancelled."""
JobEnd: TypeAlias = tuple[dict[str, JsonValue], str]
"""What came of a job, and that in words."""


class JobCancelled(Exception):
    """Somebody asked the job to end."""


def run_job(job_id: int, data_dir: Path, work: Callable[[Job, Report], JobEnd]) -> Job:
    """Does the job in this process, at low priority; whatever stops it is its end in the store.

    Raises:
        okng.device.store.jobs.JobError: it can't start: it isn't queued, or another one runs.
    """
    os.nice(NICENESS)
    jobs = JobStore(data_dir)
    job = jobs.start(job_id)

    def report(share: float, message: str) -> None:
        if jobs.cancel_requested(job_id):
            raise JobCancelled
        jobs.report(job_id, share, message)

    try:
        result, words = work(job, report)
    except JobCancelled:
        return jobs.cancelled(job_id)
    except Exception as error:
        # Whatever stops a job, the page must say it and the next one must be able to start.
        log.exception("job %d failed", job_id)
        jobs.log(job_id, str(error))
        return jobs.fail(job_id, str(error) or type(error).__name__)
    jobs.log(job_id, words)
    return jobs.succeed(job_id, result)
