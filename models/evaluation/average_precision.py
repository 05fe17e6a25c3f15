"""Average precision of a detector, as COCO defines it (Lin et al., ECCV 2014).

The definition is that of `cocoeval.py` for boxes of any size without crowds: of each picture the
100 detections with the highest scores; precision read at 101 recalls, made monotonic; the mean
over classes, and for `map_50_95` over the overlaps 0.50, 0.55, ..., 0.95.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from okng.models.arrays import BoolArray, Float64Array, FloatArray, IntegerArray
from okng.models.boxes import iou
from okng.models.strict_model import StrictModel

OVERLAPS = np.linspace(0.5, 0.95, 10)
RECALLS = np.linspace(0, 1, 101)
MAX_DETECTIONS = 100
"""Most detections of one picture that count."""


class Objects(NamedTuple):
    """Objects of one picture: the labelled or the detected ones."""

    boxes: FloatArray
    """[n, 4]: left, top, right, bottom."""
    classes: IntegerArray
    """[n]: class numbers."""
    scores: FloatArray | None = None
    """[n], for detected objects."""


class ClassPrecision(StrictModel):
    """Average precision of one class; None where the pictures have no object of it."""

    name: str
    boxes: int
    """Number of labelled objects of the class."""
    ap_50: float | None
    """Average precision at an overlap of 0.5."""
    ap_50_95: float | None
    """Mean over the overlaps 0.50 to 0.95."""


class DetectionMetrics(StrictModel):
    """Metrics of a detector: mean average precision, and each class's own."""

    pictures: int
    map_50: float | None
    """Mean over classes with labelled objects; None without any."""
    map_50_95: float | None
    classes: list[ClassPrecision]


def evaluate_detections(
    truth: Sequence[Objects], found: Sequence[Objects], classes: Sequence[str]
) -> DetectionMetrics:
    """Average precision over pictures; `truth` and `found` have an entry per picture."""
    of_classes = [_of_class(truth, found, number, name) for number, name in enumerate(classes)]
    counted = [figures for figures in of_classes if figures.boxes]
    return DetectionMetrics(
        pictures=len(truth),
        map_50=float(np.mean([figures.ap_50 for figures in counted])) if counted else None,
        map_50_95=float(np.mean([figures.ap_50_95 for figures in counted])) if counted else None,
        classes=of_classes,
    )


def best_minimum_score(truth: Sequence[Objects], found: Sequence[Objects], classes: int) -> float:
    """The score threshold with the best F1 at an overlap of 0.5.

    It lies midway between the last score that counts and the next lower one; 0 where no detection
    is right at any score.
    """
    judged = [_judged(truth, found, number) for number in range(classes)]
    scores = np.concatenate([picture.scores for picture in judged])
    order = np.argsort(-scores, kind="stable")
    scores = np.append(scores[order], 0.0)
    right = np.cumsum(np.concatenate([picture.hits[0] for picture in judged])[order])
    boxes = sum(picture.boxes for picture in judged)
    f1 = 2 * right / (np.arange(1, len(right) + 1) + boxes)
    # Equal scores share one threshold.
    f1[scores[:-1] == scores[1:]] = 0
    if not right.size or not f1.max():
        return 0.0
    last = int(f1.argmax())
    return float((scores[last] + scores[last + 1]) / 2)


class _Judged(NamedTuple):
    """Detections of a class, the highest scores first."""

    hits: BoolArray
    """[overlaps, n]."""
    scores: Float64Array
    boxes: int
    """Number of labelled objects."""


def _judged(truth: Sequence[Objects], found: Sequence[Objects], number: int) -> _Judged:
    scores: list[Float64Array] = [np.empty(0)]
    hits: list[BoolArray] = [np.empty((len(OVERLAPS), 0), bool)]
    boxes = 0
    for objects, answer in zip(truth, found, strict=True):
        expected = objects.boxes[objects.classes == number]
        boxes += len(expected)
        of_picture, best = _best(answer, number)
        scores.append(best)
        hits.append(_matches(iou(of_picture, expected)))
    every = np.concatenate(scores)
    order = np.argsort(-every, kind="stable")
    return _Judged(np.concatenate(hits, axis=1)[:, order], every[order], boxes)


def _of_class(
    truth: Sequence[Objects], found: Sequence[Objects], number: int, name: str
) -> ClassPrecision:
    hits, _, boxes = _judged(truth, found, number)
    if not boxes:
        return ClassPrecision(name=name, boxes=0, ap_50=None, ap_50_95=None)
    precisions = [coco_average_precision(right, boxes) for right in hits]
    return ClassPrecision(
        name=name, boxes=boxes, ap_50=precisions[0], ap_50_95=float(np.mean(precisions))
    )


def _best(found: Objects, number: int) -> tuple[Float64Array, Float64Array]:
    """Boxes and scores of a class, the highest scores first."""
    assert found.scores is not None
    chosen = np.flatnonzero(found.classes == number)
    chosen = chosen[np.argsort(-found.scores[chosen], kind="stable")[:MAX_DETECTIONS]]
    return found.boxes[chosen].astype(np.float64), found.scores[chosen].astype(np.float64)


def _matches(overlaps: Float64Array) -> BoolArray:
    """Which detections [overlaps, n] match an object of their own, highest scores first.

    Each takes the remaining object that it overlaps most.
    """
    hits = np.zeros((len(OVERLAPS), len(overlaps)), bool)
    for level, needed in enumerate(OVERLAPS):
        left = overlaps.copy()
        for index in range(len(left) if left.size else 0):
            best = int(left[index].argmax())
            if left[index, best] >= needed:
                hits[level, index] = True
                left[:, best] = -1
    return hits


def coco_average_precision(right: BoolArray, boxes: int) -> float:
    """COCO's average precision: mean precision at 101 recalls; detections by descending score."""
    count = np.arange(1, len(right) + 1)
    true_positives = np.cumsum(right)
    precision = np.maximum.accumulate((true_positives / count)[::-1])[::-1]
    reached = np.searchsorted(true_positives / boxes, RECALLS, side="left")
    # A recall that is never reached has the precision 0.
    return float(np.append(precision, 0.0)[reached].mean())
