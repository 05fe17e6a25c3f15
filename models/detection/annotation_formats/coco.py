"""COCO's object detection format: one JSON file of images, categories and annotations.

https://cocodataset.org/#format-data (Lin et al., ECCV 2014): `bbox` is left, top, width, height in
pixels.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, StringConstraints

from okng.models.boxes import Boxes, ClassName
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
from okng.models.detection.annotation_formats.picture_address import picture_name

LISTS = ("images", "categories", "annotations")


def _id_as_text(value: object) -> object:
    """An id as text: COCO's ids are integers, but some programs write text."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ValueError("must be a whole number or text")
    return str(value)


_Id = Annotated[str, BeforeValidator(_id_as_text)]


class _Image(BaseModel):
    id: _Id
    file_name: Annotated[str, StringConstraints(min_length=1, max_length=4096)]
    width: int | None = None
    height: int | None = None

    @property
    def size(self) -> tuple[int, int] | None:
        return (self.width, self.height) if self.width and self.height else None


class _Category(BaseModel):
    id: _Id
    name: ClassName


class _Annotation(BaseModel):
    image_id: _Id
    category_id: _Id
    bbox: tuple[float, float, float, float]
    iscrowd: int = 0


_IMAGE, _CATEGORY, _ANNOTATION = Record(_Image), Record(_Category), Record(_Annotation)


def is_coco(content: Any) -> bool:
    """Whether JSON content is a COCO annotation file, or was meant to be one."""
    return isinstance(content, dict) and any(name in content for name in ("images", "annotations"))


def is_coco_results(content: Any) -> bool:
    """Whether JSON content is COCO's results format: detections without the pictures' names."""
    return (
        isinstance(content, list)
        and bool(content)
        and isinstance(content[0], dict)
        and {"image_id", "category_id"} <= content[0].keys()
    )


def read_coco(path: Path, content: Any = None) -> Annotations:
    """Read all pictures of the file, including those without a box.

    `content` is the file's JSON if it was read already. Raises `AnnotationError` with every reason
    why the whole file can't be used, such as duplicate ids.
    """
    content = read_json(path) if content is None else content
    _check_lists(path, content)
    read = Annotations()
    images = _records(path, "images", content, _IMAGE, read)
    categories = _records(path, "categories", content, _CATEGORY, read)
    problems = [
        *_twice(path, "images", ((n, image.id, image.file_name) for n, image in images)),
        *_twice(
            path, "categories", ((n, category.id, category.name) for n, category in categories)
        ),
        *_twice(path, "annotations", _annotation_ids(content["annotations"])),
    ]
    if problems:
        raise AnnotationError(*problems)
    names = {category.id: category.name for _, category in categories}
    boxes: dict[str, list[AnnotatedBox]] = {image.id: [] for _, image in images}
    unusable: defaultdict[str, int] = defaultdict(int)
    for number, record in enumerate(content["annotations"]):
        where = f"{path}, annotations.{number}"
        try:
            image_id, box = _box(where, record, boxes, names)
            boxes[image_id].append(box)
        except AnnotationError as error:
            read.skipped.append(SkippedAnnotation(where, str(error)))
            if isinstance(record, dict):
                unusable[str(record.get("image_id"))] += 1
    # An annotation without its image may belong to any of the images that seem empty.
    lost = sum(count for image_id, count in unusable.items() if image_id not in boxes)
    _check_pixels(path, [box for of_image in boxes.values() for box in of_image])
    folder = path.parent.absolute()
    read.pictures = [
        AnnotatedPicture(
            where=f"{path}, images.{number}",
            file_name=_file_name(image.file_name),
            folder=folder,
            size=image.size,
            is_relative=False,
            boxes=boxes[image.id],
            unusable=unusable[image.id] if boxes[image.id] else unusable[image.id] + lost,
        )
        for number, image in images
    ]
    return read


def _file_name(file_name: str) -> str:
    return picture_name(file_name) if "://" in file_name else file_name


def _check_lists(path: Path, content: Any) -> None:
    if is_coco_results(content):
        raise AnnotationError(
            f"{path}: is a file of COCO results, with what a detector found and without the names "
            "of pictures and classes; needed is a file of annotations, with images, categories and "
            "annotations"
        )
    if not isinstance(content, dict):
        raise AnnotationError(
            f"{path}: is not a COCO file; it needs an object with {', '.join(LISTS)}"
        )
    problems = [
        f"{path}: {name} is no list: {shortened(content[name])}"
        if name in content
        else f"{path}: has no {name}"
        for name in LISTS
        if not isinstance(content.get(name), list)
    ]
    if problems:
        raise AnnotationError(*problems)


def _records(
    path: Path, name: str, content: Any, kind: Record[Any], read: Annotations
) -> list[tuple[int, Any]]:
    """The valid records of a list with their indices; others are added to the skipped."""
    records = []
    for number, record in enumerate(content[name]):
        try:
            records.append((number, kind.read(record)))
        except AnnotationError as error:
            read.skipped.append(SkippedAnnotation(f"{path}, {name}.{number}", str(error)))
    return records


def _annotation_ids(annotations: Sequence[Any]) -> Iterator[tuple[int, str, None]]:
    for number, record in enumerate(annotations):
        if isinstance(record, dict) and isinstance(record.get("id"), int | str):
            yield number, str(record["id"]), None


def _twice(path: Path, name: str, ids: Iterable[tuple[int, str, str | None]]) -> Iterator[str]:
    """A sentence for each record with the id of an earlier one."""
    first: dict[str, tuple[int, str | None]] = {}
    for number, record_id, word in ids:
        if record_id not in first:
            first[record_id] = number, word
            continue
        earlier, earlier_word = first[record_id]
        words = f": {earlier_word!r} and {word!r}" if word else ""
        yield (
            f"{path}: {name}.{earlier} and {name}.{number} have the same id "
            f"{record_id:.80}{words}; give each its own, or import files that were merged "
            "one by one"
        )


def _box(
    where: str, record: Any, images: dict[str, list[AnnotatedBox]], names: dict[str, str]
) -> tuple[str, AnnotatedBox]:
    """The image's id and the box of an annotation; raises `AnnotationError`."""
    annotation = _ANNOTATION.read(record)
    image_id, category_id = annotation.image_id, annotation.category_id
    if image_id not in images:
        raise AnnotationError(f"image_id {image_id:.80} is none of its images")
    if category_id not in names:
        categories = ", ".join(f"{key} ({name})" for key, name in list(names.items())[:20])
        raise AnnotationError(
            f"category_id {category_id:.80} is none of its categories; "
            f"there are {categories or 'none'}"
        )
    if annotation.iscrowd:
        raise AnnotationError(f"iscrowd is {annotation.iscrowd}, a group; allowed is 0")
    left, top, width, height = annotation.bbox
    return image_id, AnnotatedBox(where, names[category_id], left, top, left + width, top + height)


def _check_pixels(path: Path, boxes: Sequence[AnnotatedBox]) -> None:
    with_area = [box for box in boxes if box.left < box.right and box.top < box.bottom]
    if with_area and all(box.right <= 1 and box.bottom <= 1 for box in with_area):
        raise AnnotationError(
            f"{path}: all of its boxes lie in the first pixel of their pictures, as if bbox were "
            "shares of the picture's size; needed are pixels"
        )


def coco_bytes(pictures: Iterable[tuple[str, int, int, Boxes]], classes: Sequence[str]) -> bytes:
    """A COCO file of pictures, each given by file name, width, height and boxes."""
    images: list[dict[str, object]] = []
    annotations: list[dict[str, object]] = []
    numbers = {name: number for number, name in enumerate(classes, start=1)}
    for image_id, (file_name, width, height, boxes) in enumerate(pictures, start=1):
        images.append({"id": image_id, "file_name": file_name, "width": width, "height": height})
        for box in boxes:
            size = box.right - box.left, box.bottom - box.top
            annotations.append(
                {
                    "id": len(annotations) + 1,
                    "image_id": image_id,
                    "category_id": numbers[box.name],
                    "bbox": [box.left, box.top, *size],
                    "area": size[0] * size[1],
                    "iscrowd": 0,
                }
            )
    categories = [{"id": number, "name": name} for name, number in numbers.items()]
    content = {"images": images, "categories": categories, "annotations": annotations}
    return json.dumps(content, indent=1).encode() + b"\n"
