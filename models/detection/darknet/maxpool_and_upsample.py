"""`[maxpool]` and `[upsample]`: layers that change height and width only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from okng.models.detection.darknet.cfg_file import CfgSection
from okng.models.detection.darknet.layer import (
    DarknetLayer,
    FeatureShape,
    OnnxEmission,
    PrecedingLayers,
)


@dataclass(frozen=True)
class MaxPool(DarknetLayer):
    """The maximum of every window; pixels beyond the edge do not count."""

    size: int
    stride: int
    pads: tuple[int, int, int, int]
    """Top, left, bottom, right."""

    @classmethod
    def read(cls, section: CfgSection, before: PrecedingLayers) -> MaxPool:
        """The layer that a section describes, as `DarknetLayer.read` has it."""
        section.refuse("maxpool_depth", "antialiasing", "stride_x", "stride_y")
        incoming = before.shape(before.last)
        stride = section.integer("stride", 1, minimum=1)
        size = section.integer("size", stride, minimum=1)
        padding = section.integer("padding", size - 1)
        top, bottom = _pads(incoming.height, size, stride, padding)
        left, right = _pads(incoming.width, size, stride, padding)
        output = FeatureShape(
            incoming.channels,
            (incoming.height + padding - size) // stride + 1,
            (incoming.width + padding - size) // stride + 1,
        )
        if min(output.height, output.width) < 1:
            raise section.error("size", f"is larger than its padded input of {incoming}")
        pads = (top, left, bottom, right)
        return cls(section, (before.last,), output, size=size, stride=stride, pads=pads)

    def emit(self, to: OnnxEmission, inputs: Sequence[str]) -> str:
        """Add the layer's node to the graph, as `DarknetLayer.emit` has it."""
        # Padding that no window reaches is left out: it costs quantised engines much accuracy.
        pads = {"pads": list(self.pads)} if any(self.pads) else {}
        return to.graph.add(
            "MaxPool", *inputs, kernel_shape=[self.size] * 2, strides=[self.stride] * 2, **pads
        )


def _pads(length: int, size: int, stride: int, padding: int) -> tuple[int, int]:
    """Padding before and after, as far as windows reach (darknet's maxpool_layer.c)."""
    before = padding // 2
    windows = (length + padding - size) // stride + 1
    return before, max(0, (windows - 1) * stride + size - length - before)


@dataclass(frozen=True)
class Upsample(DarknetLayer):
    """Every value repeated `stride` times in both directions."""

    stride: int

    @classmethod
    def read(cls, section: CfgSection, before: PrecedingLayers) -> Upsample:
        """The layer that a section describes, as `DarknetLayer.read` has it."""
        if section.number("scale", 1.0) != 1.0:
            raise section.error("scale", "is not supported; allowed is 1")
        incoming = before.shape(before.last)
        stride = section.integer("stride", 2, minimum=1)
        output = FeatureShape(incoming.channels, incoming.height * stride, incoming.width * stride)
        return cls(section, (before.last,), output, stride=stride)

    def emit(self, to: OnnxEmission, inputs: Sequence[str]) -> str:
        """Add the layer's node to the graph, as `DarknetLayer.emit` has it."""
        return to.graph.add(
            "Resize",
            *inputs,
            "",
            to.graph.constant([1, 1, self.stride, self.stride]),
            mode="nearest",
            coordinate_transformation_mode="asymmetric",
            nearest_mode="floor",
        )
