"""Output layouts of YOLO exports, recognised by whether the values can be boxes.

A shape alone is ambiguous: [1, n, 6] is one class of YOLOv5, two of RT-DETR, or YOLOv10 with any
number. So an output is checked for the properties of each layout: scores of 0 to 1, non-negative
sizes, corners in order, integer class numbers, and boxes that are spread over the picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from okng.models.arrays import Float64Array, FloatArray
from okng.models.bundles.manifest import ModelInput

YoloLayout = Literal["yolov5", "yolov8", "yolov10", "rtdetr"]
LAYOUTS: tuple[YoloLayout, ...] = get_args(YoloLayout)

Unit = Literal["pixels", "shares"]
"""Unit of boxes: pixels of the input, or shares of its width and height."""


SHARES_END = 2.0
"""Boxes with smaller numbers only are shares: as pixels they would all be in one corner."""
STRIDES = (8, 16, 32)
"""Strides of the grids, whose cells have one box each, or one per anchor."""
TOLERANCE = 1e-3
SPREAD = 0.25
"""Least extent of all cells' boxes, as a share of the input."""
LEAST_BOXES = 2
"""Least number of different boxes: a single one may look ordered by chance."""
LIKE_THE_GRID = 0.5
"""Least correlation between the boxes' centres and their cells."""


@dataclass(frozen=True)
class OutputReading:
    """A reading: one output interpreted in one layout."""

    output: str
    layout: YoloLayout
    rows_first: bool
    """Whether the shape is [1, n, numbers of a box]; else [1, numbers of a box, n]."""
    unit: Unit = "pixels"

    @property
    def is_dense(self) -> bool:
        """Whether every cell has a box, whether or not it found an object."""
        return self.layout in ("yolov5", "yolov8")


@dataclass(frozen=True)
class ReadingCheck:
    """Check of a reading by the outputs for some pictures."""

    reading: OutputReading
    problem: str | None
    """Why the values can't be such boxes; None where they can."""
    is_proven: bool = True
    """Whether there was enough evidence: boxes with a score above 0."""


def needed_shape(layout: YoloLayout, class_count: int) -> str:
    """The allowed shapes of the layout's output, in words."""
    match layout:
        case "yolov5":
            return f"[1, n, {5 + class_count}]"
        case "yolov8":
            return f"[1, {4 + class_count}, n] or [1, n, {4 + class_count}]"
        case "yolov10":
            return "[1, n, 6]"
        case "rtdetr":
            return f"[1, n, {4 + class_count}]"


def counted(classes: int) -> str:
    """The number of classes in words."""
    return f"{classes} class" if classes == 1 else f"{classes} classes"


def readings(
    shapes: Mapping[str, Sequence[int]], class_count: int, layouts: Sequence[YoloLayout]
) -> list[OutputReading]:
    """All readings in which an output has the shape of a layout."""
    numbers = {
        "yolov5": 5 + class_count,
        "yolov8": 4 + class_count,
        "yolov10": 6,
        "rtdetr": 4 + class_count,
    }
    fitting = []
    for output, shape in shapes.items():
        if len(shape) != 3 or shape[0] != 1:
            continue
        for layout in layouts:
            if layout == "yolov8" and shape[1] == numbers[layout]:
                fitting.append(OutputReading(output, layout, rows_first=False))
            if shape[2] == numbers[layout]:
                fitting.append(OutputReading(output, layout, rows_first=True))
    return fitting


def check_reading(
    reading: OutputReading,
    answers: Sequence[FloatArray],
    size: ModelInput,
    classes: int,
    *,
    is_told: bool = False,
) -> ReadingCheck:
    """Check a reading by the output's values [1, ...] for some pictures.

    `is_told` means that a person has named the layout: merely unusual values pass then.
    """
    tables = [answer[0] if reading.rows_first else answer[0].T for answer in answers]
    rows = np.concatenate(tables).astype(np.float64)
    scores = _scores(reading.layout, rows)
    problem = (
        _scores_problem(scores)
        or (_number_problem(rows, classes) if reading.layout == "yolov10" else None)
        or (None if is_told or reading.layout == "yolov10" else _unlike_scores(rows))
        or _corners_problem(reading.layout, rows)
    )
    if problem:
        return ReadingCheck(reading, problem)
    if not _is_proven(reading, rows):
        return ReadingCheck(reading, None, is_proven=False)
    unit: Unit = "shares" if np.abs(rows[:, :4]).max() <= SHARES_END else "pixels"
    reading = OutputReading(reading.output, reading.layout, reading.rows_first, unit)
    return ReadingCheck(reading, _place_problem(reading, rows, len(tables), size))


def _scores(layout: YoloLayout, rows: Float64Array) -> Float64Array:
    """All values that must be between 0 and 1."""
    return rows[:, 4:5] if layout == "yolov10" else rows[:, 4:]


def _scores_problem(scores: Float64Array) -> str | None:
    low, high = scores.min(), scores.max()
    if low >= -TOLERANCE and high <= 1 + TOLERANCE:
        return None
    return (
        f"its scores would run from {low:.4g} to {high:.4g}, needed are 0 to 1 (numbers before "
        "the last sigmoid, or no scores at all)"
    )


def _number_problem(rows: Float64Array, classes: int) -> str | None:
    """Why the last column can't hold class numbers."""
    last = rows[:, -1]
    if (last != np.round(last)).any():
        return "its last column would be the number of a class, and is no whole number"
    if last.min() < 0 or last.max() > classes - 1:
        return (
            f"its classes would have numbers from {last.min():.0f} to {last.max():.0f}, and there "
            f"are names for {counted(classes)}"
        )
    return None


def _unlike_scores(rows: Float64Array) -> str | None:
    """Why the last of six columns is unlikely to be a class score."""
    last = rows[:, -1]
    if rows.shape[1] != 6 or not last.any() or (last != np.round(last)).any():
        return None
    return (
        "its last column would be the score of a class, and holds whole numbers only, as the "
        "number of a class does (if it is a score, say so with --layout)"
    )


def _is_proven(reading: OutputReading, rows: Float64Array) -> bool:
    """Whether enough boxes were found to distinguish them from other numbers."""
    scores = rows[:, 4] if reading.layout == "yolov10" else rows[:, 4:].max(axis=1)
    if reading.layout == "yolov5":
        scores = rows[:, 4] * rows[:, 5:].max(axis=1)
    return len(np.unique(rows[scores > 0], axis=0)) >= LEAST_BOXES


def _corners_problem(layout: YoloLayout, rows: Float64Array) -> str | None:
    widths, heights = rows[:, 2], rows[:, 3]
    if layout == "yolov10":
        widths, heights = rows[:, 2] - rows[:, 0], rows[:, 3] - rows[:, 1]
    # A box of size zero is padding of the export.
    slack = TOLERANCE * (1 + np.abs(rows[:, :4]).max(axis=1))
    wrong = int(((widths < -slack) | (heights < -slack)).sum())
    if not wrong:
        return _order_problem(rows) if layout != "yolov10" else None
    if layout == "yolov10":
        return f"{wrong} of {len(rows)} boxes would end left of where they begin, or above"
    return f"{wrong} of {len(rows)} boxes would have a width or height below 0"


def _order_problem(rows: Float64Array) -> str | None:
    """Why the numbers are more likely two corners than centre and size: all are in that order."""
    boxes = np.unique(rows[rows[:, :4].any(axis=1)][:, :4], axis=0)
    if len(boxes) < LEAST_BOXES or (boxes[:, 2:] < boxes[:, :2]).any():
        return None
    return (
        "its first four numbers would be a centre, a width and a height, and are in every box in "
        "the order of two corners; supported are corners only as yolov10 has them"
    )


def _place_problem(
    reading: OutputReading, rows: Float64Array, pictures: int, size: ModelInput
) -> str | None:
    sides = np.array([size.width, size.height] * 2, np.float64)
    input_px = f"{size.width} x {size.height} px"
    if reading.layout == "rtdetr" and reading.unit == "pixels":
        return (
            f"its boxes would be shares of the input, 0 to 1, and go up to {rows[:, :4].max():.4g}"
        )
    share = rows[:, :2] / (1.0 if reading.unit == "shares" else sides[:2])
    cells = _cells(rows.shape[0] // pictures, size)
    follows_grid = cells is not None and _follow(share, np.tile(cells, (pictures, 1)))
    if reading.layout == "rtdetr" and follows_grid:
        return "its boxes would belong to no cells, and lie in the order of a grid's"
    if not reading.is_dense:
        scale = 1.0 if reading.unit == "shares" else sides
        ends = rows[rows[:, 4:].max(axis=1) > 0][:, :4] / scale
        if ends.min() < -1 or ends.max() > SHARES_END:
            return f"its boxes would lie far outside of the input of {input_px}"
        return None
    if reading.unit == "shares":
        if follows_grid:
            return None
        return (
            f"its boxes would lie between {rows[:, :4].min():.3g} and {rows[:, :4].max():.3g} in "
            f"an input of {input_px}: shares of the input, or numbers that nobody has decoded. "
            "Export the network with its decoding, and boxes in pixels"
        )
    reach = float(np.abs(rows[:, :4] / sides).max())
    if reach < SPREAD:
        return (
            f"all its boxes would lie within {reach:.1%} of the input of {input_px}: numbers that "
            "nobody has decoded. Export the network with its decoding"
        )
    outside = float(((share < -1) | (share > 2)).any(axis=1).mean())
    if outside > 0.01:
        return f"{outside:.0%} of its boxes would lie far outside of the input of {input_px}"
    return None


def anchors_of_each_cell(count: int, size: ModelInput) -> int | None:
    """Number of boxes per cell of the usual grids for `count` boxes; None where none fits."""
    cells = sum((size.height // stride) * (size.width // stride) for stride in STRIDES)
    return count // cells if cells and count and count % cells == 0 else None


def _cells(count: int, size: ModelInput) -> Float64Array | None:
    """The centre of each box's cell [count, 2], as shares, in the order of the exports."""
    anchors = anchors_of_each_cell(count, size)
    if anchors is None:
        return None
    middles = []
    for stride in STRIDES:
        height, width = size.height // stride, size.width // stride
        rows, columns = np.mgrid[:height, :width]
        grid = np.stack([(columns + 0.5) / width, (rows + 0.5) / height], axis=-1).reshape(-1, 2)
        middles.append(np.tile(grid, (anchors, 1)))
    return np.concatenate(middles)


def _follow(centres: Float64Array, cells: Float64Array) -> bool:
    for axis in (0, 1):
        if np.ptp(centres[:, axis]) == 0:
            return False
        if np.corrcoef(centres[:, axis], cells[:, axis])[0, 1] < LIKE_THE_GRID:
            return False
    return True
