"""Pictures of parts for tests: real ones, and generated surfaces."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from okng.models.training.request import TrainingPicture


@dataclass(frozen=True)
class Pictures:
    """Paths of real pictures; those of `normal` and `anomaly` are not for training."""

    train: list[Path]
    normal: list[Path]
    anomaly: list[Path]


def labelled(normal: Iterable[Path], anomaly: Iterable[Path] = ()) -> list[TrainingPicture]:
    """Training pictures of which only the label is known."""
    return [
        *(TrainingPicture(path=path, label="normal") for path in normal),
        *(TrainingPicture(path=path, label="anomaly") for path in anomaly),
    ]


def texture(seed: int) -> npt.NDArray[np.uint8]:
    """A striped surface with noise, [96, 96]."""
    noise = np.random.default_rng(seed).normal(0, 8, (96, 96))
    stripes = 120 + 60 * np.sin(np.arange(96) / 3)
    return np.clip(stripes + noise, 0, 255).astype(np.uint8)


def scratched(seed: int) -> npt.NDArray[np.uint8]:
    """The same surface with a bright scratch."""
    image = texture(seed)
    cv2.line(image, (30, 30), (60, 62), 255, 3)
    return image
