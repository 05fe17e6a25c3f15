"""`okng dataset import-boxes` and `export-boxes`: boxes from and for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from okng.device.commands.arguments import load_pictures
from okng.device.commands.options import NAME, user, with_settings
from okng.device.commands.refused_lines import listed, report_option, write_report
from okng.device.datasets.box_export import export_boxes
from okng.device.datasets.box_import import Exif, ImportedBoxes, import_boxes
from okng.device.settings.settings import StationSettings
from okng.device.types import Label
from okng.models.detection.annotation_formats.annotation_file import AnnotationError
from okng.models.detection.annotation_formats.formats import AnnotationFormat, read_annotations

_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command("import-boxes")
@click.argument("dataset", type=NAME)
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--format",
    "box_format",
    type=click.Choice([choice.value for choice in AnnotationFormat]),
    help="Format of the boxes. Defaults to what the files look like: a folder without .json "
    "files is in Darknet format.",
)
@click.option(
    "--classes",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Class names of Darknet labels: a text file with one name per line, or a data.yaml. "
    "Defaults to the nearest class file above each label.",
)
@click.option(
    "--pictures",
    type=_FOLDER,
    help="Folder of the pictures that the file names. They are found in the dataset by their "
    "content, or added to it.",
)
@click.option(
    "--label",
    type=click.Choice([choice.value for choice in Label]),
    help="Label of pictures that are added to the dataset.",
)
@click.option(
    "--empty",
    is_flag=True,
    help="Treat pictures without a box in the file as empty, even where the dataset has boxes for "
    "them (they are removed) and where no picture of the file has a box.",
)
@click.option(
    "--exif",
    type=click.Choice([choice.value for choice in Exif]),
    help="Whether the labelling program turned pictures by their EXIF orientation. Needed where "
    "it matters and the file doesn't tell.",
)
@report_option
@with_settings
def import_boxes_command(
    settings: StationSettings,
    dataset: str,
    path: Path,
    box_format: str | None,
    classes: Path | None,
    pictures: Path | None,
    label: str | None,
    empty: bool,
    exif: str | None,
    report: Path | None,
) -> None:
    """Import boxes for the pictures of a DATASET from the file or folder PATH.

    Annotations that can't be used are skipped and listed, and the others are imported. If a name
    could mean more than one class or picture, nothing is imported, and both are named.
    `okng dataset undo` takes the boxes back.
    """
    try:
        imported = import_boxes(
            settings.data_dir,
            dataset,
            read_annotations(path, AnnotationFormat(box_format) if box_format else None, classes),
            user(),
            pictures,
            Label(label) if label else None,
            empty=empty,
            exif=Exif(exif) if exif else None,
        )
    except AnnotationError as error:
        write_report(report, error.problems)
        raise click.ClickException(_refusal(error.problems, report)) from None
    skipped = [str(annotation) for annotation in imported.skipped]
    write_report(report, skipped)
    if skipped:
        click.echo(f"skipped: {len(skipped)}\n{listed(skipped, report)}", err=True)
    click.echo(_summary(dataset, imported))


def _summary(dataset: str, imported: ImportedBoxes) -> str:
    undo = (
        f"; `okng dataset undo {imported.change_id}` takes the boxes back"
        if imported.change_id
        else ""
    )
    boxes, pictures = _counted(imported.boxes, "box"), _counted(imported.pictures, "picture")
    lines = [f"{dataset}: {boxes} in {pictures}, {imported.added} of them new{undo}"]
    if imported.incomplete:
        lines.append(
            f"fewer boxes than in the file: {_counted(imported.incomplete, 'picture')}; draw those "
            "that are missing, or the detector learns that nothing is there"
        )
    return "\n".join(lines)


def _counted(count: int, word: str) -> str:
    plural = f"{word}es" if word.endswith("x") else f"{word}s"
    return f"{count} {word if count == 1 else plural}"


def _refusal(problems: Sequence[str], report: Path | None) -> str:
    if len(problems) == 1:
        return problems[0]
    return f"nothing was imported; {len(problems)} problems:\n{listed(problems, report)}"


@click.command("export-boxes")
@click.argument("dataset", type=NAME)
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "box_format",
    type=click.Choice([AnnotationFormat.COCO.value, AnnotationFormat.DARKNET.value]),
    default=AnnotationFormat.COCO.value,
    show_default=True,
    help="Format of the boxes.",
)
@with_settings
def export_boxes_command(
    settings: StationSettings, dataset: str, out: Path, box_format: str
) -> None:
    """Export the pictures of a DATASET and their boxes to the new or empty folder OUT."""
    pictures = load_pictures(settings, dataset)
    exported = export_boxes(settings.data_dir, pictures, out, AnnotationFormat(box_format))
    boxes = sum(len(picture.boxes or ()) for picture in exported)
    click.echo(f"{out}: {len(exported)} pictures with {boxes} boxes")
