"""Import and export of datasets over HTTP: jobs with refusals, uploads, downloads."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from support.labelled_sources import manifest_line, write_manifest, write_mask, write_picture
from support.page_client import Browser
from support.station import eventually

from okng.device.jobs.uploads import UPLOADS
from okng.device.settings.settings import StationSettings

DATASET = "/api/v1/datasets/cells"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    write_picture(folder / "good/1.png", 1)
    write_picture(folder / "crack/2.png", 2)
    write_mask(folder / "ground_truth/crack/2_mask.png")
    for number in range(3):
        (folder / f"good/bad{number}.png").write_text("no picture")
    return folder


def ended(browser: Browser, answer: Any) -> Any:
    assert answer.status_code == 202, answer.text
    path = f"/api/v1/jobs/{answer.json['job_id']}"

    def job() -> Any:
        found = browser.get(path).json
        return found if found["state"] not in ("queued", "running") else None

    return eventually(job, timeout_s=60)


def zipped(folder: Path) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, path.relative_to(folder))
    return file.getvalue()


def test_a_folder_of_the_station_is_imported_as_a_job(browser: Browser, source: Path) -> None:
    job = ended(browser, browser.post(f"{DATASET}/imports", json={"source": str(source)}))
    assert (job["state"], job["kind"]) == ("succeeded", "dataset_import")
    result = job["result"]
    assert (result["added"], result["masks"], result["refused"]) == (2, 1, 3)
    refusals = f"/api/v1/jobs/{job['job_id']}/refusals"
    first = browser.get(refusals, query_string={"limit": 2}).json["refusals"]
    assert [entry["where"] for entry in first] == ["good/bad0.png", "good/bad1.png"]
    assert all("not an image" in entry["reason"] for entry in first)
    (last,) = browser.get(refusals, query_string={"after": first[-1]["number"]}).json["refusals"]
    assert (last["number"], last["where"]) == (3, "good/bad2.png")
    assert browser.get("/api/v1/jobs/99/refusals").status_code == 404


def test_an_upload_is_imported_and_then_removed(
    browser: Browser, source: Path, settings: StationSettings
) -> None:
    form = {"file": (io.BytesIO(zipped(source)), "cells.zip"), "split": "test"}
    job = ended(browser, browser.post(f"{DATASET}/imports/upload", data=form))
    assert job["result"]["added"] == 2
    pictures = browser.get(f"{DATASET}/pictures").json["pictures"]
    assert {picture["split"] for picture in pictures} == {"test"}
    eventually(lambda: not list((settings.data_dir / UPLOADS).glob("*")))


def test_an_uploaded_manifest_finds_its_pictures_on_the_station(
    browser: Browser, source: Path, tmp_path: Path
) -> None:
    lines = [manifest_line("s3://bucket/good/1.png"), manifest_line("s3://bucket/gone.png")]
    manifest = write_manifest(tmp_path / "train.manifest", lines).read_bytes()
    form = {"file": (io.BytesIO(manifest), "train.manifest"), "pictures": str(source)}
    job = ended(browser, browser.post(f"{DATASET}/imports/upload", data=form))
    assert (job["result"]["added"], job["result"]["refused"]) == (1, 1)


def test_a_source_that_cannot_be_used_fails_with_its_reason(
    browser: Browser, tmp_path: Path, settings: StationSettings
) -> None:
    answer = browser.post(f"{DATASET}/imports", json={"source": "/no/such/folder"})
    assert (answer.status_code, "no such folder" in answer.json["message"]) == (404, True)
    assert browser.post("/api/v1/datasets/a%2Bb/imports", json={"source": "/"}).status_code == 422
    form = {"file": (io.BytesIO(b"PK\x03\x04 broken"), "../../cells.zip")}
    job = ended(browser, browser.post(f"{DATASET}/imports/upload", data=form))
    assert job["state"] == "failed"
    assert job["message"]
    assert browser.get("/api/v1/datasets").json["datasets"] == []
    eventually(lambda: not list((settings.data_dir / UPLOADS).glob("*")))


@pytest.mark.parametrize("form", ["manifest", "folders", "mvtec"])
def test_a_download_is_what_an_upload_reads(browser: Browser, source: Path, form: str) -> None:
    assert browser.get(f"{DATASET}/export").status_code == 404
    ended(browser, browser.post(f"{DATASET}/imports", json={"source": str(source)}))
    answer = browser.get(f"{DATASET}/export", query_string={"format": form})
    assert (answer.status_code, answer.mimetype) == (200, "application/zip")
    assert "filename=cells.zip" in answer.headers["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert archive.testzip() is None
        assert "okng-dataset.json" in archive.namelist()
    upload = {"file": (io.BytesIO(answer.data), "cells.zip")}
    job = ended(browser, browser.post("/api/v1/datasets/copy/imports/upload", data=upload))
    assert (job["result"]["added"], job["result"]["masks"], job["result"]["refused"]) == (2, 1, 0)
    bad = browser.get(f"{DATASET}/export", query_string={"address": "bucket"})
    assert (bad.status_code, "not the address" in bad.json["message"]) == (409, True)
