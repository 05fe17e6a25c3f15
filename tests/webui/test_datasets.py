"""Dataset pictures over HTTP: uploaded, shown, relabelled, removed, restored; bad files refused."""

from __future__ import annotations

import io
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from support.page_client import USER, Browser

from okng.device.settings.settings import StationSettings

PICTURES = "/api/v1/datasets/cells/pictures"


def png(image: NDArray[Any]) -> bytes:
    return cv2.imencode(".png", image)[1].tobytes()


def decode(data: bytes) -> NDArray[Any]:
    return cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)


def noise(seed: int, height: int = 120, width: int = 640) -> NDArray[np.uint8]:
    return np.random.default_rng(seed).integers(0, 256, (height, width), dtype=np.uint8)


def send(browser: Browser, data: bytes, label: str = "normal", name: str = "part.png") -> Any:
    form = {"file": (io.BytesIO(data), name), "label": label}
    return browser.post(PICTURES, data=form)


def upload(browser: Browser, seed: int, label: str = "normal") -> Any:
    answer = send(browser, png(noise(seed)), label)
    assert answer.status_code == 200, answer.text
    return answer.json


def dataset(browser: Browser) -> Any:
    (dataset,) = browser.get("/api/v1/datasets").json["datasets"]
    return dataset


def test_an_uploaded_picture_is_stored_byte_for_byte(
    browser: Browser, settings: StationSettings
) -> None:
    data = png(noise(1))
    picture = send(browser, data).json
    assert (picture["width"], picture["height"], picture["author"]) == (640, 120, USER)
    assert (settings.data_dir / picture["path"]).read_bytes() == data
    stored = browser.get(f"/api/v1/pictures/{picture['picture_id']}/file")
    assert stored.data == data
    assert stored.headers["Cache-Control"] == "no-store"
    assert dataset(browser) == {
        "name": "cells",
        "normal": 1,
        "anomaly": 0,
        "removed": 0,
        "last_picture_id": picture["picture_id"],
        "batches": [],
        "defect_types": [],
        "box_classes": [],
        "boxed": 0,
        "masked": 0,
        "mask_classes": [],
    }


def test_an_uploaded_picture_can_be_one_of_the_test_set(browser: Browser) -> None:
    form = {"file": (io.BytesIO(png(noise(1))), "part.png"), "label": "anomaly", "split": "test"}
    assert browser.post(PICTURES, data=form).json["split"] == "test"
    assert upload(browser, 2)["split"] is None


def test_a_near_copy_is_pointed_out(browser: Browser) -> None:
    image = cv2.GaussianBlur(noise(1), (0, 0), 9)
    first = send(browser, png(image)).json
    again = send(browser, png(image + 1)).json
    assert again["near_copy_of"] == first["picture_id"]


def test_pictures_come_in_pages_the_newest_first(browser: Browser) -> None:
    ids = [
        upload(browser, seed, "anomaly" if seed == 2 else "normal")["picture_id"]
        for seed in range(4)
    ]
    page = browser.get(f"{PICTURES}?limit=3").json["pictures"]
    assert [p["picture_id"] for p in page] == ids[:0:-1]
    rest = browser.get(f"{PICTURES}?limit=3&before={page[-1]['picture_id']}").json["pictures"]
    assert [p["picture_id"] for p in rest] == ids[:1]
    anomalies = browser.get(f"{PICTURES}?label=anomaly").json["pictures"]
    assert [p["picture_id"] for p in anomalies] == [ids[2]]


def test_a_picture_is_relabelled_removed_and_restored(browser: Browser) -> None:
    path = f"/api/v1/pictures/{upload(browser, 1)['picture_id']}"
    assert browser.write("PATCH", path, json={"label": "anomaly"}).json["label"] == "anomaly"
    assert (dataset(browser)["normal"], dataset(browser)["anomaly"]) == (0, 1)

    assert browser.write("DELETE", path).json["removed_at"]
    assert (dataset(browser)["anomaly"], dataset(browser)["removed"]) == (0, 1)
    assert browser.get(PICTURES).json["pictures"] == []
    (removed,) = browser.get(f"{PICTURES}?removed=true").json["pictures"]
    assert browser.get(f"/api/v1/pictures/{removed['picture_id']}/thumbnail").status_code == 200
    again = browser.write("DELETE", path)
    assert (again.status_code, "is removed" in again.json["message"]) == (409, True)

    assert browser.post(f"{path}/restore").json["removed_at"] is None
    assert dataset(browser)["anomaly"] == 1


def test_a_thumbnail_is_small(browser: Browser) -> None:
    picture_id = upload(browser, 1)["picture_id"]
    answer = browser.get(f"/api/v1/pictures/{picture_id}/thumbnail")
    assert answer.mimetype == "image/jpeg"
    assert decode(answer.data).shape == (45, 240)


def test_a_12_bit_picture_is_bright_in_its_thumbnail(browser: Browser) -> None:
    image = np.full((60, 60), 4095, np.uint16)
    picture = send(browser, png(image)).json
    thumbnail = browser.get(f"/api/v1/pictures/{picture['picture_id']}/thumbnail")
    assert decode(thumbnail.data).min() > 250
    stored = browser.get(f"/api/v1/pictures/{picture['picture_id']}/file")
    assert (decode(stored.data) == image).all()


HUGE_HEADER = png(np.zeros((1, 1), np.uint8))
HUGE_HEADER = HUGE_HEADER[:16] + (60_000).to_bytes(4, "big") * 2 + HUGE_HEADER[24:]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b"no picture at all", "not an image"),
        (png(noise(1))[:-500], "truncated"),
        (HUGE_HEADER, "wrong checksum"),
        (png(np.zeros((10_001, 10_001), np.uint8)), "allowed are 1 to 100,000,000"),
        (cv2.imencode(".tiff", np.zeros((9, 9), np.float32))[1].tobytes(), "floating point"),
    ],
    ids=["empty", "text", "truncated", "forged size", "enormous", "float"],
)
def test_a_file_that_is_no_usable_picture_is_refused(
    browser: Browser, settings: StationSettings, data: bytes, message: str
) -> None:
    answer = send(browser, data, name="../part.png")
    assert answer.status_code == 422
    assert message in answer.json["message"]
    assert answer.json["message"].startswith("part.png: ")
    assert browser.get("/api/v1/datasets").json == {"datasets": []}
    assert not list(settings.data_dir.glob("datasets/**/*.*"))


def test_a_refused_file_keeps_its_name_in_any_script(browser: Browser) -> None:
    answer = send(browser, b"text", name="部品 Größe.png")
    assert answer.json["message"].startswith("部品 Größe.png: not an image")


@pytest.mark.parametrize(
    ("path", "content_type", "length", "allowed"),
    [
        (PICTURES, "multipart/form-data; boundary=x", 256_000_001, 256_000_000),
        ("/api/v1/jobs/train", "application/json", 1_000_001, 1_000_000),
    ],
)
def test_more_than_a_request_may_have_is_not_even_read(
    browser: Browser, path: str, content_type: str, length: int, allowed: int
) -> None:
    answer = browser.post(
        path, content_type=content_type, environ_overrides={"CONTENT_LENGTH": str(length)}
    )
    assert answer.status_code == 413
    assert answer.json["message"].endswith(f"{length} bytes; at most {allowed} are allowed here")


def test_wrong_labels_and_names_are_refused_with_what_is_allowed(browser: Browser) -> None:
    answer = send(browser, png(noise(1)), label="scratched")
    assert (answer.status_code, "'normal' or 'anomaly'" in answer.json["message"]) == (422, True)
    form = {"file": (io.BytesIO(png(noise(1))), "a.png"), "label": "normal"}
    answer = browser.post("/api/v1/datasets/..%2Fx/pictures", data=form)
    assert answer.status_code in {404, 422}
    answer = browser.post(PICTURES, data={"label": "normal"})
    assert (answer.status_code, "file" in answer.json["message"]) == (422, True)


@pytest.mark.parametrize("call", ["file", "thumbnail"])
def test_a_picture_that_is_not_there(browser: Browser, call: str) -> None:
    answer = browser.get(f"/api/v1/pictures/7/{call}")
    assert answer.status_code == 404
    assert answer.json["message"] == "there is no dataset picture 7"
