"""anomalib's ONNX exports, brought to okng's contract.

What anomalib 2 exports takes `input` float32 [B, 3, H, W], RGB in 0..1, normalises inside and gives
`pred_score` ([B] or [B, 1]) and `anomaly_map` ([B, 1, H, W] or [B, H, W]), besides the verdicts
`pred_label` and `pred_mask`, which are left out: the threshold is okng's own.
"""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, compose, numpy_helper

from okng.models.anomaly.composition import ANOMALY_MAP, IMAGE, SCORE
from okng.models.imported.anomalib_post_processing import OutputReader
from okng.models.imported.onnx_file import agreed_size, parse, picture_input
from okng.models.imported.wrapped_model import ImportedModelError, WrappedModel
from okng.models.manifest import MODEL, ModelInput
from okng.models.onnx_graph import GraphBuilder

PRED_SCORE, PRED_LABEL = "pred_score", "pred_label"
MAP, PRED_MASK = "anomaly_map", "pred_mask"
MAP_SCALE = "imported.map_scale"
"""Name of the graph's constant that the map is multiplied by."""
_PREFIX = "imported/"


def wrap_onnx(data: bytes, size: ModelInput | None = None, map_scale: float = 1) -> WrappedModel:
    """Wrap the ONNX file `data`, whose scores and map become raw and the map `map_scale` times it.

    `size` is needed where the file leaves height and width open and does not resize by itself.
    Raises `ImportedModelError` for a file that is no such model.
    """
    model = parse(data)
    taken = picture_input(model)
    if taken.height is None and taken.width is None:
        size = size or _resized_to(model, taken.name)
    size = agreed_size(taken.height, taken.width, size)
    outputs = {output.name for output in model.graph.output}
    if not {PRED_SCORE, MAP} <= outputs:
        raise ImportedModelError(
            f"the model's outputs are {sorted(outputs)}; needed are {PRED_SCORE!r} and {MAP!r}"
        )
    reader = OutputReader(model)
    raw_score, raw_map = reader.raw(PRED_SCORE, PRED_LABEL), reader.raw(MAP, PRED_MASK)
    graph = GraphBuilder()
    graph.rename(graph.picture(IMAGE), _PREFIX + taken.name)
    graph.include(compose.add_prefix(model, _PREFIX))
    score = graph.add("Reshape", _PREFIX + raw_score.tensor, graph.shape(1))
    graph.rename(graph.add("Cast", score, to=TensorProto.FLOAT), SCORE)
    # The axes before the last two all have length 1, however many the export has.
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
    """What size the model itself makes of every picture, where it begins with that.

    Pictures of just this size pass its resize as they are: it smooths nothing where it shrinks,
    so `okng.models.preprocessing` does it.
    """
    constants = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
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
