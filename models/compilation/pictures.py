"""The pictures that a build is calibrated on and proven with."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from okng.models.anomaly.composition import IMAGE
from okng.models.detection.letterbox import letterbox
from okng.models.engines.engine import Array
from okng.models.manifest import DetectionManifest, Manifest
from okng.models.preprocessing import Image, read_image, to_model_input

MOST_CALIBRATION, MOST_PROOF = 64, 128
"""Further pictures hardly move the ranges, and take time."""


@dataclass(frozen=True)
class BuildPictures:
    """Picture files; few of many are taken, evenly."""

    calibration: tuple[Path, ...]
    """Usual ones, of which INT8 takes its ranges."""
    proof: tuple[Path, ...]
    """Those on which the build must answer as the model does."""

    @classmethod
    def of(cls, usual: Sequence[Path], others: Sequence[Path] = ()) -> BuildPictures:
        """Calibrated on the usual ones, and proven with these and the others, such as defects."""
        half = MOST_PROOF // 2
        return cls(evenly(usual, MOST_CALIBRATION), evenly(usual, half) + evenly(others, half))

    def sha256(self) -> str:
        """Of the contents of all files, in their order."""
        digest = hashlib.sha256()
        for path in (*self.calibration, *self.proof):
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()


def model_inputs(manifest: Manifest, pictures: Sequence[Path]) -> list[Mapping[str, Array]]:
    """What the model's graph takes of each picture.

    Raises `okng.models.preprocessing.ImageError` for a file that is no picture.
    """
    height, width = manifest.input.height, manifest.input.width

    def prepare(image: Image) -> Array:
        if isinstance(manifest, DetectionManifest):
            return letterbox(image, height, width)[0]
        return to_model_input(image, height, width)

    return [{IMAGE: prepare(read_image(path))} for path in pictures]


def evenly(paths: Sequence[Path], most: int) -> tuple[Path, ...]:
    """At most so many of the paths, from all over them."""
    if len(paths) <= most:
        return tuple(paths)
    return tuple(paths[number * len(paths) // most] for number in range(most))
