"""Pixel metrics of anomaly maps against masks of the defects: pixel AUROC and AUPRO."""

from collections.abc import Iterable, Sequence

import cv2
import numpy as np

from okng.models.arrays import BoolArray, Float32Array, Float64Array
from okng.models.strict_model import StrictModel

INTEGRATION_LIMIT = 0.3
"""False positive rate up to which the per-region overlap is integrated (Bergmann et al., 2020)."""

_BINS = 1 << 16
"""Map values are told apart to this part of their range, whatever the number of pixels."""


class PixelMetrics(StrictModel):
    """Pixel metrics over pictures with masks; those of normal pictures are empty."""

    pixel_auroc: float
    aupro: float
    pictures: int
    regions: int


def pixel_metrics(maps: Sequence[Float32Array], masks: Iterable[BoolArray]) -> PixelMetrics:
    """Pixel AUROC and AUPRO of `maps` [h, w], each enlarged linearly to its mask [H, W].

    A mask is true where the part is defective, all false for a normal picture. AUPRO is the mean
    overlap of the defective regions (8-connected, each counting the same whatever its size) over
    the false positive rate from 0 to 0.3, divided by 0.3: Bergmann, Fauser, Sattlegger and Steger,
    "Uninformed Students", CVPR 2020, 4.1. Masks are read one at a time. Raises ValueError where no
    pixel is defective or none is good.
    """
    low = float(min(anomaly_map.min() for anomaly_map in maps))
    high = float(max(anomaly_map.max() for anomaly_map in maps))
    scale = (_BINS - 1) / ((high - low) or 1.0)
    good, defective, overlap = np.zeros((3, _BINS))
    regions = 0
    for anomaly_map, mask in zip(maps, masks, strict=True):
        size = (mask.shape[1], mask.shape[0])
        enlarged = cv2.resize(anomaly_map, size, interpolation=cv2.INTER_LINEAR)
        bins = np.clip((enlarged - low) * scale, 0, _BINS - 1).astype(np.int32)
        good += np.bincount(bins[~mask], minlength=_BINS)
        defective += np.bincount(bins[mask], minlength=_BINS)
        count, labels = cv2.connectedComponents(mask.astype(np.uint8), connectivity=8)
        share = 1 / np.maximum(np.bincount(labels[mask], minlength=count), 1)
        overlap += np.bincount(bins[mask], share[labels[mask]], minlength=_BINS)
        regions += count - 1
    if not regions or not good.any():
        raise ValueError(f"{regions} defective regions and {int(good.sum())} good pixels in masks")
    false_positive_rate = _from_the_highest(good)
    return PixelMetrics(
        pixel_auroc=_area(false_positive_rate, _from_the_highest(defective), 1.0),
        aupro=_area(false_positive_rate, _from_the_highest(overlap), INTEGRATION_LIMIT),
        pictures=len(maps),
        regions=regions,
    )


def _from_the_highest(counts: Float64Array) -> Float64Array:
    """The share of counts at or over each bin, from 0 over the highest to 1 at the lowest."""
    cumulated: Float64Array = np.concatenate([[0.0], np.cumsum(counts[::-1])])
    cumulated /= cumulated[-1]
    return cumulated


def _area(x: Float64Array, y: Float64Array, limit: float) -> float:
    """The mean of the polygon y over x from 0 to `limit`; x does not fall."""
    inside = int(np.searchsorted(x, limit, "right"))
    at_limit = np.interp(limit, x[inside - 1 : inside + 1], y[inside - 1 : inside + 1])
    x, y = np.append(x[:inside], limit), np.append(y[:inside], at_limit)
    return float(((x[1:] - x[:-1]) * (y[1:] + y[:-1]) / 2).sum() / limit)
