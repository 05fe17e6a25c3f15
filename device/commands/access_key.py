"""`okng access-key`: keys of programs that sign their requests, without the pages."""

from __future__ import annotations

import click
from pydantic import ValidationError

from okng.device.commands.options import NAME, user, with_settings
from okng.device.settings.settings import StationSettings
from okng.device.store.access_keys import AccessKeyRequest, AccessKeys, AccessRight
from okng.models.validation_words import explain_first


@click.group("access-key")
def access_key() -> None:
    """Create, list and revoke access keys of Lookout for Vision's API."""


@access_key.command
@click.argument("title")
@click.option(
    "--right",
    "rights",
    multiple=True,
    type=click.Choice([right.value for right in AccessRight]),
    help="What the key may be used for; give it several times for several rights. "
    "Defaults to all rights.",
)
@click.option("--project", type=NAME, help="The only project that the key gives access to.")
@with_settings
def create(
    settings: StationSettings, title: str, rights: tuple[str, ...], project: str | None
) -> None:
    """Create an access key and show its secret, this once. TITLE says what the key is for."""
    try:
        request = AccessKeyRequest(
            title=title,
            rights=tuple(AccessRight(right) for right in rights) or tuple(AccessRight),
            project=project,
        )
    except ValidationError as error:
        raise click.UsageError(explain_first(error)) from None
    key, secret = AccessKeys(settings.data_dir).issue(request, user())
    click.echo(f"aws_access_key_id = {key.key_id}\naws_secret_access_key = {secret}")


@access_key.command("list")
@with_settings
def list_keys(settings: StationSettings) -> None:
    """List the access keys with their rights and when each was last used."""
    for key in AccessKeys(settings.data_dir).list():
        used = f"{key.last_used_at:%Y-%m-%d %H:%M} UTC" if key.last_used_at else "never"
        click.echo(
            f"{key.key_id}  {key.title}  rights: {', '.join(key.rights)}  "
            f"project: {key.project or 'all'}  by {key.author}  "
            f"created {key.created_at:%Y-%m-%d %H:%M} UTC  last used: {used}"
        )


@access_key.command
@click.argument("key_id")
@with_settings
def revoke(settings: StationSettings, key_id: str) -> None:
    """Revoke the access key KEY_ID; its requests are refused from now on."""
    AccessKeys(settings.data_dir).revoke(key_id)
    click.echo(f"{key_id} is revoked")
