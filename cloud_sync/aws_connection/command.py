"""`okng aws`: connects the station to AWS, which is then storage and nothing else."""

from __future__ import annotations

from importlib import resources

import click

from okng.cloud_sync.aws_connection.connection import AwsConnection
from okng.cloud_sync.aws_connection.store import AwsConnectionStore
from okng.device.commands.options import with_settings
from okng.device.settings.settings import StationSettings


def template() -> str:
    """The CloudFormation template of Create AWS Resources, YAML."""
    folder = resources.files("okng.cloud_sync.aws_connection")
    return (folder / "cloudformation.yaml").read_text(encoding="utf-8")


@click.group
def aws() -> None:
    """Connect the station to AWS: template, certificate, state."""


@aws.command("template")
def show_template() -> None:
    """Print the CloudFormation template that creates the AWS resources of one station."""
    click.echo(template(), nl=False)


@aws.command
@click.argument("device_cert_url", metavar="DEVICE_CERT_URL")
@with_settings
def connect(settings: StationSettings, device_cert_url: str) -> None:
    """Fetch the station's certificate from DEVICE_CERT_URL, the stack's output, and try it."""
    connection = AwsConnectionStore(settings.data_dir).connect(device_cert_url)
    click.echo(_in_words(connection))


@aws.command
@with_settings
def status(settings: StationSettings) -> None:
    """Say whether the station is connected to AWS, and whether AWS gives it credentials."""
    store = AwsConnectionStore(settings.data_dir)
    connection = store.load()
    if connection is None:
        click.echo("The station is not connected to AWS.")
        return
    click.echo(_in_words(connection))
    credentials = store.credentials(connection)
    click.echo(f"Credentials are valid until {credentials.expiration:%Y-%m-%d %H:%M:%S} UTC.")


@aws.command
@with_settings
def disconnect(settings: StationSettings) -> None:
    """Remove the station's certificate and key; the resources in AWS stay."""
    AwsConnectionStore(settings.data_dir).disconnect()
    click.echo("The station is not connected to AWS any more. Delete the stack to remove the rest.")


def _in_words(connection: AwsConnection) -> str:
    return (
        f"Connected to AWS as {connection.thing} in {connection.region} since "
        f"{connection.connected_at:%Y-%m-%d %H:%M:%S} UTC; bucket {connection.bucket}."
    )
