"""The ledger: every trigger and how it ended, with picture and heat map."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

from apiflask import APIBlueprint
from flask import Response, abort, stream_with_context
from pydantic import AwareDatetime, Field

from okng.device.store.ledger import RecordedInspection
from okng.device.store.reviews import Review
from okng.device.types import (
    DetectedObject,
    Inspection,
    Message,
    Name,
    Outcome,
    StageLatency,
)
from okng.webui.api.documents import gives
from okng.webui.api.parameters import Page
from okng.webui.api.pictures import picture_file, picture_size, scaled_response
from okng.webui.rendering import heat_map_png
from okng.webui.services import services

inspections = APIBlueprint("inspections", __name__, tag="Inspections")

CSV_COLUMNS = (
    *("seq", "inspection_id", "trigger_id", "triggered_at", "station", "source", "part_id"),
    *("outcome", "reason", "score", "threshold", "recipe", "recipe_version", "model"),
    *("model_version", "model_build", "detector", "detector_version", "detector_build"),
    *("detections", "detections_left_out"),
    *("late", "review", "simulated", "picture_path", *StageLatency.model_fields),
)
CSV_ROWS_AT_ONCE = 500


class InspectionFilter(Message):
    """Which inspections; times with their zone (`2026-01-31T08:00:00Z`)."""

    start: AwareDatetime | None = Field(default=None, alias="from")
    """Triggered then or later."""
    end: AwareDatetime | None = Field(default=None, alias="to")
    """Triggered before."""
    outcome: Outcome | None = None
    recipe: Name | None = None
    scene_changed: bool = False
    """Only those judged while the scene counted as changed."""
    to_review: bool = False
    """Only those so near to the threshold that a person should look, and nobody has yet."""


class InspectionPage(Page, InspectionFilter):
    """A page of them; with `since` the oldest come first, so that nothing is left out."""

    since: int | None = Field(default=None, ge=0)
    """Only what came after this `seq`."""


class Entry(Message):
    """An inspection and its place in the ledger."""

    seq: int
    inspection: Inspection
    review: Review | None
    """What a person found that the part really is; null when nobody has looked."""


class Inspections(Message):
    """A page of the ledger."""

    inspections: list[Entry]
    next_before: int | None
    """For the next older page; null when this is the last or `since` was given."""


class PictureSize(Message):
    """Without width, the picture as stored."""

    width: int | None = Field(default=None, ge=16, le=4096)


@inspections.get("/inspections")
@inspections.input(InspectionPage, location="query", arg_name="wanted")
@inspections.output(Inspections)
def list_inspections(wanted: InspectionPage) -> Inspections:
    """A page of the ledger, the newest first; with `since`, what came after it."""
    found = services().ledger.page(**dict(wanted))
    more = len(found) == wanted.limit and wanted.since is None
    return Inspections(
        inspections=_entries(found),
        next_before=found[-1].seq if more else None,
    )


@inspections.get("/inspections/<inspection_id>")
@inspections.output(Entry)
def get_inspection(inspection_id: str) -> Entry:
    """One inspection."""
    (entry,) = _entries([_recorded(inspection_id)])
    return entry


@inspections.get("/inspections/<inspection_id>/picture")
@inspections.input(PictureSize, location="query", arg_name="size")
@inspections.doc(responses=gives("image/*", "The picture"))
def get_picture(inspection_id: str, size: PictureSize) -> Response:
    """The picture that was judged: PNG as stored, or JPEG at most `width` pixels wide."""
    path = _picture_path(inspection_id)
    return scaled_response(path, size.width) if size.width else picture_file(path)


@inspections.get("/inspections/<inspection_id>/heatmap")
@inspections.doc(responses=gives("image/png", "RGBA"))
def get_heat_map(inspection_id: str) -> Response:
    """An overlay the size of the picture: transparent, yellow at the threshold, red far above."""
    scores = services().ledger.anomaly_map(inspection_id)
    if scores is None:
        abort(404, f"inspection {inspection_id} has no heat map")
    width, height = picture_size(_picture_path(inspection_id))
    recorded = _recorded(inspection_id)
    png = heat_map_png(scores, recorded.threshold, width, height, recorded.crop)
    return Response(png, mimetype="image/png")


@inspections.get("/inspections.csv")
@inspections.input(InspectionFilter, location="query", arg_name="wanted")
@inspections.doc(responses=gives("text/csv", "With a header line"))
def export_csv(wanted: InspectionFilter) -> Response:
    """All inspections that match, the oldest first."""
    found = services().ledger.iterate(**dict(wanted))
    return Response(
        stream_with_context(_csv(found)),
        mimetype="text/csv",
        headers={"Content-Disposition": "attachment; filename=inspections.csv"},
    )


def _csv(found: Iterator[RecordedInspection]) -> Iterator[str]:
    """The file in pieces."""
    text = io.StringIO()
    writer = csv.DictWriter(text, CSV_COLUMNS, extrasaction="ignore")
    writer.writeheader()
    for number, one in enumerate(found, start=1):
        writer.writerow(_flat(one))
        if number % CSV_ROWS_AT_ONCE == 0:
            yield text.getvalue()
            text.seek(0)
            text.truncate()
    yield text.getvalue()


def _flat(one: RecordedInspection) -> dict[str, object]:
    fields: dict[str, Any] = one.model_dump(mode="json")
    recipe, model = fields["recipe"] or {}, fields["model"] or {}
    detector = fields["detector"] or {}
    builds = {name: fields[name] or {} for name in ("model_build", "detector_build")}
    references = {
        "recipe": recipe.get("name"),
        "recipe_version": recipe.get("version"),
        "model": model.get("name"),
        "model_version": model.get("version"),
        "detector": detector.get("name"),
        "detector_version": detector.get("version"),
        **{name: build.get("name") for name, build in builds.items()},
    }
    fields["detections"] = "; ".join(map(_compact, one.detections))
    words = {name: _no_formula(fields[name]) for name in ("part_id", "reason", "detections")}
    latency: dict[str, Any] = fields["latency"]
    return fields | words | latency | references


def _compact(found: DetectedObject) -> str:
    """Such as `scratch 0.91 NG 12 30 96 51`: class, score, what it counts as, the box's corners."""
    box = found.box
    corners = f"{box.left:.0f} {box.top:.0f} {box.right:.0f} {box.bottom:.0f}"
    return f"{found.name} {found.score:.2f} {found.counted_as or '-'} {corners}"


def _no_formula(text: str | None) -> str | None:
    """Text from outside that no spreadsheet takes for a formula (OWASP, "CSV Injection")."""
    return f"'{text}" if text and text[0] in "=+-@\t\r" else text


def _entries(found: Sequence[RecordedInspection]) -> list[Entry]:
    reviewed = services().reviews.of(one.seq for one in found)
    return [Entry(seq=one.seq, inspection=one, review=reviewed.get(one.seq)) for one in found]


def _recorded(inspection_id: str) -> RecordedInspection:
    found = services().ledger.get(inspection_id)
    if found is None:
        abort(404, f"there is no inspection {inspection_id!r}")
    return found


def _picture_path(inspection_id: str) -> str:
    found = _recorded(inspection_id)
    if found.picture_path is None:
        removed = " any more: it was removed for want of space" if found.picture_sha256 else ""
        abort(404, f"inspection {inspection_id} has no picture{removed}")
    return found.picture_path
