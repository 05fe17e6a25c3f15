"""`[route]` and `[shortcut]`: layers that concatenate or add earlier layers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from okng.models.detection.darknet.activation import activate, activation_of
from okng.models.detection.darknet.cfg_file import CfgSection
from okng.models.detection.darknet.layer import (
    DarknetLayer,
    FeatureShape,
    OnnxEmission,
    PrecedingLayers,
)


@dataclass(frozen=True)
class Route(DarknetLayer):
    """Concatenates the channels of earlier layers, or one group of each one's channels."""

    channels: tuple[int, ...]
    """Number of channels of each source, before its group is selected."""
    groups: int
    group: int

    @classmethod
    def read(cls, section: CfgSection, before: PrecedingLayers) -> Route:
        """The layer that a section describes, as `DarknetLayer.read` has it."""
        sources = before.sources(section, "layers")
        shapes = [before.shape(source) for source in sources]
        groups = section.integer("groups", 1, minimum=1)
        group = section.integer("group_id", 0)
        if group >= groups:
            raise section.error("group_id", f"allowed are 0 to {groups - 1}")
        if any(shape.channels % groups for shape in shapes):
            raise section.error("groups", f"does not divide the channels of {_listed(shapes)}")
        if len({(shape.height, shape.width) for shape in shapes}) > 1:
            raise section.error(
                "layers",
                f"these are {_listed(shapes)}; one size is needed, which most networks have where "
                "the input's height and width are multiples of 32",
            )
        channels = sum(shape.channels // groups for shape in shapes)
        output = FeatureShape(channels, shapes[0].height, shapes[0].width)
        cut = tuple(shape.channels for shape in shapes)
        return cls(section, tuple(sources), output, channels=cut, groups=groups, group=group)

    def emit(self, to: OnnxEmission, inputs: Sequence[str]) -> str:
        """Add the layer's nodes to the graph, as `DarknetLayer.emit` has it."""
        parts = [self._group(to, *source) for source in zip(inputs, self.channels, strict=True)]
        return parts[0] if len(parts) == 1 else to.graph.add("Concat", *parts, axis=1)

    def _group(self, to: OnnxEmission, tensor: str, channels: int) -> str:
        if self.groups == 1:
            return tensor
        size = channels // self.groups
        return to.graph.slice(tensor, 1, self.group * size, (self.group + 1) * size)


@dataclass(frozen=True)
class Shortcut(DarknetLayer):
    """Sum of the layer before and earlier ones of the same shape."""

    activation: str

    @classmethod
    def read(cls, section: CfgSection, before: PrecedingLayers) -> Shortcut:
        """The layer that a section describes, as `DarknetLayer.read` has it."""
        section.refuse("weights_type")
        sources = [before.last, *before.sources(section, "from")]
        shapes = [before.shape(source) for source in sources]
        if len(set(shapes)) > 1:
            raise section.error("from", f"these are {_listed(shapes)}; one shape is needed")
        return cls(section, tuple(sources), shapes[0], activation_of(section, "linear"))

    def emit(self, to: OnnxEmission, inputs: Sequence[str]) -> str:
        """Add the layer's nodes to the graph, as `DarknetLayer.emit` has it."""
        total = inputs[0]
        for tensor in inputs[1:]:
            total = to.graph.add("Add", total, tensor)
        return activate(to, total, self.activation)


def _listed(shapes: Sequence[FeatureShape]) -> str:
    return ", ".join(str(shape) for shape in shapes)
