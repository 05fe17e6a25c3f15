"""A trained model measured on labelled pictures."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict

from okng.models.anomaly_model import AnomalyModel
from okng.models.evaluation import Histogram, Metrics, evaluate, histogram
from okng.models.evaluation.defect_types import DefectType, defect_types
from okng.models.evaluation.intervals import Interval, wilson
from okng.models.evaluation.pixels import PixelMetrics, pixel_metrics
from okng.models.evaluation.review import ReviewBand, is_suspicious
from okng.models.evaluation.worst import ScoredPicture, worst_pictures
from okng.models.judgement_error import JudgementError
from okng.models.preprocessing import ImageError, read_image, read_mask

Mask = npt.NDArray[np.bool_]


class EvaluationError(ValueError):
    """Pictures that cannot be measured on; the message names what was given."""


@dataclass(frozen=True)
class LabelledPicture:
    """A picture file, what it shows, and, of an anomalous one, its defect as far as known."""

    path: Path
    label: Literal["normal", "anomaly"]
    defect_type: str | None = None
    mask: Path | None = None


class Reviewed(BaseModel):
    """How many pictures lie in the model's review band."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    distance: float
    """From the threshold, down and up."""
    normal: int
    anomaly: int


class Evaluation(BaseModel):
    """What a model did on labelled pictures at a threshold."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    threshold: float
    normal: int
    anomaly: int
    metrics: Metrics
    false_reject_rate: float
    false_reject_interval: Interval
    """95 % confidence interval of the rejected share of the normal pictures (Wilson)."""
    review: Reviewed | None
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
    anomaly_map: npt.NDArray[np.float32]
    size: tuple[int, int]


def evaluate_model(
    model: AnomalyModel,
    pictures: Sequence[LabelledPicture],
    threshold: float,
    on_progress: Callable[[int], None] = lambda judged: None,
) -> Evaluation:
    """Judge all pictures and compare with their labels; pixels are measured where masks exist.

    The pixel figures are of the normal pictures and the anomalous ones with a mask.
    Raises `EvaluationError` for a missing class, and for pictures or masks that cannot be used
    (all are named).
    """
    counts = {label: sum(p.label == label for p in pictures) for label in ("normal", "anomaly")}
    if not all(counts.values()):
        raise EvaluationError(
            f"{counts['normal']} normal and {counts['anomaly']} anomalous pictures were given; "
            "at least one of each is needed"
        )
    judged = _judge_all(model, pictures, on_progress)
    normal = [one.score for one in judged if one.picture.label == "normal"]
    anomaly = [one.score for one in judged if one.picture.label == "anomaly"]
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
            ((one.picture.defect_type, one.score) for one in judged), threshold
        ),
        histogram=histogram(normal, anomaly),
        worst_pictures=worst_pictures(map(_scored, judged), threshold),
        warnings=_warnings(model, judged),
    )


def _reviewed(
    band: ReviewBand | None, normal: Sequence[float], anomaly: Sequence[float], threshold: float
) -> Reviewed | None:
    if band is None:
        return None
    marked_normal, marked_anomaly = (
        sum(is_suspicious(score, threshold, band.distance) for score in scores)
        for scores in (normal, anomaly)
    )
    return Reviewed(distance=band.distance, normal=marked_normal, anomaly=marked_anomaly)


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
        _check_mask(picture.mask, size)
    judgement = model.judge(image)
    sha256 = hashlib.sha256(picture.path.read_bytes()).hexdigest()
    return _Judged(picture, judgement.score, sha256, judgement.anomaly_map, size)


def _check_mask(path: Path, size: tuple[int, int]) -> None:
    mask = read_mask(path)
    if mask.shape != size:
        raise ImageError(
            f"{path}: the mask has {mask.shape[1]} x {mask.shape[0]} pixels, "
            f"its picture {size[1]} x {size[0]}"
        )
    if not mask.any():
        raise ImageError(f"{path}: the mask of an anomalous picture shows no defect")


def _pixels(judged: Sequence[_Judged]) -> PixelMetrics | None:
    masked = [one for one in judged if one.picture.mask]
    if not masked:
        return None
    measured = masked + [one for one in judged if one.picture.label == "normal"]
    return pixel_metrics([one.anomaly_map for one in measured], _masks(measured))


def _masks(judged: Sequence[_Judged]) -> Iterator[Mask]:
    for one in judged:
        yield read_mask(one.picture.mask) if one.picture.mask else np.zeros(one.size, np.bool_)


def _scored(one: _Judged) -> ScoredPicture:
    return ScoredPicture(
        name=str(one.picture.path), sha256=one.sha256, label=one.picture.label, score=one.score
    )


def _warnings(model: AnomalyModel, judged: Sequence[_Judged]) -> list[str]:
    """What makes the figures look better than they are."""
    dataset = model.bundle.manifest.dataset
    learnt = {image.sha256 for image in dataset if image.split == "train"}
    known = sum(one.sha256 in learnt for one in judged)
    if not known:
        return []
    return [
        f"the model learnt from {known} of these {len(judged)} pictures: "
        "the figures look better than they are"
    ]
