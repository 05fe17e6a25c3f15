"""The Model page shows the engine builds of a version, which one runs, and which are refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from support.page_checks import expect_nothing
from support.station import StationProcesses, write_pictures

from okng.models.bundles.bundle import content_hash, load_bundle
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.compilation.build_choice import Tuning, choose_build, usable_cores
from okng.models.compilation.calibration_pictures import BuildPictures
from okng.models.compilation.compile import compile_bundle
from okng.models.compilation.engine_build import RECORD

SMALLEST_TARGET_PX = 48


@pytest.mark.slow
def test_builds_are_shown_with_their_figures(
    page: Page, station: StationProcesses, trained_models: Path, tmp_path: Path
) -> None:
    shutil.copytree(trained_models, station.data_dir / "models")
    bundle = load_bundle(station.data_dir / "models/discs/1", AnomalyManifest)
    page.goto("/model")
    expect(page.get_by_role("heading", name="Regression set of discs")).to_be_visible()
    engines = page.get_by_test_id("engines")
    expect(engines).to_be_hidden()

    good = BuildPictures.of(sorted(write_pictures(tmp_path / "good", 4).iterdir()))
    build = compile_bundle(bundle, "onnxruntime", "fp32", good, threads=1)
    refused = shutil.copytree(build.path, build.path.with_name("onnxruntime-int8"))
    record = json.loads((refused / RECORD).read_text()) | {"precision": "int8"}
    record["parity"]["problems"] = ["3 of 4 verdicts change, at most 2% are allowed"]
    record["content_hash"] = content_hash(record)
    (refused / RECORD).write_text(json.dumps(record))
    page.reload()
    expect(engines).to_contain_text("None of them is in use. The original model runs")
    tuning = Tuning(
        goal="latency",
        threads=2,
        device=build.record.device,
        cores=usable_cores(),
        throughput_hz=40.0,
        p95_ms=30.0,
    )
    choose_build(bundle.path, build, "tests", tuning)
    page.reload()
    row = engines.get_by_role("row").filter(has_text="ONNX Runtime FP32")
    expect(row).to_contain_text("active")
    expect(row).to_contain_text(f"{build.record.latency.median_ms:.1f} ms")
    expect(row).to_contain_text("same as the original model")
    expect(row).to_contain_text("runs with 2 threads, tuned for latency")
    expect(engines.get_by_role("row").filter(has_text="ONNX Runtime INT8")).to_contain_text(
        "not used: 3 of 4 verdicts change"
    )
    expect_nothing(page, "sidewaysScroll()")
    expect_nothing(page, f"smallTargets({SMALLEST_TARGET_PX})")
    expect_nothing(page, "faintTexts(4.5)")
