"""Every page in light and dark: fits a tablet, has targets for gloves, and can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

PAGES = (
    *("configuration", "training", "model", "inspection"),
    *("results", "line", "cloud", "account", "settings"),
)
SMALLEST_TARGET_PX = 48
WCAG_AA = 4.5
CHECKS = (Path(__file__).parent / "checks.js").read_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_page_fits_and_can_be_read_and_touched(page: Page, name: str, scheme: str) -> None:
    page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
    page.goto(f"/{name}")
    page.get_by_test_id("camera-state").wait_for()
    page.wait_for_load_state("load")
    page.evaluate(CHECKS)
    assert page.evaluate("checks.sidewaysScroll()") == 0
    assert page.evaluate(f"checks.smallTargets({SMALLEST_TARGET_PX})") == []
    assert page.evaluate(f"checks.faintTexts({WCAG_AA})") == []
