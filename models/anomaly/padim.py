"""PaDiM: a Gaussian of normal embeddings at every position.

Defard, Setkov, Loesch, Audigier, "PaDiM: a Patch Distribution Modeling Framework for Anomaly
Detection and Localization", ICPR 2020 workshops. Reference figures: MVTec AD image AUROC .950
with WideResNet50, .891 with ResNet18 (anomalib's pages); ours are in docs/models.md.

Shapes at 224 px: taps 24x56x56, 40x28x28, 112x14x14 -> embedding 176x28x28 -> `dimensions` x 784
positions -> map 28x28 of Mahalanobis distances. The score is the mean of its four highest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np
from pydantic import Field

from okng.models.anomaly.embeddings import BLOCK_BYTES, Embeddings, Floats
from okng.models.anomaly.layers import align_to_stride8, concatenate, score_and_map, smooth
from okng.models.anomaly.method import AnomalyMethod, FittedMethod, MethodSettings
from okng.models.onnx_graph import GraphBuilder

REGULARISATION = 0.01
"""Added to every variance (the paper, 3.2): with fewer pictures than dimensions none may be 0."""


class PadimSettings(MethodSettings):
    """PaDiM's settings."""

    type: Literal["padim"] = "padim"
    dimensions: int = Field(default=64, ge=8, le=176)
    """Dimensions kept of the embedding, by a random orthogonal projection."""
    pooling: float = Field(default=0.5, ge=0, le=1)
    """How far every position's covariance is drawn to the mean over all positions.

    The paper has 0. With fewer pictures than dimensions that leaves normal scores with long tails,
    and so a threshold that lets defects pass. The idea is Friedman's, "Regularized Discriminant
    Analysis", JASA 1989; docs/models.md has what it brings.
    """
    smoothing_sigma: float = Field(default=1.0, gt=0, le=4)
    """Standard deviation of the map's Gaussian smoothing, in positions (8 px of the input)."""


@dataclass(frozen=True)
class FittedPadim(FittedMethod):
    """Means [p, d], and `whiten` [p, d, d] with `|(x - mean) @ whiten|` the distance."""

    settings: PadimSettings
    projection: Floats
    means: Floats
    whiten: Floats
    height: int
    width: int

    def judge(self, graph: GraphBuilder, embedding: str) -> tuple[str, str]:
        """Mahalanobis distance at every position, smoothed; the score is the highest ones' mean."""
        channels, positions = self.projection.shape[0], self.height * self.width
        x = graph.add("Reshape", embedding, graph.shape(channels, positions))
        x = graph.add(
            "MatMul", graph.add("Transpose", x, perm=[1, 0]), graph.constant(self.projection)
        )
        x = graph.add("Sub", x, graph.constant(self.means))
        x = graph.add("Reshape", x, graph.shape(positions, 1, self.means.shape[1]))
        x = graph.add("MatMul", x, graph.constant(self.whiten))
        x = graph.add("ReduceL2", x, axes=[2], keepdims=0)
        x = graph.add("Reshape", x, graph.shape(1, 1, self.height, self.width))
        x = smooth(graph, x, self.height, self.width, self.settings.smoothing_sigma)
        return score_and_map(graph, x, self.height, self.width)


class Padim(AnomalyMethod):
    """A Gaussian of normal embeddings at every position; parts must lie alike in the picture."""

    settings_class: ClassVar = PadimSettings

    def __init__(self, settings: MethodSettings) -> None:
        super().__init__(settings)
        assert isinstance(settings, PadimSettings)
        self._settings = settings

    def embed(self, graph: GraphBuilder, taps: Sequence[str]) -> str:
        """All taps at stride 8."""
        return concatenate(graph, align_to_stride8(graph, taps))

    def fit(self, embeddings: Embeddings, seed: int) -> FittedPadim:
        """Means and regularised covariances of the projected embeddings."""
        dimensions, pooling = self._settings.dimensions, self._settings.pooling
        projection = _random_projection(embeddings.channels, dimensions, seed)
        means = np.empty((embeddings.positions, dimensions), np.float32)
        covariances = np.empty((embeddings.positions, dimensions, dimensions), np.float32)
        for block, vectors in embeddings.blocks():
            x = vectors @ projection
            means[block] = x.mean(axis=1)
            x -= means[block, None]
            covariances[block] = x.transpose(0, 2, 1) @ x / (len(embeddings) - 1)
        mean_covariance = covariances.mean(axis=0)
        covariances *= 1 - pooling
        covariances += pooling * mean_covariance
        rows, columns = embeddings.rows, embeddings.columns
        return FittedPadim(
            self._settings, projection, means, _whitening(covariances), rows, columns
        )


def _random_projection(channels: int, dimensions: int, seed: int) -> Floats:
    """Random orthonormal columns [channels, dimensions]; the paper picks random channels."""
    noise = np.random.default_rng(seed).normal(size=(channels, dimensions))
    return np.linalg.qr(noise)[0].astype(np.float32)


def _whitening(covariances: Floats) -> Floats:
    """W [p, d, d] with `|x @ W|**2 = x @ inverse(covariance) @ x`, in the place of `covariances`.

    The inverse Cholesky factor: no difference of large numbers is left for the graph's float32.
    """
    positions, dimensions, _ = covariances.shape
    size = max(1, BLOCK_BYTES // (8 * dimensions**2))
    for start in range(0, positions, size):
        block = slice(start, start + size)
        regularised = covariances[block] + REGULARISATION * np.eye(dimensions)
        factors = np.linalg.inv(np.linalg.cholesky(regularised))
        covariances[block] = factors.transpose(0, 2, 1)
    return covariances
