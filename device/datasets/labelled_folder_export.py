"""Export as folders that tell the label: `normal/` and `anomaly/`, as Lookout for Vision has them.

Pictures lie directly in them. Where some are for testing, the two lie in `train/` and `test/`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from okng.device.datasets.export_files import (
    black_and_white,
    exported_picture,
    stored_mask,
    upright_file,
    with_class_mask,
)
from okng.device.datasets.export_target import Write
from okng.device.datasets.sources.export_notes import ExportedPicture
from okng.device.types import DatasetPicture, Split

MASKS = "masks"


def export_labelled_folders(
    data_dir: Path, pictures: Sequence[DatasetPicture], write: Write
) -> list[ExportedPicture]:
    """Writes pictures, and masks as black and white PNG files in `masks/`.

    Raises:
        ExportError: a file isn't what was stored.
    """
    is_split = any(picture.split is Split.TEST for picture in pictures)
    exported = []
    for picture in pictures:
        split = picture.split or Split.TRAIN
        folder = f"{split}/{picture.label}" if is_split else str(picture.label)
        stem = Path(picture.path).stem
        suffix, data = upright_file(data_dir, picture)
        file = (f"{folder}/{stem}{suffix}", data)
        write(*file)
        mask = stored_mask(data_dir, picture)
        mask_file = None
        if mask:
            path = f"{MASKS}/{picture.label}/{stem}.png"
            mask_file = (path, black_and_white(mask.indices > 0))
            write(*mask_file)
        entry = exported_picture(picture, split, file, mask_file)
        exported.append(with_class_mask(data_dir, picture, entry, write))
    return exported
