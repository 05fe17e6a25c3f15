"""ONNX exports of YOLO networks, converted to okng's graph contract.

They take float32 or float16 [1, 3, H, W], RGB in 0..1. With c classes and n boxes, outputs are:

| layout | output | one box |
|---|---|---|
| yolov5 (also v6, v7) | [1, n, 5 + c] | centre x and y, width, height, objectness, classes |
| yolov8 (also v9, v11, v12) | [1, 4 + c, n], [1, n, 4 + c] | centre x and y, size, classes |
| yolov10 (end to end) | [1, n, 6] | left, top, right, bottom, score, number of the class |
| rtdetr | [1, n, 4 + c] | centre x and y, width, height as shares of the input, classes |

Boxes are in pixels of the input, for rtdetr in shares of it, and scores are 0 to 1. The layout is
determined from the file's metadata and its outputs for some pictures; where two readings are
possible, a person has to decide.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, compose, numpy_helper

from okng.models.arrays import FloatArray, Uint8Array
from okng.models.bundles.manifest import ModelInput
from okng.models.detection.graph_outputs import IMAGE, DecodedTensors, detection_model
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.errors import ImportedModelError
from okng.models.images.extreme_images import extreme_images
from okng.models.imported.export_metadata import ExportMetadata
from okng.models.imported.onnx_file import agreed_size, image_input, parse
from okng.models.imported.unsupported_exports import what_it_may_be
from okng.models.imported.yolo_layouts import (
    LAYOUTS,
    OutputReading,
    ReadingCheck,
    YoloLayout,
    anchors_of_each_cell,
    check_reading,
    counted,
    needed_shape,
    readings,
)
from okng.models.onnx.graph import GraphBuilder
from okng.models.onnx.mish import rewrite_mish
from okng.models.onnx.single_precision import to_single_precision

OLDEST_OPSET = 11
_PREFIX = "imported/"

Answers = dict[str, list[FloatArray]]
"""The values of each output for each of the tried pictures."""


@dataclass(frozen=True)
class WrappedDetector:
    """Another program's graph with the outputs of `okng.models.detection.graph_outputs`."""

    model: bytes
    input: ModelInput
    layout: YoloLayout


def read_export(data: bytes) -> tuple[onnx.ModelProto, ExportMetadata]:
    """Read an ONNX export, converted to single precision, and its metadata.

    Raises `ImportedModelError` for a file that is not ONNX, or a model that does not detect boxes.
    """
    model = parse(data, OLDEST_OPSET)
    metadata = ExportMetadata.of(model)
    if metadata.task not in (None, "detect"):
        raise ImportedModelError(
            f"the file says that its task is {metadata.task!r}; supported is 'detect': upright "
            "boxes with a class"
        )
    return model, metadata


def wrap_yolo(
    model: onnx.ModelProto,
    metadata: ExportMetadata,
    class_count: int,
    layout: YoloLayout | None = None,
    size: ModelInput | None = None,
    pictures: Callable[[ModelInput], Sequence[Uint8Array]] = lambda size: [],
) -> WrappedDetector:
    """Wrap the export; unless given, its layout is determined from metadata and outputs.

    `size` is needed where the file leaves height and width open. `pictures` makes inputs from real
    pictures, on which the outputs are checked besides synthetic ones. Raises `ImportedModelError`
    for a file that is not such a model, and where several layouts or none fit its outputs.
    """
    graph_input = image_input(model, half_precision=True)
    to_single_precision(model)
    if graph_input.height is None and graph_input.width is None:
        size = size or metadata.size
    size = agreed_size(graph_input.height, graph_input.width, size)
    _fix_input(model, graph_input.name, size)
    scale = 255.0 if _takes_bytes(model, graph_input.name) else 1.0
    layouts = _allowed_layouts(metadata, layout)
    inputs = [*extreme_images(size.height, size.width), *pictures(size)]
    answers = _answers(model, graph_input.name, inputs, scale)
    reading = _chosen(
        answers, class_count, layouts, size, is_told=layout is not None or metadata.end_to_end
    )
    if layout is None:
        _check_pixels_known(reading, answers, size)
    graph = GraphBuilder()
    planes = graph.image_planes(IMAGE)
    if scale != 1:
        planes = graph.add("Mul", planes, graph.constant(scale))
    graph.rename(planes, _PREFIX + graph_input.name)
    graph.include(compose.add_prefix(model, _PREFIX))
    decoded = _decode(graph, reading, class_count, size)
    try:
        wrapped = detection_model(graph, reading.layout, (size.height, size.width), decoded)
    except (onnx.checker.ValidationError, onnx.shape_inference.InferenceError) as error:
        raise ImportedModelError(f"the model does not hold together: {error}") from None
    return WrappedDetector(rewrite_mish(wrapped, "rational"), size, reading.layout)


def _fix_input(model: onnx.ModelProto, name: str, size: ModelInput) -> None:
    (info,) = (value for value in model.graph.input if value.name == name)
    for dimension, length in zip(
        info.type.tensor_type.shape.dim, (1, 3, size.height, size.width), strict=True
    ):
        dimension.dim_value = length
    # Shapes inferred for another size, or an open one, would contradict the new size.
    del model.graph.value_info[:]
    for output in model.graph.output:
        output.type.tensor_type.ClearField("shape")


def _takes_bytes(model: onnx.ModelProto, name: str) -> bool:
    """Whether the graph begins with a division, and so takes pixels in 0..255."""
    constants = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type == "Constant" and node.attribute[0].name == "value":
            constants[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)
    passed = {name}
    for node in model.graph.node:
        if not passed.intersection(node.input):
            continue
        if node.op_type in ("Cast", "Identity", "Transpose", "Gather", "Split", "Slice"):
            passed.update(node.output)
            continue
        values = [constants[name] for name in node.input if name in constants]
        if not values or not np.issubdtype(values[0].dtype, np.floating) or not values[0].size:
            return False
        largest = float(np.abs(values[0]).max())
        return (
            (node.op_type == "Div" and largest >= 32)
            or (node.op_type == "Mul" and largest <= 1 / 32)
            or (node.op_type == "Sub" and largest > 1.5)
        )
    return False


def _allowed_layouts(metadata: ExportMetadata, layout: YoloLayout | None) -> Sequence[YoloLayout]:
    if layout:
        return [layout]
    if metadata.is_rtdetr:
        return ["rtdetr"]
    return ["yolov10"] if metadata.end_to_end else LAYOUTS


def _answers(
    model: onnx.ModelProto, name: str, inputs: Sequence[Uint8Array], scale: float
) -> Answers:
    """The model's outputs for the pictures, without pictures that give non-finite values."""
    try:
        engine = OnnxRuntimeEngine(model.SerializeToString())
        outputs = [
            engine.run({name: np.float32(scale / 255) * image.transpose(0, 3, 1, 2)})
            for image in inputs
        ]
    except Exception as error:  # noqa: BLE001  # ONNX Runtime's errors have no class of their own.
        raise ImportedModelError(f"ONNX Runtime can't run the model: {error}") from None
    usable = [answer for answer in outputs if all(map(_is_finite, answer.values()))]
    if not usable:
        raise ImportedModelError(
            f"of none of {len(inputs)} pictures the model gives numbers that are all finite"
        )
    shapes = {name: {answer[name].shape for answer in usable} for name in usable[0]}
    varying = [name for name, each in shapes.items() if len(each) > 1]
    if varying:
        raise ImportedModelError(
            f"the shape of the model's output {varying[0]!r} changes with the picture "
            f"({', '.join(map(str, sorted(shapes[varying[0]])[:3]))}): it was exported with "
            "non-maximum suppression, which okng does itself; export it without"
        )
    return {name: [answer[name] for answer in usable] for name in usable[0]}


def _is_finite(values: npt.NDArray[np.generic]) -> bool:
    return not np.issubdtype(values.dtype, np.floating) or bool(np.isfinite(values).all())


def _chosen(
    answers: Answers,
    class_count: int,
    layouts: Sequence[YoloLayout],
    size: ModelInput,
    *,
    is_told: bool,
) -> OutputReading:
    """The one reading that fits shapes and answers."""
    shapes = {name: list(values[0].shape) for name, values in answers.items()}
    listed = ", ".join(f"{name} {shape}" for name, shape in shapes.items())
    by_shape = readings(shapes, class_count, layouts)
    if not by_shape:
        needed = ", ".join(f"{layout} {needed_shape(layout, class_count)}" for layout in layouts)
        raise ImportedModelError(
            f"the model's outputs are {listed}; with {counted(class_count)} allowed are {needed}"
            + what_it_may_be(shapes, class_count)
        )
    verdicts = [
        check_reading(reading, answers[reading.output], size, class_count, is_told=is_told)
        for reading in by_shape
    ]
    possible = [check for check in verdicts if check.problem is None]
    # Where another reading finds something, one that finds nothing is none.
    possible = [check for check in possible if check.is_proven] or possible
    if len(possible) > 1:
        raise ImportedModelError(_which(listed, possible, class_count))
    if not possible:
        reasons = "; ".join(f"as {_called(check.reading)}: {check.problem}" for check in verdicts)
        raise ImportedModelError(
            f"the model's outputs {listed} can't be the boxes of {counted(class_count)}. {reasons}"
        )
    (verdict,) = possible
    if not verdict.is_proven and not is_told:
        raise ImportedModelError(
            f"the model's outputs {listed} have the shape of {verdict.reading.layout}, but "
            "it finds next to nothing in the pictures that it was tried on, so whether these are "
            "boxes can't be seen: give pictures of real parts with --picture, or say it with "
            "--layout"
        )
    return verdict.reading


def _which(found: str, possible: Sequence[ReadingCheck], class_count: int) -> str:
    layouts = {check.reading.layout for check in possible}
    outputs = {check.reading.output for check in possible}
    several = " and ".join(_called(check.reading) for check in possible)
    message = f"the model's outputs {found} may be of {several} with {counted(class_count)}: "
    if len(layouts) > 1:
        return message + "say which with --layout"
    if len(outputs) > 1:
        return message + "needed is one such output; export the network without the others"
    return message + "it has as many boxes as numbers of a box; export it for a larger input"


def _called(reading: OutputReading) -> str:
    return reading.layout + (
        " by rows" if reading.layout == "yolov8" and reading.rows_first else ""
    )


def _check_pixels_known(reading: OutputReading, answers: Answers, size: ModelInput) -> None:
    """Raise `ImportedModelError` for what only YOLOX has: it learnt BGR in 0..255.

    One box a cell with objectness is YOLOX's, or YOLOv6's, whose objectness is always 1.
    """
    values = np.concatenate([answer[0] for answer in answers[reading.output]])
    count = len(values) // len(answers[reading.output])
    if reading.layout != "yolov5" or anchors_of_each_cell(count, size) != 1:
        return
    if (np.abs(values[:, 4] - 1) > 1e-6).any():
        raise ImportedModelError(
            f"the model's {count} boxes, one a cell and with objectness, are what YOLOX gives, "
            "which learns from BGR in 0 to 255 and is not supported. If yours takes RGB in 0 to 1, "
            "say so with --layout yolov5"
        )


def _decode(
    graph: GraphBuilder, reading: OutputReading, class_count: int, size: ModelInput
) -> DecodedTensors:
    rows = _PREFIX + reading.output
    if not reading.rows_first:
        rows = graph.add("Transpose", rows, perm=[0, 2, 1])
    decoded = DECODERS[reading.layout](graph, rows, class_count)
    if reading.unit == "pixels":
        return decoded
    sides = graph.constant(np.array([size.width, size.height] * 2)[None, None])
    boxes = graph.add("Mul", decoded.boxes, sides)
    return DecodedTensors(boxes, decoded.objectness, decoded.scores)


def _corners(graph: GraphBuilder, rows: str) -> str:
    """Left, top, right and bottom of rows that begin with centre x and y, width and height."""
    centre = graph.slice(rows, 2, 0, 2)
    half = graph.add("Mul", graph.slice(rows, 2, 2, 4), graph.constant(0.5))
    return graph.add(
        "Concat", graph.add("Sub", centre, half), graph.add("Add", centre, half), axis=2
    )


def _decode_v5(graph: GraphBuilder, rows: str, class_count: int) -> DecodedTensors:
    objectness = graph.slice(rows, 2, 4, 5)
    classes = graph.slice(rows, 2, 5, 5 + class_count)
    return DecodedTensors(
        boxes=_corners(graph, rows),
        objectness=graph.add("Squeeze", objectness, graph.shape(2)),
        scores=graph.add("Mul", classes, objectness),
    )


def _decode_v8(graph: GraphBuilder, rows: str, class_count: int) -> DecodedTensors:
    scores = graph.slice(rows, 2, 4, 4 + class_count)
    return DecodedTensors(
        boxes=_corners(graph, rows),
        objectness=graph.add("Squeeze", graph.top_k(scores, 1), graph.shape(2)),
        scores=scores,
    )


def _decode_v10(graph: GraphBuilder, rows: str, class_count: int) -> DecodedTensors:
    score = graph.slice(rows, 2, 4, 5)
    numbers = graph.constant(np.arange(class_count)[None, None])
    is_class = graph.add("Equal", graph.slice(rows, 2, 5, 6), numbers)
    return DecodedTensors(
        boxes=graph.slice(rows, 2, 0, 4),
        objectness=graph.add("Squeeze", score, graph.shape(2)),
        scores=graph.add("Mul", graph.add("Cast", is_class, to=TensorProto.FLOAT), score),
    )


DECODERS: dict[YoloLayout, Callable[[GraphBuilder, str, int], DecodedTensors]] = {
    "yolov5": _decode_v5,
    "yolov8": _decode_v8,
    "yolov10": _decode_v10,
    "rtdetr": _decode_v8,
}
