"""A detector is fine-tuned on the boxes of a dataset, on the Model page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from support.coffee import install_coco
from support.marked_parts import add_marked_parts
from support.page_checks import expect_nothing
from support.station import StationProcesses
from support.training_environment import ENVIRONMENT, NEEDS_TRAINING_ENVIRONMENT

SMALLEST_TARGET_PX = 48
LEARNING_MS = 900_000
PICTURES = 60

pytestmark = NEEDS_TRAINING_ENVIRONMENT


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory, pictures: Path) -> Iterator[StationProcesses]:
    """A station with an environment to train in, YOLOv4-tiny of COCO and marked parts."""
    station = StationProcesses(
        tmp_path_factory.mktemp("station"),
        {"type": "pylon", "emulate": True, "image_folder": str(pictures)},
        train_environment=str(ENVIRONMENT),
    )
    add_marked_parts(station.data_dir, "marks", PICTURES)
    install_coco(station.data_dir / "models")
    station.start_device()
    station.start_web()
    yield station
    station.stop()


def test_a_detector_learns_what_was_drawn(
    page: Page, station: StationProcesses, complaints: list[str]
) -> None:
    page.goto("/model")
    learning = page.get_by_test_id("fine-tuning")
    expect(learning).to_contain_text(f"marks has {PICTURES} pictures with annotations")
    learning.get_by_text("Options").click()
    expect(learning.get_by_label("Detector name")).to_have_value("marks")
    expect_nothing(page, "sidewaysScroll()")
    expect_nothing(page, f"smallTargets({SMALLEST_TARGET_PX})")
    expect_nothing(page, "faintTexts(4.5)")
    for label, value in (("Input width", 100), ("Input height", 224)):
        learning.get_by_label(label).fill(str(value))
    learning.get_by_label("Maximum epochs").fill("6")
    start = learning.get_by_role("button", name="Fine-tune")
    start.click()
    expect(page.get_by_text("multiple of 32")).to_be_visible()
    complaints.clear()

    learning.get_by_label("Input width").fill("224")
    start.click()
    expect(start).to_be_disabled()
    figures = page.get_by_test_id("detection-figures")
    expect(figures).to_contain_text("On 12 pictures not used for training", timeout=LEARNING_MS)
    expect(page.get_by_role("heading", name="marks version 1")).to_be_visible()
    expect(page.get_by_text("dot, scratch")).to_be_visible()
    # The new detector can be fine-tuned again, under its own name.
    expect(start).to_be_enabled()
    learning.get_by_text("Options").click()
    expect(learning.get_by_label("Detector name")).to_have_value("marks")
