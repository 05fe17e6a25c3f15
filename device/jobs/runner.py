"""Runs a job in this process: takes it from the store, reports progress, records its end."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from pydantic import JsonValue

from okng.device.jobs.store import Job, JobStore
from okng.models.errors import OkngError

log = logging.getLogger(__name__)

NICENESS = 10
"""Niceness of a job, below the daemon: a job never slows an inspection."""

PROGRESS_PERIOD_S = 10.0
"""Shortest time between two lines of progress."""
REMINDER_PERIOD_S = 60.0
"""Longest time between two lines while a long step goes on."""

Report: TypeAlias = Callable[[float, str], None]
"""Progress callback: the share done, 0 to 1, and what is being done."""
JobEnd: TypeAlias = tuple[dict[str, JsonValue], str]
"""Result of a job, and the same in words."""


class JobCancelledError(OkngError):
    """Somebody asked the job to end."""


class ProgressLog:
    """Logs the progress of a job a line at a time, for whoever reads a command's output."""

    def __init__(self) -> None:
        self._line: str | None = None
        self._logged_s = float("-inf")

    def report(self, share: float, message: str) -> None:
        """Logs where it is now, unless a line was logged just before."""
        self._line = f"{share:4.0%} {message}"
        self._log_after(PROGRESS_PERIOD_S)

    def remind(self) -> None:
        """Logs where it still is, when nothing was logged for long."""
        self._log_after(REMINDER_PERIOD_S)

    def _log_after(self, period_s: float) -> None:
        if self._line is not None and time.monotonic() - self._logged_s >= period_s:
            self._logged_s = time.monotonic()
            log.info("%s", self._line)


class RunningJob:
    """Handle of a running job for its work: progress, log and cancellation."""

    def __init__(self, jobs: JobStore, job: Job) -> None:
        self._jobs = jobs
        self.job = job
        self._progress = ProgressLog()

    def is_cancelled(self) -> bool:
        """Whether somebody asked the job to end."""
        self._progress.remind()
        return self._jobs.cancel_requested(self.job.job_id)

    def report(self, share: float, message: str) -> None:
        """How much is done, 0 to 1, and what is being done; raises `JobCancelledError`."""
        if self.is_cancelled():
            raise JobCancelledError
        self._jobs.report(self.job.job_id, share, message)
        self._progress.report(share, message)

    def report_and_log(self, share: float, message: str) -> None:
        """Reports progress as `report` does, and keeps it in the job's log."""
        self.report(share, message)
        self.log(f"{share:4.0%} {message}")

    def log(self, line: str) -> None:
        """Keeps a line in the job's log."""
        self._jobs.log(self.job.job_id, line)


def run_job(job_id: int, data_dir: Path, work: Callable[[RunningJob], JobEnd]) -> Job:
    """Does the job in this process, at low priority; whatever stops it is its end in the store.

    Raises:
        okng.device.jobs.store.JobError: it can't start: it isn't queued, or another one runs.
    """
    os.nice(NICENESS)
    jobs = JobStore(data_dir)
    job = jobs.start(job_id)
    try:
        result, words = work(RunningJob(jobs, job))
    except JobCancelledError:
        return jobs.cancelled(job_id)
    except OkngError as error:
        log.error("job %d failed: %s", job_id, error)
        jobs.log(job_id, str(error))
        return jobs.fail(job_id, str(error))
    except Exception as error:
        # Whatever stops a job, the page must show it and the next job must be able to start.
        log.exception("job %d failed", job_id)
        jobs.log(job_id, str(error))
        return jobs.fail(job_id, str(error) or type(error).__name__)
    jobs.log(job_id, words)
    return jobs.succeed(job_id, result)
