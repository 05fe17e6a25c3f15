"""Image statistics, by which a person sets up the camera: sharpness, brightness, histogram."""

from __future__ import annotations

import cv2
import numpy as np

from okng.device.ipc.events import MetersEvent
from okng.models.arrays import Image

BINS = 64


def measure(image: Image) -> MetersEvent:
    """Sharpness, mean, histogram and saturation of an HxW or HxWx3 image, uint8 or uint16.

    Sharpness is the variance of the Laplacian (Pech-Pacheco et al., "Diatom autofocusing in
    brightfield microscopy", ICPR 2000) over grey values scaled to 8 bits; it compares images
    of one scene, not of two.
    """
    top = int(np.iinfo(image.dtype).max)
    grey = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    histogram = cv2.calcHist([image], [0], None, [BINS], [0, top + 1])
    if image.ndim == 3:
        for channel in (1, 2):
            other = cv2.calcHist([image], [channel], None, [BINS], [0, top + 1])
            histogram = cv2.add(histogram, other)
    scaled = cv2.convertScaleAbs(grey, alpha=255 / top) if top != 255 else grey
    laplacian = cv2.Laplacian(scaled, cv2.CV_16S)
    _, deviation = cv2.meanStdDev(laplacian)
    return MetersEvent(
        sharpness=round(float(deviation[0, 0]) ** 2, 2),
        mean=round(float(cv2.mean(grey)[0]) / top, 4),
        saturated=round(float(np.count_nonzero(image >= top)) / image.size, 5),
        histogram=tuple(int(count) for count in histogram.ravel()),
    )
