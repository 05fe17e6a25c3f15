"""Jobs: trainings, each in a process of its own, one at a time."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, abort
from pydantic import Field

from okng.device.store.jobs import Job, JobError
from okng.device.types import Message, Name
from okng.models.training.methods import TrainingMethod
from okng.webui.access import user_name
from okng.webui.api.documents import gives, text_response
from okng.webui.api.parameters import MAX_PAGE
from okng.webui.services import services
from okng.webui.training_jobs import JobRunning

jobs = APIBlueprint("jobs", __name__, tag="Jobs", url_prefix="/jobs")

MAX_LOG_LINES = 10_000


class TrainingDemand(Message):
    """What to train from and how."""

    dataset: Name
    model: Name | None = None
    """Null is the dataset's name; the model gets its next version."""
    method: TrainingMethod | None = None
    """Null is the default method."""


class Jobs(Message):
    """The newest jobs first."""

    jobs: list[Job]


class JobsLimit(Message):
    """How many."""

    limit: int = Field(default=20, ge=1, le=MAX_PAGE)


@jobs.post("/train")
@jobs.input(TrainingDemand, arg_name="demand")
@jobs.output(Job, status_code=202)
@jobs.doc(responses=[409])
def train(demand: TrainingDemand) -> Job:
    """Starts a training; refused while another job runs."""
    names = {dataset.name for dataset in services().datasets.summaries()}
    if demand.dataset not in names:
        there = ", ".join(sorted(names)) or "none"
        abort(404, f"there is no dataset {demand.dataset!r}; there are: {there}")
    parameters = {"model": demand.dataset} | demand.model_dump(mode="json", exclude_none=True)
    try:
        return services().training_jobs.start(parameters, user_name())
    except JobRunning as error:
        abort(409, str(error))


@jobs.get("")
@jobs.input(JobsLimit, location="query", arg_name="page")
@jobs.output(Jobs)
def list_jobs(page: JobsLimit) -> Jobs:
    """The newest jobs first."""
    services().jobs.fail_interrupted()
    return Jobs(jobs=services().jobs.newest(page.limit))


@jobs.get("/<int:job_id>")
@jobs.output(Job)
def get_job(job_id: int) -> Job:
    """How far a job is, or what came of it."""
    services().jobs.fail_interrupted()
    return _job(job_id)


@jobs.get("/<int:job_id>/log")
@jobs.doc(responses=gives("text/plain", "One line each"))
def get_log(job_id: int) -> Response:
    """What the job wrote, with UTC times."""
    _job(job_id)
    lines = services().jobs.log_lines(job_id, limit=MAX_LOG_LINES)
    return text_response("".join(f"{line.logged_at:%H:%M:%S} {line.line}\n" for line in lines))


@jobs.post("/<int:job_id>/cancel")
@jobs.output(Job)
def cancel(job_id: int) -> Job:
    """Asks a job to end; it does so within a moment."""
    _job(job_id)
    return services().jobs.request_cancel(job_id)


def _job(job_id: int) -> Job:
    try:
        return services().jobs.get(job_id)
    except JobError as error:
        abort(404, str(error))
