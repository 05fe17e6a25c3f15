"""`okng dataset`: review a dataset, deal its pictures, compare it, bring boxes in and out."""

from __future__ import annotations

import click

from okng.device.commands.dataset_boxes import export_boxes_command, import_boxes_command
from okng.device.commands.dataset_choice import load_pictures
from okng.device.commands.job_end import succeeded
from okng.device.commands.model_choice import load_model
from okng.device.commands.options import log_to_stderr, user, with_settings
from okng.device.dataset_review_job import KIND, ReviewParameters, run_review_job
from okng.device.dataset_snapshots import DatasetSnapshots
from okng.device.settings import StationSettings
from okng.device.store.dataset_changes import DatasetChanges
from okng.device.store.dataset_findings import DatasetFindings, OpenFinding, ReviewStanding
from okng.device.store.dataset_splits import deal_splits
from okng.device.store.datasets import DatasetError
from okng.device.store.jobs import JobStore
from okng.device.store.picture_changes import PictureChange
from okng.device.types import Split

_DATASET = click.argument("dataset")
_MODEL = click.option("--model", help="NAME[:VERSION]; by default the only model, its newest.")


@click.group
def dataset() -> None:
    """Review a dataset, deal its pictures, compare it with a model's, bring boxes in and out."""


dataset.add_command(import_boxes_command)
dataset.add_command(export_boxes_command)


@dataset.command
@click.argument("dataset", required=False)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option("--job", type=int, help="Do this job of the store (used by the pages).")
@with_settings
def review(settings: StationSettings, dataset: str | None, as_json: bool, job: int | None) -> None:
    """Look through a DATASET for copies, wrong labels and bad pictures; changes nothing."""
    log_to_stderr(settings.log_level)
    if job is not None:
        _run(settings, job)
        return
    if dataset is None:
        raise click.UsageError("name the dataset to review")
    standing = _review(settings, dataset)
    click.echo(standing.model_dump_json(indent=2) if as_json else _words(standing))


@dataset.command
@_DATASET
@click.option(
    "--test-share",
    type=click.FloatRange(0, 1, min_open=True, max_open=True),
    default=0.2,
    show_default=True,
)
@with_settings
def split(settings: StationSettings, dataset: str, test_share: float) -> None:
    """Deal the pictures of a DATASET into training and testing, so that nothing leaks."""
    log_to_stderr(settings.log_level)
    standing = _review(settings, dataset)
    try:
        splits = deal_splits(load_pictures(settings, dataset), test_share, standing.near_copies)
        changes = {key: PictureChange(split=split) for key, split in splits.items()}
        DatasetChanges(settings.data_dir).change_each(changes, user())
    except DatasetError as error:
        raise click.ClickException(str(error)) from None
    test = sum(split is Split.TEST for split in splits.values())
    click.echo(f"{dataset}: {len(splits) - test} pictures for training, {test} for testing")


@dataset.command
@_DATASET
@_MODEL
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@with_settings
def diff(settings: StationSettings, dataset: str, model: str | None, as_json: bool) -> None:
    """How a DATASET differs now from what a model version was trained from."""
    load_pictures(settings, dataset)
    manifest = load_model(settings, model).bundle.manifest
    since = DatasetSnapshots(settings.data_dir).since(manifest, dataset)
    if as_json:
        click.echo(since.model_dump_json(indent=2))
        return
    found = since.difference
    click.echo(
        f"since the training of {manifest.name}:{manifest.version} from {since.trained_from} "
        f"pictures: {len(found.added)} added, {len(found.removed)} removed, "
        f"{len(found.relabelled)} relabelled, "
        f"{len(found.reworded)} with another batch, type or split"
    )
    if since.lost:
        click.echo(f"{since.lost} of the removed ones are not on this station any more")


@dataset.command
@_DATASET
@_MODEL
@with_settings
def restore(settings: StationSettings, dataset: str, model: str | None) -> None:
    """Make a DATASET what a model version was trained from; `undo` takes it back."""
    manifest = load_model(settings, model).bundle.manifest
    change = DatasetSnapshots(settings.data_dir).restore(manifest, dataset, user())
    if change is None:
        click.echo(f"{dataset} is what {manifest.name}:{manifest.version} was trained from")
    else:
        click.echo(f"change {change.change_id}: {len(change.pictures)} pictures")


@dataset.command
@click.argument("change", type=int)
@with_settings
def undo(settings: StationSettings, change: int) -> None:
    """Take back a CHANGE of pictures, by its number."""
    try:
        done = DatasetChanges(settings.data_dir).undo(change, user())
    except DatasetError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{len(done.pictures)} pictures of {done.dataset} are as they were before")


def _review(settings: StationSettings, dataset: str) -> ReviewStanding:
    load_pictures(settings, dataset)
    jobs = JobStore(settings.data_dir)
    jobs.fail_interrupted()
    parameters = ReviewParameters(dataset=dataset).model_dump(mode="json")
    _run(settings, jobs.create(KIND, parameters, user()).job_id)
    standing = DatasetFindings(settings.data_dir).standing(dataset)
    assert standing, "a review that succeeded is in the store"
    return standing


def _run(settings: StationSettings, job_id: int) -> None:
    succeeded(lambda: run_review_job(job_id, settings.data_dir, settings.inference.threads))


def _words(standing: ReviewStanding) -> str:
    lines = [line for finding in standing.findings for line in _lines(finding)]
    lines += standing.not_looked_for
    kept = f", {standing.kept} kept by somebody" if standing.kept else ""
    return "\n".join(
        [*lines, f"{standing.pictures} pictures, {len(standing.findings)} findings{kept}"]
    )


def _lines(finding: OpenFinding) -> list[str]:
    return [
        f"{finding.kind}: {finding.problem}",
        *(f"  {one.picture_id}  {one.path}" for one in finding.pictures),
        f"  {finding.evidence}",
        f"  {finding.advice}",
    ]
