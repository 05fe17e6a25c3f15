"""Channels of one range, so that one scale in INT8 fits all of them.

A convolution's channel is multiplied by a factor, and the convolution that reads it divides, which
changes no answer, for ReLU and its leaky kind let positive factors through (Nagel, van Baalen,
Blankevoort, Welling, "Data-Free Quantization Through Weight Equalization and Bias Correction", ICCV
2019). There the weights' ranges on both sides decide; here those of the channels on real pictures,
since `weight_rounding` makes up for what the weights lose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import onnx
from onnx import numpy_helper

from okng.models.engines.engine import Array
from okng.models.engines.tensors_within import tensors_within

SCALABLE = ("Relu", "LeakyRelu")
LARGEST_FACTOR = 32.0
"""A channel that is nearly always zero need not become as large as the others."""

Floats = npt.NDArray[np.float32]
Pair = tuple[onnx.NodeProto, onnx.NodeProto]


def equalise_channels(network: onnx.ModelProto, calibration: Sequence[Mapping[str, Array]]) -> None:
    """Scale a network's channels where only one convolution reads them, over `calibration`.

    All sums of a convolution get the range of the widest on these inputs, by name. The network's
    answers stay the same.
    """
    pairs = _pairs(network.graph)
    if not pairs:
        return
    ranges = {first.output[0]: np.zeros((), np.float32) for first, _ in pairs}
    for tensors in tensors_within(network, ranges, calibration):
        for name, seen in ranges.items():
            ranges[name] = np.maximum(seen, np.abs(tensors[name]).max(axis=(0, 2, 3)))
    for pair in pairs:
        seen = ranges[pair[0].output[0]]
        if widest := seen.max():
            _scale(network.graph, pair, widest / np.maximum(seen, widest / LARGEST_FACTOR))


def _pairs(graph: onnx.GraphProto) -> list[Pair]:
    """Convolutions of which one alone reads the other's activation."""
    weights = {one.name: len(one.dims) for one in graph.initializer}
    uses = Counter(name for node in graph.node for name in node.input)
    uses.update(output.name for output in graph.output)
    makers = {name: node for node in graph.node for name in node.output if uses[name] == 1}

    def is_scalable(node: onnx.NodeProto | None) -> bool:
        return (
            node is not None
            and node.op_type == "Conv"
            and weights.get(node.input[1]) == 4
            and all(name in weights and uses[name] == 1 for name in node.input[1:])
        )

    found: list[Pair] = []
    for node in graph.node:
        activation = makers.get(node.input[0]) if is_scalable(node) and _reads_all(node) else None
        if activation is not None and activation.op_type in SCALABLE:
            first = makers.get(activation.input[0])
            if first is not None and is_scalable(first):
                found.append((first, node))
    return found


def _reads_all(convolution: onnx.NodeProto) -> bool:
    """Whether each filter reads all channels."""
    return all(one.i == 1 for one in convolution.attribute if one.name == "group")


def _scale(graph: onnx.GraphProto, pair: Pair, factors: Floats) -> None:
    """Multiply the first one's filters by `factors`, and let the second one's divide by them."""
    constants = {one.name: one for one in graph.initializer}
    first, second = pair
    for name in first.input[1:]:
        values = numpy_helper.to_array(constants[name])
        scaled = values * factors.reshape(-1, *[1] * (values.ndim - 1))
        constants[name].CopyFrom(numpy_helper.from_array(scaled.astype(np.float32), name))
    weights = constants[second.input[1]]
    divided = numpy_helper.to_array(weights) / factors[:, None, None]
    weights.CopyFrom(numpy_helper.from_array(divided.astype(np.float32), weights.name))
