"""`okng export-dataset`: a dataset as folders that other programs train from."""

from __future__ import annotations

from pathlib import Path

import click

from okng.device.commands.arguments import load_pictures
from okng.device.commands.options import NAME, with_settings
from okng.device.datasets.export import Layout, export_dataset
from okng.device.settings.settings import StationSettings
from okng.device.types import DatasetPicture, Split


@click.command("export-dataset")
@click.argument("dataset", type=NAME)
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--layout",
    type=click.Choice([layout.value for layout in Layout]),
    default=Layout.FOLDER.value,
    show_default=True,
    help="Folder layout: that of this anomalib data module.",
)
@click.option(
    "--masks",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder of ground-truth masks, in place of the dataset's own: PNG files with the names of "
    "the anomalous pictures.",
)
@with_settings
def export_dataset_command(
    settings: StationSettings, dataset: str, out: Path, layout: str, masks: Path | None
) -> None:
    """Export a DATASET to the new or empty folder OUT, in a layout that anomalib reads."""
    pictures = load_pictures(settings, dataset)
    mask_of = _masks(pictures, masks) if masks else {}
    manifest = export_dataset(settings.data_dir, pictures, out, Layout(layout), mask_of)
    count = sum(picture.mask is not None for picture in manifest.pictures)
    training = sum(picture.split is Split.TRAIN for picture in manifest.pictures)
    click.echo(
        f"{out}: {training} pictures to train from, {len(manifest.pictures) - training} to test "
        f"with, {count} masks"
    )


def _masks(pictures: list[DatasetPicture], folder: Path) -> dict[int, Path]:
    """The masks by `picture_id`: `<stem>_mask.png`, or `<stem>.png`, of the pictures' files."""
    mask_of = {}
    for picture in pictures:
        stem = Path(picture.path).stem
        for name in (f"{stem}_mask.png", f"{stem}.png"):
            if picture.label == "anomaly" and (folder / name).is_file():
                mask_of[picture.picture_id] = folder / name
                break
    if not mask_of:
        raise click.UsageError(
            f"no mask in {folder} is named as an anomalous picture of the dataset"
        )
    return mask_of
