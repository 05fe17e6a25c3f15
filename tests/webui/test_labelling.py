"""Labelling jobs over HTTP: two persons, their answers, and the results as figures and as CSV."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import numpy as np
import pytest
from apiflask import APIFlask
from support.large_store import Size, make_model, make_store
from support.page_client import USER, Browser
from support.second_person import add_account, added_person, session_of

from okng.device.datasets.store import DatasetStore
from okng.device.settings.settings import StationSettings
from okng.device.store.database import connect
from okng.device.types import Label

LABELS = [Label.NORMAL, Label.ANOMALY, Label.NORMAL, Label.ANOMALY]


@pytest.fixture
def cells(settings: StationSettings, app: APIFlask) -> list[int]:
    """Four pictures that the first user labelled."""
    store = DatasetStore(settings.data_dir)
    return [
        store.add(np.full((8, 8), number, np.uint8), "cells", label, USER).picture_id
        for number, label in enumerate(LABELS)
    ]


@pytest.fixture
def auditor(app: APIFlask, browser: Browser) -> Browser:
    """A second person, logged in."""
    return added_person(app, browser, "bert")


def made(browser: Browser, **fields: Any) -> dict[str, Any]:
    answer = browser.post("/api/v1/datasets/cells/labelling-jobs", json={"name": "one"} | fields)
    assert answer.status_code == 200, answer.text
    return dict(answer.json)


def say(browser: Browser, job: dict[str, Any], **fields: Any) -> dict[str, Any]:
    path = f"/api/v1/labelling-jobs/{job['labelling_job_id']}"
    step = fields.get("step", "label")
    task = browser.post(f"{path}/next", json={"step": step}).json["task"]
    request = {"step": step, "picture_id": task["picture_id"]} | fields
    answer = browser.post(f"{path}/answers", json=request)
    assert answer.status_code == 200, answer.text
    return dict(answer.json["answer"])


def rows(browser: Browser, path: str) -> list[dict[str, str]]:
    answer = browser.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_one_labels_the_other_audits_blind_and_it_is_adjusted(
    browser: Browser, auditor: Browser, cells: list[int]
) -> None:
    job = made(browser, steps=["label", "defect_type"])
    for answer in ("normal", "anomaly", "anomaly", None):
        attributes = {"certainty": "fairly", "sharpness": "sharp"}
        say(browser, job, answer=answer, active_ms=0, attributes=attributes)
    say(browser, job, step="defect_type", answer="crack")
    (listed,) = browser.get("/api/v1/datasets/cells/labelling-jobs").json["jobs"]
    assert [(step["waiting"], step["answered"], step["unsure"]) for step in listed["progress"]] == [
        (0, 3, 1),
        (1, 1, 0),
    ]
    audit = made(auditor, name="second look", kind="audit")
    refused = browser.post(
        f"/api/v1/labelling-jobs/{audit['labelling_job_id']}/next", json={"step": "label"}
    ).json
    assert refused["task"] is None
    assert "another person has to audit them (bert)" in refused["why_none"]
    verdicts = [
        say(auditor, audit, answer=answer)["verdict"]
        for answer in ("normal", "anomaly", "normal", None)
    ]
    assert verdicts == ["correct", "correct", "wrong", "unsure"]
    path = f"/api/v1/labelling-jobs/{audit['labelling_job_id']}"
    (step,) = browser.get(f"{path}/agreement").json["steps"]
    assert step["overall"]["agreement"]["share"] == pytest.approx(2 / 3)
    assert step["overall"]["agreement"]["kappa"] == pytest.approx(0.4)
    whole, by_person = rows(browser, f"{path}/agreement.csv")
    assert (whole["labeller"], by_person["labeller"]) == ("", USER)
    assert float(whole["kappa"]) == pytest.approx(0.4)
    assert [row["picture_id"] for row in rows(browser, f"{path}/differences.csv")] == [
        str(cells[3]),
        str(cells[2]),
    ]
    assert len(browser.get(f"{path}/differences?limit=1").json["answers"]) == 1
    (times,) = rows(browser, f"{path}/times.csv")
    assert (times["person"], times["answers"], times["timed"]) == ("bert", "4", "0")
    settle = made(browser, name="settle", kind="adjustment", audit_id=audit["labelling_job_id"])
    assert say(browser, settle, answer="normal")["picture_id"] == cells[2]
    picture = browser.get("/api/v1/datasets/cells/pictures?label=normal").json["pictures"]
    assert cells[2] in [one["picture_id"] for one in picture]
    assert len(rows(browser, "/api/v1/datasets/cells/labelling-jobs.csv")) == 4


def test_the_quality_page_has_the_audits_that_were_answered_last_in_its_period(
    browser: Browser, auditor: Browser, cells: list[int]
) -> None:
    def checks(days_ago: int = 0) -> dict[str, Any]:
        end = datetime.now(UTC) - timedelta(days=days_ago)
        period = urlencode({"from": (end - timedelta(days=1)).isoformat(), "to": end.isoformat()})
        return dict(browser.get(f"/api/v1/quality/checks?{period}").json)

    blind = made(auditor, name="blind", kind="audit")
    for answer in ("normal", "anomaly", "anomaly", None):
        say(auditor, blind, answer=answer)
    seeing = made(auditor, name="seeing", kind="audit", blind=False)
    say(auditor, seeing, verdict="correct", seen="normal")
    made(auditor, name="not begun", kind="audit")
    say(browser, made(browser), answer="anomaly")
    answer = checks()
    assert (answer["audits_shown"], answer["audits_in_period"]) == (2, 2)
    newest, first = answer["audits"]
    assert (newest["name"], newest["blind"], newest["checked"]) == ("seeing", False, 1)
    assert newest["agreement"]["kappa"] is None
    assert "the same answer" in newest["agreement"]["kappa_unknown"]
    assert (first["dataset"], first["step"], first["blind"]) == ("cells", "label", True)
    assert (first["checked"], first["wrong"], first["unsure"]) == (4, 1, 1)
    path = f"/api/v1/labelling-jobs/{first['labelling_job_id']}/agreement"
    assert first["agreement"] == browser.get(path).json["steps"][0]["overall"]["agreement"]
    assert checks(days_ago=1)["audits"] == []
    for number in range(9):
        say(auditor, made(auditor, name=f"later {number}", kind="audit"), answer="normal")
    answer = checks()
    assert (answer["audits_shown"], answer["audits_in_period"]) == (10, 11)
    assert [row["name"] for row in answer["audits"]][::9] == ["later 8", "seeing"]


def test_an_audit_whose_answers_were_taken_back_was_not_answered(
    browser: Browser, auditor: Browser, cells: list[int]
) -> None:
    audit = made(auditor, kind="audit")
    given = say(auditor, audit, answer="normal")
    path = f"/api/v1/labelling-jobs/{audit['labelling_job_id']}"
    assert auditor.post(f"{path}/answers/{given['answer_id']}/take-back").status_code == 200
    begin = urlencode({"from": (datetime.now(UTC) - timedelta(days=1)).isoformat()})
    assert browser.get(f"/api/v1/quality/checks?{begin}").json["audits"] == []


def test_the_last_answer_is_taken_back(browser: Browser, cells: list[int]) -> None:
    job = made(browser)
    path = f"/api/v1/labelling-jobs/{job['labelling_job_id']}"
    assert browser.get(f"{path}/newest-answer").json == {"answer": None}
    given = say(browser, job, answer="anomaly")
    assert browser.get(f"{path}/newest-answer").json["answer"] == given
    back = browser.post(f"{path}/answers/{given['answer_id']}/take-back")
    assert back.status_code == 200
    assert (
        browser.post(f"{path}/next", json={"step": "label"}).json["task"]["picture_id"]
        == (cells[0])
    )
    again = browser.post(f"{path}/answers/{given['answer_id']}/take-back")
    assert (again.status_code, again.json["message"]) == (409, "answer 1 is taken back already")


def test_a_closed_job_says_who_closed_it(browser: Browser, cells: list[int]) -> None:
    job = made(browser)
    path = f"/api/v1/labelling-jobs/{job['labelling_job_id']}"
    assert browser.post(f"{path}/close").json["closed_by"] == USER
    refused = browser.post(f"{path}/next", json={"step": "label"})
    assert refused.status_code == 409
    assert refused.json["message"] == (
        f"labelling job 'one' was closed by {USER}: it takes no more answers"
    )


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({"rule": {"kind": "near_threshold", "at_most": 5}}, 409, "train one"),
        ({"rule": {"kind": "differing"}}, 422, "belongs to adjustment jobs"),
        ({"rule": {"kind": "least_certain"}}, 409, "a job needs pictures"),
        ({"kind": "adjustment"}, 422, "needs `audit_id`"),
        ({"kind": "adjustment", "audit_id": 99}, 404, "no labelling job 99"),
        ({"steps": ["region", "label"]}, 422, "in this order"),
        ({"steps": []}, 422, ""),
    ],
)
def test_a_job_that_can_t_be_made_says_why(
    browser: Browser, cells: list[int], fields: dict[str, Any], status: int, words: str
) -> None:
    refused = browser.post("/api/v1/datasets/cells/labelling-jobs", json={"name": "one"} | fields)
    assert refused.status_code == status, refused.text
    assert words in refused.text
    assert browser.get("/api/v1/datasets/cells/labelling-jobs").json == {"jobs": []}


def test_what_is_not_there_is_404(browser: Browser, cells: list[int]) -> None:
    assert browser.post("/api/v1/datasets/none/labelling-jobs", json={"name": "x"}).status_code == (
        404
    )
    for path in ("", "/agreement", "/times", "/differences", "/newest-answer", "/times.csv"):
        answer = browser.get(f"/api/v1/labelling-jobs/7{path}")
        assert (answer.status_code, answer.json["message"]) == (404, "there is no labelling job 7")


def test_the_newest_model_s_scores_choose_what_is_least_certain(
    browser: Browser, settings: StationSettings
) -> None:
    settings.data_dir.rename(settings.data_dir.with_name("before"))
    make_store(settings.data_dir, Size(inspections=10, pictures=40))
    make_model(settings.data_dir, 40)
    add_account(settings.data_dir, USER)
    with browser.client.session_transaction() as session:
        session["key"] = session_of(settings.data_dir, USER)
    browser.read_csrf_token("/configuration")
    job = made(browser, rule={"kind": "near_threshold", "at_most": 3})
    assert job["rule"]["model"] == {"name": "cells", "version": 1}
    with connect(settings.data_dir) as connection:
        chosen = connection.execute("SELECT picture_id FROM labelling_tasks ORDER BY position")
        numbers = [row[0] for row in chosen]
    by_distance = sorted(
        (abs(1 + (number * 7919 % 1000) / 500 - 2.5), number)
        for number in range(1, 41)
        if number % 33
    )
    assert numbers == [number for _, number in by_distance[:3]]
