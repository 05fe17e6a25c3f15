"""The profile of a dataset over HTTP: counts, columns, scores, map, and the job that measures."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.page_client import USER, Browser
from support.station import eventually, write_pictures

from okng.device.datasets.store import DatasetStore
from okng.device.jobs.store import JobStore
from okng.device.settings.settings import StationSettings
from okng.device.types import DatasetPicture, Label, Split

DISCS = "/api/v1/datasets/discs"
ENDS = {"succeeded", "failed", "cancelled"}
GOOD, BAD = 6, 3


@pytest.fixture
def discs(settings: StationSettings, browser: Browser, tmp_path: Path) -> list[DatasetPicture]:
    """Good pictures by a person who has no account any more, and scratched ones for testing."""
    store = DatasetStore(settings.data_dir)
    good = sorted(write_pictures(tmp_path / "good", GOOD).iterdir())
    bad = sorted(write_pictures(tmp_path / "bad", BAD, defect_every=1).iterdir())
    return [
        *store.import_files(good, "discs", Label.NORMAL, "gone"),
        *store.import_files(bad, "discs", Label.ANOMALY, USER, Split.TEST),
    ]


def measure(browser: Browser) -> Any:
    job = browser.post(f"{DISCS}/profile")
    assert job.status_code == 202, job.text
    path = f"/api/v1/jobs/{job.json['job_id']}"
    return eventually(lambda: (now := browser.get(path).json)["state"] in ENDS and now, 120)


def test_before_anything_is_measured_counts_are_known(
    browser: Browser, discs: list[DatasetPicture]
) -> None:
    profile = browser.get(f"{DISCS}/profile").json
    assert (profile["normal"], profile["anomaly"]) == (GOOD, BAD)
    assert (profile["measured"], profile["unmeasured"], profile["unreadable"]) == (0, 9, 0)
    assert profile["persons"] == [
        {"value": USER, "normal": 0, "anomaly": BAD},
        {"value": "gone", "normal": GOOD, "anomaly": 0},
    ]
    assert profile["splits"] == [
        {"value": "test", "normal": 0, "anomaly": BAD},
        {"value": None, "normal": GOOD, "anomaly": 0},
    ]
    assert profile["batches"] == [{"value": None, "normal": GOOD, "anomaly": BAD}]
    assert {gap["kind"] for gap in profile["gaps"]} == {
        "few_good",
        "test_without_good",
        "untyped",
    }
    columns = browser.get(f"{DISCS}/profile/pictures").json
    assert columns["version"] == profile["version"]
    assert columns["picture_id"] == [picture.picture_id for picture in discs]
    assert columns["anomaly"] == [False] * GOOD + [True] * BAD
    assert columns["brightness"] == columns["score"] == [None] * 9
    assert (columns["map"], columns["scored_by"]) == (None, None)


def test_measured_by_a_job_with_scores_of_the_newest_model(
    browser: Browser,
    settings: StationSettings,
    discs: list[DatasetPicture],
    install_model: Callable[[Path], None],
) -> None:
    install_model(settings.data_dir)
    (settings.data_dir / discs[0].path).write_bytes(b"no picture")
    end = measure(browser)
    assert (end["state"], end["created_by"]) == ("succeeded", USER), end
    assert end["result"] == {"dataset": "discs", "measured": 8, "known": 0, "unreadable": 1}
    profile = browser.get(f"{DISCS}/profile").json
    assert (profile["measured"], profile["unmeasured"], profile["unreadable"]) == (8, 0, 1)
    assert profile["unreadable_pictures"] == [
        {
            "picture_id": discs[0].picture_id,
            "problem": "the file was changed since it was added",
        }
    ]
    columns = browser.get(f"{DISCS}/profile/pictures").json
    assert columns["brightness"][0] is None
    assert all(0.1 < value < 0.9 for value in columns["brightness"][1:])
    sizes = [(settings.data_dir / picture.path).stat().st_size for picture in discs]
    assert columns["bytes"][1:] == sizes[1:]
    places = list(zip(columns["map"]["x"], columns["map"]["y"], strict=True))
    assert places[0] == (None, None)
    assert len(set(places)) == 9
    first, second = columns["map"]["explained"]
    assert 0 < second < first < 1
    assert columns["scored_by"]["model"] == {"name": "discs", "version": 1}
    manifest = browser.get("/api/v1/models/discs/1").json
    assert columns["scored_by"]["threshold"] == manifest["threshold"]
    scores = {picture["sha256"]: picture["score"] for picture in manifest["dataset"]}
    assert columns["score"] == [scores[picture.sha256] for picture in discs]


def test_a_change_is_in_the_next_answer_with_another_version(
    browser: Browser, discs: list[DatasetPicture]
) -> None:
    before = browser.get(f"{DISCS}/profile/pictures").json
    ids = [picture.picture_id for picture in discs[:2]]
    body = {"picture_ids": ids, "change": {"batch": "lot 7"}}
    assert browser.post(f"{DISCS}/changes", json=body).status_code == 200
    after = browser.get(f"{DISCS}/profile/pictures").json
    assert after["version"] > before["version"]
    assert after["facets"]["batch"] == {"values": ["lot 7"], "of": [0, 0] + [-1] * 7}
    profile = browser.get(f"{DISCS}/profile").json
    assert (profile["version"], profile["batches"][0]["value"]) == (after["version"], "lot 7")


def test_what_is_compressed_is_the_same(browser: Browser, discs: list[DatasetPicture]) -> None:
    plain = browser.get(f"{DISCS}/profile/pictures")
    zipped = browser.get(f"{DISCS}/profile/pictures", headers={"Accept-Encoding": "gzip"})
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert len(zipped.data) < len(plain.data)


def test_refusals(browser: Browser, settings: StationSettings, discs: list[DatasetPicture]) -> None:
    for path in ("profile", "profile/pictures"):
        answer = browser.get(f"/api/v1/datasets/lids/{path}")
        assert (answer.status_code, "there is no dataset 'lids'" in answer.text) == (404, True)
    assert browser.post("/api/v1/datasets/lids/profile").status_code == 404
    JobStore(settings.data_dir).create("train", {}, USER)
    browser.post(f"{DISCS}/profile")
    # The queued job of an earlier process is ended first; the second one finds one that runs.
    refused = browser.post(f"{DISCS}/profile")
    assert (refused.status_code, "wait for its end" in refused.json["message"]) == (409, True)
    newest = JobStore(settings.data_dir).newest(1)[0].job_id
    browser.post(f"/api/v1/jobs/{newest}/cancel")
    eventually(lambda: JobStore(settings.data_dir).get(newest).state in ENDS, 120)


def test_a_dataset_whose_pictures_were_all_removed(
    browser: Browser, discs: list[DatasetPicture]
) -> None:
    ids = [picture.picture_id for picture in discs]
    body = {"picture_ids": ids, "change": {"removed": True}}
    browser.post(f"{DISCS}/changes", json=body)
    profile = browser.get(f"{DISCS}/profile").json
    assert (profile["normal"], profile["anomaly"], profile["gaps"]) == (0, 0, [])
    assert browser.get(f"{DISCS}/profile/pictures").json["picture_id"] == []
    assert browser.post(f"{DISCS}/profile").status_code == 404


def test_a_model_that_is_removed_takes_its_scores_away(
    browser: Browser,
    settings: StationSettings,
    discs: list[DatasetPicture],
    install_model: Callable[[Path], None],
) -> None:
    install_model(settings.data_dir)
    assert browser.get(f"{DISCS}/profile/pictures").json["scored_by"]
    shutil.rmtree(settings.data_dir / "models" / "discs")
    assert browser.get(f"{DISCS}/profile/pictures").json["scored_by"] is None
