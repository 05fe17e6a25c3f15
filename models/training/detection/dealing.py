"""Pictures are dealt: to learn from, to know when to stop, and to test with at the very end."""

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
"""Where no person has put pictures aside for testing."""
VALIDATION_SHARE = 0.15
"""Of the others."""


@dataclass(frozen=True)
class Dealt:
    """Pictures by what they are for; copies of a file stay together."""

    learnt: list[BoxedPicture]
    validation: list[BoxedPicture]
    """The epoch that finds most on them is the model."""
    test: list[BoxedPicture]
    """Known to nothing but the final figures."""


def deal_enough(pictures: Sequence[BoxedPicture]) -> Dealt:
    """The pictures, dealt; raises `TrainingError` where they, or boxes of a class, are too few."""
    need_boxes(pictures)
    dealt = deal(pictures)
    need_boxes_of_each_class(dealt.learnt, classes_of(pictures))
    return dealt


def deal(pictures: Sequence[BoxedPicture]) -> Dealt:
    """Deal the pictures, the same at every call; what a person put aside is what is tested with.

    Of each class about the same share goes each way, the rarest class first.
    """
    test = [one for one in pictures if one.split == "test"]
    rest = [one for one in pictures if one.split != "test"]
    if not test:
        test, rest = _take(rest, TEST_SHARE)
    validation, learnt = _take(rest, VALIDATION_SHARE)
    return Dealt(learnt, validation, test)


def _take(
    pictures: Sequence[BoxedPicture], share: float
) -> tuple[list[BoxedPicture], list[BoxedPicture]]:
    """That share of the pictures of every kind, and the others; a kind is its rarest class."""
    counts = Counter(box.name for one in pictures for box in one.boxes)
    kinds: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for one in sorted(pictures, key=lambda picture: picture.sha256):
        names = {box.name for box in one.boxes}
        kinds[min(names, key=lambda name: (counts[name], name), default="")][one.sha256] = None
    taken = set()
    # What one kind leaves over counts for the next, so that the whole has the share.
    due = 0.5
    for kind in sorted(kinds, key=lambda name: (counts[name], name)):
        hashes = list(kinds[kind])
        due += share * len(hashes)
        taken |= set(hashes[: int(due)])
        due -= int(due)
    return (
        [one for one in pictures if one.sha256 in taken],
        [one for one in pictures if one.sha256 not in taken],
    )
