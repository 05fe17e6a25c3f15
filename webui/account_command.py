"""The command `okng account`: the persons who may log in, on the machine itself."""

from __future__ import annotations

import click

from okng.device.commands.options import NAME, with_settings
from okng.device.settings.settings import StationSettings
from okng.device.store.database import Database
from okng.models.names import checked_name
from okng.webui.auth.users import Users, new_password


@click.group
def account() -> None:
    """Add, list and remove the persons who may log in to the web pages."""


@account.command
@click.argument("name", type=NAME)
@with_settings
def add(settings: StationSettings, name: str) -> None:
    """Add an account for NAME and show its password, this once."""
    try:
        checked_name(name)
    except ValueError as error:
        raise click.UsageError(f"the name {name!r} is not allowed: {error}") from None
    password = new_password()
    Users(Database(settings.data_dir)).add(name, password)
    click.echo(f"password of {name}: {password}")


@account.command("list")
@with_settings
def list_accounts(settings: StationSettings) -> None:
    """List all accounts with the time at which each was added."""
    for listed in Users(Database(settings.data_dir)).accounts():
        click.echo(f"{listed.name}  since {listed.created_at:%Y-%m-%d %H:%M} UTC")


@account.command
@click.argument("name", type=NAME)
@with_settings
def remove(settings: StationSettings, name: str) -> None:
    """Remove the account of NAME, their sessions and their tokens; records keep the name."""
    Users(Database(settings.data_dir)).remove(name)
    click.echo(f"{name} can't log in any more")
