"""Counters of shifts, NG alarms, versions of a recipe and receivers of results, on the pages."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from support.inspections import inspection
from support.old_broker import OldBroker
from support.page_checks import expect_nothing
from support.station import StationProcesses, free_port, write_pictures

from okng.device.ipc.commands import FireTrigger
from okng.device.recipes.alarm_settings import AlarmSettings
from okng.device.store.counters import CounterStore
from okng.device.store.ledger import LedgerEntry
from okng.device.store.outbox import Outbox
from okng.device.store.recipes import RecipeStore
from okng.device.types import Outcome, TriggerSource

SIZES = ({"width": 1024, "height": 600}, {"width": 390, "height": 844})
SMALLEST_TARGET_PX = 48
WCAG_AA = 4.5
TRIGGER = FireTrigger(source=TriggerSource.HTTP, wait_ms=20_000)
LENS = "Camera or light cleaned"
MOSQUITTO = shutil.which("mosquitto") or shutil.which("mosquitto", path="/usr/sbin")


@pytest.fixture(scope="module")
def old_broker() -> Iterator[OldBroker]:
    """A mosquitto behind a broker that speaks MQTT 3.1.1 only."""
    assert MOSQUITTO, "mosquitto is missing: apt-get install mosquitto"
    port = free_port()
    mosquitto = subprocess.Popen([MOSQUITTO, "-p", str(port)], stderr=subprocess.DEVNULL)
    broker = OldBroker(port, answers=True)
    yield broker
    broker.close()
    mosquitto.kill()
    mosquitto.wait()


@pytest.fixture(scope="module")
def station(
    tmp_path_factory: pytest.TempPathFactory, trained_models: Path, old_broker: OldBroker
) -> Iterator[StationProcesses]:
    folder = tmp_path_factory.mktemp("station")
    pictures = write_pictures(folder / "pictures", 6)
    station = StationProcesses(
        folder,
        {"type": "pylon", "emulate": True, "image_folder": str(pictures)},
        sinks=[
            {"type": "mqtt", "name": "mqtt", "host": "127.0.0.1", "port": old_broker.port},
            {"type": "mqtt", "name": "mes", "host": "127.0.0.1", "port": free_port()},
        ],
    )
    shutil.copytree(trained_models, station.data_dir / "models")
    station.start_device()
    station.start_web()
    # Every part is above this threshold.
    station.inspect(threshold=-1, alarms=AlarmSettings(consecutive_ng=2))
    yield station
    station.stop()


def check_sizes(page: Page) -> None:
    """The page fits, can be touched and read, on a small panel and on a telephone."""
    for size in SIZES:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        expect_nothing(page, "sidewaysScroll()")
        expect_nothing(page, f"smallTargets({SMALLEST_TARGET_PX})")
        expect_nothing(page, f"faintTexts({WCAG_AA})")
    page.set_viewport_size(SIZES[0])  # type: ignore[arg-type]


def give_reason(page: Page, reason: str, action: str) -> None:
    dialog = page.get_by_test_id("why")
    dialog.get_by_role("button", name=reason).click()
    dialog.get_by_role("button", name=action, exact=True).click()
    expect(dialog).to_have_count(0)


def open_recipe(page: Page) -> Locator:
    """The panel with the fields of the recipe."""
    page.goto("/configuration")
    page.get_by_role("tab", name="Recipe").click()
    return page.locator(".panel")


def test_an_alarm_is_listed_with_its_part_and_acknowledged(
    page: Page, station: StationProcesses
) -> None:
    for _ in range(2):
        station.client.ask(TRIGGER)
    page.goto("/results")
    page.get_by_role("tab", name="NG alarms").click()
    rows = page.get_by_test_id("alarms").locator("tbody tr")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("2 parts in a row are NG")
    expect(rows).to_contain_text("discs v1")
    check_sizes(page)
    rows.get_by_role("button", name="Part 2").click()
    detail = page.get_by_test_id("detail")
    expect(detail.get_by_test_id("verdict")).to_have_attribute("data-outcome", "NG")
    detail.get_by_role("button", name="Close").click()
    rows.get_by_role("button", name="Acknowledge").click()
    give_reason(page, LENS, "Acknowledge")
    expect(rows).to_contain_text(LENS)
    expect(rows).to_contain_text("admin")


def test_counters_of_the_shift_are_reset_and_those_of_earlier_shifts_stay(
    page: Page, station: StationProcesses
) -> None:
    yesterday = datetime.now(UTC) - timedelta(days=1)
    entries = [
        LedgerEntry(
            inspection(
                1000 + number,
                outcome=outcome,
                triggered_at=yesterday,
                recipe={"name": name, "version": 1},
                failed_rules=("dent",) if outcome is Outcome.NG else (),
            )
        )
        for number, (name, outcome) in enumerate(
            [("lids", Outcome.OK)] * 3 + [("lids", Outcome.NG), ("cups", Outcome.OK)]
        )
    ]
    station.ledger.record(entries, [])
    page.goto("/results")
    page.get_by_role("tab", name="Shifts").click()
    present = page.get_by_test_id("by-recipe").locator("tbody tr")
    expect(present).to_have_count(1)
    counted = station.ledger.totals().ng - 1
    expect(present.get_by_role("cell").nth(4)).to_have_text(str(counted))
    earlier = page.get_by_test_id("earlier-shifts").locator("tbody tr")
    expect(earlier).to_have_count(3)
    expect(earlier.nth(0)).to_contain_text("80.0 %")
    expect(earlier.nth(1)).to_contain_text("cups")
    expect(earlier.nth(2)).to_contain_text("dent 1")
    check_sizes(page)
    page.get_by_role("button", name="Reset counters").click()
    page.get_by_label("Counters of").select_option("discs")
    give_reason(page, "New lot", "Reset")
    expect(page.get_by_test_id("shift")).to_contain_text("No parts since then.")
    page.get_by_text("Resets", exact=True).click()
    expect(page.get_by_test_id("resets")).to_contain_text("discs: New lot")
    expect(page.get_by_test_id("resets")).to_contain_text("admin")
    expect(earlier).to_have_count(3)
    (reset,) = CounterStore(station.data_dir).resets()
    assert (reset.recipe, reset.why) == ("discs", "New lot")


def test_verdict_times_are_shown_by_recipe(page: Page, station: StationProcesses) -> None:
    station.client.ask(TRIGGER)
    page.goto("/results?tab=trend")
    page.get_by_text("Verdict times by recipe").click()
    row = page.get_by_test_id("latency").locator("tbody tr").filter(has_text="discs")
    expect(row.get_by_role("cell").nth(3)).to_contain_text("ms")
    check_sizes(page)


def test_a_refused_alarm_says_why_at_its_field(
    page: Page, station: StationProcesses, complaints: list[str]
) -> None:
    panel = open_recipe(page)
    panel.get_by_text("After NG parts among the last parts").click()
    limit = panel.get_by_label("NG parts", exact=True)
    limit.fill("60")
    limit.blur()
    panel.get_by_role("button", name="Apply").click()
    problem = panel.get_by_role("alert")
    expect(problem).to_have_text("limit is 60, but only the last 50 parts are looked at")
    # The browser's own line about the answer 422.
    complaints.clear()
    check_sizes(page)
    limit.fill("4")
    limit.blur()
    expect(problem).to_have_count(0)
    panel.get_by_role("button", name="Apply").click()
    status = station.wait(
        lambda status: bool(
            status.recipe and status.recipe.recipe.alarms and status.recipe.recipe.alarms.ng_of_last
        )
    )
    assert status.recipe
    assert status.recipe.recipe.alarms
    assert status.recipe.recipe.alarms.consecutive_ng == 2
    assert status.recipe.recipe.alarms.ng_of_last
    assert status.recipe.recipe.alarms.ng_of_last.limit == 4


def test_a_version_is_compared_and_restored(page: Page, station: StationProcesses) -> None:
    station.inspect(threshold=-1, alarms=AlarmSettings(consecutive_ng=2))
    station.inspect(threshold=2.5, time_limit_ms=400)
    versions = RecipeStore(station.data_dir).versions("discs")
    newest = versions[0].version
    panel = open_recipe(page)
    panel.get_by_text("Versions of discs").click()
    panel.get_by_role("button", name="Compare version 1").click()
    dialog = page.get_by_test_id("comparison")
    rows = dialog.get_by_test_id("differences").locator("tbody tr")
    expect(rows.filter(has_text="Threshold")).to_contain_text("-12.5")
    expect(rows.filter(has_text="Time limit")).to_have_text("Time limitnot set400 ms")
    expect(rows).to_have_count(4)
    check_sizes(page)
    dialog.get_by_role("button", name="Restore version 1").click()
    give_reason(page, "Bad parts were accepted", "Restore")
    expect(dialog).to_have_count(0)
    restored = RecipeStore(station.data_dir).get("discs")
    assert restored
    assert (restored.version, restored.author) == (newest + 1, "admin")
    assert restored.recipe.threshold == -1
    note = f"Version 1 restored after version {newest}: Bad parts were accepted"
    assert restored.recipe.note == note
    expect(panel.get_by_test_id("versions")).to_contain_text(note)


def test_receivers_show_their_backlog_and_what_their_connection_lacks(
    page: Page, station: StationProcesses, old_broker: OldBroker
) -> None:
    station.client.ask(TRIGGER)
    waiting = Outbox(station.data_dir, "mes").pending()
    page.goto("/line")
    old = page.get_by_test_id("receiver-mqtt")
    expect(old).to_contain_text("the broker speaks MQTT 3.1.1 only")
    expect(old).to_contain_text("None")
    away = page.get_by_test_id("receiver-mes")
    expect(away).to_contain_text("not connected")
    expect(away).to_contain_text(f"{waiting} result")
    expect(away).to_contain_text(re.compile(r"the oldest for (less than a|\d) minute"))
    check_sizes(page)
