"""A model file of another program is measured on this station's pictures and becomes a bundle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from okng.models.bundle import AnomalyBundle
from okng.models.imported.anomalib_onnx import wrap_onnx
from okng.models.imported.openvino_ir import wrap_openvino
from okng.models.imported.settings import ImportedSettings
from okng.models.imported.wrapped_model import WrappedModel
from okng.models.manifest import ModelInput
from okng.models.preprocessing import read_image, to_model_input
from okng.models.training.external_model import (
    ExternalModel,
    map_scale,
    measure,
    opened,
    write_external,
)
from okng.models.training.pictures import common_folder, dataset_image
from okng.models.training.request import TrainingPicture


class Source(Protocol):
    """What a model is made from."""

    def wrap(self, map_scale: float) -> WrappedModel:
        """The model under okng's contract; raises `ImportedModelError` where it is none."""


@dataclass(frozen=True)
class OnnxSource:
    """An ONNX file; `size` is needed where it is open."""

    onnx: bytes
    size: ModelInput | None

    def wrap(self, map_scale: float) -> WrappedModel:
        """The model under okng's contract; raises `ImportedModelError` where it is none."""
        return wrap_onnx(self.onnx, self.size, map_scale)


@dataclass(frozen=True)
class OpenvinoSource:
    """OpenVINO's two files; `size` is needed where they are open."""

    xml: bytes
    weights: bytes
    size: ModelInput | None

    def wrap(self, map_scale: float) -> WrappedModel:
        """The model under okng's contract; raises `ImportedModelError` where it is none."""
        return wrap_openvino(self.xml, self.weights, self.size, map_scale)


@dataclass(frozen=True)
class ImportRequest:
    """What to import, and the pictures that it is measured on: it should not have learnt them."""

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
    `okng.models.engines.engine.EngineMissing` for one whose engine is not installed,
    `okng.models.preprocessing.ImageError` for a bad picture, and what `write_external` raises.
    """
    wrapped = request.source.wrap(1)
    size = wrapped.input
    paths = [picture.path for picture in request.pictures]
    with opened(wrapped, request.threads) as engine:
        measured = [
            measure(engine, to_model_input(read_image(path), size.height, size.width), path)
            for path in paths
        ]
    folder = common_folder(paths)
    normal = [
        one
        for picture, one in zip(request.pictures, measured, strict=True)
        if picture.label == "normal"
    ]
    dataset = [
        dataset_image(picture, folder).model_copy(update={"split": "test", "score": one.score})
        for picture, one in zip(request.pictures, measured, strict=True)
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
        warnings=_warnings(wrapped),
    )
    return write_external(request.root, request.name, external)


def _warnings(wrapped: WrappedModel) -> list[str]:
    warnings = ["imported: whether it learnt from the pictures it was measured on is not known"]
    if wrapped.clamped:
        warnings.append(
            "its scores are cut off to a range, beyond which all parts look equal: export it "
            "again with post_processor = None"
        )
    return warnings
