"""Label Studio's JSON export: a list of tasks, each with a picture and what people drew on it.

https://labelstud.io/guide/export#Label-Studio-JSON-format-of-annotated-tasks: `x`, `y`, `width`
and `height` are per cent of the picture's size.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import BaseModel

from okng.models.detection.annotation_formats.annotation_file import (
    AnnotatedBox,
    AnnotatedPicture,
    AnnotationError,
    Annotations,
    Record,
    SkippedAnnotation,
    read_json,
    shortened,
)
from okng.models.detection.annotation_formats.label_studio_regions import Region, read_regions
from okng.models.detection.annotation_formats.picture_address import picture_name
from okng.models.errors import OkngError
from okng.models.images.image_files import IMAGE_SUFFIXES


class _Annotation(BaseModel):
    result: list[Any]
    was_cancelled: bool | None = False
    ground_truth: bool | None = False
    created_at: datetime | None = None
    updated_at: datetime | None = None

    @property
    def changed_at(self) -> datetime | None:
        """Time of the last change in UTC; None where the file doesn't have it."""
        at = self.updated_at or self.created_at
        return at and (at if at.tzinfo else at.replace(tzinfo=UTC))


class _Task(BaseModel):
    data: dict[str, Any]
    annotations: list[_Annotation]
    predictions: list[Any] | None = None
    drafts: list[Any] | None = None


_TASK: Record[_Task] = Record(_Task)


def read_label_studio(path: Path, content: Any = None) -> Annotations:
    """Read the pictures that somebody has annotated, by the newest annotation of each.

    Cancelled annotations, drafts and predictions don't count. An annotation marked as ground truth
    takes precedence over newer ones. `content` is the file's JSON if it was read already. Raises
    `AnnotationError` with every reason why the whole file can't be used, such as a task whose
    newest annotation can't be determined.
    """
    content = read_json(path) if content is None else content
    if not isinstance(content, list):
        raise AnnotationError(
            f"{path}: is not an export of Label Studio; a list of tasks is needed"
        )
    if _is_minimal(content):
        raise AnnotationError(
            f"{path}: is Label Studio's JSON-MIN, which does not tell which annotations were "
            "cancelled; export as JSON"
        )
    read, problems = Annotations(), []
    for number, record in enumerate(content):
        where = f"{path}, {number}"
        try:
            task = _TASK.read(record)
            annotation = _newest(where, task)
            read.pictures.append(_picture(where, path, task, annotation, read.skipped))
        except _DoubtError as error:
            problems.append(str(error))
        except AnnotationError as error:
            read.skipped.append(SkippedAnnotation(where, str(error)))
    problems += _shares(path, read.pictures)
    if problems:
        raise AnnotationError(*problems)
    return read


class _DoubtError(OkngError):
    """A task that can be read in more than one way."""


def _is_minimal(tasks: Sequence[Any]) -> bool:
    return (
        bool(tasks)
        and all(isinstance(task, dict) for task in tasks)
        and not any("annotations" in task or "data" in task for task in tasks)
        and any("annotation_id" in task or "annotator" in task for task in tasks)
    )


def _newest(where: str, task: _Task) -> _Annotation:
    """The annotation of the task that counts.

    Raises `AnnotationError` where nobody has annotated the task, and `_DoubtError` where several
    annotations may be the newest.
    """
    done = [annotation for annotation in task.annotations if not annotation.was_cancelled]
    if not done:
        counts = {
            "cancelled annotation": len(task.annotations),
            "draft": len(task.drafts or ()),
            "prediction": len(task.predictions or ()),
        }
        listed = ", ".join(
            f"{count} {word}{'s' if count > 1 else ''}" for word, count in counts.items() if count
        )
        raise AnnotationError(f"nobody has annotated it; it has {listed or 'nothing'}")
    done = [annotation for annotation in done if annotation.ground_truth] or done
    if all(annotation.result == done[0].result for annotation in done):
        return done[0]
    dates = [annotation.changed_at for annotation in done]
    changes = [date for date in dates if date]
    if len(changes) < len(dates):
        raise _DoubtError(
            f"{where}: has {len(done)} annotations that differ, and not all have a date "
            "(updated_at) by which the newest is told; export it with dates, or with one annotation"
        )
    newest = [annotation for annotation in done if annotation.changed_at == max(changes)]
    if any(annotation.result != newest[0].result for annotation in newest):
        raise _DoubtError(
            f"{where}: has {len(newest)} annotations that differ and were last changed at "
            f"{max(changes).isoformat()}; keep one of them"
        )
    return newest[0]


def _picture(
    where: str, path: Path, task: _Task, annotation: _Annotation, skipped: list[SkippedAnnotation]
) -> AnnotatedPicture:
    regions = read_regions(f"{where}.result", annotation.result, skipped)
    boxes, sizes = list[AnnotatedBox](), set[tuple[int, int]]()
    unusable = regions.unusable
    for region in regions.boxes:
        try:
            boxes.append(_box(region))
        except AnnotationError as error:
            skipped.append(SkippedAnnotation(region.where, str(error)))
            unusable += 1
        sizes |= {region.size} if region.size else set()
    if len(sizes) > 1:
        raise AnnotationError(f"its boxes are of pictures of several sizes: {sorted(sizes)}")
    return AnnotatedPicture(
        where=where,
        file_name=_file_name(task, regions.to_names),
        folder=path.parent.absolute(),
        size=sizes.pop() if sizes else None,
        is_relative=True,
        boxes=boxes,
        unusable=unusable,
        as_shown=True,
    )


def _box(region: Region) -> AnnotatedBox:
    left, top = region.x / 100, region.y / 100
    right, bottom = left + region.width / 100, top + region.height / 100
    return AnnotatedBox(region.where, region.class_name(), left, top, right, bottom)


def _file_name(task: _Task, to_names: frozenset[str]) -> str:
    """The file name of the task's only picture, or of the one that its boxes refer to."""
    if len(to_names) > 1:
        raise AnnotationError(f"its boxes lie on several pictures: {', '.join(sorted(to_names))}")
    addresses = {key: value for key, value in task.data.items() if isinstance(value, str)}
    pictures = {key: value for key, value in addresses.items() if _is_picture(value)}
    named = [addresses[name] for name in to_names if name in addresses]
    chosen = list(pictures.values()) if len(pictures) == 1 else named
    if not chosen and len(addresses) == 1:
        chosen = list(addresses.values())
    if not chosen and "image" in addresses and not pictures:
        chosen = [addresses["image"]]
    if not chosen:
        keys = ", ".join(map(shortened, task.data)) or "nothing"
        raise AnnotationError(f"its data does not name one picture, such as `image`; it has {keys}")
    return picture_name(chosen[0])


def _is_picture(address: str) -> bool:
    try:
        suffix = PurePosixPath(picture_name(address).replace("\\", "/")).suffix
    except AnnotationError:
        return False
    return suffix.lower() in IMAGE_SUFFIXES


def _shares(path: Path, pictures: Sequence[AnnotatedPicture]) -> list[str]:
    boxes = [box for picture in pictures for box in picture.boxes]
    if boxes and all(0 <= box.right <= 0.01 and 0 <= box.bottom <= 0.01 for box in boxes):
        return [
            f"{path}: all of its boxes lie in the first per cent of their pictures, as if they "
            "were shares from 0 to 1; needed is per cent"
        ]
    return []
