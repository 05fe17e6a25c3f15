"""Train a model of anomalib's from pictures and write it as a bundle."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from okng.models.arrays import Image, Uint8Array
from okng.models.bundles.anomalib_settings import AnomalibSettings
from okng.models.bundles.bundle import AnomalyBundle
from okng.models.bundles.manifest import BackboneReference, CrossValidation, ManifestPicture
from okng.models.errors import ImportedModelError
from okng.models.images.image_format import ImageFormat
from okng.models.images.preprocessing import to_model_input
from okng.models.images.significant_bits import bits_note, measure_significant_bits
from okng.models.imported.anomalib_onnx import wrap_onnx
from okng.models.progress import Progress
from okng.models.scene.learn_reference import SceneLearner
from okng.models.training.anomaly.external_model import (
    ExternalModel,
    MeasuredPicture,
    external_score_range,
    map_scale,
    measure_picture,
    open_wrapped,
    write_external,
)
from okng.models.training.anomaly.folds import Folds, make_folds
from okng.models.training.format_consistency import model_format
from okng.models.training.request import (
    TrainingError,
    TrainingPicture,
    TrainingRequest,
    need_normal_pictures,
)
from okng.models.training.subprocess.environment import TrainingEnvironment
from okng.models.training.subprocess.worker_process import run_worker, scratch_folder
from okng.models.training.training_pictures import common_folder, manifest_picture, read_pictures
from okng.models.training.training_progress import TrainingProgress

PICTURES = "pictures.npy"
BACKBONE = "tf_efficientnet_lite0"
# The share of the whole work at which each part ends.
READ, LEARNT = 0.02, 0.95


def train_by_anomalib(
    request: TrainingRequest,
    environment: TrainingEnvironment,
    on_progress: Progress = lambda share, message: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> AnomalyBundle:
    """Train as `train_anomaly_model.train` does, with a model of anomalib's.

    The final model learns from all good pictures. One more model per fold learns from the other
    folds and scores the pictures of its own, so every score is of an unseen picture. Raises what
    `train` raises, and `TrainingError` when anomalib fails.
    """
    try:
        with scratch_folder(request.root) as scratch:
            return _Training(request, environment, scratch, on_progress, is_cancelled).run()
    except ImportedModelError as error:
        raise TrainingError(str(error)) from None


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
        self._progress = TrainingProgress(request.name, on_progress, is_cancelled)
        self._scene = SceneLearner()
        self._formats: dict[str, ImageFormat] = {}
        self._significant_bits = request.significant_bits
        self._pictures = request.pictures
        self._learnt = [i for i, picture in enumerate(self._pictures) if _is_learnt(picture)]
        self._anomaly = [
            i
            for i, picture in enumerate(self._pictures)
            if picture.label == "anomaly" and picture.split != "test"
        ]

    def run(self) -> AnomalyBundle:
        request = self._request
        need_normal_pictures(request.pictures)
        pixels = self._read_pictures()
        folds = self._folds()
        rounds = self._rounds(folds)
        done = self._learn(rounds)
        measured = self._measure(pixels, rounds)
        final = wrap_onnx(self._onnx(len(rounds) - 1).read_bytes())
        with open_wrapped(final, request.threads) as engine:
            usual = np.asarray(pixels[self._learnt[0]])[None]
            score_range = external_score_range(engine, final.input, [usual], measured)
        self._progress.report(1, "Writing the model")
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
                preparation=request.preparation if request.preparation.steps else None,
                allowed_false_reject_rate=request.allowed_false_reject_rate,
                seed=request.seed,
                author=request.author,
                warnings=list(filter(None, [folds.warning, bits_note(self._significant_bits)])),
                picture_format=model_format(self._formats, self._significant_bits),
                score_range=score_range,
            ),
        )
        self._progress.end(bundle.manifest.version)
        return bundle

    def _read_pictures(self) -> Uint8Array:
        """The model inputs of all pictures [n, H, W, 3], in a file that anomalib reads as well."""
        request, count = self._request, len(self._pictures)
        self._significant_bits = request.significant_bits or measure_significant_bits(
            picture.path for picture in self._pictures
        )
        shape = (count, request.input_height, request.input_width, 3)
        pixels = np.lib.format.open_memmap(
            self._scratch / PICTURES, mode="w+", dtype=np.uint8, shape=shape
        )

        preparation = request.preparation
        bits = preparation.bits_after(self._significant_bits)

        def use(i: int, image: Image) -> None:
            self._formats[str(i)] = ImageFormat.of(image)
            prepared = preparation.apply(image)
            pixels[i] = to_model_input(prepared, *shape[1:3], bits)[0]
            if _is_learnt(self._pictures[i]):
                self._scene.add(preparation.upright(prepared), bits)

        read_pictures(
            self._pictures,
            use,
            lambda i: self._progress.report(
                READ * i / count, f"Reading picture {i + 1} of {count}"
            ),
        )
        pixels.flush()
        return pixels

    def _folds(self) -> Folds:
        batches = [picture.batch for picture in self._pictures]
        return make_folds(
            [batches[i] for i in self._learnt],
            [batches[i] for i in self._anomaly],
            self._request.seed,
            self._method.folds,
        )

    def _rounds(self, folds: Folds) -> list[list[int]]:
        """The indices of the pictures that each model is measured on.

        The last model is the final one, and is measured on the pictures that a person held out.
        """
        normal, anomaly = np.array(self._learnt), np.array(self._anomaly, np.int64)
        pairs = zip(folds.normal, folds.anomaly, strict=True)
        held_out = [i for i, picture in enumerate(self._pictures) if picture.split == "test"]
        return [*([*normal[a].tolist(), *anomaly[b].tolist()] for a, b in pairs), held_out]

    def _learn(self, rounds: list[list[int]]) -> dict[str, Any]:
        """Train each model in anomalib, without the pictures that it will be measured on."""
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
            "okng.models.training.anomalib.anomalib_worker",
            task,
            self._scratch,
            lambda share, message: self._progress.report(READ + (LEARNT - READ) * share, message),
            self._progress.is_cancelled,
        )

    def _onnx(self, number: int) -> Path:
        return self._scratch / f"{number}.onnx"

    def _measure(self, pixels: Uint8Array, rounds: list[list[int]]) -> list[MeasuredPicture]:
        """Score each picture by the model that has not seen it."""
        measured: dict[int, MeasuredPicture] = {}
        for i, unseen in enumerate(rounds):
            if not unseen:
                continue
            self._progress.report(LEARNT, f"Testing on unseen pictures, {i + 1} of {len(rounds)}")
            wrapped = wrap_onnx(self._onnx(i).read_bytes())
            with open_wrapped(wrapped, self._request.threads) as engine:
                for index in unseen:
                    measured[index] = measure_picture(
                        engine, pixels[index][None], self._pictures[index].path
                    )
        return [measured[i] for i in range(len(pixels))]

    def _dataset(self, measured: list[MeasuredPicture]) -> list[ManifestPicture]:
        folder = common_folder([picture.path for picture in self._pictures])
        return [
            manifest_picture(picture, folder).model_copy(update={"score": measurement.score})
            for picture, measurement in zip(self._pictures, measured, strict=True)
        ]


def _is_learnt(picture: TrainingPicture) -> bool:
    return picture.label == "normal" and picture.split != "test"
