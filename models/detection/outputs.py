"""What every detection graph of okng takes and gives, wherever it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from onnx import TensorProto

from okng.models.onnx_graph import GraphBuilder, Shape

IMAGE, BOXES, OBJECTNESS, SCORES = "image", "boxes", "objectness", "scores"


@dataclass(frozen=True)
class Decoded:
    """Tensors of a graph that say where something is and what; n boxes."""

    boxes: str
    """float32 [1, n, 4]: left, top, right and bottom in pixels of the input."""
    objectness: str
    """float32 [1, n]: no class of the box has a higher score, so it is looked at first."""
    scores: str
    """float32 [1, n, classes]: 0 to 1."""


def detection_model(
    graph: GraphBuilder, name: str, size: tuple[int, int], decoded: Decoded
) -> bytes:
    """The model, serialised: `IMAGE` of this height and width -> the three outputs.

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
