"""`okng train FOLDER` imports and trains, and knows the pixels where pictures have masks."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from click.testing import CliRunner, Result
from support.pictures import scratched, texture

from okng.device.cli import main
from okng.device.datasets.store import DatasetStore
from okng.models.bundles.bundle import read_manifest
from okng.models.bundles.manifest import AnomalyManifest


def run(data_dir: Path, *arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)], env={"OKNG_DATA_DIR": str(data_dir)})


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """MVTec AD's tree with 24 good and 3 scratched pictures, and masks of the scratches."""
    root = tmp_path_factory.mktemp("tree") / "striped plates"
    for folder in ("train/good", "test/good", "test/scratch", "ground_truth/scratch"):
        (root / folder).mkdir(parents=True)
    for seed in range(24):
        cv2.imwrite(str(root / f"train/good/{seed:03}.png"), texture(seed))
    for seed in range(2):
        cv2.imwrite(str(root / f"test/good/{seed:03}.png"), texture(100 + seed))
    for seed in range(3):
        image = scratched(200 + seed)
        mask = (np.abs(image.astype(int) - texture(200 + seed)) > 40).astype(np.uint8) * 255
        mask = cv2.dilate(mask, np.ones((3, 3), np.uint8))
        cv2.imwrite(str(root / f"test/scratch/{seed:03}.png"), image)
        cv2.imwrite(str(root / f"ground_truth/scratch/{seed:03}_mask.png"), mask)
    return root


@pytest.mark.slow
def test_a_folder_becomes_a_dataset_and_a_model_with_pixel_metrics(
    tmp_path: Path, tree: Path
) -> None:
    result = run(tmp_path, "train", tree)
    assert result.exit_code == 0, result.output
    assert "striped-plates: 29 pictures added from folders of labels, 3 of them" in result.output
    assert "striped-plates version 1" in result.output
    assert "pixel AUROC" in result.output
    assert "3 defective regions in 5 pictures" in result.output
    manifest = read_manifest(tmp_path / "models/striped-plates/1", AnomalyManifest)
    assert manifest.pixels
    assert (manifest.pixels.pictures, manifest.pixels.regions) == (5, 3)
    assert manifest.pixels.pixel_auroc > 0.9
    assert manifest.pixels.aupro > 0.5
    evaluated = run(tmp_path, "evaluate", "striped-plates")
    assert evaluated.exit_code == 0, evaluated.output
    assert "pixel AUROC" in evaluated.output
    assert "scratch" in evaluated.output
    # A second training takes nothing in twice.
    again = run(tmp_path, "train", tree, "--model", "again")
    assert "0 pictures added" in again.output
    assert DatasetStore(tmp_path).names() == ["striped-plates"]


def test_a_dataset_comes_before_a_folder_of_its_name(
    tmp_path: Path, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tree.parent)
    refused = run(tmp_path, "train", "plates", "--name", "other")
    assert refused.exit_code == 2
    assert "--name and --pictures are for a folder" in refused.output
    missing = run(tmp_path, "train", "./nowhere")
    assert missing.exit_code == 1
    assert "there is no such folder or file" in missing.output
