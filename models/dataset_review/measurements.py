"""What a review measures of every picture."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from okng.models.anomaly.composition import EMBEDDING, IMAGE, embedding_model
from okng.models.anomaly.embeddings import Embeddings
from okng.models.anomaly.patchcore import PatchcoreSettings
from okng.models.anomaly.tiling import Tiling
from okng.models.backbone.backbone import load_backbone
from okng.models.dataset_review.features import ReviewFeatures
from okng.models.dataset_review.findings import ReviewedPicture
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.picture_format import PictureFormat
from okng.models.preprocessing import Image, ImageError, read_image, to_model_input

INPUT_PX = 224
"""Height and width at which pictures are embedded, as models are trained by default."""
GRID = 14
"""Rows and columns of the embedding that is kept: one vector of 16 x 16 px."""
SMALL_PX = 32
"""Height and width of the small grey picture. Camera noise of three grey values averages out in
it, and a quarter of a cookie's crumb is still there."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Measurements:
    """Of the pictures that can be read, in the order in which they were given."""

    pictures: list[ReviewedPicture]
    hashes: list[str]
    """SHA-256 of the files."""
    formats: list[PictureFormat]
    levels: Floats
    """[n, 2]: mean and standard deviation of the pixels, as shares of the full range."""
    small: Floats
    """[n, SMALL_PX ** 2] grey values 0..255."""
    embeddings: Embeddings
    """[n, GRID * GRID, d]: PatchCore's features."""

    def keys(self, indices: Iterable[int]) -> list[int]:
        """The keys of the pictures at these indices."""
        return [self.pictures[index].key for index in indices]


def measure(
    pictures: Sequence[ReviewedPicture],
    scratch: Path,
    threads: int,
    on_picture: Callable[[int], None] = lambda index: None,
) -> tuple[Measurements, dict[int, str]]:
    """Reads and measures all pictures; why the others can't be read, by key.

    `on_picture` is called before each. The embeddings lie in a nameless file in the folder
    `scratch`. Raises `okng.models.anomaly.embeddings.ScratchError` where it has no room.
    """
    method = ReviewFeatures(PatchcoreSettings())
    tiling = Tiling(height=INPUT_PX, width=INPUT_PX)
    engine = OnnxRuntimeEngine(embedding_model(load_backbone(), method, tiling), threads)
    black = np.zeros((1, INPUT_PX, INPUT_PX, 3), np.uint8)
    channels = engine.run({IMAGE: black})[EMBEDDING].shape[1]
    embeddings = Embeddings.in_scratch_file(scratch, len(pictures), channels, GRID, GRID)
    small = np.empty((len(pictures), SMALL_PX**2), np.float32)
    levels = np.empty((len(pictures), 2), np.float32)
    readable: list[ReviewedPicture] = []
    hashes, formats, unreadable = [], [], {}
    for index, picture in enumerate(pictures):
        on_picture(index)
        try:
            image = read_image(picture.path)
            model_input = to_model_input(image, INPUT_PX, INPUT_PX)
        except ImageError as error:
            unreadable[picture.key] = str(error).removeprefix(f"{picture.path}: ")
            continue
        at = len(readable)
        embeddings.put(at, _averaged(engine.run({IMAGE: model_input})[EMBEDDING]))
        grey = _grey(image)
        small[at] = cv2.resize(grey, (SMALL_PX, SMALL_PX), interpolation=cv2.INTER_AREA).ravel()
        levels[at] = grey.mean() / 255, grey.std() / 255
        hashes.append(hashlib.sha256(picture.path.read_bytes()).hexdigest())
        formats.append(PictureFormat.of(image))
        readable.append(picture)
    count = len(readable)
    return (
        Measurements(readable, hashes, formats, levels[:count], small[:count], embeddings[:count]),
        unreadable,
    )


def _averaged(embedding: Floats) -> Floats:
    """[1, d, GRID, GRID] of an embedding [1, d, h, w] that is finer."""
    _, channels, rows, columns = embedding.shape
    shape = (1, channels, GRID, rows // GRID, GRID, columns // GRID)
    averaged: Floats = embedding.reshape(shape).mean(axis=(3, 5))
    return averaged


def _grey(image: Image) -> Floats:
    """[H, W] grey, 0..255 over the range that the picture's sensor has.

    A 10 or 12 bit sensor fills only the lower part of 16 bits; its range is the least power of
    two that holds the picture, and no less than 10 bits.
    """
    grey = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    bits = 8 if image.dtype == np.uint8 else max(int(image.max()).bit_length(), 10)
    scaled: Floats = grey.astype(np.float32) * np.float32(255 / (2**bits - 1))
    return scaled
