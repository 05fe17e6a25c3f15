"""Box decoding in PyTorch: from a network's raw heads to boxes, differentiable for training."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import nn

from okng.models.detection.darknet.yolo_head import BOX_NUMBERS, YoloHead

NEAR_ZERO = 1e-6


class DecodedRows(NamedTuple):
    """All boxes of a network in the order head, anchor, row, column."""

    boxes: torch.Tensor
    """[B, n, 4]: left, top, right, bottom in pixels of the input."""
    objectness: torch.Tensor
    """[B, n]: logits."""
    classes: torch.Tensor
    """[B, n, classes]: logits."""


class BoxDecoder(nn.Module):  # type: ignore[misc]
    """The raw heads -> `DecodedRows`, by the formula of `yolo_head.decode` in ONNX."""

    cells: torch.Tensor
    corners: torch.Tensor
    anchors: torch.Tensor

    def __init__(self, heads: Sequence[YoloHead]) -> None:
        super().__init__()
        self._heads = heads
        cells, corners = zip(*(head.places() for head in heads), strict=True)
        anchors = [head.sizes() for head in heads]
        for name, parts in (("cells", cells), ("corners", corners), ("anchors", anchors)):
            self.register_buffer(name, torch.tensor(np.concatenate(parts), dtype=torch.float32))

    def forward(self, heads: Sequence[torch.Tensor]) -> DecodedRows:
        """Decode the heads of `DarknetModule`."""
        rows = torch.cat(
            [_rows(layer, head) for layer, head in zip(self._heads, heads, strict=True)], dim=1
        )
        place, size, rest = rows[..., :2], rows[..., 2:4], rows[..., 4:]
        if self._heads[0].new_coords:
            # The layer before applies the logistic function; the loss needs logits again.
            half, rest = 2 * size**2 * self.anchors, torch.logit(rest, eps=NEAR_ZERO)
        else:
            place, half = place.sigmoid(), size.exp() * self.anchors / 2
        centre = place * self.cells + self.corners
        return DecodedRows(
            torch.cat([centre - half, centre + half], dim=2),
            rest[..., 0],
            rest[..., BOX_NUMBERS - 4 :],
        )


def _rows(layer: YoloHead, head: torch.Tensor) -> torch.Tensor:
    count, numbers = len(layer.anchors), BOX_NUMBERS + layer.classes
    split = head.view(head.shape[0], count, numbers, *head.shape[2:])
    return split.permute(0, 1, 3, 4, 2).reshape(head.shape[0], -1, numbers)
