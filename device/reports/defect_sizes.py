"""The sizes of defects by their masks or boxes, and the smallest that the model found."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import cv2
import numpy as np

from okng.device.datasets.masks import MaskFileError, read_mask_file
from okng.device.reports.picture_groups import Appendix
from okng.device.types import DatasetPicture, Label
from okng.models.masks.class_mask import ClassMask, MaskError
from okng.models.strict_model import StrictModel


class DefectSize(StrictModel):
    """The largest defect of one picture: the model sees a picture, so that one decides."""

    area_px: float
    diameter_px: float
    """Of the circle of the same area."""
    picture_share: float
    """Area as a share of the picture's."""
    picture_diameter: float
    """Diameter as a share of the picture's longer side."""
    anchor: str | None


class DefectSizes(StrictModel):
    """Defects whose size is known."""

    by: Literal["mask", "box"]
    """A box is larger than its defect."""
    measured: int
    """Anomalous pictures with a mask, or box."""
    unmeasured: int
    """Anomalous pictures without."""
    unreadable: int
    """Masks whose file is gone or damaged."""
    smallest: DefectSize | None
    """Of all measured pictures, found or not."""
    smallest_found: DefectSize | None
    """Of those that the model finds; null where it finds none, or none has a score."""
    largest_missed: DefectSize | None
    median_px: float | None
    """Median diameter."""
    scored: int
    """Measured pictures that the model was tested on."""


class _Measured(NamedTuple):
    picture: DatasetPicture
    area_px: float
    found: bool | None


def defect_sizes(
    pictures: Sequence[DatasetPicture],
    found: Mapping[str, bool],
    data_dir: Path,
    appendix: Appendix,
) -> DefectSizes | None:
    """Measures the anomalous pictures; None where none has a mask or box.

    Args:
        pictures: All of the dataset. Boxes of a class that normal pictures have, too, are parts.
        found: Whether the model calls a picture anomalous, by its SHA-256.
        data_dir: Where the masks are.
        appendix: Takes the pictures that are named.
    """
    anomalous = [picture for picture in pictures if picture.label is Label.ANOMALY]
    masked = [picture for picture in anomalous if picture.mask]
    if masked:
        areas = [(picture, _largest_area(data_dir, picture)) for picture in masked]
    else:
        parts = {
            box.name
            for picture in pictures
            if picture.label is Label.NORMAL
            for box in picture.boxes or ()
        }
        boxes = [(picture, _largest_box(picture, parts)) for picture in anomalous]
        areas = [(picture, area) for picture, area in boxes if area is not None]
        if not areas:
            return None
    measured = sorted(
        (
            _Measured(picture, area, found.get(picture.sha256))
            for picture, area in areas
            if area is not None
        ),
        key=lambda each: each.area_px,
    )
    seen = [each for each in measured if each.found]
    missed = [each for each in measured if each.found is False]
    return DefectSizes(
        by="mask" if masked else "box",
        measured=len(measured),
        unmeasured=len(anomalous) - len(areas),
        unreadable=len(areas) - len(measured),
        smallest=_size(measured[0], "smallest", appendix) if measured else None,
        smallest_found=_size(seen[0], "smallest-found", appendix) if seen else None,
        largest_missed=_size(missed[-1], "largest-missed", appendix) if missed else None,
        median_px=float(np.median([_diameter(each.area_px) for each in measured]))
        if measured
        else None,
        scored=len(seen) + len(missed),
    )


def _largest_area(data_dir: Path, picture: DatasetPicture) -> float | None:
    """Pixels of the largest connected area of a mask; None where its file can't be read."""
    try:
        indices = ClassMask.from_png(read_mask_file(data_dir, picture)).indices
    except (MaskFileError, MaskError):
        return None
    _, _, figures, _ = cv2.connectedComponentsWithStats((indices > 0).astype(np.uint8))
    return float(figures[1:, cv2.CC_STAT_AREA].max())


def _largest_box(picture: DatasetPicture, parts: set[str]) -> float | None:
    """Pixels of the largest box of a defect; None without one."""
    return max(
        (
            (box.right - box.left) * (box.bottom - box.top)
            for box in picture.boxes or ()
            if box.name not in parts
        ),
        default=None,
    )


def _diameter(area_px: float) -> float:
    return 2 * math.sqrt(area_px / math.pi)


def _size(measured: _Measured, kind: str, appendix: Appendix) -> DefectSize:
    picture, area_px = measured.picture, measured.area_px
    return DefectSize(
        area_px=area_px,
        diameter_px=_diameter(area_px),
        picture_share=area_px / (picture.width * picture.height),
        picture_diameter=_diameter(area_px) / max(picture.width, picture.height),
        anchor=appendix.add(kind, [picture]),
    )
