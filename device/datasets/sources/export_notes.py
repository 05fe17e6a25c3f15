"""Notes of an export of okng: what a layout of other programs can't say of its pictures.

They lie beside the pictures as `okng-dataset.json`. A note holds for the file of its path and hash
only, so whoever adds, moves or changes files in an export is not contradicted by it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Annotated

from pydantic import Field, ValidationError

from okng.device.datasets.sources.file_tree import FileTree
from okng.device.datasets.sources.source import DatasetSource, ExportNote, Refusal, SourceError
from okng.device.types import Label, Name, Split
from okng.models.boxes import Boxes
from okng.models.masks.class_mask import ClassMask
from okng.models.names import normalized
from okng.models.strict_model import StrictModel

FILE_NAME = "okng-dataset.json"
NOTED_MASKS = "okng-masks"
"""Folder beside it with the masks that the layout can't tell whole."""

StoredWords = Annotated[str, Field(pattern=r"^[^/\\\x00-\x1f]+$", max_length=64)]
"""A batch or type of defect as it is stored, maybe since before names were normalized."""


class ExportedPicture(StrictModel):
    """One picture of an export; paths are relative to the exported folder."""

    path: str
    sha256: str
    """Of the exported file."""
    source_sha256: str
    """Of the station's file: another one where it had to become a PNG."""
    label: Label
    split: Split
    """Where the export puts it: layouts have no place for an undecided picture."""
    chosen_split: Split | None = None
    """What somebody has chosen for it; since format 2, as what follows."""
    defect_type: StoredWords | None
    batch: StoredWords | None
    boxes: Boxes | None = None
    mask: str | None
    mask_sha256: str | None
    class_mask: str | None = None
    """The mask with its classes, where the layout's own mask can't tell them."""


class ExportManifest(StrictModel):
    """What was exported."""

    format: int = 2
    dataset: Name
    layout: str
    pictures: list[ExportedPicture]


def with_notes(source: DatasetSource, tree: FileTree) -> DatasetSource:
    """The source with the notes that lie in its tree; without any it stays as it is."""
    names = set(tree.names())
    place = min(
        (name for name in names if PurePosixPath(name).name == FILE_NAME),
        key=lambda name: name.count("/"),
        default=None,
    )
    if place is None:
        return source
    try:
        manifest = ExportManifest.model_validate_json(tree.read(place))
    except (ValidationError, SourceError) as error:
        reason = " ".join(str(error).split())[:300]
        refusal = Refusal(where=place, reason=f"is not what okng writes: {reason}")
        return replace(source, refusals=[*source.refusals, refusal])
    root = place.removesuffix(FILE_NAME)
    if manifest.format < 2:
        return source
    # A Mac that packs an export again may write the accents of its folders otherwise.
    notes = {_nfc(f"{root}{picture.path}"): picture for picture in manifest.pictures}
    pictures = [
        replace(picture, note=_note(notes[path], tree, root, names))
        if (path := _nfc(picture.path)) in notes
        else picture
        for picture in source.pictures
    ]
    return replace(source, pictures=pictures)


def _nfc(path: str) -> str:
    return unicodedata.normalize("NFC", path)


def _note(picture: ExportedPicture, tree: FileTree, root: str, names: set[str]) -> ExportNote:
    return ExportNote(
        sha256=picture.sha256,
        source_sha256=picture.source_sha256,
        label=picture.label,
        split=picture.chosen_split,
        batch=picture.batch and normalized(picture.batch),
        defect_type=picture.defect_type and normalized(picture.defect_type),
        boxes=picture.boxes,
        mask=_mask_reader(f"{root}{picture.class_mask}", tree, names)
        if picture.class_mask
        else None,
    )


def _mask_reader(name: str, tree: FileTree, names: set[str]) -> Callable[[], ClassMask]:
    def read() -> ClassMask:
        if name not in names:
            raise SourceError(f"{name} is not in {tree.address}")
        return ClassMask.from_png(tree.read(name))

    return read
