"""A detector of real weights, compiled: it finds what it found."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.coffee import install_coco
from support.package_files import photographs

from okng.models.compilation.build_choice import choose_build
from okng.models.compilation.calibration_pictures import BuildPictures
from okng.models.compilation.compile import compile_bundle
from okng.models.compilation.detection_parity import DetectionParity
from okng.models.images.image_files import read_image
from okng.models.inference.detection_model import DetectionModel


@pytest.mark.slow
def test_yolov4_tiny_in_int8_finds_the_same(tmp_path: Path) -> None:
    photos, bundle = photographs(), install_coco(tmp_path)
    pictures = BuildPictures.of(list(vars(photos).values()))
    build = compile_bundle(bundle, "onnxruntime", "int8", pictures, threads=2)
    parity = build.record.parity
    assert isinstance(parity, DetectionParity)
    assert parity.problems == []
    assert parity.matched == parity.boxes >= 4
    plain = DetectionModel.load(bundle.path)
    choose_build(bundle.path, build, "tests")
    chosen = DetectionModel.load(bundle.path)
    assert chosen.engine_build == build.record
    image = read_image(photos.coffee)
    (before,), (after,) = (
        model.detect(image, minimum_score=0.6).found for model in (plain, chosen)
    )
    assert (before.name, after.name) == ("cup", "cup")
    assert after.score == pytest.approx(before.score, abs=0.1)
