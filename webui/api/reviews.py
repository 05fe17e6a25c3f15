"""Parts near the threshold: what a person says that they really are."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import abort

from okng.device.store.ledger import RecordedInspection
from okng.device.store.picture_changes import PictureChange
from okng.device.store.reviews import Review
from okng.device.types import Label, Message, Name, Outcome, Verdict
from okng.webui.access import user_name
from okng.webui.api.pictures import judged_file
from okng.webui.services import services

reviews = APIBlueprint("reviews", __name__, tag="Reviews")

LABELS = {Verdict.OK: Label.NORMAL, Verdict.NG: Label.ANOMALY}


class Finding(Message):
    """What the part really is."""

    verdict: Verdict
    dataset: Name | None = None
    """Puts the part's picture into this dataset too, as normal (OK) or anomaly (NG)."""


@reviews.post("/inspections/<inspection_id>/review")
@reviews.input(Finding, arg_name="finding")
@reviews.output(Review)
@reviews.doc(responses=[409])
def review(inspection_id: str, finding: Finding) -> Review:
    """Keeps what a person found of a part, marked or not; the line's verdict stays as it was."""
    part = services().ledger.get(inspection_id)
    if part is None:
        abort(404, f"there is no inspection {inspection_id!r}")
    if part.outcome not in (Outcome.OK, Outcome.NG):
        abort(409, f"part {part.trigger_id} ended as {part.outcome}: it has no verdict to review")
    before = services().reviews.of([part.seq]).get(part.seq)
    picture_id = before.picture_id if before else None
    if picture_id is not None:
        change = PictureChange(label=LABELS[finding.verdict])
        services().dataset_changes.change([picture_id], change, user_name())
    elif finding.dataset is not None:
        picture_id = _into_dataset(part, finding.dataset, LABELS[finding.verdict])
    return services().reviews.settle(part.seq, finding.verdict, user_name(), picture_id)


def _into_dataset(part: RecordedInspection, dataset: str, label: Label) -> int:
    if part.picture_path is None:
        abort(409, f"part {part.trigger_id} has no picture (any more) for the dataset {dataset!r}")
    with judged_file(part) as file:
        return services().datasets.import_file(file, dataset, label, user_name()).picture_id
