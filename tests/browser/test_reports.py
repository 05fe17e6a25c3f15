"""One press makes the fit report; it opens offline, is usable by everybody, and is genuine."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from support.axe import needs_axe, violations
from support.page_checks import expect_nothing
from support.reported_station import DATASET, fill_station, record, reported_pictures
from support.station import StationProcesses

from okng.device.datasets.store import DatasetStore
from okng.device.types import Label

REPORT_S = 120_000


@pytest.fixture
def discs(station: StationProcesses, tmp_path: Path, trained_models: Path) -> StationProcesses:
    fill_station(station.data_dir, trained_models, reported_pictures(tmp_path / "pictures"))
    return station


def downloaded(page: Page, name: str, folder: Path) -> Path:
    row = page.get_by_test_id("report").first
    with page.expect_download() as download:
        row.get_by_role("link", name=f"Download {name}").click()
    path = folder / f"report.{name.lower()}"
    download.value.save_as(path)
    return path


def read_offline(browser: Browser, file: Path, scheme: str, width: int) -> list[str]:
    """The addresses that the opened file asked for, and what axe-core finds in it."""
    context = browser.new_context(
        offline=True, color_scheme=scheme, viewport={"width": width, "height": 844}
    )
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(file.as_uri())
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for image in page.get_by_role("img").all():
        assert image.evaluate("image => image.complete && image.naturalWidth > 0")
    sideways = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    context.close()
    assert not sideways
    return [url for url in asked if not url.startswith(("data:", file.as_uri()))]


@pytest.mark.slow
def test_one_press_to_the_finished_report(
    page: Page, browser: Browser, discs: StationProcesses, tmp_path: Path
) -> None:
    page.goto(f"/dataset?dataset={DATASET}")
    page.get_by_role("button", name="Make fit report").click()
    dialog = page.get_by_test_id("fit-reports")
    expect(dialog.get_by_test_id("report")).to_have_count(1, timeout=REPORT_S)
    for check in ("smallTargets(48)", "faintTexts(4.5)"):
        expect_nothing(page, check)
    html, pdf = (downloaded(page, name, tmp_path) for name in ("HTML", "PDF"))
    assert pdf.read_bytes().startswith(b"%PDF-")
    for scheme, width in (("light", 1280), ("dark", 390)):
        assert read_offline(browser, html, scheme, width) == []
    dialog.get_by_text("Check a report").click()
    choose = dialog.get_by_label("Choose a file")
    choose.set_input_files(pdf)
    expect(dialog.get_by_test_id("report-check")).to_contain_text("signed by this-station")
    altered = tmp_path / "altered.html"
    altered.write_bytes(html.read_bytes().replace(b"discs", b"disks", 1))
    choose.set_input_files(altered)
    expect(dialog.get_by_test_id("report-check")).to_contain_text("was changed after")
    dialog.get_by_role("button", name="Remove the report").click()
    expect(dialog.get_by_test_id("report")).to_have_count(0)
    expect(dialog).to_contain_text("No reports have been made yet")


@pytest.mark.slow
def test_a_shift_is_reported_from_the_results(page: Page, station: StationProcesses) -> None:
    page.goto("/results?tab=shifts")
    page.get_by_role("button", name="Report of the present shift").click()
    dialog = page.get_by_test_id("shift-reports")
    dialog.get_by_role("button", name="Make shift report").click()
    expect(dialog.get_by_test_id("report")).to_have_count(1, timeout=REPORT_S)


def test_too_few_pictures_are_counted_at_the_button(
    page: Page, station: StationProcesses, good: list[Path]
) -> None:
    DatasetStore(station.data_dir).import_file(good[0], "few", Label.NORMAL, "ann")
    page.goto("/dataset?dataset=few")
    button = page.get_by_role("button", name="Make fit report")
    expect(button).to_be_disabled()
    expect(button).to_have_accessible_description("19 more pictures are needed for a fit report.")


@pytest.mark.slow
@needs_axe
def test_the_report_and_its_dialog_are_usable_by_everybody(
    page: Page, discs: StationProcesses, tmp_path: Path
) -> None:
    record(discs.data_dir, 1000, 30)
    page.goto(f"/dataset?dataset={DATASET}")
    page.get_by_role("button", name="Make fit report").click()
    expect(page.get_by_test_id("report").first).to_be_visible(timeout=REPORT_S)
    assert violations(page) == []
    file = downloaded(page, "HTML", tmp_path)
    # The report's own policy allows no script, which axe-core is one of.
    policy = b'<meta http-equiv="Content-Security-Policy"'
    start = file.read_bytes().index(policy)
    end = file.read_bytes().index(b">", start) + 1
    file.write_bytes(file.read_bytes()[:start] + file.read_bytes()[end:])
    report = page.context.browser.new_page()  # type: ignore[union-attr]
    report.goto(file.as_uri())
    assert violations(report) == []
    report.close()
