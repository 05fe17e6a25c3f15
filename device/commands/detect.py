"""`okng detect MODEL PICTURE...`: what a detector of the station finds in picture files."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from okng.device.commands.arguments import find_bundle
from okng.device.commands.options import NAME, FiniteFloat, with_settings
from okng.device.settings.settings import StationSettings
from okng.models.bundles.manifest import DetectionManifest
from okng.models.errors import JudgementError
from okng.models.images.image_files import read_image
from okng.models.images.image_format import ImageFormat
from okng.models.images.preprocessing import ImageError
from okng.models.inference.detection_model import DetectionModel, Detections

EXIT_ERROR = 2
FULL_RANGE = ImageFormat(width=1, height=1, colour=False, bits=16)
"""What a detector takes every 16 bit picture for."""


@click.command
@click.argument("model", type=NAME)
@click.argument("pictures", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--minimum-score",
    type=FiniteFloat(0, 1),
    help="Lowest score of a box that is shown. Defaults to the minimum score of the model.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per picture and line.")
@with_settings
def detect(
    settings: StationSettings,
    model: str,
    pictures: tuple[Path, ...],
    minimum_score: float | None,
    as_json: bool,
) -> None:
    """Show what the detector MODEL (NAME or NAME:VERSION) finds in PICTURES.

    Boxes are in pixels of the picture. Exits with status 2 if a picture could not be used.
    """
    bundle = find_bundle(settings, model, DetectionManifest)
    detector = DetectionModel.load(bundle.path, settings.inference.threads)
    failed = False
    for picture in pictures:
        try:
            image = read_image(picture)
            if problem := FULL_RANGE.brightness_problem(image):
                click.echo(f"Warning: {picture}: {problem}", err=True)
            detections = detector.detect(image, minimum_score)
        except (ImageError, JudgementError) as error:
            failed = True
            _say_error(picture, str(error), as_json)
        else:
            _say(picture, detections, as_json)
    sys.exit(EXIT_ERROR if failed else 0)


def _say(picture: Path, detections: Detections, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"file": str(picture), **asdict(detections)}))
        return
    boxes, ms = detections.found, detections.inference_ms
    click.echo(f"{picture}: {len(boxes)} found in {ms:.0f} ms")
    if boxes:
        width = max(len("class"), *(len(detection.name) for detection in boxes))
        click.echo(f"  {'class':{width}}  score    left     top   right  bottom")
        for detection in boxes:
            corners = "".join(f"{side:8.1f}" for side in asdict(detection.box).values())
            click.echo(f"  {detection.name:{width}}  {detection.score:5.3f}{corners}")


def _say_error(picture: Path, problem: str, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"file": str(picture), "error": problem}))
    else:
        click.echo(f"ERROR {problem}")
