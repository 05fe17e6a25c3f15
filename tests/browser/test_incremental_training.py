"""Incremental training on the Model page: the next version says which verdicts it changed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from support.page_checks import expect_nothing
from support.station import StationProcesses, write_pictures

from okng.device.datasets.store import DatasetStore
from okng.device.types import Label

SMALLEST_TARGET_PX = 48
LEARNT, NEW = 30, 6
GROWING_MS = 120_000


@pytest.mark.slow
def test_new_pictures_are_learnt(
    page: Page, station: StationProcesses, trained_models: Path, tmp_path: Path
) -> None:
    shutil.copytree(trained_models, station.data_dir / "models")
    store = DatasetStore(station.data_dir)
    good = write_pictures(tmp_path / "good", LEARNT + NEW)
    # Scratches that turned out to be harmless: version 1 rejects each.
    harmless = write_pictures(tmp_path / "harmless", NEW, defect_every=1, height=238)
    for path in [*sorted(good.iterdir()), *sorted(harmless.iterdir())]:
        store.import_file(path, "discs", Label.NORMAL, "tests")

    page.goto("/model")
    offer = page.get_by_test_id("learn-further")
    expect(offer).to_contain_text(f"{2 * NEW} new good pictures since discs version 1")
    expect(offer).to_contain_text(f"The {LEARNT} that it was trained on are not read again")
    offer.get_by_role("button", name="Train on the new pictures").click()
    report = page.get_by_test_id("growth")
    expect(report).to_contain_text("Incremental training from version 1", timeout=GROWING_MS)
    expect(report).to_contain_text(f"{2 * NEW} more good pictures")
    # Another good picture near the threshold may change its verdict as well.
    expect(report).to_contain_text(re.compile(r"\d stored pictures changed verdict"))
    expect(report.get_by_text("NG → OK")).to_have_count(NEW)
    expect(offer).to_be_hidden()
    expect_nothing(page, "sidewaysScroll()")
    expect_nothing(page, f"smallTargets({SMALLEST_TARGET_PX})")
    expect_nothing(page, "faintTexts(4.5)")
