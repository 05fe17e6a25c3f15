"""Loaded anomaly model: judges images."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from pathlib import Path

from okng.models.anomaly.score_range import (
    ScoreRange,
    keep_score_range,
    measure_score_range,
    read_score_range,
)
from okng.models.arrays import Float32Array, Image
from okng.models.bundles.bundle import ENGINES, AnomalyBundle
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.compilation.build_choice import read_choice
from okng.models.compilation.engine_build import BuildError, read_build
from okng.models.errors import JudgementError
from okng.models.images.preprocessing import to_model_input
from okng.models.inference.loaded_model import LoadedModel
from okng.models.preparation.preparation import NO_PREPARATION, Preparation
from okng.models.preparation.steps.step import PictureSize

SCORE_RANGE = "score_range.json"
"""File in the folder `ENGINES`: the range of a bundle before format 6, measured at first use."""


@dataclass(frozen=True)
class Judgement:
    """The judgement of one image: its score and its anomaly map.

    `anomaly_map` is float32 [h, w] over the whole picture, in the units of the score: values over
    the threshold mark what made the picture anomalous. Where the model's preparation crops or masks
    out, it is zero, or its lowest value where that is negative.
    """

    score: float
    anomaly_map: Float32Array
    preprocess_ms: float
    inference_ms: float


class AnomalyModel(LoadedModel[AnomalyManifest]):
    """An anomaly model's bundle with the engine that runs it. Not thread-safe."""

    manifest_class = AnomalyManifest

    _score_range: ScoreRange | None = None

    @property
    def preparation(self) -> Preparation:
        """The steps that every picture goes through before the model; none in older bundles."""
        return self.bundle.manifest.preparation or NO_PREPARATION

    @property
    def threshold(self) -> float:
        """The threshold that training chose."""
        return self.bundle.manifest.threshold

    @property
    def score_range(self) -> ScoreRange | None:
        """The range of the running engine's scores: as recorded, else measured once and stored.

        None only where the model gives no finite score.
        """
        if self._score_range is None:
            self._score_range = self._recorded_range() or self._measured_range()
        return self._score_range

    def check_threshold(self, threshold: float) -> None:
        """Raise `okng.models.anomaly.score_range.ThresholdError` where no score can exceed it."""
        if score_range := self.score_range:
            score_range.check(threshold)

    def _recorded_range(self) -> ScoreRange | None:
        if self.engine_build:
            return self.engine_build.score_range
        return known_score_range(self.bundle)

    def _measured_range(self) -> ScoreRange | None:
        manifest = self.bundle.manifest
        measured = measure_score_range(
            lambda pixels: float(self._engine.run({"image": pixels})["score"][0]),
            manifest.input.height,
            manifest.input.width,
            scores=[picture.score for picture in manifest.dataset if picture.score is not None],
        )
        if measured and self.engine_build is None:
            keep_score_range(_kept_range(self.bundle), measured)
        return measured

    @property
    def significant_bits(self) -> int | None:
        """Significant bits of the 16 bit pictures that it learnt from; None means all."""
        learnt = self.bundle.manifest.picture_format
        return learnt.significant_bits if learnt else None

    def judge(self, image: Image, significant_bits: int | None = None) -> Judgement:
        """Prepare and score one image, [H, W] grey or [H, W, 3] BGR, uint8 or uint16.

        `significant_bits` of a uint16 image are those that the camera fills (12 for Mono12); None
        means as many as in the training pictures. Higher scores are more anomalous, see
        `is_anomalous`. Raises `ImageError` for another kind of array, and for one that a step of
        the model's preparation does not fit, and `JudgementError` for a score that is not finite.
        """
        size = self.bundle.manifest.input
        start = time.perf_counter()
        preparation = self.preparation
        prepared_image = preparation.apply(image)
        bits = preparation.bits_after(significant_bits or self.significant_bits)
        model_input = to_model_input(prepared_image, size.height, size.width, bits)
        prepared = time.perf_counter()
        outputs = self._engine.run({"image": model_input})
        done = time.perf_counter()
        score = float(outputs["score"][0])
        if not math.isfinite(score):
            raise JudgementError(f"{self.bundle.path}: the score is {score}")
        anomaly_map = preparation.restore(outputs["anomaly_map"][0], PictureSize.of(image))
        return Judgement(score, anomaly_map, (prepared - start) * 1e3, (done - prepared) * 1e3)


def known_score_range(bundle: AnomalyBundle) -> ScoreRange | None:
    """The range of the original model's scores; None where it was not measured yet."""
    return bundle.manifest.score_range or read_score_range(_kept_range(bundle))


def running_score_range(bundle: AnomalyBundle) -> ScoreRange | None:
    """The range of the scores on this station: of the chosen build, else of the original model."""
    try:
        if choice := read_choice(bundle.path):
            return read_build(bundle.path / ENGINES / choice.build).record.score_range
    except BuildError:
        pass
    return known_score_range(bundle)


def _kept_range(bundle: AnomalyBundle) -> Path:
    return bundle.path / ENGINES / SCORE_RANGE


def is_anomalous(score: float, threshold: float) -> bool:
    """Whether a score is anomalous: greater than the threshold; a score equal to it is normal."""
    return score > threshold
