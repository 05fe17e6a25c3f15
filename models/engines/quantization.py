"""Post-training quantization: an ONNX graph with INT8 convolutions, calibrated on real images.

The result is standard ONNX in the QDQ format, which ONNX Runtime, OpenVINO and TensorRT can read.
"""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import onnx
from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from onnx import helper
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.quant_utils import add_pre_process_metadata

from okng.models.arrays import AnyArray
from okng.models.engines.compiler import CompileError, CompileRequest, Int8Style
from okng.models.engines.cross_layer_equalization import equalize_cross_layer
from okng.models.engines.gptq import gptq
from okng.models.engines.int8_mish import mish_in_int8
from okng.models.engines.processor import sums_saturate
from okng.models.onnx.mish import MishForm, rewrite_mish

ACTIVATIONS = ("Relu", "Clip", "LeakyRelu")
CARRIERS = (*ACTIVATIONS, "MaxPool", "Add", "Concat", "Resize")
"""Operators that stay INT8 between convolutions, to avoid conversion to FP32 and back."""
LEFT_EXACT: dict[Int8Style, tuple[str, ...]] = {
    "onnxruntime": (),
    "openvino": CARRIERS,
    "tensorrt": ACTIVATIONS,
}
"""Operators that take their input without rounding it, in each style."""
FIRST_IN_FP32 = 8
"""Number of first convolutions that stay FP32 in networks with depthwise convolutions.

Their few channels differ most in range, and share one scale (Sheng, Feng, Zhuo, Zhang, Shen,
Aleksic, "A Quantization-Friendly Separable Convolution for MobileNets", 2018). PatchCore's scores
of solar cells rose by 2.2 with all convolutions in INT8, by 0.8 with three in FP32 and by 0.2 with
eight; scores of good cells have a standard deviation of 2.5.
"""


def prepare_graph(
    request: CompileRequest, *, mish: MishForm = "rational", int8: Int8Style = "onnxruntime"
) -> bytes:
    """The ONNX graph of the request, with Mish in the engine's form, and quantised for INT8.

    Raises `CompileError` for a file that is not ONNX, and as `quantize`.
    """
    try:
        model = rewrite_mish(request.model.read_bytes(), mish)
    except DecodeError as error:
        raise CompileError(f"{request.model}: is not ONNX: {error}") from None
    if request.precision != "int8":
        return model
    request.progress(f"calibrates INT8 on {len(request.calibration)} pictures")
    return quantize(model, request.calibration, int8, request.kept_exact)


def quantize(
    model: Path | bytes,
    calibration: Sequence[Mapping[str, AnyArray]],
    style: Int8Style,
    kept_exact: int = 0,
) -> bytes:
    """Quantise an ONNX model, a file or its bytes, to INT8 convolutions, per channel.

    Only the part before the last convolutions is quantised. Those convolutions, intermediate
    outputs and everything behind them stay FP32: heads give the answer itself, and the distances of
    anomaly models lose their ranking in eight bits. The first `FIRST_IN_FP32` convolutions, and
    `kept_exact` more, stay FP32 as well. Ranges are the minimum and maximum over `calibration`,
    inputs by name from real pictures.

    ONNX Runtime computes in INT8 only what is rounded on both sides, so the sum of a convolution is
    rounded, and the result of its activation again. OpenVINO and TensorRT compute the activation on
    the exact sum, so there is one rounding, before the next convolution, which is more accurate.
    The other operators in between are rounded for TensorRT, as its developer guide recommends
    ("Q/DQ Layer-Placement Recommendations"), but not for OpenVINO, where it gained no time.
    TensorRT's parser requires symmetric activations and FP32 biases; for other engines activations
    are unsigned, which is more accurate.

    Raises `CompileError` where there are no calibration inputs, or nothing to quantise.
    """
    if not calibration:
        raise CompileError("INT8 needs pictures to calibrate on; none were given")
    network = onnx.load_from_string(model) if isinstance(model, bytes) else onnx.load(model)
    equalize_cross_layer(network, calibration)
    _name_nodes(network.graph)
    nodes = quantized_nodes(network.graph, kept_exact)
    if not nodes:
        raise CompileError("no convolution that could be INT8 lies before another one")
    sums_are_rounded = style == "onnxruntime"
    kinds = {node.name: node.op_type for node in network.graph.node}
    nodes = [name for name in nodes if kinds[name] not in LEFT_EXACT[style]]
    _set_apart(network.graph, nodes)
    # Our graphs have shapes and folded constants; without this mark ONNX Runtime warns.
    add_pre_process_metadata(network)
    exact = network.SerializeToString()
    symmetric = style == "tensorrt"
    with tempfile.TemporaryDirectory(prefix="okng-int8-") as folder:
        result = Path(folder) / "model.onnx"
        quantize_static(
            network,
            result,
            _CalibrationImages(calibration),
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
                "OpTypesToExcludeOutputQuantization": [] if sums_are_rounded else ["Conv"],
            },
        )
        quantised = gptq(result.read_bytes(), exact, calibration)
    return mish_in_int8(quantised) if sums_are_rounded else quantised


def quantized_nodes(graph: onnx.GraphProto, kept_exact: int = 0) -> list[str]:
    """Names of the convolutions with another one behind them, and of the carriers in between.

    Left out are nodes whose result is also read by a node with no convolution behind it, and at the
    beginning `FIRST_IN_FP32` convolutions and `kept_exact` more.
    """
    constants = {constant.name for constant in graph.initializer}
    chosen, followed, counts = [], set[str](), {output.name for output in graph.output}
    for node in reversed(graph.node):
        follows = not followed.isdisjoint(node.output)
        if follows and counts.isdisjoint(node.output) and _can_be_int8(node, constants):
            chosen.append(node.name)
        leads_on = follows or is_learnt_convolution(node, graph)
        (followed if leads_on else counts).update(node.input)
    first = _first_in_fp32(graph, kept_exact)
    return [name for name in reversed(chosen) if name not in first]


def _can_be_int8(node: onnx.NodeProto, constants: set[str]) -> bool:
    """Whether a node is a convolution or a carrier; adding a constant belongs to an activation."""
    if node.op_type == "Add":
        return constants.isdisjoint(node.input)
    return node.op_type in ("Conv", *CARRIERS)


def _first_in_fp32(graph: onnx.GraphProto, kept_exact: int) -> set[str]:
    """All nodes up to the last convolution that is kept in FP32, and its activation."""
    groups = (
        attribute.i
        for node in graph.node
        for attribute in node.attribute
        if attribute.name == "group"
    )
    count = kept_exact + (0 if all(number == 1 for number in groups) else FIRST_IN_FP32)
    convolutions = [place for place, node in enumerate(graph.node) if node.op_type == "Conv"]
    if not convolutions[:count]:
        return set()
    last = convolutions[:count][-1]
    sums = set(graph.node[last].output)
    activations = [node for node in graph.node if node.op_type in ACTIVATIONS]
    following = {node.name for node in activations if not sums.isdisjoint(node.input)}
    return {node.name for node in graph.node[: last + 1]} | following


def _set_apart(graph: onnx.GraphProto, quantised: Collection[str]) -> None:
    """Copy tensors that quantised nodes share with others, which would else read them in INT8."""
    inside = [node for node in graph.node if node.name in quantised]
    outside = {name for node in graph.node if node.name not in quantised for name in node.input}
    outputs = {name for node in inside for name in node.output}
    shared = {name for node in inside for name in node.input} & outside - outputs
    shared -= {constant.name for constant in graph.initializer} | {""}
    for node in inside:
        node.input[:] = [f"{name}_quantised" if name in shared else name for name in node.input]
    nodes: list[onnx.NodeProto] = []
    for node in graph.node:
        nodes.append(node)
        nodes += [
            helper.make_node("Identity", [name], [f"{name}_quantised"], name=f"{name}_quantised")
            for name in node.output
            if name in shared
        ]
    # Protobuf holds nodes by value, so they are copied before the originals are deleted.
    nodes = [onnx.NodeProto.FromString(node.SerializeToString()) for node in nodes]
    del graph.node[:]
    graph.node.extend(nodes)


def is_learnt_convolution(node: onnx.NodeProto, graph: onnx.GraphProto) -> bool:
    """Whether a node is a convolution, other than an anomaly map's smoothing (1 to 1 channel)."""
    if node.op_type != "Conv":
        return False
    shapes = (tuple(tensor.dims) for tensor in graph.initializer if tensor.name == node.input[1])
    return next(shapes, (0, 0))[:2] != (1, 1)


def _name_nodes(graph: onnx.GraphProto) -> None:
    """Name all nodes: they are selected by name, which is optional in ONNX."""
    for number, node in enumerate(graph.node):
        node.name = node.name or f"{node.op_type}_{number}_unnamed"


class _CalibrationImages(CalibrationDataReader):  # type: ignore[misc]
    """Iterates over the calibration inputs, in the interface of ONNX Runtime."""

    def __init__(self, calibration: Sequence[Mapping[str, AnyArray]]) -> None:
        self._inputs: Iterator[Mapping[str, AnyArray]] = iter(calibration)

    def get_next(self) -> dict[str, AnyArray] | None:
        inputs = next(self._inputs, None)
        return None if inputs is None else dict(inputs)
