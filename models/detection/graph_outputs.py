"""Graph contract of detectors: the inputs and outputs of every detection graph of okng."""

from __future__ import annotations

from dataclasses import dataclass

from onnx import TensorProto

from okng.models.onnx.graph import GraphBuilder, Shape

IMAGE, BOXES, OBJECTNESS, SCORES = "image", "boxes", "objectness", "scores"


@dataclass(frozen=True)
class DecodedTensors:
    """Names of the graph's tensors with n decoded boxes, their objectness and class scores."""

    boxes: str
    """float32 [1, n, 4]: left, top, right and bottom in pixels of the input."""
    objectness: str
    """float32 [1, n]: an upper bound of the box's class scores, so it is compared first."""
    scores: str
    """float32 [1, n, classes]: 0 to 1."""


def detection_model(
    graph: GraphBuilder, name: str, size: tuple[int, int], decoded: DecodedTensors
) -> bytes:
    """Serialise the model from `IMAGE` of this height and width to the three outputs.

    Raises as `GraphBuilder.model` does.
    """
    graph.rename(decoded.boxes, BOXES)
    graph.rename(decoded.objectness, OBJECTNESS)
    graph.rename(decoded.scores, SCORES)
    outputs: dict[str, tuple[int, Shape]] = {
        BOXES: (TensorProto.FLOAT, (1, "n", 4)),
        OBJECTNESS: (TensorProto.FLOAT, (1, "n")),
        SCORES: (TensorProto.FLOAT, (1, "n", "classes")),
    }
    return graph.model(name, {IMAGE: (TensorProto.UINT8, (1, *size, 3))}, outputs)
