"""Darknet's labels: beside every picture a text file with a line for each box, and a class file.

A line is `<class's number> <centre x> <centre y> <width> <height>`, as shares of the picture's size
(https://github.com/AlexeyAB/darknet#how-to-train-to-detect-your-custom-objects). YOLOv5 and later
have the same files.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from okng.models.detection.box_files.box_file import BoxFileError, FileBox, FilePicture
from okng.models.detection.class_names import read_class_names
from okng.models.detection.labelled_box import Boxes
from okng.models.imported.wrapped_model import ImportedModelError

CLASS_FILES = ("obj.names", "classes.txt", "classes.names")
LISTS = ("train.txt", "test.txt", "valid.txt", "val.txt")
"""Names of pictures, no labels."""


def read_darknet(folder: Path, class_file: Path | None) -> list[FilePicture]:
    """The pictures of all labels in the folder and those below it; raises `BoxFileError`.

    The class file is one of `CLASS_FILES` in the folder, unless it is given.
    """
    class_file = class_file or _class_file(folder)
    try:
        names = read_class_names(class_file)
    except ImportedModelError as error:
        raise BoxFileError(str(error)) from None
    labels = sorted(
        path
        for path in folder.rglob("*.txt")
        if path.name not in (*LISTS, *CLASS_FILES) and path != class_file
    )
    if not labels:
        raise BoxFileError(f"{folder}: has no .txt files of labels")
    return [_picture(path, names, class_file) for path in labels]


def darknet_lines(boxes: Boxes, width: int, height: int, classes: Sequence[str]) -> bytes:
    """The label file of a picture of that size."""
    lines = (
        f"{classes.index(box.name)} {(box.left + box.right) / 2 / width!r} "
        f"{(box.top + box.bottom) / 2 / height!r} {(box.right - box.left) / width!r} "
        f"{(box.bottom - box.top) / height!r}\n"
        for box in boxes
    )
    return "".join(lines).encode()


def _class_file(folder: Path) -> Path:
    found = [folder / name for name in CLASS_FILES if (folder / name).is_file()]
    if not found:
        raise BoxFileError(
            f"{folder}: has none of {', '.join(CLASS_FILES)}; give the class file, with a name a "
            "line"
        )
    return found[0]


def _picture(path: Path, names: list[str], class_file: Path) -> FilePicture:
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BoxFileError(f"{path}: cannot be read as text: {error}") from None
    boxes = [
        _box(f"{path}, line {number}", line, names, class_file)
        for number, line in enumerate(lines, start=1)
        if line.strip()
    ]
    return FilePicture(str(path), path.stem, None, True, boxes)


def _box(where: str, line: str, names: list[str], class_file: Path) -> FileBox:
    try:
        number, x, y, width, height = (float(part) for part in line.split())
    except ValueError:
        raise BoxFileError(
            f"{where}: {line.strip()[:80]!r}; needed are five numbers: class, centre x and y, "
            "width and height"
        ) from None
    if number not in range(len(names)):
        raise BoxFileError(
            f"{where}: class {number:g}; {class_file.name} has {len(names)} names, so allowed are "
            f"0 to {len(names) - 1}"
        )
    left, top = x - width / 2, y - height / 2
    return FileBox(where, names[int(number)], left, top, left + width, top + height)
