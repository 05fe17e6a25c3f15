"""Import of detectors: converts the files of another program to the content of a bundle."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from okng.models.bundles.manifest import (
    MODEL,
    DetectionDescription,
    DetectorLayout,
    ModelInput,
    SourceFile,
)
from okng.models.bundles.training_records import NETWORK_CFG, NETWORK_WEIGHTS
from okng.models.detection.class_names import check_class_count, read_class_names
from okng.models.detection.darknet import DarknetError, DarknetNetwork, read_network
from okng.models.detection.darknet.transfer_learning import retargeted_cfg
from okng.models.detection.graph_outputs import IMAGE
from okng.models.detection.nms import non_maximum_suppression
from okng.models.detection.resize import Resize, to_detector_input
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.errors import ImportedModelError, JudgementError
from okng.models.images.image_files import read_image
from okng.models.imported.export_metadata import agreed_names
from okng.models.imported.model_files import read_onnx
from okng.models.imported.yolo_layouts import YoloLayout
from okng.models.imported.yolo_onnx import WrappedDetector, read_export, wrap_yolo

NEVER = 1.0
"""A `nms_iou` that suppresses nothing, for networks that find each object once."""


@dataclass(frozen=True)
class DetectorOptions:
    """Options for an imported detector; None means as its files say, or the default.

    `resize` takes precedence even over the `.cfg`.
    """

    author: str
    size: ModelInput | None = None
    minimum_score: float | None = None
    nms_iou: float | None = None
    resize: Resize | None = None


def import_darknet(
    cfg: Path, weights: Path, names: Path, options: DetectorOptions
) -> tuple[DetectionDescription, dict[str, bytes]]:
    """Import a detector from darknet's `.cfg`, `.weights` and class file.

    Returns its description and its bundle's files: the graph, and the network for fine-tuning.
    Raises `ImportedModelError` for files that cannot be used or do not belong together.
    """
    size = options.size
    try:
        network = read_network(
            cfg,
            height=size.height if size else None,
            width=size.width if size else None,
            resize=options.resize,
        )
        classes = read_class_names(names)
        check_class_count(classes, names, network.classes)
        model = network.to_onnx(weights)
    except DarknetError as error:
        raise ImportedModelError(str(error)) from None
    model_input = ModelInput(height=network.input.height, width=network.input.width)
    files = [cfg, weights, names]
    described = _described(model, model_input, "darknet", network.resize, classes, files, options)
    return described, {MODEL: model} | _to_begin_with(network, weights)


def _to_begin_with(network: DarknetNetwork, weights: Path) -> dict[str, bytes]:
    """Darknet's two files for later fine-tuning; none where the network doesn't support it."""
    try:
        cfg = retargeted_cfg(network, network.classes)
    except DarknetError:
        return {}
    return {NETWORK_CFG: cfg.encode(), NETWORK_WEIGHTS: weights.read_bytes()}


def import_yolo_onnx(
    file: Path,
    names: Path | None,
    layout: YoloLayout | None,
    options: DetectorOptions,
    pictures: Sequence[Path] = (),
) -> tuple[DetectionDescription, bytes]:
    """Import a YOLO network's ONNX export, with a class file unless the export has names.

    The network's outputs for `pictures` help to determine its output layout. Raises
    `ImportedModelError` for files that cannot be used or do not belong together, and
    `okng.models.images.preprocessing.ImageError` for a bad picture.
    """
    export, metadata = read_export(read_onnx(file))
    class_names = read_class_names(names) if names else None
    classes = agreed_names(metadata.names, class_names, names)
    images = [read_image(picture) for picture in pictures]
    resize = options.resize or "letterbox"
    wrapped = wrap_yolo(
        export,
        metadata,
        len(classes),
        layout,
        options.size,
        lambda size: [
            to_detector_input(image, size.height, size.width, resize)[0] for image in images
        ],
    )
    files = [file, names] if names else [file]
    described = _described(
        wrapped.model,
        wrapped.input,
        wrapped.layout,
        _export_resize(wrapped),
        classes,
        files,
        options,
    )
    return described, wrapped.model


def _export_resize(wrapped: WrappedDetector) -> Resize:
    """How the exporting program resizes pictures: Ultralytics stretches for RT-DETR only."""
    return "stretch" if wrapped.layout == "rtdetr" else "letterbox"


def _described(
    model: bytes,
    size: ModelInput,
    layout: DetectorLayout,
    resize: Resize,
    classes: list[str],
    files: Sequence[Path],
    options: DetectorOptions,
) -> DetectionDescription:
    _check_run(model, size)
    usual_iou = NEVER if layout in ("yolov10", "rtdetr") else None
    thresholds = {
        "minimum_score": options.minimum_score,
        "nms_iou": usual_iou if options.nms_iou is None else options.nms_iou,
    }
    return DetectionDescription(
        input=size,
        author=options.author,
        created_at=datetime.now(UTC),
        classes=classes,
        layout=layout,
        resize=options.resize or resize,
        sources=[
            SourceFile(name=file.name, sha256=hashlib.sha256(file.read_bytes()).hexdigest())
            for file in files
        ],
        **{key: value for key, value in thresholds.items() if value is not None},
    )


def _check_run(model: bytes, size: ModelInput) -> None:
    """Raise `ImportedModelError` unless the outputs for a grey picture are finite."""
    grey = np.full((1, size.height, size.width, 3), 127, np.uint8)
    try:
        non_maximum_suppression(OnnxRuntimeEngine(model).run({IMAGE: grey}), 0, NEVER)
    except JudgementError as error:
        raise ImportedModelError(f"of a grey picture {error}") from None
