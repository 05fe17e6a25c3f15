"""The Dataset page: it measures pictures by itself, a bar leads to pictures, a lasso selects."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from support.page_checks import look_it_over
from support.station import StationProcesses

from okng.device.datasets.store import DatasetStore
from okng.device.jobs.store import JobStore
from okng.device.types import Label

GOOD, BAD = 12, 4
DRAWN = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
"""Ends when what was done before is shown."""


@pytest.fixture
def discs(station: StationProcesses, good: list[Path], defects: list[Path]) -> Iterator[str]:
    store = DatasetStore(station.data_dir)
    if not store.pictures("discs"):
        store.import_files(good[:GOOD], "discs", Label.NORMAL, "ann")
        store.import_files(defects[:BAD], "discs", Label.ANOMALY, "ben")
    yield "discs"
    assert {job.state for job in JobStore(station.data_dir).newest()} == {"succeeded"}


def test_a_profile_whose_bars_lead_to_pictures(page: Page, discs: str) -> None:
    page.goto(f"/dataset?dataset={discs}")
    expect(page.get_by_test_id("profile-total")).to_contain_text("16 pictures: 12 normal")
    expect(page.get_by_test_id("gap-few_good")).to_contain_text("There are 12 good pictures")
    expect(page.get_by_test_id("gap-no_test")).to_be_visible()
    # Nobody has asked for it.
    focus = page.get_by_test_id("histogram-focus")
    expect(focus).to_be_visible()
    expect(page.get_by_test_id("job")).to_be_hidden()
    expect(page.get_by_test_id("measuring")).to_be_hidden()
    look_it_over(page)

    page.get_by_role("button", name="ben: 4, of which anomalous: 4").click()
    listed = page.get_by_test_id("picture-list")
    expect(listed.get_by_role("heading")).to_contain_text("Added by: ben 4 pictures")
    expect(listed.locator(".picture.anomaly")).to_have_count(BAD)
    expect(listed.locator(".picture.normal")).to_have_count(0)
    look_it_over(page)
    listed.get_by_role("button", name="Done").click()
    expect(listed).to_be_hidden()

    count_by_keyboard(page, focus)
    page.get_by_label("One chart for each").select_option("person")
    charts = page.locator(".profile-histogram figcaption")
    expect(charts).to_have_text(["ann", "ben"])


def count_by_keyboard(page: Page, chart: Locator) -> None:
    """The bars of a chart have all pictures among them, and the arrow keys reach each."""
    bars = chart.get_by_role("button")
    bars.first.focus()
    total = 0
    for place in range(bars.count()):
        expect(bars.nth(place)).to_be_focused()
        page.keyboard.press("Enter")
        listed = page.get_by_test_id("picture-list")
        words = bars.nth(place).get_attribute("aria-label")
        assert words
        count = int(words.split(": ")[1].split(",")[0])
        expect(listed.locator(".picture")).to_have_count(count)
        total += count
        bars.nth(place).focus()
        page.keyboard.press("ArrowRight")
    assert total == GOOD + BAD


def test_a_lasso_selects_pictures_whose_label_is_changed_and_undone(
    page: Page, station: StationProcesses, discs: str
) -> None:
    page.goto(f"/dataset?dataset={discs}&tab=map")
    over = page.locator(".u-over")
    expect(over).to_be_visible()
    expect(page.get_by_test_id("job")).to_be_hidden()
    listed = page.get_by_test_id("picture-list")
    expect(listed.get_by_role("heading")).to_contain_text("16 pictures")
    over.scroll_into_view_if_needed()
    box = over.bounding_box()
    assert box
    left, right = box["x"] + 1, box["x"] + box["width"] - 1
    top, bottom = box["y"] + 1, box["y"] + box["height"] - 1
    page.mouse.move(left, top)
    page.mouse.down()
    for x, y in ((right, top), (right, bottom), (left, bottom), (left, top + 20)):
        page.mouse.move(x, y, steps=4)
    page.mouse.up()
    expect(listed.get_by_role("heading")).to_contain_text("Selected on the map")
    bar = page.get_by_test_id("selection")
    selected = listed.locator(".picture.selected")
    expect(selected.first).to_be_visible()
    count = selected.count()
    # Points on the very edge may lie outside.
    assert GOOD <= count <= GOOD + BAD
    expect(bar).to_contain_text(f"{count} pictures selected")
    look_it_over(page)

    page.locator(".map-legend").get_by_role("button", name="Anomaly").click()
    expect(bar).to_contain_text("4 pictures selected")
    bar.get_by_role("button", name="Normal", exact=True).click()
    notice = page.locator(".notice", has_text="4 pictures are now normal")
    expect(notice).to_be_visible()
    store = DatasetStore(station.data_dir)
    assert len(store.pictures(discs, Label.ANOMALY)) == 0
    expect(listed.locator(".picture.normal")).to_have_count(BAD)
    notice.get_by_role("button", name="Undo").click()
    expect(listed.locator(".picture.anomaly")).to_have_count(BAD)
    assert len(store.pictures(discs, Label.ANOMALY)) == BAD


@pytest.mark.slow
def test_the_map_shows_a_tapped_picture_and_every_picture_by_keyboard(
    page: Page, discs: str
) -> None:
    page.goto(f"/dataset?dataset={discs}&tab=map")
    expect(page.locator(".u-over")).to_be_visible()
    expect(page.get_by_test_id("job")).to_be_hidden()
    canvas = page.locator(".u-over")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box
    pointed = page.get_by_test_id("map-pointed")
    # Some place of the plane is near a picture.
    for step in range(400):
        x, y = step % 20 / 20, step // 20 / 20
        page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"])
        page.evaluate(DRAWN)
        if pointed.is_visible():
            break
    expect(pointed.locator("img")).to_be_visible()
    first = page.get_by_role("button", name="Select picture 16")
    first.focus()
    page.keyboard.press("Enter")
    expect(first).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_test_id("selection")).to_contain_text("1 picture selected")
