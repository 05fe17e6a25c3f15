"""INT8 after training: an ONNX graph with quantised convolutions, calibrated on real pictures.

The result is plain ONNX in the QDQ format, which ONNX Runtime, OpenVINO and TensorRT's parser read.
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

from okng.models.detection.mish import MishForm, rewrite_mish
from okng.models.engines.compiler import CompileError, CompileRequest, Int8Style
from okng.models.engines.engine import Array
from okng.models.engines.equalisation import equalise_channels
from okng.models.engines.mish_in_int8 import mish_in_int8
from okng.models.engines.processor import sums_saturate
from okng.models.engines.weight_rounding import round_weights

ACTIVATIONS = ("Relu", "Clip", "LeakyRelu")
CARRIERS = (*ACTIVATIONS, "MaxPool", "Add", "Concat", "Resize")
"""Operators that stay INT8 between convolutions, instead of a way to FP32 and back."""
LEFT_EXACT: dict[Int8Style, tuple[str, ...]] = {
    "onnxruntime": (),
    "openvino": CARRIERS,
    "tensorrt": ACTIVATIONS,
}
"""What takes its input as it comes, in each style."""
FIRST_IN_FP32 = 8
"""Convolutions that stay FP32 at the beginning of networks with depthwise ones.

Their few channels differ most in range, which one scale for all of them does not hold (Sheng, Feng,
Zhuo, Zhang, Shen, Aleksic, "A Quantization-Friendly Separable Convolution for MobileNets", 2018).
PatchCore's scores of solar cells rose by 2.2 with all in INT8, by 0.8 with three and 0.2 with eight
in FP32, where those of good cells have a standard deviation of 2.5.
"""


def graph_for(
    request: CompileRequest, *, mish: MishForm = "rational", int8: Int8Style = "onnxruntime"
) -> bytes:
    """The ONNX graph of the request, with Mish as its engine likes it; quantised for INT8.

    Raises `CompileError` for a file that is no ONNX, and as `quantise`.
    """
    try:
        model = rewrite_mish(request.model.read_bytes(), mish)
    except DecodeError as error:
        raise CompileError(f"{request.model}: is no ONNX: {error}") from None
    if request.precision != "int8":
        return model
    request.progress(f"calibrates INT8 on {len(request.calibration)} pictures")
    return quantise(model, request.calibration, int8, request.kept_exact)


def quantise(
    model: Path | bytes,
    calibration: Sequence[Mapping[str, Array]],
    style: Int8Style,
    kept_exact: int = 0,
) -> bytes:
    """The ONNX model, a file or its bytes, with INT8 convolutions, quantised per channel.

    Quantised is what lies before the last convolutions. These, what is read from between, and all
    that comes after them stay as they are: heads give the answer itself, and the distances of
    anomaly models lose their ranking in eight bits. So does the beginning: `FIRST_IN_FP32`, and
    `kept_exact` convolutions more. Ranges are from the least to the greatest value
    over `calibration`, inputs by name of real pictures.

    ONNX Runtime computes in INT8 only what is rounded on both sides, so there a convolution's sum
    is rounded, and what the activation makes of it again. OpenVINO and TensorRT compute the
    activation on the exact sum, and are given one rounding, before the next convolution, which is
    finer. What else lies between is rounded too for TensorRT, whose developer guide asks for it
    ("Q/DQ Layer-Placement Recommendations"), and not for OpenVINO, where it gained no time.
    TensorRT's parser takes no zero points, and FP32 biases; activations are unsigned otherwise,
    which is finer.

    Raises `CompileError` where there is nothing to calibrate on, or nothing to quantise.
    """
    if not calibration:
        raise CompileError("INT8 needs pictures to calibrate on; none were given")
    network = onnx.load_from_string(model) if isinstance(model, bytes) else onnx.load(model)
    equalise_channels(network, calibration)
    _name_nodes(network.graph)
    nodes = quantised_nodes(network.graph, kept_exact)
    if not nodes:
        raise CompileError("no convolution that could be INT8 lies before another one")
    sums_are_rounded = style == "onnxruntime"
    kinds = {node.name: node.op_type for node in network.graph.node}
    nodes = [name for name in nodes if kinds[name] not in LEFT_EXACT[style]]
    _set_apart(network.graph, nodes)
    # Shapes and constants of our graphs are known; without this mark it warns that they might not.
    add_pre_process_metadata(network)
    exact = network.SerializeToString()
    symmetric = style == "tensorrt"
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
                "OpTypesToExcludeOutputQuantization": [] if sums_are_rounded else ["Conv"],
            },
        )
        quantised = round_weights(result.read_bytes(), exact, calibration)
    return mish_in_int8(quantised) if sums_are_rounded else quantised


def quantised_nodes(graph: onnx.GraphProto, kept_exact: int = 0) -> list[str]:
    """Names of the convolutions that another one follows, and of the carriers between them.

    Left out are those whose result is also read by what no convolution follows: it counts itself;
    and at the beginning `FIRST_IN_FP32` convolutions and `kept_exact` more.
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
    """Whether it is a convolution or a carrier; adding a constant is part of an activation."""
    if node.op_type == "Add":
        return constants.isdisjoint(node.input)
    return node.op_type in ("Conv", *CARRIERS)


def _first_in_fp32(graph: onnx.GraphProto, kept_exact: int) -> set[str]:
    """All nodes up to the last convolution that is kept in FP32, and its activation."""
    groups = (one.i for node in graph.node for one in node.attribute if one.name == "group")
    count = kept_exact + (0 if all(number == 1 for number in groups) else FIRST_IN_FP32)
    convolutions = [place for place, node in enumerate(graph.node) if node.op_type == "Conv"]
    if not convolutions[:count]:
        return set()
    last = convolutions[:count][-1]
    sums = set(graph.node[last].output)
    activations = [one for one in graph.node if one.op_type in ACTIVATIONS]
    following = {one.name for one in activations if not sums.isdisjoint(one.input)}
    return {node.name for node in graph.node[: last + 1]} | following


def _set_apart(graph: onnx.GraphProto, quantised: Collection[str]) -> None:
    """Gives quantised nodes a copy of what others read too: else these would read it in INT8."""
    inside = [node for node in graph.node if node.name in quantised]
    outside = {name for node in graph.node if node.name not in quantised for name in node.input}
    made = {name for node in inside for name in node.output}
    shared = {name for node in inside for name in node.input} & outside - made
    shared -= {constant.name for constant in graph.initializer} | {""}
    for node in inside:
        node.input[:] = [f"{one}_quantised" if one in shared else one for one in node.input]
    nodes: list[onnx.NodeProto] = []
    for node in graph.node:
        nodes.append(node)
        nodes += [
            helper.make_node("Identity", [one], [f"{one}_quantised"], name=f"{one}_quantised")
            for one in node.output
            if one in shared
        ]
    # Protobuf keeps nodes by value: the list is of copies before the originals go.
    nodes = [onnx.NodeProto.FromString(node.SerializeToString()) for node in nodes]
    del graph.node[:]
    graph.node.extend(nodes)


def is_learnt_convolution(node: onnx.NodeProto, graph: onnx.GraphProto) -> bool:
    """Whether it is a convolution, and not the smoothing of an anomaly map: one channel to one."""
    if node.op_type != "Conv":
        return False
    shapes = (tuple(one.dims) for one in graph.initializer if one.name == node.input[1])
    return next(shapes, (0, 0))[:2] != (1, 1)


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
