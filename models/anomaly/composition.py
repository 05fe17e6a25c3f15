"""The ONNX graphs of a method: the embedding alone, the judgement alone, and the whole model."""

from __future__ import annotations

from onnx import TensorProto

from okng.models.anomaly.method import AnomalyMethod, FittedMethod
from okng.models.backbone.backbone import Backbone
from okng.models.onnx_graph import GraphBuilder, Shape

IMAGE, EMBEDDING, SCORE, ANOMALY_MAP = "image", "embedding", "score", "anomaly_map"


def embedding_model(backbone: Backbone, method: AnomalyMethod, height: int, width: int) -> bytes:
    """`image` uint8 [1, height, width, 3] -> `embedding` float32 [1, d, h, w]."""
    graph = GraphBuilder(backbone.model)
    graph.rename(_embed(graph, backbone, method), EMBEDDING)
    outputs: dict[str, tuple[int, Shape]] = {
        EMBEDDING: (TensorProto.FLOAT, (1, "channels", "rows", "columns"))
    }
    return graph.model("embedding", _image(height, width), outputs)


def judgement_model(fitted: FittedMethod, embedding_shape: Shape) -> bytes:
    """`embedding` float32 [1, d, h, w] -> `score` [1], `anomaly_map` [1, h, w]."""
    graph = GraphBuilder()
    inputs = {EMBEDDING: (TensorProto.FLOAT, embedding_shape)}
    outputs = _judge(graph, fitted, EMBEDDING)
    return graph.model("judgement", inputs, outputs)


def whole_model(
    backbone: Backbone, method: AnomalyMethod, fitted: FittedMethod, height: int, width: int
) -> bytes:
    """`image` uint8 [1, height, width, 3] RGB -> `score` [1], `anomaly_map` [1, h, w], float32."""
    graph = GraphBuilder(backbone.model)
    outputs = _judge(graph, fitted, _embed(graph, backbone, method))
    name = method.settings.type
    return graph.model(name, _image(height, width), outputs)


def _image(height: int, width: int) -> dict[str, tuple[int, Shape]]:
    return {IMAGE: (TensorProto.UINT8, (1, height, width, 3))}


def _embed(graph: GraphBuilder, backbone: Backbone, method: AnomalyMethod) -> str:
    return method.embed(graph, [tap.name for tap in backbone.taps])


def _judge(
    graph: GraphBuilder, fitted: FittedMethod, embedding: str
) -> dict[str, tuple[int, Shape]]:
    score, anomaly_map = fitted.judge(graph, embedding)
    graph.rename(score, SCORE)
    graph.rename(anomaly_map, ANOMALY_MAP)
    return {
        SCORE: (TensorProto.FLOAT, (1,)),
        ANOMALY_MAP: (TensorProto.FLOAT, (1, "rows", "columns")),
    }
