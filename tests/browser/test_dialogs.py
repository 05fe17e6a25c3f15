"""Every dialog, and pages full of data, are usable by everybody: axe-core finds nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from support.axe import needs_axe, violations
from support.marked_parts import marked_part
from support.page_checks import expect_nothing
from support.station import StationProcesses

from okng.device.datasets.store import DatasetStore
from okng.device.ipc.commands import FireTrigger
from okng.device.types import Label, TriggerSource

pytestmark = [pytest.mark.slow, needs_axe]

PARTS = 10
"""The last of them has a scratch."""


@pytest.fixture(scope="module")
def busy_station(station: StationProcesses, two_versions: Path) -> StationProcesses:
    """A station that has inspected parts, and has a dataset, a second model and two recipes."""
    shutil.copytree(two_versions, station.data_dir / "models")
    store = DatasetStore(station.data_dir)
    for seed in (1, 2, 3):
        store.add(marked_part(seed, 240)[0], "marks", Label.ANOMALY, "ann")
    station.inspect()
    station.inspect(review_distance=1.0)
    for _ in range(PARTS):
        station.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=10_000))
    return station


def press(*names: str) -> Callable[[Page], None]:
    def open_it(page: Page) -> None:
        for name in names:
            page.get_by_role("button", name=name, exact=True).first.click()

    return open_it


def open_part(page: Page) -> None:
    page.get_by_role("button", name="Part 1", exact=True).click()
    page.get_by_test_id("detail").get_by_role("img").first.wait_for()


def draw(what: str) -> Callable[[Page], None]:
    return lambda page: page.get_by_label(f"{what} picture 3").click()


def promote_version_2(page: Page) -> None:
    page.locator(".versions").get_by_role("button", name="version 2").click()
    page.get_by_role("button", name="Promote", exact=True).click()


def compare_recipes(page: Page) -> None:
    page.get_by_role("tab", name="Recipe").click()
    page.get_by_test_id("versions").locator("summary").click()
    page.get_by_role("button", name="Compare version 1").click()


def select_pictures(page: Page) -> None:
    page.get_by_role("button", name="Select", exact=True).click()


DIALOGS: dict[str, tuple[str, Callable[[Page], None]]] = {
    "part": ("results", open_part),
    "boxes": ("training", draw("Draw boxes in")),
    "mask": ("training", draw("Draw the mask of")),
    "import": ("training", press("Import")),
    "export": ("training", press("Export")),
    "selection": ("training", select_pictures),
    "promotion": ("model", promote_version_2),
    "trusted stations": ("model", press("Trusted stations")),
    "recipe versions": ("configuration", compare_recipes),
    "shortcuts": ("account", press("Keyboard shortcuts")),
    "inspection": ("inspection", lambda page: page.get_by_test_id("verdict").wait_for()),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_is_usable_by_everybody(
    page: Page, busy_station: StationProcesses, name: str
) -> None:
    address, open_dialog = DIALOGS[name]
    page.goto(f"/{address}")
    page.get_by_test_id("camera-state").wait_for()
    open_dialog(page)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
        assert violations(page) == [], scheme
    expect_nothing(page, "silentControls()")
