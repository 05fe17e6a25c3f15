"""`okng train`: a model from the pictures of a dataset."""

from __future__ import annotations

import os
import re
from typing import Any

import click
from pydantic import TypeAdapter, ValidationError

from okng.device.commands.evaluation_table import metric_lines
from okng.device.commands.job_end import succeeded
from okng.device.commands.options import log_to_stderr, with_settings
from okng.device.settings import StationSettings
from okng.device.store.jobs import Job, JobStore
from okng.device.training_job import KIND, TrainingParameters, run_training_job
from okng.models.anomaly import DEFAULT_SETTINGS
from okng.models.anomaly.tiling import DEFAULT_INPUT_PX
from okng.models.augmentation import Augmentation
from okng.models.bundle import read_manifest
from okng.models.manifest import AnomalyManifest
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
@click.option(
    "--size",
    type=int,
    default=DEFAULT_INPUT_PX,
    show_default=True,
    help="Pixels of the model's input, both ways; with --tiles of each tile. 224 to 1024.",
)
@click.option("--tiles", metavar="ROWSxCOLUMNS", help="Cut large pictures, such as 3x4.")
@click.option(
    "--smallest-defect",
    type=float,
    metavar="PX",
    help="Pixels of the smallest defect that must be found: chooses size and tiles.",
)
@click.option("--quarter-turns", is_flag=True, help="Learn each picture turned by 90 degrees too.")
@click.option("--tilt", type=float, default=0, metavar="DEGREES", help="And by up to this angle.")
@click.option("--mirror", is_flag=True, help="And mirrored.")
@click.option("--light", is_flag=True, help="And brighter and darker.")
@click.option(
    "--copies", type=int, default=4, show_default=True, help="Such copies of each picture."
)
@click.option("--job", type=int, help="Do this job of the store (used by the pages).")
@with_settings
def train(
    settings: StationSettings,
    /,
    dataset: str | None,
    model: str | None,
    job: int | None,
    **options: Any,
) -> None:
    """Train a model from a DATASET of this station: at least 20 normal pictures."""
    log_to_stderr(settings.log_level)
    jobs = JobStore(settings.data_dir)
    jobs.fail_interrupted()
    if job is None:
        if dataset is None:
            raise click.UsageError("name the dataset to train from")
        parameters = _parameters(dataset, model or dataset, **options)
        user = os.environ.get("USER", "console")
        job = jobs.create(KIND, parameters.model_dump(mode="json"), user).job_id
    threads = os.cpu_count() or 1
    done = succeeded(
        lambda: run_training_job(job, settings.data_dir, threads, settings.train_environment)
    )
    _print_result(settings, done)


def _parameters(
    dataset: str,
    model: str,
    *,
    method: str,
    false_reject_rate: float,
    size: int,
    tiles: str | None,
    smallest_defect: float | None,
    quarter_turns: bool,
    tilt: float,
    mirror: bool,
    light: bool,
    copies: int,
) -> TrainingParameters:
    rows, columns = _rows_and_columns(tiles) if tiles else (1, 1)
    try:
        return TrainingParameters(
            dataset=dataset,
            model=model,
            method=TypeAdapter(TrainingMethod).validate_python({"type": method}),
            allowed_false_reject_rate=false_reject_rate,
            input_height=size,
            input_width=size,
            tile_rows=rows,
            tile_columns=columns,
            smallest_defect_px=smallest_defect,
            augmentation=Augmentation(
                quarter_turns=quarter_turns,
                tilt_degrees=tilt,
                mirror=mirror,
                light=light,
                copies=copies,
            ),
        )
    except ValidationError as error:
        first = error.errors()[0]
        given = "" if isinstance(first["input"], dict) else f" (given: {first['input']!r})"
        raise click.UsageError(f"{first['msg']}{given}") from None


def _rows_and_columns(tiles: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d+)x(\d+)", tiles)
    if not found:
        raise click.UsageError(f"--tiles is {tiles!r}; needed are rows x columns, such as 3x4")
    return int(found[1]), int(found[2])


def _print_result(settings: StationSettings, job: Job) -> None:
    assert job.result
    path = settings.data_dir / "models" / str(job.result["name"]) / str(job.result["version"])
    print_figures(read_manifest(path, AnomalyManifest))


def print_figures(manifest: AnomalyManifest) -> None:
    """What a new version is worth."""
    click.echo(f"{manifest.name} version {manifest.version}: threshold {manifest.threshold:.4f}")
    click.echo(f"input: {manifest.tiling}")
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
    for warning in manifest.warnings:
        click.echo(f"warning: {warning}")
