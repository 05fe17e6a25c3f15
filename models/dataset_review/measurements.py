"""Measurements that a dataset review takes of every picture."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from okng.models.anomaly.embeddings import Embeddings
from okng.models.anomaly.graphs import EMBEDDING, IMAGE, embedding_model
from okng.models.anomaly.layers import align_to_stride8, average3, compress, concatenate
from okng.models.anomaly.patchcore import Patchcore, PatchcoreSettings
from okng.models.anomaly.tiling import Tiling
from okng.models.arrays import Float32Array, Image
from okng.models.backbone.backbone import load_backbone
from okng.models.dataset_review.findings import ReviewedPicture
from okng.models.dataset_review.shortcut_features import ShortcutFeatures, shortcut_features
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.images.image_files import read_image
from okng.models.images.image_format import ImageFormat
from okng.models.images.preprocessing import ImageError, check_image, to_model_input
from okng.models.images.significant_bits import measure_significant_bits, used_bits
from okng.models.onnx.graph import GraphBuilder

INPUT_PX = 224
"""Height and width of the input for embeddings, as in default trainings."""
GRID = 14
"""Rows and columns of the averaged embedding: one vector per 16 x 16 px."""
SMALL_PX = 32
"""Height and width of the small grey picture, in which camera noise of three grey values averages
out, while a quarter of a cookie's crumb is still visible."""


@dataclass(frozen=True)
class Measurements:
    """Measurements of the readable pictures, in the order in which they were given."""

    pictures: list[ReviewedPicture]
    hashes: list[str]
    """SHA-256 of the files."""
    formats: list[ImageFormat]
    used_bits: list[int]
    """The results of `okng.models.images.significant_bits.used_bits`."""
    levels: Float32Array
    """[n, 2]: mean and standard deviation of the pixels, as shares of the full range."""
    small: Float32Array
    """[n, SMALL_PX ** 2] grey values 0..255."""
    embeddings: Embeddings
    """[n, GRID * GRID, d]: the features of `ReviewFeatures`."""
    shortcuts: list[ShortcutFeatures]

    def keys(self, indices: Iterable[int]) -> list[int]:
        """The keys of the pictures at these indices."""
        return [self.pictures[index].key for index in indices]


def measure(
    pictures: Sequence[ReviewedPicture],
    scratch: Path,
    threads: int,
    on_picture: Callable[[int], None] = lambda index: None,
) -> tuple[Measurements, dict[int, str]]:
    """Read and measure all pictures; also returns why some can't be read, by key.

    `on_picture` is called before each. The embeddings are kept in an unnamed file in the folder
    `scratch`. Raises `okng.models.anomaly.embeddings.ScratchError` where the disk is too full.
    """
    engine = features_engine(threads)
    black = np.zeros((1, INPUT_PX, INPUT_PX, 3), np.uint8)
    channels = engine.run({IMAGE: black})[EMBEDDING].shape[1]
    embeddings = Embeddings.in_scratch_file(scratch, len(pictures), channels, GRID, GRID)
    small = np.empty((len(pictures), SMALL_PX**2), np.float32)
    levels = np.empty((len(pictures), 2), np.float32)
    readable: list[ReviewedPicture] = []
    bits = measure_significant_bits(picture.path for picture in pictures)
    used: list[int] = []
    hashes, formats, shortcuts, unreadable = [], [], [], {}
    for index, picture in enumerate(pictures):
        on_picture(index)
        try:
            image = read_image(picture.path)
            model_input = to_model_input(image, INPUT_PX, INPUT_PX, bits)
        except ImageError as error:
            unreadable[picture.key] = str(error).removeprefix(f"{picture.path}: ")
            continue
        at = len(readable)
        embeddings.put(at, _averaged(engine.run({IMAGE: model_input})[EMBEDDING]))
        grey = grey_levels(image, bits)
        small[at] = cv2.resize(grey, (SMALL_PX, SMALL_PX), interpolation=cv2.INTER_AREA).ravel()
        levels[at] = grey.mean() / 255, grey.std() / 255
        data = picture.path.read_bytes()
        hashes.append(hashlib.sha256(data).hexdigest())
        shortcuts.append(shortcut_features(image, grey, data))
        formats.append(ImageFormat.of(image))
        used.append(used_bits(image))
        readable.append(picture)
    count = len(readable)
    return (
        Measurements(
            readable,
            hashes,
            formats,
            used,
            levels[:count],
            small[:count],
            embeddings[:count],
            shortcuts,
        ),
        unreadable,
    )


def features_engine(threads: int) -> OnnxRuntimeEngine:
    """The shipped backbone with `ReviewFeatures` behind it: from `IMAGE` to `EMBEDDING`."""
    method = ReviewFeatures(PatchcoreSettings())
    tiling = Tiling(height=INPUT_PX, width=INPUT_PX)
    return OnnxRuntimeEngine(embedding_model(load_backbone(), method, tiling), threads)


def _averaged(embedding: Float32Array) -> Float32Array:
    """Average a finer embedding [1, d, h, w] to [1, d, GRID, GRID]."""
    _, channels, rows, columns = embedding.shape
    shape = (1, channels, GRID, rows // GRID, GRID, columns // GRID)
    averaged: Float32Array = embedding.reshape(shape).mean(axis=(3, 5))
    return averaged


def grey_levels(image: Image, significant_bits: int | None) -> Float32Array:
    """Convert to grey [H, W] float32, with the sensor's range as 0..255."""
    grey = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    bits = check_image(image, significant_bits)
    scaled: Float32Array = grey.astype(np.float32) * np.float32(255 / (2**bits - 1))
    return scaled


class ReviewFeatures(Patchcore):
    """PatchCore's features plus the finest stride, and with more equal lengths.

    Models rank parts better without the finest stride, but single pictures stand out more clearly
    with it. The limits of the review were measured on these features.
    """

    def embed(self, graph: GraphBuilder, taps: Sequence[str], half_taps: Sequence[str]) -> str:
        """Features of strides 4, 8 and 16 at stride 8, averaged over existing neighbours."""
        pooled = [average3(graph, tap, zeros_outside=False) for tap in taps]
        aligned = align_to_stride8(graph, pooled)
        return concatenate(graph, [compress(graph, tap, square_roots=1) for tap in aligned])
