"""Boxes of a picture over HTTP: reading, replacing as a whole, undoing."""

from __future__ import annotations

import io
import json
from pathlib import PurePosixPath
from typing import Any

import pytest
from support.page_client import USER, Browser

from .test_datasets import dataset, upload

SCRATCH = {"name": "scratch", "left": 10.0, "top": 20.0, "right": 110.5, "bottom": 60.0}


def test_boxes_are_read_replaced_and_undone(browser: Browser) -> None:
    picture = upload(browser, 1)["picture_id"]
    address = f"/api/v1/pictures/{picture}/boxes"
    nobody = {
        "picture_id": picture,
        "width": 640,
        "height": 120,
        "boxes": None,
        "author": None,
        "changed_at": None,
    }
    assert browser.get(address).json == nobody
    done = browser.write("PUT", address, json={"boxes": [SCRATCH]})
    assert done.status_code == 200, done.text
    change = done.json["change"]
    drawn = browser.get(address).json
    assert (drawn["boxes"], drawn["author"]) == ([SCRATCH], USER)
    assert drawn["changed_at"] == change["changed_at"]
    assert (dataset(browser)["box_classes"], dataset(browser)["boxed"]) == (["scratch"], 1)
    (listed,) = browser.get("/api/v1/datasets/cells/pictures").json["pictures"]
    assert listed["boxes"] == [SCRATCH]
    counts = [
        len(browser.get(f"/api/v1/datasets/cells/pictures?boxed={boxed}").json["pictures"])
        for boxed in ("true", "false")
    ]
    assert counts == [1, 0]
    undo = browser.post(f"/api/v1/datasets/cells/changes/{change['change_id']}/undo")
    assert undo.status_code == 200
    assert browser.get(address).json["boxes"] is None
    assert browser.write("PUT", address, json={"boxes": None}).json == {"change": None}


def test_bad_boxes_are_refused(browser: Browser) -> None:
    picture = upload(browser, 1)["picture_id"]

    def put(box: dict[str, Any], which: int = picture) -> tuple[int, str]:
        answer = browser.write(
            "PUT", f"/api/v1/pictures/{which}/boxes", json={"boxes": [SCRATCH, box]}
        )
        return answer.status_code, answer.json["message"]

    status, message = put(SCRATCH | {"right": 640.5})
    assert status == 409
    assert "the box of 'scratch' from 10, 20 to 640.5, 60 reaches out of its 640 x 120" in message
    status, message = put(SCRATCH | {"right": 10})
    assert status == 422
    assert "left must be less than right" in message
    assert put(SCRATCH | {"name": ""})[0] == 422
    assert put(SCRATCH, picture + 1)[0] == 404
    assert browser.get(f"/api/v1/pictures/{picture}/boxes").json["boxes"] is None


def coco(name: str, **annotation: Any) -> dict[str, Any]:
    return {
        "images": [{"id": 1, "file_name": name, "width": 640, "height": 120}],
        "categories": [{"id": 3, "name": "scratch"}],
        "annotations": [
            {"image_id": 1, "category_id": 3, "bbox": [10, 20, 100.5, 40]},
            {"image_id": 1, "category_id": 3, "bbox": [10, 20, 0, 40]} | annotation,
        ],
    }


def import_labels(browser: Browser, *files: tuple[str, str | bytes], **fields: str) -> Any:
    uploads = [
        (io.BytesIO(content if isinstance(content, bytes) else content.encode()), name)
        for name, content in files
    ]
    form = {"files": uploads} | fields
    return browser.post("/api/v1/datasets/cells/boxes", data=form)


def test_label_files_are_imported_and_what_is_skipped_is_listed(browser: Browser) -> None:
    picture = upload(browser, 1)
    name = PurePosixPath(picture["path"])
    address = f"/api/v1/pictures/{picture['picture_id']}/boxes"
    answer = import_labels(browser, ("train.json", json.dumps(coco(name.name))))
    assert answer.status_code == 200, answer.text
    assert (answer.json["boxes"], answer.json["pictures"]) == (1, 1)
    assert (answer.json["skipped_count"], answer.json["incomplete"]) == (1, 1)
    (skipped,) = answer.json["skipped"]
    assert skipped["where"] == "train.json, annotations.1"
    assert "left must be less than right" in skipped["reason"]
    assert browser.get(address).json["boxes"] == [SCRATCH]

    files = [("labels/classes.txt", "dent\n"), (f"labels/{name.stem}.txt", "0 0.5 0.5 0.5 0.5\n")]
    answer = import_labels(browser, *files)
    assert answer.status_code == 200, answer.text
    assert [box["name"] for box in browser.get(address).json["boxes"]] == ["dent"]
    empty = coco(name.name) | {"annotations": []}
    assert import_labels(browser, ("a.json", json.dumps(empty))).status_code == 422
    assert import_labels(browser, ("a.json", json.dumps(empty)), empty="true").status_code == 200
    assert browser.get(address).json["boxes"] == []


def test_label_files_that_may_be_read_in_two_ways_are_refused_with_all_reasons(
    browser: Browser,
) -> None:
    name = PurePosixPath(upload(browser, 1)["path"]).name
    content = coco(name)
    content["images"] *= 2
    content["categories"] *= 2
    answer = import_labels(browser, ("train.json", json.dumps(content)))
    assert answer.status_code == 422
    assert answer.json["message"] == "nothing was imported: 2 problems"
    images, categories = answer.json["detail"]["problems"]
    assert images.startswith("train.json: images.0 and images.1 have the same id 1")
    assert categories.startswith("train.json: categories.0 and categories.1")


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ([("x" * 3000 + ".json", "{")], "is not JSON"),
        ([("../../a.json", "[" * 100_000)], "nested more than"),
        ([("", "{}")], ""),
        ([("..", "{}")], "is not a file name"),
        ([("a.json", "{}"), ("a.json", "{}")], "there twice"),
        ([("\u202e", "{}")], "is not a file name"),
        ([("a.txt", b"\xff\xfe\x00")], "a.txt"),
        ([("a.json", b"")], "is not JSON"),
        ([("a.zip", b"PK\x03\x04")], "no .txt files of labels"),
    ],
)
def test_strange_uploads_are_refused(
    browser: Browser, files: list[tuple[str, str | bytes]], problem: str
) -> None:
    upload(browser, 1)
    answer = import_labels(browser, *files)
    assert answer.status_code == 422, answer.text
    messages = [answer.json["message"], *answer.json["detail"]["problems"]]
    assert problem in "\n".join(messages)
    assert "/tmp" not in answer.text


def test_labels_of_a_dataset_that_can_not_be_are_refused(browser: Browser) -> None:
    form = {"files": [(io.BytesIO(json.dumps(coco("a.png")).encode()), "a.json")]}
    answer = browser.post("/api/v1/datasets/my%2Bcells/boxes", data=form)
    assert answer.status_code == 409
    assert "can't be the name of a dataset" in answer.json["message"]
