"""The Quality page: bars open their parts, tables become CSV, the screen in the hall."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Page, expect
from support.large_store import make_model
from support.page_checks import expect_nothing
from support.quality_ledger import record_parts
from support.station import StationProcesses, write_pictures

from okng.device.datasets.store import DatasetStore
from okng.device.labelling.answers import AnswerRequest
from okng.device.labelling.jobs import JobKind
from okng.device.labelling.labelling import Labelling
from okng.device.labelling.sampling import SamplingRule
from okng.device.labelling.steps import Step
from okng.device.recipes.recipe import Recipe
from okng.device.store.recipes import RecipeStore
from okng.device.types import Label, ModelReference

SIZES = (
    {"width": 1280, "height": 800},
    {"width": 1024, "height": 600},
    {"width": 390, "height": 844},
)
HALL = {"width": 1920, "height": 1080}
LETTERS = 0.04
"""Of the height of a 24-inch screen at 1080p: 12 mm, which are read at three metres."""


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StationProcesses]:
    folder = tmp_path_factory.mktemp("station")
    pictures = write_pictures(folder / "pictures", 3)
    station = StationProcesses(
        folder, {"type": "pylon", "emulate": True, "image_folder": str(pictures)}
    )
    end = datetime.now(UTC) - timedelta(minutes=1)
    record_parts(station.data_dir, end, 2_500, timedelta(seconds=60), burst=120)
    make_model(station.data_dir, 200)
    audit_labels(station.data_dir)
    model = ModelReference(name="cells", version=1)
    recipe = Recipe(name="discs", model=model, threshold=2.97)
    RecipeStore(station.data_dir).save(recipe, "tests")
    station.start_device()
    station.start_web()
    yield station
    station.stop()


def audit_labels(data_dir: Path) -> None:
    """Of four labels, two are found correct, one wrong and one unsure."""
    store, labelling = DatasetStore(data_dir), Labelling.of(data_dir)
    labels = [Label.NORMAL, Label.ANOMALY, Label.ANOMALY, Label.NORMAL]
    ids = [
        store.add(np.full((8, 8), number, np.uint8), "cells", label, "anna").picture_id
        for number, label in enumerate(labels)
    ]
    audit = labelling.jobs.create(
        name="second look",
        dataset="cells",
        kind=JobKind.AUDIT,
        steps=[Step.LABEL],
        blind=True,
        rule=SamplingRule(),
        picture_ids=ids,
        author="anna",
    )
    for answer in ("normal", "anomaly", "normal", None):
        task = labelling.queue.next(audit.labelling_job_id, Step.LABEL, "bert").task
        assert task
        request = AnswerRequest(step=Step.LABEL, picture_id=task.picture_id, answer=answer)
        labelling.answers.record(audit.labelling_job_id, request, "bert")


def test_a_bar_opens_its_parts_and_a_table_becomes_a_file(page: Page, tmp_path: Path) -> None:
    page.goto("/quality?period=7d")
    expect(page.get_by_test_id("figure-parts")).to_contain_text("2,500")
    types = page.get_by_test_id("quality-types")
    with page.expect_download() as download:
        types.get_by_role("button", name="CSV").click()
    path = tmp_path / "types.csv"
    shutil.copy(download.value.path(), path)
    rows = list(csv.DictReader(path.read_text().splitlines()))
    (scratches,) = [row["parts"] for row in rows if row["type"] == "scratch"]
    bar = types.get_by_role("link", name=re.compile("^scratch"))
    expect(bar).to_contain_text(scratches)
    bar.click()
    expect(page.get_by_test_id("defect-filter")).to_contain_text("Type: scratch")
    expect(page.locator(".parts-table tbody tr").first).to_contain_text("NG")
    page.get_by_test_id("defect-filter").get_by_role("button").click()
    expect(page.get_by_test_id("defect-filter")).to_have_count(0)
    page.go_back()
    page.go_back()
    page.get_by_test_id("quality-regions").get_by_role("link", name=re.compile("^centre:")).click()
    expect(page.get_by_test_id("defect-filter")).to_contain_text("Place: centre")


@pytest.mark.slow
def test_label_audits_are_listed_and_lead_to_their_results(page: Page, tmp_path: Path) -> None:
    page.goto("/quality?period=24h")
    audits = page.get_by_test_id("quality-audits")
    row = audits.get_by_role("row").filter(has_text="second look")
    expect(row.get_by_role("cell")).to_have_text(
        ["cells", "Defect or not", "4", re.compile("66.7 %"), re.compile("^0.40"), "1", "1"]
    )
    with page.expect_download() as download:
        audits.get_by_role("button", name="CSV").click()
    path = tmp_path / "audits.csv"
    shutil.copy(download.value.path(), path)
    (line,) = csv.DictReader(path.read_text().splitlines())
    assert (line["name"], line["checked"], line["compared"], line["agreed"]) == (
        *("second look", "4"),
        *("3", "2"),
    )
    assert float(line["kappa_low"]) < float(line["kappa"]) == pytest.approx(0.4)
    row.get_by_role("link", name="second look").click()
    expect(page.get_by_test_id("agreement-label")).to_contain_text("0.40")


@pytest.mark.slow
def test_the_p_chart_says_what_it_expects_and_finds_a_doubled_share(page: Page) -> None:
    page.goto("/quality?recipe=discs")
    expect(page.get_by_test_id("p-chart-state")).to_have_attribute("data-state", "above")
    expect(page.get_by_test_id("p-chart-state")).to_contain_text("A doubled share was found")
    expect(page.get_by_test_id("p-chart-ground")).to_contain_text("the model states")
    page.goto("/quality?recipe=rings")
    expect(page.get_by_test_id("p-chart-why")).to_contain_text("No limits")


@pytest.mark.slow
def test_the_page_fits_every_screen(page: Page) -> None:
    page.goto("/quality")
    expect(page.get_by_test_id("quality-checks")).to_be_visible()
    expect(page.get_by_test_id("p-chart-drawn")).to_be_visible()
    for size in SIZES:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        expect_nothing(page, "sidewaysScroll()")
        expect_nothing(page, "smallTargets(48)")
        expect_nothing(page, "faintTexts(4.5)")


@pytest.mark.slow
def test_the_hall_screen_is_read_from_afar_and_says_when_nobody_answers(
    page: Page, station: StationProcesses, complaints: list[str]
) -> None:
    page.set_viewport_size(HALL)  # type: ignore[arg-type]
    page.goto("/quality")
    page.get_by_role("button", name="Hall screen").click()
    expect(page).to_have_url(re.compile("screen=hall"))
    expect(page.get_by_test_id("hall-ok")).to_have_text(re.compile("[1-9]"))
    expect(page.get_by_test_id("hall-verdict")).to_contain_text(re.compile("OK|NG|ERROR|MISSED"))
    expect(page.get_by_test_id("hall-state")).to_have_attribute("data-state", re.compile("."))
    heights = page.evaluate(
        "[...document.querySelectorAll('.hall b')]"
        ".map((figure) => parseFloat(getComputedStyle(figure).fontSize))"
    )
    # Figures are about 0.73 of the font's size.
    assert min(heights) * 0.7 > LETTERS * HALL["height"]
    page.context.set_offline(True)
    expect(page.get_by_test_id("hall-trouble")).to_contain_text("No connection since")
    page.context.set_offline(False)
    expect(page.get_by_test_id("hall-trouble")).to_have_count(0)
    page.get_by_role("button", name="Leave").click()
    expect(page.get_by_test_id("figure-parts")).to_be_visible()
    complaints.clear()


@pytest.mark.slow
def test_the_page_speaks_german(page: Page) -> None:
    page.set_extra_http_headers({"Accept-Language": "de"})
    page.goto("/quality")
    expect(page.get_by_role("heading", name="Fehlerarten", exact=True)).to_be_visible()
