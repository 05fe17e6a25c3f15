"""Import of another program's model file, measured on this station's pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from okng.models.bundles.bundle import AnomalyBundle
from okng.models.bundles.imported_settings import ImportedSettings
from okng.models.bundles.manifest import ModelInput
from okng.models.images.image_files import read_image
from okng.models.images.image_format import ImageFormat
from okng.models.images.preprocessing import to_model_input
from okng.models.images.significant_bits import bits_note, measure_significant_bits
from okng.models.imported.anomalib_onnx import wrap_onnx
from okng.models.imported.openvino_ir import wrap_openvino
from okng.models.imported.wrapped_model import WrappedModel
from okng.models.training.anomaly.external_model import (
    ExternalModel,
    external_score_range,
    map_scale,
    measure_picture,
    open_wrapped,
    write_external,
)
from okng.models.training.format_consistency import model_format
from okng.models.training.request import TrainingPicture
from okng.models.training.training_pictures import common_folder, manifest_picture


class Source(Protocol):
    """The source of an imported model: the files of another program."""

    def wrap(self, map_scale: float) -> WrappedModel:
        """The model under okng's contract; raises `ImportedModelError` where it is none."""


@dataclass(frozen=True)
class OnnxSource:
    """An ONNX file; `size` is needed where the file leaves its input size open."""

    onnx: bytes
    size: ModelInput | None

    def wrap(self, map_scale: float) -> WrappedModel:
        """The model under okng's contract; raises `ImportedModelError` where it is none."""
        return wrap_onnx(self.onnx, self.size, map_scale)


@dataclass(frozen=True)
class OpenvinoSource:
    """The two files of an OpenVINO IR; `size` is needed where they leave the input size open."""

    xml: bytes
    weights: bytes
    size: ModelInput | None

    def wrap(self, map_scale: float) -> WrappedModel:
        """The model under okng's contract; raises `ImportedModelError` where it is none."""
        return wrap_openvino(self.xml, self.weights, self.size, map_scale)


@dataclass(frozen=True)
class ImportRequest:
    """A request to import a model, with pictures to measure it on that it has not learnt."""

    name: str
    root: Path
    source: Source
    method: ImportedSettings
    pictures: Sequence[TrainingPicture]
    allowed_false_reject_rate: float = 0.01
    threshold: float | None = None
    """None lets okng choose it."""
    author: str = ""
    threads: int = 1


def import_external(request: ImportRequest) -> AnomalyBundle:
    """Score the pictures, choose the threshold, and write the next version of the bundle.

    Raises `okng.models.imported.wrapped_model.ImportedModelError` for a model that can't be used,
    `okng.models.engines.engine.EngineMissingError` for one whose engine is not installed,
    `ImageError` for a bad picture, and what `write_external` raises.
    """
    wrapped = request.source.wrap(1)
    size = wrapped.input
    paths = [picture.path for picture in request.pictures]
    bits = measure_significant_bits(paths)
    formats = {}
    measured = []
    with open_wrapped(wrapped, request.threads) as engine:
        for path in paths:
            image = read_image(path)
            formats[str(path)] = ImageFormat.of(image)
            pixels = to_model_input(image, size.height, size.width, bits)
            measured.append(measure_picture(engine, pixels, path))
        good = next(picture.path for picture in request.pictures if picture.label == "normal")
        usual = to_model_input(read_image(good), size.height, size.width, bits)
        score_range = external_score_range(engine, size, [usual], measured)
    folder = common_folder(paths)
    normal = [
        measurement
        for picture, measurement in zip(request.pictures, measured, strict=True)
        if picture.label == "normal"
    ]
    dataset = [
        manifest_picture(picture, folder).model_copy(
            update={"split": "test", "score": measurement.score}
        )
        for picture, measurement in zip(request.pictures, measured, strict=True)
    ]
    method = request.method
    if method.threshold is None:
        method = method.model_copy(update={"threshold": wrapped.threshold})
    external = ExternalModel(
        wrapped=request.source.wrap(map_scale(normal)),
        method=method,
        backbone=None,
        dataset=dataset,
        allowed_false_reject_rate=request.allowed_false_reject_rate,
        threshold=request.threshold,
        author=request.author,
        warnings=[*_warnings(wrapped), *filter(None, [bits_note(bits)])],
        picture_format=model_format(formats, bits) if formats else None,
        score_range=score_range,
    )
    return write_external(request.root, request.name, external)


def _warnings(wrapped: WrappedModel) -> list[str]:
    warnings = ["imported model: it is unknown whether it learnt from its test pictures"]
    if wrapped.clamped:
        warnings.append(
            "its scores are clipped to a range, beyond which all parts score the same: export the "
            "model again with post_processor = None"
        )
    return warnings
