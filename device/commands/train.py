"""`okng train`: a model from the pictures of a dataset."""

from __future__ import annotations

import os

import click
from pydantic import TypeAdapter, ValidationError

from okng.device.commands.evaluation_table import metric_lines
from okng.device.commands.options import log_to_stderr, with_settings
from okng.device.settings import StationSettings
from okng.device.store.jobs import Job, JobError, JobState, JobStore
from okng.device.training_job import KIND, TrainingParameters, run_training_job
from okng.models.anomaly import DEFAULT_SETTINGS
from okng.models.bundle import Manifest, read_manifest
from okng.models.training.methods import TrainingMethod


@click.command
@click.argument("dataset", required=False)
@click.option("--model", help="Name of the model; by default the dataset's.")
@click.option(
    "--method",
    default=DEFAULT_SETTINGS.type,
    show_default=True,
    help="Anomaly method; `anomalib:NAME` lets anomalib train.",
)
@click.option(
    "--false-reject-rate",
    type=click.FloatRange(0.0001, 0.2),
    default=0.01,
    show_default=True,
    help="Share of good parts that the threshold may reject.",
)
@click.option("--job", type=int, help="Do this job of the store (used by the pages).")
@with_settings
def train(
    settings: StationSettings,
    dataset: str | None,
    model: str | None,
    method: str,
    false_reject_rate: float,
    job: int | None,
) -> None:
    """Train a model from a DATASET of this station: at least 20 normal pictures."""
    log_to_stderr(settings.log_level)
    jobs = JobStore(settings.data_dir)
    jobs.fail_interrupted()
    if job is None:
        if dataset is None:
            raise click.UsageError("name the dataset to train from")
        job = _create(jobs, dataset, model or dataset, method, false_reject_rate)
    try:
        done = run_training_job(
            job,
            settings.data_dir,
            threads=os.cpu_count() or 1,
            train_environment=settings.train_environment,
        )
    except JobError as error:
        raise click.ClickException(str(error)) from None
    if done.state is not JobState.SUCCEEDED:
        raise click.ClickException(f"{done.state}: {done.message}")
    _print_result(settings, done)


def _create(jobs: JobStore, dataset: str, model: str, method: str, rate: float) -> int:
    try:
        parameters = TrainingParameters(
            dataset=dataset,
            model=model,
            method=TypeAdapter(TrainingMethod).validate_python({"type": method}),
            allowed_false_reject_rate=rate,
        )
    except ValidationError as error:
        first = error.errors()[0]
        raise click.UsageError(f"{first['msg']} (given: {first['input']!r})") from None
    user = os.environ.get("USER", "console")
    return jobs.create(KIND, parameters.model_dump(mode="json"), user).job_id


def _print_result(settings: StationSettings, job: Job) -> None:
    assert job.result
    path = settings.data_dir / "models" / str(job.result["name"]) / str(job.result["version"])
    print_figures(read_manifest(path))


def print_figures(manifest: Manifest) -> None:
    """What a new version is worth."""
    click.echo(f"{manifest.name} version {manifest.version}: threshold {manifest.threshold:.4f}")
    if rejects := manifest.false_rejects:
        low, high = rejects.interval.low * 1000, rejects.interval.high * 1000
        click.echo(
            f"of 1,000 good parts about {rejects.expected_rate * 1000:.1f} will be rejected, "
            f"between {low:.1f} and {high:.1f} with 95 % confidence"
        )
    if manifest.metrics:
        click.echo("\n".join(metric_lines(manifest.metrics)))
    else:
        click.echo("no anomalous pictures: what the model catches is not known")
