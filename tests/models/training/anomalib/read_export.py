"""Reads an export with anomalib's own data modules and prints what they found, as JSON.

.venv-train/bin/python tests/models/training/anomalib/read_export.py MVTECAD_ROOT FOLDER_ROOT
"""

import json
import sys
from pathlib import Path
from typing import Any

from okng.models.training.anomalib.anomalib_worker import import_torchvision

import_torchvision(threads=1)

from anomalib.data import Folder, MVTecAD  # noqa: E402


def found(module: Any) -> dict[str, list[list[Any]]]:
    """Of each split: file name, whether it is anomalous, and how many pixels are defective."""
    module.setup()
    return {
        split: [
            [
                Path(item.image_path).name,
                bool(item.gt_label),
                0 if item.gt_mask is None else int(item.gt_mask.sum()),
            ]
            for item in data
        ]
        for split, data in (("train", module.train_data), ("test", module.test_data))
    }


if __name__ == "__main__":
    mvtecad, folder = sys.argv[1:]
    # Without this the test pictures are halved to validate with.
    whole = {"val_split_mode": "same_as_test"}
    modules = {
        "mvtecad": MVTecAD(root=mvtecad, category="cells", **whole),
        "folder": Folder(
            name="cells",
            root=folder,
            normal_dir="train/good",
            normal_test_dir="test/good",
            abnormal_dir="test/defect",
            mask_dir="ground_truth/defect",
            **whole,
        ),
    }
    print(json.dumps({name: found(module) for name, module in modules.items()}))
