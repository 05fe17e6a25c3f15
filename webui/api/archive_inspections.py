"""Re-inspections of the archive: what stored parts would have been with a model version."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from apiflask import APIBlueprint
from flask import Response, abort
from pydantic import AwareDatetime, Field

from okng.device.hosting.commands import VersionChoice
from okng.device.jobs.archive_inspection import (
    KIND,
    LONGEST_DAYS,
    USUAL_DAYS,
    ArchiveInspectionParameters,
    scope_of,
    start_of_period,
)
from okng.device.jobs.store import Job
from okng.device.store.archive_differences import (
    ArchiveDifference,
    ArchiveDifferencePart,
    ArchiveSummary,
)
from okng.device.store.archive_inspections import ArchiveInspection
from okng.device.store.archive_scope import ArchiveScope
from okng.device.store.csv_cells import safe_row
from okng.device.types import ModelReference, Name
from okng.models.strict_model import StrictModel
from okng.webui.api.csv_files import long_csv_file
from okng.webui.api.models import manifest_of
from okng.webui.api.parameters import Page
from okng.webui.api.picture_responses import DECODED_OR_REFUSED, heat_map_response, judged_file
from okng.webui.auth.current_user import user_name
from okng.webui.openapi import media_type_response
from okng.webui.services import services

archive_inspections = APIBlueprint("archive_inspections", __name__, tag="Archive")

CSV_COLUMNS = (
    *("seq", "trigger_id", "triggered_at", "part_id", "was", "would_be", "score_before"),
    *("threshold_before", "score", "threshold", "rules_failed", "human_verdict", "problem"),
    *("reason", "inspection_id"),
)
_PACE_OF_NEWEST = 50
"""Parts of the line by which the pace is estimated before the first re-inspection."""


class ArchivePeriod(StrictModel):
    """The stored parts that are to be judged again."""

    days: int = Field(default=USUAL_DAYS, ge=1, le=LONGEST_DAYS)
    """Parts of the last days, from a whole hour on."""
    recipe: Name | None = None
    """Whose parts; without it those of the recipe that runs."""


class NewArchiveInspection(StrictModel):
    """A re-inspection to start, or to go on with."""

    days: int | None = Field(default=None, ge=1, le=LONGEST_DAYS)
    """Parts of the last days; null keeps the beginning of the one that is there, or else means
    30 days. It always goes up to the newest part."""
    recipe: Name | None = None
    """Whose parts; null: those of the recipe that runs."""
    threshold: float | None = None
    """Null: the model's own, as with a promotion."""


class ArchiveEstimate(StrictModel):
    """What there is to judge again, and how long that takes about."""

    recipe: Name
    since: AwareDatetime
    scope: ArchiveScope
    seconds: float | None
    """For all parts in the archive: by the pace of the newest re-inspection of this recipe, or else
    by the line's own times; null while there is neither."""
    measured: bool
    """Whether it is by the pace of a re-inspection; the line's times are without reading pictures,
    so it takes longer then."""


class AtThreshold(StrictModel):
    """At which threshold the scores are compared."""

    threshold: float | None = Field(default=None, allow_inf_nan=False)
    """Without it: the one that was asked for at the start."""

    def of(self, inspection: ArchiveInspection) -> float:
        """The threshold for this re-inspection."""
        return inspection.threshold if self.threshold is None else self.threshold


class ArchiveInspectionView(StrictModel):
    """The newest re-inspection by a model version, and the newest job of that kind."""

    inspection: ArchiveInspection | None
    """Null before the first."""
    summary: ArchiveSummary | None
    job: Job | None
    """Of whichever model version; null before the first."""


class DifferenceFilter(AtThreshold):
    """The kind of difference between the line's verdict and the version's."""

    kind: ArchiveDifference = ArchiveDifference.DIFFERENT


class DifferencePage(Page, DifferenceFilter):
    """A page of the parts with that difference, the newest in the ledger first."""


class ArchiveDifferenceParts(StrictModel):
    """A page of parts."""

    parts: list[ArchiveDifferencePart]
    next_before: int | None
    """`before` of the next older page; null on the last one."""


@archive_inspections.get("/models/<name>/<int:version>/archive-inspection")
@archive_inspections.input(AtThreshold, location="query", arg_name="at")
@archive_inspections.output(ArchiveInspectionView)
def get_archive_inspection(name: str, version: int, at: AtThreshold) -> ArchiveInspectionView:
    """Returns the newest re-inspection by a version, compared with the line at a threshold."""
    services().jobs.fail_interrupted()
    inspection = services().archive.newest(ModelReference(name=name, version=version))
    job = next(iter(services().jobs.newest(1, archive=True)), None)
    summary = None
    if inspection:
        threshold = at.of(inspection)
        summary = services().archive_differences.summary(inspection, threshold)
    return ArchiveInspectionView(inspection=inspection, summary=summary, job=job)


@archive_inspections.get("/archive-scope")
@archive_inspections.input(ArchivePeriod, location="query", arg_name="period")
@archive_inspections.output(ArchiveEstimate)
def get_archive_scope(period: ArchivePeriod) -> ArchiveEstimate:
    """Counts the stored parts of a period that can be judged again, and says how long it takes."""
    recipe, since = _recipe(period.recipe), start_of_period(period.days)
    scope, _ = scope_of(recipe, since, services().data_dir)
    pace = services().archive.newest_pace(recipe)
    per_part_s = 1 / pace if pace else _line_s(recipe)
    return ArchiveEstimate(
        recipe=recipe,
        since=since,
        scope=scope,
        seconds=None if per_part_s is None else scope.in_archive * per_part_s,
        measured=pace is not None,
    )


@archive_inspections.post("/models/<name>/<int:version>/archive-inspection")
@archive_inspections.input(NewArchiveInspection, arg_name="request")
@archive_inspections.output(Job, status_code=202)
@archive_inspections.doc(responses=[409])
def start_archive_inspection(name: str, version: int, request: NewArchiveInspection) -> Job:
    """Judges stored parts again by a version, as a job at the lowest priority.

    What the version judged before is kept. One re-inspection runs at a time, beside a job of
    another kind; `POST /jobs/{job_id}/cancel` ends it at once.
    """
    manifest_of(name, version)
    model, recipe = ModelReference(name=name, version=version), _recipe(request.recipe)
    before = services().archive.newest(model)
    goes_on = request.days is None and before is not None and before.recipe == recipe
    since = before.since if before and goes_on else start_of_period(request.days or USUAL_DAYS)
    scope_of(recipe, since, services().data_dir)
    parameters = ArchiveInspectionParameters(
        model=model, threshold=request.threshold, recipe=recipe, since=since
    )
    demand = parameters.model_dump(mode="json")
    return services().job_launcher.start(demand, user_name(), kind=KIND)


@archive_inspections.get("/archive-inspections/<int:archive_inspection_id>/parts")
@archive_inspections.input(DifferencePage, location="query", arg_name="page")
@archive_inspections.output(ArchiveDifferenceParts)
def list_archive_parts(archive_inspection_id: int, page: DifferencePage) -> ArchiveDifferenceParts:
    """Lists parts of a kind of difference, the newest first; `before` is a `seq`."""
    inspection = _inspection(archive_inspection_id)
    threshold = page.of(inspection)
    parts = services().archive_differences.parts(
        inspection, threshold, page.kind, page.before, page.limit
    )
    more = len(parts) == page.limit
    return ArchiveDifferenceParts(
        parts=parts, next_before=parts[-1].inspection.seq if more else None
    )


@archive_inspections.get("/archive-inspections/<int:archive_inspection_id>/parts.csv")
@archive_inspections.input(DifferenceFilter, location="query", arg_name="which")
@archive_inspections.doc(responses=media_type_response("text/csv", "With a header line"))
def export_archive_csv(archive_inspection_id: int, which: DifferenceFilter) -> Response:
    """Exports all parts of a kind of difference as CSV, the newest first."""
    inspection = _inspection(archive_inspection_id)
    threshold = which.of(inspection)
    parts = services().archive_differences.iterate(inspection, threshold, which.kind)
    return long_csv_file("archive-inspection.csv", _csv(parts, threshold))


@archive_inspections.get(
    "/archive-inspections/<int:archive_inspection_id>/parts/<inspection_id>/heatmap"
)
@archive_inspections.input(AtThreshold, location="query", arg_name="at")
@archive_inspections.doc(responses=media_type_response("image/png", "RGBA") | DECODED_OR_REFUSED)
def get_archive_heat_map(
    archive_inspection_id: int, inspection_id: str, at: AtThreshold
) -> Response:
    """Returns the heat map of a part by the version, which judges it anew for that.

    The hosting process judges it, and it has to be running.
    """
    archive = _inspection(archive_inspection_id)
    inspection = services().ledger.get(inspection_id)
    if inspection is None:
        abort(404, f"there is no inspection {inspection_id!r}")
    if inspection.picture_path is None:
        abort(404, f"the picture of inspection {inspection_id} was deleted")
    threshold = at.of(archive)
    with judged_file(inspection) as file, services().picture_memory.reserve(file.stat().st_size):
        judged = services().hosting.judge(
            file.read_bytes(),
            model=VersionChoice(name=archive.model.name, version=archive.model.version),
            threshold=threshold,
            start_on_demand=True,
        )
    if judged.anomaly_map is None:
        abort(404, f"inspection {inspection_id} has no heat map: {judged.reason}")
    return heat_map_response(judged.anomaly_map, threshold, inspection)


def _recipe(named: str | None) -> str:
    recipe = named or services().state.get("recipe_name")
    return recipe or abort(404, "no recipe runs; say whose parts are to be judged again")


def _line_s(recipe: str) -> float | None:
    """How long one thread takes for a part, by the times of the line's newest parts."""
    threads = services().settings.inference.threads
    newest = services().ledger.page(recipe=recipe, limit=_PACE_OF_NEWEST)
    taken_ms = [
        (part.latency.preprocess_ms or 0) + part.latency.inference_ms * threads
        for part in newest
        if part.latency.inference_ms is not None
    ]
    return sum(taken_ms) / len(taken_ms) / 1000 if taken_ms else None


def _inspection(archive_inspection_id: int) -> ArchiveInspection:
    found = services().archive.get(archive_inspection_id)
    return found or abort(404, f"there is no re-inspection {archive_inspection_id}")


def _csv(parts: Iterator[ArchiveDifferencePart], threshold: float) -> Iterator[str]:
    text = io.StringIO()
    writer = csv.DictWriter(text, CSV_COLUMNS)
    writer.writeheader()
    for part in parts:
        writer.writerow(_csv_row(part, threshold))
        yield text.getvalue()
        text.seek(0)
        text.truncate()
    yield text.getvalue()


def _csv_row(part: ArchiveDifferencePart, threshold: float) -> dict[str, object]:
    before = part.inspection
    row = {
        "seq": before.seq,
        "trigger_id": before.trigger_id,
        "triggered_at": before.triggered_at.isoformat(),
        "part_id": before.part_id,
        "was": before.outcome.value,
        "would_be": part.verdict.value if part.verdict else "",
        "score_before": before.score,
        "threshold_before": before.threshold,
        "score": part.score,
        "threshold": threshold,
        "rules_failed": int(part.rules_failed),
        "human_verdict": part.human_verdict.value if part.human_verdict else "",
        "problem": part.problem.value if part.problem else "",
        "reason": part.reason,
        "inspection_id": before.inspection_id,
    }
    return safe_row(row)
