"""Jobs: long work (training, compiling, ...) that runs in a process of its own, one at a time.

A re-inspection of the archive takes hours at the lowest priority: it has a lane of its own, so that
no training waits for it.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import AwareDatetime, Field, JsonValue

from okng.device.store.database import Database
from okng.device.store.rows import reads_rows_of
from okng.device.store.timestamps import from_us, now_us
from okng.models.errors import OkngError
from okng.models.strict_model import StrictModel

ARCHIVE_INSPECTION = "archive_inspection"
"""The kind of job that takes hours and gives way to everything: one runs beside one of any other
kind, as the index `one_job_runs_at_a_time` has it."""


class JobState(StrEnum):
    """Where a job is; the last three are ends."""

    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Job(StrictModel):
    """One piece of work, what was asked and how far it is."""

    job_id: int
    kind: str
    parameters: dict[str, JsonValue]
    state: JobState
    progress: float = Field(ge=0, le=1)
    message: str
    """What it does now, or why it failed."""
    result: dict[str, JsonValue] | None
    cancel_requested: bool
    pid: int | None
    created_by: str
    created_at: AwareDatetime
    started_at: AwareDatetime | None
    finished_at: AwareDatetime | None


class LogLine(NamedTuple):
    """One line of a job's log."""

    line_id: int
    """Grows over all jobs: ask for the lines after the last one known."""
    logged_at: AwareDatetime
    line: str


class JobError(OkngError):
    """A job can't do this in its present state; the message says why."""


class JobStore:
    """Keeps jobs for those who ask for them and for the process that does them."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def create(self, kind: str, parameters: dict[str, JsonValue], created_by: str) -> Job:
        """Puts a job at the end of the queue."""
        job = self._change(
            "INSERT INTO jobs (kind, parameters, state, created_by, created_at_us) "
            "VALUES (?, ?, 'queued', ?, ?) RETURNING *",
            (kind, json.dumps(parameters), created_by, now_us()),
        )
        assert job
        return job

    def get(self, job_id: int) -> Job:
        """One job.

        Raises:
            JobError: there is none with that id.
        """
        row = self._database.connection.execute(
            "SELECT * FROM jobs WHERE job_id = ?", (job_id,)
        ).fetchone()
        if row is None:
            raise JobError(f"there is no job {job_id}")
        return _job(row)

    def newest(self, limit: int = 50, *, archive: bool | None = None) -> list[Job]:
        """The newest jobs first; `archive`: only re-inspections of the archive, or only others."""
        which = ""
        if archive is not None:
            which = f"WHERE kind {'=' if archive else '<>'} '{ARCHIVE_INSPECTION}' "
        rows = self._database.connection.execute(
            f"SELECT * FROM jobs {which}ORDER BY job_id DESC LIMIT ?", (limit,)
        )
        return [_job(row) for row in rows]

    def next_queued(self) -> Job | None:
        """The job whose turn it is; None while one runs or when none waits."""
        row = self._database.connection.execute(
            "SELECT * FROM jobs WHERE state = 'queued' "
            "AND NOT EXISTS (SELECT 1 FROM jobs WHERE state = 'running') ORDER BY job_id LIMIT 1"
        ).fetchone()
        return None if row is None else _job(row)

    def start(self, job_id: int) -> Job:
        """The calling process takes the job.

        Raises:
            JobError: it isn't queued, or another one runs.
        """
        pid = os.getpid()
        try:
            job = self._change(
                "UPDATE jobs SET state = 'running', pid = ?, pid_started = ?, started_at_us = ? "
                "WHERE job_id = ? AND state = 'queued' RETURNING *",
                (pid, _process_started(pid), now_us(), job_id),
            )
        except sqlite3.IntegrityError:
            raise JobError(f"job {job_id} has to wait: another one runs") from None
        if job is None:
            raise JobError(f"job {job_id} can't start: it is {self.get(job_id).state}")
        return job

    def report(self, job_id: int, progress: float, message: str) -> None:
        """How far (0..1) the running job is and what it does."""
        self._database.connection.execute(
            "UPDATE jobs SET progress = ?, message = ? WHERE job_id = ? AND state = 'running'",
            (min(max(progress, 0.0), 1.0), message, job_id),
        )

    def log(self, job_id: int, line: str) -> None:
        """Adds a line to the job's log."""
        self._database.connection.execute(
            "INSERT INTO job_log (job_id, logged_at_us, line) VALUES (?, ?, ?)",
            (job_id, now_us(), line),
        )

    def log_lines(self, job_id: int, after: int = 0, limit: int = 1000) -> list[LogLine]:
        """Lines of the job's log with a greater line_id, in order."""
        rows = self._database.connection.execute(
            "SELECT line_id, logged_at_us, line FROM job_log WHERE job_id = ? AND line_id > ? "
            "ORDER BY line_id LIMIT ?",
            (job_id, after, limit),
        )
        return [LogLine(line_id, from_us(at_us), line) for line_id, at_us, line in rows]

    def succeed(self, job_id: int, result: dict[str, JsonValue]) -> Job:
        """Ends the running job with what came of it.

        Raises:
            JobError: it doesn't run.
        """
        return self._finish(job_id, JobState.SUCCEEDED, None, result)

    def fail(self, job_id: int, message: str) -> Job:
        """Ends the running job with the reason.

        Raises:
            JobError: it doesn't run.
        """
        return self._finish(job_id, JobState.FAILED, message, None)

    def cancelled(self, job_id: int) -> Job:
        """Ends the running job because that was asked for.

        Raises:
            JobError: it doesn't run.
        """
        return self._finish(job_id, JobState.CANCELLED, "cancelled", None)

    def request_cancel(self, job_id: int) -> Job:
        """Asks the running job to end; a queued one is cancelled at once, an ended one stays.

        Raises:
            JobError: there is none with that id.
        """
        self._database.connection.execute(
            "UPDATE jobs SET cancel_requested = 1, "
            "finished_at_us = CASE state WHEN 'queued' THEN ? END, "
            "message = CASE state WHEN 'queued' THEN 'cancelled' ELSE message END, "
            "state = CASE state WHEN 'queued' THEN 'cancelled' ELSE state END "
            "WHERE job_id = ? AND state IN ('queued', 'running')",
            (now_us(), job_id),
        )
        return self.get(job_id)

    def cancel_requested(self, job_id: int) -> bool:
        """Whether the job is to end; the job asks this between its steps."""
        return self.get(job_id).cancel_requested

    def fail_interrupted(self) -> list[Job]:
        """Ends as failed the running jobs whose process is gone; call it before starting others."""
        rows = self._database.connection.execute(
            "SELECT job_id, pid, pid_started FROM jobs WHERE state = 'running'"
        ).fetchall()
        failed = []
        for row in rows:
            if _process_started(row["pid"]) != row["pid_started"]:
                # Meanwhile the job may have ended, or another caller may have failed it.
                with suppress(JobError):
                    failed.append(self.fail(row["job_id"], "interrupted: its process is gone"))
        return failed

    def _finish(
        self,
        job_id: int,
        state: JobState,
        message: str | None,
        result: dict[str, JsonValue] | None,
    ) -> Job:
        job = self._change(
            "UPDATE jobs SET state = :state, message = coalesce(:message, message), "
            "result = :result, finished_at_us = :now_us, "
            "progress = CASE :state WHEN 'succeeded' THEN 1 ELSE progress END "
            "WHERE job_id = :job_id AND state = 'running' RETURNING *",
            {
                "job_id": job_id,
                "state": state,
                "message": message,
                "result": None if result is None else json.dumps(result),
                "now_us": now_us(),
            },
        )
        if job is None:
            raise JobError(f"job {job_id} can't end: it is {self.get(job_id).state}")
        return job

    def _change(self, sql: str, values: Sequence[Any] | Mapping[str, Any]) -> Job | None:
        # In a transaction of its own: RETURNING alone commits only when its rows are fetched.
        with self._database.transaction() as connection:
            row = connection.execute(sql, values).fetchone()
        return None if row is None else _job(row)


def _process_started(pid: int) -> int | None:
    """When it began, in clock ticks since boot (proc(5), field 22); None when it's gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    # A zombie has ended, though its parent hasn't asked yet.
    return None if fields[0] in "ZX" else int(fields[19])


@reads_rows_of("jobs", "job_id")
def _job(row: sqlite3.Row) -> Job:
    fields: dict[str, Any] = dict(row)
    del fields["pid_started"]
    for name in ("created_at", "started_at", "finished_at"):
        time_us = fields.pop(f"{name}_us")
        fields[name] = None if time_us is None else from_us(time_us)
    fields["parameters"] = json.loads(fields["parameters"])
    fields["result"] = json.loads(fields["result"]) if fields["result"] else None
    return Job.model_validate(fields)
