"""What tells the label without the part is shown by a picture of each side, and can be kept."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect
from support.station import StationProcesses, write_pictures_on_tray

from okng.device.datasets.store import DatasetStore
from okng.device.types import Label

CHECKS = (Path(__file__).parent / "checks.js").read_text()


def test_a_shortcut_is_seen_on_two_pictures(
    page: Page, station: StationProcesses, good: list[Path], tmp_path: Path
) -> None:
    store = DatasetStore(station.data_dir)
    store.import_files(good[10:24], "discs", Label.NORMAL, "ann")
    tray = sorted(write_pictures_on_tray(tmp_path / "tray", 9).iterdir())
    store.import_files(tray, "discs", Label.ANOMALY, "ann")
    page.goto("/training")
    page.get_by_role("button", name="Check dataset").click()
    shortcut = page.get_by_test_id("finding-shortcut")
    expect(shortcut).to_have_count(1, timeout=60_000)
    expect(shortcut).to_contain_text("The border alone tells anomaly from normal (AUROC 1.00)")
    captions = shortcut.locator("figcaption")
    expect(captions.nth(0)).to_have_text(re.compile(r"^Picture \d+: anomaly$"))
    expect(captions.nth(1)).to_have_text(re.compile(r"^Picture \d+: normal$"))
    thumbnail = shortcut.get_by_role("img").first
    page.wait_for_function("image => image.naturalWidth > 0", arg=thumbnail.element_handle())
    boxes = [shortcut.get_by_role("img").nth(index).bounding_box() for index in (0, 1)]
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["y"] == boxes[1]["y"]
    page.evaluate(CHECKS)
    assert page.evaluate("checks.sidewaysScroll()") == 0
    assert page.evaluate("checks.faintTexts(4.5)") == []
    shortcut.get_by_role("button", name="Keep as it is").click()
    expect(shortcut).to_be_hidden()
