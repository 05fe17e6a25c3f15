"""`okng dataset import-boxes` and `export-boxes`: boxes from and for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from okng.device.commands.dataset_choice import load_pictures
from okng.device.commands.options import user, with_settings
from okng.device.settings import StationSettings
from okng.device.store.box_export import export_boxes
from okng.device.store.box_import import import_boxes
from okng.device.store.dataset_export import ExportError
from okng.device.types import Label
from okng.models.detection.box_files.box_file import BoxFileError
from okng.models.detection.box_files.formats import BoxFormat, read_boxes

_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command("import-boxes")
@click.argument("dataset")
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--format",
    "box_format",
    type=click.Choice([one.value for one in BoxFormat]),
    help="By default told from the file: a folder without .json files is darknet's.",
)
@click.option(
    "--classes",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Names of the classes of darknet's labels, one a line.",
)
@click.option(
    "--pictures",
    type=_FOLDER,
    help="Folder of the pictures that the file names: known by their content, or added.",
)
@click.option(
    "--label", type=click.Choice([one.value for one in Label]), help="Of pictures that are added."
)
@with_settings
def import_boxes_command(
    settings: StationSettings,
    dataset: str,
    path: Path,
    box_format: str | None,
    classes: Path | None,
    pictures: Path | None,
    label: str | None,
) -> None:
    """Give the pictures of a DATASET the boxes of a file or folder PATH; `undo` takes them back."""
    try:
        done = import_boxes(
            settings.data_dir,
            dataset,
            read_boxes(path, BoxFormat(box_format) if box_format else None, classes),
            user(),
            pictures,
            Label(label) if label else None,
        )
    except BoxFileError as error:
        raise click.ClickException(str(error)) from None
    undo = f"; `okng dataset undo {done.change_id}` takes the boxes back" if done.change_id else ""
    click.echo(
        f"{dataset}: {done.boxes} boxes in {done.pictures} pictures, {done.added} of them new{undo}"
    )


@click.command("export-boxes")
@click.argument("dataset")
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "box_format",
    type=click.Choice([BoxFormat.COCO.value, BoxFormat.DARKNET.value]),
    default=BoxFormat.COCO.value,
    show_default=True,
)
@with_settings
def export_boxes_command(
    settings: StationSettings, dataset: str, out: Path, box_format: str
) -> None:
    """Copy the pictures of a DATASET and their boxes to the new or empty folder OUT."""
    pictures = load_pictures(settings, dataset)
    try:
        exported = export_boxes(settings.data_dir, pictures, out, BoxFormat(box_format))
    except ExportError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from None
    boxes = sum(len(one.boxes or ()) for one in exported)
    click.echo(f"{out}: {len(exported)} pictures with {boxes} boxes")
