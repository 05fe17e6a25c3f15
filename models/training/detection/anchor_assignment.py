"""Anchor assignment: which of a network's boxes is responsible for which object."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from okng.models.arrays import Float64Array, Int64Array
from okng.models.detection.darknet.yolo_head import YoloHead

ANCHOR_IOU = 0.213
"""Besides the best anchor, all with a higher IoU learn the object (yolov4.cfg's `iou_thresh`;
Bochkovskiy et al., YOLOv4, 2020, "using multiple anchors for a single ground truth")."""


class AnchorAssigner:
    """Assigns objects to boxes, numbered like the decoded rows: head, anchor, row, column."""

    def __init__(self, heads: Sequence[YoloHead]) -> None:
        self._anchors = np.array([anchor for head in heads for anchor in head.anchors])
        owners = [head for head in heads for _ in head.anchors]
        self._rows = np.array([head.output.height for head in owners])
        self._columns = np.array([head.output.width for head in owners])
        self._starts = np.cumsum([0, *(self._rows * self._columns)[:-1]])
        size = heads[0].input
        self._size = np.array([size.width, size.height])

    def assign(self, boxes: Float64Array) -> tuple[Int64Array, Int64Array]:
        """Assign objects [m, 4], in input pixels: numbers of boxes, and the object of each.

        The cell is the one with the object's centre. Where two objects claim the same box, the one
        that fits its anchor better gets it.
        """
        if not len(boxes):
            return np.empty(0, np.int64), np.empty(0, np.int64)
        fit = _shape_iou(boxes[:, 2:] - boxes[:, :2], self._anchors)
        chosen = fit > ANCHOR_IOU
        chosen[np.arange(len(boxes)), fit.argmax(axis=1)] = True
        objects, anchors = np.nonzero(chosen)
        order = np.argsort(-fit[objects, anchors], kind="stable")
        objects, anchors = objects[order], anchors[order]
        share = (boxes[objects, :2] + boxes[objects, 2:]) / 2 / self._size
        rows, columns = self._rows[anchors], self._columns[anchors]
        column = np.clip((share[:, 0] * columns).astype(np.int64), 0, columns - 1)
        row = np.clip((share[:, 1] * rows).astype(np.int64), 0, rows - 1)
        places = self._starts[anchors] + row * columns + column
        unique, first = np.unique(places, return_index=True)
        return unique, objects[first]


def _shape_iou(sizes: Float64Array, anchors: Float64Array) -> Float64Array:
    """Intersection over union [m, anchors] of rectangles that share a corner."""
    shared = np.minimum(sizes[:, None], anchors[None]).prod(axis=2)
    union = sizes.prod(axis=1)[:, None] + anchors.prod(axis=1)[None] - shared
    result: Float64Array = shared / union
    return result
