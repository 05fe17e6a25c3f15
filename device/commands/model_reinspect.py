"""`okng model reinspect`: what stored parts would have been with a model version."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

import click

from okng.device.commands.arguments import find_bundle
from okng.device.commands.export import Day
from okng.device.commands.job_option import job_option, run_as_job
from okng.device.commands.options import NAME, FiniteFloat, with_settings
from okng.device.jobs.archive_inspection import (
    KIND,
    USUAL_DAYS,
    ArchiveInspectionParameters,
    run_archive_inspection_job,
    start_of_period,
)
from okng.device.settings.settings import StationSettings
from okng.device.store.archive_differences import ArchiveDifferences, ArchiveSummary
from okng.device.store.archive_inspections import ArchiveInspection, ArchiveInspectionStore
from okng.device.store.recipes import RecipeStore
from okng.device.store.state import StationState
from okng.device.types import ModelReference
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.evaluation.intervals import NEXT_PARTS


@click.command
@click.argument("version", type=NAME, required=False)
@click.option("--recipe", type=NAME, help="Recipe of the parts. Defaults to the one that runs.")
@click.option(
    "--since",
    type=Day(),
    help=f"First day (UTC). Defaults to that of an unfinished one, or else {USUAL_DAYS} days ago.",
)
@click.option(
    "--threshold",
    type=FiniteFloat(),
    help="Threshold of the anomaly score. Defaults to the threshold of the model.",
)
@job_option
@with_settings
def reinspect(
    settings: StationSettings,
    version: str | None,
    recipe: str | None,
    since: date | None,
    threshold: float | None,
    job: int | None,
) -> None:
    """Judge stored parts again with a VERSION (NAME or NAME:VERSION), and compare the verdicts.

    It runs at the lowest priority beside the line. What was judged stays: the same command goes on
    after Ctrl-C or a crash, and adds the parts that came since.
    """
    finished = run_as_job(
        settings,
        KIND,
        job,
        lambda: _parameters(settings, version, recipe, since, threshold),
        lambda job_id: run_archive_inspection_job(job_id, settings.data_dir),
    )
    assert finished.result
    store = ArchiveInspectionStore(settings.data_dir)
    done = store.get(int(str(finished.result["archive_inspection_id"])))
    assert done
    summary = ArchiveDifferences(settings.data_dir).summary(done, done.threshold)
    click.echo("\n".join(_lines(done, summary)))


def _parameters(
    settings: StationSettings,
    version: str | None,
    recipe: str | None,
    since: date | None,
    threshold: float | None,
) -> ArchiveInspectionParameters:
    manifest = find_bundle(settings, version, AnomalyManifest).manifest
    model = ModelReference(name=manifest.name, version=manifest.version)
    recipe = recipe or _running_recipe(settings)
    return ArchiveInspectionParameters(
        model=model,
        threshold=threshold,
        recipe=recipe,
        since=datetime.combine(since, time(), UTC)
        if since
        else _unfinished_since(settings, model, recipe) or start_of_period(USUAL_DAYS),
    )


def _running_recipe(settings: StationSettings) -> str:
    if name := StationState(settings.data_dir).get("recipe_name"):
        return name
    names = [version.recipe.name for version in RecipeStore(settings.data_dir).list()]
    if len(names) == 1:
        return names[0]
    raise click.UsageError(
        f"say with --recipe whose parts you mean; there are: {', '.join(names) or 'none'}"
    )


def _unfinished_since(
    settings: StationSettings, model: ModelReference, recipe: str
) -> datetime | None:
    newest = ArchiveInspectionStore(settings.data_dir).newest(model)
    unfinished = newest is not None and newest.recipe == recipe and newest.remaining > 0
    return newest.since if newest and unfinished else None


def _lines(done: ArchiveInspection, summary: ArchiveSummary) -> Iterator[str]:
    counts, scope = summary.counts, done.scope
    model = f"{done.model.name}:{done.model.version}"
    yield (
        f"{model} at threshold {summary.threshold:.6g} on {counts.parts:,} parts of recipe "
        f"{done.recipe} since {done.since:%Y-%m-%d %H:%M} UTC"
    )
    if rejects := summary.rejects:
        before, after, low, high = (
            share * NEXT_PARTS
            for share in (rejects.before, rejects.after, rejects.low, rejects.high)
        )
        yield (
            f"rejects of 1,000 parts: {before:.2f} before, {after:.2f} with it; the difference is "
            f"{after - before:+.2f} (95 %: {low:+.2f} to {high:+.2f})"
        )
    yield f"was OK, would be NG: {counts.ok_ng:,}; was NG, would be OK: {counts.ng_ok:,}"
    reviewed = summary.reviewed
    if reviewed.reviewed:
        yield (
            f"of {reviewed.reviewed:,} parts that a person judged, the line was right on "
            f"{reviewed.right_before:,}, it would be on {reviewed.right_after:,}: "
            f"{reviewed.escapes_found:,} escapes found, {reviewed.escapes_new:,} new ones, "
            f"{reviewed.false_rejects_gone:,} false rejects gone, "
            f"{reviewed.false_rejects_new:,} new ones"
        )
    yield (
        f"left out: {scope.without_picture:,} without a stored picture, {scope.other_region:,} of "
        f"another region of interest, {scope.without_model:,} without a model, "
        f"{scope.errors:,} ERROR, {scope.missed:,} MISSED, {scope.challenges:,} challenge parts"
    )
    for problem, parts in summary.problems.items():
        yield f"could not be judged again ({problem}): {parts:,}"
