"""Cross-layer equalization: gives channels the same range, so that one INT8 scale fits them all.

A convolution's channel is multiplied by a factor, and the next convolution divides by it. ReLU and
leaky ReLU commute with positive factors, so the network's answers stay the same (Nagel, van Baalen,
Blankevoort, Welling, "Data-Free Quantization Through Weight Equalization and Bias Correction", ICCV
2019). The paper balances the ranges of the weights on both sides. Here the ranges of the channels
on real pictures are balanced, since `gptq` compensates the errors of the weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import onnx
from onnx import numpy_helper

from okng.models.arrays import AnyArray, Float32Array
from okng.models.engines.intermediate_tensors import intermediate_tensors

SCALABLE = ("Relu", "LeakyRelu")
LARGEST_FACTOR = 32.0
"""Limit for channels that are nearly always zero, which need not become as large as others."""

Pair = tuple[onnx.NodeProto, onnx.NodeProto]


def equalize_cross_layer(
    network: onnx.ModelProto, calibration: Sequence[Mapping[str, AnyArray]]
) -> None:
    """Equalize a network's channels in place, where only one convolution reads them.

    All channels of a convolution get the range of its widest one on `calibration`, inputs by name.
    The network's answers stay the same.
    """
    pairs = _pairs(network.graph)
    if not pairs:
        return
    ranges = {first.output[0]: np.zeros((), np.float32) for first, _ in pairs}
    for tensors in intermediate_tensors(network, ranges, calibration):
        for name, channels in ranges.items():
            ranges[name] = np.maximum(channels, np.abs(tensors[name]).max(axis=(0, 2, 3)))
    for pair in pairs:
        channels = ranges[pair[0].output[0]]
        if widest := channels.max():
            _scale(network.graph, pair, widest / np.maximum(channels, widest / LARGEST_FACTOR))


def _pairs(graph: onnx.GraphProto) -> list[Pair]:
    """Pairs of convolutions where only the second reads the activation of the first."""
    weights = {tensor.name: len(tensor.dims) for tensor in graph.initializer}
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

    pairs: list[Pair] = []
    for node in graph.node:
        activation = makers.get(node.input[0]) if is_scalable(node) and _reads_all(node) else None
        if activation is not None and activation.op_type in SCALABLE:
            first = makers.get(activation.input[0])
            if first is not None and is_scalable(first):
                pairs.append((first, node))
    return pairs


def _reads_all(convolution: onnx.NodeProto) -> bool:
    """Whether each filter reads all channels."""
    return all(attribute.i == 1 for attribute in convolution.attribute if attribute.name == "group")


def _scale(graph: onnx.GraphProto, pair: Pair, factors: Float32Array) -> None:
    """Multiply the filters of the first by `factors`, and divide those of the second by them."""
    constants = {tensor.name: tensor for tensor in graph.initializer}
    first, second = pair
    for name in first.input[1:]:
        values = numpy_helper.to_array(constants[name])
        scaled = values * factors.reshape(-1, *[1] * (values.ndim - 1))
        constants[name].CopyFrom(numpy_helper.from_array(scaled.astype(np.float32), name))
    weights = constants[second.input[1]]
    divided = numpy_helper.to_array(weights) / factors[:, None, None]
    weights.CopyFrom(numpy_helper.from_array(divided.astype(np.float32), weights.name))
