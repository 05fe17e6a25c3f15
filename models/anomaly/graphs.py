"""ONNX graphs of an anomaly method: its embedding, its scoring, and both as one model."""

from __future__ import annotations

from onnx import TensorProto

from okng.models.anomaly.layers import halve
from okng.models.anomaly.method import AnomalyMethod, FittedMethod
from okng.models.anomaly.tiling import Tiling, embed_tiles
from okng.models.backbone.backbone import Backbone
from okng.models.onnx.graph import GraphBuilder, Shape

IMAGE, EMBEDDING, SCORE, ANOMALY_MAP = "image", "embedding", "score", "anomaly_map"


def embedding_model(backbone: Backbone, method: AnomalyMethod, tiling: Tiling) -> bytes:
    """`image` uint8 [1, H, W, 3], the size of all tiles -> `embedding` float32 [1, d, h, w]."""
    graph = GraphBuilder()
    graph.rename(_embed(graph, backbone, method, tiling), EMBEDDING)
    outputs: dict[str, tuple[int, Shape]] = {
        EMBEDDING: (TensorProto.FLOAT, (1, "channels", "rows", "columns"))
    }
    return graph.model("embedding", _image(tiling), outputs)


def judgement_model(fitted: FittedMethod, embedding_shape: Shape) -> bytes:
    """`embedding` float32 [1, d, h, w] -> `score` [1], `anomaly_map` [1, h, w]."""
    graph = GraphBuilder()
    inputs = {EMBEDDING: (TensorProto.FLOAT, embedding_shape)}
    outputs = _judge(graph, fitted, EMBEDDING)
    return graph.model("judgement", inputs, outputs)


def whole_model(
    backbone: Backbone, method: AnomalyMethod, fitted: FittedMethod, tiling: Tiling
) -> bytes:
    """`image` uint8 [1, H, W, 3] RGB -> `score` [1], `anomaly_map` [1, h, w], float32."""
    graph = GraphBuilder()
    outputs = _judge(graph, fitted, _embed(graph, backbone, method, tiling))
    return graph.model(method.settings.type, _image(tiling), outputs)


def _image(tiling: Tiling) -> dict[str, tuple[int, Shape]]:
    return {IMAGE: (TensorProto.UINT8, (1, tiling.input_height, tiling.input_width, 3))}


def _embed(graph: GraphBuilder, backbone: Backbone, method: AnomalyMethod, tiling: Tiling) -> str:
    def features(image: str) -> list[str]:
        taps = graph.apply(backbone.model, {IMAGE: image})
        return [taps[tap.name] for tap in backbone.taps]

    def embed(tile: str) -> str:
        half_taps = features(halve(graph, tile)) if method.takes_half(tiling) else []
        return method.embed(graph, features(tile), half_taps)

    return embed_tiles(graph, IMAGE, tiling, embed)


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
