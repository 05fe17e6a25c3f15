"""Activation functions of darknet layers."""

from __future__ import annotations

from okng.models.detection.darknet.cfg_file import CfgSection
from okng.models.detection.darknet.layer import OnnxEmission
from okng.models.onnx.mish import mish

ACTIVATIONS = ("linear", "leaky", "relu", "mish", "swish", "logistic", "tanh")
LEAKY_SLOPE = 0.1
"""Slope for negative values (`leaky_activate` in darknet's activations.h)."""


def activation_of(section: CfgSection, default: str) -> str:
    """The activation of a section; raises `DarknetError` for an unknown one."""
    name = section.text("activation", default)
    if name not in ACTIVATIONS:
        raise section.error("activation", f"is not known; use one of {', '.join(ACTIVATIONS)}")
    return name


def activate(to: OnnxEmission, tensor: str, activation: str) -> str:
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
