"""Augmentation of detector samples: moved, scaled, turned, relit, and joined (mosaic)."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from okng.models.arrays import Float64Array, Int64Array, Uint8Array
from okng.models.detection.resize import GREY

SCALE = (0.7, 1.4)
MOVE = 0.15
"""Largest shift in each direction, as a share of the input's size."""
CONTRAST, BRIGHTNESS = (0.75, 1.3), 25.0
VISIBLE = 0.4
"""Least visible share of an object; its box is dropped below that."""
MOSAIC_CHANCE = 0.4
MOSAIC_CROSSING = (0.3, 0.7)
"""Where the four pictures meet, as a share of the input's size."""


@dataclass(frozen=True)
class Sample:
    """A sample: an image in the network's input size, with boxes and classes."""

    pixels: Uint8Array
    """[H, W, 3] RGB."""
    boxes: Float64Array
    """[m, 4] in pixels of the image."""
    classes: Int64Array
    """[m]."""


class SampleAugmentation:
    """Random augmentation of samples, reproducible by its seed."""

    def __init__(self, *, mirror: bool, quarter_turns: bool, seed: int) -> None:
        self._mirror, self._quarter_turns = mirror, quarter_turns
        self._random = np.random.default_rng(seed)

    def augment(self, samples: list[Sample], index: int) -> Sample:
        """An augmented sample, by chance combined with three others (mosaic, YOLOv4, 2020)."""
        if self._random.random() >= MOSAIC_CHANCE:
            return self._vary(samples[index])
        others = self._random.integers(len(samples), size=3)
        return self._mosaic([self._vary(samples[i]) for i in (index, *others)])

    def _vary(self, sample: Sample) -> Sample:
        return self._light(self._move(self._turn(sample)))

    def _turn(self, sample: Sample) -> Sample:
        height, width = sample.pixels.shape[:2]
        turns = 0
        if self._quarter_turns:
            turns = int(self._random.integers(4))
            turns = turns if height == width else turns // 2 * 2
        pixels, boxes = np.rot90(sample.pixels, turns), sample.boxes
        for _ in range(turns):
            # A quarter turn to the left moves (x, y) to (y, width - x).
            boxes = np.stack(
                [boxes[:, 1], width - boxes[:, 2], boxes[:, 3], width - boxes[:, 0]], axis=1
            )
            height, width = width, height
        if self._mirror and self._random.random() < 0.5:
            pixels = pixels[:, ::-1]
            boxes = np.stack(
                [width - boxes[:, 2], boxes[:, 1], width - boxes[:, 0], boxes[:, 3]], axis=1
            )
        return Sample(pixels, boxes, sample.classes)

    def _move(self, sample: Sample) -> Sample:
        height, width = sample.pixels.shape[:2]
        scale = np.exp(self._random.uniform(*np.log(SCALE)))
        middle = np.array([width, height]) / 2
        move = middle * (1 - scale) + self._random.uniform(-MOVE, MOVE, 2) * (width, height)
        matrix = np.array([[scale, 0, move[0]], [0, scale, move[1]]])
        pixels = cv2.warpAffine(
            np.ascontiguousarray(sample.pixels),
            matrix,
            (width, height),
            flags=cv2.INTER_LINEAR,
            borderValue=(GREY, GREY, GREY),
        )
        boxes = sample.boxes * scale + np.tile(move, 2)
        return _visible(pixels.astype(np.uint8), boxes, sample.classes)

    def _light(self, sample: Sample) -> Sample:
        gain = self._random.uniform(*CONTRAST)
        offset = self._random.uniform(-BRIGHTNESS, BRIGHTNESS)
        pixels = np.clip((sample.pixels - float(GREY)) * gain + GREY + offset, 0, 255)
        return Sample(pixels.astype(np.uint8), sample.boxes, sample.classes)

    def _mosaic(self, samples: list[Sample]) -> Sample:
        pixels = samples[0].pixels.copy()
        height, width = pixels.shape[:2]
        column, row = (self._random.uniform(*MOSAIC_CROSSING, 2) * (width, height)).astype(int)
        boxes, classes = [], []
        for sample, (top, bottom), (left, right) in zip(
            samples,
            ((0, row), (0, row), (row, height), (row, height)),
            ((0, column), (column, width)) * 2,
            strict=True,
        ):
            down = int(self._random.integers(height - (bottom - top) + 1))
            across = int(self._random.integers(width - (right - left) + 1))
            part = sample.pixels[down : down + bottom - top, across : across + right - left]
            cut = _visible(part, sample.boxes - (across, down) * 2, sample.classes)
            pixels[top:bottom, left:right] = cut.pixels
            boxes.append(cut.boxes + (left, top) * 2)
            classes.append(cut.classes)
        return Sample(pixels, np.concatenate(boxes), np.concatenate(classes))


def _visible(pixels: Uint8Array, boxes: Float64Array, classes: Int64Array) -> Sample:
    """Clip the boxes to the picture, and drop those of which too little is visible."""
    height, width = pixels.shape[:2]
    inside = np.clip(boxes, 0, np.array([width, height, width, height]))
    areas = [(corners[:, 2:] - corners[:, :2]).prod(axis=1) for corners in (inside, boxes)]
    visible = areas[0] > VISIBLE * areas[1]
    return Sample(pixels, inside[visible], classes[visible])
