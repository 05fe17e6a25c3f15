"""From a picture to the embedding that a method learns from: for training and growing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from okng.models.anomaly.composition import EMBEDDING, IMAGE, embedding_model
from okng.models.anomaly.embeddings import Embeddings, Floats
from okng.models.anomaly.method import AnomalyMethod
from okng.models.anomaly.tiling import Tiling
from okng.models.backbone.backbone import Backbone
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.preprocessing import Image, ImageError, check_image, to_model_input


class Embedder:
    """Makes the embedding of a picture with the graph's own backbone and tiles."""

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

    def embed(self, image: Image) -> Floats:
        """The embedding [1, d, h, w] of a picture.

        Raises `okng.models.preprocessing.ImageError` as `to_model_input` does, and for one that has
        fewer pixels than its tiles.
        """
        check_image(image, self._significant_bits)
        _check_size(image, self._tiling)
        height, width = self._tiling.input_height, self._tiling.input_width
        return self._run(to_model_input(image, height, width, self._significant_bits))

    def room(self, folder: Path, count: int) -> Embeddings:
        """Room for the embeddings of `count` pictures, on the disk of `folder`.

        Raises `okng.models.anomaly.embeddings.ScratchError` where it is not there.
        """
        height, width = self._tiling.input_height, self._tiling.input_width
        _, channels, rows, columns = self._run(np.zeros((1, height, width, 3), np.uint8)).shape
        folder.mkdir(parents=True, exist_ok=True)
        return Embeddings.in_scratch_file(folder, count, channels, rows, columns)

    def _run(self, model_input: npt.NDArray[np.uint8]) -> Floats:
        return self._engine.run({IMAGE: model_input})[EMBEDDING]


def _check_size(image: Image, tiling: Tiling) -> None:
    height, width = image.shape[:2]
    several = tiling.rows * tiling.columns > 1
    if several and (height < tiling.input_height or width < tiling.input_width):
        raise ImageError(
            f"{width} x {height} px are smaller than the input of {tiling}; take fewer tiles"
        )
