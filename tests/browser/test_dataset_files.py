"""Datasets on the Training page: imported, exported, with masks drawn, and collected by split."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import CDPSession, Locator, Page, expect
from support.labelled_sources import write_mask, write_picture
from support.marked_parts import marked_part
from support.page_checks import look_it_over
from support.station import StationProcesses

from okng.device.datasets.masks import read_mask_file
from okng.device.datasets.store import DatasetStore
from okng.device.types import Label, Split
from okng.models.masks.class_mask import ClassMask

PANEL = {"width": 1024, "height": 600}
TELEPHONE = {"width": 390, "height": 844}
SIZE = 240
WIDTH, HEIGHT = 60, 40


@pytest.fixture
def data_dir(station: StationProcesses) -> Path:
    return station.data_dir


@pytest.fixture
def marked_picture(data_dir: Path) -> int:
    """The first of two anomalous pictures of the dataset `marks`."""
    store = DatasetStore(data_dir)
    first, _ = [
        store.add(marked_part(seed, SIZE)[0], "marks", Label.ANOMALY, "ann") for seed in (1, 2)
    ]
    return first.picture_id


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A zip with three normal and two cracked pictures, a copy, and a file that is no picture."""
    folder = tmp_path / "parts"
    for number in range(3):
        write_picture(folder / "train" / "good" / f"{number}.png", number, WIDTH, HEIGHT)
    write_picture(folder / "train" / "good" / "again.png", 0, WIDTH, HEIGHT)
    for number in (3, 4):
        write_picture(folder / "test" / "crack" / f"{number}.png", number, WIDTH, HEIGHT)
        write_mask(folder / "ground_truth" / "crack" / f"{number}_mask.png", 255, WIDTH, HEIGHT)
    (folder / "train" / "good" / "broken.png").write_bytes(b"no picture")
    archive = tmp_path / "parts.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for path in sorted(folder.rglob("*.png")):
            file.write(path, path.relative_to(folder))
    return archive


def test_a_zip_is_imported_all_refusals_are_listed_and_an_export_has_it_all(
    page: Page, data_dir: Path, source: Path
) -> None:
    page.set_viewport_size(PANEL)  # type: ignore[arg-type]
    page.goto("/training")
    choose_new_dataset(page, "imported")
    page.get_by_role("button", name="Import").click()
    dialog = page.get_by_test_id("import")
    start = dialog.get_by_role("button", name="Import", exact=True)
    expect(start).to_be_disabled()
    dialog.get_by_label("Zip or manifest").set_input_files(source)
    look_it_over(page)
    start.click()
    expect_counts(dialog, added=5, there=0, left_out=2)
    refusals = dialog.get_by_test_id("refusals").get_by_role("listitem")
    expect(refusals).to_have_count(2)
    expect(refusals.filter(has_text="broken.png")).to_contain_text("not an image")
    expect(refusals.filter(has_text="again.png")).to_contain_text("same picture")
    expect(dialog).to_contain_text("2 pictures have a mask.")
    look_it_over(page)
    with page.expect_download() as saved:
        dialog.get_by_role("button", name="Save as CSV").click()
    rows = list(csv.reader(io.StringIO(Path(saved.value.path()).read_text())))
    assert rows[0] == ["where", "reason"]
    assert sorted(Path(where).name for where, _ in rows[1:]) == ["again.png", "broken.png"]

    # Nothing comes in twice, this time from a folder on the station.
    dialog.get_by_role("button", name="Import more").click()
    dialog.get_by_role("radio", name="On the station").click()
    dialog.get_by_label("Folder, zip or manifest on the station").fill(str(source))
    start.click()
    expect_counts(dialog, added=0, there=5, left_out=2)
    dialog.get_by_role("button", name="Done").click()
    expect(page.get_by_test_id("count-normal")).to_have_text("3")
    pictures = DatasetStore(data_dir).pictures("imported")
    assert sorted(str(picture.split) for picture in pictures) == ["test"] * 2 + ["train"] * 3
    export_and_compare(page, data_dir)


def export_and_compare(page: Page, data_dir: Path) -> None:
    page.get_by_role("button", name="Export").click()
    dialog = page.get_by_test_id("export")
    look_it_over(page)
    dialog.get_by_role("radio", name="Folders").click()
    with page.expect_download() as saved:
        dialog.get_by_role("link", name="Download the zip").click()
    expect(dialog).to_be_hidden()
    assert saved.value.suggested_filename == "imported.zip"
    with zipfile.ZipFile(saved.value.path()) as archive:
        names = archive.namelist()
        contents = {archive.read(name) for name in names}
    assert sum(name.startswith("train/normal/") for name in names) == 3
    for picture in DatasetStore(data_dir).pictures("imported"):
        assert (data_dir / picture.path).read_bytes() in contents


def test_what_an_import_can_not_read_is_said_in_the_dialog(
    page: Page, complaints: list[str]
) -> None:
    page.goto("/training")
    choose_new_dataset(page, "nowhere")
    page.get_by_role("button", name="Import").click()
    dialog = page.get_by_test_id("import")
    dialog.get_by_role("radio", name="On the station").click()
    dialog.get_by_label("Folder, zip or manifest on the station").fill("/no/such/folder")
    dialog.get_by_role("button", name="Import", exact=True).click()
    expect(dialog.get_by_role("alert")).to_contain_text("/no/such/folder: there is no such folder")
    expect(dialog.get_by_label("Folder, zip or manifest on the station")).to_have_value(
        "/no/such/folder"
    )
    complaints.clear()


def test_a_mask_is_drawn_filled_erased_saved_and_undone(
    page: Page, data_dir: Path, marked_picture: int
) -> None:
    page.set_viewport_size(PANEL)  # type: ignore[arg-type]
    page.goto("/training")
    page.get_by_role("combobox", name="Dataset").select_option("marks")
    page.get_by_label(f"Draw the mask of picture {marked_picture}").click()
    dialog = page.get_by_test_id("mask")
    summary = dialog.get_by_test_id("mask-summary")
    expect(summary).to_have_text("No defect marked.")
    expect(dialog.get_by_role("button", name="Save and close")).to_be_disabled()
    dialog.get_by_label("New class").fill("scratch")
    dialog.get_by_label("New class").press("Enter")
    corners = [(40.0, 40.0), (120.0, 40.0), (120.0, 100.0), (40.0, 100.0)]
    draw(page, dialog, corners)
    dialog.get_by_role("radio", name="Fill").click()
    draw(page, dialog, [(80, 70)])
    expect(dialog.get_by_role("alert")).to_contain_text("The outline is open here.")
    dialog.get_by_role("radio", name="Brush").click()
    draw(page, dialog, [corners[-1], corners[0]])
    dialog.get_by_role("radio", name="Fill").click()
    draw(page, dialog, [(80, 70)])
    expect(dialog.get_by_role("alert")).to_be_hidden()
    look_it_over(page)
    dialog.get_by_role("radio", name="Brush").click()
    dialog.get_by_label("New class").fill("dot")
    dialog.get_by_role("button", name="Add", exact=True).click()
    # Twice as large, the same place of the picture is still the one that is touched.
    dialog.get_by_label("Zoom in").click()
    draw(page, dialog, [(100, 140)])
    expect(summary).to_contain_text("dot")
    dialog.get_by_label("Zoom out").click()
    draw(page, dialog, [(20, 200), (220, 200)])
    dialog.get_by_role("button", name="Undo").click()
    dialog.get_by_role("radio", name="Eraser").click()
    draw(page, dialog, [(120, 30), (120, 110)])
    dialog.get_by_role("button", name="Save and close").click()
    expect(dialog).to_be_hidden()

    expect(page.get_by_test_id(f"picture-{marked_picture}")).to_contain_text("mask: scratch, dot")
    mask = stored_mask(data_dir, marked_picture)
    index_of = {entry.name: entry.index for entry in mask.classes}
    scratch, dot = index_of["scratch"], index_of["dot"]
    assert mask.indices[70, 80] == mask.indices[40, 60] == scratch
    assert mask.indices[140, 100] == dot
    assert not mask.indices[200].any(), "the stroke was undone"
    assert not mask.indices[70, 119:].any(), "the edge was erased"
    share = (mask.indices == scratch).sum() / (80 * 60)
    assert 0.9 < share < 1.2
    mend_and_delete(page, data_dir, marked_picture)


def mend_and_delete(page: Page, data_dir: Path, marked_picture: int) -> None:
    """The stored mask is shown, mended with the fingers on a telephone, deleted, and undone."""
    before = stored_mask(data_dir, marked_picture).indices
    page.set_viewport_size(TELEPHONE)  # type: ignore[arg-type]
    page.get_by_label(f"Draw the mask of picture {marked_picture}").click()
    dialog = page.get_by_test_id("mask")
    expect(dialog.get_by_test_id("mask-summary")).to_contain_text("scratch")
    look_it_over(page)
    fingers = page.context.new_cdp_session(page)
    touch(fingers, [[screen_point(page, dialog, (200, 20))]])
    expect(dialog.get_by_role("button", name="Undo")).to_be_enabled()
    # Two fingers that move apart enlarge the picture and draw nothing.
    left, right = screen_point(page, dialog, (110, 120)), screen_point(page, dialog, (130, 120))
    apart = [[left], [left, right], [(left[0] - 60, left[1]), (right[0] + 60, right[1])]]
    touch(fingers, apart)
    expect(dialog.get_by_label("Zoom out")).to_be_enabled()
    dialog.get_by_role("button", name="Save and close").click()
    expect(dialog).to_be_hidden()
    after = stored_mask(data_dir, marked_picture).indices
    assert after[20, 200] != 0
    changed = np.argwhere(after != before)
    assert np.abs(changed - (20, 200)).max() < 20, "only where the finger touched"

    page.get_by_label(f"Draw the mask of picture {marked_picture}").click()
    dialog.get_by_role("button", name="Clear").click()
    dialog.get_by_role("button", name="Save and close").click()
    expect(page.get_by_test_id(f"picture-{marked_picture}")).not_to_contain_text("mask:")
    assert DatasetStore(data_dir).get(marked_picture).mask is None
    page.get_by_role("button", name="Undo").last.click()
    expect(page.get_by_test_id(f"picture-{marked_picture}")).to_contain_text("mask: scratch, dot")
    assert (stored_mask(data_dir, marked_picture).indices == after).all()


def test_what_is_collected_is_for_training_or_for_the_test(page: Page, data_dir: Path) -> None:
    page.set_viewport_size(PANEL)  # type: ignore[arg-type]
    page.goto("/training")
    choose_new_dataset(page, "collected")
    page.get_by_role("radio", name="Test").click()
    page.get_by_role("radio", name="Normal").click()
    page.get_by_role("button", name="Trigger").click()
    expect(page.get_by_test_id("last-picture")).to_contain_text("normal, for testing")
    page.get_by_role("radio", name="Split later").click()
    page.get_by_role("button", name="Trigger").click()
    expect(page.get_by_test_id("count-normal")).to_have_text("2")
    look_it_over(page)
    pictures = DatasetStore(data_dir).pictures("collected")
    splits = [picture.split for picture in pictures]
    assert sorted(splits, key=str) == [None, Split.TEST]


def choose_new_dataset(page: Page, name: str) -> None:
    page.get_by_role("combobox", name="Dataset").select_option("New dataset…")
    page.get_by_label("New dataset name").fill(name)
    page.get_by_role("button", name="Use").click()


def expect_counts(dialog: Locator, added: int, there: int, left_out: int) -> None:
    numbers = dialog.get_by_test_id("import-outcome").get_by_role("definition")
    expect(numbers).to_have_text([str(added), str(there), str(left_out)])


def stored_mask(data_dir: Path, picture_id: int) -> ClassMask:
    picture = DatasetStore(data_dir).get(picture_id)
    return ClassMask.from_png(read_mask_file(data_dir, picture))


def screen_point(page: Page, dialog: Locator, pixel: tuple[float, float]) -> tuple[float, float]:
    """Where a pixel of the picture is on the screen."""
    box = dialog.locator(".mask-layers").bounding_box()
    assert box
    return box["x"] + pixel[0] * box["width"] / SIZE, box["y"] + pixel[1] * box["height"] / SIZE


def draw(page: Page, dialog: Locator, pixels: Sequence[tuple[float, float]]) -> None:
    """Presses at the first pixel of the picture and drags over the others."""
    points = [screen_point(page, dialog, pixel) for pixel in pixels]
    page.mouse.move(*points[0])
    page.mouse.down()
    for point in points[1:]:
        page.mouse.move(*point)
    page.mouse.up()


def touch(fingers: CDPSession, steps: Sequence[Sequence[tuple[float, float]]]) -> None:
    """Fingers as they come down and move; all are lifted at the end."""
    down = 0
    for points in steps:
        fingers.send(
            "Input.dispatchTouchEvent",
            {
                "type": "touchStart" if len(points) > down else "touchMove",
                "touchPoints": [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)],
            },
        )
        down = len(points)
    fingers.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
