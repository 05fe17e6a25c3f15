"""Starts jobs in processes of their own and notices when such a process dies."""

from __future__ import annotations

import logging
import os
import subprocess
import threading
from pathlib import Path

from pydantic import JsonValue

from okng.device import (
    dataset_review_job,
    detector_training_job,
    growing_job,
    regression_job,
    training_job,
)
from okng.device.store.jobs import Job, JobState, JobStore
from okng.device.supervisor import okng_command

log = logging.getLogger(__name__)

_COMMANDS = {
    training_job.KIND: ("train",),
    detector_training_job.KIND: ("train-detector",),
    growing_job.KIND: ("model", "grow"),
    regression_job.KIND: ("model", "check"),
    dataset_review_job.KIND: ("dataset", "review"),
}
_BUSY = (JobState.QUEUED, JobState.RUNNING)


class JobRunning(Exception):
    """There is a job already; one runs at a time."""


class TrainingJobs:
    """Starts one at a time; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._jobs = JobStore(data_dir)
        self._starting = threading.Lock()
        self._fail_lost()

    def start(
        self, parameters: dict[str, JsonValue], author: str, kind: str = training_job.KIND
    ) -> Job:
        """Puts the job in the store and starts the command of its kind with `--job ID`.

        Raises:
            JobRunning: there is one already.
        """
        with self._starting:
            self._jobs.fail_interrupted()
            for other in self._jobs.newest():
                if other.state in _BUSY:
                    raise JobRunning(
                        f"job {other.job_id} is {other.state}; wait for its end or cancel it"
                    )
            job = self._jobs.create(kind, parameters, author)
            process = self._spawn(job)
        threading.Thread(target=self._watch, args=(job.job_id, process), daemon=True).start()
        return job

    def _spawn(self, job: Job) -> subprocess.Popen[bytes]:
        command = okng_command(*_COMMANDS[job.kind], "--job", str(job.job_id))
        environment = os.environ | {"OKNG_DATA_DIR": str(self._data_dir)}
        # A session of its own: it goes on when the web process is restarted.
        return subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, start_new_session=True
        )

    def _watch(self, job_id: int, process: subprocess.Popen[bytes]) -> None:
        status = process.wait()
        log.info("job %d: its process ended with status %d", job_id, status)
        self._jobs.fail_interrupted()
        if self._jobs.get(job_id).state is JobState.QUEUED:
            self._fail_queued(job_id, f"its process ended with status {status} before it began")

    def _fail_lost(self) -> None:
        """Jobs of an earlier web process that nobody works on."""
        self._jobs.fail_interrupted()
        for job in self._jobs.newest():
            if job.state is JobState.QUEUED:
                self._fail_queued(job.job_id, "okng web ended before the job began")

    def _fail_queued(self, job_id: int, message: str) -> None:
        self._jobs.start(job_id)
        self._jobs.fail(job_id, message)
