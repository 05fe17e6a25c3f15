"""Unsupported ONNX exports: what a file seems to be, and how to export it instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

MASK_NUMBERS = 32
"""Numbers per box for the masks of Ultralytics' segmentation."""
KEYPOINT_NUMBERS = (2, 3)
ANCHORS = 3
DISTANCE_NUMBERS = 64
"""Numbers per box in place of four corners, before YOLOv8's heads are decoded (4 x 16)."""
RAW_HEADS = "an export of the raw heads: export it with its decoding (detection layer included)"


def what_it_may_be(shapes: Mapping[str, Sequence[int]], class_count: int) -> str:
    """A sentence to add to an error; empty where the shapes match nothing known."""
    guess = _guess(list(shapes.values()), {name.lower() for name in shapes}, class_count)
    return f". It seems to be {guess}" if guess else ""


def _guess(shapes: Sequence[Sequence[int]], names: set[str], class_count: int) -> str | None:
    counts_objects = any("num" in name and "det" in name for name in names)
    if (counts_objects or len(shapes) >= 4) and all(len(shape) < 4 for shape in shapes):
        return (
            "an export with non-maximum suppression inside (several outputs of boxes, scores and "
            "classes), as SSD and TensorRT exports are: export one output without it"
        )
    if any(len(shape) == 5 or _is_raw(shape, class_count) for shape in shapes):
        return RAW_HEADS
    if len(shapes) == 1 and len(shapes[0]) == 2 and shapes[0][1] == 7:
        return "YOLOv7's end-to-end export ([n, 7]): leave out --end2end and --include-nms"
    if len(shapes) == 1 and len(shapes[0]) == 2:
        return "a network that classifies whole pictures"
    if len(shapes) == 2 and all(len(shape) == 3 for shape in shapes):
        return (
            "a detector with boxes and scores in two outputs, as YOLO-NAS and DETR have them: "
            "supported is one output that has both"
        )
    if any(len(shape) == 4 and shape[1] == MASK_NUMBERS for shape in shapes):
        return "a segmentation network (it gives masks): export one of the task 'detect'"
    return _more_numbers(shapes, class_count)


def _more_numbers(shapes: Sequence[Sequence[int]], class_count: int) -> str | None:
    """What further numbers of a box, besides corners and classes, may be."""
    for shape in shapes:
        if len(shape) != 3:
            continue
        further = min(shape[1:]) - 4 - class_count
        if further == 1:
            return "one of oriented boxes, or of another number of classes than names were given"
        if further == MASK_NUMBERS:
            return "a segmentation network: export one of the task 'detect'"
        if further >= 6 and any(further % numbers == 0 for numbers in KEYPOINT_NUMBERS):
            return (
                "a pose network (key points), or one of another number of classes than names were "
                "given"
            )
    return None


def _is_raw(shape: Sequence[int], class_count: int) -> bool:
    of_a_cell = (ANCHORS * (5 + class_count), DISTANCE_NUMBERS + class_count)
    return len(shape) in (3, 4) and any(length in of_a_cell for length in shape[1:])
