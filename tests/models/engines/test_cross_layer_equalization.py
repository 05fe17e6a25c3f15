"""Channels that get one range before they are INT8."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, numpy_helper

from okng.models.arrays import AnyArray
from okng.models.engines.cross_layer_equalization import LARGEST_FACTOR, equalize_cross_layer
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.onnx.graph import GraphBuilder

CHANNELS = 6
Weights = np.ndarray[tuple[int, ...], np.dtype[np.float32]]


def network(activation: str = "LeakyRelu", groups: int = 1, *, read_twice: bool = False) -> bytes:
    """Two convolutions; the first one's channels differ in range, and one is always zero."""
    generator, graph = np.random.default_rng(0), GraphBuilder()
    first = (
        generator.normal(size=(CHANNELS, 2, 3, 3))
        * np.logspace(0, -3, CHANNELS)[:, None, None, None]
    )
    first[2] = 0
    weights, bias = graph.constant(first, name="first"), graph.constant(np.zeros(CHANNELS))
    x = graph.add(activation, graph.add("Conv", "x", weights, bias))
    second = generator.normal(size=(CHANNELS, CHANNELS // groups, 1, 1))
    answer = graph.add("Conv", x, graph.constant(second, name="second"), group=groups)
    if read_twice:
        answer = graph.add("Add", answer, x)
    graph.rename(answer, "answer")
    shapes = (1, 2, 12, 12), (1, CHANNELS, 10, 10)
    names = ("x", "answer")
    before, made = (
        {name: (TensorProto.FLOAT, shape)} for name, shape in zip(names, shapes, strict=True)
    )
    return graph.model("network", before, made)


def constant(model: onnx.ModelProto, name: str) -> Weights:
    return next(
        numpy_helper.to_array(tensor) for tensor in model.graph.initializer if tensor.name == name
    )


def test_channels_get_one_range_and_answers_stay() -> None:
    generator = np.random.default_rng(1)
    pictures: list[dict[str, AnyArray]] = [
        {"x": generator.normal(size=(1, 2, 12, 12)).astype(np.float32)} for _ in range(4)
    ]
    for activation in ("Relu", "LeakyRelu"):
        before = network(activation)
        model = onnx.load_from_string(before)
        equalize_cross_layer(model, pictures)
        factors = np.abs(constant(model, "first")).max((1, 2, 3)) / np.abs(
            constant(onnx.load_from_string(before), "first")
        ).max((1, 2, 3)).clip(1e-9)
        # The widest stays, narrow ones grow, though not without limit.
        assert (factors.argmin(), round(float(factors[0]), 5)) == (2, 1)
        assert 1 < factors[1] < factors[3] <= LARGEST_FACTOR * 1.001
        assert np.isclose(factors[-1], LARGEST_FACTOR)
        exact, equalised = OnnxRuntimeEngine(before), OnnxRuntimeEngine(model.SerializeToString())
        for picture in pictures:
            expected = exact.run(picture)["answer"]
            np.testing.assert_allclose(
                equalised.run(picture)["answer"], expected, rtol=1e-4, atol=1e-5
            )


def test_channels_that_are_never_anything_stay() -> None:
    model = onnx.load_from_string(network())
    equalize_cross_layer(model, [{"x": np.zeros((1, 2, 12, 12), np.float32)}])
    assert model.SerializeToString() == network()


def test_what_others_read_stays() -> None:
    pictures = [{"x": np.ones((1, 2, 12, 12), np.float32)}]
    for before in (network("Sigmoid"), network(groups=2), network(read_twice=True)):
        model = onnx.load_from_string(before)
        equalize_cross_layer(model, pictures)
        assert model.SerializeToString() == before
