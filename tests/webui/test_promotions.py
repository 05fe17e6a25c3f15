"""Trials, promotion and regression sets over HTTP."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.page_client import USER, Browser
from support.running_station import RunningStation
from support.station import eventually, write_pictures

from okng.device.cameras.pylon.settings import PylonCameraSettings
from okng.device.datasets.store import DatasetStore
from okng.device.settings.settings import StationSettings
from okng.device.store.retention import Retention
from okng.device.types import CameraState, Label, Outcome

LENIENT = {"name": "discs", "version": 2}


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    return write_pictures(tmp_path / "pictures", 3, defect_every=3)


@pytest.fixture
def models(settings: StationSettings, browser: Browser, two_versions: Path) -> None:
    shutil.copytree(two_versions, settings.data_dir / "models")


@pytest.fixture
def station(
    settings: StationSettings,
    models: None,
    pictures: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[RunningStation]:
    """The device process of the application's station, inspecting with version 1."""
    monkeypatch.setenv("PYLON_CAMEMU", "1")
    camera = PylonCameraSettings(emulate=True, image_folder=pictures)
    with_camera = settings.model_copy(update={"camera": camera})
    station = RunningStation(with_camera, CameraState.STREAMING)
    station.inspect()
    yield station
    station.stop()


def ended_check(browser: Browser, version: int) -> Any:
    path = f"/api/v1/models/discs/{version}/regression"
    started = browser.post(path, json={})
    assert started.status_code == 202, started.text
    job = f"/api/v1/jobs/{started.json['job_id']}"

    def ended() -> Any:
        now = browser.get(job).json
        return now if now["state"] not in ("queued", "running") else None

    job = eventually(ended, timeout_s=120)
    assert job["state"] == "succeeded", job
    return browser.get(path).json


def upload(browser: Browser, file: Path, verdict: str) -> Any:
    data = {"file": (io.BytesIO(file.read_bytes()), file.name), "verdict": verdict}
    return browser.post("/api/v1/regression/discs/upload", data=data)


def test_from_a_trial_to_a_refusal_and_back(
    browser: Browser, station: RunningStation, settings: StationSettings
) -> None:
    assert browser.get("/api/v1/trial").json == {"trial": None, "summary": None}
    started = browser.post("/api/v1/trial", json={"model": LENIENT})
    assert started.status_code == 200, started.text
    assert started.json["trial"]["started_by"] == USER
    again = browser.post("/api/v1/trial", json={"model": LENIENT})
    assert (again.status_code, "on trial already" in again.json["message"]) == (409, True)
    scratched = [station.judge() for _ in range(3)][-1]
    assert scratched.outcome is Outcome.NG
    eventually(lambda: browser.get("/api/v1/trial").json["summary"]["compared"] == 3)
    assert browser.get("/api/v1/trial").json["summary"]["skipped"] == 0

    parts = browser.get("/api/v1/trials/1/parts").json["parts"]
    by_id = {part["inspection"]["inspection_id"]: part for part in parts}
    assert by_id[scratched.inspection_id]["verdict"] == "OK"
    part = f"/api/v1/trials/1/parts/{scratched.inspection_id}"
    assert browser.get(f"{part}/heatmap").data.startswith(b"\x89PNG")
    settled = browser.write("PUT", part, json={"verdict": "NG", "to_regression_set": True})
    assert settled.json["summary"]["settled_for_active"] == 1, settled.text
    (added,) = browser.get("/api/v1/regression/discs").json["pictures"]
    assert (added["verdict"], added["sha256"]) == ("NG", scratched.picture_sha256)
    assert (added["source"], added["added_by"]) == (f"inspection {scratched.inspection_id}", USER)

    demand = {"model": LENIENT, "why": "fewer rejects"}
    refused = browser.post("/api/v1/promotions", json=demand)
    assert (refused.status_code, "check it on the Model page" in refused.json["message"]) == (
        409,
        True,
    )
    standing = ended_check(browser, 2)
    assert (standing["state"], len(standing["failures"])) == ("failed", 1)
    assert standing["failures"][0]["picture"]["picture_id"] == added["picture_id"]
    refused = browser.post("/api/v1/promotions", json=demand)
    assert (refused.status_code, "gets 1 of 1" in refused.json["message"]) == (409, True)
    # A threshold below its score gets it right, and no new check is needed.
    score = standing["failures"][0]["score"]
    strict = demand | {"threshold": score * 0.99}
    refused = browser.post("/api/v1/promotions", json=strict)
    (objection,) = refused.json["detail"]["objections"]
    assert "more of 18 good parts, and finds no more defects" in objection, refused.text
    assert browser.post("/api/v1/promotions", json=strict | {"anyway": True}).status_code == 200
    assert browser.get("/api/v1/trial").json["trial"]["stopped_by"] == USER
    changes = browser.get("/api/v1/promotions").json
    assert changes["version_before"]["model"]["version"] == 1
    newest = changes["changes"][0]
    assert (newest["kind"], newest["why"], newest["author"]) == ("promotion", "fewer rejects", USER)
    assert newest["regression"]["state"] == "passed"
    assert newest["objections"] == [objection]
    assert newest["trial"]["summary"]["compared"] == 3
    back = browser.post("/api/v1/promotions/rollback", json={"why": "defects slip through"})
    assert back.json["recipe"]["recipe"]["model"]["version"] == 1

    # The set's copy outlasts the part's picture.
    Retention(settings.data_dir, settings.storage).remove_oldest((Outcome.OK, Outcome.NG))
    picture = browser.get(f"/api/v1/regression/pictures/{added['picture_id']}/file")
    assert picture.status_code == 200
    assert browser.get(f"{part}/heatmap").status_code == 404


def test_a_set_is_made_of_pictures_of_all_kinds(
    browser: Browser, models: None, settings: StationSettings, pictures: Path
) -> None:
    good, _, scratched = sorted(pictures.iterdir())
    stored = DatasetStore(settings.data_dir).import_file(good, "discs", Label.NORMAL, USER)
    original = {"picture_id": stored.picture_id, "verdict": "OK"}
    assert browser.post("/api/v1/regression/discs", json=original).status_code == 200
    added = upload(browser, scratched, "NG")
    assert added.json["source"] == f"upload {scratched.name}"
    twice = upload(browser, scratched, "OK")
    assert (twice.status_code, "already, as NG" in twice.json["message"]) == (409, True)
    assert browser.get(f"/api/v1/regression/pictures/{added.json['picture_id']}/thumbnail").data

    assert browser.get("/api/v1/models/discs/1/regression").json["state"] == "unchecked"
    assert ended_check(browser, 1)["state"] == "passed"
    assert browser.get("/api/v1/models/discs/1/regression?threshold=1e9").json["state"] == "failed"

    path = f"/api/v1/regression/pictures/{added.json['picture_id']}"
    assert browser.write("DELETE", path).status_code == 422
    removed = browser.write("DELETE", f"{path}?why=blurred").json
    assert (removed["removed_by"], removed["removed_why"]) == (USER, "blurred")
    assert browser.write("DELETE", f"{path}?why=again").status_code == 409
    regression_set = browser.get("/api/v1/regression/discs").json
    assert (
        [picture["verdict"] for picture in regression_set["pictures"]],
        len(regression_set["removed"]),
    ) == (["OK"], 1)


@pytest.mark.parametrize(
    ("original", "status"),
    [
        ({"verdict": "OK"}, 422),
        ({"verdict": "OK", "picture_id": 9}, 409),
        ({"verdict": "OK", "inspection_id": "nothing"}, 404),
        ({"verdict": "MISSED", "picture_id": 1}, 422),
    ],
)
def test_a_picture_that_is_not_there_is_refused(
    browser: Browser, original: Any, status: int
) -> None:
    answer = browser.post("/api/v1/regression/discs", json=original)
    assert (answer.status_code, bool(answer.json["message"])) == (status, True)


@pytest.mark.parametrize(
    "path",
    [
        "trials/4/parts",
        "trials/4/parts/x/heatmap",
        "regression/pictures/4/file",
        "models/discs/9/regression",
    ],
)
def test_what_is_not_there(browser: Browser, path: str) -> None:
    assert browser.get(f"/api/v1/{path}").status_code == 404


def test_a_file_that_is_no_picture_is_refused(browser: Browser, tmp_path: Path) -> None:
    text = tmp_path / "a.png"
    text.write_text("no picture")
    answer = upload(browser, text, "OK")
    assert (answer.status_code, str(tmp_path) in answer.text) == (422, False)
    assert browser.get("/api/v1/regression/discs").json["pictures"] == []
