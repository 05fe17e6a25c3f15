"""The builds of a model version over the API."""

from __future__ import annotations

import shutil
from pathlib import Path

from support.page_client import Browser
from support.station import write_pictures

from okng.device.settings.settings import StationSettings
from okng.models.bundles.bundle import load_bundle
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.compilation.build_choice import CHOSEN, Tuning, choose_build
from okng.models.compilation.calibration_pictures import BuildPictures
from okng.models.compilation.compile import compile_bundle


def test_builds_are_listed_with_their_figures(
    browser: Browser, settings: StationSettings, trained_models: Path, tmp_path: Path
) -> None:
    shutil.copytree(trained_models, settings.data_dir / "models")
    bundle = load_bundle(settings.data_dir / "models/discs/1", AnomalyManifest)
    engines = "/api/v1/models/discs/1/engines"
    assert browser.get(engines).json == {"builds": [], "broken": []}
    assert browser.get("/api/v1/models/discs/7/engines").status_code == 404

    good = sorted(write_pictures(tmp_path / "good", 4).iterdir())
    build = compile_bundle(bundle, "onnxruntime", "fp32", BuildPictures.of(good), threads=1)
    choose_build(bundle.path, build, "tests")
    (shown,) = browser.get(engines).json["builds"]
    assert (shown["engine"], shown["precision"], shown["chosen"]) == ("onnxruntime", "fp32", True)
    assert (shown["problems"], shown["threads"]) == ([], 1)
    assert "0 of 4 verdicts change" in shown["answers"]
    assert 0 < shown["latency"]["median_ms"] <= shown["latency"]["p95_ms"]
    assert shown["tuning"] is None
    tuning = Tuning(
        goal="latency", threads=2, device="this", cores=4, throughput_hz=40.0, p95_ms=30.0
    )
    choose_build(bundle.path, build, "tests", tuning)
    (shown,) = browser.get(engines).json["builds"]
    assert Tuning.model_validate(shown["tuning"]) == tuning

    (bundle.path / "engines" / CHOSEN).write_text("{")
    (build.path / "build.json").write_text("{")
    listed = browser.get(engines).json
    assert listed["builds"] == []
    assert ["build.json" in listed["broken"][0], CHOSEN in listed["broken"][1]] == [True, True]
