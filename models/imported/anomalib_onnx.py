"""anomalib's ONNX exports, brought to okng's contract.

What anomalib 2 exports takes `input` float32 [B, 3, H, W], RGB in 0..1, normalises inside and gives
`pred_score` ([B] or [B, 1]) and `anomaly_map` ([B, 1, H, W] or [B, H, W]), besides the verdicts
`pred_label` and `pred_mask`, which are left out: the threshold is okng's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import onnx
from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from onnx import TensorProto, compose, inliner

from okng.models.anomaly.composition import ANOMALY_MAP, IMAGE, SCORE
from okng.models.bundle import ModelInput
from okng.models.onnx_graph import OPSET, GraphBuilder

PRED_SCORE, MAP = "pred_score", "anomaly_map"
NEWEST_OPSET = 20
_PREFIX = "imported/"
_PASSING = {"Identity", "Cast", "Reshape", "Squeeze", "Unsqueeze", "Flatten"}


class ImportedModelError(ValueError):
    """A model file that cannot be imported; the message says what it has and what is needed."""


@dataclass(frozen=True)
class WrappedModel:
    """An imported model under okng's contract."""

    model: bytes
    """`image` uint8 [1, H, W, 3] RGB -> `score` float32 [1], `anomaly_map` float32 [1, h, w]."""
    input: ModelInput
    clamped: bool
    """Its scores are cut off to a range, such as anomalib's 0..1: beyond it all parts are equal."""


def wrap_onnx(data: bytes, size: ModelInput | None = None) -> WrappedModel:
    """Wrap the ONNX file `data`; `size` is needed where the file leaves height and width open.

    Raises `ImportedModelError` for a file that is no such model.
    """
    model = _read(data)
    name, size = _input(model, size)
    outputs = {output.name for output in model.graph.output}
    if not {PRED_SCORE, MAP} <= outputs:
        raise ImportedModelError(
            f"the model's outputs are {sorted(outputs)}; needed are {PRED_SCORE!r} and {MAP!r}"
        )
    clamped = _is_clamped(model)
    graph = GraphBuilder()
    x = graph.add("Cast", IMAGE, to=TensorProto.FLOAT)
    x = graph.add("Transpose", x, perm=[0, 3, 1, 2])
    x = graph.add("Mul", x, graph.constant(1 / 255))
    graph.rename(x, _PREFIX + name)
    graph.include(compose.add_prefix(model, _PREFIX))
    score = graph.add("Reshape", _PREFIX + PRED_SCORE, graph.shape(1))
    graph.rename(graph.add("Cast", score, to=TensorProto.FLOAT), SCORE)
    # The axes before the last two all have length 1, however many the export has.
    rows = _rows_and_columns(graph, _PREFIX + MAP)
    anomaly_map = graph.add("Reshape", _PREFIX + MAP, rows)
    graph.rename(graph.add("Cast", anomaly_map, to=TensorProto.FLOAT), ANOMALY_MAP)
    try:
        wrapped = graph.model(
            "imported",
            {IMAGE: (TensorProto.UINT8, (1, size.height, size.width, 3))},
            {
                SCORE: (TensorProto.FLOAT, (1,)),
                ANOMALY_MAP: (TensorProto.FLOAT, (1, "rows", "columns")),
            },
        )
    except (onnx.checker.ValidationError, onnx.shape_inference.InferenceError) as error:
        raise ImportedModelError(f"the model does not hold together: {error}") from None
    return WrappedModel(wrapped, size, clamped)


def _read(data: bytes) -> onnx.ModelProto:
    try:
        model = onnx.load_model_from_string(data)
        onnx.checker.check_model(model)
        model = inliner.inline_local_functions(model)
    except (DecodeError, onnx.checker.ValidationError, RuntimeError, ValueError) as error:
        raise ImportedModelError(f"the file is no whole ONNX model: {error}") from None
    opset = next((i.version for i in model.opset_import if i.domain in ("", "ai.onnx")), 0)
    if not OPSET <= opset <= NEWEST_OPSET:
        raise ImportedModelError(
            f"the model is written in opset {opset}; allowed are {OPSET} to {NEWEST_OPSET}"
        )
    return model


def _input(model: onnx.ModelProto, size: ModelInput | None) -> tuple[str, ModelInput]:
    constants = {constant.name for constant in model.graph.initializer}
    inputs = [one for one in model.graph.input if one.name not in constants]
    if len(inputs) != 1:
        raise ImportedModelError(
            f"the model's inputs are {[one.name for one in inputs]}; needed is one"
        )
    tensor = inputs[0].type.tensor_type
    shape = [dim.dim_value or None for dim in tensor.shape.dim]
    if tensor.elem_type != TensorProto.FLOAT or len(shape) != 4 or shape[1] not in (3, None):
        kind = TensorProto.DataType.Name(tensor.elem_type).lower()
        raise ImportedModelError(
            f"the model's input {inputs[0].name!r} is {kind} {_shown(shape)}; "
            "needed is float [batch, 3, height, width]"
        )
    if shape[0] not in (1, None):
        raise ImportedModelError(
            f"the model was exported for batches of {shape[0]} pictures; export it for one"
        )
    height, width = shape[2], shape[3]
    if height and width:
        found = ModelInput(height=height, width=width)
        if size not in (found, None):
            raise ImportedModelError(
                f"the model takes {width} x {height} px, asked were {size.width} x {size.height}"
            )
        return inputs[0].name, found
    if size is None:
        raise ImportedModelError("the file leaves the input's size open: say how large it is")
    return inputs[0].name, size


def _shown(shape: Sequence[int | None]) -> str:
    return "[" + ", ".join("?" if n is None else str(n) for n in shape) + "]"


def _is_clamped(model: onnx.ModelProto) -> bool:
    """Whether `pred_score` comes out of a Clip: then scores beyond its range are lost."""
    made_by = {output: node for node in model.graph.node for output in node.output}
    node = made_by.get(PRED_SCORE)
    while node is not None and node.op_type in _PASSING:
        node = made_by.get(node.input[0])
    return node is not None and node.op_type in ("Clip", "Min", "Max")


def _rows_and_columns(graph: GraphBuilder, anomaly_map: str) -> str:
    """The shape [1, h, w] of a map [..., h, w]."""
    shape = graph.add("Shape", anomaly_map)
    last_two = graph.add("Slice", shape, graph.shape(-2), graph.shape(np.iinfo(np.int64).max))
    return graph.add("Concat", graph.shape(1), last_two, axis=0)
