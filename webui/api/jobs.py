"""Jobs: long tasks such as a training, one at a time, each in its own process.

A re-inspection of the archive runs beside them.
"""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, abort
from pydantic import Field

from okng.device.jobs.store import Job, JobError
from okng.device.types import Name
from okng.models.strict_model import StrictModel
from okng.models.training.options import TrainingOptions
from okng.webui.api.parameters import MAX_PAGE
from okng.webui.auth.current_user import user_name
from okng.webui.openapi import media_type_response
from okng.webui.services import services

jobs = APIBlueprint("jobs", __name__, tag="Jobs", url_prefix="/jobs")

MAX_LOG_LINES = 10_000


class NewTraining(TrainingOptions):
    """Dataset and options of a training; all but the dataset has a default."""

    dataset: Name
    model: Name | None = None
    """Null: the dataset's name. The model gets its next version."""


class Jobs(StrictModel):
    """Jobs, the newest first."""

    jobs: list[Job]


class JobsLimit(StrictModel):
    """How many jobs to list, and which."""

    limit: int = Field(default=20, ge=1, le=MAX_PAGE)
    archive: bool | None = None
    """True: only re-inspections of the archive, which run beside other jobs; False: only others."""


@jobs.post("/train")
@jobs.input(NewTraining, arg_name="request")
@jobs.output(Job, status_code=202)
@jobs.doc(responses=[409])
def train(request: NewTraining) -> Job:
    """Starts a training; refused while another job runs."""
    names = services().datasets.names()
    if request.dataset not in names:
        existing = ", ".join(names) or "none"
        abort(404, f"there is no dataset {request.dataset!r}; there are: {existing}")
    parameters = {"model": request.dataset} | request.model_dump(mode="json", exclude_none=True)
    return services().job_launcher.start(parameters, user_name())


@jobs.get("")
@jobs.input(JobsLimit, location="query", arg_name="page")
@jobs.output(Jobs)
def list_jobs(page: JobsLimit) -> Jobs:
    """Lists the newest jobs first."""
    services().jobs.fail_interrupted()
    return Jobs(jobs=services().jobs.newest(page.limit, archive=page.archive))


@jobs.get("/<int:job_id>")
@jobs.output(Job)
def get_job(job_id: int) -> Job:
    """Returns a job with its progress or result."""
    services().jobs.fail_interrupted()
    return _job(job_id)


@jobs.get("/<int:job_id>/log")
@jobs.doc(responses=media_type_response("text/plain", "One line each"))
def get_log(job_id: int) -> Response:
    """Returns the log of a job, with UTC times."""
    _job(job_id)
    lines = services().jobs.log_lines(job_id, limit=MAX_LOG_LINES)
    return Response(
        "".join(f"{line.logged_at:%H:%M:%S} {line.line}\n" for line in lines), mimetype="text/plain"
    )


@jobs.post("/<int:job_id>/cancel")
@jobs.output(Job)
def cancel(job_id: int) -> Job:
    """Cancels a job; it ends within a moment."""
    _job(job_id)
    return services().jobs.request_cancel(job_id)


def _job(job_id: int) -> Job:
    try:
        return services().jobs.get(job_id)
    except JobError as error:
        abort(404, str(error))
