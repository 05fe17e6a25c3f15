"""Boxes from other programs' files come to the pictures of a dataset."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path, PurePath, PurePosixPath

from okng.device.store.dataset_changes import DatasetChanges
from okng.device.store.datasets import SUFFIXES, DatasetStore
from okng.device.store.picture_changes import PictureChange
from okng.device.types import DatasetPicture, Label, Message
from okng.models.detection.box_files.box_file import BoxFileError, FilePicture
from okng.models.detection.labelled_box import Boxes
from okng.models.preprocessing import ImageError, read_image

_UPLOAD_PREFIX = re.compile(r"^[0-9a-f]{8}-")
"""Label Studio puts it before the name of an uploaded picture."""


class ImportedBoxes(Message):
    """What an import did."""

    pictures: int
    """That have the file's boxes now."""
    boxes: int
    added: int
    """Of the pictures those that were not in the dataset before."""
    change_id: int | None
    """Takes the boxes back; None where all were so already."""


def import_boxes(
    data_dir: Path,
    dataset: str,
    read: Sequence[FilePicture],
    author: str,
    folder: Path | None = None,
    label: Label | None = None,
) -> ImportedBoxes:
    """Give the dataset's pictures the boxes that files have of them, in one change.

    A picture is known by the station's name of its file, or, with a `folder` of pictures, by the
    SHA-256 of the file there that has the name; one that the dataset doesn't have is added under
    the `label`. All is looked through before anything is changed. Where it is killed between
    pictures and boxes, the same import again brings the boxes.

    Raises:
        BoxFileError: a picture is unknown, there twice, or can't be used; a box doesn't fit; or
            pictures would be added without a label.
        OSError, sqlite3.OperationalError: the disk is full or fails.
    """
    store = DatasetStore(data_dir)
    matcher = _Matcher(dataset, store.pictures(dataset), folder)
    known: dict[int, Boxes] = {}
    new: dict[Path, Boxes] = {}
    for one in read:
        found = matcher.match(one)
        if isinstance(found, Path):
            new[found] = _boxes_in_file(one, found)
        else:
            known |= {
                picture.picture_id: one.in_pixels(picture.width, picture.height)
                for picture in found
            }
    if new:
        if label is None:
            raise BoxFileError(
                f"{len(new)} of the pictures are not in dataset {dataset!r} and would be added: "
                "say whether they are normal or anomalous with --label"
            )
        added = store.import_files(list(new), dataset, label, author)
        ids = (picture.picture_id for picture in added)
        known |= dict(zip(ids, new.values(), strict=True))
    changes = {key: PictureChange(boxes=boxes) for key, boxes in known.items()}
    change = DatasetChanges(data_dir).change_each(changes, author)
    return ImportedBoxes(
        pictures=len(known),
        boxes=sum(map(len, known.values())),
        added=len(new),
        change_id=change and change.change_id,
    )


def _boxes_in_file(one: FilePicture, path: Path) -> Boxes:
    try:
        height, width = read_image(path).shape[:2]
    except ImageError as error:
        raise BoxFileError(f"{one.where}: {error}") from None
    return one.in_pixels(width, height)


class _Matcher:
    """Finds the picture that a file means, each only once."""

    def __init__(
        self, dataset: str, pictures: Sequence[DatasetPicture], folder: Path | None
    ) -> None:
        self._dataset, self._folder = dataset, folder
        self._by_name: defaultdict[str, list[DatasetPicture]] = defaultdict(list)
        self._by_sha256: defaultdict[str, list[DatasetPicture]] = defaultdict(list)
        for picture in pictures:
            for name in _names(PurePosixPath(picture.path)):
                self._by_name[name].append(picture)
            self._by_sha256[picture.sha256].append(picture)
        self._files: defaultdict[str, list[Path]] = defaultdict(list)
        for path in sorted(folder.rglob("*")) if folder else []:
            if path.suffix.lower() in SUFFIXES:
                for name in _names(path):
                    self._files[name].append(path)
        self._met: dict[str, str] = {}

    def match(self, one: FilePicture) -> list[DatasetPicture] | Path:
        """The stored pictures, several where they are copies, or a file to be added."""
        name = PurePosixPath(one.file_name.replace("\\", "/")).name
        for candidate in (name, _UPLOAD_PREFIX.sub("", name)):
            if candidate in self._by_name:
                pictures = self._by_name[candidate]
                self._meet(one, pictures[0].sha256)
                return pictures
            if candidate in self._files:
                return self._match_file(one, self._files[candidate])
        where = f" nor in {self._folder}" if self._folder else ""
        raise BoxFileError(
            f"{one.where}: {one.file_name!r} is no picture in dataset {self._dataset!r}{where}; "
            "allowed are the station's names of its pictures, or any names of files in the folder "
            "given with --pictures"
        )

    def _match_file(self, one: FilePicture, paths: Sequence[Path]) -> list[DatasetPicture] | Path:
        if len(paths) > 1:
            raise BoxFileError(
                f"{one.where}: {one.file_name!r} may be {paths[0]} or {paths[1]}; give the folder "
                "of one of them"
            )
        sha256 = hashlib.sha256(paths[0].read_bytes()).hexdigest()
        self._meet(one, sha256)
        return self._by_sha256.get(sha256) or paths[0]

    def _meet(self, one: FilePicture, sha256: str) -> None:
        if sha256 in self._met:
            raise BoxFileError(f"{one.where}: is the same picture as {self._met[sha256]}")
        self._met[sha256] = one.where


def _names(path: PurePath) -> tuple[str, str]:
    """With its ending and, as darknet names it, without."""
    return path.name, path.stem
