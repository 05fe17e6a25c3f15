"""From collected pictures to a model at one press, and from a judged part back to a dataset."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from support.station import StationProcesses

from okng.device.datasets.store import DatasetStore
from okng.device.types import Label, Split

CHECKS = (Path(__file__).parent / "checks.js").read_text()
SIZES = ({"width": 390, "height": 844}, {"width": 1024, "height": 600})
NORMAL_NEEDED = 20
TRAINING_MS = 240_000


def look_it_over(page: Page) -> None:
    for size in SIZES:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.evaluate(CHECKS)
        assert page.evaluate("checks.smallTargets(48)") == []
        assert page.evaluate("checks.sidewaysScroll()") == 0
        assert page.evaluate("checks.faintTexts(4.5)") == []


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
    look_it_over(page)
    train.click()
    job = page.get_by_test_id("job")
    expect(job).to_have_attribute("data-state", "succeeded", timeout=TRAINING_MS)
    expect(train).to_be_enabled()
    look_it_over(page)
    page.get_by_role("link", name="Open rings version 1").click()
    expect(page.get_by_role("heading", name="rings version 1")).to_be_visible()

    page.get_by_role("link", name="Inspection").click()
    page.get_by_label("Model").select_option("rings version 1")
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Trigger").click()
    page.locator(".strip-part").first.click()
    look_it_over(page)
    page.get_by_role("button", name="Details").click()
    review = page.get_by_test_id("review")
    review.get_by_label("Add its picture to").select_option("New dataset…")
    review.get_by_label("New dataset name").fill("表面キズ")
    review.get_by_role("button", name="Use").click()
    review.get_by_role("radio", name="Test").click()
    look_it_over(page)
    review.get_by_role("button", name="NG", exact=True).click()
    expect(page.get_by_test_id("reviewed")).to_contain_text("with its picture in a dataset")
    (picture,) = store.pictures("表面キズ")
    assert (picture.label, picture.split) == (Label.ANOMALY, Split.TEST)
