"""Detections over HTTP: in the inspection, as CSV, and with the heat map in the crop's place."""

from __future__ import annotations

import csv
import uuid
from datetime import UTC, datetime
from typing import Any

import cv2
import numpy as np
import pytest
from support.page_client import Browser

from okng.device.inspection.crop import crop
from okng.device.settings.settings import StationSettings
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.pictures import save_picture
from okng.device.types import (
    DetectedObject,
    EngineBuild,
    Inspection,
    ModelIdentity,
    Outcome,
    PixelArea,
    PixelBox,
    TriggerSource,
    Verdict,
)
from okng.models.images.image_files import read_image

INSPECTIONS = "/api/v1/inspections"
PICTURE = np.random.default_rng(2).integers(0, 255, (60, 100), dtype=np.uint8)
CROP = PixelArea(left=70, top=10, right=110, bottom=50)
"""It reaches over the picture's right edge."""


@pytest.fixture
def part(settings: StationSettings, browser: Browser) -> Inspection:
    """An NG whose crop was judged."""
    path = "images/part.png"
    box = PixelBox(left=75, top=15, right=99.4, bottom=45)
    inspection = Inspection(
        inspection_id=uuid.uuid4().hex,
        trigger_id=1,
        station="test",
        source=TriggerSource.TIMER,
        triggered_at=datetime.now(UTC),
        outcome=Outcome.NG,
        reason="=cup: 1 found, at most 0 allowed",
        score=4.0,
        threshold=2.0,
        picture_path=path,
        picture_sha256=save_picture(settings.data_dir, path, PICTURE),
        detector=ModelIdentity(name="coco", version=3, sha256="0" * 64),
        detector_build=EngineBuild(name="openvino-int8", engine_version="2026.4", sha256="1" * 64),
        detections=(
            DetectedObject(name="=cup", score=0.914, box=box, counted_as=Verdict.NG),
            DetectedObject(name="plate", score=0.3, box=box, counted_as=None),
        ),
        detections_left_out=2,
        crop=CROP,
    )
    scores = np.full((4, 4), 4, np.float32)
    Ledger(settings.data_dir).record([LedgerEntry(inspection, scores)], [])
    return inspection


def test_they_come_with_the_inspection(browser: Browser, part: Inspection) -> None:
    answer = browser.get(f"{INSPECTIONS}/{part.inspection_id}")
    assert Inspection.model_validate(answer.json["inspection"]) == part


def test_the_csv_has_them_in_one_column(browser: Browser, part: Inspection) -> None:
    answer = browser.get("/api/v1/inspections.csv")
    (row,) = csv.DictReader(answer.text.splitlines())
    assert row["detections"] == "'=cup 0.91 NG 75 15 99 45; plate 0.30 - 75 15 99 45"
    assert (row["detector"], row["detector_version"]) == ("coco", "3")
    assert (row["detector_build"], row["model_build"]) == ("openvino-int8", "")
    assert row["detections_left_out"] == "2"


def test_the_heat_map_lies_where_the_crop_was(browser: Browser, part: Inspection) -> None:
    answer = browser.get(f"{INSPECTIONS}/{part.inspection_id}/heatmap")
    overlay = cv2.imdecode(np.frombuffer(answer.data, np.uint8), cv2.IMREAD_UNCHANGED)
    assert overlay is not None
    visible = overlay[..., 3] > 0
    assert visible[CROP.top : CROP.bottom, CROP.left :].all()
    assert visible.sum() == (CROP.bottom - CROP.top) * (100 - CROP.left)


def test_what_is_learnt_or_known_of_the_part_is_its_crop(
    browser: Browser, part: Inspection, settings: StationSettings
) -> None:
    expected = crop(PICTURE, CROP)

    def stored(answer: Any) -> Any:
        assert answer.status_code == 200, answer.text
        return read_image(settings.data_dir / answer.json["path"])

    original = {"inspection_id": part.inspection_id, "verdict": "NG"}
    np.testing.assert_array_equal(
        stored(browser.post("/api/v1/regression/cups", json=original)), expected
    )
    finding = {"verdict": "NG", "dataset": "cups"}
    reviewed = browser.post(f"{INSPECTIONS}/{part.inspection_id}/review", json=finding)
    picture = browser.get(f"/api/v1/pictures/{reviewed.json['picture_id']}/file")
    decoded = cv2.imdecode(np.frombuffer(picture.data, np.uint8), cv2.IMREAD_UNCHANGED)
    np.testing.assert_array_equal(decoded, expected)


def test_a_rule_that_makes_no_sense_names_its_field(browser: Browser) -> None:
    rules = [{"name": "cup", "at_least": 3, "at_most": 1}, {"name": "cat", "minimum_score": 7}]
    detection = {"model": {"name": "coco", "version": 1}, "rules": rules}
    answer = browser.write(
        "PUT", "/api/v1/recipes/cups", json={"name": "cups", "detection": detection}
    )
    assert answer.status_code == 422
    assert "at_most is 1, less than at_least, 3" in answer.json["message"]
    assert list(answer.json["detail"]["json"]) == [
        "detection.rules.0",
        "detection.rules.1.minimum_score",
    ]
