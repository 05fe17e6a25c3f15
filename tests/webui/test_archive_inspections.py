"""Re-inspections of the archive over HTTP, from the estimate to the list of parts."""

from __future__ import annotations

import csv
import io
import shutil
import sqlite3
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from support.archive import Archive
from support.large_store import Size, make_model, make_store
from support.page_client import CLAIM_CODE, PASSWORD, USER, Browser
from support.station import eventually

from okng.device.host.supervisor import okng_command
from okng.device.jobs.archive_inspection import KIND
from okng.device.jobs.store import JobStore
from okng.device.settings.settings import StationSettings
from okng.device.store.archive_differences import ArchiveDifference
from okng.device.store.archive_inspections import ArchiveInspectionStore
from okng.device.store.archive_scope import ArchiveScope
from okng.device.store.database import Database, connect
from okng.device.store.state import StationState
from okng.device.types import ModelIdentity
from okng.webui.app import create_app
from okng.webui.auth.claim_code import ClaimCode
from okng.webui.auth.sessions import Sessions
from okng.webui.auth.users import Users

VERSION = "/api/v1/models/discs/2/archive-inspection"
LONGEST_MS = 300


@pytest.fixture
def archive(settings: StationSettings, browser: Browser, two_versions: Path) -> Archive:
    shutil.copytree(two_versions, settings.data_dir / "models")
    archive = Archive(settings.data_dir)
    state = StationState(settings.data_dir)
    state.set("recipe_name", "discs")
    state.set("recipe_version", "1")
    return archive


def ended(browser: Browser) -> Any:
    def look() -> Any:
        view = browser.get(VERSION).json
        return None if view["job"]["state"] in ("queued", "running") else view

    return eventually(look, timeout_s=240)


def test_from_the_estimate_to_the_parts_that_differ(
    browser: Browser, archive: Archive, settings: StationSettings
) -> None:
    assert browser.get(VERSION).json == {"inspection": None, "summary": None, "job": None}
    seqs = archive.add(12)
    estimate = browser.get("/api/v1/archive-scope?days=7").json
    assert (estimate["recipe"], estimate["scope"]["in_archive"]) == ("discs", 12)
    assert (estimate["seconds"], estimate["measured"]) == (None, False), "no ground for a figure"

    started = browser.post(VERSION, json={"days": 7})
    assert started.status_code == 202, started.text
    again = browser.post(VERSION, json={})
    assert again.status_code == 409
    # It takes the place of no other job.
    assert browser.get("/api/v1/jobs?archive=false").json["jobs"] == []
    assert len(browser.get("/api/v1/jobs?archive=true").json["jobs"]) == 1
    view = ended(browser)
    assert view["job"]["state"] == "succeeded", view["job"]
    inspection, summary = view["inspection"], view["summary"]
    assert (inspection["started_by"], inspection["remaining"]) == (USER, 0)
    assert sum(summary["counts"].values()) == 12
    assert sum(day["ng_ok"] for day in summary["days"]) == summary["counts"]["ng_ok"] > 0
    assert summary["rejects"]["after"] < summary["rejects"]["before"]

    path = f"/api/v1/archive-inspections/{inspection['archive_inspection_id']}/parts"
    page = browser.get(f"{path}?limit=1").json
    assert page["parts"][0]["verdict"] != page["parts"][0]["inspection"]["outcome"]
    older = browser.get(f"{path}?before={page['next_before']}").json["parts"]
    assert len(older) == summary["counts"]["ng_ok"] + summary["counts"]["ok_ng"] - 1
    # A threshold that no score reaches makes every part OK.
    lenient = browser.get(f"{VERSION}?threshold=1000000").json["summary"]
    assert (lenient["counts"]["ng_ok"], lenient["counts"]["ng_ng"]) == (4, 0)
    rows = list(csv.DictReader(io.StringIO(browser.get(f"{path}.csv?threshold=1000000").text)))
    assert [(row["was"], row["would_be"]) for row in rows] == [("NG", "OK")] * 4
    assert [int(row["seq"]) for row in rows] == sorted(seqs[2::3], reverse=True)
    none = browser.get(f"{path}?kind=problem").json
    assert none == {"parts": [], "next_before": None}

    # The next estimate is by what was measured; a re-inspection that goes on keeps its period.
    archive.add(12, days=0.01)
    assert browser.post(VERSION, json={}).status_code == 202
    assert sum(ended(browser)["summary"]["counts"].values()) == 24
    estimate = browser.get("/api/v1/archive-scope?days=7").json
    assert estimate["measured"]
    assert estimate["seconds"] > 0
    # The model of a re-inspection may be gone meanwhile.
    shutil.rmtree(settings.data_dir / "models/discs/2")
    assert browser.get(VERSION).json["summary"]["counts"] == ended(browser)["summary"]["counts"]
    assert browser.post(VERSION, json={}).status_code == 404


def test_what_can_t_be_asked_for_is_refused_with_a_reason(
    browser: Browser, archive: Archive
) -> None:
    unknown = browser.get("/api/v1/archive-scope?recipe=cups")
    assert unknown.status_code == 404
    assert "there is no recipe 'cups'; there are: discs" in unknown.json["message"]
    assert browser.post(VERSION, json={"recipe": "cups"}).status_code == 404
    assert browser.post(VERSION, json={"days": 0}).status_code == 422
    assert browser.get("/api/v1/archive-scope?days=4000").status_code == 422
    for path in ("parts", "parts.csv", f"parts/{'0' * 32}/heatmap"):
        assert browser.get(f"/api/v1/archive-inspections/7/{path}").status_code == 404
    browser.post(VERSION, json={})
    view = ended(browser)
    assert view["job"]["state"] == "failed"
    assert "no part of recipe 'discs' since" in view["job"]["message"]


def test_without_a_recipe_that_runs_it_has_to_be_named(browser: Browser) -> None:
    refused = browser.get("/api/v1/archive-scope")
    assert refused.status_code == 404
    assert "no recipe runs" in refused.json["message"]


@pytest.mark.slow
def test_a_training_is_not_refused_while_the_archive_is_judged(
    browser: Browser, archive: Archive, settings: StationSettings
) -> None:
    jobs = JobStore(settings.data_dir)
    # This process stands for the one of the re-inspection.
    jobs.start(jobs.create(KIND, {}, "anna").job_id)
    started = browser.post("/api/v1/models/discs/1/regression", json={})
    assert started.status_code == 202, started.text
    job = f"/api/v1/jobs/{started.json['job_id']}"
    eventually(lambda: browser.get(job).json["state"] == "succeeded", timeout_s=120)


@pytest.mark.slow
def test_the_hosting_process_makes_a_heat_map_when_it_is_asked_for(
    browser: Browser, archive: Archive, settings: StationSettings, tmp_path: Path
) -> None:
    archive.add(3)
    browser.post(VERSION, json={})
    inspection = ended(browser)["inspection"]
    path = f"/api/v1/archive-inspections/{inspection['archive_inspection_id']}/parts"
    (part,) = browser.get(path).json["parts"]
    heat_map = f"{path}/{part['inspection']['inspection_id']}/heatmap"
    assert browser.get(heat_map).status_code == 503, "nobody hosts models"
    config = tmp_path / "okng.toml"
    config.write_text(f'data_dir = "{settings.data_dir}"\nrun_dir = "{settings.run_dir}"\n')
    with subprocess.Popen(okng_command("host", "--config", str(config))) as process:
        # It has the lowest priority, and on a busy machine a call may not wait for it.
        eventually(lambda: browser.get(heat_map).status_code == 200, timeout_s=240)
        assert browser.get(f"{heat_map}?threshold=5").data.startswith(b"\x89PNG")
        process.terminate()


def fill(data_dir: Path, parts: int) -> int:
    """Results of so many of the newest parts of a recipe; returns the re-inspection's id."""
    store = ArchiveInspectionStore(data_dir)
    identity = ModelIdentity(name="cells", version=1, sha256="a" * 64)
    scope = ArchiveScope(
        **dict.fromkeys(("parts", "in_archive"), parts),
        **dict.fromkeys(
            ("without_picture", "other_region", "without_model", "errors", "missed", "challenges"),
            0,
        ),
    )
    began = store.begin(
        identity, None, "cells", 2.4, datetime(2020, 1, 1, tzinfo=UTC), scope, "anna"
    )
    connection: sqlite3.Connection = connect(data_dir)
    connection.execute(
        "INSERT INTO archive_results SELECT ?, seq, triggered_at_us / 3600000000, outcome, "
        "score + (seq % 7 - 3) * 0.05, 0, NULL, NULL FROM inspections "
        "WHERE outcome IN ('OK', 'NG') ORDER BY seq DESC LIMIT ?",
        (began.archive_inspection_id, parts),
    )
    return began.archive_inspection_id


@pytest.mark.slow
def test_no_call_takes_long_in_a_ledger_of_a_million_parts(
    settings: StationSettings,
) -> None:
    make_store(settings.data_dir, Size(inspections=1_000_000, pictures=20_000))
    make_model(settings.data_dir, 300)
    database = Database(settings.data_dir)
    Users(database).claim(USER, PASSWORD)
    archive_inspection_id = fill(settings.data_dir, 20_000)
    client: FlaskClient = create_app(settings, ClaimCode(CLAIM_CODE)).test_client()
    with client.session_transaction() as session:
        session["key"] = Sessions(database).begin(USER)
    parts = f"/api/v1/archive-inspections/{archive_inspection_id}/parts"
    calls = [
        "/api/v1/models/cells/1/archive-inspection",
        "/api/v1/models/cells/1/archive-inspection?threshold=2.9",
        "/api/v1/archive-scope?recipe=cells&days=30",
        "/api/v1/archive-scope?recipe=cells&days=3660",
        *(f"{parts}?kind={kind}" for kind in ArchiveDifference),
        f"{parts}?kind=different&threshold=2.9&before=900000",
    ]
    slow = {}
    for call in calls:
        taken_ms = []
        for _ in range(3):
            began_s = time.perf_counter()
            answer = client.get(call)
            taken_ms.append((time.perf_counter() - began_s) * 1000)
            assert answer.status_code == 200, answer.text
        print(f"{call}: {min(taken_ms):.0f} ms")
        if min(taken_ms) > LONGEST_MS:
            slow[call] = taken_ms
    assert slow == {}
