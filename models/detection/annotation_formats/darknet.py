"""Darknet's labels: a text file beside every picture with a line per box, and a class file.

A line is `<class number> <centre x> <centre y> <width> <height>`, as shares of the picture's size
(https://github.com/AlexeyAB/darknet#how-to-train-to-detect-your-custom-objects). YOLOv5 and later
use the same files.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from okng.models.boxes import Boxes
from okng.models.detection.annotation_formats.annotation_file import (
    AnnotatedBox,
    AnnotatedPicture,
    AnnotationError,
    Annotations,
    SkippedAnnotation,
    read_text,
    shortened,
    visible_files,
)
from okng.models.detection.annotation_formats.class_files import (
    CLASS_FILES,
    ClassFiles,
    ClassNames,
    read_class_file,
)

LISTS = ("train.txt", "test.txt", "valid.txt", "val.txt")
"""Files that usually list pictures, and are read as labels only if they have label lines."""


def read_darknet(folder: Path, class_file: Path | None) -> Annotations:
    """Read the pictures of all labels in the folder tree.

    Class names come from `class_file`, else from the class file in the labels' folder or the
    nearest one above it. Raises `AnnotationError` where the class of a label is unclear: no class
    file exists, two of them differ, or one has too few names.
    """
    labels = _text_files(folder, class_file)
    if not labels:
        raise AnnotationError(f"{folder}: has no .txt files of labels")
    class_names = read_class_file(class_file) if class_file else None
    class_files = ClassFiles(folder)
    read, problems = Annotations(), dict[str, None]()
    for path in labels:
        try:
            lines = _lines(path)
        except AnnotationError as error:
            read.skipped.append(SkippedAnnotation(str(path), str(error).removeprefix(f"{path}: ")))
            continue
        if path.name in LISTS and not _has_boxes(lines):
            continue
        if lines and not _has_boxes(lines):
            read.skipped.append(SkippedAnnotation(str(path), "is no label file: no line is a box"))
            continue
        try:
            names = class_names or class_files.of(path.parent)
        except AnnotationError as error:
            problems[str(error)] = None
            continue
        read.pictures.append(_picture(folder, path, lines, names, read, problems))
    if problems:
        raise AnnotationError(*problems)
    return read


def first_label_file(folder: Path) -> Path | None:
    """The first file with boxes in the folder tree; None where there is none."""
    return next((path for path in _text_files(folder, None) if _is_label_file(path)), None)


def darknet_lines(boxes: Boxes, width: int, height: int, classes: Sequence[str]) -> bytes:
    """The content of the label file of a picture of that size."""
    lines = (
        f"{classes.index(box.name)} {(box.left + box.right) / 2 / width!r} "
        f"{(box.top + box.bottom) / 2 / height!r} {(box.right - box.left) / width!r} "
        f"{(box.bottom - box.top) / height!r}\n"
        for box in boxes
    )
    return "".join(lines).encode()


def _text_files(folder: Path, class_file: Path | None) -> list[Path]:
    return [
        path
        for path in visible_files(folder, ".txt")
        if path.name not in CLASS_FILES and not (class_file and path.samefile(class_file))
    ]


def _is_label_file(path: Path) -> bool:
    try:
        return _has_boxes(_lines(path))
    except AnnotationError:
        return False


def _has_boxes(lines: Sequence[tuple[int, str]]) -> bool:
    """Whether a line begins with a number, unlike other text files beside labels."""
    return any(_number(line.split()[0]) is not None for _, line in lines)


def _lines(path: Path) -> list[tuple[int, str]]:
    """The non-empty lines with their line numbers."""
    lines = enumerate(read_text(path).splitlines(), start=1)
    return [(number, line) for number, line in lines if line.strip()]


def _picture(
    root: Path,
    path: Path,
    lines: Sequence[tuple[int, str]],
    names: ClassNames,
    read: Annotations,
    problems: dict[str, None],
) -> AnnotatedPicture:
    boxes: list[AnnotatedBox] = []
    unusable = 0
    for number, line in lines:
        where = f"{path}, line {number}"
        try:
            class_number, sides = _numbers(line)
        except AnnotationError as error:
            read.skipped.append(SkippedAnnotation(where, str(error)))
            unusable += 1
            continue
        if class_number not in names.names:
            numbers = ", ".join(map(str, sorted(names.names)[:20]))
            problems[
                f"{where}: class {class_number}; {names.path} has {len(names.names)} names, of the "
                f"classes {numbers}; is it the class file of other labels? "
                "Give theirs with --classes"
            ] = None
            continue
        boxes.append(_box(where, names.names[class_number], sides))
    return AnnotatedPicture(
        where=str(path),
        file_name=path.relative_to(root).with_suffix("").as_posix(),
        folder=root.absolute(),
        size=None,
        is_relative=True,
        boxes=boxes,
        unusable=unusable,
        has_ending=False,
    )


def _numbers(line: str) -> tuple[int, tuple[float, ...]]:
    """The class number and the four numbers of a box; raises `AnnotationError`."""
    numbers = [_number(part) for part in line.split()]
    if None not in numbers and len(numbers) != 5:
        raise AnnotationError(f"{shortened(line.strip())}: {_other_line(len(numbers))}")
    class_number, *sides = numbers
    if None in numbers or class_number is None or class_number < 0 or class_number % 1:
        raise AnnotationError(
            f"{shortened(line.strip())}; needed are five numbers: class, centre x and y, width and "
            "height"
        )
    return int(class_number), tuple(side for side in sides if side is not None)


def _other_line(count: int) -> str:
    if count == 6:
        return "has six numbers, as what a detector found has with its score; labels have five"
    if count == 9:
        return "has nine numbers, as a turned box has; allowed are boxes along the picture's sides"
    if count > 6 and count % 2:
        return f"has {count} numbers, as an outline has; allowed are boxes of five numbers"
    return f"has {count} numbers; needed are five: class, centre x and y, width and height"


def _number(text: str) -> float | None:
    try:
        # Only Python reads digits such as 1_000.
        return None if "_" in text else float(text)
    except ValueError:
        return None


def _box(where: str, name: str, sides: Sequence[float]) -> AnnotatedBox:
    x, y, width, height = sides
    left, top = x - width / 2, y - height / 2
    return AnnotatedBox(where, name, left, top, left + width, top + height)
