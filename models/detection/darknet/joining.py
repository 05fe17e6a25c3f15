"""`[route]` and `[shortcut]`: layers that bring earlier ones together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from okng.models.detection.darknet.activation import activate, activation_of
from okng.models.detection.darknet.layer import Emission, Layer, Preceding, Shape
from okng.models.detection.darknet.sections import Section


@dataclass(frozen=True)
class Route(Layer):
    """The channels of earlier layers one after the other, of each only one of so many groups."""

    channels: tuple[int, ...]
    """Of each source, before the cut."""
    groups: int
    group: int

    @classmethod
    def read(cls, section: Section, before: Preceding) -> Route:
        """See `Layer.read`."""
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
        output = Shape(channels, shapes[0].height, shapes[0].width)
        cut = tuple(shape.channels for shape in shapes)
        return cls(section, tuple(sources), output, channels=cut, groups=groups, group=group)

    def emit(self, to: Emission, inputs: Sequence[str]) -> str:
        """See `Layer.emit`."""
        parts = [self._group(to, *one) for one in zip(inputs, self.channels, strict=True)]
        return parts[0] if len(parts) == 1 else to.graph.add("Concat", *parts, axis=1)

    def _group(self, to: Emission, tensor: str, channels: int) -> str:
        if self.groups == 1:
            return tensor
        size = channels // self.groups
        return to.graph.slice(tensor, 1, self.group * size, (self.group + 1) * size)


@dataclass(frozen=True)
class Shortcut(Layer):
    """The layer before plus earlier ones of the same shape."""

    activation: str

    @classmethod
    def read(cls, section: Section, before: Preceding) -> Shortcut:
        """See `Layer.read`."""
        section.refuse("weights_type")
        sources = [before.last, *before.sources(section, "from")]
        shapes = [before.shape(source) for source in sources]
        if len(set(shapes)) > 1:
            raise section.error("from", f"these are {_listed(shapes)}; one shape is needed")
        return cls(section, tuple(sources), shapes[0], activation_of(section, "linear"))

    def emit(self, to: Emission, inputs: Sequence[str]) -> str:
        """See `Layer.emit`."""
        total = inputs[0]
        for tensor in inputs[1:]:
            total = to.graph.add("Add", total, tensor)
        return activate(to, total, self.activation)


def _listed(shapes: Sequence[Shape]) -> str:
    return ", ".join(str(shape) for shape in shapes)
