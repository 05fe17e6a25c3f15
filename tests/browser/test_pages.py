"""Every page fits every screen, has targets for gloves, and can be read and used by everybody."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from support.axe import needs_axe, violations
from support.page_checks import expect_nothing

from okng.webui.pages import PAGES

SCREENS: tuple[ViewportSize, ...] = (
    {"width": 1366, "height": 768},
    {"width": 1024, "height": 600},
    {"width": 390, "height": 800},
)
SMALLEST_TARGET_PX = 48
WCAG_AA = 4.5


@needs_axe
@pytest.mark.parametrize("name", PAGES)
def test_page_fits_and_can_be_read_and_touched(page: Page, name: str) -> None:
    page.goto(f"/{name}")
    page.get_by_test_id("camera-state").wait_for()
    page.locator("main").wait_for()
    page.wait_for_load_state("load")
    for screen in SCREENS:
        page.set_viewport_size(screen)
        expect_nothing(page, "sidewaysScroll()")
        expect_nothing(page, f"smallTargets({SMALLEST_TARGET_PX})")
    expect_nothing(page, "silentControls()")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
        expect_nothing(page, f"faintTexts({WCAG_AA})")
        assert violations(page) == [], scheme


def test_a_telephone_reaches_every_page_by_thumb(page: Page) -> None:
    page.set_viewport_size(SCREENS[-1])
    page.goto("/inspection")
    bar = page.get_by_role("navigation", name="Pages")
    for title in ("Results", "Training", "Model"):
        bar.get_by_role("link", name=title).click()
        expect(page).to_have_title(f"{title} · test")
    for title in ("Configuration", "Line", "Cloud", "Account"):
        bar.get_by_role("button", name="More").click()
        bar.get_by_role("link", name=title).click()
        expect(page).to_have_title(f"{title} · test")
        expect(bar.get_by_role("link", name=title)).to_be_hidden()
    box = bar.bounding_box()
    assert box
    assert box["y"] + box["height"] == SCREENS[-1]["height"]


def test_what_the_keyboard_does_is_shown_by_the_question_mark(page: Page) -> None:
    page.goto("/training")
    page.get_by_role("radio", name="Normal").wait_for()
    page.keyboard.press("?")
    shortcuts = page.get_by_test_id("shortcuts")
    expect(shortcuts).to_contain_text("Trigger: add a picture to the dataset")
    page.keyboard.press("Escape")
    expect(shortcuts).to_be_hidden()
    page.get_by_role("tab", name="All").focus()
    page.keyboard.press("ArrowRight")
    normal = page.get_by_role("tab", name="Normal")
    expect(normal).to_be_focused()
    expect(normal).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("tab", name="All")).to_be_focused()
    expect(page.get_by_role("radio", name="Split later")).to_be_enabled()
    page.get_by_role("radio", name="Split later").focus()
    page.keyboard.press("Home")
    expect(page.get_by_role("radio", name="Training")).to_have_attribute("aria-checked", "true")
    # In a field the question mark is a character.
    page.goto("/account")
    page.get_by_label("New token name").press("?")
    expect(page.get_by_label("New token name")).to_have_value("?")
    expect(shortcuts).to_be_hidden()
