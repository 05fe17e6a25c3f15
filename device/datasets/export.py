"""Datasets in the folder layouts that anomalib's data modules `Folder` and `MVTecAD` read.

The layout is MVTec AD's (Bergmann et al., CVPR 2019): `train/good`, `test/good`,
`test/<defect type>` and `ground_truth/<defect type>/<picture's stem>_mask.png`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from okng.device.datasets.export_files import (
    black_and_white,
    exported_picture,
    png_file,
    stored_mask,
    upright_file,
    with_class_mask,
)
from okng.device.datasets.export_target import ExportError, Write, export_target
from okng.device.datasets.sources.export_notes import FILE_NAME, ExportedPicture, ExportManifest
from okng.device.datasets.sources.file_tree import folded
from okng.device.datasets.sources.labelled_folders import MEANING
from okng.device.types import DatasetPicture, Label, Split
from okng.models.arrays import BoolArray
from okng.models.images.image_files import read_mask
from okng.models.images.preprocessing import ImageError

GOOD = "good"
NO_TYPE = "defect"
"""Folder of anomalous pictures whose type of defect nobody named."""
TEST_SHARE = 0.2
"""Share of the normal pictures that test, where nobody chose any for testing."""


class Layout(StrEnum):
    """How the folders lie, named after anomalib's data module that reads them."""

    FOLDER = "folder"
    """Pictures byte for byte, but turned ones upright; masks where there are any."""
    MVTECAD = "mvtecad"
    """Below a folder of the dataset's name (the category): PNG files only, all defects masked."""


def export_dataset(
    data_dir: Path,
    pictures: Sequence[DatasetPicture],
    target: Path,
    layout: Layout,
    masks: Mapping[int, Path],
) -> ExportManifest:
    """Copies a dataset's pictures to `target`, with their masks.

    The folder gets its name when all is in it: half an export is never found there. Each file is
    checked against the hash that the store has of it.

    Args:
        data_dir: of the station.
        pictures: all of one dataset.
        target: an empty or absent folder.
        layout: how the files lie.
        masks: files by `picture_id` in place of the masks that the station has.

    Raises:
        ExportError: `target` isn't an empty or absent folder, there are no normal pictures, the
            layout needs masks that are missing, or a file or mask can't be used.
        OSError: the disk is full or fails.
    """
    _check(pictures, layout, masks)
    with export_target(target) as write:
        manifest = ExportManifest(
            dataset=pictures[0].dataset,
            layout=layout,
            pictures=export_mvtec_tree(data_dir, pictures, write, layout, masks),
        )
        write(FILE_NAME, manifest.model_dump_json(indent=2).encode() + b"\n")
    return manifest


def export_mvtec_tree(
    data_dir: Path,
    pictures: Sequence[DatasetPicture],
    write: Write,
    layout: Layout,
    masks: Mapping[int, Path],
) -> list[ExportedPicture]:
    """Writes pictures and masks; masks in `ground_truth/` only where every defect has one.

    anomalib pairs them with pictures by their order. All masks that the station has also lie beside
    the layout, with their classes. Raises `ExportError` where a file or mask can't be used.
    """
    splits = choose_splits(pictures)
    anomalous = [picture for picture in pictures if picture.label is Label.ANOMALY]
    is_masked = all(picture.mask or picture.picture_id in masks for picture in anomalous)
    exporter = _Exporter(data_dir, write, layout)
    return [
        exporter.export(
            picture, splits[picture.picture_id], is_masked, masks.get(picture.picture_id)
        )
        for picture in pictures
    ]


def choose_splits(pictures: Sequence[DatasetPicture]) -> dict[int, Split]:
    """The split of each picture by `picture_id`, the same at every call.

    Anomalous pictures test: the layouts have no other place for them. Normal ones keep what a
    person chose. Where no normal picture was chosen for testing, a fifth of the undecided ones
    is, in the order of their hashes, so that equal files stay together.
    """
    splits = {
        picture.picture_id: Split.TEST
        if picture.label is Label.ANOMALY
        else picture.split or Split.TRAIN
        for picture in pictures
    }
    normal = [picture for picture in pictures if picture.label is Label.NORMAL]
    if all(picture.split is not Split.TEST for picture in normal):
        undecided = [picture for picture in normal if picture.split is None]
        hashes = sorted({picture.sha256 for picture in undecided})
        # At least one normal picture must be left to learn from.
        spare = len({picture.sha256 for picture in normal}) - 1
        chosen = set(hashes[: min(math.ceil(TEST_SHARE * len(hashes)), spare)])
        splits |= {
            picture.picture_id: Split.TEST for picture in undecided if picture.sha256 in chosen
        }
    return splits


def _check(pictures: Sequence[DatasetPicture], layout: Layout, masks: Mapping[int, Path]) -> None:
    if not any(
        picture.label is Label.NORMAL and picture.split is not Split.TEST for picture in pictures
    ):
        raise ExportError("there are no normal pictures to learn from")
    anomalous = [picture for picture in pictures if picture.label is Label.ANOMALY]
    bare = [
        picture.path
        for picture in anomalous
        if picture.picture_id not in masks and (masks or picture.mask is None)
    ]
    # anomalib pairs masks with pictures by their order, and so takes all or none.
    if bare and (masks or layout is Layout.MVTECAD):
        need = "the layout mvtecad needs" if layout is Layout.MVTECAD else "where there are masks,"
        raise ExportError(
            f"{need} one for every anomalous picture; {len(bare)} of {len(anomalous)} have none, "
            f"the first is {bare[0]}"
        )


class _Exporter:
    def __init__(self, data_dir: Path, write: Write, layout: Layout) -> None:
        self._data_dir = data_dir
        self._write = write
        self._layout = layout

    def export(
        self, picture: DatasetPicture, split: Split, is_masked: bool, mask: Path | None
    ) -> ExportedPicture:
        kind = GOOD if picture.label is Label.NORMAL else _type_folder(picture.defect_type)
        root = Path(picture.dataset if self._layout is Layout.MVTECAD else ".")
        stem = Path(picture.path).stem
        suffix, data = upright_file(self._data_dir, picture)
        if self._layout is Layout.MVTECAD and suffix != ".png":
            suffix, data = ".png", png_file(self._data_dir, picture)
        file = ((root / split / kind / f"{stem}{suffix}").as_posix(), data)
        self._write(*file)
        mask_file = None
        defective = self._defective(picture, mask) if is_masked else None
        if defective is not None:
            path = (root / "ground_truth" / kind / f"{stem}_mask.png").as_posix()
            mask_file = (path, black_and_white(defective))
            self._write(*mask_file)
        exported = exported_picture(picture, split, file, mask_file)
        return with_class_mask(self._data_dir, picture, exported, self._write)

    def _defective(self, picture: DatasetPicture, mask: Path | None) -> BoolArray | None:
        if mask is not None:
            return _read_mask(mask, picture)
        stored = stored_mask(self._data_dir, picture)
        return None if stored is None else stored.indices > 0


def _type_folder(defect_type: str | None) -> str:
    # Without the prefix a defect type named "good" would count as good pictures.
    is_taken = defect_type is not None and folded(defect_type) in MEANING
    return f"{NO_TYPE}-{defect_type}" if is_taken else defect_type or NO_TYPE


def _read_mask(mask: Path, picture: DatasetPicture) -> BoolArray:
    try:
        defective = read_mask(mask)
    except ImageError as error:
        raise ExportError(str(error)) from None
    height, width = defective.shape
    if (height, width) != (picture.height, picture.width):
        raise ExportError(
            f"{mask} has {width} x {height} pixels, its picture {picture.path} "
            f"{picture.width} x {picture.height}"
        )
    return defective
