"""Annotations of pictures as read from a file, independent of its format."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from okng.models.boxes import Boxes, LabelledBox
from okng.models.documents import decode_text, parse_json
from okng.models.errors import OkngError
from okng.models.validation_words import dotted, requirement

TOLERANCE_PX = 1.0
"""How far rounding of other programs may move a box over the edge; it is clipped."""
MAX_BYTES = 500_000_000

Content = TypeVar("Content")


class AnnotationError(OkngError, ValueError):
    """Annotation files that cannot be used: a sentence per problem, with file and record."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class SkippedAnnotation:
    """An annotation, or a picture with all of its annotations, that can't be used."""

    where: str
    """File and record."""
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


@dataclass(frozen=True)
class AnnotatedBox:
    """One box in the units of its file."""

    where: str
    """File and record, for messages."""
    name: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class AnnotatedPicture:
    """The annotations of one picture in a file."""

    where: str
    file_name: str
    """The picture's name in the file, with or without folders."""
    folder: Path
    """The label file's absolute folder, to which a `file_name` may be relative."""
    size: tuple[int, int] | None
    """Width and height in pixels; None where the file does not have them."""
    is_relative: bool
    """Whether boxes are shares of the picture's width and height instead of pixels."""
    boxes: Sequence[AnnotatedBox]
    unusable: int = 0
    """Number of this picture's annotations that were skipped already."""
    has_ending: bool = True
    """Whether `file_name` has the picture's suffix, which darknet's label files lack."""
    as_shown: bool = False
    """Whether boxes are known to refer to the picture as turned by its EXIF orientation."""

    def in_pixels(self, width: int, height: int) -> tuple[Boxes, list[SkippedAnnotation]]:
        """The boxes in a picture of that size, and those that can't be used.

        A box is unusable if it has no area, reaches more than `TOLERANCE_PX` out of the picture, or
        is a duplicate. Raises `AnnotationError` where the file has another size for the picture.
        """
        if self.size not in (None, (width, height)):
            raise AnnotationError(f"{self.where}: {self._other_size(width, height)}")
        scale = (width, height) if self.is_relative else (1, 1)
        usable: dict[LabelledBox, str] = {}
        skipped = []
        for box in self.boxes:
            try:
                in_pixels = _in_pixels(box, scale, width, height)
            except AnnotationError as error:
                skipped.append(SkippedAnnotation(box.where, str(error)))
                continue
            if in_pixels in usable:
                skipped.append(
                    SkippedAnnotation(box.where, f"is the same box as {usable[in_pixels]}")
                )
            else:
                usable[in_pixels] = box.where
        return tuple(usable), skipped

    def _other_size(self, width: int, height: int) -> str:
        size = "{} x {}".format(*self.size or ())
        turned = self.size == (height, width)
        return (
            f"the file says {size} pixels of {self.file_name!r}, the picture has {width} x {height}"
            + ("; was it drawn in the picture as it lay before it was turned?" if turned else "")
        )


@dataclass
class Annotations:
    """The annotations of one or more files, and what in them can't be used."""

    pictures: list[AnnotatedPicture] = field(default_factory=list)
    skipped: list[SkippedAnnotation] = field(default_factory=list)


def _in_pixels(box: AnnotatedBox, scale: tuple[int, int], width: int, height: int) -> LabelledBox:
    left, right = box.left * scale[0], box.right * scale[0]
    top, bottom = box.top * scale[1], box.bottom * scale[1]
    over = max(-left, -top, right - width, bottom - height)
    if not over <= TOLERANCE_PX:
        raise AnnotationError(
            f"the box from {left:g}, {top:g} to {right:g}, {bottom:g} reaches out of the picture's "
            f"{width} x {height} pixels"
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
        raise AnnotationError(explain(error)) from None


def visible_files(folder: Path, ending: str) -> list[Path]:
    """The files in a folder tree with that suffix, by name; hidden ones (macOS) are left out."""
    return sorted(
        path
        for path in folder.rglob(f"*{ending}")
        if path.is_file() and not any(p.startswith(".") for p in path.relative_to(folder).parts)
    )


def read_bytes(path: Path) -> bytes:
    """The content of a file; raises `AnnotationError`."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise AnnotationError(f"{path}: has more than {MAX_BYTES} bytes")
        return path.read_bytes()
    except OSError as error:
        raise AnnotationError(f"{path}: cannot be read: {error.strerror}") from None


def read_text(path: Path) -> str:
    """A text file in UTF-8, or UTF-16 as some Windows programs write; raises `AnnotationError`."""
    data = read_bytes(path)
    try:
        return decode_text(data)
    except UnicodeDecodeError:
        raise AnnotationError(f"{path}: is not text in UTF-8 or UTF-16") from None


def read_json(path: Path) -> Any:
    """The content of a JSON file; raises `AnnotationError`, also for duplicate keys."""
    text = read_text(path)
    try:
        return parse_json(text, object_pairs_hook=_unique_keys)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and _is_json_lines(text):
            raise AnnotationError(
                f"{path}: has a JSON value in every line (JSON lines); needed is a file with one "
                "JSON value"
            ) from None
        raise AnnotationError(f"{path}: is not JSON: {error}") from None
    except ValueError as error:
        raise AnnotationError(f"{path}: cannot be read: {error}") from None


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        ((twice, _),) = Counter(key for key, _ in pairs).most_common(1)
        raise ValueError(f"the key {twice[:80]!r} is there twice in one object")
    return content


def _is_json_lines(text: str) -> bool:
    first = text.lstrip().partition("\n")[0]
    try:
        parse_json(first)
    except ValueError:
        return False
    return True


class Record(Generic[Content]):
    """Validates JSON records of one kind, one at a time."""

    def __init__(self, kind: type[Content]) -> None:
        self._adapter = TypeAdapter(kind)

    def read(self, content: Any) -> Content:
        """The validated record; raises `AnnotationError` with the first problem."""
        try:
            return self._adapter.validate_python(content)
        except ValidationError as error:
            raise AnnotationError(explain(error)) from None


def explain(error: ValidationError) -> str:
    """The first problem of a validation, with its place and the value there."""
    first = error.errors(include_url=False)[0]
    where, message = dotted(first), requirement(first)
    value = "" if isinstance(first["input"], dict) else f"; given: {shortened(first['input'])}"
    return f"{where}: {message}{value}" if where else message


def shortened(value: object, most: int = 80) -> str:
    """A value as text for a message, shortened to `most` characters."""
    text = repr(value)
    return text if len(text) <= most else f"{text[:most]}..."
