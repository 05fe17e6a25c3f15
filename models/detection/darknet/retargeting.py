"""A darknet network for other classes: what it has learnt stays, but for what names the classes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from okng.models.detection.darknet.convolution import Convolution
from okng.models.detection.darknet.network import DarknetNetwork
from okng.models.detection.darknet.sections import Section, read_sections
from okng.models.detection.darknet.weights import Floats, Weights, weights_file
from okng.models.detection.darknet.yolo import BOX_NUMBERS

CLASS_WEIGHTS_DEVIATION = 0.01
"""Of the weights that name the classes, before they are learnt."""


def head_convolutions(network: DarknetNetwork) -> list[int]:
    """The numbers of the layers that give the heads' numbers.

    Raises `DarknetError` where one is no plain convolution.
    """
    numbers = [head.sources[0] for head in network.heads]
    for head, number in zip(network.heads, numbers, strict=True):
        layer = network.layers[number]
        if not isinstance(layer, Convolution) or layer.batch_normalize:
            raise head.section.error(
                None,
                "cannot be made one of other classes: needed before it is a [convolutional] "
                "layer without batch_normalize",
            )
    return numbers


def retargeted_cfg(network: DarknetNetwork, classes: int) -> str:
    """The network's `.cfg` for so many classes and for its input size; raises as above."""
    lines = network.path.read_text("utf-8").splitlines()
    net = read_sections(network.path)[0]
    _set(lines, net, "height", network.picture.height)
    _set(lines, net, "width", network.picture.width)
    for head, number in zip(network.heads, head_convolutions(network), strict=True):
        filters = len(head.anchors) * (classes + BOX_NUMBERS)
        _set(lines, network.layers[number].section, "filters", filters)
        _set(lines, head.section, "classes", classes)
    return "\n".join(lines) + "\n"


def retargeted_weights(
    network: DarknetNetwork, file: Path, kept: Sequence[int | None], seed: int = 0
) -> bytes:
    """The `.weights` for that `.cfg`, from the network's own.

    Places, sizes and objectness are those that the network has learnt. `kept` has for each class
    the number of the one that it was before; where it is None, the class begins as likely as any
    other, whatever the picture. Raises `DarknetError` as above and as `Weights` does.
    """
    heads = dict(zip(head_convolutions(network), network.heads, strict=True))
    weights = Weights(file, network.float_count)
    generator = np.random.default_rng(seed)
    parts: list[Floats] = []
    for number, layer in enumerate(network.layers):
        if number not in heads:
            parts.append(weights.take(layer.float_count))
            continue
        assert isinstance(layer, Convolution)
        anchors = len(heads[number].anchors)
        # Of each anchor and number its bias, then of each its weights.
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
    return weights_file(parts)


def _set(lines: list[str], section: Section, key: str, value: int) -> None:
    """Give an option another value, in its line or in that of the section's name."""
    if key in section.lines:
        lines[section.lines[key] - 1] = f"{key}={value}"
    else:
        # Its own lines stay where they are, so that all other sections' numbers hold.
        lines[section.line - 1] += f"\n{key}={value}"
