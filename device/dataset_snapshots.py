"""The dataset that a model version was trained from: how it differs now, and the way back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

from okng.device.store.dataset_changes import DatasetChange, DatasetChanges
from okng.device.store.datasets import DatasetStore
from okng.device.store.picture_changes import PictureChange
from okng.device.training_job import day_of
from okng.device.types import DatasetPicture, Message, Name, Split
from okng.models.dataset_snapshot import SnapshotDifference, SnapshotPicture, compare
from okng.models.manifest import AnomalyManifest

WORDS_SINCE_FORMAT = 4
"""Older manifests don't have the pictures' batches, types of defect and splits."""


class DatasetSince(Message):
    """A dataset held against what a model version was trained from."""

    dataset: Name
    trained_from: int
    """Pictures at that time."""
    pictures: int
    """Now."""
    difference: SnapshotDifference
    lost: int
    """Pictures trained from whose files this station doesn't have any more, not even removed."""


class DatasetSnapshots:
    """Compares datasets with manifests and restores them; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._datasets = DatasetStore(data_dir)
        self._changes = DatasetChanges(data_dir)

    def dataset_of(self, manifest: AnomalyManifest) -> str | None:
        """The dataset that has, or had, most of the pictures; None when this station has none."""
        there = self._datasets.with_hashes(image.sha256 for image in manifest.dataset)
        names = Counter(picture.dataset for picture in there.values())
        return names.most_common(1)[0][0] if names else None

    def since(self, manifest: AnomalyManifest, dataset: str) -> DatasetSince:
        """How the dataset differs now from what the version was trained from."""
        present = self._datasets.pictures(dataset)
        there = self._all(dataset)
        return DatasetSince(
            dataset=dataset,
            trained_from=len(manifest.dataset),
            pictures=len(present),
            difference=compare(
                _then(manifest, there), (_snapshot(one, _has_words(manifest)) for one in present)
            ),
            lost=sum(image.sha256 not in there for image in manifest.dataset),
        )

    def restore(self, manifest: AnomalyManifest, dataset: str, author: str) -> DatasetChange | None:
        """Makes the dataset what it was at the training, as far as its pictures are there.

        What was removed since comes back, what was added is removed, labels and words are as they
        were. It is one change, for `DatasetChanges.undo`; None when nothing differs.

        Raises:
            OSError, sqlite3.OperationalError: the disk is full or fails; nothing was changed.
        """
        there = self._all(dataset)
        goals: dict[str, list[SnapshotPicture]] = {}
        for one in _then(manifest, there):
            goals.setdefault(one.sha256, []).append(one)
        changes: dict[int, PictureChange] = {}
        for sha256, copies in there.items():
            for picture, goal in zip_longest(copies, goals.get(sha256, [])[: len(copies)]):
                change = _change_to(picture, goal, _has_words(manifest))
                if change is not None:
                    changes[picture.picture_id] = change
        return self._changes.change_each(changes, author) if changes else None

    def _all(self, dataset: str) -> dict[str, list[DatasetPicture]]:
        """Pictures by SHA-256, those that are not removed first."""
        found: dict[str, list[DatasetPicture]] = {}
        for removed in (False, True):
            for picture in self._datasets.pictures(dataset, removed=removed):
                found.setdefault(picture.sha256, []).append(picture)
        return found


def _change_to(
    picture: DatasetPicture, goal: SnapshotPicture | None, has_words: bool
) -> PictureChange | None:
    """What makes the picture what it was, or removes it where it wasn't; None when it is so."""
    if goal is None:
        return None if picture.removed_at else PictureChange(removed=True)
    values: dict[str, object] = {"label": goal.label}
    if has_words:
        values |= {"batch": goal.batch, "defect_type": goal.defect_type}
        if goal.held_out != (picture.split is Split.TEST):
            values["split"] = Split.TEST if goal.held_out else Split.TRAIN
    if picture.removed_at:
        values["removed"] = False
    elif _snapshot(picture, has_words) == goal:
        return None
    return PictureChange.model_validate(values)


def _then(
    manifest: AnomalyManifest, there: Mapping[str, Sequence[DatasetPicture]]
) -> list[SnapshotPicture]:
    """The pictures at the training; where the day stood in for a batch, none was named."""
    return [
        one._replace(batch=None)
        if one.batch in {day_of(picture) for picture in there.get(one.sha256, ())}
        else one
        for one in (image.snapshot for image in manifest.dataset)
    ]


def _has_words(manifest: AnomalyManifest) -> bool:
    return manifest.format_version >= WORDS_SINCE_FORMAT


def _snapshot(picture: DatasetPicture, has_words: bool) -> SnapshotPicture:
    if not has_words:
        return SnapshotPicture(picture.sha256, picture.label.value)
    return SnapshotPicture(
        picture.sha256,
        picture.label.value,
        picture.batch,
        picture.defect_type,
        picture.split is Split.TEST,
    )
