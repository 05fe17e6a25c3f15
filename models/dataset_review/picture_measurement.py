"""Measurement of a single picture: brightness, contrast, focus and a pooled embedding."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from okng.models.anomaly.graphs import EMBEDDING, IMAGE
from okng.models.arrays import Image
from okng.models.dataset_review.measurements import INPUT_PX, features_engine, grey_levels
from okng.models.images.image_files import decode_image
from okng.models.images.preprocessing import to_model_input
from okng.models.images.significant_bits import measure_significant_bits
from okng.models.scene.features import SMALLEST_PX, filling_range, measure_features

DECIBELS = 10 / math.log(10)
"""Decibels of a ratio of energies whose natural logarithm is 1."""


@dataclass(frozen=True)
class PictureMeasurement:
    """What was measured of one picture."""

    brightness: float
    """Mean of the grey values, as a share of the full range, 0..1."""
    contrast: float
    """Standard deviation of the grey values, as a share of the full range."""
    focus_db: float | None
    """Energy of the finest detail relative to that of coarser detail; higher is sharper. None for a
    picture of less than `okng.models.scene.features.SMALLEST_PX` pixels on a side."""
    embedding: npt.NDArray[np.float16]
    """[d]: the features of `ReviewFeatures`, averaged over all positions."""


class PictureMeter:
    """Measures pictures one after the other with the shipped backbone."""

    def __init__(self, pictures: Iterable[Path], threads: int = 1) -> None:
        """`pictures` are those whose significant bits count together, if they have 16 bits."""
        self._bits = measure_significant_bits(pictures)
        self._engine = features_engine(threads)

    def measure(self, data: bytes, name: str) -> PictureMeasurement:
        """Decode and measure the picture of a file with this content.

        Raises `okng.models.images.preprocessing.ImageError`, whose message begins with `name`, if
        it can't be decoded or used.
        """
        image = decode_image(data, name)
        model_input = to_model_input(image, INPUT_PX, INPUT_PX, self._bits)
        embedding = self._engine.run({IMAGE: model_input})[EMBEDDING]
        grey = grey_levels(image, self._bits)
        return PictureMeasurement(
            brightness=float(grey.mean()) / 255,
            contrast=float(grey.std()) / 255,
            focus_db=_focus_db(filling_range(image, self._bits)),
            embedding=embedding.mean(axis=(0, 2, 3)).astype(np.float16),
        )


def _focus_db(image: Image) -> float | None:
    """The scene check's ratio for the finest octave at full size."""
    if min(image.shape[:2]) < SMALLEST_PX:
        return None
    features = measure_features(image)
    finest = features.texture if features.detail is None else features.detail
    return finest * DECIBELS
