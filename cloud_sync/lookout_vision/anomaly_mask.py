"""The mask of a picture's anomalies, as Lookout for Vision's interfaces have it.

Our models know where a part is anomalous and not of what kind, so there is one class besides the
background.
"""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

from okng.device.hosting.commands import HostedJudgement
from okng.device.types import Verdict
from okng.models.arrays import Float32Array, Uint8Array


class MaskClass(NamedTuple):
    """A class of the mask's pixels."""

    name: str
    hex_color: str


BACKGROUND = MaskClass("background", "#FFFFFF")
ANOMALY = MaskClass("anomaly", "#23A436")
COLORS = np.array(
    [tuple(bytes.fromhex(kind.hex_color[1:])) for kind in (BACKGROUND, ANOMALY)], np.uint8
)
"""RGB of each of the mask's values."""


def anomaly_mask(judged: HostedJudgement) -> Uint8Array:
    """1 where the anomaly map, brought to the picture's size, exceeds the threshold; [H, W].

    It is 0 everywhere for a picture that is not anomalous.
    """
    mask = np.zeros((judged.picture_size.height, judged.picture_size.width), np.uint8)
    scores, threshold, area = judged.anomaly_map, judged.threshold, judged.map_area
    if judged.verdict is Verdict.NG and scores is not None and threshold is not None:
        covered = mask[area.top : area.bottom, area.left : area.right]
        _mark(covered, scores, threshold)
    return mask


def _mark(covered: Uint8Array, scores: Float32Array, threshold: float) -> None:
    """Sets what exceeds the threshold to 1, in the area that the map covers.

    Bilinear interpolation is done across and then down, and a column without a score over the
    threshold has none in between either. So most columns of a usual mask need no second step.
    """
    height, width = covered.shape
    across = cv2.resize(scores, (width, scores.shape[0]), interpolation=cv2.INTER_LINEAR)
    columns = np.flatnonzero((across > threshold).any(axis=0))
    if columns.size:
        left, right = int(columns[0]), int(columns[-1]) + 1
        scaled = cv2.resize(
            across[:, left:right], (right - left, height), interpolation=cv2.INTER_LINEAR
        )
        np.greater(scaled, threshold, out=covered[:, left:right].view(np.bool_))


def class_areas(mask: Uint8Array) -> list[tuple[MaskClass, float]]:
    """Each class and its share of the picture, the background first; it alone without anomalies."""
    share = float(np.count_nonzero(mask)) / mask.size
    return [(BACKGROUND, 1 - share), (ANOMALY, share)] if share else [(BACKGROUND, 1.0)]


def colored(mask: Uint8Array) -> Uint8Array:
    """The mask in the classes' colours, [H, W, 3] RGB."""
    painted: Uint8Array = COLORS[mask]
    return painted
