"""Non-maximum suppression (NMS): reduces a detector's boxes to one per object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import cv2
import numpy as np

from okng.models.arrays import AnyArray, Float32Array, IntpArray
from okng.models.detection.graph_outputs import BOXES, OBJECTNESS, SCORES
from okng.models.errors import JudgementError

MAX_CANDIDATES = 2_000
"""Most boxes that are compared, those with the highest scores; the time is quadratic in it."""


@dataclass(frozen=True)
class DetectedBoxes:
    """Detected boxes, each with its best class, the highest score first."""

    boxes: Float32Array
    """[k, 4]: left, top, right, bottom in pixels of the input."""
    scores: Float32Array
    """[k]."""
    classes: IntpArray
    """[k]: the class's number."""


def non_maximum_suppression(
    outputs: Mapping[str, AnyArray], minimum_score: float, nms_iou: float
) -> DetectedBoxes:
    """The boxes that score `minimum_score` or more, without those that show the same object.

    Of two boxes of one class whose intersection over union is more than `nms_iou`, the one with
    the lower score is left out (greedy non-maximum suppression). Boxes beyond `MAX_CANDIDATES`
    are dropped. Raises `JudgementError` for numbers that are not finite.
    """
    objectness = outputs[OBJECTNESS][0]
    _check_finite(objectness)
    # No score is higher than its box's objectness, so most rows need no look at their classes.
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
    return DetectedBoxes(boxes[left], scores[left], classes[left])


def _suppressed(
    boxes: Float32Array,
    scores: Float32Array,
    classes: IntpArray,
    nms_iou: float,
) -> IntpArray:
    """Indices of the boxes that suppression keeps, the highest score first."""
    if not scores.size:
        return np.empty(0, np.intp)
    corner_and_size = np.hstack([boxes[:, :2], boxes[:, 2:] - boxes[:, :2]])
    # The minimum score was applied above: OpenCV would drop boxes with a score equal to it.
    left = cv2.dnn.NMSBoxesBatched(
        corner_and_size.tolist(), scores.tolist(), classes.tolist(), -1.0, nms_iou
    )
    return np.asarray(left, np.intp)


def _check_finite(values: AnyArray) -> None:
    if not np.isfinite(values).all():
        raise JudgementError("the detector's graph gave numbers that are not finite")
