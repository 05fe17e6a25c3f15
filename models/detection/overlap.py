"""How much boxes overlap."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt


def iou(left: npt.NDArray[Any], right: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Intersection over union [n, m] of boxes [n, 4] and [m, 4]: left, top, right, bottom."""
    corner = np.maximum(left[:, None, :2], right[None, :, :2])
    opposite = np.minimum(left[:, None, 2:], right[None, :, 2:])
    shared = np.clip(opposite - corner, 0, None).prod(axis=2)
    areas = [(one[:, 2:] - one[:, :2]).prod(axis=1) for one in (left, right)]
    union = areas[0][:, None] + areas[1][None, :] - shared
    result: npt.NDArray[Any] = np.divide(shared, union, out=np.zeros_like(shared), where=union > 0)
    return result
