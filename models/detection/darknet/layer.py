"""The base of all layers of a darknet network."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from okng.models.detection.darknet.cfg_file import CfgSection
from okng.models.detection.darknet.weights_file import DarknetWeights
from okng.models.onnx.graph import GraphBuilder
from okng.models.onnx.mish import MishForm

NETWORK_INPUT = -1
"""The source of the first layer; other layers' sources are numbers of earlier layers."""


@dataclass(frozen=True)
class FeatureShape:
    """Shape of a layer's output for one picture: float32 [1, channels, height, width]."""

    channels: int
    height: int
    width: int

    def __str__(self) -> str:
        return f"{self.channels} x {self.height} x {self.width}"


class PrecedingLayers:
    """The network's input and the layers before the current one, to which that may refer."""

    def __init__(self, network_input: FeatureShape) -> None:
        self.input = network_input
        self.outputs: list[FeatureShape] = []

    @property
    def last(self) -> int:
        """The number of the layer before, or `NETWORK_INPUT`."""
        return len(self.outputs) - 1

    def shape(self, source: int) -> FeatureShape:
        """The shape of a source: the network's input, or an earlier layer's output."""
        return self.input if source == NETWORK_INPUT else self.outputs[source]

    def sources(self, section: CfgSection, key: str) -> list[int]:
        """The layers that an option names, by number or, if negative, relative to this layer."""
        own_number, sources = len(self.outputs), []
        for index in section.integers(key):
            number = index if index >= 0 else own_number + index
            if not 0 <= number < own_number:
                raise section.error(
                    key,
                    f"{index} is no earlier layer; this is layer {own_number}, so allowed are "
                    f"{-own_number} to {own_number - 1}",
                )
            sources.append(number)
        return sources


@dataclass(frozen=True)
class OnnxEmission:
    """The target of emitted layers: the ONNX graph, and the reader of their weights."""

    graph: GraphBuilder
    weights: DarknetWeights
    epsilon: float
    """Added to the variance in batch normalisation."""
    mish: MishForm


@dataclass(frozen=True)
class DarknetLayer(ABC):
    """A layer of the network, with its sources and its output shape."""

    section: CfgSection
    sources: tuple[int, ...]
    output: FeatureShape

    @classmethod
    @abstractmethod
    def read(cls, section: CfgSection, before: PrecedingLayers) -> DarknetLayer:
        """Read the layer from its section; raises `DarknetError`."""

    @property
    def float_count(self) -> int:
        """Number of floats that the layer has in the `.weights` file."""
        return 0

    @abstractmethod
    def emit(self, to: OnnxEmission, inputs: Sequence[str]) -> str:
        """Add the layer to the graph over its sources' tensors; returns its output tensor."""
