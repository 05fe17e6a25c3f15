"""`okng settings`: the settings in force, and the reference of all settings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from okng.device.settings.fields import is_secret
from okng.device.settings.reference import reference
from okng.device.settings.settings import SettingsError, read_sources, validate
from okng.device.settings.sources import Sources, dotted
from okng.device.settings.toml_positions import KeyPath


@click.group()
def settings() -> None:
    """Show the station's settings."""


@settings.command()
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    help="Settings file (TOML). Defaults to $OKNG_CONFIG or /etc/okng/okng.toml.",
)
def show(config: Path | None) -> None:
    """Print the settings in force and where each came from. Secrets are masked."""
    try:
        sources = read_sources(config)
        values = validate(sources).model_dump(mode="json")
    except SettingsError as error:
        raise click.ClickException(str(error)) from error
    for line in _lines(values, (), sources):
        click.echo(line)


@settings.command("reference")
def print_reference() -> None:
    """Print the reference of all settings as Markdown."""
    click.echo(reference(), nl=False)


def _lines(value: object, path: KeyPath, sources: Sources) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _lines(inner, (*path, key), sources)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for index, inner in enumerate(value):
            yield from _lines(inner, (*path, index), sources)
    else:
        masked = value is not None and is_secret(str(path[-1]))
        shown = "***" if masked else json.dumps(value, ensure_ascii=False)
        yield f"{dotted(path)} = {shown}  # {sources.origin(path) or 'default'}"
