"""The recipe's own threshold, and recipes under several names."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from playwright.sync_api import Page, expect
from support.station import StationProcesses

from okng.device.ipc.commands import ApplyRecipe, GetStatus


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
    change = page.get_by_test_id("recipe-change")
    expect(change).to_contain_text("recipe default is used instead of Gehäuse groß")
    # Nothing has happened yet.
    recipe = station.client.ask(GetStatus()).recipe
    assert recipe
    assert recipe.recipe.name == "Gehäuse groß"
    change.get_by_role("button", name="Activate").click()
    station.wait(lambda s: bool(s.recipe) and s.recipe.recipe.name == "default")


def test_a_file_is_compared_with_the_running_recipe_before_it_is_applied(
    page: Page, station: StationProcesses, tmp_path: Path
) -> None:
    before = station.client.ask(GetStatus()).recipe
    assert before
    file = tmp_path / "slow.toml"
    file.write_text(before.recipe.model_copy(update={"time_limit_ms": 350}).to_toml())
    page.goto("/configuration")
    page.get_by_role("tab", name="Recipe").click()
    page.get_by_label("Import TOML").set_input_files(file)
    change = page.get_by_test_id("recipe-change")
    expect(change.locator("tbody")).to_have_text("Time limitnot set350 ms")
    change.get_by_role("button", name="Cancel").click()
    assert station.client.ask(GetStatus()).recipe == before
    page.get_by_label("Import TOML").set_input_files(file)
    change.get_by_role("button", name="Apply").click()
    station.wait(lambda s: bool(s.recipe) and s.recipe.recipe.time_limit_ms == 350)


def test_changes_are_kept_when_the_page_is_left_and_never_applied_by_themselves(
    page: Page, station: StationProcesses
) -> None:
    page.goto("/configuration")
    page.get_by_role("tab", name="Recipe").click()
    page.get_by_label("Threshold").fill("77.5")
    page.get_by_label("Threshold").blur()
    expect(page.get_by_role("button", name="Apply")).to_be_enabled()
    page.goto("/results")
    # Meanwhile somebody else applies another recipe.
    running = station.client.ask(GetStatus()).recipe
    assert running
    recipe = running.recipe.model_copy(update={"time_limit_ms": 420})
    station.client.ask(ApplyRecipe(recipe=recipe, author="ann"))
    page.goto("/configuration")
    left = page.get_by_test_id("left-draft")
    expect(left).to_contain_text("Unsaved changes from")
    expect(left).to_contain_text("The station's recipe has changed since")
    left.get_by_role("button", name="Continue").click()
    page.get_by_role("tab", name="Recipe").click()
    expect(page.get_by_label("Threshold")).to_have_value("77.5")
    now = station.client.ask(GetStatus()).recipe
    assert now
    assert now.recipe == recipe
    page.get_by_role("button", name="Discard").click()
    page.reload()
    expect(page.get_by_role("tab", name="Recipe")).to_be_visible()
    expect(left).to_have_count(0)


def set_and_apply(page: Page, value: str) -> None:
    field = page.get_by_label("Threshold")
    field.fill(value)
    field.blur()
    page.get_by_role("button", name="Apply").click()
