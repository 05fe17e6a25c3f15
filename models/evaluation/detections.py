"""Average precision of a detector, as COCO defines it (Lin et al., ECCV 2014).

The definition is that of `cocoeval.py` for boxes of any size without crowds: of each picture the
100 detections with the highest scores; precision read at 101 recalls, made monotonic; the mean
over classes, and for `map_50_95` over the overlaps 0.50, 0.55, ..., 0.95.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict

from okng.models.detection.overlap import iou

OVERLAPS = np.linspace(0.5, 0.95, 10)
RECALLS = np.linspace(0, 1, 101)
MAX_DETECTIONS = 100
"""Of one picture."""

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


class Objects(NamedTuple):
    """What is in one picture, or what was found there."""

    boxes: npt.NDArray[np.floating]
    """[n, 4]: left, top, right, bottom."""
    classes: npt.NDArray[np.integer]
    """[n]: the class's number."""
    scores: npt.NDArray[np.floating] | None = None
    """[n], of what was found."""


class ClassPrecision(BaseModel):
    """Average precision of one class; None where the pictures show none of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    boxes: int
    """Objects of the class in the pictures."""
    ap_50: float | None
    """At an overlap of 0.5."""
    ap_50_95: float | None
    """Mean over the overlaps."""


class DetectionMetrics(BaseModel):
    """How well a detector finds the objects of pictures, and what it says besides."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pictures: int
    map_50: float | None
    """Mean of the classes that the pictures show; None where they show none."""
    map_50_95: float | None
    classes: list[ClassPrecision]


def evaluate_detections(
    truth: Sequence[Objects], found: Sequence[Objects], classes: Sequence[str]
) -> DetectionMetrics:
    """The figures over pictures, what is in them and what was found, picture by picture."""
    of_classes = [_of_class(truth, found, number, name) for number, name in enumerate(classes)]
    shown = [one for one in of_classes if one.boxes]
    return DetectionMetrics(
        pictures=len(truth),
        map_50=float(np.mean([one.ap_50 for one in shown])) if shown else None,
        map_50_95=float(np.mean([one.ap_50_95 for one in shown])) if shown else None,
        classes=of_classes,
    )


def best_minimum_score(truth: Sequence[Objects], found: Sequence[Objects], classes: int) -> float:
    """From which score on what is found is right most often: the best F1 at an overlap of 0.5.

    It lies in the middle between the last score that is taken and the next lower one. 0 where
    nothing is right at any score.
    """
    judged = [_judged(truth, found, number) for number in range(classes)]
    scores = np.concatenate([one.scores for one in judged])
    order = np.argsort(-scores, kind="stable")
    scores = np.append(scores[order], 0.0)
    right = np.cumsum(np.concatenate([one.hits[0] for one in judged])[order])
    boxes = sum(one.boxes for one in judged)
    f1 = 2 * right / (np.arange(1, len(right) + 1) + boxes)
    # Equal scores stand at one threshold.
    f1[scores[:-1] == scores[1:]] = 0
    if not right.size or not f1.max():
        return 0.0
    last = int(f1.argmax())
    return float((scores[last] + scores[last + 1]) / 2)


class _Judged(NamedTuple):
    """What was found of a class in all pictures, the highest scores first."""

    hits: Bools
    """[overlaps, n]."""
    scores: Floats
    boxes: int
    """That are there."""


def _judged(truth: Sequence[Objects], found: Sequence[Objects], number: int) -> _Judged:
    scores: list[Floats] = [np.empty(0)]
    hits: list[Bools] = [np.empty((len(OVERLAPS), 0), bool)]
    boxes = 0
    for there, answer in zip(truth, found, strict=True):
        expected = there.boxes[there.classes == number]
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
    precisions = [average_precision(right, boxes) for right in hits]
    return ClassPrecision(
        name=name, boxes=boxes, ap_50=precisions[0], ap_50_95=float(np.mean(precisions))
    )


def _best(found: Objects, number: int) -> tuple[Floats, Floats]:
    """Boxes and scores of a class, the highest scores first."""
    assert found.scores is not None
    chosen = np.flatnonzero(found.classes == number)
    chosen = chosen[np.argsort(-found.scores[chosen], kind="stable")[:MAX_DETECTIONS]]
    return found.boxes[chosen].astype(np.float64), found.scores[chosen].astype(np.float64)


def _matches(overlaps: Floats) -> Bools:
    """Which detections [overlaps, n] find an object of their own, those of high scores first.

    Each takes the object that it overlaps most of those that are left.
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


def average_precision(right: Bools, boxes: int) -> float:
    """Mean precision at the 101 recalls, of detections by falling score, for so many objects."""
    count = np.arange(1, len(right) + 1)
    true_positives = np.cumsum(right)
    precision = np.maximum.accumulate((true_positives / count)[::-1])[::-1]
    reached = np.searchsorted(true_positives / boxes, RECALLS, side="left")
    # A recall that is never reached has the precision 0.
    return float(np.append(precision, 0.0)[reached].mean())
