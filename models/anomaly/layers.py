"""Layers of ONNX graphs that the anomaly methods share."""

from collections.abc import Sequence

import numpy as np
from onnx import TensorProto

from okng.models.onnx.graph import GraphBuilder

SCORE_POSITIONS = 4
"""Positions of the map whose mean is the score: four squares of 8 px, at any input size.

A mean varies less than the single highest value; docs/models.md has the figures.
"""


def align_to_stride8(graph: GraphBuilder, taps: Sequence[str]) -> list[str]:
    """Bring features at strides 4, 8 and 16 to stride 8: averaged, unchanged, interpolated.

    [n, c4, 2h, 2w], [n, c8, h, w], [n, c16, h/2, w/2] -> [n, c, h, w] each, float32.
    """
    stride4, stride8, stride16 = taps
    down = graph.add("AveragePool", stride4, kernel_shape=[2, 2], strides=[2, 2])
    return [down, stride8, enlarge(graph, stride16, 2)]


def enlarge(graph: GraphBuilder, features: str, factor: int) -> str:
    """Interpolate [n, c, h, w] linearly to [n, c, factor h, factor w]."""
    return graph.add(
        "Resize",
        features,
        "",
        graph.constant([1, 1, factor, factor]),
        mode="linear",
        coordinate_transformation_mode="half_pixel",
    )


def average3(graph: GraphBuilder, features: str, zeros_outside: bool) -> str:
    """Average each position of [n, c, h, w] with its 3x3 neighbours.

    With zeros outside, patches at the picture's border differ from those inside, so they are
    compared with each other; else only existing neighbours count.
    """
    return graph.add(
        "AveragePool",
        features,
        kernel_shape=[3, 3],
        strides=[1, 1],
        pads=[1, 1, 1, 1],
        count_include_pad=int(zeros_outside),
    )


def halve(graph: GraphBuilder, image: str) -> str:
    """Halve an image uint8 [1, h, w, 3] by averaging; the result is rounded to uint8."""
    x = graph.add("Cast", image, to=TensorProto.FLOAT)
    x = graph.add("Transpose", x, perm=[0, 3, 1, 2])
    x = graph.add("AveragePool", x, kernel_shape=[2, 2], strides=[2, 2])
    x = graph.add("Transpose", x, perm=[0, 2, 3, 1])
    return graph.add("Cast", graph.add("Add", x, graph.constant(0.5)), to=TensorProto.UINT8)


def concatenate(graph: GraphBuilder, maps: Sequence[str]) -> str:
    """Concatenate the channels of maps [n, c, h, w]."""
    return graph.add("Concat", *maps, axis=1)


def compress(graph: GraphBuilder, features: str, square_roots: int) -> str:
    """Divide every position's features [n, c, h, w] by a root of their r.m.s. value.

    With one square root lengths are halfway to equal, with two a quarter of the way, so positions
    with large features dominate less. docs/models.md has the effect.
    """
    mean_square = graph.add(
        "ReduceMean", graph.add("Mul", features, features), axes=[1], keepdims=1
    )
    positive = graph.add("Add", mean_square, graph.constant(1e-6))
    for _ in range(1 + square_roots):
        positive = graph.add("Sqrt", positive)
    return graph.add("Div", features, positive)


def smooth(graph: GraphBuilder, anomaly_map: str, height: int, width: int, sigma: float) -> str:
    """Gaussian smoothing of [1, 1, height, width]; outside the border nothing counts."""
    radius = max(1, round(2 * sigma))
    line = np.exp(-0.5 * (np.arange(-radius, radius + 1) / sigma) ** 2)
    line /= line.sum()
    inside = np.outer(
        np.convolve(np.ones(height), line, "same"), np.convolve(np.ones(width), line, "same")
    )
    blurred = graph.add(
        "Conv",
        anomaly_map,
        graph.constant(np.outer(line, line)[None, None]),
        pads=[radius] * 4,
    )
    return graph.add("Mul", blurred, graph.constant(1 / inside[None, None]))


def score_and_map(
    graph: GraphBuilder, anomaly_map: str, height: int, width: int
) -> tuple[str, str]:
    """Outputs of a map [1, 1, height, width]: the mean of its highest values [1]; map [1, h, w]."""
    values = graph.add("Reshape", anomaly_map, graph.shape(1, height * width))
    highest = graph.top_k(values, SCORE_POSITIONS)
    score = graph.add("ReduceMean", highest, axes=[1], keepdims=0)
    return score, graph.add("Reshape", anomaly_map, graph.shape(1, height, width))
