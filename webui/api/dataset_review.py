"""Reviews: what is wrong with the pictures of a dataset, and what people say of it."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import abort

from okng.device.dataset_review_job import KIND, ReviewParameters
from okng.device.store.dataset_findings import ReviewStanding
from okng.device.store.jobs import Job
from okng.device.types import Message
from okng.webui.access import user_name
from okng.webui.services import services
from okng.webui.training_jobs import JobRunning

dataset_review = APIBlueprint("dataset_review", __name__, tag="Dataset reviews")


class NewestReview(Message):
    """The newest review as far as it still holds; null before the first one."""

    review: ReviewStanding | None


@dataset_review.get("/datasets/<name>/review")
@dataset_review.output(NewestReview)
def get_review(name: str) -> NewestReview:
    """What the newest review found and nobody has dealt with, each finding with its remedies."""
    return _newest(name)


@dataset_review.post("/datasets/<name>/review")
@dataset_review.output(Job, status_code=202)
@dataset_review.doc(responses=[409])
def start_review(name: str) -> Job:
    """Looks through all pictures, as a job; refused while another job runs."""
    if not services().datasets.pictures(name):
        abort(404, f"there are no pictures in a dataset {name!r}")
    parameters = ReviewParameters(dataset=name).model_dump(mode="json")
    try:
        return services().training_jobs.start(parameters, user_name(), kind=KIND)
    except JobRunning as error:
        abort(409, str(error))


@dataset_review.put("/datasets/<name>/review/kept/<finding_id>")
@dataset_review.output(NewestReview)
def keep_finding(name: str, finding_id: str) -> NewestReview:
    """Says that a finding is all right: it is not shown again while its pictures stay so."""
    services().dataset_findings.keep(name, finding_id, user_name())
    return _newest(name)


@dataset_review.delete("/datasets/<name>/review/kept/<finding_id>")
@dataset_review.output(NewestReview)
def show_finding_again(name: str, finding_id: str) -> NewestReview:
    """Takes that back."""
    services().dataset_findings.show_again(name, finding_id)
    return _newest(name)


def _newest(dataset: str) -> NewestReview:
    return NewestReview(review=services().dataset_findings.standing(dataset))
