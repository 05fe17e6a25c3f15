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

from okng.models.anomaly.layers import align_to_stride8, concatenate, score_and_map, smooth
from okng.models.anomaly.method import AnomalyMethod, FittedMethod, Floats, MethodSettings
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

    def fit(self, embeddings: Floats, seed: int) -> FittedPadim:
        """Means and regularised covariances of the projected embeddings."""
        n, channels, height, width = embeddings.shape
        projection = _random_projection(channels, self._settings.dimensions, seed)
        x = embeddings.reshape(n, channels, height * width).transpose(2, 0, 1) @ projection
        means = x.mean(axis=1)
        x -= means[:, None]
        covariances = (x.transpose(0, 2, 1) @ x / (n - 1)).astype(np.float32)
        pooling = self._settings.pooling
        covariances = (1 - pooling) * covariances + pooling * covariances.mean(axis=0)
        return FittedPadim(
            self._settings, projection, means, _whitening(covariances), height, width
        )


def _random_projection(channels: int, dimensions: int, seed: int) -> Floats:
    """Random orthonormal columns [channels, dimensions]; the paper picks random channels."""
    noise = np.random.default_rng(seed).normal(size=(channels, dimensions))
    return np.linalg.qr(noise)[0].astype(np.float32)


def _whitening(covariances: Floats) -> Floats:
    """W [p, d, d] with `|x @ W|**2 = x @ inverse(covariance) @ x`.

    The inverse Cholesky factor: no difference of large numbers is left for the graph's float32.
    """
    regularised = covariances + REGULARISATION * np.eye(covariances.shape[1])
    factors = np.linalg.inv(np.linalg.cholesky(regularised))
    return factors.transpose(0, 2, 1).astype(np.float32)
