"""A defect beside the same place of the good part that looks most like it, over HTTP."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from support.inspections import inspection
from support.page_client import Browser
from support.station import StationProcesses, write_pictures

from okng.device.datasets.store import DatasetStore
from okng.device.settings.settings import StationSettings
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.pictures import save_picture
from okng.device.types import Inspection, Label, ModelIdentity, Outcome, PixelArea
from okng.models.bundles.bundle import read_manifest
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.images.image_files import read_image
from okng.models.inference.anomaly_model import AnomalyModel
from okng.webui.images.defect_area import defect_area


def test_the_area_holds_the_defect_and_some_of_what_is_around_it() -> None:
    scores = np.zeros((40, 40), np.float32)
    scores[10:18, 30:34] = 2
    scores[12, 31] = 3
    area = defect_area(scores, 1)
    assert (area.top, area.bottom) == (8, 20)
    assert (area.left, area.right) == (27, 37)
    # At a corner it stays inside, and without a threshold it surrounds the highest score.
    corner = np.zeros((40, 40), np.float32)
    corner[0, 39] = 3
    assert defect_area(corner, None) == PixelArea(left=30, top=0, right=40, bottom=10)


@pytest.fixture
def part(
    settings: StationSettings, browser: Browser, trained_models: Path, tmp_path: Path
) -> Inspection:
    """A scratched part that the model judged NG."""
    shutil.copytree(trained_models, settings.data_dir / "models")
    bundle = settings.data_dir / "models" / "discs" / "1"
    manifest = read_manifest(bundle, AnomalyManifest)
    scratched = sorted(write_pictures(tmp_path / "line", 3, defect_every=3).iterdir())[2]
    image = read_image(scratched)
    judged = AnomalyModel.load(bundle).judge(image)
    path = "images/part.png"
    part = inspection(
        1,
        outcome=Outcome.NG,
        score=judged.score,
        threshold=manifest.threshold,
        model=ModelIdentity(name="discs", version=1, sha256=manifest.content_hash),
        picture_path=path,
        picture_sha256=save_picture(settings.data_dir, path, image),
    )
    Ledger(settings.data_dir).record([LedgerEntry(part, anomaly_map=judged.anomaly_map)], ())
    return part


@pytest.fixture
def host(settings: StationSettings, tmp_path: Path) -> Iterator[None]:
    """The hosting process of the application's station."""
    station = StationProcesses(tmp_path / "host", {"type": "folder", "path": str(tmp_path)})
    station.data_dir, station.run_dir = settings.data_dir, settings.run_dir
    station.config.write_text(
        f"data_dir = {json.dumps(str(settings.data_dir))}\n"
        f"run_dir = {json.dumps(str(settings.run_dir))}\n"
    )
    station.start_host()
    yield
    station.stop()


def test_the_nearest_good_part_is_one_that_the_model_learned_from(
    browser: Browser, part: Inspection, host: None, settings: StationSettings, trained_models: Path
) -> None:
    call = f"/api/v1/inspections/{part.inspection_id}/nearest-good"
    gone = browser.get(call)
    assert (gone.status_code, "no longer on this station" in gone.json["message"]) == (404, True)
    pictures = sorted((trained_models.parent / "good").iterdir())
    stored = DatasetStore(settings.data_dir).import_files(pictures, "discs", Label.NORMAL, "tests")
    good = [picture.picture_id for picture in stored]
    answer = browser.get(call)
    assert answer.status_code == 200, answer.text
    found = answer.json
    assert found["picture_id"] in good
    # Both are of one size, so that it is the same place; the scratch lies in the middle.
    assert found["part"] == found["good"]
    area = found["part"]["area"]
    assert area["left"] < 160 < area["right"]
    assert area["top"] < 120 < area["bottom"]
    assert (area["right"] - area["left"]) < 320

    (settings.data_dir / "models" / "discs" / "1" / "manifest.json").unlink()
    broken = browser.get(call)
    assert (broken.status_code, "discs version 1" in broken.json["message"]) == (404, True)


def test_without_the_hosting_process_it_is_said(browser: Browser, part: Inspection) -> None:
    answer = browser.get(f"/api/v1/inspections/{part.inspection_id}/nearest-good")
    assert (answer.status_code, "okng host" in answer.json["message"]) == (503, True)
