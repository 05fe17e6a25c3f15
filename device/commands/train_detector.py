"""`okng train-detector`: a detector from the boxes of a dataset's pictures."""

from __future__ import annotations

import os
from pathlib import Path

import click
from pydantic import ValidationError

from okng.device.commands.arguments import find_bundle, load_pictures
from okng.device.commands.job_option import job_option, run_as_job
from okng.device.commands.options import NAME, with_settings
from okng.device.jobs.detector_training import (
    KIND,
    DetectorTrainingParameters,
    run_detector_training_job,
)
from okng.device.jobs.store import Job
from okng.device.settings.settings import StationSettings
from okng.models.bundles.bundle import read_manifest
from okng.models.bundles.manifest import DetectionManifest
from okng.models.training.detection.initial_network import InitialNetwork, network_in
from okng.models.training.request import TrainingError
from okng.models.validation_words import explain_first

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False, resolve_path=True)


@click.command("train-detector")
@click.argument("dataset", type=NAME, required=False)
@click.option(
    "--name", type=NAME, help="Name of the new detector. Defaults to the name of the dataset."
)
@click.option(
    "--weights", type=_FILE, help="Darknet weights to start from, such as yolov4-tiny.weights."
)
@click.option(
    "--cfg", type=_FILE, help="Darknet .cfg file. Defaults to the one beside the .weights file."
)
@click.option(
    "--from",
    "begin",
    type=NAME,
    metavar="NAME[:VERSION]",
    help="Start from a detector of this station.",
)
@click.option("--epochs", type=int, default=80, show_default=True, help="Largest number of epochs.")
@click.option("--batch-size", type=int, default=8, show_default=True, help="Pictures in a batch.")
@click.option(
    "--input-size",
    type=(int, int),
    help="Height and width of the network input. Defaults to those of the .cfg file.",
)
@click.option("--mirror", is_flag=True, help="Augment with mirrored pictures.")
@click.option("--quarter-turns", is_flag=True, help="Augment with turns by 90 degrees.")
@job_option
@with_settings
def train_detector_command(
    settings: StationSettings,
    dataset: str | None,
    name: str | None,
    weights: Path | None,
    cfg: Path | None,
    begin: str | None,
    epochs: int,
    batch_size: int,
    input_size: tuple[int, int] | None,
    mirror: bool,
    quarter_turns: bool,
    job: int | None,
) -> None:
    """Fine-tune a detector on the boxes of a DATASET."""

    def parameters() -> DetectorTrainingParameters:
        if dataset is None:
            raise click.UsageError("name the dataset to train from")
        load_pictures(settings, dataset)
        network = _network(settings, cfg, weights, begin)
        height, width = input_size or (None, None)
        try:
            return DetectorTrainingParameters(
                dataset=dataset,
                model=name or dataset,
                **network.model_dump(),
                epochs=epochs,
                batch_size=batch_size,
                input_height=height,
                input_width=width,
                mirror=mirror,
                quarter_turns=quarter_turns,
            )
        except ValidationError as error:
            raise click.UsageError(explain_first(error)) from None

    def run(job_id: int) -> Job:
        threads = os.cpu_count() or 1
        return run_detector_training_job(
            job_id, settings.data_dir, threads, settings.train_environment
        )

    _print_result(settings, run_as_job(settings, KIND, job, parameters, run))


def _network(
    settings: StationSettings, cfg: Path | None, weights: Path | None, begin: str | None
) -> InitialNetwork:
    """The files to begin with, and the classes that their network tells apart already."""
    if begin is None:
        if weights is None:
            raise click.UsageError(
                "say what to start from: --weights and --cfg, such as yolov4-tiny's, or --from "
                "with a detector of this station"
            )
        cfg = cfg or weights.with_suffix(".cfg")
        if not cfg.is_file():
            raise click.UsageError(f"there is no {cfg}: give the .cfg file with --cfg")
        return InitialNetwork(cfg=cfg, weights=weights)
    if weights or cfg:
        raise click.UsageError("--from brings its own .cfg and .weights; give no others")
    try:
        return network_in(find_bundle(settings, begin, DetectionManifest))
    except TrainingError as error:
        raise click.UsageError(str(error)) from None


def _print_result(settings: StationSettings, job: Job) -> None:
    assert job.result
    path = settings.data_dir / "models" / str(job.result["name"]) / str(job.result["version"])
    manifest = read_manifest(path, DetectionManifest)
    training = manifest.training
    assert training, "a detector that was trained has the record of it"
    metrics = training.metrics
    click.echo(
        f"{manifest.name} version {manifest.version}: the best of {training.epochs} epochs is "
        f"{training.best_epoch}"
    )
    click.echo(
        f"on {metrics.pictures} pictures that it never saw: mAP@0.5 {_shown(metrics.map_50)}, "
        f"mAP@0.5:0.95 {_shown(metrics.map_50_95)}"
    )
    for row in metrics.classes:
        click.echo(
            f"  {row.name}: {_shown(row.ap_50)} and {_shown(row.ap_50_95)} of {row.boxes} boxes"
        )
    for warning in manifest.warnings:
        click.echo(f"warning: {warning}")
    click.echo(f"try it on a picture: okng detect {manifest.name} PICTURE")


def _shown(figure: float | None) -> str:
    return "unknown" if figure is None else f"{figure:.3f}"
