"""Export as Amazon Lookout for Vision's manifests: pictures, masks, and a line of JSON for each.

Every key is written as AWS's documentation has it, whatever files of its own look like: all
references lie in one bucket, and entry 0 of each colour map is the background.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from okng.device.datasets.export_files import (
    background_color,
    exported_picture,
    png_file,
    stored_mask,
    upright_file,
)
from okng.device.datasets.export_target import ExportError, Write
from okng.device.datasets.sources.export_notes import ExportedPicture
from okng.device.datasets.sources.manifest import (
    CLASSIFICATION,
    LABEL,
    MASK,
    METADATA,
    SEGMENTATION,
    SUFFIX,
)
from okng.device.types import DatasetPicture, Label, Split
from okng.models.masks.class_mask import BACKGROUND, MaskClass

IMAGES, MASKS = "images", "masks"
_READABLE = (".png", ".jpg", ".jpeg")
"""What the service took; other pictures become PNG."""
_ADDRESS = re.compile(r"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/.*)?$")


def default_address(dataset: str) -> str:
    """Where the files are said to lie, if nobody says it."""
    return f"s3://okng-datasets/{dataset}"


def export_manifests(
    data_dir: Path, pictures: Sequence[DatasetPicture], write: Write, address: str
) -> list[ExportedPicture]:
    """Writes pictures and masks, `train.manifest` and, where pictures are for testing, another.

    Args:
        data_dir: of the station.
        pictures: of a dataset.
        write: takes the files.
        address: `s3://BUCKET/PREFIX` where the export is going to lie.

    Raises:
        ExportError: no address, or a file isn't what was stored.
    """
    if not _ADDRESS.match(address):
        raise ExportError(
            f"{address!r} is not the address of a bucket, such as s3://my-bucket/cells"
        )
    prefix = address.rstrip("/")
    exported = []
    lines: dict[Split, list[str]] = {split: [] for split in Split}
    for picture in pictures:
        split = picture.split or Split.TRAIN
        file = _file(data_dir, picture)
        write(*file)
        mask = stored_mask(data_dir, picture)
        mask_file = None
        if mask:
            mask_file = (
                f"{MASKS}/{Path(picture.path).stem}.png",
                mask.to_color_png(background_color(mask.classes)),
            )
            write(*mask_file)
        line = _line(picture, f"{prefix}/{file[0]}")
        if mask and mask_file:
            line |= mask_keys(f"{prefix}/{mask_file[0]}", mask.classes, picture.created_at)
        lines[split].append(json.dumps(line, ensure_ascii=False))
        exported.append(exported_picture(picture, split, file, mask_file))
    for split, texts in lines.items():
        if texts:
            write(f"{split}{SUFFIX}", "".join(f"{text}\n" for text in texts).encode())
    return exported


def _file(data_dir: Path, picture: DatasetPicture) -> tuple[str, bytes]:
    stem = Path(picture.path).stem
    suffix, data = upright_file(data_dir, picture)
    if suffix not in _READABLE:
        suffix, data = ".png", png_file(data_dir, picture)
    return f"{IMAGES}/{stem}{suffix}", data


def _line(picture: DatasetPicture, reference: str) -> dict[str, Any]:
    anomalous = picture.label is Label.ANOMALY
    return {
        "source-ref": reference,
        LABEL: int(anomalous),
        f"{LABEL}{METADATA}": {
            "confidence": 1,
            "job-name": LABEL,
            "class-name": picture.label.value,
            "human-annotated": "yes",
            "creation-date": _date(picture.created_at),
            "type": CLASSIFICATION,
        },
    }


def mask_keys(
    reference: str, mask_classes: Sequence[MaskClass], created_at: datetime
) -> dict[str, Any]:
    """What the line of a picture says of its mask, which has these classes and that address."""
    colors = [(0, BACKGROUND.upper(), background_color(mask_classes))]
    colors += [(entry.index, entry.name, entry.color) for entry in mask_classes]
    color_map = {
        str(index): {"class-name": name, "hex-color": color, "confidence": 0}
        for index, name, color in colors
    }
    return {
        MASK: reference,
        f"{MASK}{METADATA}": {
            "internal-color-map": color_map,
            "job-name": MASK,
            "human-annotated": "yes",
            "creation-date": _date(created_at),
            "type": SEGMENTATION,
        },
    }


def _date(time: datetime) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
