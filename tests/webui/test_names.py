"""A station Línea 3, a person Jörg, a recipe Gehäuse groß and a dataset 表面キズ, everywhere."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner
from support.labelled_sources import write_picture
from support.page_client import CLAIM_CODE, PASSWORD, Browser
from support.running_station import RunningStation
from support.station import eventually, write_pictures
from werkzeug.http import parse_options_header

from okng.device.cameras.pylon.settings import PylonCameraSettings
from okng.device.cli import main
from okng.device.settings.settings import StationSettings
from okng.device.types import CameraState
from okng.webui.app import create_app
from okng.webui.auth.claim_code import ClaimCode

STATION, PERSON, RECIPE, DATASET = "Línea 3", "Jörg", "Gehäuse groß", "表面キズ"
DEFECT, BATCH = "Riß tief", "早番 7"


def as_a_mac_writes(name: str) -> str:
    return unicodedata.normalize("NFD", name)


def ended(browser: Browser, job_id: int) -> dict[str, object] | None:
    job: dict[str, object] = browser.get(f"/api/v1/jobs/{job_id}").json
    return job if job["state"] not in ("queued", "running") else None


@pytest.fixture
def settings(settings: StationSettings) -> StationSettings:
    return settings.model_copy(update={"station": STATION})


@pytest.fixture
def browser(settings: StationSettings) -> Browser:
    """Of Jörg, who has claimed the station on a Mac."""
    browser = Browser(create_app(settings, ClaimCode(CLAIM_CODE)).test_client())
    name = as_a_mac_writes(PERSON)
    claimed = browser.submit("/claim", code=CLAIM_CODE, name=name, password=PASSWORD)
    assert claimed.location == "/", claimed.text
    browser.read_csrf_token("/configuration")
    return browser


@pytest.fixture
def running(
    settings: StationSettings, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[RunningStation]:
    """The device process of the application's station."""
    monkeypatch.setenv("PYLON_CAMEMU", "1")
    camera = PylonCameraSettings(emulate=True, image_folder=write_pictures(tmp_path / "live", 1))
    station = RunningStation(settings.model_copy(update={"camera": camera}), CameraState.STREAMING)
    yield station
    station.stop()


@pytest.mark.parametrize("typed", [PERSON, as_a_mac_writes(PERSON), f" {PERSON} "])
def test_a_person_logs_in_however_the_keyboard_writes_the_name(
    browser: Browser, typed: str
) -> None:
    browser.post("/logout")
    assert STATION in browser.get("/login").text
    assert browser.submit("/login", name=typed, password=PASSWORD).location == "/"
    assert browser.get("/api/v1/account").json == {"name": PERSON}
    assert f'content="{STATION}"' in browser.get("/configuration").text


def test_a_recipe_goes_through_http_and_toml_and_back(
    browser: Browser, running: RunningStation
) -> None:
    path = f"/api/v1/recipes/{quote(RECIPE)}"
    saved = browser.write("PUT", path, json={"name": as_a_mac_writes(RECIPE), "number": 7})
    assert saved.status_code == 200, saved.text
    assert saved.json["recipe"]["author"] == PERSON
    toml = browser.get(f"/api/v1/recipes/{quote(as_a_mac_writes(RECIPE))}/toml")
    assert f'name = "{RECIPE}"' in toml.text
    again = browser.post("/api/v1/recipes/import", data=toml.data)
    assert again.json["recipe"]["recipe"] == saved.json["recipe"]["recipe"]
    recipes = browser.get("/api/v1/recipes").json["recipes"]
    assert [entry["name"] for entry in recipes if entry["active"]] == [RECIPE]
    assert browser.get("/api/v1/status").json["station"] == STATION


def test_a_dataset_goes_through_uploads_exports_and_commands(
    browser: Browser, settings: StationSettings, tmp_path: Path
) -> None:
    path = f"/api/v1/datasets/{quote(DATASET)}"
    for label in ("normal", "anomaly"):
        picture = write_picture(tmp_path / f"傷{label}.png", len(label))
        form = {"file": (io.BytesIO(picture.read_bytes()), picture.name), "label": label}
        added = browser.post(f"{path}/pictures", data=form)
        assert (added.status_code, added.json.get("dataset")) == (200, DATASET), added.text
    change = {"defect_type": as_a_mac_writes(DEFECT), "batch": BATCH}
    number = added.json["picture_id"]
    changed = browser.write("PATCH", f"/api/v1/pictures/{number}", json=change)
    assert (changed.json["defect_type"], changed.json["batch"]) == (DEFECT, BATCH)

    export = browser.get(f"{path}/export?format=mvtec")
    _, options = parse_options_header(export.headers["Content-Disposition"])
    assert options["filename"] == f"{DATASET}.zip"
    archive = tmp_path / f"{DATASET}.zip"
    archive.write_bytes(export.data)
    assert any(DEFECT in name for name in zipfile.ZipFile(archive).namelist())

    config = tmp_path / "okng.toml"
    config.write_text(f'station = "{STATION}"\ndata_dir = "{settings.data_dir}"\n')
    copy = f"{DATASET} 2"
    command = ["dataset", "import", str(archive), copy, "--config", str(config)]
    imported = CliRunner().invoke(main, command)
    assert imported.exit_code == 0, imported.output
    pictures = browser.get(f"/api/v1/datasets/{quote(copy)}/pictures").json["pictures"]
    assert {(entry["label"], entry["defect_type"], entry["batch"]) for entry in pictures} == {
        ("normal", None, None),
        ("anomaly", DEFECT, BATCH),
    }
    names = {entry["name"] for entry in browser.get("/api/v1/datasets").json["datasets"]}
    assert names == {DATASET, copy}

    form = {"file": (io.BytesIO(export.data), f"{DATASET}.zip")}
    job = browser.post(f"/api/v1/datasets/{quote('Teile')}/imports/upload", data=form).json
    done = eventually(lambda: ended(browser, job["job_id"]), timeout_s=60)
    assert (done["state"], done["result"]["added"]) == ("succeeded", 2), done
