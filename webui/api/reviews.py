"""Reviews: the verdict of a person on a part, usually one near the threshold."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import abort

from okng.device.datasets.picture_changes import PictureChange
from okng.device.store.inspection_rows import RecordedInspection
from okng.device.store.reviews import InspectionReview
from okng.device.types import Label, Name, Outcome, Split, Verdict
from okng.models.strict_model import StrictModel
from okng.webui.api.picture_responses import DECODED_OR_REFUSED, decoding_stored, judged_file
from okng.webui.auth.current_user import user_name
from okng.webui.services import services

reviews = APIBlueprint("reviews", __name__, tag="Reviews")

LABELS = {Verdict.OK: Label.NORMAL, Verdict.NG: Label.ANOMALY}


class ReviewRequest(StrictModel):
    """The verdict of a person on a part."""

    verdict: Verdict
    dataset: Name | None = None
    """Also adds the part's picture to this dataset, as normal (OK) or anomaly (NG)."""
    split: Split | None = None
    """What the added picture is for; null leaves it to a later split."""


@reviews.post("/inspections/<inspection_id>/review")
@reviews.input(ReviewRequest, arg_name="request")
@reviews.output(InspectionReview)
@reviews.doc(responses=DECODED_OR_REFUSED)
def review(inspection_id: str, request: ReviewRequest) -> InspectionReview:
    """Records a person's verdict on a part, marked or not; the line's verdict stays as it was.

    A picture that an earlier review put into a dataset follows the verdict, and moves where
    another dataset is given.
    """
    part = _part(inspection_id)
    if part.outcome not in (Outcome.OK, Outcome.NG):
        abort(409, f"part {part.trigger_id} ended as {part.outcome}: it has no verdict to review")
    before = services().reviews.of([part.seq]).get(part.seq)
    kept = before if before and before.dataset else None
    picture_id = kept.picture_id if kept else None
    label = LABELS[request.verdict]
    if kept and request.dataset in (None, kept.dataset):
        _change(kept, PictureChange(label=label))
    elif request.dataset is not None:
        picture_id = _into_dataset(part, request.dataset, label, request.split)
        if kept:
            _change(kept, PictureChange(removed=True))
    return services().reviews.settle(part.seq, request.verdict, user_name(), picture_id)


@reviews.delete("/inspections/<inspection_id>/review")
@reviews.output({}, status_code=204)
@reviews.doc(responses=[409])
def take_back_review(inspection_id: str) -> tuple[str, int]:
    """Takes a person's verdict on a part back; the picture that it put into a dataset goes too."""
    part = _part(inspection_id)
    before = services().reviews.of([part.seq]).get(part.seq)
    if before is None:
        abort(404, f"part {part.trigger_id} has no review")
    if before.dataset:
        _change(before, PictureChange(removed=True))
    services().reviews.take_back(part.seq)
    return "", 204


def _part(inspection_id: str) -> RecordedInspection:
    part = services().ledger.get(inspection_id)
    if part is None:
        abort(404, f"there is no inspection {inspection_id!r}")
    return part


def _change(review: InspectionReview, change: PictureChange) -> None:
    """Changes the picture of a review in its dataset."""
    assert review.picture_id is not None
    services().dataset_changes.change([review.picture_id], change, user_name())


def _into_dataset(part: RecordedInspection, dataset: str, label: Label, split: Split | None) -> int:
    if part.picture_path is None:
        abort(409, f"part {part.trigger_id} has no picture (any more) for the dataset {dataset!r}")
    with judged_file(part) as file, decoding_stored(file):
        added = services().datasets.import_file(file, dataset, label, user_name(), split)
    return added.picture_id
