"""What a model was trained from, and how a dataset differs from that now."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict


class SnapshotPicture(NamedTuple):
    """One picture of a dataset: its file by SHA-256, and what was said of it."""

    sha256: str
    label: Literal["normal", "anomaly"]
    batch: str | None = None
    defect_type: str | None = None
    held_out: bool = False
    """For testing, and never learnt from."""


class SnapshotDifference(BaseModel):
    """Pictures by SHA-256, each as often as it is so."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    added: list[str]
    removed: list[str]
    relabelled: list[str]
    reworded: list[str]
    """Those of the same label with another batch, type of defect or split."""

    @property
    def is_none(self) -> bool:
        """Whether the dataset is what it was."""
        return not (self.added or self.removed or self.relabelled or self.reworded)


def snapshot_sha256(pictures: Iterable[SnapshotPicture]) -> str:
    """Of all pictures whatever their order: of their sorted rows as JSON (no spaces, ASCII)."""
    rows = sorted([str(value or "") for value in picture] for picture in pictures)
    return hashlib.sha256(json.dumps(rows, separators=(",", ":")).encode()).hexdigest()


def compare(then: Iterable[SnapshotPicture], now: Iterable[SnapshotPicture]) -> SnapshotDifference:
    """What came, went and changed from `then` to `now`."""
    before, after = Counter(then), Counter(now)
    gone, come = list((before - after).elements()), list((after - before).elements())
    reworded = _paired(gone, come, lambda one: (one.sha256, one.label))
    relabelled = _paired(gone, come, lambda one: one.sha256)
    return SnapshotDifference(
        added=sorted(one.sha256 for one in come),
        removed=sorted(one.sha256 for one in gone),
        relabelled=relabelled,
        reworded=reworded,
    )


def _paired(
    gone: list[SnapshotPicture],
    come: list[SnapshotPicture],
    key: Callable[[SnapshotPicture], Hashable],
) -> list[str]:
    """Takes out of both lists those that have a partner of the same key; their SHA-256, sorted."""
    found = []
    for old in list(gone):
        new = next((one for one in come if key(one) == key(old)), None)
        if new is not None:
            gone.remove(old)
            come.remove(new)
            found.append(old.sha256)
    return sorted(found)
