"""anomalib's own data modules read what `okng export-dataset` wrote."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import cv2
import numpy as np
import pytest

from okng.device.datasets.export import Layout, export_dataset
from okng.device.datasets.store import DatasetStore
from okng.device.types import Label

REPOSITORY = Path(__file__).parents[4]
PYTHON = REPOSITORY / ".venv-train/bin/python"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PYTHON.exists(), reason=f"no {PYTHON}: anomalib is not installed"),
]


@pytest.mark.timeout(180)
def test_anomalib_finds_every_picture_with_its_split_label_and_mask(tmp_path: Path) -> None:
    store = DatasetStore(tmp_path / "data")
    generator = np.random.default_rng(3)
    masks = {}
    for i, label in enumerate([Label.NORMAL] * 10 + [Label.ANOMALY] * 3):
        path = tmp_path / f"{i}.bmp"
        cv2.imwrite(str(path), generator.integers(0, 255, (24, 32), np.uint8))
        picture = store.import_file(path, "cells", label, "ann")
        if label is Label.ANOMALY:
            # Each of another size, so that a mask beside the wrong picture is seen.
            mask = np.zeros((24, 32), np.uint8)
            mask[0, :i] = 255
            masks[picture.picture_id] = tmp_path / f"mask-{i}.png"
            cv2.imwrite(str(masks[picture.picture_id]), mask)
    expected = {}
    for layout in Layout:
        out = tmp_path / layout.value
        manifest = export_dataset(tmp_path / "data", store.pictures("cells"), out, layout, masks)
        defective = {
            picture.path: int((cv2.imread(str(out / picture.mask)) > 0)[..., 0].sum())
            if picture.mask
            else 0
            for picture in manifest.pictures
        }
        assert sorted(defective.values()) == [0] * 10 + [10, 11, 12]
        expected[layout.value] = {
            split: sorted(
                [Path(picture.path).name, picture.label is Label.ANOMALY, defective[picture.path]]
                for picture in manifest.pictures
                if picture.split == split
            )
            for split in ("train", "test")
        }
    reader = [PYTHON, Path(__file__).with_name("read_export.py")]
    ended = subprocess.run(
        [*reader, tmp_path / "mvtecad", tmp_path / "folder"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    assert ended.returncode == 0, ended.stderr
    read = json.loads(ended.stdout.splitlines()[-1])
    assert {
        layout: {split: sorted(rows) for split, rows in splits.items()}
        for layout, splits in read.items()
    } == expected
