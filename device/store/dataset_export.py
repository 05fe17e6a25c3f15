"""Datasets in the folder layouts that anomalib's data modules `Folder` and `MVTecAD` read.

The layout is MVTec AD's (Bergmann et al., CVPR 2019): `train/good`, `test/good`,
`test/<defect type>` and `ground_truth/<defect type>/<picture's stem>_mask.png`.
"""

from __future__ import annotations

import hashlib
import math
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

import cv2
import numpy as np

from okng.device.store.files import sync_folder, write_files
from okng.device.store.pictures import encode_png
from okng.device.types import DatasetPicture, Label, Message, Name, Split
from okng.models.preprocessing import ImageError, read_image, read_mask

MANIFEST = "okng-dataset.json"
GOOD = "good"
NO_TYPE = "defect"
"""Folder of anomalous pictures whose type of defect nobody named."""
TEST_SHARE = 0.2
"""Of the normal pictures, where nobody chose any for testing."""


class Layout(StrEnum):
    """How the folders lie, named after anomalib's data module that reads them."""

    FOLDER = "folder"
    """Pictures byte for byte, masks where there are any."""
    MVTECAD = "mvtecad"
    """Below a folder of the dataset's name (the category): PNG files only, all defects masked."""


class ExportError(Exception):
    """The dataset can't be exported; the message says why. Nothing was written."""


class ExportedPicture(Message):
    """One picture of an export; paths are relative to the exported folder."""

    path: str
    sha256: str
    """Of the exported file."""
    source_sha256: str
    """Of the station's file: another one where it had to become a PNG."""
    label: Label
    split: Split
    defect_type: str | None
    batch: str | None
    mask: str | None
    mask_sha256: str | None


class ExportManifest(Message):
    """What was exported; lies beside the pictures as `okng-dataset.json`."""

    format: int = 1
    dataset: Name
    layout: Layout
    pictures: list[ExportedPicture]


def export_dataset(
    data_dir: Path,
    pictures: Sequence[DatasetPicture],
    target: Path,
    layout: Layout,
    masks: Mapping[int, Path],
) -> ExportManifest:
    """Copies a dataset's pictures to `target`, with their masks by `picture_id`.

    The folder gets its name when all is in it: half an export is never found there. Each file is
    checked against the hash that the store has of it.

    Raises:
        ExportError: `target` isn't an empty or absent folder, there are no normal pictures, the
            layout needs masks that are missing, or a file or mask can't be used.
        OSError: the disk is full or fails.
    """
    _check(pictures, layout, masks)
    with export_folder(target) as hidden:
        exporter = _Exporter(data_dir, hidden, layout)
        splits = choose_splits(pictures)
        manifest = ExportManifest(
            dataset=pictures[0].dataset,
            layout=layout,
            pictures=[
                exporter.export(one, splits[one.picture_id], masks.get(one.picture_id))
                for one in pictures
            ],
        )
        write_files([(hidden / MANIFEST, manifest.model_dump_json(indent=2).encode() + b"\n")])
    return manifest


@contextmanager
def export_folder(target: Path) -> Iterator[Path]:
    """A hidden folder that gets the name of `target` when all is in it, and goes when that fails.

    Raises:
        ExportError: `target` isn't an empty or absent folder.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise ExportError(f"{target} is there already; give a new or an empty folder")
    target = target.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    # Beside the target, so that the last step is a rename within one file system.
    hidden = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        yield hidden
        hidden.chmod(0o755)
        hidden.rename(target)
        sync_folder(target.parent)
    except BaseException:
        shutil.rmtree(hidden, ignore_errors=True)
        raise


def read_stored(data_dir: Path, picture: DatasetPicture) -> bytes:
    """The picture's file.

    Raises:
        ExportError: it is gone, or isn't what was stored.
    """
    source = data_dir / picture.path
    try:
        data = source.read_bytes()
    except FileNotFoundError:
        raise ExportError(f"{source} is gone; `okng doctor` looks through the store") from None
    if hashlib.sha256(data).hexdigest() != picture.sha256:
        raise ExportError(f"{source} has changed since it was stored")
    return data


def choose_splits(pictures: Sequence[DatasetPicture]) -> dict[int, Split]:
    """The split of each picture by `picture_id`, the same at every call.

    Anomalous pictures test: the layouts have no other place for them. Normal ones keep what a
    person chose. Where no normal picture was chosen for testing, a fifth of the undecided ones
    is, in the order of their hashes, so that equal files stay together.
    """
    splits = {
        one.picture_id: Split.TEST if one.label is Label.ANOMALY else one.split or Split.TRAIN
        for one in pictures
    }
    normal = [one for one in pictures if one.label is Label.NORMAL]
    if all(one.split is not Split.TEST for one in normal):
        undecided = [one for one in normal if one.split is None]
        hashes = sorted({one.sha256 for one in undecided})
        # One of the normal pictures must be left to learn from.
        spare = len({one.sha256 for one in normal}) - 1
        chosen = set(hashes[: min(math.ceil(TEST_SHARE * len(hashes)), spare)])
        splits |= {one.picture_id: Split.TEST for one in undecided if one.sha256 in chosen}
    return splits


def _check(pictures: Sequence[DatasetPicture], layout: Layout, masks: Mapping[int, Path]) -> None:
    if not any(one.label is Label.NORMAL and one.split is not Split.TEST for one in pictures):
        raise ExportError("there are no normal pictures to learn from")
    anomalous = [one for one in pictures if one.label is Label.ANOMALY]
    bare = [one.path for one in anomalous if one.picture_id not in masks]
    # anomalib pairs masks with pictures by their order, and so takes all or none.
    if bare and (masks or layout is Layout.MVTECAD):
        why = "the layout mvtecad needs" if layout is Layout.MVTECAD else "where there are masks,"
        raise ExportError(
            f"{why} one for every anomalous picture; {len(bare)} of {len(anomalous)} have none, "
            f"the first is {bare[0]}"
        )


class _Exporter:
    def __init__(self, data_dir: Path, folder: Path, layout: Layout) -> None:
        self._data_dir = data_dir
        self._folder = folder
        self._layout = layout

    def export(self, picture: DatasetPicture, split: Split, mask: Path | None) -> ExportedPicture:
        kind = GOOD if picture.label is Label.NORMAL else _type_folder(picture.defect_type)
        root = picture.dataset if self._layout is Layout.MVTECAD else "."
        source = self._data_dir / picture.path
        data = read_stored(self._data_dir, picture)
        name = source.name
        if self._layout is Layout.MVTECAD and source.suffix != ".png":
            data, name = encode_png(read_image(source)), f"{source.stem}.png"
        path = Path(root, split, kind, name)
        files = [(path, data)]
        if mask is not None:
            mask_path = Path(root, "ground_truth", kind, f"{source.stem}_mask.png")
            files.append((mask_path, _mask_png(mask, picture)))
        write_files([(self._folder / where, content) for where, content in files])
        hashes = [hashlib.sha256(content).hexdigest() for _, content in files]
        return ExportedPicture(
            path=path.as_posix(),
            sha256=hashes[0],
            source_sha256=picture.sha256,
            label=picture.label,
            split=split,
            defect_type=picture.defect_type,
            batch=picture.batch,
            mask=files[1][0].as_posix() if mask else None,
            mask_sha256=hashes[1] if mask else None,
        )


def _type_folder(defect_type: str | None) -> str:
    # A type of that name would make its pictures good ones.
    return f"{NO_TYPE}-{GOOD}" if defect_type == GOOD else defect_type or NO_TYPE


def _mask_png(mask: Path, picture: DatasetPicture) -> bytes:
    """The mask as anomalib takes it: grey, 255 where the part is defective, 0 elsewhere."""
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
    return cv2.imencode(".png", defective.astype(np.uint8) * 255)[1].tobytes()
