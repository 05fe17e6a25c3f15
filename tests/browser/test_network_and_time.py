"""Results without a network, in other time zones, by filters in the address, and reviewed."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from support.station import StationProcesses

from okng.device.ipc.commands import FireTrigger
from okng.device.store.reviews import ReviewStore
from okng.device.types import TriggerSource, Verdict

CHECKS = (Path(__file__).parent / "checks.js").read_text()
SMALLEST_TARGET_PX = 48
PHONE = {"width": 390, "height": 800}
SWIPE_RIGHT = """element => {
  for (const [type, clientX] of [["pointerdown", 100], ["pointermove", 240], ["pointerup", 240]])
    element.dispatchEvent(new PointerEvent(type, {
      clientX, pointerType: "touch", isPrimary: true, bubbles: true,
    }));
}"""
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
    page.goto("/results?tab=trend")
    chart = page.get_by_test_id("hour-chart")
    expect(chart.locator("title").last).to_contain_text("OK")
    hour = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    begins = hour + timedelta(minutes=offset_min)
    expect(chart.locator("title").last).to_have_text(re.compile(f"^From {begins:%H:%M}: "))
    page.get_by_role("tab", name="Parts").click()
    (stored,) = station.ledger.page(limit=1)
    triggered = stored.triggered_at.astimezone(UTC) + timedelta(minutes=offset_min)
    expect(page.locator(".parts-table tbody tr").first).to_contain_text(
        f"{triggered:%b} {triggered.day}, {triggered:%Y, %H:%M:%S}"
    )
    context.close()


def test_filters_are_in_the_address_and_back_closes_a_part_before_it_leaves(
    page: Page, station: StationProcesses
) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/results")
    page.get_by_test_id("total-OK").click()
    expect(page).to_have_url(re.compile(r"\?outcome=OK$"))
    page.locator(".parts-table tbody tr").first.click()
    detail = page.get_by_test_id("detail")
    picture = detail.get_by_test_id("part-picture")
    expect(picture).to_be_visible()
    box = picture.bounding_box()
    assert box
    assert (box["width"] > 300, box["height"] > 200) == (True, True), "it had 0 x 0 pixels"
    page.go_back()
    expect(detail).to_have_count(0)
    expect(page).to_have_url(re.compile(r"\?outcome=OK$"))
    page.locator(".parts-table tbody tr").first.click()
    detail.get_by_role("button", name="Close").click()
    expect(detail).to_have_count(0)
    page.go_back()
    expect(page).to_have_url(f"{station.url}/results")

    (stored,) = station.ledger.page(limit=1)
    page.get_by_label("Part number or ID").fill(str(stored.trigger_id))
    page.get_by_role("button", name="Find").click()
    expect(page.locator(".parts-table tbody tr")).to_have_count(1)
    looks_right(page)


def test_parts_are_reviewed_on_the_wall_by_key_and_swipe_and_taken_back(
    page: Page, station: StationProcesses
) -> None:
    station.inspect(review_distance=1e6)
    for _ in range(3):
        station.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=10_000))
    newest, middle, _ = (part.seq for part in station.ledger.page(limit=3))
    page.set_viewport_size(PHONE)
    page.goto("/results?tab=review")
    cards, left = page.get_by_test_id("review-card"), page.get_by_test_id("left")
    expect(cards).to_have_count(3)
    looks_right(page)
    page.keyboard.press("n")
    expect(left).to_have_text("2")
    cards.first.locator(".review-picture").evaluate(SWIPE_RIGHT)
    expect(left).to_have_text("1")
    reviews = ReviewStore(station.data_dir)
    verdicts = {seq: review.verdict for seq, review in reviews.of([newest, middle]).items()}
    assert verdicts == {newest: Verdict.NG, middle: Verdict.OK}
    page.get_by_role("button", name="Undo part").click()
    expect(left).to_have_text("2")
    expect(cards).to_have_count(2)
    assert list(reviews.of([newest, middle])) == [newest]


def looks_right(page: Page) -> None:
    page.evaluate(CHECKS)
    assert page.evaluate("checks.sidewaysScroll()") == 0
    assert page.evaluate(f"checks.smallTargets({SMALLEST_TARGET_PX})") == []
    assert page.evaluate("checks.faintTexts(4.5)") == []
