"""Pixel metrics of a model on picture files: those with masks, and good ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from okng.models.arrays import BoolArray, Float32Array, Image
from okng.models.evaluation.pixel_metrics import PixelMetrics, pixel_metrics
from okng.models.images.image_files import read_image, read_mask
from okng.models.images.preprocessing import ImageError


def measure_pixels(
    masked: Sequence[tuple[Path, Path]],
    normal: Sequence[Path],
    anomaly_map: Callable[[Image], Float32Array],
) -> PixelMetrics | None:
    """Pixel AUROC and AUPRO of the maps [h, w] that `anomaly_map` makes of the pictures.

    None without masked pictures. Each of `masked` is a picture and its mask; a normal picture has
    no defective pixel. Raises `ImageError` for a file that can't be used, and for a mask of
    another size or without a defect.
    """
    if not masked:
        return None
    maps: list[Float32Array] = []
    sizes: list[tuple[int, int]] = []
    for path in [*(picture for picture, _ in masked), *normal]:
        image = read_image(path)
        maps.append(anomaly_map(image))
        sizes.append((image.shape[0], image.shape[1]))

    def masks() -> Iterator[BoolArray]:
        for (_, mask), size in zip(masked, sizes, strict=False):
            yield read_checked_mask(mask, size)
        for size in sizes[len(masked) :]:
            yield np.zeros(size, np.bool_)

    try:
        return pixel_metrics(maps, masks())
    except ImageError:
        raise
    except ValueError as error:
        raise ImageError(f"the masks can't be measured with: {error}") from None


def read_checked_mask(path: Path, size: tuple[int, int]) -> BoolArray:
    """The mask of an anomalous picture of that size (height, width). Raises `ImageError`."""
    mask = read_mask(path)
    if mask.shape != size:
        raise ImageError(
            f"{path}: the mask has {mask.shape[1]} x {mask.shape[0]} pixels, "
            f"its picture {size[1]} x {size[0]}"
        )
    if not mask.any():
        raise ImageError(f"{path}: the mask of an anomalous picture shows no defect")
    return mask
