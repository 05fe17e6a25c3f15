"""Dataset reviews: findings on the pictures of a dataset, and which of them people keep."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import abort

from okng.device.datasets.review_results import ReviewStanding
from okng.device.jobs.dataset_review import KIND, ReviewParameters
from okng.device.jobs.store import Job
from okng.models.strict_model import StrictModel
from okng.webui.auth.current_user import user_name
from okng.webui.services import services

dataset_review = APIBlueprint("dataset_review", __name__, tag="Dataset reviews")


class NewestReview(StrictModel):
    """The newest review with the findings that still hold; null before the first review."""

    review: ReviewStanding | None


@dataset_review.get("/datasets/<name>/review")
@dataset_review.output(NewestReview)
def get_review(name: str) -> NewestReview:
    """Returns the open findings of the newest review, each with its remedies."""
    return _newest(name)


@dataset_review.post("/datasets/<name>/review")
@dataset_review.output(Job, status_code=202)
@dataset_review.doc(responses=[409])
def start_review(name: str) -> Job:
    """Reviews all pictures, as a job; refused while another job runs."""
    if not services().datasets.page(name, limit=1):
        abort(404, f"there is no dataset {name!r} with pictures")
    parameters = ReviewParameters(dataset=name).model_dump(mode="json")
    return services().job_launcher.start(parameters, user_name(), kind=KIND)


@dataset_review.put("/datasets/<name>/review/kept/<finding_id>")
@dataset_review.output(NewestReview)
def keep_finding(name: str, finding_id: str) -> NewestReview:
    """Accepts a finding as it is: it is hidden until its pictures change."""
    services().dataset_findings.keep(name, finding_id, user_name())
    return _newest(name)


@dataset_review.delete("/datasets/<name>/review/kept/<finding_id>")
@dataset_review.output(NewestReview)
def show_finding_again(name: str, finding_id: str) -> NewestReview:
    """Shows an accepted finding again."""
    services().dataset_findings.show_again(name, finding_id)
    return _newest(name)


def _newest(dataset: str) -> NewestReview:
    return NewestReview(review=services().dataset_findings.standing(dataset))
