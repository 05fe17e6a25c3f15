"""What a model's figures show: over HTTP, and where it is to be used all the same."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from support.altered_model import blind, forgetful, write_altered
from support.page_client import USER, Browser
from support.running_station import RunningStation
from support.station import write_pictures

from okng.device.cameras.pylon.settings import PylonCameraSettings
from okng.device.commands.model import model as model_command
from okng.device.settings.settings import StationSettings
from okng.device.types import CameraState

GOOD, BLIND, FORGETFUL = ({"name": "discs", "version": version} for version in (1, 2, 3))
API = "/api/v1/models/discs"


@pytest.fixture
def models(settings: StationSettings, browser: Browser, trained_models: Path) -> Path:
    """Version 1 as trained, 2 that finds nothing, 3 that finds three defects fewer than 1."""
    models = shutil.copytree(trained_models, settings.data_dir / "models")
    write_altered(models, "discs", blind)
    write_altered(models, "discs", forgetful(3))
    return models


@pytest.fixture
def station(
    settings: StationSettings, models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[RunningStation]:
    monkeypatch.setenv("PYLON_CAMEMU", "1")
    pictures = write_pictures(tmp_path / "pictures", 2)
    camera = PylonCameraSettings(emulate=True, image_folder=pictures)
    station = RunningStation(settings.model_copy(update={"camera": camera}), CameraState.STREAMING)
    yield station
    station.stop()


def test_a_model_that_finds_nothing_is_told_from_a_good_one(browser: Browser, models: Path) -> None:
    listed = browser.get("/api/v1/models").json["models"]
    assert [model["assessment"] for model in listed] == ["usable", "unusable", "usable"]
    good = browser.get(f"{API}/1/assessment").json
    assert (good["state"], good["summary"], good["label_conflicts"]) == ("usable", "", None)
    blind = browser.get(f"{API}/2/assessment").json
    assert (blind["state"], blind["labels_suspect"]) == ("unusable", True)
    assert "none of the 12 anomalous test pictures" in blind["summary"]
    # The good one as well, at a threshold that no defect reaches.
    high = browser.get(f"{API}/1/assessment?threshold=1000").json
    assert (high["state"], high["labels_suspect"]) == ("unusable", False)
    assert "Try a lower threshold" in high["summary"]


def test_two_versions_are_compared_on_the_same_pictures(browser: Browser, models: Path) -> None:
    compared = browser.get(f"{API}/3/comparison?other_name=discs&other_version=1").json
    assert (compared["normal"], compared["anomaly"], compared["left_out"]) == (30, 12, 0)
    assert (compared["before"]["found"], compared["after"]["found"]) == (12, 9)
    assert compared["objection"] == "It finds 3 fewer of 12 defects."
    assert [picture["label"] for picture in compared["pictures"]] == ["anomaly"] * 3
    back = browser.get(f"{API}/1/comparison?other_name=discs&other_version=3").json
    assert (back["objection"], back["differ"]) == (None, 3)
    missing = browser.get(f"{API}/1/comparison?other_name=discs&other_version=9")
    assert missing.status_code == 404


def objections(refused: Any) -> list[str]:
    assert refused.status_code == 409, refused.text
    listed: list[str] = refused.json["detail"]["objections"]
    return listed


def test_a_poor_model_is_used_only_by_a_person_who_says_so(
    browser: Browser, station: RunningStation
) -> None:
    recipe = {"name": "discs", "model": BLIND}
    (nothing,) = objections(browser.write("PUT", "/api/v1/recipes/discs", json=recipe))
    assert "finds none of the 12" in nothing
    used = browser.write("PUT", "/api/v1/recipes/discs?anyway=true", json=recipe)
    assert used.status_code == 200, used.text
    # It is asked for once: another exposure needs no consent, nor does the way to a better one.
    brighter = recipe | {"acquisition": {"exposure_us": 3000}}
    assert browser.write("PUT", "/api/v1/recipes/discs", json=brighter).status_code == 200
    promotion = {"why": "better", "model": GOOD}
    assert browser.post("/api/v1/promotions", json=promotion).status_code == 200

    worse = {"why": "faster", "model": FORGETFUL}
    (fewer,) = objections(browser.post("/api/v1/promotions", json=worse))
    assert fewer.endswith("It finds 3 fewer of 12 defects.")
    assert browser.post("/api/v1/promotions", json=worse | {"anyway": True}).status_code == 200
    changes = browser.get("/api/v1/promotions").json["changes"]
    assert [change["objections"] for change in changes] == [[fewer], [], [nothing]]
    assert {change["author"] for change in changes} == {USER}
    # Stored recipes as well, and a rollback is the way out of trouble.
    again = browser.post("/api/v1/recipes/discs/activate", json={"version": 1})
    assert len(objections(again)) == 2
    back = browser.post("/api/v1/promotions/rollback", json={"why": "defects slip through"})
    assert back.json["recipe"]["recipe"]["model"] == GOOD


def test_the_command_line_needs_the_word_as_well(station: RunningStation, tmp_path: Path) -> None:
    station.inspect()
    config = tmp_path / "okng.toml"
    config.write_text(
        f'data_dir = "{station.settings.data_dir}"\nrun_dir = "{station.settings.run_dir}"\n'
    )
    promote = ["promote", "discs:3", "--why", "faster", "--config", str(config)]
    refused = CliRunner().invoke(model_command, promote)
    assert refused.exit_code == 1
    assert "It finds 3 fewer of 12 defects. Add --anyway" in refused.output
    done = CliRunner().invoke(model_command, [*promote, "--anyway"])
    assert (done.exit_code, "discs:3 runs" in done.output) == (0, True), done.output
