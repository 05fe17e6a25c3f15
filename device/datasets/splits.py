"""Train-test split of a dataset's pictures without leakage."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from okng.device.datasets.errors import DatasetError
from okng.device.datasets.picture_rows import PictureT
from okng.device.types import Label, Split


def deal_splits(
    pictures: Sequence[PictureT],
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
    present = Counter(picture.label for picture in pictures)
    allowed = {label: round(test_share * count) for label, count in present.items()}
    dealt: Counter[Label] = Counter()
    splits = dict.fromkeys((picture.picture_id for picture in pictures), Split.TRAIN)
    for group in sorted(groups, key=_draw):
        counts = dealt + Counter(picture.label for picture in group)
        if all(counts[label] <= allowed[label] for label in counts):
            dealt = counts
            splits |= dict.fromkeys((picture.picture_id for picture in group), Split.TEST)
    if not dealt:
        smallest = min(map(len, groups), default=0)
        raise DatasetError(
            f"no picture can go to testing: at most {test_share:.0%} of {len(pictures)} may, and "
            f"the smallest group that must stay together (a batch, near copies) has {smallest}"
        )
    return splits


def _groups(
    pictures: Sequence[PictureT], near_copies: Iterable[Sequence[int]]
) -> list[list[PictureT]]:
    """Pictures that hang together by a batch or as near copies."""
    batches: dict[str, list[int]] = {}
    for picture in pictures:
        if picture.batch is not None:
            batches.setdefault(picture.batch, []).append(picture.picture_id)
    group_of = {picture.picture_id: [picture] for picture in pictures}
    for together in [*near_copies, *batches.values()]:
        members = [key for key in together if key in group_of]
        for key in members[1:]:
            into, merged = group_of[members[0]], group_of[key]
            if into is not merged:
                into += merged
                group_of |= dict.fromkeys((picture.picture_id for picture in merged), into)
    return list({id(group): group for group in group_of.values()}.values())


def _draw(group: Sequence[PictureT]) -> str:
    """The draw of a group: hashed once more, since other draws use the order of the hashes too."""
    return hashlib.sha256(min(picture.sha256 for picture in group).encode()).hexdigest()
