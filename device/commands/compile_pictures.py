"""The pictures that builds are calibrated on, proven and measured with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from okng.device.commands.dataset_choice import folder_pictures, load_pictures
from okng.device.settings import StationSettings
from okng.device.store.datasets import DatasetStore
from okng.device.types import DatasetPicture, Label, Split
from okng.models.compilation.pictures import BuildPictures
from okng.models.detection.training_record import DetectorTraining
from okng.models.manifest import AnomalyManifest, DetectionManifest, Manifest

Command = TypeVar("Command", bound=Callable[..., Any])


def picture_options(command: Command) -> Command:
    """Gives a command `--dataset` and `--pictures`, as `compile_pictures` takes them."""
    dataset = click.option(
        "--dataset", help="Take its pictures, INT8 its normal ones; by default the model's own."
    )
    folder = click.option(
        "--pictures",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        help="Take this folder of pictures of good parts.",
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
    paths = [[settings.data_dir / one.path for one in side] for side in (usual, others)]
    return BuildPictures.of(*paths)


def _of_model(settings: StationSettings, manifest: AnomalyManifest) -> list[DatasetPicture]:
    """Those of the model's dataset that are still on this station, in the model's order."""
    hashes = [one.sha256 for one in manifest.dataset]
    there = DatasetStore(settings.data_dir).with_hashes(hashes)
    found = [there[one] for one in hashes if one in there]
    if not _dealt(found)[0]:
        wanted = sum(one.label == "normal" for one in manifest.dataset)
        raise click.UsageError(
            f"none of the {wanted} normal pictures that {manifest.name}:{manifest.version} has "
            "learnt is in a dataset of this station; name others with --dataset or --pictures"
        )
    return found


def _learnt(
    settings: StationSettings, manifest: DetectionManifest, training: DetectorTraining
) -> list[DatasetPicture]:
    """What a detector was fine-tuned on, as far as it is still on this station."""
    hashes = [one.sha256 for one in training.dataset if one.use == "learnt"]
    there = DatasetStore(settings.data_dir).with_hashes(hashes)
    if not there:
        raise click.UsageError(
            f"none of the {len(hashes)} pictures that {manifest.name}:{manifest.version} has "
            "learnt is in a dataset of this station; name others with --dataset or --pictures"
        )
    return [there[one] for one in hashes if one in there]


def _dealt(
    pictures: Sequence[DatasetPicture],
) -> tuple[list[DatasetPicture], list[DatasetPicture]]:
    """Normal ones to learn from, and all others."""
    usual = [one for one in pictures if one.label is Label.NORMAL and one.split is not Split.TEST]
    return usual, [one for one in pictures if one not in usual]
