"""Results of audits: agreement of labellers and auditors, and the pictures on which they differ."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from okng.device.labelling.answers import AuditVerdict, LabellingAnswer, answer_of_row
from okng.device.labelling.errors import LabellingError
from okng.device.labelling.jobs import JobKind, LabellingJob, job_of_row, read_job
from okng.device.labelling.steps import Step
from okng.device.store.database import Database
from okng.device.store.timestamps import to_us
from okng.models.evaluation.agreement import Agreement, agreement, without_categories
from okng.models.strict_model import StrictModel


class LabellerAgreement(StrictModel):
    """How far an auditor's answers agree with the labels of one person, or of all."""

    labeller: str | None
    """Who gave the labels that were checked; null: all persons together."""
    agreement: Agreement
    correct: int
    wrong: int
    unsure: int
    """The auditor could not tell: not counted as agreement or as difference."""


class StepAgreement(StrictModel):
    """The agreement of one step of an audit."""

    step: Step
    overall: LabellerAgreement
    labellers: tuple[LabellerAgreement, ...]
    """By person, sorted by name."""
    without_first: int
    """Pictures without a type of defect before the audit: they can't agree, and don't count."""
    own: int
    """Audited by the person who labelled them: they don't count."""

    @property
    def answered(self) -> int:
        """All answers, whether they count or not."""
        overall = self.overall
        counted = overall.correct + overall.wrong + overall.unsure
        return counted + self.without_first + self.own


class AuditResults(StrictModel):
    """What an audit found so far."""

    labelling_job_id: int
    blind: bool
    """An auditor who sees the label agrees more easily: only blind audits measure agreement."""
    steps: tuple[StepAgreement, ...]


class AnsweredAudits(NamedTuple):
    """Audits whose newest answer lies in a period."""

    newest: list[LabellingJob]
    """Those that were answered last, the newest first; without their progress."""
    total: int


class AuditFindings:
    """Reads the results of audits; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def results(self, job_id: int) -> AuditResults:
        """The agreement of each step.

        Raises:
            NoLabellingJobError: there is no such job.
            LabellingError: it is no audit.
        """
        connection = self._database.connection
        job = _audit(connection, job_id)
        rows = connection.execute(
            "SELECT step, first_author, first_answer, answer, verdict, own, count(*) AS pictures "
            "FROM labelling_answers INDEXED BY labelling_answers_by_pair "
            "WHERE labelling_job_id = ? AND taken_back_at_us IS NULL AND verdict IS NOT NULL "
            "GROUP BY 1, 2, 3, 4, 5, 6",
            (job_id,),
        ).fetchall()
        return AuditResults(
            labelling_job_id=job_id,
            blind=job.blind,
            steps=tuple(
                _of_step(step, [row for row in rows if row["step"] == step]) for step in job.steps
            ),
        )

    def answered_between(self, start: datetime, end: datetime, limit: int) -> AnsweredAudits:
        """The audits of all datasets whose newest answer was given from `start` to before `end`.

        Args:
            start: the period's begin.
            end: the period's end.
            limit: at most this many of the newest are returned; the others are counted.
        """
        rows = self._database.connection.execute(
            "SELECT *, count(*) OVER () AS audits FROM ("
            "SELECT *, (SELECT max(answered_at_us) FROM labelling_answers "
            "INDEXED BY labelling_answers_newest_of_audit "
            "WHERE labelling_job_id = labelling_jobs.labelling_job_id "
            "AND taken_back_at_us IS NULL AND verdict IS NOT NULL) AS newest_us "
            "FROM labelling_jobs WHERE kind = 'audit') "
            "WHERE newest_us >= ? AND newest_us < ? "
            "ORDER BY newest_us DESC, labelling_job_id DESC LIMIT ?",
            (to_us(start), to_us(end), limit),
        ).fetchall()
        return AnsweredAudits([job_of_row(row) for row in rows], rows[0]["audits"] if rows else 0)

    def differences(
        self, job_id: int, before: int | None = None, limit: int = 50
    ) -> list[LabellingAnswer]:
        """The answers that found a label wrong, or left it unsure, the newest first.

        Args:
            job_id: the audit.
            before: only with a smaller answer id: the next older page.
            limit: at most this many.

        Raises:
            NoLabellingJobError, LabellingError: as `results`.
        """
        connection = self._database.connection
        _audit(connection, job_id)
        rows = connection.execute(
            "SELECT * FROM labelling_answers INDEXED BY labelling_answers_that_differ "
            "WHERE labelling_job_id = ? AND taken_back_at_us IS NULL "
            "AND verdict IN ('wrong', 'unsure') AND answer_id < ? ORDER BY answer_id DESC LIMIT ?",
            (job_id, before or 2**62, limit),
        )
        return [answer_of_row(row) for row in rows]


def _audit(connection: sqlite3.Connection, job_id: int) -> LabellingJob:
    job = read_job(connection, job_id)
    if job.kind is not JobKind.AUDIT:
        raise LabellingError(f"labelling job {job.name!r} is no audit: it has no agreement")
    return job


def _of_step(step: Step, rows: list[sqlite3.Row]) -> StepAgreement:
    counted = [row for row in rows if not row["own"] and _has_first(row)]
    by_labeller: defaultdict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in counted:
        by_labeller[row["first_author"]].append(row)
    return StepAgreement(
        step=step,
        overall=_of_labeller(step, None, counted),
        labellers=tuple(
            _of_labeller(step, name, by_labeller[name]) for name in sorted(by_labeller)
        ),
        without_first=_total(row for row in rows if not row["own"] and not _has_first(row)),
        own=_total(row for row in rows if row["own"]),
    )


def _has_first(row: sqlite3.Row) -> bool:
    return row["step"] == Step.REGION or row["first_answer"] is not None


def _of_labeller(step: Step, labeller: str | None, rows: list[sqlite3.Row]) -> LabellerAgreement:
    verdicts = Counter[str]()
    pairs = Counter[tuple[str, str]]()
    for row in rows:
        verdicts[row["verdict"]] += row["pictures"]
        if row["verdict"] != AuditVerdict.UNSURE:
            pairs[row["first_answer"], row["answer"]] += row["pictures"]
    correct, wrong = verdicts[AuditVerdict.CORRECT], verdicts[AuditVerdict.WRONG]
    return LabellerAgreement(
        labeller=labeller,
        agreement=without_categories(correct + wrong, correct)
        if step is Step.REGION
        else agreement(pairs),
        correct=correct,
        wrong=wrong,
        unsure=verdicts[AuditVerdict.UNSURE],
    )


def _total(rows: Iterable[sqlite3.Row]) -> int:
    return sum(row["pictures"] for row in rows)
