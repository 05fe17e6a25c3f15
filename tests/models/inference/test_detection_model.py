"""A detector on photographs, with the weights that darknet's authors published."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import onnx
import pytest
from onnx import numpy_helper
from support.coffee import install_coco
from support.darknet_networks import NETWORKS, write_network
from support.package_files import Photographs, photographs, yolov4_tiny
from support.yolo_exports import BOXES, SIZE, export, rows

from okng.models.bundles.bundle import BundleError, list_bundles, write_bundle
from okng.models.bundles.manifest import AnomalyDescription, Manifest
from okng.models.errors import ImportedModelError, JudgementError
from okng.models.images.image_files import read_image
from okng.models.images.preprocessing import ImageError
from okng.models.imported.import_detector import DetectorOptions, import_darknet, import_yolo_onnx
from okng.models.inference.anomaly_model import AnomalyModel
from okng.models.inference.detection_model import DetectionModel

OPTIONS = DetectorOptions(author="tests")


@pytest.fixture(scope="module")
def coco(tmp_path_factory: pytest.TempPathFactory) -> DetectionModel:
    return DetectionModel.load(install_coco(tmp_path_factory.mktemp("models")).path)


@pytest.fixture(scope="module")
def photos() -> Photographs:
    return photographs()


def test_what_is_on_a_photograph_is_named_and_framed(
    coco: DetectionModel, photos: Photographs
) -> None:
    expected = {
        photos.astronaut: ("person", (30, 0, 400, 470)),
        photos.chelsea: ("cat", (15, 0, 430, 295)),
        photos.coffee: ("cup", (165, 15, 410, 290)),
    }
    for path, (name, box) in expected.items():
        best = coco.detect(read_image(path)).found[0]
        assert best.name == name
        assert best.score > 0.35
        corners = (best.box.left, best.box.top, best.box.right, best.box.bottom)
        np.testing.assert_allclose(corners, box, atol=30)


def test_the_boxes_are_those_of_opencv(coco: DetectionModel, photos: Photographs) -> None:
    """OpenCV's own detector, whose batch normalisation differs a little; it stretches too."""
    files = yolov4_tiny()
    reference = cv2.dnn.DetectionModel(str(files.weights), str(files.cfg))
    reference.setInputParams(1 / 255, (416, 416), swapRB=True)
    names = files.names.read_text().splitlines()
    picture = np.tile(cv2.resize(read_image(photos.coffee), (400, 360)), (1, 3, 1))
    kinds, scores, boxes = reference.detect(picture, 0.4, 0.45)
    detections = coco.detect(picture, minimum_score=0.4).found
    order = np.argsort(-np.asarray(scores))
    assert [detection.name for detection in detections] == [names[kinds[i]] for i in order]
    for detection, i in zip(detections, order, strict=True):
        left, top, width, height = boxes[i]
        box = detection.box
        corners = (box.left, box.top, box.right, box.bottom)
        np.testing.assert_allclose(corners, (left, top, left + width, top + height), atol=5)
        assert abs(detection.score - scores[i]) < 0.02


def test_an_empty_picture_has_nothing_and_a_full_one_many(
    coco: DetectionModel, photos: Photographs
) -> None:
    assert coco.detect(np.zeros((1080, 1920), np.uint8)).found == []
    crowd = np.tile(cv2.resize(read_image(photos.coffee), (120, 80)), (10, 8, 1))
    detections = coco.detect(crowd, minimum_score=0.0, nms_iou=1.0).found
    assert len(detections) > 1000
    height, width = crowd.shape[:2]
    for detection in detections:
        assert 0 <= detection.box.left <= detection.box.right <= width
        assert 0 <= detection.box.top <= detection.box.bottom <= height


def test_a_bad_picture_is_refused(coco: DetectionModel) -> None:
    with pytest.raises(ImageError, match="pixels are float64"):
        coco.detect(np.zeros((8, 8)))  # type: ignore[arg-type]


def test_numbers_that_are_not_finite_are_no_detection(tmp_path: Path) -> None:
    file = an_export(tmp_path, "yolov8", "{0: 'scratch', 1: 'dent'}")
    description, model = import_yolo_onnx(file, None, None, OPTIONS)
    broken = onnx.load_from_string(model)
    for constant in broken.graph.initializer:
        if constant.name.endswith("found"):
            nothing = np.full(constant.dims, np.nan, np.float32)
            constant.CopyFrom(numpy_helper.from_array(nothing, constant.name))
    file.write_bytes(export(np.full_like(rows("yolov8"), np.nan)))
    with pytest.raises(ImportedModelError, match=r"of none of 14 pictures .* all finite"):
        import_yolo_onnx(file, named(tmp_path), None, OPTIONS)
    model = broken.SerializeToString()
    written = write_bundle(tmp_path / "models", "parts", description, model)
    with pytest.raises(JudgementError, match="not finite"):
        DetectionModel.load(written.path).detect(np.zeros((8, 8), np.uint8))


def test_a_detector_is_no_anomaly_model(coco: DetectionModel) -> None:
    with pytest.raises(BundleError, match=r"another kind \(detector\); needed here: anomaly model"):
        AnomalyModel.load(coco.bundle.path)


def named(folder: Path) -> Path:
    """A class file."""
    names = folder / "names.txt"
    names.write_text("scratch\ndent\n")
    return names


def an_export(folder: Path, layout: str, names: str | None) -> Path:
    file = folder / "parts.onnx"
    file.write_bytes(export(rows(layout), names=names))
    return file


@pytest.mark.parametrize("layout", ["yolov5", "yolov8", "yolov10"])
def test_an_export_becomes_a_detector(layout: str, tmp_path: Path) -> None:
    file = an_export(tmp_path, layout, "{0: 'scratch', 1: 'dent'}")
    description, model = import_yolo_onnx(file, None, None, OPTIONS)
    written = write_bundle(tmp_path / "models", "parts", description, model)
    assert list_bundles(tmp_path / "models", Manifest) == ([written], [])
    detector = DetectionModel.load(written.path)
    detections = detector.detect(np.full((2 * SIZE, 2 * SIZE), 255, np.uint8)).found
    assert [detection.name for detection in detections] == ["scratch", "dent"]
    assert detections[0].score == pytest.approx(0.75)
    box = detections[0].box
    np.testing.assert_allclose((box.left, box.top, box.right, box.bottom), 2 * BOXES[0], atol=1e-3)


def test_a_name_has_models_of_one_kind_only(
    tmp_path: Path, description: AnomalyDescription
) -> None:
    write_bundle(tmp_path, "parts", description, b"a model")
    file = an_export(tmp_path, "yolov8", None)
    detector, model = import_yolo_onnx(file, named(tmp_path), None, OPTIONS)
    with pytest.raises(BundleError, match=r"parts is another kind .* \(anomaly model\)"):
        write_bundle(tmp_path, "parts", detector, model)
    assert [path.name for path in (tmp_path / "parts").iterdir()] == ["1"]


def test_an_export_without_names_needs_a_class_file(tmp_path: Path) -> None:
    file = an_export(tmp_path, "yolov8", None)
    with pytest.raises(ImportedModelError, match="does not name its classes"):
        import_yolo_onnx(file, None, None, OPTIONS)
    described, _ = import_yolo_onnx(file, named(tmp_path), None, OPTIONS)
    assert [source.name for source in described.sources] == ["parts.onnx", "names.txt"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("scratch\ndent\n", None),
        ("scratch\ndent\nhole\n", "has 3 names; the network tells 2 classes apart"),
        ("scratch\n", "has 1 names; the network tells 2 classes apart"),
        ("scratch\n\ndent\n", "line 2: is empty"),
        ("scratch\nscratch\n", "line 2: 'scratch' stands in line 1 already"),
    ],
)
def test_a_class_file_must_fit_the_network(text: str, message: str | None, tmp_path: Path) -> None:
    cfg, weights = write_network(tmp_path, NETWORKS["yolov4-tiny"](64, 2))
    names = tmp_path / "names.txt"
    names.write_text(text)
    if message is None:
        description, _ = import_darknet(cfg, weights, names, OPTIONS)
        assert description.classes == ["scratch", "dent"]
        return
    with pytest.raises(ImportedModelError, match=f"{names}.*{message}"):
        import_darknet(cfg, weights, names, OPTIONS)
