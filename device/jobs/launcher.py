"""Starts jobs in processes of their own and notices when such a process dies."""

from __future__ import annotations

import logging
import os
import sqlite3
import subprocess
import threading
from http import HTTPStatus
from pathlib import Path

from pydantic import JsonValue

from okng.device.host.supervisor import okng_command
from okng.device.jobs import archive_inspection as archive_job
from okng.device.jobs import dataset_import as dataset_import_job
from okng.device.jobs import dataset_profile as dataset_profile_job
from okng.device.jobs import dataset_review as dataset_review_job
from okng.device.jobs import detector_training as detector_training_job
from okng.device.jobs import incremental_training as growing_job
from okng.device.jobs import model_import as model_import_job
from okng.device.jobs import regression_check as regression_job
from okng.device.jobs import report as report_job
from okng.device.jobs import training as training_job
from okng.device.jobs.store import Job, JobState, JobStore
from okng.device.store.database import StoreError
from okng.device.store.database_errors import explain
from okng.models.errors import OkngError
from okng.models.processes import exit_reason, start_command

log = logging.getLogger(__name__)

_COMMANDS = {
    training_job.KIND: ("train",),
    detector_training_job.KIND: ("train-detector",),
    growing_job.KIND: ("model", "grow"),
    regression_job.KIND: ("model", "check"),
    dataset_review_job.KIND: ("dataset", "review"),
    dataset_profile_job.KIND: ("dataset", "measure"),
    model_import_job.KIND: ("model", "import"),
    dataset_import_job.KIND: ("dataset", "import"),
    archive_job.KIND: ("model", "reinspect"),
    report_job.KIND: ("report", "fit"),
}
_BUSY = (JobState.QUEUED, JobState.RUNNING)


class JobRunningError(OkngError):
    """There is a job already; one runs at a time."""

    http_status = HTTPStatus.CONFLICT


class JobLauncher:
    """Starts jobs of every kind, one at a time; usable from any thread.

    A re-inspection of the archive runs beside one of another kind: it takes hours, gives way to
    everything, and needs no result of theirs.
    """

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._jobs = JobStore(data_dir)
        self._starting = threading.Lock()
        self._lost_are_failed = False
        try:
            self._fail_lost()
        except (StoreError, sqlite3.DatabaseError) as error:
            # The pages come up and show what is wrong with the store.
            log.error("lost jobs are ended later: %s", explain(error))

    def start(
        self, parameters: dict[str, JsonValue], author: str, kind: str = training_job.KIND
    ) -> Job:
        """Puts the job in the store and starts the command of its kind with `--job ID`.

        Raises:
            JobRunningError: there is one already.
        """
        with self._starting:
            self._fail_lost()
            for existing in self._jobs.newest(archive=kind == archive_job.KIND):
                if existing.state in _BUSY:
                    raise JobRunningError(
                        f"job {existing.job_id} is {existing.state}; wait for its end or cancel it"
                    )
            job = self._jobs.create(kind, parameters, author)
            process = self._spawn(job)
        threading.Thread(target=self._watch, args=(job.job_id, process), daemon=True).start()
        return job

    def _spawn(self, job: Job) -> subprocess.Popen[bytes]:
        command = okng_command(*_COMMANDS[job.kind], "--job", str(job.job_id))
        environment = os.environ | {"OKNG_DATA_DIR": str(self._data_dir)}
        # It outlives this process: a job goes on when the web server is restarted.
        return start_command(command, env=environment, stdin=subprocess.DEVNULL)

    def _watch(self, job_id: int, process: subprocess.Popen[bytes]) -> None:
        reason = exit_reason(process.wait())
        log.info("job %d: its process ended (%s)", job_id, reason)
        self._jobs.fail_interrupted()
        if self._jobs.get(job_id).state is JobState.QUEUED:
            self._fail_queued(job_id, f"its process ended before it began ({reason})")

    def _fail_lost(self) -> None:
        """Running jobs whose process is gone, and once the queued ones of an earlier process."""
        self._jobs.fail_interrupted()
        if self._lost_are_failed:
            return
        for job in self._jobs.newest():
            if job.state is JobState.QUEUED:
                self._fail_queued(job.job_id, "okng web ended before the job began")
        self._lost_are_failed = True

    def _fail_queued(self, job_id: int, message: str) -> None:
        self._jobs.start(job_id)
        self._jobs.fail(job_id, message)
