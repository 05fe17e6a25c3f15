"""anomalib's PaDiM and PatchCore over okng's backbone.

All is anomalib's default but for the backbone and its own normalisation. The layers are those that
the defaults take of a ResNet: strides 4, 8 and 16 for PaDiM, 8 and 16 for PatchCore; of PaDiM's
features 100 are kept, as of a ResNet18's.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from okng.models.arrays import Float32Array, Uint8Array
from okng.models.training.anomalib import anomalib_worker as worker

from .coreset import greedy_k_center

METHODS = ("padim", "patchcore")
_CLASSES = {"padim": "Padim", "patchcore": "Patchcore"}
_ARGUMENTS: dict[str, dict[str, Any]] = {
    "padim": {"layers": ["blocks.1", "blocks.2", "blocks.4"], "n_features": 100},
    "patchcore": {"layers": ["blocks.2", "blocks.4"]},
}
CORESET_RATIO = 0.1


def prepare(threads: int) -> None:
    """Import torch and write the backbone into the working folder."""
    worker.import_torchvision(threads)
    worker.make_backbone(Path(worker.BACKBONE_FOLDER))


def create(method: str, **arguments: Any) -> Any:
    """The Lightning module over the backbone in the working folder."""
    return worker.create_model(_CLASSES[method], _ARGUMENTS[method] | arguments)


def learn_as_users_do(method: str, pictures: Path) -> Any:
    """The module, fitted by anomalib's engine to a folder of good pictures of any size.

    It has everything that anomalib puts around it: ImageNet's normalisation, its resize to 256 px,
    the scaling of scores.
    """
    import anomalib.models
    from anomalib.data import Folder
    from anomalib.engine import Engine

    none = {"test_split_mode": "none", "val_split_mode": "none"}
    data = Folder(name="bench", normal_dir=pictures, num_workers=0, **none)
    data.setup()
    backbone = f"local-dir:{Path(worker.BACKBONE_FOLDER).absolute()}"
    model = getattr(anomalib.models, _CLASSES[method])(backbone=backbone, **_ARGUMENTS[method])
    engine = Engine(accelerator="cpu", enable_progress_bar=False, enable_model_summary=False)
    engine.fit(model, train_dataloaders=data.train_dataloader())
    return model


class Reference:
    """One of anomalib's methods, without Lightning round it: pixels in, scores and maps out."""

    def __init__(
        self, method: str, seed: int, features: Any = None, coreset_ratio: float = CORESET_RATIO
    ) -> None:
        """`features`, from `remembered_features`, stands for the model's own backbone."""
        import torch

        torch.manual_seed(seed)
        ratio = {"coreset_sampling_ratio": coreset_ratio} if method == "patchcore" else {}
        self._module = create(method, **ratio)
        if features is not None:
            self._module.model.feature_extractor = features

    def learn(self, pictures: Iterable[Uint8Array]) -> None:
        """Fit to pictures [1, H, W, 3], RGB."""
        self._module.train()
        for picture in pictures:
            self._module.model(self._normalised(picture))
        with _quick_coreset():
            self._module.fit()
        self._module.eval()

    def judge(self, picture: Uint8Array) -> tuple[float, Float32Array]:
        """The raw score, and the map [H, W], of a picture [1, H, W, 3]."""
        import torch
        from anomalib.models.image.patchcore import torch_model

        # Distances of fewer positions at once stay in the processor's cache; they are the same.
        blocks = patch.object(torch_model, "DEFAULT_CHUNK_SIZE", 64)
        with torch.no_grad(), blocks:
            outputs = self._module.model(self._normalised(picture))
        return float(outputs.pred_score.squeeze()), outputs.anomaly_map.squeeze().numpy()

    def _normalised(self, picture: Uint8Array) -> Any:
        import torch

        image = torch.from_numpy(picture).permute(0, 3, 1, 2).float() / 255
        return self._module.pre_processor.transform(image)


def remembered_features() -> Any:
    """The backbone's three layers, which are found once for each picture and not for each model."""
    import torch

    class Remembered(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.backbone = create("padim").model.feature_extractor
            self.found: dict[int, dict[str, Any]] = {}

        def forward(self, image: Any) -> dict[str, Any]:
            key = hash(image.numpy().tobytes())
            if key not in self.found:
                with torch.no_grad():
                    self.found[key] = self.backbone(image)
            return dict(self.found[key])

    return Remembered()


def _quick_coreset() -> Any:
    """anomalib's choice of the coreset, its projection included, by `greedy_k_center`.

    Of 31,744 vectors both chose the same 3,174, in 2 and 87 s of processor time; 30,720 of 307,200
    would take anomalib's own loop hours.
    """
    import torch
    from anomalib.models.components import KCenterGreedy

    def select(sampler: Any) -> list[int]:
        sampler.model.fit(sampler.embedding)
        projection = sampler.model.sparse_random_matrix.numpy().astype(np.float64)
        # Distances after a matrix are those after its triangular factor, which is smaller.
        factor = np.linalg.qr(projection, mode="r").T.astype(np.float32)
        points = (sampler.embedding - sampler.embedding.mean(dim=0)).numpy() @ factor
        first = int(torch.randint(len(points), (1,)))
        return greedy_k_center(points, sampler.coreset_size, first)

    return patch.object(KCenterGreedy, "select_coreset_idxs", select)
