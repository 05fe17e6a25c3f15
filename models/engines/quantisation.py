"""INT8 after training: an ONNX graph with quantised convolutions, calibrated on real pictures.

The result is plain ONNX in the QDQ format, which ONNX Runtime, OpenVINO and TensorRT's parser read.
"""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import onnx
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.quant_utils import add_pre_process_metadata

from okng.models.engines.compiler import CompileError
from okng.models.engines.engine import Array

CARRIERS = ("Relu", "Clip", "LeakyRelu", "MaxPool", "Add", "Concat", "Resize")
"""Operators that stay INT8 between convolutions, instead of a way to FP32 and back."""


def quantise(model: Path, calibration: Sequence[Mapping[str, Array]], *, symmetric: bool) -> bytes:
    """The ONNX file `model` with INT8 convolutions, their weights quantised per channel.

    Quantised is what lies before the last convolutions. These, and all that comes after them,
    stay as they are: heads give the answer itself, and the distances of anomaly models lose their
    ranking in eight bits. Ranges are the least and the greatest value over `calibration`, inputs
    by name of real pictures.

    `symmetric` makes what TensorRT's parser takes: no zero points, and FP32 biases. Without it,
    activations are unsigned, which is faster and finer on processors.

    Raises `CompileError` where there is nothing to calibrate on, or nothing to quantise.
    """
    if not calibration:
        raise CompileError(f"{model}: INT8 needs pictures to calibrate on; none were given")
    network = onnx.load(model)
    _name_nodes(network.graph)
    nodes = quantised_nodes(network.graph)
    if not nodes:
        raise CompileError(f"{model}: no convolution that could be INT8 lies before another one")
    # Shapes and constants of our graphs are known; without this mark it warns that they might not.
    add_pre_process_metadata(network)
    with tempfile.TemporaryDirectory(prefix="okng-int8-") as folder:
        result = Path(folder) / "model.onnx"
        quantize_static(
            network,
            result,
            _Pictures(calibration),
            quant_format=QuantFormat.QDQ,
            nodes_to_quantize=nodes,
            per_channel=True,
            activation_type=QuantType.QInt8 if symmetric else QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            reduce_range=not symmetric and sums_saturate(),
            extra_options={
                "ActivationSymmetric": symmetric,
                "WeightSymmetric": True,
                "QuantizeBias": not symmetric,
            },
        )
        return result.read_bytes()


def quantised_nodes(graph: onnx.GraphProto) -> list[str]:
    """Names of the convolutions that another one follows, and of the carriers between them."""
    chosen, followed = [], set[str]()
    for node in reversed(graph.node):
        follows = any(output in followed for output in node.output)
        if follows and (node.op_type == "Conv" or node.op_type in CARRIERS):
            chosen.append(node.name)
        if follows or _is_learnt_convolution(node, graph):
            followed.update(node.input)
    return chosen[::-1]


def _is_learnt_convolution(node: onnx.NodeProto, graph: onnx.GraphProto) -> bool:
    """Whether it is a convolution, and not the smoothing of an anomaly map: one channel to one."""
    if node.op_type != "Conv":
        return False
    shapes = (tuple(one.dims) for one in graph.initializer if one.name == node.input[1])
    return next(shapes, (0, 0))[:2] != (1, 1)


def sums_saturate(flags: Collection[str] | None = None) -> bool:
    """Whether this processor adds two 8-bit products in 16 bits: then weights get seven bits.

    So do x86 processors without VNNI. `flags` are the processor's, by default this one's.
    """
    if platform.machine() not in ("x86_64", "AMD64"):
        return False
    return not {"avx512_vnni", "avx_vnni"} & set(_processor_flags() if flags is None else flags)


def _processor_flags() -> list[str]:
    for line in Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace").splitlines():
        if line.startswith("flags"):
            return line.partition(":")[2].split()
    return []


def _name_nodes(graph: onnx.GraphProto) -> None:
    """Nodes are chosen by name, and ONNX does not ask for any."""
    for number, node in enumerate(graph.node):
        node.name = node.name or f"{node.op_type}_{number}_unnamed"


class _Pictures(CalibrationDataReader):  # type: ignore[misc]
    """The calibration's inputs, one after the other, as ONNX Runtime asks for them."""

    def __init__(self, calibration: Sequence[Mapping[str, Array]]) -> None:
        self._inputs: Iterator[Mapping[str, Array]] = iter(calibration)

    def get_next(self) -> dict[str, Array] | None:
        inputs = next(self._inputs, None)
        return None if inputs is None else dict(inputs)
