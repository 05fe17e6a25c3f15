"""What every file of boxes says of a picture, whatever its format."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from okng.models.detection.labelled_box import Boxes, LabelledBox

TOLERANCE_PX = 1.0
"""By which a box may reach over the edge, as other programs' rounding has it: it ends there."""
MAX_BYTES = 500_000_000

Content = TypeVar("Content")


class BoxFileError(ValueError):
    """A file of boxes that cannot be used; says which, which record, what it has and is allowed."""


@dataclass(frozen=True)
class FileBox:
    """One box as its file has it."""

    where: str
    """File and record, for messages."""
    name: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class FilePicture:
    """What a file says of one picture."""

    where: str
    file_name: str
    """As it stands there, with or without folders, of darknet without an ending."""
    size: tuple[int, int] | None
    """Width and height in pixels, where the file has them."""
    is_relative: bool
    """Boxes are shares of the picture's width and height, not pixels."""
    boxes: Sequence[FileBox]

    def in_pixels(self, width: int, height: int) -> Boxes:
        """The boxes in a picture of that size.

        Raises `BoxFileError` where the file says another size, or for a box that has no area or
        reaches out of the picture by more than `TOLERANCE_PX`.
        """
        if self.size not in (None, (width, height)):
            said = "{} x {}".format(*self.size or ())
            raise BoxFileError(
                f"{self.where}: the file says {said} pixels of {self.file_name!r}, the picture has "
                f"{width} x {height}"
            )
        scale = (width, height) if self.is_relative else (1, 1)
        return tuple(_in_pixels(box, scale, width, height) for box in self.boxes)


def _in_pixels(box: FileBox, scale: tuple[int, int], width: int, height: int) -> LabelledBox:
    left, right = box.left * scale[0], box.right * scale[0]
    top, bottom = box.top * scale[1], box.bottom * scale[1]
    over = max(-left, -top, right - width, bottom - height)
    if not over <= TOLERANCE_PX:
        raise BoxFileError(
            f"{box.where}: the box from {left:g}, {top:g} to {right:g}, {bottom:g} reaches out of "
            f"the picture's {width} x {height} pixels"
        )
    try:
        return LabelledBox(
            name=box.name,
            left=max(left, 0),
            top=max(top, 0),
            right=min(right, width),
            bottom=min(bottom, height),
        )
    except ValidationError as error:
        raise BoxFileError(f"{box.where}: {explain(error)}") from None


def read_json(path: Path) -> Any:
    """The content of a JSON file; raises `BoxFileError`."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BoxFileError(f"{path}: has more than {MAX_BYTES} bytes")
        return json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise BoxFileError(f"{path}: cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise BoxFileError(f"{path}: is no JSON: {error}") from None


def validated(where: object, kind: type[Content], content: Any) -> Content:
    """The content as what it should be; raises `BoxFileError` that says what is wrong where."""
    try:
        return TypeAdapter(kind).validate_python(content)
    except ValidationError as error:
        raise BoxFileError(f"{where}: {explain(error)}") from None


def explain(error: ValidationError) -> str:
    """The first thing that is wrong, where it stands and what was given there."""
    first = error.errors()[0]
    where = ".".join(map(str, first["loc"]))
    message = first["msg"].removeprefix("Value error, ")
    given = "" if isinstance(first["input"], dict) else f"; given: {first['input']!r}"
    return f"{where}: {message}{given}" if where else message
