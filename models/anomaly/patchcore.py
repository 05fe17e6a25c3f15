"""PatchCore: the distance to the nearest embedding in a memory bank of normal ones.

Roth, Pemula, Zepeda, Schoelkopf, Brox, Gehler, "Towards Total Recall in Industrial Anomaly
Detection", CVPR 2022. Reference figures: MVTec AD image AUROC .980 with WideResNet50, .973 with
ResNet18 (anomalib's pages); ours are in docs/models.md.

Shapes at 224 px: taps 40x28x28 and 112x14x14, each averaged over 3x3 neighbours -> embedding
152x28x28 -> 784 distances to `coreset_size` vectors -> map 28x28. The score is the mean
of its four highest values. The paper's re-weighting of the score by the neighbours' density is
left out: it needs a gather per picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

import numpy as np
from pydantic import Field

from okng.models.anomaly.embeddings import Embeddings
from okng.models.anomaly.layers import (
    average3,
    compress,
    concatenate,
    enlarge,
    score_and_map,
    smooth,
)
from okng.models.anomaly.method import (
    UNKNOWN_SOURCE,
    FittedMethod,
    IncrementalMethod,
    MethodSettings,
)
from okng.models.anomaly.tiling import Tiling
from okng.models.arrays import Float32Array, Int64Array
from okng.models.coreset import greedy_coreset
from okng.models.onnx.graph import GraphBuilder

CANDIDATES = 60_000
"""Random sample of embeddings from which the coreset is chosen; it bounds training time."""
LEAST_KEPT, CANDIDATES_PER_KEPT = 2000, 20
"""At least 2,000 candidates are kept, of many a twentieth; docs/models.md has the figures."""
SHUFFLED = 10_000_000
"""Up to so many positions all are shuffled (80 MB); from more, they are drawn one by one."""
PROJECTED_DIMENSIONS = 32
"""Dimensions in which the coreset is chosen (random projection, the paper's 3.2)."""
HALF_PX = range(288, 513)
"""Shorter sides of the input at which patches of 8 px see too little of the part. Larger inputs are
chosen for small defects, which the half scale would hide."""
POSITIONS_AT_ONCE = 4096
"""Positions whose distances to the bank are computed at once: 49 MB for 3,000 vectors."""

BANK, CENTER = "patchcore.bank", "patchcore.center"
"""Names of the graph's constants that incremental learning needs; the bank is [d, k], times -2, or
[d + 1, k] with the squared norms as its last row."""


class PatchcoreSettings(MethodSettings):
    """Settings of PatchCore: the size of its memory bank and the scales at which it looks."""

    type: Literal["patchcore"] = "patchcore"
    coreset_size: int | None = Field(default=None, ge=1, le=20_000)
    """Largest number of embeddings in the memory bank, from all positions of all pictures.

    None means 2,000, and from about 50 pictures at 224 px on, up to 3,000.
    """
    half_scale: bool | None = None
    """Whether features of the half-size image are used too, which have twice the context.

    None uses them for inputs of one tile with a shorter side of 288 to 512 px. They help to find
    large defects and hide small ones; docs/models.md has the figures.
    """
    smoothing_sigma: float = Field(default=1.0, gt=0, le=4)
    """Standard deviation of the map's Gaussian smoothing, in positions (8 px of the input)."""


@dataclass(frozen=True)
class FittedPatchcore(FittedMethod):
    """The memory bank [k, d], relative to the `center` [d]."""

    settings: PatchcoreSettings
    center: Float32Array
    bank: Float32Array
    height: int
    width: int
    sources: Int64Array
    """The picture [k] that each vector of the bank came from, as `bank_sources`."""

    def judge(self, graph: GraphBuilder, embedding: str) -> tuple[str, str]:
        """Distance to the nearest vector of the bank, `|x|^2 + min(|b|^2 - 2 x b)`, smoothed."""
        channels, positions = self.bank.shape[1], self.height * self.width
        x = graph.add("Reshape", embedding, graph.shape(channels, positions))
        x = graph.add("Transpose", x, perm=[1, 0])
        x = graph.add("Sub", x, graph.constant(self.center, name=CENTER))
        norms = (self.bank.astype(np.float64) ** 2).sum(axis=1)
        # One more dimension of the product for the norms costs less than adding them afterwards.
        bank = graph.constant(np.vstack([-2 * self.bank.T, norms]), name=BANK)
        ones = graph.constant(np.ones((positions, 1)))
        with_one = graph.add("Concat", x, ones, axis=1)
        parts = []
        for start in range(0, positions, POSITIONS_AT_ONCE):
            end = min(start + POSITIONS_AT_ONCE, positions)
            whole = positions <= POSITIONS_AT_ONCE
            part = with_one if whole else graph.slice(with_one, 0, start, end)
            products = graph.add("MatMul", part, bank)
            parts.append(graph.add("ReduceMin", products, axes=[1], keepdims=1))
        nearest = parts[0] if len(parts) == 1 else graph.add("Concat", *parts, axis=0)
        squared = graph.add("Add", graph.add("ReduceSumSquare", x, axes=[1], keepdims=1), nearest)
        x = graph.add("Sqrt", graph.add("Relu", squared))
        x = graph.add("Reshape", x, graph.shape(1, 1, self.height, self.width))
        x = smooth(graph, x, self.height, self.width, self.settings.smoothing_sigma)
        return score_and_map(graph, x, self.height, self.width)

    @property
    def bank_vectors(self) -> int:
        """Number of embeddings in the memory bank."""
        return len(self.bank)

    @property
    def bank_sources(self) -> Int64Array:
        """The numbers of the pictures, see `FittedMethod`."""
        return self.sources

    def with_bank_sources(self, sources: Int64Array) -> FittedPatchcore:
        """The same bank, with these sources of its vectors."""
        return replace(self, sources=sources)

    def bank_vectors_of(self, other: FittedMethod) -> int:
        """Number of vectors that are identical bit by bit, since growing keeps them unchanged."""
        assert isinstance(other, FittedPatchcore)
        vectors = {vector.tobytes() for vector in other.bank}
        return sum(vector.tobytes() in vectors for vector in self.bank)


class Patchcore(IncrementalMethod):
    """Distance to the nearest normal embedding at any position, so parts may lie anywhere."""

    settings_class: ClassVar = PatchcoreSettings

    def __init__(self, settings: MethodSettings) -> None:
        super().__init__(settings)
        assert isinstance(settings, PatchcoreSettings)
        self._settings = settings

    def takes_half(self, tiling: Tiling) -> bool:
        """Whether the half scale is used; by default for inputs of `HALF_PX` in one tile."""
        if self._settings.half_scale is not None:
            return self._settings.half_scale
        one_tile = tiling.rows * tiling.columns == 1
        return one_tile and min(tiling.height, tiling.width) in HALF_PX

    def embed(self, graph: GraphBuilder, taps: Sequence[str], half_taps: Sequence[str]) -> str:
        """Features at strides 8 and 16 (as in the paper), averaged over 3x3, and compressed.

        The same strides of the half-size picture correspond to 16 and 32 of the whole one.
        """
        stride8, stride16 = (average3(graph, tap, zeros_outside=True) for tap in taps[1:])
        aligned = [stride8, enlarge(graph, stride16, 2)]
        if half_taps:
            _, stride16, stride32 = (average3(graph, tap, zeros_outside=True) for tap in half_taps)
            aligned += [enlarge(graph, stride16, 2), enlarge(graph, stride32, 4)]
        return concatenate(graph, [compress(graph, tap, square_roots=2) for tap in aligned])

    def fit(self, embeddings: Embeddings, seed: int) -> FittedPatchcore:
        """Choose the memory bank by greedy k-center."""
        generator = np.random.default_rng(seed)
        candidates, sources = _candidates(embeddings, generator)
        center = candidates.mean(axis=0)
        candidates -= center
        chosen = self._coreset(candidates, self._kept(len(candidates)), generator)
        return FittedPatchcore(
            self._settings,
            center,
            candidates[chosen],
            embeddings.rows,
            embeddings.columns,
            sources[chosen],
        )

    def restore(
        self, constants: Mapping[str, Float32Array], rows: int, columns: int
    ) -> FittedPatchcore:
        """Restore the bank, which the graph holds transposed and times -2, without its sources."""
        channels = len(constants[CENTER])
        bank = np.ascontiguousarray(constants[BANK][:channels].T) / np.float32(-2)
        unknown = np.full(len(bank), UNKNOWN_SOURCE)
        return FittedPatchcore(self._settings, constants[CENTER], bank, rows, columns, unknown)

    def partial_fit(
        self, fitted: FittedMethod, learnt: int, embeddings: Embeddings, seed: int
    ) -> FittedPatchcore:
        """Choose a coreset of the bank and the new embeddings together.

        Coresets for k-center are composable: a coreset of a union of coresets covers everything
        they were chosen from (Indyk, Mahabadi, Mahdian and Mirrokni, "Composable Core-sets for
        Diversity and Coverage Maximization", PODS 2014). A full bank keeps its size, so it then
        covers the old embeddings more sparsely.
        """
        assert isinstance(fitted, FittedPatchcore)
        generator = np.random.default_rng(seed)
        new, new_sources = _candidates(embeddings, generator)
        size = self._settings.coreset_size or max(len(fitted.bank), self._kept(len(new)))
        both = np.concatenate([fitted.bank, new - fitted.center])
        sources = np.concatenate([fitted.sources, learnt + new_sources])
        chosen = self._coreset(both, size, generator)
        return replace(fitted, bank=both[chosen], sources=sources[chosen])

    def _kept(self, candidates: int) -> int:
        """Most embeddings that are kept of so many candidates."""
        return self._settings.coreset_size or max(LEAST_KEPT, candidates // CANDIDATES_PER_KEPT)

    def _coreset(
        self, candidates: Float32Array, size: int, generator: np.random.Generator
    ) -> list[int]:
        """Choose at most `size` of the candidates [n, d], by their random projections."""
        noise = generator.normal(size=(candidates.shape[1], PROJECTED_DIMENSIONS))
        points = candidates @ noise.astype(np.float32)
        return greedy_coreset(points, size)


def _candidates(
    embeddings: Embeddings, generator: np.random.Generator
) -> tuple[Float32Array, Int64Array]:
    """A random sample of `CANDIDATES` embeddings [n, d], or all, and the picture [n] of each."""
    drawn = _draw(generator, len(embeddings) * embeddings.positions)
    pictures, positions = np.divmod(drawn, embeddings.positions)
    return embeddings.vectors(pictures, positions), pictures


def _draw(generator: np.random.Generator, total: int) -> Int64Array:
    """`CANDIDATES` of `total` indices, or all of them, in any order."""
    if total <= SHUFFLED:
        return generator.permutation(total)[:CANDIDATES]
    return generator.choice(total, CANDIDATES, replace=False)
