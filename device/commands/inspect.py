"""`okng inspect FILE...`: judges picture files with a model or a recipe of the station."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from okng.device.active_recipe import ActiveRecipe, ModelMissing, load_recipe
from okng.device.commands.model_choice import find_bundle
from okng.device.commands.options import with_settings
from okng.device.judging import PictureJudgement, judge_picture
from okng.device.recipe import Recipe, RecipeVersion
from okng.device.settings import StationSettings
from okng.device.store.recipes import RecipeStore
from okng.device.types import ModelReference, Outcome
from okng.models.manifest import AnomalyManifest
from okng.models.preprocessing import ImageError, read_image

EXIT_NG, EXIT_ERROR = 1, 2


@click.command
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--model", help="NAME or NAME:VERSION; by default the station's only model.")
@click.option("--threshold", type=float, help="By default the model's own.")
@click.option("--recipe", help="NAME or NAME:VERSION: its models, threshold and detection rules.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@with_settings
def inspect(
    settings: StationSettings,
    files: tuple[Path, ...],
    model: str | None,
    threshold: float | None,
    recipe: str | None,
    as_json: bool,
) -> None:
    """Judge picture FILES: exit status 0 when all are OK, 1 with an NG, 2 with an ERROR."""
    if recipe and (model or threshold is not None):
        raise click.UsageError("--recipe has its own model and threshold: give no other")
    version = _stored(settings, recipe) if recipe else _of_model(settings, model, threshold)
    try:
        active = load_recipe(version, settings.data_dir / "models", settings.inference.threads)
    except ModelMissing as error:
        raise click.ClickException(str(error)) from None
    outcomes = set()
    for file in files:
        judged = _judge(active, file)
        outcomes.add(judged.outcome)
        click.echo(_json(active, file, judged) if as_json else _line(active, file, judged))
    if Outcome.ERROR in outcomes:
        sys.exit(EXIT_ERROR)
    sys.exit(EXIT_NG if Outcome.NG in outcomes else 0)


def _stored(settings: StationSettings, wanted: str) -> RecipeVersion:
    name, _, version = wanted.partition(":")
    store = RecipeStore(settings.data_dir)
    number = int(version) if version.isdecimal() else None
    found = store.get(name, number) if number or not version else None
    if found is None:
        there = ", ".join(f"{one.recipe.name}:{one.version}" for one in store.list())
        raise click.UsageError(f"no recipe {wanted!r}; on this station are: {there or 'none'}")
    return found


def _of_model(
    settings: StationSettings, wanted: str | None, threshold: float | None
) -> RecipeVersion:
    manifest = find_bundle(settings, wanted, AnomalyManifest).manifest
    model = ModelReference(name=manifest.name, version=manifest.version)
    recipe = Recipe(name="files", model=model, threshold=threshold)
    return RecipeVersion(version=1, recipe=recipe, author="okng", created_at=datetime.now(UTC))


def _judge(active: ActiveRecipe, file: Path) -> PictureJudgement:
    try:
        return judge_picture(active, read_image(file))
    except ImageError as error:
        return PictureJudgement(Outcome.ERROR, str(error))


def _json(active: ActiveRecipe, file: Path, judged: PictureJudgement) -> str:
    row: dict[str, Any] = {
        "file": str(file),
        "outcome": judged.outcome,
        "score": judged.judgement.score if judged.judgement else None,
        "threshold": active.threshold,
    }
    if judged.reason:
        row["reason"] = judged.reason
    if judged.finding:
        crop = judged.finding.crop
        row["detections"] = [one.model_dump(mode="json") for one in judged.objects]
        row["crop"] = crop.model_dump() if crop else None
    return json.dumps(row)


def _line(active: ActiveRecipe, file: Path, judged: PictureJudgement) -> str:
    said = [judged.reason] if judged.reason else []
    if judged.judgement:
        said.append(f"score {judged.judgement.score:.4f}, threshold {active.threshold:.4f}")
    if judged.finding:
        said.append(f"{len(judged.finding.objects)} found")
    return f"{judged.outcome:5} {file}  {'; '.join(said)}"
