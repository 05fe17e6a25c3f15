"""Evaluation of an anomaly model on labelled pictures."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from okng.models.anomaly.score_range import ThresholdError
from okng.models.arrays import BoolArray, Float32Array
from okng.models.errors import JudgementError, OkngError
from okng.models.evaluation import Histogram, Metrics, evaluate, histogram
from okng.models.evaluation.defect_types import DefectType, defect_types
from okng.models.evaluation.intervals import Interval, wilson
from okng.models.evaluation.pixel_metrics import PixelMetrics, pixel_metrics
from okng.models.evaluation.review_band import ReviewBand, is_suspicious
from okng.models.evaluation.worst_pictures import ScoredPicture, worst_pictures
from okng.models.images.image_files import read_image, read_mask
from okng.models.images.preprocessing import ImageError
from okng.models.inference.anomaly_model import AnomalyModel
from okng.models.inference.measure_pixels import read_checked_mask
from okng.models.strict_model import StrictModel


class EvaluationError(OkngError, ValueError):
    """Pictures that a model cannot be evaluated on; the message names them."""


@dataclass(frozen=True)
class LabelledPicture:
    """A picture file and its label; an anomalous one may have a defect type and a mask."""

    path: Path
    label: Literal["normal", "anomaly"]
    defect_type: str | None = None
    mask: Path | None = None


class ReviewBandCounts(StrictModel):
    """How many pictures lie in the model's review band."""

    distance: float
    """Distance of the band's edges from the threshold, down and up."""
    normal: int
    anomaly: int


class Evaluation(StrictModel):
    """Result of an evaluation on labelled pictures at a threshold."""

    threshold: float
    normal: int
    anomaly: int
    metrics: Metrics
    false_reject_rate: float
    false_reject_interval: Interval
    """95 % confidence interval of the rejected share of the normal pictures (Wilson)."""
    review: ReviewBandCounts | None
    """None where the model has no review band."""
    pixels: PixelMetrics | None
    """None where no anomalous picture has a mask."""
    defect_types: list[DefectType]
    histogram: Histogram
    worst_pictures: list[ScoredPicture]
    warnings: list[str]


@dataclass(frozen=True)
class _Judged:
    picture: LabelledPicture
    score: float
    sha256: str
    anomaly_map: Float32Array
    size: tuple[int, int]
    brightness_problem: str | None
    """The result of `ImageFormat.brightness_problem`."""


def evaluate_model(
    model: AnomalyModel,
    pictures: Sequence[LabelledPicture],
    threshold: float,
    on_progress: Callable[[int], None] = lambda judged: None,
) -> Evaluation:
    """Judge all pictures and compare with their labels; with masks also pixel by pixel.

    Pixel metrics are over the normal pictures and the anomalous ones with a mask. Raises
    `EvaluationError` for a missing class, for pictures or masks that cannot be used (naming all),
    and for a threshold that no score can exceed.
    """
    try:
        model.check_threshold(threshold)
    except ThresholdError as error:
        raise EvaluationError(str(error)) from None
    counts = {label: sum(p.label == label for p in pictures) for label in ("normal", "anomaly")}
    if not all(counts.values()):
        raise EvaluationError(
            f"{counts['normal']} normal and {counts['anomaly']} anomalous pictures were given; "
            "at least one of each is needed"
        )
    judged = _judge_all(model, pictures, on_progress)
    normal = [result.score for result in judged if result.picture.label == "normal"]
    anomaly = [result.score for result in judged if result.picture.label == "anomaly"]
    metrics = evaluate(normal, anomaly, threshold)
    rejected = metrics.false_positives / len(normal)
    return Evaluation(
        threshold=threshold,
        normal=len(normal),
        anomaly=len(anomaly),
        metrics=metrics,
        false_reject_rate=rejected,
        false_reject_interval=wilson(rejected, len(normal)),
        review=_reviewed(model.bundle.manifest.review_band, normal, anomaly, threshold),
        pixels=_pixels(judged),
        defect_types=defect_types(
            ((result.picture.defect_type, result.score) for result in judged), threshold
        ),
        histogram=histogram(normal, anomaly),
        worst_pictures=worst_pictures(map(_scored, judged), threshold),
        warnings=[*_threshold_warning(model, threshold), *_warnings(model, judged)],
    )


def _reviewed(
    band: ReviewBand | None, normal: Sequence[float], anomaly: Sequence[float], threshold: float
) -> ReviewBandCounts | None:
    if band is None:
        return None
    marked_normal, marked_anomaly = (
        sum(is_suspicious(score, threshold, band.distance) for score in scores)
        for scores in (normal, anomaly)
    )
    return ReviewBandCounts(distance=band.distance, normal=marked_normal, anomaly=marked_anomaly)


def _judge_all(
    model: AnomalyModel,
    pictures: Sequence[LabelledPicture],
    on_progress: Callable[[int], None],
) -> list[_Judged]:
    judged: list[_Judged] = []
    bad: list[str] = []
    for number, picture in enumerate(pictures, 1):
        try:
            judged.append(_judge(model, picture))
        except (ImageError, JudgementError) as error:
            message = str(error)
            named = str(picture.path) in message or str(picture.mask) in message
            bad.append(message if named else f"{picture.path}: {message}")
        on_progress(number)
    if bad:
        raise EvaluationError(f"{len(bad)} bad pictures:\n" + "\n".join(bad))
    return judged


def _judge(model: AnomalyModel, picture: LabelledPicture) -> _Judged:
    image = read_image(picture.path)
    size = (image.shape[0], image.shape[1])
    if picture.mask:
        read_checked_mask(picture.mask, size)
    judgement = model.judge(image)
    sha256 = hashlib.sha256(picture.path.read_bytes()).hexdigest()
    learnt = model.bundle.manifest.picture_format
    problem = learnt.brightness_problem(image) if learnt else None
    return _Judged(picture, judgement.score, sha256, judgement.anomaly_map, size, problem)


def _pixels(judged: Sequence[_Judged]) -> PixelMetrics | None:
    masked = [result for result in judged if result.picture.mask]
    if not masked:
        return None
    measured = masked + [result for result in judged if result.picture.label == "normal"]
    return pixel_metrics([result.anomaly_map for result in measured], _masks(measured))


def _masks(judged: Sequence[_Judged]) -> Iterator[BoolArray]:
    for result in judged:
        yield (
            read_mask(result.picture.mask)
            if result.picture.mask
            else np.zeros(result.size, np.bool_)
        )


def _scored(result: _Judged) -> ScoredPicture:
    return ScoredPicture(
        name=str(result.picture.path),
        sha256=result.sha256,
        label=result.picture.label,
        score=result.score,
    )


def _threshold_warning(model: AnomalyModel, threshold: float) -> list[str]:
    score_range = model.score_range
    note = score_range.why_always(threshold) if score_range else None
    return [note] if note else []


def _warnings(model: AnomalyModel, judged: Sequence[_Judged]) -> list[str]:
    """Warnings about what makes the metrics misleading."""
    warnings = []
    odd = [result for result in judged if result.brightness_problem]
    if odd:
        warnings.append(
            f"{len(odd)} of {len(judged)} pictures are not as bright as the model expects them, "
            f"such as {odd[0].picture.path}: {odd[0].brightness_problem}"
        )
    dataset = model.bundle.manifest.dataset
    learnt = {image.sha256 for image in dataset if image.split == "train"}
    learnt_pictures = sum(result.sha256 in learnt for result in judged)
    if learnt_pictures:
        warnings.append(
            f"the model learnt from {learnt_pictures} of these {len(judged)} pictures: "
            "the figures look better than they are"
        )
    return warnings
