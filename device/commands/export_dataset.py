"""`okng export-dataset`: a dataset as folders that other programs train from."""

from __future__ import annotations

from pathlib import Path

import click

from okng.device.commands.dataset_choice import load_pictures
from okng.device.commands.options import with_settings
from okng.device.settings import StationSettings
from okng.device.store.dataset_export import ExportError, Layout, export_dataset
from okng.device.types import DatasetPicture, Split


@click.command("export-dataset")
@click.argument("dataset")
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--layout",
    type=click.Choice([layout.value for layout in Layout]),
    default=Layout.FOLDER.value,
    show_default=True,
    help="anomalib's data module that is to read it.",
)
@click.option(
    "--masks",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder of masks: PNG files named as the station's anomalous pictures.",
)
@with_settings
def export_dataset_command(
    settings: StationSettings, dataset: str, out: Path, layout: str, masks: Path | None
) -> None:
    """Copy a DATASET of this station to the new or empty folder OUT, as anomalib reads it."""
    pictures = load_pictures(settings, dataset)
    found = _masks(pictures, masks) if masks else {}
    try:
        manifest = export_dataset(settings.data_dir, pictures, out, Layout(layout), found)
    except ExportError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from None
    training = sum(one.split is Split.TRAIN for one in manifest.pictures)
    click.echo(
        f"{out}: {training} pictures to train from, {len(manifest.pictures) - training} to test "
        f"with, {len(found)} masks"
    )


def _masks(pictures: list[DatasetPicture], folder: Path) -> dict[int, Path]:
    """The masks by `picture_id`: `<stem>_mask.png`, or `<stem>.png`, of the pictures' files."""
    found = {}
    for picture in pictures:
        stem = Path(picture.path).stem
        for name in (f"{stem}_mask.png", f"{stem}.png"):
            if picture.label == "anomaly" and (folder / name).is_file():
                found[picture.picture_id] = folder / name
                break
    if not found:
        raise click.UsageError(
            f"no mask in {folder} is named as an anomalous picture of the dataset"
        )
    return found
