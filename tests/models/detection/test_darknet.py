"""Darknet's networks as ONNX graphs, number by number beside OpenCV's own reader of the files."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import onnx
import pytest
from support.darknet_networks import NETWORKS, write_network
from support.opencv_darknet import OPENCV_EPSILON, by_opencv, with_heads
from support.package_files import yolov4_tiny

from okng.models.detection.darknet import darknet_model, read_network
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.onnx.mish import MishForm, rewrite_mish

PUBLIC_WEIGHTS_BYTES = {
    "yolov3": 248_007_048,
    "yolov4": 257_717_640,
    "yolov4-csp": 211_944_840,
    "yolov4-tiny": 24_251_276,
}
"""Of the files that the authors published, with a header of 20 bytes."""


def noise(height: int, width: int, seed: int = 0) -> npt.NDArray[np.uint8]:
    picture = np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)
    return cv2.GaussianBlur(picture, (0, 0), 2)


def compare(cfg: Path, weights: Path, tolerance: float, picture: npt.NDArray[np.uint8]) -> None:
    network = read_network(cfg)
    model = with_heads(darknet_model(cfg, weights, epsilon=OPENCV_EPSILON))
    outputs = OnnxRuntimeEngine(model).run({"image": picture[None]})
    start = 0
    for head, (raw, rows) in zip(
        network.heads, by_opencv(cfg, weights, network, picture), strict=True
    ):
        own = outputs[f"head_{network.layers.index(head)}"]
        assert own.std() > 0.02
        np.testing.assert_allclose(own, raw, atol=tolerance, rtol=1e-4)
        end = start + head.box_count
        anchors, height, width = len(head.anchors), head.output.height, head.output.width
        rows = (
            rows.reshape(height, width, anchors, -1)
            .transpose(2, 0, 1, 3)
            .reshape(head.box_count, -1)
        )
        side = np.array([picture.shape[1], picture.shape[0]])
        centre, half = rows[:, :2] * side, rows[:, 2:4] * side / 2
        np.testing.assert_allclose(
            outputs["boxes"][0, start:end],
            np.hstack([centre - half, centre + half]),
            atol=10 * tolerance * side.max(),
            rtol=1e-3,
        )
        np.testing.assert_allclose(
            outputs["objectness"][0, start:end], rows[:, 4], atol=tolerance, rtol=1e-4
        )
        # OpenCV sets low scores of classes to 0.
        visible = rows[:, 5:] > 0
        scores = outputs["scores"][0, start:end]
        np.testing.assert_allclose(scores[visible], rows[:, 5:][visible], atol=tolerance, rtol=1e-4)
        assert (scores[~visible] < 0.25).all()
        start = end
    assert start == outputs["boxes"].shape[1]
    assert (outputs["scores"].max(axis=2) <= outputs["objectness"]).all()


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.slow) if name == "yolov4" else name
        for name in sorted(NETWORKS)
    ],
)
def test_the_numbers_are_those_of_opencv(name: str, tmp_path: Path) -> None:
    """A quarter of the filters but for yolov4: `bench_detection.py` has all of all networks."""
    text = NETWORKS[name](96, 80)
    if name != "yolov4":
        text = re.sub(r"filters = (\d+)", lambda match: f"filters = {int(match[1]) // 4}", text)
        text = text.replace("filters = 63\n", "filters = 255\n")
    cfg, weights = write_network(tmp_path, text)
    compare(cfg, weights, 3e-5, noise(96, 96))


@pytest.mark.parametrize("name", sorted(PUBLIC_WEIGHTS_BYTES))
def test_a_network_has_as_many_numbers_as_the_published_file(name: str, tmp_path: Path) -> None:
    cfg = tmp_path / "network.cfg"
    cfg.write_text(NETWORKS[name](416, 80))
    assert 20 + 4 * read_network(cfg).float_count == PUBLIC_WEIGHTS_BYTES[name]


def test_the_numbers_are_those_of_opencv_with_real_weights() -> None:
    files = yolov4_tiny()
    compare(files.cfg, files.weights, 3e-4, noise(416, 416))


EVERY_OPTION = """
[net]
height=90
width=70
channels=3
[convolutional]
# `padding` counts for nothing beside `pad`.
filters=8
size=3
stride=2
pad=1
padding=7
activation=swish
[convolutional]
batch_normalize=1
filters=8
size=3
pad=1
groups=4
activation=relu
[shortcut]
from=-2
activation=leaky
[maxpool]
size=2
stride=2
[maxpool]
size=2
stride=1
[convolutional]
filters=8
size=3
pad=1
activation=mish
[route]
layers=-1
groups=2
group_id=1
[route]
layers=-1,4
[upsample]
stride=3
[convolutional]
filters=21
size=1
activation=linear
[yolo]
mask=0,2,1
anchors=10,14, 23.5,27, 37,58
num=3
classes=2
"""


def test_every_option_has_its_meaning(tmp_path: Path) -> None:
    """Odd sizes too: the 2x2 pools reach beyond the edge."""
    cfg, weights = write_network(tmp_path, EVERY_OPTION)
    compare(cfg, weights, 3e-5, noise(90, 70))


def test_the_input_may_be_of_another_size(tmp_path: Path) -> None:
    cfg, weights = write_network(tmp_path, NETWORKS["yolov4-tiny"](96, 3))
    small = OnnxRuntimeEngine(darknet_model(cfg, weights, height=64, width=160))
    assert small.run({"image": noise(64, 160)[None]})["boxes"].shape[1] == 3 * (2 * 5 + 4 * 10)


def test_an_older_header_is_read_too(tmp_path: Path) -> None:
    cfg, weights = write_network(tmp_path, EVERY_OPTION)
    numbers = weights.read_bytes()[20:]
    expected = darknet_model(cfg, weights)
    weights.write_bytes(struct.pack("<4i", 0, 1, 0, 0) + numbers)
    assert darknet_model(cfg, weights) == expected


def test_mish_may_be_written_either_way(tmp_path: Path) -> None:
    text = NETWORKS["yolov4-tiny"](96, 2).replace("leaky", "mish")
    cfg, weights = write_network(tmp_path, text)
    rational = darknet_model(cfg, weights)
    plain = darknet_model(cfg, weights, mish="plain")
    assert operators(plain)["Softplus"] == text.count("mish")
    picture = {"image": noise(96, 96)[None]}
    expected = OnnxRuntimeEngine(plain).run(picture)
    forms: list[tuple[bytes, MishForm]] = [(rational, "plain"), (plain, "rational")]
    for model, form in forms:
        rewritten = rewrite_mish(model, form)
        assert operators(rewritten) == operators(plain if form == "plain" else rational)
        for network in (model, rewritten):
            outputs = OnnxRuntimeEngine(network).run(picture)
            np.testing.assert_allclose(outputs["scores"], expected["scores"], atol=1e-5)
            np.testing.assert_allclose(outputs["boxes"], expected["boxes"], atol=1e-2)
    assert rewrite_mish(plain, "plain") == plain


def test_mish_is_found_whatever_its_tensors_are_called() -> None:
    nodes = [
        onnx.helper.make_node("Softplus", ["given"], ["x"]),
        onnx.helper.make_node("Tanh", ["x"], ["y"]),
        onnx.helper.make_node("Mul", ["y", "given"], ["mish"]),
        onnx.helper.make_node("Add", ["mish", "x"], ["sum"]),
    ]
    info = onnx.helper.make_tensor_value_info("given", onnx.TensorProto.FLOAT, [5])
    total = onnx.helper.make_tensor_value_info("sum", onnx.TensorProto.FLOAT, [5])
    graph = onnx.helper.make_graph(nodes, "graph", [info], [total])
    opset = [onnx.helper.make_opsetid("", 13)]
    model = onnx.helper.make_model(graph, opset_imports=opset, ir_version=8).SerializeToString()
    rewritten = rewrite_mish(model, "rational")
    # The softplus stays: something else takes it too.
    assert (operators(rewritten)["Div"], operators(rewritten)["Softplus"]) == (1, 1)
    values = {"given": np.array([-30, -1, 0, 1, 30], np.float32)}
    expected = OnnxRuntimeEngine(model).run(values)["sum"]
    actual = OnnxRuntimeEngine(rewritten).run(values)["sum"]
    np.testing.assert_allclose(actual, expected, rtol=1e-6, atol=1e-6)


def operators(model: bytes) -> dict[str, int]:
    nodes = [node.op_type for node in onnx.load_from_string(model).graph.node]
    return {kind: nodes.count(kind) for kind in set(nodes)}
