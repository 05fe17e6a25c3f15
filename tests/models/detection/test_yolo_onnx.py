"""YOLO exports of other programs under okng's inputs and outputs."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from support.yolo_exports import BOXES, SCORES, SIZE, export, rows

from okng.models.detection.yolo_onnx import WrappedDetector, class_names_inside, wrap_yolo
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.imported.wrapped_model import ImportedModelError
from okng.models.manifest import ModelInput

LAYOUTS = ("yolov5", "yolov8", "yolov10")


def of_a_white_picture(wrapped: WrappedDetector) -> dict[str, Any]:
    pixels = np.full((1, wrapped.input.height, wrapped.input.width, 3), 255, np.uint8)
    return OnnxRuntimeEngine(wrapped.model).run({"image": pixels})


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("opset", [11, 13, 17])
def test_a_layout_is_told_from_its_shape_and_read(layout: str, opset: int) -> None:
    wrapped = wrap_yolo(export(rows(layout), opset=opset), 2)
    assert (wrapped.layout, wrapped.input) == (layout, ModelInput(height=SIZE, width=SIZE))
    found = of_a_white_picture(wrapped)
    np.testing.assert_allclose(found["boxes"][0], BOXES, atol=1e-4)
    # An end-to-end export gives one class a box.
    best = SCORES.max(axis=1, keepdims=True)
    expected = np.where(best == SCORES, SCORES, 0) if layout == "yolov10" else SCORES
    np.testing.assert_allclose(found["scores"][0], expected, atol=1e-6)
    assert (found["objectness"][0] >= found["scores"][0].max(axis=1) - 1e-6).all()


def test_a_size_that_the_file_leaves_open_is_asked_for() -> None:
    data = export(rows("yolov8"), shape=("batch", 3, "height", "width"))
    with pytest.raises(ImportedModelError, match="leaves the input's size open"):
        wrap_yolo(data, 2)
    wrapped = wrap_yolo(data, 2, size=ModelInput(height=64, width=96))
    assert of_a_white_picture(wrapped)["boxes"].shape == (1, 3, 4)
    with pytest.raises(ImportedModelError, match="takes 64 x 64 px, asked were 96 x 64"):
        wrap_yolo(export(rows("yolov8")), 2, size=ModelInput(height=64, width=96))


def test_a_shape_that_several_layouts_have_must_be_named() -> None:
    """[1, n, 6] is one class of YOLOv5's, or what YOLOv10 gives of any number of classes."""
    data = export(rows("yolov10"))
    with pytest.raises(ImportedModelError, match=r"yolov5 and yolov10 with 1 classes.*--layout"):
        wrap_yolo(data, 1)
    assert wrap_yolo(data, 1, "yolov5").layout == "yolov5"


@pytest.mark.parametrize(
    ("data", "classes", "message"),
    [
        (b"no model", 2, "no whole ONNX model"),
        (
            export(rows("yolov8")),
            3,
            r"outputs are output0 \[1, 6, 3\]; with 3 classes allowed are yolov5 \[1, n, 8\], "
            r"yolov8 \[1, 7, n\], yolov10 \[1, n, 6\]",
        ),
        (export(rows("yolov8"), shape=(1, 1, 64, 64)), 2, r"float \[1, 1, 64, 64\]; needed is"),
        (export(rows("yolov8"), shape=(4, 3, 64, 64)), 2, "batches of 4 pictures"),
        (export(rows("yolov8"), opset=9), 2, "opset 9; allowed are 11 to 20"),
    ],
)
def test_another_model_is_refused_with_what_it_is(data: bytes, classes: int, message: str) -> None:
    with pytest.raises(ImportedModelError, match=message):
        wrap_yolo(data, classes)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("{0: 'scratch', 1: 'dent'}", ["scratch", "dent"]),
        ("{0: 'scratch', 2: 'dent'}", None),
        ("__import__('os')", None),
        (None, None),
    ],
)
def test_names_inside_the_file_are_found(names: str | None, expected: list[str] | None) -> None:
    assert class_names_inside(export(rows("yolov8"), names=names)) == expected
