"""`okng import-model`: a model that anomalib exported becomes a model version of this station."""

from __future__ import annotations

import hashlib
from pathlib import Path

import click
from pydantic import ValidationError

from okng.device.commands.options import (
    NAME,
    FiniteFloat,
    false_reject_rate_option,
    user,
    with_settings,
)
from okng.device.datasets.store import DatasetStore
from okng.device.settings.settings import StationSettings
from okng.models.bundles.bundle import BundleError
from okng.models.bundles.imported_settings import ImportedSettings
from okng.models.bundles.manifest import AnomalyManifest, ModelInput
from okng.models.engines.engine import EngineMissingError
from okng.models.errors import ImportedModelError
from okng.models.images.preprocessing import ImageError
from okng.models.imported.model_files import CHECKPOINT, OPENVINO, model_file, read_onnx
from okng.models.training.anomalib.checkpoint import export_checkpoint
from okng.models.training.anomaly.import_model import (
    ImportRequest,
    OnnxSource,
    OpenvinoSource,
    Source,
    import_external,
)
from okng.models.training.request import MINIMUM_NORMAL_IMAGES, TrainingError, TrainingPicture
from okng.models.training.subprocess.environment import MissingEnvironmentError, find_environment
from okng.models.validation_words import explain_first


@click.command("import-model")
@click.argument("file", type=click.Path(path_type=Path, exists=True))
@click.option("--name", type=NAME, required=True, help="Name of the new model on this station.")
@click.option(
    "--dataset",
    type=NAME,
    required=True,
    help="Dataset that the model is evaluated on, with at least 20 good pictures that the model "
    "was not trained on.",
)
@click.option(
    "--threshold",
    type=FiniteFloat(),
    help="Threshold of the anomaly score. Defaults to one chosen from the good pictures.",
)
@false_reject_rate_option
@click.option(
    "--input-size",
    type=int,
    nargs=2,
    help="Height and width of the model input, if the file leaves them open.",
)
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
    """Import an anomalib model from FILE: ONNX, OpenVINO, a checkpoint, or a folder or zip of one.

    A checkpoint needs the training environment.
    """
    root, threads = settings.data_dir / "models", settings.inference.threads
    pictures = _pictures(settings.data_dir, dataset)
    try:
        with model_file(file) as path:
            source, method = _source(path, _size(input_size), settings)
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
        EngineMissingError,
        MissingEnvironmentError,
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
    settings_of_export = {
        "model": exported.model,
        "transform": exported.transform,
        "threshold": exported.threshold,
    }
    return OnnxSource(exported.onnx, None), method.model_copy(update=settings_of_export)


def _size(size: tuple[int, int] | None) -> ModelInput | None:
    if size is None:
        return None
    try:
        return ModelInput(height=size[0], width=size[1])
    except ValidationError as error:
        raise click.UsageError(f"--input-size {size}: {explain_first(error)}") from None


def _pictures(data_dir: Path, dataset: str) -> list[TrainingPicture]:
    """All of the dataset: the import learns from none, so nothing has to be put aside."""
    store = DatasetStore(data_dir)
    pictures = [
        TrainingPicture(
            path=data_dir / picture.path,
            label=picture.label.value,
            batch=picture.batch,
            defect_type=picture.defect_type,
        )
        for picture in store.pictures(dataset)
    ]
    normal = sum(picture.label == "normal" for picture in pictures)
    if normal < MINIMUM_NORMAL_IMAGES:
        names = ", ".join(store.names())
        raise click.UsageError(
            f"dataset {dataset!r} has {normal} good pictures; at least "
            f"{MINIMUM_NORMAL_IMAGES} are needed; datasets are: {names or 'none'}"
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
