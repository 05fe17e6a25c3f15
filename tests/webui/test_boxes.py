"""Boxes of a picture over HTTP: read, replaced as a whole, undone."""

from __future__ import annotations

from typing import Any

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
