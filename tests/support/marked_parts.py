"""Generated pictures of parts with two kinds of marks, and the boxes of the marks."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.store import DatasetStore
from okng.device.types import Label
from okng.models.boxes import LabelledBox

CLASSES = ["dot", "scratch"]


def marked_part(seed: int, size: int = 240) -> tuple[npt.NDArray[np.uint8], list[LabelledBox]]:
    """A brushed surface [size, size, 3] with up to three dots and scratches, apart from each other.

    Every tenth part has none.
    """
    random = np.random.default_rng(seed)
    rows = random.normal(0, 12, (size, 1, 1)) + random.normal(0, 5, (size, size, 3))
    image = np.clip(random.uniform(90, 170) + rows, 0, 255).astype(np.uint8)
    boxes: list[LabelledBox] = []
    places = random.permutation(4)[: random.integers(1, 4)] if seed % 10 else []
    for place in places:
        half = size // 2
        left, top = int(place % 2) * half, int(place // 2) * half
        name = CLASSES[int(random.integers(2))]
        draw = _dot if name == "dot" else _scratch
        corners = draw(image, random, left, top, half)
        names = ("left", "top", "right", "bottom")
        boxes.append(LabelledBox(name=name, **dict(zip(names, corners, strict=True))))
    return image, boxes


def _dot(
    image: npt.NDArray[np.uint8], random: np.random.Generator, left: int, top: int, half: int
) -> tuple[float, ...]:
    radius = int(random.integers(half // 10, half // 4))
    x, y = (int(random.integers(radius + 2, half - radius - 2)) for _ in range(2))
    shade = int(random.integers(10, 60))
    cv2.circle(image, (left + x, top + y), radius, (shade, shade, shade), -1, cv2.LINE_AA)
    at_x, at_y = left + x + 0.5, top + y + 0.5
    return at_x - radius, at_y - radius, at_x + radius, at_y + radius


def _scratch(
    image: npt.NDArray[np.uint8], random: np.random.Generator, left: int, top: int, half: int
) -> tuple[float, ...]:
    ends = random.integers(6, half - 6, (2, 2))
    while np.abs(ends[0] - ends[1]).max() < half // 3:
        ends = random.integers(6, half - 6, (2, 2))
    ends += (left, top)
    thick = int(random.integers(2, 4))
    cv2.line(image, *map(tuple, ends.tolist()), (235, 240, 245), thick, cv2.LINE_AA)
    reach = thick / 2 + 0.5
    low, high = ends.min(axis=0) + 0.5 - reach, ends.max(axis=0) + 0.5 + reach
    return (*low.tolist(), *high.tolist())


def add_marked_parts(data_dir: Path, dataset: str, count: int, size: int = 240) -> None:
    """A dataset of `count` such parts with their boxes, in a store that may be new."""
    store, drawn = DatasetStore(data_dir), {}
    for seed in range(count):
        image, boxes = marked_part(seed, size)
        picture = store.add(image, dataset, Label.ANOMALY, "tests")
        drawn[picture.picture_id] = PictureChange(boxes=tuple(boxes))
    DatasetChanges(data_dir).change_each(drawn, "tests")
