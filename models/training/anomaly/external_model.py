"""External models: models that another program trained, as bundles with okng's threshold."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np

from okng.models.anomaly.graphs import ANOMALY_MAP, IMAGE, SCORE
from okng.models.anomaly.score_range import ScoreRange, measure_score_range
from okng.models.arrays import Float64Array, Uint8Array
from okng.models.bundles.anomalib_settings import AnomalibSettings
from okng.models.bundles.bundle import AnomalyBundle, write_bundle
from okng.models.bundles.imported_settings import ImportedSettings
from okng.models.bundles.manifest import (
    MODEL,
    OPENVINO_MODEL,
    AnomalyDescription,
    BackboneReference,
    CrossValidation,
    ManifestPicture,
    ModelInput,
)
from okng.models.engines import open_engine
from okng.models.engines.engine import Engine
from okng.models.errors import ImportedModelError
from okng.models.evaluation import evaluate, histogram
from okng.models.evaluation.review_band import measure_review_band
from okng.models.evaluation.threshold import measure_false_rejects
from okng.models.evaluation.worst_pictures import worst_pictures
from okng.models.images.image_format import ImageFormat
from okng.models.imported.wrapped_model import WrappedModel
from okng.models.inference.manifest_metrics import (
    measure_defect_types,
    measure_held_out_pictures,
    score_statistics,
)
from okng.models.inference.score_scale import ScoreScale
from okng.models.preparation.preparation import Preparation
from okng.models.scene.reference import SceneReference
from okng.models.training.training_pictures import dataset_warnings, scored_pictures


@dataclass(frozen=True)
class ExternalModel:
    """An external model, the pictures it was measured on, and the fields of its manifest."""

    wrapped: WrappedModel
    method: ImportedSettings | AnomalibSettings
    backbone: BackboneReference | None
    dataset: Sequence[ManifestPicture]
    """Each with its score by a model that had not seen it."""
    cross_validation: CrossValidation | None = None
    scene: SceneReference | None = None
    preparation: Preparation | None = None
    allowed_false_reject_rate: float = 0.01
    threshold: float | None = None
    """None lets `choose_threshold` choose it."""
    seed: int = 0
    author: str = ""
    warnings: Sequence[str] = ()
    score_range: ScoreRange | None = None
    """The result of `external_score_range`."""
    picture_format: ImageFormat | None = None
    """The format of most pictures that it learnt from or was measured on."""

    def scores(self, label: Literal["normal", "anomaly"]) -> Float64Array:
        """The scores [n] of the pictures with that label, without those held out."""
        return np.array([picture.score for picture in self._tested(label)], np.float64)

    def batches(self) -> list[str | None]:
        """The batches of the normal pictures, without those held out."""
        return [picture.batch for picture in self._tested("normal")]

    def _tested(self, label: Literal["normal", "anomaly"]) -> list[ManifestPicture]:
        return [
            picture for picture in self.dataset if picture.label == label and not picture.held_out
        ]


def write_external(root: Path, name: str, external: ExternalModel) -> AnomalyBundle:
    """Choose the threshold, and write the next version of the bundle.

    Raises `ImportedModelError` where no threshold can be chosen from the scores, or no score can
    exceed it, and `BundleError` and `OSError` where the bundle cannot be written.
    """
    normal_scores, anomaly_scores = external.scores("normal"), external.scores("anomaly")
    rate, threshold, review = external.allowed_false_reject_rate, external.threshold, None
    if threshold is None:
        scale = ScoreScale.of(normal_scores, external.wrapped.probability)
        threshold = scale.choose_threshold(normal_scores, rate)
        distance = scale.review_distance(normal_scores, threshold, rate)
        review = measure_review_band(normal_scores, threshold, distance)
    warnings = [*external.warnings, *_range_warning(external.score_range, threshold)]
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
        defect_types=measure_defect_types(
            [picture for picture in dataset if not picture.held_out], threshold
        ),
        held_out=measure_held_out_pictures(dataset, threshold),
        histogram=histogram(normal_scores, anomaly_scores),
        worst_pictures=worst_pictures(scored_pictures(dataset), threshold),
        scene=external.scene,
        preparation=external.preparation,
        picture_format=external.picture_format,
        scores_are_probabilities=external.wrapped.probability,
        dataset=dataset,
        seed=external.seed,
        author=external.author,
        created_at=datetime.now(UTC),
        score_range=external.score_range,
        warnings=[*warnings, *dataset_warnings(dataset)],
    )
    return write_bundle(root, name, description, external.wrapped.files)


def _range_warning(score_range: ScoreRange | None, threshold: float) -> list[str]:
    """The warning for a threshold below all scores; raises for one above them all."""
    if score_range is None:
        return []
    if problem := score_range.why_unreachable(threshold):
        raise ImportedModelError(
            f"{problem}. Give a lower threshold with --threshold, allow a larger share of false "
            "rejects, or export the model without clipping its scores (anomalib: post_processor = "
            "None)"
        )
    note = score_range.why_always(threshold)
    return [note] if note else []


class MeasuredPicture(NamedTuple):
    """The measured output of a model for one picture."""

    score: float
    highest: float
    """The anomaly map's highest value."""


@contextmanager
def open_wrapped(wrapped: WrappedModel, threads: int) -> Iterator[Engine]:
    """Open an engine for a model that is not in a bundle yet."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in wrapped.files.items():
            Path(folder, name).write_bytes(data)
        (model,) = (name for name in wrapped.files if name in (MODEL, OPENVINO_MODEL))
        yield open_engine(Path(folder, model), threads)


def measure_picture(engine: Engine, pixels: Uint8Array, picture: object) -> MeasuredPicture:
    """Run a model on the input [1, H, W, 3]; `picture` names the picture in an error.

    Raises `ImportedModelError` for a score that is not finite.
    """
    outputs = engine.run({IMAGE: pixels})
    measured = MeasuredPicture(float(outputs[SCORE][0]), float(outputs[ANOMALY_MAP].max()))
    if not np.isfinite(measured.score):
        raise ImportedModelError(f"{picture}: the model's score is {measured.score}")
    return measured


def external_score_range(
    engine: Engine,
    size: ModelInput,
    usual: Sequence[Uint8Array],
    measured: Sequence[MeasuredPicture],
) -> ScoreRange | None:
    """Measure the range of the model's scores; `usual` are inputs of good parts."""
    return measure_score_range(
        lambda pixels: float(engine.run({IMAGE: pixels})[SCORE][0]),
        size.height,
        size.width,
        usual,
        [picture.score for picture in measured],
    )


def map_scale(normal: Sequence[MeasuredPicture]) -> float:
    """The factor that brings the anomaly map into the units of the score.

    Some models sum over the map, or normalise score and map differently, but a map value over the
    threshold must mark what made the picture anomalous. The factor makes the median highest map
    value of good pictures equal to their median score; it is 1 where either is not positive.
    """
    score = float(np.median([picture.score for picture in normal]))
    highest = float(np.median([picture.highest for picture in normal]))
    return score / highest if score > 0 and highest > 0 else 1.0
