"""Patch features of one picture: what the default training learns from, with a coreset of them.

They depend on the picture's file and its preparation alone, so they are computed once and kept. The
coreset is chosen for each picture: coresets for k-center are composable, so the union of the
pictures' coresets is a memory bank that covers the patches of all of them (Indyk, Mahabadi, Mahdian
and Mirrokni, PODS 2014), and a bank for any choice of pictures costs nothing more.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib import resources

import numpy as np
import numpy.typing as npt

from okng.models.arrays import Float32Array, Image, Int64Array
from okng.models.coreset import greedy_coreset
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.images.preprocessing import to_model_input
from okng.models.preparation.preparation import Preparation

INPUT_PX = 224
"""Height and width of the input, as in default trainings."""
GRID = 28
"""Rows and columns of patches: one for each 8 x 8 px of the input."""
CORESET = 64
"""Most patches of a picture that go into a memory bank."""
PROJECTED_DIMENSIONS = 32
"""Dimensions in which the coreset is chosen, as PatchCore does."""
PROJECTION_SEED = 0
FORMAT = 1
"""Counts up when these features, or how they are kept, change otherwise than by the backbone."""
_IMAGE, _EMBEDDING = "image", "embedding"
_BACKBONE = "efficientnet_lite0.json"


@dataclass(frozen=True)
class PatchFeatures:
    """The patches of one picture at 224 px."""

    patches: npt.NDArray[np.float16]
    """[GRID * GRID, channels]; half precision, as large trainings store them."""
    coreset: Int64Array
    """Indices [at most CORESET] of the patches that cover all, the most important first."""
    used_bits: int
    """The bits that any pixel uses, as `okng.models.images.significant_bits.used_bits`."""
    significant_bits: int | None
    """The significant bits that the picture was read with."""

    @property
    def vectors(self) -> Float32Array:
        """The patches [GRID * GRID, channels] in single precision."""
        return self.patches.astype(np.float32)


def embedding_graph() -> bytes:
    """The ONNX model of PatchCore's features at `INPUT_PX`, as the default training computes them.

    Building it imports `onnx`, which takes over a second on a small computer. Whoever starts often
    keeps the result.
    """
    from okng.models.anomaly.graphs import embedding_model
    from okng.models.anomaly.patchcore import Patchcore, PatchcoreSettings
    from okng.models.anomaly.tiling import Tiling
    from okng.models.backbone.backbone import load_backbone

    method = Patchcore(PatchcoreSettings())
    return embedding_model(load_backbone(), method, Tiling(height=INPUT_PX, width=INPUT_PX))


def features_version() -> str:
    """A name that changes whenever the features of a picture would."""
    description = (resources.files("okng.models.backbone") / _BACKBONE).read_bytes()
    return hashlib.sha256(b"%d\n" % FORMAT + description).hexdigest()[:16]


class PatchExtractor:
    """Computes the patch features of pictures in one thread."""

    def __init__(self, graph: bytes, preparation: Preparation) -> None:
        """Load the model that `embedding_graph` made; raises what ONNX Runtime raises."""
        self._preparation = preparation
        self._engine = OnnxRuntimeEngine(graph, threads=1)

    def extract(self, image: Image, used: int, significant_bits: int | None) -> PatchFeatures:
        """The features of the prepared picture, whose stored pixels use the bits `used`.

        Raises `okng.models.images.preprocessing.ImageError` as `to_model_input` does, and where the
        preparation does not fit the picture.
        """
        prepared, bits = (
            self._preparation.apply(image),
            self._preparation.bits_after(significant_bits),
        )
        model_input = to_model_input(prepared, INPUT_PX, INPUT_PX, bits)
        embedding = self._engine.run({_IMAGE: model_input})[_EMBEDDING]
        vectors = np.ascontiguousarray(embedding.reshape(embedding.shape[1], -1).T)
        return PatchFeatures(
            patches=vectors.astype(np.float16),
            coreset=np.array(greedy_coreset(_projected(vectors), CORESET), np.int64),
            used_bits=used,
            significant_bits=significant_bits,
        )


def _projected(vectors: Float32Array) -> Float32Array:
    """A random projection of the vectors [n, d] to fewer dimensions, the same for all pictures."""
    generator = np.random.default_rng(PROJECTION_SEED)
    noise = generator.normal(size=(vectors.shape[1], PROJECTED_DIMENSIONS))
    projected: Float32Array = (vectors - vectors.mean(axis=0)) @ noise.astype(np.float32)
    return projected
