"""Training from the pages: one job at a time, in a process of its own, and never a hanging one."""

from __future__ import annotations

import io
import os
import signal
from pathlib import Path
from typing import Any

import pytest
from support.page_client import USER, Browser
from support.station import eventually, write_pictures

from okng.device.datasets.store import DatasetStore
from okng.device.jobs.launcher import JobLauncher
from okng.device.jobs.store import JobStore
from okng.device.settings.settings import StationSettings
from okng.device.types import Label

ENDS = {"succeeded", "failed", "cancelled"}


@pytest.fixture
def dataset(settings: StationSettings, browser: Browser, tmp_path: Path) -> str:
    store = DatasetStore(settings.data_dir)
    for path in sorted(write_pictures(tmp_path / "good", 20).iterdir()):
        store.import_file(path, "discs", Label.NORMAL, USER)
    return "discs"


def job(browser: Browser, job_id: int) -> Any:
    return browser.get(f"/api/v1/jobs/{job_id}").json


def end_of(browser: Browser, job_id: int) -> Any:
    def ended() -> Any:
        now = job(browser, job_id)
        return now if now["state"] in ENDS else None

    return eventually(ended, timeout_s=120)


def test_a_model_is_trained_and_then_listed(browser: Browser, dataset: str) -> None:
    demand = {
        "dataset": dataset,
        "model": "round",
        "method": {"type": "padim"},
        "input_height": 224,
        "input_width": 256,
        "augmentation": {"light": True, "copies": 1},
    }
    started = browser.post("/api/v1/jobs/train", json=demand)
    assert started.status_code == 202, started.text
    job_id = started.json["job_id"]

    second = browser.post("/api/v1/jobs/train", json=demand)
    assert second.status_code == 409
    assert f"job {job_id} is" in second.json["message"]

    ended = end_of(browser, job_id)
    assert (ended["state"], ended["progress"]) == ("succeeded", 1), ended
    assert ended["result"] == {"name": "round", "version": 1}
    assert ended["created_by"] == USER
    assert "version 1 is ready" in browser.get(f"/api/v1/jobs/{job_id}/log").text
    assert browser.get("/api/v1/jobs").json["jobs"] == [ended]

    (model,) = browser.get("/api/v1/models").json["models"]
    assert (model["name"], model["version"], model["method"]) == ("round", 1, "padim")
    assert (model["active"], model["broken"], model["metrics"]) == (False, None, None)
    manifest = browser.get("/api/v1/models/round/1").json
    assert manifest["threshold"] == model["threshold"]
    assert manifest["tiling"] == {"height": 224, "width": 256, "rows": 1, "columns": 1}
    assert (manifest["augmentation"]["light"], manifest["augmentation"]["copies"]) == (True, 1)
    assert len(manifest["dataset"]) == 20
    assert manifest["false_rejects"]["unseen"] == 20

    worst = browser.get("/api/v1/models/round/1/worst-pictures").json["pictures"]
    assert len(worst) == 10
    (first, *_) = worst
    picture = browser.get(f"/api/v1/datasets/{dataset}/pictures").json["pictures"]
    assert {p["picture_id"]: p["sha256"] for p in picture}[first["picture_id"]] == first["sha256"]
    assert [w["score"] for w in worst] == [w["score"] for w in manifest["worst_pictures"]]
    assert browser.get("/api/v1/models/round/2/worst-pictures").status_code == 404
    try_thresholds(browser, manifest)


def try_thresholds(browser: Browser, manifest: dict[str, Any]) -> None:
    address = "/api/v1/models/round/1/threshold"
    own = browser.get(f"{address}?threshold={manifest['threshold']}").json
    assert (own["changed_pictures"], own["pictures"], own["inspections"]) == (0, [], [])
    assert own["false_rejects"]["expected_rate"] == pytest.approx(0.01)
    lax = browser.get(f"{address}?false_reject_rate=0.05").json
    assert 0 < lax["threshold"] < own["threshold"]
    assert lax["false_rejects"]["expected_rate"] == pytest.approx(0.05)

    scores = sorted(image["score"] for image in manifest["dataset"])
    middle = browser.get(f"{address}?threshold={scores[9]}").json
    assert middle["changed_pictures"] == 10
    assert [picture["score"] for picture in middle["pictures"]] == scores[10:]
    assert all(picture["picture_id"] for picture in middle["pictures"])
    assert middle["metrics"] is None
    assert (own["note"], middle["note"]) == (None, None)
    assert (
        "every part would be NG by the threshold 0"
        in browser.get(f"{address}?threshold=0").json["note"]
    )
    highest = manifest["score_range"]["highest"]
    refused = browser.get(f"{address}?threshold={highest}")
    assert refused.status_code == 409
    assert f"than the threshold {highest:.6g}, so every part would be OK" in refused.json["message"]
    for wrong in ("", "?threshold=1&false_reject_rate=0.1", "?threshold=-1", "?threshold=nan"):
        assert browser.get(address + wrong).status_code == 422, wrong


def test_a_training_that_can_not_succeed_says_why(
    browser: Browser, dataset: str, settings: StationSettings
) -> None:
    for picture in DatasetStore(settings.data_dir).pictures(dataset)[5:]:
        browser.write("DELETE", f"/api/v1/pictures/{picture.picture_id}")
    job_id = browser.post("/api/v1/jobs/train", json={"dataset": dataset}).json["job_id"]
    ended = end_of(browser, job_id)
    assert ended["state"] == "failed"
    assert "at least 20" in ended["message"]


def test_a_training_is_cancelled(browser: Browser, dataset: str) -> None:
    job_id = browser.post("/api/v1/jobs/train", json={"dataset": dataset}).json["job_id"]
    eventually(lambda: job(browser, job_id)["state"] == "running", timeout_s=60)
    answer = browser.post(f"/api/v1/jobs/{job_id}/cancel")
    assert answer.json["cancel_requested"]
    assert end_of(browser, job_id)["state"] == "cancelled"


def test_a_training_that_is_killed_is_shown_as_failed(browser: Browser, dataset: str) -> None:
    job_id = browser.post("/api/v1/jobs/train", json={"dataset": dataset}).json["job_id"]
    eventually(lambda: job(browser, job_id)["state"] == "running", timeout_s=60)
    os.kill(job(browser, job_id)["pid"], signal.SIGKILL)
    ended = end_of(browser, job_id)
    assert (ended["state"], "its process is gone" in ended["message"]) == ("failed", True)


def test_a_job_whose_process_does_not_begin_fails(
    browser: Browser,
    dataset: str,
    settings: StationSettings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OKNG_CONFIG", "/nowhere/okng.toml")
    job_id = browser.post("/api/v1/jobs/train", json={"dataset": dataset}).json["job_id"]
    ended = end_of(browser, job_id)
    assert (ended["state"], "before it began" in ended["message"]) == ("failed", True)


def test_a_queued_job_of_an_earlier_web_process_fails(
    settings: StationSettings, browser: Browser
) -> None:
    lost = JobStore(settings.data_dir).create("train", {}, USER)
    JobLauncher(settings.data_dir)
    ended = job(browser, lost.job_id)
    assert (ended["state"], "ended before the job began" in ended["message"]) == ("failed", True)


@pytest.mark.parametrize(
    ("demand", "status", "message"),
    [
        ({"dataset": "nothing"}, 404, "there is no dataset 'nothing'; there are: discs"),
        ({}, 422, "Dataset: is missing"),
        ({"dataset": "discs", "method": {"type": "magic"}}, 422, "'padim'"),
        ({"dataset": "discs", "input_width": 230}, 422, "Input width: must be a multiple"),
        ({"dataset": "discs", "tile_rows": 3}, 422, "tiles of 224 px; allowed are 256 px and more"),
        (
            {"dataset": "discs", "augmentation": {"tilt_degrees": 200}},
            422,
            "Augmentation, tilt degrees: must be at most 180",
        ),
        ({"dataset": "../etc"}, 422, "Dataset: a name can't contain any of"),
    ],
)
def test_a_wrong_demand_is_refused(
    browser: Browser, dataset: str, demand: Any, status: int, message: str
) -> None:
    answer = browser.post("/api/v1/jobs/train", json=demand)
    assert answer.status_code == status
    assert message in answer.json["message"]
    assert browser.get("/api/v1/jobs").json == {"jobs": []}


def test_a_body_that_is_no_json_is_refused(browser: Browser) -> None:
    answer = browser.post("/api/v1/jobs/train", input_stream=io.BytesIO(b"{"), content_length=1)
    assert answer.status_code == 400
    assert "the body is not JSON" in answer.json["message"]


def test_each_method_comes_with_the_schema_of_its_settings(browser: Browser) -> None:
    methods = {method["type"]: method for method in browser.get("/api/v1/methods").json["methods"]}
    assert {"padim", "patchcore"} <= methods.keys()
    assert methods["padim"]["settings"]["properties"]["type"]["const"] == "padim"
    assert all(method["title"] for method in methods.values())
    assert methods["padim"]["why_not"] is None


def test_the_methods_of_anomalib_are_shown_with_why_they_cannot_be_used(
    browser: Browser, dataset: str
) -> None:
    methods = {method["type"]: method for method in browser.get("/api/v1/methods").json["methods"]}
    by_anomalib = {word: method for word, method in methods.items() if word.startswith("anomalib:")}
    assert "anomalib:patchcore" in by_anomalib
    assert all("pip install" in method["why_not"] for method in by_anomalib.values())
    demand = {"dataset": dataset, "method": {"type": "anomalib:dinomaly"}}
    refused = browser.post("/api/v1/jobs/train", json=demand)
    assert refused.status_code == 422
    assert "would have to download" in refused.json["message"]
    assert "anomalib:padim" in refused.json["message"]


def test_a_broken_model_is_listed_with_what_is_wrong(
    browser: Browser, settings: StationSettings
) -> None:
    folder = settings.data_dir / "models/discs/1"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text("{}")
    (model,) = browser.get("/api/v1/models").json["models"]
    assert (model["name"], model["version"], model["threshold"]) == ("discs", 1, None)
    assert "manifest.json" in model["broken"]
    answer = browser.get("/api/v1/models/discs/1")
    assert (answer.status_code, "broken" in answer.json["message"]) == (409, True)


@pytest.mark.parametrize("path", ["models/discs/7", "models/../1", "jobs/7", "jobs/7/log"])
def test_what_is_not_there(browser: Browser, path: str) -> None:
    assert browser.get(f"/api/v1/{path}").status_code == 404
