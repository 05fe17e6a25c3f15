"""The Line page: a PLC's handshake as a person sees it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from support.page_checks import expect_nothing
from support.station import StationProcesses, eventually, free_port, write_pictures

from okng.device.ipc.commands import SetMode
from okng.device.plc_sim.connection import PlcConnectionError
from okng.device.plc_sim.modbus import ModbusConnection
from okng.device.plc_sim.virtual_plc import IDLE
from okng.device.types import Mode

SMALLEST_TARGET_PX = 48
SIZES = ({"width": 1024, "height": 600}, {"width": 390, "height": 844})
STEPS = re.compile(r"(V\d+H[\d.]+){5}")
"""The line of a bit that rose and fell twice."""
ENABLED = IDLE | {"trigger_enable": True}


@pytest.fixture(scope="module")
def wire_port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def station(
    tmp_path_factory: pytest.TempPathFactory, trained_models: Path, wire_port: int
) -> Iterator[StationProcesses]:
    folder = tmp_path_factory.mktemp("station")
    camera = {
        "type": "pylon",
        "emulate": True,
        "image_folder": str(write_pictures(folder / "pictures", 6)),
    }
    wire = {"type": "modbus", "port": wire_port, "plc_timeout_ms": 60_000}
    station = StationProcesses(folder, camera, wires=[wire])
    shutil.copytree(trained_models, station.data_dir / "models")
    station.start_device()
    station.start_web()
    yield station
    station.stop()


@pytest.fixture
def plc(wire_port: int) -> Iterator[ModbusConnection]:
    plc = ModbusConnection("127.0.0.1", wire_port)

    def opens() -> bool:
        try:
            plc.open()
        except PlcConnectionError:
            return False
        return True

    eventually(opens)
    yield plc
    plc.close()


def lamp(card: Locator, name: str) -> Locator:
    return card.locator(f'li[data-signal="{name}"]')


def test_a_handshake_is_seen_as_it_happens(
    page: Page, station: StationProcesses, plc: ModbusConnection
) -> None:
    page.goto("/configuration")
    page.get_by_role("link", name="Line").click()
    card = page.get_by_role("region", name="Wire modbus")
    plate = card.get_by_test_id("ready-plate")
    expect(plate).to_contain_text("No PLC")
    plc.write(ENABLED)
    expect(plate).to_contain_text("The station shows the live view.")
    plc.write(ENABLED | {"trigger": True})
    expect(card.get_by_test_id("acquisition-error")).to_contain_text("Not online")
    plc.write(ENABLED)
    station.inspect(number=3)
    expect(plate).to_contain_text("Ready")
    expect(card).to_contain_text("3: discs version 1")

    plc.write(ENABLED | {"trigger": True, "part_id": "A-7"})
    expect(lamp(card, "trigger_ack")).to_have_attribute("data-high", "true")
    expect(lamp(card, "results_valid")).to_contain_text("high")
    expect(plate).to_contain_text("trigger is high")
    expect(card.get_by_test_id("wire-result")).to_contain_text("(A-7)")
    expect(card.get_by_test_id("acquisition-error")).to_have_text("None")
    plc.write(ENABLED | {"results_ack": True})
    expect(lamp(card, "results_valid")).to_contain_text("low")
    plc.write(ENABLED)
    expect(plate).to_contain_text("Ready")
    newest = page.get_by_test_id("triggers").get_by_role("row").nth(1)
    expect(newest).to_contain_text("PLC over Modbus")
    expect(newest).to_contain_text("A-7")

    card.get_by_label("Time shown").select_option("60 s")
    rises = card.locator('[data-signal="trigger"] path')
    expect(rises).to_have_attribute("d", STEPS)
    pause = card.get_by_role("button", name="Pause")
    pause.click()
    frozen = rises.get_attribute("d")
    expect(lamp(card, "online")).to_contain_text("high")
    station.client.ask(SetMode(mode=Mode.LIVE, author="tests"))
    expect(lamp(card, "online")).to_contain_text("low")
    assert rises.get_attribute("d") == frozen
    for size in SIZES:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        expect_nothing(page, "sidewaysScroll()")
        expect_nothing(page, f"smallTargets({SMALLEST_TARGET_PX})")
        expect_nothing(page, "faintTexts(4.5)")
    with page.expect_download() as download:
        card.get_by_role("link", name="Export VCD").click()
    assert download.value.suggested_filename == "modbus.vcd"
    assert "$timescale 1 us $end" in download.value.path().read_text()


def test_the_recipe_gets_a_number_for_the_plc(page: Page, station: StationProcesses) -> None:
    page.goto("/configuration")
    page.get_by_role("tab", name="Recipe").click()
    number = page.get_by_label("Number for the PLC")
    number.fill("12")
    number.blur()
    page.get_by_role("button", name="Apply").click()
    station.wait(lambda status: bool(status.recipe) and status.recipe.recipe.number == 12)
    page.reload()
    page.get_by_role("tab", name="Recipe").click()
    expect(number).to_have_value("12")
    number.fill("0")
    number.blur()
    page.get_by_role("button", name="Apply").click()
    station.wait(lambda status: bool(status.recipe) and status.recipe.recipe.number is None)
