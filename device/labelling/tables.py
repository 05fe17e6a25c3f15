"""The tables of labelling jobs as CSV: agreement, differences and working times."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from okng.device.labelling.answers import LabellingAnswer
from okng.device.labelling.audit_results import AuditResults, LabellerAgreement, StepAgreement
from okng.device.labelling.jobs import LabellingJob
from okng.device.labelling.worker_times import WorkerTimes
from okng.device.store.csv_cells import safe_row

Row = Mapping[str, object]
_JOB = ("labelling_job_id", "name", "dataset", "kind", "blind", "author", "created_at", "closed_at")
_PROGRESS = ("step", "waiting", "answered", "unsure", "removed")
_AGREEMENT = (
    *("step", "labeller", "pictures", "agreed", "share", "share_low", "share_high"),
    *("kappa", "kappa_low", "kappa_high", "correct", "wrong", "unsure", "kappa_unknown"),
)
_TIMES = ("step", "person", "answers", "timed", "minimum_ms", "mean_ms", "maximum_ms")
_ANSWER = (
    *("answer_id", "step", "picture_id", "first_answer", "first_author", "answer", "verdict"),
    *("author", "own", "certainty", "visibility", "sharpness", "brightness", "active_ms"),
    "answered_at",
)


def jobs_csv(jobs: Sequence[LabellingJob]) -> str:
    """A line for each step of each job."""
    return _csv(
        (*_JOB, *_PROGRESS),
        (
            job.model_dump(mode="json", include=set(_JOB)) | step.model_dump(mode="json")
            for job in jobs
            for step in job.progress
        ),
    )


def agreement_csv(results: AuditResults) -> str:
    """A line for each step and labeller, and one for all labellers, whose name is empty."""
    return _csv(
        _AGREEMENT,
        (
            _agreement_row(step, one)
            for step in results.steps
            for one in (step.overall, *step.labellers)
        ),
    )


def times_csv(times: Sequence[WorkerTimes]) -> str:
    """A line for each step and person."""
    return _csv(_TIMES, (one.model_dump(mode="json") for one in times))


def answers_csv(answers: Iterable[LabellingAnswer]) -> str:
    """A line for each answer."""
    return _csv(
        _ANSWER, (answer.model_dump(mode="json", include=set(_ANSWER)) for answer in answers)
    )


def _agreement_row(step: StepAgreement, one: LabellerAgreement) -> Row:
    figures = one.agreement
    share, kappa = figures.share_interval, figures.kappa_interval
    return {
        "step": step.step.value,
        "labeller": one.labeller,
        "pictures": figures.pictures,
        "agreed": figures.agreed,
        "share": figures.share,
        "share_low": share and share.low,
        "share_high": share and share.high,
        "kappa": figures.kappa,
        "kappa_low": kappa and kappa.low,
        "kappa_high": kappa and kappa.high,
        "correct": one.correct,
        "wrong": one.wrong,
        "unsure": one.unsure,
        "kappa_unknown": figures.kappa_unknown,
    }


def _csv(columns: Sequence[str], rows: Iterable[Row]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    writer.writerows(map(safe_row, rows))
    return text.getvalue()
