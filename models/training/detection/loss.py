"""The loss of YOLOv4 (Bochkovskiy, Wang and Liao 2020): CIoU, objectness and classes.

A box that is responsible for an object learns its position by CIoU (Zheng et al., "Enhancing
geometric factors in model learning", 2020), and objectness and class by binary cross-entropy. All
others learn an objectness of 0, unless they overlap an object by more than `IGNORED_IOU`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import torch
import torch.nn.functional as functions

from okng.models.training.detection.anchor_assignment import AnchorAssigner
from okng.models.training.detection.box_decoding import DecodedRows

IGNORED_IOU = 0.7
"""yolov4.cfg's `ignore_thresh`."""
PLACE_WEIGHT = 3.0
"""Weight of CIoU against the cross-entropies; the sum is divided by the assigned boxes."""
TINY = 1e-7


class DetectionLoss:
    """The loss of decoded rows against the labelled objects."""

    def __init__(self, assigner: AnchorAssigner) -> None:
        self._assigner = assigner

    def __call__(
        self, rows: DecodedRows, boxes: Sequence[np.ndarray], classes: Sequence[np.ndarray]
    ) -> torch.Tensor:
        """The loss of a batch; for each picture boxes [m, 4] in input pixels, and classes [m]."""
        total = rows.boxes.new_zeros(())
        learning = 0
        for index, (objects, numbers) in enumerate(zip(boxes, classes, strict=True)):
            places, which = self._assigner.assign(objects)
            learning += len(places)
            total = total + self._of_picture(
                DecodedRows(*(part[index] for part in rows)),
                torch.tensor(objects, dtype=torch.float32, device=total.device).reshape(-1, 4),
                torch.tensor(places, device=total.device),
                torch.tensor(which, device=total.device),
                torch.tensor(numbers, device=total.device),
            )
        return total / max(learning, 1)

    def _of_picture(
        self,
        rows: DecodedRows,
        objects: torch.Tensor,
        places: torch.Tensor,
        which: torch.Tensor,
        numbers: torch.Tensor,
    ) -> torch.Tensor:
        occupied = torch.zeros_like(rows.objectness)
        occupied[places] = 1
        counted = torch.ones_like(rows.objectness)
        if len(objects):
            with torch.no_grad():
                counted[_iou(rows.boxes[:, None], objects[None]).amax(dim=1) > IGNORED_IOU] = 0
            counted[places] = 1
        loss = (
            functions.binary_cross_entropy_with_logits(rows.objectness, occupied, reduction="none")
            * counted
        ).sum()
        if not len(places):
            return loss
        targets = functions.one_hot(numbers[which], rows.classes.shape[1]).float()
        loss = loss + functions.binary_cross_entropy_with_logits(
            rows.classes[places], targets, reduction="sum"
        )
        return loss + PLACE_WEIGHT * (1 - complete_iou(rows.boxes[places], objects[which])).sum()


def _iou(left: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
    """Intersection over union of boxes [..., 4], broadcast."""
    corner = torch.maximum(left[..., :2], right[..., :2])
    opposite = torch.minimum(left[..., 2:], right[..., 2:])
    shared = (opposite - corner).clamp(min=0).prod(dim=-1)
    areas = [(boxes[..., 2:] - boxes[..., :2]).prod(dim=-1) for boxes in (left, right)]
    return shared / (areas[0] + areas[1] - shared + TINY)


def complete_iou(found: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """CIoU [n] of boxes [n, 4]: IoU less the distances of centres and of aspect ratios."""
    overlap = _iou(found, wanted)
    around = torch.maximum(found[:, 2:], wanted[:, 2:]) - torch.minimum(found[:, :2], wanted[:, :2])
    apart = (found[:, :2] + found[:, 2:] - wanted[:, :2] - wanted[:, 2:]) / 2
    distance = apart.square().sum(dim=1) / (around.square().sum(dim=1) + TINY)
    angles = []
    for boxes in (found, wanted):
        width, height = (boxes[:, 2:] - boxes[:, :2]).unbind(dim=1)
        angles.append(torch.atan(width / (height + TINY)))
    aspect = (4 / math.pi**2) * (angles[1] - angles[0]).square()
    with torch.no_grad():
        weight = aspect / (1 - overlap + aspect + TINY)
    return overlap - distance - weight * aspect
