"""The process of a job: takes it, reports how far it is, and brings it to an end in the store."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from pydantic import JsonValue

from okng.device.store.jobs import Job, JobStore

log = logging.getLogger(__name__)

NICENESS = 10
"""Below the daemon: a job never slows an inspection."""

Report: TypeAlias = Callable[[float, str], None]
"""Called with the share done, 0 to 1, and what is being done."""
JobEnd: TypeAlias = tuple[dict[str, JsonValue], str]
"""What came of a job, and that in words."""


class JobCancelled(Exception):
    """Somebody asked the job to end."""


class RunningJob:
    """What the work of a job knows of it, and says to those who wait for it."""

    def __init__(self, jobs: JobStore, job: Job) -> None:
        self._jobs = jobs
        self.job = job

    def is_cancelled(self) -> bool:
        """Whether somebody asked the job to end."""
        return self._jobs.cancel_requested(self.job.job_id)

    def report(self, share: float, message: str) -> None:
        """How much is done, 0 to 1, and what is being done; raises `JobCancelled`."""
        if self.is_cancelled():
            raise JobCancelled
        self._jobs.report(self.job.job_id, share, message)

    def report_and_log(self, share: float, message: str) -> None:
        """The same, and it stays in the job's log."""
        self.report(share, message)
        self._jobs.log(self.job.job_id, f"{share:4.0%} {message}")


def run_job(job_id: int, data_dir: Path, work: Callable[[RunningJob], JobEnd]) -> Job:
    """Does the job in this process, at low priority; whatever stops it is its end in the store.

    Raises:
        okng.device.store.jobs.JobError: it can't start: it isn't queued, or another one runs.
    """
    os.nice(NICENESS)
    jobs = JobStore(data_dir)
    job = jobs.start(job_id)
    try:
        result, words = work(RunningJob(jobs, job))
    except JobCancelled:
        return jobs.cancelled(job_id)
    except Exception as error:
        # Whatever stops a job, the page must say it and the next one must be able to start.
        log.exception("job %d failed", job_id)
        jobs.log(job_id, str(error))
        return jobs.fail(job_id, str(error) or type(error).__name__)
    jobs.log(job_id, words)
    return jobs.succeed(job_id, result)
