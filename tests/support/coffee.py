"""Pictures of coffee cups as parts, and the detector of COCO's classes that finds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from okng.models.bundles.bundle import Bundle, write_bundle
from okng.models.bundles.manifest import DetectionManifest
from okng.models.imported.import_detector import DetectorOptions, import_darknet
from support.package_files import photographs, yolov4_tiny

WIDTH, HEIGHT = 800, 600
PLACES = ((0, 0), (50, 60), (200, 130), (350, 250), (480, 380), (499, 399))
"""Positions of the photograph's corner; at the first one the cup lies at the picture's edge."""
_SCALE = 0.5
_SPOT = (130, 95)
"""A place on the coffee in the cup, from the photograph's corner."""


@dataclass(frozen=True)
class Cups:
    """Pictures of cups at places, some of them with a blue spot on the coffee."""

    random: np.random.Generator

    def picture(self, places: Sequence[tuple[int, int]], spot: bool = False) -> NDArray[np.uint8]:
        """A cup at each place."""
        photograph = cv2.imread(str(photographs().coffee))
        assert photograph is not None
        small = cv2.resize(photograph, None, fx=_SCALE, fy=_SCALE, interpolation=cv2.INTER_AREA)
        if spot:
            cv2.circle(small, _SPOT, 11, (255, 40, 40), cv2.FILLED)
        canvas = np.full((HEIGHT, WIDTH, 3), (60, 70, 80), np.uint8)
        rows, columns = small.shape[:2]
        for left, top in places:
            canvas[top : top + rows, left : left + columns] = small
        noisy: NDArray[np.uint8] = np.clip(
            canvas + self.random.normal(0, 3, canvas.shape), 0, 255
        ).astype(np.uint8)
        return noisy


def cat() -> NDArray[np.uint8]:
    """No cup, but a cat."""
    photograph = cv2.imread(str(photographs().chelsea))
    assert photograph is not None
    canvas = np.full((HEIGHT, WIDTH, 3), (60, 70, 80), np.uint8)
    rows, columns = photograph.shape[:2]
    canvas[100 : 100 + rows, 100 : 100 + columns] = photograph
    return canvas


def write_in_order(folder: Path, pictures: Sequence[NDArray[np.uint8]]) -> Path:
    """A folder that a camera plays in this order."""
    folder.mkdir(parents=True)
    for number, picture in enumerate(pictures):
        cv2.imwrite(str(folder / f"{number:03d}.png"), picture)
    return folder


def install_coco(models_dir: Path) -> Bundle[DetectionManifest]:
    """The detector `coco` version 1."""
    files = yolov4_tiny()
    options = DetectorOptions(author="tests")
    return write_bundle(
        models_dir, "coco", *import_darknet(files.cfg, files.weights, files.names, options)
    )
