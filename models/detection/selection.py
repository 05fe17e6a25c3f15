"""From all boxes of a detector's graph to those that say something, each object once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from okng.models.detection.outputs import BOXES, OBJECTNESS, SCORES
from okng.models.judgement_error import JudgementError

MAX_CANDIDATES = 2_000
"""Boxes that are compared with each other, the highest scores first: it takes the square of it."""


@dataclass(frozen=True)
class Selected:
    """Boxes with the class that scored highest, the highest score first."""

    boxes: npt.NDArray[np.float32]
    """[k, 4]: left, top, right, bottom in pixels of the input."""
    scores: npt.NDArray[np.float32]
    """[k]."""
    classes: npt.NDArray[np.intp]
    """[k]: the class's number."""


def select(
    outputs: Mapping[str, npt.NDArray[Any]], minimum_score: float, nms_iou: float
) -> Selected:
    """The boxes that score `minimum_score` or more, without those that show the same object.

    Of two boxes of one class whose intersection over union is more than `nms_iou`, the one with
    the lower score is left out (greedy non-maximum suppression). Boxes beyond `MAX_CANDIDATES`
    count as nothing. Raises `JudgementError` for numbers that are not finite.
    """
    objectness = outputs[OBJECTNESS][0]
    _check_finite(objectness)
    # No score is higher than its box's objectness, so most rows are never touched.
    rows = np.flatnonzero(objectness >= minimum_score)
    of_classes = outputs[SCORES][0][rows]
    _check_finite(of_classes)
    classes = of_classes.argmax(axis=1)
    scores = of_classes[np.arange(rows.size), classes]
    kept = np.flatnonzero(scores >= minimum_score)
    kept = kept[np.argsort(-scores[kept], kind="stable")[:MAX_CANDIDATES]]
    boxes = outputs[BOXES][0][rows[kept]].astype(np.float32)
    _check_finite(boxes)
    scores, classes = scores[kept].astype(np.float32), classes[kept]
    left = _suppressed(boxes, scores, classes, nms_iou)
    return Selected(boxes[left], scores[left], classes[left])


def _suppressed(
    boxes: npt.NDArray[np.float32],
    scores: npt.NDArray[np.float32],
    classes: npt.NDArray[np.intp],
    nms_iou: float,
) -> npt.NDArray[np.intp]:
    """The numbers of the boxes that stay, the highest score first."""
    if not scores.size:
        return np.empty(0, np.intp)
    corner_and_size = np.hstack([boxes[:, :2], boxes[:, 2:] - boxes[:, :2]])
    # The minimum score was applied already; OpenCV's own would leave out one equal to it.
    left = cv2.dnn.NMSBoxesBatched(
        corner_and_size.tolist(), scores.tolist(), classes.tolist(), -1.0, nms_iou
    )
    return np.asarray(left, np.intp)


def _check_finite(values: npt.NDArray[Any]) -> None:
    if not np.isfinite(values).all():
        raise JudgementError("the detector's graph gave numbers that are not finite")
