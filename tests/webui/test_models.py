"""A detector over HTTP: listed as such, and never mistaken for an anomaly model."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.page_client import Browser
from support.yolo_exports import add_detector

from okng.device.inspection.loaded_recipe import ModelMissingError, load_model
from okng.device.settings.settings import StationSettings
from okng.device.types import ModelReference


@pytest.fixture
def models(
    settings: StationSettings, browser: Browser, trained_models: Path, tmp_path: Path
) -> Path:
    """Beside the trained `discs` the detector `parts`."""
    root = settings.data_dir / "models"
    shutil.copytree(trained_models, root)
    add_detector(root, tmp_path)
    return root


def test_it_is_listed_with_its_classes(browser: Browser, models: Path) -> None:
    discs, parts = browser.get("/api/v1/models").json["models"]
    assert (discs["task"], discs["classes"]) == ("anomaly", None)
    assert (parts["task"], parts["classes"]) == ("detection", ["scratch", "dent"])
    assert (parts["method"], parts["threshold"], parts["metrics"]) == (None, None, None)
    manifest = browser.get("/api/v1/models/parts/1").json
    assert manifest["layout"] == "yolov8"
    assert [source["name"] for source in manifest["sources"]] == ["parts.onnx"]
    assert browser.get("/api/v1/models/discs/1").json["threshold"] > 0


def test_what_only_anomaly_models_have_is_refused(browser: Browser, models: Path) -> None:
    for path in (
        "worst-pictures",
        "threshold?threshold=1",
        "regression",
        "changed-pictures",
        "dataset",
    ):
        answer = browser.get(f"/api/v1/models/parts/1/{path}")
        assert answer.status_code == 409, path
        assert "another kind (detector); needed here: anomaly model" in answer.json["message"]


def test_a_recipe_cannot_take_it_as_its_anomaly_model(models: Path) -> None:
    with pytest.raises(ModelMissingError, match=r"'parts' can't be used: .*\(detector\); needed"):
        load_model(ModelReference(name="parts", version=1), models, threads=1)
    with pytest.raises(ModelMissingError, match=r"there are: discs version 1$"):
        load_model(ModelReference(name="parts", version=2), models, threads=1)
