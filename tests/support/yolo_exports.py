"""Small ONNX files with the inputs and outputs that YOLO exports have."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from okng.models.bundles.bundle import write_bundle
from okng.models.imported.import_detector import DetectorOptions, import_yolo_onnx

SIZE = 64
BOXES = np.array([[10, 20, 30, 44], [0, 0, 8, 8], [40, 16, 56, 60]], np.float32)
"""[n, 4]: left, top, right and bottom of the objects that every file detects."""
SCORES = np.array([[0.75, 0.1], [0.0, 0.05], [0.2, 0.5]], np.float32)
"""[n, classes]."""


def rows(layout: str) -> npt.NDArray[np.float32]:
    """The output of a layout for `BOXES` and `SCORES`."""
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
    metadata: Mapping[str, str] | None = None,
) -> bytes:
    """A model that returns `output` for a picture with a pixel of half of white, else zeros."""
    nodes = [
        helper.make_node("ReduceMax", ["images"], ["highest"], axes=[1, 2, 3], keepdims=1),
        helper.make_node("Round" if opset >= 11 else "Floor", ["highest"], ["whole"]),
        helper.make_node("Squeeze", ["whole"], ["bright"], axes=[3])
        if opset < 13
        else helper.make_node("Squeeze", ["whole", "three"], ["bright"]),
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
    properties = {**({} if names is None else {"names": names}), **(metadata or {})}
    if properties:
        helper.set_model_props(model, properties)
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


def constant_export(
    outputs: Mapping[str, npt.NDArray[np.floating]],
    size: int = SIZE,
    *,
    kind: int = TensorProto.FLOAT,
    shape: tuple[int | str, ...] | None = None,
    scale: float | None = None,
    metadata: Mapping[str, str] | None = None,
) -> bytes:
    """A model that returns these outputs for every picture; `scale` divides the picture first."""
    constants = [numpy_helper.from_array(np.zeros((), np.float32), "zero")]
    nodes = [helper.make_node("Cast", ["images"], ["numbers"], to=TensorProto.FLOAT)]
    if scale is not None:
        constants.append(numpy_helper.from_array(np.float32(scale), "scale"))
        nodes.append(helper.make_node("Div", ["numbers", "scale"], ["scaled"]))
    nodes += [
        helper.make_node("ReduceMean", [nodes[-1].output[0]], ["mean"], keepdims=0),
        helper.make_node("Mul", ["mean", "zero"], ["nothing"]),
    ]
    for name, values in outputs.items():
        constants.append(numpy_helper.from_array(np.asarray(values, np.float32), f"{name}.given"))
        nodes.append(helper.make_node("Add", [f"{name}.given", "nothing"], [f"{name}.float"]))
        nodes.append(helper.make_node("Cast", [f"{name}.float"], [name], to=kind))
    graph = helper.make_graph(
        nodes,
        "export",
        [helper.make_tensor_value_info("images", kind, shape or (1, 3, size, size))],
        [helper.make_tensor_value_info(k, kind, list(v.shape)) for k, v in outputs.items()],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    if metadata:
        helper.set_model_props(model, dict(metadata))
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


def add_detector(root: Path, folder: Path) -> None:
    """Imports the detector `parts` of scratches and dents from a file into the models of `root`."""
    file = folder / "parts.onnx"
    file.write_bytes(export(rows("yolov8"), names="{0: 'scratch', 1: 'dent'}"))
    options = DetectorOptions(author="tests")
    write_bundle(root, "parts", *import_yolo_onnx(file, None, None, options))
