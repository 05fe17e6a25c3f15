"""A detector's pictures come into its input as its weights have learnt, wherever that happens."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import pytest
from support.coffee import install_coco
from support.package_files import yolov4_tiny
from support.real_pictures import SHARED_DATA

from okng.models.bundles.bundle import Bundle, content_hash, load_bundle, write_bundle
from okng.models.bundles.manifest import DetectionManifest, ModelInput
from okng.models.compilation.calibration_pictures import model_inputs
from okng.models.detection.resize import Resize, to_detector_input
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.images.image_files import read_image
from okng.models.imported.import_detector import DetectorOptions, import_darknet
from okng.models.inference.detection_model import DetectionModel
from okng.models.training.detection.measure_detector import find_objects

CUPS = SHARED_DATA / "troublesome/detector/cups1080.png"


def coco(root: Path, resize: Resize | None = None) -> Bundle[DetectionManifest]:
    files, options = yolov4_tiny(), DetectorOptions(author="tests", resize=resize)
    described = import_darknet(files.cfg, files.weights, files.names, options)
    return write_bundle(root, "coco", *described)


@pytest.mark.parametrize("resize", ["stretch", "letterbox"])
@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (100, 100), (40, 700)])
def test_a_box_finds_back_to_where_it_was(resize: Resize, size: tuple[int, int]) -> None:
    height, width = size
    picture = np.zeros((height, width), np.uint8)
    box = np.array([[width // 4, height // 4, width // 4 + width // 2, height // 4 + height // 2]])
    picture[box[0, 1] : box[0, 3], box[0, 0] : box[0, 2]] = 255
    pixels, placement = to_detector_input(picture, 416, 608, resize)
    assert pixels.shape == (1, 416, 608, 3)
    rows, columns = np.nonzero(pixels[0, :, :, 0] > 191)
    corners = np.array([[columns.min(), rows.min(), columns.max() + 1, rows.max() + 1]], np.float32)
    # A pixel of the input is some of the picture.
    tolerance = 2 / min(placement.scale_x, placement.scale_y) + 2
    np.testing.assert_allclose(placement.to_picture(corners), box, atol=tolerance)
    np.testing.assert_allclose(placement.to_input(box), corners, atol=4)


def test_stretched_pictures_fill_the_input() -> None:
    pixels, _ = to_detector_input(np.full((100, 400), 255, np.uint8), 64, 96, "stretch")
    assert (pixels == 255).all()


@pytest.mark.skipif(not CUPS.exists(), reason=f"{CUPS} is not there")
def test_a_wide_picture_is_seen_as_the_network_has_learnt(tmp_path: Path) -> None:
    """Four cups in a row: stretched all four and nothing else, letterboxed some of them hardly."""
    picture = read_image(CUPS)
    stretched, letterboxed = (
        DetectionModel.load(coco(tmp_path / word, word).path).detect(picture).found  # type: ignore[arg-type]
        for word in ("stretch", "letterbox")
    )
    assert [detection.name for detection in stretched] == ["cup"] * 4
    assert min(detection.score for detection in stretched) > 0.6
    assert min(detection.score for detection in letterboxed) < 0.4
    by_default = DetectionModel.load(install_coco(tmp_path).path).detect(picture).found
    assert [detection.box for detection in by_default] == [detection.box for detection in stretched]


@pytest.mark.parametrize("resize", ["stretch", "letterbox"])
def test_line_training_and_compilation_see_the_same_input(resize: Resize, tmp_path: Path) -> None:
    bundle = coco(tmp_path, resize)
    picture = np.random.default_rng(0).integers(0, 256, (90, 240, 3), np.uint8)
    file = tmp_path / "picture.png"
    cv2.imwrite(str(file), picture)
    expected, _ = to_detector_input(picture, 416, 416, resize)
    (inputs,) = model_inputs(bundle.manifest, [file])
    np.testing.assert_array_equal(inputs["image"], expected)
    engine, size = OnnxRuntimeEngine(bundle.model_path), ModelInput(height=416, width=416)
    measured = find_objects(engine, picture, size, resize)
    judged = DetectionModel.load(bundle.path).detect(picture, minimum_score=0.005).found
    np.testing.assert_allclose(measured.scores, [detection.score for detection in judged])


def test_a_bundle_that_says_nothing_of_it_judges_as_it_did(tmp_path: Path) -> None:
    """Written before format 6, when all detectors were letterboxed."""
    bundle = coco(tmp_path)
    path = bundle.path / "manifest.json"
    document = json.loads(path.read_text()) | {"format_version": 5}
    del document["resize"], document["content_hash"]
    path.write_text(json.dumps(document | {"content_hash": content_hash(document)}))
    manifest = load_bundle(bundle.path, DetectionManifest).manifest
    assert (manifest.resize, manifest.resized) == (None, "letterbox")
    picture = np.random.default_rng(0).integers(0, 256, (90, 240, 3), np.uint8)
    file = tmp_path / "picture.png"
    cv2.imwrite(str(file), picture)
    (inputs,) = model_inputs(manifest, [file])
    np.testing.assert_array_equal(
        inputs["image"], to_detector_input(picture, 416, 416, "letterbox")[0]
    )
