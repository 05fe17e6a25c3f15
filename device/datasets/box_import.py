"""Import of boxes from other programs' annotation files into a dataset."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from okng.device.datasets.dataset_folders import check_dataset_name
from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.picture_changes import MAX_BOXES, PictureChange
from okng.device.datasets.picture_matcher import AmbiguousPictureError, Match, PictureMatcher
from okng.device.datasets.store import DatasetStore
from okng.device.types import Label
from okng.models.boxes import Boxes, LabelledBox
from okng.models.detection.annotation_formats.annotation_file import (
    AnnotatedPicture,
    AnnotationError,
    Annotations,
    SkippedAnnotation,
    shortened,
)
from okng.models.images.exif_orientation import UPRIGHT, shown_point, stored_size
from okng.models.images.image_files import read_image, read_image_header
from okng.models.images.preprocessing import ImageError
from okng.models.strict_model import StrictModel


class Exif(StrEnum):
    """Whether the program in which boxes were drawn turned pictures by their EXIF orientation."""

    APPLIED = "applied"
    IGNORED = "ignored"


class ImportedBoxes(StrictModel):
    """Result of an import: what it changed and what it left out."""

    pictures: int
    """Pictures that have the file's boxes now."""
    boxes: int
    added: int
    """Pictures among them that were not in the dataset before."""
    change_id: int | None
    """The change to undo to remove the boxes; None where nothing changed."""
    incomplete: int
    """Pictures that have fewer boxes than the file has for them."""
    skipped: tuple[SkippedAnnotation, ...]
    """Annotations, and pictures with all of theirs, that could not be used."""


@dataclass(frozen=True)
class _Labelled:
    """A picture of the file, the matching picture of the station, and its boxes in that."""

    picture: AnnotatedPicture
    match: Match
    boxes: Boxes
    unusable: int


def import_boxes(
    data_dir: Path,
    dataset: str,
    files: Annotations,
    author: str,
    folder: Path | None = None,
    label: Label | None = None,
    *,
    empty: bool = False,
    exif: Exif | None = None,
) -> ImportedBoxes:
    """Gives the dataset's pictures the boxes of annotation files, in one change.

    A picture is known by the station's name of its file, or, with a `folder` of pictures, by the
    SHA-256 of the file there that the name means (`PictureMatcher`); one that the dataset doesn't
    have is added under the `label`. What can't be used is skipped, and the rest comes in; a picture
    of whose annotations none can be used stays as it is. So does one that has boxes and of which
    the file has none, unless `empty` says that nothing is in it. All is looked through before
    anything is changed. Where it is killed between pictures and boxes, the same import again brings
    the boxes.

    Raises:
        BoxFileError: with every reason why all of it is refused: a name that may mean several
            pictures, a picture that is labelled twice and differently, one that EXIF turns and of
            which it isn't known whether its boxes are turned, nothing that could be imported, or
            pictures to add and no label.
        DatasetError: not a dataset's name.
        OSError, sqlite3.OperationalError: the disk is full or fails.
    """
    dataset = check_dataset_name(dataset)
    store = DatasetStore(data_dir)
    matcher = PictureMatcher(dataset, store.pictures(dataset), folder)
    skipped, problems = list(files.skipped), list[str]()
    labelled = []
    for picture in files.pictures:
        try:
            labelled.append(_labelled(data_dir, matcher, picture, exif, skipped))
        except AmbiguousPictureError as error:
            problems += error.problems
        except AnnotationError as error:
            skipped.append(SkippedAnnotation(picture.where, _without(str(error), picture.where)))
    chosen = list(_without_contradictions(labelled, problems))
    usable = list(_with_something_to_say(chosen, empty, skipped))
    if not problems and not empty and not any(entry.boxes for entry in usable):
        problems = [_nothing(files, chosen), *map(str, skipped)]
    new = [entry for entry in usable if entry.match.path and not entry.match.stored]
    if new and label is None:
        problems.append(
            f"{len(new)} of the pictures are not in dataset {dataset!r} and would be added: "
            "say whether they are normal or anomalous with --label"
        )
    if problems:
        raise AnnotationError(*problems)
    changes = {
        stored.picture_id: PictureChange(boxes=entry.boxes)
        for entry in usable
        for stored in entry.match.stored
    }
    if new and label:
        paths = [entry.match.path for entry in new if entry.match.path]
        added = store.import_files(paths, dataset, label, author)
        for stored, entry in zip(added, new, strict=True):
            changes[stored.picture_id] = PictureChange(boxes=entry.boxes)
    change = DatasetChanges(data_dir).change_each(changes, author) if changes else None
    return ImportedBoxes(
        pictures=len(changes),
        boxes=sum(len(change.boxes or ()) for change in changes.values()),
        added=len(new),
        change_id=change and change.change_id,
        incomplete=sum(len(entry.match.stored) or 1 for entry in usable if entry.unusable),
        skipped=tuple(skipped),
    )


def _labelled(
    data_dir: Path,
    matcher: PictureMatcher,
    picture: AnnotatedPicture,
    exif: Exif | None,
    skipped: list[SkippedAnnotation],
) -> _Labelled:
    """Raises `AnnotationError` for a picture to skip, `AmbiguousPictureError` to refuse all."""
    match = matcher.match(picture)
    if match.stored:
        stored = match.stored[0]
        width, height = stored.width, stored.height
        path = data_dir / stored.path
    else:
        assert match.path, "what isn't stored lies in the folder"
        path = match.path
        try:
            height, width = read_image(path).shape[:2]
        except ImageError as error:
            raise AnnotationError(str(error)) from None
    boxes, unusable = _boxes(picture, path, width, height, exif)
    if len(boxes) > MAX_BOXES:
        raise AnnotationError(
            f"has {len(boxes)} boxes; at most {MAX_BOXES} are allowed in a picture"
        )
    skipped += unusable
    return _Labelled(picture, match, boxes, picture.unusable + len(unusable))


def _boxes(
    picture: AnnotatedPicture, path: Path, width: int, height: int, exif: Exif | None
) -> tuple[Boxes, list[SkippedAnnotation]]:
    """The boxes in the picture as it is shown."""
    orientation = UPRIGHT if picture.as_shown or not picture.boxes else _orientation(path)
    stored = stored_size(orientation, width, height)
    if orientation == UPRIGHT or _is_drawn_as_shown(picture, path, stored, (width, height), exif):
        return picture.in_pixels(width, height)
    boxes, skipped = picture.in_pixels(*stored)
    return tuple(_shown(box, orientation, *stored) for box in boxes), skipped


def _is_drawn_as_shown(
    picture: AnnotatedPicture,
    path: Path,
    stored: tuple[int, int],
    shown: tuple[int, int],
    exif: Exif | None,
) -> bool:
    """Decides by the picture's size in the file where that is enough, else by the option `exif`."""
    if stored != shown and picture.size in (stored, shown):
        return picture.size == shown
    if exif is None:
        raise AmbiguousPictureError(
            f"{picture.where}: {path} is turned by its EXIF orientation, and the boxes may be "
            "drawn in it as it is shown or as it is stored; say which with the option exif: "
            "applied (as shown) or ignored (as stored)"
        )
    return exif is Exif.APPLIED


def _orientation(path: Path) -> int:
    try:
        return read_image_header(path).orientation
    except ImageError as error:
        raise AnnotationError(str(error)) from None


def _shown(box: LabelledBox, orientation: int, width: int, height: int) -> LabelledBox:
    corners = [
        shown_point(orientation, x, y, width, height)
        for x, y in ((box.left, box.top), (box.right, box.bottom))
    ]
    (left, right), (top, bottom) = (sorted(sides) for sides in zip(*corners, strict=True))
    return LabelledBox(name=box.name, left=left, top=top, right=right, bottom=bottom)


def _without_contradictions(
    labelled: Sequence[_Labelled], problems: list[str]
) -> Iterator[_Labelled]:
    """Each picture once; adds a problem for one that is labelled twice and differently."""
    by_picture: defaultdict[str, list[_Labelled]] = defaultdict(list)
    for entry in labelled:
        by_picture[entry.match.sha256].append(entry)
    for first, *repeats in by_picture.values():
        differing = [repeat for repeat in repeats if set(repeat.boxes) != set(first.boxes)]
        if differing:
            places = ", ".join(repeat.picture.where for repeat in differing[:5])
            problems.append(
                f"{first.picture.where} ({shortened(first.picture.file_name)}): is the same "
                f"picture as {places}, with other boxes; import the one that is right, or one "
                "after the other"
            )
        else:
            yield first


def _with_something_to_say(
    labelled: Sequence[_Labelled], empty: bool, skipped: list[SkippedAnnotation]
) -> Iterator[_Labelled]:
    """Skips pictures without a usable box, and those that would only lose their boxes."""
    for entry in labelled:
        if entry.boxes:
            yield entry
        elif entry.unusable:
            skipped.append(
                SkippedAnnotation(
                    entry.picture.where, "none of its boxes can be used, so it stays as it is"
                )
            )
        elif not empty and any(picture.boxes for picture in entry.match.stored):
            count = max(len(picture.boxes or ()) for picture in entry.match.stored)
            skipped.append(
                SkippedAnnotation(
                    entry.picture.where,
                    f"has no box here and {count} in the dataset, which stay; the option empty "
                    "says that nothing is in it",
                )
            )
        else:
            yield entry


def _nothing(files: Annotations, chosen: Sequence[_Labelled]) -> str:
    if any(picture.boxes or picture.unusable for picture in files.pictures) or files.skipped:
        return "none of the boxes can be used, so nothing is imported"
    if not chosen:
        return "the file has no picture of the dataset"
    return (
        f"the file has {len(files.pictures)} pictures and no box; the option empty says that "
        "nothing is in them"
    )


def _without(text: str, place: str) -> str:
    """A reason without its place, which is reported beside it."""
    return text.removeprefix(f"{place}: ")
