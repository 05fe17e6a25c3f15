"""The Settings page: what is wrong is said at its field, and what restarts before it is saved."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect
from support.station import StationProcesses

from okng.device.settings.settings import load_settings


def test_a_broker_is_set_after_its_errors_and_a_question(
    page: Page, station: StationProcesses, complaints: list[str]
) -> None:
    before = station.config.read_text()
    page.goto("/settings")
    page.get_by_text("Publish results to an MQTT broker").click()
    page.get_by_label("Host name or IP address").fill("127.0.0.1")
    port = page.get_by_label("Port", exact=True)
    port.fill("1")
    page.get_by_role("button", name="Test the connection").click()
    expect(page.get_by_text("no broker listens on that port")).to_be_visible()
    port.fill("99999")
    page.get_by_role("button", name="Save…").click()
    expect(page.get_by_text("Allowed: a whole number, 1 to 65535.")).to_be_visible()
    port.fill("1")
    page.get_by_role("button", name="Save…").click()
    dialog = page.get_by_test_id("save-settings")
    expect(dialog).to_contain_text("The inspection. It stops for about ten seconds")
    dialog.get_by_role("button", name="Cancel").click()
    assert station.config.read_text() == before
    page.get_by_role("button", name="Save…").click()
    dialog.get_by_role("button", name="Save and restart").click()
    expect(page.get_by_test_id("restart")).to_contain_text("restarts with the new settings")
    assert station.processes.pop("device").wait(timeout=30) == 0
    # As systemd and `okng run` do.
    station.start_device()
    station.wait(lambda status: [sink.name for sink in status.sinks] == ["mqtt"])
    assert station.config.with_name("okng.toml.old").read_text() == before
    assert load_settings(station.config).sinks[0].name == "mqtt"
    # The browser reports each refusal, and the station while it was away.
    complaints.clear()


def test_a_camera_is_chosen_from_those_that_are_found(page: Page) -> None:
    found = {
        "cameras": [
            {
                "type": "pylon",
                "model": "a2A1920-160ucBAS",
                "serial": "40117890",
                "user_id": "",
                "interface": "USB",
                "simulated": False,
            }
        ],
        "unavailable": {},
    }
    # There is no real camera here.
    page.route("**/settings/cameras", lambda route: route.fulfill(body=json.dumps(found)))
    page.goto("/settings")
    page.get_by_label("Kind of camera").select_option("pylon")
    page.get_by_role("button", name="Use a2A1920-160ucBAS 40117890").click()
    expect(page.get_by_label("Serial number")).to_have_value("40117890")
    page.get_by_role("button", name="Save…").click()
    changes = page.get_by_test_id("settings-changes").locator("tbody")
    expect(changes).to_contain_text("Camera: Serial numbernot set40117890")
    expect(changes).to_contain_text("Camera: Camera emulatoryesno")
