"""The dataset that a model version was trained from: how it differs now, and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC
from itertools import zip_longest
from pathlib import Path

from okng.device.datasets.edit_history import DatasetChange, DatasetChanges
from okng.device.datasets.masks import MaskFileError, former_mask
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.picture_rows import PictureOutline
from okng.device.datasets.store import DatasetStore
from okng.device.store.versioned_cache import VersionedCache
from okng.device.types import DatasetPicture, Name, Split
from okng.models.bundles.dataset_snapshot import SnapshotDifference, SnapshotPicture, compare
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.masks.class_mask import MaskError
from okng.models.strict_model import StrictModel

WORDS_SINCE_FORMAT = 4
"""Older manifests don't have the pictures' batches, types of defect and splits."""
MASKS_SINCE_FORMAT = 8
"""Older manifests don't have the pictures' masks."""


class DatasetSince(StrictModel):
    """A dataset held against what a model version was trained from."""

    dataset: Name
    trained_from: int
    """Pictures at that time."""
    pictures: int
    """Number of pictures now."""
    difference: SnapshotDifference
    lost: int
    """Pictures trained from whose files this station doesn't have any more, not even removed."""


class DatasetSnapshots:
    """Compares datasets with manifests and restores them; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._datasets = DatasetStore(data_dir)
        self._changes = DatasetChanges(data_dir)
        self._counts: VersionedCache[str, dict[str, int]] = VersionedCache()
        self._since: VersionedCache[tuple[str, str], DatasetSince] = VersionedCache()

    def dataset_of(self, manifest: AnomalyManifest) -> str | None:
        """The dataset that has, or had, most of the pictures; None when this station has none."""
        counts = self._counts.get(
            manifest.content_hash,
            self._datasets.version_of_all(),
            lambda: self._datasets.datasets_of(image.sha256 for image in manifest.dataset),
        )
        return max(counts, key=counts.__getitem__, default=None)

    def since(self, manifest: AnomalyManifest, dataset: str) -> DatasetSince:
        """How the dataset differs now from what the version was trained from."""
        return self._since.get(
            (manifest.content_hash, dataset),
            self._datasets.version(dataset),
            lambda: self._compared(manifest, dataset),
        )

    def _compared(self, manifest: AnomalyManifest, dataset: str) -> DatasetSince:
        stored, masks = self._all(dataset), self._datasets.mask_hashes(dataset)
        present = [
            picture
            for copies in stored.values()
            for picture in copies
            if picture.removed_at_us is None
        ]
        return DatasetSince(
            dataset=dataset,
            trained_from=len(manifest.dataset),
            pictures=len(present),
            difference=compare(
                _then(manifest, stored),
                (_snapshot(picture, masks, manifest) for picture in present),
            ),
            lost=sum(image.sha256 not in stored for image in manifest.dataset),
        )

    def restore(self, manifest: AnomalyManifest, dataset: str, author: str) -> DatasetChange | None:
        """Makes the dataset what it was at the training, as far as its pictures are there.

        What was removed since comes back, what was added is removed, labels, words and masks are as
        they were. A mask whose file is lost can't come back. It is one change, for
        `DatasetChanges.undo`; None when nothing differs.

        Raises:
            OSError, sqlite3.OperationalError: the disk is full or fails; nothing was changed.
        """
        present, masks = self._all(dataset), self._datasets.mask_hashes(dataset)
        goals: dict[str, list[SnapshotPicture]] = {}
        for snapshot in _then(manifest, present):
            goals.setdefault(snapshot.sha256, []).append(snapshot)
        changes: dict[int, PictureChange] = {}
        for sha256, copies in present.items():
            for picture, goal in zip_longest(copies, goals.get(sha256, [])[: len(copies)]):
                change = self._change_to(picture, goal, masks, manifest)
                if change is not None:
                    changes[picture.picture_id] = change
        return self._changes.change_each(changes, author) if changes else None

    def _change_to(
        self,
        picture: PictureOutline,
        goal: SnapshotPicture | None,
        masks: Mapping[int, str],
        manifest: AnomalyManifest,
    ) -> PictureChange | None:
        """The change back to the snapshot, removing pictures not in it; None for no difference."""
        if goal is None:
            return None if picture.removed_at_us else PictureChange(removed=True)
        values: dict[str, object] = {"label": goal.label}
        if manifest.format_version >= WORDS_SINCE_FORMAT:
            values |= {"batch": goal.batch, "defect_type": goal.defect_type}
            if goal.held_out != (picture.split is Split.TEST):
                values["split"] = Split.TEST if goal.held_out else Split.TRAIN
        if manifest.format_version >= MASKS_SINCE_FORMAT:
            values |= self._mask_values(picture, goal.mask, masks)
        if picture.removed_at_us:
            values["removed"] = False
        elif _snapshot(picture, masks, manifest) == goal:
            return None
        return PictureChange.model_validate(values)

    def _mask_values(
        self, picture: PictureOutline, goal: str | None, masks: Mapping[int, str]
    ) -> dict[str, object]:
        if goal == masks.get(picture.picture_id):
            return {}
        if goal is None:
            return {"mask": None}
        try:
            stored = self._datasets.get(picture.picture_id)
            return {"mask": former_mask(self._data_dir, stored, goal)}
        except (MaskFileError, MaskError):
            return {}

    def _all(self, dataset: str) -> dict[str, list[PictureOutline]]:
        """Pictures by SHA-256, those that are not removed first."""
        by_sha256: dict[str, list[PictureOutline]] = {}
        for removed in (False, True):
            for picture in self._datasets.outlines(dataset, removed=removed):
                by_sha256.setdefault(picture.sha256, []).append(picture)
        return by_sha256


def _then(
    manifest: AnomalyManifest, stored: Mapping[str, Sequence[PictureOutline]]
) -> list[SnapshotPicture]:
    """The pictures at the training; a batch that is only the picture's day counts as none."""
    days = {day_of(picture) for copies in stored.values() for picture in copies}
    return [
        snapshot._replace(batch=None)
        if snapshot.batch in days
        and snapshot.batch in {day_of(picture) for picture in stored.get(snapshot.sha256, ())}
        else snapshot
        for snapshot in (image.snapshot for image in manifest.dataset)
    ]


def _snapshot(
    picture: PictureOutline, masks: Mapping[int, str], manifest: AnomalyManifest
) -> SnapshotPicture:
    """The picture of now, with what manifests of that format have."""
    snapshot = SnapshotPicture(picture.sha256, picture.label.value)
    if manifest.format_version >= WORDS_SINCE_FORMAT:
        snapshot = snapshot._replace(
            batch=picture.batch,
            defect_type=picture.defect_type,
            held_out=picture.split is Split.TEST,
        )
    if manifest.format_version >= MASKS_SINCE_FORMAT:
        snapshot = snapshot._replace(mask=masks.get(picture.picture_id))
    return snapshot


def day_of(picture: DatasetPicture | PictureOutline) -> str:
    """The UTC day on which it was taken, YYYY-MM-DD."""
    return picture.created_at.astimezone(UTC).date().isoformat()
