"""Where a part deviates most, by its anomaly map."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from okng.device.types import PixelArea

LEAST_SHARE = 0.25
"""Of the map's sides: a smaller area would not show where on the part it lies."""
MARGIN = 0.25
"""Of the defect's sides, on each of its own."""


def defect_area(scores: NDArray[np.float32], threshold: float | None) -> PixelArea:
    """The area around the highest score of an anomaly map (H, W), in the map's own pixels.

    It holds the region around it that exceeds the threshold, with a margin.
    """
    row, column = np.unravel_index(int(scores.argmax()), scores.shape)
    top, left, height, width = int(row), int(column), 1, 1
    if threshold is not None and scores[row, column] > threshold:
        mask = (scores > threshold).astype(np.uint8)
        _, regions, boxes, _ = cv2.connectedComponentsWithStats(mask)
        left, top, width, height = (int(n) for n in boxes[regions[row, column]][:4])
    first_row, last_row = _widened(top, height, scores.shape[0])
    first_column, last_column = _widened(left, width, scores.shape[1])
    return PixelArea(left=first_column, top=first_row, right=last_column, bottom=last_row)


def _widened(start: int, length: int, whole: int) -> tuple[int, int]:
    """The interval with its margin, moved to lie inside 0..whole."""
    wanted = min(whole, max(round(length * (1 + 2 * MARGIN)), round(whole * LEAST_SHARE), 1))
    first = round(start + (length - wanted) / 2)
    first = max(0, min(first, whole - wanted))
    return first, first + wanted
