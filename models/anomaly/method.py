"""Anomaly method interface.

A method turns backbone features into an embedding per position, learns what normal embeddings
look like, and judges with one ONNX graph. Fitting uses NumPy; embedding and scoring exist only as
ONNX nodes, which training runs as well, so cross-validation tests exactly what will run.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import ClassVar

from okng.models.anomaly.embeddings import Embeddings
from okng.models.anomaly.tiling import Tiling
from okng.models.arrays import Float32Array, Int64Array
from okng.models.onnx.graph import GraphBuilder
from okng.models.strict_model import StrictModel

UNKNOWN_SOURCE = -1
"""Source of an embedding that was learnt before models kept it."""


class MethodSettings(StrictModel):
    """Base of the settings of every anomaly method; `type` is the method's name."""

    type: str


class FittedMethod(ABC):
    """A fitted anomaly method: what it has learnt, and the graph that scores by it."""

    @abstractmethod
    def judge(self, graph: GraphBuilder, embedding: str) -> tuple[str, str]:
        """Add the judgement of one embedding float32 [1, d, h, w]: score [1], map [1, h, w].

        Both are float32 and at least 0; higher is more anomalous.
        """

    @property
    def bank_vectors(self) -> int | None:
        """How many embeddings a memory bank holds; None without one."""
        return None

    def bank_vectors_of(self, other: FittedMethod) -> int | None:
        """How many of them are in the memory bank of `other` too; None without one."""
        return None

    @property
    def bank_sources(self) -> Int64Array | None:
        """For each embedding of a memory bank the number of the normal picture it came from.

        They are numbered as they were learnt; `UNKNOWN_SOURCE` where it isn't known. None without
        a memory bank.
        """
        return None

    def with_bank_sources(self, sources: Int64Array) -> FittedMethod:
        """The same, with the sources of a bank that was restored; without a bank, unchanged."""
        return self


class AnomalyMethod(ABC):
    """An anomaly method, which learns from normal pictures alone (one-class learning)."""

    settings_class: ClassVar[type[MethodSettings]]
    most_positions: ClassVar[int | None] = None
    """Most positions of an embedding that it can learn; None without a limit."""

    def __init__(self, settings: MethodSettings) -> None:
        self.settings = settings

    def takes_half(self, tiling: Tiling) -> bool:
        """Whether `embed` needs the features of the half-size picture too."""
        return False

    @abstractmethod
    def embed(self, graph: GraphBuilder, taps: Sequence[str], half_taps: Sequence[str]) -> str:
        """Add the embedding float32 [1, d, h, w] of feature maps at strides 4, 8 and 16.

        `half_taps` are those of the picture at half its size; empty unless `takes_half`.
        """

    @abstractmethod
    def fit(self, embeddings: Embeddings, seed: int) -> FittedMethod:
        """Learn from two or more normal pictures, reproducibly by `seed`.

        The embeddings may exceed memory, so they are only read in parts.
        """


class IncrementalMethod(AnomalyMethod):
    """An anomaly method with incremental learning, which needs the new pictures only."""

    @abstractmethod
    def restore(
        self, constants: Mapping[str, Float32Array], rows: int, columns: int
    ) -> FittedMethod:
        """Restore a fitted method from the named constants of its model's graph.

        `rows` and `columns` are those of its map. Raises `KeyError` where a constant is missing.
        """

    @abstractmethod
    def partial_fit(
        self, fitted: FittedMethod, learnt: int, embeddings: Embeddings, seed: int
    ) -> FittedMethod:
        """Fit further pictures into `fitted`, which has learnt from `learnt` normal pictures."""
