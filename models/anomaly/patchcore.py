"""PatchCore: the distance to the nearest of the normal embeddings that were kept.

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
from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np
from pydantic import Field

from okng.models.anomaly.embeddings import Embeddings, Floats, Indices
from okng.models.anomaly.layers import (
    average3,
    compress,
    concatenate,
    enlarge,
    score_and_map,
    smooth,
)
from okng.models.anomaly.method import FittedMethod, GrowingMethod, MethodSettings
from okng.models.anomaly.tiling import Tiling
from okng.models.onnx_graph import GraphBuilder

CANDIDATES = 60_000
"""Embeddings, drawn at random, from which the coreset is chosen: bounds training time."""
LEAST_KEPT, CANDIDATES_PER_KEPT = 2000, 20
"""Of few candidates 2,000 are kept, of many a twentieth; docs/models.md has the figures."""
SHUFFLED = 10_000_000
"""Positions up to which the draw shuffles them all (80 MB); of more, it draws one by one."""
PROJECTED_DIMENSIONS = 32
"""Dimensions in which the coreset is chosen (random projection, the paper's 3.2)."""
HALF_PX = range(288, 513)
"""Shorter sides of the input at which patches of 8 px see too little of the part; who takes still
larger ones looks for small defects, which the second look hides."""
POSITIONS_AT_ONCE = 4096
"""Positions whose distances to the whole bank are in memory together: 49 MB for 3,000 vectors."""

BANK, CENTER = "patchcore.bank", "patchcore.center"
"""Names of the graph's constants from which a model can grow; the bank is [d, k], times -2, or
[d + 1, k] with the squared norms as its last row."""


class PatchcoreSettings(MethodSettings):
    """PatchCore's settings."""

    type: Literal["patchcore"] = "patchcore"
    coreset_size: int | None = Field(default=None, ge=1, le=20_000)
    """Embeddings kept at most, out of all positions of all pictures.

    None: 2,000, and from some 50 pictures at 224 px on more, up to 3,000.
    """
    half_scale: bool | None = None
    """Whether every patch is seen at half the picture's size too, and so with twice the view.

    None: where the input is one tile and its shorter side 288 to 512 px. It helps with what is
    wrong at large and hides small defects; docs/models.md has the figures.
    """
    smoothing_sigma: float = Field(default=1.0, gt=0, le=4)
    """Standard deviation of the map's Gaussian smoothing, in positions (8 px of the input)."""


@dataclass(frozen=True)
class FittedPatchcore(FittedMethod):
    """The memory bank [k, d], relative to the `center` [d]."""

    settings: PatchcoreSettings
    center: Floats
    bank: Floats
    height: int
    width: int

    def judge(self, graph: GraphBuilder, embedding: str) -> tuple[str, str]:
        """Distance to the nearest vector of the bank, `|x|^2 + min(|b|^2 - 2 x b)`, smoothed."""
        channels, positions = self.bank.shape[1], self.height * self.width
        x = graph.add("Reshape", embedding, graph.shape(channels, positions))
        x = graph.add("Transpose", x, perm=[1, 0])
        x = graph.add("Sub", x, graph.constant(self.center, name=CENTER))
        norms = (self.bank.astype(np.float64) ** 2).sum(axis=1)
        # The norms as one more dimension of the product cost less than a pass of their own.
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
        """How many embeddings are kept."""
        return len(self.bank)

    def bank_vectors_of(self, other: FittedMethod) -> int:
        """Those that are the same to the last bit: growing keeps vectors as they are."""
        assert isinstance(other, FittedPatchcore)
        there = {vector.tobytes() for vector in other.bank}
        return sum(vector.tobytes() in there for vector in self.bank)


class Patchcore(GrowingMethod):
    """Distance to the nearest normal embedding, wherever it was: parts may lie anyhow."""

    settings_class: ClassVar = PatchcoreSettings

    def __init__(self, settings: MethodSettings) -> None:
        super().__init__(settings)
        assert isinstance(settings, PatchcoreSettings)
        self._settings = settings

    def takes_half(self, tiling: Tiling) -> bool:
        """As the settings say; by default for inputs of `HALF_PX` in one tile."""
        if self._settings.half_scale is not None:
            return self._settings.half_scale
        one_tile = tiling.rows * tiling.columns == 1
        return one_tile and min(tiling.height, tiling.width) in HALF_PX

    def embed(self, graph: GraphBuilder, taps: Sequence[str], half_taps: Sequence[str]) -> str:
        """Strides 8 and 16 (the paper's layers), averaged over 3x3 neighbours, compressed.

        Of the half-size picture strides 8 and 16, which are 16 and 32 of the whole one.
        """
        stride8, stride16 = (average3(graph, tap, zeros_outside=True) for tap in taps[1:])
        aligned = [stride8, enlarge(graph, stride16, 2)]
        if half_taps:
            _, stride16, stride32 = (average3(graph, tap, zeros_outside=True) for tap in half_taps)
            aligned += [enlarge(graph, stride16, 2), enlarge(graph, stride32, 4)]
        return concatenate(graph, [compress(graph, tap, square_roots=2) for tap in aligned])

    def fit(self, embeddings: Embeddings, seed: int) -> FittedPatchcore:
        """Keep the embeddings that a greedy k-center choice takes."""
        generator = np.random.default_rng(seed)
        candidates = _candidates(embeddings, generator)
        center = candidates.mean(axis=0)
        candidates -= center
        bank = self._coreset(candidates, self._kept(len(candidates)), generator)
        return FittedPatchcore(self._settings, center, bank, embeddings.rows, embeddings.columns)

    def restore(self, constants: Mapping[str, Floats], rows: int, columns: int) -> FittedPatchcore:
        """The graph holds the bank, transposed and times -2."""
        channels = len(constants[CENTER])
        bank = np.ascontiguousarray(constants[BANK][:channels].T) / np.float32(-2)
        return FittedPatchcore(self._settings, constants[CENTER], bank, rows, columns)

    def grow(
        self, fitted: FittedMethod, learnt: int, embeddings: Embeddings, seed: int
    ) -> FittedPatchcore:
        """A coreset of the bank and the new embeddings together.

        Coresets for k-center compose: one of a union of coresets covers all they were chosen from
        (Indyk, Mahabadi, Mahdian and Mirrokni, "Composable Core-sets for Diversity and Coverage
        Maximization", PODS 2014). A bank that is full stays as large, so the old is kept more
        sparsely.
        """
        assert isinstance(fitted, FittedPatchcore)
        generator = np.random.default_rng(seed)
        new = _candidates(embeddings, generator) - fitted.center
        size = self._settings.coreset_size or max(len(fitted.bank), self._kept(len(new)))
        bank = self._coreset(np.concatenate([fitted.bank, new]), size, generator)
        return FittedPatchcore(self._settings, fitted.center, bank, fitted.height, fitted.width)

    def _kept(self, candidates: int) -> int:
        """How many of so many candidates are kept at most."""
        return self._settings.coreset_size or max(LEAST_KEPT, candidates // CANDIDATES_PER_KEPT)

    def _coreset(self, candidates: Floats, size: int, generator: np.random.Generator) -> Floats:
        """At most `size` of the candidates [n, d], chosen in few dimensions."""
        noise = generator.normal(size=(candidates.shape[1], PROJECTED_DIMENSIONS))
        points = candidates @ noise.astype(np.float32)
        return candidates[greedy_coreset(points, size)]


def _candidates(embeddings: Embeddings, generator: np.random.Generator) -> Floats:
    """Embeddings [`CANDIDATES` or all, d], drawn at random."""
    drawn = _draw(generator, len(embeddings) * embeddings.positions)
    return embeddings.vectors(*np.divmod(drawn, embeddings.positions))


def _draw(generator: np.random.Generator, total: int) -> Indices:
    """`CANDIDATES` of `total` indices, or all of them, in any order."""
    if total <= SHUFFLED:
        return generator.permutation(total)[:CANDIDATES]
    return generator.choice(total, CANDIDATES, replace=False)


def greedy_coreset(points: Floats, size: int) -> list[int]:
    """Indices of at most `size` of the points [n, d], each the farthest from those before it.

    The greedy 2-approximation of k-center (Sener and Savarese, "Active Learning for Convolutional
    Neural Networks: A Core-Set Approach", ICLR 2018). It starts with point 0 and ends early when
    every point equals a chosen one.
    """
    norms = np.einsum("nd,nd->n", points, points)
    chosen = [0]
    distances = np.full(len(points), np.inf, dtype=np.float32)
    while True:
        last = chosen[-1]
        to_last = points @ (-2 * points[last])
        to_last += norms
        to_last += norms[last]
        np.minimum(distances, to_last, out=distances)
        farthest = int(distances.argmax())
        if len(chosen) == size or distances[farthest] <= 1e-6 * norms[farthest]:
            return chosen
        chosen.append(farthest)
