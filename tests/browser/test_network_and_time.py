"""The page when the network fails, and its times in zones that aren't whole hours from UTC."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from support.station import StationProcesses

from okng.device.ipc.commands import FireTrigger
from okng.device.types import TriggerSource

PICTURE = "**/api/v1/inspections/*/picture*"


@pytest.fixture(scope="module", autouse=True)
def part(station: StationProcesses, two_versions: Path) -> None:
    """One part in the ledger."""
    shutil.copytree(two_versions, station.data_dir / "models")
    station.inspect()
    station.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=10_000))


def test_a_picture_that_does_not_come_says_why(
    page: Page, station: StationProcesses, complaints: list[str]
) -> None:
    page.goto("/results")
    page.locator(".parts-table tbody tr").first.wait_for()
    words = page.get_by_test_id("no-picture")

    def opened() -> None:
        page.locator(".parts-table tbody tr").first.click()

    page.route(PICTURE, lambda route: route.abort("internetdisconnected"))
    opened()
    expect(words).to_have_text("The station can't be reached over the network.")
    page.keyboard.press("Escape")

    page.unroute(PICTURE)
    page.route(PICTURE, lambda route: route.fulfill(status=200, body="no picture"))
    opened()
    expect(words).to_contain_text("its file may be damaged")
    page.keyboard.press("Escape")

    page.unroute(PICTURE)
    (stored,) = station.ledger.page(limit=1)
    assert stored.picture_path is not None
    (station.data_dir / stored.picture_path).rename(station.data_dir / "moved.png")
    opened()
    expect(words).to_contain_text("is gone; run `okng doctor`")
    (station.data_dir / "moved.png").rename(station.data_dir / stored.picture_path)
    complaints.clear()


@pytest.mark.parametrize(
    ("zone", "offset_min"), [("Asia/Kolkata", 330), ("Asia/Kathmandu", 345), ("Etc/UTC", 0)]
)
def test_hours_begin_where_they_do_in_the_zone(
    browser: Browser, station: StationProcesses, logged_in: str, zone: str, offset_min: int
) -> None:
    context = browser.new_context(base_url=station.url, storage_state=logged_in, timezone_id=zone)
    page = context.new_page()
    page.goto("/results")
    chart = page.get_by_test_id("hour-chart")
    expect(chart.locator("title").last).to_contain_text("OK")
    hour = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    begins = hour + timedelta(minutes=offset_min)
    expect(chart.locator("title").last).to_have_text(re.compile(f"^From {begins:%H:%M}: "))
    (stored,) = station.ledger.page(limit=1)
    triggered = stored.triggered_at.astimezone(UTC) + timedelta(minutes=offset_min)
    expect(page.locator(".parts-table tbody tr").first).to_contain_text(
        f"{triggered:%Y-%m-%d %H:%M:%S}"
    )
    context.close()
