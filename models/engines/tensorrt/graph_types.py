"""Tensor types of our graphs, adapted to TensorRT: uint8 only at the input, and FP16 by types.

TensorRT up to 11 supports uint8 only for the inputs of a network, before the first cast. From 10 on
a network computes in the types of its graph.
"""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from okng.models.engines.compiler import CompileError
from okng.models.engines.quantization import is_learnt_convolution

HALF_OPERATORS = frozenset(
    (
        *("Add", "AveragePool", "Clip", "Concat", "Conv", "Div", "GlobalAveragePool"),
        *("HardSigmoid", "Identity", "LeakyRelu", "MaxPool", "Mul", "Relu", "Reshape", "Resize"),
        *("Sigmoid", "Slice", "Softplus", "Split", "Sub", "Tanh", "Transpose"),
    )
)
"""Operators that lose little in FP16; others between convolutions stay FP32."""

FIRST_ONLY = frozenset(["Reshape", "Resize", "Slice", "Split"])
"""Operators whose inputs after the first are parameters, not data."""


def cast_uint8_inputs_first(model: onnx.ModelProto) -> None:
    """Turn all uint8 tensors into float32, except the graph's inputs, which are cast first.

    Our graphs crop and halve pictures before the cast. A cast to uint8 becomes a rounding down,
    which is the same for pixels. Raises `CompileError` for an output in uint8.
    """
    graph = model.graph
    types = _element_types(model)
    outputs = [output.name for output in graph.output if types[output.name] == TensorProto.UINT8]
    if outputs:
        raise CompileError(f"tensorrt: the output {outputs[0]} is uint8; float32 is needed")
    inputs = [tensor.name for tensor in graph.input if types[tensor.name] == TensorProto.UINT8]
    casts = [
        helper.make_node("Cast", [name], [f"{name}.float"], f"{name}.cast", to=TensorProto.FLOAT)
        for name in inputs
    ]
    for node in graph.node:
        if node.op_type == "Cast" and types[node.output[0]] == TensorProto.UINT8:
            node.CopyFrom(helper.make_node("Floor", node.input, node.output, node.name))
        node.input[:] = [f"{name}.float" if name in inputs else name for name in node.input]
    nodes = [*casts, *graph.node]
    del graph.node[:], graph.value_info[:]
    graph.node.extend(nodes)


def use_half(model: onnx.ModelProto) -> None:
    """Compute in FP16 from the first to the last learnt convolution; the rest stays FP32.

    Inputs and outputs keep their types. Heads and the distances of anomaly models, for which FP16
    is too coarse, lie behind these convolutions. Raises `CompileError` for a constant beyond the
    range of FP16.
    """
    _HalfGraph(model).convert()


class _HalfGraph:
    """One conversion to FP16, with the casts made so far in both directions."""

    def __init__(self, model: onnx.ModelProto) -> None:
        self._graph = model.graph
        self._types = _element_types(model)
        self._constants = {tensor.name: tensor for tensor in model.graph.initializer}
        self._half_names: dict[str, str] = {}
        self._nodes: list[onnx.NodeProto] = []

    def convert(self) -> None:
        chosen = _between_convolutions(self._graph)
        full_precision = {output.name for output in self._graph.output}
        for number, node in enumerate(self._graph.node):
            if number not in chosen:
                full_precision.update(node.input)
        for number, node in enumerate(list(self._graph.node)):
            if number in chosen:
                self._add_half(node, full_precision)
            else:
                self._nodes.append(node)
        del self._graph.node[:], self._graph.value_info[:]
        self._graph.node.extend(self._nodes)
        used = {name for node in self._nodes for name in node.input}
        constants = [tensor for tensor in self._graph.initializer if tensor.name in used]
        del self._graph.initializer[:]
        self._graph.initializer.extend(constants)

    def _add_half(self, node: onnx.NodeProto, full_precision: set[str]) -> None:
        data = 1 if node.op_type in FIRST_ONLY else len(node.input)
        node.input[:data] = [self._half(name) for name in node.input[:data]]
        outputs = list(node.output)
        node.output[:] = [f"{name}.half" for name in outputs]
        self._nodes.append(node)
        for name in outputs:
            self._half_names[name] = f"{name}.half"
            if name in full_precision:
                self._cast(f"{name}.half", name, TensorProto.FLOAT)

    def _half(self, name: str) -> str:
        """The name of a tensor in FP16; the cast is added at the first request."""
        if self._types.get(name) != TensorProto.FLOAT or name in self._half_names:
            return self._half_names.get(name, name)
        half = self._half_names[name] = f"{name}.half"
        if name in self._constants:
            self._graph.initializer.append(_half_constant(self._constants[name], half))
        else:
            self._cast(name, half, TensorProto.FLOAT16)
        return half

    def _cast(self, tensor: str, result: str, to: int) -> None:
        self._nodes.append(helper.make_node("Cast", [tensor], [result], f"{result}.cast", to=to))


def _between_convolutions(graph: onnx.GraphProto) -> set[int]:
    """Indices of the learnt convolutions, and of the nodes on a path between two of them."""
    learnt = {i for i, node in enumerate(graph.node) if is_learnt_convolution(node, graph)}
    after, reached = set[int](), set[str]()
    for i, node in enumerate(graph.node):
        if i in learnt or reached.intersection(node.input):
            after.add(i)
            reached.update(node.output)
    before, needed = set[int](), set[str]()
    for i, node in reversed(list(enumerate(graph.node))):
        if i in learnt or needed.intersection(node.output):
            before.add(i)
            needed.update(node.input)
    return {i for i in after & before if graph.node[i].op_type in HALF_OPERATORS}


def _half_constant(constant: TensorProto, name: str) -> TensorProto:
    values = numpy_helper.to_array(constant)
    largest = float(np.abs(values[np.isfinite(values)]).max(initial=0))
    if largest > float(np.finfo(np.float16).max):
        raise CompileError(f"tensorrt: {constant.name} has {largest:g}; at most 65504 fits in FP16")
    return numpy_helper.from_array(values.astype(np.float16), name)


def _element_types(model: onnx.ModelProto) -> dict[str, int]:
    """The element types of all tensors by name."""
    graph = onnx.shape_inference.infer_shapes(model).graph
    values = [*graph.input, *graph.value_info, *graph.output]
    types = {value.name: value.type.tensor_type.elem_type for value in values}
    return types | {constant.name: constant.data_type for constant in graph.initializer}
