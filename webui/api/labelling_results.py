"""Results of labelling jobs: agreement of audits, differing pictures, working times."""

from __future__ import annotations

from collections.abc import Iterator

from apiflask import APIBlueprint
from flask import Response

from okng.device.labelling.answers import LabellingAnswer
from okng.device.labelling.audit_results import AuditResults
from okng.device.labelling.tables import agreement_csv, answers_csv, times_csv
from okng.device.labelling.worker_times import WorkerTimes
from okng.models.strict_model import StrictModel
from okng.webui.api.csv_files import csv_file
from okng.webui.api.parameters import MAX_PAGE, Page
from okng.webui.auth.current_user import user_name
from okng.webui.openapi import media_type_response
from okng.webui.services import services

labelling_results = APIBlueprint(
    "labelling_results", __name__, tag="Labelling results", url_prefix="/labelling-jobs"
)

_CSV = media_type_response("text/csv", "With a header line")


class Differences(StrictModel):
    """A page of answers that found a label wrong or left it unsure, the newest first."""

    answers: list[LabellingAnswer]


class JobTimes(StrictModel):
    """How long persons took, by step and person."""

    times: list[WorkerTimes]


class NewestAnswer(StrictModel):
    """The user's newest answer that is not taken back; null without one."""

    answer: LabellingAnswer | None


@labelling_results.get("/<int:labelling_job_id>/agreement")
@labelling_results.output(AuditResults)
@labelling_results.doc(responses=[409])
def get_agreement(labelling_job_id: int) -> AuditResults:
    """Returns the agreement of an audit: per cent and Cohen's kappa, by step and labeller."""
    return services().labelling.findings.results(labelling_job_id)


@labelling_results.get("/<int:labelling_job_id>/agreement.csv")
@labelling_results.doc(responses=_CSV)
def export_agreement(labelling_job_id: int) -> Response:
    """Exports the agreement of an audit as CSV."""
    results = services().labelling.findings.results(labelling_job_id)
    return csv_file(f"agreement-{labelling_job_id}.csv", agreement_csv(results))


@labelling_results.get("/<int:labelling_job_id>/differences")
@labelling_results.input(Page, location="query", arg_name="query")
@labelling_results.output(Differences)
@labelling_results.doc(responses=[409])
def list_differences(labelling_job_id: int, query: Page) -> Differences:
    """Lists the pictures that an audit found wrong or left unsure, the newest first."""
    findings = services().labelling.findings
    return Differences(answers=findings.differences(labelling_job_id, query.before, query.limit))


@labelling_results.get("/<int:labelling_job_id>/differences.csv")
@labelling_results.doc(responses=_CSV)
def export_differences(labelling_job_id: int) -> Response:
    """Exports the pictures that an audit found wrong or left unsure as CSV."""
    text = answers_csv(_all_differences(labelling_job_id))
    return csv_file(f"differences-{labelling_job_id}.csv", text)


@labelling_results.get("/<int:labelling_job_id>/times")
@labelling_results.output(JobTimes)
def get_times(labelling_job_id: int) -> JobTimes:
    """Returns who answered how many pictures in what time, without idle time."""
    return JobTimes(times=services().labelling.times.of_job(labelling_job_id))


@labelling_results.get("/<int:labelling_job_id>/times.csv")
@labelling_results.doc(responses=_CSV)
def export_times(labelling_job_id: int) -> Response:
    """Exports the working times of a labelling job as CSV."""
    text = times_csv(services().labelling.times.of_job(labelling_job_id))
    return csv_file(f"times-{labelling_job_id}.csv", text)


@labelling_results.get("/<int:labelling_job_id>/newest-answer")
@labelling_results.output(NewestAnswer)
def get_newest_answer(labelling_job_id: int) -> NewestAnswer:
    """Returns the user's newest answer in a job, which can be taken back."""
    services().labelling.jobs.get(labelling_job_id)
    answers = services().labelling.answers
    return NewestAnswer(answer=answers.newest_of(labelling_job_id, user_name()))


def _all_differences(job_id: int) -> Iterator[LabellingAnswer]:
    before: int | None = None
    while page := services().labelling.findings.differences(job_id, before, MAX_PAGE):
        yield from page
        before = page[-1].answer_id
