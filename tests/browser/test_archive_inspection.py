"""What the archive would have been with another version: started, read, and then advised on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from support.page_checks import expect_nothing
from support.station import StationProcesses

from okng.device.ipc.commands import FireTrigger
from okng.device.types import TriggerSource

SMALLEST_TARGET_PX = 48
PARTS = 10
"""The last of them has a scratch, which version 2 has learnt as normal."""


@pytest.mark.slow
def test_from_the_estimate_to_the_advice_before_a_promotion(
    page: Page, station: StationProcesses, two_versions: Path, complaints: list[str]
) -> None:
    shutil.copytree(two_versions, station.data_dir / "models")
    station.inspect()
    for _ in range(PARTS):
        station.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=10_000))
    page.goto("/model")
    page.locator(".versions").get_by_role("button", name="version 2").click()
    archive = page.get_by_test_id("archive")
    expect(archive.get_by_test_id("archive-scope")).to_contain_text(
        f"{PARTS} of {PARTS} parts of recipe discs can be judged again. That takes at least"
    )
    page.get_by_role("button", name="Promote", exact=True).click()
    dialog = page.get_by_test_id("why")
    expect(dialog.get_by_test_id("archive-none")).to_contain_text("hasn't judged the archive yet")
    dialog.get_by_role("button", name="Close").click()

    archive.get_by_role("button", name="Judge the archive").click()
    headline = "With version 2, 0.0 of 1,000 parts would have been rejected instead of 100.0."
    expect(archive.get_by_test_id("archive-headline")).to_have_text(headline)
    expect(archive).to_have_attribute("data-state", "succeeded")
    row = archive.get_by_test_id("archive-counts").get_by_role("row", name="line: NG")
    expect(row.get_by_role("cell")).to_have_text(["1", "0"])
    expect(archive).to_contain_text("Nobody has reviewed these parts")
    archive.get_by_text("Part by part").click()
    part = archive.get_by_test_id(f"archive-part-{PARTS}")
    expect(part.get_by_alt_text(f"Part {PARTS}")).to_be_visible()
    expect_nothing(page, "sidewaysScroll()")
    expect_nothing(page, f"smallTargets({SMALLEST_TARGET_PX})")
    expect_nothing(page, "faintTexts(4.5)")
    look_at_the_parts(page, complaints)
    page.get_by_role("button", name="Promote", exact=True).click()
    expect(dialog.get_by_test_id("archive-headline")).to_have_text(headline)
    dialog.get_by_role("button", name="Close").click()


def look_at_the_parts(page: Page, complaints: list[str]) -> None:
    archive = page.get_by_test_id("archive")
    part = archive.get_by_test_id(f"archive-part-{PARTS}")
    part.get_by_role("button", name="Heat map").click()
    expect(part).to_contain_text("There is no heat map: okng host has to be running")
    # Shown on, it would be asked for again at another threshold.
    part.get_by_role("button", name="Heat map").click()
    expect(part.locator("img.heat")).to_have_count(0)
    assert all("503" in complaint for complaint in complaints), complaints
    complaints.clear()
    # A threshold below all scores rejects every part; nothing is judged again for that.
    threshold = archive.get_by_label("Threshold")
    threshold.fill("0")
    threshold.press("Enter")
    row = archive.get_by_test_id("archive-counts").get_by_role("row", name="line: OK")
    expect(row.get_by_role("cell")).to_have_text(["0", str(PARTS - 1)])
    parts = archive.get_by_test_id("archive-parts").get_by_role("listitem")
    expect(parts).to_have_count(PARTS - 1)
    kinds = archive.locator("details select")
    kinds.select_option("would_be_ok")
    expect(archive).to_contain_text("There is no such part.")
    kinds.select_option("would_be_ng")
    expect(parts).to_have_count(PARTS - 1)
    with page.expect_download() as download:
        archive.get_by_role("link", name="Download as CSV").click()
    lines = Path(download.value.path()).read_text().splitlines()
    assert len(lines) == PARTS
    assert ",OK,NG," in lines[1]
    parts.first.get_by_role("button", name="Details").click()
    expect(page.get_by_test_id("detail")).to_be_visible()
    page.keyboard.press("Escape")
    threshold.fill("")
    threshold.press("Enter")
    expect(row.get_by_role("cell")).to_have_text([str(PARTS - 1), "0"])
