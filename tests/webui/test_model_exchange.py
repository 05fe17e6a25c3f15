"""Models go out and come in over the HTTP API, signed, and only from stations that are trusted."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from support.page_client import Browser
from support.station import eventually, write_pictures
from werkzeug.test import TestResponse

from okng.device.datasets.store import DatasetStore
from okng.device.model_exchange.export_model import export_model
from okng.device.model_exchange.keys import ModelKeys
from okng.device.settings.settings import StationSettings
from okng.device.types import Label
from okng.models.bundles.bundle import load_bundle
from okng.models.bundles.manifest import Manifest

KEYS = "/api/v1/model-keys"
PACKAGES = "/api/v1/model-packages"


@pytest.fixture
def maker(tmp_path: Path, install_model: Callable[[Path], None]) -> Path:
    """The data directory of another station, which trained `discs`."""
    install_model(tmp_path / "maker")
    return tmp_path / "maker"


@pytest.fixture
def package(tmp_path: Path, maker: Path) -> bytes:
    pictures = sorted(write_pictures(tmp_path / "references", 4, defect_every=2).iterdir())
    target = tmp_path / "discs-1.okng-model"
    export_model(maker, load_bundle(maker / "models/discs/1", Manifest), target, pictures)
    return target.read_bytes()


def send(browser: Browser, package: bytes) -> TestResponse:
    answer = browser.post(PACKAGES, data={"file": (io.BytesIO(package), "discs-1.okng-model")})
    # The test client leaves the temporary file of its own request open.
    answer.request.environ["wsgi.input"].close()
    return answer


def uploads(settings: StationSettings) -> list[Path]:
    return [path for path in (settings.data_dir / "uploads").rglob("*") if path.is_file()]


def test_a_trusted_package_becomes_a_version_with_progress(
    browser: Browser, settings: StationSettings, maker: Path, package: bytes
) -> None:
    key = str(ModelKeys(maker).signing_key().public)
    answer = browser.post(KEYS, json={"name": "line-1", "key": f"{key} of line 1"})
    assert answer.status_code == 201, answer.text
    assert browser.get(KEYS).json["trusted"] == [{"name": "line-1", "key": key}]
    answer = send(browser, package)
    assert answer.status_code == 202, answer.text
    path = f"/api/v1/jobs/{answer.json['job_id']}"
    job = eventually(
        lambda: (job := browser.get(path).json)["state"] not in ("queued", "running") and job, 60
    )
    assert (job["state"], job["kind"]) == ("succeeded", "model_import"), job
    assert job["result"] == {"name": "discs", "version": 1, "signed_by": "line-1", "is_new": True}
    log = browser.get(f"{path}/log").text
    assert "Verifying the files" in log
    assert "Trying the model on 4 reference pictures" in log
    assert [m["version"] for m in browser.get("/api/v1/models").json["models"]] == [1]
    assert uploads(settings) == []


def test_an_unknown_station_is_refused_before_anything_is_kept(
    browser: Browser, settings: StationSettings, maker: Path, package: bytes
) -> None:
    answer = send(browser, package)
    assert answer.status_code == 422
    assert str(ModelKeys(maker).signing_key().public) in answer.json["message"]
    assert "on the Model page" in answer.json["message"]
    answer = send(browser, b"PK no package")
    assert answer.status_code == 422
    assert "not a model package" in answer.json["message"]
    assert uploads(settings) == []
    assert browser.get("/api/v1/jobs").json["jobs"] == []


def test_an_exported_package_is_taken_by_the_station_that_trusts_it(
    browser: Browser, settings: StationSettings, maker: Path, tmp_path: Path
) -> None:
    (maker / "models").rename(settings.data_dir / "models")
    refused = browser.get("/api/v1/models/discs/1/package")
    assert refused.status_code == 409
    assert "--pictures" in refused.json["message"]
    for path in sorted(write_pictures(tmp_path / "good", 30).iterdir()):
        DatasetStore(settings.data_dir).import_file(path, "discs", Label.NORMAL, "tests")
    answer = browser.get("/api/v1/models/discs/1/package")
    assert answer.status_code == 200, answer.text
    assert "filename=discs-1.okng-model" in answer.headers["Content-Disposition"]
    # The station trusts itself, and has the very same model.
    again = send(browser, answer.data)
    assert again.status_code == 202, again.text
    path = f"/api/v1/jobs/{again.json['job_id']}"
    job = eventually(lambda: (job := browser.get(path).json)["state"] == "succeeded" and job, 60)
    assert job["result"]["is_new"] is False
    assert browser.get("/api/v1/models/discs/7/package").status_code == 404


def test_what_can_not_be_trusted_is_refused_with_the_reason(browser: Browser) -> None:
    own = browser.get(KEYS).json["own"]
    assert own.startswith("okng-ed25519 ")
    for name, key, problem in (
        ("line-1", "ssh-ed25519 AAAA", "not a public key"),
        ("this-station", own, "own key"),
    ):
        answer = browser.post(KEYS, json={"name": name, "key": key})
        assert answer.status_code == 422
        assert problem in answer.json["message"]
    assert browser.post(KEYS, json={"name": "../x", "key": own}).status_code == 422
    assert browser.write("DELETE", f"{KEYS}/line-9").status_code == 404
    assert browser.post(KEYS, json={"name": "line-1", "key": own}).status_code == 201
    assert browser.write("DELETE", f"{KEYS}/line-1").status_code == 204
    assert browser.get(KEYS).json["trusted"] == []
