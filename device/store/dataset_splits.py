"""Dealing a dataset's pictures into training and testing, so that nothing leaks."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from okng.device.store.datasets import DatasetError
from okng.device.types import DatasetPicture, Label, Split


def deal_splits(
    pictures: Sequence[DatasetPicture],
    test_share: float,
    near_copies: Iterable[Sequence[int]],
) -> dict[int, Split]:
    """A split for every picture by `picture_id`: about `test_share` of each label for testing.

    Pictures of one batch go to one side together, and so do near copies (each a list of
    `picture_id`) and what hangs together through both. Who goes where is drawn by the pictures'
    hashes: the same at every call, and not by when they were taken.

    Raises:
        DatasetError: every group is so large that none can go to testing.
    """
    groups = _groups(pictures, near_copies)
    present = Counter(one.label for one in pictures)
    allowed = {label: round(test_share * count) for label, count in present.items()}
    dealt: Counter[Label] = Counter()
    splits = dict.fromkeys((one.picture_id for one in pictures), Split.TRAIN)
    for group in sorted(groups, key=_draw):
        wanted = dealt + Counter(one.label for one in group)
        if all(wanted[label] <= allowed[label] for label in wanted):
            dealt = wanted
            splits |= dict.fromkeys((one.picture_id for one in group), Split.TEST)
    if not dealt:
        smallest = min(map(len, groups), default=0)
        raise DatasetError(
            f"no picture can go to testing: at most {test_share:.0%} of {len(pictures)} may, and "
            f"the smallest group that must stay together (a batch, near copies) has {smallest}"
        )
    return splits


def _groups(
    pictures: Sequence[DatasetPicture], near_copies: Iterable[Sequence[int]]
) -> list[list[DatasetPicture]]:
    """Pictures that hang together by a batch or as near copies."""
    batches: dict[str, list[int]] = {}
    for one in pictures:
        if one.batch is not None:
            batches.setdefault(one.batch, []).append(one.picture_id)
    group_of = {one.picture_id: [one] for one in pictures}
    for together in [*near_copies, *batches.values()]:
        here = [key for key in together if key in group_of]
        for key in here[1:]:
            into, other = group_of[here[0]], group_of[key]
            if into is not other:
                into += other
                group_of |= dict.fromkeys((one.picture_id for one in other), into)
    return list({id(group): group for group in group_of.values()}.values())


def _draw(group: Sequence[DatasetPicture]) -> str:
    """Hashed once more: the order of equal pictures' hashes serves others as a draw too."""
    return hashlib.sha256(min(one.sha256 for one in group).encode()).hexdigest()
