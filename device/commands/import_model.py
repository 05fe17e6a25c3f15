"""`okng import-model`: a model that anomalib exported becomes a model version of this station."""

from __future__ import annotations

import hashlib
from pathlib import Path

import click
from pydantic import ValidationError

from okng.device.commands.options import user, with_settings
from okng.device.settings import StationSettings
from okng.device.store.datasets import DatasetStore
from okng.models.bundle import BundleError
from okng.models.engines.engine import EngineMissing
from okng.models.imported.model_files import CHECKPOINT, OPENVINO, model_file, read_onnx
from okng.models.imported.settings import ImportedSettings
from okng.models.imported.wrapped_model import ImportedModelError
from okng.models.manifest import AnomalyManifest, ModelInput
from okng.models.preprocessing import ImageError
from okng.models.training.anomalib.checkpoint import export_checkpoint
from okng.models.training.environment import MissingEnvironment, find_environment
from okng.models.training.imported_model import (
    ImportRequest,
    OnnxSource,
    OpenvinoSource,
    Source,
    import_external,
)
from okng.models.training.request import MINIMUM_NORMAL_IMAGES, TrainingError, TrainingPicture


@click.command("import-model")
@click.argument("file", type=click.Path(path_type=Path, exists=True))
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
    """Import FILE, a model of anomalib's: ONNX, OpenVINO, a checkpoint, or a folder or zip of one.

    A checkpoint needs the training environment.
    """
    root, threads = settings.data_dir / "models", settings.inference.threads
    pictures = _pictures(settings.data_dir, dataset)
    try:
        with model_file(file) as found:
            source, method = _source(found, _size(input_size), settings)
            request = ImportRequest(
                name=name,
                root=root,
                source=source,
                method=method,
                pictures=pictures,
                allowed_false_reject_rate=false_reject_rate,
                threshold=threshold,
                author=user(),
                threads=threads,
            )
            manifest = import_external(request).manifest
    except (
        ImportedModelError,
        BundleError,
        ImageError,
        EngineMissing,
        MissingEnvironment,
        TrainingError,
    ) as error:
        raise click.ClickException(f"{file}: {error}") from None
    _print(manifest)


def _source(
    file: Path, size: ModelInput | None, settings: StationSettings
) -> tuple[Source, ImportedSettings]:
    method = ImportedSettings(file=file.name, sha256=hashlib.sha256(file.read_bytes()).hexdigest())
    if file.suffix == OPENVINO:
        weights = file.with_suffix(".bin").read_bytes()
        return OpenvinoSource(file.read_bytes(), weights, size), method
    if file.suffix != CHECKPOINT:
        return OnnxSource(read_onnx(file), size), method
    environment = find_environment(settings.train_environment)
    root, threads = settings.data_dir / "models", settings.inference.threads
    exported = export_checkpoint(file, size, environment, root, threads)
    known = {
        "model": exported.model,
        "transform": exported.transform,
        "threshold": exported.threshold,
    }
    return OnnxSource(exported.onnx, None), method.model_copy(update=known)


def _size(given: tuple[int, int] | None) -> ModelInput | None:
    if given is None:
        return None
    try:
        return ModelInput(height=given[0], width=given[1])
    except ValidationError as error:
        raise click.UsageError(f"--input-size {given}: {error.errors()[0]['msg']}") from None


def _pictures(data_dir: Path, dataset: str) -> list[TrainingPicture]:
    """All of the dataset: the import learns from none, so nothing has to be put aside."""
    store = DatasetStore(data_dir)
    pictures = [
        TrainingPicture(
            path=data_dir / one.path,
            label=one.label.value,
            batch=one.batch,
            defect_type=one.defect_type,
        )
        for one in store.pictures(dataset)
    ]
    normal = sum(one.label == "normal" for one in pictures)
    if normal < MINIMUM_NORMAL_IMAGES:
        there = ", ".join(summary.name for summary in store.summaries())
        raise click.UsageError(
            f"dataset {dataset!r} has {normal} good pictures; at least "
            f"{MINIMUM_NORMAL_IMAGES} are needed; datasets are: {there or 'none'}"
        )
    return pictures


def _print(manifest: AnomalyManifest) -> None:
    click.echo(f"{manifest.name} version {manifest.version}: threshold {manifest.threshold:.6g}")
    size, method = manifest.input, manifest.method
    click.echo(f"input {size.width} x {size.height} px")
    assert isinstance(method, ImportedSettings)
    if method.model:
        click.echo(f"anomalib's {method.model}; it does to a picture: {method.transform}")
    if method.threshold is not None:
        click.echo(f"anomalib's own threshold, which is not used: {method.threshold:.6g}")
    for warning in manifest.warnings:
        click.echo(f"warning: {warning}")
