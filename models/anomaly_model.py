"""A trained anomaly model that judges pictures."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from okng.models.bundle import load_bundle
from okng.models.judgement_error import JudgementError
from okng.models.loaded_model import LoadedModel
from okng.models.manifest import AnomalyManifest
from okng.models.preprocessing import Image, to_model_input


@dataclass(frozen=True)
class Judgement:
    """One picture's judgement.

    `anomaly_map` is float32 [h, w] over the whole picture, in the score's own units: a value over
    the threshold marks what made the picture anomalous.
    """

    score: float
    anomaly_map: npt.NDArray[np.float32]
    preprocess_ms: float
    inference_ms: float


class AnomalyModel(LoadedModel[AnomalyManifest]):
    """A bundle and the engine that runs it. Not for several threads at once."""

    @classmethod
    def load(cls, path: Path, threads: int = 2) -> AnomalyModel:
        """Verify the bundle in folder `path` and load its model, warmed up.

        The build that was chosen for it runs where it fits this machine; else the model as it came.
        Raises `okng.models.bundle.BundleError`, also where it is no anomaly model or its engine is
        not installed.
        """
        return cls.open(load_bundle(path, AnomalyManifest), threads)

    @property
    def threshold(self) -> float:
        """The threshold that training chose."""
        return self.bundle.manifest.threshold

    def judge(self, image: Image, significant_bits: int | None = None) -> Judgement:
        """Score one picture, [H, W] grey or [H, W, 3] BGR, uint8 or uint16.

        `significant_bits` of a uint16 picture are those that the camera fills (12 for Mono12);
        None means all. Higher scores are more anomalous: see `is_anomalous`. Raises
        `okng.models.preprocessing.ImageError` for a picture of another kind and `JudgementError`
        for a score that is no finite number.
        """
        size = self.bundle.manifest.input
        start = time.perf_counter()
        model_input = to_model_input(image, size.height, size.width, significant_bits)
        prepared = time.perf_counter()
        outputs = self._engine.run({"image": model_input})
        done = time.perf_counter()
        score = float(outputs["score"][0])
        if not math.isfinite(score):
            raise JudgementError(f"{self.bundle.path}: the score is {score}")
        return Judgement(
            score, outputs["anomaly_map"][0], (prepared - start) * 1e3, (done - prepared) * 1e3
        )


def is_anomalous(score: float, threshold: float) -> bool:
    """Whether a score is anomalous: greater than the threshold; a score equal to it is normal."""
    return score > threshold
