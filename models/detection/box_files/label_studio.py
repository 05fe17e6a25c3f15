"""Label Studio's JSON export: a list of tasks, each with a picture and what people drew on it.

https://labelstud.io/guide/export#Label-Studio-JSON-format-of-annotated-tasks: `x`, `y`, `width`
and `height` are per cent of the picture's size.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from pydantic import BaseModel

from okng.models.detection.box_files.box_file import (
    BoxFileError,
    FileBox,
    FilePicture,
    read_json,
    validated,
)
from okng.models.detection.labelled_box import ClassName

RECTANGLE = "rectanglelabels"
NO_REGIONS = ("choices", "textarea", "rating", "rectangle")
"""Say something of the whole picture, or again what a rectangle with a label says."""


class _Result(BaseModel):
    type: str
    value: dict[str, Any]
    original_width: int = 0
    original_height: int = 0
    image_rotation: float = 0


class _Annotation(BaseModel):
    result: list[_Result]
    was_cancelled: bool = False


class _Task(BaseModel):
    id: int | None = None
    data: dict[str, Any]
    annotations: list[_Annotation]


class _Rectangle(BaseModel):
    x: float
    y: float
    width: float
    height: float
    rotation: float = 0
    rectanglelabels: list[ClassName]


def read_label_studio(path: Path) -> list[FilePicture]:
    """The pictures that somebody has annotated, by the newest annotation; raises `BoxFileError`."""
    pictures = []
    for number, task in enumerate(validated(path, list[_Task], read_json(path))):
        done = [one for one in task.annotations if not one.was_cancelled]
        if done:
            pictures.append(_picture(f"{path}, {number}", task, done[-1]))
    return pictures


def _picture(where: str, task: _Task, annotation: _Annotation) -> FilePicture:
    file_name = _file_name(where, task)
    boxes, sizes = [], set()
    for number, result in enumerate(annotation.result):
        if result.type in NO_REGIONS:
            continue
        record = f"{where}.result.{number}"
        if result.type != RECTANGLE:
            raise BoxFileError(f"{record}: type is {result.type!r}; allowed is {RECTANGLE}")
        boxes.append(_box(record, result))
        sizes.add((result.original_width, result.original_height))
    if len(sizes) > 1:
        raise BoxFileError(f"{where}: its boxes are of pictures of several sizes: {sorted(sizes)}")
    return FilePicture(where, file_name, sizes.pop() if sizes else None, True, boxes)


def _box(record: str, result: _Result) -> FileBox:
    value = validated(record, _Rectangle, result.value)
    if value.rotation or result.image_rotation:
        raise BoxFileError(f"{record}: is turned; allowed are boxes along the picture's sides")
    if len(value.rectanglelabels) != 1:
        raise BoxFileError(f"{record}: has {len(value.rectanglelabels)} labels; allowed is one")
    left, top = value.x / 100, value.y / 100
    right, bottom = left + value.width / 100, top + value.height / 100
    return FileBox(record, value.rectanglelabels[0], left, top, right, bottom)


def _file_name(where: str, task: _Task) -> str:
    """The last part of the picture's address, `/data/upload/1/...` or `?d=...` of local files."""
    addresses = [value for value in task.data.values() if isinstance(value, str)]
    address = task.data.get("image", addresses[0] if len(addresses) == 1 else None)
    if not isinstance(address, str):
        raise BoxFileError(f"{where}.data: does not name one picture; needed is its `image`")
    parts = urlsplit(address)
    return unquote(parts.query.removeprefix("d=") or parts.path)
