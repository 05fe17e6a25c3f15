"""A station is claimed in the browser, as its first user does it."""

from __future__ import annotations

from playwright.sync_api import Page

from support.station import PASSWORD, StationProcesses


def claim(page: Page, station: StationProcesses) -> None:
    """Ends on the first page, logged in."""
    page.goto("/")
    page.get_by_label("Claim code").fill(station.claim_code())
    page.get_by_label("Choose a password").fill(PASSWORD)
    page.get_by_role("button", name="Claim the station").click()
    page.wait_for_url("**/configuration")
