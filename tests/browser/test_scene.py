"""A lamp that moves during a run: the pages show the changed scene."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import cv2
import pytest
from playwright.sync_api import Page, expect
from support.scene import lit_from_the_left
from support.station import StationProcesses, write_pictures

from okng.device.ipc.commands import FireTrigger
from okng.device.pipeline.scene_watch import WINDOW_PARTS
from okng.device.types import TriggerSource
from okng.models.images.image_files import read_image

GOOD, LIT = 15, WINDOW_PARTS
"""Parts before the lamp moves, and after: then every part of the window is lit otherwise."""
PAGE = 25
"""Rows of the table of results."""


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_pictures(tmp_path_factory.mktemp("pictures"), GOOD + LIT)
    for path in sorted(folder.iterdir())[GOOD:]:
        cv2.imwrite(str(path), lit_from_the_left(read_image(path)))
    return folder


@pytest.mark.slow
def test_a_moved_lamp_is_a_banner_a_gauge_a_filter_and_a_figure(
    page: Page, station: StationProcesses, trained_models: Path
) -> None:
    shutil.copytree(trained_models, station.data_dir / "models")
    station.inspect()
    page.goto("/inspection")
    banner = page.locator(".banner")
    light = page.get_by_test_id("scene-light")
    inspect(station, GOOD)
    expect(light).to_have_attribute("data-outside", "false")
    expect(banner).to_have_count(0)

    inspect(station, LIT)
    expect(banner).to_contain_text("The light comes more from the left than in the training")
    expect(banner).to_contain_text("Restore the lighting, lens and camera position")
    expect(light).to_have_attribute("data-outside", "true")
    expect(light).to_contain_text("left +")
    expect(page.get_by_test_id("scene-focus")).to_have_attribute("data-outside", "false")

    changed = [
        inspection.inspection_id
        for inspection in station.ledger.iterate()
        if inspection.scene and inspection.scene.changed
    ]
    assert 0 < len(changed) <= LIT
    page.goto("/results")
    expect(page.locator(".parts-table tbody tr")).to_have_count(PAGE)
    page.get_by_label("Scene").select_option(label="Changed")
    expect(page.locator(".parts-table tbody tr")).to_have_count(len(changed))

    figures = page.request.get("/metrics").text()
    limits = re.search(r'okng_scene_limits\{aspect="light"\} (\S+)', figures)
    assert limits, figures
    assert float(limits.group(1)) > 1
    assert 'okng_condition{code="scene_changed",severity="warning"} 1.0' in figures


def inspect(station: StationProcesses, parts: int) -> None:
    for _ in range(parts):
        station.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=10_000))
