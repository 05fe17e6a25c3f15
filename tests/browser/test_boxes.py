"""Boxes are drawn, moved, resized and named by mouse, finger and keyboard, saved and undone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from support.marked_parts import marked_part
from support.page_checks import look_it_over
from support.station import StationProcesses

from okng.device.datasets.store import DatasetStore
from okng.device.types import Label

SIZE = 240
DRAWN_PX = 3
"""Tolerance of a drag, in pixels of the picture, which is shown scaled."""


@pytest.fixture
def marks(station: StationProcesses) -> DatasetStore:
    store = DatasetStore(station.data_dir)
    for seed in (1, 2, 3):
        store.add(marked_part(seed, SIZE)[0], "marks", Label.ANOMALY, "ann")
    return store


def test_boxes_are_drawn_named_saved_and_undone(page: Page, marks: DatasetStore) -> None:
    page.goto("/training")
    page.get_by_label("Draw boxes in picture 3").click()
    dialog = page.get_by_test_id("boxes")
    expect(dialog.get_by_test_id("box-author")).to_have_text("Not annotated yet.")
    drag(page, dialog, (30, 40), (90, 100))
    expect(dialog).to_contain_text("Choose a class for every box.")
    expect(dialog.get_by_role("button", name="Save and close")).to_be_disabled()
    dialog.get_by_label("New class").fill("scratch")
    dialog.get_by_role("button", name="Add", exact=True).click()
    drag(page, dialog, (130, 150), (160, 170))
    dialog.get_by_label("New class").fill("dot")
    dialog.get_by_label("New class").press("Enter")
    expect(dialog.get_by_test_id("box-summary")).to_have_text("2 boxes: 1 scratch, 1 dot")
    look_it_over(page)

    by_keyboard(page, dialog)
    dialog.get_by_role("button", name="Save and next").click()
    expect(dialog.get_by_role("heading", name="Picture 2")).to_be_visible()
    dialog.get_by_role("button", name="No objects, next").click()
    expect(dialog.get_by_role("heading", name="Picture 1")).to_be_visible()
    # Closing by mistake doesn't lose unsaved boxes.
    drag(page, dialog, (30, 40), (90, 100))
    dialog.get_by_label("Close").click()
    dialog.get_by_role("button", name="Leave without saving").click()
    expect(dialog).to_be_hidden()

    third, second, first = (marks.get(key) for key in (3, 2, 1))
    assert (first.boxes, second.boxes) == (None, ())
    assert third.boxes is not None
    scratch, dot = third.boxes
    assert (scratch.name, dot.name) == ("scratch", "dot")
    assert near(scratch, (30, 40, 90, 100))
    assert near(dot, (141, 150, 171, 175))
    expect(page.get_by_test_id("picture-3")).to_contain_text("1 scratch, 1 dot")
    expect(page.get_by_test_id("picture-2")).to_contain_text("no objects")
    undo_from_the_record(page, marks)


def by_keyboard(page: Page, dialog: Locator) -> None:
    """Moves the dot eleven pixels right, makes it five taller, and undoes two wrong keys."""
    dialog.get_by_label("Box 2 of 2, dot").focus()
    page.keyboard.press("Control+ArrowRight")
    page.keyboard.press("ArrowRight")
    for _ in range(5):
        page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("1")
    expect(dialog.get_by_test_id("box-summary")).to_have_text("2 boxes: 2 scratch")
    page.keyboard.press("Delete")
    expect(dialog.get_by_test_id("box-summary")).to_have_text("1 box: 1 scratch")
    for _ in range(2):
        dialog.get_by_role("button", name="Undo").click()
    expect(dialog.get_by_test_id("box-summary")).to_have_text("2 boxes: 1 scratch, 1 dot")


def test_boxes_are_moved_and_resized_by_their_handles(page: Page, marks: DatasetStore) -> None:
    page.goto("/training")
    page.get_by_label("Draw boxes in picture 1").click()
    dialog = page.get_by_test_id("boxes")
    drag(page, dialog, (60, 60), (120, 140))
    dialog.get_by_label("New class").fill("dot")
    dialog.get_by_label("New class").press("Enter")
    drag(page, dialog, (90, 100), (110, 90))
    corner = dialog.locator("[data-handle=se]").bounding_box()
    assert corner
    assert min(corner["width"], corner["height"]) >= 48
    drag(page, dialog, (140, 130), (160, 170))
    # A box drawn over the picture's edge ends at the edge.
    drag(page, dialog, (80, 50), (-40, -40))
    expect(dialog.get_by_test_id("box-summary")).to_have_text("1 box: 1 dot")
    dialog.get_by_role("button", name="Save and close").click()
    expect(dialog).to_be_hidden()
    boxes = marks.get(1).boxes
    assert boxes
    assert near(boxes[0], (0, 0, 160, 170))


def test_label_files_are_imported_and_what_is_skipped_is_listed(
    page: Page, marks: DatasetStore, complaints: list[str], tmp_path: Path
) -> None:
    picture = marks.add(marked_part(9, SIZE)[0], "marks", Label.ANOMALY, "ann")
    annotation = {"image_id": 1, "category_id": 1, "bbox": [10, 20, 30, 40]}
    content = {
        "images": [{"id": 1, "file_name": Path(picture.path).name, "width": SIZE, "height": SIZE}],
        "categories": [{"id": 1, "name": "dent"}],
        "annotations": [annotation, annotation | {"bbox": [0, 0, 0, 9]}, annotation | {"bbox": []}],
    }
    labels = tmp_path / "train.json"
    labels.write_text(json.dumps(content))
    page.goto("/training")
    page.get_by_role("button", name="More").click()
    page.get_by_label("Label files").set_input_files(labels)
    listed = page.get_by_test_id("box-import")
    expect(listed).to_contain_text("1 box in 1 picture; 2 skipped. 1 picture has fewer boxes")
    expect(listed.get_by_role("listitem")).to_have_count(2)
    expect(listed).to_contain_text("train.json, annotations.1: the box of 'dent' goes from 0 to 0")
    expect(listed).to_contain_text("train.json, annotations.2: bbox.0: is missing")
    (box,) = marks.get(picture.picture_id).boxes or ()
    assert box.name == "dent"
    look_it_over(page)

    labels.write_text(json.dumps(content | {"images": content["images"] * 2}))
    page.get_by_label("Label files").set_input_files(labels)
    expect(listed).to_contain_text("images.0 and images.1 have the same id 1")
    (refusal,) = complaints
    assert "422" in refusal
    complaints.clear()


def undo_from_the_record(page: Page, store: DatasetStore) -> None:
    page.get_by_role("button", name="More").click()
    page.get_by_role("combobox", name="Boxes").select_option("not annotated yet")
    expect(page.get_by_test_id("picture-3")).to_be_hidden()
    expect(page.get_by_test_id("picture-1")).to_be_visible()
    page.get_by_role("combobox", name="Boxes").select_option("Any")
    page.get_by_text("Change history").click()
    changes = page.get_by_test_id("changes")
    expect(changes.get_by_role("listitem").nth(1)).to_contain_text("Picture 3: 2 boxes drawn")
    changes.get_by_role("listitem").nth(1).get_by_role("button", name="Undo").click()
    expect(page.get_by_test_id("picture-3")).not_to_contain_text("scratch")
    assert store.get(3).boxes is None


def drag(page: Page, dialog: Locator, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drags from one pixel of the picture to another."""
    image = dialog.locator("image").bounding_box()
    assert image
    scale = image["width"] / SIZE
    page.mouse.move(image["x"] + start[0] * scale, image["y"] + start[1] * scale)
    page.mouse.down()
    for share in (0.5, 1):
        x, y = (a + (b - a) * share for a, b in zip(start, end, strict=True))
        page.mouse.move(image["x"] + x * scale, image["y"] + y * scale)
    page.mouse.up()


def near(box: object, corners: tuple[float, ...]) -> bool:
    names = ("left", "top", "right", "bottom")
    drawn = [getattr(box, name) for name in names]
    return all(
        abs(actual - expected) <= DRAWN_PX for actual, expected in zip(drawn, corners, strict=True)
    )
