"""The activations that a darknet layer may have."""

from __future__ import annotations

from okng.models.detection.darknet.layer import Emission
from okng.models.detection.darknet.sections import Section
from okng.models.detection.mish import mish

ACTIVATIONS = ("linear", "leaky", "relu", "mish", "swish", "logistic", "tanh")
LEAKY_SLOPE = 0.1
"""Of negative values (`leaky_activate` of darknet's activations.h)."""


def activation_of(section: Section, default: str) -> str:
    """The section's activation; raises `DarknetError` for one that is not known."""
    name = section.text("activation", default)
    if name not in ACTIVATIONS:
        raise section.error("activation", f"is not known; allowed are {', '.join(ACTIVATIONS)}")
    return name


def activate(to: Emission, tensor: str, activation: str) -> str:
    """Add an activation of a tensor to the graph."""
    graph = to.graph
    match activation:
        case "leaky":
            return graph.add("LeakyRelu", tensor, alpha=LEAKY_SLOPE)
        case "relu":
            return graph.add("Relu", tensor)
        case "mish":
            return mish(graph, tensor, to.mish)
        case "swish":
            return graph.add("Mul", tensor, graph.add("Sigmoid", tensor))
        case "logistic":
            return graph.add("Sigmoid", tensor)
        case "tanh":
            return graph.add("Tanh", tensor)
        case _:
            return tensor
