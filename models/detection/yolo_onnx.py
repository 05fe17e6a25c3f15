"""YOLO networks that other programs exported to ONNX, brought to okng's inputs and outputs.

They take float32 [1, 3, H, W], RGB in 0..1. Their outputs differ; c classes, n boxes:

| layout | output | one box |
|---|---|---|
| yolov5 (also v6, v7) | [1, n, 5 + c] | centre x and y, width, height, objectness, classes |
| yolov8 (also v9, v11, v12) | [1, 4 + c, n] | centre x and y, width, height, classes |
| yolov10 (end to end) | [1, n, 6] | left, top, right, bottom, score, number of the class |

Boxes are in pixels of the input, and scores are 0 to 1.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import onnx
from onnx import compose

from okng.models.detection.mish import rewrite_mish
from okng.models.detection.outputs import IMAGE, Decoded, detection_model
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.imported.onnx_file import agreed_size, parse, picture_input
from okng.models.imported.wrapped_model import ImportedModelError
from okng.models.manifest import ModelInput
from okng.models.onnx_graph import GraphBuilder

YoloLayout = Literal["yolov5", "yolov8", "yolov10"]
OLDEST_OPSET = 11
_PREFIX = "imported/"


@dataclass(frozen=True)
class WrappedDetector:
    """`okng.models.detection.outputs` over another program's graph."""

    model: bytes
    input: ModelInput
    layout: YoloLayout


def wrap_yolo(
    data: bytes,
    class_count: int,
    layout: YoloLayout | None = None,
    size: ModelInput | None = None,
) -> WrappedDetector:
    """Wrap the ONNX file `data`, whose layout is guessed from its shapes unless given.

    `size` is needed where the file leaves height and width open. Raises `ImportedModelError` for
    a file that is no such model, and where several layouts or none would fit its output.
    """
    model = parse(data, OLDEST_OPSET)
    taken = picture_input(model)
    size = agreed_size(taken.height, taken.width, size)
    _fix_input(model, taken.name, size)
    output, found = _chosen(_output_shapes(model, taken.name, size), class_count, layout)
    graph = GraphBuilder()
    graph.rename(graph.picture(IMAGE), _PREFIX + taken.name)
    graph.include(compose.add_prefix(model, _PREFIX))
    decoded = DECODERS[found](graph, _PREFIX + output, class_count)
    try:
        wrapped = detection_model(graph, found, (size.height, size.width), decoded)
    except (onnx.checker.ValidationError, onnx.shape_inference.InferenceError) as error:
        raise ImportedModelError(f"the model does not hold together: {error}") from None
    return WrappedDetector(rewrite_mish(wrapped, "rational"), size, found)


def class_names_inside(data: bytes) -> list[str] | None:
    """The names that Ultralytics' exports carry as `{0: 'person', ...}`; None where there are none.

    Raises `ImportedModelError` for a file that is no ONNX model.
    """
    metadata = {entry.key: entry.value for entry in parse(data, OLDEST_OPSET).metadata_props}
    try:
        names = ast.literal_eval(metadata.get("names", ""))
    except (ValueError, SyntaxError):
        return None
    if not isinstance(names, dict) or sorted(names) != list(range(len(names))):
        return None
    return [str(names[number]) for number in range(len(names))]


def _fix_input(model: onnx.ModelProto, name: str, size: ModelInput) -> None:
    (info,) = (one for one in model.graph.input if one.name == name)
    for dimension, length in zip(
        info.type.tensor_type.shape.dim, (1, 3, size.height, size.width), strict=True
    ):
        dimension.dim_value = length
    # What was inferred for another size, or for an open one, would stand against it.
    del model.graph.value_info[:]
    for output in model.graph.output:
        output.type.tensor_type.ClearField("shape")


def _output_shapes(model: onnx.ModelProto, name: str, size: ModelInput) -> dict[str, list[int]]:
    """The shapes of what the model gives for a picture: it is run once."""
    picture = np.zeros((1, 3, size.height, size.width), np.float32)
    try:
        outputs = OnnxRuntimeEngine(model.SerializeToString()).run({name: picture})
    except Exception as error:  # noqa: BLE001  # ONNX Runtime's errors have no class of their own.
        raise ImportedModelError(f"ONNX Runtime can't run the model: {error}") from None
    return {output: list(value.shape) for output, value in outputs.items()}


def _chosen(
    shapes: Mapping[str, Sequence[int]], class_count: int, layout: YoloLayout | None
) -> tuple[str, YoloLayout]:
    """The output that has the boxes, and its layout."""
    asked = list(DECODERS) if layout is None else [layout]
    fitting = [
        (name, one)
        for name, shape in shapes.items()
        for one in asked
        if _fits(shape, one, class_count)
    ]
    if len(fitting) == 1:
        return fitting[0]
    found = ", ".join(f"{name} {shape}" for name, shape in shapes.items())
    if fitting:
        several = " and ".join(one for _, one in fitting)
        raise ImportedModelError(
            f"the model's outputs {found} may be of {several} with {class_count} classes: "
            "say which with --layout"
        )
    needed = ", ".join(f"{one} {_wanted(one, class_count)}" for one in asked)
    raise ImportedModelError(
        f"the model's outputs are {found}; with {class_count} classes allowed are {needed}"
    )


def _fits(shape: Sequence[int], layout: YoloLayout, class_count: int) -> bool:
    if len(shape) != 3 or shape[0] != 1:
        return False
    match layout:
        case "yolov5":
            return shape[2] == 5 + class_count
        case "yolov8":
            return shape[1] == 4 + class_count
        case "yolov10":
            return shape[2] == 6


def _wanted(layout: YoloLayout, class_count: int) -> str:
    match layout:
        case "yolov5":
            return f"[1, n, {5 + class_count}]"
        case "yolov8":
            return f"[1, {4 + class_count}, n]"
        case "yolov10":
            return "[1, n, 6]"


def _corners(graph: GraphBuilder, rows: str) -> str:
    """Left, top, right and bottom of rows that begin with centre x and y, width and height."""
    centre = graph.slice(rows, 2, 0, 2)
    half = graph.add("Mul", graph.slice(rows, 2, 2, 4), graph.constant(0.5))
    return graph.add(
        "Concat", graph.add("Sub", centre, half), graph.add("Add", centre, half), axis=2
    )


def _decode_v5(graph: GraphBuilder, rows: str, class_count: int) -> Decoded:
    objectness = graph.slice(rows, 2, 4, 5)
    classes = graph.slice(rows, 2, 5, 5 + class_count)
    return Decoded(
        boxes=_corners(graph, rows),
        objectness=graph.add("Squeeze", objectness, graph.shape(2)),
        scores=graph.add("Mul", classes, objectness),
    )


def _decode_v8(graph: GraphBuilder, columns: str, class_count: int) -> Decoded:
    rows = graph.add("Transpose", columns, perm=[0, 2, 1])
    scores = graph.slice(rows, 2, 4, 4 + class_count)
    return Decoded(
        boxes=_corners(graph, rows),
        objectness=graph.add("Squeeze", graph.top_k(scores, 1), graph.shape(2)),
        scores=scores,
    )


def _decode_v10(graph: GraphBuilder, rows: str, class_count: int) -> Decoded:
    score = graph.slice(rows, 2, 4, 5)
    numbers = graph.constant(np.arange(class_count)[None, None])
    is_class = graph.add("Equal", graph.slice(rows, 2, 5, 6), numbers)
    return Decoded(
        boxes=graph.slice(rows, 2, 0, 4),
        objectness=graph.add("Squeeze", score, graph.shape(2)),
        scores=graph.add("Mul", graph.add("Cast", is_class, to=onnx.TensorProto.FLOAT), score),
    )


DECODERS: dict[YoloLayout, Callable[[GraphBuilder, str, int], Decoded]] = {
    "yolov5": _decode_v5,
    "yolov8": _decode_v8,
    "yolov10": _decode_v10,
}
