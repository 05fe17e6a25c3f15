"""Rounding of INT8 weights so that their errors cancel in the sums that they make.

GPTQ (Frantar, Ashkboos, Hoefler, Alistarh, "GPTQ: Accurate Post-Training Quantization for
Generative Pre-trained Transformers", ICLR 2023) rounds the weights of a sum one after the other,
and lets those that follow make up for the error so far, as far as their inputs go together. What a
convolution reads goes together much: neighbouring pixels, and channels that see the same edge. Of
yolov4-tiny's convolutions 3 to 25 % of the error is left; when the network runs it costs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, numpy_helper

from okng.models.engines.convolution import Convolution, Floats
from okng.models.engines.engine import Array
from okng.models.engines.tensors_within import tensors_within

MOST_PRODUCTS = 1152
"""In a sum; the correlation of more takes long, and gained nothing for yolov4-tiny."""
SUMS = 500
"""That are looked at in each picture."""
DAMPING = 0.01
"""What is added to the correlation's diagonal, by its mean, as the authors do."""

Values: TypeAlias = npt.NDArray[np.float64]


def round_weights(
    quantised: bytes, exact: bytes, calibration: Sequence[Mapping[str, Array]]
) -> bytes:
    """The quantised ONNX model (QDQ, weights symmetric and per channel), its weights rounded anew.

    `exact` is what it was made of, `calibration` inputs by name of real pictures. Those of long
    sums, and of convolutions that `Convolution` does not know, stay as they are.
    """
    proto, network = onnx.load_from_string(quantised), onnx.load_from_string(exact)
    stored = {one.name: one for one in proto.graph.initializer}
    readers = {
        node.output[0]: node for node in proto.graph.node if node.op_type == "DequantizeLinear"
    }
    weights = {
        node.output[0]: readers[node.input[1]]
        for node in proto.graph.node
        if node.op_type == "Conv" and node.input[1] in readers
    }
    convolutions = [
        one
        for one in _convolutions(network.graph)
        if one.output in weights and one.products <= MOST_PRODUCTS
    ]
    for one, correlation in _correlations(network, convolutions, calibration):
        integers, steps = (stored[name] for name in weights[one.output].input[:2])
        rounded = _round_groups(
            one, numpy_helper.to_array(steps), correlation, numpy_helper.to_array(integers)
        )
        integers.CopyFrom(numpy_helper.from_array(rounded, integers.name))
    return bytes(proto.SerializeToString())


def _convolutions(graph: onnx.GraphProto) -> list[Convolution]:
    constants = {
        one.name: numpy_helper.to_array(one)
        for one in graph.initializer
        if one.data_type == TensorProto.FLOAT
    }
    found = (Convolution.of(node, constants) for node in graph.node)
    return [one for one in found if one]


def _correlations(
    network: onnx.ModelProto,
    convolutions: Sequence[Convolution],
    calibration: Sequence[Mapping[str, Array]],
) -> list[tuple[Convolution, Values]]:
    """The mean products of every two values of a sum, [groups, K, K], of each convolution."""
    generator = np.random.default_rng(0)
    totals = [np.zeros(()) for _ in convolutions]
    sources = {one.source for one in convolutions}
    for tensors in tensors_within(network, sources, calibration):
        for place, one in enumerate(convolutions):
            patches = one.patches(tensors[one.source], SUMS, generator)
            products = patches.transpose(0, 2, 1) @ patches / patches.shape[1]
            totals[place] = totals[place] + products / len(calibration)
    return list(zip(convolutions, totals, strict=True))


def _round_groups(
    convolution: Convolution, steps: Values, correlation: Values, integers: npt.NDArray[np.int8]
) -> npt.NDArray[np.int8]:
    """Weights in steps, [O, C / groups, h, w]; none is larger than the largest of `integers`."""
    groups = convolution.groups
    exact = convolution.weights.reshape(groups, -1, convolution.products)
    steps, largest = steps.reshape(groups, -1), int(np.abs(integers.astype(int)).max())
    rounded = [
        round_to_sum(exact[group], steps[group], correlation[group], largest)
        for group in range(groups)
    ]
    return np.stack(rounded).reshape(integers.shape).astype(np.int8)


def round_to_sum(
    weights: Values | Floats, steps: Values, correlation: Values, largest: int
) -> Values:
    """Whole steps up to `largest` whose sums differ least from those of the weights, [O, K].

    `steps`, [O], are those of each sum, and `correlation`, [K, K], the mean products of its values.
    The most active value's weight is rounded first, and has all others to make up for it.
    """
    order = np.argsort(-np.diag(correlation))
    damping = DAMPING * np.mean(np.diag(correlation)) or 1.0
    damped = correlation[np.ix_(order, order)] + damping * np.eye(len(order))
    influence = np.linalg.cholesky(np.linalg.inv(damped)).T
    rounded, errors = np.zeros(weights.shape), np.zeros(weights.shape)
    for place, column in enumerate(order):
        aim = weights[:, column] - errors[:, :place] @ influence[:place, place]
        rounded[:, column] = np.clip(np.round(aim / steps), -largest, largest)
        errors[:, place] = (aim - steps * rounded[:, column]) / influence[place, place]
    return rounded
