"""What the processor's arithmetic gives at most, measured with an ordinary large convolution."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

import numpy as np
from onnx import TensorProto

from okng.models.engines import all_compilers
from okng.models.engines.compiler import CompileRequest, Precision
from okng.models.onnx.graph import GraphBuilder

CHANNELS, POSITIONS, SIZE, LAYERS = 256, 52, 3, 4
ROUNDS = 15


def measure(threads: int) -> dict[str, float]:
    """The most giga-operations a second in FP32 and INT8 of any engine that is here."""
    return {precision: max(rates.values()) for precision, rates in _measured(threads).items()}


def print_table(threads: int) -> None:
    print(f"\n| {threads} threads | GOP/s FP32 | GOP/s INT8 |\n|---|---|---|")
    rates = _measured(threads)
    for engine in rates["fp32"]:
        print(f"| {engine} | {rates['fp32'][engine]:.0f} | {rates['int8'][engine]:.0f} |")


def _measured(threads: int) -> dict[Precision, dict[str, float]]:
    generator = np.random.default_rng(0)
    graph = GraphBuilder()
    tensor = "x"
    for _ in range(LAYERS):
        kernel = generator.normal(size=(CHANNELS, CHANNELS, SIZE, SIZE)) / np.sqrt(9 * CHANNELS)
        tensor = graph.add("Relu", graph.add("Conv", tensor, graph.constant(kernel), pads=[1] * 4))
    graph.rename(tensor, "y")
    shape = (1, CHANNELS, POSITIONS, POSITIONS)
    float32 = TensorProto.FLOAT
    inputs = {"x": generator.random(shape, np.float32)}
    layer_operations = 2 * CHANNELS**2 * SIZE**2 * POSITIONS**2
    rates: dict[Precision, dict[str, float]] = {"fp32": {}, "int8": {}}
    with tempfile.TemporaryDirectory() as name:
        model = Path(name, "convolutions.onnx")
        model.write_bytes(graph.model("peak", {"x": (float32, shape)}, {"y": (float32, shape)}))
        for engine in ("onnxruntime", "openvino"):
            compiler = all_compilers()[engine]
            if compiler.availability().missing:
                continue
            layers, other_s = LAYERS, 0.0
            for precision, engines in rates.items():
                folder = Path(name, f"{engine}-{precision}")
                folder.mkdir()
                compiler.compile(CompileRequest(model, precision, [inputs] * 2, threads), folder)
                opened, taken_s = compiler.open(folder, threads), []
                for _ in range(ROUNDS):
                    start = time.perf_counter()
                    opened.run(inputs)
                    taken_s.append(time.perf_counter() - start)
                layer_s = (statistics.median(taken_s) - other_s) / layers
                engines[engine] = layer_operations / layer_s / 1e9
                # Of what is quantised next the last one stays as it is.
                layers, other_s = LAYERS - 1, layer_s
    return rates
