"""Trains and scores with anomalib alone, on an export of okng's, as a user of anomalib does.

.venv-train/bin/python tests/models/training/anomalib/train_in_anomalib.py TASK.json

Leaves `model.ckpt`, `model.onnx` (with anomalib's own post-processing inside) and `scores.npz`:
names, raw scores [n], raw maps [n, h, w] and the threshold that anomalib chose.
"""

import json
import sys
from pathlib import Path

import numpy as np

from okng.models.training.anomalib import anomalib_worker as worker

worker.import_torchvision(1)

import anomalib.models  # noqa: E402
from anomalib.data import Folder  # noqa: E402
from anomalib.engine import Engine  # noqa: E402
from anomalib.pre_processing import PreProcessor  # noqa: E402
from lightning import seed_everything  # noqa: E402
from torchvision.transforms.v2 import Normalize  # noqa: E402

if __name__ == "__main__":
    task = json.loads(Path(sys.argv[1]).read_text())
    out, (height, width) = Path(task["out"]), task["size"]
    backbone = out / "backbone"
    worker.make_backbone(backbone)
    seed_everything(0)
    normalize = Normalize(mean=worker.MEAN, std=worker.STANDARD_DEVIATION)
    model = getattr(anomalib.models, task["model"])(
        backbone=f"local-dir:{backbone}",
        pre_processor=PreProcessor(transform=normalize),
        visualizer=False,
        evaluator=False,
        **task["arguments"],
    )
    pictures = Folder(
        name="parts",
        root=task["export"],
        normal_dir="train/good",
        normal_test_dir="test/good",
        abnormal_dir="test/defect",
        train_batch_size=8,
        eval_batch_size=8,
        num_workers=0,
        val_split_mode="same_as_test",
    )
    engine = Engine(default_root_dir=out / "results", accelerator="cpu", max_epochs=task["epochs"])
    engine.fit(model=model, datamodule=pictures)
    engine.trainer.save_checkpoint(out / "model.ckpt")
    model.to_onnx(out, input_size=(height, width), dynamic_axes={}, opset_version=18)
    threshold = float(model.post_processor.image_threshold)
    model.post_processor = None
    batches = Engine(default_root_dir=out / "results", accelerator="cpu").predict(
        model=model, dataloaders=pictures.test_dataloader()
    )
    np.savez(
        out / "scores.npz",
        names=[Path(path).name for batch in batches for path in batch.image_path],
        scores=np.concatenate([batch.pred_score.numpy().reshape(-1) for batch in batches]),
        maps=np.concatenate(
            [batch.anomaly_map.numpy().reshape(-1, height, width) for batch in batches]
        ),
        threshold=threshold,
    )
