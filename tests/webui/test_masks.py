"""Masks over HTTP: set, read, removed and undone; bad ones refused."""

from __future__ import annotations

import json
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from support.page_client import Browser

from okng.device.datasets.store import DatasetStore
from okng.device.settings.settings import StationSettings
from okng.device.types import Label

HEIGHT, WIDTH = 20, 30
CLASSES = [
    {"index": 1, "name": "crack", "color": "#e6194b"},
    {"index": 2, "name": "dent", "color": "#3cb44b"},
]


def png(image: NDArray[Any]) -> bytes:
    return cv2.imencode(".png", image)[1].tobytes()


def decoded(data: bytes) -> NDArray[Any]:
    return cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)


def indices() -> NDArray[np.uint8]:
    image = np.zeros((HEIGHT, WIDTH), np.uint8)
    image[2:5, 3:9], image[10:12, 3:9] = 1, 2
    return image


@pytest.fixture
def picture(settings: StationSettings, browser: Browser) -> str:
    image = np.random.default_rng(1).integers(0, 256, (HEIGHT, WIDTH), dtype=np.uint8)
    stored = DatasetStore(settings.data_dir).add(image, "cells", Label.ANOMALY, "ann")
    return f"/api/v1/pictures/{stored.picture_id}"


def put(browser: Browser, picture: str, data: bytes, classes: Any = CLASSES) -> Any:
    query = {} if classes is None else {"classes": json.dumps(classes)}
    options = {"data": data, "query_string": query, "content_type": "image/png"}
    return browser.write("PUT", f"{picture}/mask", **options)


def the_mask(browser: Browser) -> Any:
    (picture,) = browser.get("/api/v1/datasets/cells/pictures").json["pictures"]
    return picture["mask"]


def test_a_mask_of_indices_comes_back_as_it_was(browser: Browser, picture: str) -> None:
    assert browser.get(f"{picture}/mask").status_code == 404
    answer = put(browser, picture, png(indices()))
    assert answer.status_code == 200, answer.text
    change = answer.json["change"]
    assert change["pictures"][0]["after"]["mask"]["classes"] == CLASSES
    assert the_mask(browser)["classes"] == CLASSES
    stored = browser.get(f"{picture}/mask")
    assert stored.mimetype == "image/png"
    np.testing.assert_array_equal(decoded(stored.data), indices())
    overlay = decoded(browser.get(f"{picture}/mask?colored=true").data)
    assert overlay[0, 0, 3] == 0
    assert overlay[3, 4].tolist() == [0x4B, 0x19, 0xE6, 255]
    (summary,) = browser.get("/api/v1/datasets").json["datasets"]
    assert (summary["masked"], summary["mask_classes"]) == (1, ["crack", "dent"])
    for masked, count in (("true", 1), ("false", 0)):
        query = {"masked": masked}
        listed = browser.get("/api/v1/datasets/cells/pictures", query_string=query).json
        assert len(listed["pictures"]) == count
    # What the station gave is a file that says its classes itself.
    assert put(browser, picture, stored.data, None).json["change"] is None


def test_a_canvas_sends_colours(browser: Browser, picture: str) -> None:
    canvas = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    canvas[indices() == 1] = (0x4B, 0x19, 0xE6, 255)
    canvas[indices() == 2] = (0x4B, 0xB4, 0x3C, 255)
    assert put(browser, picture, png(canvas)).status_code == 200
    np.testing.assert_array_equal(decoded(browser.get(f"{picture}/mask").data), indices())


def test_a_black_and_white_mask_has_one_class(browser: Browser, picture: str) -> None:
    browser.write("PATCH", picture, json={"defect_type": "scratch"})
    assert put(browser, picture, png((indices() > 0) * np.uint8(255)), None).status_code == 200
    assert [entry["name"] for entry in the_mask(browser)["classes"]] == ["scratch"]


def test_a_removed_mask_comes_back_by_undo(browser: Browser, picture: str) -> None:
    put(browser, picture, png(indices()))
    before = the_mask(browser)
    change = browser.write("DELETE", f"{picture}/mask").json["change"]
    assert the_mask(browser) is None
    assert browser.get(f"{picture}/mask").status_code == 404
    assert browser.write("DELETE", f"{picture}/mask").json["change"] is None
    path = f"/api/v1/datasets/cells/changes/{change['change_id']}/undo"
    assert browser.post(path).status_code == 200
    assert the_mask(browser) == before


@pytest.mark.parametrize(
    ("data", "classes", "reason"),
    [
        (b"", CLASSES, "the body is not a mask"),
        (b"text", CLASSES, "the body is not a mask"),
        (png(indices())[:60], CLASSES, "the body is not a mask"),
        (cv2.imencode(".jpg", indices())[1].tobytes(), CLASSES, "is a JPEG file; a mask is a PNG"),
        (png(np.ones((21, 30), np.uint8)), CLASSES, "the mask has 30 x 21 pixels, its picture"),
        (png(indices() * 0), CLASSES, "shows no defect"),
        (png(indices() * np.uint8(5)), CLASSES, "pixels of the value 5"),
        (png(indices()), [CLASSES[0] | {"index": 64}], "classes: 0.index"),
        (png(indices()), [CLASSES[0] | {"color": "red"}], "classes: 0.color"),
        (png(indices()), [], "classes: "),
        (png(indices()), [CLASSES[0], CLASSES[0]], "two classes of the index 1"),
    ],
)
def test_what_is_no_mask_is_refused_and_changes_nothing(
    browser: Browser, picture: str, data: bytes, classes: Any, reason: str
) -> None:
    answer = put(browser, picture, data, classes)
    assert answer.status_code == 422
    assert reason in answer.json["message"]
    assert the_mask(browser) is None


def test_a_normal_or_unknown_picture_has_no_mask(browser: Browser, picture: str) -> None:
    assert put(browser, "/api/v1/pictures/99", png(indices())).status_code == 404
    browser.write("PATCH", picture, json={"label": "normal"})
    answer = put(browser, picture, png(indices()))
    assert answer.status_code == 409
    assert "only anomalous ones have a mask" in answer.json["message"]
