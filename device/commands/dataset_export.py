"""`okng dataset export`: a dataset for other programs and other stations, with all that it has."""

from __future__ import annotations

from pathlib import Path

import click

from okng.device.commands.arguments import load_pictures
from okng.device.commands.options import NAME, with_settings
from okng.device.datasets.export_formats import ExportFormat, export_as
from okng.device.settings.settings import StationSettings
from okng.device.types import Label


@click.command("export")
@click.argument("name", type=NAME)
@click.argument("target", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "export_format",
    type=click.Choice([choice.value for choice in ExportFormat]),
    default=ExportFormat.MANIFEST.value,
    show_default=True,
    help="manifest: Lookout for Vision's manifests. folders: normal/ and anomaly/. mvtec: MVTec "
    "AD's tree.",
)
@click.option(
    "--address",
    metavar="s3://BUCKET/PREFIX",
    help="S3 address of the files that is written into a manifest. Defaults to s3://okng-datasets/NAME.",
)
@with_settings
def export_command(
    settings: StationSettings, name: str, target: Path, export_format: str, address: str | None
) -> None:
    """Export the dataset NAME with its masks to a new folder or zip archive TARGET.

    `okng dataset import` reads all of it again: what a format can't tell, such as batches and
    boxes, stands in okng-dataset.json beside the pictures.
    """
    if address and export_format != ExportFormat.MANIFEST:
        raise click.UsageError("--address is for the format manifest")
    pictures = load_pictures(settings, name)
    export_as(settings.data_dir, pictures, target, ExportFormat(export_format), address)
    normal = sum(picture.label is Label.NORMAL for picture in pictures)
    masks = sum(picture.mask is not None for picture in pictures)
    click.echo(
        f"{target}: {normal} normal and {len(pictures) - normal} anomalous pictures, {masks} masks"
    )
