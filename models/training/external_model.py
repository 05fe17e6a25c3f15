"""A model that another program trained becomes a bundle, measured and with okng's threshold."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

from okng.models.anomaly.composition import IMAGE, SCORE
from okng.models.bundle import (
    BackboneReference,
    Bundle,
    DatasetImage,
    ModelDescription,
    write_bundle,
)
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.evaluation import evaluate, histogram
from okng.models.evaluation.worst import worst_pictures
from okng.models.imported.anomalib_onnx import ImportedModelError, WrappedModel
from okng.models.imported.settings import ImportedSettings
from okng.models.preprocessing import read_image, to_model_input
from okng.models.training.threshold import choose_threshold, measure_false_rejects
from okng.models.training.training import (
    common_folder,
    dataset_warnings,
    score_statistics,
    scored_pictures,
)

USUAL_SCORE = 10.0
"""`choose_threshold` takes scores of this size; other programs' scores are of any."""


@dataclass(frozen=True)
class ExternalModel:
    """The model, the pictures to measure it on, and what its manifest says."""

    wrapped: WrappedModel
    method: ImportedSettings
    backbone: BackboneReference | None
    learnt: Sequence[Path]
    """Normal pictures that it learnt from: named in the manifest, and not measured."""
    unseen_normal: Sequence[Path]
    anomaly: Sequence[Path]
    significant_bits: int | None = None
    allowed_false_reject_rate: float = 0.01
    threshold: float | None = None
    """None lets `choose_threshold` choose it."""
    seed: int = 0
    author: str = ""
    warnings: Sequence[str] = ()


def write_external(
    root: Path,
    name: str,
    external: ExternalModel,
    threads: int,
    on_picture: Callable[[int, int], None] = lambda number, count: None,
) -> Bundle:
    """Score the pictures, choose the threshold, and write the next version of the bundle.

    `on_picture` is called before each picture with its number and how many there are. Raises
    `ImportedModelError` where the scores are no basis for a threshold,
    `okng.models.preprocessing.ImageError` for a bad picture, `okng.models.bundle.BundleError` and
    `OSError` where the bundle cannot be written.
    """
    engine = OnnxRuntimeEngine(external.wrapped.model, threads)
    measured = [*external.unseen_normal, *external.anomaly]
    scores = np.empty(len(measured))
    for i, path in enumerate(measured):
        on_picture(i + 1, len(measured))
        scores[i] = _score(engine, path, external)
    normal_scores, anomaly_scores = np.split(scores, [len(external.unseen_normal)])
    rate = external.allowed_false_reject_rate
    threshold = external.threshold
    if threshold is None:
        threshold = threshold_of_any_scale(normal_scores, rate)
    dataset = _dataset(external, scores)
    description = ModelDescription(
        method=external.method,
        backbone=external.backbone,
        input=external.wrapped.input,
        threshold=threshold,
        allowed_false_reject_rate=rate,
        normal_scores=score_statistics(normal_scores),
        false_rejects=measure_false_rejects(normal_scores, threshold, rate),
        metrics=evaluate(normal_scores, anomaly_scores, threshold) if external.anomaly else None,
        histogram=histogram(normal_scores, anomaly_scores),
        worst_pictures=worst_pictures(scored_pictures(dataset), threshold),
        dataset=dataset,
        seed=external.seed,
        author=external.author,
        created_at=datetime.now(UTC),
        warnings=[*external.warnings, *dataset_warnings(dataset)],
    )
    return write_bundle(root, name, description, external.wrapped.model)


def threshold_of_any_scale(
    scores: npt.NDArray[np.float64], allowed_false_reject_rate: float
) -> float:
    """`choose_threshold` for scores of another program's scale.

    Raises `ImportedModelError` unless at least half of the scores are greater than 0.
    """
    median = float(np.median(scores))
    if not median > 0:
        raise ImportedModelError(
            f"half of the scores of good pictures are at or below {median:.4g}, and a threshold "
            "can only be chosen from scores above 0: give one with --threshold"
        )
    scale = USUAL_SCORE / median
    return choose_threshold(scores * scale, allowed_false_reject_rate) / scale


def _score(engine: OnnxRuntimeEngine, path: Path, external: ExternalModel) -> float:
    size = external.wrapped.input
    image = to_model_input(read_image(path), size.height, size.width, external.significant_bits)
    score = float(engine.run({IMAGE: image})[SCORE][0])
    if not np.isfinite(score):
        raise ImportedModelError(f"{path}: the model's score is {score}")
    return score


def _dataset(external: ExternalModel, scores: npt.NDArray[np.float64]) -> list[DatasetImage]:
    learnt, unseen, anomaly = external.learnt, external.unseen_normal, external.anomaly
    folder = common_folder([*learnt, *unseen, *anomaly])

    def image(
        path: Path,
        label: Literal["normal", "anomaly"],
        split: Literal["train", "test"],
        score: float | None,
    ) -> DatasetImage:
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        name = os.path.relpath(path, folder)
        return DatasetImage(sha256=sha256, name=name, label=label, split=split, score=score)

    of_normal, of_anomaly = np.split(scores, [len(unseen)])
    return [
        *(image(path, "normal", "train", None) for path in learnt),
        *(image(p, "normal", "test", s) for p, s in zip(unseen, of_normal.tolist(), strict=True)),
        *(
            image(p, "anomaly", "test", s)
            for p, s in zip(anomaly, of_anomaly.tolist(), strict=True)
        ),
    ]
