"""The crop of the part, so that the anomaly model sees it always in the same place."""

from __future__ import annotations

import cv2

from okng.device.recipes.detection_rules import PartSettings
from okng.device.types import PixelArea, PixelBox
from okng.models.arrays import Image


def area_around(box: PixelBox, settings: PartSettings) -> PixelArea:
    """The area to cut out for a part with this box; it may reach beyond the edge of the image."""
    width, height = box.right - box.left, box.bottom - box.top
    margin_px = settings.margin * max(width, height)
    needed_height = height + 2 * margin_px
    crop_height = max(needed_height, (width + 2 * margin_px) / settings.aspect_ratio)
    rows = max(1, round(crop_height))
    columns = max(1, round(crop_height * settings.aspect_ratio))
    left = round((box.left + box.right - columns) / 2)
    top = round((box.top + box.bottom - rows) / 2)
    return PixelArea(left=left, top=top, right=left + columns, bottom=top + rows)


def crop(image: Image, area: PixelArea | None) -> Image:
    """The pixels of an area, as a view where it lies inside; None gives the whole image.

    Beyond the edge of the image its outermost pixels are repeated: a constant would be an edge in
    the crop that good parts in the middle don't have.
    """
    if area is None:
        return image
    rows, columns = image.shape[:2]
    inside = image[max(area.top, 0) : area.bottom, max(area.left, 0) : area.right]
    beyond = (
        max(-area.top, 0),
        max(area.bottom - rows, 0),
        max(-area.left, 0),
        max(area.right - columns, 0),
    )
    if not any(beyond):
        return inside
    return cv2.copyMakeBorder(inside, *beyond, cv2.BORDER_REPLICATE)  # type: ignore[return-value]
