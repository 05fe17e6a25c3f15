"""`okng model grow`: a model version learns the new pictures of a dataset."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import click

from okng.device.commands.job_end import succeeded
from okng.device.commands.model_choice import find_bundle
from okng.device.commands.options import log_to_stderr, user, with_settings
from okng.device.commands.train import print_figures
from okng.device.growing_job import KIND, GrowingParameters, run_growing_job
from okng.device.settings import StationSettings
from okng.device.store.datasets import DatasetStore
from okng.device.store.jobs import Job, JobStore
from okng.device.training_job import training_pictures
from okng.device.types import ModelReference
from okng.models.bundle import read_manifest
from okng.models.growth import Growth
from okng.models.manifest import AnomalyManifest
from okng.models.training.full_comparison import FullTraining, compare_with_full_training
from okng.models.training.request import TrainingError


@click.command
@click.argument("version", required=False)
@click.option("--dataset", help="By default the one that has the model's name.")
@click.option("--compare", is_flag=True, help="Train from all pictures too, and compare.")
@click.option("--job", type=int, help="Do this job of the store (used by the pages).")
@with_settings
def grow(
    settings: StationSettings,
    version: str | None,
    dataset: str | None,
    compare: bool,
    job: int | None,
) -> None:
    """Learn a dataset's new pictures into the next version of VERSION (NAME or NAME:VERSION)."""
    log_to_stderr(settings.log_level)
    jobs = JobStore(settings.data_dir)
    jobs.fail_interrupted()
    if job is None:
        job = _create(settings, jobs, version, dataset)
    start = time.perf_counter()
    threads = os.cpu_count() or 1
    done = succeeded(lambda: run_growing_job(job, settings.data_dir, threads))
    seconds = time.perf_counter() - start
    manifest = _manifest_of(settings, done)
    print_figures(manifest)
    assert manifest.growth
    click.echo("\n".join(_growth_lines(manifest, manifest.growth)))
    if compare:
        parameters = GrowingParameters.model_validate(done.parameters)
        full = _train_from_all(settings, manifest, parameters.dataset)
        click.echo("\n".join(_comparison_lines(manifest, seconds, full)))


def _create(
    settings: StationSettings, jobs: JobStore, version: str | None, dataset: str | None
) -> int:
    manifest = find_bundle(settings, version, AnomalyManifest).manifest
    known = [summary.name for summary in DatasetStore(settings.data_dir).summaries()]
    dataset = dataset or manifest.name
    if dataset not in known:
        raise click.UsageError(
            f"there is no dataset {dataset!r}; there are: {', '.join(known) or 'none'}"
        )
    parameters = GrowingParameters(
        model=ModelReference(name=manifest.name, version=manifest.version), dataset=dataset
    )
    return jobs.create(KIND, parameters.model_dump(mode="json"), user()).job_id


def _manifest_of(settings: StationSettings, job: Job) -> AnomalyManifest:
    assert job.result
    folder = settings.data_dir / "models" / str(job.result["name"])
    return read_manifest(folder / str(job.result["version"]), AnomalyManifest)


def _growth_lines(manifest: AnomalyManifest, growth: Growth) -> Iterator[str]:
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
    for one in growth.changed:
        now = "OK" if one.score <= manifest.threshold else "NG"
        yield f"  {one.name} ({one.label}): {one.score_before:.4f} -> {one.score:.4f}, now {now}"
    yield from (f"warning: {warning}" for warning in manifest.warnings)


def _train_from_all(
    settings: StationSettings, manifest: AnomalyManifest, dataset: str
) -> FullTraining:
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
    manifest: AnomalyManifest, seconds: float, full: FullTraining
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
