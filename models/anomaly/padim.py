"""PaDiM: a Gaussian of normal embeddings at every position.

Defard, Setkov, Loesch, Audigier, "PaDiM: a Patch Distribution Modeling Framework for Anomaly
Detection and Localization", ICPR 2020 workshops. Reference figures: MVTec AD image AUROC .950
with WideResNet50, .891 with ResNet18 (anomalib's pages); ours are in docs/models.md.

Shapes at 224 px: taps 24x56x56, 40x28x28, 112x14x14 -> embedding 176x28x28 -> `dimensions` x 784
positions -> map 28x28 of Mahalanobis distances. The score is the mean of its four highest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np
from pydantic import Field

from okng.models.anomaly.embeddings import BLOCK_BYTES, Embeddings
from okng.models.anomaly.layers import align_to_stride8, concatenate, score_and_map, smooth
from okng.models.anomaly.method import FittedMethod, IncrementalMethod, MethodSettings
from okng.models.arrays import Float32Array
from okng.models.onnx.graph import GraphBuilder

REGULARISATION = 0.01
"""Added to every variance (section 3.2 of the paper), or few pictures would make some 0."""

MOST_POSITIONS = 128 * 128
"""Positions of 1,024 x 1,024 px, whose covariances take 268 MB."""

PROJECTION, MEANS, WHITEN = "padim.projection", "padim.means", "padim.whiten"
"""Names of the graph's constants that incremental learning needs."""


class PadimSettings(MethodSettings):
    """Settings of PaDiM: how embeddings are reduced and covariances regularised."""

    type: Literal["padim"] = "padim"
    dimensions: int = Field(default=64, ge=8, le=176)
    """Dimensions of the embedding after a random orthogonal projection."""
    pooling: float = Field(default=0.5, ge=0, le=1)
    """How far each position's covariance is shrunk to the mean over all positions (Friedman,
    "Regularized Discriminant Analysis", JASA 1989).

    The paper uses 0. With fewer pictures than dimensions, normal scores then have long tails, and
    the threshold lets defects pass; docs/models.md has figures.
    """
    smoothing_sigma: float = Field(default=1.0, gt=0, le=4)
    """Standard deviation of the map's Gaussian smoothing, in positions (8 px of the input)."""


@dataclass(frozen=True)
class FittedPadim(FittedMethod):
    """Means [p, d], and `whiten` [p, d, d] with `|(x - mean) @ whiten|` the distance."""

    settings: PadimSettings
    projection: Float32Array
    means: Float32Array
    whiten: Float32Array
    height: int
    width: int

    def judge(self, graph: GraphBuilder, embedding: str) -> tuple[str, str]:
        """Smoothed Mahalanobis distances; the score is the mean of the highest ones."""
        channels, positions = self.projection.shape[0], self.height * self.width
        x = graph.add("Reshape", embedding, graph.shape(channels, positions))
        x = graph.add("Transpose", x, perm=[1, 0])
        x = graph.add("MatMul", x, graph.constant(self.projection, name=PROJECTION))
        x = graph.add("Sub", x, graph.constant(self.means, name=MEANS))
        x = graph.add("Reshape", x, graph.shape(positions, 1, self.means.shape[1]))
        x = graph.add("MatMul", x, graph.constant(self.whiten, name=WHITEN))
        x = graph.add("ReduceL2", x, axes=[2], keepdims=0)
        x = graph.add("Reshape", x, graph.shape(1, 1, self.height, self.width))
        x = smooth(graph, x, self.height, self.width, self.settings.smoothing_sigma)
        return score_and_map(graph, x, self.height, self.width)


class Padim(IncrementalMethod):
    """A Gaussian of normal embeddings at every position; parts must be in the same position."""

    settings_class: ClassVar = PadimSettings
    most_positions: ClassVar = MOST_POSITIONS

    def __init__(self, settings: MethodSettings) -> None:
        super().__init__(settings)
        assert isinstance(settings, PadimSettings)
        self._settings = settings

    def embed(self, graph: GraphBuilder, taps: Sequence[str], half_taps: Sequence[str]) -> str:
        """All taps at stride 8."""
        return concatenate(graph, align_to_stride8(graph, taps))

    def fit(self, embeddings: Embeddings, seed: int) -> FittedPadim:
        """Means and regularised covariances of the projected embeddings."""
        projection = _random_projection(embeddings.channels, self._settings.dimensions, seed)
        means, scatters = _means_and_scatters(embeddings, projection)
        scatters /= len(embeddings) - 1
        whiten = _whitening(_pool(scatters, self._settings.pooling))
        rows, columns = embeddings.rows, embeddings.columns
        return FittedPadim(self._settings, projection, means, whiten, rows, columns)

    def restore(
        self, constants: Mapping[str, Float32Array], rows: int, columns: int
    ) -> FittedPadim:
        """Restore means and whitening, which the graph holds unchanged."""
        projection, means, whiten = (constants[name] for name in (PROJECTION, MEANS, WHITEN))
        return FittedPadim(self._settings, projection, means, whiten, rows, columns)

    def partial_fit(
        self, fitted: FittedMethod, learnt: int, embeddings: Embeddings, seed: int
    ) -> FittedPadim:
        """Update the Gaussians with further pictures; equals `fit` on all, except for rounding.

        Means and covariances of two groups are combined by the formulae of Chan, Golub and LeVeque
        ("Updating Formulae and a Pairwise Algorithm for Computing Sample Variances", 1979). The
        covariances in `whiten` are pooled; pooling is linear, so only the added part is pooled.
        """
        assert isinstance(fitted, FittedPadim)
        added, total = len(embeddings), learnt + len(embeddings)
        means, scatters = _means_and_scatters(embeddings, fitted.projection)
        apart = means - fitted.means
        for block in _blocks(scatters):
            outer = apart[block, :, None] * apart[block, None, :]
            scatters[block] += np.float32(learnt * added / total) * outer
        covariances = _covariances(fitted.whiten)
        covariances *= learnt - 1
        covariances += _pool(scatters, self._settings.pooling)
        covariances /= total - 1
        return FittedPadim(
            self._settings,
            fitted.projection,
            fitted.means + np.float32(added / total) * apart,
            _whitening(covariances),
            fitted.height,
            fitted.width,
        )


def _random_projection(channels: int, dimensions: int, seed: int) -> Float32Array:
    """Random orthonormal columns [channels, dimensions]; the paper picks random channels."""
    noise = np.random.default_rng(seed).normal(size=(channels, dimensions))
    return np.linalg.qr(noise)[0].astype(np.float32)


def _means_and_scatters(
    embeddings: Embeddings, projection: Float32Array
) -> tuple[Float32Array, Float32Array]:
    """Means [p, d] of the projected embeddings, and sums [p, d, d] of the products about them."""
    dimensions = projection.shape[1]
    means = np.empty((embeddings.positions, dimensions), np.float32)
    scatters = np.empty((embeddings.positions, dimensions, dimensions), np.float32)
    for block, vectors in embeddings.blocks():
        x = vectors @ projection
        means[block] = x.mean(axis=1)
        x -= means[block, None]
        scatters[block] = x.transpose(0, 2, 1) @ x
    return means, scatters


def _pool(matrices: Float32Array, pooling: float) -> Float32Array:
    """Shrink the matrices [p, d, d] to their mean, in place."""
    mean = matrices.mean(axis=0)
    matrices *= 1 - pooling
    matrices += pooling * mean
    return matrices


def _whitening(covariances: Float32Array) -> Float32Array:
    """W [p, d, d] with `|x @ W|**2 = x @ inverse(covariance) @ x`, in place of `covariances`.

    It is the inverse Cholesky factor, so the graph's float32 never subtracts large numbers.
    """
    for block in _blocks(covariances):
        regularised = covariances[block] + REGULARISATION * np.eye(covariances.shape[1])
        factors = np.linalg.inv(np.linalg.cholesky(regularised))
        covariances[block] = factors.transpose(0, 2, 1)
    return covariances


def _covariances(whiten: Float32Array) -> Float32Array:
    """Recover the covariances [p, d, d] from their whitening."""
    covariances = np.empty_like(whiten)
    for block in _blocks(whiten):
        factors = np.linalg.inv(whiten[block].astype(np.float64)).transpose(0, 2, 1)
        regularised = factors @ factors.transpose(0, 2, 1)
        covariances[block] = regularised - REGULARISATION * np.eye(whiten.shape[1])
    return covariances


def _blocks(matrices: Float32Array) -> Iterator[slice]:
    """Slices of matrices [p, d, d], each of at most `BLOCK_BYTES` in float64."""
    size = max(1, BLOCK_BYTES // (8 * matrices.shape[1] ** 2))
    for start in range(0, len(matrices), size):
        yield slice(start, start + size)
