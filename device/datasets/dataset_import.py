"""Import of a dataset source: what is good comes in, once, and each refused line is named."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from okng.device.datasets.dataset_folders import check_dataset_name
from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.masks import write_mask
from okng.device.datasets.new_pictures import NewPicture, PictureNotes
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.preparations import PreparationStore
from okng.device.datasets.sources.source import (
    DatasetSource,
    ExportNote,
    Refusal,
    SourceError,
    SourcePicture,
)
from okng.device.datasets.store import BATCH_BYTES, DatasetStore
from okng.device.types import DatasetPicture, Label, Name, Split
from okng.models.boxes import Boxes
from okng.models.images.preprocessing import ImageError
from okng.models.masks.class_mask import ClassMask, MaskError
from okng.models.preparation.steps.labels_from_file_names import LabelRule, LabelsFromFileNames
from okng.models.progress import Progress
from okng.models.strict_model import StrictModel

BATCH_PICTURES = 64
"""So many are written at once, or fewer large ones (`BATCH_BYTES`)."""
REPORTS = 200
"""Progress is told about so often."""
MAX_WORKERS = 4
_COMPLETED = ("split", "batch", "defect_type", "boxes", "mask")


class ImportedPictures(StrictModel):
    """Result of an import: what came in, what was there, and what was refused."""

    dataset: Name
    layout: str
    """What the source was taken for."""
    added: int
    masks: int
    """Pictures among the added ones that have a mask."""
    completed: int
    """Pictures that were there, and have from the source what they lacked: a mask, a split, ..."""
    already_there: int
    """Pictures that were there with all that the source says."""
    change_id: int | None
    """The change to undo to take the completion back; None where nothing was completed."""
    refusals: tuple[Refusal, ...]
    """Every line and file that did not come in, or not with all of it."""


@dataclass(frozen=True)
class _Read:
    """A picture of the source, read and checked."""

    where: str
    picture: NewPicture
    sha256: str
    hashes: tuple[str, ...]
    """Under which the dataset may know it."""
    notes: PictureNotes
    refusals: tuple[Refusal, ...]
    """Of its mask or boxes."""


@dataclass
class _Outcome:
    refusals: list[Refusal]
    added: int = 0
    masks: int = 0
    already_there: int = 0
    changes: dict[int, PictureChange] = field(default_factory=dict)


def import_source(
    data_dir: Path,
    dataset: str,
    source: DatasetSource,
    author: str,
    *,
    label: Label | None = None,
    split: Split | None = None,
    report: Progress = lambda share, message: None,
) -> ImportedPictures:
    """Adds the pictures of a source to a dataset, with labels, splits, masks and boxes.

    A picture is known by the SHA-256 of its file. One that the dataset has, with the same label,
    gets what it lacks and the source tells; one that was removed comes back. Pictures come in by
    batches: where the import ends early, the same import again goes on.

    Args:
        data_dir: of the station.
        dataset: its name.
        source: where the pictures come from.
        author: for whom.
        label: of pictures whose source doesn't tell it; None refuses them.
        split: of pictures whose source doesn't tell it.
        report: called now and then.

    Raises:
        DatasetError: not a dataset's name.
        OSError, sqlite3.OperationalError: the disk is full or fails.
    """
    dataset = check_dataset_name(dataset)
    store = DatasetStore(data_dir)
    importer = _Importer(data_dir, store, dataset, author, list(source.refusals))
    total = len(source.pictures)
    report(0, f"{total} pictures in {source.layout}")
    step = max(1, total // REPORTS)
    labels = PreparationStore(data_dir).current(dataset).labels
    read = partial(_read, label=label, split=split, labels=labels)
    for done, outcome in enumerate(_read_ahead(source.pictures, read), 1):
        importer.take(outcome)
        if done % step == 0:
            report(done / total, f"{done} of {total} pictures")
    return importer.finish(source.layout)


class _Importer:
    """Takes pictures one by one and writes them by batches."""

    def __init__(
        self,
        data_dir: Path,
        store: DatasetStore,
        dataset: str,
        author: str,
        refusals: list[Refusal],
    ) -> None:
        self._data_dir, self._store = data_dir, store
        self._dataset, self._author = dataset, author
        self._outcome = _Outcome(refusals)
        # Pictures that are there win over removed copies of them.
        self._known = {
            picture.sha256: picture
            for removed in (True, False)
            for picture in store.pictures(dataset, removed=removed)
        }
        self._seen: dict[str, str] = {}
        self._batch: list[_Read] = []

    def take(self, read: _Read | Refusal) -> None:
        """Puts a new picture into the batch, and completes one that is there."""
        outcome = self._outcome
        if isinstance(read, Refusal):
            outcome.refusals.append(read)
            return
        first = self._seen.setdefault(read.sha256, read.where)
        if first != read.where:
            reason = f"is the same picture as {first}"
            outcome.refusals.append(Refusal(where=read.where, reason=reason))
            return
        outcome.refusals += read.refusals
        for sha256 in read.hashes:
            if sha256 in self._known:
                self._complete(self._known[sha256], read)
                return
        self._batch.append(read)
        size = sum(len(pending.picture.data) for pending in self._batch)
        if len(self._batch) >= BATCH_PICTURES or size >= BATCH_BYTES:
            self._write()

    def finish(self, layout: str) -> ImportedPictures:
        """Writes the rest."""
        self._write()
        outcome = self._outcome
        changes = DatasetChanges(self._data_dir)
        change = changes.change_each(outcome.changes, self._author) if outcome.changes else None
        return ImportedPictures(
            dataset=self._dataset,
            layout=layout,
            added=outcome.added,
            masks=outcome.masks,
            completed=len(outcome.changes),
            already_there=outcome.already_there,
            change_id=change and change.change_id,
            refusals=tuple(outcome.refusals),
        )

    def _write(self) -> None:
        if self._batch:
            pictures = [(read.picture, read.notes) for read in self._batch]
            self._store.import_labelled(pictures, self._dataset, self._author)
            self._outcome.added += len(pictures)
            self._outcome.masks += sum(notes.mask is not None for _, notes in pictures)
            self._batch = []

    def _complete(self, existing: DatasetPicture, read: _Read) -> None:
        notes = read.notes
        values: dict[str, Any] = {}
        if existing.removed_at:
            values |= {"removed": False, "label": notes.label}
        elif existing.label is not notes.label:
            reason = (
                f"is in the dataset as {existing.label} (picture {existing.picture_id}), not as "
                f"{notes.label}; it stays so"
            )
            self._outcome.refusals.append(Refusal(where=read.where, reason=reason))
            return
        for name in _COMPLETED:
            value = getattr(notes, name)
            if value is not None and getattr(existing, name) is None:
                values[name] = (
                    write_mask(self._data_dir, existing, value) if name == "mask" else value
                )
        if values:
            self._outcome.changes[existing.picture_id] = PictureChange(**values)
        else:
            self._outcome.already_there += 1


def _read_ahead(
    pictures: Sequence[SourcePicture], read: Callable[[SourcePicture], _Read | Refusal]
) -> Iterator[_Read | Refusal]:
    """Reads in several threads while what was read is written; few pictures are in memory."""
    workers = min(MAX_WORKERS, os.cpu_count() or 1)
    pending: deque[Future[_Read | Refusal]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        for picture in pictures:
            pending.append(pool.submit(read, picture))
            if len(pending) > 4 * workers:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()


def _read(
    picture: SourcePicture,
    label: Label | None,
    split: Split | None,
    labels: LabelsFromFileNames | None,
) -> _Read | Refusal:
    try:
        data = picture.read()
        sha256 = hashlib.sha256(data).hexdigest()
        note = picture.note if picture.note and picture.note.sha256 == sha256 else None
        told = picture.label or (note and note.label) or None
        rule = _rule(labels, picture.path, told, is_needed=label is None)
        label = told or (Label(rule.label) if rule else label)
        if label is None:
            return Refusal(where=picture.where, reason=picture.unlabelled)
        new = NewPicture.decoded(data, picture.path)
    except (SourceError, ImageError) as error:
        # The place is said once.
        reason = str(error).removeprefix(f"{picture.where}: ")
        return Refusal(where=picture.where, reason=reason)
    source = note or picture
    refusals: list[Refusal] = []
    return _Read(
        where=picture.where,
        picture=new,
        sha256=sha256,
        hashes=(sha256, note.source_sha256) if note else (sha256,),
        notes=PictureNotes(
            label=label,
            split=source.split or split,
            batch=source.batch,
            defect_type=_defect_type(source, rule) if label is Label.ANOMALY else None,
            boxes=_boxes(picture.where, source.boxes, new, refusals),
            mask=usable_mask(
                picture.where,
                (note and note.mask) or picture.mask,
                label,
                (new.width, new.height),
                refusals,
            ),
        ),
        refusals=tuple(refusals),
    )


def _rule(
    labels: LabelsFromFileNames | None, path: str, told: Label | None, *, is_needed: bool
) -> LabelRule | None:
    """The rule of the dataset's preparation for the name of a file.

    Raises:
        ImageError: the name contradicts the source or itself, or tells nothing where it is needed.
    """
    if labels is None:
        return None
    name = PurePosixPath(path).name
    if told is None and is_needed:
        return labels.rule_for(name)
    rule = labels.find(name)
    if rule and told and rule.label != told:
        raise ImageError(
            f"its name fits the pattern {rule.pattern!r} for {rule.label}, but the source says "
            f"{told}: move the file, or change the pattern"
        )
    return rule


def _defect_type(source: SourcePicture | ExportNote, rule: LabelRule | None) -> str | None:
    return source.defect_type or (rule.defect_type if rule else None)


def _boxes(
    where: str, boxes: Boxes | None, new: NewPicture, refusals: list[Refusal]
) -> Boxes | None:
    if boxes and not all(box.is_inside(new.width, new.height) for box in boxes):
        refusals.append(
            Refusal(where=where, reason="is imported without its boxes: one reaches out of it")
        )
        return None
    return boxes


def usable_mask(
    where: str,
    read: Callable[[], ClassMask] | None,
    label: Label,
    size: tuple[int, int],
    refusals: list[Refusal],
) -> ClassMask | None:
    """The mask of a picture of width and height `size`; one that can't be used is refused alone.

    AWS's manifests name a mask for normal pictures too, which isn't there or is empty.
    """
    if read is None:
        return None
    try:
        mask: ClassMask = read()
        height, width = mask.indices.shape
        if (width, height) != size:
            raise MaskError(f"it has {width} x {height} pixels, the picture {size[0]} x {size[1]}")
    except (SourceError, ImageError, MaskError) as error:
        if label is Label.ANOMALY:
            refusals.append(_without_mask(where, str(error)))
        return None
    if label is Label.NORMAL:
        refusals.append(_without_mask(where, "it shows a defect, the picture is normal"))
        return None
    return mask


def _without_mask(where: str, reason: str) -> Refusal:
    return Refusal(where=where, reason=f"is imported without its mask: {reason}")
