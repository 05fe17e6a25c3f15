"""An earlier version of a recipe runs again, as a new version that says who wanted it and why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.page_client import USER, Browser
from support.running_station import AUTHOR, RunningStation
from support.station import write_pictures

from okng.device.cameras.pylon.settings import PylonCameraSettings
from okng.device.ipc.commands import ApplyRecipe
from okng.device.recipes.recipe import Recipe
from okng.device.settings.settings import StationSettings
from okng.device.types import CameraState

PATH = "/api/v1/recipes/lids"


@pytest.fixture
def station(
    settings: StationSettings, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[RunningStation]:
    """The device process of the application's station, with three versions of a recipe."""
    monkeypatch.setenv("PYLON_CAMEMU", "1")
    camera = PylonCameraSettings(
        emulate=True, image_folder=write_pictures(tmp_path / "pictures", 1)
    )
    station = RunningStation(settings.model_copy(update={"camera": camera}), CameraState.STREAMING)
    for time_limit_ms in (100, 200, 300):
        recipe = Recipe(name="lids", time_limit_ms=time_limit_ms)
        station.client.ask(ApplyRecipe(recipe=recipe, author=AUTHOR))
    yield station
    station.stop()


def restore(browser: Browser, version: int, why: str) -> Any:
    answer = browser.post(f"{PATH}/restore", json={"version": version, "why": why})
    assert answer.status_code == 200, answer.text
    return answer.json["recipe"]


def test_each_restoration_is_a_version_with_author_and_note(
    browser: Browser, station: RunningStation
) -> None:
    first = restore(browser, 1, "too slow")
    assert (first["version"], first["author"]) == (4, USER)
    assert first["recipe"]["time_limit_ms"] == 100
    assert first["recipe"]["note"] == "Version 1 restored after version 3: too slow"
    # The same words again are another restoration.
    second = restore(browser, 1, "too slow")
    assert second["version"] == 5
    assert second["recipe"]["note"] == "Version 1 restored after version 4: too slow"
    versions = browser.get(f"{PATH}/versions").json["versions"]
    assert [version["recipe"]["time_limit_ms"] for version in versions] == [100, 100, 300, 200, 100]
    assert versions[0] == second
    status = browser.get("/api/v1/status").json
    assert status["recipe"] == second


def test_what_can_not_be_restored_changes_nothing(
    browser: Browser, station: RunningStation
) -> None:
    absent = browser.post(f"{PATH}/restore", json={"version": 9, "why": "too slow"})
    assert absent.status_code == 404
    assert "there is no recipe 'lids' version 9" in absent.json["message"]
    unexplained = browser.post(f"{PATH}/restore", json={"version": 1, "why": ""})
    assert unexplained.status_code == 422
    assert len(browser.get(f"{PATH}/versions").json["versions"]) == 3
