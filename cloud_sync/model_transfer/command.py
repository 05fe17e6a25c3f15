"""`okng model push` and `pull`: models by way of the bucket."""

from __future__ import annotations

import click

from okng.cloud_sync.model_transfer.packages import open_packages
from okng.device.commands.arguments import find_bundle
from okng.device.commands.options import NAME, with_settings
from okng.device.jobs.model_import import in_words
from okng.device.settings.settings import StationSettings
from okng.device.types import ModelReference
from okng.models.bundles.manifest import Manifest


class _Version(click.ParamType[ModelReference]):
    """A model's version, `NAME:VERSION`."""

    name = "version"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> ModelReference:
        """The reference; fails for anything else."""
        name, _, version = str(value).partition(":")
        try:
            return ModelReference(name=name, version=int(version))
        except ValueError:
            self.fail(f"{value!r} is not NAME:VERSION, such as discs:4", param, ctx)


@click.command
@click.argument("version", type=NAME, metavar="VERSION")
@with_settings
def push(settings: StationSettings, version: str) -> None:
    """Put a VERSION (NAME or NAME:VERSION) into the bucket, as a signed package."""
    bundle = find_bundle(settings, version, Manifest)
    key = open_packages(settings).push(bundle)
    click.echo(f"{bundle.manifest.name}:{bundle.manifest.version} is in the bucket as {key}")


@click.command
@click.argument("version", metavar="NAME:VERSION", type=_Version())
@click.option(
    "--key",
    help="Where the package is, below the prefix of the settings. Defaults to where push puts it.",
)
@with_settings
def pull(settings: StationSettings, version: ModelReference, key: str | None) -> None:
    """Fetch NAME:VERSION from the bucket, try it, and add it to the models."""
    click.echo(in_words(open_packages(settings).pull(version, key)))
