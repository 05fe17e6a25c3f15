"""The metrics of a fine-tuned detector on the Model page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from support.station import StationProcesses
from support.yolo_exports import export, rows

from okng.models.bundles.bundle import write_bundle
from okng.models.bundles.training_records import BoxedManifestPicture, DetectorTrainingRecord
from okng.models.evaluation.average_precision import ClassPrecision, DetectionMetrics
from okng.models.imported.import_detector import DetectorOptions, import_yolo_onnx

METRICS = DetectionMetrics(
    pictures=12,
    map_50=0.875,
    map_50_95=0.5,
    classes=[
        ClassPrecision(name="scratch", boxes=9, ap_50=0.875, ap_50_95=0.5),
        ClassPrecision(name="dent", boxes=0, ap_50=None, ap_50_95=None),
    ],
)
TRAINING = DetectorTrainingRecord(
    metrics=METRICS,
    validation=METRICS,
    epochs=80,
    best_epoch=71,
    batch_size=8,
    mirror=False,
    quarter_turns=False,
    seed=0,
    torch_version="2.13.0",
    onnx_difference=2e-6,
    dataset=[BoxedManifestPicture(sha256="0" * 64, name="1.png", use="learnt", boxes=())],
    dataset_sha256="0" * 64,
)


@pytest.mark.slow
def test_a_fine_tuned_detector_says_what_it_finds(
    page: Page, station: StationProcesses, tmp_path: Path
) -> None:
    file = tmp_path / "parts.onnx"
    file.write_bytes(export(rows("yolov8"), names="{0: 'scratch', 1: 'dent'}"))
    description, model = import_yolo_onnx(file, None, None, DetectorOptions(author="ann"))
    trained = description.model_copy(update={"training": TRAINING})
    write_bundle(station.data_dir / "models", "marks", trained, model)
    page.goto("/model")
    figures = page.get_by_test_id("detection-figures")
    expect(figures).to_contain_text("On 12 pictures not used for training")
    expect(figures.locator("dl")).to_contain_text("mAP@0.50.875")
    expect(figures.get_by_role("row").nth(1)).to_have_text("scratch90.8750.500")
    expect(figures.get_by_role("row").nth(2)).to_have_text("dent0unknownunknown")
    expect(figures).to_contain_text("Trained on 1 picture. Epoch 71 of 80")
