"""Conversion of ONNX files from FP16 to FP32, which every engine reads, calibrates and runs.

Values are unchanged; a build may compute in FP16 again.
"""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, numpy_helper


def to_single_precision(model: onnx.ModelProto) -> None:
    """Convert all FP16 tensors of the model to FP32, in place."""
    _widen_graph(model.graph)


def _widen_graph(graph: onnx.GraphProto) -> None:
    for value in (*graph.input, *graph.output, *graph.value_info):
        if value.type.tensor_type.elem_type == TensorProto.FLOAT16:
            value.type.tensor_type.elem_type = TensorProto.FLOAT
    for constant in graph.initializer:
        _widen(constant)
    for node in graph.node:
        for attribute in node.attribute:
            if attribute.name in ("to", "dtype") and attribute.i == TensorProto.FLOAT16:
                attribute.i = TensorProto.FLOAT
            for tensor in (attribute.t, *attribute.tensors):
                _widen(tensor)
            for inner in (attribute.g, *attribute.graphs):
                _widen_graph(inner)


def _widen(tensor: TensorProto) -> None:
    if tensor.data_type == TensorProto.FLOAT16:
        values = numpy_helper.to_array(tensor).astype(np.float32)
        tensor.CopyFrom(numpy_helper.from_array(values, tensor.name))
