"""The model that a command's `--model` names."""

from __future__ import annotations

import click

from okng.device.settings import StationSettings
from okng.models.anomaly_model import AnomalyModel
from okng.models.bundle import Bundle, BundleError, ManifestT, list_bundles
from okng.models.manifest import AnomalyManifest, task_word


def load_model(settings: StationSettings, wanted: str | None) -> AnomalyModel:
    """The model that `find_bundle` finds, loaded.

    Raises:
        click.ClickException: there is no such model, or it can't be used.
    """
    bundle = find_bundle(settings, wanted, AnomalyManifest)
    try:
        return AnomalyModel.load(bundle.path, threads=settings.inference.threads)
    except BundleError as error:
        raise click.ClickException(str(error)) from None


def find_bundle(
    settings: StationSettings, wanted: str | None, kind: type[ManifestT]
) -> Bundle[ManifestT]:
    """The bundle of this task by `NAME[:VERSION]`, the newest version by default, unverified.

    None means the station's only model.

    Raises:
        click.UsageError: there is no such model.
    """
    bundles, _ = list_bundles(settings.data_dir / "models", kind)
    there = {bundle.manifest.name for bundle in bundles}
    name, _, version = (wanted or "").partition(":")
    if not wanted and len(there) == 1:
        name = there.pop()
    matching = [
        bundle
        for bundle in bundles
        if bundle.manifest.name == name and version in ("", str(bundle.manifest.version))
    ]
    if not matching:
        listed = ", ".join(f"{one.manifest.name}:{one.manifest.version}" for one in bundles)
        asked = f"no {task_word(kind)} {wanted!r}" if wanted else "name one with --model"
        raise click.UsageError(f"{asked}; on this station are: {listed or 'none'}")
    return matching[-1]
