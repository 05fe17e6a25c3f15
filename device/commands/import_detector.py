"""`okng import-detector`: a YOLO network becomes a model version of this station.

It has a command of its own because nothing of `okng import-model` fits it: a detector needs no
pictures of the station and has no threshold, but names for its classes.
"""

from __future__ import annotations

from pathlib import Path

import click

from okng.device.commands.options import user, with_settings
from okng.device.settings import StationSettings
from okng.models.bundle import BundleError, write_bundle
from okng.models.detection.darknet.network import MAX_SIDE, MIN_SIDE
from okng.models.detection.importing import DetectorOptions, import_darknet, import_yolo_onnx
from okng.models.detection.yolo_onnx import DECODERS, YoloLayout
from okng.models.imported.wrapped_model import ImportedModelError
from okng.models.manifest import DetectionDescription, DetectionManifest, ModelInput

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_SHARE = click.FloatRange(0, 1)
_SIDE = click.IntRange(MIN_SIDE, MAX_SIDE)


@click.command("import-detector")
@click.argument("file", type=_FILE)
@click.option("--name", required=True, help="Name of the model on this station.")
@click.option("--weights", type=_FILE, help="By default the .weights file beside the .cfg.")
@click.option(
    "--classes",
    type=_FILE,
    help="Text file with a name a line; not needed where an ONNX file has the names.",
)
@click.option(
    "--layout",
    type=click.Choice(list(DECODERS)),
    help="How an ONNX file's output is to be read; by default told from its shape.",
)
@click.option("--input-size", type=(_SIDE, _SIDE), help="HEIGHT WIDTH, instead of the file's.")
@click.option("--minimum-score", type=_SHARE, help="What scores less is not shown.")
@click.option("--nms-iou", type=_SHARE, help="Boxes of one class that overlap more are one object.")
@with_settings
def import_detector(
    settings: StationSettings,
    file: Path,
    name: str,
    weights: Path | None,
    classes: Path | None,
    layout: YoloLayout | None,
    input_size: tuple[int, int] | None,
    minimum_score: float | None,
    nms_iou: float | None,
) -> None:
    """Import FILE, a YOLO network: a .cfg of darknet with its .weights, or an ONNX export."""
    size = ModelInput(height=input_size[0], width=input_size[1]) if input_size else None
    options = DetectorOptions(user(), size, minimum_score, nms_iou)
    try:
        description, files = _read(file, weights, classes, layout, options)
        manifest = write_bundle(settings.data_dir / "models", name, description, files).manifest
    except (ImportedModelError, BundleError) as error:
        raise click.ClickException(f"{file}: {error}") from None
    _print(manifest)


def _read(
    file: Path,
    weights: Path | None,
    classes: Path | None,
    layout: YoloLayout | None,
    options: DetectorOptions,
) -> tuple[DetectionDescription, bytes | dict[str, bytes]]:
    match file.suffix:
        case ".cfg":
            if layout is not None:
                raise click.UsageError("--layout is for ONNX files; a .cfg says it by itself")
            if classes is None:
                raise click.UsageError("a .cfg needs --classes, a text file with a name a line")
            return import_darknet(file, weights or file.with_suffix(".weights"), classes, options)
        case ".onnx":
            if weights is not None:
                raise click.UsageError("--weights is for .cfg files; an ONNX file has its own")
            return import_yolo_onnx(file, classes, layout, options)
    raise click.UsageError(f"{file} ends in {file.suffix!r}; allowed are .cfg and .onnx")


def _print(manifest: DetectionManifest) -> None:
    size = manifest.input
    click.echo(
        f"{manifest.name} version {manifest.version}: finds {len(manifest.classes)} classes in "
        f"{size.width} x {size.height} px, read as {manifest.layout}"
    )
    click.echo(f"try it on a picture: okng detect {manifest.name} PICTURE")
