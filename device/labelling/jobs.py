"""Labelling jobs: which pictures persons are to label, audit or adjust, and how far they are."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from pydantic import AwareDatetime, Field

from okng.device.labelling.errors import LabellingError, NoLabellingJobError
from okng.device.labelling.sampling import SamplingRule
from okng.device.labelling.steps import Step, check_steps
from okng.device.store.database import Database
from okng.device.store.rows import reads_rows_of
from okng.device.store.timestamps import from_us, now_us
from okng.device.types import Name
from okng.models.strict_model import StrictModel


class JobKind(StrEnum):
    """What is done to the pictures of a labelling job."""

    LABEL = "label"
    """Each answer becomes the picture's label."""
    AUDIT = "audit"
    """A second person checks labels; nothing of the dataset changes."""
    ADJUSTMENT = "adjustment"
    """What an audit found wrong or unsure gets its final label."""


class StepProgress(StrictModel):
    """How far one step of a labelling job is."""

    step: Step
    waiting: int
    answered: int
    unsure: int
    """Left open by the person who had the picture."""
    removed: int
    """Removed from the dataset before they were answered."""


class LabellingJob(StrictModel):
    """A labelling job with its progress."""

    labelling_job_id: int = Field(ge=1)
    name: Name
    dataset: Name
    kind: JobKind
    steps: tuple[Step, ...]
    blind: bool
    """Of audits: whether the auditor does not see the label that is checked."""
    rule: SamplingRule
    audit_id: int | None
    """The audit that an adjustment job settles."""
    author: str
    created_at: AwareDatetime
    closed_by: str | None
    """Null while it is open."""
    closed_at: AwareDatetime | None
    progress: tuple[StepProgress, ...] = ()
    """Of each step in order; later ones grow as pictures come to them."""

    @property
    def is_open(self) -> bool:
        """Whether answers are taken."""
        return self.closed_at is None

    def following(self, step: Step) -> tuple[Step, ...]:
        """The steps after that one."""
        return self.steps[self.steps.index(step) + 1 :]


class LabellingJobs:
    """Makes, lists and closes labelling jobs; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def create(
        self,
        *,
        name: str,
        dataset: str,
        kind: JobKind,
        steps: Sequence[Step],
        blind: bool,
        rule: SamplingRule,
        picture_ids: Sequence[int],
        author: str,
    ) -> LabellingJob:
        """A labelling or an audit job of these pictures, in this order.

        Raises:
            LabellingError: there is no picture for it.
            LabellingRequestError: the steps are in another order, or named twice.
        """
        steps = check_steps(steps)
        if not picture_ids:
            raise LabellingError(
                f"a job needs pictures, and the rule finds none in dataset {dataset!r}; "
                f"{steps[0].needs}"
            )
        with self._database.transaction() as connection:
            job_id = _insert_job(connection, name, dataset, kind, steps, blind, rule, None, author)
            connection.executemany(
                "INSERT INTO labelling_tasks (labelling_job_id, step, picture_id, position, state) "
                "VALUES (?, ?, ?, ?, 'waiting')",
                [(job_id, steps[0], key, position) for position, key in enumerate(picture_ids)],
            )
            if kind is JobKind.AUDIT:
                connection.execute(steps[0].authors_sql, {"job": job_id, "step": steps[0]})
        return self.get(job_id)

    def create_adjustment(self, audit_id: int, name: str, author: str) -> LabellingJob:
        """A job that settles the wrong and the unsure answers of an audit.

        A picture begins with the first step in which it was not found correct.

        Raises:
            NoLabellingJobError: there is no such job.
            LabellingError: it is no audit, found nothing wrong or unsure, or has an adjustment job
                that is still open.
        """
        audit = self.get(audit_id)
        if audit.kind is not JobKind.AUDIT:
            raise LabellingError(
                f"job {audit_id} is no audit: only an audit's answers are adjusted"
            )
        with self._database.transaction() as connection:
            already = connection.execute(
                "SELECT labelling_job_id FROM labelling_jobs "
                "WHERE dataset = ? AND audit_id = ? AND closed_at_us IS NULL",
                (audit.dataset, audit_id),
            ).fetchone()
            if already:
                raise LabellingError(
                    f"adjustment job {already[0]} of this audit is still open: close it first"
                )
            rule = SamplingRule.differing()
            job_id = _insert_job(
                *(connection, name, audit.dataset, JobKind.ADJUSTMENT, audit.steps, False, rule),
                *(audit_id, author),
            )
            connection.execute(
                "INSERT OR IGNORE INTO labelling_tasks "
                "(labelling_job_id, step, picture_id, position, state) "
                "SELECT ?, step, picture_id, answer_id, 'waiting' FROM labelling_answers "
                "JOIN dataset_pictures USING (picture_id) WHERE labelling_job_id = ? "
                "AND taken_back_at_us IS NULL AND verdict IN ('wrong', 'unsure') "
                "AND removed_at_us IS NULL "
                # Later steps come up by themselves once the first one is settled.
                "AND NOT EXISTS (SELECT 1 FROM labelling_answers AS earlier "
                "WHERE earlier.labelling_job_id = labelling_answers.labelling_job_id "
                "AND earlier.picture_id = labelling_answers.picture_id "
                "AND earlier.taken_back_at_us IS NULL AND earlier.verdict IN ('wrong', 'unsure') "
                "AND earlier.answer_id < labelling_answers.answer_id)",
                (job_id, audit_id),
            )
            if not connection.execute(
                "SELECT 1 FROM labelling_tasks WHERE labelling_job_id = ?", (job_id,)
            ).fetchone():
                raise LabellingError(
                    f"audit {audit.name!r} has found nothing wrong or unsure: "
                    "there is nothing to adjust"
                )
        return self.get(job_id)

    def get(self, job_id: int) -> LabellingJob:
        """One job.

        Raises:
            NoLabellingJobError: there is none with that number.
        """
        return read_job(self._database.connection, job_id)

    def of_dataset(self, dataset: str) -> list[LabellingJob]:
        """The jobs of a dataset, the newest first."""
        connection = self._database.connection
        rows = connection.execute(
            "SELECT * FROM labelling_jobs WHERE dataset = ? ORDER BY labelling_job_id DESC",
            (dataset,),
        ).fetchall()
        counts = _counts(connection, [row["labelling_job_id"] for row in rows])
        return [_with_progress(job_of_row(row), counts) for row in rows]

    def close(self, job_id: int, author: str) -> LabellingJob:
        """Closes a job: it takes no more answers. One that is closed stays as it is.

        Raises:
            NoLabellingJobError: there is none with that number.
        """
        self.get(job_id)
        self._database.connection.execute(
            "UPDATE labelling_jobs SET closed_by = ?, closed_at_us = ? "
            "WHERE labelling_job_id = ? AND closed_at_us IS NULL",
            (author, now_us(), job_id),
        )
        return self.get(job_id)


def read_job(connection: sqlite3.Connection, job_id: int) -> LabellingJob:
    """One job with its progress; raises as `LabellingJobs.get`."""
    row = connection.execute(
        "SELECT * FROM labelling_jobs WHERE labelling_job_id = ?", (job_id,)
    ).fetchone()
    if row is None:
        raise NoLabellingJobError(f"there is no labelling job {job_id}")
    return _with_progress(job_of_row(row), _counts(connection, [job_id]))


@reads_rows_of("labelling_jobs", "labelling_job_id")
def job_of_row(row: sqlite3.Row) -> LabellingJob:
    """A row with all columns of the table, without its progress."""
    return LabellingJob(
        labelling_job_id=row["labelling_job_id"],
        name=row["name"],
        dataset=row["dataset"],
        kind=row["kind"],
        steps=json.loads(row["steps"]),
        blind=bool(row["blind"]),
        rule=SamplingRule.model_validate_json(row["rule"]),
        audit_id=row["audit_id"],
        author=row["author"],
        created_at=from_us(row["created_at_us"]),
        closed_by=row["closed_by"],
        closed_at=None if row["closed_at_us"] is None else from_us(row["closed_at_us"]),
    )


def _insert_job(
    connection: sqlite3.Connection,
    name: str,
    dataset: str,
    kind: JobKind,
    steps: Sequence[Step],
    blind: bool,
    rule: SamplingRule,
    audit_id: int | None,
    author: str,
) -> int:
    job_id: int = connection.execute(
        "INSERT INTO labelling_jobs "
        "(name, dataset, kind, steps, blind, rule, audit_id, author, created_at_us) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING labelling_job_id",
        (
            *(name, dataset, kind.value, json.dumps(list(steps)), blind),
            *(rule.model_dump_json(), audit_id, author, now_us()),
        ),
    ).fetchone()[0]
    return job_id


def _counts(
    connection: sqlite3.Connection, job_ids: Sequence[int]
) -> Mapping[tuple[int, str], Mapping[str, int]]:
    """Pictures of each job and step by their state."""
    rows = connection.execute(
        "SELECT * FROM labelling_progress "
        "WHERE labelling_job_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(job_ids)),),
    )
    counts: defaultdict[tuple[int, str], dict[str, int]] = defaultdict(dict)
    for job_id, step, state, pictures in rows:
        counts[job_id, step][state] = pictures
    return counts


def _with_progress(
    job: LabellingJob, counts: Mapping[tuple[int, str], Mapping[str, int]]
) -> LabellingJob:
    progress = []
    for step in job.steps:
        states = counts.get((job.labelling_job_id, step), {})
        progress.append(
            StepProgress(
                step=step,
                waiting=states.get("waiting", 0),
                answered=states.get("answered", 0),
                unsure=states.get("unsure", 0),
                removed=states.get("removed", 0),
            )
        )
    return job.model_copy(update={"progress": tuple(progress)})
