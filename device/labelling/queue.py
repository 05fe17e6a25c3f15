"""The queue of each step: hands pictures out, so that two persons never have the same one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from okng.device.datasets.picture_rows import picture_of_row
from okng.device.labelling.boot_clock import BootTime, boot_time
from okng.device.labelling.errors import LabellingError, LabellingRequestError
from okng.device.labelling.jobs import JobKind, LabellingJob, read_job
from okng.device.labelling.steps import FirstAnswer, Step
from okng.device.store.database import Database
from okng.device.types import DatasetPicture
from okng.models.strict_model import StrictModel

LEASE_US = 10 * 60 * 1_000_000
"""Time after which a picture that was handed out goes to another person, unless it is renewed."""


class EarlierAnswer(StrictModel):
    """What somebody answered before."""

    answer: str | None
    """Null: unsure, or nothing."""
    author: str


class HandedOut(StrictModel):
    """A picture that is handed out to one person."""

    labelling_job_id: int
    step: Step
    picture_id: int
    width: int
    height: int
    first: EarlierAnswer | None
    """What it is labelled as and by whom; null in a blind audit."""
    audit: EarlierAnswer | None
    """What the auditor answered; of adjustment jobs."""
    picture: DatasetPicture | None
    """All of it; null in a blind audit."""


class NextPicture(StrictModel):
    """The next picture of a step, or why there is none."""

    task: HandedOut | None
    why_none: str | None
    only_own: bool = False
    """Whether all that is left was labelled by the person, who may audit it by saying so."""


class LabellingQueue:
    """Hands pictures of jobs out; usable from any thread."""

    def __init__(self, data_dir: Path, clock: Callable[[], BootTime] = boot_time) -> None:
        self._database = Database(data_dir)
        self._clock = clock

    def next(self, job_id: int, step: Step, person: str, *, own: bool = False) -> NextPicture:
        """The picture that a person has in a step, whose lease begins anew, or else the next one.

        Args:
            job_id: the job.
            step: one of its steps.
            person: who asks.
            own: also audit the person's own labels; only where the station has no other account.

        Raises:
            NoLabellingJobError: there is no such job.
            LabellingError: it is closed.
            LabellingRequestError: it has no such step.
        """
        with self._database.transaction() as connection:
            job = open_job(connection, job_id)
            check_step(job, step)
            now = self._clock()
            picture_id = _held(connection, job_id, step, person, now)
            if picture_id is None:
                picture_id = _take(connection, job, step, person, now, own=own)
            if picture_id is None:
                return _why_none(connection, job, step, person)
            return NextPicture(task=_handed_out(connection, job, step, picture_id), why_none=None)


def open_job(connection: sqlite3.Connection, job_id: int) -> LabellingJob:
    """A job that takes answers; raises as `LabellingQueue.next`."""
    job = read_job(connection, job_id)
    if not job.is_open:
        raise LabellingError(
            f"labelling job {job.name!r} was closed by {job.closed_by}: it takes no more answers"
        )
    return job


def check_step(job: LabellingJob, step: Step) -> None:
    """Raises LabellingRequestError for a step that the job doesn't have."""
    if step not in job.steps:
        raise LabellingRequestError(
            f"labelling job {job.name!r} has the steps {', '.join(job.steps)}, not {step}"
        )


def lease(
    connection: sqlite3.Connection,
    job_id: int,
    step: Step,
    picture_id: int,
    person: str,
    now: BootTime,
) -> None:
    """Gives a picture to a person from now on."""
    connection.execute(
        "UPDATE labelling_tasks SET lease_holder = ?, lease_boot = ?, handed_out_boot_us = ?, "
        "renewed_boot_us = ? WHERE labelling_job_id = ? AND step = ? AND picture_id = ?",
        (person, now.boot, now.us, now.us, job_id, step, picture_id),
    )


def picture_row(connection: sqlite3.Connection, picture_id: int) -> sqlite3.Row:
    """The row of a picture that is in a job."""
    row: sqlite3.Row = connection.execute(
        "SELECT * FROM dataset_pictures WHERE picture_id = ?", (picture_id,)
    ).fetchone()
    return row


def other_accounts(connection: sqlite3.Connection, person: str) -> list[str]:
    """Names of the other persons who can log in."""
    rows = connection.execute("SELECT name FROM users WHERE name <> ? ORDER BY name", (person,))
    return [row["name"] for row in rows]


def _held(
    connection: sqlite3.Connection, job_id: int, step: Step, person: str, now: BootTime
) -> int | None:
    row = connection.execute(
        "SELECT picture_id, lease_boot FROM labelling_tasks INDEXED BY labelling_tasks_leased "
        "WHERE labelling_job_id = ? AND step = ? AND lease_holder = ? AND state = 'waiting'",
        (job_id, step, person),
    ).fetchone()
    if row is None:
        return None
    picture_id: int = row["picture_id"]
    if row["lease_boot"] != now.boot:
        lease(connection, job_id, step, picture_id, person, now)
    connection.execute(
        "UPDATE labelling_tasks SET renewed_boot_us = ? "
        "WHERE labelling_job_id = ? AND step = ? AND picture_id = ?",
        (now.us, job_id, step, picture_id),
    )
    return picture_id


def _take(
    connection: sqlite3.Connection,
    job: LabellingJob,
    step: Step,
    person: str,
    now: BootTime,
    *,
    own: bool,
) -> int | None:
    """Leases the first picture that is free; None where none is."""
    if own and (others := other_accounts(connection, person)):
        raise LabellingError(
            f"own labels can be audited only where nobody else can: {', '.join(others)} "
            f"{'has' if len(others) == 1 else 'have'} an account on this station"
        )
    refused = None if own or job.kind is not JobKind.AUDIT else person
    while True:
        row = connection.execute(
            "SELECT picture_id FROM labelling_tasks INDEXED BY labelling_tasks_waiting "
            "WHERE labelling_job_id = ? AND step = ? AND state = 'waiting' "
            "AND (? IS NULL OR labelled_by IS NOT ?) AND (lease_holder IS NULL "
            "OR lease_boot <> ? OR renewed_boot_us < ?) ORDER BY position LIMIT 1",
            (job.labelling_job_id, step, refused, refused, now.boot, now.us - LEASE_US),
        ).fetchone()
        if row is None:
            return None
        picture_id: int = row["picture_id"]
        if refused is not None:
            # Labels may have been changed since the job was made.
            author = step.first(connection, picture_row(connection, picture_id)).author
            connection.execute(
                "UPDATE labelling_tasks SET labelled_by = ? "
                "WHERE labelling_job_id = ? AND step = ? AND picture_id = ?",
                (author, job.labelling_job_id, step, picture_id),
            )
            if author == refused:
                continue
        lease(connection, job.labelling_job_id, step, picture_id, person, now)
        return picture_id


def _why_none(
    connection: sqlite3.Connection, job: LabellingJob, step: Step, person: str
) -> NextPicture:
    waiting = connection.execute(
        "SELECT count(*) AS pictures, coalesce(sum(labelled_by = ?), 0) AS own, "
        "group_concat(DISTINCT lease_holder) AS holders FROM labelling_tasks "
        "INDEXED BY labelling_tasks_waiting "
        "WHERE labelling_job_id = ? AND step = ? AND state = 'waiting'",
        (person, job.labelling_job_id, step),
    ).fetchone()
    pictures, own = waiting["pictures"], waiting["own"]
    if pictures == 0:
        before = job.steps[: job.steps.index(step)]
        left = [
            f"{step_progress.waiting} wait in the step {step_progress.step}"
            for step_progress in job.progress
            if step_progress.step in before and step_progress.waiting
        ]
        words = "no picture waits in this step"
        return NextPicture(task=None, why_none=f"{words}; {', '.join(left)}" if left else words)
    if job.kind is JobKind.AUDIT and own == pictures:
        others = other_accounts(connection, person)
        whose = "you gave the labels of all pictures that are left yourself"
        if others:
            why = f"{whose} ({own}): another person has to audit them ({', '.join(others)})"
            return NextPicture(task=None, why_none=why)
        why = (
            f"{whose} ({own}), and nobody else has an account on this station. You may audit them "
            "by saying so; they don't count as agreement"
        )
        return NextPicture(task=None, why_none=why, only_own=True)
    why = f"the pictures that are left ({pictures}) are with others: {waiting['holders']}"
    if own:
        why += f"; you gave the labels of {own} of them yourself"
    return NextPicture(task=None, why_none=why)


def _handed_out(
    connection: sqlite3.Connection, job: LabellingJob, step: Step, picture_id: int
) -> HandedOut:
    row = picture_row(connection, picture_id)
    # A mask or boxes can only be checked by seeing them.
    hidden = job.kind is JobKind.AUDIT and job.blind and step is not Step.REGION
    return HandedOut(
        labelling_job_id=job.labelling_job_id,
        step=step,
        picture_id=picture_id,
        width=row["width"],
        height=row["height"],
        first=None if hidden else _earlier(step.first(connection, row)),
        audit=_of_audit(connection, job, step, picture_id),
        picture=None if hidden else picture_of_row(row),
    )


def _of_audit(
    connection: sqlite3.Connection, job: LabellingJob, step: Step, picture_id: int
) -> EarlierAnswer | None:
    row = connection.execute(
        "SELECT answer, verdict, author FROM labelling_answers WHERE labelling_job_id = ? "
        "AND step = ? AND picture_id = ? AND taken_back_at_us IS NULL",
        (job.audit_id, step, picture_id),
    ).fetchone()
    if row is None:
        return None
    answer = row["verdict"] if step is Step.REGION else row["answer"]
    return EarlierAnswer(answer=answer, author=row["author"])


def _earlier(first: FirstAnswer) -> EarlierAnswer:
    return EarlierAnswer(answer=first.answer, author=first.author)
