"""Where on the part a rejected one has its defect: a cell of a grid of three by three."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from okng.device.types import Inspection, Outcome, PixelArea, PixelSize, Verdict

CELLS = 3
"""Of a row and of a column of the grid."""


def defect_region(inspection: Inspection, anomaly_map: NDArray[np.float32] | None) -> int | None:
    """The cell from 1 (top left) to 9 (bottom right), row by row; None where nothing tells it.

    It is the cell of the centre of the box that counts as NG with the highest score; without one,
    of the greatest score of the anomaly map of a part that is over the threshold.

    Args:
        inspection: of any outcome; only an NG part has a defect.
        anomaly_map: (H, W) float32 scores of the picture, or of its crop.
    """
    if inspection.outcome is not Outcome.NG:
        return None
    size = inspection.picture_size
    box = next((x.box for x in inspection.detections if x.counted_as is Verdict.NG), None)
    if box and size:
        return _cell(
            (box.left + box.right) / 2 / size.width, (box.top + box.bottom) / 2 / size.height
        )
    if anomaly_map is None or not _is_by_score(inspection):
        return None
    peak = _peak(anomaly_map)
    if peak is None:
        return None
    if inspection.crop is None:
        return _cell(*peak)
    return _cell(*_in_picture(peak, inspection.crop, size)) if size else None


def _is_by_score(inspection: Inspection) -> bool:
    score, threshold = inspection.score, inspection.threshold
    return score is not None and threshold is not None and score > threshold


def _peak(anomaly_map: NDArray[np.float32]) -> tuple[float, float] | None:
    """Across and down, 0 to 1; None for a map without a greatest score."""
    height, width = anomaly_map.shape
    finite = np.nan_to_num(anomaly_map, nan=-np.inf)
    if not finite.size or finite.max() == finite.min():
        return None
    row, column = divmod(int(np.argmax(finite)), width)
    return (column + 0.5) / width, (row + 0.5) / height


def _in_picture(peak: tuple[float, float], crop: PixelArea, size: PixelSize) -> tuple[float, float]:
    across, down = peak
    return (
        (crop.left + across * (crop.right - crop.left)) / size.width,
        (crop.top + down * (crop.bottom - crop.top)) / size.height,
    )


def _cell(across: float, down: float) -> int:
    column, row = (min(max(int(CELLS * place), 0), CELLS - 1) for place in (across, down))
    return 1 + CELLS * row + column
