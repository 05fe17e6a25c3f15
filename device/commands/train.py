"""`okng train`: a model from the pictures of a dataset, or of a folder."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import click
from pydantic import TypeAdapter, ValidationError

from okng.device.commands.arguments import load_pictures
from okng.device.commands.dataset_import import dataset_name, import_into, pictures_option, show
from okng.device.commands.evaluation_table import metric_lines, pixel_lines
from okng.device.commands.job_option import job_option, run_as_job
from okng.device.commands.options import NAME, FiniteFloat, false_reject_rate_option, with_settings
from okng.device.datasets.sources.remote import scheme_of
from okng.device.datasets.store import DatasetStore
from okng.device.jobs.store import Job
from okng.device.jobs.training import KIND, TrainingParameters, run_training_job
from okng.device.settings.settings import StationSettings
from okng.models.anomaly import DEFAULT_SETTINGS
from okng.models.anomaly.augmentation import Augmentation
from okng.models.anomaly.tiling import DEFAULT_INPUT_PX
from okng.models.bundles.bundle import read_manifest
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.names import normalized
from okng.models.training.methods import TrainingMethod
from okng.models.validation_words import explain_first


@click.command
@click.argument("dataset", required=False)
@click.option(
    "--name",
    type=NAME,
    help="Dataset that the pictures of a folder, zip or manifest are imported into. Defaults to "
    "its name.",
)
@pictures_option
@click.option(
    "--model", type=NAME, help="Name of the new model. Defaults to the name of the dataset."
)
@click.option(
    "--method",
    default=DEFAULT_SETTINGS.type,
    show_default=True,
    help="Anomaly detection method. `anomalib:NAME` trains one of anomalib's models.",
)
@false_reject_rate_option
@click.option(
    "--size",
    type=int,
    default=DEFAULT_INPUT_PX,
    show_default=True,
    help="Width and height of the model input in pixels, or of each tile: 224 to 1024.",
)
@click.option("--tiles", metavar="ROWSxCOLUMNS", help="Cut large pictures into tiles, such as 3x4.")
@click.option(
    "--smallest-defect",
    type=FiniteFloat(),
    metavar="PX",
    help="Size of the smallest defect to find, in pixels. Chooses --size and --tiles.",
)
@click.option("--quarter-turns", is_flag=True, help="Augment with turns by 90 degrees.")
@click.option(
    "--tilt",
    type=FiniteFloat(),
    default=0,
    metavar="DEGREES",
    help="Augment with turns by up to this angle.",
)
@click.option("--mirror", is_flag=True, help="Augment with mirrored pictures.")
@click.option("--light", is_flag=True, help="Augment with brighter and darker pictures.")
@click.option(
    "--copies",
    type=int,
    default=4,
    show_default=True,
    help="Number of augmented copies of each picture.",
)
@job_option
@with_settings
def train(
    settings: StationSettings,
    /,
    dataset: str | None,
    name: str | None,
    pictures: Path | None,
    model: str | None,
    job: int | None,
    **options: Any,
) -> None:
    """Train an anomaly model on a DATASET with at least 20 normal pictures.

    Instead of a dataset, name a folder, a zip or a manifest of labelled pictures: they are imported
    into a dataset first, as `okng dataset import` does.
    """

    def parameters() -> TrainingParameters:
        if dataset is None:
            raise click.UsageError("name the dataset to train from")
        is_source = _is_source(settings, dataset)
        if not is_source and (name or pictures):
            raise click.UsageError(f"--name and --pictures are for a folder; {dataset} is none")
        chosen_name = (name or dataset_name(dataset)) if is_source else normalized(dataset)
        chosen = _parameters(chosen_name, model or chosen_name, **options)
        if is_source:
            show(import_into(settings, dataset, chosen_name, pictures))
        load_pictures(settings, chosen_name)
        return chosen

    def run(job_id: int) -> Job:
        threads = os.cpu_count() or 1
        return run_training_job(job_id, settings.data_dir, threads, settings.train_environment)

    _print_result(settings, run_as_job(settings, KIND, job, parameters, run))


def _is_source(settings: StationSettings, dataset: str) -> bool:
    """Whether it is a folder or file and no dataset; `./cells` never means the dataset."""
    if dataset in DatasetStore(settings.data_dir).names():
        return False
    return scheme_of(dataset) is not None or "/" in dataset or Path(dataset).exists()


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
        raise click.UsageError(explain_first(error)) from None


def _rows_and_columns(tiles: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d+)x(\d+)", tiles)
    if not match:
        raise click.UsageError(f"--tiles is {tiles!r}; give rows x columns, such as 3x4")
    return int(match[1]), int(match[2])


def _print_result(settings: StationSettings, job: Job) -> None:
    assert job.result
    path = settings.data_dir / "models" / str(job.result["name"]) / str(job.result["version"])
    print_figures(read_manifest(path, AnomalyManifest))


def print_figures(manifest: AnomalyManifest) -> None:
    """Prints the figures of a new version."""
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
    if manifest.pixels:
        click.echo("\n".join(pixel_lines(manifest.pixels)))
    for warning in manifest.warnings:
        click.echo(f"warning: {warning}")
