"""`okng dataset preparation` and `prepare`: the steps before a model sees a picture."""

from __future__ import annotations

from pathlib import Path

import click

from okng.device.commands.arguments import load_pictures
from okng.device.commands.options import ID, NAME, user, with_settings
from okng.device.datasets.preparation_files import PreparationFormat, file_text
from okng.device.datasets.preparations import PreparationStore, PreparationVersion
from okng.device.datasets.prepared_pictures import export_prepared
from okng.device.settings.settings import StationSettings
from okng.models.preparation.preparation import NO_PREPARATION
from okng.models.preparation.toml_file import from_toml

_VERSION = click.option("--version", type=ID, help="Version to use. Defaults to the newest.")


@click.group
def preparation() -> None:
    """Show, set and undo the preparation of a dataset."""


@preparation.command
@click.argument("name", type=NAME)
@_VERSION
@click.option(
    "--format",
    "file_format",
    type=click.Choice([choice.value for choice in PreparationFormat]),
    default=PreparationFormat.TOML.value,
    show_default=True,
    help="toml: for `set`. python: a script that prepares the pictures of a folder.",
)
@with_settings
def show(settings: StationSettings, name: str, version: int | None, file_format: str) -> None:
    """Print the preparation of the dataset NAME."""
    stored = _stored(settings, name, version)
    if stored is None:
        raise click.UsageError(f"the dataset {name!r} has no preparation")
    click.echo(file_text(stored, PreparationFormat(file_format)), nl=False)


@preparation.command("set")
@click.argument("name", type=NAME)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@with_settings
def set_command(settings: StationSettings, name: str, file: Path) -> None:
    """Save the preparation in the TOML FILE as the next version of the dataset NAME.

    Models that were trained before keep the preparation that they were trained with.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file} is not UTF-8: {error.reason}") from None
    saved = PreparationStore(settings.data_dir).save(name, from_toml(text, str(file)), user())
    click.echo(_saved(saved))


@preparation.command
@click.argument("name", type=NAME)
@click.argument("version", type=ID)
@with_settings
def restore(settings: StationSettings, name: str, version: int) -> None:
    """Bring back an earlier VERSION of the preparation of the dataset NAME."""
    click.echo(_saved(PreparationStore(settings.data_dir).restore(name, version, user())))


@click.command
@click.argument("name", type=NAME)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="New folder, or new file that ends in .zip. It appears whole or not at all.",
)
@_VERSION
@with_settings
def prepare(settings: StationSettings, name: str, output: Path, version: int | None) -> None:
    """Write the prepared pictures of the dataset NAME as PNG files."""
    pictures = load_pictures(settings, name)
    stored = _stored(settings, name, version)
    steps = stored.preparation if stored else NO_PREPARATION
    export_prepared(settings.data_dir, pictures, steps, output)
    by = f"version {stored.version} of the preparation" if stored else "no steps"
    click.echo(f"{output}: {len(pictures)} pictures, by {by}")


def _stored(settings: StationSettings, name: str, version: int | None) -> PreparationVersion | None:
    store = PreparationStore(settings.data_dir)
    return store.newest(name) if version is None else store.get(name, version)


def _saved(saved: PreparationVersion) -> str:
    count = len(saved.preparation.steps)
    return (
        f"{saved.dataset}: version {saved.version} of the preparation, "
        f"{count} {'step' if count == 1 else 'steps'}"
    )
