"""Detection rules are set on the page, and the detections are drawn over each part."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Page, expect
from support.coffee import PLACES, Cups, cat, install_coco, write_in_order
from support.page_checks import expect_nothing
from support.station import StationProcesses

from okng.device.ipc.commands import SetMode
from okng.device.recipes.detection_rules import PartSettings
from okng.device.types import Mode

SMALLEST_TARGET_PX = 48


@pytest.fixture(scope="module")
def station(
    tmp_path_factory: pytest.TempPathFactory, trained_models: Path
) -> Iterator[StationProcesses]:
    """A station whose camera plays a cup, two cups, a cat."""
    folder = tmp_path_factory.mktemp("station")
    cups = Cups(np.random.default_rng(1))
    pictures = [cups.picture([PLACES[2]]), cups.picture([PLACES[1], PLACES[4]]), cat()]
    camera = {"type": "folder", "path": str(write_in_order(folder / "pictures", pictures))}
    station = StationProcesses(folder, camera)
    shutil.copytree(trained_models, station.data_dir / "models")
    install_coco(station.data_dir / "models")
    station.start_device()
    station.start_web()
    yield station
    station.stop()


def test_rules_are_set_on_the_page_and_seen_on_each_part(
    page: Page, station: StationProcesses, complaints: list[str]
) -> None:
    page.goto("/configuration")
    page.get_by_role("tab", name="Detection").click()
    page.get_by_label("Detector").select_option("coco version 1")
    add_rule(page, "cup")
    set_number(page, "At least, cup", "2")
    set_number(page, "At most, cup", "1")
    page.get_by_role("button", name="Apply").click()
    rules = page.get_by_test_id("rules")
    expect(rules.get_by_role("alert")).to_have_text("at_most is 1, less than at_least, 2")
    page.get_by_role("button", name="Dismiss").click()
    complaints.clear()  # Of the refusal.
    set_number(page, "At least, cup", "1")
    expect(page.get_by_text("cup: exactly 1")).to_be_visible()
    page.get_by_role("button", name="Zone of cup").click()
    draw(page)
    page.get_by_role("button", name="Done").click()
    add_rule(page, "cat")
    expect(page.get_by_text("cat: none allowed")).to_be_visible()
    looks_right(page)
    apply(page)
    recipe = station.wait(lambda s: s.detector is not None).recipe
    assert recipe
    assert recipe.recipe.detection
    cup, cat_rule = recipe.recipe.detection.rules
    assert (cup.name, cup.at_least, cup.at_most) == ("cup", 1, 1)
    assert (cat_rule.name, cat_rule.at_least, cat_rule.at_most) == ("cat", 0, 0)
    assert cup.zone
    assert 0 <= cup.zone.left < 40
    assert 760 < cup.zone.right <= 800
    page.reload()
    page.get_by_role("tab", name="Detection").click()
    expect(page.get_by_test_id("rules").locator("select")).to_have_count(2)

    page.goto("/inspection")
    expect(page.get_by_label("Model")).to_have_value("")
    page.get_by_role("button", name="Start").click()
    for verdict, reason, names in (
        ("OK", "", ["cup"]),
        ("NG", "cup: 2 found, at most 1 allowed", ["cup", "cup"]),
        ("NG", "cat: 1 found, at most 0 allowed", ["cat"]),
    ):
        page.get_by_role("button", name="Trigger").click()
        expect(page.get_by_test_id("found-objects").locator(f".found.{verdict}")).to_have_count(
            len(names)
        )
        expect(page.get_by_test_id("verdict")).to_have_attribute("data-outcome", verdict)
        expect(page.get_by_test_id("verdict")).to_contain_text(reason)
        for name in names:
            expect(page.get_by_test_id("found-counts")).to_contain_text(f"{len(names)} × {name}")
        looks_right(page)
    page.get_by_role("button", name="Hide boxes").click()
    expect(page.get_by_test_id("found-objects")).to_have_count(0)


def test_the_cut_out_part_is_seen_in_its_place(page: Page, station: StationProcesses) -> None:
    station.client.ask(SetMode(mode=Mode.LIVE, author="tests"))
    page.goto("/configuration")
    page.get_by_role("tab", name="Detection").click()
    page.get_by_label("Locate the part first").select_option("cup")
    set_number(page, "Margin (%)", "20")
    apply(page)
    recipe = station.wait(lambda s: bool(s.recipe) and s.recipe.version == 3).recipe
    assert recipe
    assert recipe.recipe.detection
    assert recipe.recipe.detection.part == PartSettings(name="cup", margin=0.2)

    page.goto("/inspection")
    page.get_by_label("Model").select_option("discs version 1")
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Trigger").click()
    expect(page.get_by_test_id("heat-map")).to_be_visible()
    expect(page.locator(".found.crop")).to_be_visible()
    page.get_by_role("button", name="Trigger").click()
    expect(page.get_by_test_id("verdict")).to_have_attribute("data-outcome", "ERROR")
    expect(page.get_by_test_id("verdict")).to_contain_text("one part is needed, 2 found: cup")

    page.goto("/results")
    page.get_by_role("button", name="Part 4").click()
    detail = page.get_by_test_id("detail")
    expect(detail.locator(".found.OK")).to_have_count(1)
    expect(detail.get_by_test_id("found-counts")).to_contain_text("1 × cup")
    expect(detail).to_contain_text("coco version 1")
    looks_right(page)
    detail.get_by_role("button", name="Boxes on").click()
    expect(detail.get_by_test_id("found-objects")).to_have_count(0)


def add_rule(page: Page, name: str) -> None:
    page.get_by_role("button", name="Add a rule").click()
    page.get_by_test_id("rules").locator("select").last.select_option(name)


def set_number(page: Page, label: str, value: str) -> None:
    field = page.get_by_label(label, exact=True)
    field.fill(value)
    field.blur()


def apply(page: Page) -> None:
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_role("button", name="Apply")).to_be_disabled()


def draw(page: Page) -> None:
    """Draws a zone over all but the outermost pixels."""
    box = page.get_by_test_id("roi-editor").bounding_box()
    assert box
    page.mouse.move(box["x"] + 4, box["y"] + 4)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 4, box["y"] + box["height"] - 4, steps=4)
    page.mouse.up()


def looks_right(page: Page) -> None:
    expect_nothing(page, "sidewaysScroll()")
    expect_nothing(page, f"smallTargets({SMALLEST_TARGET_PX})")
    expect_nothing(page, "faintTexts(4.5)")
