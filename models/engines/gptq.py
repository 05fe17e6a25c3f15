"""GPTQ: rounds INT8 weights so that their errors cancel in the sums that they make.

The method (Frantar, Ashkboos, Hoefler, Alistarh, "GPTQ: Accurate Post-Training Quantization for
Generative Pre-trained Transformers", ICLR 2023) rounds the weights of a sum one after the other.
Later weights compensate the error so far, as far as their inputs are correlated. A convolution's
inputs are strongly correlated: neighbouring pixels, and channels that respond to the same edge. In
yolov4-tiny 3 to 25 % of the error of a convolution is left, at no cost at run time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import onnx
from onnx import TensorProto, numpy_helper

from okng.models.arrays import AnyArray, Float32Array, Float64Array, Int8Array
from okng.models.engines.convolution import Convolution
from okng.models.engines.intermediate_tensors import intermediate_tensors

MOST_PRODUCTS = 1152
"""Most products in a sum: the correlation of more is slow, and gained nothing for yolov4-tiny."""
SUMS = 500
"""Number of sums that are sampled in each picture."""
DAMPING = 0.01
"""Added to the correlation's diagonal, as a share of its mean, as in the paper."""


def gptq(quantised: bytes, exact: bytes, calibration: Sequence[Mapping[str, AnyArray]]) -> bytes:
    """Round the weights of a quantised ONNX model (QDQ, symmetric, per channel) anew by GPTQ.

    `exact` is the model before quantisation, and `calibration` has inputs by name from real
    pictures. The weights of sums with more than `MOST_PRODUCTS`, and of convolutions that
    `Convolution` does not support, stay unchanged.
    """
    proto, network = onnx.load_from_string(quantised), onnx.load_from_string(exact)
    stored = {tensor.name: tensor for tensor in proto.graph.initializer}
    readers = {
        node.output[0]: node for node in proto.graph.node if node.op_type == "DequantizeLinear"
    }
    weights = {
        node.output[0]: readers[node.input[1]]
        for node in proto.graph.node
        if node.op_type == "Conv" and node.input[1] in readers
    }
    convolutions = [
        convolution
        for convolution in _convolutions(network.graph)
        if convolution.output in weights and convolution.products <= MOST_PRODUCTS
    ]
    for convolution, correlation in _correlations(network, convolutions, calibration):
        integers, steps = (stored[name] for name in weights[convolution.output].input[:2])
        rounded = _round_groups(
            convolution, numpy_helper.to_array(steps), correlation, numpy_helper.to_array(integers)
        )
        integers.CopyFrom(numpy_helper.from_array(rounded, integers.name))
    return bytes(proto.SerializeToString())


def _convolutions(graph: onnx.GraphProto) -> list[Convolution]:
    constants = {
        tensor.name: numpy_helper.to_array(tensor)
        for tensor in graph.initializer
        if tensor.data_type == TensorProto.FLOAT
    }
    convolutions = (Convolution.of(node, constants) for node in graph.node)
    return [convolution for convolution in convolutions if convolution]


def _correlations(
    network: onnx.ModelProto,
    convolutions: Sequence[Convolution],
    calibration: Sequence[Mapping[str, AnyArray]],
) -> list[tuple[Convolution, Float64Array]]:
    """The correlation of the inputs of each convolution's sums, [groups, K, K]: mean products."""
    generator = np.random.default_rng(0)
    totals = [np.zeros(()) for _ in convolutions]
    sources = {convolution.source for convolution in convolutions}
    for tensors in intermediate_tensors(network, sources, calibration):
        for place, convolution in enumerate(convolutions):
            patches = convolution.patches(tensors[convolution.source], SUMS, generator)
            products = patches.transpose(0, 2, 1) @ patches / patches.shape[1]
            totals[place] = totals[place] + products / len(calibration)
    return list(zip(convolutions, totals, strict=True))


def _round_groups(
    convolution: Convolution, steps: Float64Array, correlation: Float64Array, integers: Int8Array
) -> Int8Array:
    """Rounded weights [O, C / groups, h, w], in steps, no larger than the largest of `integers`."""
    groups = convolution.groups
    exact = convolution.weights.reshape(groups, -1, convolution.products)
    steps, largest = steps.reshape(groups, -1), int(np.abs(integers.astype(int)).max())
    rounded = [
        gptq_round(exact[group], steps[group], correlation[group], largest)
        for group in range(groups)
    ]
    return np.stack(rounded).reshape(integers.shape).astype(np.int8)


def gptq_round(
    weights: Float64Array | Float32Array,
    steps: Float64Array,
    correlation: Float64Array,
    largest: int,
) -> Float64Array:
    """Round weights [O, K] to whole steps up to `largest`, with the least error of their sums.

    `steps` [O] is the step of each sum, and `correlation` [K, K] has the inputs' mean products. The
    weight of the most active input is rounded first, so that all others can compensate it.
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
