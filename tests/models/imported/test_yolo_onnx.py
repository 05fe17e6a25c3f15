"""YOLO exports of other programs under okng's inputs and outputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from support.yolo_exports import BOXES, SCORES, SIZE, export, rows

from okng.models.bundles.manifest import ModelInput
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.errors import ImportedModelError
from okng.models.imported.export_metadata import ExportMetadata, agreed_names
from okng.models.imported.yolo_layouts import YoloLayout
from okng.models.imported.yolo_onnx import WrappedDetector, read_export, wrap_yolo

LAYOUTS = ("yolov5", "yolov8", "yolov10")


def wrap(
    data: bytes, classes: int, layout: YoloLayout | None = None, size: ModelInput | None = None
) -> WrappedDetector:
    return wrap_yolo(*read_export(data), classes, layout, size)


def of_a_white_picture(wrapped: WrappedDetector) -> dict[str, Any]:
    pixels = np.full((1, wrapped.input.height, wrapped.input.width, 3), 255, np.uint8)
    return OnnxRuntimeEngine(wrapped.model).run({"image": pixels})


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("opset", [11, 13, 17])
def test_a_layout_is_told_from_its_shape_and_read(layout: str, opset: int) -> None:
    wrapped = wrap(export(rows(layout), opset=opset), 2)
    assert (wrapped.layout, wrapped.input) == (layout, ModelInput(height=SIZE, width=SIZE))
    detected = of_a_white_picture(wrapped)
    np.testing.assert_allclose(detected["boxes"][0], BOXES, atol=1e-4)
    # An end-to-end export gives one class a box.
    best = SCORES.max(axis=1, keepdims=True)
    expected = np.where(best == SCORES, SCORES, 0) if layout == "yolov10" else SCORES
    np.testing.assert_allclose(detected["scores"][0], expected, atol=1e-6)
    assert (detected["objectness"][0] >= detected["scores"][0].max(axis=1) - 1e-6).all()


def test_a_size_that_the_file_leaves_open_is_asked_for() -> None:
    data = export(rows("yolov8"), shape=("batch", 3, "height", "width"))
    with pytest.raises(ImportedModelError, match="leaves the input's size open"):
        wrap(data, 2)
    wrapped = wrap(data, 2, size=ModelInput(height=64, width=96))
    assert of_a_white_picture(wrapped)["boxes"].shape == (1, 3, 4)
    with pytest.raises(ImportedModelError, match="takes 64 x 64 px, asked were 96 x 64"):
        wrap(export(rows("yolov8")), 2, size=ModelInput(height=64, width=96))


def test_a_shape_that_several_layouts_have_is_told_from_what_it_gives() -> None:
    """[1, n, 6] is one class of YOLOv5's, or what YOLOv10 gives of any number of classes."""
    data = export(rows("yolov10"))
    with pytest.raises(ImportedModelError, match="numbers from 0 to 1, and there are names for 1"):
        wrap(data, 1)
    with pytest.raises(ImportedModelError, match="in the order of two corners"):
        wrap(data, 1, "yolov5")
    assert wrap(data, 2).layout == "yolov10"
    one_class = rows("yolov10")
    one_class[..., 5] = 0
    assert wrap(export(one_class), 1).layout == "yolov10"


@pytest.mark.parametrize(
    ("data", "classes", "message"),
    [
        (b"no model", 2, "not a complete ONNX model"),
        (
            export(rows("yolov8")),
            3,
            r"outputs are output0 \[1, 6, 3\]; with 3 classes allowed are yolov5 \[1, n, 8\], "
            r"yolov8 \[1, 7, n\] or \[1, n, 7\], yolov10 \[1, n, 6\], rtdetr \[1, n, 7\]",
        ),
        (export(rows("yolov8"), shape=(1, 1, 64, 64)), 2, r"float \[1, 1, 64, 64\]; needed is"),
        (export(rows("yolov8"), shape=(4, 3, 64, 64)), 2, "batches of 4 pictures"),
        (export(rows("yolov8"), opset=9), 2, "opset 9; allowed are 11 to 20"),
    ],
)
def test_another_model_is_refused_with_what_it_is(data: bytes, classes: int, message: str) -> None:
    with pytest.raises(ImportedModelError, match=message):
        wrap(data, classes)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("{0: 'scratch', 1: 'dent'}", ["scratch", "dent"]),
        ("{0: 'scratch', 2: 'dent'}", None),
        ("__import__('os')", None),
        ("['scratch', 'dent']", ["scratch", "dent"]),
        ('{"0": "scratch", "1": "dent"}', ["scratch", "dent"]),
        ("{'a': 'scratch'}", None),
        ("3", None),
        ("[" * 100_000, None),
        (None, None),
    ],
)
def test_names_inside_the_file_are_found(names: str | None, expected: list[str] | None) -> None:
    _, metadata = read_export(export(rows("yolov8"), names=names))
    assert metadata.names == expected


def test_names_in_another_order_than_the_file_has_them_are_refused_with_both() -> None:
    file, inside = Path("parts.names"), ["scratch", "dent"]
    assert agreed_names(inside, ["Scratch", "dent"], file) == ["Scratch", "dent"]
    assert agreed_names(inside, ["Kratzer", "Delle"], file) == ["Kratzer", "Delle"]
    for names in (["dent", "scratch"], ["dent", "Delle"], ["scratch"], ["scratch", "dent", "chip"]):
        with pytest.raises(ImportedModelError) as raised:
            agreed_names(inside, names, file)
        assert "in the ONNX file: 0 scratch, 1 dent" in str(raised.value)
        assert f"in parts.names: 0 {names[0]}" in str(raised.value)
    with pytest.raises(ImportedModelError, match="give a class file"):
        agreed_names(None, None, None)
    with pytest.raises(ImportedModelError, match="several classes the name 'item'"):
        agreed_names(["item", "item"], None, None)


def test_the_size_that_an_export_was_made_for_is_taken_where_the_graph_leaves_it_open() -> None:
    metadata = {"imgsz": "[64, 96]"}
    data = export(rows("yolov8"), shape=("batch", 3, "height", "width"), metadata=metadata)
    assert wrap(data, 2).input == ModelInput(height=64, width=96)


@pytest.mark.parametrize("task", ["segment", "pose", "obb", "classify"])
def test_another_task_than_detection_is_refused_by_what_the_file_says(task: str) -> None:
    with pytest.raises(ImportedModelError, match=f"its task is '{task}'; supported is 'detect'"):
        read_export(export(rows("yolov8"), metadata={"task": task}))
    assert ExportMetadata.of(onnx.ModelProto()).task is None
