"""INT8 Mish: the activation between INT8 tensors, from operators that ONNX Runtime has in INT8.

ONNX Runtime has no INT8 Mish, and converting to FP32 and back, with six operators in between, takes
a third of YOLOv4's time. Mish is its variable times a gate, which two sigmoids s approximate:

    Mish(x) = x g(x),  g(x) = a s(1.1214 (x + 1.4724)) + b s(1.6674 (x + 0.0077)) + c

With a = 0.2915, b = 0.7085 and c = 0 it is within 0.007 of Mish for every x, and within 0.017 with
eight bits for the gate (slopes, centres and weights are our own least-squares fit). The factor and
shift inside a sigmoid cost nothing: the same bytes are read with another scale and zero point. ONNX
Runtime computes each sigmoid by a lookup table.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import onnx
from onnx import helper, numpy_helper

from okng.models.arrays import Float64Array
from okng.models.onnx.mish import replace_mish

SLOPES = np.array([1.1214, 1.6674])
CENTRES = np.array([-1.4724, -0.0077])
STEP = 1 / 255
"""Step of eight bits over the range 0 to 1."""
LARGEST_ERROR_STEPS = 1.0
"""Largest root mean square error over the 256 values, in steps of Mish's own eight bits."""


def mish_in_int8(model: bytes) -> bytes:
    """Replace Mish in a quantised ONNX model (QDQ, unsigned, per tensor) by INT8 gates.

    Every Mish with a quantised variable and result is replaced, unless eight bits for the gate
    would add more error than `LARGEST_ERROR_STEPS`, as for variables that are mostly negative. A
    model without such a Mish is returned unchanged.
    """
    proto = onnx.load_from_string(model)
    writer = _GateWriter(proto.graph)
    replaced = replace_mish(proto.graph, "rational", writer.write)
    return bytes(proto.SerializeToString()) if replaced else model


class Gate(NamedTuple):
    """The gate of a quantised variable."""

    zeros: tuple[int, ...]
    """The byte at which each sigmoid has its centre."""
    weights: tuple[float, ...]
    offset: int
    """Constant that is added to the sum, in steps."""
    error_steps: float
    """Root of the mean square error of Mish, in steps of its own eight bits."""


def fit_gate(step: float, zero: int) -> Gate:
    """Fit the gate of a variable with this scale and zero point.

    A zero point is a byte, so a centre outside of the variable's range moves to the end of it. The
    weights are then fitted to Mish by least squares over the 256 values.
    """
    steps = np.arange(256)
    variable = step * (steps - zero)
    zeros = np.clip(np.round(zero + CENTRES / step), 0, 255).astype(int)
    sigmoids = [
        1 / (1 + np.exp(-slope * step * (steps - place)))
        for slope, place in zip(SLOPES, zeros, strict=True)
    ]
    terms = np.stack([*sigmoids, np.ones(256)], axis=-1)
    mish = variable * np.tanh(np.logaddexp(0, variable))
    weights = _least_squares(terms * variable[:, None], mish)
    weights[-1] = round(weights[-1] / STEP) * STEP
    gate = np.clip(np.round(np.round(terms / STEP) @ weights), 0, 255) * STEP
    error = np.sqrt(np.mean((variable * gate - mish) ** 2)) / (np.ptp(mish) * STEP)
    return Gate(
        tuple(int(zero) for zero in zeros),
        tuple(float(weight) for weight in weights[:-1]),
        round(weights[-1] / STEP),
        float(error),
    )


def _least_squares(terms: Float64Array, target: Float64Array) -> Float64Array:
    """Fit non-negative weights of the terms [N, K], since they become scales."""
    kept = list(range(terms.shape[1]))
    while True:
        solution = np.linalg.lstsq(terms[:, kept], target, rcond=None)[0]
        if solution.min() >= 0:
            break
        del kept[int(solution.argmin())]
    weights = np.zeros(terms.shape[1])
    weights[kept] = solution
    return weights


class _GateWriter:
    """Writes x g(x) as nodes over the bytes of x."""

    def __init__(self, graph: onnx.GraphProto) -> None:
        self._graph = graph
        self._producers = {name: node for node in graph.node for name in node.output}
        self._readers = defaultdict[str, set[str]](set)
        for node in graph.node:
            for name in node.input:
                self._readers[name].add(node.op_type)
        for output in graph.output:
            self._readers[output.name].add("output")
        self._constants = {tensor.name: tensor for tensor in graph.initializer}
        self._nodes: list[onnx.NodeProto] = []
        self._prefix = ""

    def write(self, variable: str, output: str) -> list[onnx.NodeProto] | None:
        """The nodes; None where an end is not quantised, or the gate is too coarse."""
        read = self._producers.get(variable)
        if read is None or read.op_type != "DequantizeLinear":
            return None
        if self._readers[output] != {"QuantizeLinear"}:
            return None
        step = self._number(read.input[1])
        gate = fit_gate(step, int(self._number(read.input[2])))
        if gate.error_steps > LARGEST_ERROR_STEPS:
            return None
        self._nodes, self._prefix = [], f"{output}.gate"
        terms = [
            self._weighted_sigmoid(read.input[0], slope * step, zero, weight)
            for slope, zero, weight in zip(SLOPES, gate.zeros, gate.weights, strict=True)
            if weight
        ]
        total = self._add("Add", *terms) if len(terms) > 1 else terms[0]
        factor = self._read(self._rounded(total, gate.offset), STEP, 0)
        self._add("Mul", variable, factor)
        self._nodes[-1].output[0] = output
        return self._nodes

    def _number(self, constant: str) -> float:
        return float(numpy_helper.to_array(self._constants[constant]))

    def _weighted_sigmoid(self, quantised: str, step: float, zero: int, weight: float) -> str:
        """Add the weighted sigmoid of bytes that are read with this step and zero point."""
        sigmoid = self._add("Sigmoid", self._read(quantised, step, zero))
        return self._read(self._rounded(sigmoid, 0), weight * STEP, 0)

    def _rounded(self, tensor: str, zero: int) -> str:
        return self._add("QuantizeLinear", tensor, self._step(STEP), self._zero(zero))

    def _read(self, quantised: str, step: float, zero: int) -> str:
        return self._add("DequantizeLinear", quantised, self._step(step), self._zero(zero))

    def _add(self, operator: str, *inputs: str) -> str:
        name = f"{self._prefix}.{len(self._nodes)}"
        self._nodes.append(helper.make_node(operator, list(inputs), [name], name=name))
        return name

    def _step(self, value: float) -> str:
        return self._constant(np.array(value, np.float32))

    def _zero(self, value: int) -> str:
        return self._constant(np.array(value, np.uint8))

    def _constant(self, value: npt.NDArray[np.float32 | np.uint8]) -> str:
        name = f"gate.{value.dtype}.{value}"
        if name not in self._constants:
            self._constants[name] = numpy_helper.from_array(value, name)
            self._graph.initializer.append(self._constants[name])
        return name
