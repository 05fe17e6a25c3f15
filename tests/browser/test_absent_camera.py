"""A configured camera that isn't connected is shown as absent, with what to do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from support.station import StationProcesses

SERIAL = "40000000"


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StationProcesses]:
    station = StationProcesses(
        tmp_path_factory.mktemp("absent"), {"type": "pylon", "serial": SERIAL}
    )
    station.start_device(streaming=False)
    station.start_web()
    yield station
    station.stop()


def test_it_is_said_with_what_to_do(page: Page) -> None:
    page.goto("/configuration")
    expect(page.get_by_test_id("camera-state")).to_have_text("Camera not connected")
    banner = page.locator(".banner")
    expect(banner).to_contain_text(SERIAL)
    expect(banner).to_contain_text("cable")
    expect(page.locator(".covering")).to_contain_text("Camera not connected")
