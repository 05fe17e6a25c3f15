"""A dataset's pictures and their boxes, as other programs train from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from okng.device.store.dataset_export import ExportError, export_folder, read_stored
from okng.device.store.files import write_files
from okng.device.types import DatasetPicture, Split
from okng.models.detection.box_files.coco import coco_bytes
from okng.models.detection.box_files.darknet import CLASS_FILES, darknet_lines
from okng.models.detection.box_files.formats import BoxFormat

IMAGES = "images"


def export_boxes(
    data_dir: Path, pictures: Sequence[DatasetPicture], target: Path, box_format: BoxFormat
) -> list[DatasetPicture]:
    """Copy the pictures of which somebody said what is in them to `target`, with their boxes.

    Pictures lie in `images/` under the station's names, byte for byte. COCO has `train.json` and,
    where pictures are for testing, `test.json`; darknet a label file beside each picture,
    `obj.names`, and the same split as lists. The folder appears whole or not at all. Returns what
    was copied.

    Raises:
        ExportError: no picture has boxes, `target` isn't an empty or absent folder, or a file
            isn't what was stored.
        OSError: the disk is full or fails.
    """
    chosen = [one for one in pictures if one.boxes is not None]
    classes = sorted({box.name for one in chosen for box in one.boxes or ()})
    if not classes:
        raise ExportError(f"none of the {len(pictures)} pictures has a box")
    with export_folder(target) as hidden:
        for one in chosen:
            write_files([(hidden / IMAGES / _name(one), read_stored(data_dir, one))])
        files = _coco_files if box_format is BoxFormat.COCO else _darknet_files
        write_files([(hidden / path, data) for path, data in files(chosen, classes)])
    return chosen


def _coco_files(
    pictures: Sequence[DatasetPicture], classes: Sequence[str]
) -> list[tuple[str, bytes]]:
    return [
        (
            f"{split}.json",
            coco_bytes(
                ((_name(one), one.width, one.height, one.boxes or ()) for one in chosen), classes
            ),
        )
        for split, chosen in _by_split(pictures)
    ]


def _darknet_files(
    pictures: Sequence[DatasetPicture], classes: Sequence[str]
) -> list[tuple[str, bytes]]:
    labels = [
        (
            f"{IMAGES}/{PurePosixPath(_name(one)).stem}.txt",
            darknet_lines(one.boxes or (), one.width, one.height, classes),
        )
        for one in pictures
    ]
    lists = [
        (f"{split}.txt", _lines(f"{IMAGES}/{_name(one)}" for one in chosen))
        for split, chosen in _by_split(pictures)
    ]
    return [*labels, *lists, (CLASS_FILES[0], _lines(classes))]


def _by_split(
    pictures: Sequence[DatasetPicture],
) -> list[tuple[Split, list[DatasetPicture]]]:
    """To train from and to test with; nothing where no picture is for it."""
    dealt = ((split, [one for one in pictures if _split(one) is split]) for split in Split)
    return [(split, chosen) for split, chosen in dealt if chosen]


def _split(picture: DatasetPicture) -> Split:
    return picture.split or Split.TRAIN


def _name(picture: DatasetPicture) -> str:
    return PurePosixPath(picture.path).name


def _lines(texts: Iterable[str]) -> bytes:
    return "".join(f"{text}\n" for text in texts).encode()
