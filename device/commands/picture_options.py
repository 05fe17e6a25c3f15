"""The pictures that builds are calibrated on, proven and measured with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from okng.device.commands.arguments import folder_pictures, load_pictures
from okng.device.commands.options import NAME
from okng.device.datasets.store import DatasetStore
from okng.device.settings.settings import StationSettings
from okng.device.types import DatasetPicture, Label, Split
from okng.models.bundles.manifest import AnomalyManifest, DetectionManifest, Manifest
from okng.models.bundles.training_records import DetectorTrainingRecord
from okng.models.compilation.calibration_pictures import BuildPictures

Command = TypeVar("Command", bound=Callable[..., Any])


def picture_options(command: Command) -> Command:
    """Gives a command `--dataset` and `--pictures`, as `compile_pictures` takes them."""
    dataset = click.option(
        "--dataset",
        type=NAME,
        help="Dataset whose pictures verify the builds and calibrate INT8 ones. Defaults to the "
        "dataset that the model was trained on.",
    )
    folder = click.option(
        "--pictures",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        help="Folder of pictures of good parts, instead of a dataset.",
    )
    return dataset(folder(command))


def compile_pictures(
    settings: StationSettings, manifest: Manifest, dataset: str | None, folder: Path | None
) -> BuildPictures:
    """Those of a dataset or a folder; by default those that the model has learnt from.

    Raises:
        click.UsageError: there are none, or the model's own are no longer on this station.
    """
    if dataset is not None and folder is not None:
        raise click.UsageError(f"give the dataset {dataset!r} or the folder {folder}, not both")
    if folder is not None:
        return BuildPictures.of(folder_pictures(folder))
    if dataset is not None:
        pictures = load_pictures(settings, dataset)
    elif isinstance(manifest, AnomalyManifest):
        pictures = _of_model(settings, manifest)
    elif isinstance(manifest, DetectionManifest) and manifest.training:
        pictures = _learnt(settings, manifest, manifest.training)
    else:
        raise click.UsageError(
            f"{manifest.name} came without pictures; name some of the station's with --dataset or "
            "--pictures, which show what it looks for"
        )
    usual, others = _dealt(pictures) if isinstance(manifest, AnomalyManifest) else (pictures, [])
    if not usual:
        raise click.UsageError(
            f"the dataset {dataset!r} has no normal picture to learn from; name another one"
        )
    paths = [[settings.data_dir / picture.path for picture in side] for side in (usual, others)]
    return BuildPictures.of(*paths)


def _of_model(settings: StationSettings, manifest: AnomalyManifest) -> list[DatasetPicture]:
    """Those of the model's dataset that are still on this station, in the model's order."""
    hashes = [image.sha256 for image in manifest.dataset]
    stored = DatasetStore(settings.data_dir).with_hashes(hashes)
    pictures = [stored[sha256] for sha256 in hashes if sha256 in stored]
    if not _dealt(pictures)[0]:
        normal = sum(image.label == "normal" for image in manifest.dataset)
        raise click.UsageError(
            f"none of the {normal} normal pictures that {manifest.name}:{manifest.version} has "
            "learnt is in a dataset of this station; name others with --dataset or --pictures"
        )
    return pictures


def _learnt(
    settings: StationSettings, manifest: DetectionManifest, training: DetectorTrainingRecord
) -> list[DatasetPicture]:
    """What a detector was fine-tuned on, as far as it is still on this station."""
    hashes = [image.sha256 for image in training.dataset if image.use == "learnt"]
    stored = DatasetStore(settings.data_dir).with_hashes(hashes)
    if not stored:
        raise click.UsageError(
            f"none of the {len(hashes)} pictures that {manifest.name}:{manifest.version} has "
            "learnt is in a dataset of this station; name others with --dataset or --pictures"
        )
    return [stored[sha256] for sha256 in hashes if sha256 in stored]


def _dealt(
    pictures: Sequence[DatasetPicture],
) -> tuple[list[DatasetPicture], list[DatasetPicture]]:
    """Normal ones to learn from, and all others."""
    usual = [
        picture
        for picture in pictures
        if picture.label is Label.NORMAL and picture.split is not Split.TEST
    ]
    return usual, [picture for picture in pictures if picture not in usual]
