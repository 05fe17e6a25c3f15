"""Complete ONNX graphs of the anomaly methods, trained on generated surfaces in a second."""

import tempfile
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from okng.models.anomaly import MethodSettings, create_method
from okng.models.anomaly.embedder import Embedder
from okng.models.anomaly.graphs import whole_model
from okng.models.anomaly.tiling import Tiling
from okng.models.backbone.backbone import load_backbone

PICTURES = 4


def surface(seed: int, height: int, width: int) -> npt.NDArray[np.uint8]:
    """Blurred noise, as an input of a model: [1, height, width, 3]."""
    noise = np.random.default_rng(seed).normal(0, 1, (height, width, 3))
    blurred = cv2.GaussianBlur(noise, (0, 0), 2)
    return np.clip(128 + 160 * blurred, 0, 255).astype(np.uint8)[None]


def anomaly_graph(settings: MethodSettings, tiling: Tiling) -> bytes:
    """The ONNX graph of a method that learnt from a few surfaces."""
    method, backbone = create_method(settings), load_backbone()
    embedder = Embedder(backbone, method, tiling)
    with tempfile.TemporaryDirectory() as folder:
        embeddings = embedder.room(Path(folder), PICTURES)
        for i in range(PICTURES):
            picture = surface(i, tiling.input_height, tiling.input_width)
            embeddings.put(i, embedder.embed(picture[0]))
        fitted = method.fit(embeddings, 0)
    return whole_model(backbone, method, fitted, tiling)
