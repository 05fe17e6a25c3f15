"""What holds for every compiler that there is, by being there."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from pathlib import Path
from typing import get_args

import numpy as np
import onnx
import pytest
from onnx import TensorProto
from support.darknet_networks import NETWORKS, write_network

from okng.models.arrays import AnyArray
from okng.models.detection.darknet import darknet_model
from okng.models.engines import all_compilers
from okng.models.engines.compiler import CompileError, CompileRequest, Int8Style, Precision
from okng.models.engines.engine import EngineMissingError
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.engines.processor import describe_processor, sums_saturate
from okng.models.engines.quantization import quantize, quantized_nodes
from okng.models.onnx.graph import GraphBuilder

SIDE_PX = 32
RELATIVE_ERROR: dict[Precision, float] = {"fp32": 1e-4, "fp16": 0.02, "bf16": 0.05, "int8": 0.1}
"""Largest difference to FP32 by the largest value, of the network below."""

AVAILABLE = [
    (name, precision)
    for name, compiler in all_compilers().items()
    for precision in compiler.availability().precisions
]
MISSING = [name for name, compiler in all_compilers().items() if compiler.availability().missing]


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture, four convolutions with a branch and a join, and the mean as a second output."""
    generator, graph = np.random.default_rng(0), GraphBuilder()
    x = graph.add("Transpose", graph.add("Cast", "image", to=TensorProto.FLOAT), perm=[0, 3, 1, 2])
    x = graph.add("Mul", x, graph.constant(1 / 255))

    def convolve(tensor: str, channels: int, filters: int) -> str:
        weights = generator.normal(size=(filters, channels, 3, 3)) * (2 / 9 / channels) ** 0.5
        return graph.add(
            "Conv", tensor, graph.constant(weights), graph.constant(np.zeros(filters)), pads=[1] * 4
        )

    first = graph.add("Relu", convolve(x, 3, 8))
    joined = graph.add("Add", first, graph.add("Relu", convolve(first, 8, 8)))
    x = graph.add("MaxPool", joined, kernel_shape=[2, 2], strides=[2, 2])
    x = convolve(graph.add("Relu", convolve(x, 8, 16)), 16, 4)
    graph.rename(x, "features")
    graph.rename(graph.add("ReduceMean", x, axes=[1, 2, 3], keepdims=0), "mean")
    model = graph.model(
        "network",
        {"image": (TensorProto.UINT8, (1, SIDE_PX, SIDE_PX, 3))},
        {
            "features": (TensorProto.FLOAT, (1, 4, SIDE_PX // 2, SIDE_PX // 2)),
            "mean": (TensorProto.FLOAT, (1,)),
        },
    )
    path = tmp_path_factory.mktemp("network") / "model.onnx"
    path.write_bytes(model)
    return path


@pytest.fixture(scope="module")
def pictures() -> list[dict[str, AnyArray]]:
    generator = np.random.default_rng(1)
    return [
        {"image": generator.integers(0, 255, (1, SIDE_PX, SIDE_PX, 3), np.uint8)} for _ in range(8)
    ]


@pytest.mark.parametrize(("name", "precision"), AVAILABLE)
def test_a_build_answers_as_the_model_does(
    name: str,
    precision: Precision,
    network: Path,
    pictures: list[dict[str, AnyArray]],
    tmp_path: Path,
) -> None:
    compiler = all_compilers()[name]
    request = CompileRequest(network, precision, pictures, threads=1, limit_s=120)
    (tmp_path / "build").mkdir()
    compiler.compile(request, tmp_path / "build")
    moved = (tmp_path / "build").rename(tmp_path / "moved")
    expected = OnnxRuntimeEngine(network, 1)
    engine = compiler.open(moved, threads=1)
    answers = [engine.run(picture) for picture in pictures]
    for answer, picture in zip(answers, pictures, strict=True):
        right = expected.run(picture)
        assert answer.keys() >= right.keys()
        for output, value in right.items():
            assert (answer[output].shape, answer[output].dtype) == (value.shape, value.dtype)
        error = np.abs(answer["features"] - right["features"]).max()
        assert error < RELATIVE_ERROR[precision] * np.abs(right["features"]).max()


@pytest.mark.parametrize("name", sorted({name for name, _ in AVAILABLE}))
def test_threads_are_not_bound_to_cores(
    name: str, network: Path, pictures: list[dict[str, AnyArray]], tmp_path: Path
) -> None:
    """Two stations of one thread each would be bound to the same one."""
    compiler = all_compilers()[name]
    compiler.compile(CompileRequest(network, "fp32", threads=1, limit_s=120), tmp_path)
    engine = compiler.open(tmp_path, threads=1)
    distinct: set[frozenset[int]] = set()
    ended = threading.Event()

    def watch() -> None:
        while not ended.is_set():
            for thread in Path("/proc/self/task").iterdir():
                with suppress(ProcessLookupError):
                    distinct.add(frozenset(os.sched_getaffinity(int(thread.name))))

    watcher = threading.Thread(target=watch)
    watcher.start()
    for _ in range(200):
        engine.run(pictures[0])
    ended.set()
    watcher.join()
    assert distinct == {frozenset(os.sched_getaffinity(0))}


@pytest.mark.parametrize("name", sorted({name for name, _ in AVAILABLE}))
def test_what_is_no_model_is_refused_by_the_engine_s_name(name: str, tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"no model")
    (tmp_path / "build").mkdir()
    with pytest.raises(CompileError, match=rf"{name}|model\.onnx: is not ONNX"):
        all_compilers()[name].compile(
            CompileRequest(tmp_path / "model.onnx", "fp32"), tmp_path / "build"
        )


@pytest.mark.parametrize("name", MISSING)
def test_a_missing_engine_says_what_to_install(name: str, network: Path, tmp_path: Path) -> None:
    compiler = all_compilers()[name]
    assert "install" in str(compiler.availability().missing)
    with pytest.raises(EngineMissingError, match="install"):
        compiler.compile(CompileRequest(network, "fp32"), tmp_path)


def test_only_what_lies_before_the_last_convolution_is_quantised(
    network: Path, pictures: list[dict[str, AnyArray]]
) -> None:
    styles: tuple[Int8Style, ...] = get_args(Int8Style)
    for style in styles:
        model = onnx.load_from_string(quantize(network, pictures, style))
        constants = {tensor.name: tensor for tensor in model.graph.initializer}
        producers = {output: node for node in model.graph.node for output in node.output}
        convolutions = [node for node in model.graph.node if node.op_type == "Conv"]
        by_integers = [
            producers[node.input[1]].op_type == "DequantizeLinear"
            if node.input[1] in producers
            else False
            for node in convolutions
        ]
        assert by_integers == [True, True, True, False]
        zero_points = {
            node.input[2] for node in model.graph.node if node.op_type == "QuantizeLinear"
        }
        # Only ONNX Runtime is given rounded sums: elsewhere the activation sees them exactly.
        readers = {node.op_type for node in model.graph.node if node.input[0] in sums(model)}
        assert ("QuantizeLinear" in readers) == (style == "onnxruntime")
        if style == "tensorrt":
            # TensorRT's parser refuses other zero points than 0, and biases in INT32.
            assert not any(
                np.any(onnx.numpy_helper.to_array(constants[zero])) for zero in zero_points
            )
            assert TensorProto.INT32 not in {tensor.data_type for tensor in constants.values()}


def sums(model: onnx.ModelProto) -> set[str]:
    """What the convolutions that an activation follows give."""
    return {node.output[0] for node in model.graph.node if node.op_type == "Conv"} - {"features"}


def test_int8_needs_pictures_and_convolutions(network: Path, tmp_path: Path) -> None:
    with pytest.raises(CompileError, match="INT8 needs pictures"):
        quantize(network, [], "onnxruntime")
    graph = GraphBuilder()
    graph.rename(graph.add("Abs", "image"), "same")
    shape = (TensorProto.FLOAT, (1, 2))
    plain = tmp_path / "plain.onnx"
    plain.write_bytes(graph.model("plain", {"image": shape}, {"same": shape}))
    with pytest.raises(CompileError, match="no convolution"):
        quantize(plain, [{"image": np.ones((1, 2), np.float32)}], "onnxruntime")


def test_nodes_without_names_are_quantised_too(
    network: Path, pictures: list[dict[str, AnyArray]], tmp_path: Path
) -> None:
    model = onnx.load(network)
    for node in model.graph.node:
        node.name = ""
    onnx.save(model, tmp_path / "nameless.onnx")
    quantised = onnx.load_from_string(quantize(tmp_path / "nameless.onnx", pictures, "onnxruntime"))
    assert sum(node.op_type == "QuantizeLinear" for node in quantised.graph.node) >= 3


def test_the_first_convolutions_can_stay_exact(network: Path) -> None:
    graph = onnx.load(network).graph
    kinds = {node.name: node.op_type for node in graph.node}

    def inside(kept_exact: int) -> list[str]:
        return [kinds[name] for name in quantized_nodes(graph, kept_exact)]

    # The activation goes with its convolution, and the join of both stays.
    assert inside(0)[:4] == ["Conv", "Relu", "Conv", "Relu"]
    assert inside(1)[:3] == ["Conv", "Relu", "Add"]
    assert inside(2)[:2] == ["Add", "MaxPool"]


def test_what_an_activation_adds_stays_as_it_is(tmp_path: Path) -> None:
    """Mish adds 1: rounding that to eight bits cost a seventh of YOLOv4's time."""
    text = NETWORKS["yolov4-tiny"](96, 2).replace("leaky", "mish")
    graph = onnx.load_from_string(darknet_model(*write_network(tmp_path, text))).graph
    kinds = {node.name: node.op_type for node in graph.node}
    assert "Add" in kinds.values()
    inside = {kinds[name] for name in quantized_nodes(graph)}
    assert inside == {"Conv", "Concat", "MaxPool", "Resize"}


def test_processors_of_one_name_are_told_apart(tmp_path: Path) -> None:
    with_vnni, without, arm = (tmp_path / name for name in ("vnni", "plain", "arm"))
    with_vnni.write_text("model name\t: X\nflags\t: sse2 avx2 avx512_vnni\n\nmodel name\t: Y\n")
    without.write_text("model name\t: X\nflags\t: sse2 avx2\n")
    arm.write_text("processor\t: 0\nFeatures\t: asimd asimddp\nCPU part\t: 0xd42\n")
    assert describe_processor(with_vnni) == "X (avx2, avx512_vnni)"
    assert describe_processor(without) == "X (avx2)"
    assert describe_processor(arm).endswith("0xd42")
    assert [sums_saturate(flags) for flags in (with_vnni, without, arm)] == [False, True, False]
