"""Small ONNX files with the inputs and outputs that YOLO exports have."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from okng.models.bundle import write_bundle
from okng.models.detection.importing import DetectorOptions, import_yolo_onnx

SIZE = 64
BOXES = np.array([[10, 20, 30, 44], [0, 0, 8, 8], [40, 16, 56, 60]], np.float32)
"""[n, 4]: left, top, right and bottom of what every file finds."""
SCORES = np.array([[0.75, 0.1], [0.0, 0.05], [0.2, 0.5]], np.float32)
"""[n, classes]."""


def rows(layout: str) -> npt.NDArray[np.float32]:
    """What a layout's output has for `BOXES` and `SCORES`."""
    centre, size = (BOXES[:, :2] + BOXES[:, 2:]) / 2, BOXES[:, 2:] - BOXES[:, :2]
    match layout:
        case "yolov5":
            objectness = np.full((len(BOXES), 1), 0.8, np.float32)
            return np.hstack([centre, size, objectness, SCORES / objectness])[None]
        case "yolov8":
            return np.hstack([centre, size, SCORES]).T[None]
        case _:
            best = SCORES.argmax(axis=1)[:, None].astype(np.float32)
            return np.hstack([BOXES, SCORES.max(axis=1)[:, None], best])[None]


def export(
    output: npt.NDArray[np.float32],
    *,
    opset: int = 13,
    shape: tuple[int | str, ...] = (1, 3, SIZE, SIZE),
    names: str | None = None,
) -> bytes:
    """A model that gives `output` times the picture's highest value, so 1.0 of a white one."""
    nodes = [
        helper.make_node("ReduceMax", ["images"], ["highest"], axes=[1, 2, 3], keepdims=1),
        helper.make_node("Squeeze", ["highest"], ["bright"], axes=[3])
        if opset < 13
        else helper.make_node("Squeeze", ["highest", "three"], ["bright"]),
        helper.make_node("Mul", ["found", "bright"], ["output0"]),
    ]
    constants = [numpy_helper.from_array(np.asarray(output, np.float32), "found")]
    if opset >= 13:
        constants.append(numpy_helper.from_array(np.array([3], np.int64), "three"))
    graph = helper.make_graph(
        nodes,
        "export",
        [helper.make_tensor_value_info("images", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("output0", TensorProto.FLOAT, list(output.shape))],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8)
    if names is not None:
        helper.set_model_props(model, {"names": names})
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


def add_detector(root: Path, folder: Path) -> None:
    """The detector `parts` of scratches and dents among the models of `root`, by way of a file."""
    file = folder / "parts.onnx"
    file.write_bytes(export(rows("yolov8"), names="{0: 'scratch', 1: 'dent'}"))
    options = DetectorOptions(author="tests")
    write_bundle(root, "parts", *import_yolo_onnx(file, None, None, options))
