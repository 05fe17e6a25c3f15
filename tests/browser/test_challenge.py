"""A challenge on the page: known parts one after the other, its report, and the way around it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from support.station import PASSWORD, StationProcesses, over_all_parts

from okng.device.challenge_part import ChallengePart
from okng.device.ipc.commands import FireTrigger
from okng.device.recipes.challenge_settings import ChallengeSettings
from okng.device.store.challenges import ChallengeResult, ChallengeStore
from okng.device.types import TriggerSource

LATCH, SCRATCHED = (
    ChallengePart(name="good latch", expected="OK"),
    ChallengePart(name="scratched latch", expected="NG"),
)
TRIGGER = FireTrigger(source=TriggerSource.HTTP, wait_ms=20_000)


@pytest.fixture(scope="module", autouse=True)
def models(station: StationProcesses, trained_models: Path) -> Path:
    shutil.copytree(trained_models, station.data_dir / "models")
    return trained_models


def test_the_operator_checks_each_part_and_production_goes_on(
    page: Page, station: StationProcesses
) -> None:
    # The camera plays good parts first; the second part is asked for as NG and judged OK.
    station.inspect(challenge=ChallengeSettings(parts=(LATCH, SCRATCHED)))
    page.goto("/line")
    banner = page.locator(".banner")
    expect(banner).to_contain_text("Challenge due for recipe discs (recipe start)")
    banner.get_by_role("link", name="Check parts").click()
    expect(page.get_by_text("Put good latch under the camera and press Check.")).to_be_visible()
    check = page.get_by_role("button", name="Check", exact=True)
    check.click()
    good, scratched = (page.get_by_test_id("challenge-part").nth(place) for place in (0, 1))
    expect(good).to_contain_text("as expected")
    expect(page.get_by_text("Put scratched latch under the camera")).to_be_visible()
    check.click()
    expect(scratched).to_contain_text("repeat it")
    expect(banner).to_have_count(1)
    # A scratched part comes within the next pictures.
    for _ in range(10):
        if not scratched.is_visible():
            break
        check.click()
        expect(check.or_(page.get_by_role("button", name="Trigger"))).to_be_enabled()
    expect(banner).to_have_count(0)
    expect(page.get_by_role("button", name="Trigger")).to_be_visible()
    assert station.client.ask(TRIGGER).inspection
    page.goto("/line")
    row = page.get_by_test_id("challenge-report").first
    expect(row).to_contain_text("Passed")
    expect(row).to_contain_text("wrong")
    expect(row).to_contain_text("admin")
    row.get_by_role("button").last.click()
    expect(page.get_by_test_id("detail")).to_contain_text("scratched latch, expected NG, by admin")


def test_overriding_asks_for_a_reason_and_the_password(
    page: Page, station: StationProcesses, models: Path, complaints: list[str]
) -> None:
    station.inspect(
        challenge=ChallengeSettings(parts=(SCRATCHED,)), threshold=over_all_parts(models)
    )
    page.goto("/inspection")
    page.get_by_role("button", name="Override…").click()
    dialog = page.get_by_test_id("why")
    override = dialog.get_by_role("button", name="Override")
    dialog.get_by_role("button", name="Known part is missing").click()
    expect(override).to_be_disabled()
    password = dialog.get_by_label("Your password")
    password.fill("a guess")
    override.click()
    expect(
        page.get_by_text("the password is wrong; the challenge is not overridden")
    ).to_be_visible()
    complaints.clear()
    password.fill(PASSWORD)
    override.click()
    expect(page.locator(".banner")).to_have_count(0)
    report = ChallengeStore(station.data_dir).page()[0]
    assert (report.result, report.author, report.why) == (
        ChallengeResult.OVERRIDDEN,
        "admin",
        "Known part is missing",
    )


def test_a_challenge_is_set_up_on_the_configuration_page(
    page: Page, station: StationProcesses, complaints: list[str]
) -> None:
    station.inspect()
    page.goto("/configuration")
    page.get_by_role("tab", name="Recipe").click()
    page.get_by_text("Challenge with known parts").click()
    page.get_by_text("Once in every shift").click()
    page.get_by_label("Name").nth(1).fill("good part")
    page.get_by_role("button", name="Apply").click()
    settings = page.get_by_role("region", name="Challenge")
    expect(settings.get_by_role("alert")).to_contain_text("good part")
    complaints.clear()
    page.get_by_label("Name").nth(1).fill("bent latch")
    page.get_by_role("button", name="Apply").click()
    expect(page.locator(".banner")).to_contain_text("its 2 known parts")
    (due, *_) = ChallengeStore(station.data_dir).page()
    assert due.result is None
    assert [part.name for part in due.parts] == ["good part", "bent latch"]
