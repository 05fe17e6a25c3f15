"""A model of another program under okng's contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from okng.models.manifest import ModelInput


class ImportedModelError(ValueError):
    """A model file that cannot be imported; the message says what it has and what is needed."""


@dataclass(frozen=True)
class WrappedModel:
    """`image` uint8 [1, H, W, 3] RGB -> `score` float32 [1], `anomaly_map` float32 [1, h, w]."""

    files: Mapping[str, bytes]
    """Those of the bundle, by name: ONNX, or OpenVINO's two."""
    input: ModelInput
    clamped: bool
    """Its scores are cut off to a range, such as anomalib's 0..1: beyond it all parts are equal."""
    probability: bool
    """Its scores come out of a sigmoid: those of very anomalous parts lie close together at 1."""
    threshold: float | None
    """The other program's own, in these scores' units."""
