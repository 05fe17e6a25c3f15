"""Reviews over HTTP: parts that wait for one, a person's verdict, and where the picture goes."""

from __future__ import annotations

import csv
import uuid
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pytest
from support.page_client import USER, Browser

from okng.device.datasets.store import DatasetStore
from okng.device.settings.settings import StationSettings
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.pictures import save_picture
from okng.device.types import Inspection, Label, Outcome, Split, TriggerSource

INSPECTIONS = "/api/v1/inspections"


@pytest.fixture
def parts(settings: StationSettings, browser: Browser) -> list[str]:
    """Ids of a marked OK with its picture, a marked NG without one, an OK and an ERROR."""
    path = "images/part.png"
    sha256 = save_picture(settings.data_dir, path, np.full((48, 64), 90, np.uint8))
    pictures = [{"picture_path": path, "picture_sha256": sha256}, {}, {}, {}]
    outcomes = [Outcome.OK, Outcome.NG, Outcome.OK, Outcome.ERROR]
    recorded = [
        Inspection(
            inspection_id=uuid.uuid4().hex,
            trigger_id=number,
            station="test",
            source=TriggerSource.TIMER,
            triggered_at=datetime.now(UTC),
            outcome=outcome,
            review=number <= 2,
            **picture,  # type: ignore[arg-type]
        )
        for number, (outcome, picture) in enumerate(zip(outcomes, pictures, strict=True), 1)
    ]
    Ledger(settings.data_dir).record([LedgerEntry(inspection) for inspection in recorded], [])
    return [inspection.inspection_id for inspection in recorded]


def waiting(browser: Browser) -> list[int]:
    entries = browser.get(f"{INSPECTIONS}?to_review=true").json["inspections"]
    assert browser.get("/api/v1/results/summary").json["to_review"] == len(entries)
    figures = browser.get("/metrics").text
    assert f"okng_inspections_to_review {float(len(entries))}" in figures
    return [entry["inspection"]["trigger_id"] for entry in entries]


def test_the_csv_has_only_what_the_page_shows(browser: Browser, parts: list[str]) -> None:
    answer = browser.get("/api/v1/inspections.csv?to_review=true")
    assert [row["inspection_id"] for row in csv.DictReader(answer.text.splitlines())] == parts[:2]
    answer = browser.get("/api/v1/inspections.csv?scene_changed=true")
    assert list(csv.DictReader(answer.text.splitlines())) == []


def say(browser: Browser, part: str, **finding: Any) -> Any:
    return browser.post(f"{INSPECTIONS}/{part}/review", json=finding)


def test_a_part_is_settled_and_its_picture_becomes_a_training_picture(
    browser: Browser, settings: StationSettings, parts: list[str]
) -> None:
    assert waiting(browser) == [2, 1]
    settled = say(browser, parts[0], verdict="NG", dataset="discs", split="test")
    assert settled.status_code == 200, settled.text
    assert (settled.json["verdict"], settled.json["author"]) == ("NG", USER)
    assert waiting(browser) == [2]
    (picture,) = DatasetStore(settings.data_dir).pictures("discs")
    assert (picture.label, picture.split, picture.author) == (Label.ANOMALY, Split.TEST, USER)
    assert picture.picture_id == settled.json["picture_id"]
    entry = browser.get(f"{INSPECTIONS}/{parts[0]}").json
    assert entry["review"] == settled.json
    assert entry["inspection"]["outcome"] == "OK"

    assert settled.json["dataset"] == "discs"

    # Corrected: the picture in the dataset follows, and stays one.
    assert say(browser, parts[0], verdict="OK", dataset="discs").json["verdict"] == "OK"
    (picture,) = DatasetStore(settings.data_dir).pictures("discs")
    assert picture.label is Label.NORMAL

    assert say(browser, parts[1], verdict="NG").json["picture_id"] is None
    assert say(browser, parts[2], verdict="NG").status_code == 200
    assert waiting(browser) == []


def test_what_can_not_be_reviewed_is_refused_in_words(browser: Browser, parts: list[str]) -> None:
    for part, finding, status, why in [
        (parts[3], {"verdict": "OK"}, 409, "ended as ERROR: it has no verdict to review"),
        (parts[1], {"verdict": "OK", "dataset": "discs"}, 409, "part 2 has no picture"),
        (parts[1], {"verdict": "MISSED"}, 422, "Verdict"),
        (parts[1], {"verdict": "OK", "dataset": "../x"}, 422, "Dataset"),
        ("0" * 32, {"verdict": "OK"}, 404, "there is no inspection"),
    ]:
        answer = say(browser, part, **finding)
        assert answer.status_code == status
        assert why in answer.json["message"]
    assert waiting(browser) == [2, 1]


def test_a_reviewed_picture_moves_to_another_dataset(
    browser: Browser, settings: StationSettings, parts: list[str]
) -> None:
    say(browser, parts[0], verdict="NG", dataset="discs")
    assert say(browser, parts[0], verdict="OK", dataset="cells").json["dataset"] == "cells"
    datasets = DatasetStore(settings.data_dir)
    assert [picture.label for picture in datasets.pictures("cells")] == [Label.NORMAL]
    assert datasets.pictures("discs") == []

    # Somebody removed it from there: it is in no dataset, and can be added again.
    (picture,) = datasets.pictures("cells")
    change = {"picture_ids": [picture.picture_id], "change": {"removed": True}}
    assert browser.post("/api/v1/datasets/cells/changes", json=change).status_code == 200
    assert say(browser, parts[0], verdict="NG").json["dataset"] is None
    assert say(browser, parts[0], verdict="NG", dataset="cells").json["dataset"] == "cells"


def test_a_review_is_taken_back_with_its_picture(
    browser: Browser, settings: StationSettings, parts: list[str]
) -> None:
    say(browser, parts[0], verdict="NG", dataset="discs")
    assert browser.write("DELETE", f"{INSPECTIONS}/{parts[0]}/review").status_code == 204
    assert waiting(browser) == [2, 1]
    assert DatasetStore(settings.data_dir).pictures("discs") == []
    assert browser.get(f"{INSPECTIONS}/{parts[0]}").json["review"] is None
    assert browser.write("DELETE", f"{INSPECTIONS}/{parts[0]}/review").status_code == 404
    assert say(browser, parts[0], verdict="OK", dataset="discs").status_code == 200
    (picture,) = DatasetStore(settings.data_dir).pictures("discs")
    assert picture.label is Label.NORMAL


def test_escapes_and_false_rejects_are_counted_listed_and_exported(
    browser: Browser, parts: list[str]
) -> None:
    say(browser, parts[0], verdict="NG")
    say(browser, parts[1], verdict="OK")
    say(browser, parts[2], verdict="OK")
    summary = browser.get("/api/v1/results/summary").json
    names = ("true_accepts", "false_accepts", "true_rejects", "false_rejects", "to_review")
    assert [summary[name] for name in names] == [1, 1, 0, 1, 0]
    for filters, expected in (
        ("outcome=OK&human_verdict=NG", [1]),
        ("outcome=NG&human_verdict=OK", [2]),
        ("human_verdict=OK", [3, 2]),
        ("reviewed=true", [3, 2, 1]),
        ("reviewed=false", [4]),
        ("reviewed=false&human_verdict=OK", []),
        ("reviewed=true&to_review=true", []),
    ):
        entries = browser.get(f"{INSPECTIONS}?{filters}").json["inspections"]
        assert [entry["inspection"]["trigger_id"] for entry in entries] == expected, filters
    say(browser, parts[0], verdict="OK")
    assert browser.get("/api/v1/results/summary").json["false_accepts"] == 0

    rows = list(csv.DictReader(browser.get("/api/v1/inspections.csv").text.splitlines()))
    assert [row["human_verdict"] for row in rows] == ["OK", "OK", "OK", ""]
    assert [row["reviewer"] for row in rows] == [USER, USER, USER, ""]
    assert datetime.fromisoformat(rows[0]["reviewed_at"]) <= datetime.now(UTC)
