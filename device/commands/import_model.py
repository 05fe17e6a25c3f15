"""`okng import-model`: a model that anomalib exported becomes a model version of this station."""

from __future__ import annotations

import getpass
import hashlib
from pathlib import Path

import click
from pydantic import ValidationError

from okng.device.commands.options import with_settings
from okng.device.settings import StationSettings
from okng.device.store.datasets import DatasetStore
from okng.device.types import Label
from okng.models.bundle import BundleError, ModelInput
from okng.models.imported.anomalib_onnx import ImportedModelError, WrappedModel, wrap_onnx
from okng.models.imported.settings import ImportedSettings
from okng.models.preprocessing import ImageError
from okng.models.training.external_model import ExternalModel, write_external

MINIMUM_NORMAL_IMAGES = 20


@click.command("import-model")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--name", required=True, help="Name of the model on this station.")
@click.option(
    "--dataset",
    required=True,
    help="Dataset of this station that the model is measured on: 20 good pictures or more, "
    "which the model has not learnt from.",
)
@click.option("--threshold", type=float, help="By default chosen from the good pictures.")
@click.option(
    "--false-reject-rate",
    type=click.FloatRange(0.0001, 0.2),
    default=0.01,
    show_default=True,
    help="Share of good parts that the threshold may reject.",
)
@click.option("--input-size", type=int, nargs=2, help="HEIGHT WIDTH where the file is open.")
@with_settings
def import_model(
    settings: StationSettings,
    file: Path,
    name: str,
    dataset: str,
    threshold: float | None,
    false_reject_rate: float,
    input_size: tuple[int, int] | None,
) -> None:
    """Import the ONNX FILE of a model that anomalib exported."""
    data = file.read_bytes()
    try:
        wrapped = wrap_onnx(data, _size(input_size))
        external = ExternalModel(
            wrapped=wrapped,
            method=ImportedSettings(file=file.name, sha256=hashlib.sha256(data).hexdigest()),
            backbone=None,
            learnt=(),
            unseen_normal=_pictures(settings.data_dir, dataset, Label.NORMAL),
            anomaly=_pictures(settings.data_dir, dataset, Label.ANOMALY),
            allowed_false_reject_rate=false_reject_rate,
            threshold=threshold,
            author=getpass.getuser(),
            warnings=_warnings(wrapped),
        )
        threads = settings.inference.threads
        bundle = write_external(settings.data_dir / "models", name, external, threads)
    except (ImportedModelError, BundleError, ImageError) as error:
        raise click.ClickException(f"{file}: {error}") from None
    manifest = bundle.manifest
    click.echo(f"{manifest.name} version {manifest.version}: threshold {manifest.threshold:.6g}")
    for warning in manifest.warnings:
        click.echo(f"warning: {warning}")


def _size(given: tuple[int, int] | None) -> ModelInput | None:
    if given is None:
        return None
    try:
        return ModelInput(height=given[0], width=given[1])
    except ValidationError as error:
        raise click.UsageError(f"--input-size {given}: {error.errors()[0]['msg']}") from None


def _pictures(data_dir: Path, dataset: str, label: Label) -> list[Path]:
    store = DatasetStore(data_dir)
    pictures = [data_dir / one.path for one in store.pictures(dataset, label)]
    if label is Label.NORMAL and len(pictures) < MINIMUM_NORMAL_IMAGES:
        there = ", ".join(summary.name for summary in store.summaries())
        raise click.UsageError(
            f"dataset {dataset!r} has {len(pictures)} good pictures; at least "
            f"{MINIMUM_NORMAL_IMAGES} are needed; datasets are: {there or 'none'}"
        )
    return pictures


def _warnings(wrapped: WrappedModel) -> list[str]:
    warnings = ["imported: whether it learnt from the pictures it was measured on is not known"]
    if wrapped.clamped:
        warnings.append(
            "its scores are cut off to a range, beyond which all parts look equal: export it "
            "again with post_processor = None"
        )
    return warnings
