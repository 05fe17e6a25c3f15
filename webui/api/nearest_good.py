"""The nearest good part beside a part with a defect, at the same place."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import abort

from okng.device.hosting.commands import AreaShares
from okng.device.store.inspection_rows import RecordedInspection
from okng.device.types import DatasetPicture, Label, PixelArea, PixelSize
from okng.models.strict_model import StrictModel
from okng.webui.api.picture_responses import (
    DECODED_OR_REFUSED,
    judged_file,
    picture_size,
)
from okng.webui.images.defect_area import defect_area
from okng.webui.services import services

nearest_good = APIBlueprint("nearest_good", __name__, tag="Nearest good part")


class PlaceInPicture(StrictModel):
    """A place in a picture."""

    size: PixelSize
    """Of the whole picture."""
    area: PixelArea


class NearestGoodPart(StrictModel):
    """The good picture that the model learned from which looks most like the part at the defect."""

    picture_id: int
    """Of the good picture, in a dataset of this station."""
    part: PlaceInPicture
    """Where the part deviates most."""
    good: PlaceInPicture
    """The same place in the good picture."""


@nearest_good.get("/inspections/<inspection_id>/nearest-good")
@nearest_good.output(NearestGoodPart)
@nearest_good.doc(responses=DECODED_OR_REFUSED)
def get_nearest_good(inspection_id: str) -> NearestGoodPart:
    """Finds the nearest good part at the same place, by the memory bank of the model.

    Only PatchCore models have one; the refusal says so for others.
    """
    inspection = services().ledger.get(inspection_id)
    if inspection is None:
        abort(404, f"there is no inspection {inspection_id!r}")
    scores = services().ledger.anomaly_map(inspection_id)
    if scores is None or inspection.model is None:
        abort(404, f"inspection {inspection_id} has no heat map")
    if inspection.picture_path is None:
        abort(404, f"the picture of inspection {inspection_id} was deleted")
    rows, columns = scores.shape
    at = defect_area(scores, inspection.threshold)
    size = picture_size(inspection.picture_path)
    with judged_file(inspection) as file, services().picture_memory.reserve(file.stat().st_size):
        hashes = services().hosting.nearest_good(
            file.read_bytes(),
            inspection.model,
            AreaShares(
                left=at.left / columns,
                top=at.top / rows,
                right=at.right / columns,
                bottom=at.bottom / rows,
            ),
        )
    good = _stored(hashes)
    return NearestGoodPart(
        picture_id=good.picture_id,
        part=_place(at, (rows, columns), size, _judged_area(inspection, size)),
        good=_place(at, (rows, columns), *_whole((good.width, good.height))),
    )


def _stored(hashes: list[str]) -> DatasetPicture:
    """The nearest that a dataset still has as a good one; ends the request where none is left."""
    stored = services().datasets.with_hashes(hashes)
    good = (stored[sha256] for sha256 in hashes if sha256 in stored)
    nearest = next((picture for picture in good if picture.label is Label.NORMAL), None)
    return nearest or abort(
        404, "the good pictures that the model learned from are no longer on this station"
    )


def _judged_area(inspection: RecordedInspection, size: tuple[int, int]) -> PixelArea:
    return inspection.crop or _whole(size)[1]


def _whole(size: tuple[int, int]) -> tuple[tuple[int, int], PixelArea]:
    return size, PixelArea(left=0, top=0, right=size[0], bottom=size[1])


def _place(
    at: PixelArea, shape: tuple[int, int], size: tuple[int, int], judged: PixelArea
) -> PlaceInPicture:
    """An area of the map (rows, columns) in the picture of which it covers `judged`."""
    rows, columns = shape
    width, height = judged.right - judged.left, judged.bottom - judged.top
    left, right = (judged.left + round(x * width / columns) for x in (at.left, at.right))
    top, bottom = (judged.top + round(y * height / rows) for y in (at.top, at.bottom))
    return PlaceInPicture(
        size=PixelSize(width=size[0], height=size[1]),
        area=PixelArea(left=left, top=top, right=max(right, left + 1), bottom=max(bottom, top + 1)),
    )
