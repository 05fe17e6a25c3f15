"""Mish that ONNX Runtime computes in INT8."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnx.parser
import onnxruntime
import pytest
from support.darknet_networks import NETWORKS, write_network

from okng.models.arrays import AnyArray
from okng.models.detection.darknet import darknet_model
from okng.models.engines import quantization as quantisation
from okng.models.engines.int8_mish import mish_in_int8
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.engines.quantization import quantize

BYTES = np.arange(256, dtype=np.uint8)
SIDE_PX = 96


def quantised_mish(lowest: float, highest: float, *, shown: bool = False) -> bytes:
    """Mish of bytes that stand for values from `lowest` to `highest`, in bytes; in FP32 too."""
    step, result_step = (highest - lowest) / 255, (max(highest, 0.1) + 0.31) / 255
    model = onnx.parser.parse_model(f"""
        <ir_version: 8, opset_import: ["": 13]>
        graph (uint8[256] bytes) => (uint8[256] rounded{", float[256] exact" if shown else ""})
        <float step = {{{step}}}, uint8 zero = {{{round(-lowest / step)}}}, float one = {{1.0}},
         float result_step = {{{result_step}}}, uint8 result_zero = {{{round(0.31 / result_step)}}}>
        {{
            x = DequantizeLinear(bytes, step, zero)
            negative = Neg(x)
            sigmoid = Sigmoid(negative)
            q = Mul(sigmoid, sigmoid)
            above = Sub(one, q)
            below = Add(one, q)
            factor = Div(above, below)
            exact = Mul(x, factor)
            rounded = QuantizeLinear(exact, result_step, result_zero)
        }}""")
    return bytes(model.SerializeToString())


def optimised_operators(model: bytes, folder: Path) -> set[str]:
    """What ONNX Runtime runs."""
    options = onnxruntime.SessionOptions()
    options.optimized_model_filepath = str(folder / "optimised.onnx")
    options.log_severity_level = 3
    onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    graph = onnx.load(folder / "optimised.onnx").graph
    return {node.op_type for node in graph.node}


@pytest.mark.parametrize(
    ("lowest", "highest", "most_steps"),
    [(-0.1, 0.1, 1), (-0.4, 3, 2), (-3, 5, 2), (-2, 9, 1), (-10, 20, 1), (0, 6, 1)],
)
def test_every_byte_has_nearly_its_mish(
    lowest: float, highest: float, most_steps: int, tmp_path: Path
) -> None:
    model = quantised_mish(lowest, highest)
    gated = mish_in_int8(model)
    operators = optimised_operators(gated, tmp_path)
    assert operators >= {"QLinearSigmoid", "QLinearMul"}
    assert operators.isdisjoint({"Sigmoid", "Div", "Mul"})
    expected = OnnxRuntimeEngine(model).run({"bytes": BYTES})["rounded"].astype(int)
    gated_bytes = OnnxRuntimeEngine(gated).run({"bytes": BYTES})["rounded"].astype(int)
    assert np.ptp(expected) > 30
    assert np.abs(gated_bytes - expected).max() <= most_steps


def test_it_stays_where_the_gate_would_be_coarser_than_its_result() -> None:
    model = quantised_mish(-8, 0.2)
    assert mish_in_int8(model) == model


def test_it_stays_where_somebody_reads_it_in_fp32() -> None:
    model = quantised_mish(-3, 5, shown=True)
    assert mish_in_int8(model) == model


@pytest.mark.slow
def test_a_network_answers_as_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = NETWORKS["yolov4-tiny"](SIDE_PX, 2).replace("leaky", "mish")
    network = darknet_model(*write_network(tmp_path, text))
    generator = np.random.default_rng(2)
    pictures: list[dict[str, AnyArray]] = [
        {"image": generator.integers(0, 255, (1, SIDE_PX, SIDE_PX, 3), np.uint8)} for _ in range(6)
    ]
    gated = quantize(network, pictures, "onnxruntime")
    monkeypatch.setattr(quantisation, "mish_in_int8", lambda model: model)
    plain = quantize(network, pictures, "onnxruntime")
    assert "QLinearSigmoid" not in optimised_operators(plain, tmp_path)
    assert "QLinearSigmoid" in optimised_operators(gated, tmp_path)

    def error(model: bytes) -> float:
        exact, rounded = OnnxRuntimeEngine(network), OnnxRuntimeEngine(model)
        differences = [
            rounded.run(picture)["scores"] - exact.run(picture)["scores"] for picture in pictures
        ]
        return float(np.sqrt(np.mean(np.square(differences))))

    assert 0 < error(gated) < 2 * error(plain)


def test_what_is_not_quantised_is_left_alone(tmp_path: Path) -> None:
    text = NETWORKS["yolov4-tiny"](SIDE_PX, 2).replace("leaky", "mish")
    network = darknet_model(*write_network(tmp_path, text))
    assert mish_in_int8(network) == network
