"""Export of a dataset's pictures and boxes in the formats of other programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from okng.device.datasets.export_files import upright_file
from okng.device.datasets.export_target import ExportError, export_folder
from okng.device.types import DatasetPicture, Split
from okng.models.atomic_files import write_files
from okng.models.detection.annotation_formats.class_files import CLASS_FILES
from okng.models.detection.annotation_formats.coco import coco_bytes
from okng.models.detection.annotation_formats.darknet import darknet_lines
from okng.models.detection.annotation_formats.formats import AnnotationFormat

IMAGES = "images"


def export_boxes(
    data_dir: Path, pictures: Sequence[DatasetPicture], target: Path, box_format: AnnotationFormat
) -> list[DatasetPicture]:
    """Copies the annotated pictures (those whose boxes somebody has set) and boxes to `target`.

    Pictures lie in `images/` under the station's names, byte for byte. Only those that an EXIF tag
    turns become upright PNG files, since a training program may not read the tag, and boxes count
    from the upright picture's corner. COCO has `train.json` and,
    where pictures are for testing, `test.json`; darknet a label file beside each picture,
    `obj.names`, and the same split as lists. The folder appears whole or not at all. Returns what
    was copied.

    Raises:
        ExportError: no picture has boxes, `target` isn't an empty or absent folder, or a file
            isn't what was stored.
        OSError: the disk is full or fails.
    """
    chosen = [picture for picture in pictures if picture.boxes is not None]
    classes = sorted({box.name for picture in chosen for box in picture.boxes or ()})
    if not classes:
        raise ExportError(f"none of the {len(pictures)} pictures has a box")
    with export_folder(target) as hidden:
        exported = []
        for picture in chosen:
            suffix, data = upright_file(data_dir, picture)
            exported.append(picture.model_copy(update={"path": f"{_stem(picture)}{suffix}"}))
            write_files([(hidden / IMAGES / _name(exported[-1]), data)])
        files = _coco_files if box_format is AnnotationFormat.COCO else _darknet_files
        write_files([(hidden / path, data) for path, data in files(exported, classes)])
    return chosen


def _coco_files(
    pictures: Sequence[DatasetPicture], classes: Sequence[str]
) -> list[tuple[str, bytes]]:
    return [
        (
            f"{split}.json",
            coco_bytes(
                (
                    (_name(picture), picture.width, picture.height, picture.boxes or ())
                    for picture in chosen
                ),
                classes,
            ),
        )
        for split, chosen in _by_split(pictures)
    ]


def _darknet_files(
    pictures: Sequence[DatasetPicture], classes: Sequence[str]
) -> list[tuple[str, bytes]]:
    labels = [
        (
            f"{IMAGES}/{_stem(picture)}.txt",
            darknet_lines(picture.boxes or (), picture.width, picture.height, classes),
        )
        for picture in pictures
    ]
    lists = [
        (f"{split}.txt", _lines(f"{IMAGES}/{_name(picture)}" for picture in chosen))
        for split, chosen in _by_split(pictures)
    ]
    return [*labels, *lists, (CLASS_FILES[0], _lines(classes))]


def _by_split(
    pictures: Sequence[DatasetPicture],
) -> list[tuple[Split, list[DatasetPicture]]]:
    """The pictures of each split that has any, for training first."""
    by_split = (
        (split, [picture for picture in pictures if _split(picture) is split]) for split in Split
    )
    return [(split, chosen) for split, chosen in by_split if chosen]


def _split(picture: DatasetPicture) -> Split:
    return picture.split or Split.TRAIN


def _name(picture: DatasetPicture) -> str:
    return PurePosixPath(picture.path).name


def _stem(picture: DatasetPicture) -> str:
    return PurePosixPath(picture.path).stem


def _lines(texts: Iterable[str]) -> bytes:
    return "".join(f"{text}\n" for text in texts).encode()
