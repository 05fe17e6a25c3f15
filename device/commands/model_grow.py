"""`okng model grow`: a model version learns the new pictures of a dataset."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import click

from okng.device.commands.arguments import find_bundle
from okng.device.commands.job_option import job_option, run_as_job
from okng.device.commands.options import NAME, with_settings
from okng.device.commands.train import print_figures
from okng.device.datasets.store import DatasetStore
from okng.device.jobs.incremental_training import KIND, GrowingParameters, run_growing_job
from okng.device.jobs.store import Job
from okng.device.jobs.training import training_pictures
from okng.device.settings.settings import StationSettings
from okng.device.types import ModelReference
from okng.models.bundles.bundle import read_manifest
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.bundles.training_records import IncrementalTrainingRecord
from okng.models.training.anomaly.full_training_comparison import (
    FullTrainingComparison,
    compare_with_full_training,
)
from okng.models.training.request import TrainingError


@click.command
@click.argument("version", type=NAME, required=False)
@click.option(
    "--dataset",
    type=NAME,
    help="Dataset to train on. Defaults to the one with the name of the model.",
)
@click.option(
    "--compare", is_flag=True, help="Also train on all pictures, and compare the two models."
)
@job_option
@with_settings
def grow(
    settings: StationSettings,
    version: str | None,
    dataset: str | None,
    compare: bool,
    job: int | None,
) -> None:
    """Train the next version of VERSION (NAME or NAME:VERSION) on a dataset's new pictures."""
    seconds = 0.0

    def run(job_id: int) -> Job:
        nonlocal seconds
        start = time.perf_counter()
        finished = run_growing_job(job_id, settings.data_dir, os.cpu_count() or 1)
        seconds = time.perf_counter() - start
        return finished

    finished = run_as_job(settings, KIND, job, lambda: _parameters(settings, version, dataset), run)
    manifest = _manifest_of(settings, finished)
    print_figures(manifest)
    assert manifest.growth
    click.echo("\n".join(_growth_lines(manifest, manifest.growth)))
    if compare:
        parameters = GrowingParameters.model_validate(finished.parameters)
        full = _train_from_all(settings, manifest, parameters.dataset)
        click.echo("\n".join(_comparison_lines(manifest, seconds, full)))


def _parameters(
    settings: StationSettings, version: str | None, dataset: str | None
) -> GrowingParameters:
    manifest = find_bundle(settings, version, AnomalyManifest).manifest
    datasets = DatasetStore(settings.data_dir).names()
    dataset = dataset or manifest.name
    if dataset not in datasets:
        raise click.UsageError(
            f"there is no dataset {dataset!r}; there are: {', '.join(datasets) or 'none'}"
        )
    return GrowingParameters(
        model=ModelReference(name=manifest.name, version=manifest.version), dataset=dataset
    )


def _manifest_of(settings: StationSettings, job: Job) -> AnomalyManifest:
    assert job.result
    folder = settings.data_dir / "models" / str(job.result["name"])
    return read_manifest(folder / str(job.result["version"]), AnomalyManifest)


def _growth_lines(manifest: AnomalyManifest, growth: IncrementalTrainingRecord) -> Iterator[str]:
    """How the grown version differs, a sentence each."""
    yield (
        f"grown from version {growth.version}: {growth.added} normal pictures learnt besides its "
        f"{growth.learnt}, which were not read again"
    )
    yield f"threshold {growth.threshold_before:.4f} -> {manifest.threshold:.4f}"
    if rejects := manifest.false_rejects:
        before, after = growth.expected_reject_rate_before, rejects.expected_rate
        yield f"good parts rejected of 1,000: {before * 1000:.1f} -> {after * 1000:.1f}"
    yield f"scores of good parts like the old ones: {growth.good_score_ratio - 1:+.1%}"
    if growth.anomaly_score_ratio is not None:
        yield f"scores of anomalous pictures: {growth.anomaly_score_ratio - 1:+.1%}"
    if growth.auroc_before is not None and growth.auroc is not None:
        yield (
            f"AUROC of the new normal pictures against the anomalous ones: "
            f"{growth.auroc_before:.4f} -> {growth.auroc:.4f}"
        )
    if bank := growth.bank:
        yield (
            f"memory bank: {bank.before} -> {bank.after} vectors, {bank.kept} of them kept, "
            f"{bank.before - bank.kept} dropped, {bank.after - bank.kept} new"
        )
    yield f"{len(growth.changed)} pictures changed sides"
    for picture in growth.changed:
        scores = f"{picture.score_before:.4f} -> {picture.score:.4f}"
        now = "OK" if picture.score <= manifest.threshold else "NG"
        yield f"  {picture.name} ({picture.label}): {scores}, now {now}"
    yield from (f"warning: {warning}" for warning in manifest.warnings)


def _train_from_all(
    settings: StationSettings, manifest: AnomalyManifest, dataset: str
) -> FullTrainingComparison:
    pictures = DatasetStore(settings.data_dir).pictures(dataset)
    labelled = training_pictures(pictures, settings.data_dir)
    root, threads = settings.data_dir / "models", os.cpu_count() or 1
    try:
        return compare_with_full_training(manifest, root, labelled, threads)
    except TrainingError as error:
        raise click.ClickException(
            f"no training from all pictures to compare with: {error}"
        ) from error


def _comparison_lines(
    manifest: AnomalyManifest, seconds: float, full: FullTrainingComparison
) -> Iterator[str]:
    yield f"a training from all pictures: {full.seconds:.1f} s instead of {seconds:.1f} s, not kept"
    yield f"  its threshold {full.threshold:.4f}, the grown version's {manifest.threshold:.4f}"
    if full.image_auroc is not None and manifest.metrics:
        grown = manifest.metrics.image_auroc
        yield f"  its AUROC {full.image_auroc:.4f}, the grown version's {grown:.4f}"
    yield (
        f"  {full.called_otherwise} of {full.pictures} pictures are called otherwise, "
        "each by a model that had not seen it"
    )
