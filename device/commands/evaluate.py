"""`okng evaluate`: what a model catches and rejects of labelled pictures."""

from __future__ import annotations

from pathlib import Path

import click

from okng.device.commands.arguments import folder_pictures, load_model, load_pictures
from okng.device.commands.evaluation_table import table
from okng.device.commands.options import NAME, FiniteFloat, log_to_stderr, with_settings
from okng.device.datasets.masks import path_of_mask
from okng.device.jobs.runner import ProgressLog
from okng.device.settings.settings import StationSettings
from okng.models.inference.evaluate_model import LabelledPicture, evaluate_model

_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command
@click.argument("dataset", type=NAME, required=False)
@click.option(
    "--model",
    type=NAME,
    help="Model as NAME or NAME:VERSION. Defaults to the only model of this station.",
)
@click.option("--normal", type=_FOLDER, help="Folder of pictures of good parts.")
@click.option(
    "--anomaly",
    type=_FOLDER,
    help="Folder of pictures of defects. Its subfolders are the defect types.",
)
@click.option(
    "--masks",
    type=_FOLDER,
    help="Folder of ground-truth masks: PNG files with the names of the --anomaly pictures.",
)
@click.option(
    "--threshold",
    type=FiniteFloat(),
    help="Threshold of the anomaly score. Defaults to the threshold of the model.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
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
    """Evaluate an anomaly model on a DATASET of this station, or on folders of pictures."""
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
    log_to_stderr(settings.log_level)
    progress, total = ProgressLog(), len(pictures)
    evaluation = evaluate_model(
        judge,
        pictures,
        limit,
        lambda judged: progress.report(judged / total, f"{judged} of {total} pictures judged"),
    )
    click.echo(
        evaluation.model_dump_json(indent=2)
        if as_json
        else table(judge.bundle.manifest, evaluation)
    )


def _of_dataset(settings: StationSettings, dataset: str) -> list[LabelledPicture]:
    return [
        LabelledPicture(
            settings.data_dir / picture.path,
            picture.label.value,
            defect_type=picture.defect_type,
            mask=settings.data_dir / mask if (mask := path_of_mask(picture)) else None,
        )
        for picture in load_pictures(settings, dataset)
    ]


def _of_folders(normal: Path, anomaly: Path, masks: Path | None) -> list[LabelledPicture]:
    defects = folder_pictures(anomaly)
    mask_of = {path: _mask(path.relative_to(anomaly), masks) for path in defects} if masks else {}
    if masks and not any(mask_of.values()):
        example = defects[0].relative_to(anomaly).with_suffix(".png")
        raise click.UsageError(
            f"no mask in {masks} is named as a picture of {anomaly}; looked for {example}"
        )
    return [LabelledPicture(path, "normal") for path in folder_pictures(normal)] + [
        LabelledPicture(
            path,
            "anomaly",
            defect_type=path.parent.name if path.parent != anomaly else None,
            mask=mask_of.get(path),
        )
        for path in defects
    ]


def _mask(picture: Path, masks: Path) -> Path | None:
    """The PNG of the picture's stem, or of stem and `_mask` as MVTec AD names them."""
    names = (f"{picture.stem}.png", f"{picture.stem}_mask.png")
    candidates = (masks / picture.parent / name for name in names)
    return next((path for path in candidates if path.is_file()), None)
