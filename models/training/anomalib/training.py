"""Train a model of anomalib's from pictures and write it as a bundle."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from okng.models.bundle import AnomalyBundle
from okng.models.imported.anomalib_methods import AnomalibSettings
from okng.models.imported.anomalib_onnx import wrap_onnx
from okng.models.manifest import BackboneReference, CrossValidation, DatasetImage
from okng.models.preprocessing import Image, to_model_input
from okng.models.scene.learning import SceneLearner
from okng.models.training.environment import TrainingEnvironment
from okng.models.training.external_model import (
    ExternalModel,
    Measured,
    map_scale,
    measure,
    opened,
    write_external,
)
from okng.models.training.folds import Folds, deal_folds
from okng.models.training.pictures import common_folder, dataset_image, read_pictures
from okng.models.training.request import (
    Progress,
    TrainingCancelled,
    TrainingPicture,
    TrainingRequest,
    need_normal_pictures,
)
from okng.models.training.worker_process import run_worker, scratch_folder

PICTURES = "pictures.npy"
BACKBONE = "tf_efficientnet_lite0"
# Where in the whole each part of the work ends.
READ, LEARNT = 0.02, 0.95

Pixels = npt.NDArray[np.uint8]


def train_by_anomalib(
    request: TrainingRequest,
    environment: TrainingEnvironment,
    on_progress: Progress = lambda share, message: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> AnomalyBundle:
    """Train as `okng.models.training.training.train` does, but let anomalib learn.

    It learns from all good pictures, which makes the model, and besides without each of the folds,
    whose pictures that model then scores: so every score is of an unseen picture. Raises what
    `train` raises, and `TrainingError` when anomalib fails.
    """
    with scratch_folder(request.root) as scratch:
        return _Training(request, environment, scratch, on_progress, is_cancelled).run()


class _Training:
    def __init__(
        self,
        request: TrainingRequest,
        environment: TrainingEnvironment,
        scratch: Path,
        on_progress: Progress,
        is_cancelled: Callable[[], bool],
    ) -> None:
        assert isinstance(request.method, AnomalibSettings)
        self._request, self._method = request, request.method
        self._environment, self._scratch = environment, scratch
        self._on_progress, self._is_cancelled = on_progress, is_cancelled
        self._scene = SceneLearner()
        self._pictures = request.pictures
        self._learnt = [i for i, one in enumerate(self._pictures) if _is_learnt(one)]
        self._anomaly = [
            i
            for i, one in enumerate(self._pictures)
            if one.label == "anomaly" and one.split != "test"
        ]

    def run(self) -> AnomalyBundle:
        request = self._request
        need_normal_pictures(request.pictures)
        pixels = self._read_pictures()
        folds = self._folds()
        rounds = self._rounds(folds)
        done = self._learn(rounds)
        measured = self._measure(pixels, rounds)
        self._report(1, "Writing the model")
        bundle = write_external(
            request.root,
            request.name,
            ExternalModel(
                wrapped=wrap_onnx(
                    self._onnx(len(rounds) - 1).read_bytes(),
                    map_scale=map_scale([measured[i] for i in self._learnt]),
                ),
                method=self._method.model_copy(
                    update={"anomalib_version": done["anomalib_version"]}
                ),
                backbone=BackboneReference(name=BACKBONE, sha256=done["backbone_sha256"]),
                dataset=self._dataset(measured),
                cross_validation=CrossValidation(by=folds.by, folds=len(folds)),
                scene=self._scene.reference(),
                allowed_false_reject_rate=request.allowed_false_reject_rate,
                seed=request.seed,
                author=request.author,
                warnings=[folds.warning] if folds.warning else [],
            ),
        )
        self._on_progress(1.0, f"{request.name} version {bundle.manifest.version} is trained")
        return bundle

    def _report(self, share: float, message: str) -> None:
        if self._is_cancelled():
            raise TrainingCancelled(f"the training of {self._request.name} was cancelled")
        self._on_progress(share, message)

    def _read_pictures(self) -> Pixels:
        """What models take of all pictures [n, H, W, 3], in a file that anomalib reads as well."""
        request, count = self._request, len(self._pictures)
        shape = (count, request.input_height, request.input_width, 3)
        pixels = np.lib.format.open_memmap(
            self._scratch / PICTURES, mode="w+", dtype=np.uint8, shape=shape
        )

        def use(i: int, image: Image) -> None:
            pixels[i] = to_model_input(image, *shape[1:3], request.significant_bits)[0]
            if _is_learnt(self._pictures[i]):
                self._scene.add(image, request.significant_bits)

        read_pictures(
            self._pictures,
            use,
            lambda i: self._report(READ * i / count, f"Reading picture {i + 1} of {count}"),
        )
        pixels.flush()
        return pixels

    def _folds(self) -> Folds:
        batches = [one.batch for one in self._pictures]
        return deal_folds(
            [batches[i] for i in self._learnt],
            [batches[i] for i in self._anomaly],
            self._request.seed,
            self._method.folds,
        )

    def _rounds(self, folds: Folds) -> list[list[int]]:
        """What each of the models will be measured on, the one of all good pictures last.

        That one gets the pictures that a person has put aside.
        """
        normal, anomaly = np.array(self._learnt), np.array(self._anomaly, np.int64)
        dealt = zip(folds.normal, folds.anomaly, strict=True)
        put_aside = [i for i, one in enumerate(self._pictures) if one.split == "test"]
        return [*([*normal[a].tolist(), *anomaly[b].tolist()] for a, b in dealt), put_aside]

    def _learn(self, rounds: list[list[int]]) -> dict[str, Any]:
        """Let anomalib learn each model, without the pictures that it will be measured on."""
        height, width = self._request.input_height, self._request.input_width
        task: dict[str, Any] = {
            "do": "learn",
            "model": self._method.model,
            "arguments": self._method.arguments(height, width),
            "epochs": self._method.passes,
            "batch_size": self._method.batch_size,
            "seed": self._request.seed,
            "threads": self._request.threads,
            "height": height,
            "width": width,
            "pictures": PICTURES,
            "rounds": [
                {"learn": sorted({*self._learnt} - {*unseen}), "onnx": self._onnx(i).name}
                for i, unseen in enumerate(rounds)
            ],
        }
        return run_worker(
            self._environment,
            "okng.models.training.anomalib.worker",
            task,
            self._scratch,
            lambda share, message: self._report(READ + (LEARNT - READ) * share, message),
            self._is_cancelled,
        )

    def _onnx(self, number: int) -> Path:
        return self._scratch / f"{number}.onnx"

    def _measure(self, pixels: Pixels, rounds: list[list[int]]) -> list[Measured]:
        """Each picture by the model that has not seen it."""
        measured: dict[int, Measured] = {}
        for i, unseen in enumerate(rounds):
            if not unseen:
                continue
            self._report(LEARNT, f"Testing on unseen pictures, {i + 1} of {len(rounds)}")
            wrapped = wrap_onnx(self._onnx(i).read_bytes())
            with opened(wrapped, self._request.threads) as engine:
                for one in unseen:
                    measured[one] = measure(engine, pixels[one][None], self._pictures[one].path)
        return [measured[i] for i in range(len(pixels))]

    def _dataset(self, measured: list[Measured]) -> list[DatasetImage]:
        folder = common_folder([one.path for one in self._pictures])
        return [
            dataset_image(picture, folder).model_copy(update={"score": one.score})
            for picture, one in zip(self._pictures, measured, strict=True)
        ]


def _is_learnt(picture: TrainingPicture) -> bool:
    return picture.label == "normal" and picture.split != "test"
