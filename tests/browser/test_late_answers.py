"""Answers that arrive in another order than they were asked: the newest choice stays shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import numpy as np
import pytest
from playwright.sync_api import Page, Route, expect
from support.inspections import inspection
from support.station import StationProcesses

from okng.device.datasets.store import DatasetStore
from okng.device.store.ledger import LedgerEntry
from okng.device.types import DatasetPicture, Label, Outcome

SIDE = 8
"""Of a picture in pixels."""
SHOWN_AT_FIRST = 60

CHOOSE_LEFT_AT_ONCE = """
new MutationObserver((_, observer) => {
  const option = document.querySelector("option[value=left]");
  if (!option) return;
  observer.disconnect();
  option.parentElement.value = "left";
  option.parentElement.dispatchEvent(new Event("change", { bubbles: true }));
}).observe(document, { childList: true, subtree: true });
"""


def add_picture(store: DatasetStore, dataset: str, number: int) -> DatasetPicture:
    image = np.full((SIDE, SIDE), number, np.uint8)
    return store.add(image, dataset, Label.NORMAL, "ann")


@pytest.fixture
def kept(station: StationProcesses) -> DatasetPicture:
    """The only picture of the dataset `chosen`, beside many of the dataset `left`."""
    store = DatasetStore(station.data_dir)
    if not store.pictures("left"):
        for number in range(SHOWN_AT_FIRST + 1):
            add_picture(store, "left", number)
        add_picture(store, "chosen", 200)
    (picture,) = store.pictures("chosen")
    return picture


@contextmanager
def late_answers(page: Page, url: str) -> Iterator[None]:
    """Lets the answers to requests of the block that match `url` come at its end."""
    held: list[Route] = []
    # Playwright refuses the method of a built-in type.
    page.route(url, lambda route: held.append(route))
    yield
    assert held
    for route in held:
        with page.expect_event("requestfinished", lambda request, r=route: request == r.request):
            route.continue_()
    page.unroute(url)
    # An answer is shown in the frame after it has been read.
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")


def choose_dataset(page: Page, name: str, held: bool = False) -> None:
    choice = page.get_by_role("combobox", name="Dataset")
    if held:
        with page.expect_request(f"**/datasets/{name}/pictures*"):
            choice.select_option(name)
    else:
        choice.select_option(name)


def expect_only(page: Page, picture: DatasetPicture) -> None:
    pictures = page.get_by_label("Pictures of the dataset").locator("li.picture")
    expect(pictures).to_have_count(1)
    expect(page.get_by_test_id(f"picture-{picture.picture_id}")).to_be_visible()


def test_pictures_of_the_dataset_chosen_before_do_not_replace_those_of_this_one(
    page: Page, kept: DatasetPicture
) -> None:
    page.goto("/training")
    choose_dataset(page, "chosen")
    expect_only(page, kept)
    with late_answers(page, "**/datasets/left/pictures*"):
        choose_dataset(page, "left", held=True)
        # Pictures of the dataset chosen before are no longer offered.
        expect(page.get_by_test_id(f"picture-{kept.picture_id}")).to_have_count(0)
        choose_dataset(page, "chosen")
        expect_only(page, kept)
    expect_only(page, kept)


def test_a_dataset_chosen_at_once_is_not_replaced_by_the_one_offered_first(
    page: Page, kept: DatasetPicture
) -> None:
    page.add_init_script(CHOOSE_LEFT_AT_ONCE)
    # The status comes before the list of datasets.
    with late_answers(page, "**/api/v1/datasets"):
        page.goto("/training")
        expect(page.get_by_test_id("mode")).to_be_visible()
    pictures = page.get_by_label("Pictures of the dataset").locator("li.picture")
    expect(pictures).to_have_count(SHOWN_AT_FIRST)
    expect(page.get_by_role("combobox", name="Dataset")).to_have_value("left")


def test_older_pictures_are_not_added_to_those_of_another_dataset(
    page: Page, kept: DatasetPicture
) -> None:
    page.goto("/training")
    choose_dataset(page, "left")
    pictures = page.get_by_label("Pictures of the dataset").locator("li.picture")
    expect(pictures).to_have_count(SHOWN_AT_FIRST)
    older = page.get_by_role("button", name="Show older pictures")
    with late_answers(page, "**/datasets/left/pictures*"):
        with page.expect_request("**/datasets/left/pictures*"):
            older.click()
        choose_dataset(page, "chosen")
        expect_only(page, kept)
    expect_only(page, kept)
    # Undisturbed, they are added.
    choose_dataset(page, "left")
    older.click()
    expect(pictures).to_have_count(SHOWN_AT_FIRST + 1)


def test_parts_of_the_filter_chosen_before_do_not_replace_those_of_this_one(
    page: Page, station: StationProcesses
) -> None:
    now = datetime.now(UTC)
    station.ledger.record(
        [
            LedgerEntry(inspection(500, triggered_at=now)),
            LedgerEntry(inspection(501, triggered_at=now, outcome=Outcome.NG)),
        ],
        [],
    )
    page.goto("/results")
    rows = page.locator(".parts-table tbody tr")
    expect(rows).to_have_count(2)
    with late_answers(page, "**/inspections?outcome=NG*"):
        with page.expect_request("**/inspections?outcome=NG*"):
            page.get_by_test_id("total-NG").click()
        page.get_by_test_id("total-OK").click()
        expect(rows).to_have_count(1)
        expect(page.get_by_role("button", name="Part 500")).to_be_visible()
    expect(rows).to_have_count(1)
    expect(page.get_by_role("button", name="Part 500")).to_be_visible()


def test_a_recipe_is_not_edited_before_the_one_that_runs_is_known(page: Page) -> None:
    """Applied, it would replace the running one by that of a new station."""
    apply = page.get_by_role("button", name="Apply")
    unanswered = ("**/api/v1/status", "**/api/v1/events")
    for url in unanswered:
        page.route(url, lambda _: None)
    with page.expect_request(unanswered[1]):
        page.goto("/configuration")
    expect(page.get_by_role("heading", name="Configuration", exact=True)).to_be_attached()
    expect(apply).to_be_hidden()
    for url in unanswered:
        page.unroute(url)
    # The page asks again by itself.
    expect(apply).to_be_visible()


def test_a_picture_gets_the_label_that_was_chosen_before_its_trigger(
    page: Page, station: StationProcesses
) -> None:
    page.goto("/training")
    trigger = page.get_by_role("button", name="Trigger")
    choose_dataset(page, "chosen")
    page.get_by_role("radio", name="Normal").click()
    expect(trigger).to_be_enabled()
    with late_answers(page, "**/api/v1/mode"):
        with page.expect_request("**/api/v1/mode"):
            page.get_by_role("radio", name="Anomaly").click()
        trigger.click()
    expect(page.get_by_test_id("last-picture")).to_contain_text("anomaly")
    pictures = DatasetStore(station.data_dir).pictures("chosen", label=Label.ANOMALY)
    assert len(pictures) == 1
