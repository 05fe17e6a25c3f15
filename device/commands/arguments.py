"""What the arguments of commands name: a model, a dataset, a folder of pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from okng.device.datasets.store import DatasetStore
from okng.device.settings.settings import StationSettings
from okng.device.types import DatasetPicture
from okng.models.bundles.bundle import Bundle, ManifestT, list_bundles
from okng.models.bundles.manifest import AnomalyManifest, task_word
from okng.models.images.image_files import IMAGE_SUFFIXES
from okng.models.inference.anomaly_model import AnomalyModel


def load_model(settings: StationSettings, model: str | None) -> AnomalyModel:
    """The model that `find_bundle` finds, loaded.

    Raises:
        click.UsageError: there is no such model.
        okng.models.bundles.bundle.BundleError: it can't be used.
    """
    bundle = find_bundle(settings, model, AnomalyManifest)
    return AnomalyModel.load(bundle.path, threads=settings.inference.threads)


def find_bundle(
    settings: StationSettings, model: str | None, kind: type[ManifestT]
) -> Bundle[ManifestT]:
    """The bundle of this task by `NAME[:VERSION]`, the newest version by default, unverified.

    None means the station's only model.

    Raises:
        click.UsageError: there is no such model.
    """
    bundles, _ = list_bundles(settings.data_dir / "models", kind)
    names = {bundle.manifest.name for bundle in bundles}
    name, _, version = (model or "").partition(":")
    if not model and len(names) == 1:
        name = names.pop()
    matching = [
        bundle
        for bundle in bundles
        if bundle.manifest.name == name and version in ("", str(bundle.manifest.version))
    ]
    if not matching:
        raise click.UsageError(_which_model(settings, model, kind, bundles))
    return matching[-1]


def _which_model(
    settings: StationSettings,
    model: str | None,
    kind: type[ManifestT],
    bundles: Sequence[Bundle[ManifestT]],
) -> str:
    """What to do about a model that isn't there or isn't named."""
    if not bundles:
        return (
            f"this station (data directory {settings.data_dir}) has no {task_word(kind)} yet; "
            "train or import one first"
        )
    listed = ", ".join(f"{bundle.manifest.name}:{bundle.manifest.version}" for bundle in bundles)
    if model is None:
        return f"this station has several models: say which one you mean. There are: {listed}"
    return f"there is no {task_word(kind)} {model!r}; there are: {listed}"


def load_pictures(settings: StationSettings, dataset: str) -> list[DatasetPicture]:
    """The pictures of a dataset.

    Raises:
        click.UsageError: it has none.
    """
    store = DatasetStore(settings.data_dir)
    pictures = store.pictures(dataset)
    if not pictures:
        names = ", ".join(store.names())
        raise click.UsageError(
            f"there is no dataset {dataset!r} with pictures; there are: {names or 'none'}"
        )
    return pictures


def folder_pictures(folder: Path) -> list[Path]:
    """The picture files in a folder and those in it, by name.

    Raises:
        click.UsageError: there are none.
    """
    pictures = sorted(path for path in folder.rglob("*") if path.suffix.lower() in IMAGE_SUFFIXES)
    if not pictures:
        raise click.UsageError(
            f"no pictures in {folder}; allowed are {', '.join(sorted(IMAGE_SUFFIXES))}"
        )
    return pictures
