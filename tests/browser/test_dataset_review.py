"""A dataset is checked, its problems are solved, many pictures are changed at once and undone."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from support.page_checks import look_it_over
from support.station import StationProcesses

from okng.device.datasets.store import DatasetStore
from okng.device.types import Label

GOOD = 18


@pytest.fixture
def discs(station: StationProcesses, good: list[Path], defects: list[Path]) -> DatasetStore:
    """Eighteen good pictures, a scratched one among them, and the third one again."""
    store = DatasetStore(station.data_dir)
    for path in [*good[:GOOD], defects[0], good[2]]:
        store.import_file(path, "discs", Label.NORMAL, "ann")
    return store


def test_from_a_check_to_a_clean_dataset(
    page: Page, station: StationProcesses, discs: DatasetStore, trained_models: Path
) -> None:
    shutil.copytree(trained_models, station.data_dir / "models")
    page.goto("/training")
    expect(page.get_by_test_id("count-normal")).to_have_text(str(GOOD + 2))
    check_the_pictures(page)
    put_it_right(page, discs)
    change_many_at_once(page, discs)
    undo_from_the_record(page, discs)
    see_on_the_model_what_changed(page)


def check_the_pictures(page: Page) -> None:
    page.get_by_role("button", name="Check dataset").click()
    review = page.get_by_test_id("dataset-review")
    expect(review).to_contain_text("2 possible problems", timeout=60_000)
    scratched = page.get_by_test_id("finding-outlier")
    expect(scratched).to_contain_text("Unlike all other normal pictures")
    expect(scratched.get_by_alt_text(f"Picture {GOOD + 1}, normal")).to_be_visible()
    expect(scratched.locator(".spot")).to_be_attached()
    thumbnail = scratched.get_by_role("img").first
    page.wait_for_function("image => image.naturalWidth > 0", arg=thumbnail.element_handle())
    expect(page.get_by_test_id("finding-near_copies").get_by_role("img")).to_have_count(2)
    look_it_over(page)


def put_it_right(page: Page, store: DatasetStore) -> None:
    scratched, copies = (page.get_by_test_id(f"finding-{k}") for k in ("outlier", "near_copies"))
    copies.get_by_role("button", name="Keep as it is").click()
    expect(copies).to_be_hidden()
    page.locator(".notice", has_text="Kept as it is").get_by_role("button", name="Undo").click()
    copies.get_by_role("button", name=f"Remove picture {GOOD + 2}").click()
    expect(copies).to_be_hidden()
    scratched.get_by_role("button", name="Label as anomalous").click()
    expect(page.get_by_test_id("dataset-review")).to_contain_text("No problems found")
    expect(page.get_by_test_id("dataset-review")).to_contain_text("2 resolved")
    expect(page.get_by_test_id("count-anomaly")).to_have_text("1")
    assert store.get(GOOD + 2).removed_at is not None


def change_many_at_once(page: Page, store: DatasetStore) -> None:
    page.get_by_role("button", name="Select", exact=True).click()
    for picture_id in (4, 5, 6):
        page.get_by_label(f"Select picture {picture_id}", exact=True).click()
    bar = page.get_by_test_id("selection")
    expect(bar).to_contain_text("3 pictures selected")
    look_it_over(page)
    bar.get_by_role("button", name="Batch").click()
    dialog = page.get_by_test_id("why")
    dialog.get_by_label("Batch, lot or shift").fill("lot 7")
    dialog.get_by_role("button", name="Apply").click()
    expect(page.get_by_test_id("picture-4")).to_contain_text("lot 7")
    page.get_by_label("Select picture 4", exact=True).click()
    bar.get_by_role("button", name="For testing").click()
    expect(page.get_by_test_id("picture-4")).to_contain_text("lot 7 · for testing")
    bar.get_by_role("button", name="Done").click()
    page.get_by_role("button", name="More").click()
    page.get_by_label("Batch").select_option("lot 7")
    expect(page.locator(".picture-grid .picture")).to_have_count(3)
    page.get_by_label("Split").select_option("test")
    expect(page.locator(".picture-grid .picture")).to_have_count(1)
    page.get_by_label("Split").select_option("")
    page.get_by_label("Batch").select_option("")
    assert [store.get(key).batch for key in (3, 4, 5, 6)] == [None, "lot 7", "lot 7", "lot 7"]


def undo_from_the_record(page: Page, store: DatasetStore) -> None:
    page.get_by_text("Change history").click()
    changes = page.get_by_test_id("changes").get_by_role("listitem")
    expect(changes.nth(1)).to_contain_text("3 pictures: batch lot 7")
    changes.nth(1).get_by_role("button", name="Undo").click()
    expect(changes.nth(0)).to_contain_text("3 pictures: no batch (undone)")
    expect(changes.nth(2).get_by_text("undone")).to_be_visible()
    expect(page.get_by_test_id("picture-4")).not_to_contain_text("lot 7")
    look_it_over(page)
    assert store.get(4).batch is None


def see_on_the_model_what_changed(page: Page) -> None:
    """The shared model learnt from the same pictures and some more."""
    page.get_by_role("link", name="Model").click()
    since = page.get_by_test_id("since")
    expect(since).to_contain_text(
        re.compile(
            r"Changes to discs since this training: \d+ removed, "
            r"1 with a changed batch, type, split or mask"
        )
    )
    since.locator("summary").click()
    since.get_by_role("button", name="Restore the dataset").click()
    done = page.locator(".notice", has_text="discs is restored to the state of this training")
    expect(since).to_contain_text("23 removed")
    done.get_by_role("button", name="Undo").click()
    expect(since).to_contain_text("1 with a changed batch, type, split or mask")
    look_it_over(page)
