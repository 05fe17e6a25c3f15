"""A lost station or network is shown in a banner at once, and until it is back."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from support.station import StationProcesses


def test_lost_connection_shows_on_every_page_and_heals_by_itself(
    page: Page, station: StationProcesses, complaints: list[str]
) -> None:
    page.goto("/results")
    expect(page.get_by_test_id("camera-state")).to_have_text("Camera ready")
    web = station.processes.pop("web")
    web.terminate()
    web.wait()
    try:
        banner = page.locator(".banner")
        expect(banner).to_contain_text("No connection to the station")
        page.get_by_role("link", name="Inspection").click()
        expect(banner).to_contain_text("No connection to the station")
    finally:
        station.start_web()
    expect(page.locator(".banner")).to_have_count(0)
    expect(page.get_by_test_id("camera-state")).to_have_text("Camera ready")
    complaints.clear()


def test_device_process_that_is_away_is_told_from_a_lost_network(
    page: Page, station: StationProcesses, complaints: list[str]
) -> None:
    page.goto("/configuration")
    expect(page.get_by_test_id("camera-state")).to_have_text("Camera ready")
    station.kill("device")
    try:
        expect(page.locator(".banner")).to_contain_text("The station isn't responding")
    finally:
        station.start_device()
    expect(page.locator(".banner")).to_have_count(0)
    live = page.get_by_alt_text("Live image from the camera")
    page.wait_for_function("image => image.naturalWidth > 0", arg=live.element_handle())
    complaints.clear()
