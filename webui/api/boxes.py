"""The boxes around the objects of a dataset's picture."""

from __future__ import annotations

from apiflask import APIBlueprint
from pydantic import AwareDatetime

from okng.device.store.picture_changes import PictureChange
from okng.device.types import Message
from okng.models.detection.labelled_box import Boxes
from okng.webui.access import user_name
from okng.webui.api.dataset_changes import Done
from okng.webui.api.datasets import stored_picture
from okng.webui.services import services

boxes = APIBlueprint("boxes", __name__, tag="Boxes")


class DrawnBoxes(Message):
    """All boxes of a picture, in its pixels; null takes back that anybody has said."""

    boxes: Boxes | None


class PictureBoxes(DrawnBoxes):
    """And who drew them when; null where nobody ever has."""

    picture_id: int
    width: int
    height: int
    author: str | None
    changed_at: AwareDatetime | None


@boxes.get("/pictures/<int:picture_id>/boxes")
@boxes.output(PictureBoxes)
def get_boxes(picture_id: int) -> PictureBoxes:
    """The boxes of a picture; an empty list says that nothing is there."""
    picture = stored_picture(picture_id)
    drawn = services().dataset_changes.newest_of(picture_id, "boxes")
    return PictureBoxes(
        boxes=picture.boxes,
        picture_id=picture_id,
        width=picture.width,
        height=picture.height,
        author=drawn and drawn.author,
        changed_at=drawn and drawn.changed_at,
    )


@boxes.put("/pictures/<int:picture_id>/boxes")
@boxes.input(DrawnBoxes, arg_name="drawn")
@boxes.output(Done)
@boxes.doc(responses=[409])
def put_boxes(picture_id: int, drawn: DrawnBoxes) -> Done:
    """Replaces all boxes of a picture: a change like any other, to be undone like any other."""
    stored_picture(picture_id)
    change = PictureChange(boxes=drawn.boxes)
    return Done(change=services().dataset_changes.change([picture_id], change, user_name()))
