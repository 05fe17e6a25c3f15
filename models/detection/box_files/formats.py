"""The formats of files with boxes, and how one is told from another."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from okng.models.detection.box_files.box_file import BoxFileError, FilePicture, read_json
from okng.models.detection.box_files.coco import read_coco
from okng.models.detection.box_files.darknet import read_darknet
from okng.models.detection.box_files.label_studio import read_label_studio


class BoxFormat(StrEnum):
    """In which other programs keep boxes."""

    COCO = "coco"
    DARKNET = "darknet"
    LABEL_STUDIO = "label-studio"


def read_boxes(
    path: Path, box_format: BoxFormat | None = None, class_file: Path | None = None
) -> list[FilePicture]:
    """What a file, or all files of a folder, say of their pictures; the format is told from them.

    `class_file` is for darknet alone. Raises `BoxFileError`.
    """
    box_format = box_format or _format_of(path)
    if class_file and box_format is not BoxFormat.DARKNET:
        raise BoxFileError(f"{path}: is {box_format}, which names its classes by itself")
    if box_format is BoxFormat.DARKNET:
        if not path.is_dir():
            raise BoxFileError(f"{path}: is no folder; darknet's labels lie in one")
        return read_darknet(path, class_file)
    read = read_coco if box_format is BoxFormat.COCO else read_label_studio
    files = _json_files(path) if path.is_dir() else [path]
    return [picture for file in files for picture in read(file)]


def _format_of(path: Path) -> BoxFormat:
    if path.is_dir() and not _json_files(path):
        return BoxFormat.DARKNET
    content = read_json(_json_files(path)[0] if path.is_dir() else path)
    return BoxFormat.LABEL_STUDIO if isinstance(content, list) else BoxFormat.COCO


def _json_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.json"))
