"""What every layer of a darknet network has."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from okng.models.detection.darknet.sections import Section
from okng.models.detection.darknet.weights import Weights
from okng.models.detection.mish import MishForm
from okng.models.onnx_graph import GraphBuilder

PICTURE = -1
"""The source of the first layer, where others have the number of an earlier layer."""


@dataclass(frozen=True)
class Shape:
    """What a layer gives for one picture: float32 [1, channels, height, width]."""

    channels: int
    height: int
    width: int

    def __str__(self) -> str:
        return f"{self.channels} x {self.height} x {self.width}"


class Preceding:
    """The picture and the layers before the one that is being read, as it may refer to them."""

    def __init__(self, picture: Shape) -> None:
        self.picture = picture
        self.outputs: list[Shape] = []

    @property
    def last(self) -> int:
        """The number of the layer before, or `PICTURE`."""
        return len(self.outputs) - 1

    def shape(self, source: int) -> Shape:
        """What a source gives."""
        return self.picture if source == PICTURE else self.outputs[source]

    def sources(self, section: Section, key: str) -> list[int]:
        """The layers that an option names, by number or (below 0) by distance."""
        here, found = len(self.outputs), []
        for given in section.integers(key):
            number = given if given >= 0 else here + given
            if not 0 <= number < here:
                raise section.error(
                    key,
                    f"{given} is no earlier layer; this is layer {here}, so allowed are "
                    f"{-here} to {here - 1}",
                )
            found.append(number)
        return found


@dataclass(frozen=True)
class Emission:
    """Into what layers are written."""

    graph: GraphBuilder
    weights: Weights
    epsilon: float
    """Added to the variance in batch normalisation."""
    mish: MishForm


@dataclass(frozen=True)
class Layer(ABC):
    """One layer with the shape that it gives."""

    section: Section
    sources: tuple[int, ...]
    output: Shape

    @classmethod
    @abstractmethod
    def read(cls, section: Section, before: Preceding) -> Layer:
        """The layer of a section; raises `DarknetError`."""

    @property
    def float_count(self) -> int:
        """How many numbers of the `.weights` file are its own."""
        return 0

    @abstractmethod
    def emit(self, to: Emission, inputs: Sequence[str]) -> str:
        """Add it to the graph over the tensors of its sources; returns its own tensor."""
