"""`[maxpool]` and `[upsample]`: layers that change height and width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from okng.models.detection.darknet.layer import Emission, Layer, Preceding, Shape
from okng.models.detection.darknet.sections import Section


@dataclass(frozen=True)
class MaxPool(Layer):
    """The largest value of every window; beyond the edge there is nothing."""

    size: int
    stride: int
    pads: tuple[int, int, int, int]
    """Top, left, bottom, right."""

    @classmethod
    def read(cls, section: Section, before: Preceding) -> MaxPool:
        """See `Layer.read`."""
        section.refuse("maxpool_depth", "antialiasing", "stride_x", "stride_y")
        given = before.shape(before.last)
        stride = section.integer("stride", 1, minimum=1)
        size = section.integer("size", stride, minimum=1)
        padding = section.integer("padding", size - 1)
        top, bottom = _pads(given.height, size, stride, padding)
        left, right = _pads(given.width, size, stride, padding)
        output = Shape(
            given.channels,
            (given.height + padding - size) // stride + 1,
            (given.width + padding - size) // stride + 1,
        )
        if min(output.height, output.width) < 1:
            raise section.error("size", f"is larger than its padded input of {given}")
        pads = (top, left, bottom, right)
        return cls(section, (before.last,), output, size=size, stride=stride, pads=pads)

    def emit(self, to: Emission, inputs: Sequence[str]) -> str:
        """See `Layer.emit`."""
        # Padding that no window reaches is left out: with it, quantised engines lose much.
        pads = {"pads": list(self.pads)} if any(self.pads) else {}
        return to.graph.add(
            "MaxPool", *inputs, kernel_shape=[self.size] * 2, strides=[self.stride] * 2, **pads
        )


def _pads(length: int, size: int, stride: int, padding: int) -> tuple[int, int]:
    """How much is added before and behind, as far as windows reach (darknet's maxpool_layer.c)."""
    before = padding // 2
    windows = (length + padding - size) // stride + 1
    return before, max(0, (windows - 1) * stride + size - length - before)


@dataclass(frozen=True)
class Upsample(Layer):
    """Every value repeated `stride` times in both directions."""

    stride: int

    @classmethod
    def read(cls, section: Section, before: Preceding) -> Upsample:
        """See `Layer.read`."""
        if section.number("scale", 1.0) != 1.0:
            raise section.error("scale", "is not supported; allowed is 1")
        given = before.shape(before.last)
        stride = section.integer("stride", 2, minimum=1)
        output = Shape(given.channels, given.height * stride, given.width * stride)
        return cls(section, (before.last,), output, stride=stride)

    def emit(self, to: Emission, inputs: Sequence[str]) -> str:
        """See `Layer.emit`."""
        return to.graph.add(
            "Resize",
            *inputs,
            "",
            to.graph.constant([1, 1, self.stride, self.stride]),
            mode="nearest",
            coordinate_transformation_mode="asymmetric",
            nearest_mode="floor",
        )
