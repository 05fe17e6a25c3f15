"""`okng inspect FILE...`: judges picture files with a model or a recipe of the station."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from okng.device.commands.arguments import find_bundle
from okng.device.commands.options import NAME, FiniteFloat, with_settings
from okng.device.inspection.inspect_image import ImageJudgement, inspect_image
from okng.device.inspection.loaded_recipe import LoadedRecipe, load_recipe
from okng.device.recipes.recipe import Recipe, RecipeVersion
from okng.device.settings.settings import StationSettings
from okng.device.store.recipes import RecipeStore
from okng.device.types import ModelReference, Outcome
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.images.image_files import read_image
from okng.models.images.preprocessing import ImageError

EXIT_NG, EXIT_ERROR = 1, 2


@click.command
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--model",
    type=NAME,
    help="Model as NAME or NAME:VERSION. Defaults to the only model of this station.",
)
@click.option(
    "--threshold",
    type=FiniteFloat(),
    help="Threshold of the anomaly score. Defaults to the threshold of the model.",
)
@click.option(
    "--recipe",
    type=NAME,
    help="Recipe as NAME or NAME:VERSION: use its models, threshold and detection rules.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per picture and line.")
@with_settings
def inspect(
    settings: StationSettings,
    files: tuple[Path, ...],
    model: str | None,
    threshold: float | None,
    recipe: str | None,
    as_json: bool,
) -> None:
    """Inspect picture FILES.

    Exits with status 0 if all are OK, 1 if one is NG, 2 if one ends in an ERROR.
    """
    if recipe and (model or threshold is not None):
        raise click.UsageError("--recipe has its own model and threshold: give no other")
    version = _stored(settings, recipe) if recipe else _of_model(settings, model, threshold)
    active = load_recipe(version, settings.data_dir / "models", settings.inference.threads)
    outcomes = set()
    for file in files:
        judged = _judge(active, file)
        outcomes.add(judged.outcome)
        click.echo(_json(active, file, judged) if as_json else _line(active, file, judged))
    if Outcome.ERROR in outcomes:
        sys.exit(EXIT_ERROR)
    sys.exit(EXIT_NG if Outcome.NG in outcomes else 0)


def _stored(settings: StationSettings, reference: str) -> RecipeVersion:
    name, _, version = reference.partition(":")
    store = RecipeStore(settings.data_dir)
    number = int(version) if version.isdecimal() else None
    stored = store.get(name, number) if number or not version else None
    if stored is None:
        names = ", ".join(f"{listed.recipe.name}:{listed.version}" for listed in store.list())
        raise click.UsageError(f"there is no recipe {reference!r}; there are: {names or 'none'}")
    return stored


def _of_model(
    settings: StationSettings, version: str | None, threshold: float | None
) -> RecipeVersion:
    manifest = find_bundle(settings, version, AnomalyManifest).manifest
    model = ModelReference(name=manifest.name, version=manifest.version)
    recipe = Recipe(name="files", model=model, threshold=threshold)
    return RecipeVersion.unsaved(recipe, "okng")


def _judge(active: LoadedRecipe, file: Path) -> ImageJudgement:
    try:
        image = read_image(file)
    except ImageError as error:
        return ImageJudgement(Outcome.ERROR, str(error))
    judged = inspect_image(active, image)
    learnt = active.model.bundle.manifest.picture_format if active.model else None
    problem = learnt.brightness_problem(image) if learnt else None
    if problem:
        click.echo(f"Warning: {file}: {problem}", err=True)
    return judged


def _json(active: LoadedRecipe, file: Path, judged: ImageJudgement) -> str:
    row: dict[str, Any] = {
        "file": str(file),
        "outcome": judged.outcome,
        "score": judged.judgement.score if judged.judgement else None,
        "threshold": active.threshold,
    }
    if judged.reason:
        row["reason"] = judged.reason
    if judged.detector_result:
        crop = judged.detector_result.crop
        row["detections"] = [detection.model_dump(mode="json") for detection in judged.objects]
        row["crop"] = crop.model_dump() if crop else None
    return json.dumps(row)


def _line(active: LoadedRecipe, file: Path, judged: ImageJudgement) -> str:
    remarks = [judged.reason] if judged.reason else []
    if judged.judgement:
        remarks.append(f"score {judged.judgement.score:.4f}, threshold {active.threshold:.4f}")
    if judged.detector_result:
        remarks.append(f"{len(judged.detector_result.objects)} found")
    return f"{judged.outcome:5} {file}  {'; '.join(remarks)}"
