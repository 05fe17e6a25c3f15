"""A model that finds too few defects, a worse version, and a defect beside a good part."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from support.altered_model import blind, forgetful, write_altered
from support.page_checks import expect_nothing
from support.station import StationProcesses

from okng.device.datasets.store import DatasetStore
from okng.device.ipc.commands import FireTrigger
from okng.device.store.promotions import PromotionStore
from okng.device.types import Label, TriggerSource

SMALLEST_TARGET_PX = 48
DEFECT = 10
"""The first part with a scratch."""


@pytest.fixture(scope="module")
def quality(station: StationProcesses, trained_models: Path) -> StationProcesses:
    """Version 1 as trained, 2 that finds nothing, 3 that finds three defects fewer than 1."""
    models = shutil.copytree(trained_models, station.data_dir / "models")
    write_altered(models, "discs", blind)
    write_altered(models, "discs", forgetful(3))
    store = DatasetStore(station.data_dir)
    for folder, label in (("good", Label.NORMAL), ("mixed", Label.ANOMALY)):
        pictures = sorted((trained_models.parent / folder).iterdir())
        store.import_files(pictures, "discs", label, "tests")
    station.start_host()
    return station


def choose(page: Page, version: int) -> None:
    page.locator(".versions").get_by_role("button", name=f"version {version}").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"version {version}")


def check_page(page: Page) -> None:
    expect_nothing(page, "sidewaysScroll()")
    expect_nothing(page, f"smallTargets({SMALLEST_TARGET_PX})")
    expect_nothing(page, "faintTexts(4.5)")


def test_a_poor_model_and_a_worse_one_are_used_only_by_a_person_who_says_so(
    page: Page, quality: StationProcesses, complaints: list[str]
) -> None:
    page.goto("/model")
    choose(page, 2)
    message = page.get_by_test_id("assessment")
    expect(message).to_contain_text("finds none of the 12 anomalous test pictures")
    expect(message.get_by_role("link", name="Check dataset")).to_be_visible()
    check_page(page)
    page.get_by_role("button", name="Use this version in the recipe").click()
    consent = page.get_by_test_id("consent")
    expect(consent).to_contain_text("finds none of the 12")
    consent.get_by_role("button", name="Don't use it").click()
    expect(consent).to_be_hidden()
    assert PromotionStore(quality.data_dir).page() == []
    page.get_by_role("button", name="Use this version in the recipe").click()
    consent.get_by_role("button", name="Use anyway").click()
    expect(page.locator(".detail-head")).to_contain_text("in use")

    choose(page, 1)
    expect(message).to_be_hidden()
    page.get_by_role("button", name="Promote", exact=True).click()
    dialog = page.get_by_test_id("why")
    dialog.get_by_role("button", name="Promote", exact=True).click()
    expect(dialog).to_be_hidden()

    choose(page, 3)
    page.get_by_role("button", name="Promote", exact=True).click()
    expect(dialog.get_by_test_id("objection")).to_contain_text("It finds 3 fewer of 12 defects.")
    figures = dialog.get_by_test_id("comparison-figures")
    expect(figures).to_contain_text("12 of 12")
    expect(figures).to_contain_text("9 of 12")
    expect(dialog.locator(".picture")).to_have_count(3)
    expect(dialog.locator(".picture").first).to_contain_text("version 1 is right")
    check_page(page)
    dialog.get_by_role("button", name="New light or camera").click()
    dialog.get_by_role("button", name="Promote anyway").click()
    expect(dialog).to_be_hidden()
    page.locator(".history summary").click()
    newest = page.get_by_test_id("promotions").get_by_role("listitem").first
    expect(newest).to_contain_text("Used in spite of:")
    expect(newest).to_contain_text("It finds 3 fewer of 12 defects.")
    # What the station refused first.
    assert all("409" in complaint for complaint in complaints)
    complaints.clear()


def test_a_defect_is_shown_beside_the_same_place_of_a_good_part(
    page: Page, quality: StationProcesses, complaints: list[str]
) -> None:
    quality.inspect()
    page.goto("/inspection")
    for _ in range(DEFECT - 1):
        quality.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=10_000))
    verdict = page.get_by_test_id("verdict")
    expect(verdict).to_have_attribute("data-outcome", "OK")
    expect(page.get_by_role("button", name="Show heat map")).to_be_visible()
    expect(page.get_by_test_id("heat-map")).to_be_hidden()
    quality.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=10_000))
    expect(verdict).to_have_attribute("data-outcome", "NG")
    expect(page.get_by_test_id("heat-map")).to_be_visible()
    page.get_by_role("button", name="Compare with a good part").click()
    pair = page.get_by_test_id("nearest-good")
    expect(pair.get_by_role("img", name="This part")).to_be_visible()
    expect(pair.get_by_role("img", name="Nearest good part, same place")).to_be_visible()
    check_page(page)
    page.get_by_role("button", name="Details").click()
    page.get_by_test_id("detail").get_by_role("button", name="Compare with a good part").click()
    expect(page.get_by_test_id("detail").get_by_test_id("nearest-good")).to_be_visible()
