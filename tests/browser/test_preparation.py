"""The Preparation tab: a crop is drawn, seen before and after, saved, and used by a training."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from support.page_checks import look_it_over
from support.station import StationProcesses

from okng.device.datasets.preparations import PreparationStore
from okng.device.datasets.store import DatasetStore
from okng.device.types import Label
from okng.models.arrays import Image
from okng.models.bundles.bundle import read_manifest
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.images.image_files import decode_image, read_image
from okng.models.preparation import (
    Crop,
    LabelsFromFileNames,
    MaskOut,
    Polygon,
    Preparation,
    Rectangle,
    Rotate,
)

SIZES = (
    {"width": 390, "height": 844},
    {"width": 1024, "height": 600},
    {"width": 1280, "height": 800},
)
WIDTH, HEIGHT = 320, 240
TRAINING_MS = 240_000


@pytest.fixture
def dataset(station: StationProcesses, good: list[Path]) -> str:
    """A dataset of 20 normal pictures."""
    store = DatasetStore(station.data_dir)
    if "discs" not in store.names():
        store.import_files(good[:20], "discs", Label.NORMAL, "ann")
    return "discs"


def drag(page: Page, place: Locator, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drags from one place of an element to another, in shares of its sides."""
    box = place.bounding_box()
    assert box is not None
    points = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in (start, end)]
    page.mouse.move(*points[0])
    page.mouse.down()
    page.mouse.move(*points[1], steps=5)
    page.mouse.up()


def expect_size(page: Page, which: str, size: tuple[int, int]) -> None:
    expect(page.get_by_test_id(which)).to_have_js_property("naturalWidth", size[0])
    expect(page.get_by_test_id(which)).to_have_js_property("naturalHeight", size[1])


def test_steps_are_drawn_seen_moved_saved_and_taken_back(
    page: Page, station: StationProcesses, dataset: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"/dataset?dataset={dataset}&tab=preparation")
    steps = page.get_by_test_id("preparation-steps").get_by_role("listitem")
    save = page.get_by_role("button", name="Save as version 1")
    expect(save).to_be_disabled()
    expect(page.get_by_text("Nothing has changed.")).to_be_visible()
    expect_size(page, "preparation-before", (WIDTH, HEIGHT))

    add = page.get_by_role("group", name="Add a step")
    add.get_by_role("button", name="Crop").click()
    expect(page.get_by_text("Before step 1")).to_be_visible()
    editor = page.get_by_test_id("roi-editor")
    # From the middle of the region, which is moved; outside of it a new one is drawn.
    drag(page, editor, (0.05, 0.05), (0.55, 0.8))
    expect(steps.first).to_contain_text("160 × 180 px at 16, 12")
    expect_size(page, "preparation-before", (WIDTH, HEIGHT))
    expect_size(page, "preparation-after", (160, 180))
    page.get_by_role("spinbutton", name="Width").fill("200")
    page.get_by_role("spinbutton", name="Width").press("Enter")
    expect_size(page, "preparation-after", (200, 180))

    add.get_by_role("button", name="Rotate").click()
    expect_size(page, "preparation-before", (200, 180))
    expect_size(page, "preparation-after", (180, 200))
    add.get_by_role("button", name="Mask out").click()
    page.get_by_role("button", name="Draw polygon").click()
    close = page.get_by_role("button", name="Close outline")
    expect(close).to_be_disabled()
    areas = page.get_by_test_id("preparation-areas")
    box = areas.bounding_box()
    assert box is not None
    for number, (x, y) in enumerate(((0.5, 0.5), (0.9, 0.55), (0.7, 0.9)), 1):
        areas.click(position={"x": x * box["width"], "y": y * box["height"]})
        expect(areas.locator("circle")).to_have_count(number)
    close.click()
    expect(steps.nth(2)).to_contain_text("2 areas")
    page.get_by_role("combobox", name="Area to change").select_option("Area 1")
    look_it_over(page, *SIZES)
    page.set_viewport_size({"width": 1280, "height": 800})

    page.get_by_role("button", name="Move up").click()
    expect(steps.nth(1)).to_contain_text("Mask out")
    # The picture that is looked at changes by arrow keys.
    label = page.get_by_test_id("preparation-picture").text_content()
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_test_id("preparation-picture")).not_to_have_text(label or "")
    save.click()
    expect(page.get_by_text("The preparation is saved as version 1.")).to_be_visible()
    saved = PreparationStore(station.data_dir).current(dataset)
    assert (saved.width, saved.height) == (WIDTH, HEIGHT)
    crop, mask, rotate = saved.steps
    assert crop == Crop(left=16, top=12, width=200, height=180)
    assert isinstance(mask, MaskOut)
    assert [type(area) for area in mask.areas] == [Rectangle, Polygon]
    assert rotate == Rotate(degrees=90)

    # What the page saves is what the script writes.
    with page.expect_download() as download:
        page.get_by_role("link", name="This picture as PNG").click()
    data = Path(download.value.path()).read_bytes()
    sources = [
        station.data_dir / it.path for it in DatasetStore(station.data_dir).pictures(dataset)
    ]
    assert any(_same(decode_image(data, "page"), saved.apply(read_image(it))) for it in sources)

    # The step that was moved is still chosen.
    page.get_by_role("button", name="Remove step").click()
    expect(steps).to_have_count(2)
    add.get_by_role("button", name="Labels from file names").click()
    page.get_by_role("button", name="Save as version 2").click()
    expect(page.get_by_text("The preparation is saved as version 2.")).to_be_visible()
    kinds = [type(step) for step in PreparationStore(station.data_dir).current(dataset).steps]
    assert kinds == [Crop, Rotate, LabelsFromFileNames]
    page.get_by_text("Versions", exact=True).click()
    page.get_by_role("button", name="Restore version 1").click()
    expect(page.get_by_text("The preparation is saved as version 3.")).to_be_visible()
    expect(steps).to_have_count(3)
    assert PreparationStore(station.data_dir).current(dataset) == saved
    look_it_over(page, *SIZES)


@pytest.mark.slow
def test_a_picture_of_another_size_says_what_is_allowed(
    page: Page, station: StationProcesses, dataset: str, complaints: list[str]
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    store = PreparationStore(station.data_dir)
    store.save("odd", Preparation(width=100, height=90, steps=(Rotate(degrees=90),)), "ann")
    DatasetStore(station.data_dir).add(
        read_image(station.data_dir / DatasetStore(station.data_dir).pictures(dataset)[0].path),
        "odd",
        Label.NORMAL,
        "ann",
    )
    page.goto("/dataset?dataset=odd&tab=preparation")
    expect(page.get_by_role("alert")).to_contain_text(
        "the picture has 320 x 240 px; the steps of its preparation were drawn for pictures of "
        "100 x 90 px"
    )
    # Chromium reports the refused picture on its console.
    complaints.clear()


@pytest.mark.slow
def test_a_training_keeps_the_preparation_in_its_bundle(
    page: Page, station: StationProcesses, dataset: str
) -> None:
    steps = Preparation(
        width=WIDTH, height=HEIGHT, steps=(Crop(left=40, top=20, width=240, height=200),)
    )
    PreparationStore(station.data_dir).save(dataset, steps, "ann")
    page.goto("/training")
    page.get_by_role("combobox", name="Dataset").select_option(dataset)
    page.get_by_role("button", name="Train a model").click()
    expect(page.get_by_test_id("job")).to_have_attribute(
        "data-state", "succeeded", timeout=TRAINING_MS
    )
    manifest = read_manifest(station.data_dir / "models" / dataset / "1", AnomalyManifest)
    assert manifest.preparation == steps


def _same(one: Image, other: Image) -> bool:
    return one.shape == other.shape and bool((one == other).all())
