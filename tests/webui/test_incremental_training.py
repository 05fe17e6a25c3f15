"""Incremental training by HTTP and by command: a job for the next version, or a reason against."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from support.page_client import USER, Browser
from support.station import eventually, write_pictures

from okng.device.datasets.store import DatasetStore
from okng.device.host.supervisor import okng_command
from okng.device.settings.settings import StationSettings
from okng.device.types import Label

LEARNT, NEW, DEFECTS = 30, 5, 12


@pytest.fixture
def station(settings: StationSettings, trained_models: Path, tmp_path: Path) -> Path:
    """A data directory with `discs` version 1, its pictures and five new good ones."""
    shutil.copytree(trained_models, settings.data_dir / "models")
    store = DatasetStore(settings.data_dir)
    for folder, count, every, label in (
        (tmp_path / "good", LEARNT + NEW, 0, Label.NORMAL),
        (tmp_path / "bad", DEFECTS, 1, Label.ANOMALY),
    ):
        for path in sorted(write_pictures(folder, count, defect_every=every).iterdir()):
            store.import_file(path, "discs", label, USER)
    return settings.data_dir


def end_of(browser: Browser, job_id: int) -> Any:
    def ended() -> Any:
        job = browser.get(f"/api/v1/jobs/{job_id}").json
        return job if job["state"] not in ("queued", "running") else None

    return eventually(ended, timeout_s=120)


def test_a_version_grows_and_says_how_it_differs(browser: Browser, station: Path) -> None:
    versions = "/api/v1/models/discs"
    source = {"dataset": "discs"}
    further = browser.get(f"{versions}/1/further-pictures?dataset=discs").json
    assert further == {"known": LEARNT, "new": NEW, "obstacle": None}

    learnt = browser.get("/api/v1/datasets/discs/pictures?label=normal").json["pictures"][-1]
    picture = f"/api/v1/pictures/{learnt['picture_id']}"
    browser.write("PATCH", picture, json={"label": "anomaly"})
    further = browser.get(f"{versions}/1/further-pictures?dataset=discs").json
    assert (further["known"], further["new"]) == (LEARNT - 1, NEW)
    assert further["obstacle"].startswith("1 of the pictures that it has learnt as good")
    browser.write("PATCH", picture, json={"label": "normal"})

    started = browser.post(f"{versions}/1/grow", json=source)
    assert started.status_code == 202, started.text
    assert browser.post(f"{versions}/1/grow", json=source).status_code == 409
    ended = end_of(browser, started.json["job_id"])
    assert ended["state"] == "succeeded", ended
    assert ended["result"] == {"name": "discs", "version": 2}

    before, after = (browser.get(f"{versions}/{version}").json for version in (1, 2))
    growth = after["growth"]
    assert (growth["version"], growth["content_hash"]) == (1, before["content_hash"])
    assert (growth["learnt"], growth["added"], after["author"]) == (LEARNT, NEW, USER)
    assert (growth["threshold_before"], growth["auroc"]) == (before["threshold"], 1)
    assert growth["bank"]["before"] == growth["bank"]["after"] == 2000
    assert 0 < growth["bank"]["kept"] < 2000
    assert len(after["dataset"]) == LEARNT + NEW + DEFECTS
    changed = browser.get(f"{versions}/2/changed-pictures").json["pictures"]
    assert [picture["sha256"] for picture in changed] == [
        picture["sha256"] for picture in growth["changed"]
    ]
    assert all(picture["picture_id"] for picture in changed)
    assert browser.get(f"{versions}/1/changed-pictures").json == {"pictures": []}

    assert browser.get(f"{versions}/2/further-pictures?dataset=discs").json["new"] == 0
    again = browser.post(f"{versions}/2/grow", json=source).json["job_id"]
    ended = end_of(browser, again)
    assert (ended["state"], "there is nothing new" in ended["message"]) == ("failed", True), ended
    listed = browser.get("/api/v1/models").json["models"]
    assert [model["version"] for model in listed] == [2, 1]
    assert browser.post(f"{versions}/7/grow", json=source).status_code == 404


@pytest.mark.slow
def test_the_command_compares_with_a_training_from_all(station: Path) -> None:
    done = okng(station, "model", "grow", "discs", "--compare")
    assert done.returncode == 0, done.stderr
    for line in (
        "discs version 2: threshold",
        f"grown from version 1: {NEW} normal pictures learnt besides its {LEARNT}",
        "memory bank: 2000 -> 2000 vectors",
        "pictures changed sides",
        "a training from all pictures:",
        "its AUROC 1.0000, the grown version's 1.0000",
        f"of {LEARNT + NEW + DEFECTS} pictures are called otherwise",
    ):
        assert line in done.stdout
    assert sorted(path.name for path in (station / "models/discs").iterdir()) == ["1", "2"]


def test_what_the_command_can_not_do_is_said(station: Path) -> None:
    for arguments, message in (
        (["nuts"], "no anomaly model 'nuts'; there are: discs:1"),
        (["discs:1", "--dataset", "screws"], "no dataset 'screws'; there are: discs"),
    ):
        done = okng(station, "model", "grow", *arguments)
        assert (done.returncode, message in done.stderr) == (2, True), done.stderr


def okng(data_dir: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        okng_command(*arguments),
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"OKNG_DATA_DIR": str(data_dir), "COLUMNS": "500"},
    )
