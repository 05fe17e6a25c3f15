"""Dataset snapshots: the pictures that a model was trained on, and how the dataset changed."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import Literal, NamedTuple

from okng.models.strict_model import StrictModel


class SnapshotPicture(NamedTuple):
    """A picture in a dataset snapshot: the SHA-256 of its file, and its labels."""

    sha256: str
    label: Literal["normal", "anomaly"]
    batch: str | None = None
    defect_type: str | None = None
    held_out: bool = False
    """Whether it is put aside for testing, and never learnt from."""
    mask: str | None = None
    """The SHA-256 of its mask's file."""


class SnapshotDifference(StrictModel):
    """Difference of two snapshots, by SHA-256; repeated pictures are listed repeatedly."""

    added: list[str]
    removed: list[str]
    relabelled: list[str]
    reworded: list[str]
    """Pictures with the same label and another batch, defect type, split or mask."""

    @property
    def is_none(self) -> bool:
        """Whether the dataset did not change."""
        return not (self.added or self.removed or self.relabelled or self.reworded)


def snapshot_sha256(pictures: Iterable[SnapshotPicture]) -> str:
    """SHA-256 of the pictures in any order: of their sorted rows as JSON (no spaces, ASCII).

    Rows of pictures without a mask are as they were before there were masks.
    """
    rows = sorted(
        [str(value or "") for value in picture[:-1]] + [mask for mask in picture[-1:] if mask]
        for picture in pictures
    )
    return hashlib.sha256(json.dumps(rows, separators=(",", ":")).encode()).hexdigest()


def compare(then: Iterable[SnapshotPicture], now: Iterable[SnapshotPicture]) -> SnapshotDifference:
    """Compare snapshots: pictures added, removed and changed from `then` to `now`."""
    before, after = Counter(then), Counter(now)
    removed, added = list((before - after).elements()), list((after - before).elements())
    reworded = _paired(removed, added, lambda picture: (picture.sha256, picture.label))
    relabelled = _paired(removed, added, lambda picture: picture.sha256)
    return SnapshotDifference(
        added=sorted(picture.sha256 for picture in added),
        removed=sorted(picture.sha256 for picture in removed),
        relabelled=relabelled,
        reworded=reworded,
    )


def _paired(
    removed: list[SnapshotPicture],
    added: list[SnapshotPicture],
    key: Callable[[SnapshotPicture], Hashable],
) -> list[str]:
    """Remove pairs with the same key from both lists; returns their SHA-256, sorted."""
    partners: defaultdict[Hashable, list[SnapshotPicture]] = defaultdict(list)
    for new in added:
        partners[key(new)].append(new)
    hashes, alone = [], []
    for old in removed:
        if waiting := partners.get(key(old)):
            waiting.pop()
            hashes.append(old.sha256)
        else:
            alone.append(old)
    removed[:] = alone
    added[:] = [new for waiting in partners.values() for new in waiting]
    return sorted(hashes)
