"""INT8 weights whose errors cancel."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, numpy_helper

from okng.models.arrays import AnyArray, Float32Array, Float64Array
from okng.models.engines import quantization as quantisation
from okng.models.engines.convolution import Convolution
from okng.models.engines.gptq import gptq_round
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.engines.quantization import quantize
from okng.models.onnx.graph import GraphBuilder

SIDE_PX = 32


def convolve(graph: GraphBuilder, tensor: str, weights: Float32Array, **attributes: Any) -> str:
    bias = graph.constant(np.zeros(len(weights)))
    return graph.add("Conv", tensor, graph.constant(weights), bias, **attributes)


def smooth(generator: np.random.Generator, *shape: int) -> Float32Array:
    """Values that go together with their neighbours, as those of pictures do."""
    values = generator.normal(size=shape).astype(np.float32)
    for axis in (-1, -2):
        values = np.cumsum(values, axis=axis) * 0.2 + generator.normal(size=(*shape[:-2], 1, 1))
    return values.astype(np.float32)


@pytest.mark.parametrize(
    ("weights", "attributes", "sums"),
    [
        ((5, 3, 3, 3), {"pads": [1, 1, 1, 1]}, (2, 5, 9, 8)),
        ((4, 3, 2, 3), {"pads": [0, 2, 1, 0], "strides": [2, 1]}, (2, 4, 5, 8)),
        ((6, 1, 3, 3), {"group": 3, "strides": [3, 3]}, (2, 6, 3, 2)),
        ((4, 3, 1, 1), {}, (2, 4, 9, 8)),
    ],
)
def test_the_values_of_a_sum_are_those_that_it_is_made_of(
    weights: tuple[int, ...], attributes: dict[str, Any], sums: tuple[int, ...]
) -> None:
    generator, graph = np.random.default_rng(0), GraphBuilder()
    graph.rename(convolve(graph, "x", generator.normal(size=weights), **attributes), "sums")
    model = onnx.load_from_string(
        graph.model(
            "convolution",
            {"x": (TensorProto.FLOAT, (2, 3, 9, 8))},
            {"sums": (TensorProto.FLOAT, sums)},
        )
    )
    constants = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    convolution = Convolution.of(model.graph.node[0], constants)
    assert convolution
    picture = generator.normal(size=(2, 3, 9, 8)).astype(np.float32)
    expected = OnnxRuntimeEngine(model.SerializeToString()).run({"x": picture})["sums"]
    patches = convolution.patches(picture, 10_000, generator)
    grouped = convolution.weights.reshape(convolution.groups, -1, convolution.products)
    product = patches @ grouped.transpose(0, 2, 1)
    assert product.size == expected.size
    np.testing.assert_allclose(np.sort(product.ravel()), np.sort(expected.ravel()), atol=1e-5)
    assert convolution.patches(picture, 7, generator).shape == patches[:, :7].shape


def test_what_is_no_such_convolution_is_told_apart() -> None:
    weights = {"w": np.ones((2, 3, 3, 3), np.float32), "line": np.ones((2, 3, 3), np.float32)}
    for operator, name, attributes in (
        ("Conv", "w", {"dilations": [2, 2]}),
        ("Conv", "w", {"auto_pad": "SAME_UPPER"}),
        ("Conv", "line", {}),
        ("Conv", "computed", {}),
        ("ConvTranspose", "w", {}),
    ):
        node = onnx.helper.make_node(operator, ["x", name], ["sums"], **attributes)
        assert Convolution.of(node, weights) is None
    assert Convolution.of(onnx.helper.make_node("Conv", ["x", "w"], ["sums"]), weights)


def test_rounding_makes_up_for_errors_where_values_go_together() -> None:
    generator = np.random.default_rng(1)
    weights, steps = generator.normal(size=(8, 20)), np.full(8, 0.1)
    values = smooth(generator, 400, 4, 5).reshape(400, 20)
    correlation = values.T @ values / 400

    def error(rounded: Float64Array) -> float:
        difference = rounded * steps[:, None] - weights
        return float(np.einsum("ok,kl,ol->", difference, correlation, difference))

    nearest = np.round(weights / steps[:, None])
    rounded = gptq_round(weights, steps, correlation, 127)
    np.testing.assert_array_equal(rounded, np.round(rounded))
    assert error(rounded) < 0.3 * error(nearest)
    # Where they don't, or nothing is ever read, nearest is best.
    for alone in (np.eye(20), np.zeros((20, 20))):
        np.testing.assert_array_equal(gptq_round(weights, steps, alone, 127), nearest)
    assert np.abs(gptq_round(weights, steps, correlation, 9)).max() == 9


def with_rounded_weights(network: bytes, quantised: bytes) -> bytes:
    """The network in FP32 with the weights that the quantised one has."""
    model, rounded = onnx.load_from_string(network), onnx.load_from_string(quantised)
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in rounded.graph.initializer}
    constants = {tensor.name: tensor for tensor in model.graph.initializer}
    for node in rounded.graph.node:
        if node.op_type == "DequantizeLinear" and node.output[0].startswith("constant"):
            integers, steps = (stored[name] for name in node.input[:2])
            shape = (-1,) + (1,) * (integers.ndim - 1)
            name = node.output[0].removesuffix("_DequantizeLinear_Output")
            weights = integers.astype(np.float32) * steps.reshape(shape)
            constants[name].CopyFrom(numpy_helper.from_array(weights, name))
    return bytes(model.SerializeToString())


def test_weights_of_a_quantised_network_are_nearer_to_the_exact_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    generator, graph = np.random.default_rng(2), GraphBuilder()

    def weights(*shape: int) -> Float32Array:
        scale = (2 / np.prod(shape[1:])) ** 0.5
        return (generator.normal(size=shape) * scale).astype(np.float32)

    x = graph.add("Relu", convolve(graph, "x", weights(8, 3, 3, 3), pads=[1] * 4))
    x = graph.add("Relu", convolve(graph, x, weights(16, 8, 3, 3), strides=[2, 2]))
    graph.rename(convolve(graph, x, weights(4, 16, 1, 1)), "answer")
    network = graph.model(
        "network",
        {"x": (TensorProto.FLOAT, (1, 3, SIDE_PX, SIDE_PX))},
        {"answer": (TensorProto.FLOAT, (1, 4, 15, 15))},
    )
    pictures: list[dict[str, AnyArray]] = [
        {"x": smooth(generator, 1, 3, SIDE_PX, SIDE_PX)} for _ in range(12)
    ]
    calibration, unseen = pictures[:8], pictures[8:]
    exact = [OnnxRuntimeEngine(network).run(picture)["answer"] for picture in unseen]

    def error(model: bytes) -> float:
        assert model != network
        engine = OnnxRuntimeEngine(with_rounded_weights(network, model))
        answers = [engine.run(picture)["answer"] for picture in unseen]
        return float(np.mean(np.square(np.array(answers) - np.array(exact))))

    monkeypatch.setattr(quantisation, "equalize_cross_layer", lambda *_: None)
    rounded = quantize(network, calibration, "tensorrt")
    monkeypatch.setattr(quantisation, "gptq", lambda model, *_: model)
    nearest = quantize(network, calibration, "tensorrt")
    assert 0 < error(rounded) < 0.5 * error(nearest)
