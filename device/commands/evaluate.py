"""`okng evaluate`: what a model catches and rejects of labelled pictures."""

from __future__ import annotations

from pathlib import Path

import click

from okng.device.commands.dataset_choice import folder_pictures, load_pictures
from okng.device.commands.evaluation_table import table
from okng.device.commands.model_choice import load_model
from okng.device.commands.options import with_settings
from okng.device.settings import StationSettings
from okng.models.model_evaluation import EvaluationError, LabelledPicture, evaluate_model

_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command
@click.argument("dataset", required=False)
@click.option("--model", help="NAME or NAME:VERSION; by default the station's only model.")
@click.option("--normal", type=_FOLDER, help="Folder of pictures of good parts.")
@click.option(
    "--anomaly", type=_FOLDER, help="Folder of pictures of defects; folders in it are their types."
)
@click.option(
    "--masks",
    type=_FOLDER,
    help="Folder of PNG files named as the pictures of --anomaly.",
)
@click.option("--threshold", type=float, help="By default the model's own.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@with_settings
def evaluate(
    settings: StationSettings,
    dataset: str | None,
    model: str | None,
    normal: Path | None,
    anomaly: Path | None,
    masks: Path | None,
    threshold: float | None,
    as_json: bool,
) -> None:
    """Measure a model on a DATASET of this station, or on folders of pictures."""
    if dataset is not None and (normal or anomaly or masks):
        raise click.UsageError(f"give the dataset {dataset!r} or folders, not both")
    if dataset is not None:
        pictures = _of_dataset(settings, dataset)
    elif normal and anomaly:
        pictures = _of_folders(normal, anomaly, masks)
    else:
        raise click.UsageError("name a dataset, or folders with --normal and --anomaly")
    judge = load_model(settings, model)
    limit = judge.threshold if threshold is None else threshold
    try:
        evaluation = evaluate_model(judge, pictures, limit)
    except EvaluationError as error:
        raise click.ClickException(str(error)) from None
    click.echo(
        evaluation.model_dump_json(indent=2)
        if as_json
        else table(judge.bundle.manifest, evaluation)
    )


def _of_dataset(settings: StationSettings, dataset: str) -> list[LabelledPicture]:
    return [
        LabelledPicture(settings.data_dir / one.path, one.label.value)
        for one in load_pictures(settings, dataset)
    ]


def _of_folders(normal: Path, anomaly: Path, masks: Path | None) -> list[LabelledPicture]:
    defects = folder_pictures(anomaly)
    found = {path: _mask(path.relative_to(anomaly), masks) for path in defects} if masks else {}
    if masks and not any(found.values()):
        example = defects[0].relative_to(anomaly).with_suffix(".png")
        raise click.UsageError(
            f"no mask in {masks} is named as a picture of {anomaly}; looked for {example}"
        )
    return [LabelledPicture(path, "normal") for path in folder_pictures(normal)] + [
        LabelledPicture(
            path,
            "anomaly",
            defect_type=path.parent.name if path.parent != anomaly else None,
            mask=found.get(path),
        )
        for path in defects
    ]


def _mask(picture: Path, masks: Path) -> Path | None:
    """The PNG of the picture's stem, or of stem and `_mask` as MVTec AD names them."""
    names = (f"{picture.stem}.png", f"{picture.stem}_mask.png")
    candidates = (masks / picture.parent / name for name in names)
    return next((path for path in candidates if path.is_file()), None)
