"""Transfer learning of a darknet network: all weights are kept except those of the classes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from okng.models.arrays import Float32Array
from okng.models.detection.darknet.cfg_file import CfgSection, read_lines, read_sections
from okng.models.detection.darknet.convolution import DarknetConvolution
from okng.models.detection.darknet.network import DarknetNetwork
from okng.models.detection.darknet.weights_file import DarknetWeights, encode_weights
from okng.models.detection.darknet.yolo_head import BOX_NUMBERS

CLASS_WEIGHTS_DEVIATION = 0.01
"""Standard deviation of the initial weights of new classes."""


def head_convolutions(network: DarknetNetwork) -> list[int]:
    """The numbers of the convolutions whose outputs the heads decode.

    Raises `DarknetError` where one is not a plain convolution.
    """
    numbers = [head.sources[0] for head in network.heads]
    for head, number in zip(network.heads, numbers, strict=True):
        layer = network.layers[number]
        if not isinstance(layer, DarknetConvolution) or layer.batch_normalize:
            raise head.section.error(
                None,
                "cannot be made one of other classes: needed before it is a [convolutional] "
                "layer without batch_normalize",
            )
    return numbers


def retargeted_cfg(network: DarknetNetwork, classes: int) -> str:
    """The network's `.cfg` for other classes, with its input size and resize; raises as above."""
    lines = read_lines(network.path)
    net = read_sections(network.path)[0]
    _set(lines, net, "letter_box", int(network.resize == "letterbox"))
    _set(lines, net, "height", network.input.height)
    _set(lines, net, "width", network.input.width)
    for head, number in zip(network.heads, head_convolutions(network), strict=True):
        filters = len(head.anchors) * (classes + BOX_NUMBERS)
        _set(lines, network.layers[number].section, "filters", filters)
        _set(lines, head.section, "classes", classes)
    return "\n".join(lines).rstrip() + "\n"


def retargeted_weights(
    network: DarknetNetwork, file: Path, kept: Sequence[int | None], seed: int = 0
) -> bytes:
    """The `.weights` for that `.cfg`, made from the network's own.

    Weights for position, size and objectness are kept. `kept` has for each class its number in the
    network before; None stands for a new class, which starts equally likely for every picture.
    Raises `DarknetError` as above and as `DarknetWeights` does.
    """
    heads = dict(zip(head_convolutions(network), network.heads, strict=True))
    weights = DarknetWeights(file, network.float_count)
    generator = np.random.default_rng(seed)
    parts: list[Float32Array] = []
    for number, layer in enumerate(network.layers):
        if number not in heads:
            parts.append(weights.take(layer.float_count))
            continue
        assert isinstance(layer, DarknetConvolution)
        anchors = len(heads[number].anchors)
        # The biases of all anchors and numbers come first, then their weights.
        for size, deviation, middle in (
            (1, 0.0, -np.log(max(len(kept) - 1, 1))),
            (int(np.prod(layer.kernel_shape[1:])), CLASS_WEIGHTS_DEVIATION, 0.0),
        ):
            learnt = weights.take(anchors, layer.output.channels // anchors, size)
            begun = generator.normal(middle, deviation, (anchors, len(kept), size))
            for new, old in enumerate(kept):
                if old is not None:
                    begun[:, new] = learnt[:, BOX_NUMBERS + old]
            parts.append(np.concatenate([learnt[:, :BOX_NUMBERS], begun], axis=1).ravel())
    return encode_weights(parts)


def _set(lines: list[str], section: CfgSection, key: str, value: int) -> None:
    """Change the value of an option, in its own line or in that of the section's header."""
    if key in section.lines:
        lines[section.lines[key] - 1] = f"{key}={value}"
    else:
        # No line is inserted, so the line numbers of other sections stay valid.
        lines[section.line - 1] += f"\n{key}={value}"
