"""Annotation formats for boxes, and how a file's format is recognised."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

from okng.models.detection.annotation_formats.annotation_file import (
    AnnotationError,
    Annotations,
    SkippedAnnotation,
    read_json,
    visible_files,
)
from okng.models.detection.annotation_formats.class_files import NOTES
from okng.models.detection.annotation_formats.coco import is_coco, is_coco_results, read_coco
from okng.models.detection.annotation_formats.darknet import first_label_file, read_darknet
from okng.models.detection.annotation_formats.label_studio import read_label_studio


class AnnotationFormat(StrEnum):
    """Annotation formats of other programs that can be read."""

    COCO = "coco"
    DARKNET = "darknet"
    LABEL_STUDIO = "label-studio"


def read_annotations(
    path: Path, box_format: AnnotationFormat | None = None, class_file: Path | None = None
) -> Annotations:
    """Read the annotations in a file or folder, whose format is recognised unless given.

    `class_file` is for darknet only. Raises `AnnotationError` with every reason why the files
    can't be used.
    """
    box_format = box_format or _format_of(path)
    if class_file and box_format is not AnnotationFormat.DARKNET:
        raise AnnotationError(f"{path}: is {box_format}, which names its classes by itself")
    if box_format is AnnotationFormat.DARKNET:
        if not path.is_dir():
            raise AnnotationError(f"{path}: is no folder; darknet's labels lie in one")
        return read_darknet(path, class_file)
    return _read_json_files(path, box_format)


def _read_json_files(path: Path, box_format: AnnotationFormat) -> Annotations:
    read, problems = Annotations(), list[str]()
    files = _json_files(path) if path.is_dir() else [path]
    for file in files:
        try:
            content = read_json(file)
            if path.is_dir() and _kind(content) is None:
                read.skipped.append(
                    SkippedAnnotation(str(file), "is no file of COCO or Label Studio")
                )
                continue
            reader = read_coco if box_format is AnnotationFormat.COCO else read_label_studio
            annotations = reader(file, content)
        except AnnotationError as error:
            problems += error.problems
            continue
        read.pictures += annotations.pictures
        read.skipped += annotations.skipped
    if problems:
        raise AnnotationError(*problems)
    if not files:
        raise AnnotationError(f"{path}: has no .json files")
    return read


def _format_of(path: Path) -> AnnotationFormat:
    """The format of a folder: that of its JSON files, or darknet for labels without any."""
    if not path.is_dir():
        if path.suffix.lower() == ".txt":
            return AnnotationFormat.DARKNET
        return _kind(read_json(path)) or AnnotationFormat.COCO
    kinds: dict[AnnotationFormat, Path] = {}
    for file in _json_files(path):
        kind = _kind_of_file(file)
        if kind:
            kinds.setdefault(kind, file)
    labels = first_label_file(path)
    if labels:
        kinds[AnnotationFormat.DARKNET] = labels
    if len(kinds) > 1:
        listed = " and ".join(f"{kind} ({file})" for kind, file in kinds.items())
        raise AnnotationError(f"{path}: may be {listed}; say which with --format")
    return next(iter(kinds), AnnotationFormat.DARKNET)


def _kind_of_file(path: Path) -> AnnotationFormat | None:
    try:
        return _kind(read_json(path))
    except AnnotationError:
        # Reading it then reports the problem.
        return AnnotationFormat.COCO


def _kind(content: Any) -> AnnotationFormat | None:
    """The format of a JSON file's content; None where it is not recognised."""
    if is_coco(content) or is_coco_results(content):
        return AnnotationFormat.COCO
    if isinstance(content, list):
        return AnnotationFormat.LABEL_STUDIO
    return None


def _json_files(folder: Path) -> list[Path]:
    return [path for path in visible_files(folder, ".json") if path.name != NOTES]
