"""Training pictures: reading them, and their entries in the manifest."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from okng.models.arrays import Float64Array, Image
from okng.models.bundles.manifest import ManifestPicture
from okng.models.evaluation.worst_pictures import ScoredPicture
from okng.models.images.image_files import read_image
from okng.models.images.preprocessing import ImageError
from okng.models.training.request import Label, TrainingError, TrainingPicture


class PictureFile(Protocol):
    """Anything that refers to a picture file."""

    @property
    def path(self) -> Path:
        """Path of the picture's file."""

    @property
    def sha256(self) -> str | None:
        """SHA-256 of the file when it was stored; None where it is not known."""


def read_pictures(
    pictures: Sequence[PictureFile],
    use: Callable[[int, Image], None],
    on_picture: Callable[[int], None],
) -> None:
    """Call `use` with the index and the pixels of every picture, in order.

    `on_picture` is called before each. At the end raises `TrainingError` with all pictures that
    can't be read, have changed since they were stored, or for which `use` raises
    `okng.models.images.preprocessing.ImageError`.
    """
    bad = []
    for i, picture in enumerate(pictures):
        on_picture(i)
        try:
            use(i, _read_unchanged(picture))
        except ImageError as error:
            message = str(error)
            named = str(picture.path) in message
            bad.append(message if named else f"{picture.path}: {message}")
    if bad:
        raise TrainingError(f"{len(bad)} bad pictures:\n" + "\n".join(bad))


def _read_unchanged(picture: PictureFile) -> Image:
    image = read_image(picture.path)
    if picture.sha256:
        sha256 = hashlib.sha256(picture.path.read_bytes()).hexdigest()
        if sha256 != picture.sha256:
            raise ImageError(f"{picture.path}: the file has changed since it was stored")
    return image


def manifest_picture(picture: TrainingPicture, folder: Path) -> ManifestPicture:
    """A picture's entry in the manifest, without its score; its name is relative to `folder`.

    Raises `okng.models.images.preprocessing.ImageError` for a mask that can't be read.
    """
    held_out = picture.split == "test"
    return ManifestPicture(
        sha256=hashlib.sha256(picture.path.read_bytes()).hexdigest(),
        name=os.path.relpath(picture.path, folder),
        label=picture.label,
        split="train" if picture.label == "normal" and not held_out else "test",
        batch=picture.batch,
        defect_type=picture.defect_type,
        held_out=held_out,
        mask=_hash_of_mask(picture.mask) if picture.mask else None,
    )


def _hash_of_mask(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ImageError(f"{path}: the mask can't be read: {error.strerror}") from None


def common_folder(paths: Sequence[Path]) -> Path:
    """The deepest folder that holds all paths."""
    return Path(os.path.commonpath([path.absolute().parent for path in paths]))


def scored_pictures(dataset: Sequence[ManifestPicture]) -> list[ScoredPicture]:
    """The pictures of the dataset that have a score."""
    return [
        ScoredPicture(name=image.name, sha256=image.sha256, label=image.label, score=image.score)
        for image in dataset
        if image.score is not None
    ]


def dataset_warnings(dataset: Sequence[ManifestPicture]) -> list[str]:
    """Warnings about the pictures that a person should read before trusting the model."""
    normal = {image.sha256 for image in dataset if image.label == "normal"}
    anomaly = {image.sha256 for image in dataset if image.label == "anomaly"}
    copies = len(dataset) - len(normal) - len(anomaly)
    warnings = []
    if copies:
        warnings.append(
            f"{copies} pictures are copies of others, so metrics look better than they are"
        )
    if normal & anomaly:
        warnings.append(f"{len(normal & anomaly)} pictures are labelled both normal and anomalous")
    return warnings


def with_scores(dataset: Sequence[ManifestPicture], scores: Float64Array) -> list[ManifestPicture]:
    """The pictures with these scores [n], in the same order."""
    return [
        image.model_copy(update={"score": score})
        for image, score in zip(dataset, scores.tolist(), strict=True)
    ]


def unseen_scores(dataset: Sequence[ManifestPicture], label: Label) -> Float64Array:
    """The scores [n] of the pictures with that label, without those held out."""
    chosen = (picture for picture in dataset if (picture.label, picture.held_out) == (label, False))
    return np.array([picture.score for picture in chosen], dtype=np.float64)


def normal_batches(dataset: Sequence[ManifestPicture]) -> list[str | None]:
    """The batches of the pictures whose scores chose the threshold."""
    return [
        picture.batch
        for picture in dataset
        if (picture.label, picture.held_out) == ("normal", False)
    ]
