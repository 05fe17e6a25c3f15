"""A whole darknet network: its layers, and the ONNX model that they make with their weights."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from okng.models.detection.darknet.convolution import Convolution
from okng.models.detection.darknet.joining import Route, Shortcut
from okng.models.detection.darknet.layer import PICTURE, Emission, Layer, Preceding, Shape
from okng.models.detection.darknet.resampling import MaxPool, Upsample
from okng.models.detection.darknet.sections import DarknetError, Section, read_sections
from okng.models.detection.darknet.weights import Weights
from okng.models.detection.darknet.yolo import YoloHead, decode
from okng.models.detection.mish import MishForm
from okng.models.detection.outputs import IMAGE, detection_model
from okng.models.onnx_graph import GraphBuilder

LAYERS: dict[str, type[Layer]] = {
    "convolutional": Convolution,
    "maxpool": MaxPool,
    "route": Route,
    "shortcut": Shortcut,
    "upsample": Upsample,
    "yolo": YoloHead,
}

BATCH_NORM_EPSILON = 1e-5
"""Darknet's (`normalize_cpu` of blas.c); OpenCV's reader has 1e-6."""


MIN_SIDE, MAX_SIDE = 32, 4096
"""Height and width of the input in pixels."""


@dataclass(frozen=True)
class DarknetNetwork:
    """What a `.cfg` file describes."""

    path: Path
    picture: Shape
    layers: list[Layer]

    @property
    def heads(self) -> list[YoloHead]:
        """The heads, at least one, all with the same classes."""
        return [layer for layer in self.layers if isinstance(layer, YoloHead)]

    @property
    def classes(self) -> int:
        """How many classes it tells apart."""
        return self.heads[0].classes

    @property
    def float_count(self) -> int:
        """How many numbers its `.weights` file holds."""
        return sum(layer.float_count for layer in self.layers)

    def to_onnx(
        self, weights: Path, *, mish: MishForm = "rational", epsilon: float = BATCH_NORM_EPSILON
    ) -> bytes:
        """The ONNX model with the numbers of a `.weights` file; see `darknet_model`."""
        graph = GraphBuilder()
        to = Emission(graph, Weights(weights, self.float_count), epsilon, mish)
        tensors = {PICTURE: graph.picture(IMAGE)}
        heads: list[tuple[YoloHead, str]] = []
        for number, layer in enumerate(self.layers):
            tensors[number] = layer.emit(to, [tensors[source] for source in layer.sources])
            if isinstance(layer, YoloHead):
                heads.append((layer, tensors[number]))
        size = self.picture.height, self.picture.width
        return detection_model(graph, self.path.stem, size, decode(graph, heads))


def read_network(
    cfg: Path, *, height: int | None = None, width: int | None = None
) -> DarknetNetwork:
    """The network that a `.cfg` file describes, with another input size where one is given.

    Raises `DarknetError`, which names the line, what stands there and what is allowed.
    """
    net, *sections = read_sections(cfg)
    before = Preceding(_picture(net, height, width))
    layers: list[Layer] = []
    for section in sections:
        if section.kind not in LAYERS:
            raise section.error(None, f"is no known layer; allowed are {', '.join(sorted(LAYERS))}")
        layers.append(LAYERS[section.kind].read(section, before))
        before.outputs.append(layers[-1].output)
    network = DarknetNetwork(cfg, before.picture, layers)
    _check_heads(network)
    return network


def darknet_model(
    cfg: Path,
    weights: Path,
    *,
    height: int | None = None,
    width: int | None = None,
    mish: MishForm = "rational",
    epsilon: float = BATCH_NORM_EPSILON,
) -> bytes:
    """The ONNX model of darknet's two files, with decoding inside.

    `image` uint8 [1, H, W, 3] RGB -> `boxes` float32 [1, n, 4] (left, top, right, bottom in pixels
    of the input), `objectness` float32 [1, n], `scores` float32 [1, n, classes], as
    `okng.models.detection.outputs` has them. The raw heads are the tensors `head_<layer's number>`.
    `height` and `width` replace those of the `.cfg`. `mish` is "rational" for ONNX Runtime and
    "plain" for OpenVINO (`okng.models.detection.mish`). Raises `DarknetError`.
    """
    network = read_network(cfg, height=height, width=width)
    return network.to_onnx(weights, mish=mish, epsilon=epsilon)


def _picture(net: Section, height: int | None, width: int | None) -> Shape:
    channels = net.integer("channels", 3)
    if channels != 3:
        raise net.error("channels", "allowed is 3")
    return Shape(channels, height or _side(net, "height"), width or _side(net, "width"))


def _side(net: Section, key: str) -> int:
    side = net.integer(key, minimum=MIN_SIDE)
    if side > MAX_SIDE:
        raise net.error(key, f"allowed is {MIN_SIDE} to {MAX_SIDE}")
    return side


def _check_heads(network: DarknetNetwork) -> None:
    if not network.heads:
        raise DarknetError(f"{network.path}: has no [yolo] layer; at least one is needed")
    first, *others = network.heads
    for head in others:
        for key, one, other in (
            ("classes", first.classes, head.classes),
            ("new_coords", first.new_coords, head.new_coords),
        ):
            if one != other:
                raise head.section.error(
                    key,
                    f"all [yolo] layers must agree, and that in line {first.section.line} "
                    f"has {int(one)}",
                )
