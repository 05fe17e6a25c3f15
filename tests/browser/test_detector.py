"""A detector on the pages: shown as such, and not offered as an anomaly model."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Page, expect
from support.marked_parts import add_marked_parts
from support.page_checks import expect_nothing
from support.station import StationProcesses
from support.yolo_exports import add_detector

SMALLEST_TARGET_PX = 48


def test_a_detector_is_shown_and_not_offered_for_inspection(
    page: Page, station: StationProcesses, trained_models: Path, tmp_path: Path
) -> None:
    root = station.data_dir / "models"
    shutil.copytree(trained_models, root)
    add_detector(root, tmp_path)
    add_marked_parts(station.data_dir, "marks", 2)

    page.goto("/model")
    version = page.get_by_role("button", name="parts version 1")
    expect(version).to_contain_text("detector, 2 classes")
    version.click()
    expect(page.get_by_test_id("detector")).to_contain_text("okng detect parts:1 PICTURE")
    expect(page.get_by_text("scratch, dent")).to_be_visible()
    learning = page.get_by_test_id("fine-tuning")
    expect(learning).to_contain_text("marks has 2 pictures with annotations")
    expect(learning).to_contain_text("can't be fine-tuned")
    expect(learning.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("button", name="Use this version in the recipe")).to_have_count(0)
    expect_nothing(page, "sidewaysScroll()")
    expect_nothing(page, f"smallTargets({SMALLEST_TARGET_PX})")
    expect_nothing(page, "faintTexts(4.5)")

    page.get_by_role("button", name="discs version 1").click()
    expect(page.get_by_role("button", name="Use this version in the recipe")).to_be_visible()

    page.goto("/inspection")
    offered = page.get_by_label("Model").locator("option")
    # The only one that can be used is chosen.
    expect(offered).to_have_text(["discs version 1"])
