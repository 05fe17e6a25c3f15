"""COCO's object detection format: one JSON file of images, categories and annotations.

https://cocodataset.org/#format-data (Lin et al., ECCV 2014): `bbox` is left, top, width, height in
pixels.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from pydantic import BaseModel

from okng.models.detection.box_files.box_file import (
    BoxFileError,
    FileBox,
    FilePicture,
    read_json,
    validated,
)
from okng.models.detection.labelled_box import Boxes, ClassName


class _Image(BaseModel):
    id: int
    file_name: str
    width: int
    height: int


class _Category(BaseModel):
    id: int
    name: ClassName


class _Annotation(BaseModel):
    id: int | None = None
    image_id: int
    category_id: int
    bbox: tuple[float, float, float, float]
    iscrowd: int = 0


class _Coco(BaseModel):
    images: list[_Image]
    categories: list[_Category]
    annotations: list[_Annotation]


def read_coco(path: Path) -> list[FilePicture]:
    """All pictures of the file, those without a box too; raises `BoxFileError`."""
    coco = validated(path, _Coco, read_json(path))
    names = {category.id: category.name for category in coco.categories}
    boxes: dict[int, list[FileBox]] = {image.id: [] for image in coco.images}
    for number, one in enumerate(coco.annotations):
        where = f"{path}, annotations.{number}"
        if one.image_id not in boxes:
            raise BoxFileError(f"{where}: image_id {one.image_id} is none of its images")
        if one.category_id not in names:
            allowed = ", ".join(map(str, sorted(names)))
            raise BoxFileError(
                f"{where}: category_id {one.category_id} is none of its categories; there are "
                f"{allowed}"
            )
        if one.iscrowd:
            raise BoxFileError(f"{where}: iscrowd is {one.iscrowd}, a group; allowed is 0")
        left, top, width, height = one.bbox
        boxes[one.image_id].append(
            FileBox(where, names[one.category_id], left, top, left + width, top + height)
        )
    return [
        FilePicture(
            f"{path}, images.{number}",
            image.file_name,
            (image.width, image.height),
            is_relative=False,
            boxes=boxes[image.id],
        )
        for number, image in enumerate(coco.images)
    ]


def coco_bytes(pictures: Iterable[tuple[str, int, int, Boxes]], classes: Sequence[str]) -> bytes:
    """The file of pictures: file name, width, height and boxes of each."""
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
