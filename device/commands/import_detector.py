"""`okng import-detector`: a YOLO network becomes a model version of this station.

It has a command of its own because nothing of `okng import-model` fits it: a detector needs no
pictures of the station and has no threshold, but names for its classes.
"""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from okng.device.commands.options import NAME, FiniteFloat, user, with_settings
from okng.device.settings.settings import StationSettings
from okng.models.bundles.bundle import BundleError, write_bundle
from okng.models.bundles.manifest import DetectionDescription, DetectionManifest, ModelInput
from okng.models.detection.darknet.network import MAX_SIDE, MIN_SIDE
from okng.models.detection.resize import RESIZE_WORDS, Resize
from okng.models.errors import ImportedModelError
from okng.models.images.preprocessing import ImageError
from okng.models.imported.import_detector import DetectorOptions, import_darknet, import_yolo_onnx
from okng.models.imported.yolo_layouts import LAYOUTS, YoloLayout

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_SHARE = FiniteFloat(0, 1)
_SIDE = click.IntRange(MIN_SIDE, MAX_SIDE)


@click.command("import-detector")
@click.argument("file", type=_FILE)
@click.option("--name", type=NAME, required=True, help="Name of the new detector on this station.")
@click.option(
    "--weights", type=_FILE, help="Darknet .weights file. Defaults to the one beside the .cfg file."
)
@click.option(
    "--classes",
    type=_FILE,
    help="Text file with one class name per line. Not needed if an ONNX file has the names.",
)
@click.option(
    "--layout",
    type=click.Choice(LAYOUTS),
    help="Layout of an ONNX file's output. Defaults to what the file and its answers look like.",
)
@click.option(
    "--picture",
    "pictures",
    type=_FILE,
    multiple=True,
    help="Picture of a real part, to verify that an ONNX file's answers are boxes; repeatable.",
)
@click.option(
    "--resize",
    type=click.Choice(get_args(Resize)),
    help="How pictures are resized to the network input. Defaults to what its files say.",
)
@click.option(
    "--input-size",
    type=(_SIDE, _SIDE),
    help="Height and width of the network input. Defaults to those of the file.",
)
@click.option("--minimum-score", type=_SHARE, help="Lowest score of a box.")
@click.option(
    "--nms-iou",
    type=_SHARE,
    help="Intersection over union from which boxes of one class are one object.",
)
@with_settings
def import_detector(
    settings: StationSettings,
    file: Path,
    name: str,
    weights: Path | None,
    classes: Path | None,
    layout: YoloLayout | None,
    pictures: tuple[Path, ...],
    resize: Resize | None,
    input_size: tuple[int, int] | None,
    minimum_score: float | None,
    nms_iou: float | None,
) -> None:
    """Import FILE, a YOLO network: a .cfg of darknet with its .weights, or an ONNX export."""
    size = ModelInput(height=input_size[0], width=input_size[1]) if input_size else None
    options = DetectorOptions(user(), size, minimum_score, nms_iou, resize)
    try:
        description, files = _read(file, weights, classes, layout, pictures, options)
        manifest = write_bundle(settings.data_dir / "models", name, description, files).manifest
    except (ImportedModelError, BundleError, ImageError) as error:
        raise click.ClickException(f"{file}: {error}") from None
    _print(manifest)


def _read(
    file: Path,
    weights: Path | None,
    classes: Path | None,
    layout: YoloLayout | None,
    pictures: tuple[Path, ...],
    options: DetectorOptions,
) -> tuple[DetectionDescription, bytes | dict[str, bytes]]:
    match file.suffix:
        case ".cfg":
            if layout is not None:
                raise click.UsageError("--layout is for ONNX files; a .cfg file says it itself")
            if pictures:
                raise click.UsageError("--picture is for ONNX files; a .cfg file needs none")
            if classes is None:
                raise click.UsageError("a .cfg needs --classes, a text file with one name per line")
            return import_darknet(file, weights or file.with_suffix(".weights"), classes, options)
        case ".onnx":
            if weights is not None:
                raise click.UsageError("--weights is for .cfg files; an ONNX file has its own")
            return import_yolo_onnx(file, classes, layout, options, pictures)
    raise click.UsageError(f"{file} ends in {file.suffix!r}; allowed are .cfg and .onnx")


def _print(manifest: DetectionManifest) -> None:
    size = manifest.input
    click.echo(
        f"{manifest.name} version {manifest.version}: finds {len(manifest.classes)} classes in "
        f"{size.width} x {size.height} px, read as {manifest.layout}"
    )
    click.echo(f"pictures are {RESIZE_WORDS[manifest.resized]}")
    click.echo(f"try it on a picture: okng detect {manifest.name} PICTURE")
