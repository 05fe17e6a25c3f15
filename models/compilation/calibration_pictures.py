"""Calibration and validation pictures of a build."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from okng.models.anomaly.graphs import IMAGE
from okng.models.arrays import AnyArray, Image
from okng.models.bundles.manifest import AnomalyManifest, DetectionManifest, Manifest
from okng.models.detection.resize import to_detector_input
from okng.models.images.image_files import read_image
from okng.models.images.preprocessing import ImageError, to_model_input
from okng.models.preparation.preparation import NO_PREPARATION

MOST_CALIBRATION, MOST_PROOF = 64, 128
"""More pictures hardly change the ranges, and cost time."""


@dataclass(frozen=True)
class BuildPictures:
    """Picture files for calibration and proof, sampled evenly from many."""

    calibration: tuple[Path, ...]
    """Pictures of usual parts, from which INT8 takes its ranges."""
    proof: tuple[Path, ...]
    """Pictures on which the build must agree with the model."""

    @classmethod
    def of(cls, usual: Sequence[Path], others: Sequence[Path] = ()) -> BuildPictures:
        """Calibrate on the usual pictures; prove with these and the others, such as defects."""
        half = MOST_PROOF // 2
        return cls(
            evenly_spaced(usual, MOST_CALIBRATION),
            evenly_spaced(usual, half) + evenly_spaced(others, half),
        )

    def sha256(self) -> str:
        """SHA-256 of the contents of all files, in their order."""
        digest = hashlib.sha256()
        for path in (*self.calibration, *self.proof):
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()


def model_inputs(manifest: Manifest, pictures: Sequence[Path]) -> list[Mapping[str, AnyArray]]:
    """The inputs of the model's graph for each picture.

    Raises `okng.models.images.preprocessing.ImageError` for a file that is no picture, or that the
    model's preparation does not fit.
    """
    height, width = manifest.input.height, manifest.input.width

    def prepare(image: Image) -> AnyArray:
        if isinstance(manifest, DetectionManifest):
            return to_detector_input(image, height, width, manifest.resized)[0]
        if not isinstance(manifest, AnomalyManifest):
            return to_model_input(image, height, width)
        learnt, preparation = manifest.picture_format, manifest.preparation or NO_PREPARATION
        bits = preparation.bits_after(learnt.significant_bits if learnt else None)
        return to_model_input(preparation.apply(image), height, width, bits)

    def read(path: Path) -> AnyArray:
        image = read_image(path)
        try:
            return prepare(image)
        except ImageError as error:
            raise ImageError(f"{path}: {error}") from None

    return [{IMAGE: read(path)} for path in pictures]


def evenly_spaced(paths: Sequence[Path], most: int) -> tuple[Path, ...]:
    """At most `most` of the paths, evenly spaced."""
    if len(paths) <= most:
        return tuple(paths)
    return tuple(paths[number * len(paths) // most] for number in range(most))
