"""Claim, logout, login: nobody gets in without a login, and wrong entries get a reason."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from support.station import PASSWORD, StationProcesses


@pytest.fixture
def stranger(browser: Browser, station: StationProcesses) -> Iterator[Page]:
    context = browser.new_context(base_url=station.url)
    yield context.new_page()
    context.close()


def test_first_run_asks_for_the_claim_code_and_then_for_the_password(
    stranger: Page, station: StationProcesses
) -> None:
    page = stranger
    page.goto("/results")
    expect(page).to_have_url(f"{station.url}/claim")
    page.get_by_label("Claim code").fill("AAAA-AAAA-AAAA")
    page.get_by_label("Choose a password").fill(PASSWORD)
    page.get_by_role("button", name="Claim the station").click()
    expect(page.get_by_role("alert")).to_contain_text("claim code")

    page.get_by_label("Claim code").fill(station.claim_code())
    page.get_by_label("User name").fill("Jörg")
    page.get_by_label("Choose a password").fill(PASSWORD)
    page.get_by_role("button", name="Claim the station").click()
    expect(page).to_have_url(f"{station.url}/configuration")

    page.get_by_role("link", name="Account").click()
    expect(page.get_by_role("heading", name="Jörg")).to_be_visible()
    page.get_by_role("button", name="Log out").click()
    expect(page).to_have_url(f"{station.url}/login")

    page.goto("/results")
    page.get_by_label("Name").fill("Jörg")
    page.get_by_label("Password").fill("not my password")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("alert")).to_contain_text("wrong")

    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page).to_have_url(f"{station.url}/results")
    expect(page.get_by_role("heading", name="Results")).to_be_visible()
