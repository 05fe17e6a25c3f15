"""`okng dataset`: import and export a dataset, review it, deal its pictures, compare it."""

from __future__ import annotations

from collections.abc import Iterator

import click

from okng.device.commands.arguments import load_model, load_pictures
from okng.device.commands.dataset_boxes import export_boxes_command, import_boxes_command
from okng.device.commands.dataset_export import export_command
from okng.device.commands.dataset_import import import_command
from okng.device.commands.dataset_measure import measure_command
from okng.device.commands.dataset_preparation import preparation, prepare
from okng.device.commands.job_option import job_option, run_as_job
from okng.device.commands.options import ID, NAME, FiniteFloat, user, with_settings
from okng.device.commands.quick_model import quick_model_command
from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.review_results import DatasetFindings, OpenFinding, ReviewStanding
from okng.device.datasets.snapshots import DatasetSnapshots
from okng.device.datasets.splits import deal_splits
from okng.device.jobs.dataset_review import KIND, ReviewParameters, run_review_job
from okng.device.jobs.store import Job
from okng.device.settings.settings import StationSettings
from okng.device.types import Split
from okng.models.evaluation.dataset_bias import DatasetBias

_DATASET = click.argument("dataset", type=NAME)
_MODEL = click.option(
    "--model",
    type=NAME,
    help="Model as NAME or NAME:VERSION. Defaults to the only model of this station.",
)


@click.group
def dataset() -> None:
    """Import, export, review, prepare, split, compare and restore datasets."""


dataset.add_command(import_command)
dataset.add_command(export_command)
dataset.add_command(measure_command)
dataset.add_command(import_boxes_command)
dataset.add_command(export_boxes_command)
dataset.add_command(preparation)
dataset.add_command(prepare)
dataset.add_command(quick_model_command)


@dataset.command
@click.argument("dataset", type=NAME, required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@job_option
@with_settings
def review(settings: StationSettings, dataset: str | None, as_json: bool, job: int | None) -> None:
    """Look for duplicates, wrong labels and shortcuts in a DATASET. Changes nothing."""
    reviewed = _run_review(settings, job, dataset)
    if job is not None:
        return
    standing = _standing(settings, reviewed)
    click.echo(standing.model_dump_json(indent=2) if as_json else _words(standing))


@dataset.command
@_DATASET
@click.option(
    "--test-share",
    type=FiniteFloat(0, 1, min_open=True, max_open=True),
    default=0.2,
    show_default=True,
    help="Share of the pictures in the test set.",
)
@with_settings
def split(settings: StationSettings, dataset: str, test_share: float) -> None:
    """Split the pictures of a DATASET into a training and a test set without leakage."""
    standing = _standing(settings, _run_review(settings, None, dataset))
    splits = deal_splits(load_pictures(settings, dataset), test_share, standing.near_copies)
    changes = {key: PictureChange(split=split) for key, split in splits.items()}
    DatasetChanges(settings.data_dir).change_each(changes, user())
    test = sum(split is Split.TEST for split in splits.values())
    click.echo(f"{dataset}: {len(splits) - test} pictures for training, {test} for testing")


@dataset.command
@_DATASET
@_MODEL
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@with_settings
def diff(settings: StationSettings, dataset: str, model: str | None, as_json: bool) -> None:
    """Compare a DATASET with the pictures that a model version was trained on."""
    load_pictures(settings, dataset)
    manifest = load_model(settings, model).bundle.manifest
    since = DatasetSnapshots(settings.data_dir).since(manifest, dataset)
    if as_json:
        click.echo(since.model_dump_json(indent=2))
        return
    difference = since.difference
    click.echo(
        f"since the training of {manifest.name}:{manifest.version} from {since.trained_from} "
        f"pictures: {len(difference.added)} added, {len(difference.removed)} removed, "
        f"{len(difference.relabelled)} relabelled, "
        f"{len(difference.reworded)} with another batch, type, split or mask"
    )
    if since.lost:
        click.echo(f"{since.lost} of the removed ones are not on this station any more")


@dataset.command
@_DATASET
@_MODEL
@with_settings
def restore(settings: StationSettings, dataset: str, model: str | None) -> None:
    """Restore a DATASET to the state that a model version was trained on."""
    manifest = load_model(settings, model).bundle.manifest
    change = DatasetSnapshots(settings.data_dir).restore(manifest, dataset, user())
    if change is None:
        click.echo(f"{dataset} is what {manifest.name}:{manifest.version} was trained from")
    else:
        click.echo(f"change {change.change_id}: {len(change.pictures)} pictures")


@dataset.command
@click.argument("change", type=ID)
@with_settings
def undo(settings: StationSettings, change: int) -> None:
    """Undo a change of a dataset, by the number CHANGE."""
    undone = DatasetChanges(settings.data_dir).undo(change, user())
    click.echo(f"{len(undone.pictures)} pictures of {undone.dataset} are as they were before")


def _run_review(settings: StationSettings, job: int | None, dataset: str | None) -> str:
    """Reviews a dataset as a job; gives its name."""

    def parameters() -> ReviewParameters:
        if dataset is None:
            raise click.UsageError("the argument DATASET is missing: name the dataset to review")
        load_pictures(settings, dataset)
        return ReviewParameters(dataset=dataset)

    def run(job_id: int) -> Job:
        return run_review_job(job_id, settings.data_dir, settings.inference.threads)

    finished = run_as_job(settings, KIND, job, parameters, run)
    return ReviewParameters.model_validate(finished.parameters).dataset


def _standing(settings: StationSettings, dataset: str) -> ReviewStanding:
    standing = DatasetFindings(settings.data_dir).standing(dataset)
    assert standing, "a review that succeeded is in the store"
    return standing


def _words(standing: ReviewStanding) -> str:
    lines = [line for finding in standing.findings for line in _lines(finding)]
    lines += standing.not_looked_for
    kept = f", {standing.kept} kept as they are" if standing.kept else ""
    return "\n".join(
        [
            *lines,
            *_bias_lines(standing.bias),
            f"{standing.pictures} pictures, {len(standing.findings)} findings{kept}",
        ]
    )


def _bias_lines(bias: DatasetBias | None) -> Iterator[str]:
    if bias is None:
        return
    yield f"class imbalance {bias.class_imbalance:+.2f} (0: as many normal as anomalous pictures)"
    for attribute in bias.attributes:
        extreme = max(attribute.values, key=lambda value: abs(value.label_difference))
        share = f"{extreme.anomalous} of {extreme.pictures} pictures"
        yield (
            f"labels by {attribute.attribute}: Jensen-Shannon divergence "
            f"{attribute.jensen_shannon:.2f} bit (0: like shares); {share} of {extreme.value} are "
            f"anomalous, {extreme.label_difference:+.2f} against the others"
        )


def _side(finding: OpenFinding, picture_id: int) -> str:
    """Which side of a shortcut the picture stands for."""
    sides = finding.shortcut.sides if finding.shortcut else []
    return "".join(f"  ({side.words})" for side in sides if side.picture == picture_id)


def _lines(finding: OpenFinding) -> list[str]:
    return [
        f"{finding.kind}: {finding.problem}",
        *(
            f"  {picture.picture_id}  {picture.path}{_side(finding, picture.picture_id)}"
            for picture in finding.pictures
        ),
        f"  {finding.evidence}",
        f"  {finding.advice}",
    ]
