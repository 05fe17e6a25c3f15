"""Channels that get one range before they are INT8."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, numpy_helper

from okng.models.engines.engine import Array
from okng.models.engines.equalisation import LARGEST_FACTOR, equalise_channels
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.onnx_graph import GraphBuilder

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
    given, made = (
        {name: (TensorProto.FLOAT, one)} for name, one in zip(names, shapes, strict=True)
    )
    return graph.model("network", given, made)


def constant(model: onnx.ModelProto, name: str) -> Weights:
    return next(numpy_helper.to_array(one) for one in model.graph.initializer if one.name == name)


def test_channels_get_one_range_and_answers_stay() -> None:
    generator = np.random.default_rng(1)
    pictures: list[dict[str, Array]] = [
        {"x": generator.normal(size=(1, 2, 12, 12)).astype(np.float32)} for _ in range(4)
    ]
    for activation in ("Relu", "LeakyRelu"):
        before = network(activation)
        model = onnx.load_from_string(before)
        equalise_channels(model, pictures)
        factors = np.abs(constant(model, "first")).max((1, 2, 3)) / np.abs(
            constant(onnx.load_from_string(before), "first")
        ).max((1, 2, 3)).clip(1e-9)
        # The widest stays, narrow ones grow, though not without limit.
        assert (factors.argmin(), round(float(factors[0]), 5)) == (2, 1)
        assert 1 < factors[1] < factors[3] <= LARGEST_FACTOR * 1.001
        assert np.isclose(factors[-1], LARGEST_FACTOR)
        exact, found = OnnxRuntimeEngine(before), OnnxRuntimeEngine(model.SerializeToString())
        for one in pictures:
            expected = exact.run(one)["answer"]
            np.testing.assert_allclose(found.run(one)["answer"], expected, rtol=1e-4, atol=1e-5)


def test_channels_that_are_never_anything_stay() -> None:
    model = onnx.load_from_string(network())
    equalise_channels(model, [{"x": np.zeros((1, 2, 12, 12), np.float32)}])
    assert model.SerializeToString() == network()


def test_what_others_read_stays() -> None:
    pictures = [{"x": np.ones((1, 2, 12, 12), np.float32)}]
    for before in (network("Sigmoid"), network(groups=2), network(read_twice=True)):
        model = onnx.load_from_string(before)
        equalise_channels(model, pictures)
        assert model.SerializeToString() == before
