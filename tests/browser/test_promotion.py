"""A new version in shadow mode: settled, checked on a regression set, promoted, rolled back."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Page, expect
from support.page_checks import expect_nothing
from support.station import StationProcesses

from okng.device.ipc.commands import FireTrigger
from okng.device.types import ModelReference, TriggerSource

SMALLEST_TARGET_PX = 48
PARTS = 10
"""The last of them has a scratch."""


def test_from_a_trial_to_promotion_and_back(
    page: Page, station: StationProcesses, two_versions: Path, good: list[Path]
) -> None:
    shutil.copytree(two_versions, station.data_dir / "models")
    station.inspect()
    page.goto("/model")
    choose(page, 2)
    page.get_by_role("button", name="Run in shadow mode").click()
    trial = page.get_by_test_id("trial")
    expect(trial).to_contain_text("is on trial")
    for number in range(1, PARTS + 1):
        station.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=10_000))
        parts = "part" if number == 1 else "parts"
        expect(trial).to_contain_text(f"{number} {parts} compared, 0 skipped")
    settle(page)
    be_refused(page)
    remove_what_refuses(page)
    add_known_good(page, good[:2])
    promote(page, station)
    roll_back(page, station)


def choose(page: Page, version: int) -> None:
    page.locator(".versions").get_by_role("button", name=f"version {version}").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"version {version}")


def settle(page: Page) -> None:
    part = page.get_by_test_id(f"trial-part-{PARTS}")
    expect(part.get_by_alt_text("version 1")).to_be_visible()
    expect_nothing(page, "sidewaysScroll()")
    expect_nothing(page, f"smallTargets({SMALLEST_TARGET_PX})")
    expect_nothing(page, "faintTexts(4.5)")
    part.get_by_role("button", name="Details").click()
    detail = page.get_by_test_id("detail")
    expect(detail).to_contain_text("Add to the regression set of discs")
    detail.get_by_test_id("review").get_by_role("button", name="NG").click()
    expect(detail.get_by_test_id("reviewed")).to_contain_text("Marked NG")
    page.keyboard.press("Escape")
    part.get_by_role("button", name="NG is correct").click()
    expect(part).to_contain_text("NG is correct")
    expect(page.get_by_test_id("regression")).to_contain_text("1 picture")


def be_refused(page: Page) -> None:
    page.get_by_role("button", name="Promote", exact=True).click()
    dialog = page.get_by_test_id("why")
    expect(dialog).to_contain_text("The rest will be checked before")
    dialog.get_by_role("button", name="Fewer good parts rejected").click()
    dialog.get_by_role("button", name="Promote", exact=True).click()
    expect(page.locator(".notice.fault")).to_contain_text("1 of 1 pictures", timeout=60_000)
    expect(dialog.get_by_role("button", name="Promote", exact=True)).to_be_disabled()
    dialog.get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Dismiss").first.click()
    expect(page.get_by_test_id("regression")).to_have_attribute("data-state", "failed")


def remove_what_refuses(page: Page) -> None:
    page.get_by_label("Remove picture 1 from the regression set").click()
    dialog = page.get_by_test_id("why")
    expect(dialog.get_by_role("button", name="Remove", exact=True)).to_be_disabled()
    dialog.get_by_role("button", name="This part is no longer made").click()
    dialog.get_by_role("button", name="Remove", exact=True).click()
    expect(page.get_by_test_id("regression")).to_have_attribute("data-state", "empty")


def add_known_good(page: Page, files: list[Path]) -> None:
    page.get_by_label("Upload known OK").set_input_files(files)
    expect(page.get_by_test_id("regression")).to_contain_text("2 pictures")


def promote(page: Page, station: StationProcesses) -> None:
    page.get_by_role("button", name="Promote", exact=True).click()
    dialog = page.get_by_test_id("why")
    dialog.get_by_label("Reason").fill("the scratch is harmless")
    dialog.get_by_role("button", name="Promote", exact=True).click()
    expect(dialog).to_be_hidden(timeout=60_000)
    expect(page.get_by_test_id("trial")).to_contain_text("was on trial")
    status = station.wait(lambda status: status.model is not None and status.model.version == 2)
    assert status.recipe
    assert status.recipe.recipe.model == ModelReference(name="discs", version=2)


def roll_back(page: Page, station: StationProcesses) -> None:
    page.get_by_role("button", name="Roll back to version 1").click()
    dialog = page.get_by_test_id("why")
    dialog.get_by_role("button", name="Defects are missed").click()
    dialog.get_by_role("button", name="Roll back", exact=True).click()
    expect(dialog).to_be_hidden()
    station.wait(lambda status: status.model is not None and status.model.version == 1)
    page.locator(".history summary").click()
    rows = page.get_by_test_id("promotions").get_by_role("listitem")
    expect(rows).to_have_count(3)
    expect(rows.nth(0)).to_contain_text("Defects are missed")
    expect(rows.nth(1)).to_contain_text("the scratch is harmless")
    expect(rows.nth(1)).to_contain_text("10 parts compared")
