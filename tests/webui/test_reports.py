"""Reports over HTTP: made by a job, listed, downloaded, checked and removed."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from support.inspections import NOON
from support.page_client import USER, Browser
from support.reported_station import DATASET, fill_station, record, reported_pictures
from support.station import eventually, write_pictures

from okng.device.datasets.store import DatasetStore
from okng.device.settings.settings import StationSettings
from okng.device.types import Label
from okng.models.exchange.signatures import SigningKey

ENDS = {"succeeded", "failed", "cancelled"}
LONGEST_S = 120


def made(browser: Browser, path: str, **asked: Any) -> Any:
    """What is known of the report that a call made."""
    job = browser.post(f"/api/v1/{path}", json=asked)
    assert job.status_code == 202, job.text

    def ended() -> Any:
        now = browser.get(f"/api/v1/jobs/{job.json['job_id']}").json
        return now if now["state"] in ENDS else None

    end = eventually(ended, timeout_s=LONGEST_S)
    assert end["state"] == "succeeded", end
    return browser.get(f"/api/v1/reports/{end['result']['report_id']}").json


def check(browser: Browser, data: bytes, **fields: str) -> Any:
    form = {"file": (io.BytesIO(data), "report.pdf"), **fields}
    answer = browser.post("/api/v1/reports/verify", data=form)
    assert answer.status_code == 200, answer.text
    return answer.json


@pytest.mark.slow
def test_a_fit_report_from_the_press_to_the_check_of_its_signature(
    settings: StationSettings, browser: Browser, tmp_path: Path, trained_models: Path
) -> None:
    fill_station(settings.data_dir, trained_models, reported_pictures(tmp_path / "pictures"))
    report = made(browser, f"datasets/{DATASET}/report", language="de", question="Taugt das?")
    assert (report["kind"], report["subject"], report["author"]) == ("fit", DATASET, USER)
    listed = browser.get(f"/api/v1/reports?kind=fit&dataset={DATASET}").json
    assert listed["reports"] == [report]
    assert browser.get("/api/v1/reports?kind=shift").json["reports"] == []
    path = f"/api/v1/reports/{report['report_id']}/file"
    html, pdf = browser.get(path), browser.get(f"{path}?format=pdf")
    assert "Taugt das?" in html.text
    assert "attachment" in html.headers["Content-Disposition"]
    assert pdf.mimetype == "application/pdf"
    unchanged = check(browser, pdf.data)
    assert (unchanged["state"], unchanged["signer"]) == ("unchanged", "this-station")
    assert unchanged["fingerprint"] == report["fingerprint"]
    assert check(browser, html.data.replace(b"Taugt", b"Taucht"))["state"] == "changed"
    assert check(browser, b"%PDF-1.4")["state"] == "unsigned"
    assert browser.write("DELETE", f"/api/v1/reports/{report['report_id']}").status_code == 204
    assert browser.get(path).status_code == 404
    assert browser.get("/api/v1/reports").json["reports"] == []


def test_a_shift_report_of_the_shift_that_a_moment_is_in(
    settings: StationSettings, browser: Browser
) -> None:
    record(settings.data_dir, 1, 30)
    report = made(browser, "reports/shift", start=NOON.isoformat())
    start = settings.shifts.start_before(NOON)
    assert report["start"] == start.isoformat().replace("+00:00", "Z")
    html = browser.get(f"/api/v1/reports/{report['report_id']}/file").text
    assert "27 of 30 judged parts are OK" in html


def test_what_can_not_be_reported_is_refused(
    settings: StationSettings, browser: Browser, tmp_path: Path
) -> None:
    for path in sorted(write_pictures(tmp_path / "few", 3).iterdir()):
        DatasetStore(settings.data_dir).import_file(path, "few", Label.NORMAL, USER)
    few = browser.post("/api/v1/datasets/few/report", json={})
    assert few.status_code == 409
    assert few.json["message"] == ("dataset 'few' has 3 pictures; a fit report needs at least 20")
    assert browser.post("/api/v1/datasets/none/report", json={}).status_code == 404
    late = browser.post("/api/v1/reports/shift", json={"start": "2999-01-01T00:00:00Z"})
    assert late.status_code == 422
    strange = {"language": "en", "address": "javascript:alert(1)"}
    assert browser.post("/api/v1/reports/shift", json=strange).status_code == 422
    for name in ("absent", "..", "%2e%2e", "fit-20260101-000000"):
        assert browser.get(f"/api/v1/reports/{name}/file").status_code == 404


def test_another_stations_report_is_known_by_the_key_that_is_given(browser: Browser) -> None:
    from okng.device.reports.signature import sign

    key = SigningKey.generate()
    report = sign(b"<html></html>", key)
    assert check(browser, report)["state"] == "unknown_key"
    known = check(browser, report, key=str(key.public))
    assert (known["state"], known["signer"]) == ("unchanged", "key")
