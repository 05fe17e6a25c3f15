"""Bulk changes and undo over HTTP; a dataset review with its remedies, and findings kept as is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.page_client import USER, Browser
from support.station import eventually, write_pictures, write_pictures_on_tray

from okng.device.datasets.store import DatasetStore
from okng.device.settings.settings import StationSettings
from okng.device.types import Label

DISCS = "/api/v1/datasets/discs"
ENDS = {"succeeded", "failed", "cancelled"}


@pytest.fixture
def discs(settings: StationSettings, browser: Browser, tmp_path: Path) -> list[int]:
    """Fifteen good pictures, one scratched among them, one twice; their ids."""
    store = DatasetStore(settings.data_dir)
    good = sorted(write_pictures(tmp_path / "good", 15).iterdir())
    bad = sorted(write_pictures(tmp_path / "bad", 16, defect_every=16).iterdir())[-1]
    for path in [*good, bad, good[4]]:
        store.import_file(path, "discs", Label.NORMAL, USER)
    return [picture.picture_id for picture in store.pictures("discs")]


def change(browser: Browser, picture_ids: list[int], **values: Any) -> Any:
    body = {"picture_ids": picture_ids, "change": values}
    return browser.post(f"{DISCS}/changes", json=body)


def pictures(browser: Browser, query: str = "") -> list[int]:
    rows = browser.get(f"{DISCS}/pictures?limit=100{query}").json["pictures"]
    return sorted(picture["picture_id"] for picture in rows)


def check(browser: Browser) -> Any:
    """Runs a review to its end; returns its result."""
    job = browser.post(f"{DISCS}/review")
    assert job.status_code == 202, job.text

    def ended() -> Any:
        now = browser.get(f"/api/v1/jobs/{job.json['job_id']}").json
        return now if now["state"] in ENDS else None

    end = eventually(ended, timeout_s=120)
    assert end["state"] == "succeeded", end
    review = browser.get(f"{DISCS}/review").json["review"]
    assert end["result"] == {
        "dataset": "discs",
        "findings": len(review["findings"]) + review["kept"],
    }
    return review


def test_many_pictures_at_once_and_back(browser: Browser, discs: list[int]) -> None:
    done = change(browser, discs[:3], batch="lot 7", split="test")
    assert done.status_code == 200, done.text
    assert done.json["change"]["author"] == USER
    assert pictures(browser, "&batch=lot 7") == pictures(browser, "&split=test") == discs[:3]
    assert pictures(browser, "&split=train") == discs[3:]
    change(browser, discs[2:4], label="anomaly", defect_type="crack")
    assert pictures(browser, "&defect_type=crack") == discs[2:4]
    (dataset,) = browser.get("/api/v1/datasets").json["datasets"]
    assert (dataset["batches"], dataset["defect_types"]) == (["lot 7"], ["crack"])
    assert change(browser, discs[:3], batch="lot 7").json["change"] is None
    change(browser, discs[:1], batch=None)
    assert pictures(browser, "&batch=lot 7") == discs[1:3]

    history = browser.get(f"{DISCS}/changes?picture_id={discs[0]}").json["changes"]
    assert [change["change_id"] for change in history] == [3, 1]
    refused = browser.post(f"{DISCS}/changes/1/undo")
    assert (refused.status_code, "changed again" in refused.json["message"]) == (409, True)
    for change_id in (3, 1):
        assert browser.post(f"{DISCS}/changes/{change_id}/undo").status_code == 200
    assert pictures(browser, "&batch=lot 7") == []


def test_a_change_that_can_not_be_is_refused_in_words(browser: Browser, discs: list[int]) -> None:
    for values, status, message in (
        ({}, 422, "at least one of"),
        ({"label": "scratched"}, 422, "'normal' or 'anomaly'"),
        ({"defect_type": "crack"}, 409, "only anomalous ones have a type of defect"),
        ({"removed": False}, 409, "is not removed"),
        ({"batch": "a/b"}, 422, "batch"),
    ):
        answer = change(browser, discs[:1], **values)
        assert (answer.status_code, message in answer.json["message"]) == (status, True), (
            answer.text
        )
    assert change(browser, [*discs, 99], batch="x").status_code == 404
    assert change(browser, [], batch="x").status_code == 422
    change(browser, discs[:1], split="test")
    for wrong in (f"{DISCS}/changes/9/undo", "/api/v1/datasets/lids/changes/1/undo"):
        answer = browser.post(wrong)
        assert (answer.status_code, "there is no change" in answer.json["message"]) == (404, True)
    assert pictures(browser, "&batch=x") == []


def test_a_check_its_remedies_and_what_is_kept(browser: Browser, discs: list[int]) -> None:
    assert browser.get(f"{DISCS}/review").json == {"review": None}
    early = browser.post(f"{DISCS}/splits", json={"test_share": 0.3})
    assert (early.status_code, "review the pictures first" in early.json["message"]) == (409, True)

    review = check(browser)
    by_kind = {finding["kind"]: finding for finding in review["findings"]}
    assert sorted(by_kind) == ["near_copies", "outlier"]
    assert (review["pictures"], review["unseen"], review["reviewed_by"]) == (17, 0, USER)
    scratched, twice = by_kind["outlier"], by_kind["near_copies"]
    assert [picture["picture_id"] for picture in scratched["pictures"]] == [discs[15]]
    assert [picture["picture_id"] for picture in twice["pictures"]] == [discs[4], discs[16]]
    assert abs(scratched["spot"]["x"] - 0.5) < 0.2

    kept = f"{DISCS}/review/kept/{twice['finding_id']}"
    (left,) = browser.write("PUT", kept).json["review"]["findings"]
    assert left["kind"] == "outlier"
    assert len(browser.write("DELETE", kept).json["review"]["findings"]) == 2
    browser.write("PUT", kept)

    remedy = next(
        remedy for remedy in scratched["remedies"] if remedy["words"] == "Label as anomalous"
    )
    assert change(browser, remedy["picture_ids"], **remedy["change"]).status_code == 200
    review = browser.get(f"{DISCS}/review").json["review"]
    assert (review["findings"], review["settled"], review["kept"], review["unseen"]) == (
        [],
        1,
        1,
        1,
    )
    deal_into_training_and_testing(browser, discs)
    # A new split changes the pictures: the copies are shown again, since they might leak now.
    assert browser.get(f"{DISCS}/review").json["review"]["unseen"] > 0
    assert check(browser)["unseen"] == 0


def test_a_shortcut_is_told_with_a_picture_of_each_side(
    settings: StationSettings, browser: Browser, tmp_path: Path
) -> None:
    """Also of a person who has no account any more: the dataset records the name."""
    store = DatasetStore(settings.data_dir)
    normal = store.import_files(
        sorted(write_pictures(tmp_path / "normal", 14).iterdir()), "discs", Label.NORMAL, USER
    )
    anomalous = store.import_files(
        sorted(write_pictures_on_tray(tmp_path / "tray", 9).iterdir()),
        "discs",
        Label.ANOMALY,
        "cem",
    )
    review = check(browser)
    shortcuts = [finding for finding in review["findings"] if finding["kind"] == "shortcut"]
    assert [finding["shortcut"]["target"] for finding in shortcuts] == ["label", "label"]
    tray, by_records = shortcuts
    assert tray["shortcut"]["groups"][0]["group"] == "border"
    assert tray["problem"].startswith("The border alone tells anomaly from normal (AUROC 1.00)")
    bad, good = tray["shortcut"]["sides"]
    assert (bad["words"], good["words"]) == ("anomaly", "normal")
    assert bad["picture"] in {picture.picture_id for picture in anomalous}
    assert good["picture"] in {picture.picture_id for picture in normal}
    assert [each["picture_id"] for each in tray["pictures"]] == [bad["picture"], good["picture"]]
    assert tray["remedies"] == []
    assert "The person who added it alone tells" in by_records["problem"]
    (person,) = review["bias"]["attributes"]
    assert review["bias"]["class_imbalance"] == pytest.approx(5 / 23)
    assert [(each["value"], each["anomalous"]) for each in person["values"]] == [
        (USER, 0),
        ("cem", 9),
    ]
    (untested,) = review["not_looked_for"][:1]
    assert "anomalous pictures were not looked for" in untested
    assert "the day (only one), " in review["not_looked_for"][1]
    assert "the person (goes with the label)" in review["not_looked_for"][1]


def deal_into_training_and_testing(browser: Browser, discs: list[int]) -> None:
    done = browser.post(f"{DISCS}/splits", json={"test_share": 0.3})
    assert done.status_code == 200, done.text
    test = set(pictures(browser, "&split=test"))
    assert 3 <= len(test) <= 5
    assert (discs[4] in test) is (discs[16] in test)


def test_a_dataset_that_is_not_there_and_a_job_that_runs(
    browser: Browser, discs: list[int]
) -> None:
    assert browser.post("/api/v1/datasets/lids/review").status_code == 404
    first = browser.post(f"{DISCS}/review").json
    second = browser.post(f"{DISCS}/review")
    assert (second.status_code, "wait for its end" in second.json["message"]) == (409, True)
    browser.post(f"/api/v1/jobs/{first['job_id']}/cancel")
    job = f"/api/v1/jobs/{first['job_id']}"
    end = eventually(lambda: (now := browser.get(job).json)["state"] in ENDS and now, timeout_s=60)
    assert end["state"] == "cancelled"
    assert browser.get(f"{DISCS}/review").json == {"review": None}


def test_a_model_says_how_its_dataset_differs_now(
    browser: Browser,
    settings: StationSettings,
    discs: list[int],
    install_model: Callable[[Path], None],
) -> None:
    install_model(settings.data_dir)
    path = "/api/v1/models/discs/1/dataset"
    since = browser.get(path).json["since"]
    assert (since["dataset"], since["trained_from"], since["pictures"]) == ("discs", 42, 17)
    counts = {name: len(pictures) for name, pictures in since["difference"].items()}
    # Half of the thirty training pictures are here; the scratched one and the copy are additional.
    assert counts == {"added": 2, "removed": 27, "relabelled": 0, "reworded": 0}
    assert since["lost"] == 27
    done = browser.post(f"{path}/restore").json["change"]
    assert [picture["picture_id"] for picture in done["pictures"]] == discs[15:]
    assert browser.get(path).json["since"]["difference"]["added"] == []
    browser.post(f"{DISCS}/changes/{done['change_id']}/undo")
    assert pictures(browser) == discs
