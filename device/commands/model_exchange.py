"""`okng model export`, `import`, `trust`, `distrust`, `keys`: models from station to station."""

from __future__ import annotations

from pathlib import Path

import click

from okng.device.commands.arguments import find_bundle, folder_pictures
from okng.device.commands.job_option import job_option, run_as_job
from okng.device.commands.options import NAME, with_settings
from okng.device.jobs.model_import import (
    KIND,
    ModelImportParameters,
    in_words,
    run_model_import_job,
)
from okng.device.model_exchange.export_model import export_model
from okng.device.model_exchange.keys import ModelKeys
from okng.device.settings.settings import StationSettings
from okng.models.bundles.manifest import Manifest
from okng.models.exchange.package import SUFFIX
from okng.models.exchange.receive import receive_package
from okng.models.exchange.signatures import PublicKey


@click.command("export")
@click.argument("version", type=NAME, metavar="VERSION")
@click.argument("target", type=click.Path(path_type=Path))
@click.option(
    "--pictures",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder of reference pictures. Defaults to some of the training pictures.",
)
@with_settings
def export_command(
    settings: StationSettings, version: str, target: Path, pictures: Path | None
) -> None:
    """Write a VERSION (NAME or NAME:VERSION) as a signed package to the file or folder TARGET."""
    bundle = find_bundle(settings, version, Manifest)
    if target.is_dir():
        target /= f"{bundle.manifest.name}-{bundle.manifest.version}{SUFFIX}"
    references = folder_pictures(pictures) if pictures else ()
    description = export_model(settings.data_dir, bundle, target, references)
    click.echo(
        f"{target}: {description.name}:{description.version}, {description.size // 2**20 + 1} MiB, "
        f"{len(description.references)} reference pictures"
    )


@click.command("import")
@click.argument(
    "package", type=click.Path(path_type=Path, exists=True, dir_okay=False), required=False
)
@job_option
@with_settings
def import_command(settings: StationSettings, package: Path | None, job: int | None) -> None:
    """Verify the PACKAGE of another station, try its model, and add it to the models."""
    if job is not None:
        run_as_job(
            settings,
            KIND,
            job,
            _no_parameters,
            lambda number: run_model_import_job(number, settings.data_dir),
        )
        return
    if package is None:
        raise click.UsageError("give the package")
    trusted = ModelKeys(settings.data_dir).trusted()
    received = receive_package(package, settings.data_dir / "models", trusted)
    click.echo(in_words(received))


def _no_parameters() -> ModelImportParameters:
    raise click.UsageError("a job of the store has its own parameters")


@click.command
@click.argument("name", type=NAME)
@click.argument("key")
@with_settings
def trust(settings: StationSettings, name: str, key: str) -> None:
    """Trust the public KEY of the station NAME, so that its models can be imported."""
    ModelKeys(settings.data_dir).trust(name, PublicKey.parse(key))
    click.echo(f"models of {name} are taken from now on")


@click.command
@click.argument("name", type=NAME)
@with_settings
def distrust(settings: StationSettings, name: str) -> None:
    """Stop trusting the key of the station NAME: its models can't be imported any more."""
    ModelKeys(settings.data_dir).distrust(name)
    click.echo(f"models of {name} are not taken any more")


@click.command
@with_settings
def keys(settings: StationSettings) -> None:
    """List the public keys that this station trusts, its own first."""
    for name, key in ModelKeys(settings.data_dir).trusted().items():
        click.echo(f"{key} {name}")
