"""A model that another program trained becomes a bundle, measured and with okng's threshold."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from okng.models.anomaly.composition import ANOMALY_MAP, IMAGE, SCORE
from okng.models.bundle import AnomalyBundle, write_bundle
from okng.models.engines import open_engine
from okng.models.engines.engine import Engine
from okng.models.evaluation import evaluate, histogram
from okng.models.evaluation.review import measure_review_band
from okng.models.evaluation.worst import worst_pictures
from okng.models.imported.anomalib_methods import AnomalibSettings
from okng.models.imported.settings import ImportedSettings
from okng.models.imported.wrapped_model import ImportedModelError, WrappedModel
from okng.models.manifest import (
    MODEL,
    OPENVINO_MODEL,
    AnomalyDescription,
    BackboneReference,
    CrossValidation,
    DatasetImage,
)
from okng.models.scene.reference import SceneReference
from okng.models.training.measurement import (
    measure_defect_types,
    measure_put_aside,
    score_statistics,
)
from okng.models.training.pictures import dataset_warnings, scored_pictures
from okng.models.training.threshold import measure_false_rejects
from okng.models.training.usual_scale import UsualScale

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True)
class ExternalModel:
    """The model, the pictures it was measured on, and what its manifest says."""

    wrapped: WrappedModel
    method: ImportedSettings | AnomalibSettings
    backbone: BackboneReference | None
    dataset: Sequence[DatasetImage]
    """Each with its score by a model that had not seen it."""
    cross_validation: CrossValidation | None = None
    scene: SceneReference | None = None
    allowed_false_reject_rate: float = 0.01
    threshold: float | None = None
    """None lets `choose_threshold` choose it."""
    seed: int = 0
    author: str = ""
    warnings: Sequence[str] = ()

    def scores(self, label: Literal["normal", "anomaly"]) -> Scores:
        """Those [n] of the pictures with that label, those put aside left out."""
        return np.array([one.score for one in self._tested(label)], np.float64)

    def batches(self) -> list[str | None]:
        """Those of the normal pictures, those put aside left out."""
        return [one.batch for one in self._tested("normal")]

    def _tested(self, label: Literal["normal", "anomaly"]) -> list[DatasetImage]:
        return [one for one in self.dataset if one.label == label and not one.held_out]


def write_external(root: Path, name: str, external: ExternalModel) -> AnomalyBundle:
    """Choose the threshold, and write the next version of the bundle.

    Raises `ImportedModelError` where the scores are no basis for a threshold,
    `okng.models.bundle.BundleError` and `OSError` where the bundle cannot be written.
    """
    normal_scores, anomaly_scores = external.scores("normal"), external.scores("anomaly")
    rate, threshold, review = external.allowed_false_reject_rate, external.threshold, None
    if threshold is None:
        scale = UsualScale.of(normal_scores, external.wrapped.probability)
        threshold = scale.choose_threshold(normal_scores, rate)
        distance = scale.review_distance(normal_scores, threshold, rate)
        review = measure_review_band(normal_scores, threshold, distance)
    dataset = list(external.dataset)
    tested = external.cross_validation
    batches = external.batches() if tested and tested.by == "batch" else None
    description = AnomalyDescription(
        method=external.method,
        backbone=external.backbone,
        input=external.wrapped.input,
        threshold=threshold,
        allowed_false_reject_rate=rate,
        normal_scores=score_statistics(normal_scores),
        false_rejects=measure_false_rejects(normal_scores, threshold, rate, batches),
        cross_validation=tested,
        review_band=review,
        metrics=evaluate(normal_scores, anomaly_scores, threshold) if len(anomaly_scores) else None,
        defect_types=measure_defect_types([one for one in dataset if not one.held_out], threshold),
        held_out=measure_put_aside(dataset, threshold),
        histogram=histogram(normal_scores, anomaly_scores),
        worst_pictures=worst_pictures(scored_pictures(dataset), threshold),
        scene=external.scene,
        scores_are_probabilities=external.wrapped.probability,
        dataset=dataset,
        seed=external.seed,
        author=external.author,
        created_at=datetime.now(UTC),
        warnings=[*external.warnings, *dataset_warnings(dataset)],
    )
    return write_bundle(root, name, description, external.wrapped.files)


class Measured(NamedTuple):
    """What a model says of a picture."""

    score: float
    highest: float
    """The map's highest value."""


@contextmanager
def opened(wrapped: WrappedModel, threads: int) -> Iterator[Engine]:
    """The engine for a model that is in no bundle yet."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in wrapped.files.items():
            Path(folder, name).write_bytes(data)
        (model,) = (name for name in wrapped.files if name in (MODEL, OPENVINO_MODEL))
        yield open_engine(Path(folder, model), threads)


def measure(engine: Engine, pixels: npt.NDArray[np.uint8], picture: object) -> Measured:
    """Run a model on its input [1, H, W, 3]; `picture` names it in what is raised.

    Raises `ImportedModelError` for a score that is no finite number.
    """
    outputs = engine.run({IMAGE: pixels})
    measured = Measured(float(outputs[SCORE][0]), float(outputs[ANOMALY_MAP].max()))
    if not np.isfinite(measured.score):
        raise ImportedModelError(f"{picture}: the model's score is {measured.score}")
    return measured


def map_scale(normal: Sequence[Measured]) -> float:
    """What the map has to be multiplied by to be in the score's units.

    Some models' scores are sums over the map, or are normalised in another way than it, while a
    value over the threshold is to mark what made the picture anomalous. So that the highest values
    on good pictures are of the scores' size; 1 where they are not positive.
    """
    score = float(np.median([one.score for one in normal]))
    highest = float(np.median([one.highest for one in normal]))
    return score / highest if score > 0 and highest > 0 else 1.0
