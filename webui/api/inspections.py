"""The ledger of inspections: every trigger with its outcome, picture and heat map."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from apiflask import APIBlueprint
from flask import Response, abort
from pydantic import AwareDatetime, Field

from okng.device.store.csv_cells import safe_row
from okng.device.store.inspection_rows import RecordedInspection
from okng.device.store.reviews import InspectionReview
from okng.device.store.rows import UnreadableRowError
from okng.device.types import (
    DetectedObject,
    Inspection,
    Name,
    Outcome,
    StageLatency,
    Verdict,
)
from okng.models.strict_model import StrictModel
from okng.webui.api.csv_files import long_csv_file
from okng.webui.api.parameters import Page
from okng.webui.api.picture_responses import (
    DECODED,
    heat_map_response,
    picture_file,
    scaled_response,
)
from okng.webui.openapi import media_type_response
from okng.webui.services import services

inspections = APIBlueprint("inspections", __name__, tag="Inspections")

CSV_COLUMNS = (
    *("seq", "inspection_id", "trigger_id", "triggered_at", "station", "source", "part_id"),
    *("outcome", "reason", "score", "threshold", "recipe", "recipe_version", "model"),
    *("model_version", "model_build", "detector", "detector_version", "detector_build"),
    *("detections", "detections_left_out"),
    *("late", "review", "simulated", "picture_path", *StageLatency.model_fields),
    *("trigger_uncertainty_ms", "challenge_id", "challenge_part"),
    *("human_verdict", "reviewer", "reviewed_at"),
)
CSV_ROWS_AT_ONCE = 500


class InspectionFilter(StrictModel):
    """Which inspections to list; times need a zone (`2026-01-31T08:00:00Z`)."""

    start: AwareDatetime | None = Field(default=None, alias="from")
    """Only those triggered at this time or later."""
    end: AwareDatetime | None = Field(default=None, alias="to")
    """Only those triggered before this time."""
    outcome: Outcome | None = None
    recipe: Name | None = None
    scene_changed: bool = False
    """True: only those judged while the scene counted as changed."""
    to_review: bool = False
    """True: only those marked for review that nobody has reviewed yet."""
    reviewed: bool | None = None
    """True: only those that a person reviewed. False: only those that nobody did."""
    human_verdict: Verdict | None = None
    """Only those that a person judged so: with `outcome`, parts that passed and are really NG, or
    that were rejected and are really OK."""
    search: str | None = Field(default=None, min_length=1, max_length=128)
    """Only parts with this part ID or this trigger's number; the whole of it has to be given."""
    failed_rule: str | None = Field(default=None, min_length=1, max_length=200)
    """Only those that are NG because of the rule of this class, alone or among others."""
    by_score: bool = False
    """True: only those that are NG because of the anomaly score alone."""
    human_defect_type: str | None = Field(default=None, min_length=1, max_length=200)
    """Only those that a person found to be NG with this type of defect."""
    region: int | None = Field(default=None, ge=1, le=9)
    """Only NG parts with the defect in this cell of the picture: 1 (top left) to 9, row by row."""


class InspectionPage(Page, InspectionFilter):
    """A page of inspections; with `since` the oldest come first, so that none is left out."""

    since: int | None = Field(default=None, ge=0)
    """Only those with a greater `seq`."""


class ListedInspection(StrictModel):
    """An inspection with its record number and review."""

    seq: int
    inspection: Inspection
    review: InspectionReview | None
    """The verdict of a person who looked at the part; null before a review."""


class Inspections(StrictModel):
    """A page of the ledger."""

    inspections: list[ListedInspection]
    next_before: int | None
    """`before` of the next older page; null on the last page and with `since`."""


class RequestedSize(StrictModel):
    """The size of the picture to return; without `width` as stored."""

    width: int | None = Field(default=None, ge=16, le=4096)


@inspections.get("/inspections")
@inspections.input(InspectionPage, location="query", arg_name="query")
@inspections.output(Inspections)
def list_inspections(query: InspectionPage) -> Inspections:
    """Lists a page of inspections, the newest first; with `since`, those that came after it."""
    page = services().ledger.page(**dict(query))
    more = len(page) == query.limit and query.since is None
    return Inspections(
        inspections=_entries(page),
        next_before=page[-1].seq if more else None,
    )


@inspections.get("/inspections/<inspection_id>")
@inspections.output(ListedInspection)
def get_inspection(inspection_id: str) -> ListedInspection:
    """Returns one inspection."""
    (entry,) = _entries([_recorded(inspection_id)])
    return entry


@inspections.get("/triggers/<int:trigger_id>/inspection")
@inspections.output(ListedInspection)
def get_inspection_of_trigger(trigger_id: int) -> ListedInspection:
    """Returns the inspection that a trigger ended in."""
    recorded = services().ledger.by_trigger(trigger_id)
    if recorded is None:
        abort(404, f"no inspection of trigger {trigger_id} is recorded")
    (entry,) = _entries([recorded])
    return entry


@inspections.get("/inspections/<inspection_id>/picture")
@inspections.input(RequestedSize, location="query", arg_name="size")
@inspections.doc(responses=media_type_response("image/*", "The picture") | DECODED)
def get_picture(inspection_id: str, size: RequestedSize) -> Response:
    """Returns the picture that was judged: PNG as stored, or JPEG at most `width` pixels wide."""
    path = _recorded_with_picture(inspection_id).picture_path or ""
    return scaled_response(path, size.width) if size.width else picture_file(path)


@inspections.get("/inspections/<inspection_id>/heatmap")
@inspections.doc(responses=media_type_response("image/png", "RGBA") | DECODED)
def get_heat_map(inspection_id: str) -> Response:
    """Returns the heat map as an overlay: transparent, yellow at the threshold, red far above.

    It has the picture's size, or above 4,000,000 pixels its proportions.
    """
    scores = services().ledger.anomaly_map(inspection_id)
    if scores is None:
        abort(404, f"inspection {inspection_id} has no heat map")
    recorded = _recorded_with_picture(inspection_id)
    return heat_map_response(scores, recorded.threshold, recorded)


@inspections.get("/inspections.csv")
@inspections.input(InspectionFilter, location="query", arg_name="query")
@inspections.doc(responses=media_type_response("text/csv", "With a header line"))
def export_csv(query: InspectionFilter) -> Response:
    """Exports all matching inspections as CSV, the oldest first."""
    unreadable: list[UnreadableRowError] = []
    matching = services().ledger.iterate(**dict(query), unreadable=unreadable.append)
    return long_csv_file("inspections.csv", _csv(matching, unreadable))


def _csv(
    inspections: Iterator[RecordedInspection], unreadable: list[UnreadableRowError]
) -> Iterator[str]:
    """Yields the CSV file in pieces; names an unreadable row in its place, in column `reason`."""
    text = io.StringIO()
    writer = csv.DictWriter(text, CSV_COLUMNS, extrasaction="ignore")
    writer.writeheader()
    # The header is sent at once, so that a browser shows the download.
    while True:
        yield text.getvalue()
        text.seek(0)
        text.truncate()
        rows = list(islice(inspections, CSV_ROWS_AT_ONCE))
        if not (rows or unreadable):
            return
        writer.writerows({"reason": str(error)} for error in unreadable)
        unreadable.clear()
        reviews = services().reviews.of(inspection.seq for inspection in rows)
        writer.writerows(_csv_row(inspection, reviews.get(inspection.seq)) for inspection in rows)


def _csv_row(inspection: RecordedInspection, review: InspectionReview | None) -> dict[str, object]:
    fields: dict[str, Any] = inspection.model_dump(mode="json")
    recipe, model = fields["recipe"] or {}, fields["model"] or {}
    detector, challenge = fields["detector"] or {}, fields["challenge"] or {}
    builds = {name: fields[name] or {} for name in ("model_build", "detector_build")}
    references = {
        "recipe": recipe.get("name"),
        "recipe_version": recipe.get("version"),
        "model": model.get("name"),
        "model_version": model.get("version"),
        "detector": detector.get("name"),
        "detector_version": detector.get("version"),
        "challenge_id": challenge.get("challenge_id"),
        "challenge_part": challenge.get("name"),
        **{name: build.get("name") for name, build in builds.items()},
    }
    if review:
        fields["human_verdict"], fields["reviewer"] = review.verdict, review.author
        fields["reviewed_at"] = review.model_dump(mode="json")["reviewed_at"]
    fields["detections"] = "; ".join(map(_compact, inspection.detections))
    row: dict[str, object] = fields | fields["latency"] | references
    return safe_row(row)


def _compact(detection: DetectedObject) -> str:
    """Class, score, what it counts as, and the box's corners: `scratch 0.91 NG 12 30 96 51`."""
    box = detection.box
    corners = f"{box.left:.0f} {box.top:.0f} {box.right:.0f} {box.bottom:.0f}"
    return f"{detection.name} {detection.score:.2f} {detection.counted_as or '-'} {corners}"


def _entries(inspections: Sequence[RecordedInspection]) -> list[ListedInspection]:
    reviews = services().reviews.of(inspection.seq for inspection in inspections)
    return [
        ListedInspection(
            seq=inspection.seq, inspection=inspection, review=reviews.get(inspection.seq)
        )
        for inspection in inspections
    ]


def _recorded(inspection_id: str) -> RecordedInspection:
    inspection = services().ledger.get(inspection_id)
    if inspection is None:
        abort(404, f"there is no inspection {inspection_id!r}")
    return inspection


def _recorded_with_picture(inspection_id: str) -> RecordedInspection:
    inspection = _recorded(inspection_id)
    if inspection.picture_path is None:
        removed = " any more: it was removed for want of space" if inspection.picture_sha256 else ""
        abort(404, f"inspection {inspection_id} has no picture{removed}")
    return inspection
