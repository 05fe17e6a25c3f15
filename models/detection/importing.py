"""From the files of a detector to what a bundle is written of."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from okng.models.detection.class_names import check_class_count, read_class_names
from okng.models.detection.darknet import DarknetError, DarknetNetwork, read_network
from okng.models.detection.darknet.retargeting import retargeted_cfg
from okng.models.detection.outputs import IMAGE
from okng.models.detection.selection import select
from okng.models.detection.training_record import NETWORK_CFG, NETWORK_WEIGHTS
from okng.models.detection.yolo_onnx import YoloLayout, class_names_inside, wrap_yolo
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.imported.model_files import read_onnx
from okng.models.imported.wrapped_model import ImportedModelError
from okng.models.judgement_error import JudgementError
from okng.models.manifest import (
    MODEL,
    DetectionDescription,
    DetectorLayout,
    ModelInput,
    SourceFile,
)

NEVER = 1.0
"""As `nms_iou`: nothing overlaps more. For networks that find each object once by themselves."""


@dataclass(frozen=True)
class DetectorOptions:
    """What a person may say of a detector; None stands for what its files say, or the usual."""

    author: str
    size: ModelInput | None = None
    minimum_score: float | None = None
    nms_iou: float | None = None


def import_darknet(
    cfg: Path, weights: Path, names: Path, options: DetectorOptions
) -> tuple[DetectionDescription, dict[str, bytes]]:
    """A detector of darknet's `.cfg`, `.weights` and class file, and the files of its bundle.

    These are the graph, and what fine-tuning can begin with. Raises `ImportedModelError` for files
    that cannot be used or do not go together.
    """
    size = options.size
    try:
        network = read_network(
            cfg, height=size.height if size else None, width=size.width if size else None
        )
        classes = read_class_names(names)
        check_class_count(classes, names, network.classes)
        model = network.to_onnx(weights)
    except DarknetError as error:
        raise ImportedModelError(str(error)) from None
    taken = ModelInput(height=network.picture.height, width=network.picture.width)
    files = [cfg, weights, names]
    described = _described(model, taken, "darknet", classes, files, options)
    return described, {MODEL: model} | _to_begin_with(network, weights)


def _to_begin_with(network: DarknetNetwork, weights: Path) -> dict[str, bytes]:
    """Darknet's two files, as a fine-tuned detector has them; none of a network that can't be."""
    try:
        cfg = retargeted_cfg(network, network.classes)
    except DarknetError:
        return {}
    return {NETWORK_CFG: cfg.encode(), NETWORK_WEIGHTS: weights.read_bytes()}


def import_yolo_onnx(
    file: Path, names: Path | None, layout: YoloLayout | None, options: DetectorOptions
) -> tuple[DetectionDescription, bytes]:
    """A detector of a YOLO network's ONNX export, with a class file unless the export has names.

    Raises `ImportedModelError` for files that cannot be used or do not go together.
    """
    data = read_onnx(file)
    classes = read_class_names(names) if names else class_names_inside(data)
    if classes is None:
        raise ImportedModelError("the file does not name its classes: give a class file")
    wrapped = wrap_yolo(data, len(classes), layout, options.size)
    files = [file, names] if names else [file]
    described = _described(wrapped.model, wrapped.input, wrapped.layout, classes, files, options)
    return described, wrapped.model


def _described(
    model: bytes,
    size: ModelInput,
    layout: DetectorLayout,
    classes: list[str],
    files: Sequence[Path],
    options: DetectorOptions,
) -> DetectionDescription:
    _check_run(model, size)
    usual_iou = NEVER if layout == "yolov10" else None
    given = {
        "minimum_score": options.minimum_score,
        "nms_iou": usual_iou if options.nms_iou is None else options.nms_iou,
    }
    return DetectionDescription(
        input=size,
        author=options.author,
        created_at=datetime.now(UTC),
        classes=classes,
        layout=layout,
        sources=[
            SourceFile(name=file.name, sha256=hashlib.sha256(file.read_bytes()).hexdigest())
            for file in files
        ],
        **{key: value for key, value in given.items() if value is not None},
    )


def _check_run(model: bytes, size: ModelInput) -> None:
    """Raise `ImportedModelError` unless the model answers a grey picture with finite numbers."""
    grey = np.full((1, size.height, size.width, 3), 127, np.uint8)
    try:
        select(OnnxRuntimeEngine(model).run({IMAGE: grey}), 0, NEVER)
    except JudgementError as error:
        raise ImportedModelError(f"of a grey picture {error}") from None
