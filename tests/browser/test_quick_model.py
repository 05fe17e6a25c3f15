"""While pictures are collected, Growth tab and Training page show what they are good for."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from support.page_checks import look_it_over
from support.station import StationProcesses

from okng.device.datasets.store import DatasetStore
from okng.device.types import Label

PATIENCE_MS = 300_000
"""The figures are computed with what all others leave of the processor."""
GROWTH = "/dataset?dataset=grown&tab=growth"


@pytest.mark.slow
def test_figures_appear_and_grow_while_pictures_come(
    page: Page, station: StationProcesses, good: list[Path], defects: list[Path]
) -> None:
    store = DatasetStore(station.data_dir)
    store.import_files(good[:4], "grown", Label.NORMAL, "ann")
    page.goto(GROWTH)
    growth = page.get_by_test_id("growth")
    expect(page.get_by_test_id("growth-missing")).to_contain_text(
        "1 more normal picture for training is needed"
    )
    expect(growth.get_by_role("button", name="Compute now")).to_have_count(0)

    # Nobody reloads the page or presses anything.
    store.import_files(good[4:8], "grown", Label.NORMAL, "ann")
    expect(page.get_by_test_id("growth-rejects")).to_contain_text(
        "95 % confidence", timeout=PATIENCE_MS
    )
    expect(page.get_by_test_id("growth-origin")).to_contain_text("from 8 pictures")
    expect(page.get_by_test_id("growth-unknown-auroc")).to_contain_text(
        "Add 3 more anomalous pictures"
    )
    expect(page.get_by_test_id("growth-outlook")).to_contain_text("not known yet")
    look_it_over(page)

    # The Training page shows the figures in a line, and leads back to their growth.
    page.evaluate("sessionStorage.setItem('dataset', 'grown')")
    page.goto("/training")
    expect(page.get_by_test_id("growth-line")).to_contain_text("from 8 pictures")
    store.import_files(defects[:3], "grown", Label.ANOMALY, "ann")
    page.get_by_test_id("growth-line").get_by_role("link", name="How it grew").click()
    expect(growth).to_be_visible()
    store.import_files(good[8:12], "grown", Label.NORMAL, "ann")
    expect(page.get_by_test_id("growth-origin")).to_contain_text(
        "from 15 pictures", timeout=PATIENCE_MS
    )
    expect(page.get_by_test_id("growth-found")).to_contain_text("of 3")
    growth.get_by_text("Figures as a table").click()
    rows = growth.get_by_role("row")
    expect(rows).to_have_count(4)
    expect(rows.nth(1)).to_contain_text("unknown")
    expect(rows.nth(3)).not_to_contain_text("unknown")
    for influence in growth.locator(".influential a").all():
        assert page.request.get(str(influence.get_attribute("href"))).ok
    for width in (1280, 1024, 390):
        page.set_viewport_size({"width": width, "height": 800})
        look_it_over(page)
