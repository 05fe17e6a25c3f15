"""The recipe's own threshold, and recipes under several names."""

from __future__ import annotations

import unicodedata

from playwright.sync_api import Page, expect
from support.station import StationProcesses


def test_a_threshold_by_hand_and_back_to_the_models(page: Page, station: StationProcesses) -> None:
    page.goto("/configuration")
    page.get_by_role("tab", name="Recipe").click()
    threshold = page.get_by_label("Threshold")
    set_and_apply(page, "12.5")
    status = station.wait(lambda s: s.threshold == 12.5)
    assert status.recipe
    page.reload()
    page.get_by_role("tab", name="Recipe").click()
    expect(threshold).to_have_value("12.5")
    set_and_apply(page, "0")
    station.wait(lambda s: bool(s.recipe) and s.recipe.recipe.threshold is None)


def test_a_copy_under_a_new_name_runs_and_the_first_comes_back(
    page: Page, station: StationProcesses
) -> None:
    page.goto("/configuration")
    page.get_by_role("tab", name="Recipe").click()
    name = page.get_by_label("New recipe from these settings")
    copy = page.get_by_role("button", name="Copy")
    name.fill("a/b")
    expect(page.get_by_text("A name can't contain any of /")).to_be_visible()
    expect(copy).to_be_disabled()
    name.fill(unicodedata.normalize("NFD", "Gehäuse groß"))
    copy.click()
    page.get_by_role("button", name="Apply").click()
    station.wait(lambda s: bool(s.recipe) and s.recipe.recipe.name == "Gehäuse groß")
    page.get_by_role("button", name="Activate").first.click()
    station.wait(lambda s: bool(s.recipe) and s.recipe.recipe.name == "default")


def set_and_apply(page: Page, value: str) -> None:
    field = page.get_by_label("Threshold")
    field.fill(value)
    field.blur()
    page.get_by_role("button", name="Apply").click()
