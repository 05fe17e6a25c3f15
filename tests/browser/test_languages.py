"""Every page in every language: nothing wider than the screen, nothing too small for a finger."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect
from support.page_checks import expect_nothing
from support.station import StationProcesses

from okng.device.ipc.commands import FireTrigger
from okng.device.types import TriggerSource
from okng.webui.pages import PAGES

PANEL: ViewportSize = {"width": 1024, "height": 600}
PHONE: ViewportSize = {"width": 390, "height": 800}
FAILURES = 3
LOCALES = {"de-DE": "de", "fr-FR": "fr", "es-MX": "es", "zh-CN": "zh"}


@pytest.fixture(scope="module", autouse=True)
def inspecting(station: StationProcesses, trained_models: Path) -> None:
    """The pages have the most words and buttons while the station inspects."""
    shutil.copytree(trained_models, station.data_dir / "models")
    station.inspect()
    station.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=20_000))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_fits_in_the_browsers_language(
    browser: Browser, station: StationProcesses, logged_in: str, locale: str
) -> None:
    context = browser.new_context(
        base_url=station.url, storage_state=logged_in, locale=locale, has_touch=True
    )
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    for name in PAGES:
        page.goto(f"/{name}")
        page.get_by_test_id("camera-state").wait_for()
        page.locator("main").wait_for()
        expect(page.locator("html")).to_have_attribute("lang", LOCALES[locale])
        for size in (PANEL, PHONE):
            page.set_viewport_size(size)
            expect_nothing(page, "sidewaysScroll()")
            expect_nothing(page, "smallTargets(48)")
    context.close()
    assert faults == []


def test_the_pages_come_up_though_their_texts_failed_at_first(
    page: Page, complaints: list[str]
) -> None:
    failed: list[str] = []

    def answer(route: Route) -> None:
        if len(failed) < FAILURES:
            failed.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    page.route("**/app.en.ftl", answer)
    page.goto("/results")
    expect(page.get_by_role("heading", name="Results")).to_be_visible()
    assert len(failed) == FAILURES
    complaints.clear()  # Of the failures.


def test_another_language_is_chosen_on_the_account_page(page: Page) -> None:
    page.goto("/account")
    page.get_by_role("button", name="Français").click()
    expect(page.get_by_role("heading", name="Mot de passe", exact=True)).to_be_visible()
    chosen = page.get_by_role("button", name="Français")
    expect(chosen).to_have_attribute("aria-pressed", "true")
    page.goto("/results")
    expect(page).to_have_title("Résultats · test")
    page.goto("/account")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Password", exact=True)).to_be_visible()
