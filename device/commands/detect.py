"""`okng detect MODEL PICTURE...`: what a detector of the station finds in picture files."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from okng.device.commands.model_choice import find_bundle
from okng.device.commands.options import with_settings
from okng.device.settings import StationSettings
from okng.models.bundle import BundleError
from okng.models.detection.detection_model import DetectionModel, Detections
from okng.models.judgement_error import JudgementError
from okng.models.manifest import DetectionManifest
from okng.models.preprocessing import ImageError, read_image

EXIT_ERROR = 2


@click.command
@click.argument("model")
@click.argument("pictures", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--minimum-score", type=click.FloatRange(0, 1), help="By default the model's own.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a picture and line.")
@with_settings
def detect(
    settings: StationSettings,
    model: str,
    pictures: tuple[Path, ...],
    minimum_score: float | None,
    as_json: bool,
) -> None:
    """Show what the detector MODEL (NAME or NAME:VERSION) finds in PICTURES.

    Boxes are in pixels of the picture. Exit status 2 where a picture could not be used.
    """
    bundle = find_bundle(settings, model, DetectionManifest)
    try:
        detector = DetectionModel.load(bundle.path, settings.inference.threads)
    except BundleError as error:
        raise click.ClickException(str(error)) from None
    failed = False
    for picture in pictures:
        try:
            detections = detector.detect(read_image(picture), minimum_score)
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
    found, ms = detections.found, detections.inference_ms
    click.echo(f"{picture}: {len(found)} found in {ms:.0f} ms")
    if found:
        width = max(len("class"), *(len(one.name) for one in found))
        click.echo(f"  {'class':{width}}  score    left     top   right  bottom")
        for one in found:
            corners = "".join(f"{side:8.1f}" for side in asdict(one.box).values())
            click.echo(f"  {one.name:{width}}  {one.score:5.3f}{corners}")


def _say_error(picture: Path, problem: str, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"file": str(picture), "error": problem}))
    else:
        click.echo(f"ERROR {problem}")
