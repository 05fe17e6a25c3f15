"""Exports of every kind of detector: read rightly, or refused with what was seen.

The numbers are such as each program gives: one box a cell of the grids, a sorted list of the best,
raw heads. What matters is that no other program's numbers are ever taken for boxes.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper
from support.yolo_exports import constant_export

from okng.models.arrays import Float64Array
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.errors import ImportedModelError
from okng.models.imported.yolo_layouts import YoloLayout
from okng.models.imported.yolo_onnx import WrappedDetector, read_export, wrap_yolo

SIZE, CLASSES = 160, 7
BEST = 300


def cells(anchors: int) -> tuple[Float64Array, Float64Array]:
    """Middle of the cell of each box [n, 2], and its stride [n, 1], in the order of all exports."""
    middles, strides = [], []
    for stride in (8, 16, 32):
        side = SIZE // stride
        rows, columns = np.mgrid[:side, :side]
        grid = (np.stack([columns, rows], axis=-1).reshape(-1, 2) + 0.5) * stride
        middles.append(np.tile(grid, (anchors, 1)))
        strides.append(np.full((anchors * side * side, 1), float(stride)))
    return np.concatenate(middles), np.concatenate(strides)


def dense(numbers: int, anchors: int = 1, seed: int = 0) -> Float64Array:
    """Centre and size of a box in each cell, and so many scores [n, 4 + numbers]."""
    generator = np.random.default_rng(seed)
    middles, strides = cells(anchors)
    centres = middles + generator.normal(0, 0.5, middles.shape) * strides
    sizes = strides * generator.uniform(1, 6, middles.shape)
    return np.hstack([centres, sizes, generator.beta(0.2, 8, (len(middles), numbers))])


def best(classes: int, empty: int = 0) -> Float64Array:
    """Corners, score and class of the best boxes [n, 6], the last ones filled up with zeros."""
    generator = np.random.default_rng(1)
    corner = generator.uniform(0, SIZE - 60, (BEST, 2))
    opposite = corner + generator.uniform(4, 60, (BEST, 2))
    scores = np.sort(generator.beta(0.3, 3, (BEST, 1)), axis=0)[::-1]
    rows = np.hstack([corner, opposite, scores, generator.integers(0, classes, (BEST, 1))])
    rows[BEST - empty :] = 0
    return rows


def queries(classes: int) -> Float64Array:
    """What RT-DETR gives: shares of the input, and scores."""
    generator = np.random.default_rng(2)
    places = generator.uniform(0.1, 0.9, (BEST, 2))
    sizes = generator.uniform(0.02, 0.2, (BEST, 2))
    return np.hstack([places, sizes, generator.beta(0.3, 5, (BEST, classes))])


def corners(rows: Float64Array) -> Float64Array:
    half = rows[:, 2:4] / 2
    return np.hstack([rows[:, :2] - half, rows[:, :2] + half, rows[:, 4:]])


def as_shares(rows: Float64Array) -> Float64Array:
    return np.hstack([rows[:, :4] / SIZE, rows[:, 4:]])


def wrap(
    outputs: Mapping[str, Float64Array],
    classes: int = CLASSES,
    layout: YoloLayout | None = None,
    kind: int = TensorProto.FLOAT,
    shape: tuple[int | str, ...] | None = None,
    scale: float | None = None,
    metadata: Mapping[str, str] | None = None,
) -> WrappedDetector:
    data = constant_export(outputs, SIZE, kind=kind, shape=shape, scale=scale, metadata=metadata)
    return wrap_yolo(*read_export(data), classes, layout)


V8, V5 = dense(CLASSES), dense(1 + CLASSES, anchors=3)
V6 = np.hstack([V8[:, :4], np.ones((len(V8), 1)), V8[:, 4:]])
HEADS = {f"head{n}": np.zeros((1, 3, n, n, 5 + CLASSES)) for n in (20, 10, 5)}


@pytest.mark.parametrize(
    ("outputs", "layout", "boxes"),
    [
        pytest.param({"o": V8.T[None]}, "yolov8", corners(V8), id="yolov8"),
        pytest.param({"o": V8[None]}, "yolov8", corners(V8), id="yolov8 by rows"),
        pytest.param({"o": as_shares(V8).T[None]}, "yolov8", corners(V8), id="yolov8 in shares"),
        pytest.param({"o": as_shares(V8)[None]}, "yolov8", corners(V8), id="by rows in shares"),
        pytest.param({"o": V5[None]}, "yolov5", corners(V5), id="yolov5"),
        pytest.param({"o": V5[None], **HEADS}, "yolov5", corners(V5), id="yolov5 and raw heads"),
        pytest.param({"o": V6[None]}, "yolov5", corners(V6), id="yolov6"),
        pytest.param({"o": best(CLASSES)[None]}, "yolov10", best(CLASSES), id="yolov10"),
        pytest.param(
            {"o": best(CLASSES, 290)[None]}, "yolov10", best(CLASSES, 290), id="few of the best"
        ),
        pytest.param(
            {"o": queries(CLASSES)[None]}, "rtdetr", corners(queries(CLASSES)) * SIZE, id="rtdetr"
        ),
    ],
)
def test_what_is_supported_gives_its_boxes(
    outputs: Mapping[str, Float64Array], layout: str, boxes: Float64Array
) -> None:
    wrapped = wrap(outputs)
    assert wrapped.layout == layout
    pixels = np.zeros((1, SIZE, SIZE, 3), np.uint8)
    decoded = OnnxRuntimeEngine(wrapped.model).run({"image": pixels})["boxes"][0]
    np.testing.assert_allclose(decoded, boxes[:, :4], atol=0.05)


@pytest.mark.parametrize(
    ("rows", "classes", "layout"),
    [
        (best(1), 1, "yolov10"),
        (best(2), 2, "yolov10"),
        (queries(1), 1, "rtdetr"),
        (queries(2), 2, "rtdetr"),
        (dense(2, anchors=3), 1, "yolov5"),
        (dense(2), 2, "yolov8"),
    ],
)
def test_six_numbers_a_box_are_told_apart_by_what_they_are(
    rows: Float64Array, classes: int, layout: str
) -> None:
    assert wrap({"o": rows[None]}, classes).layout == layout


LOGITS = np.hstack([V8[:, :4], np.random.default_rng(3).normal(-3, 3, (len(V8), CLASSES))])
RAW_V5 = np.random.default_rng(4).normal(-2, 2, V5.shape)
SIGMOIDS = np.random.default_rng(5).uniform(0, 1, V5.shape)
YOLOX = np.hstack([V8[:, :4], dense(1)[:, 4:], V8[:, 4:]])
RAW_YOLOX = np.hstack([np.random.default_rng(6).normal(0.5, 1, (len(V8), 4)), YOLOX[:, 4:]])
MASKS = np.hstack([V8, np.random.default_rng(7).normal(0, 1, (len(V8), 32))])
ANGLES = np.hstack([V8, np.random.default_rng(8).uniform(-0.7, 2, (len(V8), 1))])
KEYPOINTS = np.hstack([dense(1), np.random.default_rng(9).uniform(0, SIZE, (len(V8), 51))])


@pytest.mark.parametrize(
    ("outputs", "classes", "message"),
    [
        pytest.param({"o": LOGITS.T[None]}, CLASSES, "scores would run from -", id="logits"),
        pytest.param({"o": RAW_V5[None]}, CLASSES, "scores would run from -", id="raw v5"),
        pytest.param({"o": SIGMOIDS[None]}, CLASSES, "that nobody has decoded", id="sigmoids"),
        pytest.param({"o": RAW_YOLOX[None]}, CLASSES, "a width or height below 0", id="raw yolox"),
        pytest.param({"o": YOLOX[None]}, CLASSES, "YOLOX gives, which learns from BGR", id="yolox"),
        pytest.param({"o": corners(V8)[None]}, CLASSES, "order of two corners", id="corners"),
        pytest.param(HEADS, CLASSES, "an export of the raw heads", id="heads"),
        pytest.param({"o": np.zeros((1, 64 + CLASSES, 525))}, CLASSES, "raw heads", id="dfl"),
        pytest.param({"o": best(80)[None]}, 2, "from 0 to 79, and there are names for 2", id="80"),
        pytest.param({"o": best(2)[None]}, 1, "holds whole numbers only", id="2 as 1"),
        pytest.param({"o": np.zeros((1, 300, 6))}, CLASSES, "--picture, or say it", id="nothing"),
        pytest.param({"o": queries(2)[None]}, 80, "is no whole number", id="rtdetr as 80"),
        pytest.param({"o": np.zeros((5, 7))}, CLASSES, "--end2end", id="yolov7 end to end"),
        pytest.param(
            {
                "num_dets": np.zeros((1, 1)),
                "det_boxes": np.zeros((1, 100, 4)),
                "det_scores": np.zeros((1, 100)),
                "det_classes": np.zeros((1, 100)),
            },
            CLASSES,
            "non-maximum suppression inside",
            id="nms outputs",
        ),
        pytest.param(
            {"boxes": np.zeros((1, 525, 4)), "scores": np.zeros((1, 525, CLASSES))},
            CLASSES,
            "boxes and scores in two outputs",
            id="yolo-nas",
        ),
        pytest.param(
            {"output0": MASKS.T[None], "output1": np.zeros((1, 32, 40, 40))},
            CLASSES,
            "a segmentation network",
            id="segmentation",
        ),
        pytest.param(
            {"output0": MASKS.T[None], "output1": np.zeros((1, 32, 40, 40))},
            CLASSES + 32,
            "scores would run from -",
            id="masks as classes",
        ),
        pytest.param({"o": KEYPOINTS.T[None]}, 1, "a pose network", id="pose"),
        pytest.param({"o": ANGLES.T[None]}, CLASSES, "oriented boxes", id="obb"),
        pytest.param({"o": ANGLES.T[None]}, CLASSES + 1, "scores would run", id="angle as class"),
        pytest.param({"o": np.zeros((1, 1000))}, CLASSES, "classifies whole pictures", id="class"),
        pytest.param(
            {"a": V8.T[None], "b": V8.T[None]}, CLASSES, "needed is one such output", id="two"
        ),
    ],
)
def test_what_is_not_supported_is_refused_with_what_was_seen(
    outputs: Mapping[str, Float64Array], classes: int, message: str
) -> None:
    with pytest.raises(ImportedModelError, match=message) as raised:
        wrap(outputs, classes)
    if "YOLOX" not in message:
        assert f"{next(iter(outputs))} [" in str(raised.value)


def test_a_person_may_say_what_only_looks_unusual() -> None:
    assert wrap({"o": YOLOX[None]}, layout="yolov5").layout == "yolov5"
    assert wrap({"o": np.zeros((1, 300, 6))}, layout="yolov10").layout == "yolov10"
    metadata = {"end2end": "True"}
    assert wrap({"o": np.zeros((1, 300, 6))}, metadata=metadata).layout == "yolov10"
    with pytest.raises(ImportedModelError, match="end left of where they begin"):
        wrap({"o": np.hstack([V8[:300, :5], np.zeros((300, 1))])[None]}, layout="yolov10")


def test_what_the_file_says_of_its_head_rules_other_layouts_out() -> None:
    """The same six numbers, whose last are scores that are whole by chance: asked for."""
    rows = queries(2)
    rows[:, 5] = np.arange(len(rows)) % 2
    metadata = {"head": "RTDETRDecoder"}
    with pytest.raises(ImportedModelError, match=r"as rtdetr: its last column.*--layout"):
        wrap({"o": rows[None]}, 2, metadata=metadata)
    assert wrap({"o": rows[None]}, 2, "rtdetr", metadata=metadata).layout == "rtdetr"
    with pytest.raises(ImportedModelError, match="as rtdetr: its last column"):
        wrap({"o": best(2)[None]}, 2, metadata=metadata)


def test_half_precision_is_read_and_gives_the_same_boxes() -> None:
    wrapped = wrap({"o": V8.T[None]}, kind=TensorProto.FLOAT16)
    pixels = np.zeros((1, SIZE, SIZE, 3), np.uint8)
    outputs = OnnxRuntimeEngine(wrapped.model).run({"image": pixels})
    assert outputs["boxes"].dtype == outputs["scores"].dtype == np.float32
    np.testing.assert_allclose(outputs["boxes"][0], corners(V8)[:, :4], atol=0.2)


@pytest.mark.parametrize(
    ("kind", "shape", "message"),
    [
        (TensorProto.UINT8, None, "is uint8 .* export it before it is quantised"),
        (TensorProto.BFLOAT16, None, "is bfloat16 .* without half precision"),
        (TensorProto.FLOAT, (1, SIZE, SIZE, 3), "channels first"),
        (TensorProto.FLOAT, ("b", "h", "w", 3), "channels first"),
    ],
)
def test_an_input_of_another_kind_is_refused_with_the_option_that_helps(
    kind: int, shape: tuple[int | str, ...] | None, message: str
) -> None:
    with pytest.raises(ImportedModelError, match=message):
        wrap({"o": V8.T[None]}, kind=kind, shape=shape)


@pytest.mark.parametrize("scale", [None, 255.0])
def test_a_graph_that_divides_by_255_itself_gets_0_to_255(scale: float | None) -> None:
    model = onnx.load_from_string(wrap({"o": V8.T[None]}, scale=scale).model)
    graph = model.graph
    # What reaches the network behind its own division, if it has one.
    (reduced,) = (node.input[0] for node in graph.node if node.op_type == "ReduceMean")
    graph.output.append(helper.make_tensor_value_info(reduced, TensorProto.FLOAT, None))
    white = np.full((1, SIZE, SIZE, 3), 255, np.uint8)
    reached = OnnxRuntimeEngine(model.SerializeToString()).run({"image": white})[reduced]
    np.testing.assert_allclose(reached, 1.0, rtol=1e-6)
