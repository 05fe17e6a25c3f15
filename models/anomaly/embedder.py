"""Embedder: makes the embedding of an image that a method learns from."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from okng.models.anomaly.embeddings import Embeddings
from okng.models.anomaly.graphs import EMBEDDING, IMAGE, embedding_model
from okng.models.anomaly.method import AnomalyMethod
from okng.models.anomaly.tiling import Tiling
from okng.models.arrays import Float32Array, Image, Uint8Array
from okng.models.backbone.backbone import Backbone
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.images.preprocessing import ImageError, check_image, to_model_input


class Embedder:
    """Computes a picture's embedding with the same backbone and tiling as the final graph."""

    def __init__(
        self,
        backbone: Backbone,
        method: AnomalyMethod,
        tiling: Tiling,
        significant_bits: int | None = None,
        threads: int = 2,
    ) -> None:
        self._tiling = tiling
        self._significant_bits = significant_bits
        self._engine = OnnxRuntimeEngine(embedding_model(backbone, method, tiling), threads)

    def embed(self, image: Image) -> Float32Array:
        """The embedding [1, d, h, w] of a picture.

        Raises `ImageError` as `to_model_input` does, and for a picture with fewer pixels than its
        tiles.
        """
        check_image(image, self._significant_bits)
        _check_size(image, self._tiling)
        height, width = self._tiling.input_height, self._tiling.input_width
        return self._run(to_model_input(image, height, width, self._significant_bits))

    def room(self, folder: Path, count: int) -> Embeddings:
        """Reserve space for the embeddings of `count` pictures, on the disk of `folder`.

        Raises `okng.models.anomaly.embeddings.ScratchError` where the disk has too little.
        """
        height, width = self._tiling.input_height, self._tiling.input_width
        _, channels, rows, columns = self._run(np.zeros((1, height, width, 3), np.uint8)).shape
        folder.mkdir(parents=True, exist_ok=True)
        return Embeddings.in_scratch_file(folder, count, channels, rows, columns)

    def _run(self, model_input: Uint8Array) -> Float32Array:
        return self._engine.run({IMAGE: model_input})[EMBEDDING]


def _check_size(image: Image, tiling: Tiling) -> None:
    height, width = image.shape[:2]
    several = tiling.rows * tiling.columns > 1
    if several and (height < tiling.input_height or width < tiling.input_width):
        raise ImageError(
            f"{width} x {height} px are smaller than the input of {tiling}; use fewer tiles"
        )
