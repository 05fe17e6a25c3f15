"""Splits of a detector's pictures into training, validation and test set."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from okng.models.training.detection.request import (
    BoxedPicture,
    classes_of,
    need_boxes,
    need_boxes_of_each_class,
)

TEST_SHARE = 0.2
"""Share of the test set, where nobody has held out pictures for testing."""
VALIDATION_SHARE = 0.15
"""Share of the validation set, of the pictures outside the test set."""


@dataclass(frozen=True)
class DetectorSplit:
    """A split into training, validation and test set; copies of a file stay together."""

    learnt: list[BoxedPicture]
    validation: list[BoxedPicture]
    """The epoch with the best metrics on them becomes the model."""
    test: list[BoxedPicture]
    """Used for the final metrics only."""


def split_checked(pictures: Sequence[BoxedPicture]) -> DetectorSplit:
    """Split the pictures; raises `TrainingError` where they, or a class's boxes, are too few."""
    need_boxes(pictures)
    split = split_pictures(pictures)
    need_boxes_of_each_class(split.learnt, classes_of(pictures))
    return split


def split_pictures(pictures: Sequence[BoxedPicture]) -> DetectorSplit:
    """Split the pictures, reproducibly; those that a person held out are the test set.

    The split is stratified: each set gets about the same share of every class.
    """
    test = [picture for picture in pictures if picture.split == "test"]
    rest = [picture for picture in pictures if picture.split != "test"]
    if not test:
        test, rest = _take(rest, TEST_SHARE)
    validation, learnt = _take(rest, VALIDATION_SHARE)
    return DetectorSplit(learnt, validation, test)


def _take(
    pictures: Sequence[BoxedPicture], share: float
) -> tuple[list[BoxedPicture], list[BoxedPicture]]:
    """A share of the pictures of every kind, and the rest; the kind is a picture's rarest class."""
    counts = Counter(box.name for picture in pictures for box in picture.boxes)
    kinds: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for picture in sorted(pictures, key=lambda picture: picture.sha256):
        names = {box.name for box in picture.boxes}
        kinds[min(names, key=lambda name: (counts[name], name), default="")][picture.sha256] = None
    chosen = set()
    # The rounding of one kind is carried to the next, so that the total has the share.
    due = 0.5
    for kind in sorted(kinds, key=lambda name: (counts[name], name)):
        hashes = list(kinds[kind])
        due += share * len(hashes)
        chosen |= set(hashes[: int(due)])
        due -= int(due)
    return (
        [picture for picture in pictures if picture.sha256 in chosen],
        [picture for picture in pictures if picture.sha256 not in chosen],
    )
