"""A short message can be read and pressed where a person is: also in a dialog."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Page, expect
from support.station import StationProcesses

from okng.device.ipc.commands import FireTrigger
from okng.device.types import TriggerSource


def test_a_message_is_in_the_dialog_and_stays_when_it_closes(
    page: Page, station: StationProcesses, trained_models: Path
) -> None:
    shutil.copytree(trained_models, station.data_dir / "models")
    station.inspect()
    station.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=20_000))
    page.goto("/results")
    page.get_by_role("button", name="Part 1", exact=True).click()
    detail = page.get_by_test_id("detail")
    detail.get_by_role("button", name="As OK").click()
    message = detail.get_by_role("status").filter(has_text="discs")
    expect(message).to_be_visible()
    dismiss = message.get_by_role("button", name="Dismiss")
    # It fails where something covers the button.
    dismiss.click(trial=True)
    detail.get_by_role("button", name="Close").click()
    expect(detail).to_have_count(0)
    message = page.locator(".notices-place").get_by_role("status").filter(has_text="discs")
    expect(message).to_be_visible()
    message.get_by_role("button", name="Dismiss").click()
    expect(message).to_have_count(0)
