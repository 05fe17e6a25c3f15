"""One person labels, another audits blind, and what differs is adjusted; the figures are right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from support.page_checks import expect_nothing
from support.station import StationProcesses

from okng.device.datasets.store import DatasetStore
from okng.device.labelling.labelling import Labelling
from okng.device.types import Label

TAB = "/dataset?dataset=parts&tab=labelling"
AUDITOR = "bert"


@pytest.fixture
def parts(station: StationProcesses, logged_in: str, pictures: Path) -> DatasetStore:
    """Four pictures; nobody who labels or audits has added them."""
    store = DatasetStore(station.data_dir)
    if not store.pictures("parts"):
        store.import_files(sorted(pictures.iterdir())[7:11], "parts", Label.NORMAL, "import")
    return store


@pytest.fixture
def auditor(
    browser: Browser, page: Page, station: StationProcesses, parts: DatasetStore
) -> Iterator[Page]:
    """A second person, whom the first one adds, and who logs in with the generated password."""
    page.goto("/account")
    people = page.get_by_role("region", name="People")
    people.get_by_role("button", name="Add a person").click()
    people.get_by_label("Name of the person").fill(AUDITOR)
    people.get_by_role("button", name="Add a person").click()
    password = people.get_by_test_id("issued-password").locator("pre").inner_text()
    context = browser.new_context(
        base_url=station.url, viewport={"width": 390, "height": 844}, has_touch=True
    )
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto("/login")
    page.get_by_label("User name").fill(AUDITOR)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()
    expect(page).not_to_have_url(f"{station.url}/login")
    yield page
    context.close()


def make_job(page: Page, name: str, *steps: str, kind: str = "Label pictures") -> None:
    page.goto(TAB)
    page.get_by_role("button", name="New labelling job").click()
    dialog = page.get_by_role("dialog", name="New labelling job")
    expect(dialog.get_by_text("Enter a name first.")).to_be_visible()
    dialog.get_by_label("Name of the job").fill(name)
    dialog.get_by_role("radio", name=kind).click()
    for step in steps:
        dialog.get_by_text(step, exact=True).click()
    dialog.get_by_role("button", name="Create job").click()
    expect(dialog).to_have_count(0)


def shown_picture(page: Page) -> str | None:
    return page.get_by_test_id("labelling-picture").get_by_role("img").get_attribute("alt")


def job_card(page: Page, name: str):  # type: ignore[no-untyped-def]
    heading = page.get_by_role("heading", name=name, exact=True)
    return page.get_by_test_id("labelling-job").filter(has=heading)


def test_one_labels_one_audits_and_it_is_adjusted(
    page: Page, auditor: Page, parts: DatasetStore, station: StationProcesses
) -> None:
    ids = [picture.picture_id for picture in parts.pictures("parts")]
    names = [f"Picture {number}" for number in ids]
    picture = page.get_by_test_id("labelling-picture").get_by_role("img")

    # The first person labels: by keys and by buttons, with an attribute, and once back.
    make_job(page, "first look", "Type of defect")
    expect(picture).to_have_attribute("alt", names[0])
    page.keyboard.press("1")
    expect(picture).to_have_attribute("alt", names[1])
    expect_nothing(page, "smallTargets(48)")
    page.get_by_role("button", name="blurred").click()
    page.get_by_role("button", name="Normal").click()
    expect(picture).to_have_attribute("alt", names[2])
    page.keyboard.press("z")
    expect(picture).to_have_attribute("alt", names[1])
    page.get_by_role("button", name="fairly").click()
    page.keyboard.press("1")
    expect(picture).to_have_attribute("alt", names[2])
    page.get_by_role("button", name="Anomaly").click()
    expect(picture).to_have_attribute("alt", names[3])
    page.keyboard.press("1")
    expect(page.get_by_test_id("labelling-none")).to_contain_text("no picture waits in this step")
    page.get_by_role("radio", name="Type of defect").click()
    expect(picture).to_have_attribute("alt", names[2])
    page.get_by_label("Another type").fill("scratch")
    page.get_by_role("button", name="Use").click()
    expect(page.get_by_test_id("labelling-none")).to_be_visible()
    labelled = parts.get(ids[2])
    assert (labelled.label, labelled.defect_type) == (Label.ANOMALY, "scratch")
    job, *_ = Labelling.of(station.data_dir).jobs.of_dataset("parts")
    times = Labelling.of(station.data_dir).times.of_job(job.labelling_job_id)
    assert [(one.step.value, one.answers, one.timed) for one in times] == [
        ("label", 4, 4),
        ("defect_type", 1, 1),
    ]

    # The second one audits on a phone, and sees nothing of the first labels.
    make_job(auditor, "second look", kind="Audit labels")
    seen = auditor.get_by_test_id("labelling-picture").get_by_role("img")
    for number, answer in enumerate(("Normal", "Anomaly", "Anomaly", "Unsure")):
        expect(seen).to_have_attribute("alt", names[number])
        expect(auditor.get_by_test_id("labelling-first")).to_have_count(0)
        auditor.get_by_role("button", name=answer, exact=True).first.click()
    expect(auditor.get_by_test_id("labelling-none")).to_be_visible()
    assert parts.get(ids[1]).label is Label.NORMAL
    expect_nothing(auditor, "sidewaysScroll()")

    # The first person may not audit, and reads the results.
    page.goto(TAB)
    job_card(page, "second look").get_by_role("button", name="Results").click()
    row = page.get_by_test_id("agreement-label").get_by_role("row", name="All")
    expect(row).to_contain_text("66.7 %")
    expect(row).to_contain_text("0.40")
    expect(page.get_by_test_id("labelling-times")).to_contain_text(AUDITOR)
    expect(page.get_by_role("link", name=names[1])).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download CSV").first.click()
    assert "kappa" in download.value.path().read_text()

    # What differs is settled, with both answers shown.
    page.get_by_role("button", name="Create adjustment job").click()
    job_card(page, "second look adjusted").get_by_role("button", name="Continue").click()
    expect(picture).to_have_attribute("alt", names[1])
    expect(page.get_by_test_id("labelling-first")).to_contain_text("First label: Normal (admin)")
    expect(page.get_by_test_id("labelling-audit")).to_contain_text(f"Auditor: Anomaly ({AUDITOR})")
    page.get_by_role("button", name="Anomaly").click()
    expect(picture).to_have_attribute("alt", names[3])
    assert parts.get(ids[1]).label is Label.ANOMALY
    page.get_by_role("button", name="All labelling jobs").click()
    card = job_card(page, "second look")
    card.get_by_role("button", name="Close job").click()
    expect(card).to_contain_text("Closed by admin")


@pytest.mark.slow
def test_boxes_are_drawn_in_their_step(page: Page, parts: DatasetStore) -> None:
    (anomaly,) = parts.import_files(
        [Path(parts._data_dir / parts.pictures("parts")[0].path)], "boxed", Label.ANOMALY, "import"
    )
    page.goto("/dataset?dataset=boxed&tab=labelling")
    page.get_by_role("button", name="New labelling job").click()
    dialog = page.get_by_role("dialog", name="New labelling job")
    dialog.get_by_label("Name of the job").fill("where")
    dialog.get_by_text("Defect or not", exact=True).click()
    expect(dialog.get_by_text("Choose at least one step.")).to_be_visible()
    dialog.get_by_text("Mask or boxes", exact=True).click()
    dialog.get_by_role("button", name="Create job").click()
    done = page.get_by_role("button", name="Done, next picture")
    expect(done).to_be_disabled()
    page.get_by_role("button", name="Draw boxes").click()
    editor = page.get_by_test_id("boxes")
    editor.get_by_label("New class").fill("scratch")
    editor.get_by_role("button", name="Add", exact=True).click()
    editor.get_by_role("button", name="Add box in the middle").click()
    editor.get_by_role("button", name="Save and close").click()
    done.click()
    expect(page.get_by_test_id("labelling-none")).to_be_visible()
    assert parts.get(anomaly.picture_id).boxes
