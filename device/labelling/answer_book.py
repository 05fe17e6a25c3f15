"""The answer book: records answers, each with the change of the dataset that it makes, and takes
them back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.picture_changes import PictureChange
from okng.device.labelling.answers import (
    DRAWN,
    AnswerRequest,
    AuditVerdict,
    Content,
    LabellingAnswer,
    answer_of_row,
    content,
)
from okng.device.labelling.boot_clock import BootTime, boot_time
from okng.device.labelling.errors import (
    LabellingError,
    NoLabellingJobError,
)
from okng.device.labelling.jobs import JobKind, LabellingJob
from okng.device.labelling.queue import (
    check_step,
    lease,
    open_job,
    other_accounts,
    picture_row,
)
from okng.device.labelling.steps import FirstAnswer, Step, goes_on
from okng.device.store.database import Database
from okng.device.store.timestamps import now_us
from okng.device.types import Label

_STANDING = (
    "SELECT * FROM labelling_answers WHERE labelling_job_id = ? AND step = ? AND picture_id = ? "
    "AND taken_back_at_us IS NULL"
)


class _Checked(NamedTuple):
    """A request that can be recorded."""

    job: LabellingJob
    first: FirstAnswer
    content: Content
    active_ms: int | None


class AnswerBook:
    """Records answers; usable from any thread."""

    def __init__(self, data_dir: Path, clock: Callable[[], BootTime] = boot_time) -> None:
        self._database = Database(data_dir)
        self._changes = DatasetChanges(data_dir)
        self._clock = clock

    def record(self, job_id: int, request: AnswerRequest, person: str) -> LabellingAnswer:
        """Records an answer; the same one twice is recorded once.

        In a labelling or an adjustment job it becomes the picture's label, in the same transaction.
        The time is bounded by the time since the picture was handed out; it is unknown if the
        machine was restarted meanwhile.

        Raises:
            NoLabellingJobError: there is no such job.
            LabellingError: the job is closed, the picture is not in the step, removed, answered by
                somebody else or differently, handed out to another person, or the person's own.
            LabellingRequestError: the answer is none of the step.
            DatasetError: the dataset refuses the change.
        """
        if repeated := self._repeated(job_id, request, person):
            return repeated
        checked = self._check(self._database.connection, job_id, request, person)
        change = _change_for(request.step, checked)

        def write(connection: sqlite3.Connection, change_id: int | None) -> None:
            # Another person may have answered since, or the job may have been closed.
            now = self._check(connection, job_id, request, person, checked.first)
            _insert(connection, now, request, person, change_id)
            _go_on(connection, now, request)

        if change is None:
            with self._database.transaction() as connection:
                write(connection, None)
        else:
            self._changes.change_each({request.picture_id: change}, person, write)
        row = self._database.connection.execute(
            _STANDING, (job_id, request.step, request.picture_id)
        ).fetchone()
        return answer_of_row(row)

    def take_back(self, job_id: int, answer_id: int, person: str) -> LabellingAnswer:
        """Takes an answer back, with its change of the dataset; the person has the picture again.

        Raises:
            NoLabellingJobError: the job has no such answer.
            LabellingError: the job is closed, the answer is another person's or is taken back, or a
                later step of the picture is answered.
            DatasetError: the picture was changed again since.
        """
        answer = self._get(job_id, answer_id)
        now = self._clock()

        def write(connection: sqlite3.Connection, _: int | None = None) -> None:
            _check_can_be_taken_back(connection, self._get(job_id, answer_id), person)
            connection.execute(
                "UPDATE labelling_answers SET taken_back_at_us = ? WHERE answer_id = ?",
                (now_us(), answer_id),
            )
            _reopen(connection, answer, person, now)

        _check_can_be_taken_back(self._database.connection, answer, person)
        if answer.change_id is None:
            with self._database.transaction() as connection:
                write(connection)
        else:
            self._changes.undo(answer.change_id, person, write)
        return self._get(job_id, answer_id)

    def newest_of(self, job_id: int, person: str) -> LabellingAnswer | None:
        """A person's newest answer in a job that is not taken back; None without one."""
        row = self._database.connection.execute(
            "SELECT * FROM labelling_answers INDEXED BY labelling_answers_by_author "
            "WHERE labelling_job_id = ? AND author = ? AND taken_back_at_us IS NULL "
            "ORDER BY answer_id DESC LIMIT 1",
            (job_id, person),
        ).fetchone()
        return row and answer_of_row(row)

    def _get(self, job_id: int, answer_id: int) -> LabellingAnswer:
        row = self._database.connection.execute(
            "SELECT * FROM labelling_answers WHERE answer_id = ? AND labelling_job_id = ?",
            (answer_id, job_id),
        ).fetchone()
        if row is None:
            raise NoLabellingJobError(f"labelling job {job_id} has no answer {answer_id}")
        return answer_of_row(row)

    def _repeated(self, job_id: int, request: AnswerRequest, person: str) -> LabellingAnswer | None:
        """The answer if the person has given it already; a retry after a lost reply."""
        row = self._database.connection.execute(
            _STANDING, (job_id, request.step, request.picture_id)
        ).fetchone()
        if row is None or row["author"] != person:
            return None
        answer = answer_of_row(row)
        same_answer = request.answer == answer.answer
        same_verdict = request.verdict == answer.verdict
        # Of a seeing audit the answer follows from the verdict, of a blind one the other way round.
        is_same = same_verdict if request.verdict is not None else same_answer
        return answer if is_same else None

    def _check(
        self,
        connection: sqlite3.Connection,
        job_id: int,
        request: AnswerRequest,
        person: str,
        first: FirstAnswer | None = None,
    ) -> _Checked:
        """Raises what `record` does; `first` is given where the change is made already."""
        job = open_job(connection, job_id)
        check_step(job, request.step)
        task = connection.execute(
            "SELECT * FROM labelling_tasks "
            "WHERE labelling_job_id = ? AND step = ? AND picture_id = ?",
            (job_id, request.step, request.picture_id),
        ).fetchone()
        _check_task(connection, job, request, task, person)
        picture = picture_row(connection, request.picture_id)
        if first is None:
            first = request.step.first(connection, picture)
        _check_own(connection, job, request, first, person)
        if job.kind is not JobKind.AUDIT and request.step is not Step.LABEL:
            _check_region_and_type(request, picture)
        return _Checked(
            job, first, content(job, request, first), self._bounded(task, request.active_ms)
        )

    def _bounded(self, task: sqlite3.Row, active_ms: int | None) -> int | None:
        """The time, no longer than since the picture was handed out; None where nobody knows."""
        now = self._clock()
        if active_ms is None or task["lease_boot"] != now.boot:
            return None
        handed_out_us: int = task["handed_out_boot_us"]
        return min(active_ms, max(0, now.us - handed_out_us) // 1000)


def _check_task(
    connection: sqlite3.Connection,
    job: LabellingJob,
    request: AnswerRequest,
    task: sqlite3.Row | None,
    person: str,
) -> None:
    """Raises LabellingError where the person can't answer that picture in that step."""
    subject = f"picture {request.picture_id}"
    if task is None:
        raise LabellingError(f"{subject} is not in the step {request.step} of job {job.name!r}")
    if task["state"] == "removed":
        raise LabellingError(f"{subject} was removed from dataset {job.dataset!r} meanwhile")
    if task["state"] != "waiting":
        row = connection.execute(
            _STANDING, (job.labelling_job_id, request.step, request.picture_id)
        ).fetchone()
        if row["author"] == person:
            raise LabellingError(
                f"you have answered {subject} differently already: take that answer back first"
            )
        raise LabellingError(
            f"{row['author']} has answered {subject} meanwhile: your lease had ended"
        )
    if task["lease_holder"] is None:
        raise LabellingError(f"{subject} is not handed out to you: ask for the next picture")
    if task["lease_holder"] != person:
        raise LabellingError(
            f"{subject} is with {task['lease_holder']} now: your lease had ended. "
            "Ask for the next picture"
        )


def _check_own(
    connection: sqlite3.Connection,
    job: LabellingJob,
    request: AnswerRequest,
    first: FirstAnswer,
    person: str,
) -> None:
    if job.kind is not JobKind.AUDIT or first.author != person:
        return
    others = other_accounts(connection, person)
    if request.own and not others:
        return
    who = f"another person has to audit it ({', '.join(others)})" if others else "say so in `own`"
    raise LabellingError(f"the label of picture {request.picture_id} is your own: {who}")


def _check_region_and_type(request: AnswerRequest, picture: sqlite3.Row) -> None:
    subject = f"picture {request.picture_id}"
    if picture["label"] != Label.ANOMALY and request.answer is not None:
        raise LabellingError(f"{subject} is labelled as normal meanwhile: it has no defect")
    is_drawn = picture["mask"] is not None or picture["boxes"] is not None
    if request.step is Step.REGION and request.answer == DRAWN and not is_drawn:
        raise LabellingError(f"{subject} has neither mask nor boxes: draw them, or say unsure")


def _change_for(step: Step, checked: _Checked) -> PictureChange | None:
    """The change of the dataset that an answer makes; None for none."""
    answer = checked.content.answer
    if checked.job.kind is JobKind.AUDIT or answer is None or step is Step.REGION:
        return None
    return PictureChange.model_validate({step.value: answer})


def _insert(
    connection: sqlite3.Connection,
    checked: _Checked,
    request: AnswerRequest,
    person: str,
    change_id: int | None,
) -> None:
    newest = connection.execute("SELECT coalesce(max(change_id), 0) FROM dataset_changes")
    answer, verdict = checked.content
    attributes = request.attributes.model_dump(mode="json")
    values: dict[str, object] = attributes | {
        "labelling_job_id": checked.job.labelling_job_id,
        "step": request.step,
        "picture_id": request.picture_id,
        "author": person,
        "answer": answer,
        "verdict": verdict,
        "first_answer": checked.first.answer,
        "first_author": checked.first.author,
        "own": checked.job.kind is JobKind.AUDIT and checked.first.author == person,
        "active_ms": checked.active_ms,
        "change_id": change_id,
        "newest_change_id": newest.fetchone()[0],
        "answered_at_us": now_us(),
    }
    connection.execute(
        f"INSERT INTO labelling_answers ({', '.join(values)}) "
        f"VALUES ({', '.join(f':{name}' for name in values)})",
        values,
    )


def _go_on(connection: sqlite3.Connection, checked: _Checked, request: AnswerRequest) -> None:
    """Ends the task, and puts the picture into the next step if it goes on."""
    job, (answer, verdict) = checked.job, checked.content
    unsure = verdict is AuditVerdict.UNSURE if job.kind is JobKind.AUDIT else answer is None
    key = (job.labelling_job_id, request.step, request.picture_id)
    connection.execute(
        "UPDATE labelling_tasks SET state = ? "
        "WHERE labelling_job_id = ? AND step = ? AND picture_id = ?",
        ("unsure" if unsure else "answered", *key),
    )
    following = _next_step(connection, checked, request)
    if following is None:
        return
    labelled_by = None
    if job.kind is JobKind.AUDIT:
        row = picture_row(connection, request.picture_id)
        labelled_by = following.first(connection, row).author
    connection.execute(
        "INSERT OR IGNORE INTO labelling_tasks "
        "(labelling_job_id, step, picture_id, position, state, labelled_by) "
        "SELECT labelling_job_id, ?, picture_id, position, 'waiting', ? FROM labelling_tasks "
        "WHERE labelling_job_id = ? AND step = ? AND picture_id = ?",
        (following, labelled_by, *key),
    )


def _next_step(
    connection: sqlite3.Connection, checked: _Checked, request: AnswerRequest
) -> Step | None:
    """The step that the picture comes to; None if this was its last."""
    job, (answer, verdict) = checked.job, checked.content
    if request.step is Step.LABEL:
        is_settled = job.kind is not JobKind.AUDIT or verdict is AuditVerdict.CORRECT
        if not (is_settled and goes_on(answer)):
            return None
    for step in job.following(request.step):
        if job.kind is not JobKind.ADJUSTMENT or not _was_correct(connection, job, step, request):
            return step
    return None


def _was_correct(
    connection: sqlite3.Connection, job: LabellingJob, step: Step, request: AnswerRequest
) -> bool:
    """Whether the audit found that step of the picture correct: it needs no adjustment."""
    row = connection.execute(_STANDING, (job.audit_id, step, request.picture_id)).fetchone()
    return row is not None and row["verdict"] == AuditVerdict.CORRECT


def _check_can_be_taken_back(
    connection: sqlite3.Connection, answer: LabellingAnswer, person: str
) -> None:
    job = open_job(connection, answer.labelling_job_id)
    if answer.author != person:
        raise LabellingError(
            f"answer {answer.answer_id} is of {answer.author}: only they can take it back"
        )
    if answer.taken_back_at is not None:
        raise LabellingError(f"answer {answer.answer_id} is taken back already")
    for step in job.following(answer.step):
        later = connection.execute(
            _STANDING, (job.labelling_job_id, step, answer.picture_id)
        ).fetchone()
        if later:
            raise LabellingError(
                f"{later['author']} has answered the step {step} of picture {answer.picture_id} "
                "since: that has to be taken back first"
            )


def _reopen(
    connection: sqlite3.Connection, answer: LabellingAnswer, person: str, now: BootTime
) -> None:
    """Hands the picture out to the person again, and takes it from the later steps."""
    job = open_job(connection, answer.labelling_job_id)
    key = (answer.labelling_job_id, answer.step)
    # One picture at a time: what the person had goes back into the queue.
    connection.execute(
        "UPDATE labelling_tasks SET lease_holder = NULL "
        "WHERE labelling_job_id = ? AND step = ? AND lease_holder = ? AND state = 'waiting'",
        (*key, person),
    )
    connection.execute(
        "UPDATE labelling_tasks SET state = iif((SELECT removed_at_us FROM dataset_pictures "
        "WHERE picture_id = labelling_tasks.picture_id) IS NULL, 'waiting', 'removed') "
        "WHERE labelling_job_id = ? AND step = ? AND picture_id = ?",
        (*key, answer.picture_id),
    )
    lease(connection, *key, answer.picture_id, person, now)
    for step in job.following(answer.step):
        connection.execute(
            "DELETE FROM labelling_tasks "
            "WHERE labelling_job_id = ? AND step = ? AND picture_id = ? AND state <> 'answered'",
            (answer.labelling_job_id, step, answer.picture_id),
        )
