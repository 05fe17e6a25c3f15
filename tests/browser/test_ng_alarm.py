"""An NG alarm stops the station until somebody says on the page what was found."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Page, expect
from support.station import StationProcesses

from okng.device.ipc.commands import FireTrigger
from okng.device.recipes.alarm_settings import AlarmSettings
from okng.device.store.ng_alarms import NgAlarmStore
from okng.device.types import TriggerSource


def test_an_alarm_is_acknowledged_on_the_page(
    page: Page, station: StationProcesses, trained_models: Path
) -> None:
    shutil.copytree(trained_models, station.data_dir / "models")
    # Every part is above this threshold.
    station.inspect(threshold=-1, alarms=AlarmSettings(consecutive_ng=2, stop=True))
    page.goto("/inspection")
    banner = page.locator(".banner")
    trigger = FireTrigger(source=TriggerSource.HTTP, wait_ms=20_000)
    station.client.ask(trigger)
    expect(banner).to_have_count(0)
    station.client.ask(trigger)
    expect(banner).to_contain_text("2 parts in a row are NG")
    banner.get_by_role("button", name="Acknowledge").click()
    dialog = page.get_by_test_id("why")
    acknowledge = dialog.get_by_role("button", name="Acknowledge")
    expect(acknowledge).to_be_disabled()
    dialog.get_by_role("button", name="Camera or light cleaned").click()
    acknowledge.click()
    expect(banner).to_have_count(0)
    (alarm,) = NgAlarmStore(station.data_dir).page()
    assert (alarm.why, alarm.stop) == ("Camera or light cleaned", True)
    assert station.client.ask(trigger).inspection
