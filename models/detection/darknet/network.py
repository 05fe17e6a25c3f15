"""Darknet network: its layers, and their conversion to ONNX together with the weights."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from okng.models.detection.darknet.cfg_file import CfgSection, DarknetError, read_sections
from okng.models.detection.darknet.convolution import DarknetConvolution
from okng.models.detection.darknet.layer import (
    NETWORK_INPUT,
    DarknetLayer,
    FeatureShape,
    OnnxEmission,
    PrecedingLayers,
)
from okng.models.detection.darknet.maxpool_and_upsample import MaxPool, Upsample
from okng.models.detection.darknet.route_and_shortcut import Route, Shortcut
from okng.models.detection.darknet.weights_file import DarknetWeights
from okng.models.detection.darknet.yolo_head import YoloHead, decode
from okng.models.detection.graph_outputs import IMAGE, detection_model
from okng.models.detection.resize import Resize
from okng.models.onnx.graph import GraphBuilder
from okng.models.onnx.mish import MishForm

LAYERS: dict[str, type[DarknetLayer]] = {
    "convolutional": DarknetConvolution,
    "maxpool": MaxPool,
    "route": Route,
    "shortcut": Shortcut,
    "upsample": Upsample,
    "yolo": YoloHead,
}

BATCH_NORM_EPSILON = 1e-5
"""As in darknet (`normalize_cpu` in blas.c); OpenCV's reader uses 1e-6."""


MIN_SIDE, MAX_SIDE = 32, 4096
"""Height and width of the input in pixels."""


@dataclass(frozen=True)
class DarknetNetwork:
    """A network as described by a `.cfg` file."""

    path: Path
    input: FeatureShape
    resize: Resize
    """How pictures are resized to the input: as in the training of the weights."""
    layers: list[DarknetLayer]

    @property
    def heads(self) -> list[YoloHead]:
        """The heads: at least one, all with the same classes."""
        return [layer for layer in self.layers if isinstance(layer, YoloHead)]

    @property
    def classes(self) -> int:
        """Number of classes."""
        return self.heads[0].classes

    @property
    def float_count(self) -> int:
        """Number of floats in its `.weights` file."""
        return sum(layer.float_count for layer in self.layers)

    def to_onnx(
        self, weights: Path, *, mish: MishForm = "rational", epsilon: float = BATCH_NORM_EPSILON
    ) -> bytes:
        """Convert to an ONNX model with the weights of a `.weights` file; see `darknet_model`."""
        graph = GraphBuilder()
        to = OnnxEmission(graph, DarknetWeights(weights, self.float_count), epsilon, mish)
        tensors = {NETWORK_INPUT: graph.image_planes(IMAGE)}
        heads: list[tuple[YoloHead, str]] = []
        for number, layer in enumerate(self.layers):
            tensors[number] = layer.emit(to, [tensors[source] for source in layer.sources])
            if isinstance(layer, YoloHead):
                heads.append((layer, tensors[number]))
        size = self.input.height, self.input.width
        return detection_model(graph, self.path.stem, size, decode(graph, heads))


def read_network(
    cfg: Path,
    *,
    height: int | None = None,
    width: int | None = None,
    resize: Resize | None = None,
) -> DarknetNetwork:
    """Read the network of a `.cfg` file, with another input size or resize where given.

    Darknet stretches pictures to the input unless `[net]` has `letter_box=1`. Raises
    `DarknetError` with the line, its value and what is allowed.
    """
    net, *sections = read_sections(cfg)
    before = PrecedingLayers(_picture(net, height, width))
    layers: list[DarknetLayer] = []
    for section in sections:
        if section.kind not in LAYERS:
            raise section.error(
                None, f"is not a known layer; use one of {', '.join(sorted(LAYERS))}"
            )
        layers.append(LAYERS[section.kind].read(section, before))
        before.outputs.append(layers[-1].output)
    network = DarknetNetwork(cfg, before.input, resize or _resize(net), layers)
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
    """Convert darknet's two files to an ONNX model that includes box decoding.

    `image` uint8 [1, H, W, 3] RGB -> `boxes` float32 [1, n, 4] (left, top, right, bottom in pixels
    of the input), `objectness` float32 [1, n], `scores` float32 [1, n, classes], as specified in
    `okng.models.detection.graph_outputs`. The raw heads are the tensors `head_<layer number>`.
    `height` and `width` replace those of the `.cfg`. `mish` is "rational" for ONNX Runtime and
    "plain" for OpenVINO (`okng.models.onnx.mish`). Raises `DarknetError`.
    """
    network = read_network(cfg, height=height, width=width)
    return network.to_onnx(weights, mish=mish, epsilon=epsilon)


def _picture(net: CfgSection, height: int | None, width: int | None) -> FeatureShape:
    channels = net.integer("channels", 3)
    if channels != 3:
        raise net.error("channels", "allowed is 3")
    return FeatureShape(channels, height or _side(net, "height"), width or _side(net, "width"))


def _resize(net: CfgSection) -> Resize:
    return "letterbox" if net.integer("letter_box", 0) else "stretch"


def _side(net: CfgSection, key: str) -> int:
    side = net.integer(key, minimum=MIN_SIDE)
    if side > MAX_SIDE:
        raise net.error(key, f"allowed is {MIN_SIDE} to {MAX_SIDE}")
    return side


def _check_heads(network: DarknetNetwork) -> None:
    if not network.heads:
        raise DarknetError(f"{network.path}: has no [yolo] layer; at least one is needed")
    first, *others = network.heads
    for head in others:
        for key, expected, actual in (
            ("classes", first.classes, head.classes),
            ("new_coords", first.new_coords, head.new_coords),
        ):
            if expected != actual:
                raise head.section.error(
                    key,
                    f"all [yolo] layers must agree, and that in line {first.section.line} "
                    f"has {int(expected)}",
                )
