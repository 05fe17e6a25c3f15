"""From collected pictures to a model at one press, and from a judged part back to a dataset."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from support.page_checks import look_it_over
from support.station import StationProcesses

from okng.device.datasets.store import DatasetStore
from okng.device.types import Label, Split

SIZES = ({"width": 390, "height": 844}, {"width": 1024, "height": 600})
NORMAL_NEEDED = 20
TRAINING_MS = 240_000
STEADY_MS = 300
STRAY_DROP = """
["dragover", "drop"].map((kind) => {
  const transfer = new DataTransfer();
  const event = new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer });
  document.querySelector("main").dispatchEvent(event);
  return event.defaultPrevented;
})
"""
"""What the browser would do with a file that is dropped beside the place for it, is prevented."""


@pytest.mark.slow
def test_pictures_become_a_model_and_a_judged_part_becomes_a_picture(
    page: Page, station: StationProcesses, good: list[Path]
) -> None:
    store = DatasetStore(station.data_dir)
    store.import_files(good[: NORMAL_NEEDED - 1], "rings", Label.NORMAL, "ann")
    page.goto("/training")
    page.get_by_role("combobox", name="Dataset").select_option("rings")
    train = page.get_by_role("button", name="Train a model")
    expect(page.get_by_test_id("readiness")).to_contain_text("1 more normal picture needed")
    expect(train).to_have_count(0)

    page.get_by_role("radio", name="Normal").click()
    expect(page.get_by_role("radio", name="Normal")).to_be_checked()
    page.locator("input[type=file]").set_input_files(good[NORMAL_NEEDED - 1])
    expect(page.get_by_test_id("train-reason")).to_have_text("Trains on 20 normal pictures.")
    look_it_over(page, *SIZES)
    train.click()
    job = page.get_by_test_id("job")
    expect(job).to_have_attribute("data-state", "succeeded", timeout=TRAINING_MS)
    expect(train).to_be_enabled()
    look_it_over(page, *SIZES)
    page.get_by_role("link", name="Open rings version 1").click()
    expect(page.get_by_role("heading", name="rings version 1")).to_be_visible()

    page.get_by_role("link", name="Inspection").click()
    page.get_by_label("Model").select_option("rings version 1")
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Trigger").click()
    page.locator(".strip-part").first.click()
    look_it_over(page, *SIZES)
    page.get_by_role("button", name="Details").click()
    review = page.get_by_test_id("detail").get_by_test_id("review")
    review.get_by_label("Add its picture to").select_option("New dataset…")
    review.get_by_label("New dataset name").fill("表面キズ")
    review.get_by_role("button", name="Use").click()
    review.get_by_role("radio", name="Test").click()
    look_it_over(page, *SIZES)
    review.get_by_role("button", name="Really NG").click()
    expect(review).to_contain_text("It is in 表面キズ, and its label follows the verdict.")
    (picture,) = store.pictures("表面キズ")
    assert (picture.label, picture.split) == (Label.ANOMALY, Split.TEST)


def test_a_folder_is_dropped_while_the_line_inspects_and_another_page_is_looked_at(
    page: Page,
    station: StationProcesses,
    trained_models: Path,
    good: list[Path],
    tmp_path: Path,
    complaints: list[str],
) -> None:
    """Its folders give the labels; what is refused is told by name and can be tried again."""
    shutil.copytree(trained_models, station.data_dir / "models", dirs_exist_ok=True)
    station.inspect()
    DatasetStore(station.data_dir).import_files(good[45:46], "rings", Label.NORMAL, "ann")
    before = len(DatasetStore(station.data_dir).pictures("rings"))
    folder = tmp_path / "parts"
    for place, pictures in (("normal", good[30:42]), ("anomaly", good[42:45])):
        (folder / place).mkdir(parents=True)
        for picture in pictures:
            shutil.copy(picture, folder / place / f"部品 Größe {picture.name}")
    (folder / "notes.txt").write_text("no picture")
    (folder / "cut.png").write_bytes(b"\x89PNG cut off")
    page.goto("/training")
    page.get_by_role("combobox", name="Dataset").select_option("rings")
    drop(page, folder, "drop-normal")
    page.get_by_role("link", name="Results").click()
    upload = page.get_by_test_id("upload")
    expect(upload.get_by_role("status")).to_have_text(
        "Pictures added to rings: 15 of 17, 2 refused"
    )
    for refused in ("parts/notes.txt", "parts/cut.png"):
        expect(upload.get_by_role("listitem").filter(has_text=refused)).to_contain_text(
            "ot an image"
        )
    added = DatasetStore(station.data_dir).pictures("rings")
    assert len(added) == before + 15
    assert sum(picture.label is Label.ANOMALY for picture in added) == 3
    look_it_over(page, *SIZES)
    upload.get_by_role("button", name="Retry refused").click()
    expect(upload.get_by_role("status")).to_have_text(
        "Pictures added to rings: 15 of 17, 2 refused"
    )
    upload.get_by_role("button", name="Close").click()
    expect(upload).to_have_count(0)
    complaints.clear()  # Of the refusals.

    assert page.evaluate(STRAY_DROP) == [True, True]
    page.get_by_role("link", name="Training").click()

    more = tmp_path / "more"
    more.mkdir()
    for number in range(200):
        shutil.copy(good[number % len(good)], more / f"{number}.png")
    drop(page, more, "drop-anomaly")
    upload.get_by_role("button", name="Cancel").click()
    expect(upload.get_by_role("status")).to_contain_text("Upload to rings cancelled:")
    # The station may have had the whole of the file that was on its way.
    page.wait_for_timeout(STEADY_MS)
    kept = len(DatasetStore(station.data_dir).pictures("rings"))
    assert kept < len(added) + 200
    page.wait_for_timeout(STEADY_MS)
    assert len(DatasetStore(station.data_dir).pictures("rings")) == kept
    page.context.clear_cookies()
    page.goto("/login")
    assert page.evaluate(STRAY_DROP) == [True, True], "nor is the login page left"
    complaints.clear()


def drag(page: Page, path: Path, kind: str, x: float, y: float) -> None:
    """A drag of a file or folder from outside of the browser, as the mouse moves it."""
    pages = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
    for step in ("dragEnter", "dragOver", kind):
        pages.send("Input.dispatchDragEvent", {"type": step, "x": x, "y": y, "data": data})


def drop(page: Page, path: Path, zone: str) -> None:
    """Lets a file or folder go over one half of the page."""
    drag(page, path, "dragOver", 300, 300)
    box = page.get_by_test_id(zone).bounding_box()
    assert box is not None
    drag(page, path, "drop", box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.get_by_test_id("drop-overlay")).to_have_count(0)
