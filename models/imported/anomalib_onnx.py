"""anomalib's ONNX exports, converted to okng's graph contract.

An export of anomalib 2 takes `input` float32 [B, 3, H, W], RGB in 0..1, normalises it and returns
`pred_score` ([B] or [B, 1]) and `anomaly_map` ([B, 1, H, W] or [B, H, W]), besides the verdicts
`pred_label` and `pred_mask`, which are left out: the threshold is okng's own.
"""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, compose, numpy_helper

from okng.models.anomaly.graphs import ANOMALY_MAP, IMAGE, SCORE
from okng.models.bundles.manifest import MODEL, ModelInput
from okng.models.errors import ImportedModelError
from okng.models.imported.anomalib_post_processing import OutputReader
from okng.models.imported.onnx_file import agreed_size, image_input, parse
from okng.models.imported.wrapped_model import WrappedModel
from okng.models.onnx.graph import GraphBuilder

PRED_SCORE, PRED_LABEL = "pred_score", "pred_label"
MAP, PRED_MASK = "anomaly_map", "pred_mask"
MAP_SCALE = "imported.map_scale"
"""Name of the constant in the graph by which the map is multiplied."""
_PREFIX = "imported/"


def wrap_onnx(data: bytes, size: ModelInput | None = None, map_scale: float = 1) -> WrappedModel:
    """Wrap the ONNX file `data` to give raw scores, and the raw map multiplied by `map_scale`.

    `size` is needed where the file leaves height and width open and does not resize by itself.
    Raises `ImportedModelError` for a file that is not such a model.
    """
    model = parse(data)
    graph_input = image_input(model)
    if graph_input.height is None and graph_input.width is None:
        size = size or _resized_to(model, graph_input.name)
    size = agreed_size(graph_input.height, graph_input.width, size)
    outputs = {output.name for output in model.graph.output}
    if not {PRED_SCORE, MAP} <= outputs:
        raise ImportedModelError(
            f"the model's outputs are {sorted(outputs)}; needed are {PRED_SCORE!r} and {MAP!r}"
        )
    reader = OutputReader(model)
    raw_score, raw_map = reader.raw(PRED_SCORE, PRED_LABEL), reader.raw(MAP, PRED_MASK)
    graph = GraphBuilder()
    graph.rename(graph.image_planes(IMAGE), _PREFIX + graph_input.name)
    graph.include(compose.add_prefix(model, _PREFIX))
    score = graph.add("Reshape", _PREFIX + raw_score.tensor, graph.shape(1))
    graph.rename(graph.add("Cast", score, to=TensorProto.FLOAT), SCORE)
    # All axes before the last two have length 1; their number depends on the export.
    rows = _rows_and_columns(graph, _PREFIX + raw_map.tensor)
    anomaly_map = graph.add("Reshape", _PREFIX + raw_map.tensor, rows)
    anomaly_map = graph.add("Cast", anomaly_map, to=TensorProto.FLOAT)
    scale = graph.constant(map_scale, name=MAP_SCALE)
    graph.rename(graph.add("Mul", anomaly_map, scale), ANOMALY_MAP)
    try:
        wrapped = graph.model(
            "imported",
            {IMAGE: (TensorProto.UINT8, (1, size.height, size.width, 3))},
            {
                SCORE: (TensorProto.FLOAT, (1,)),
                ANOMALY_MAP: (TensorProto.FLOAT, (1, "rows", "columns")),
            },
        )
    except (onnx.checker.ValidationError, onnx.shape_inference.InferenceError) as error:
        raise ImportedModelError(f"the model does not hold together: {error}") from None
    return WrappedModel(
        files={MODEL: wrapped},
        input=size,
        clamped=raw_score.clamped,
        probability=raw_score.probability,
        threshold=raw_score.threshold,
    )


def _resized_to(model: onnx.ModelProto, name: str) -> ModelInput | None:
    """The size to which the model itself resizes pictures, where it begins with a resize.

    The model's resize does not smooth when it shrinks, so `okng.models.images.preprocessing`
    resizes to this size instead; pictures of that size pass the model's resize unchanged.
    """
    constants = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    reached = {name}
    for node in model.graph.node:
        if node.input and node.input[0] in reached:
            if node.op_type == "Resize" and len(node.input) == 4:
                sizes = constants.get(node.input[3])
                return (
                    None
                    if sizes is None
                    else ModelInput(height=int(sizes[-2]), width=int(sizes[-1]))
                )
            if node.op_type in ("Reshape", "Identity", "Cast"):
                reached.update(node.output)
    return None


def _rows_and_columns(graph: GraphBuilder, anomaly_map: str) -> str:
    """The shape [1, h, w] of a map [..., h, w]."""
    shape = graph.add("Shape", anomaly_map)
    last_two = graph.add("Slice", shape, graph.shape(-2), graph.shape(np.iinfo(np.int64).max))
    return graph.add("Concat", graph.shape(1), last_two, axis=0)
