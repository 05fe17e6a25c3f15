"""Small anomaly models like other programs' exports, whose scores are bounded in different ways."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import onnx
from onnx import NodeProto, TensorProto, helper, numpy_helper

SIDE = 64
NORMAL = 0.2
"""Normal value of red, 0 to 1: the score is the worst pixel's distance from it, times `SLOPE`."""
SLOPE = 5.0

Ending = Callable[[str, str], list[NodeProto]]
"""Returns the ONNX nodes from the raw score, named first, to the model's final score."""


def _node(operator: str, inputs: list[str], output: str, **attributes: object) -> NodeProto:
    return helper.make_node(operator, inputs, [output], **attributes)


ENDINGS: dict[str, Ending] = {
    "clip": lambda raw, score: [_node("Clip", [raw, "zero", "one"], score)],
    "min": lambda raw, score: [_node("Min", [raw, "one"], score)],
    "where": lambda raw, score: [
        _node("Less", [raw, "one"], "is_low"),
        _node("Where", ["is_low", raw, "one"], score),
    ],
    "hard sigmoid": lambda raw, score: [_node("HardSigmoid", [raw], score, alpha=1.0, beta=0.0)],
    "sigmoid": lambda raw, score: [
        _node("Mul", [raw, "ten"], "steep"),
        _node("Sigmoid", ["steep"], score),
    ],
    "tanh": lambda raw, score: [
        _node("Mul", [raw, "ten"], "steep"),
        _node("Tanh", ["steep"], score),
    ],
    "subtraction": lambda raw, score: [
        _node("Sub", ["one", raw], "left"),
        _node("Relu", ["left"], "kept"),
        _node("Sub", ["one", "kept"], score),
    ],
    "eight bits": lambda raw, score: [
        _node("QuantizeLinear", [raw, "step", "none"], "bits"),
        _node("DequantizeLinear", ["bits", "step", "none"], score),
    ],
    "nothing": lambda raw, score: [_node("Identity", [raw], score)],
}
"""All but the last are bounded by 1, or by the largest float32 below it."""


def scored_export(ending: str, slope: float = SLOPE) -> bytes:
    """A model with anomalib's inputs and outputs, and with scores that end in this way."""
    nodes = [
        _node("Slice", ["input", "first", "second", "channels"], "red"),
        _node("Sub", ["red", "normal"], "from_normal"),
        _node("Abs", ["from_normal"], "distance"),
        _node("Mul", ["distance", "slope"], "anomaly_map"),
        _node("ReduceMax", ["anomaly_map"], "raw", axes=[1, 2, 3], keepdims=0),
        *ENDINGS[ending]("raw", "pred_score"),
    ]
    floats = {"normal": NORMAL, "slope": slope, "zero": 0, "one": 1, "ten": 10, "step": 1 / 255}
    constants = [numpy_helper.from_array(np.float32(v), k) for k, v in floats.items()]
    constants += [
        numpy_helper.from_array(np.array([v], np.int64), k)
        for k, v in {"first": 0, "second": 1, "channels": 1}.items()
    ]
    constants.append(numpy_helper.from_array(np.uint8(0), "none"))
    graph = helper.make_graph(
        nodes,
        "scored",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, (1, 3, SIDE, SIDE))],
        [
            helper.make_tensor_value_info("pred_score", TensorProto.FLOAT, (1,)),
            helper.make_tensor_value_info("anomaly_map", TensorProto.FLOAT, (1, 1, SIDE, SIDE)),
        ],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())
