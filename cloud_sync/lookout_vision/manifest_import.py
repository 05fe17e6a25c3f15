"""Brings the lines of a manifest into a dataset: pictures with their labels, and entries."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from okng.cloud_sync.lookout_vision.entries import Entries, NewEntry
from okng.cloud_sync.lookout_vision.manifest_lines import (
    ChangesTree,
    ManifestLine,
    lines_of,
    number_of,
)
from okng.cloud_sync.lookout_vision.shapes import InputS3Object
from okng.cloud_sync.lookout_vision.station_bucket import StationBucket
from okng.cloud_sync.lookout_vision.storage import STATION_BUCKET, Storage
from okng.device.datasets.dataset_import import import_source, usable_mask
from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.masks import write_mask
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.sources.manifest import read_manifest
from okng.device.datasets.sources.picture_references import PictureReferences
from okng.device.datasets.sources.remote import open_remote
from okng.device.datasets.sources.source import DatasetSource, Refusal, SourcePicture
from okng.device.datasets.store import DatasetStore
from okng.device.store.timestamps import now_us
from okng.device.types import Label, Split
from okng.models.masks.class_mask import ClassMask


class OpenManifest(NamedTuple):
    """The lines of a manifest, and its pictures while their source is open."""

    lines: dict[int, ManifestLine]
    source: DatasetSource


@contextmanager
def open_manifest(
    storage: Storage, tree: StationBucket, manifest: InputS3Object
) -> Iterator[OpenManifest]:
    """A manifest in a bucket, or in the station's own.

    Raises:
        SourceError, StorageError: it can't be read.
    """
    with ExitStack() as opened:
        key = manifest.key
        if manifest.bucket == STATION_BUCKET:
            storage.station_path(key)
            references = PictureReferences(tree, storage.station, posixpath.dirname(key))
            data = tree.read(key)
            source = read_manifest(tree, key, references, None)
        else:
            address = f"s3://{manifest.bucket}"
            remote = open_remote(address, storage.station)
            opened.callback(remote.close)
            folder = f"{address}/{posixpath.dirname(key)}"
            references = PictureReferences(None, storage.station, address=folder)
            data = remote.read(key)
            source = read_manifest(remote, key, references, None)
        opened.callback(references.close)
        yield OpenManifest(lines_of(data), source)


@contextmanager
def open_changes(storage: Storage, tree: StationBucket, changes: bytes) -> Iterator[OpenManifest]:
    """The lines of UpdateDatasetEntries; pictures lie in a bucket or the station's own."""
    references = PictureReferences(tree, storage.station)
    try:
        source = read_manifest(ChangesTree(changes), ChangesTree.NAME, references, None)
        yield OpenManifest(lines_of(changes), source)
    finally:
        references.close()


class BroughtIn(NamedTuple):
    """What came of the lines."""

    source_refs: frozenset[str]
    """Those that have an entry now."""
    refusals: tuple[str, ...]
    """Each refused line with its reason."""


class ManifestImport:
    """Brings lines into one dataset of a project."""

    def __init__(
        self, data_dir: Path, project: str, kind: Split, author: str, report: Callable[[str], None]
    ) -> None:
        self._data_dir = data_dir
        self._project, self._kind, self._author = project, kind, author
        self._report = report
        self._entries = Entries(data_dir)
        self._pictures = DatasetStore(data_dir)
        self._changes = DatasetChanges(data_dir)

    def fill(self, manifest: OpenManifest) -> BroughtIn:
        """Adds all lines.

        Raises:
            OSError, sqlite3.OperationalError: the disk is full or fails.
        """
        return self._add(manifest, manifest.source.pictures)

    def change(self, manifest: OpenManifest) -> BroughtIn:
        """Changes the entries whose source-ref is known, and adds the others; raises as `fill`."""
        known = self._entries.pictures(self._project, self._kind)
        changes: dict[int, PictureChange] = {}
        written: list[NewEntry] = []
        others: list[SourcePicture] = []
        refusals: list[Refusal] = []
        for picture in manifest.source.pictures:
            line = manifest.lines[number_of(picture.where)]
            picture_id = known.get(line.source_ref)
            if picture_id is None:
                others.append(picture)
            elif picture.label is None:
                changes[picture_id] = PictureChange(removed=True)
                written.append(NewEntry(line.source_ref, None, line.text))
            else:
                change = self._change_by(picture, picture.label, picture_id, refusals)
                changes[picture_id] = change
                mask = change.mask.sha256 if change.mask else None
                written.append(NewEntry(line.source_ref, picture_id, line.text, mask))
        if changes:
            self._changes.change_each(changes, self._author)
            self._entries.write(self._project, self._kind, written, now_us())
        added = self._add(manifest, others)
        changed = {entry.source_ref for entry in written}
        told = (*map(str, refusals), *added.refusals)
        return BroughtIn(added.source_refs | changed, told)

    def _change_by(
        self, picture: SourcePicture, label: Label, picture_id: int, refusals: list[Refusal]
    ) -> PictureChange:
        """The label of a line, and its mask; a line without one leaves the picture its own."""
        if picture.mask is None:
            return PictureChange(label=label)
        stored = self._pictures.get(picture_id)
        size = (stored.width, stored.height)
        mask = usable_mask(picture.where, picture.mask, label, size, refusals)
        if mask is None:
            return PictureChange(label=label)
        return PictureChange(label=label, mask=write_mask(self._data_dir, stored, mask))

    def _add(self, manifest: OpenManifest, pictures: Sequence[SourcePicture]) -> BroughtIn:
        """Imports the labelled pictures, and notes the lines of all."""
        hashes, masks = dict[str, str](), dict[str, str]()
        labelled = [_recorded(picture, hashes, masks) for picture in pictures if picture.label]
        result = import_source(
            self._data_dir,
            self._project,
            replace(manifest.source, pictures=labelled),
            self._author,
            split=self._kind,
            report=lambda share, words: self._report(f"{share:.0%} {words}"),
        )
        refusals = [str(refusal) for refusal in result.refusals]
        present = {picture.sha256: picture for picture in self._pictures.outlines(self._project)}
        entries: list[NewEntry] = []
        for picture in pictures:
            line = manifest.lines[number_of(picture.where)]
            if picture.label is None:
                entries.append(NewEntry(line.source_ref, None, line.text))
                continue
            # Without a hash it could not be read; two lines with one picture share the first's.
            stored = present.pop(hashes.get(picture.where, ""), None)
            if stored is None:
                continue
            if (stored.split or Split.TRAIN) is not self._kind:
                refusals.append(f"{picture.where}: is in the project's other dataset already")
                continue
            mask = masks.get(picture.where)
            entries.append(NewEntry(line.source_ref, stored.picture_id, line.text, mask))
        self._entries.write(self._project, self._kind, entries, now_us())
        return BroughtIn(frozenset(entry.source_ref for entry in entries), tuple(refusals))


def _recorded(
    picture: SourcePicture, hashes: dict[str, str], masks: dict[str, str]
) -> SourcePicture:
    """The picture, which leaves the hash of its file when it is read, and so does its mask."""

    def read() -> bytes:
        data = picture.read()
        hashes[picture.where] = sha256(data).hexdigest()
        return data

    def read_mask() -> ClassMask:
        assert picture.mask
        mask = picture.mask()
        masks[picture.where] = sha256(mask.to_png()).hexdigest()
        return mask

    return replace(picture, read=read, mask=read_mask if picture.mask else None)
