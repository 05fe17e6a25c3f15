"""The interface of an anomaly method.

A method turns backbone features into an embedding per position, learns what normal embeddings
look like, and judges with one ONNX graph. Fitting is NumPy; embedding and scoring exist once only,
as ONNX nodes, which training runs too: what is cross-validated is what will run.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from okng.models.anomaly.embeddings import Embeddings, Floats
from okng.models.anomaly.tiling import Tiling
from okng.models.onnx_graph import GraphBuilder


class MethodSettings(BaseModel):
    """What every method's settings have in common."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: str


class FittedMethod(ABC):
    """What a method has learnt."""

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
        """How many of them the bank of `other` holds too; None without one."""
        return None


class AnomalyMethod(ABC):
    """One way of telling anomalous pictures when only normal ones are known."""

    settings_class: ClassVar[type[MethodSettings]]
    most_positions: ClassVar[int | None] = None
    """Positions of an embedding that it can learn; None without a limit."""

    def __init__(self, settings: MethodSettings) -> None:
        self.settings = settings

    def takes_half(self, tiling: Tiling) -> bool:
        """Whether `embed` wants the features of the picture at half its size too."""
        return False

    @abstractmethod
    def embed(self, graph: GraphBuilder, taps: Sequence[str], half_taps: Sequence[str]) -> str:
        """Add the embedding float32 [1, d, h, w] of feature maps at strides 4, 8 and 16.

        `half_taps` are those of the picture at half its size; empty unless `takes_half`.
        """

    @abstractmethod
    def fit(self, embeddings: Embeddings, seed: int) -> FittedMethod:
        """Learn from two or more normal pictures; the same for the same seed.

        They may be more than memory holds: they are read by parts only.
        """


class GrowingMethod(AnomalyMethod):
    """A method that learns further pictures without those which it has learnt from."""

    @abstractmethod
    def restore(self, constants: Mapping[str, Floats], rows: int, columns: int) -> FittedMethod:
        """What a model has learnt, from the named constants of its graph.

        `rows` and `columns` are those of its map. Raises `KeyError` where a constant is missing.
        """

    @abstractmethod
    def grow(
        self, fitted: FittedMethod, learnt: int, embeddings: Embeddings, seed: int
    ) -> FittedMethod:
        """What `fitted`, of `learnt` normal pictures, becomes with one or more further ones."""
