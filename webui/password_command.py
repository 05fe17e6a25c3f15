"""The command `okng password`: sets a user's password on the machine itself."""

from __future__ import annotations

import click

from okng.device.commands.options import NAME, with_settings
from okng.device.settings.settings import StationSettings
from okng.device.store.database import Database
from okng.webui.auth.users import Users, password_problem


@click.command
@click.argument("name", type=NAME, default="admin")
@click.password_option(prompt="New password")
@with_settings
def password(settings: StationSettings, name: str, password: str) -> None:
    """Set a new password for user NAME of the web pages and end all their sessions."""
    if problem := password_problem(password):
        raise click.ClickException(problem)
    Users(Database(settings.data_dir)).set_password(name, password)
    click.echo(f"{name} has a new password")
