"""What `browser/checks.js` looks for in a page: small targets, faint texts, sideways scroll."""

from __future__ import annotations

import time
from pathlib import Path

from playwright.sync_api import Page, ViewportSize

CHECKS = (Path(__file__).parents[1] / "browser" / "checks.js").read_text()
CHECKED = ("sidewaysScroll()", "silentControls()", "smallTargets(48)", "faintTexts(4.5)")
SETTLED_S = 20
PERIOD_MS = 100


def expect_nothing(page: Page, check: str) -> None:
    """Waits until a check such as `smallTargets(48)` finds nothing.

    While a page loads, a button may be without its reason, and a picture without its size.

    Raises:
        AssertionError: it still finds something after 20 s.
    """
    page.evaluate(CHECKS)
    deadline = time.monotonic() + SETTLED_S
    while found := page.evaluate(f"checks.{check}"):
        assert time.monotonic() < deadline, f"{check}: {found}"
        page.wait_for_timeout(PERIOD_MS)


def look_it_over(page: Page, *sizes: ViewportSize) -> None:
    """Nothing is too small, too faint, cut off or disabled without a reason, in any of the windows.

    Args:
        page: what is looked at.
        sizes: windows; without any, the present one.
    """
    for size in sizes or (page.viewport_size,):
        assert size
        page.set_viewport_size(size)
        for check in CHECKED:
            expect_nothing(page, check)
