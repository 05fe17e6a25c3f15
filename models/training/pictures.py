"""The pictures of a training: how they are read, and what the manifest keeps of them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from okng.models.evaluation.worst import ScoredPicture
from okng.models.manifest import DatasetImage
from okng.models.preprocessing import Image, ImageError, read_image
from okng.models.training.request import TrainingError, TrainingPicture


class PictureFile(Protocol):
    """Anything that has a picture's file."""

    @property
    def path(self) -> Path:
        """Of the file."""


def read_pictures(
    pictures: Sequence[PictureFile],
    use: Callable[[int, Image], None],
    on_picture: Callable[[int], None],
) -> None:
    """Hand the index and the pixels of every picture to `use`, in order.

    `on_picture` is called before each. Raises `TrainingError` at the end, with all those that can't
    be read or for which `use` raises `okng.models.preprocessing.ImageError`.
    """
    bad = []
    for i, picture in enumerate(pictures):
        on_picture(i)
        try:
            use(i, read_image(picture.path))
        except ImageError as error:
            message = str(error)
            named = str(picture.path) in message
            bad.append(message if named else f"{picture.path}: {message}")
    if bad:
        raise TrainingError(f"{len(bad)} bad pictures:\n" + "\n".join(bad))


def dataset_image(picture: TrainingPicture, folder: Path) -> DatasetImage:
    """What the manifest keeps of a picture but its score; its name is as seen from `folder`."""
    held_out = picture.split == "test"
    return DatasetImage(
        sha256=hashlib.sha256(picture.path.read_bytes()).hexdigest(),
        name=os.path.relpath(picture.path, folder),
        label=picture.label,
        split="train" if picture.label == "normal" and not held_out else "test",
        batch=picture.batch,
        defect_type=picture.defect_type,
        held_out=held_out,
    )


def common_folder(paths: Sequence[Path]) -> Path:
    """The deepest folder that holds all paths."""
    return Path(os.path.commonpath([path.absolute().parent for path in paths]))


def scored_pictures(dataset: Sequence[DatasetImage]) -> list[ScoredPicture]:
    """The pictures of the dataset that have a score."""
    return [
        ScoredPicture(name=image.name, sha256=image.sha256, label=image.label, score=image.score)
        for image in dataset
        if image.score is not None
    ]


def dataset_warnings(dataset: Sequence[DatasetImage]) -> list[str]:
    """What a person should know of the pictures before trusting the model."""
    normal = {image.sha256 for image in dataset if image.label == "normal"}
    anomaly = {image.sha256 for image in dataset if image.label == "anomaly"}
    copies = len(dataset) - len(normal) - len(anomaly)
    warnings = []
    if copies:
        warnings.append(f"{copies} pictures are copies of others: scores look better than they are")
    if normal & anomaly:
        warnings.append(f"{len(normal & anomaly)} pictures are both normal and anomalous")
    return warnings
