"""The files of an export: pictures, checked and upright, their masks, and what is known of both."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import cv2
import numpy as np

from okng.device.datasets.export_target import ExportError, Write
from okng.device.datasets.masks import MaskFileError, read_mask_file
from okng.device.datasets.sources.export_notes import NOTED_MASKS, ExportedPicture
from okng.device.types import DatasetPicture, Split
from okng.models.arrays import BoolArray
from okng.models.images.image_files import encode_png, read_image, read_image_header
from okng.models.images.preprocessing import ImageError
from okng.models.masks.class_mask import BACKGROUND_COLOR, ClassMask, MaskClass, MaskError


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


def upright_file(data_dir: Path, picture: DatasetPicture) -> tuple[str, bytes]:
    """The picture's file and its suffix: as stored, or as PNG where only a tag makes it upright.

    Raises:
        ExportError: as `read_stored`, or it can't be decoded any more.
    """
    data = read_stored(data_dir, picture)
    source = data_dir / picture.path
    try:
        if read_image_header(source).orientation == 1:
            return source.suffix, data
        return ".png", encode_png(read_image(source))
    except ImageError as error:
        raise ExportError(str(error)) from None


def png_file(data_dir: Path, picture: DatasetPicture) -> bytes:
    """The picture as PNG, whatever it is stored as. Raises `ExportError` as `upright_file`."""
    suffix, data = upright_file(data_dir, picture)
    return data if suffix == ".png" else encode_png(read_image(data_dir / picture.path))


def stored_mask(data_dir: Path, picture: DatasetPicture) -> ClassMask | None:
    """The picture's mask, None without one. Raises `ExportError` where its file can't be used."""
    if picture.mask is None:
        return None
    try:
        return ClassMask.from_png(read_mask_file(data_dir, picture))
    except (MaskFileError, MaskError) as error:
        raise ExportError(str(error)) from None


def color_mask(data_dir: Path, picture: DatasetPicture) -> bytes:
    """The picture's mask as a palette PNG in the classes' colours. Raises as `stored_mask`."""
    mask = stored_mask(data_dir, picture)
    if mask is None:
        raise ExportError(f"picture {picture.picture_id} has no mask")
    return mask.to_color_png(background_color(mask.classes))


def background_color(classes: Iterable[MaskClass]) -> str:
    """White as Lookout for Vision has it, but for a mask with a white class."""
    colors = {entry.color for entry in classes}
    others = (BACKGROUND_COLOR, "#000000", "#808080")
    return next(color for color in others if color not in colors)


def black_and_white(defective: BoolArray) -> bytes:
    """A mask as most programs take it: grey, 255 where the part is defective, 0 elsewhere."""
    return cv2.imencode(".png", defective.astype(np.uint8) * 255)[1].tobytes()


def exported_picture(
    picture: DatasetPicture,
    split: Split,
    file: tuple[str, bytes],
    mask: tuple[str, bytes] | None,
) -> ExportedPicture:
    """What the export says of a picture, by its path and content and those of its mask."""
    return ExportedPicture(
        path=file[0],
        sha256=hashlib.sha256(file[1]).hexdigest(),
        source_sha256=picture.sha256,
        label=picture.label,
        split=split,
        chosen_split=picture.split,
        defect_type=picture.defect_type,
        batch=picture.batch,
        boxes=picture.boxes,
        mask=mask and mask[0],
        mask_sha256=mask and hashlib.sha256(mask[1]).hexdigest(),
    )


def with_class_mask(
    data_dir: Path, picture: DatasetPicture, exported: ExportedPicture, write: Write
) -> ExportedPicture:
    """Adds the mask with its classes beside the layout, which can't tell them.

    Raises:
        ExportError: the mask's file can't be used.
    """
    mask = stored_mask(data_dir, picture)
    if mask is None:
        return exported
    path = f"{NOTED_MASKS}/{Path(picture.path).stem}.png"
    write(path, mask.to_png())
    return exported.model_copy(update={"class_mask": path})
